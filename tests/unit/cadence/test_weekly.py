"""Worked situations of `weekly`, the view of a job board."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, MINE, OMAR, contact, decision, interview, mail
from tests.unit.cadence.situations import (
    EVERYWHERE,
    LEE,
    STATED,
    THANKED,
    Row,
    between,
    called,
    check,
    named,
    nudged,
    onsite,
    screen,
)
from watcher.model import Address, Role, Thread

TEAM = Address("jobs@acmerobotics.example", "Acme Robotics Talent Team")
WRITTEN = (Thread("t", "", (mail(3, "2026-03-10 17:00", MINE),)),)
ANA = Address("ana.lim@acmerobotics.example", "Ana Lim")

SITUATIONS: list[Row] = [
    ("thank-you: 2-3 days after a face-to-face interview", "the interview was yesterday", {"interviews": (onsite("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-11 09:00", "thank_you", "2026-03-12", [OMAR]),
    ("thank-you: 2-3 days after a face-to-face interview", "the evening of the third day", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-13 23:00", "thank_you", "2026-03-12", [OMAR]),
    ("thank-you: 2-3 days after a face-to-face interview", "the third day is over", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-14 09:00", "check_in", "2026-03-17", [DANA]),
    ("thank-you: 2-3 days after a face-to-face interview", "both days are a weekend", {"interviews": (interview("2026-03-12 14:00", (OMAR,)),)},
     "2026-03-16 09:00", "thank_you", "2026-03-16", [OMAR]),
    ("thank-you: after a face-to-face interview", "a first call is none", {"interviews": (screen("2026-03-10 14:00", (DANA,)),)},
     "2026-03-11 09:00", "check_in", "2026-03-17", [DANA]),
    ("thank-you: answering what they asked", "two held it, and each asked something else", {"interviews": (onsite("2026-03-10 14:00", (OMAR, LEE)),)},
     "2026-03-12 09:00", "thank_you", "2026-03-12", [OMAR, LEE], "", True),
    ("they named a date: on it", "a Friday", {"decision": decision("2026-03-13")},
     "2026-03-10 09:00", "check_in", "2026-03-13", [DANA], ""),
    ("they named a date: inside their window", "Wednesday to Saturday", {"decision": between("2026-03-11", "2026-03-14")},
     "2026-03-10 09:00", "check_in", "2026-03-13", [DANA]),
    ("they named a date: inside their window", "by Saturday, said two weeks before", {"decision": decision("2026-03-14"), "threads": STATED},
     "2026-03-10 09:00", "check_in", "2026-03-13", [DANA]),
    ("they named a date: inside their window", "the window is a weekend", {"decision": between("2026-03-14", "2026-03-15")},
     "2026-03-10 09:00", "check_in", "2026-03-16", [DANA]),
    ("no date named: after one week", "a Monday", {}, "2026-03-04 09:00", "check_in", "2026-03-09", [DANA], ""),
    ("no date named: after one week", "I thanked them after the interview", {"interviews": (interview("2026-03-10 14:00"),), "last_of_mine": THANKED, "threads": WRITTEN},
     "2026-03-12 09:00", "check_in", "2026-03-17", [DANA]),
    ("again: at most once a week", "asked on the day they named", {"decision": decision("2026-03-13"), "follow_ups": nudged("2026-03-13")},
     "2026-03-14 09:00", "second_check_in", "2026-03-20", [DANA], ""),
    ("give up: nothing by week two", "asked after one week", {"follow_ups": nudged("2026-03-09")},
     "2026-03-10 09:00", "move_on", "2026-03-16", []),
    ("give up: nothing by week two", "asked late: a week is left to them all the same", {"follow_ups": nudged("2026-03-12")},
     "2026-03-13 09:00", "move_on", "2026-03-19", []),
    ("give up: nothing by week two", "asked on the day they named and a week later", {"decision": decision("2026-03-13"), "follow_ups": nudged("2026-03-13", "2026-03-20")},
     "2026-03-21 09:00", "move_on", "2026-03-27", []),
    ("channel: one of the two, not both", "I called on the day they named", {"decision": decision("2026-03-13"), "follow_ups": (called("2026-03-13"),)},
     "2026-03-13 18:00", "check_in", "2026-03-20", [DANA]),
    ("What a good message holds: past the second week, to a recruiter", "she is away until then",
     {"contacts": (contact(back_on=dt.date(2026, 3, 16)),)}, "2026-03-04 09:00", "check_in", "2026-03-17", [DANA], "inquiry"),
    ("who is written to: the person by name", "a team's mailbox, and a person", {"contacts": (contact(TEAM), contact(ANA, Role.COORDINATOR))},
     "2026-03-04 09:00", "check_in", "2026-03-09", [ANA]),
    ("who is written to: unknown: HR", "a team's mailbox alone", {"contacts": (contact(TEAM),)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [TEAM]),
]  # fmt: skip


@pytest.mark.parametrize("row", SITUATIONS + EVERYWHERE, ids=named(SITUATIONS + EVERYWHERE))
def test_situation(row: Row) -> None:
    check("weekly", row)
