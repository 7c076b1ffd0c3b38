"""The main thread: it sees to it that every account has its thread, and tells them what concerns them all."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Final

from watcher.daemon.clock import Clock, jump
from watcher.daemon.herald import Herald
from watcher.daemon.orders import Orders, Plan
from watcher.daemon.ration import Ration
from watcher.daemon.signals import Wish
from watcher.daemon.watchdog import Watchdog
from watcher.daemon.worker import Worker
from watcher.errors import StateError, WatcherError
from watcher.logs import Log
from watcher.store import Store

__all__ = ["Supervisor"]

_TICK: Final = 30.0
"""Seconds between two looks at the clocks, at most."""
_GRACE: Final = 3.0
"""Real seconds that threads have to leave; one that waits for a server may need more, and is left behind."""
_NOBODY: Final = Watchdog()
_HOUR: Final = dt.timedelta(hours=1)


class Supervisor:
    """The daemon, from its first plan to its end. The state's lock is held by whoever runs it."""

    def __init__(
        self,
        plan: Plan,
        read: Callable[[], Plan],
        store: Store,
        clock: Clock,
        log: Log,
        watchdog: Watchdog = _NOBODY,
    ) -> None:
        """Keep what is needed; nothing begins before `run`.

        Args:
            plan: What to begin with.
            read: Reads the configuration anew, raising `WatcherError` where it cannot be used.
            store: The state, for this thread.
            clock: Time and chance.
            log: Where to tell.
            watchdog: The service manager.
        """
        self._plan, self._read, self._clock, self._log = plan, read, clock, log
        self._store, self._watchdog = store, watchdog
        self._tick = min(_TICK, (watchdog.patience or 2 * _TICK) / 2)
        self._hanging: tuple[str, ...] = ()
        saved = [record.intended for account in plan.accounts for record in store.drafts(account.name)]
        self._ration = Ration(plan.drafts_at_once, saved)
        self._herald = Herald(plan.manner, plan.state, clock, log)
        self._workers: dict[str, Worker] = {}

    def run(self, wishes: SimpleQueue[Wish]) -> bool:
        """Watch over the accounts until it is wished to end; whether all threads left in time."""
        self._herald.begin()
        self._settle()
        self._watchdog.ready(self._status())
        before = self._clock.read()
        while (wish := self._next(wishes)) is not Wish.END:
            if wish is Wish.RELOAD:
                self._watchdog.reloading()
                self._reload()
                self._watchdog.ready(self._status())
            now = self._clock.read()
            if (by := jump(before, now, self._tick)) is not None:
                self._log.info("the clock jumped, or this computer slept", by=f"{by / _HOUR:+.2f} h")
                for worker in self._workers.values():
                    worker.rouse()
            before = now
            self._settle()
            self._show_life()
        self._watchdog.stopping()
        return self._end()

    def _next(self, wishes: SimpleQueue[Wish]) -> Wish | None:
        try:
            return wishes.get(timeout=self._clock.real(self._tick))
        except Empty:
            return None

    def _orders(self) -> dict[str, Orders]:
        plan = self._plan
        return {a.name: Orders(a, plan.around, plan.hours, self._ration) for a in plan.accounts}

    def _settle(self) -> None:
        """A thread for each account without one. Never a second: it might save a draft that the first is saving."""
        self._workers = {name: worker for name, worker in self._workers.items() if worker.is_alive}
        for name, orders in self._orders().items():
            if name not in self._workers:
                self._workers[name] = Worker(orders, self._plan.state, self._clock, self._log, self._herald)

    def _show_life(self) -> None:
        """Tell the service manager that we live, unless an account's thread hangs: then it ends us and starts anew."""
        hanging = tuple(name for name, worker in self._workers.items() if worker.hangs)
        if hanging and hanging != self._hanging:
            self._log.error("no sign of life", accounts=", ".join(hanging))
        self._hanging = hanging
        if not hanging and self._watchdog.address:  # else nobody would hear what the state is asked for
            self._watchdog.alive(self._status())

    def _status(self) -> str:
        """How the accounts stand, in a line for people."""
        try:
            standings = self._store.standings()
        except StateError:
            return "the state cannot be read"
        names = [account.name for account in self._plan.accounts]
        parked = [name for name in names if name in standings and standings[name].parked]
        failing = [name for name in names if name in standings and standings[name].failures and name not in parked]
        parts = [f"watching over {len(names)} {'account' if len(names) == 1 else 'accounts'}"]
        parts += [f"{said}: {', '.join(found)}" for said, found in (("parked", parked), ("failing", failing)) if found]
        return "; ".join(parts)

    def _reload(self) -> None:
        try:
            plan = self._read()
        except WatcherError as error:
            self._log.error("the configuration stays as it was", error=str(error), hint=error.hint)
            return
        if plan.state != self._plan.state:
            self._log.error("the configuration stays as it was", error="it names another state", hint="start anew")
            return
        self._plan, self._ration.most = plan, plan.drafts_at_once
        self._herald.give(plan.manner)
        orders = self._orders()
        for name, worker in self._workers.items():
            worker.give(orders.get(name))
        self._log.info("configuration read", accounts=len(plan.accounts))

    def _end(self) -> bool:
        for worker in self._workers.values():
            worker.give(None)
        self._herald.leave()
        until = time.monotonic() + _GRACE
        threads: list[Worker | Herald] = [*self._workers.values(), self._herald]
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive for thread in threads)
