"""Worked situations of the `balanced` cadence, as the corpus README defines it. The process is that of `builders.process`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, MINE, OMAR, ZONE, contact, decision, interview, moment, process, reply
from watcher.cadence import next_step, policy
from watcher.calendar import calendar_for
from watcher.model import Address, Kind, Role, Side, Status, Step, StepKind

BALANCED, US = policy("balanced"), calendar_for("US")
AWAY = Address("lorne@search.example", "Lorne")


def step(now: str, **values: Any) -> Step:
    return next_step(process(**values), BALANCED, US, moment(now), ZONE)


SITUATIONS = [
    # (the line of the README: what, the process, now, kind, due, to)
    ("1: closed", {"status": Status.CLOSED, "outcome": Kind.REJECTED}, "2026-03-20 09:00", "none", None, []),
    ("1: closed by me while on hold", {"status": Status.CLOSED, "outcome": Kind.ON_HOLD}, "2026-03-20 09:00", "none", None, []),
    ("1: closed by me with an offer", {"status": Status.CLOSED, "outcome": Kind.OFFER}, "2026-03-20 09:00", "none", None, []),
    ("1: an offer", {"outcome": Kind.OFFER, "status": Status.WAITING_ON_ME}, "2026-03-20 09:00", "reply", None, []),
    ("1: an interview ahead", {"interviews": (interview("2026-03-10 14:00"),)}, "2026-03-09 09:00", "attend", "2026-03-10", []),
    ("1: an interview under way", {"interviews": (interview("2026-03-10 14:00"),)}, "2026-03-10 14:30", "attend", "2026-03-10", []),
    ("1: my turn", {"my_turn": True}, "2026-03-20 09:00", "reply", None, []),
    ("2: an interview held, those who held it known", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-11 09:00", "thank_you", "2026-03-10", [OMAR]),
    ("2: an interview held, nobody's address known", {"interviews": (interview("2026-03-10 14:00"),)},
     "2026-03-13 23:00", "thank_you", "2026-03-10", [DANA]),
    ("2: the thank-you's days are over", {"interviews": (interview("2026-03-10 14:00"),)},
     "2026-03-14 00:30", "check_in", "2026-03-17", [DANA]),
    ("2: I wrote after the interview", {"interviews": (interview("2026-03-10 14:00"),),
     "last_of_mine": reply(Side.ME, "2026-03-10 17:20", 3)}, "2026-03-11 09:00", "check_in", "2026-03-17", [DANA]),
    ("3: on hold without a date", {"status": Status.ON_HOLD, "outcome": Kind.ON_HOLD}, "2026-04-20 09:00", "none", None, []),
    ("4: on hold until a date", {"status": Status.ON_HOLD, "outcome": Kind.ON_HOLD, "decision": decision("2026-04-01")},
     "2026-03-20 09:00", "check_in", "2026-04-03", [DANA]),
    ("3: nobody to write to", {"contacts": ()}, "2026-03-20 09:00", "none", None, []),
    ("3: only somebody who left", {"contacts": (contact(reachable=False),)}, "2026-03-20 09:00", "none", None, []),
    ("4: they named a date", {"decision": decision("2026-03-13")}, "2026-03-14 09:00", "check_in", "2026-03-17", [DANA]),
    ("4: the date is before a public holiday", {"decision": decision("2026-05-22")}, "2026-05-23 09:00", "check_in", "2026-05-27", [DANA]),
    ("4: they named none", {}, "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("4: they named one that could not be read", {"unread_date": "when the swallows leave"}, "2026-03-20 09:00", "none", None, []),
    ("4: they named one that may be that of their answer", {"unread_date": "till the 13th", "unread_until": dt.date(2026, 3, 13)},
     "2026-03-14 09:00", "check_in", "2026-03-17", [DANA]),
    ("4: they may have named another that could not be read", {"decision": decision("2026-03-13"), "unread_date": "when the swallows leave"},
     "2026-03-20 09:00", "none", None, []),
    ("4: they may have decided", {"unread_outcome": "a cousin, you see"}, "2026-03-20 09:00", "none", None, []),
    ("5: I asked after one that could not be read", {"unread_date": "when the swallows leave", "follow_ups": (reply(Side.ME, "2026-03-17 09:30", 4),)},
     "2026-03-20 09:00", "second_check_in", "2026-03-24", [DANA]),
    ("5: one follow-up", {"follow_ups": (reply(Side.ME, "2026-03-17 09:30", 4),)},
     "2026-03-20 09:00", "second_check_in", "2026-03-24", [DANA]),
    ("5: two follow-ups", {"follow_ups": (reply(Side.ME, "2026-03-10 09:30", 4), reply(Side.ME, "2026-03-17 09:30", 5))},
     "2026-03-20 09:00", "move_on", "2026-03-24", []),
    ("6: the contact is away", {"contacts": (contact(back_on=dt.date(2026, 3, 30)),), "decision": decision("2026-03-13")},
     "2026-03-17 09:00", "check_in", "2026-03-31", [DANA]),
    ("6: back before it is due", {"contacts": (contact(back_on=dt.date(2026, 3, 5)),), "decision": decision("2026-03-13")},
     "2026-03-17 09:00", "check_in", "2026-03-17", [DANA]),
    ("the contact: a headhunter comes first", {"contacts": (contact(), contact(AWAY, Role.HEADHUNTER, last_wrote=moment("2026-02-20 09:00")))},
     "2026-03-04 09:00", "check_in", "2026-03-09", [AWAY]),
    ("the contact: a hiring manager before an interviewer", {"contacts": (contact(OMAR, Role.INTERVIEWER), contact(role=Role.HIRING_MANAGER))},
     "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("the contact: an interviewer before a coordinator", {"contacts": (contact(role=Role.COORDINATOR), contact(OMAR, Role.INTERVIEWER))},
     "2026-03-04 09:00", "check_in", "2026-03-09", [OMAR]),
    ("the contact: of two recruiters the last to write", {"contacts": (contact(), contact(AWAY, last_wrote=moment("2026-03-02 12:00")))},
     "2026-03-04 09:00", "check_in", "2026-03-09", [AWAY]),
    ("the contact: one who never wrote is not written to", {"contacts": (contact(OMAR, last_wrote=None), contact(role=Role.COORDINATOR))},
     "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "now", "kind", "due", "to"), [s[1:] for s in SITUATIONS], ids=[s[0] for s in SITUATIONS]
)
def test_situation(values: dict[str, Any], now: str, kind: str, due: str | None, to: list[Address]) -> None:
    found = step(now, **values)

    assert (found.kind, found.due, list(found.to)) == (kind, due and dt.date.fromisoformat(due), to)
    assert found.why


def test_the_days_are_the_users_own() -> None:
    """An interview that ends at 23:30 in Chicago was on that day, though it is the next one in UTC."""
    late = interview("2026-03-10 22:30")

    assert step("2026-03-11 09:00", interviews=(late,)).due == dt.date(2026, 3, 10)


def test_a_new_word_of_theirs_is_another_step() -> None:
    before = step("2026-03-20 09:00")
    after = step("2026-03-20 09:00", last_of_theirs=reply(Side.THEM, "2026-03-03 10:00", 7))

    assert before.kind == after.kind
    assert before.anchor != after.anchor


@given(
    days=st.integers(0, 60),
    named=st.one_of(st.none(), st.integers(0, 40)),
    nudges=st.lists(st.integers(3, 30), max_size=3, unique=True).map(sorted),
    back=st.one_of(st.none(), st.integers(0, 40)),
    turn=st.booleans(),
    status=st.sampled_from(Status),
)
def test_a_draft_is_never_wanted_too_soon_nor_to_the_wrong_people(
    days: int,
    named: int | None,
    nudges: list[int],
    back: int | None,
    turn: bool,
    status: Status,
) -> None:
    start = dt.date(2026, 3, 2)
    now = moment("2026-03-02 16:00") + dt.timedelta(days=days)
    left = contact(OMAR, reachable=False)
    found = next_step(
        process(
            status=status,
            outcome=Kind.REJECTED if status is Status.CLOSED else None,
            my_turn=turn,
            decision=decision(str(start + dt.timedelta(named))) if named is not None else None,
            follow_ups=tuple(reply(Side.ME, f"{start + dt.timedelta(n)} 09:00", n) for n in nudges),
            contacts=(contact(back_on=start + dt.timedelta(back) if back is not None else None), left),
        ),
        BALANCED, US, now, ZONE,
    )  # fmt: skip

    assert set(found.to) <= {DANA}
    assert MINE not in found.to
    if status is Status.CLOSED or turn:
        assert not found.is_draft
    if found.is_draft:
        assert found.due is not None
        assert len(nudges) < (BALANCED.end.follow_ups or 0)
        if nudges:
            assert found.due >= US.add_business_days(start + dt.timedelta(nudges[-1]), 5)
        elif named is not None:
            assert found.due >= US.add_business_days(start + dt.timedelta(named), 2)
        if back is not None:
            assert found.due > start + dt.timedelta(back)
        assert found.kind in (StepKind.CHECK_IN, StepKind.SECOND_CHECK_IN)
