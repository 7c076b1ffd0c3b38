"""Promises that count from a day which another mail told: "the day after they sit you'll hear", "all moves by a week".

Such a mail is read as if that day had just been named, and lay far ahead of any other; what is read near it counts from
it, and how far it lies behind is told instead of a date (`model.Kind.DECIDES_BY`). Matching knows the day itself.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from watcher.calendar import Calendar
from watcher.inference.speech import Speech
from watcher.model import Confidence, Statement, Window

__all__ = ["COUNTS", "distance", "supposed"]

COUNTS = re.compile(
    r"\b(?:after|following|later|thereafter|days? (?:of|from)|weeks? (?:of|from|late|behind)|by (?:an?|one|two|three|four|five|\d+) "
    r"(?:\w+ )?(?:days?|weeks?|fortnight))\b"
)
"""In plain words, what counts from a day."""
_FAR = 400
"""Days: nothing that a hiring mail dates lies so far ahead."""
_NEAR = 62
"""Days behind it, within which a time counts from it."""
_WEEKDAY = re.compile(r"the (?:following <weekday>|<weekday> after)$")
_BUSINESS = re.compile(r"\b(?:business|working|work|banking|school) days?\b")
_OF_THE_DATE = re.compile(r"make it;|it slips;|moved by")
"""The rules by which a date takes another's place."""


def supposed(speech: Speech) -> Window:
    """The day that another mail is supposed to have told: a Tuesday, so that a day or two more are business days."""
    day = speech.today + dt.timedelta(days=_FAR)
    day += dt.timedelta(days=(1 - day.weekday()) % 7)
    return Window(day, day)


def distance(stated: Statement, text: str, origin: Window, calendar: Calendar) -> Statement | None:
    """A promise as one that counts from another mail's day; None where it does not.

    Args:
        stated: As read with `origin` supposed.
        text: Its sentence, in plain lower case.
        origin: The day supposed.
        calendar: The speaker's.
    """
    start = origin.latest
    if stated.window is None or not 0 < (stated.window.latest - start).days <= _NEAR:
        return None
    last = stated.window.latest
    of = "date" if _OF_THE_DATE.search(stated.rule) else "meeting"
    if _WEEKDAY.search(stated.rule):
        told = f"{of} {last.weekday()} weekday"
    elif _BUSINESS.search(text):
        days = (start + dt.timedelta(days=number + 1) for number in range((last - start).days))
        told = f"{of} {sum(map(calendar.is_business_day, days))} business_days"
    else:
        told = f"{of} {(last - start).days} days"
    return replace(stated, window=None, text=told, confidence=Confidence.LIKELY)
