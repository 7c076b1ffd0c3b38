"""systemd: a unit of the user's own service manager, asked by systemctl, journalctl and loginctl."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from watcher.errors import WatcherError
from watcher.files import put
from watcher.service.job import Job
from watcher.service.manager import Condition, Entry, Say
from watcher.service.tools import Answer, run
from watcher.service.unit import UNIT, unit, unit_path
from watcher.text import clean_line

__all__ = ["Systemd"]

_START_SECONDS: Final = 330.0
"""A little more than the unit allows for a start."""
_PROPERTIES: Final = (
    "LoadState ActiveState SubState UnitFileState MainPID Result ExecMainStatus StatusText StateChangeTimestamp"
).split()
_STAMP: Final = re.compile(r"timestamp=\S+ ")
"""Before each line of our log, where the journal has a time of its own."""
_LONGEST: Final = 1000


class Systemd:
    """The user's own systemd."""

    name = "systemd"
    log_hint = f"journalctl --user --unit {UNIT} --follow"

    @property
    def place(self) -> str:
        return str(self._file)

    @property
    def _file(self) -> Path:
        return unit_path(Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser())

    def text(self, job: Job) -> str:
        return unit(job)

    def is_current(self, job: Job) -> bool | None:
        written = self._written()
        return None if written is None else written in (unit(job), unit(job, separate=False))

    def install(self, job: Job, say: Say) -> None:
        separate = self._allows_namespaces()
        if not separate:
            say("this computer allows its users no namespaces, so the sandbox is a smaller one")
        _check_credentials(job, say)
        text, before = unit(job, separate=separate), self._written()
        try:
            job.state.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if text != before:
                put(text.encode(), self._file)
        except OSError as error:
            raise WatcherError(f"{error.filename} cannot be written: {error.strerror}") from error
        self._do("daemon-reload")
        self._do("enable", UNIT)
        started = _systemctl("restart" if text != before else "start", UNIT, seconds=_START_SECONDS)
        if not started.ok:
            condition = self.condition()
            raise WatcherError(
                f"it is installed, but did not start: {condition.result or started.said}",
                hint="`watcher service logs` tells why; mend it, and say `watcher service install` again",
            )
        if self.condition().stays is False:
            say("it ends when you sign out; `loginctl enable-linger` has it go on, and begin when the computer does")

    def uninstall(self) -> bool:
        if self._written() is None:
            return False
        self._do("disable", "--now", UNIT)
        self._file.unlink(missing_ok=True)
        self._do("daemon-reload")
        _systemctl("reset-failed", UNIT)  # nothing to forget where it did not fail
        return True

    def condition(self) -> Condition:
        shown = self._do("show", UNIT, f"--property={','.join(_PROPERTIES)}", "--timestamp=unix")
        return condition_of(dict(line.partition("=")[::2] for line in shown.out.splitlines()), lingers=_lingers())

    def log(self, lines: int) -> Sequence[Entry]:
        asked = run("journalctl", "--user", "--quiet", f"--unit={UNIT}", f"--lines={lines}", "--output=json")
        if not asked.ok:
            raise WatcherError(f"journalctl does not answer: {asked.said}")
        return [entry_of(json.loads(line)) for line in asked.out.splitlines()]

    def _written(self) -> str | None:
        """The unit that is there, None where there is none."""
        try:
            return self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            return ""  # something is there, and it is not ours

    @staticmethod
    def _do(*command: str) -> Answer:
        """Have systemd do it.

        Raises:
            WatcherError: it does not
        """
        done = _systemctl(*command)
        if done.ok:
            return done
        if "connect to bus" in done.err:
            raise WatcherError(
                f"your own systemd does not answer: {done.said}",
                hint="sign in as yourself, at the screen or by ssh; `su` and `sudo` begin no session of their own",
            )
        raise WatcherError(f"`systemctl --user {' '.join(command)}` failed: {done.said}")

    @staticmethod
    def _allows_namespaces() -> bool:
        """Whether a unit of the user's may have a user namespace; tried, as what forbids it differs by distribution."""
        separate = ("--property=PrivateUsers=yes", "--property=ProtectSystem=strict")
        quietly = ("--user", "--quiet", "--wait", "--collect", "--no-ask-password")
        return run("systemd-run", *quietly, *separate, "true", more=_runtime_dir()).ok


def condition_of(properties: Mapping[str, str], *, lingers: bool | None) -> Condition:
    """How the service stands, from what `systemctl show` tells."""
    result, status = properties.get("Result", ""), properties.get("ExecMainStatus", "0")
    if result == "exit-code":
        result = f"exit status {status}"
    since = properties.get("StateChangeTimestamp", "").removeprefix("@")
    running = properties.get("ActiveState") in ("active", "reloading", "deactivating")
    return Condition(
        installed=properties.get("LoadState") == "loaded",
        enabled=properties.get("UnitFileState") == "enabled",
        running=running,
        pid=int(properties.get("MainPID") or 0) or None,
        since=dt.datetime.fromtimestamp(int(since), dt.UTC) if since.isdecimal() else None,
        state=f"{properties.get('ActiveState', '')} ({properties.get('SubState', '')})",
        result="" if result == "success" else result,
        status=clean_line(properties.get("StatusText", ""), _LONGEST) if running else "",
        stays=lingers,
    )


def entry_of(record: Mapping[str, Any]) -> Entry:
    """A record of the journal, as journalctl writes it in JSON; text that is not printable comes as its bytes."""
    message, at, pid = record.get("MESSAGE"), record.get("__REALTIME_TIMESTAMP"), record.get("_PID")
    text = bytes(message).decode(errors="replace") if isinstance(message, list) else str(message or "")
    return Entry(
        dt.datetime.fromtimestamp(int(at) / 1e6, dt.UTC) if at else None,
        int(pid) if pid else None,
        clean_line(_STAMP.sub("", text, count=1), _LONGEST),
    )


def _check_credentials(job: Job, say: Say) -> None:
    """Say which credentials are not where the unit takes them from, and which are there for others as well."""
    for name, path in job.missing:
        say(
            f"the credential {name!r} is not there: put the password into {path}, chmod it 600, and say this again;"
            f" or give it by `systemctl --user edit {UNIT}`"
        )
    for _, path in job.credentials:
        if path.stat().st_mode & 0o077:
            say(f"{path} can be read by others: chmod 600 {path}")


def _systemctl(*command: str, seconds: float = 60.0) -> Answer:
    return run("systemctl", "--user", "--no-ask-password", *command, seconds=seconds, more=_runtime_dir())


def _runtime_dir() -> dict[str, str]:
    """Where the user's systemd listens, for a shell whose session did not set it, such as cron's."""
    usual = f"/run/user/{os.getuid()}"
    return {"XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR") or usual}


def _lingers() -> bool | None:
    """Whether the user's services outlast the session; None where logind does not tell."""
    shown = run("loginctl", "show-user", str(os.getuid()), "--property=Linger", "--value")
    return {"yes": True, "no": False}.get(shown.out.strip()) if shown.ok else None
