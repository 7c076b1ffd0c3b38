"""From what a time expression means to the days it names: in the speaker's zone, by the business calendar.

Conventions, as the corpus states them: next week runs to its Friday, the end of a week is its Friday, the end of a
month its last day, five to seven business days are seven, early next week is up to Wednesday, mid-month the 15th.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from dataclasses import dataclass, replace
from functools import singledispatch

from watcher.calendar import Calendar
from watcher.inference.times.feasts import feast
from watcher.inference.times.value import (
    Ahead,
    Bounded,
    Clocked,
    Cycle,
    Date,
    Feast,
    Grain,
    InSeason,
    IsoWeek,
    Modifier,
    Month,
    Node,
    Nth,
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

_WEDNESDAY, _FRIDAY, _SATURDAY, _SUNDAY = 2, 4, 5, 6
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU"})
_EITHER_FIRST = frozenset({"CA", ""})
_SOUTHERN = frozenset({"AU", "NZ", "ZA", "AR", "CL", "UY", "BR"})
_LOOKS_BACK = dt.timedelta(days=75)
"""How long ago a date without a year may be before the coming one is meant."""
_GRAIN = {
    Unit.WEEK: Grain.WEEK,
    Unit.WEEKEND: Grain.WEEK,
    Unit.MONTH: Grain.MONTH,
    Unit.QUARTER: Grain.QUARTER,
    Unit.YEAR: Grain.YEAR,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What relative words are resolved against."""

    today: dt.date
    calendar: Calendar
    country: str
    that: Span | None = None
    """What was spoken of last."""
    here: Span | None = None
    """What was spoken of last in the same text."""


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
    return _day(at.today + dt.timedelta(days=node.shift))


@_resolve.register
def _(node: ThisDay, at: Context) -> Span:  # noqa: ARG001 - dispatched on its type
    here = at.here
    return here if here and here.first == here.last > at.today else _day(at.today)


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
        day = next((d for d in days if d >= at.today), days[-1])
    return _day(day, confidence=sure)


def _candidates(node: Date, today: dt.date) -> list[dt.date]:
    """Days a date may mean: the year as said or those around today, the month as said or the coming ones."""
    if node.month is not None:
        years = [node.year] if node.year is not None else [today.year - 1, today.year, today.year + 1]
        return [dt.date(y, node.month, node.day) for y in years if node.day <= months.monthrange(y, node.month)[1]]
    days, look_ahead = [], 12 if node.weekday is not None else 3
    for shift in range(look_ahead):
        year, month = _month(today, shift)
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
    if node.weekday is not None and (day_first.confidence is month_first.confidence) is False:
        return day_first if day_first.confidence is Confidence.SURE else month_first
    if at.country in _EITHER_FIRST:
        ahead = [s for s in (day_first, month_first) if s.first >= at.today]
        return min(ahead or (day_first, month_first), key=lambda s: abs(s.first - at.today)).but(Confidence.UNCLEAR)
    return month_first if at.country in _MONTH_FIRST else day_first


def _try_date(day: int, month: int, node: Slashed, at: Context) -> Span | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return resolve(Date(day, month, node.year, node.weekday), at)


@_resolve.register
def _(node: Weekday, at: Context) -> Span | None:
    monday = at.today - dt.timedelta(days=at.today.weekday())
    if node.within is not None:
        span = _resolve(node.within, at)
        if span is None:
            return None
        day = span.first + dt.timedelta(days=(node.day - span.first.weekday()) % 7)
        return _day(day, confidence=span.confidence)
    if node.after is not None:
        span = _resolve(node.after, at)
        return None if span is None else _day(_next(span.last, node.day), confidence=span.confidence)
    if node.shift is None:
        return _day(_next(at.today, node.day))
    if node.shift == 0:  # "this Friday", said on one, is today
        return _day(at.today + dt.timedelta(days=(node.day - at.today.weekday()) % 7))
    if node.shift < 0:
        return _day(_next(at.today, node.day) - dt.timedelta(days=7 if node.day != at.today.weekday() else 14))
    day = monday + dt.timedelta(days=7 * node.shift + node.day)
    far = (day - at.today).days > 7  # "next Friday" said on a Monday: some mean the one in four days
    return _day(day, confidence=Confidence.LIKELY if far else Confidence.SURE)


@_resolve.register
def _(node: Feast, at: Context) -> Span | None:
    start = dt.date(node.year, 1, 1) if node.year else at.today
    for _ in range(node.shift):
        found = feast(node.name, start, at.country, at.calendar)
        if found is None:
            return None
        start = found[1] + dt.timedelta(days=1)
    found = feast(node.name, start, at.country, at.calendar)
    return None if found is None else Span(*found)


