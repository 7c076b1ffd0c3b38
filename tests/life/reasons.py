"""What takes an untouched draft out of Drafts, and what brings it back: every reason, lived through one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from tests.life.employer import LETTERS, MINE
from tests.life.life import DAY, Life
from watcher.model import MarkKind

__all__ = ["FIRM", "REASONS", "Reason"]

FIRM = "acme"
Deed = Callable[[Life], None]


@dataclass(frozen=True)
class Reason:
    """Why a check-in no longer fits, and why it may again. `back` is None where it never is the same step again."""

    name: str
    comes: Deed
    returns: str = ""
    back: Deed | None = None
    says: str = "withdrawn"


def _mail(*names: str) -> Deed:
    """Mail arrives, each a minute after the other."""

    def deed(life: Life) -> None:
        for name in names:
            life.passes(dt.timedelta(minutes=1))
            life.arrives((LETTERS | MINE)[name], FIRM)

    return deed


def _told(kind: MarkKind, days: int = 0) -> Deed:
    return lambda life: life.tells(FIRM, kind, days)


def _undone(life: Life) -> None:
    life.untells(life.story.told[-1])


def _days(count: int) -> Deed:
    return lambda life: life.passes(count * DAY)


REASONS = (
    # they
    Reason("they write", _mail("word")),
    Reason("they ask you something", _mail("question")),
    Reason("they name a day", _mail("day")),
    Reason("they say no", _mail("rejection")),
    Reason("they make an offer", _mail("offer")),
    Reason("they put it on hold", _mail("hold")),
    Reason("a calendar books an interview", _mail("booked"), "a calendar cancels it", _mail("cancelled")),
    Reason("a calendar books one and moves it", _mail("booked", "moved"), "a calendar cancels it", _mail("cancelled")),
    Reason(
        "their system puts it on hold",
        _mail("hold by the system"),
        "their system opens it again",
        _mail("reopened by the system"),
    ),
    Reason("their system says no", _mail("rejection by the system"), "you reopen it", _told(MarkKind.REOPEN)),
    Reason(
        "their system makes an offer",
        _mail("offer by the system"),
        "it falls through",
        _mail("offer gone by the system"),
    ),
    # I
    Reason("you write by yourself", _mail("nudge")),
    Reason("you write by yourself in a new thread", _mail("nudge apart")),
    Reason("you snooze it", _told(MarkKind.SNOOZE, 3), "the snooze ends", _days(3)),
    Reason("you snooze it for long", _told(MarkKind.SNOOZE, 30), "you take that back", _undone),
    Reason("you mute it", _told(MarkKind.MUTE), "you take that back", _undone),
    Reason("you close it", _told(MarkKind.CLOSE), "you reopen it", _told(MarkKind.REOPEN)),
    Reason("you close it by mistake", _told(MarkKind.CLOSE), "you take that back", _undone),
    Reason("you name somebody else to write to", _told(MarkKind.CONTACT), "you take that back", _undone, "created"),
    # the clock
    Reason("the clock is set back before its day", _days(-2), "the day comes", _days(2)),
)
