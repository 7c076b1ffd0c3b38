"""Pace: within the quota, and patient when Google asks for it. Clock and sleep are handed in.

New projects may spend 6,000 units a minute for each user, projects from before May 2026 had 15,000
(https://developers.google.com/workspace/gmail/api/reference/quota). Google advises to try again after
1, 2, 4, ... seconds with a random part (https://developers.google.com/workspace/gmail/api/guides/handle-errors).
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from providers.base import ProviderError, Quota
from providers.gmail.errors import Refused, is_passing

__all__ = ["Clock", "Meter", "patiently"]

_MINUTE = 60.0
_TRIES = 6
_FIRST, _LONGEST = 1.0, 32.0
"""Seconds before the second try, and at most between two."""
_PATIENCE = 120.0
"""Seconds to wait at most, all in all, for what one request wants."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as this package knows it."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


class Meter:
    """Units spent, and a pause before more would be spent than a minute allows."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._limit = per_minute
        self._clock = clock
        self._recent: deque[tuple[float, int]] = deque()
        self._calls = self._units = 0

    @property
    def quota(self) -> Quota:
        return Quota(self._calls, self._units, self._limit)

    def spend(self, units: int, calls: int = 1) -> None:
        """Count what is about to be asked for, once it may be; what exceeds a whole minute waits for a quiet one."""
        while self._room() < units and self._recent:
            self._clock.sleep(max(0.0, self._recent[0][0] + _MINUTE - self._clock.now()) + 0.01)
        self._recent.append((self._clock.now(), units))
        self._calls += calls
        self._units += units

    def wait(self, units: int) -> float:
        """Seconds that so many units take at least, from now on."""
        return max(0, units - self._room()) / self._limit * _MINUTE

    def _room(self) -> int:
        while self._recent and self._recent[0][0] <= self._clock.now() - _MINUTE:
            self._recent.popleft()
        return self._limit - sum(units for _, units in self._recent)


def patiently(request: Callable[[], _T], clock: Clock) -> _T:
    """What `request` gives, trying again where that helps.

    Raises:
        Unreachable: it went wrong too often, or for too long; or Google wants a longer rest than that
        SignInRefused, NotSetUp: at once
    """
    begun, attempt = clock.now(), 0
    while True:
        try:
            return request()
        except ProviderError as error:
            wanted = error.wait if isinstance(error, Refused) else 0.0
            pause = max(wanted, min(_LONGEST, _FIRST * 2**attempt) * (0.5 + clock.chance()))
            attempt += 1
            if not is_passing(error) or attempt == _TRIES or clock.now() - begun + pause > _PATIENCE:
                raise
        clock.sleep(pause)
