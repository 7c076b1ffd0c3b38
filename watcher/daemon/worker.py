"""One account's thread: it waits, polls, and keeps how the account stands, until it is told to leave."""

from __future__ import annotations

import datetime as dt
import threading
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from providers.base import Page, Provider, ProviderError, Quota, SignInRefused
from watcher.config import Account
from watcher.daemon import schedule
from watcher.daemon.clock import Clock, Reading, jump
from watcher.daemon.herald import Herald
from watcher.daemon.memory import give_back
from watcher.daemon.orders import Orders
from watcher.errors import StateError
from watcher.logs import Log
from watcher.mailboxes import keep_newer_secret, provider_of
from watcher.model import DraftState
from watcher.scan import AccountReport, Process, scan_account
from watcher.store import Standing, Store, open_beside

__all__ = ["Worker"]

_PARKED_LOOK: Final = 30.0
"""Seconds between two looks whether the user has freed a parked account; `watcher auth` does so in the state."""
_LONGEST_SILENCE: Final = 3600.0
"""Seconds without a sign of life after which a thread that should be at work is taken to hang. Every wait for a server
has a limit of minutes, and each page of mail is a sign."""
_WORTH_LISTENING: Final = 30.0
"""Seconds until the next poll below which it is not worth signing in to be told of news."""


class _Leaving(Exception):
    """The thread was told to leave amid a poll; what was read is kept."""


