"""The LaunchAgent holds what launchd.plist(5) allows, and launchctl is asked in the right order."""

from __future__ import annotations

import plistlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.service.jobs import job
from watcher.errors import WatcherError
from watcher.service import launchd
from watcher.service.launchd import Launchd, agent, condition_of
from watcher.service.tools import Answer

LOG = Path("/Users/elin/Library/Logs/interview-watcher.log")


def texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value) and bool(value)


def pairs(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in (*value, *value.values()))


def conditions(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) <= {"SuccessfulExit", "Crashed"}
        and set(map(type, value.values())) == {bool}
    )


KEYS: dict[str, Callable[[object], bool]] = {
    "Label": lambda value: isinstance(value, str) and bool(value),
    "ProgramArguments": texts,
    "EnvironmentVariables": pairs,
    "RunAtLoad": lambda value: isinstance(value, bool),
    "KeepAlive": lambda value: isinstance(value, bool) or conditions(value),
    "ThrottleInterval": lambda value: type(value) is int and value >= 0,
    "ExitTimeOut": lambda value: type(value) is int and value > 0,
    "ProcessType": lambda value: value in ("Background", "Standard", "Adaptive", "Interactive"),
    "Umask": lambda value: type(value) is int and 0 <= value <= 0o777,
    "StandardOutPath": lambda value: isinstance(value, str) and value.startswith("/"),
    "StandardErrorPath": lambda value: isinstance(value, str) and value.startswith("/"),
}
"""launchd.plist(5): what the keys that are used may hold."""


@pytest.mark.parametrize("name", ["Mail & <more>", "ünï \"cödé\" 'x'", "$HOME %h"])
def test_it_is_a_property_list_of_keys_that_launchd_knows(tmp_path, name):
    one = job(config=Path("/Users/elin") / name, environment=(("XDG_STATE_HOME", f"/data/{name}"),))
    text = Launchd(tmp_path).text(one)
    read = plistlib.loads(text.encode())
    assert read == agent(one, tmp_path / "Library/Logs/interview-watcher.log")
    for key, value in read.items():
        assert KEYS[key](value), key
    assert read["ProgramArguments"] == list(one.command)
    assert read["EnvironmentVariables"]["XDG_STATE_HOME"] == f"/data/{name}"


def test_it_begins_at_sign_in_and_after_failures_not_too_often():
    made = agent(job(), LOG)
    assert (made["RunAtLoad"], made["KeepAlive"], made["ThrottleInterval"]) == (True, {"SuccessfulExit": False}, 300)
    assert made["Umask"] == 0o077


PRINTED = """gui/501/interview-watcher = {
\tactive count = 1
\tpath = /Users/elin/Library/LaunchAgents/interview-watcher.plist
\tstate = running

\tpid = 4711
\tlast exit code = 2
\tendpoints = {
\t\tpid = 1
\t}
}
"""


def test_what_launchctl_prints_is_understood():
    told = condition_of(PRINTED, installed=True)
    assert (told.installed, told.enabled, told.running, told.pid) == (True, True, True, 4711)
    assert (told.state, told.result) == ("running", "exit status 2")
    waiting = condition_of(PRINTED.replace("running", "spawn scheduled").replace("\tpid = 4711\n", ""), installed=True)
    assert (waiting.running, waiting.pid) == (False, None)
    gone = condition_of("", installed=False)
    assert (gone.installed, gone.enabled, gone.running, gone.result) == (False, False, False, "")


@pytest.fixture
def asked(monkeypatch):
    """A launchctl that does all it is asked; answers may be set by the verb."""
    answers: dict[str, list[Answer]] = {"print": [Answer(113, "", "Could not find service")]}
    verbs: list[str] = []

    def run(*command: str) -> Answer:
        assert command[0] == "launchctl"
        verbs.append(command[1])
        left = answers.get(command[1], [])
        return (left.pop(0) if len(left) > 1 else left[0]) if left else Answer(0, "", "")

    monkeypatch.setattr(launchd, "run", run)
    monkeypatch.setattr(launchd.time, "sleep", lambda _: None)
    return answers, verbs


def test_it_is_written_and_loaded_and_begun_anew_where_it_changed(asked, tmp_path):
    answers, verbs = asked
    manager = Launchd(tmp_path)
    manager.install(job(), lambda _: None)
    assert verbs == ["print", "enable", "bootstrap"]
    assert manager.is_current(job())
    answers["print"] = [Answer(0, PRINTED, "")]
    verbs.clear()
    manager.install(job(), lambda _: None)
    assert verbs == ["print", "kickstart"]
    verbs.clear()
    answers["bootstrap"] = [Answer(5, "", "Bootstrap failed: 5: Input/output error"), Answer(0, "", "")]
    manager.install(job(config=Path("/Users/elin/other.toml")), lambda _: None)
    assert verbs == ["print", "bootout", "enable", "bootstrap", "bootstrap"]


def test_one_that_launchd_does_not_take_is_told_of(asked, tmp_path):
    answers, verbs = asked
    answers["bootstrap"] = [Answer(125, "", "Domain does not support specified action")]
    with pytest.raises(WatcherError, match="Domain does not support") as told:
        Launchd(tmp_path).install(job(), lambda _: None)
    assert "own screen" in told.value.hint
    assert verbs.count("bootstrap") == 5


def test_removing_leaves_nothing(asked, tmp_path):
    answers, verbs = asked
    manager = Launchd(tmp_path)
    assert manager.uninstall() is False
    manager.install(job(), lambda _: None)
    answers["print"] = [Answer(0, PRINTED, "")]
    verbs.clear()
    assert manager.uninstall() is True
    assert verbs == ["print", "bootout"]
    assert not list(tmp_path.rglob("*.plist"))


@pytest.mark.usefixtures("asked")
def test_credentials_are_told_to_be_systemds(tmp_path):
    said: list[str] = []
    Launchd(tmp_path).install(job(missing=(("mail", tmp_path / "mail"),)), said.append)
    assert "password_credential is systemd's" in said[0]
