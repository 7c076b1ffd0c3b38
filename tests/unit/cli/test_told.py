"""What the user told, in words."""

import pytest

from tests.unit.builders import moment
from watcher.cli.told import CORRECTIONS, said
from watcher.model import Mark, MarkKind

DAYS = {MarkKind.SNOOZE, MarkKind.DECISION}


@pytest.mark.parametrize("kind", list(MarkKind))
def test_everything_that_can_be_told_has_words(kind):
    words = said(Mark(kind, "", moment("2026-03-10 09:00"), "2026-03-20" if kind in DAYS else "Acme"))
    assert words
    assert "{" not in words


def test_days_are_told_as_people_say_them():
    assert said(Mark(MarkKind.SNOOZE, "", moment("2026-03-10 09:00"), "2026-03-20")) == "snoozed until Friday 20 March"
    assert said(Mark(MarkKind.DECISION, "", moment("2026-03-10 09:00"))) == "no day for an answer"


def test_a_note_is_quoted_where_it_is_listed_and_not_where_it_is_confirmed():
    note = Mark(MarkKind.NOTE, "", moment("2026-03-10 09:00"), "{your} choir")
    assert said(note) == "noted: “{your} choir”"
    assert said(note, quoted=False) == "noted"


def test_what_adds_to_what_was_read_is_no_correction_of_it():
    assert MarkKind.NOTE not in CORRECTIONS
    assert MarkKind.MUTE in CORRECTIONS
