"""What the user was told, as the store keeps it."""

from __future__ import annotations

import datetime as dt

from watcher.store import EVERY_ACCOUNT, Told, open_store, snapshot

NOON = dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(hours=1)


def test_nothing_was_told_before_anything_was(tmp_path):
    with open_store(tmp_path / "state.db") as store:
        assert store.told("home") == Told(frozenset(), None)


def test_what_was_told_is_kept_by_account_together_with_the_look_it_was_all_of(tmp_path):
    with open_store(tmp_path / "state.db") as store:
        store.keep_told("home", ["replied <1@x>"], NOON, until=NOON)
        store.keep_told("home", ["replied <1@x>", "replied <2@x>"], LATER, until=LATER)
        store.keep_told("home", ["parked now"], LATER)
        store.keep_told(EVERY_ACCOUNT, ["digest 2026-03-16"], NOON)
    with snapshot(tmp_path / "state.db") as store:
        assert store.told("home") == Told(frozenset({"replied <1@x>", "replied <2@x>", "parked now"}), LATER)
        assert store.told(EVERY_ACCOUNT) == Told(frozenset({"digest 2026-03-16"}), None)
        assert store.told("work") == Told()


def test_that_there_was_nothing_to_tell_is_kept_as_well(tmp_path):
    with open_store(tmp_path / "state.db") as store:
        store.keep_told("home", (), NOON, until=NOON)
        assert store.told("home") == Told(frozenset(), NOON)
