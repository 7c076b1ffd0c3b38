"""Time that flows quickly, but never past what has not been dealt with.

The daemon's clocks run many times as fast as the computer's, up to a mark that the trial sets; it moves the mark on
once every account has had its turn, and so a slow or busy machine makes the trial longer, and nothing else. The two
processes share a file of three numbers.
"""

from __future__ import annotations

import datetime as dt
import mmap
import random
import struct
from pathlib import Path

from tests.pacing import Flow
from watcher.daemon.clock import Clock

__all__ = ["Hand", "Pace"]

_MARK, _AHEAD, _STEADY = 0, 8, 16
_SIZE = 24


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
        self._begin, self._flow = begin, Flow(speed)

    def clock(self, seed: int) -> Clock:
        """The daemon's clocks."""
        return self._flow.clock(self.now, self.steady, random.Random(seed).random)

    def steady(self) -> float:
        at = self._flow.steady(_get(self._map, _MARK))
        _put(self._map, _STEADY, at)
        return at

    def now(self) -> dt.datetime:
        return self._begin + dt.timedelta(seconds=self.steady() + _get(self._map, _AHEAD))


def _mapped(file: Path) -> mmap.mmap:
    with file.open("r+b") as opened:
        return mmap.mmap(opened.fileno(), _SIZE)


def _get(memory: mmap.mmap, at: int) -> float:
    return float(struct.unpack_from("d", memory, at)[0])


def _put(memory: mmap.mmap, at: int, value: float) -> None:
    struct.pack_into("d", memory, at, value)  # eight octets, aligned: whoever reads sees all of it or none
