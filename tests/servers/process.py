"""A server as a process of ours: a folder for it, a free port, a user without rights, and an end."""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["Daemon", "free_port", "user_and_group"]


def user_and_group() -> tuple[str, str]:
    """Whom a server runs as: nobody where the tests run as root, which mail servers refuse, else who we are."""
    if os.geteuid() == 0:
        return "nobody", "nogroup"
    return pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


class Daemon:
    """A server in a temporary folder, which goes when it stops."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="watcher-", dir="/tmp"))  # pytest's own are closed to nobody
        self._process: subprocess.Popen[bytes] | None = None

    def hand_over(self) -> None:
        """Let the server's user own the folder."""
        user, group = user_and_group()
        for path in (self.root, *self.root.rglob("*")):
            if not path.is_symlink():
                shutil.chown(path, user, group)
        self.root.chmod(0o755)

    def run(self, command: Sequence[str], *, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> None:
        """Run a command as the server's user, to its end."""
        subprocess.run(self._as_user(command, environment), input=stdin, check=True, capture_output=True, timeout=30)

    def start(self, command: Sequence[str], port: int, *, environment: Mapping[str, str] | None = None) -> None:
        """Start the server, and wait until it listens."""
        with (self.root / "output").open("wb") as output:
            self._process = subprocess.Popen(
                self._as_user(command, environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # Cyrus ends its whole process group when it ends, and that was the tests' own
            )
        deadline = time.monotonic() + 20
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as sock:
                sock.settimeout(10)
                if sock.recv(1):
                    return
            if self._process.poll() is not None or time.monotonic() > deadline:
                said = (self.root / "output").read_text(errors="replace")
                self.stop()
                raise RuntimeError(f"{command[0]} does not start: {said}")
            time.sleep(0.02)

    def children(self, name: str) -> list[int]:
        """The server's processes of this name (as in /proc)."""
        assert self._process
        found = []
        for children in Path(f"/proc/{self._process.pid}/task").glob("*/children"):
            for child in children.read_text().split():
                with contextlib.suppress(FileNotFoundError):  # it has ended
                    if Path(f"/proc/{child}/comm").read_text().strip() == name:
                        found.append(int(child))
        return found

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            with contextlib.suppress(ProcessLookupError):  # whoever is left, a frozen child perhaps
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        shutil.rmtree(self.root, ignore_errors=True)

    @staticmethod
    def _as_user(command: Sequence[str], environment: Mapping[str, str] | None) -> list[str]:
        settings = [f"{key}={value}" for key, value in (environment or {}).items()]
        prefix = ["env", *settings] if settings else []
        if os.geteuid() == 0:
            user, group = user_and_group()
            prefix = ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", *prefix]
        return [*prefix, *command]
