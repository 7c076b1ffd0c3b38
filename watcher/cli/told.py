"""What the user told, in words: as it is confirmed, listed and shown beside a process."""

from __future__ import annotations

import datetime as dt

from watcher.model import Mark, MarkKind

__all__ = ["CORRECTIONS", "said"]

CORRECTIONS = frozenset(MarkKind) - {
    MarkKind.NOTE,
    MarkKind.WENT_BADLY,
    MarkKind.CALLED,
    MarkKind.ATTACH,
    MarkKind.WELCOMES,
    MarkKind.CADENCE,
}
"""What says otherwise than was read; the rest adds to it."""
_SAID = {
    MarkKind.NOTE: "noted",
    MarkKind.WENT_BADLY: "it went badly",
    MarkKind.CALLED: "the call is made",
    MarkKind.ATTACH: "to be attached",
    MarkKind.WELCOMES: "fine to write to {value}",
    MarkKind.CADENCE: "follows the cadence {value}",
    MarkKind.SNOOZE: "snoozed until {day}",
    MarkKind.MUTE: "muted",
    MarkKind.CLOSE: "closed",
    MarkKind.REOPEN: "open again",
    MarkKind.DECISION: "an answer by {day}",
    MarkKind.CONTACT: "write to {value}",
    MarkKind.COMPANY: "the employer is {value}",
    MarkKind.ROLE: "the position is {value}",
    MarkKind.STAGE: "the stage is {value}",
    MarkKind.MERGE: "one with another process",
    MarkKind.SPLIT: "a thread taken out",
    MarkKind.FORGET: "forgotten",
    MarkKind.TRACK: "tracked",
    MarkKind.IGNORE: "mail from {value} ignored",
}
_DAYS = frozenset({MarkKind.SNOOZE, MarkKind.DECISION})
"""Whose value is a day."""
_QUOTED = frozenset({MarkKind.NOTE, MarkKind.ATTACH})


def said(mark: Mark, *, quoted: bool = True) -> str:
    """What a mark tells; `quoted`: with the words of a note, and the name of a file, in quotation marks."""
    if mark.kind is MarkKind.DECISION and not mark.value:
        return "no day for an answer"
    day = dt.date.fromisoformat(mark.value) if mark.kind in _DAYS else None
    told = _SAID[mark.kind].format(value=mark.value, day=day and f"{day:%A} {day.day} {day:%B}")
    return f"{told}: “{mark.value}”" if quoted and mark.kind in _QUOTED else told
