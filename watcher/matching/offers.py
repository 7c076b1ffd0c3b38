"""Which time is meant: statements of times, whole and half, held against those that stand offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from watcher.model import Confidence, Interview, Statement

__all__ = ["SAME", "at_hour", "at_my_minute", "chosen", "clock_of", "in_their_half", "one_a_day", "only_day"]

SAME = dt.timedelta(minutes=30)
"""Two times closer than this are one."""
_HALF_DAY = dt.timedelta(hours=12)
_NOON = 12
_PARTS = ("#am", "#pm")
_OTHER = "#other"
_WEEKS = 3
"""As far ahead an offer may be of which only the weekday is repeated."""


def chosen(named: Sequence[Statement], offered: Sequence[Statement]) -> Statement | None:
    """The one of several offers that is meant; None where none is, or more than one."""
    if any(s.text == _OTHER for s in named):
        return _of_another_day(named, offered)
    timed = any(s.start for s in named)
    for means in _OF_TIMES if timed else _OF_HALVES:
        meant = [offer for offer in offered if offer.start and any(means(s, offer) for s in named)]
        if len(meant) == 1:
            return meant[0]
    places = {int(s.text[1:]) for s in named if s.text.startswith("#") and s.text not in (*_PARTS, _OTHER)}
    in_order = sorted((s for s in offered if s.start), key=lambda s: str(s.start))
    place = places.pop() if len(places) == 1 and not timed else 0
    return in_order[place - (place > 0)] if place and 1 < len(in_order) >= place else None


def _of_another_day(named: Sequence[Statement], offered: Sequence[Statement]) -> Statement | None:
    """The one offer that is on none of the days named: "I work on Wednesday, so the other day"."""
    days = {s.names_day for s in named}
    rest = [offer for offer in offered if offer.start and offer.start.date() not in days]
    return rest[0] if len(rest) == 1 < len(offered) else None


def _is_time_of(said: Statement, offer: Statement) -> bool:
    """Whether two times are one, in the morning or in the afternoon: who answers seldom says which."""
    if said.start is None or offer.start is None:
        return False
    return any(abs(offer.start - said.start - half) < SAME for half in (dt.timedelta(0), _HALF_DAY, -_HALF_DAY))


def at_my_minute(offer: Statement, named: Iterable[Statement]) -> Statement:
    """An offer at the minute that I named close to it: "after four" was theirs, "a quarter past four" is mine."""
    for said in named:
        for half in (dt.timedelta(0), _HALF_DAY, -_HALF_DAY):
            later = said.start + half - offer.start if said.start and offer.start else SAME
            if offer.start and abs(later) < SAME:
                return replace(offer, start=offer.start + later, end=offer.end + later if offer.end else None)
    return offer


def in_their_half(said: Statement, offered: Sequence[Statement]) -> Statement:
    """A time of mine with the half of the day in which they are free: "at nine" is in the evening from eight to ten."""
    for half in (dt.timedelta(0), _HALF_DAY, -_HALF_DAY):
        for offer in offered:
            if said.start and offer.start and offer.end and offer.start <= said.start + half < offer.end:
                return replace(said, start=said.start + half, end=said.end + half if said.end else None)
    return said


def _is_week_of(said: Statement, offer: Statement) -> bool:
    """Whether a time is that of an offer in a later week: who answers it says "Wednesday at four" of any."""
    if said.start is None or offer.start is None:
        return False
    weeks, rest = divmod(offer.start - said.start, dt.timedelta(weeks=1))
    return 0 < weeks <= _WEEKS and rest < SAME


def _is_weekday_of(said: Statement, offer: Statement) -> bool:
    """The same of a day alone."""
    clear = said.start is None and said.confidence is not Confidence.UNCLEAR
    days = (offer.start.date() - said.day).days if clear and said.day and offer.start else 0
    return days > 0 and days % 7 == 0 and days <= 7 * _WEEKS


def _is_far_from_its_day(said: Statement, offer: Statement) -> bool:
    """Whether a time has the hour of an offer, its own day having been said of something else before."""
    return said.start is not None and _is_hour_of(replace(said, start=None, day=None), offer)


def _is_part_of(said: Statement, offer: Statement) -> bool:
    """Whether an offer is the one of the morning, or of the afternoon."""
    return bool(offer.start and said.text == _PARTS[offer.start.hour >= _NOON])


def _is_on_their_clock(said: Statement, offer: Statement) -> bool:
    """Whether two times have the same figures: who repeats them means the clock of who said them first."""
    return bool(said.start and offer.start and said.start.replace(tzinfo=None) == offer.start.replace(tzinfo=None))


def _is_day_of(said: Statement, offer: Statement) -> bool:
    clear = said.start is None and said.confidence is not Confidence.UNCLEAR
    return bool(clear and offer.start and said.day == offer.start.date())


def _is_hour_of(said: Statement, offer: Statement) -> bool:
    """Whether an hour said without a day is that of an offer, in the morning or in the afternoon."""
    clock = clock_of(said)
    return bool(
        clock and offer.start and (clock.hour - offer.start.hour) % 12 == 0 and clock.minute == offer.start.minute
    )


_OF_TIMES = (_is_part_of, _is_time_of, _is_on_their_clock, _is_week_of, _is_far_from_its_day)
_OF_HALVES = (_is_part_of, _is_day_of, _is_hour_of, _is_weekday_of)


def clock_of(said: Statement) -> dt.time | None:
    """The hour said without its day, or None."""
    half = said.start is None and said.day is None and said.text[2:3] == ":"
    return dt.time.fromisoformat(said.text[:5]) if half else None


def at_hour(half: Statement, spoken_of: Interview | Statement, zone: dt.tzinfo | None) -> Statement:
    """An hour said without its day, on that of a meeting or of a time that is spoken of.

    Args:
        half: The hour.
        spoken_of: The meeting, whose length and stage it keeps, or the time; of days alone, those of the speaker.
        zone: That of the speaker.
    """
    clock, known = clock_of(half), spoken_of.start
    day = known.date() if known else spoken_of.day if isinstance(spoken_of, Statement) else None
    if clock is None or day is None:
        return half
    start = dt.datetime.combine(day, clock, known.tzinfo if known else zone)
    if isinstance(spoken_of, Interview):
        return replace(half, start=start, end=start + (spoken_of.end - spoken_of.start), text=spoken_of.stage)
    return replace(half, start=start, text=half.text[6:] or spoken_of.text)


def one_a_day(timed: Sequence[Statement]) -> list[Statement]:
    """One appointment a day, but for those of a calendar: what follows on it is its programme."""
    days: dict[object, Statement] = {}
    for statement in timed:
        assert statement.start is not None  # noqa: S101  for the type checker: filtered by the caller
        days.setdefault(statement.uid or statement.start.date(), statement)
    return list(days.values())


def only_day(named: Iterable[Statement]) -> dt.date | None:
    """The day of all these times; None where there are several, or none."""
    days = {s.names_day for s in named} - {None}
    return days.pop() if len(days) == 1 else None
