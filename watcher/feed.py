"""All that is due as one iCalendar feed (RFC 5545), with an alarm each, for the calendar that one looks at anyway.

Of mail it holds the employer's name, the step, and why it is due, and nothing else.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from watcher.calendar import Calendar
from watcher.calls.hours import good_hours, zone_of
from watcher.model import Address, Application, Person, Step, StepKind
from watcher.scan import Process

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["feed"]

_OURS = uuid.UUID("0cea1492-44e1-45f8-ba48-2af615e7afd5")
"""The namespace of our events' identifiers (RFC 9562, 5.5; RFC 7986, 5.3)."""
_SUMMARIES = {
    StepKind.THANK_YOU: "Thank {}",
    StepKind.CHECK_IN: "Check in with {}",
    StepKind.SECOND_CHECK_IN: "Check in again with {}",
    StepKind.CALL: "Call {}",
    StepKind.MOVE_ON: "Move on from {}",
    StepKind.REPLY: "Reply to {}",
    StepKind.ATTEND: "Interview with {}",
}
_LETTERS = {"gracious": "Thank {} for their answer", "keep_in_touch": "Keep in touch with {}"}
_IN_THE_MORNING = dt.timedelta(hours=9)
"""When the alarm of a whole day sounds, counted from its beginning."""
_BEFORE_CALL, _BEFORE_INTERVIEW = dt.timedelta(minutes=-10), dt.timedelta(hours=-1)


def feed(processes: Iterable[Process], me: Person, calendar: Calendar, now: dt.datetime) -> bytes:
    """The dues of these processes as an iCalendar file: what is overdue stands on today, a call in its good hours.

    An event keeps its UID for as long as its step is the same, so that a calendar moves it and makes no second one.

    Args:
        processes: With their next steps.
        me: Whose days they are.
        calendar: My business days.
        now: The moment of writing.
    """
    from icalendar import Calendar as Feed

    stamp = now.astimezone(dt.UTC).replace(microsecond=0)
    made = Feed.new(
        name="Follow-ups",
        prodid="-//interview-watcher//watcher calendar//EN",
        uid=str(uuid.uuid5(_OURS, me.addresses[0])),
        last_modified=stamp,
    )
    dues = [process for process in processes if process.step.due is not None]
    for process in sorted(dues, key=lambda each: (each.step.due, each.application.id)):
        made.add_component(_event(process.application, process.step, me, calendar, now))
    content: bytes = made.to_ical()
    return content


def _event(application: Application, step: Step, me: Person, calendar: Calendar, now: dt.datetime) -> Event:
    from icalendar import CLASS, TRANSP, Alarm, Event

    company = application.company or "the employer"
    summary = (_LETTERS.get(step.letter) or _SUMMARIES[step.kind]).format(company)
    start, end, alarm = _when(application, step, me, calendar, now)
    timed = isinstance(start, dt.datetime)
    event = Event.new(
        uid=_uid(application, step),
        stamp=now.astimezone(dt.UTC).replace(microsecond=0),
        start=start,
        end=end,
        summary=summary,
        description=f"{step.why[:1].upper()}{step.why[1:]}.\n\nwatcher show {application.id}",
        classification=CLASS.PRIVATE,
        transparency=TRANSP.OPAQUE if timed else TRANSP.TRANSPARENT,
    )
    bell = Alarm.new(description=summary)
    bell.add("action", "DISPLAY")
    bell.add("trigger", alarm)
    event.add_component(bell)
    return event


def _uid(application: Application, step: Step) -> str:
    return str(uuid.uuid5(_OURS, f"{application.account}\n{application.id}\n{step.kind}\n{step.anchor}"))


def _when(
    application: Application, step: Step, me: Person, calendar: Calendar, now: dt.datetime
) -> tuple[dt.date, dt.date, dt.timedelta]:
    """Start, end, and the alarm counted from the start; moments in UTC, or a whole day with the day after it."""
    zone = ZoneInfo(me.timezone)
    due = max(step.due or dt.date.min, now.astimezone(zone).date())
    if step.kind is StepKind.CALL:
        person = step.to[0] if step.to else Address("")
        hours = good_hours(due, now, zone_of(application, person, me), zone, calendar)
        return hours.start.astimezone(dt.UTC), hours.end.astimezone(dt.UTC), _BEFORE_CALL
    if step.kind is StepKind.ATTEND:
        ahead = next((each for each in application.interviews if each.end > now), None)
        if ahead is not None:
            return ahead.start.astimezone(dt.UTC), ahead.end.astimezone(dt.UTC), _BEFORE_INTERVIEW
    return due, due + dt.timedelta(days=1), _IN_THE_MORNING
