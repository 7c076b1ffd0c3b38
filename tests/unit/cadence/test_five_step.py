"""Worked situations of `five-step`, the view of a newspaper's careers column."""

import pytest

from tests.unit.builders import DANA, OMAR, contact, decision, interview, moment, process, reply
from tests.unit.builders import ZONE as HOME
from tests.unit.cadence.situations import (
    EVERYWHERE,
    HEADHUNTER,
    LORNE,
    STATED,
    US,
    Row,
    called,
    check,
    named,
    nudged,
)
from watcher.cadence import outlook, policy
from watcher.model import Side

HELD = {"interviews": (interview("2026-03-10 14:00", (OMAR,)),)}
ASKED = HELD | {"last_of_mine": reply(Side.ME, "2026-03-17 09:30", 10), "follow_ups": nudged("2026-03-17")}

SITUATIONS: list[Row] = [
    ("thank-you: the same day", "the interview was this afternoon", HELD, "2026-03-10 16:00", "thank_you", "2026-03-10", [OMAR]),
    ("thank-you: the same day", "two days later it is too late", HELD, "2026-03-12 09:00", "check_in", "2026-03-17", [DANA]),
    ("they named a date: double the time; one phone call", "eleven days, said on 2 March", {"decision": decision("2026-03-13"), "threads": STATED},
     "2026-03-14 09:00", "call", "2026-03-24", [DANA]),
    ("they named a date: double the time", "four days, said on 2 March", {"decision": decision("2026-03-06"), "threads": STATED},
     "2026-03-07 09:00", "call", "2026-03-10", [DANA]),
    ("they named a date: double the time", "six days, which end on a Saturday when doubled", {"decision": decision("2026-03-08"), "threads": STATED},
     "2026-03-09 09:00", "call", "2026-03-16", [DANA]),
    ("they named a date: when the decision was said to fall", "nobody knows when they said so", {"decision": decision("2026-03-13")},
     "2026-03-10 09:00", "call", "2026-03-13", [DANA]),
    ("they named a date: one phone call", "it was not made in a week", {"decision": decision("2026-03-13"), "threads": STATED},
     "2026-04-01 09:00", "move_on", "2026-04-01", []),
    ("no date named: seven days after the interview", "I thanked them the next day", HELD | {"last_of_mine": reply(Side.ME, "2026-03-11 08:00", 3)},
     "2026-03-11 09:00", "check_in", "2026-03-17", [DANA], ""),
    ("no date named: seven days", "there was no interview", {}, "2026-03-04 09:00", "check_in", "2026-03-09", [DANA]),
    ("no date named: seven days", "they wrote after the interview, and I answered",
     HELD | {"last_of_theirs": reply(Side.THEM, "2026-03-12 10:00", 5), "last_of_mine": reply(Side.ME, "2026-03-12 11:00", 6)},
     "2026-03-13 09:00", "check_in", "2026-03-19", [DANA]),
    ("again: the call is the second and last", "a mail was sent", ASKED, "2026-03-18 09:00", "call", "2026-03-24", [DANA]),
    ("again: the call is the second and last", "it was not made in a week", ASKED, "2026-04-01 09:00", "move_on", "2026-04-01", []),
    ("give up: a week after the call: write it off", "a mail and a call", ASKED | {"follow_ups": (*nudged("2026-03-17"), called("2026-03-24"))},
     "2026-03-25 09:00", "move_on", "2026-03-31", []),
    ("give up: a week after the call: write it off", "a call alone, on the day they named", {"decision": decision("2026-03-13"), "threads": STATED, "follow_ups": (called("2026-03-24"),)},
     "2026-03-25 09:00", "move_on", "2026-03-31", []),
    ("again: the call is the second and last", "I wrote twice in its place", HELD | {"follow_ups": nudged("2026-03-17", "2026-03-20")},
     "2026-03-21 09:00", "move_on", "2026-03-27", []),
    ("who is written to: the contact", "a headhunter is the contact before the recruiter", {"contacts": (contact(), HEADHUNTER)},
     "2026-03-04 09:00", "check_in", "2026-03-09", [LORNE]),
    ("What a good message holds: past the second week, to a recruiter", "asked for the first time after two weeks",
     {"contacts": (contact(back_on=moment("2026-03-16 00:00").date()),)}, "2026-03-04 09:00", "check_in", "2026-03-17", [DANA], "inquiry"),
]  # fmt: skip


@pytest.mark.parametrize("row", SITUATIONS + EVERYWHERE, ids=named(SITUATIONS + EVERYWHERE))
def test_situation(row: Row) -> None:
    check("five-step", row)


def test_its_channels_are_mail_mail_phone() -> None:
    """Channel: mail, mail, phone."""
    to_come = outlook(process(**HELD), policy("five-step"), US, moment("2026-03-10 16:00"), HOME)

    assert [step.kind for step in to_come] == ["thank_you", "check_in", "call", "move_on"]
