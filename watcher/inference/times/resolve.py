"""From what a time expression means to the days it names: in the speaker's zone, by the business calendar.

Conventions, as the corpus states them: next week runs to its Friday, the end of a week is its Friday, the end of a
month its last day, five to seven business days are seven, early next week is up to Wednesday, mid-month the 15th.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from watcher.calendar import Calendar
from watcher.inference.times.bounds import bounded
from watcher.inference.times.feasts import feast
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
    Back,
    Bounded,
    Clocked,
    Cycle,
    Date,
    Feast,
    Grain,
    InSeason,
    IsoWeek,
    Month,
    Named,
    NextOne,
    Node,
    Nth,
    Outset,
    Part,
    Portion,
    Quarter,
    Range,
    Season,
    Slashed,
    Span,
    That,
    ThisDay,
    Today,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Within,
)
from watcher.model import Confidence

__all__ = ["Context", "resolve"]

_FRIDAY, _SATURDAY = 4, 5
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU"})
_EITHER_FIRST = frozenset({"CA", ""})
_SOUTHERN = frozenset({"AU", "NZ", "ZA", "AR", "CL", "UY", "BR"})
_LOOKS_BACK = dt.timedelta(days=75)
"""How long ago a date without a year may be before the coming one is meant."""
_CLOSELY = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Context:
    """What relative words are resolved against."""

    today: dt.date
    calendar: Calendar
    country: str
    that: Span | None = None
    """What was spoken of last."""
    event: Span | None = None
    """What other days are counted from: the last that was spoken of as one of an event."""
    named: Span | None = None
    """The event that the text names again."""
    back: Span | None = None
    """When somebody is back."""
    here: Span | None = None
    """What was spoken of last in the same text."""
    weekly: bool = False
    """Whether `that` was named by its weekday, so that there is one like it every week."""


def resolve(node: Node, at: Context) -> Span | None:
    """The days a node names; None where it names none (the 31st of June, a holiday the calendar does not know)."""
    try:
        return _resolve(node, at)
    except (OverflowError, ValueError):  # beyond the calendar: 31 June, the year 10000
        return None


@singledispatch
def _resolve(node: object, at: Context) -> Span | None:  # noqa: ARG001
    raise TypeError(f"not a node: {node!r}")


# -- days ---------------------------------------------------------------------------------------
@_resolve.register
def _(node: Today, at: Context) -> Span:
    return day_span(at.today + dt.timedelta(days=node.shift))


@_resolve.register
def _(node: ThisDay, at: Context) -> Span:  # noqa: ARG001 - dispatched on its type
    here = at.here
    return here if here and here.first == here.last > at.today else day_span(at.today)


@_resolve.register
def _(node: Date, at: Context) -> Span | None:
    days = [day for day in _candidates(node, at.today) if node.weekday in (None, day.weekday())]
    sure = Confidence.SURE
    if not days:  # "Friday the 14th" where the 14th is a Saturday: a slip of the pen
        days, sure = list(_candidates(replace(node, weekday=None), at.today)), Confidence.UNCLEAR
    if not days:
        return None
    if node.month is not None and node.year is None:
        day = min(days, key=lambda d: (d < at.today - _LOOKS_BACK, abs(d - at.today)))
    else:
        day = _soon_after(at.that, days) or next((d for d in days if d >= at.today), days[-1])
    return day_span(day, confidence=sure)


def _soon_after(that: Span | None, days: Sequence[dt.date]) -> dt.date | None:
    """The day that follows closely what was spoken of last: "they meet on 2 July; you'll hear on the 3rd"."""
    return next((d for d in days if that and that.first <= d <= that.first + _CLOSELY), None)


def _candidates(node: Date, today: dt.date) -> list[dt.date]:
    """Days a date may mean: the year as said or those around today, the month as said or the coming ones."""
    if node.month is not None:
        years = [node.year] if node.year is not None else [today.year - 1, today.year, today.year + 1]
        return [dt.date(y, node.month, node.day) for y in years if node.day <= months.monthrange(y, node.month)[1]]
    days, look_ahead = [], 12 if node.weekday is not None else 3
    for shift in range(look_ahead):
        year, month = month_after(today, shift)
        if node.day <= months.monthrange(year, month)[1]:
            days.append(dt.date(year, month, node.day))
    return [d for d in days if d >= today]


@_resolve.register
def _(node: Slashed, at: Context) -> Span | None:
    """Day first or month first: by the figures, by the country, and else by which of the two is still to come."""
    day_first = _try_date(node.first, node.second, node, at)
    month_first = _try_date(node.second, node.first, node, at)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if day_first.confidence is not month_first.confidence:  # the weekday fits one of them
        return day_first if day_first.confidence is Confidence.SURE else month_first
    if at.country in _EITHER_FIRST:
        ahead = [s for s in (day_first, month_first) if s.first >= at.today]
        return min(ahead or (day_first, month_first), key=lambda s: abs(s.first - at.today)).but(Confidence.UNCLEAR)
    return month_first if at.country in _MONTH_FIRST else day_first


def _try_date(day: int, month: int, node: Slashed, at: Context) -> Span | None:
    possible = 1 <= month <= 12 and 1 <= day <= 31
    return resolve(Date(day, month, node.year, node.weekday), at) if possible else None


@_resolve.register
def _(node: Weekday, at: Context) -> Span | None:
    monday = at.today - dt.timedelta(days=at.today.weekday())
    if node.within is not None:
        span = _resolve(node.within, at)
        if span is None:
            return None
        day = span.first + dt.timedelta(days=(node.day - span.first.weekday()) % 7)
        if day < at.today and isinstance(node.within, That):  # "make that Tuesday"
            day = next_weekday(at.today, node.day)
        return day_span(day, confidence=span.confidence)
    if node.after is not None:
        span = _resolve(node.after, at)
        return None if span is None else day_span(next_weekday(span.last, node.day), confidence=span.confidence)
    if node.before is not None:
        span = _resolve(node.before, at)
        return None if span is None else day_span(next_weekday(plus(span.first, -8), node.day))
    if node.shift is None:
        return day_span(next_weekday(at.today, node.day))
    if node.shift == 0:  # "this Friday", said on one, is today
        return day_span(at.today + dt.timedelta(days=(node.day - at.today.weekday()) % 7))
    if node.shift < 0:
        return day_span(next_weekday(plus(at.today, -8), node.day))
    day = monday + dt.timedelta(days=7 * node.shift + node.day)
    far = (day - at.today).days > 7  # "next Friday" said on a Monday: some mean the one in four days
    return day_span(day, confidence=Confidence.LIKELY if far else Confidence.SURE)


@_resolve.register
def _(node: Feast, at: Context) -> Span | None:
    start = dt.date(node.year, 1, 1) if node.year else at.today
    found = feast(node.name, start, at.country, at.calendar)
    return None if found is None else Span(*found)


@_resolve.register
def _(node: That, at: Context) -> Span | None:
    if node.unit is Unit.DAY:
        if node.or_today and (at.that is None or at.that.last < at.today):
            return day_span(at.today)
        if at.that is None:
            return None
        unclear = at.that.confidence is Confidence.UNCLEAR  # "Wednesday's" names a day all the same
        confidence = Confidence.LIKELY if unclear else at.that.confidence
        return day_span(at.that.last + dt.timedelta(days=node.shift), confidence=confidence)
    return _resolve(Cycle(node.unit, node.shift, That() if at.that else None), at)


@_resolve.register
def _(node: Named, at: Context) -> Span | None:  # noqa: ARG001 - dispatched on its type
    return at.named


@_resolve.register
def _(node: Back, at: Context) -> Span | None:  # noqa: ARG001 - dispatched on its type
    return at.back or at.that


@_resolve.register
def _(node: Outset, at: Context) -> Span:  # noqa: ARG001 - dispatched on its type
    counts = at.event and at.event.first == at.event.last >= at.today
    return day_span(at.event.last if at.event and counts else at.today)


@_resolve.register
def _(node: NextOne, at: Context) -> Span | None:  # noqa: ARG001 - dispatched on its type
    if at.that is None:
        return None
    step = 7 if at.weekly or at.that.grain is Grain.WEEK else 1
    return Span(plus(at.that.first, step), plus(at.that.last, step), at.that.grain, at.that.confidence)


# -- stretches of the calendar ------------------------------------------------------------------
@_resolve.register
def _(node: Cycle, at: Context) -> Span | None:
    day, confidence = at.today, Confidence.SURE
    if node.origin is not None:
        origin = _resolve(node.origin, at)
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


@_resolve.register
def _(node: Month, at: Context) -> Span:
    """The month of the year named; else this month, or the nearest with a leaning ahead."""
    year = node.year
    if year is None:
        year = at.today.year + (node.month < at.today.month - 2) - (node.month > at.today.month + 9)
    return month_span(year, node.month, 1, Grain.MONTH)


@_resolve.register
def _(node: Quarter, at: Context) -> Span:
    year = node.year or at.today.year + (node.number * 3 < at.today.month)
    return month_span(year, node.number * 3 - 2, 3, Grain.QUARTER)


@_resolve.register
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


@_resolve.register
def _(node: IsoWeek, at: Context) -> Span:
    year = node.year or at.today.isocalendar().year
    monday = dt.date.fromisocalendar(year, node.number, 1)
    if node.year is None and monday < at.today - _LOOKS_BACK:
        monday = dt.date.fromisocalendar(year + 1, node.number, 1)
    return work_week(monday)


@_resolve.register
def _(node: WeekOf, at: Context) -> Span | None:
    span = _resolve(node.day, at)
    return None if span is None else work_week(span.first, span.confidence)


# -- parts --------------------------------------------------------------------------------------
@_resolve.register
def _(node: Nth, at: Context) -> Span | None:
    span = _resolve(node.within, at)
    if span is None:
        return None
    if isinstance(node.what, Unit):
        return _nth_unit(node, node.what, span, at)
    if node.number > 0:
        day = plus(next_weekday(plus(span.first, -1), node.what), 7 * (node.number - 1))
    else:
        day = plus(span.last, -((span.last.weekday() - node.what) % 7) + 7 * (node.number + 1))
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


@_resolve.register
def _(node: Part, at: Context) -> Span | None:
    span = _resolve(node.of, at)
    if span is None:
        return None
    if span.grain <= Grain.DAY:
        return span
    first, last = portion(node.portion, span)
    if last < at.today and node.of == Cycle(Unit.WEEK):  # "midweek", said on a Friday
        first, last = plus(first, 7), plus(last, 7)
    return Span(first, last, Grain.DAY if node.portion is Portion.END else Grain.WEEK, span.confidence)


@_resolve.register
def _(node: Range, at: Context) -> Span | None:
    first = _resolve(node.first, at)
    last = _resolve(node.last, replace(at, that=first or at.that))
    if first is None or last is None:
        return None
    while last.last < first.first:  # "the 30th to the 2nd", "Friday or Monday"
        if isinstance(node.last, Weekday):
            last = day_span(plus(last.last, 7))
        elif isinstance(node.last, Date) and node.last.month is None:
            later = _resolve(node.last, replace(at, today=first.first))
            if later is None or later.last < first.first:
                return None
            last = later
        else:
            return None
    return Span(first.first, last.last, max(first.grain, last.grain), weaker(first.confidence, last.confidence))


# -- counting -----------------------------------------------------------------------------------
@_resolve.register
def _(node: Ahead, at: Context) -> Span | None:
    origin = _origin(node.origin, at)
    if origin is None:
        return None
    sign = -1 if node.back else 1
    confidence = weaker(origin.confidence, Confidence.LIKELY if node.count.vague else Confidence.SURE)
    start = origin.first if node.back else origin.last
    ends = sorted(shifted(start, sign * count, node.unit, at.calendar) for count in (node.count.low, node.count.high))
    return Span(ends[0], ends[1], Grain.DAY, confidence)


@_resolve.register
def _(node: Within, at: Context) -> Span | None:
    origin = _origin(node.origin, at)
    ahead = _resolve(Ahead(node.count, node.unit, node.origin), at)
    return None if origin is None or ahead is None else replace(ahead, first=origin.first)


def _origin(node: Node | None, at: Context) -> Span | None:
    return day_span(at.today) if node is None else _resolve(node, at)


# -- bounds -------------------------------------------------------------------------------------
@_resolve.register
def _(node: Vague, at: Context) -> Span | None:
    span = _resolve(node.of, at)
    return None if span is None else span.but(weaker(span.confidence, node.confidence))


@_resolve.register
def _(node: Clocked, at: Context) -> Span | None:
    if node.day is None:
        return day_span(at.today, Grain.HOUR, Confidence.UNCLEAR)
    span = _resolve(node.day, at)
    return None if span is None else replace(span, grain=Grain.HOUR if span.grain is Grain.DAY else span.grain)


@_resolve.register
def _(node: Bounded, at: Context) -> Span | None:
    span = _resolve(node.of, at)
    if span is None:
        return None
    return bounded(node, span, at.calendar)
