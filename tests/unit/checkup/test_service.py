"""What is said of the service, as its manager tells."""

import time
from pathlib import Path

import pytest

from watcher.checkup import service as checked
from watcher.checkup.finding import Level
from watcher.errors import WatcherError
from watcher.service.manager import Condition

CONFIG = Path(__file__).parents[3] / "config.example.toml"


@pytest.fixture
def told(monkeypatch):
    """What is found where the manager tells this."""
    from watcher.config import load

    def found(condition, *, current=True):
        class Manager:
            name = "systemd"

            def condition(self):
                if isinstance(condition, Exception):
                    raise condition
                return condition() if callable(condition) else condition

            def is_current(self, _):
                return current

        monkeypatch.setattr(checked, "here", Manager)
        return list(checked.service(load(CONFIG)))

    return found


def test_one_that_runs_is_well(told):
    (found,) = told(Condition(installed=True, enabled=True, running=True, pid=4711))
    assert (found.level, found.what) == (Level.OK, "systemd runs it, pid 4711")


def test_to_have_none_is_no_fault(told):
    (found,) = told(Condition(installed=False))
    assert (found.level, "watcher service install" in found.what) == (Level.OK, True)
    (found,) = told(WatcherError("there is no systemd"))
    assert (found.level, found.what) == (Level.OK, "none: there is no systemd")


def test_what_is_wrong_with_it_is_told_with_what_to_do(told):
    found = told(Condition(installed=True, enabled=False, running=False, result="exit-code"), current=False)
    assert {one.level for one in found} == {Level.WARN}
    said = " ".join(f"{one.what} {one.mend}" for one in found)
    for word in ("not running", "exit-code", "watcher service logs", "begin by itself", "another program"):
        assert word in said


def test_a_manager_that_does_not_answer_is_left(told, monkeypatch):
    monkeypatch.setattr(checked, "_SECONDS", 0.05)
    (found,) = told(lambda: time.sleep(1))
    assert (found.level, "does not answer" in found.what) == (Level.WARN, True)
