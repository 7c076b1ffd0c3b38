"""What is next in a process: a pure function of the application, the policy, the calendar and the moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from watcher.cadence.case import Case, anchor_of, spoken
from watcher.cadence.follow_ups import follow_up
from watcher.cadence.people import contact_for
from watcher.cadence.policy import Policy
from watcher.cadence.thanks import farewell, thank_you
from watcher.calendar import Calendar
from watcher.model import Application, Contact, Kind, Status, Step, StepKind

__all__ = ["next_step"]


def next_step(application: Application, policy: Policy, calendar: Calendar, now: dt.datetime, zone: ZoneInfo) -> Step:
    """The step that a process is at, which is not written where the process itself is doubted.

    The first line of `_next` that applies decides, in the order written there.

    Args:
        application: The process as it stands at `now`.
        policy: The cadence it follows.
        calendar: The user's business days.
        now: The moment of asking; aware.
        zone: The user's time zone: days are the user's own.
    """
    step = _next(application, policy, calendar, now, zone)
    return replace(step, held=application.doubt) if step.is_draft else step


def _next(application: Application, policy: Policy, calendar: Calendar, now: dt.datetime, zone: ZoneInfo) -> Step:
    case, contact = Case(application, policy, calendar, now, zone), contact_for(application, policy)
    if (settled := _settled(case, contact)) is not None:
        return settled
    if (thanks := thank_you(case, contact)) is not None:
        return thanks
    if application.status is Status.ON_HOLD and application.decision is None:
        return _nothing("on hold, and they named no date")
    if contact is None:
        others = any(each.reachable and each.last_wrote is not None for each in application.contacts)
        none = (
            f"the cadence {policy.name} writes to none of those who wrote"
            if others
            else "there is no person to write to"
        )
        return _nothing(none)
    if application.unread_outcome:
        return _nothing("they may have decided, in words that could not be read for sure")
    return follow_up(case, contact)


def _settled(case: Case, contact: Contact | None) -> Step | None:
    """The steps that need no waiting: nothing, an answer of mine, an interview to attend."""
    application = case.application
    if application.status is Status.CLOSED:
        told = _OUTCOMES.get(application.outcome) if application.outcome else None  # one on hold I may have closed
        return farewell(case, contact) or _nothing(f"closed: {told}" if told else "you closed it")
    if application.outcome is Kind.OFFER:
        return Step(StepKind.REPLY, None, (), "they made an offer")
    ahead = next((i for i in application.interviews if i.end > case.now), None)
    if ahead is not None:
        day = case.day(ahead.start)
        return Step(StepKind.ATTEND, day, (), f"the interview is on {spoken(day)}", anchor_of(ahead))
    if application.my_turn:
        return Step(StepKind.REPLY, None, (), "they asked you something and you have not answered")
    return None


_OUTCOMES = {
    Kind.REJECTED: "they said no",
    Kind.FILLED: "the position was filled",
    Kind.WITHDRAWN: "you withdrew",
    Kind.ACCEPTED: "you accepted",
    Kind.DECLINED: "you declined",
}


def _nothing(why: str) -> Step:
    return Step(StepKind.NONE, None, (), why)
