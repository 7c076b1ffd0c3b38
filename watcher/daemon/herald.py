"""The daemon's herald: it gathers what is new in all accounts, tells it at the right moment, and writes the digest.

Accounts' threads hand over what is new and go on; the herald's own thread waits for the end of quiet hours, marks what
it tells, and leaves the carrying to a thread for each channel. Many things at once are one notice, and a minute lies
between two rounds.
"""

from __future__ import annotations

import datetime as dt
import math
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from watcher.daemon.clock import Clock
from watcher.daemon.hours import Hours
from watcher.errors import StateError
from watcher.files import put
from watcher.logs import Log
from watcher.notices.channels import Channel
from watcher.notices.kinds import NewsKind
from watcher.notices.ledger import claim, unheard
from watcher.notices.news import News, parked
from watcher.notices.outlet import Outlet
from watcher.notices.text import notices_of
from watcher.scan import Process
from watcher.store import EVERY_ACCOUNT, Standing, Store, open_beside

__all__ = ["Daily", "Herald", "Manner"]

_GATHER: Final = 10.0
"""Seconds from the first news to a round, so that what all accounts have after a start or a sleep comes together."""
_APART: Final = 60.0
"""Seconds between two rounds; and until a new try where one failed."""
_LONGEST: Final = 600.0
"""Seconds between two looks at the clock, which may be set."""
_RETRY: Final = 3600.0
"""Seconds until a digest that could not be written is tried again."""
_LAST: Final = 0.5
"""Seconds for the channels to end their programs; what waits for a webhook is left behind."""


