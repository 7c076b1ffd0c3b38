"""What is next in a process: a pure function of the application, the policy, the calendar and the moment."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from watcher.cadence.policy import Policy
from watcher.calendar import Calendar
from watcher.model import Application, Contact, Interview, Kind, Side, Status, Step, StepKind

__all__ = ["contact_for", "next_step"]

_EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)


def next_step(application: Application, policy: Policy, calendar: Calendar, now: dt.datetime, zone: ZoneInfo) -> Step:
    """The step that a process is at. The first rule that applies decides, in the order written here.

    Args:
        application: The process as it stands at `now`.
        policy: The waits and the order of contacts.
        calendar: The user's business days.
        now: The moment of asking; aware.
        zone: The user's time zone: days are the user's own.
    """
    if (settled := _settled(application, now, zone)) is not None:
        return settled
    contact = contact_for(application, policy)
    if (thanks := _thank_you(application, policy, contact, now, zone)) is not None:
        return thanks
    if application.status is Status.ON_HOLD and application.decision is None:
        return Step(StepKind.NONE, None, (), "on hold, and they named no date")
    if contact is None:
        return Step(StepKind.NONE, None, (), "there is no person to write to")
    if application.follow_ups:
        return _again(application, policy, contact, calendar, zone)
    if application.unread_date and application.decision is None:  # a check-in could come before it
        return Step(StepKind.NONE, None, (), "they seem to have named a day for their answer that could not be read")
    return _check_in(application, policy, contact, calendar, now, zone)


def contact_for(application: Application, policy: Policy) -> Contact | None:
    """The person to write to: by the policy's order of roles among those who wrote; among equals the last to write."""
    wrote = [c for c in application.contacts if c.last_wrote is not None and c.reachable]
    order = {role: rank for rank, role in enumerate(policy.contacts)}
    eligible = [c for c in wrote if c.role in order]
    return min(eligible, key=lambda c: (order[c.role], -(c.last_wrote or _EARLIEST).timestamp()), default=None)


def _settled(application: Application, now: dt.datetime, zone: ZoneInfo) -> Step | None:
    """The steps that need no waiting: nothing, an answer of mine, an interview to attend."""
    if application.status is Status.CLOSED:
        return Step(
            StepKind.NONE, None, (), f"closed: {_OUTCOMES[application.outcome]}" if application.outcome else "closed"
        )
    if application.outcome is Kind.OFFER:
        return Step(StepKind.REPLY, None, (), "they made an offer")
    ahead = next((i for i in application.interviews if i.end > now), None)
    if ahead is not None:
        day = ahead.start.astimezone(zone).date()
        return Step(StepKind.ATTEND, day, (), f"the interview is on {_day(day)}", _anchor(ahead))
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


def _thank_you(
    application: Application, policy: Policy, contact: Contact | None, now: dt.datetime, zone: ZoneInfo
) -> Step | None:
    held = application.last_held(now)
    if held is None or (application.last_of_mine is not None and application.last_of_mine.at > held.end):
        return None
    day = held.end.astimezone(zone).date()
    if now.astimezone(zone).date() > day + dt.timedelta(days=policy.thank_you_until.count):
        return None
    gone = {c.address.email for c in application.contacts if not c.reachable}
    to = tuple(host for host in held.hosts if host.email and host.email not in gone)
    if not to and contact is not None:
        to = (contact.address,)
    if not to:
        return None
    why = f"the interview was on {_day(day)} and you have not written since"
    return Step(StepKind.THANK_YOU, day, to, why, _anchor(held))


def _check_in(
    application: Application, policy: Policy, contact: Contact, calendar: Calendar, now: dt.datetime, zone: ZoneInfo
) -> Step:
    held, reply = application.last_held(now), application.last_reply
    if application.decision is not None:
        named = application.decision.window.latest
        giver = "you noted" if application.decision.stated_by is Side.ME else "they named"
        due = policy.after_decision.after(named, calendar)
        why = f"{policy.after_decision} after the date {giver}, {_day(named)}"
    else:
        last = max(m for m in (reply and reply.at, held and held.end, _EARLIEST) if m).astimezone(zone).date()
        due = policy.after_silence.after(last, calendar)
        why = f"{policy.after_silence} without a word since {_day(last)}, and no date was named"
    due, why = _not_while_away(due, why, contact, policy, calendar)
    theirs = application.last_of_theirs
    anchor = theirs.message_id if theirs else ""
    if held is not None and (theirs is None or held.end > theirs.at):
        anchor = _anchor(held)
    return Step(StepKind.CHECK_IN, due, (contact.address,), why, anchor)


def _again(application: Application, policy: Policy, contact: Contact, calendar: Calendar, zone: ZoneInfo) -> Step:
    last = application.follow_ups[-1]
    day = last.at.astimezone(zone).date()
    due, why = policy.again_after.after(day, calendar), f"{policy.again_after} after your last nudge, {_day(day)}"
    due, why = _not_while_away(due, why, contact, policy, calendar)
    if len(application.follow_ups) >= policy.at_most:
        return Step(
            StepKind.MOVE_ON, due, (), f"{why}; you wrote {len(application.follow_ups)} times without an answer"
        )
    return Step(StepKind.SECOND_CHECK_IN, due, (contact.address,), why, last.message_id)


def _not_while_away(
    due: dt.date, why: str, contact: Contact, policy: Policy, calendar: Calendar
) -> tuple[dt.date, str]:
    if contact.back_on is None:
        return due, why
    earliest = policy.after_return.after(contact.back_on, calendar)
    if earliest <= due:
        return due, why
    who = contact.address.name or contact.address.email
    return earliest, f"{policy.after_return} after {who} is back on {_day(contact.back_on)}"


def _anchor(interview: Interview) -> str:
    return f"{interview.message_id} {interview.start.astimezone(dt.UTC):%Y%m%d}"


def _day(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
