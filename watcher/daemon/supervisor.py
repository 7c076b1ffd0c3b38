"""The main thread: it sees to it that every account has its thread, and tells them what concerns them all."""

from __future__ import annotations

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Final

from watcher.daemon.clock import Clock, jump
from watcher.daemon.orders import Orders, Plan
from watcher.daemon.ration import Ration
from watcher.daemon.signals import Wish
from watcher.daemon.worker import Worker
from watcher.errors import WatcherError
from watcher.logs import Log
from watcher.store import Store

__all__ = ["Supervisor"]

_TICK: Final = 30.0
"""Seconds between two looks at the clocks."""
_GRACE: Final = 3.0
"""Real seconds that threads have to leave; one that waits for a server may need more, and is left behind."""


class Supervisor:
    """The daemon, from its first plan to its end. The state's lock is held by whoever runs it."""

    def __init__(self, plan: Plan, read: Callable[[], Plan], store: Store, clock: Clock, log: Log) -> None:
        """Keep what is needed; nothing begins before `run`.

        Args:
            plan: What to begin with.
            read: Reads the configuration anew, raising `WatcherError` where it cannot be used.
            store: The state, for this thread.
            clock: Time and chance.
            log: Where to tell.
        """
        self._plan, self._read, self._clock, self._log = plan, read, clock, log
        saved = [record.intended for account in plan.accounts for record in store.drafts(account.name)]
        self._ration = Ration(plan.drafts_at_once, saved)
        self._workers: dict[str, Worker] = {}

    def run(self, wishes: SimpleQueue[Wish]) -> bool:
        """Watch over the accounts until it is wished to end; whether all threads left in time."""
        self._settle()
        before = self._clock.read()
        while (wish := self._next(wishes)) is not Wish.END:
            if wish is Wish.RELOAD:
                self._reload()
            now = self._clock.read()
            if (by := jump(before, now, _TICK)) is not None:
                self._log.info("the clock jumped, or this computer slept", by=by)
                for worker in self._workers.values():
                    worker.rouse()
            before = now
            self._settle()
        return self._end()

    def _next(self, wishes: SimpleQueue[Wish]) -> Wish | None:
        try:
            return wishes.get(timeout=self._clock.real(_TICK))
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
                self._workers[name] = Worker(orders, self._plan.state, self._clock, self._log)

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
        orders = self._orders()
        for name, worker in self._workers.items():
            worker.give(orders.get(name))
        self._log.info("configuration read", accounts=len(plan.accounts))

    def _end(self) -> bool:
        for worker in self._workers.values():
            worker.give(None)
        until = time.monotonic() + _GRACE
        for worker in self._workers.values():
            worker.join(max(0.0, until - time.monotonic()))
        return not any(worker.is_alive for worker in self._workers.values())
