"""Arithmetic of days and stretches: no words, no context."""

from __future__ import annotations

import calendar as months
import datetime as dt

from watcher.calendar import Calendar
from watcher.inference.times.value import Grain, Portion, Span, Unit
from watcher.model import Confidence

__all__ = [
    "day_span",
    "month_after",
    "month_span",
    "next_weekday",
    "nth_week",
    "plus",
    "portion",
    "shifted",
    "weaker",
    "work_week",
]

_WEDNESDAY, _FRIDAY, _SATURDAY = 2, 4, 5
_STRENGTH = [Confidence.SURE, Confidence.LIKELY, Confidence.UNCLEAR]
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


def plus(day: dt.date, days: int) -> dt.date:
    """So many days later."""
    return day + dt.timedelta(days=days)


def next_weekday(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday after `day`."""
    return plus(day, (weekday - day.weekday() - 1) % 7 + 1)


def month_after(day: dt.date, shift: int) -> tuple[int, int]:
    """Year and month, `shift` months from that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return year, month + 1


def shifted(day: dt.date, count: int, unit: Unit, calendar: Calendar) -> dt.date:
    """So many units later; a month later is the same day of it, or its last."""
    if unit is Unit.BUSINESS_DAY:
        return calendar.add_business_days(day, count)
    if unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR):
        factor = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
        year, month = month_after(day, factor * count)
        return dt.date(year, month, min(day.day, months.monthrange(year, month)[1]))
    if unit in (Unit.HOUR, Unit.MINUTE):
        return plus(day, count // 24 if unit is Unit.HOUR else 0)
    return plus(day, 7 * count if unit in (Unit.WEEK, Unit.WEEKEND) else count)


def day_span(day: dt.date, grain: Grain = Grain.DAY, confidence: Confidence = Confidence.SURE) -> Span:
    """A single day."""
    return Span(day, day, grain, confidence)


def work_week(day: dt.date, confidence: Confidence = Confidence.SURE) -> Span:
    """Monday to Friday of the week of a day; of a day at the weekend, the week to come."""
    monday = plus(day, -day.weekday()) if day.weekday() <= _FRIDAY else next_weekday(day, 0)
    return Span(monday, plus(monday, _FRIDAY), Grain.WEEK, confidence)


def nth_week(span: Span, number: int, *, full: bool) -> Span:
    """The n-th week of a stretch, cut off at its edges; -1 is its last.

    The first week is the one with most of its working days inside, or all of them where it is to be `full`.
    """
    if number > 0:
        inside = span.first.weekday() <= (0 if full else _WEDNESDAY)
        monday = plus(span.first, -span.first.weekday() + 7 * (number - inside))
    else:
        monday = plus(span.last, -span.last.weekday() + 7 * (number + 1))
    first, last = max(monday, span.first), min(plus(monday, _FRIDAY), span.last)
    return Span(first, last, Grain.WEEK, span.confidence)


def month_span(year: int, month: int, count: int, grain: Grain, confidence: Confidence = Confidence.SURE) -> Span:
    """So many whole months, from the first of one."""
    first = dt.date(year, month, 1)
    return Span(first, plus(dt.date(*month_after(first, count), 1), -1), grain, confidence)


def portion(part: Portion, span: Span) -> tuple[dt.date, dt.date]:
    """The first and last day of a part of a stretch; a weekend has no parts."""
    if span.grain is Grain.WEEK and span.first.weekday() == _SATURDAY:
        return span.first, span.last
    if span.grain is Grain.WEEK:
        low, high = _IN_WEEK[part]
        return plus(span.first, low), plus(span.first, high)
    if span.grain is Grain.MONTH:
        low, high = (min(day, span.last.day) for day in _IN_MONTH[part])
        return span.first.replace(day=low), span.first.replace(day=high)
    low, high = _THIRDS[part]
    days = (span.last - span.first).days + 1
    return plus(span.first, min(days * low // 12, days - 1)), plus(span.first, days * high // 12 - 1)


def weaker(one: Confidence, other: Confidence) -> Confidence:
    """The less sure of two."""
    return max(one, other, key=_STRENGTH.index)