@_resolve.register
def _(node: That, at: Context) -> Span | None:
    if node.unit is Unit.DAY:
        if node.or_today and (at.that is None or at.that.last < at.today):
            return _day(at.today)
        if at.that is None:
            return None
        confidence = min(at.that.confidence, Confidence.LIKELY, key=_STRENGTH.index)  # "Wednesday's" names a day all the same
        return _day(at.that.last + dt.timedelta(days=node.shift), confidence=confidence)
    return _resolve(Cycle(node.unit, node.shift, That() if at.that else None), at)


# -- stretches of the calendar ------------------------------------------------------------------
@_resolve.register
def _(node: Cycle, at: Context) -> Span | None:
    day, confidence = at.today, Confidence.SURE
    if node.origin is not None:
        origin = _resolve(node.origin, at)
        if origin is None:
            return None
        day, confidence = origin.last, origin.confidence
        if node.unit is Unit.WEEK and node.shift == 0 and day.weekday() > _FRIDAY:
            day = _next(day, 0)
    elif node.unit is Unit.WEEK and node.shift == 0 and day.weekday() > _FRIDAY:
        day = _next(day, 0)  # "this week", said at the weekend, is the coming one
    if node.unit in (Unit.WEEK, Unit.WEEKEND):
        monday = day + dt.timedelta(days=7 * node.shift - day.weekday())
        first, last = (0, _FRIDAY) if node.unit is Unit.WEEK else (_SATURDAY, _SUNDAY)
        return Span(_plus(monday, first), _plus(monday, last), Grain.WEEK, confidence)
    if node.unit is Unit.MONTH:
        return _months(*_month(day, node.shift), 1, Grain.MONTH, confidence)
    if node.unit is Unit.QUARTER:
        year, month = _month(day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3 * node.shift)
        return _months(year, month, 3, Grain.QUARTER, confidence)
    if node.unit is Unit.YEAR:
        return _months(day.year + node.shift, 1, 12, Grain.YEAR, confidence)
    return _day(_plus(day, node.shift), confidence=confidence)


@_resolve.register
def _(node: Month, at: Context) -> Span:
    """The month of the year named; else this month, or the nearest with a leaning ahead."""
    year = node.year
    if year is None:
        year = at.today.year + (node.month < at.today.month - 2) - (node.month > at.today.month + 9)
    return _months(year, node.month, 1, Grain.MONTH)


@_resolve.register
def _(node: Quarter, at: Context) -> Span:
    year = node.year or at.today.year + (node.number * 3 < at.today.month)
    return _months(year, node.number * 3 - 2, 3, Grain.QUARTER)


@_resolve.register
def _(node: InSeason, at: Context) -> Span:
    start = {Season.WINTER: 12, Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9}[node.season]
    if at.country in _SOUTHERN:
        start = (start + 5) % 12 + 1
    for year in (at.today.year - 1, at.today.year, at.today.year + 1):
        span = _months(year, start, 3, Grain.QUARTER, Confidence.LIKELY)
        if span.last >= at.today:
            break
    return span


@_resolve.register
def _(node: IsoWeek, at: Context) -> Span:
    year = node.year or at.today.isocalendar().year
    monday = dt.date.fromisocalendar(year, node.number, 1)
    if node.year is None and monday < at.today - _LOOKS_BACK:
        monday = dt.date.fromisocalendar(year + 1, node.number, 1)
    return Span(monday, _plus(monday, _FRIDAY), Grain.WEEK)


@_resolve.register
def _(node: WeekOf, at: Context) -> Span | None:
    span = _resolve(node.day, at)
    if span is None:
        return None
    day = span.first if span.first.weekday() <= _FRIDAY else _next(span.first, 0)
    monday = _plus(day, -day.weekday())
    return Span(monday, _plus(monday, _FRIDAY), Grain.WEEK, span.confidence)


# -- parts --------------------------------------------------------------------------------------
@_resolve.register
def _(node: Nth, at: Context) -> Span | None:
    span = _resolve(node.within, at)
    if span is None:
        return None
    if isinstance(node.what, Unit):
        return _nth_unit(node, node.what, span, at)
    if node.number > 0:
        day = _plus(_next(_plus(span.first, -1), node.what), 7 * (node.number - 1))
    else:
        day = _plus(span.last, -((span.last.weekday() - node.what) % 7) + 7 * (node.number + 1))
    return _day(day) if span.first <= day <= span.last else None


