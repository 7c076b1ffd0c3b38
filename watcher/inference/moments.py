"""From a day and a time of day to a moment: whose clock a speaker means."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from watcher.inference.speech import Speech
from watcher.model import Side

__all__ = ["moment"]


def moment(day: dt.date, time: dt.time, speech: Speech, zone: dt.tzinfo | None = None) -> dt.datetime:
    """The aware moment of a time of day.

    Args:
        day: The day, in the zone that is meant.
        time: The time of day.
        speech: By whom and when it was said.
        zone: The zone that was said; None for the speaker's own.
    """
    return dt.datetime.combine(day, time, zone or _zone(speech))


def _zone(speech: Speech) -> dt.tzinfo:
    """The speaker's zone.

    A mail tells an offset only, which may be another on the day spoken of: clocks change in March. Where it is the
    offset of the user's zone, that zone knows; else the one where such an offset is likeliest to have been written. A
    system that writes UTC tells nothing, and speaks to the user in the user's time.
    """
    mine = ZoneInfo(speech.me.timezone)
    offset = speech.sent.utcoffset()
    same = speech.sent.astimezone(mine).utcoffset() == offset
    if same or (speech.side is Side.MACHINE and not offset):
        return mine
    if speech.zone and speech.sent.astimezone(speech.zone).utcoffset() == offset:
        return speech.zone
    return dt.timezone(offset or dt.timedelta())
