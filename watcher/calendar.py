"""Business days: days that are neither a weekend nor a public holiday of a country."""

from __future__ import annotations

import datetime as dt
import threading
from functools import cache
from typing import Protocol

__all__ = ["BusinessCalendar", "Calendar", "calendar_for"]

_FRIDAY_SATURDAY = frozenset({"BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"})


class Calendar(Protocol):
    """What inference and cadence need to know of days."""

    def is_business_day(self, day: dt.date) -> bool: ...

    def add_business_days(self, day: dt.date, count: int) -> dt.date: ...

    def holiday_name(self, day: dt.date) -> str | None: ...


class BusinessCalendar:
    """The public holidays of one country (ISO 3166-1 alpha-2), from the `holidays` library.

    A country without a calendar there has weekends only. May be used by several threads: the library works out a year
    when it is first asked for, and meanwhile answers others as if that year had no holidays.
    """

    def __init__(self, country: str) -> None:
        import holidays

        self.country = country.upper()
        try:
            self._holidays = holidays.country_holidays(self.country)
        except NotImplementedError:
            self._holidays = holidays.HolidayBase()
        self._lock = threading.Lock()
        self._weekend = (4, 5) if self.country in _FRIDAY_SATURDAY else (5, 6)

    def is_business_day(self, day: dt.date) -> bool:
        return day.weekday() not in self._weekend and self.holiday_name(day) is None

    def add_business_days(self, day: dt.date, count: int) -> dt.date:
        """The `count`-th business day after `day`, which itself does not count; before it where `count` is negative."""
        step = dt.timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.is_business_day(day):
                day += step
        return day

    def holiday_name(self, day: dt.date) -> str | None:
        """The day's name as a public holiday, or None."""
        with self._lock:
            name = self._holidays.get(day)
        return str(name) if name else None


@cache
def calendar_for(country: str) -> BusinessCalendar:
    """The calendar of a country, made once."""
    return BusinessCalendar(country)
