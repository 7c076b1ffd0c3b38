"""What holds of every cadence, built in or a user's, in every process."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import OMAR, ZONE, contact, decision, interview, moment, process, reply
from tests.unit.cadence.situations import LEE, LORNE, MANAGER, STATED, US, called, onsite, screen
from watcher.cadence import contact_for, names, next_step, outlook, policy
from watcher.cadence.policy import Among, Anchor, Channel, Choice, End, Only, Policy, Purpose, Rule, Unit, Wait
from watcher.model import Address, Application, Kind, Role, Side, Status, Step, StepKind

START = dt.date(2026, 3, 2)
GONE = Address("gone@acmerobotics.example", "Gone Away")
FOLLOW_UPS = (StepKind.CHECK_IN, StepKind.SECOND_CHECK_IN, StepKind.CALL)


def waits(least: int = 0, most: int = 30) -> st.SearchStrategy[Wait]:
    return st.builds(Wait, st.integers(least, most), st.sampled_from([Unit.DAYS, Unit.BUSINESS_DAYS]))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    anchor, wait = draw(st.sampled_from(Anchor)), draw(waits(1))
    until = Wait(wait.count * 3 + draw(st.integers(0, 9)))
    return Rule(
        anchor, wait, channel=draw(st.sampled_from(Channel)), until=draw(st.sampled_from([None, until])),
        factor=draw(st.sampled_from([1, 1.5, 2])) if anchor is Anchor.STATED_DATE else 1,
    )  # fmt: skip


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Cadences that the form allows."""
    again = Rule(Anchor.LAST_FOLLOW_UP, draw(waits(1)), channel=draw(st.sampled_from(Channel)))
    thanks = Rule(
        Anchor.INTERVIEW, Wait(draw(st.integers(0, 3))), Purpose.THANK_YOU, until=Wait(3), each=draw(st.booleans())
    )
    cap = draw(st.none() | st.integers(1, 5))
    choices = st.builds(Choice, st.sampled_from(Role), st.none() | st.sampled_from(Only))
    return Policy(
        name="mine", summary="mine", whose="",
        contacts=tuple(draw(st.lists(choices, min_size=1, max_size=6))),
        among=draw(st.sampled_from(Among)),
        rules=(*draw(st.lists(rules(), max_size=4)), thanks, again),
        end=End(draw(waits()), cap, draw(waits(1, 90)) if cap is None else None, draw(st.booleans())),
        after_return=draw(waits(0, 3)),
        days_off=draw(st.booleans()),
        never_on=frozenset(draw(st.sets(st.integers(0, 6), max_size=3))),
        moves_on_when_away=draw(st.booleans()),
        one_more_when_towards=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def processes(draw: st.DrawFn) -> dict[str, Any]:
    """How a process differs from that of the builders."""
    held = draw(st.none() | st.sampled_from([interview, screen, onsite]))
    nudges = sorted(draw(st.lists(st.integers(3, 30), max_size=4, unique=True)))
    made = [reply(Side.ME, f"{START + dt.timedelta(day)} 09:30", day) for day in nudges]
    if draw(st.booleans()):
        made = [*made, called(str(START + dt.timedelta((nudges or [2])[-1] + 1)))]
    back = draw(st.none() | st.integers(0, 40))
    known = [
        contact(back_on=START + dt.timedelta(back) if back is not None else None), MANAGER,
        contact(OMAR, Role.INTERVIEWER), contact(LORNE, Role.HEADHUNTER),
    ]  # fmt: skip
    day = draw(st.none() | st.integers(0, 40))
    status = draw(st.sampled_from(Status))
    return {
        "status": status,
        "outcome": Kind.REJECTED if status is Status.CLOSED else None,
        "my_turn": draw(st.booleans()),
        "leaning": draw(st.sampled_from(["", "towards", "away"])),
        "threads": STATED,
        "interviews": (held(f"{START + dt.timedelta(draw(st.integers(0, 9)))} 14:00", (OMAR, LEE, GONE)),)
        if held
        else (),
        "decision": decision(str(START + dt.timedelta(day))) if day is not None else None,
        "follow_ups": tuple(made),
        "contacts": (contact(GONE, Role.RECRUITER, reachable=False), *known[: draw(st.integers(0, 4))]),
    }


EVERY_POLICY = policies() | st.sampled_from([policy(name) for name in names()])
NOW = st.integers(0, 60).map(lambda days: moment("2026-03-02 16:00") + dt.timedelta(days=days))


def cap(following: Policy, application: Application) -> int:
    """The most follow-ups there may be."""
    more = following.one_more_when_towards and application.leaning == "towards"
    return 10_000 if following.end.follow_ups is None else following.end.follow_ups + more


def is_step(step: Step) -> bool:
    return step.kind in (*FOLLOW_UPS, StepKind.THANK_YOU, StepKind.MOVE_ON)


@given(EVERY_POLICY, processes(), NOW)
def test_a_step_is_never_for_the_wrong_person_nor_on_the_wrong_day(
    following: Policy, values: dict[str, Any], now: dt.datetime
) -> None:
    application = process(**values)
    step = next_step(application, following, US, now, ZONE)

    assert GONE not in step.to
    if application.status is Status.CLOSED:
        assert step.kind is StepKind.NONE
    if application.my_turn:
        assert step.kind not in (*FOLLOW_UPS, StepKind.MOVE_ON, StepKind.THANK_YOU)
    if is_step(step) and step.due:
        assert not following.excludes(step.due, US)
    if step.kind in FOLLOW_UPS:
        assert len(step.to) == 1
        assert len(application.follow_ups) < cap(following, application)
        assert step.anchor
        if application.follow_ups and step.due:
            last = application.follow_ups[-1].at.astimezone(ZONE).date()
            again = [rule.wait for rule in following.rules if rule.anchor is Anchor.LAST_FOLLOW_UP]
            assert step.due >= min(wait.after(last, US) for wait in again)


@given(EVERY_POLICY, processes(), NOW)
def test_asking_twice_gives_the_same(following: Policy, values: dict[str, Any], now: dt.datetime) -> None:
    application = process(**values)

    assert next_step(application, following, US, now, ZONE) == next_step(application, following, US, now, ZONE)


@given(EVERY_POLICY, processes(), NOW)
def test_a_whole_silence_keeps_to_the_waits_and_the_cap_and_ends(
    following: Policy, values: dict[str, Any], now: dt.datetime
) -> None:
    application = process(**values)
    steps = list(outlook(application, following, US, now, ZONE))
    asked = [step.due for step in steps if step.kind in FOLLOW_UPS and step.due]
    again = [rule.wait for rule in following.rules if rule.anchor is Anchor.LAST_FOLLOW_UP]

    assert len(steps) <= 60
    assert all(step.kind is not StepKind.MOVE_ON and step.due for step in steps[:-1])
    assert not asked or len(application.follow_ups) + len(asked) <= cap(following, application)
    for before, after in pairwise(asked):
        assert after >= min(wait.after(before, US) for wait in again)
    assert not any(following.excludes(step.due, US) for step in steps if is_step(step) and step.due)
    assert not any(GONE in step.to for step in steps)


@given(st.sampled_from(names()), processes(), NOW)
def test_each_built_in_cadence_comes_to_an_end(name: str, values: dict[str, Any], now: dt.datetime) -> None:
    last = list(outlook(process(**values), policy(name), US, now, ZONE))[-1]

    assert last.kind in (StepKind.MOVE_ON, StepKind.NONE, StepKind.REPLY)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("role", Role)
def test_the_only_one_who_wrote_is_written_to(name: str, role: Role) -> None:
    """But `recruiter` goes around nobody: "the hiring manager only where he said it was fine"."""
    only = contact(Address("jobs@acmerobotics.example", "Acme Robotics"), role)
    found = contact_for(process(contacts=(only,)), policy(name))

    assert found == (None if name == "recruiter" and role in (Role.HIRING_MANAGER, Role.INTERVIEWER) else only)


def test_the_built_in_cadences_reach_every_kind_of_step() -> None:
    """Otherwise nothing above would be tested."""
    found = {
        next_step(process(follow_ups=made), policy(name), US, moment("2026-03-20 09:00"), ZONE).kind
        for name in names()
        for made in ((), (called("2026-03-09"),), (reply(Side.ME, "2026-03-09 09:30", 5),))
    }
    assert {StepKind.CHECK_IN, StepKind.SECOND_CHECK_IN, StepKind.CALL, StepKind.MOVE_ON} <= found