@dataclass(frozen=True, slots=True)
class Daily:
    """The digest of each day."""

    file: Path
    at: dt.time
    """In the user's zone."""
    write: Callable[[dt.datetime], str]
    """Gives its text, for a moment; may raise `StateError`."""

    def put(self, now: dt.datetime) -> None:
        """Write it, at once as a whole, for the user alone.

        Raises:
            StateError, OSError: it was not written; the one that was there stays as it was
        """
        text = self.write(now)
        if self.file.is_file():
            self.file.chmod(0o600)
        put(text.encode(), self.file)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the user wants to be told."""

    hours: Hours
    """When notices may come, and whose zone it is."""
    channels: tuple[Channel, ...] = ()
    kinds: frozenset[NewsKind] = frozenset(NewsKind)
    private: bool = False
    daily: Daily | None = None


@dataclass(frozen=True, slots=True)
class _Offer:
    """What is new in an account, as of its last look."""

    news: tuple[News, ...]
    looked: dt.datetime | None
    """When that began; None where it was none at mail."""


class Herald:
    """The thread that tells, and what other threads may say to it."""

    def __init__(self, manner: Manner, state: Path, clock: Clock, log: Log) -> None:
        """Keep what is needed; nothing begins before `begin`.

        Args:
            manner: What to go by.
            state: The state file; its lock is held by this process.
            clock: Time.
            log: Where to tell of the telling.
        """
        self._manner, self._state, self._clock, self._log = manner, state, clock, log
        self._lock = threading.Lock()
        self._roused = threading.Event()
        self._leaving = False
        self._offers: dict[tuple[str, bool], _Offer] = {}  # by account, and whether it is of the account itself
        self._since = self._last = -math.inf  # by the steady clock: the first of these offers, and the last round
        self._digested: dt.date | None = None
        self._digest_again = -math.inf  # by the steady clock
        self._outlets: dict[Channel, Outlet] = {}
        self._thread = threading.Thread(target=self._live, name="herald", daemon=True)

    # -- said by other threads ------------------------------------------------------------------
    def begin(self) -> None:
        """Begin to tell."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def give(self, manner: Manner) -> None:
        """Another manner, from now on."""
        with self._lock:
            self._manner = manner
        self._roused.set()

    def leave(self) -> None:
        """End; what was not told yet is found again by the next run."""
        self._leaving = True
        self._roused.set()

    def join(self, seconds: float) -> None:
        """Wait until it has left, at most so long."""
        self._thread.join(seconds)

    def hear(self, account: str, found: Sequence[Process], store: Store, began: dt.datetime) -> None:
        """Take up what is new in an account after a poll of it. What goes wrong here is logged, and stops nothing.

        Args:
            account: Its name.
            found: Its processes as the poll left them.
            store: The state, of the calling thread.
            began: When the poll began.
        """
        with self._careful():
            news = unheard(account, found, store, began, self._clock.now(), self._manner.hours.zone)
            self._offer((account, False), news, began)

    def hear_of(self, standing: Standing, store: Store) -> None:
        """Take up that an account is parked, or no longer; as `hear`."""
        with self._careful():
            told = store.told(standing.account).keys if standing.parked else frozenset()
            news = tuple(one for one in parked(standing) if not told.issuperset(one.keys))
            self._offer((standing.account, True), news, None)

    def _offer(self, key: tuple[str, bool], news: tuple[News, ...], looked: dt.datetime | None) -> None:
        """What is new of one kind in an account, in place of what was."""
        with self._lock:
            if not news:
                self._offers.pop(key, None)
                return
            if not self._offers:
                self._since = self._clock.steady()
            self._offers[key] = _Offer(news, looked)
        self._roused.set()

    # -- the thread -----------------------------------------------------------------------------
    def _live(self) -> None:
        while not self._leaving:
            seconds = _APART
            with self._careful():
                seconds = self._work()
            self._roused.wait(self._clock.real(seconds))
            self._roused.clear()
        for outlet in self._outlets.values():
            outlet.leave()
        until = time.monotonic() + _LAST
        for outlet in self._outlets.values():
            outlet.join(max(0.0, until - time.monotonic()))

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """Log what goes wrong: a bug in telling stops no poll, nor telling for good."""
        try:
            yield
        except StateError as error:
            self._log.error("state trouble", error=str(error), hint=error.hint)
        except Exception as error:  # noqa: BLE001  as above
            self._log.error("bug", error=type(error).__name__)

    def _work(self) -> float:
        """Do what it is time for; seconds until there may be more."""
        now = self._clock.now()
        with self._lock:
            manner, offers = self._manner, dict(self._offers)
        for channel in self._outlets.keys() - set(manner.channels):
            self._outlets.pop(channel).leave()
        seconds = _LONGEST
        if offers:
            seconds = self._wait(manner, now)
            if seconds <= 0:
                self._tell(offers, manner, now)
                seconds = _LONGEST
        return min(seconds, _LONGEST, self._digest(manner, now))

    def _wait(self, manner: Manner, now: dt.datetime) -> float:
        """Seconds until the next round may begin."""
        opening = manner.hours.opening(now.astimezone(manner.hours.zone).date(), now)
        closed = (opening - now).total_seconds() if opening else _LONGEST
        return max(closed, max(self._since + _GATHER, self._last + _APART) - self._clock.steady())

    def _tell(self, offers: dict[tuple[str, bool], _Offer], manner: Manner, now: dt.datetime) -> None:
        """Mark what is offered, and hand it to the channels; where the state fails amid it, what was marked by then."""
        self._last = self._clock.steady()
        new: list[News] = []
        try:
            with open_beside(self._state) as store:
                for (account, _), offer in offers.items():
                    new += claim(account, offer.news, store, now, offer.looked)
            with self._lock:
                self._offers = {key: offer for key, offer in self._offers.items() if offers.get(key) is not offer}
        finally:
            self._hand_over([one for one in new if one.kind in manner.kinds], manner, now)

    def _hand_over(self, news: Sequence[News], manner: Manner, now: dt.datetime) -> None:
        """Give news to the channels; nobody waits for them."""
        if not manner.channels:
            return
        wanted = sorted(news, key=lambda one: one.at)
        for one in wanted:
            self._log.info("news", account=one.account, kind=one.kind, process=one.process or None)
        for notice in notices_of(wanted, now.astimezone(manner.hours.zone), private=manner.private):
            for channel in manner.channels:
                if channel not in self._outlets:
                    self._outlets[channel] = Outlet(channel, self._log)
                self._outlets[channel].put(notice)

    # -- the digest -----------------------------------------------------------------------------
    def _digest(self, manner: Manner, now: dt.datetime) -> float:
        """Write the digest of today where it is time and none was; seconds until there may be more to do."""
        daily, zone = manner.daily, manner.hours.zone
        if daily is None:
            return _LONGEST
        today = now.astimezone(zone).date()
        due = dt.datetime.combine(today, daily.at, zone).astimezone(dt.UTC)
        left = max((due - now).total_seconds(), self._digest_again - self._clock.steady())
        if left > 0 or self._digested == today:
            return left if left > 0 else _LONGEST
        key = f"digest {today.isoformat()}"
        with open_beside(self._state) as store:
            if key not in store.told(EVERY_ACCOUNT).keys:
                try:
                    daily.put(now)
                except OSError as error:
                    trouble = error.strerror or type(error).__name__
                    self._log.warning(
                        "the digest was not written", trouble=trouble, hint="see to [notices] digest_file"
                    )
                    self._digest_again = self._clock.steady() + _RETRY
                    return _RETRY
                store.keep_told(EVERY_ACCOUNT, [key], now)
                self._log.info("the digest was written")
        self._digested = today
        return _LONGEST
