"""When new drafts may appear: not in quiet hours, not on quiet days. Hours are the user's; instants go in and out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.calendar import Calendar
from watcher.config import DAYS, HOLIDAYS

__all__ = ["Hours"]

_AHEAD = 60
"""Days looked ahead; no run of quiet days is so long, as not all days of the week can be quiet."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The user's hours for new drafts."""

    zone: ZoneInfo
    calendar: Calendar
    """Tells the holidays."""
    quiet: tuple[dt.time, dt.time] | None = None
    """From when until when, the end not included; past midnight where the end comes first."""
    days: frozenset[str] = frozenset()
    """Of `DAYS`, and `HOLIDAYS`."""

    def is_open(self, now: dt.datetime) -> bool:
        """Whether new drafts may appear at this instant."""
        local = now.astimezone(self.zone)
        return not self._is_quiet_day(local.date()) and not self._is_quiet_time(local.time())

    def opening(self, day: dt.date, now: dt.datetime) -> dt.datetime | None:
        """The first instant, not before `now` and not before this day begins, at which new drafts may appear (UTC).

        A time that the zone's clocks skip on that day is the one they show instead. None where there is no such
        instant within two months.
        """
        earliest = max(now.astimezone(dt.UTC), self._at(day, dt.time.min))
        if self.is_open(earliest):
            return earliest
        first = earliest.astimezone(self.zone).date()
        times = (dt.time.min, self.quiet[1] if self.quiet else dt.time.min)
        moments = (self._at(first + dt.timedelta(days=n), time) for n in range(_AHEAD) for time in sorted(times))
        return next((moment for moment in moments if moment >= earliest and self.is_open(moment)), None)

    def _at(self, day: dt.date, time: dt.time) -> dt.datetime:
        return dt.datetime.combine(day, time, self.zone).astimezone(dt.UTC)

    def _is_quiet_day(self, day: dt.date) -> bool:
        if HOLIDAYS in self.days and self.calendar.holiday_name(day):
            return True
        return DAYS[day.weekday()] in self.days

    def _is_quiet_time(self, time: dt.time) -> bool:
        if self.quiet is None:
            return False
        begin, end = self.quiet
        return begin <= time < end if begin < end else time >= begin or time < end
