"""Worked situations of `recruiter`, the view of a corporate recruiter."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, OMAR, contact, decision, interview, mail, moment, reply, says
from tests.unit.cadence.situations import (
    EVERYWHERE,
    HEADHUNTER,
    LEE,
    LORNE,
    MANAGER,
    Row,
    check,
    named,
    nudged,
    onsite,
    screen,
    welcome,
)
from watcher.model import Address, Fact, Kind, Role, Side, Thread

KAI = Address("kai.dunn@acmerobotics.example", "Kai Dunn")
TWO = (contact(), contact(KAI, last_wrote=moment("2026-03-02 11:00")))
DANA_WROTE_MORE = (
    Thread("t", "", (mail(1, "2026-03-01 10:00"), mail(2, "2026-03-02 10:00"), mail(3, "2026-03-02 11:00", KAI))),
)

AWAY = mail(1, "2026-03-02 10:00", DANA, says(Kind.LEANS_AWAY))
SAID_SO = (
    Fact(AWAY.envelope.sent, Side.THEM, DANA.email, "<1@test.example>", AWAY.statements[0], "an offer is unlikely"),
)

SITUATIONS: list[Row] = [
    ("thank-you: -", "an interview yesterday, and I have not written", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-11 09:00", "check_in", "2026-03-17", [DANA]),
    ("no date named: 5 business days after a screen", "with a holiday among them", {"interviews": (screen("2026-05-20 14:00"),)},
     "2026-05-21 09:00", "check_in", "2026-05-28", [DANA], "status"),
    ("no date named: 5 business days after a screen", "I thanked them the next day",
     {"interviews": (screen("2026-03-10 14:00"),), "last_of_mine": reply(Side.ME, "2026-03-11 09:00", 3)},
     "2026-03-12 09:00", "check_in", "2026-03-17", [DANA]),
    ("no date named: a week after the hiring manager", "a holiday is no matter, nor are my thanks",
     {"interviews": (interview("2026-05-20 14:00"),), "last_of_mine": reply(Side.ME, "2026-05-21 08:00", 3)}, "2026-05-21 09:00", "check_in", "2026-05-27", [DANA], "status"),
    ("no date named: a week after an onsite", "a Friday", {"interviews": (onsite("2026-03-13 09:00"),)},
     "2026-03-14 09:00", "check_in", "2026-03-20", [DANA]),
    ("no date named: a week after an onsite", "the day is a public holiday", {"interviews": (onsite("2026-05-18 09:00"),)},
     "2026-05-19 09:00", "check_in", "2026-05-26", [DANA]),
    ("no date named: a week after an onsite", "they wrote since: a week after their word, a holiday is no matter",
     {"interviews": (onsite("2026-05-18 09:00"),), "last_of_theirs": reply(Side.THEM, "2026-05-20 10:00", 5)},
     "2026-05-21 09:00", "check_in", "2026-05-27", [DANA], "status"),
    ("no date named: 5 business days after a screen", "they wrote since: as long after their word",
     {"interviews": (screen("2026-05-18 09:00"),), "last_of_theirs": reply(Side.THEM, "2026-05-20 10:00", 5)},
     "2026-05-21 09:00", "check_in", "2026-05-28", [DANA], "status"),
    ("no date named: 5 business days", "there was no interview", {}, "2026-03-04 09:00", "check_in", "2026-03-09", [DANA], "status"),
    ("corpus README, balanced, 6", "the recruiter is away", {"contacts": (contact(back_on=dt.date(2026, 3, 12)),)},
     "2026-03-04 09:00", "check_in", "2026-03-13", [DANA]),
    ("they named a date: as without a date", "the end of the month", {"interviews": (screen("2026-03-10 14:00"),), "decision": decision("2026-03-31")},
     "2026-03-12 09:00", "check_in", "2026-03-17", [DANA]),
    ("they named a date: as without a date", "one that nobody could read is none", {"unread_date": "when the swallows leave"},
     "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("again: 3-4 business days after the first", "a Tuesday", {"follow_ups": nudged("2026-03-10")},
     "2026-03-11 09:00", "second_check_in", "2026-03-13", [DANA], "status"),
    ("again: 3-4 business days after the first", "a Thursday, with a weekend between", {"follow_ups": nudged("2026-03-05")},
     "2026-03-06 09:00", "second_check_in", "2026-03-10", [DANA]),
    ("give up: or will not say", "two were not answered", {"follow_ups": nudged("2026-03-17", "2026-03-20")},
     "2026-03-21 09:00", "move_on", "2026-03-26", []),
    ("give up: when the recruiter says to look elsewhere", "we encourage you to continue looking", {"leaning": "away"},
     "2026-03-03 09:00", "move_on", "2026-03-02", []),
    ("give up: when the recruiter says to look elsewhere", "they interviewed me since", {"leaning": "away", "interviews": (interview("2026-03-10 14:00"),)},
     "2026-03-11 09:00", "check_in", "2026-03-17", [DANA]),
    ("give up: when the recruiter says to look elsewhere", "they said so, and wrote once more since", {"leaning": "away", "history": SAID_SO, "last_of_theirs": reply(Side.THEM, "2026-03-05 10:00", 5)},
     "2026-03-06 09:00", "move_on", "2026-03-02", []),
    ("How to read them: very interested but needs a bit more time is a good sign", "two were not answered since",
     {"leaning": "towards", "follow_ups": nudged("2026-03-10", "2026-03-13")}, "2026-03-14 09:00", "second_check_in", "2026-03-18", [DANA]),
    ("who is written to: agency: the headhunter", "a recruiter wrote, too", {"contacts": (contact(), HEADHUNTER)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [LORNE]),
    ("who is written to: the recruiter worked with most closely", "the other was the last to write", {"contacts": TWO, "threads": DANA_WROTE_MORE},
     "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("who is written to: the hiring manager only where he said it was fine", "he did not", {"contacts": (MANAGER,)},
     "2026-03-20 09:00", "none", None, []),
    ("who is written to: the hiring manager only where he said it was fine", "he did", {"contacts": (MANAGER,), "marks": (welcome(LEE),)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [LEE]),
    ("How to read them: never around the recruiter's back", "he did, and there is a recruiter", {"contacts": (MANAGER, contact()), "marks": (welcome(LEE),)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("who is written to: otherwise the recruiter", "an interviewer is not", {"contacts": (contact(OMAR, Role.INTERVIEWER),)},
     "2026-03-20 09:00", "none", None, []),
    ("What a good message holds: past the second week, to a recruiter", "asked late", {"follow_ups": nudged("2026-03-13")},
     "2026-03-14 09:00", "second_check_in", "2026-03-18", [DANA], "inquiry"),
]  # fmt: skip


@pytest.mark.parametrize("row", SITUATIONS + EVERYWHERE, ids=named(SITUATIONS + EVERYWHERE))
def test_situation(row: Row) -> None:
    check("recruiter", row)
