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
    """What is booked so far; `read` takes the next message.

    A time that is named without a word of what it is for books nothing by itself. It does when it answers: my naming a
    time of theirs agrees to it, theirs naming one of mine books it, and so does theirs where we were arranging.
    """

    def __init__(self) -> None:
        self._booked: list[_Booking] = []
        self._proposed: list[Statement] = []
        self._offered: list[Statement] = []
        self._arranging = False
        self._moving = False

    def interviews(self) -> tuple[Interview, ...]:
        """All that is booked, held ones included, by their start."""
        return tuple(sorted((b.interview for b in self._booked), key=lambda i: i.start))

    def read(self, entry: Entry, note: Note) -> Stage | None:
        """Take in a message; the stage of what it booked, or None where it booked nothing."""
        mine = entry.envelope.side is Side.ME
        cancelled = [s for s in entry.all(Kind.CANCELS) if s.confidence is not Confidence.UNCLEAR]
        booking = [t for s in entry.all(Kind.INTERVIEW) if (t := self._timed(s, entry))]
        if mine:
            self._moving = self._moving or entry.has(Kind.MOVES)
            booking += self._agreed(entry)
        elif entry.envelope.automatic is None and not booking:
            booking = self._answered(entry)
        for statement in cancelled:
            self._cancel(statement, entry, replaced=bool(booking), note=note)
        reached = None
        for statement in booking:
            reached = self._book(statement, entry, moved=bool(cancelled) or self._moving, note=note)
        if entry.envelope.automatic is None:
            self._remember(entry, booked=bool(booking))
        return reached

    def _remember(self, entry: Entry, *, booked: bool) -> None:
        """Which times stand proposed, by them or by me, after this message."""
        named = [s for s in entry.all(Kind.NAMES_TIME) if s.start or s.day]
        if booked:
            self._moving = self._arranging = False
            self._proposed, self._offered = [], []
        elif entry.envelope.side is Side.ME:
            self._offered = named
            self._arranging = self._arranging or bool(named) or entry.has(Kind.MOVES)
        else:
            asks = entry.has(Kind.ASKS_ME, Kind.PROPOSES)
            self._proposed = [s for s in entry.all(Kind.PROPOSES) if s.start] or (
                [s for s in named if s.start] if asks else []
            )
            self._arranging = bool(self._proposed) or (self._arranging and asks)

    def _timed(self, statement: Statement, entry: Entry) -> Statement | None:
        """A booking with its time: where only a new day was named, the hour of what was booked before."""
        if statement.confidence is Confidence.UNCLEAR:
            return None
        if statement.start or statement.day is None:
            return statement if statement.start else None
        ahead = [b.interview for b in self._booked if b.interview.end > entry.envelope.sent]
        if len(ahead) != 1:
            return None
        self._moving = True
        start = dt.datetime.combine(statement.day, ahead[0].start.timetz())
        return replace(statement, start=start, end=start + (ahead[0].end - ahead[0].start), text=ahead[0].stage)

    def _agreed(self, entry: Entry) -> list[Statement]:
        """What I agreed to: the time of theirs that I repeat, or the only one that stands proposed."""
        if entry.has(Kind.MOVES):
            return []
        agreed = [s for s in entry.all(Kind.AGREES) if s.confidence is not Confidence.UNCLEAR]
        named = [*agreed, *entry.all(Kind.NAMES_TIME)]
        chosen = [offer for offer in self._proposed if any(_meets(s, offer) for s in named)]
        if len(chosen) == 1:
            return [replace(chosen[0], words=(agreed or named)[0].words)]
        timed = [s for s in agreed if s.start]
        if timed:
            text = timed[0].text or (self._proposed[0].text if self._proposed else "")
            return [replace(timed[0], text=text)]
        return [replace(self._proposed[0], words=agreed[0].words)] if agreed and len(self._proposed) == 1 else []

    def _answered(self, entry: Entry) -> list[Statement]:
        """Their naming a time books it where it is one I offered.

        Or, where they ask no more, if we were arranging, or they say from when to when, as one does of an appointment.
        """
        named = [s for s in entry.all(Kind.NAMES_TIME) if s.start]
        if entry.has(Kind.PROPOSES):
            return []
        taken = [s for s in named if any(_meets(offer, s) for offer in self._offered)]
        if len(taken) == 1:
            return taken
        if entry.has(Kind.ASKS_ME) or len(named) != 1:
            return []
        return named if self._arranging or named[0].end else []

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


def _meets(said: Statement, offer: Statement) -> bool:
    """Whether a time said, or a day said without one, is that of an offer."""
    if offer.start is None:
        return False
    if said.start:
        return abs(offer.start - said.start) < _SAME
    return said.day == offer.start.date()


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
