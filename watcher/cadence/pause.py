"""A step that the user put off, or wants to hear no more of: snooze and mute."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from watcher.cadence.case import spoken
from watcher.model import Application, MarkKind, Status, Step, StepKind

__all__ = ["is_muted", "paused", "snoozed_until"]


def is_muted(application: Application) -> bool:
    """Whether nothing is to be due in a process any more."""
    return any(mark.kind is MarkKind.MUTE for mark in application.marks)


def snoozed_until(application: Application) -> dt.date | None:
    """The day until which I put a process off, past or to come; None once they wrote: it was for what stood then."""
    snoozes = [mark for mark in application.marks if mark.kind is MarkKind.SNOOZE]
    theirs = application.last_of_theirs
    if not snoozes or (theirs is not None and theirs.at > snoozes[-1].at):
        return None
    return dt.date.fromisoformat(snoozes[-1].value)


def paused(step: Step, application: Application) -> Step:
    """The step as I want it: none of a process that is muted, and none due before a snooze is over.

    An interview takes place all the same.
    """
    if is_muted(application) and application.status is not Status.CLOSED:
        return Step(StepKind.NONE, None, (), "you muted it")
    until = snoozed_until(application)
    if until is None or step.kind in (StepKind.NONE, StepKind.ATTEND) or (step.due is not None and step.due >= until):
        return step
    return replace(step, due=until, why=f"{step.why}; you snoozed it until {spoken(until)}")
