"""What would be due when, if they stay silent and I do each thing on its day: the engine asked over and over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from watcher.cadence.engine import next_step
from watcher.cadence.policy import Policy
from watcher.calendar import Calendar
from watcher.model import Application, Reply, Side, Status, Step, StepKind

__all__ = ["outlook"]

_MOST = 60
"""Steps looked ahead; a policy's end comes before."""
_HOUR = dt.time(12)
"""When I do things."""


def outlook(
    application: Application, policy: Policy, calendar: Calendar, now: dt.datetime, zone: ZoneInfo
) -> Iterator[Step]:
    """The steps from now on, each with the day on which it would be carried out as `due`; the last one ends it.

    A question of theirs, or an offer, is the last step too: nothing can be told of what comes after.

    Args:
        application: The process as it stands at `now`.
        policy: The cadence.
        calendar: The user's business days.
        now: The moment of asking; aware. What was due before is done today.
        zone: The user's time zone.
    """
    for number in range(_MOST):
        step = next_step(application, policy, calendar, now, zone)
        if step.due is None:
            yield step
            return
        day = max(step.due, now.astimezone(zone).date())
        later = replace(step, due=day)
        yield later
        if step.kind is StepKind.MOVE_ON:
            return
        now = max(now, dt.datetime.combine(day, _HOUR, zone))
        application, now = _carried_out(application, later, now, number)


def _carried_out(
    application: Application, step: Step, now: dt.datetime, number: int
) -> tuple[Application, dt.datetime]:
    """The process once the step is done, and the moment at which it is."""
    if step.kind is StepKind.ATTEND:
        ended = next(i.end for i in application.interviews if i.end > now)
        named = application.decision
        spent = named is not None and named.window.latest < step.due if step.due else False
        status = Status.WAITING_ON_THEM if application.status is Status.SCHEDULED else application.status
        return replace(application, my_turn=False, status=status, decision=None if spent else named), ended
    called = step.kind is StepKind.CALL
    mine = Reply(Side.ME, "", now, f"{step.kind} {number}", called=called)
    made = application.follow_ups if step.kind is StepKind.THANK_YOU else (*application.follow_ups, mine)
    return replace(application, last_of_mine=application.last_of_mine if called else mine, follow_ups=made), now
