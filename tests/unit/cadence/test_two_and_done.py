"""Worked situations of `two-and-done`, the view of a career site."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, OMAR, contact, decision, interview, reply
from tests.unit.cadence.situations import EVERYWHERE, HEADHUNTER, LEE, LORNE, MANAGER, Row, called, check, named, nudged
from watcher.model import Role, Side

SITUATIONS: list[Row] = [
    ("thank-you: assumed sent", "an interview yesterday, and I have not written", {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)},
     "2026-03-11 09:00", "check_in", "2026-03-17", [DANA]),
    ("they named a date: a couple of days past it", "a Tuesday", {"decision": decision("2026-03-17")},
     "2026-03-18 09:00", "check_in", "2026-03-19", [DANA], ""),
    ("they named a date: a couple of days past it", "a Friday: two days past it is a Sunday", {"decision": decision("2026-03-13")},
     "2026-03-14 09:00", "check_in", "2026-03-16", [DANA]),
    ("no date named: after a week or two", "a week is over", {}, "2026-03-04 09:00", "check_in", "2026-03-09", [DANA], ""),
    ("no date named: after a week or two", "the day is a public holiday",
     {"last_of_theirs": reply(Side.THEM, "2026-05-18 10:00", 1)}, "2026-05-19 09:00", "check_in", "2026-05-26", [DANA]),
    ("no date named: after a week or two", "nothing was done in these two weeks", {},
     "2026-03-20 09:00", "check_in", "2026-03-09", [DANA]),
    ("again: a week or so after an unanswered one", "one mail", {"follow_ups": nudged("2026-03-09")},
     "2026-03-10 09:00", "second_check_in", "2026-03-16", [DANA]),
    ("again: a week or so after an unanswered one", "one before the day they named",
     {"follow_ups": nudged("2026-03-11"), "decision": decision("2026-03-13")},
     "2026-03-12 09:00", "second_check_in", "2026-03-18", [DANA]),
    ("give up: thank-you plus two follow-ups over several weeks", "two mails", {"follow_ups": nudged("2026-03-09", "2026-03-16")},
     "2026-03-17 09:00", "move_on", "2026-03-23", []),
    ("channel: phone or mail", "a call is a follow-up", {"follow_ups": (called("2026-03-09"),)},
     "2026-03-10 09:00", "check_in", "2026-03-16", [DANA]),
    ("channel: phone or mail", "a call and a mail are two", {"follow_ups": (called("2026-03-09"), *nudged("2026-03-16"))},
     "2026-03-17 09:00", "move_on", "2026-03-23", []),
    ("who is written to: the employer's contact", "a headhunter wrote as well", {"contacts": (HEADHUNTER, contact())},
     "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("who is written to: the employer's contact", "it is the hiring manager", {"contacts": (HEADHUNTER, MANAGER)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [LEE]),
    ("who is written to: the employer's contact", "nobody but the headhunter is known", {"contacts": (HEADHUNTER,)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [LORNE]),
    ("What a good message holds: past the second week, to a recruiter", "the second mail", {"follow_ups": nudged("2026-03-10")},
     "2026-03-11 09:00", "second_check_in", "2026-03-17", [DANA], "inquiry"),
    ("corpus README, balanced, 6", "the contact is away until the Monday after", {"contacts": (contact(back_on=dt.date(2026, 3, 16)),)},
     "2026-03-04 09:00", "check_in", "2026-03-17", [DANA]),
    ("who is written to: the employer's contact", "an interviewer who wrote, before a coordinator",
     {"contacts": (contact(DANA, Role.COORDINATOR), contact(OMAR, Role.INTERVIEWER))}, "2026-03-04 09:00", "check_in", "2026-03-09", [OMAR]),
]  # fmt: skip


@pytest.mark.parametrize("row", SITUATIONS + EVERYWHERE, ids=named(SITUATIONS + EVERYWHERE))
def test_situation(row: Row) -> None:
    check("two-and-done", row)
