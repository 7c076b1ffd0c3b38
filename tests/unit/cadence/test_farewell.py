"""After a rejection: gracious thanks, and a wish to stay in touch; then leave them be (What a good message holds)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.unit.builders import DANA, ZONE, contact, mail, moment, process, reply, says
from tests.unit.cadence.situations import LORNE, US
from watcher.cadence import next_step, policy
from watcher.model import Fact, Kind, Role, Side, Status, Step, StepKind

FRIDAY = "2026-03-06 16:00"


def step(
    now: str, outcome: Kind = Kind.REJECTED, *, name: str = "weekly", farewell: bool = True, **values: Any
) -> Step:
    said = mail(7, FRIDAY, DANA, says(outcome))
    fact = Fact(said.envelope.sent, Side.THEM, DANA.email, said.envelope.message_id, said.statements[0], "over")
    known = {
        "status": Status.CLOSED,
        "outcome": outcome,
        "history": (fact,),
        "last_of_theirs": reply(Side.THEM, FRIDAY, 7),
    }
    following = replace(policy(name), farewell=farewell)
    return next_step(process(**(known | values)), following, US, moment(now), ZONE)


@pytest.mark.parametrize(
    ("what", "found", "letter", "due"),
    [
        ("they said no", step("2026-03-06 18:00"), "gracious", "2026-03-06"),
        ("the position was filled", step("2026-03-07 18:00", Kind.FILLED), "keep_in_touch", "2026-03-06"),
        ("five days later", step("2026-03-11 18:00", name="balanced"), "gracious", "2026-03-06"),
    ],
)
def test_it_is_due_where_it_is_wished_for(what: str, found: Step, letter: str, due: str) -> None:
    assert (found.kind, found.letter, found.due, found.to) == (
        StepKind.THANK_YOU,
        letter,
        dt.date.fromisoformat(due),
        (DANA,),
    ), what
    assert found.anchor == "<7@test.example>"


def test_it_goes_to_whom_told_me_else_to_the_contact() -> None:
    known = (contact(LORNE, Role.HEADHUNTER), contact())

    assert step("2026-03-06 18:00", contacts=known).to == (DANA,)
    assert step("2026-03-06 18:00", contacts=(known[0], contact(reachable=False))).to == (LORNE,)


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("nobody wished for it", step("2026-03-06 18:00", farewell=False)),
        ("later it reopens what is over", step("2026-03-12 18:00")),
        ("I have answered", step("2026-03-07 18:00", last_of_mine=reply(Side.ME, "2026-03-06 17:00", 8))),
        ("I withdrew myself", step("2026-03-06 18:00", Kind.WITHDRAWN)),
        ("nobody is there to thank", step("2026-03-06 18:00", contacts=(contact(reachable=False),))),
    ],
)
def test_it_is_none_otherwise(what: str, found: Step) -> None:
    assert found.kind is StepKind.NONE, what
