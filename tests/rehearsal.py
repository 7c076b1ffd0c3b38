"""The daemon within this process, its time sped up, set, and put to sleep."""

from __future__ import annotations

import datetime as dt
import io
import json
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self

from tests.pacing import Flow
from watcher.cli.run import plan_of
from watcher.config import Config, load
from watcher.daemon.orders import Plan
from watcher.daemon.signals import Wish
from watcher.daemon.supervisor import Supervisor
from watcher.daemon.watchdog import Watchdog
from watcher.logs import start_log
from watcher.store import open_store

__all__ = ["Rehearsal", "Time"]


class Time:
    """Clocks that run faster than the computer's."""

    def __init__(self, speed: float = 1.0, begin: dt.datetime | None = None) -> None:
        self._flow = Flow(speed)
        self._begin = begin or dt.datetime.now(dt.UTC)
        self._ahead = dt.timedelta()
        self.clock = self._flow.clock(self.now, self._flow.steady)

    def now(self) -> dt.datetime:
        return self._begin + dt.timedelta(seconds=self._flow.steady()) + self._ahead

    def jump(self, by: dt.timedelta) -> None:
        """Set the wall clock, or sleep so long."""
        self._ahead += by


def _without_desktop(plan: Plan) -> Plan:
    """The plan, with no notice on the desktop of whoever runs the tests."""
    channels = tuple(channel for channel in plan.manner.channels if channel.name != "desktop")
    return replace(plan, manner=replace(plan.manner, channels=channels))


class Rehearsal:
    """A daemon in a thread of this process; use it as a context manager, which ends it."""

    def __init__(self, config: Path, when: Time, watchdog: Watchdog | None = None) -> None:
        self._path, self._when, self._watchdog = config, when, watchdog or Watchdog()
        self._wishes: SimpleQueue[Wish] = SimpleQueue()
        self._log = io.StringIO()
        self.in_time: bool | None = None
        """Whether all its threads left in time; None while it runs."""

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._wishes.put(Wish.END)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        log = start_log(self._log, as_json=True, verbose=True)
        config = load(self._path)
        with open_store(config.state_path) as store:
            clock, watchdog = self._when.clock, self._watchdog

            def plan(config: Config) -> Plan:
                return _without_desktop(plan_of(config, log))

            supervisor = Supervisor(plan(config), lambda: plan(load(self._path)), store, clock, log, watchdog)
            self.in_time = supervisor.run(self._wishes)

    def reload(self) -> None:
        self._wishes.put(Wish.RELOAD)

    def events(self, event: str, **values: object) -> list[dict[str, Any]]:
        """The records of an event that hold these values."""
        records = map(json.loads, self._log.getvalue().splitlines())
        return [r for r in records if r["event"] == event and values.items() <= r.items()]

    def wait_for(self, event: str, *, count: int = 1, seconds: float = 30, **values: object) -> dict[str, Any]:
        """Wait for an event to be logged so often; the last of these."""
        self.until(lambda: len(self.events(event, **values)) >= count, seconds)
        return self.events(event, **values)[count - 1]

    def until(self, condition: Callable[[], object], seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert self._thread.is_alive(), "it has ended"
            assert time.monotonic() < deadline, f"waited in vain: {self._log.getvalue()}"
            time.sleep(0.02)
