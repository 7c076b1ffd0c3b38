"""Days that count from one which an earlier mail told: "two working days after the Council has met"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from watcher.calendar import Calendar

__all__ = ["counted"]


def counted(distance: str, dated: Mapping[str, dt.date], calendar: Calendar) -> dt.date | None:
    """The day at a distance.

    Args:
        distance: What it counts from, how many, and of what: "meeting 2 business_days", "date 7 days",
            "meeting 4 weekday" (the first Friday behind it; Monday is 0).
        dated: The days told before: of their "meeting", and the "date" they gave for an answer.
        calendar: Theirs, or the user's where theirs is not known.

    Returns:
        None where no such day was told.
    """
    origin, number, unit = distance.split()
    if origin not in dated:
        return None
    day, count = dated[origin], int(number)
    if unit == "business_days":
        return calendar.add_business_days(day, count)
    days = (count - day.weekday() - 1) % 7 + 1 if unit == "weekday" else count
    return day + dt.timedelta(days=days)
