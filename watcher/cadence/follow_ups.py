"""The follow-up that is next, by mail or telephone, or that it is time to move on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from watcher.cadence.case import Case, anchor_of, counted, deed, spoken
from watcher.cadence.due import Due, applies, due_of
from watcher.cadence.policy import Anchor, Channel, Purpose, Rule
from watcher.model import Contact, Decision, Kind, Role, Side, Step, StepKind, Window

__all__ = ["follow_up"]

_RECRUITERS = frozenset({Role.HEADHUNTER, Role.RECRUITER})


def follow_up(case: Case, contact: Contact) -> Step:
    """What the policy's rules say of a process in which it is theirs to answer."""
    application, policy = case.application, case.policy
    if policy.moves_on_when_away and (told := _sent_away(case)) is not None:
        return Step(StepKind.MOVE_ON, case.allowed(told), (), "they encouraged you to look elsewhere")
    if case.made and _is_last(case):
        due, why = _end(case)
        return Step(StepKind.MOVE_ON, due, (), f"{why}; you {counted(case.made)} without an answer")
    dated = any(rule.anchor is Anchor.STATED_DATE for rule in policy.rules)
    if dated and not case.made and application.unread_date:
        perhaps = _perhaps_stated(case)
        if perhaps is None:  # a check-in could come before it
            why = "they seem to have named a day for their answer that could not be read"
            return Step(StepKind.NONE, None, (), why)
        case = perhaps
    rules = [rule for rule in policy.rules if rule.purpose is Purpose.FOLLOW_UP and applies(rule, case)]
    if not rules:
        return Step(StepKind.NONE, None, (), f"the cadence {policy.name} says nothing of a process that stands so")
    last = case.today
    for rule in rules:
        if rule.anchor is rules[0].anchor:  # the others speak of a process without it
            found = due_of(rule, case, contact)
            if found.last is None or case.today <= found.last:
                return _step(rule, found, case, contact)
            last = found.last
    over = case.allowed(last + dt.timedelta(days=1))
    return Step(StepKind.MOVE_ON, over, (), f"the time to ask was over on {spoken(last)}")


def _perhaps_stated(case: Case) -> Case | None:
    """The process as if the day that they named for who knows what were that of their answer; None where none is known.

    Whoever waits for it asks too late at worst.
    """
    application = case.application
    if application.decision is not None or application.unread_until is None:
        return None
    window = Window(None, application.unread_until)
    stated = Decision(window, application.unread_date, Side.THEM, "")
    return replace(case, application=replace(application, decision=stated))


def _sent_away(case: Case) -> dt.date | None:
    """The day on which they encouraged me to look elsewhere; None where they did not, or interviewed me since."""
    if case.application.leaning != "away":
        return None
    theirs, held = case.application.last_of_theirs, case.held
    told = [fact.at for fact in case.application.history if fact.statement.kind is Kind.LEANS_AWAY]
    at = told[-1] if told else theirs.at if theirs else case.now
    return None if held is not None and held.end > at else case.day(at)


def _is_last(case: Case) -> bool:
    """Whether no follow-up comes after the last one."""
    end = case.policy.end
    if end.call_ends and any(reply.called for reply in case.made):
        return True
    more = case.policy.one_more_when_towards and case.application.leaning == "towards"
    return end.follow_ups is not None and len(case.made) >= end.follow_ups + more


def _end(case: Case) -> tuple[dt.date, str]:
    """The day on which the wait after the last follow-up is over, with the reason."""
    last, wait = case.made[-1], case.policy.end.wait
    day = case.day(last.at)
    return case.allowed(case.after(wait, day)), f"{wait} after your last {deed(last)}, {spoken(day)}"


def _step(rule: Rule, due: Due, case: Case, contact: Contact) -> Step:
    """The step of a rule; or to move on, where the silence will have lasted too long once it is due."""
    silence, since = case.policy.end.silence, case.silent_since()
    if case.made and silence is not None:
        over = max(_end(case)[0], case.allowed(case.after(silence, since)))
        if due.day >= over:
            why = f"{silence} of silence since {spoken(since)}; you {counted(case.made)} without an answer"
            return Step(StepKind.MOVE_ON, over, (), why)
    to, anchor = (contact.address,), _anchor(case)
    if rule.channel is Channel.CALL:
        return Step(StepKind.CALL, due.day, to, due.why, anchor)
    candid = case.policy.candid_after
    inquires = candid is not None and contact.role in _RECRUITERS and due.day >= case.after(candid, since)
    again = any(not reply.called for reply in case.made)
    kind = StepKind.SECOND_CHECK_IN if again else StepKind.CHECK_IN
    return Step(kind, due.day, to, due.why, anchor, letter="inquiry" if inquires else rule.letter)


def _anchor(case: Case) -> str:
    """What a follow-up follows: my last one, their last mail, or the interview held since."""
    if case.made:
        return case.made[-1].message_id
    theirs, held = case.application.last_of_theirs, case.held
    if held is not None and (theirs is None or held.end > theirs.at):
        return anchor_of(held)
    return theirs.message_id if theirs else ""
