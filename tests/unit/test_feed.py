"""The feed of all that is due, read back as a calendar program reads it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, ME, interview, moment, process
from watcher.calendar import calendar_for
from watcher.feed import feed
from watcher.model import DraftState, Step, StepKind
from watcher.scan import Process

NOW = moment("2026-03-17 08:00")
TODAY, TOMORROW = dt.date(2026, 3, 17), dt.date(2026, 3, 18)


def due(kind: StepKind, day: dt.date | None = TODAY, anchor: str = "<1@test.example>", **values: Any) -> Process:
    step = Step(
        kind, day, (DANA,), values.pop("why", "two business days after Friday"), anchor, **values.pop("step", {})
    )
    return Process(process(**values), step, DraftState.NONE, NOW)


def events(*processes: Process, now: dt.datetime = NOW) -> list[icalendar.Event]:
    parsed = icalendar.Calendar.from_ical(feed(processes, ME, calendar_for("US"), now))
    assert not parsed.errors
    return list(parsed.walk("VEVENT"))


@pytest.mark.parametrize("kind", [StepKind.THANK_YOU, StepKind.CHECK_IN, StepKind.SECOND_CHECK_IN, StepKind.MOVE_ON])
def test_a_due_is_a_day_with_an_alarm_in_the_morning(kind: StepKind) -> None:
    (event,) = events(due(kind, TOMORROW))
    (alarm,) = event.walk("VALARM")
    assert (event.start, event.end) == (TOMORROW, TOMORROW + dt.timedelta(days=1))
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", dt.timedelta(hours=9))
    assert "Acme Robotics" in event["summary"]
    assert "Two business days after Friday." in event["description"]


def test_a_call_stands_in_its_good_hours_with_an_alarm_before() -> None:
    (event,) = events(due(StepKind.CALL))
    (alarm,) = event.walk("VALARM")
    assert (event.start, event.end) == (moment("2026-03-17 10:00"), moment("2026-03-17 11:30"))
    assert alarm["trigger"].dt == dt.timedelta(minutes=-10)
    assert event["summary"] == "Call Acme Robotics"


def test_an_interview_stands_at_its_time() -> None:
    (event,) = events(due(StepKind.ATTEND, TOMORROW, interviews=(interview("2026-03-18 14:00", (DANA,)),)))
    assert (event.start, event.end) == (moment("2026-03-18 14:00"), moment("2026-03-18 15:00"))


def test_what_is_overdue_stands_on_today_and_what_is_not_due_nowhere() -> None:
    (event,) = events(due(StepKind.CHECK_IN, dt.date(2026, 3, 9)), due(StepKind.REPLY, None), due(StepKind.NONE, None))
    assert event.start == TODAY


def test_a_letter_of_its_own_kind_says_so() -> None:
    (event,) = events(due(StepKind.CHECK_IN, step={"letter": "gracious"}))
    assert event["summary"] == "Thank Acme Robotics for their answer"


def test_the_same_step_is_the_same_event_and_another_another() -> None:
    first, later = due(StepKind.CALL), due(StepKind.CALL, TOMORROW)
    others = [due(StepKind.CHECK_IN), due(StepKind.CALL, anchor="<2@test.example>"), due(StepKind.CALL, id="def456")]
    uids = {event["uid"] for event in events(first, *others)}
    assert events(first)[0]["uid"] == events(later, now=moment("2026-03-18 07:00"))[0]["uid"]
    assert len(uids) == 4


def test_nothing_of_mail_is_in_it_but_the_employer_and_why() -> None:
    content = feed([due(StepKind.CALL)], ME, calendar_for("US"), NOW).decode()
    for private in ("dana", "Dana", "Backend Engineer", "test.example", "alex"):
        assert private not in content


@given(st.text(max_size=80), st.text(max_size=200))
def test_no_name_and_no_reason_breaks_a_line_or_an_event(company: str, why: str) -> None:
    content = feed([due(StepKind.CHECK_IN, company=company, why=why)], ME, calendar_for("US"), NOW)
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert {str(key) for key in event} == {
        *("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "CLASS", "DESCRIPTION", "TRANSP"),
    }
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_an_empty_feed_is_a_calendar() -> None:
    assert events() == []
