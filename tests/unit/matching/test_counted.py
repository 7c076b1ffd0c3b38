"""Days that count from one which an earlier mail told."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tests.unit.builders import DANA, ME, decision, mail, moment, says
from watcher.calendar import calendar_for
from watcher.matching.counted import counted
from watcher.matching.fold import Progress, progress
from watcher.model import Entry, Kind, Statement, Window

DATED = {"meeting": dt.date(2026, 3, 12), "date": dt.date(2026, 3, 13)}


def folded(*entries: Entry) -> Progress:
    return progress(entries, moment("2026-04-30 09:00"), ZoneInfo(ME.timezone), calendar_for("US"))


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        ("meeting 1 days", "2026-03-13"),
        ("meeting 2 business_days", "2026-03-16"),
        ("date 7 days", "2026-03-20"),
        ("date 4 weekday", "2026-03-20"),
        ("meeting 4 weekday", "2026-03-13"),
    ],
)
def test_a_day_lies_at_its_distance(distance: str, expected: str):
    assert str(counted(distance, DATED, calendar_for("US"))) == expected


def test_nothing_counts_from_a_day_that_was_not_told():
    assert counted("meeting 1 days", {}, calendar_for("US")) is None


def test_an_answer_counts_from_the_meeting_that_an_earlier_mail_told():
    day = dt.date(2026, 3, 12)
    meets = mail(1, "2026-03-02 10:00", DANA, says(Kind.MEETS, window=Window(day, day)))
    answer = mail(2, "2026-03-05 10:00", DANA, says(Kind.DECIDES_BY, text="meeting 1 days"))

    found = folded(meets, answer).dates.decision
    assert found is not None
    assert found.window.latest == dt.date(2026, 3, 13)


def test_a_date_moves_by_as_much_as_they_say():
    first = mail(1, "2026-03-02 10:00", DANA, says(Kind.DECIDES_BY, window=decision("2026-03-13").window))
    moved = mail(2, "2026-03-12 10:00", DANA, says(Kind.DECIDES_BY, text="date 7 days"))

    found = folded(first, moved).dates.decision
    assert found is not None
    assert found.window.latest == dt.date(2026, 3, 20)


@pytest.mark.parametrize(
    ("met", "answered", "moved", "expected"),
    [
        ("2026-03-12", "2026-03-13", "2026-03-19", "2026-03-20"),
        ("2026-03-12", "2026-03-13", "2026-03-20", "2026-03-23"),  # the day after a Friday's is a Monday
        ("2026-03-12", "2026-03-12", "2026-03-19", "2026-03-19"),
        ("2026-03-10", "2026-03-17", "2026-03-24", "2026-03-31"),
    ],
)
def test_a_promise_that_stands_lies_as_far_behind_the_new_meeting(met: str, answered: str, moved: str, expected: str):
    old, new = (Window(None, dt.date.fromisoformat(day)) for day in (met, moved))
    first = mail(
        1,
        "2026-03-02 10:00",
        DANA,
        says(Kind.MEETS, window=old),
        says(Kind.DECIDES_BY, window=decision(answered).window),
    )
    put_off = mail(
        2, "2026-03-09 10:00", DANA, says(Kind.MEETS, window=new), says(Kind.DECIDES_BY, text="meeting 0 as_told")
    )
    again = mail(
        3, "2026-03-10 10:00", DANA, says(Kind.MEETS, window=new), says(Kind.DECIDES_BY, text="meeting 0 as_told")
    )

    for entries in ([first, put_off], [first, put_off, again]):
        found = folded(*entries).dates.decision
        assert found is not None
        assert str(found.window.latest) == expected


def test_how_far_behind_is_known_before_the_meeting_is():
    rule = mail(1, "2026-03-02 10:00", DANA, says(Kind.DECIDES_BY, text="meeting 2 business_days"))
    day = Window(None, dt.date(2026, 3, 12))
    meets = mail(
        2, "2026-03-05 10:00", DANA, says(Kind.MEETS, window=day), says(Kind.DECIDES_BY, text="meeting 0 as_told")
    )

    found = folded(rule, meets).dates.decision
    assert found is not None
    assert found.window.latest == dt.date(2026, 3, 16)


def test_a_date_whose_meeting_was_put_off_holds_no_longer_even_where_the_new_one_is_unknown():
    first = mail(1, "2026-03-02 10:00", DANA, says(Kind.DECIDES_BY, window=decision("2026-03-13").window))
    put_off = mail(2, "2026-03-09 10:00", DANA, says(Kind.DECIDES_BY, text="meeting 0 as_told", words="the rest holds"))

    state = folded(first, put_off)
    assert (state.dates.decision, state.dates.unread) == (None, "the rest holds")


def test_where_no_such_day_was_told_the_date_is_one_that_could_not_be_read():
    answer = mail(1, "2026-03-05 10:00", DANA, says(Kind.DECIDES_BY, text="meeting 1 days", words="once they sat"))

    state = folded(answer)
    assert (state.dates.decision, state.dates.unread) == (None, "once they sat")


def meeting(day: str) -> Statement:
    return says(Kind.MEETS, window=decision(day).window)


def answer_by(day: str) -> Statement:
    return says(Kind.DECIDES_BY, window=decision(day).window)


def test_an_answer_follows_what_is_put_off():
    told = mail(1, "2026-03-02 10:00", DANA, meeting("2026-03-10"), answer_by("2026-03-12"))
    put_off = mail(2, "2026-03-09 10:00", DANA, meeting("2026-03-17"))

    found = folded(told, put_off).dates.decision
    assert found is not None
    assert found.window.latest == dt.date(2026, 3, 19)


def test_a_date_before_the_meeting_that_it_was_to_follow_holds_no_longer():
    told = mail(1, "2026-03-02 10:00", DANA, meeting("2026-03-10"))
    named = mail(2, "2026-03-04 10:00", DANA, answer_by("2026-03-12"))
    put_off = mail(3, "2026-03-09 10:00", DANA, meeting("2026-03-17"))

    state = folded(told, named, put_off)
    assert state.dates.decision is None
    assert state.dates.unread


def test_who_offers_the_job_names_no_day_for_the_answer():
    offer = mail(1, "2026-03-02 10:00", DANA, says(Kind.OFFER), answer_by("2026-03-12"))

    assert folded(offer).dates.decision is None
