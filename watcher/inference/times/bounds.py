"""What a bound makes of an interval: before it, by it, after it."""

from __future__ import annotations

from dataclasses import replace

from watcher.calendar import Calendar
from watcher.inference.times.spans import next_weekday, plus
from watcher.inference.times.value import (
    Bounded,
    Clocked,
    Cycle,
    Feast,
    Grain,
    InSeason,
    Modifier,
    Month,
    Node,
    Part,
    Quarter,
    Span,
    That,
    ThisDay,
    Unit,
)
from watcher.model import Confidence

__all__ = ["bounded"]

_FRIDAY = 4


def bounded(node: Bounded, span: Span, calendar: Calendar) -> Span:
    """The days that are meant, where `node` bounds an interval that is `span`."""
    if node.modifier is Modifier.BEFORE:
        return _before(node.of, span, calendar)
    if node.modifier in (Modifier.BY, Modifier.UNTIL):
        return _by(node.of, span)
    return _after(node.of, span) if node.modifier is Modifier.AFTER else span


def _before(node: Node, span: Span, calendar: Calendar) -> Span:
    if isinstance(
        node, Part | Clocked | ThisDay
    ):  # before the end of the week, five on Friday, supper: still on that day
        return span
    if isinstance(node, Feast):  # nobody decides on the Saturday before Easter
        return replace(span, first=span.first, last=calendar.add_business_days(span.first, -1))
    last = plus(span.first, -1)
    over = max(0, last.weekday() - _FRIDAY) if span.grain is Grain.WEEK else 0  # before next week: by Friday
    return replace(span, last=plus(last, -over))


def _after(node: Node, span: Span) -> Span:
    """After a weekend is the Monday, after a holiday the days until a Friday; after any other day is any time."""
    if node == Cycle(Unit.WEEKEND, 0, That(or_today=True)) or node == Cycle(Unit.WEEKEND):
        return Span(plus(span.last, 1), plus(span.last, 1), Grain.DAY, Confidence.LIKELY)
    if isinstance(node, Feast):
        return Span(plus(span.last, 1), next_weekday(plus(span.last, 2), _FRIDAY), Grain.WEEK, Confidence.LIKELY)
    return Span(plus(span.last, 1), plus(span.last, 7), span.grain, Confidence.UNCLEAR)


def _by(node: Node, span: Span) -> Span:
    """By May is by its first day; by next week, or the end of anything, is by its last; by the weekend, by Friday."""
    if isinstance(node, Month | Quarter | InSeason) or (isinstance(node, Cycle) and node.unit is Unit.YEAR):
        return replace(span, last=span.first, confidence=Confidence.LIKELY)
    if isinstance(node, Cycle) and node.unit is Unit.WEEKEND:
        return replace(span, last=plus(span.first, -1))
    return span
