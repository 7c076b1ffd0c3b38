"""The interviews of a process: booked by invitation or by plain words, moved, cancelled, agreed to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from watcher.matching.appointed import Standing, appointed
from watcher.matching.appointments import Booking, apart, at_the_same_hour, merged
from watcher.matching.offers import SAME, at_hour, at_my_minute, chosen, clock_of, in_their_half, one_a_day, only_day
from watcher.model import Address, Confidence, Entry, Interview, Kind, Role, Side, Stage, Statement

__all__ = ["Bookings"]

_USUAL = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)
_FIRST_CALL = dt.timedelta(minutes=30)
_STAGES = frozenset(Stage)
_ENDING = frozenset({Kind.WITHDRAWN, Kind.REJECTED, Kind.FILLED})
"""What leaves nothing to meet for."""

Note = Callable[[Statement, str], None]
Weigh = Callable[[Entry, Standing, Sequence[Statement]], list[Statement]]
"""Tells what a message books, by what stands before it and by what the rules say of it."""


class Bookings:
    """What is booked so far; `read` takes the next message.

    Times are named with few words, or half ("three works", "the second one", "same time on Friday"); what stands
    offered and booked, and the day that was spoken of, tell what is meant. My naming a time of theirs agrees to it,
    theirs naming one of mine books it, and so does a time of theirs that nothing else is said of.
    """

    def __init__(self, weigh: Weigh = appointed) -> None:
        self._weigh = weigh
        self._booked: list[Booking] = []
        self._proposed: list[Statement] = []
        self._offered: list[Statement] = []
        self._named: list[Statement] = []
        """The days and times of the last message that named any, until something is booked."""
        self._moving = False
        self._speaker: Address | None = None
        """Who of them wrote last."""
        self._last: Interview | None = None
        """Booked last, even where it was called off since: what "same time" refers to."""
        self._called_off_uid = ""
        """The calendar's identity of what was called off last: what is booked in its place goes on under it."""
        self._recruiters: set[str] = set()
        """The addresses of those who said that they recruit for their own firm."""
        self._settled = False
        """Their last message booked: a time of mine moves nothing then."""
        self._told: str = ""
        """The stage of the meeting for which they asked me for times, until something is booked."""

    def interviews(self) -> tuple[Interview, ...]:
        """All that is booked, held ones included, by their start."""
        return tuple(sorted((b.interview for b in self._booked), key=lambda i: i.start))

    def read(self, entry: Entry, note: Note) -> Stage | None:
        """Take in a message; the stage of what it booked, or None where it booked nothing."""
        mine, sent = entry.envelope.side is Side.ME, entry.envelope.sent
        if not mine:
            self._speaker = entry.envelope.sender
            self._recruiters.update(
                a.email for s in entry.all(Kind.HAS_ROLE) if s.text == Role.RECRUITER for a in s.who
            )
        sure = [s for s in entry.statements if s.confidence is not Confidence.UNCLEAR or s.uid]
        cancelled = [s for s in entry.all(Kind.CANCELS) if s in sure or self._is_on_its_day(s, entry)]
        self._moving = self._moving or any(s.kind is Kind.MOVES for s in sure)
        shifted = self._shifted(entry)
        entry = self._on_its_day(entry)
        proposed = [t for s in sure if s.kind is Kind.PROPOSES and (t := self._whole(s, sent))]
        told = sorted((s for s in sure if s.kind is Kind.INTERVIEW), key=lambda s: s.start is None)
        booking = one_a_day([t for s in self._elsewhen(told, entry) if (t := self._whole(s, sent))])
        if cancelled and entry.envelope.automatic is not None:
            booking = []  # a system names what it cancels
        if mine:
            booking += self._agreed(entry)
        elif not booking and not proposed:
            booking = (not entry.has(Kind.ASKS_ME) and shifted) or self._answered(entry)
        ruled, booking = booking, self._weigh(entry, self._standing(entry), booking)
        for statement in ruled if not booking else ():
            note(replace(statement, kind=Kind.NAMES_TIME), "books nothing, by how the whole sounds")
        for statement in cancelled:
            self._cancel(statement, entry, replaced=bool(booking), note=note)
        reached = None
        for statement in booking:
            reached = self._book(statement, entry, moved=bool(cancelled) or self._moving, note=note)
        if not booking and (any(s.kind in _ENDING for s in sure) or _surely(entry, Kind.ON_HOLD)):
            self._drop(entry, note)
        if entry.envelope.automatic is None or booking or proposed:
            self._remember(entry, proposed or shifted, booked=bool(booking))
        return reached

    def _standing(self, entry: Entry) -> Standing:
        """What stands before a message."""
        return Standing(
            tuple(i.start for i in self._ahead(entry)),
            self._last.start if self._last else None,
            sum(b.interview.end <= entry.envelope.sent for b in self._booked),
            tuple(self._proposed),
            tuple(self._offered),
            tuple(self._named),
            moving=self._moving,
            settled=self._settled,
        )

    def _is_on_its_day(self, doubted: Statement, entry: Entry) -> bool:
        """Whether words that may call something off name the day of what is ahead: "please do not come tomorrow"."""
        days = {s.names_day for s in entry.all(Kind.NAMES_TIME) if s.words == doubted.words}
        ahead = (b.interview.start for b in self._booked if b.interview.end > entry.envelope.sent)
        return entry.envelope.side is Side.THEM and any(start.date() in days for start in ahead)

    def _remember(self, entry: Entry, proposed: list[Statement], *, booked: bool) -> None:
        """Which times stand proposed, by them or by me, after this message."""
        named = [s for s in entry.all(Kind.NAMES_TIME) if s.start or s.day]
        if clear := [s for s in named if s.confidence is not Confidence.UNCLEAR]:
            self._named = clear
        self._settled = booked and entry.envelope.side is not Side.ME
        if booked:
            self._moving = False
            self._proposed, self._offered, self._named, self._told = [], [], [], ""
        elif entry.envelope.side is Side.ME:
            offered = self._at_their_hour(named) if _clearly(entry, Kind.MOVES) else self._wanted(entry) or named
            self._offered = [*offered, *(s for s in entry.all(Kind.AGREES) if s.start), *proposed]
        else:
            doubted = [s for s in entry.all(Kind.PROPOSES, Kind.INTERVIEW) if s.start]
            asked = [s for s in named if s.start] if entry.has(Kind.ASKS_ME) else []
            silent = not named and not entry.has(Kind.CANCELS, Kind.MOVES)  # an answer to what I asked of it
            self._proposed = proposed or doubted or asked or (self._proposed if silent else [])
            open_times = [s.text for s in entry.all(Kind.PROPOSES) if not (s.start or s.day)]
            self._told = next((text for text in open_times if text in _STAGES), self._told)

    def _at_their_hour(self, days: list[Statement]) -> list[Statement]:
        """Days that I would rather have, at the one hour that they proposed: "could we make it Tuesday?"."""
        theirs = {s.start: s for s in self._proposed if s.start}
        if len(theirs) != 1 or any(s.start for s in days):
            return days
        start, only = theirs.popitem()
        later = {s.day: dt.datetime.combine(s.day, start.timetz()) - start for s in days if s.day}
        return [
            replace(only, words=s.words, start=start + later[s.day], end=only.end + later[s.day] if only.end else None)
            for s in days
            if s.day
        ]

    def _wanted(self, entry: Entry) -> list[Statement]:
        """The time of theirs that I would take if it is still to be had; they have yet to say."""
        meant = chosen(entry.all(Kind.NAMES_TIME), self._proposed) if _depends(entry) else None
        return [meant] if meant else []

    def _elsewhen(self, told: list[Statement], entry: Entry) -> list[Statement]:
        """What is told of another day than that on which we were to meet, with its hour where one has it; else all."""
        was = {i.start.date() for i in self._ahead(entry)}
        others = [s for s in told if s.names_day not in was] if was else told
        return [s for s in others if s.start] or others or told

    def _ahead(self, entry: Entry) -> list[Interview]:
        return [b.interview for b in self._booked if b.interview.end > entry.envelope.sent]

    def _on_its_day(self, entry: Entry) -> Entry:
        """The message with its hours put on the one day that is spoken of; theirs only where they name but one hour."""
        halves = [s for s in entry.all(Kind.NAMES_TIME) if clock_of(s)]
        days = [s for s in entry.all(Kind.NAMES_TIME, Kind.PROPOSES, Kind.INTERVIEW, Kind.AGREES) if s.start or s.day]
        spoken_of = None if days or (entry.envelope.side is Side.THEM and len(halves) > 1) else self._spoken_of(entry)
        if spoken_of is None:
            return entry
        if isinstance(spoken_of, Interview):
            shift = _shift(entry) or dt.timedelta()
            spoken_of = replace(spoken_of, start=spoken_of.start + shift, end=spoken_of.end + shift)
        whole = {half: at_hour(half, spoken_of, entry.envelope.sent.tzinfo) for half in halves}
        return replace(entry, statements=tuple(whole.get(s, s) for s in entry.statements))

    def _shifted(self, entry: Entry) -> list[Statement]:
        """The one meeting ahead, by so much later or earlier as they say; none where another time is told."""
        ahead, shift = self._ahead(entry), _shift(entry)
        if len(ahead) != 1 or shift is None:
            return []
        named = entry.all(Kind.NAMES_TIME, Kind.PROPOSES, Kind.INTERVIEW, Kind.AGREES)
        days = {s.day for s in named if s.day and s.confidence is not Confidence.UNCLEAR}
        to_an_hour = abs(shift) >= _DAY and any(map(clock_of, named))
        if any(s.start for s in named) or days - {ahead[0].start.date()} or to_an_hour:
            return []
        said, known = entry.all(Kind.MOVES)[0], ahead[0]
        return [replace(said, kind=Kind.PROPOSES, start=known.start + shift, end=known.end + shift, text=known.stage)]

    def _spoken_of(self, entry: Entry) -> Interview | Statement | None:
        """The one meeting that is being moved or asked about, else what is offered on one day, else the day named."""
        ahead = self._ahead(entry)
        if len(ahead) == 1 and (self._moving or entry.has(Kind.ASKS_ME)):
            return ahead[0]
        offered = [s for s in (*self._proposed, *self._offered) if s.start and s.start > entry.envelope.sent]
        named = offered or self._named
        return named[0] if only_day(named) else None

    def _was_held(self, interview: Interview, at: dt.datetime) -> bool:
        return interview.end <= at and any(b.interview is interview for b in self._booked)

    def _whole(self, statement: Statement, at: dt.datetime) -> Statement | None:
        """A statement with its time: where only a new day was named, the hour of what was booked before."""
        if statement.start or statement.day is None:
            return statement if statement.start else None
        if self._last is None or self._was_held(self._last, at):
            return None
        self._moving = True
        start = dt.datetime.combine(statement.day, self._last.start.timetz())
        length = self._last.end - self._last.start
        return replace(statement, start=start, end=start + length, text=self._last.stage)

    def _agreed(self, entry: Entry) -> list[Statement]:
        """What I agreed to: the time of theirs that I repeat, or the only one that stands proposed."""
        if _clearly(entry, *_ENDING) and not any(s.start for s in entry.statements):
            return []  # "give the 2 pm to somebody else"
        offered = [s for s in self._proposed if s.start and s.start > entry.envelope.sent]
        agreed = entry.all(Kind.AGREES)
        named = entry.all(Kind.AGREES, Kind.NAMES_TIME, Kind.PROPOSES)
        other = len(offered) == 1 and all(s.start != offered[0].start for s in named)
        if _surely(entry, *_ENDING) or (_clearly(entry, Kind.MOVES) and (other or self._ahead(entry))):
            return []  # where several times are proposed and nothing is booked, I choose among them
        if _depends(entry) or self._settled:
            return []
        if (meant := chosen(named, offered)) and not _surely(entry, Kind.ACCEPTED, Kind.DECLINED):
            return [replace(at_my_minute(meant, named), words=(agreed or named)[0].words)]
        if _clearly(entry, Kind.DECLINED, *_ENDING) or _surely(entry, Kind.ACCEPTED):
            return []
        timed = [s for s in agreed if s.start and s.confidence is not Confidence.UNCLEAR]
        if agreed and not timed and only_day(offered):
            timed = [s for s in named if s.start and s.start.date() == only_day(offered) and not s.words.endswith("?")]
        if len(timed) == 1 or any(s.kind is Kind.AGREES for s in timed):
            text = timed[0].text or (self._proposed[0].text if self._proposed else "")
            who = timed[0].who or next((s.who for s in self._proposed if s.who), ())
            return [replace(in_their_half(timed[0], offered), text=text, who=who)]
        if len(offered) != 1 or not agreed or any(s.start for s in named):
            return []
        clearly = _clearly(entry, Kind.AGREES) or _is_clear(offered[0], Kind.PROPOSES)
        return [replace(offered[0], words=agreed[0].words)] if clearly else []

    def _answered(self, entry: Entry) -> list[Statement]:
        """What they book by naming a time, one that I offered first of all, or by agreeing to the only such one."""
        named = entry.all(Kind.NAMES_TIME, Kind.INTERVIEW, Kind.PROPOSES)
        offered = list({s.start: s for s in self._offered if s.start and s.start > entry.envelope.sent}.values())
        theirs = [] if entry.has(Kind.ASKS_ME) else [s for s in self._proposed if s.start]
        if taken := chosen(named, offered) or chosen(named, theirs):
            stage = next((s.text for s in named if s.text in _STAGES), "")
            return [replace(taken, words=named[0].words, text=stage or taken.text, who=named[0].who or taken.who)]
        clear = [s for s in named if s.confidence is not Confidence.UNCLEAR]
        ahead = self._ahead(entry)
        timed = [s for s in clear if s.start and not _is_for_something_else(s, entry)]
        if timed := timed or [s for s in clear if len(ahead) == 1 and _is_moved(ahead[0], s, entry)]:
            return one_a_day(timed)
        moving = _clearly(entry, Kind.MOVES) or (self._moving and only_day(clear) in {s.day for s in self._offered})
        if len(ahead) == 1 and moving and only_day(clear) not in (None, ahead[0].start.date()):
            moved = self._whole(clear[0], entry.envelope.sent)
            return [_later(moved, _shift(entry))] if moved and not entry.has(Kind.ASKS_ME) else []
        agreed = entry.all(Kind.AGREES)
        if len(offered) != 1 or not agreed or _clearly(entry, *_ENDING) or any(s.start for s in named):
            return []
        only = not any(s.day and s.day != only_day(offered) for s in named)
        return [replace(offered[0], words=agreed[0].words)] if only else []

    def _drop(self, entry: Entry, note: Note) -> None:
        """Nobody meets once the process is over, or while it rests."""
        for booking in [b for b in self._booked if b.interview.start > entry.envelope.sent]:
            self._booked.remove(booking)
            note(entry.all(*_ENDING, Kind.ON_HOLD)[0], "nothing left to meet for")

    def _book(self, statement: Statement, entry: Entry, *, moved: bool, note: Note) -> Stage:
        statement = replace(statement, text=statement.text or self._told)
        assert statement.start is not None  # noqa: S101  for the type checker: filtered by the caller
        sent = entry.envelope.sent
        stage = Stage(statement.text) if statement.text in _STAGES else self._untold_stage(statement)
        booked = Booking(
            Interview(
                statement.start,
                statement.end or statement.start + _USUAL,
                stage,
                entry.envelope.message_id,
                statement.who or (self._called_off.hosts if self._called_off else ()),
                statement.words,
            ),
            statement.uid or self._called_off_uid,
        )
        same = self._same(booked, sent, moved=moved, told=bool(statement.text))
        if same is not None:
            booked = merged(same, at_the_same_hour(booked, same), told=bool(statement.text))
            self._booked.remove(same)
        self._booked.append(booked)
        self._called_off_uid = ""
        self._last = booked.interview
        note(statement, "booked" if same is None else "replaces what was booked before")
        return booked.interview.stage

    @property
    def _called_off(self) -> Interview | None:
        """The meeting booked last, where it was called off: what is booked next is in its place."""
        gone = self._last is not None and all(b.interview is not self._last for b in self._booked)
        return self._last if gone else None

    def _untold_stage(self, statement: Statement) -> Stage:
        """The stage of a meeting of which nothing tells it: that of one called off, in whose place it is.

        Else a recruiter who holds a short one alone makes a first call: in the corpus all but one of 79 are a screen.
        """
        if self._called_off is not None:
            return self._called_off.stage
        hosts = statement.who or ((self._speaker,) if self._speaker else ())
        short = statement.start and statement.end and statement.end - statement.start <= _FIRST_CALL
        alone = len(hosts) == 1 and hosts[0].email in self._recruiters
        return Stage.SCREEN if short and alone and not self._booked else Stage.INTERVIEW

    def _same(self, new: Booking, sent: dt.datetime, *, moved: bool, told: bool) -> Booking | None:
        """The booking that a new one, told to be of its stage or not, replaces or says again."""
        ahead = [b for b in self._booked if b.interview.end > sent]
        for known in ahead:
            if (new.uid and new.uid == known.uid) or abs(known.interview.start - new.interview.start) < SAME:
                return known
        if len(ahead) == 1 and (moved or not apart(ahead[0], new, told=told)):
            return ahead[0]
        same_day = [b for b in ahead if b.interview.start.date() == new.interview.start.date()]
        if len(same_day) == 1 and not (new.uid and same_day[0].uid):
            return same_day[0]
        return None

    def _cancel(self, statement: Statement, entry: Entry, *, replaced: bool, note: Note) -> None:
        """Remove what is cancelled: by identity, by time, else the one that is ahead."""
        ahead = [b for b in self._booked if b.interview.end > entry.envelope.sent]
        by_uid = [b for b in ahead if statement.uid and b.uid == statement.uid]
        by_time = [b for b in ahead if statement.start and abs(b.interview.start - statement.start) < SAME]
        gone = by_uid or by_time or (ahead if len(ahead) == 1 and not statement.uid else [])
        if gone and not replaced:
            self._booked.remove(gone[0])
            self._called_off_uid = gone[0].uid
            note(statement, "cancelled")


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


