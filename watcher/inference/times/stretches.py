"""Which days a stretch has: of the calendar, a part of one, or so many days counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from watcher.inference.times.context import Context, span_of
from watcher.inference.times.spans import (
    day_span,
    month_after,
    month_span,
    next_weekday,
    nth_week,
    plus,
    portion,
    shifted,
    weaker,
    work_week,
)
from watcher.inference.times.value import (
    Ahead,
    Cycle,
    Date,
    Grain,
    InSeason,
    IsoWeek,
    Month,
    Node,
    Nth,
    Part,
    Portion,
    Quarter,
    Range,
    Season,
    Span,
    Unit,
    Weekday,
    WeekOf,
    Within,
)
from watcher.model import Confidence

__all__: list[str] = []  # it extends `span_of`

_SATURDAY = 5
_SOUTHERN = frozenset({"AU", "NZ", "ZA", "AR", "CL", "UY", "BR"})
_LONG_PAST = dt.timedelta(days=75)
"""How long ago a week without a year may be before the coming one is meant."""


@span_of.register
def _(node: Cycle, at: Context) -> Span | None:
    day, confidence = at.today, Confidence.SURE
    if node.origin is not None:
        origin = span_of(node.origin, at)
        if origin is None:
            return None
        day, confidence = origin.last, origin.confidence
    if node.unit is Unit.WEEK:  # "this week", said at the weekend, is the coming one
        return work_week(plus(day, 7 * node.shift - (day.weekday() if node.shift else 0)), confidence)
    if node.unit is Unit.WEEKEND:
        saturday = plus(day, 7 * node.shift - day.weekday() + _SATURDAY)
        return Span(saturday, plus(saturday, 1), Grain.WEEK, confidence)
    if node.unit is Unit.MONTH:
        return month_span(*month_after(day, node.shift), 1, Grain.MONTH, confidence)
    if node.unit is Unit.QUARTER:
        year, month = month_after(day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3 * node.shift)
        return month_span(year, month, 3, Grain.QUARTER, confidence)
    if node.unit is Unit.YEAR:
        return month_span(day.year + node.shift, 1, 12, Grain.YEAR, confidence)
    return day_span(plus(day, node.shift), confidence=confidence)


@span_of.register
def _(node: Month, at: Context) -> Span:
    """The month of the year named; else this month, or the nearest with a leaning ahead."""
    year = node.year
    if year is None:
        year = at.today.year + (node.month < at.today.month - 2) - (node.month > at.today.month + 9)
    return month_span(year, node.month, 1, Grain.MONTH)


@span_of.register
def _(node: Quarter, at: Context) -> Span:
    year = node.year or at.today.year + (node.number * 3 < at.today.month)
    return month_span(year, node.number * 3 - 2, 3, Grain.QUARTER)


@span_of.register
def _(node: InSeason, at: Context) -> Span:
    start = {Season.WINTER: 12, Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9}[node.season]
    if at.country in _SOUTHERN:
        start = (start + 5) % 12 + 1
    years = (at.today.year - 1, at.today.year, at.today.year + 1) if node.year is None else (node.year,)
    for year in years:
        span = month_span(year, start, 3, Grain.QUARTER, Confidence.LIKELY)
        if span.last >= at.today:
            break
    return span


@span_of.register
def _(node: IsoWeek, at: Context) -> Span:
    year = node.year or at.today.isocalendar().year
    monday = dt.date.fromisocalendar(year, node.number, 1)
    if node.year is None and monday < at.today - _LONG_PAST:
        monday = dt.date.fromisocalendar(year + 1, node.number, 1)
    return work_week(monday)


@span_of.register
def _(node: WeekOf, at: Context) -> Span | None:
    span = span_of(node.day, at)
    return None if span is None else work_week(span.first, span.confidence)


# -- parts --------------------------------------------------------------------------------------
@span_of.register
def _(node: Nth, at: Context) -> Span | None:
    span = span_of(node.within, at)
    if span is None:
        return None
    if isinstance(node.what, Unit):
        return _nth_unit(node, node.what, span, at)
    named = _nth_weekday(node, node.what, span)
    if named and named.last < at.today and node.within == Cycle(Unit.MONTH):  # "on the first Tuesday of the month"
        following = span_of(Cycle(Unit.MONTH, 1), at)
        return following and _nth_weekday(node, node.what, following)
    return named


def _nth_weekday(node: Nth, weekday: int, span: Span) -> Span | None:
    if node.number > 0:
        day = plus(next_weekday(plus(span.first, -1), weekday), 7 * (node.number - 1))
    else:
        day = plus(span.last, -((span.last.weekday() - weekday) % 7) + 7 * (node.number + 1))
    return day_span(day) if span.first <= day <= span.last else None


def _nth_unit(node: Nth, unit: Unit, span: Span, at: Context) -> Span | None:
    ahead = node.number > 0
    if unit is Unit.BUSINESS_DAY:
        edge = plus(span.first, -1) if ahead else plus(span.last, 1)
        return day_span(at.calendar.add_business_days(edge, node.number))
    if unit is Unit.DAY:
        return day_span(plus(span.first, node.number - 1) if ahead else plus(span.last, node.number + 1))
    if unit is not Unit.WEEK:
        return None
    return nth_week(span, node.number, full=node.full)


@span_of.register
def _(node: Part, at: Context) -> Span | None:
    span = span_of(node.of, at)
    if span is None:
        return None
    if span.grain <= Grain.DAY:
        return span
    first, last = portion(node.portion, span)
    if last < at.today and node.of == Cycle(Unit.WEEK):  # "midweek", said on a Friday
        first, last = plus(first, 7), plus(last, 7)
    return Span(first, last, Grain.DAY if node.portion is Portion.END else Grain.WEEK, span.confidence)


@span_of.register
def _(node: Range, at: Context) -> Span | None:
    first = span_of(node.first, at)
    last = span_of(node.last, replace(at, that=first or at.that))
    if first is None or last is None:
        return None
    while last.last < first.first:  # "the 30th to the 2nd", "Friday or Monday"
        if isinstance(node.last, Weekday):
            last = day_span(plus(last.last, 7))
        elif isinstance(node.last, Date) and node.last.month is None:
            later = span_of(node.last, replace(at, today=first.first))
            if later is None or later.last < first.first:
                return None
            last = later
        else:  # "moved up from 12 November to 29 October"
            return last
    return Span(first.first, last.last, max(first.grain, last.grain), weaker(first.confidence, last.confidence))


# -- counting -----------------------------------------------------------------------------------
@span_of.register
def _(node: Ahead, at: Context) -> Span | None:
    origin = _origin(node.origin, at)
    if origin is None:
        return None
    sign = -1 if node.back else 1
    confidence = weaker(origin.confidence, Confidence.LIKELY if node.count.vague else Confidence.SURE)
    start = origin.first if node.back else origin.last
    ends = sorted(shifted(start, sign * count, node.unit, at.calendar) for count in (node.count.low, node.count.high))
    return Span(ends[0], ends[1], Grain.DAY, confidence)


@span_of.register
def _(node: Within, at: Context) -> Span | None:
    origin = _origin(node.origin, at)
    ahead = span_of(Ahead(node.count, node.unit, node.origin), at)
    return None if origin is None or ahead is None else replace(ahead, first=origin.first)


def _origin(node: Node | None, at: Context) -> Span | None:
    return day_span(at.today) if node is None else span_of(node, at)
