"""The task is one of Microsoft's schema, and the watcher runs without a console."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.unit.service.jobs import job
from watcher.errors import WatcherError
from watcher.service import scheduler
from watcher.service.scheduler import Scheduler, task
from watcher.service.tools import Answer

NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
LOG = Path("/Users/elin/Logs/interview-watcher.log")

_TRIGGER = ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit"]
IN_ORDER = {
    "LogonTrigger": [*_TRIGGER, "UserId", "Delay"],
    "TimeTrigger": [*_TRIGGER, "RandomDelay"],
}
"""[MS-TSCH] 2.5.3: an xs:sequence, the base type's elements first."""
ANY_ORDER = {
    "Task": ["RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"],
    "RegistrationInfo": "URI SecurityDescriptor Source Date Author Version Description Documentation".split(),
    "Triggers": ["BootTrigger", "IdleTrigger", "TimeTrigger", "EventTrigger", "LogonTrigger", "CalendarTrigger"],
    "Repetition": ["Interval", "Duration", "StopAtDurationEnd"],
    "Principals": ["Principal"],
    "Principal": ["UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"],
    "Settings": (
        "AllowStartOnDemand RestartOnFailure MultipleInstancesPolicy DisallowStartIfOnBatteries StopIfGoingOnBatteries"
        " AllowHardTerminate StartWhenAvailable NetworkProfileName RunOnlyIfNetworkAvailable WakeToRun Enabled Hidden"
        " DeleteExpiredTaskAfter IdleSettings NetworkSettings ExecutionTimeLimit Priority RunOnlyIfIdle"
    ).split(),
    "Actions": ["Exec", "ComHandler", "SendEmail"],
    "Exec": ["Command", "Arguments", "WorkingDirectory"],
}
"""[MS-TSCH] 2.5.1 to 2.5.7: xs:all, or a choice."""
VALUES = {
    "LogonType": {"S4U", "Password", "InteractiveToken", "InteractiveTokenOrPassword"},
    "RunLevel": {"LeastPrivilege", "HighestAvailable"},
    "MultipleInstancesPolicy": {"Parallel", "Queue", "IgnoreNew", "StopExisting"},
    **dict.fromkeys(
        "DisallowStartIfOnBatteries StopIfGoingOnBatteries StartWhenAvailable RunOnlyIfNetworkAvailable".split(),
        frozenset({"true", "false"}),
    ),
}


def children(element: ET.Element) -> list[str]:
    return [child.tag.removeprefix(NAMESPACE) for child in element]


@pytest.mark.parametrize("name", ["config.toml", "Mail & <more>", 'with space "quoted"', "ünï"])
def test_it_is_a_task_of_the_schema(name):
    text = task(job(config=Path("/Users/elin") / name), "DESK\\elin", LOG)
    assert text.startswith('<?xml version="1.0" encoding="UTF-16"?>\n')
    root = ET.fromstring(text.encode("utf-16"))  # noqa: S314  our own
    assert (root.tag, root.attrib) == (f"{NAMESPACE}Task", {"version": "1.2"})
    for element in root.iter():
        tag, inner = element.tag.removeprefix(NAMESPACE), children(element)
        if tag in IN_ORDER:
            assert inner == [known for known in IN_ORDER[tag] if known in inner], tag
        elif inner:
            assert set(inner) <= set(ANY_ORDER[tag]), tag
            assert len(inner) == len(set(inner)), tag
        else:
            assert element.text, tag
            assert tag not in VALUES or element.text in VALUES[tag], tag


def test_it_runs_as_the_user_at_sign_in_on_battery_too_and_for_ever():
    root = ET.fromstring(task(job(), "DESK\\elin", LOG).encode("utf-16"))  # noqa: S314  our own
    said = {element.tag.removeprefix(NAMESPACE): element.text for element in root.iter()}
    assert said["UserId"] == "DESK\\elin"
    assert said["ExecutionTimeLimit"] == "PT0S"
    assert said["StopIfGoingOnBatteries"] == said["DisallowStartIfOnBatteries"] == "false"
    assert (said["Interval"], said["MultipleInstancesPolicy"]) == ("PT5M", "IgnoreNew")
    assert said["Command"].endswith("pythonw.exe")
    assert said["Arguments"].split() == ["-m", "watcher.cli.windowless", str(LOG), *job().command[1:]]


@pytest.fixture
def asked(monkeypatch):
    """A schtasks that does all it is asked; answers may be set by the verb."""
    answers: dict[str, Answer] = {}
    commands: list[tuple[str, ...]] = []

    def run(*command: str) -> Answer:
        commands.append(command)
        if "/XML" in command:
            ET.parse(command[command.index("/XML") + 1])  # noqa: S314  our own, with the mark of its encoding
        return answers.get(command[1], Answer(0, '"\\interview-watcher","N/A","Running"\n', ""))

    monkeypatch.setattr(scheduler, "run", run)
    monkeypatch.setenv("USERDOMAIN", "DESK")
    monkeypatch.setenv("USERNAME", "elin")
    return answers, commands


def test_it_is_made_anew_and_started(asked):
    _, commands = asked
    Scheduler().install(job(), lambda _: None)
    assert [command[1] for command in commands] == ["/Create", "/End", "/Run"]
    assert commands[0][-1] == "/F"
    assert not Path(commands[0][commands[0].index("/XML") + 1]).exists()


def test_how_it_stands_is_told_in_its_own_word(asked):
    answers, _ = asked
    told = Scheduler().condition()
    assert (told.installed, told.running, told.state) == (True, None, "Running")
    answers["/Query"] = Answer(1, "", "ERROR: The system cannot find the file specified.")
    assert Scheduler().condition().installed is False
    assert Scheduler().uninstall() is False


def test_it_is_ended_and_removed(asked):
    answers, commands = asked
    assert Scheduler().uninstall() is True
    assert [command[1] for command in commands] == ["/Query", "/End", "/Delete"]
    answers["/Delete"] = Answer(1, "", "ERROR: Access is denied.")
    with pytest.raises(WatcherError, match="Access is denied"):
        Scheduler().uninstall()


def test_without_a_console_all_goes_to_the_file_and_a_large_one_is_put_aside(tmp_path):
    log = tmp_path / "logs" / "watcher.log"
    command = [sys.executable, "-m", "watcher.cli.windowless", str(log)]
    for number in range(2):
        done = subprocess.run([*command, "show", "--config", "nowhere.toml", "acme"], capture_output=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")
        assert log.read_text().count("nowhere.toml") == number + 1
    os.truncate(log, 6 << 20)
    subprocess.run([*command, "--version"], check=True)
    assert log.stat().st_size < 100
    assert log.with_name("watcher.log.1").stat().st_size == 6 << 20
