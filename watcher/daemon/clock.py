"""Time as the daemon knows it, and whether it went by as it should.

The wall clock tells days and is set, by people and by servers; the steady clock only goes forward, and on Linux and
macOS stands still while the computer sleeps. Together they tell a sleep or a jump from time that went by.
"""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Clock", "Reading", "jump"]

_TOLERANCE = 60.0
"""Seconds by which the clocks may part: a server's correction of the time is no jump."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks at one moment."""

    wall: dt.datetime
    steady: float
    """Seconds, from anywhere."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the time and chance come from."""

    now: Callable[[], dt.datetime] = _now
    """The wall clock, UTC."""
    steady: Callable[[], float] = time.monotonic
    """Seconds that only go forward."""
    chance: Callable[[], float] = random.random
    """From 0 up to 1; spreads what would otherwise happen at once."""
    speed: float = 1.0
    """Seconds of these clocks to one of the computer's; a rehearsal has more."""

    def read(self) -> Reading:
        return Reading(self.now(), self.steady())

    def real(self, seconds: float) -> float:
        """How long the computer waits for so many seconds of these clocks."""
        return seconds / self.speed


def jump(before: Reading, after: Reading, expected: float) -> dt.timedelta | None:
    """By how much the time between two readings differs from what went by; None where it does not.

    Args:
        before: The earlier reading.
        after: The later one.
        expected: The seconds that should have gone by; many more mean a sleep over which the steady clock ran on.
    """
    went_by = after.steady - before.steady
    told = (after.wall - before.wall).total_seconds()
    for excess in (told - went_by, went_by - expected):
        if abs(excess) > _TOLERANCE:
            return dt.timedelta(seconds=round(excess))
    return None
