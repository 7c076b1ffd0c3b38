"""Time that flows quickly, but never past what has not been dealt with.

The daemon's clocks run `speed` times as fast as the computer's, up to a mark that the trial sets; it moves the mark on
once every account has had its turn, and so a slow or busy machine makes the trial longer, and nothing else. The two
processes share a file of three numbers.
"""

from __future__ import annotations

import datetime as dt
import mmap
import random
import struct
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from watcher.daemon.clock import Clock, Reading

__all__ = ["Hand", "Pace", "PacedClock"]

_MARK, _AHEAD, _STEADY = 0, 8, 16
_SIZE = 24
_TICK = 45.0
"""Seconds that time may go on after the supervisor's last look at it, which is to follow every 30: time that outran
it would seem to have jumped."""
_SHORTEST_WAIT = 0.004
"""Real seconds; so that a thread that waits for a clock that stands still does not keep the computer busy."""


class Hand:
    """The trial's hand on the time."""

    def __init__(self, file: Path) -> None:
        """Begin at 0 seconds, where time stands until it is let go."""
        file.write_bytes(bytes(_SIZE))
        self._map = _mapped(file)

    @property
    def steady(self) -> float:
        """The daemon's steady clock, as it last read it."""
        return _get(self._map, _STEADY)

    def let_go(self, until: float) -> None:
        """Let time flow up to this reading of the steady clock. Time that has flown by does not come back."""
        _put(self._map, _MARK, until)

    def set_ahead(self, seconds: float) -> None:
        """By how much the wall clock is ahead of where the steady clock alone would have it."""
        _put(self._map, _AHEAD, seconds)


class Pace:
    """The daemon's side."""

    def __init__(self, file: Path, begin: dt.datetime, speed: float) -> None:
        self._map = _mapped(file)
        self._begin, self._speed = begin, speed
        self._lock = threading.Lock()
        self._at = self._looked = 0.0
        self._real = time.monotonic()

    def clock(self, seed: int) -> Clock:
        """The daemon's clocks."""
        chance = random.Random(seed).random
        return PacedClock(self.now, self.steady, chance, self._speed, pace=self)

    def steady(self) -> float:
        with self._lock:
            real = time.monotonic()
            limit = min(_get(self._map, _MARK), self._looked + _TICK)
            self._at = max(self._at, min(self._at + (real - self._real) * self._speed, limit))
            self._real = real
            _put(self._map, _STEADY, self._at)
            return self._at

    def now(self) -> dt.datetime:
        return self._begin + dt.timedelta(seconds=self.steady() + _get(self._map, _AHEAD))

    def looked(self, steady: float) -> None:
        """The supervisor has seen this reading."""
        with self._lock:
            self._looked = steady


@dataclass(frozen=True, slots=True)
class PacedClock(Clock):
    """Clocks that tell the pace when the supervisor looks at them: it alone reads both."""

    pace: Pace = field(kw_only=True)

    def read(self) -> Reading:
        reading = Clock.read(self)
        self.pace.looked(reading.steady)
        return reading

    def real(self, seconds: float) -> float:
        return max(_SHORTEST_WAIT, Clock.real(self, seconds))


def _mapped(file: Path) -> mmap.mmap:
    with file.open("r+b") as opened:
        return mmap.mmap(opened.fileno(), _SIZE)


def _get(memory: mmap.mmap, at: int) -> float:
    return float(struct.unpack_from("d", memory, at)[0])


def _put(memory: mmap.mmap, at: int, value: float) -> None:
    struct.pack_into("d", memory, at, value)  # eight octets, aligned: whoever reads sees all of it or none
