"""Snooze, mute, and the contact that the user named."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, OMAR, contact, moment, process, reply
from watcher.cadence import contact_for, paused, policy, snoozed_until
from watcher.model import Mark, MarkKind, Role, Side, Status, Step, StepKind

CHECK_IN = Step(StepKind.CHECK_IN, dt.date(2026, 3, 9), (DANA,), "five business days without a word")
REPLY = Step(StepKind.REPLY, None, (), "they asked you something")
ATTEND = Step(StepKind.ATTEND, dt.date(2026, 3, 11), (), "the interview is on Wednesday")


def told(kind: MarkKind, value: str = "", at: str = "2026-03-10 09:00") -> Mark:
    return Mark(kind, "<1@test.example>", moment(at), value)


def snoozed(*days: str):
    return process(marks=tuple(told(MarkKind.SNOOZE, day) for day in days))


@pytest.mark.parametrize("step", [CHECK_IN, REPLY])
def test_what_is_snoozed_is_due_once_that_is_over(step):
    later = paused(step, snoozed("2026-03-13"))
    assert (later.kind, later.to, later.anchor) == (step.kind, step.to, step.anchor)
    assert later.due == dt.date(2026, 3, 13)
    assert later.why == f"{step.why}; you snoozed it until Friday 13 March"


def test_what_is_due_later_anyhow_stays():
    assert paused(CHECK_IN, snoozed("2026-03-09")) == CHECK_IN


def test_an_interview_takes_place_all_the_same():
    assert paused(ATTEND, snoozed("2026-03-13")) == ATTEND


def test_the_last_snooze_counts():
    assert paused(CHECK_IN, snoozed("2026-03-20", "2026-03-12")).due == dt.date(2026, 3, 12)


def test_a_snooze_is_over_once_they_write():
    application = snoozed("2026-03-13")
    wrote = process(marks=application.marks, last_of_theirs=reply(Side.THEM, "2026-03-11 10:00", 3))
    assert snoozed_until(wrote) is None
    assert paused(CHECK_IN, wrote) == CHECK_IN


@pytest.mark.parametrize("step", [CHECK_IN, REPLY, ATTEND])
def test_nothing_is_due_in_a_muted_process(step):
    silent = paused(step, process(marks=(told(MarkKind.MUTE),)))
    assert (silent.kind, silent.due, silent.to, silent.why) == (StepKind.NONE, None, (), "you muted it")


def test_a_closed_process_tells_why_it_is_closed_muted_or_not():
    closed = Step(StepKind.NONE, None, (), "closed: they said no")
    assert paused(closed, process(status=Status.CLOSED, marks=(told(MarkKind.MUTE),))) == closed


def test_the_contact_i_named_goes_before_all_that_a_cadence_prefers():
    dana, omar = contact(DANA, Role.RECRUITER), contact(OMAR, Role.COORDINATOR, last_wrote=None)
    named = told(MarkKind.CONTACT, f"Omar Haddad <{OMAR.email}>")
    balanced = policy("balanced")

    assert contact_for(process(contacts=(dana, omar)), balanced) == dana
    assert contact_for(process(contacts=(dana, omar), marks=(named,)), balanced) == omar
    gone = contact(OMAR, Role.COORDINATOR, reachable=False)
    assert contact_for(process(contacts=(dana, gone), marks=(named,)), balanced) == dana
