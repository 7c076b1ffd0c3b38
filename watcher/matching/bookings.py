"""The interviews of a process: booked by invitation or by plain words, moved, cancelled, agreed to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from watcher.model import Address, Confidence, Entry, Interview, Kind, Side, Stage, Statement

__all__ = ["Bookings"]

_SAME = dt.timedelta(minutes=30)
_USUAL = dt.timedelta(hours=1)
_HALF_DAY = dt.timedelta(hours=12)
_STAGES = frozenset(Stage)
_ENDING = frozenset({Kind.WITHDRAWN, Kind.REJECTED, Kind.FILLED})
"""What leaves nothing to meet for."""

Note = Callable[[Statement, str], None]


@dataclass(frozen=True, slots=True)
class _Booking:
    interview: Interview
    uid: str


class Bookings:
    """What is booked so far; `read` takes the next message.

    Times are named with few words, or half ("three works", "the second one", "same time on Friday"); what stands
    offered and booked tells what is meant. My naming a time of theirs agrees to it, theirs naming one of mine books it,
    and so does a time of theirs that nothing else is said of.
    """

    def __init__(self) -> None:
        self._booked: list[_Booking] = []
        self._proposed: list[Statement] = []
        self._offered: list[Statement] = []
        self._moving = False
        self._last: Interview | None = None
        """Booked last, even where it was called off since: what "same time" refers to."""

    def interviews(self) -> tuple[Interview, ...]:
        """All that is booked, held ones included, by their start."""
        return tuple(sorted((b.interview for b in self._booked), key=lambda i: i.start))

    def read(self, entry: Entry, note: Note) -> Stage | None:
        """Take in a message; the stage of what it booked, or None where it booked nothing."""
        mine = entry.envelope.side is Side.ME
        sure = [s for s in entry.statements if s.confidence is not Confidence.UNCLEAR or s.uid]
        cancelled = [s for s in sure if s.kind is Kind.CANCELS]
        self._moving = self._moving or any(s.kind is Kind.MOVES for s in sure)
        proposed = [t for s in sure if s.kind is Kind.PROPOSES and (t := self._whole(s))]
        booking = _one_a_day([t for s in sure if s.kind is Kind.INTERVIEW and (t := self._whole(s))])
        if cancelled and entry.envelope.automatic is not None:
            booking = []  # a system names what it cancels
        if mine:
            booking += self._agreed(entry)
        elif not booking and not proposed:
            booking = self._answered(entry)
        for statement in cancelled:
            self._cancel(statement, entry, replaced=bool(booking), note=note)
        reached = None
        for statement in booking:
            reached = self._book(statement, entry, moved=bool(cancelled) or self._moving, note=note)
        if not booking and any(s.kind in _ENDING for s in sure):
            self._drop(entry, note)
        if entry.envelope.automatic is None or booking or proposed:
            self._remember(entry, proposed, booked=bool(booking))
        return reached

    def _remember(self, entry: Entry, proposed: list[Statement], *, booked: bool) -> None:
        """Which times stand proposed, by them or by me, after this message."""
        named = [s for s in entry.all(Kind.NAMES_TIME) if s.start or s.day]
        if booked:
            self._moving = False
            self._proposed, self._offered = [], []
        elif entry.envelope.side is Side.ME:
            self._offered = [*named, *(s for s in entry.all(Kind.AGREES) if s.start)]
        else:
            doubted = [s for s in entry.all(Kind.PROPOSES, Kind.INTERVIEW) if s.start]
            asked = [s for s in named if s.start] if entry.has(Kind.ASKS_ME) else []
            self._proposed = proposed or doubted or asked

    def _whole(self, statement: Statement) -> Statement | None:
        """A statement with its time: where only a new day was named, the hour of what was booked before."""
        if statement.start or statement.day is None:
            return statement if statement.start else None
        if self._last is None:
            return None
        self._moving = True
        start = dt.datetime.combine(statement.day, self._last.start.timetz())
        length = self._last.end - self._last.start
        return replace(statement, start=start, end=start + length, text=self._last.stage)

    def _agreed(self, entry: Entry) -> list[Statement]:
        """What I agreed to: the time of theirs that I repeat, or the only one that stands proposed."""
        ahead = any(b.interview.end > entry.envelope.sent for b in self._booked)
        if entry.has(Kind.MOVES) and (ahead or not entry.has(Kind.AGREES)):
            return []  # without anything booked there is nothing to move
        offered = [s for s in self._proposed if s.start and s.start > entry.envelope.sent]
        agreed = entry.all(Kind.AGREES)
        named = entry.all(Kind.AGREES, Kind.NAMES_TIME, Kind.PROPOSES)
        if _clearly(entry, Kind.ACCEPTED, Kind.DECLINED, *_ENDING):
            return []
        if chosen := _chosen(named, offered):
            return [replace(chosen, words=(agreed or named)[0].words)]
        timed = [s for s in agreed if s.start and s.confidence is not Confidence.UNCLEAR]
        if timed:
            text = timed[0].text or (self._proposed[0].text if self._proposed else "")
            return [replace(_in_their_half(timed[0], offered), text=text)]
        only = len(offered) == 1 and agreed and not any(s.start for s in named)
        return [replace(offered[0], words=agreed[0].words)] if only else []

    def _answered(self, entry: Entry) -> list[Statement]:
        """Their naming a time books it: one that I offered, an hour of the day that we spoke of, or any by itself."""
        named = entry.all(Kind.NAMES_TIME, Kind.INTERVIEW, Kind.PROPOSES)
        offered = [s for s in self._offered if s.start and s.start > entry.envelope.sent]
        if taken := _chosen(named, offered):
            stage = next((s.text for s in named if s.text in _STAGES), "")
            return [replace(taken, words=named[0].words, text=stage, who=named[0].who)]
        clear = [s for s in named if s.confidence is not Confidence.UNCLEAR]
        timed = [s for s in clear if s.start and not _is_for_something_else(s, entry)]
        if timed:
            return _one_a_day(timed)
        return self._another_hour(entry, clear)

    def _another_hour(self, entry: Entry, named: Sequence[Statement]) -> list[Statement]:
        """The one booked ahead at another hour, where they name but one: "same day, 1 pm"."""
        ahead = [b.interview for b in self._booked if b.interview.end > entry.envelope.sent]
        clocks = [clock for s in named if (clock := _clock(s))]
        if len(ahead) != 1 or len(clocks) != 1 or not self._moving:
            return []
        start = dt.datetime.combine(ahead[0].start.date(), clocks[0], ahead[0].start.tzinfo)
        length = ahead[0].end - ahead[0].start
        return [replace(named[0], start=start, end=start + length, text=ahead[0].stage)]

    def _drop(self, entry: Entry, note: Note) -> None:
        """Nobody meets once the process is over."""
        for booking in [b for b in self._booked if b.interview.start > entry.envelope.sent]:
            self._booked.remove(booking)
            note(entry.all(*_ENDING)[0], "nothing left to meet for")

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
        same = self._same(booked, sent, moved=moved, told=bool(statement.text))
        if same is not None:
            booked = _merge(same, booked, told=bool(statement.text))
            self._booked.remove(same)
        self._booked.append(booked)
        self._last = booked.interview
        note(statement, "booked" if same is None else "replaces what was booked before")
        return booked.interview.stage

    def _same(self, new: _Booking, sent: dt.datetime, *, moved: bool, told: bool) -> _Booking | None:
        """The booking that a new one, told to be of its stage or not, replaces or says again."""
        ahead = [b for b in self._booked if b.interview.end > sent]
        for known in ahead:
            if (new.uid and new.uid == known.uid) or abs(known.interview.start - new.interview.start) < _SAME:
                return known
        if len(ahead) == 1 and (moved or not _apart(ahead[0], new, told=told)):
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


def _apart(known: _Booking, new: _Booking, *, told: bool) -> bool:
    """Whether two bookings are of two meetings: two events of a calendar, two in one message, or told of two stages.

    A process seldom has more than one meeting ahead; where another day is told, it is that of the one.
    """
    if known.uid and new.uid:
        return True
    one_message = known.interview.message_id == new.interview.message_id
    return one_message or (told and known.interview.stage is not new.interview.stage)


def _chosen(named: Sequence[Statement], offered: Sequence[Statement]) -> Statement | None:
    """The one of several offers that is meant; None where none is, or more than one."""
    timed = any(s.start for s in named)
    for means in (_is_time_of,) if timed else (_is_day_of, _is_hour_of):
        chosen = [offer for offer in offered if offer.start and any(means(s, offer) for s in named)]
        if len(chosen) == 1:
            return chosen[0]
    places = {s.text for s in named if s.text.startswith("#")}
    in_order = sorted((s for s in offered if s.start), key=lambda s: str(s.start))
    if not timed and len(places) == 1 and len(in_order) > 1:
        return {"#1": in_order[0], "#2": in_order[1], "#-1": in_order[-1]}[places.pop()]
    return None


def _is_for_something_else(named: Statement, entry: Entry) -> bool:
    """Whether a time is that of a meeting called off, of their answer, or of what follows the end.

    Where they ask me something, a bare time waits for my answer; a system that books speaks of a meeting.
    """
    if _clearly(entry, *_ENDING, Kind.OFFER, Kind.ON_HOLD):
        return True
    if entry.has(Kind.CANCELS) and not entry.has(Kind.MOVES):
        return True
    untold = entry.envelope.automatic is not None and named.text not in _STAGES
    if named.kind is Kind.NAMES_TIME and (untold or _clearly(entry, Kind.ASKS_ME)):
        return True
    return any(s.window and s.window.latest == named.day for s in entry.all(Kind.DECIDES_BY))


def _clearly(entry: Entry, *kinds: Kind) -> bool:
    """Whether a message says one of these, and no doubt about it."""
    return any(s.confidence is not Confidence.UNCLEAR for s in entry.all(*kinds))


def _is_time_of(said: Statement, offer: Statement) -> bool:
    """Whether two times are one, in the morning or in the afternoon: who answers seldom says which."""
    if said.start is None or offer.start is None:
        return False
    return any(abs(offer.start - said.start - half) < _SAME for half in (dt.timedelta(0), _HALF_DAY, -_HALF_DAY))


def _in_their_half(said: Statement, offered: Sequence[Statement]) -> Statement:
    """A time of mine with the half of the day in which they are free: "at nine" is in the evening from eight to ten."""
    for half in (dt.timedelta(0), _HALF_DAY, -_HALF_DAY):
        for offer in offered:
            if said.start and offer.start and offer.end and offer.start <= said.start + half < offer.end:
                return replace(said, start=said.start + half, end=said.end + half if said.end else None)
    return said


def _is_day_of(said: Statement, offer: Statement) -> bool:
    clear = said.start is None and said.confidence is not Confidence.UNCLEAR
    return bool(clear and offer.start and said.day == offer.start.date())


def _is_hour_of(said: Statement, offer: Statement) -> bool:
    """Whether an hour said without a day is that of an offer, in the morning or in the afternoon."""
    clock = _clock(said)
    return bool(
        clock and offer.start and (clock.hour - offer.start.hour) % 12 == 0 and clock.minute == offer.start.minute
    )


def _clock(said: Statement) -> dt.time | None:
    half = said.start is None and said.day is None and ":" in said.text
    return dt.time.fromisoformat(said.text) if half else None


def _one_a_day(timed: Sequence[Statement]) -> list[Statement]:
    """One appointment a day, but for those of a calendar: what follows on it is its programme."""
    days: dict[object, Statement] = {}
    for statement in timed:
        assert statement.start is not None  # noqa: S101  for the type checker: filtered by the caller
        days.setdefault(statement.uid or statement.start.date(), statement)
    return list(days.values())


def _merge(known: _Booking, new: _Booking, *, told: bool) -> _Booking:
    """The newer time; who holds it as far as either knows, where the time is the same.

    Args:
        known: What was booked.
        new: What replaces it, or says it again.
        told: Whether the new one was told to be of a stage.
    """
    same_time = abs(known.interview.start - new.interview.start) < _SAME
    hosts = (
        _hosts(new.interview.hosts, known.interview.hosts)
        if same_time
        else new.interview.hosts or known.interview.hosts
    )
    end = new.interview.end
    if same_time and new.uid == "" and known.uid:
        end = known.interview.end
    stage = max(known.interview.stage, new.interview.stage, key=list(Stage).index) if told else known.interview.stage
    return _Booking(replace(new.interview, hosts=hosts, end=end, stage=stage), new.uid or known.uid)


def _hosts(new: tuple[Address, ...], known: tuple[Address, ...]) -> tuple[Address, ...]:
    if any(a.email for a in new):
        return new
    return known or new
