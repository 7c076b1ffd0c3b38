"""What was told is told once, over looks, restarts and crashes."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.builders import DANA, ZONE, reply
from tests.unit.notices.scene import NOW, a_draft, standing_process
from watcher.model import Reply, Side
from watcher.notices.kinds import NewsKind
from watcher.notices.ledger import claim, unheard
from watcher.notices.news import parked
from watcher.store import Standing, open_store

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "state.db") as made:
        yield made


def wrote(number: int, at: dt.datetime):
    return standing_process(last_of_theirs=Reply(Side.THEM, DANA.email, at, f"<{number}@acme.example>"))


def look(store, process, at):
    return unheard("home", [process], store, at, at, ZONE)


def kinds(news):
    return [one.kind for one in news]


def test_the_first_look_tells_nothing_of_the_past_and_the_next_what_came_since(store):
    assert look(store, wrote(1, NOW - MINUTE), NOW) == ()
    assert look(store, wrote(1, NOW - MINUTE), NOW + MINUTE) == ()
    assert kinds(look(store, wrote(2, NOW + MINUTE), NOW + 2 * MINUTE)) == [NewsKind.REPLIED]


def test_a_draft_that_the_first_look_saves_is_of_the_present(store):
    store.keep_draft(a_draft(1, intended=NOW - MINUTE))
    store.keep_draft(a_draft(2, anchor="other", application="other", intended=NOW))
    found = [standing_process(), standing_process(id="other")]
    (one,) = unheard("home", found, store, NOW, NOW, ZONE)
    assert one.process == "other"


def test_what_is_not_claimed_is_found_again_and_what_is_claimed_never(store):
    look(store, wrote(1, NOW - MINUTE), NOW)
    for minutes in (2, 600, 60 * 24 * 20):  # quiet hours, a restart, a long sleep
        found = look(store, wrote(2, NOW + MINUTE), NOW + minutes * MINUTE)
        assert kinds(found) == [NewsKind.REPLIED]
    at = NOW + dt.timedelta(days=21)
    assert claim("home", found, store, at, at) == found
    assert claim("home", found, store, at, at) == ()
    assert look(store, wrote(2, NOW + MINUTE), at + MINUTE) == ()


def test_an_account_never_looked_at_can_be_told_of(store):
    """A parked account has no look; that it is told makes none."""
    found = parked(Standing("home", parked=NOW))
    assert claim("home", found, store, NOW, None) == found
    assert store.told("home").until is None
    assert look(store, wrote(1, NOW - MINUTE), NOW) == ()


def test_a_correction_that_uncovers_an_older_mail_is_no_reply(store):
    """I take out the thread with their newest mail: the one before it, told long ago, is not news again."""
    look(store, wrote(1, NOW - MINUTE), NOW)
    for number in (2, 3):
        at = NOW + number * MINUTE
        assert claim("home", look(store, wrote(number, at), at), store, at, at)
    assert look(store, wrote(2, NOW + 2 * MINUTE), NOW + 9 * MINUTE) == ()


def test_what_i_answered_before_it_was_told_is_none(store):
    look(store, wrote(1, NOW - MINUTE), NOW)
    answered = standing_process(
        last_of_theirs=reply(Side.THEM, "2026-03-16 10:01", 2), last_of_mine=reply(Side.ME, "2026-03-16 10:02", 3)
    )
    assert look(store, answered, NOW + 5 * MINUTE) == ()