def _nth_unit(node: Nth, unit: Unit, span: Span, at: Context) -> Span | None:
    ahead = node.number > 0
    if unit is Unit.BUSINESS_DAY:
        edge = _plus(span.first, -1) if ahead else _plus(span.last, 1)
        return _day(at.calendar.add_business_days(edge, node.number))
    if unit is Unit.DAY:
        return _day(_plus(span.first, node.number - 1) if ahead else _plus(span.last, node.number + 1))
    if unit is not Unit.WEEK:
        return None
    # The first week of a month is the one with most of its working days in it, or a full one where that was said.
    monday = _plus(span.first, -span.first.weekday())
    if span.first.weekday() > (0 if node.full else _WEDNESDAY):
        monday = _plus(monday, 7)
    if not ahead:
        monday = _plus(span.last, -span.last.weekday() + 7 * (node.number + 1))
    else:
        monday = _plus(monday, 7 * (node.number - 1))
    last = _plus(monday, _FRIDAY)
    return Span(max(monday, span.first), min(last, span.last), Grain.WEEK, span.confidence)


@_resolve.register
def _(node: Part, at: Context) -> Span | None:
    span = _resolve(node.of, at)
    if span is None:
        return None
    if span.grain <= Grain.DAY:
        return span
    first, last = _portion(node.portion, span)
    if last < at.today and node.of == Cycle(Unit.WEEK):  # "midweek", said on a Friday
        first, last = _plus(first, 7), _plus(last, 7)
    return Span(first, last, Grain.DAY if node.portion is Portion.END else Grain.WEEK, span.confidence)


_IN_WEEK = {
    # weekdays of the first and last day
    Portion.START: (0, 1),
    Portion.EARLY: (0, 2),
    Portion.FIRST_HALF: (0, 2),
    Portion.MIDDLE: (1, 2),
    Portion.SECOND_HALF: (2, 4),
    Portion.LATE: (3, 4),
    Portion.END: (4, 4),
}
_IN_MONTH = {
    # days of the month; 31 is the last
    Portion.START: (1, 5),
    Portion.EARLY: (1, 10),
    Portion.FIRST_HALF: (1, 15),
    Portion.MIDDLE: (11, 15),
    Portion.SECOND_HALF: (16, 31),
    Portion.LATE: (21, 31),
    Portion.END: (31, 31),
}
_THIRDS = {
    # of a quarter, a season or a year: where it begins and ends, in twelfths
    Portion.START: (0, 1),
    Portion.EARLY: (0, 2),
    Portion.FIRST_HALF: (0, 6),
    Portion.MIDDLE: (4, 6),
    Portion.SECOND_HALF: (6, 12),
    Portion.LATE: (8, 12),
    Portion.END: (12, 12),
}


