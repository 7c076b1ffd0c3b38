"""Running a program that carries a notice: no shell, a limit of time, and an environment that holds no secret."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from watcher.errors import NotTold

__all__ = ["run"]

_LOOK: Final = 0.1
"""Seconds between two looks whether to leave."""
_PASSED_ON: Final = (
    *("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"),
    *("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP", "PATHEXT", "COMSPEC"),
)
"""What a program needs to find its files and the desktop. Nothing of ours, and no credential of a service, is there."""


def run(
    argv: Sequence[str],
    *,
    stdin: bytes = b"",
    variables: Mapping[str, str] | None = None,
    seconds: float,
    leave: Callable[[], bool],
) -> None:
    """Run a program to its end; what it prints is not looked at.

    Args:
        argv: The program and its arguments, handed over as they are.
        stdin: What it reads.
        variables: Further variables of its environment.
        seconds: After which it is ended, with all that it started.
        leave: Asked again and again; once it says so, the program is ended.

    Raises:
        NotTold: it cannot be run, failed, or was ended
    """
    name = Path(argv[0]).name
    environment = {key: value for key in _PASSED_ON if (value := os.environ.get(key)) is not None}
    with tempfile.TemporaryFile() as given:  # rather than a pipe, which a program that reads nothing would block
        given.write(stdin)
        given.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603  the user's own choice; no shell, so nothing in it is expanded
                [str(Path(argv[0]).expanduser()), *argv[1:]],
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**environment, **(variables or {})},
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "its arguments hold a NUL"
            raise NotTold(f"{name} cannot be run: {reason}", hint="see whether it is there and executable") from None
    ended = _ended(process, seconds, leave)
    if ended is None:
        raise NotTold(f"{name} did not end within {seconds:g} seconds", hint="it must not wait for anything")
    if ended:
        raise NotTold(f"{name} failed with exit status {ended}", hint="run it yourself to see why")


def _ended(process: subprocess.Popen[bytes], seconds: float, leave: Callable[[], bool]) -> int | None:
    """Its exit status; None where it had to be ended."""
    until = time.monotonic() + seconds
    with process:
        while not leave() and (left := until - time.monotonic()) > 0:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return process.wait(min(_LOOK, left))
        _kill(process)
    return None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End it with all that it started, where the system can."""
    if not hasattr(os, "killpg"):
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
