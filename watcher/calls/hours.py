"""A good hour to call: by their clock, on a business day, not right after lunch and not at the end of the day.

That rule is the advisers' ("the phone step" of the guides that the cadences are made of); the hours are ours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.calendar import Calendar
from watcher.domains import is_freemail, registrable
from watcher.inference.country import speaker_zone
from watcher.model import Address, Application, Person, Side

__all__ = ["Hours", "good_hours", "zone_of"]

_GOOD = ((dt.time(10), dt.time(11, 30)), (dt.time(14, 30), dt.time(16)))
"""Settled in, and not hungry yet; back from lunch, and not packing up yet."""
_AWAKE = (dt.time(8), dt.time(20))
"""My own hours, where theirs leave the choice."""
_LAST_CHANCE = dt.timedelta(minutes=15)
"""What has to be left of such an hour for a call to begin in it."""
_DAYS = 30
"""How far ahead to look: no public holidays last as long."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When to call, from `start` to `end` in their zone; `known` where a mail of theirs tells that zone."""

    start: dt.datetime
    end: dt.datetime
    known: bool


def good_hours(due: dt.date, now: dt.datetime, theirs: ZoneInfo | None, mine: ZoneInfo, calendar: Calendar) -> Hours:
    """The first good hours from the day a call is due, or from now where that is past.

    Args:
        due: The day, in my zone.
        now: The moment of asking; aware.
        theirs: Their time zone; None where it is not known, and mine is taken for it.
        mine: My time zone. Hours at which I sleep count only where they leave no others.
        calendar: My business days.
    """
    zone = theirs or mine
    slots = [
        Hours(start, end, theirs is not None) for start, end in _slots(max(due, now.astimezone(zone).date()), zone)
    ]
    ahead = [each for each in slots if each.end - _LAST_CHANCE > now and calendar.is_business_day(each.start.date())]
    awake = (each for each in ahead if _is_awake(each, mine))
    return next(awake, None) or next(iter(ahead or slots))


def _slots(first: dt.date, zone: ZoneInfo) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    for day in (first + dt.timedelta(days=n) for n in range(_DAYS)):
        for start, end in _GOOD:
            yield dt.datetime.combine(day, start, zone), dt.datetime.combine(day, end, zone)


def _is_awake(hours: Hours, mine: ZoneInfo) -> bool:
    start, end = hours.start.astimezone(mine), hours.end.astimezone(mine)
    return start.date() == end.date() and _AWAKE[0] <= start.time() and end.time() <= _AWAKE[1]


def zone_of(application: Application, person: Address, me: Person) -> ZoneInfo | None:
    """The time zone that this person's mails were written in, by the newest that tells; else those of colleagues."""
    firm = "" if is_freemail(person.domain) else registrable(person.domain)
    entries = [entry.envelope for thread in application.threads for entry in thread.entries]
    colleagues = {e.sender.email for e in entries if firm and registrable(e.sender.domain) == firm}
    theirs = [e for e in entries if e.side is Side.THEM and e.sender.email in colleagues | {person.email}]
    theirs.sort(key=lambda e: (e.sender.email == person.email, e.sent), reverse=True)
    zones = (speaker_zone(e.sent, e.sender.domain, me.country) for e in theirs)
    return next(filter(None, zones), None)