def _portion(portion: Portion, span: Span) -> tuple[dt.date, dt.date]:
    if span.grain is Grain.WEEK and span.first.weekday() == _SATURDAY:
        return span.first, span.last
    if span.grain is Grain.WEEK:
        low, high = _IN_WEEK[portion]
        return _plus(span.first, low), _plus(span.first, high)
    if span.grain is Grain.MONTH:
        low, high = (min(day, span.last.day) for day in _IN_MONTH[portion])
        return span.first.replace(day=low), span.first.replace(day=high)
    low, high = _THIRDS[portion]
    days = (span.last - span.first).days + 1
    return _plus(span.first, min(days * low // 12, days - 1)), _plus(span.first, days * high // 12 - 1)


@_resolve.register
def _(node: Range, at: Context) -> Span | None:
    first = _resolve(node.first, at)
    last = _resolve(node.last, replace(at, that=first or at.that))
    if first is None or last is None:
        return None
    while last.last < first.first:  # "the 30th to the 2nd", "Friday or Monday"
        if isinstance(node.last, Weekday):
            last = _day(_plus(last.last, 7))
        elif isinstance(node.last, Date) and node.last.month is None:
            later = _resolve(node.last, replace(at, today=first.first))
            if later is None or later.last < first.first:
                return None
            last = later
        else:
            return None
    return Span(first.first, last.last, max(first.grain, last.grain), _weaker(first.confidence, last.confidence))


# -- counting -----------------------------------------------------------------------------------
@_resolve.register
def _(node: Ahead, at: Context) -> Span | None:
    origin = _origin(node.origin, at)
    if origin is None:
        return None
    sign = -1 if node.back else 1
    confidence = _weaker(origin.confidence, Confidence.LIKELY if node.count.vague else Confidence.SURE)
    start = origin.first if node.back else origin.last
    ends = sorted(_shifted(start, sign * count, node.unit, at) for count in (node.count.low, node.count.high))
    return Span(ends[0], ends[1], Grain.DAY, confidence)


@_resolve.register
def _(node: Within, at: Context) -> Span | None:
    origin = _origin(node.origin, at)
    ahead = _resolve(Ahead(node.count, node.unit, node.origin), at)
    return None if origin is None or ahead is None else replace(ahead, first=origin.first)


def _origin(node: Node | None, at: Context) -> Span | None:
    return _day(at.today) if node is None else _resolve(node, at)


def _shifted(day: dt.date, count: int, unit: Unit, at: Context) -> dt.date:
    if unit is Unit.BUSINESS_DAY:
        return at.calendar.add_business_days(day, count)
    if unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR):
        factor = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
        year, month = _month(day, factor * count)
        return dt.date(year, month, min(day.day, months.monthrange(year, month)[1]))
    if unit in (Unit.HOUR, Unit.MINUTE):
        return _plus(day, count // 24 if unit is Unit.HOUR else 0)
    return _plus(day, 7 * count if unit in (Unit.WEEK, Unit.WEEKEND) else count)


# -- bounds -------------------------------------------------------------------------------------
@_resolve.register
def _(node: Vague, at: Context) -> Span | None:
    span = _resolve(node.of, at)
    return None if span is None else span.but(_weaker(span.confidence, node.confidence))


@_resolve.register
def _(node: Clocked, at: Context) -> Span | None:
    if node.day is None:
        return _day(at.today, Grain.HOUR, Confidence.UNCLEAR)
    span = _resolve(node.day, at)
    return None if span is None else replace(span, grain=Grain.HOUR if span.grain is Grain.DAY else span.grain)


@_resolve.register
def _(node: Bounded, at: Context) -> Span | None:
    span = _resolve(node.of, at)
    if span is None:
        return None
    if node.modifier is Modifier.BEFORE:
        return _before(node.of, span, at)
    if node.modifier in (Modifier.BY, Modifier.UNTIL):
        return _by(node.of, span)
    if node.modifier is Modifier.AFTER:
        return _after(node.of, span)
    return span


def _before(node: Node, span: Span, at: Context) -> Span:
    if isinstance(node, Part | Clocked):  # before the end of the week, before five on Friday: still on that day
        return span
    if isinstance(node, Feast):  # nobody decides on the Saturday before Easter
        return replace(span, first=span.first, last=at.calendar.add_business_days(span.first, -1))
    last = _plus(span.first, -1)
    if span.grain is Grain.WEEK and last.weekday() > _FRIDAY:
        last = _plus(last, _FRIDAY - last.weekday())
    return replace(span, last=last)


def _after(node: Node, span: Span) -> Span:
    """After a weekend is the Monday, after a holiday the days until a Friday; after any other day is any time."""
    if node == Cycle(Unit.WEEKEND, 0, That(or_today=True)) or node == Cycle(Unit.WEEKEND):
        return Span(_plus(span.last, 1), _plus(span.last, 1), Grain.DAY, Confidence.LIKELY)
    if isinstance(node, Feast):
        return Span(_plus(span.last, 1), _next(_plus(span.last, 2), _FRIDAY), Grain.WEEK, Confidence.LIKELY)
    return Span(_plus(span.last, 1), _plus(span.last, 7), span.grain, Confidence.UNCLEAR)


def _by(node: Node, span: Span) -> Span:
    """By May is by its first day; by next week, or by the end of anything, is by its last; by the weekend, by Friday."""
    if isinstance(node, Month | Quarter | InSeason) or (isinstance(node, Cycle) and node.unit is Unit.YEAR):
        return replace(span, last=span.first, confidence=Confidence.LIKELY)
    if isinstance(node, Cycle) and node.unit is Unit.WEEKEND:
        return replace(span, last=_plus(span.first, -1))
    return span


# -- days and months ----------------------------------------------------------------------------
def _day(day: dt.date, grain: Grain = Grain.DAY, confidence: Confidence = Confidence.SURE) -> Span:
    return Span(day, day, grain, confidence)


def _plus(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=days)


def _next(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday after `day`."""
    return _plus(day, (weekday - day.weekday() - 1) % 7 + 1)


def _month(day: dt.date, shift: int) -> tuple[int, int]:
    """Year and month, `shift` months from that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return year, month + 1


def _months(year: int, month: int, count: int, grain: Grain, confidence: Confidence = Confidence.SURE) -> Span:
    first = dt.date(year, month, 1)
    return Span(first, _plus(dt.date(*_month(first, count), 1), -1), grain, confidence)


_STRENGTH = [Confidence.SURE, Confidence.LIKELY, Confidence.UNCLEAR]


def _weaker(one: Confidence, other: Confidence) -> Confidence:
    return max(one, other, key=_STRENGTH.index)
