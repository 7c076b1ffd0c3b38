"""How accounts stand, as the store keeps it."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from watcher.errors import StateError
from watcher.store import Standing, holder, open_beside, open_store, snapshot

NOON = dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC)
PARKED = Standing(
    "home", polled=NOON, next_due=dt.date(2026, 3, 17), failures=3, refusals=3, parked=NOON, trouble="no", hint="do"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_store(tmp_path / "state.db").close()
    return tmp_path / "state.db"


def test_an_account_that_was_never_polled_stands_blank(path):
    with open_store(path) as store:
        assert store.standing("home") == Standing("home")
        assert store.standings() == {}


def test_what_is_kept_is_read_again_and_replaces_what_was(path):
    with open_store(path) as store:
        store.keep_standing(Standing("home", units=5, units_per_minute=6000))
        store.keep_standing(PARKED)
        store.keep_standing(Standing("work"))
    with snapshot(path) as store:
        assert store.standings() == {"home": PARKED, "work": Standing("work")}


def test_an_account_is_unparked_while_another_holds_the_state(path):
    with open_store(path) as store:
        store.keep_standing(PARKED)
        with open_beside(path) as beside:
            assert beside.unpark("home")
            assert not beside.unpark("home")
            assert not beside.unpark("nobody")
        assert store.standing("home") == Standing("home", polled=NOON, next_due=dt.date(2026, 3, 17))


def test_who_holds_the_state_is_told_by_its_pid(path):
    assert holder(path) is None
    with open_store(path):
        assert holder(path) == os.getpid()
    assert holder(path) is None
    assert holder(path.with_name("none.db")) is None


def test_a_look_at_who_holds_the_state_keeps_nobody_from_it(path):
    with open_store(path):
        holder(path)
        with pytest.raises(StateError, match=f"in use by another watcher \\(pid {os.getpid()}\\)"):
            open_store(path)
