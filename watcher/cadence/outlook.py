"""What would be due when, if they stay silent and I do each thing on its day: the engine asked over and over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from watcher.cadence.engine import next_step
from watcher.cadence.policy import Policy
from watcher.calendar import Calendar
from watcher.model import Address, Application, Entry, Envelope, Reply, Side, Status, Step, StepKind, Thread

__all__ = ["outlook"]

_MOST = 60
"""Steps looked ahead; a policy's end comes before."""
_HOUR = dt.time(12)
"""When I do things."""
_A_WHILE = dt.timedelta(minutes=1)
"""Between two things that I do on one day."""


def outlook(
    application: Application, policy: Policy, calendar: Calendar, now: dt.datetime, zone: ZoneInfo
) -> Iterator[Step]:
    """The steps from now on, each with the day on which it would be carried out as `due`; the last one ends it.

    A question of theirs, or an offer, is the last step too: nothing can be told of what comes after.

    Args:
        application: The process as it stands at `now`.
        policy: The cadence.
        calendar: The user's business days.
        now: The moment of asking; aware. What was due before is done today, or on the next day not excluded.
        zone: The user's time zone.
    """
    for number in range(_MOST):
        step = next_step(application, policy, calendar, now, zone)
        if step.due is None:
            yield step
            return
        if step.kind is StepKind.ATTEND:
            yield step
            application, now = _attended(application, step.due, now)
            continue
        day = max(step.due, policy.allowed_from(now.astimezone(zone).date(), calendar))
        later = replace(step, due=day)
        yield later
        if step.kind is StepKind.MOVE_ON:
            return
        now = max(now + _A_WHILE, dt.datetime.combine(day, _HOUR, zone))
        application = _carried_out(application, later, now, number)


def _attended(application: Application, day: dt.date, now: dt.datetime) -> tuple[Application, dt.datetime]:
    """The process once the interview that is ahead was held, and the moment of its end."""
    ended = next(interview.end for interview in application.interviews if interview.end > now)
    named = application.decision
    decision = None if named is not None and named.window.latest < day else named  # it was for a stage that is over
    status = Status.WAITING_ON_THEM if application.status is Status.SCHEDULED else application.status
    return replace(application, my_turn=False, status=status, decision=decision), ended


def _carried_out(application: Application, step: Step, now: dt.datetime, number: int) -> Application:
    """The process once the letter was sent, or the call made."""
    mine = Reply(Side.ME, "", now, f"{step.kind} {number}", called=step.kind is StepKind.CALL)
    made = application.follow_ups if step.kind is StepKind.THANK_YOU else (*application.follow_ups, mine)
    if mine.called:
        return replace(application, follow_ups=made)
    written = Thread(mine.message_id, "", (Entry(_envelope(application, step, mine)),))
    return replace(application, last_of_mine=mine, follow_ups=made, threads=(*application.threads, written))


def _envelope(application: Application, step: Step, mine: Reply) -> Envelope:
    """The letter as it would stand among the mail."""
    return Envelope(
        account=application.account,
        ref="",
        message_id=mine.message_id,
        sent=mine.at,
        received=mine.at,
        sender=Address(mine.address),
        to=step.to,
        side=Side.ME,
    )
