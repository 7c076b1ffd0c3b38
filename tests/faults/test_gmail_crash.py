"""One draft a step in Gmail, exactly: killed at any moment, and with several processes at once."""

from __future__ import annotations

import itertools
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.gmail import MortalBox
from tests.faults.mortal import REFUSED, Scan, count_moments, run, run_at_once
from tests.servers.gmail import Account, Gmail
from tests.unit.drafting.scene import check_in, nothing
from watcher.model import Step

pytestmark = [pytest.mark.server, pytest.mark.slow]

CHANGES: dict[str, tuple[Step | None, Step, int]] = {
    "a draft is saved": (None, check_in(), 1),
    "a draft is withdrawn": (check_in(), nothing(), 0),
}


@pytest.fixture
def account(gmail: Gmail) -> Account:
    """An empty mailbox of the worse kind: drafts get Message-IDs of Gmail's own."""
    found = gmail.account()
    found.keeps_message_ids = False
    return found


@pytest.fixture
def states(tmp_path: Path) -> Iterator[Path]:
    return (tmp_path / f"state{number}.db" for number in itertools.count())


@pytest.mark.parametrize("change", CHANGES)
def test_killed_at_any_moment_the_restarts_leave_what_should_be_there(account, tmp_path, states, change) -> None:
    before, after, expected = CHANGES[change]

    def prepared() -> Scan:
        for draft in list(account.drafts()):
            account.store.delete_draft(draft)
        scan = Scan(MortalBox.of(account, tmp_path), next(states), after)
        if before is not None:
            replace(scan, step=before)()
        return scan

    moments = count_moments(prepared())
    assert moments >= 8
    for moment in range(moments):
        scan = prepared()
        assert run(scan, die_at=moment) == -signal.SIGKILL
        assert len(account.drafts()) <= 1
        for _ in range(2):
            assert run(scan) == 0
            assert len(account.drafts()) == expected, f"killed at moment {moment}"


def test_several_processes_at_once_leave_one_draft(account, tmp_path, states) -> None:
    statuses = run_at_once(Scan(MortalBox.of(account, tmp_path), next(states), check_in()), 3)
    assert 0 in statuses
    assert set(statuses) <= {0, REFUSED}
    assert len(account.drafts()) == 1
