"""When a follow-up's rule has its step, until when that stands, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from watcher.cadence.case import Case, deed, spoken
from watcher.cadence.policy import Anchor, Rule
from watcher.model import Contact, Decision, Side, Status

__all__ = ["Due", "applies", "due_of"]


@dataclass(frozen=True, slots=True)
class Due:
    """The day of a step. `last` is the last on which it stands; None: for as long as nothing happens."""

    day: dt.date
    why: str
    last: dt.date | None = None


def applies(rule: Rule, case: Case) -> bool:
    """Whether a follow-up's rule speaks of the process as it stands, whatever the day."""
    if rule.stages and (case.held is None or case.held.stage not in rule.stages):
        return False
    if case.made or rule.anchor is Anchor.LAST_FOLLOW_UP:
        return bool(case.made) and rule.anchor is Anchor.LAST_FOLLOW_UP
    if rule.anchor is Anchor.STATED_DATE:
        return case.application.decision is not None
    return rule.anchor is Anchor.LAST_ACTIVITY or case.interview_stands()


def due_of(rule: Rule, case: Case, contact: Contact) -> Due:
    """When a rule that applies has its step.

    Nothing is due before the contact is back, before the date named for the end of a hold, or on an excluded day.
    """
    decision = case.application.decision
    anchor, why = _anchor(rule, case)
    day = case.after(rule.wait, anchor)
    if rule.inside and decision is not None:
        day = _inside(day, decision, case)
    day, why = _not_while_away(day, why, contact, case)
    if case.application.status is Status.ON_HOLD and decision is not None:
        day = max(day, decision.window.latest)
    day = case.allowed(day)
    return Due(day, why, max(day, case.after(rule.until, anchor)) if rule.until else None)


def _anchor(rule: Rule, case: Case) -> tuple[dt.date, str]:
    """The day that the rule's wait is counted from, and the reason in words."""
    decision, held = case.application.decision, case.held
    if rule.anchor is Anchor.STATED_DATE and decision is not None:
        return case.taken_day(decision, rule.factor), _after_date(rule, decision)
    if rule.anchor is Anchor.LAST_FOLLOW_UP:
        last = case.made[-1]
        day = case.day(last.at)
        return day, f"{rule.wait} after your last {deed(last)}, {spoken(day)}"
    if rule.anchor is Anchor.INTERVIEW and held is not None:
        day = case.day(held.end)
        return day, f"{rule.wait} after the interview, {spoken(day)}"
    day = case.activity_day()
    unnamed = ", and no date was named" if decision is None else ""
    return day, f"{rule.wait} without a word since {spoken(day)}{unnamed}"


def _after_date(rule: Rule, decision: Decision) -> str:
    giver = "you noted" if decision.stated_by is Side.ME else "they named"
    date = f"the date {giver}, {spoken(decision.window.latest)}"
    if rule.factor != 1:
        times = "twice" if rule.factor == 2 else f"{rule.factor:g} times"
        since = f"{times} the time until {date},"
        return f"{rule.wait} after {since} was over" if rule.wait.count else f"{since} is over"
    return f"{rule.wait} after {date}" if rule.wait.count else f"on {date}"


def _not_while_away(day: dt.date, why: str, contact: Contact, case: Case) -> tuple[dt.date, str]:
    """The day, or the one on which the contact has been back for long enough, with the reason."""
    if contact.back_on is None:
        return day, why
    earliest = case.after(case.policy.after_return, contact.back_on)
    if earliest <= day:
        return day, why
    who = contact.address.name or contact.address.email
    return earliest, f"{case.policy.after_return} after {who} is back on {spoken(contact.back_on)}"


def _inside(day: dt.date, decision: Decision, case: Case) -> dt.date:
    """The last day up to `day` that is not excluded, of those they named or after the day of the statement."""
    stated = case.stated_day(decision)
    first = decision.window.earliest or (stated + dt.timedelta(days=1) if stated else day)
    stretch = (day - dt.timedelta(days=n) for n in range((day - first).days + 1))
    return next((each for each in stretch if not case.policy.excludes(each, case.calendar)), day)
