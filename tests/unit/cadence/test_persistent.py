"""Worked situations of `persistent`, the view of a hiring and recruiting veteran."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, OMAR, contact, decision, interview, moment
from tests.unit.cadence.situations import (
    EVERYWHERE,
    HEADHUNTER,
    LEE,
    LORNE,
    MANAGER,
    THANKED,
    Row,
    called,
    check,
    named,
    nudged,
)
from watcher.model import Role

MET = (contact(), contact(OMAR, Role.INTERVIEWER, last_wrote=None), contact(LEE, Role.HIRING_MANAGER, last_wrote=None))
HELD = {"interviews": (interview("2026-03-10 14:00", (OMAR, LEE)),), "contacts": MET, "last_of_mine": THANKED}

SITUATIONS: list[Row] = [
    ("thank-you: right away", "the interview was this afternoon", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-10 16:00", "thank_you", "2026-03-10", [OMAR], "", False),
    ("thank-you: right away", "three days later it is too late", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-13 09:00", "call", "2026-03-17", [DANA]),
    ("corpus README, balanced, 6", "the recruiter is away", {"contacts": (contact(back_on=dt.date(2026, 3, 12)),)},
     "2026-03-04 09:00", "call", "2026-03-13", [DANA]),
    ("they named a date: a week past it", "a Friday was named", {"decision": decision("2026-03-13")},
     "2026-03-14 09:00", "call", "2026-03-20", [DANA]),
    ("they named a date: by next week, and it is two", "a Saturday was named: the call is not on a weekend",
     {"decision": decision("2026-03-14")}, "2026-03-20 09:00", "call", "2026-03-23", [DANA]),
    ("channel: phone first, or mail", "named, and no call was made", {"decision": decision("2026-03-13")},
     "2026-03-23 09:00", "check_in", "2026-03-23", [DANA], ""),
    ("no date named: after one to two weeks", "one week is over", {}, "2026-03-04 09:00", "call", "2026-03-09", [DANA]),
    ("channel: phone first", "still within the two weeks", {}, "2026-03-15 21:00", "call", "2026-03-09", [DANA]),
    ("channel: phone first, or mail", "two weeks are over, and no call was made", {},
     "2026-03-16 09:00", "check_in", "2026-03-16", [DANA], "inquiry"),
    ("again: polite persistence", "a call was made", {"follow_ups": (called("2026-03-09"),)},
     "2026-03-10 09:00", "check_in", "2026-03-23", [DANA], "inquiry"),
    ("again: polite persistence", "a mail was sent", {"follow_ups": nudged("2026-03-16")},
     "2026-03-17 09:00", "second_check_in", "2026-03-30", [DANA]),
    ("give up: no cap", "four were sent", {"follow_ups": nudged("2026-03-16", "2026-03-30", "2026-04-13", "2026-04-27")},
     "2026-04-28 09:00", "second_check_in", "2026-05-11", [DANA]),
    ("give up: other jobs matter more once they stay silent", "twelve weeks, and the day is a holiday",
     {"follow_ups": nudged("2026-03-16", "2026-03-30", "2026-04-13", "2026-04-27", "2026-05-11")},
     "2026-05-12 09:00", "move_on", "2026-05-26", []),
    ("who is written to: the interviewer with the most say", "the hiring manager held it, too", HELD,
     "2026-03-12 09:00", "call", "2026-03-17", [LEE]),
    ("who is written to: the interviewer", "an interviewer held it, who never wrote",
     HELD | {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)}, "2026-03-12 09:00", "call", "2026-03-17", [OMAR]),
    ("who is written to: else the recruiter", "the hiring manager wrote, and did not interview me",
     {"contacts": (contact(), MANAGER)}, "2026-03-04 09:00", "call", "2026-03-09", [DANA]),
    ("who is written to: else the recruiter", "of an agency", {"contacts": (HEADHUNTER, MANAGER)},
     "2026-03-04 09:00", "call", "2026-03-09", [LORNE]),
    ("who is written to", "the manager who interviewed me left",
     HELD | {"contacts": (*MET[:2], contact(LEE, Role.HIRING_MANAGER, last_wrote=moment("2026-03-02 10:00"), reachable=False))},
     "2026-03-12 09:00", "call", "2026-03-17", [OMAR]),
    ("What a good message holds: past the second week, to a recruiter", "to an interviewer it is no candid inquiry",
     HELD, "2026-03-24 09:00", "check_in", "2026-03-24", [LEE], ""),
]  # fmt: skip


@pytest.mark.parametrize("row", SITUATIONS + EVERYWHERE, ids=named(SITUATIONS + EVERYWHERE))
def test_situation(row: Row) -> None:
    check("persistent", row)
