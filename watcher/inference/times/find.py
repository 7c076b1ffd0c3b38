"""Finding the time expressions of a text, in order, each with the days it names."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from watcher.inference.heard import plain
from watcher.inference.speech import Speech
from watcher.inference.times.feasts import ANY_HOLIDAY
from watcher.inference.times.match import Grammar, Match
from watcher.inference.times.resolve import Context, resolve
from watcher.inference.times.value import (
    Bounded,
    Clock,
    Clocked,
    Cycle,
    Date,
    Feast,
    Grain,
    Modifier,
    Node,
    Span,
    ThisDay,
    Weekday,
    Within,
)
from watcher.model import Confidence, Window

__all__ = ["DURATION", "NOTHING", "TIME", "Duration", "Referents", "TimeExpression", "find_durations", "find_times"]

TIME, DURATION = "time", "duration"
"""The root categories of a grammar."""

_YEAR = dt.timedelta(days=365)
_SATURDAY = 5
_APPOSITION = re.compile(
    r"\s*[,(:]?\s*(?:i\.e\.,?\s*|that is,?\s*|is\s+(?:an?\s+)?|falls on\s+|falls\s+|lands\s+|an?\s+"
    r"|the\s*|so\s*|on\s*|-\s*)?"
)


@dataclass(frozen=True, slots=True)
class Referents:
    """The days that the words of a text can refer to."""

    that: Window | None = None
    """Those spoken of last before it, for "the day after" and "that week"."""
    week: bool = False
    """Whether these are a week of the calendar, so that "the Thursday" is its own."""
    event: Window | None = None
    """Those of the last event, for "give us a day"."""
    named: Window | None = None
    """Those of the event that stands as a § in it."""
    back: Window | None = None
    """When somebody is back."""


NOTHING = Referents()
"""What a text can refer to where nothing was said before it."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that a text names."""

    start: int
    end: int
    words: str
    """`text[start:end]`."""
    rule: str
    window: Window
    """The days named, in the speaker's zone. `earliest` is None where only an end was named: by, until, before."""
    grain: Grain
    modifier: Modifier
    clock: tuple[dt.time | None, dt.time | None] = (None, None)
    """Start and end of the time of day, where said; with an `UNCLEAR` confidence where no day was said beside it."""
    zone: dt.tzinfo | None = None
    """The zone of `clock`, where said."""
    relative: bool = False
    """Whether it counts from another day that was spoken of: "the day after"."""
    past: bool = False
    """All of it lies before the day of speaking."""
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True)
class Duration:
    """A length that a text names, at its longest."""

    start: int
    end: int
    words: str
    length: dt.timedelta


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    rule: str
    modifier: Modifier
    node: Node
    """What was said, without modifier and clock."""
    clock: Clock
    span: Span
    """What the modifier makes of it."""
    named: Span
    """What was named, whatever the modifier: what "that day" refers to."""
    relative: bool = False


def find_times(text: str, speech: Speech, grammar: Grammar, said: Referents = NOTHING) -> tuple[TimeExpression, ...]:
    """The time expressions of a text: non-overlapping, the longest at each place, in order.

    Args:
        text: A sentence, or a few.
        speech: When, where and by whom it was written.
        grammar: The language's.
        said: What it can refer to.

    Returns:
        Those within a year before and two years after the day of speaking.
    """
    matches = _matches(grammar, plain(text))
    if not matches:
        return ()
    that = _span(said.that, Grain.WEEK if said.week else Grain.DAY)
    context = Context(
        speech.today,
        speech.calendar,
        speech.country,
        that=that,
        single=that if that and that.first == that.last else None,
        event=_span(said.event),
        named=_span(said.named),
        back=_span(said.back),
    )
    before = context
    found: list[_Found] = []
    for match in matches:
        each = _read(match.start, match.end, match.rule, match.value, context)
        if each is None:
            continue
        if found and (joined := _apposed(found[-1], each, text, before)):
            found[-1] = joined
        else:
            found.append(each)
            before = context
        if match is matches[-1]:
            break  # nothing is left that could count from it
        last = found[-1]
        if isinstance(last.node, (ThisDay, Clocked)):  # "over dinner", "at 9" name no day of their own
            continue
        if _leads_nowhere(last, text, context):
            continue
        event = last.named if last.modifier is not Modifier.BY and not _is_a_weekend(last.named) else context.event
        if last.named.grain <= Grain.MONTH or context.that is None:
            single = last.named if last.named.first == last.named.last else context.single
            weekly = isinstance(last.node, Weekday)
            context = replace(context, event=event, here=last.named, that=last.named, single=single, weekly=weekly)
        else:  # no day follows "this year"
            context = replace(context, event=event, here=last.named)
    return tuple(_expression(each, text, speech) for each in found)


def _leads_nowhere(found: _Found, text: str, context: Context) -> bool:
    """Whether nothing counts from a day: "on Thursday; he was away yesterday", "from today on", "so not today"."""
    if found.modifier is Modifier.SINCE and found.named.last == context.today:
        return True
    if found.named.last == context.today and text.endswith("not ", 0, found.start):
        return True
    ahead = context.that is not None and context.that.last >= context.today
    return ahead and found.named.last < context.today


