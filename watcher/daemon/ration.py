"""At most a few new drafts at once, over all accounts, so that nobody comes back from a week away to a full folder."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = ["Ration", "room"]

WINDOW: Final = dt.timedelta(hours=1)
"""What is "at once"."""


def room(saved: Sequence[dt.datetime], most: int, now: dt.datetime) -> int:
    """How many more drafts may be saved at `now`, after those that were saved at these instants.

    What was saved in a future that a jump of the clock took back counts as well, for as long.
    """
    return max(0, most - sum(abs(now - moment) < WINDOW for moment in saved))


class Ration:
    """What is left of it. Used by many threads; nobody waits for another."""

    def __init__(self, most: int, saved: Iterable[dt.datetime] = ()) -> None:
        """Begin.

        Args:
            most: New drafts within an hour.
            saved: When drafts were saved before, so that a restart gives no second helping.
        """
        self.most = most
        self._saved = list(saved)
        self._lock = threading.Lock()

    def take(self, now: dt.datetime) -> bool:
        """Whether one more draft may be saved at `now`; then it counts as saved."""
        with self._lock:
            self._saved = [moment for moment in self._saved if abs(now - moment) < WINDOW]
            if not room(self._saved, self.most, now):
                return False
            self._saved.append(now)
            return True
