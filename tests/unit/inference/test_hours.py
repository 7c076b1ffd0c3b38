"""Which of a mail's hours is that of the meeting, by what was learned of the words around it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.inference.hearing import said
from watcher.inference.en import LANGUAGE
from watcher.inference.en.hours import settled
from watcher.model import Confidence, Kind, Statement


def booked(text: str) -> set[str]:
    """The hours at which we surely meet, rules and what was learned together."""
    found = said(text, language=LANGUAGE)
    return {f"{s.start:%m-%d %H:%M}" for s in found if s.kind is Kind.INTERVIEW and s.start}


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("The talk is on Thursday 12 March at 14:00. After it, at 15:30, there is coffee for everybody.", "03-12 14:00"),
        ("You're in for Friday 13 March, 9.40, with me and the head chef. I'm on the phones until 11 that day.", "03-13 09:40"),
        ("He would like to interview you by phone: Thursday next week, 8:15 to 8:35, before his drivers' meeting.", "03-12 08:15"),
    ],
)  # fmt: skip
def test_of_several_hours_the_one_we_meet_at_is_told(text: str, hour: str) -> None:
    assert booked(text) == {hour}


@pytest.mark.parametrize(
    "text",
    [
        "The office is open on Thursday from 9:00, should you need the form.",
        "My train is in on Friday at 18:20, so I will read your plan on the weekend.",
    ],
)
def test_hours_of_something_else_book_nothing(text: str) -> None:
    assert booked(text) == set()


NAMED = Statement(
    Kind.NAMES_TIME, "Thursday at 10", "a time", Confidence.LIKELY, start=dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
)
BOOKED = Statement(Kind.INTERVIEW, "Thursday at 10", "booked", Confidence.SURE, start=NAMED.start)
PROPOSED = Statement(Kind.PROPOSES, "Thursday at 10?", "asked", Confidence.LIKELY, start=NAMED.start)  # fmt: skip


def test_an_hour_only_named_is_booked_where_it_reads_so_and_none_of_mine_else() -> None:
    assert settled(NAMED, 3.0).kind is Kind.INTERVIEW
    assert settled(NAMED, -1.0).confidence is Confidence.UNCLEAR


def test_a_rule_is_doubted_late_and_the_reason_told() -> None:
    assert settled(BOOKED, -1.0) == BOOKED
    assert settled(BOOKED, -4.0).confidence is Confidence.UNCLEAR
    assert "doubted" in settled(BOOKED, -4.0).rule


def test_what_they_ask_about_is_not_fixed_however_it_reads() -> None:
    assert settled(PROPOSED, 5.0) == PROPOSED


def test_where_nothing_was_judged_rules_stand_alone() -> None:
    assert settled(NAMED, None) == NAMED
