"""Who is speaking, and when and where: what relative words are resolved against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.calendar import Calendar
from watcher.model import Person, Side

__all__ = ["Speech"]


@dataclass(frozen=True, slots=True)
class Speech:
    """The circumstances of one message."""

    sent: dt.datetime
    """The moment of writing in the speaker's own offset; `sent.date()` is the day that "today" means."""
    side: Side
    me: Person
    country: str
    """Where the speaker seems to be (ISO 3166-1 alpha-2): decides holidays and whether 3/4 is in March or April."""
    calendar: Calendar
    """The business days of `country`."""
    zone: ZoneInfo | None = None
    """Where the speaker seems to be, by the offset of `sent`; None where nothing tells."""

    @property
    def today(self) -> dt.date:
        return self.sent.date()
