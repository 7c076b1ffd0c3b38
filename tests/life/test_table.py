"""Every row of the table, and every reason for and against a draft, lived through one by one on a Maildir."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.life.life import DAY, Life
from tests.life.model import Draft
from tests.life.page import PAGE, with_tables
from tests.life.reasons import FIRM, REASONS, Reason
from tests.life.table import TABLE, Event, Fate
from tests.life.world import MaildirWorld
from tests.unit.places import quick_directory
from watcher.model import MarkKind


@pytest.fixture
def life() -> Iterator[Life]:
    """A week later, each firm has its check-in in Drafts."""
    with quick_directory() as root:
        life = Life(MaildirWorld(Path(root) / "Maildir"), Path(root))
        life.begins(8)
        yield life


def draft_of(life: Life) -> Draft | None:
    """The draft of the check-in that was due first."""
    found = [draft for draft in life.model.drafts if draft.firm == FIRM and draft.key[0] == "check_in"]
    return found[-1] if found else None


def fate_of(life: Life) -> Fate:
    draft = draft_of(life)
    return draft.fate if draft else Fate.NONE


def happen(life: Life, event: Event) -> None:
    """Bring an event about; the model holds every scan against the table."""
    draft = draft_of(life)
    if event in (Event.DUE, Event.NOT_DUE, Event.OTHER):
        muted = [told for told in life.story.told if told.kind is MarkKind.MUTE]
        if event is Event.NOT_DUE and not muted:
            life.tells(FIRM, MarkKind.MUTE)
        elif event is not Event.NOT_DUE and muted:
            life.untells(muted[0])
        if event is Event.OTHER:
            life.tells(FIRM, MarkKind.CONTACT)
        life.scan()
        return
    assert draft is not None
    if event is Event.EDIT:
        life.edits(draft, anew=False)
    elif event is Event.DELETE:
        life.deletes(draft, "Trash")
    elif event is Event.TAKE_BACK:
        life.takes_back(draft)
    else:
        assert life.sends(draft, keeps_id=False, stays=event is Event.COPY)


WAYS = {
    Fate.THERE: [],
    Fate.EDITED: [Event.EDIT],
    Fate.DELETED: [Event.DELETE],
    Fate.DISMISSED: [Event.DELETE, Event.DUE],
    Fate.BACK: [Event.DELETE, Event.DUE, Event.TAKE_BACK],
    Fate.SENT: [Event.SEND],
    Fate.OVER: [Event.SEND, Event.NOT_DUE],
    Fate.WITHDRAWN: [Event.NOT_DUE],
}
"""How a draft that is there comes to each."""
ELSEWHERE = {
    (Fate.NONE, Event.DUE): "every test here begins with it",
    (Fate.NONE, Event.NOT_DUE): "before its day, as below",
    **{
        (fate, event): "once sent, the step is another"
        for fate in (Fate.SENT, Fate.OVER)
        for event in (Event.DUE, Event.OTHER)
    },
    (Fate.OVER, Event.TAKE_BACK): "what was sent lies in no Trash; see below",
}


@pytest.mark.parametrize(("before", "event"), [row for row in TABLE if row not in ELSEWHERE], ids=str)
def test_each_row_of_the_table(life: Life, before: Fate, event: Event) -> None:
    for step in WAYS[before]:
        happen(life, step)
    assert fate_of(life) is before
    happen(life, event)
    assert fate_of(life) is TABLE[before, event].to
    life.scan()
    life.scan()


def test_before_its_day_there_is_none() -> None:
    with quick_directory() as root:
        life = Life(MaildirWorld(Path(root) / "Maildir"), Path(root))
        life.begins(1)
        assert fate_of(life) is Fate.NONE
        life.passes(7 * DAY)
        life.scan()
        assert fate_of(life) is Fate.THERE


def test_a_draft_that_is_deleted_after_a_word_of_mine_counts_as_sent_and_may_be_taken_back(life: Life) -> None:
    draft = draft_of(life)
    assert draft
    assert life.sends(draft, keeps_id=False, stays=True)
    life.deletes(draft, "Trash")
    life.scan()
    assert draft.fate is Fate.OVER
    life.takes_back(draft)
    life.scan()
    assert draft.fate is Fate.BACK


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.name)
def test_a_reason_takes_the_draft_out_and_its_end_brings_it_back(life: Life, reason: Reason) -> None:
    first = draft_of(life)
    assert first
    reason.comes(life)
    life.scan()
    assert first.fate is Fate.WITHDRAWN
    if reason.back is None:
        assert life.story.called(FIRM, life.now).key != first.key
        return
    reason.back(life)
    life.scan()
    again = draft_of(life)
    assert again
    assert (again.key, again.fate) == (first.key, Fate.THERE)
    assert again.first_id != first.first_id
    life.passes(DAY)
    life.scan()


def test_the_tables_of_the_page_are_those_that_the_tests_go_by() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_tables(page), "write them anew: python -m tests.life.page"
