"""What the tables of worked situations are made of. The process is that of `builders.process`, unless a row differs.

Dana, the recruiter, wrote on Monday 2 March 2026, and I answered the same day. A row is

    (the cell or sentence of cadences.md, what is so, how the process differs, now, kind, due, to)

and may name a letter, and whether each is written to apart, at its end.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from tests.unit.builders import DANA, ZONE, contact, interview, mail, moment, process, reply
from watcher.cadence import next_step, policy
from watcher.calendar import calendar_for
from watcher.model import (
    Address,
    Decision,
    Interview,
    Kind,
    Mark,
    MarkKind,
    Reply,
    Role,
    Side,
    Stage,
    Status,
    Thread,
    Window,
)

US = calendar_for("US")
LEE = Address("lee.park@acmerobotics.example", "Lee Park")
LORNE = Address("lorne@search.example", "Lorne Bell")
MANAGER = contact(LEE, Role.HIRING_MANAGER)
HEADHUNTER = contact(LORNE, Role.HEADHUNTER)
STATED = (Thread("t", "", (mail(1, "2026-03-02 10:00"),)),)
"""The mail of Monday 2 March, in which a date was stated."""
CLOSED: dict[str, Any] = {"status": Status.CLOSED, "outcome": Kind.REJECTED}
THANKED = reply(Side.ME, "2026-03-10 17:00", 3)
"""What I wrote after the interview of Tuesday 10 March."""

Row = tuple[Any, ...]


def screen(start: str, hosts: tuple[Address, ...] = ()) -> Interview:
    return replace(interview(start, hosts), stage=Stage.SCREEN)


def onsite(start: str, hosts: tuple[Address, ...] = ()) -> Interview:
    return replace(interview(start, hosts), stage=Stage.ONSITE)


def nudged(*days: str) -> tuple[Reply, ...]:
    """My follow-ups by mail on these days."""
    return tuple(reply(Side.ME, f"{day} 09:30", number) for number, day in enumerate(days, 10))


def called(day: str) -> Reply:
    return replace(reply(Side.ME, f"{day} 10:00", 90), called=True)


def between(first: str, last: str) -> Decision:
    window = Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return Decision(window, "then", Side.THEM, "<1@test.example>")


def welcome(person: Address) -> Mark:
    return Mark(MarkKind.WELCOMES, "<1@test.example>", moment("2026-03-02 12:00"), person.email)


def named(rows: list[Row]) -> list[str]:
    """What a row is called in a report of the tests."""
    return [f"{row[1]} [{row[0]}]" for row in rows]


def check(name: str, row: Row) -> None:
    """Hold a built-in cadence to one row."""
    _, what, values, now, kind, due, to, *more = row
    step = next_step(process(**values), policy(name), US, moment(now), ZONE)
    assert (step.kind, step.due and step.due.isoformat(), list(step.to)) == (kind, due, to), what
    assert step.why
    if more:
        assert step.letter == more[0]
    if len(more) > 1:
        assert step.apart is more[1]


EVERYWHERE: list[Row] = [
    # what no cadence changes
    ("After a rejection: then leave them be", "closed", CLOSED, "2026-03-20 09:00", "none", None, []),
    ("corpus README, balanced, 1", "an offer", {"outcome": Kind.OFFER}, "2026-03-20 09:00", "reply", None, []),
    ("corpus README, balanced, 1", "my turn", {"my_turn": True}, "2026-03-20 09:00", "reply", None, []),
    ("corpus README, balanced, 1", "an interview ahead", {"interviews": (interview("2026-03-25 14:00"),)},
     "2026-03-20 09:00", "attend", "2026-03-25", []),
    ("corpus README, balanced, 3", "on hold without a date", {"status": Status.ON_HOLD, "outcome": Kind.ON_HOLD},
     "2026-04-20 09:00", "none", None, []),
    ("corpus README, balanced, 3", "nobody but one who left", {"contacts": (contact(DANA, reachable=False),)},
     "2026-03-20 09:00", "none", None, []),
]  # fmt: skip
