"""Which day is meant: by its date, its weekday, a holiday, or by what was spoken of before."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from watcher.inference.times.context import Context, resolve, span_of
from watcher.inference.times.feasts import feast
from watcher.inference.times.spans import day_span, month_after, next_weekday, plus
from watcher.inference.times.value import (
    Back,
    Cycle,
    Date,
    Feast,
    Grain,
    Met,
    Named,
    NextOne,
    Outset,
    Slashed,
    Span,
    That,
    ThisDay,
    Today,
    Unit,
    Weekday,
)
from watcher.model import Confidence

__all__: list[str] = []  # it extends `span_of`

_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU"})
_MONTH_FIRST_WITHOUT_YEAR = frozenset({"JP", "KR", "CN", "TW", "HU"})
"""Who writes 2026/12/9 leaves the year out, and nothing else."""
_EITHER_FIRST = frozenset({"CA", ""})
_LOOKS_BACK = dt.timedelta(days=75)
"""How long ago a date without a year may be before the coming one is meant."""
_SATURDAY = 5
_CLOSELY = dt.timedelta(days=14)


@span_of.register
def _(node: Today, at: Context) -> Span:
    return day_span(at.today + dt.timedelta(days=node.shift))


@span_of.register
def _(node: ThisDay, at: Context) -> Span:  # noqa: ARG001 - dispatched on its type
    here = at.here
    return here if here and here.first == here.last > at.today else day_span(at.today)


@span_of.register
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


@span_of.register
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
    by_month = at.country in _MONTH_FIRST or (at.country in _MONTH_FIRST_WITHOUT_YEAR and node.year is None)
    return month_first if by_month else day_first


def _try_date(day: int, month: int, node: Slashed, at: Context) -> Span | None:
    possible = 1 <= month <= 12 and 1 <= day <= 31
    return resolve(Date(day, month, node.year, node.weekday), at) if possible else None


@span_of.register
def _(node: Weekday, at: Context) -> Span | None:
    monday = at.today - dt.timedelta(days=at.today.weekday())
    if node.within is not None:
        span = span_of(node.within, at)
        if span is None:
            return None
        day = span.first + dt.timedelta(days=(node.day - span.first.weekday()) % 7)
        if day < at.today and isinstance(node.within, That):  # "make that Tuesday"
            day = next_weekday(at.today, node.day)
        return day_span(day, confidence=span.confidence)
    if node.after is not None:
        span = span_of(node.after, at)
        return None if span is None else day_span(_following(span.last, node, at), confidence=span.confidence)
    if node.before is not None:
        span = span_of(node.before, at)
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


def _following(day: dt.date, node: Weekday, at: Context) -> dt.date:
    week = at.that if isinstance(node.after, That) and at.that and at.that.grain is Grain.WEEK else None
    if node.itself and week and week.last >= at.today and not _is_weekend(week):  # "in week 45, on the Thursday"
        return next_weekday(plus(week.first, -1), node.day)
    itself = node.itself and day > at.today and day.weekday() == node.day
    return day if itself else next_weekday(day, node.day)


@span_of.register
def _(node: Feast, at: Context) -> Span | None:
    start = dt.date(node.year, 1, 1) if node.year else at.today
    if node.month is not None:  # "the October bank holiday"
        start = max(start, dt.date(start.year + (node.month < start.month), node.month, 1))
    found = feast(node.name, start, at.country, at.calendar)
    if found is None or (node.month is not None and found[0].month != node.month):
        return None
    return Span(*found)


@span_of.register
def _(node: That, at: Context) -> Span | None:
    if node.unit is Unit.DAY:
        if node.or_today and (at.that is None or at.that.last < at.today):
            return day_span(at.today)
        if at.that is None:
            return None
        that = at.single if node.single and at.single and _is_weekend(at.that) else at.that
        unclear = that.confidence is Confidence.UNCLEAR  # "Wednesday's" names a day all the same
        confidence = Confidence.LIKELY if unclear else that.confidence
        return day_span(that.last + dt.timedelta(days=node.shift), confidence=confidence)
    return span_of(Cycle(node.unit, node.shift, That() if at.that else None), at)


def _is_weekend(span: Span) -> bool:
    return span.first < span.last <= plus(span.first, 1) and span.first.weekday() == _SATURDAY


@span_of.register
def _(node: Named, at: Context) -> Span | None:  # noqa: ARG001 - dispatched on its type
    return at.named or at.that


@span_of.register
def _(node: Back, at: Context) -> Span | None:  # noqa: ARG001 - dispatched on its type
    """The first day back; where nobody said it, the business day behind the stretch that was spoken of last."""
    if at.back is None and at.that is not None and at.that.first < at.that.last:
        return day_span(at.calendar.add_business_days(at.that.last, 1))
    return at.back or at.that


@span_of.register
def _(node: Outset, at: Context) -> Span:  # noqa: ARG001 - dispatched on its type
    counts = at.event and at.event.first == at.event.last >= at.today
    return day_span(at.event.last if at.event and counts else at.today)


@span_of.register
def _(node: Met, at: Context) -> Span | None:
    event = at.event if at.event and not _is_weekend(at.event) else at.that
    if event is None or event.last <= at.today or _is_weekend(event):  # no board sits at a weekend
        return None
    return day_span(plus(event.last, node.shift))


@span_of.register
def _(node: NextOne, at: Context) -> Span | None:  # noqa: ARG001 - dispatched on its type
    if at.that is None:
        return None
    step = 7 if at.weekly or at.that.grain is Grain.WEEK else 1
    return Span(plus(at.that.first, step), plus(at.that.last, step), at.that.grain, at.that.confidence)
