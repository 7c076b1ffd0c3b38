"""What systemd's tools tell is understood, and what the user has to know is said."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.unit.service.jobs import job
from watcher.errors import WatcherError
from watcher.service import systemd
from watcher.service.manager import Condition, Entry
from watcher.service.systemd import Systemd, condition_of, entry_of
from watcher.service.tools import Answer
from watcher.service.unit import unit

RUNNING = {
    "LoadState": "loaded", "ActiveState": "active", "SubState": "running", "UnitFileState": "enabled", "MainPID": "78",
    "Result": "success", "ExecMainStatus": "0", "StatusText": "watching over 2 accounts",
    "StateChangeTimestamp": "@1773651612",
}  # fmt: skip
SINCE = dt.datetime(2026, 3, 16, 9, 0, 12, tzinfo=dt.UTC)


def test_one_that_runs_is_told_of():
    told = condition_of(RUNNING, lingers=True)
    status = "watching over 2 accounts"
    assert told == Condition(
        installed=True,
        enabled=True,
        running=True,
        pid=78,
        since=SINCE,
        state="active (running)",
        status=status,
        stays=True,
    )


@pytest.mark.parametrize(
    ("changed", "running", "result"),
    [
        ({"ActiveState": "failed", "MainPID": "0", "Result": "exit-code", "ExecMainStatus": "2"}, False, "exit status 2"),
        ({"ActiveState": "activating", "SubState": "auto-restart", "Result": "watchdog"}, False, "watchdog"),
        ({"ActiveState": "reloading"}, True, ""),
    ],
)  # fmt: skip
def test_how_it_ended_is_told(changed, running, result):
    told = condition_of({**RUNNING, **changed}, lingers=None)
    assert (told.running, told.result) == (running, result)


def test_one_that_is_not_there_is_told_of():
    told = condition_of({"LoadState": "not-found", "ActiveState": "inactive", "MainPID": "0"}, lingers=False)
    assert (told.installed, told.enabled, told.running, told.pid, told.since) == (False, False, False, None, None)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("timestamp=2026-03-16T09:00:12Z level=info event=started", "level=info event=started"),
        ("Started interview-watcher.service.", "Started interview-watcher.service."),
        ([108, 111, 103, 27, 255], "log \N{REPLACEMENT CHARACTER}"),
        (None, ""),
    ],
)
def test_a_record_of_the_journal_is_a_line(message, text):
    record = {"MESSAGE": message, "__REALTIME_TIMESTAMP": "1773651612000000", "_PID": "78"}
    assert entry_of(record) == Entry(SINCE, 78, text)
    assert entry_of({"MESSAGE": message}) == Entry(None, None, text)


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """A systemd that does all it is asked, and what it was asked; answers may be set by the verb."""
    answers: dict[str, Answer] = {}
    commands: list[tuple[str, ...]] = []

    def run(*command: str, **_: object) -> Answer:
        commands.append(command)
        shown = "".join(f"{key}={value}\n" for key, value in RUNNING.items())
        default = Answer(0, {"systemctl": shown, "loginctl": "no\n"}.get(command[0], ""), "")
        return next((answer for verb, answer in answers.items() if verb in command), default)

    monkeypatch.setattr(systemd, "run", run)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "conf"))
    return answers, commands, tmp_path / "conf/systemd/user/interview-watcher.service"


def verbs(commands: list[tuple[str, ...]]) -> list[str]:
    return [command[3] for command in commands if command[0] == "systemctl"]


def test_it_is_written_enabled_and_started_and_begun_anew_where_it_changed(asked, tmp_path):
    _, commands, file = asked
    said: list[str] = []
    one = job(state=tmp_path / "state" / "watcher")
    Systemd().install(one, said.append)
    assert file.read_text() == unit(one)
    assert verbs(commands) == ["daemon-reload", "enable", "restart", "show"]
    assert any("enable-linger" in line for line in said)
    assert Systemd().is_current(one)

    commands.clear()
    Systemd().install(one, said.append)
    assert verbs(commands) == ["daemon-reload", "enable", "start", "show"]

    newer = job(state=one.state, version="1.1.0")
    assert not Systemd().is_current(newer)
    commands.clear()
    Systemd().install(newer, said.append)
    assert verbs(commands) == ["daemon-reload", "enable", "restart", "show"]

    other = job(state=tmp_path / "elsewhere")
    assert not Systemd().is_current(other)
    commands.clear()
    Systemd().install(other, said.append)
    assert "restart" in verbs(commands)
    assert all("--no-ask-password" in command for command in commands if command[0] in ("systemctl", "systemd-run"))


def test_where_namespaces_are_not_to_be_had_it_does_without_and_says_so(asked, tmp_path):
    answers, _, file = asked
    answers["systemd-run"] = Answer(1, "", "Failed to set up user namespacing")
    said: list[str] = []
    one = job(state=tmp_path / "state")
    Systemd().install(one, said.append)
    assert file.read_text() == unit(one, separate=False)
    assert "the sandbox is a smaller one" in said[0]
    assert Systemd().is_current(one)


def test_one_that_does_not_start_is_told_with_how_it_ended(asked, tmp_path):
    answers, *_ = asked
    answers["restart"] = Answer(1, "", "Job failed")
    answers["show"] = Answer(0, "LoadState=loaded\nActiveState=failed\nResult=exit-code\nExecMainStatus=2\n", "")
    with pytest.raises(WatcherError, match="did not start: exit status 2") as told:
        Systemd().install(job(state=tmp_path / "state"), lambda _: None)
    assert "watcher service logs" in told.value.hint


@pytest.mark.usefixtures("asked")
def test_credentials_that_are_missing_or_open_are_told_of(tmp_path):
    there = tmp_path / "there"
    there.write_text("secret")
    there.chmod(0o644)
    said: list[str] = []
    missing = (("mail-home", tmp_path / "gone"),)
    Systemd().install(job(state=tmp_path / "s", credentials=(("mail", there),), missing=missing), said.append)
    assert f"put the password into {tmp_path}/gone" in said[0]
    assert f"chmod 600 {there}" in said[1]
    assert "secret" not in "".join(said)


def test_without_a_session_it_says_how_to_come_by_one(asked):
    answers, *_ = asked
    answers["show"] = Answer(1, "", "Failed to connect to bus: No medium found")
    with pytest.raises(WatcherError, match="your own systemd does not answer") as told:
        Systemd().condition()
    assert "sign in as yourself" in told.value.hint


def test_a_unit_that_is_none_of_ours_is_replaced(asked, tmp_path):
    _, _, file = asked
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xff")
    Systemd().install(job(state=tmp_path / "s"), lambda _: None)
    assert file.read_text().startswith("# Written by `watcher service install`")


def test_removing_ends_disables_and_forgets(asked, tmp_path):
    _, commands, file = asked
    assert Systemd().uninstall() is False
    assert commands == []
    Systemd().install(job(state=tmp_path / "s"), lambda _: None)
    commands.clear()
    assert Systemd().uninstall() is True
    assert verbs(commands) == ["disable", "daemon-reload", "reset-failed"]
    assert not file.exists()


def test_what_cannot_be_written_is_told_with_its_path(asked, tmp_path):
    _, _, file = asked
    Path(file.parents[2]).write_text("a file, and no folder")
    with pytest.raises(WatcherError, match="cannot be written"):
        Systemd().install(job(state=tmp_path / "s"), lambda _: None)


def test_a_journal_that_does_not_answer_is_told_of(asked):
    answers, *_ = asked
    answers["journalctl"] = Answer(1, "", "No journal")
    with pytest.raises(WatcherError, match="No journal"):
        Systemd().log(5)
