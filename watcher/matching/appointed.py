"""Which hour a message books, by rules (`bookings`) and by what was learned, each with its say.

Rules follow the words; who answers in half of them ("the later one then, see you") is understood by what stands
offered, what is booked, and how the whole mail sounds. What is learned looks at every hour that the message may mean:
those it names, those that stand offered by either side, and a day or a clock time alone with the other half added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from watcher.matching.forest import Forest
from watcher.matching.offers import SAME, clock_of
from watcher.model import Confidence, Entry, Kind, Side, Statement

__all__ = ["ENOUGH", "SAID_BY_RULES", "Candidates", "Figures", "Standing", "appointed", "candidates", "is_weighed"]

Figures = dict[str, float]
SAID_BY_RULES = 1.0
"""What it adds to the log odds of an hour that rules book it."""
ENOUGH = 0.0
"""The log odds from which an hour is booked."""
_MOST = 24
"""Hours looked at in one message."""
_UNHEARD = -6.0
"""The log odds of an hour of which the mail itself tells nothing."""
_HOUR = dt.timedelta(hours=1)
_LEVEL = {Confidence.UNCLEAR: 1.0, Confidence.LIKELY: 2.0, Confidence.SURE: 3.0}
_TIMED = (Kind.INTERVIEW, Kind.PROPOSES, Kind.AGREES, Kind.NAMES_TIME)
_IN_FIGURES = frozenset({Kind.SOUNDS_LIKE, Kind.RARE_WORDS, Kind.MENTIONS})
"""Statements that are no words of the message."""
_LEARNED = "as learned, by what stands and how the whole sounds"
_SAID = (
    *_TIMED,
    *(Kind.CANCELS, Kind.MOVES, Kind.HELD, Kind.ASKS_ME, Kind.WAITS, Kind.DECIDES_BY, Kind.NO_DATE),
    *(Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.ON_HOLD, Kind.ACCEPTED, Kind.DECLINED, Kind.WITHDRAWN),
    *(Kind.THANKS, Kind.NUDGES, Kind.INTERESTED, Kind.HANDS_OVER, Kind.AWAY_UNTIL, Kind.OUTREACH, Kind.APPLIES),
)
"""Of what it counts how surely a message says it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands when a message comes."""

    ahead: tuple[dt.datetime, ...]
    """When we meet, by all that is booked."""
    last: dt.datetime | None
    """What was booked last, called off since or not."""
    held: int
    """How often we met."""
    proposed: tuple[Statement, ...]
    """Times that they offered."""
    offered: tuple[Statement, ...]
    """Times that I offered."""
    named: tuple[Statement, ...]
    """Days and times of the last message that named any."""
    moving: bool
    """One of us asked for another time."""
    settled: bool
    """Their last message booked."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The hours that a message may book, as statements, and the figures of each."""

    times: tuple[Statement, ...]
    figures: tuple[Figures, ...]


def is_weighed(entry: Entry, ruled: Sequence[Statement]) -> bool:
    """Whether there is something to weigh: a calendar and a programme of several hours speak for themselves."""
    return entry.has(Kind.SOUNDS_LIKE) and len(ruled) <= 1 and not any(s.uid for s in entry.statements)


def appointed(
    entry: Entry, standing: Standing, ruled: Sequence[Statement], learned: Forest | None = None
) -> list[Statement]:
    """What a message books.

    Args:
        entry: The message.
        standing: What stands before it.
        ruled: What it books by the rules.
        learned: Weighs the figures of an hour; what comes with the program if None.
    """
    if not is_weighed(entry, ruled):
        return list(ruled)
    found = candidates(entry, standing, ruled)
    if not found.times:
        return list(ruled)
    learned = learned or _learned()
    odds = [
        learned.log_odds(figures) + SAID_BY_RULES * (time in ruled)
        for time, figures in zip(found.times, found.figures, strict=True)
    ]
    best = max(range(len(odds)), key=odds.__getitem__)
    if odds[best] < ENOUGH:
        return []
    return [found.times[best] if found.times[best] in ruled else _in_its_words(found.times[best], entry)]


def candidates(entry: Entry, standing: Standing, ruled: Sequence[Statement]) -> Candidates:
    """All hours that a message may book, those of the rules first. The arguments are those of `appointed`."""
    named = [s for s in entry.all(*_TIMED) if s.start or s.day or clock_of(s)]
    whole = [s for s in named if s.start]
    times = {s.start.astimezone(dt.UTC): s for s in reversed(ruled) if s.start}
    for s in (*whole, *_completed(named, standing, entry), *standing.proposed, *standing.offered):
        if s.start and s.start > entry.envelope.sent and not _is_booked(s.start, standing):
            times.setdefault(s.start.astimezone(dt.UTC), s)
    chosen = tuple(times.values())[:_MOST]
    said = dict(_said(entry, standing, whole, ruled, len(chosen)))
    odds = _odds(entry)
    return Candidates(chosen, tuple(said | dict(_of_hour(s, entry, standing, named, ruled, odds)) for s in chosen))


def _is_booked(start: dt.datetime, standing: Standing) -> bool:
    return any(abs(start - ahead) < SAME for ahead in standing.ahead)


