"""By when they said that they answer, as the mails of one process tell it one after another.

Some name the day. Others count from one that an earlier mail told ("two days after the Council has met"), move it, take
it back, or put off what it was to follow; and of some it can only be told that they name a day which could not be read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from watcher.calendar import Calendar
from watcher.matching.counted import apart, counted, is_as_told
from watcher.model import Confidence, Decision, Entry, Kind, Side, Statement, Window

__all__ = ["Dates", "decision_of"]

_DAY = 24 * 60
"""Minutes."""
Note = Callable[[Statement, str], None]
"""Keeps a statement in the history, with what it did."""


@dataclass
class Dates:
    """The days that a process has told of so far."""

    calendar: Calendar
    decision: Decision | None = None
    vague: Statement | None = None
    """What tells of a day for the answer that could not be read."""
    dated: dict[str, dt.date] = field(default_factory=dict)
    """The last "date" that they gave for their answer, and that of their "meeting", whether past or to come."""
    distance: str = ""
    """How far behind their meeting they answer, as `counted` takes it; empty where they did not tell."""

    @property
    def unread(self) -> str:
        """The words of a day for the answer that could not be read; empty where there is none."""
        return self.vague.words if self.vague else ""

    @property
    def until(self) -> dt.date | None:
        """The day that those words name, if they do: nobody knows whether it is that of the answer."""
        return self.vague.names_day if self.vague else None

    def read(self, entry: Entry, note: Note, *, offers: bool, explained: bool) -> None:
        """Take in a mail.

        Args:
            entry: The mail.
            note: Told of every change.
            offers: Whether it makes an offer, after which only papers come by a day.
            explained: Whether it tells what it is for, so that a day it names is hardly that of their answer.
        """
        moved = self._note_meeting(entry)
        stated = None if offers else decision_of(entry) or self._counted(entry)
        if stated is None and moved and (self.decision or (self.unread and self.distance)):
            self._follow(entry, moved, note)
        elif stated is None:
            self._doubt(entry, note, explained=explained)
        elif stated.window is not None:
            self.dated["date"] = stated.window.latest
            if entry.has(Kind.MEETS) and "meeting" in self.dated and not is_as_told(stated.text):
                self.distance = apart(self.dated["meeting"], stated.window.latest, self.calendar)
            self._set(entry, stated, stated.window, note)
        elif self.decision is None or is_as_told(stated.text):
            self.decision, self.vague = None, stated
            note(stated, "an answer by a day that counts from one not told")

    def _note_meeting(self, entry: Entry) -> Statement | None:
        """When they meet; the statement, where it is another day than was told before."""
        before = self.dated.get("meeting")
        met = [s for s in entry.all(Kind.MEETS) if s.window and entry.envelope.side is not Side.MACHINE]
        if not met or met[-1].window is None:
            return None
        self.dated["meeting"] = met[-1].window.latest
        return met[-1] if before not in (None, self.dated["meeting"]) else None

    def _counted(self, entry: Entry) -> Statement | None:
        """A date that counts from one which an earlier mail told."""
        for statement in entry.all(Kind.DECIDES_BY):
            if statement.window is None and statement.confidence is not Confidence.UNCLEAR:
                if statement.text.startswith("meeting") and not is_as_told(statement.text):
                    self.distance = statement.text
                day = self._at(self.distance if is_as_told(statement.text) else statement.text)
                window = Window(None, day) if day is not None and day >= entry.envelope.sent.date() else None
                return replace(statement, window=window)
        return None

    def _at(self, distance: str) -> dt.date | None:
        return counted(distance, self.dated, self.calendar) if distance else None

    def _set(self, entry: Entry, stated: Statement, window: Window, note: Note) -> None:
        before, day = self.decision, window.latest
        moved = before is not None and before.window.latest != day
        self.decision = Decision(window, stated.words, entry.envelope.side, entry.envelope.message_id)
        self.vague = None
        note(
            stated,
            f"an answer by {day}, no longer by {before.window.latest}" if before and moved else f"an answer by {day}",
        )

    def _follow(self, entry: Entry, meets: Statement, note: Note) -> None:
        """They move what the answer was to follow, and say nothing of the answer, which follows it all the same."""
        day = self._at(self.distance)
        if day is not None:
            self.dated["date"] = day
            self._set(entry, meets, Window(None, day), note)
        elif self.decision and self.decision.window.latest < self.dated["meeting"]:
            self.decision, self.vague = None, meets
            note(meets, "an answer that follows what is put off")

    def _doubt(self, entry: Entry, note: Note, *, explained: bool) -> None:
        """A date taken back, or one that could not be read."""
        taken_back = entry.all(Kind.NO_DATE)
        unread = [s for s in entry.all(Kind.UNREAD_DATE) if s.confidence is not Confidence.UNCLEAR]
        unread = unread or [s for s in entry.all(Kind.DECIDES_BY) if s.confidence is Confidence.UNCLEAR]
        if self._slide(entry, unread, note):
            return
        named, said = _unexplained(entry), {s.words for s in unread}
        later = named if not (unread or explained or taken_back) else [s for s in named if s.words in said]
        if self._put_off(entry, later, note):
            return
        if taken_back and self.decision is not None:
            note(taken_back[0], f"{self.decision.window.latest} no longer holds")
            self.decision = None
        elif self.decision is None and not unread and not explained:
            unread = named
        if self.decision is None or entry.envelope.side is Side.THEM:
            for statement in unread:
                self.vague = statement  # what stood before may hold no more
                note(statement, "an answer by a day that could not be read")

    def _slide(self, entry: Entry, unread: Sequence[Statement], note: Note) -> bool:
        """Whether what they answer after moves by some days, and the answer with it: "by one week, and my letter"."""
        days = [int(s.text) // _DAY for s in entry.all(Kind.MOVES) if s.text and not int(s.text) % _DAY]
        if not (self.decision and unread and days):
            return False
        day = self.decision.window.latest + dt.timedelta(days=days[0])
        self._set(entry, unread[-1], Window(None, day), note)
        return True

    def _put_off(self, entry: Entry, said: Sequence[Statement], note: Note) -> bool:
        """Whether those who owe an answer name a later day that nothing else explains: "make that the 17th"."""
        day = said[-1].names_day if said else None
        if not (self.decision and day and day > self.decision.window.latest):
            return False
        self._set(entry, said[-1], Window(None, day), note)
        return True


def decision_of(entry: Entry) -> Statement | None:
    """What a message says of when they will answer: of several dates the last it names; none where it is unclear."""
    stated = [s for s in entry.all(Kind.DECIDES_BY) if s.window and s.confidence is not Confidence.UNCLEAR]
    return stated[-1] if stated else None


def _unexplained(entry: Entry) -> list[Statement]:
    """A day ahead that their message names: it may be that of their answer for all that was read.

    One in mine is rather that of our talk: "thank you for Thursday".
    """
    if entry.envelope.side is not Side.THEM:
        return []
    today = entry.envelope.sent.date()
    days = [s for s in entry.all(Kind.NAMES_TIME) if s.confidence is not Confidence.UNCLEAR]
    return [s for s in days if (s.names_day or today) > today][-1:]
