"""Windows: a task of the user's, in the Task Scheduler's XML, and schtasks.

Not tried on Windows: what it writes is held against Microsoft's schema. The task begins at sign-in and is looked after
each five minutes: who is at work is left alone, who has ended is begun anew. The Task Scheduler itself begins nothing
anew that ended with an error. It keeps no log either, so that the watcher writes into a file (`cli.windowless`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from watcher.errors import WatcherError
from watcher.service.job import NAME, Job
from watcher.service.logfile import tail
from watcher.service.manager import Condition, Entry, Say
from watcher.service.tools import Answer, run

__all__ = ["Scheduler", "task"]

_NAMESPACE: Final = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_TREE: Final = {
    "RegistrationInfo": {"Description": "Interview watcher: saves follow-ups into Drafts, and never sends"},
    "Triggers": {
        "LogonTrigger": {"UserId": "{user}"},
        "TimeTrigger": {"StartBoundary": "2020-01-01T00:00:00", "Repetition": {"Interval": "PT5M"}},
    },
    "Principals": {
        "Principal": {"UserId": "{user}", "LogonType": "InteractiveToken", "RunLevel": "LeastPrivilege"},
    },
    "Settings": {
        "MultipleInstancesPolicy": "IgnoreNew",
        "DisallowStartIfOnBatteries": "false",
        "StopIfGoingOnBatteries": "false",
        "StartWhenAvailable": "true",
        "RunOnlyIfNetworkAvailable": "false",
        "ExecutionTimeLimit": "PT0S",
    },
    "Actions": {"Exec": {"Command": "{command}", "Arguments": "{arguments}"}},
}
"""The task's elements; {...} is filled in."""


def task(job: Job, user: str, log: Path) -> str:
    """The task for a job.

    Args:
        job: What is to run.
        user: Whose it is, with its domain.
        log: The file that its log goes to.
    """
    pythonw = Path(sys.executable).with_name("pythonw.exe")  # opens no console
    arguments = ["-m", "watcher.cli.windowless", str(log), *job.command[1:]]
    filled = {"user": user, "command": str(pythonw), "arguments": subprocess.list2cmdline(arguments)}
    root = ET.Element("Task", {"version": "1.2", "xmlns": _NAMESPACE})
    _grow(root, _TREE, filled)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-16"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _grow(parent: ET.Element, tree: Mapping[str, object], filled: Mapping[str, str]) -> None:
    for name, inner in tree.items():
        element = ET.SubElement(parent, name)
        if isinstance(inner, Mapping):
            _grow(element, inner, filled)
        else:
            text = str(inner)
            element.text = filled[text[1:-1]] if text.startswith("{") else text


class Scheduler:
    """The Task Scheduler."""

    name = "Task Scheduler"
    place = f"\\{NAME}"

    def __init__(self) -> None:
        from platformdirs import user_log_path

        self._log = user_log_path("watcher") / f"{NAME}.log"

    @property
    def log_hint(self) -> str:
        return f'Get-Content -Wait "{self._log}"'

    def text(self, job: Job) -> str:
        return task(job, _user(os.environ), self._log)

    def is_current(self, job: Job) -> bool | None:  # noqa: ARG002  Windows gives a task back in words of its own
        return None

    def install(self, job: Job, say: Say) -> None:
        if job.credentials or job.missing:
            say("password_credential is systemd's; here use the keyring, a password_file or a password_command")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "task.xml"
            file.write_text(self.text(job), encoding="utf-16")
            self._do("/Create", "/TN", NAME, "/XML", str(file), "/F")
        self._schtasks("/End", "/TN", NAME)  # one of before, with other settings
        self._do("/Run", "/TN", NAME)

    def uninstall(self) -> bool:
        if not self._schtasks("/Query", "/TN", NAME).ok:
            return False
        self._schtasks("/End", "/TN", NAME)
        self._do("/Delete", "/TN", NAME, "/F")
        return True

    def condition(self) -> Condition:
        """Whether it is installed; the rest schtasks tells in the words of each country, for people."""
        shown = self._schtasks("/Query", "/TN", NAME, "/FO", "CSV", "/NH")
        state = shown.out.strip().rpartition(",")[2].strip('"') if shown.ok else ""
        return Condition(installed=shown.ok, enabled=shown.ok or None, state=state, stays=False)

    def log(self, lines: int) -> Sequence[Entry]:
        return tail(self._log, lines)

    @staticmethod
    def _schtasks(*command: str) -> Answer:
        return run("schtasks", *command)

    def _do(self, *command: str) -> None:
        done = self._schtasks(*command)
        if not done.ok:
            raise WatcherError(f"schtasks {command[0]} failed: {done.said}")


def _user(environment: Mapping[str, str]) -> str:
    return "\\".join(filter(None, (environment.get("USERDOMAIN"), environment.get("USERNAME"))))