class Worker:
    """The thread of one account, and what other threads may say to it."""

    def __init__(self, orders: Orders, state: Path, clock: Clock, log: Log, herald: Herald) -> None:
        """Begin at once.

        Args:
            orders: What to go by.
            state: The state file; its lock is held by this process.
            clock: Time and chance.
            log: Where to tell.
            herald: Tells the user what is new.
        """
        self._orders: Orders | None = orders
        self._state, self._clock, self._herald = state, clock, herald
        self._log = log.bind(account=orders.account.name)
        self._lock = threading.Lock()
        self._roused = threading.Event()
        self._has_left = False
        self._provider: tuple[Account, Provider] | None = None
        self._polled = float("-inf")  # by the steady clock
        self._polled_by: tuple[Orders, Reading] | None = None  # what the last poll went by
        self._heard_by = clock.steady() + _LONGEST_SILENCE  # by the same
        self._deaf = False  # to news, until the next poll
        self._thread = threading.Thread(target=self._live, name=f"account {orders.account.name}", daemon=True)
        self._thread.start()

    # -- said by other threads ------------------------------------------------------------------
    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    @property
    def hangs(self) -> bool:
        """Whether it should have shown a sign of life by now, and has not."""
        return self.is_alive and self._clock.steady() > self._heard_by

    def give(self, orders: Orders | None) -> None:
        """Other orders, taken up once what is under way is done; None to leave. Of no use once it has left."""
        with self._lock:
            if not self._has_left:
                self._orders = orders
        self._roused.set()

    def rouse(self) -> None:
        """Something may have changed: think again about when to poll."""
        self._roused.set()

    def join(self, seconds: float) -> None:
        """Wait until it has left, at most so long."""
        self._thread.join(seconds)

    # -- the thread -----------------------------------------------------------------------------
    def _current(self) -> Orders | None:
        """The orders, None to leave; who has seen that leaves for good."""
        with self._lock:
            self._has_left = self._orders is None
            return self._orders

    def _live(self) -> None:
        """Work until told to leave, whatever goes wrong with the state or with this program."""
        troubles = 0
        while (orders := self._current()) is not None:
            polled = self._polled
            try:
                with open_beside(self._state) as store:
                    self._work(orders.account.name, store)
            except _Leaving:
                continue
            except StateError as error:
                self._log.error("state trouble", error=str(error), hint=error.hint)
            except Exception as error:  # noqa: BLE001  a bug in one account's thread stops no other, nor it for good
                self._log.error("bug", error=type(error).__name__, place=_place(error))
            else:
                continue
            troubles = 1 if self._polled != polled else troubles + 1
            self._sleep(min(schedule.LONGEST, schedule.LEAST * 2 ** min(troubles, 6)).total_seconds())
            self._roused.clear()

    def _work(self, name: str, store: Store) -> None:
        clock = self._clock
        standing = schedule.started(store.standing(name), clock.now(), clock.chance())
        store.keep_standing(standing)
        while (orders := self._current()) is not None:
            if self._roused.is_set():
                self._roused.clear()
                if not self._is_up_to_date(orders):
                    standing = schedule.soon(standing, clock.now(), clock.chance())
                    store.keep_standing(standing)
                continue
            if standing.parked:
                self._herald.hear_of(standing, store)
                self._sleep(_PARKED_LOOK)
                standing = store.standing(name)
                if not standing.parked:
                    self._herald.hear_of(standing, store)
                    self._log.info("freed")
                continue
            since = clock.steady() - self._polled
            left = schedule.pause(standing, clock.now(), since, orders.account.interval)
            if left <= 0:
                standing = self._poll(orders, standing, store)
                give_back()
            elif self._can_listen(orders.account, standing) and left >= _WORTH_LISTENING:
                standing = self._listen(orders, standing, left)
            else:
                self._sleep(left)
                continue
            store.keep_standing(standing)

    def _is_up_to_date(self, orders: Orders) -> bool:
        """Whether nothing changed since the last poll began: a sleep is noticed here before it is told."""
        if self._polled_by is None or self._polled_by[0] is not orders:
            return False
        now, then = Reading(self._clock.now(), self._clock.steady()), self._polled_by[1]
        return jump(then, now, now.steady - then.steady) is None

    def _sleep(self, seconds: float) -> None:
        self._live_on(seconds)
        self._roused.wait(self._clock.real(seconds))
        self._live_on()

    def _live_on(self, seconds: float = 0.0) -> None:
        """Give a sign of life, before so many seconds of rest."""
        self._heard_by = self._clock.steady() + seconds + _LONGEST_SILENCE

    # -- polling --------------------------------------------------------------------------------
    def _poll(self, orders: Orders, standing: Standing, store: Store) -> Standing:
        clock, account = self._clock, orders.account
        began, self._polled, self._deaf = clock.now(), clock.steady(), False
        self._polled_by = (orders, Reading(began, self._polled))
        self._live_on()
        store.keep_standing(replace(standing, polled=began))  # who crashes in a poll is not to poll again at once
        try:
            provider = self._provider_of(account)
            before = provider.quota()
            report = scan_account(account.name, provider, store, orders.circumstances(clock), self._page)
            self._keep_secret(account, provider)
        except ProviderError as error:
            report, before = AccountReport(account.name, error=str(error), hint=error.hint), None
        now = clock.now()
        today = now.astimezone(orders.around.zone).date()
        standing = replace(standing, next_due=schedule.next_due(report.processes, today))
        standing = schedule.with_quota(standing, report.quota)
        if not report.ok:
            return self._went_wrong(standing, began, report.error or "", report.hint, refused=report.refused)
        self._tell(report, before, standing.failures, clock.steady() - self._polled)
        self._herald.hear(account.name, report.processes, store, began)
        return schedule.went_well(standing, began, now, account.interval, orders.hours, clock.chance())

    def _page(self, _done: int, _page: Page) -> None:
        """Called after each page that was kept: a sign of life, and a good moment to leave."""
        self._live_on()
        if self._orders is None:
            raise _Leaving

    def _went_wrong(self, standing: Standing, began: dt.datetime, said: str, hint: str, *, refused: bool) -> Standing:
        after_that = schedule.refused if refused else schedule.failed
        after = after_that(standing, began, self._clock.now(), said, hint, self._clock.chance())
        if refused:
            self._provider = None  # it may hold on to a secret that the user has replaced since
        if after.parked:
            self._log.error("parked", trouble=said, hint=hint)
        else:
            following = after.next_poll and after.next_poll.isoformat(timespec="seconds")
            self._log.warning("failed", trouble=said, hint=hint, failures=after.failures, next=following)
        return after

    def _provider_of(self, account: Account) -> Provider:
        """The account's provider: the same one, which knows what it has spent of a quota, until its settings change."""
        if self._provider is None or self._provider[0] != account:
            self._provider = (account, provider_of(account))
        return self._provider[1]

    def _keep_secret(self, account: Account, provider: Provider) -> None:
        try:
            keep_newer_secret(account, provider)
        except ProviderError as error:
            self._log.warning("the renewed sign-in was not kept", trouble=str(error), hint=error.hint)

    # -- being told of news ---------------------------------------------------------------------
    def _can_listen(self, account: Account, standing: Standing) -> bool:
        """Whether it is worth a try: the last poll went well, with this provider, and nobody was deaf since."""
        if standing.failures or self._deaf or self._provider is None or self._provider[0] != account:
            return False
        return self._provider[1].tells

    def _listen(self, orders: Orders, standing: Standing, seconds: float) -> Standing:
        """Wait for news; what it tells is a hint, and what goes wrong costs no more than that."""
        provider, began = self._provider_of(orders.account), self._clock.now()
        self._deaf = True  # unless there is news: who comes back for any other reason is not asked again so soon
        self._live_on(seconds)
        try:
            news = provider.wait(self._clock.real(seconds), self._roused.is_set)
        except SignInRefused as error:
            return self._went_wrong(standing, began, str(error), error.hint, refused=True)
        except ProviderError as error:
            self._log.debug("not told of news", trouble=str(error))
            return standing
        self._keep_secret(orders.account, provider)
        if not news:
            return standing
        self._log.debug("news")
        return schedule.soon(standing, self._clock.now(), 0)

    # -- telling --------------------------------------------------------------------------------
    def _tell(self, report: AccountReport, before: Quota | None, failures: int, seconds: float) -> None:
        """A line for each draft that came or went, and one for the poll; a quiet one is for who looks closely."""
        created = _with(report.processes, DraftState.CREATED)
        withdrawn = _with(report.processes, DraftState.WITHDRAWN)
        for process in (*created, *withdrawn):
            self._log.info("draft", process=process.application.id, step=process.step.kind, state=process.draft)
        busy = failures or report.new_messages or created or withdrawn
        (self._log.info if busy else self._log.debug)(
            "polled",
            new=report.new_messages,
            quarantined=report.quarantined,
            processes=len(report.processes),
            created=len(created),
            withdrawn=len(withdrawn),
            waiting=len(_with(report.processes, DraftState.DUE)),
            seconds=round(seconds, 1),
            **({"units": report.quota.units - (before.units if before else 0)} if report.quota else {}),
        )


def _with(found: Sequence[Process], state: DraftState) -> list[Process]:
    return [process for process in found if process.draft is state]


def _place(error: Exception) -> str:
    """Where an error arose, without its words, which may be a mail's."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
