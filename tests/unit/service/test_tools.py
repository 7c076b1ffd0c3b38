"""A service manager's tools are run with a limit, without a terminal, and what goes wrong is told."""

import time

import pytest

from watcher.errors import WatcherError
from watcher.service.tools import Answer, run


def test_what_it_said_comes_back():
    answer = run("sh", "-c", "echo out; echo $LC_ALL $MORE >&2; exit 3", more={"MORE": "more"})
    assert answer == Answer(3, "out\n", "C more\n")
    assert not answer.ok


def test_it_is_asked_nothing():
    assert run("sh", "-c", "read line || echo no more").out == "no more\n"


def test_one_that_does_not_end_is_ended():
    begun = time.monotonic()
    with pytest.raises(WatcherError, match="did not end within 0 seconds"):
        run("sleep", "60", seconds=0.2)
    assert time.monotonic() - begun < 10


def test_one_that_is_not_there_is_named_with_what_else_there_is():
    with pytest.raises(WatcherError, match="no no-such-tool on this computer") as told:
        run("no-such-tool")
    assert "watcher run" in told.value.hint


def test_one_that_cannot_be_run_is_told(tmp_path):
    (tmp_path / "tool").touch()
    with pytest.raises(WatcherError, match="cannot be run"):
        run(str(tmp_path / "tool"))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(1, "", "warning\nFailed to do it: no\n\n"), "Failed to do it: no"),
        (Answer(1, "said here\n", ""), "said here"),
        (Answer(4, "", ""), "exit status 4"),
        (Answer(1, "", "red \x1b[31mtext"), "red [31mtext"),
    ],
)
def test_why_it_failed_is_its_last_line(answer, said):
    assert answer.said == said