def _is_moved(known: Interview, named: Statement, entry: Entry) -> bool:
    """Whether a time is the hour of what is booked on another day, and nothing is surely asked of me."""
    if named.start is None or _surely(entry, Kind.ASKS_ME) or _clearly(entry, *_ENDING, Kind.OFFER, Kind.ON_HOLD):
        return False
    was = known.start.astimezone(named.start.tzinfo)
    return named.start.timetz() == was.timetz() and named.start.date() != was.date()


def _depends(entry: Entry) -> bool:
    """Whether I take a time only if they still have it: my own words name no time by halves but then."""
    return any(s.confidence is Confidence.UNCLEAR for s in entry.all(Kind.NAMES_TIME))


def _shift(entry: Entry) -> dt.timedelta | None:
    """By how much a message says that something moves."""
    return next((dt.timedelta(minutes=int(s.text)) for s in entry.all(Kind.MOVES) if s.text), None)


def _later(meeting: Statement, shift: dt.timedelta | None) -> Statement:
    """A meeting told to be on another day, and an hour later than it was."""
    if shift is None or meeting.start is None or meeting.end is None or abs(shift) >= _DAY:
        return meeting
    return replace(meeting, start=meeting.start + shift, end=meeting.end + shift)


def _is_clear(statement: Statement, kind: Kind) -> bool:
    return statement.kind is kind and statement.confidence is not Confidence.UNCLEAR


def _surely(entry: Entry, *kinds: Kind) -> bool:
    return any(s.confidence is Confidence.SURE for s in entry.all(*kinds))


def _clearly(entry: Entry, *kinds: Kind) -> bool:
    """Whether a message says one of these, and no doubt about it."""
    return any(s.confidence is not Confidence.UNCLEAR for s in entry.all(*kinds))
