"""Days that count from one which an earlier mail told: "two working days after the Council has met"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from watcher.calendar import Calendar

__all__ = ["apart", "counted", "is_as_told"]

_FOLLOWS = 31
"""Days within which an answer is one to the meeting before it."""


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


def apart(meeting: dt.date, date: dt.date, calendar: Calendar) -> str:
    """How far the date they gave for an answer lies behind their meeting; empty where it does not belong to it."""
    days = (date - meeting).days
    if not 0 <= days <= _FOLLOWS:
        return ""
    between = (meeting + dt.timedelta(days=number + 1) for number in range(days))
    return f"meeting {sum(map(calendar.is_business_day, between))} business_days"


def is_as_told(distance: str) -> bool:
    """Whether a promise counts from a new day as it did from the one before."""
    return distance.endswith("as_told")
