"""macOS: a LaunchAgent of the user's, as launchd.plist(5) has it, and launchctl.

Not tried on a Mac: what it writes is held against the manual page's keys. launchd knows neither a watchdog nor an exit
status that is not to be tried again, so that the watcher is begun anew five minutes after any failure; with a
configuration that is wrong it says so in the log each time, and asks no server.
"""

from __future__ import annotations

import os
import plistlib
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from watcher.errors import WatcherError
from watcher.files import put
from watcher.service.job import NAME, Job
from watcher.service.logfile import tail
from watcher.service.manager import Condition, Entry, Say
from watcher.service.tools import run

__all__ = ["Launchd", "agent"]

_PATH: Final = "/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
"""Where a password_command is looked for: launchd's own, and before it where Homebrew and MacPorts put things."""
_TRIES: Final = 5
"""To load an agent that is just being ended, a second apart."""


def agent(job: Job, log: Path) -> dict[str, Any]:
    """The LaunchAgent for a job, its log going to this file."""
    return {
        "Label": NAME,
        "ProgramArguments": list(job.command),
        "EnvironmentVariables": {"PATH": _PATH, **dict(job.environment)},
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 300,
        "ExitTimeOut": 10,
        "ProcessType": "Background",
        "Umask": 0o077,
        "StandardOutPath": str(log),
        "StandardErrorPath": str(log),
    }


class Launchd:
    """The user's launchd."""

    name = "launchd"

    def __init__(self, home: Path | None = None) -> None:
        home = home or Path.home()
        self._file = home / "Library" / "LaunchAgents" / f"{NAME}.plist"
        self._log = home / "Library" / "Logs" / f"{NAME}.log"
        self._domain = f"gui/{os.getuid()}"

    @property
    def place(self) -> str:
        return str(self._file)

    @property
    def log_hint(self) -> str:
        return f"tail -f {self._log}"

    def text(self, job: Job) -> str:
        return plistlib.dumps(agent(job, self._log), sort_keys=False).decode()

    def is_current(self, job: Job) -> bool | None:
        return self._file.read_bytes() == self.text(job).encode() if self._file.is_file() else None

    def install(self, job: Job, say: Say) -> None:
        if job.credentials or job.missing:
            say("password_credential is systemd's; here use the keyring, a password_file or a password_command")
        is_loaded = self._loaded().ok
        if is_loaded and self.is_current(job):
            self._do("kickstart", "-k", f"{self._domain}/{NAME}")  # the program may be another by now
            return
        try:
            for folder in (self._file.parent, self._log.parent):
                folder.mkdir(parents=True, exist_ok=True)
            put(self.text(job).encode(), self._file)
        except OSError as error:
            raise WatcherError(f"{error.filename} cannot be written: {error.strerror}") from error
        if is_loaded:
            self._do("bootout", f"{self._domain}/{NAME}")
        self._do("enable", f"{self._domain}/{NAME}")
        self._load()

    def uninstall(self) -> bool:
        is_loaded = self._loaded().ok
        if is_loaded:
            self._do("bootout", f"{self._domain}/{NAME}")
        there = self._file.exists()
        self._file.unlink(missing_ok=True)
        return is_loaded or there

    def condition(self) -> Condition:
        shown = self._loaded()
        return condition_of(shown.out if shown.ok else "", installed=self._file.is_file())

    def log(self, lines: int) -> Sequence[Entry]:
        return tail(self._log, lines)

    def _loaded(self) -> Any:
        return run("launchctl", "print", f"{self._domain}/{NAME}")

    def _load(self) -> None:
        """Load it, for which one that is just being ended has to be gone."""
        for left in reversed(range(_TRIES)):
            loaded = run("launchctl", "bootstrap", self._domain, str(self._file))
            if loaded.ok:
                return
            if not left:
                raise WatcherError(
                    f"launchd does not take it: {loaded.said}", hint="say so again, signed in at this Mac's own screen"
                )
            time.sleep(1)

    @staticmethod
    def _do(*command: str) -> None:
        done = run("launchctl", *command)
        if not done.ok:
            raise WatcherError(f"`launchctl {' '.join(command)}` failed: {done.said}")


def condition_of(printed: str, *, installed: bool) -> Condition:
    """How the service stands, from what `launchctl print` tells; empty where it is not loaded."""
    found = dict(re.findall(r"^\t(state|pid|last exit code) = (.+)$", printed, re.MULTILINE))
    pid, ended = found.get("pid", ""), found.get("last exit code", "")
    return Condition(
        installed=installed,
        enabled=bool(printed),
        running=found.get("state") == "running" if printed else False,
        pid=int(pid) if pid.isdecimal() else None,
        state=found.get("state", "not loaded"),
        result=f"exit status {ended}" if ended.isdecimal() and ended != "0" else "",
        stays=False,
    )
