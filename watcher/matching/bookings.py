"""The interviews of a process: booked by invitation or by plain words, moved, cancelled, agreed to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from watcher.model import Address, Confidence, Entry, Interview, Kind, Side, Stage, Statement

__all__ = ["Bookings"]

_SAME = dt.timedelta(minutes=30)
_USUAL = dt.timedelta(hours=1)

Note = Callable[[Statement, str], None]


@dataclass(frozen=True, slots=True)
class _Booking:
    interview: Interview
    uid: str


class Bookings:
    """What is booked so far; `read` takes the next message."""

    def __init__(self) -> None:
        self._booked: list[_Booking] = []
        self._proposed: list[Statement] = []
        self._moving = False

    def interviews(self) -> tuple[Interview, ...]:
        """All that is booked, held ones included, by their start."""
        return tuple(sorted((b.interview for b in self._booked), key=lambda i: i.start))

    def read(self, entry: Entry, note: Note) -> Stage | None:
        """Take in a message; the stage of what it booked, or None where it booked nothing."""
        mine = entry.envelope.side is Side.ME
        cancelled = [s for s in entry.all(Kind.CANCELS) if s.confidence is not Confidence.UNCLEAR]
        booking = [s for s in entry.all(Kind.INTERVIEW) if s.start and s.confidence is not Confidence.UNCLEAR]
        if mine:
            self._moving = self._moving or entry.has(Kind.MOVES)
            booking += self._agreed(entry)
        for statement in cancelled:
            self._cancel(statement, entry, replaced=bool(booking), note=note)
        reached = None
        for statement in booking:
            reached = self._book(statement, entry, moved=bool(cancelled) or self._moving, note=note)
        if booking:
            self._moving = False
        if not mine and entry.envelope.automatic is None:
            self._proposed = [s for s in entry.all(Kind.PROPOSES) if s.start]
        return reached

    def _agreed(self, entry: Entry) -> list[Statement]:
        """What I agreed to: the time I repeat, or the only one that stands proposed."""
        agreed = [s for s in entry.all(Kind.AGREES) if s.confidence is not Confidence.UNCLEAR]
        if not agreed or entry.has(Kind.MOVES):
            return []
        timed = [s for s in agreed if s.start]
        for statement in timed:
            for offer in self._proposed:
                if offer.start and statement.start and abs(offer.start - statement.start) < _SAME:
                    return [replace(offer, words=statement.words, rule=statement.rule)]
        if timed:
            text = timed[0].text or (self._proposed[0].text if self._proposed else "")
            return [replace(timed[0], text=text)]
        return [replace(self._proposed[0], words=agreed[0].words)] if len(self._proposed) == 1 else []

    def _book(self, statement: Statement, entry: Entry, *, moved: bool, note: Note) -> Stage:
        assert statement.start is not None  # noqa: S101  for the type checker: filtered by the caller
        sent = entry.envelope.sent
        stage = Stage(statement.text) if statement.text else Stage.INTERVIEW
        booked = _Booking(
            Interview(
                statement.start,
                statement.end or statement.start + _USUAL,
                stage,
                entry.envelope.message_id,
                statement.who,
                statement.words,
            ),
            statement.uid,
        )
        same = self._same(booked, sent, moved=moved)
        if same is not None:
            booked = _merge(same, booked)
            self._booked.remove(same)
        self._booked.append(booked)
        note(statement, "booked" if same is None else "replaces what was booked before")
        return stage

    def _same(self, new: _Booking, sent: dt.datetime, *, moved: bool) -> _Booking | None:
        """The booking that a new one replaces or says again."""
        ahead = [b for b in self._booked if b.interview.end > sent]
        for known in ahead:
            if (new.uid and new.uid == known.uid) or abs(known.interview.start - new.interview.start) < _SAME:
                return known
        if moved and len(ahead) == 1:
            return ahead[0]
        same_day = [b for b in ahead if b.interview.start.date() == new.interview.start.date()]
        if len(same_day) == 1 and not (new.uid and same_day[0].uid):
            return same_day[0]
        return None

    def _cancel(self, statement: Statement, entry: Entry, *, replaced: bool, note: Note) -> None:
        """Remove what is cancelled: by identity, by time, else the one that is ahead."""
        ahead = [b for b in self._booked if b.interview.end > entry.envelope.sent]
        by_uid = [b for b in ahead if statement.uid and b.uid == statement.uid]
        by_time = [b for b in ahead if statement.start and abs(b.interview.start - statement.start) < _SAME]
        gone = by_uid or by_time or (ahead if len(ahead) == 1 and not statement.uid else [])
        if gone and not replaced:
            self._booked.remove(gone[0])
            note(statement, "cancelled")


def _merge(known: _Booking, new: _Booking) -> _Booking:
    """The newer time; who holds it as far as either knows, where the time is the same."""
    same_time = abs(known.interview.start - new.interview.start) < _SAME
    hosts = (
        _hosts(new.interview.hosts, known.interview.hosts)
        if same_time
        else new.interview.hosts or known.interview.hosts
    )
    end = new.interview.end
    if same_time and new.uid == "" and known.uid:
        end = known.interview.end
    stage = max(known.interview.stage, new.interview.stage, key=list(Stage).index)
    return _Booking(replace(new.interview, hosts=hosts, end=end, stage=stage), new.uid or known.uid)


def _hosts(new: tuple[Address, ...], known: tuple[Address, ...]) -> tuple[Address, ...]:
    if any(a.email for a in new):
        return new
    return known or new