def _in_its_words(time: Statement, entry: Entry) -> Statement:
    """An hour as this message books it: words of another are no reason."""
    rule = f"{time.rule}; {_LEARNED}"
    if time in entry.statements:
        return replace(time, kind=Kind.INTERVIEW, rule=rule)
    told = (*entry.all(Kind.AGREES), *entry.all(*_TIMED), *(s for s in entry.statements if s.kind not in _IN_FIGURES))
    return replace(time, kind=Kind.INTERVIEW, rule=rule, words=told[0].words if told else entry.envelope.subject)


def _completed(named: Sequence[Statement], standing: Standing, entry: Entry) -> Iterator[Statement]:
    """Days alone at the hours that were spoken of, and hours alone on the days that were."""
    of_both = (*standing.proposed, *standing.offered)
    starts = [*(s.start for s in of_both if s.start), *standing.ahead, *([standing.last] if standing.last else [])]
    here = [s for s in named if s.start is None]
    clocks = [(s, clock) for s in here if (clock := clock_of(s))]
    for s in here:
        if s.day:
            yield from (replace(s, start=dt.datetime.combine(s.day, start.timetz())) for start in starts)
    days = [s.names_day for s in (*named, *of_both, *standing.named) if s.names_day]
    days += [start.date() for start in standing.ahead]
    for s, clock in clocks:
        for day in dict.fromkeys(days):
            zone = next((start.tzinfo for start in starts if start.date() == day), entry.envelope.sent.tzinfo)
            yield replace(s, start=dt.datetime.combine(day, clock, zone), text=s.text[6:])


def _said(
    entry: Entry, standing: Standing, whole: Sequence[Statement], ruled: Sequence[Statement], many: int
) -> Iterator[tuple[str, float]]:
    """What is the same for all hours of a message."""
    for kind in _SAID:
        yield f"said {kind}", max((_LEVEL[s.confidence] for s in entry.all(kind)), default=0.0)
    yield from ((f"sounds {kind}", odds) for kind, odds in _odds(entry).items() if not kind[0].isdigit())
    yield "mine", entry.envelope.side is Side.ME
    yield "automatic", entry.envelope.automatic is not None
    yield "answers", bool(entry.envelope.in_reply_to)
    yield "hours here", len({s.start for s in whole})
    yield "days here", len({s.names_day for s in entry.all(*_TIMED) if s.names_day})
    yield "ahead", len(standing.ahead)
    yield "held", standing.held
    yield "moving", standing.moving
    yield "settled", standing.settled
    yield "proposed", len({s.start for s in standing.proposed if s.start})
    yield "offered", len({s.start for s in standing.offered if s.start})
    yield "ruled", len(ruled)
    yield "candidates", many


def _of_hour(
    time: Statement,
    entry: Entry,
    standing: Standing,
    named: Sequence[Statement],
    ruled: Sequence[Statement],
    odds: Figures,
) -> Iterator[tuple[str, float]]:
    start = time.start
    assert start is not None  # noqa: S101  for the type checker: candidates have one
    here = [s for s in named if s.start and abs(s.start - start) < SAME]
    others = [s for s in named if s.start and s not in here]
    yield "by rule", 0.0 if time not in ruled else _LEVEL[time.confidence]
    for kind in _TIMED:
        yield f"here {kind}", max((_LEVEL[s.confidence] for s in here if s.kind is kind), default=0.0)
    yield "later here", len({s.start for s in others if s.start and s.start > start})
    yield "behind here", sum(named.index(s) > named.index(here[-1]) for s in others) if here else -1
    yield "others that day", len({s.start for s in others if s.names_day == start.date()})
    yield "day here", any(s.names_day == start.date() for s in named)
    yield "completed", time.start not in {s.start for s in (*named, *standing.proposed, *standing.offered)}
    yield "of theirs", _best_level(standing.proposed, start)
    yield "of mine", _best_level(standing.offered, start)
    yield "asked", time.words.rstrip().endswith("?")
    yield "doubted", "doubted" in time.rule
    yield "has end", time.end is not None
    yield "has stage", bool(time.text)
    yield "days ahead", (start - entry.envelope.sent) / dt.timedelta(days=1)
    yield "clock", start.hour + start.minute / 60
    yield "weekday", start.weekday()
    yield "from last", (start - standing.last) / _HOUR if standing.last else 0.0
    yield "day of another", any(start.date() == ahead.date() for ahead in standing.ahead)
    yield "clock of another", any(start.timetz() == ahead.timetz() for ahead in standing.ahead)
    of_hours = {name: value for name, value in odds.items() if name[0].isdigit()}
    own = max((of_hours.get(s.start.isoformat(), _UNHEARD) for s in here if s.start), default=_UNHEARD)
    apart = [v for n, v in of_hours.items() if abs(dt.datetime.fromisoformat(n) - start) >= SAME]
    yield "hour sounds", own
    yield "hour leads", own - max(apart, default=_UNHEARD)


def _best_level(times: Sequence[Statement], start: dt.datetime) -> float:
    return max((_LEVEL[s.confidence] for s in times if s.start and abs(s.start - start) < SAME), default=0.0)


def _odds(entry: Entry) -> Figures:
    """What `Kind.SOUNDS_LIKE` tells, by name."""
    told = (each.rpartition("=") for s in entry.all(Kind.SOUNDS_LIKE) for each in s.text.split())
    odds: Figures = {}
    for name, _, value in told:
        odds[name] = max(float(value), odds.get(name, float(value)))
    return odds


@cache
def _learned() -> Forest:
    return Forest.read("watcher.matching", "appointed.json")
