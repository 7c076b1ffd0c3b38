"""What each method costs, in Gmail's quota units, and the meter that adds it up.

Prices, and the 6,000 units a minute of a user: <https://developers.google.com/workspace/gmail/api/reference/quota>, for
projects made since May 2026; the size or format of an answer plays no part.
"""

from __future__ import annotations

import threading
import time
from collections import deque

from tests.servers.gmail.errors import ApiError

__all__ = ["UNITS_PER_MINUTE", "Meter"]

UNITS_PER_MINUTE = 6_000

_UNITS = {
    "getProfile": 1,
    "labels.list": 1,
    "labels.get": 1,
    "settings.sendAs.list": 1,
    "history.list": 2,
    "messages.list": 5,
    "messages.get": 20,
    "messages.attachments.get": 20,
    "threads.list": 10,
    "threads.get": 40,
    "drafts.create": 10,
    "drafts.update": 15,
    "drafts.delete": 10,
    "drafts.list": 5,
    "drafts.get": 20,
    "drafts.send": 100,
}


class Meter:
    """The units of one user."""

    def __init__(self) -> None:
        self.spent = 0
        """In all."""
        self.per_minute: int | None = None
        """The most in any 60 seconds; None, as it is first, for no limit."""
        self._recent: deque[tuple[float, int]] = deque()
        self._lock = threading.Lock()

    def charge(self, method: str) -> int:
        """Count a call; what it cost.

        Raises:
            ApiError: 429, the user's units of this minute are used up; nothing is counted then
        """
        units = _UNITS.get(method, 0)
        now = time.monotonic()
        with self._lock:
            while self._recent and self._recent[0][0] <= now - 60:
                self._recent.popleft()
            if self.per_minute is not None and sum(u for _, u in self._recent) + units > self.per_minute:
                raise ApiError(
                    429, "rateLimitExceeded", "Quota exceeded for quota metric 'Queries' per minute per user."
                )
            self._recent.append((now, units))
            self.spent += units
        return units