def find_durations(text: str, grammar: Grammar) -> tuple[Duration, ...]:
    """How long things last, where a text says it: the longest expression at each place, in order."""
    return tuple(
        Duration(match.start, match.end, text[match.start : match.end], match.value)
        for match in grammar.matches(plain(text), DURATION)
    )


@lru_cache(maxsize=512)
def _matches(grammar: Grammar, text: str) -> tuple[Match, ...]:
    """Several readers look at a sentence; its words mean the same to all of them."""
    return tuple(grammar.matches(text, TIME))


def _span(window: Window | None, grain: Grain = Grain.DAY) -> Span | None:
    return None if window is None else Span(window.earliest or window.latest, window.latest, grain)


def _read(start: int, end: int, rule: str, value: Node, context: Context) -> _Found | None:
    modifier, inner, clock = Modifier.ON, value, Clock()
    if isinstance(inner, Bounded):
        modifier, inner = inner.modifier, inner.of
    node = inner
    if isinstance(inner, Clocked):
        clock = inner.clock
        node = inner.day or inner
    named = resolve(inner, context)
    span = named if inner is value else resolve(value, context)
    if span is None or named is None or not (-_YEAR <= span.last - context.today <= 2 * _YEAR):
        return None
    if span.first < context.today - _YEAR:
        span = replace(span, first=context.today - _YEAR)
    relative = context.that is not None and resolve(node, replace(context, that=None)) is None
    return _Found(start, end, rule, modifier, node, clock, span, named, relative)


def _apposed(one: _Found, other: _Found, text: str, context: Context) -> _Found | None:
    """Two ways to name one time, side by side: "this Friday, the 17th", "first thing next week, Monday or Tuesday".

    `context` is that in which `one` was read.
    """
    if not _APPOSITION.fullmatch(text[one.end : other.start].lower()):
        return None
    if _is_any_holiday(one.node) != _is_any_holiday(other.node):
        return _holiday_of(one, other, context)
    if _adds_nothing(one, other, context):
        return replace(one, end=other.end)
    if isinstance(other.node, Clocked):  # "on Monday 16 August, by 6 pm"
        return None if one.clock.start or one.clock.end else replace(one, end=other.end, clock=other.clock)
    if other.modifier is not Modifier.ON or (one.clock.start and other.clock.start) or isinstance(one.node, Within):
        return None
    node, span = other.node, other.named
    if isinstance(one.node, Cycle) and isinstance(node, Weekday) and node.shift is None:
        span = resolve(replace(node, within=one.node), context) or span
    inside = one.named.first <= span.first and span.last <= one.named.last
    again = one.named.last > context.today and _is_same_weekday(one.named, span) and not isinstance(one.node, Date)
    if not (inside or again):  # "the following Wednesday, the 28th"
        return None
    clock = one.clock if one.clock.start else other.clock
    bounded = resolve(Bounded(one.modifier, node), context) if one.modifier is Modifier.BEFORE else span
    if bounded is None:
        return None
    return _Found(one.start, other.end, other.rule, one.modifier, node, clock, bounded, span)


def _is_any_holiday(node: Node) -> bool:
    return isinstance(node, Feast) and node.name in ANY_HOLIDAY


def _holiday_of(one: _Found, other: _Found, context: Context) -> _Found | None:
    """A holiday without a name is on the day beside it: "Monday is a bank holiday", "the bank holiday on the 31st"."""
    holiday, day = (one, other) if _is_any_holiday(one.node) else (other, one)
    span = day.span if day is one else resolve(Bounded(one.modifier, day.node), context)
    if span is None or other.modifier is not Modifier.ON:
        return None
    return replace(day, start=one.start, end=other.end, rule=holiday.rule, modifier=one.modifier, span=span)


def _adds_nothing(one: _Found, other: _Found, context: Context) -> bool:
    """Whether the second of two says no more than the first: "on the 23rd, before Christmas"."""
    if other.modifier is Modifier.BEFORE:
        return one.named.last < other.named.first
    if other.modifier is not Modifier.ON or (one.clock.start and other.clock.start):
        return False
    if isinstance(other.node, Weekday) and one.named.first == one.named.last:  # "on November 23, a Monday"
        return one.named.first.weekday() == other.node.day
    # "on 1 December, the day after": the plainer of the two holds
    return other.relative and (_is_same_weekday(one.named, other.named) or resolve(other.node, context) == one.named)


def _is_same_weekday(one: Span, other: Span) -> bool:
    return one.first == one.last and other.first == other.last and one.first.weekday() == other.first.weekday()


def _is_a_weekend(days: Span) -> bool:
    """Whether these are a whole weekend, which is no event that something counts from."""
    return days.first.weekday() == _SATURDAY and days.first != days.last


def _expression(each: _Found, text: str, speech: Speech) -> TimeExpression:
    open_start = each.modifier in (Modifier.BY, Modifier.UNTIL, Modifier.BEFORE)
    return TimeExpression(
        start=each.start,
        end=each.end,
        words=text[each.start : each.end],
        rule=each.rule,
        window=Window(None if open_start else each.span.first, each.span.last),
        grain=each.span.grain,
        modifier=each.modifier,
        relative=each.relative,
        clock=(each.clock.start, each.clock.end),
        zone=_zone(each.clock.zone),
        past=each.span.last < speech.today,
        confidence=each.span.confidence,
    )


@cache
def _zone(name: str) -> dt.tzinfo | None:
    return ZoneInfo(name) if name else None
