"""Clocks that run faster than the computer's, and never so fast that the daemon would take them to have jumped."""

from __future__ import annotations

import datetime as dt
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from watcher.daemon.clock import Clock, Reading

__all__ = ["Flow"]

_TICK = 45.0
"""Seconds that time may go on after the supervisor's last look at it, which is to follow every 30. On a machine that is
slow or busy time waits for it there, where it would else outrun it, and seem to have jumped."""
_SHORTEST_WAIT = 0.0015
"""Real seconds; so that who waits for a clock that stands still does not keep the computer busy."""


class Flow:
    """A steady clock, from 0 seconds on."""

    def __init__(self, speed: float) -> None:
        """`speed`: seconds of this clock to one of the computer's, where nothing holds it up."""
        self._speed = speed
        self._at, self._looked = 0.0, float("inf")  # until somebody looks, nobody need keep up
        self._real = time.monotonic()
        self._lock = threading.Lock()

    def steady(self, mark: float = float("inf")) -> float:
        """What it shows; it does not go beyond the mark, nor back to it."""
        with self._lock:
            real = time.monotonic()
            flown = self._at + (real - self._real) * self._speed
            self._at = max(self._at, min(flown, mark, self._looked + _TICK))
            self._real = real
            return self._at

    def looked(self, steady: float) -> None:
        """The supervisor has seen this reading."""
        with self._lock:
            self._looked = steady

    def clock(
        self,
        now: Callable[[], dt.datetime],
        steady: Callable[[], float],
        chance: Callable[[], float] = random.random,
    ) -> Clock:
        """The daemon's clocks, made of a wall clock and a steady one that go by this."""
        return _Clock(now, steady, chance, self._speed, flow=self)


@dataclass(frozen=True, slots=True)
class _Clock(Clock):
    """Tells the flow when both clocks are read, which the supervisor alone does."""

    flow: Flow = field(kw_only=True)

    def read(self) -> Reading:
        reading = Clock.read(self)
        self.flow.looked(reading.steady)
        return reading

    def real(self, seconds: float) -> float:
        return max(_SHORTEST_WAIT, Clock.real(self, seconds))
