"""One draft a step, exactly: killed at any moment, with replies lost, and with several processes at once."""

from __future__ import annotations

import itertools
import mailbox
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.mortal import REFUSED, Box, DovecotBox, MaildirBox, Scan, count_moments, run, run_at_once
from tests.servers.dovecot import Dovecot
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.unit.builders import OMAR
from tests.unit.drafting.scene import check_in, nothing
from watcher.model import Step
from watcher.store import Life, snapshot

NewBox = Callable[[], Box]


@pytest.fixture(params=["Maildir", pytest.param("Dovecot", marks=pytest.mark.server)])
def new_box(request: pytest.FixtureRequest, tmp_path: Path) -> NewBox:
    """Makes mailboxes, empty but for a Drafts folder."""
    if request.param == "Dovecot":
        dovecot: Dovecot = request.getfixturevalue("dovecot")
        return lambda: DovecotBox(dovecot.account("Drafts"))
    numbers = itertools.count()

    def maildir() -> Box:
        path = tmp_path / f"Maildir{next(numbers)}"
        mailbox.Maildir(str(path)).add_folder("Drafts")
        return MaildirBox(path)

    return maildir


@pytest.fixture
def states(tmp_path: Path) -> Iterator[Path]:
    """Places for states, one after the other."""
    return (tmp_path / f"state{number}.db" for number in itertools.count())


CHANGES: dict[str, tuple[Step | None, Step, int]] = {
    "a draft is saved": (None, check_in(), 1),
    "a draft is withdrawn": (check_in(), nothing(), 0),
    "a draft is replaced by one to somebody else": (check_in(), check_in("<1@test.example>", OMAR), 1),
    "a draft makes room for the next step's": (check_in(), check_in("<2@test.example>"), 1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_killed_at_any_moment_the_restarts_leave_what_should_be_there(new_box, states, change):
    before, after, expected = CHANGES[change]

    def prepared() -> Scan:
        scan = Scan(new_box(), next(states), after)
        if before is not None:
            replace(scan, step=before)()
        return scan

    moments = count_moments(prepared())
    assert moments >= 10
    for moment in range(moments):
        scan = prepared()
        assert run(scan, die_at=moment) == -signal.SIGKILL
        assert scan.box.drafts() <= 1
        for _ in range(3):
            assert run(scan) == 0
            assert scan.box.drafts() == expected, f"killed at moment {moment}"


def test_killed_at_any_time_the_restart_leaves_one_draft(new_box, states):
    chance = random.Random(42)  # noqa: S311 - nothing secret
    for _ in range(15):
        scan = Scan(new_box(), next(states), check_in())
        run(scan, kill_after=chance.uniform(0, 0.08))
        assert run(scan) == 0
        assert scan.box.drafts() == 1


def test_several_processes_at_once_leave_one_draft(new_box, states):
    scan = Scan(new_box(), next(states), check_in())
    statuses = run_at_once(scan, 4)
    assert 0 in statuses
    assert set(statuses) <= {0, REFUSED}
    assert scan.box.drafts() == 1


def test_killed_and_then_without_its_state_the_draft_is_found_again(new_box, states):
    scan = Scan(new_box(), next(states), check_in())
    moments = count_moments(Scan(new_box(), next(states), check_in()))
    assert run(scan, die_at=moments - 2) == -signal.SIGKILL
    assert scan.box.drafts() == 1
    scan.state.unlink()
    assert run(scan) == 0
    assert scan.box.drafts() == 1


FAULTS = {
    "the answer to APPEND is lost": Fault(Deed.KILL, b"APPENDUID"),
    "no answer to APPEND ever comes": Fault(Deed.SWALLOW, b"APPENDUID"),
    "the connection ends in the middle of the draft": Fault(Deed.KILL, b"From: ", to_server=True, after=200),
    "the draft never arrives whole": Fault(Deed.SWALLOW, b"From: ", to_server=True, after=200),
}


@pytest.mark.server
@pytest.mark.parametrize("what", FAULTS)
def test_whatever_the_network_does_the_next_scan_leaves_one_draft(dovecot, states, what):
    box = DovecotBox(dovecot.account("Drafts"))
    scan = Scan(box, next(states), check_in())
    with FaultProxy(box.account.port, FAULTS[what]) as proxy:
        replace(scan, box=replace(box, port=proxy.port))()
        assert proxy.commands().count("APPEND") == 1
    with snapshot(scan.state) as store:
        (record,) = store.drafts("home")
        assert record.life is Life.INTENT, "unknown, never failed"
    for _ in range(3):
        scan()
        assert box.drafts() == 1
