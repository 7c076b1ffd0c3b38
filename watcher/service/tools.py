"""A service manager's own tools, run to their end: no shell, no terminal, no question, and a limit of time."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from watcher.errors import WatcherError
from watcher.text import clean_line

__all__ = ["Answer", "run"]

_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool answered."""

    status: int
    out: str
    err: str

    @property
    def ok(self) -> bool:
        return self.status == 0

    @property
    def said(self) -> str:
        """Why it failed, in a line: the last that it said, which is where tools put it."""
        lines = [line for line in (self.err or self.out).splitlines() if line.strip()]
        return clean_line(lines[-1], 300) if lines else f"exit status {self.status}"


def run(*command: str, seconds: float = _SECONDS, more: Mapping[str, str] | None = None) -> Answer:
    """Run a tool, and wait for it.

    Args:
        command: The tool and its arguments, each as it is.
        seconds: How long it may take.
        more: Variables for its environment, which speaks English.

    Raises:
        WatcherError: it is not there, or does not end in time
    """
    environment = {**os.environ, "LC_ALL": "C", "SYSTEMD_COLORS": "0", "SYSTEMD_PAGER": "", **(more or {})}
    try:
        done = subprocess.run(  # noqa: S603  tools of the system, by their names; nothing of it is of a mail
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except FileNotFoundError:
        raise WatcherError(
            f"there is no {command[0]} on this computer",
            hint="without it, have `watcher run` started by whatever starts programs here, such as cron's @reboot",
        ) from None
    except OSError as error:
        raise WatcherError(f"{command[0]} cannot be run: {error.strerror}") from error
    except subprocess.TimeoutExpired:
        raise WatcherError(
            f"`{' '.join(command)}` did not end within {seconds:.0f} seconds", hint="try it by hand"
        ) from None
    return Answer(done.returncode, done.stdout, done.stderr)
