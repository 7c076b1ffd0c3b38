"""What runs the watcher by itself, where something does."""

from __future__ import annotations

import os
from collections.abc import Iterator

from watcher.checkup.finding import Finding, ok, warn
from watcher.checkup.limits import within
from watcher.config import Config
from watcher.errors import WatcherError
from watcher.service.here import here
from watcher.service.job import executable, job_of
from watcher.service.manager import Condition

__all__ = ["service"]

_SECONDS = 20
_RENEW = "`watcher service install` renews it"


def service(config: Config) -> Iterator[Finding]:
    """How the service stands, as its manager tells; not to have one is no fault."""
    try:
        manager = here()
        condition = within(_SECONDS, manager.condition)
        current = within(_SECONDS, lambda: manager.is_current(job_of(config, executable(), os.environ)))
    except WatcherError as error:
        yield ok("service", f"none: {error}")
        return
    except TimeoutError:
        yield warn("service", "the service manager does not answer", "see whether it is at work")
        return
    if not condition.installed:
        yield ok("service", "not installed; `watcher service install` has the watcher run by itself")
        return
    wrong = list(_wrong(condition, current=current))
    yield from wrong
    if not wrong:
        yield ok("service", f"{manager.name} runs it" + (f", pid {condition.pid}" if condition.pid else ""))


def _wrong(condition: Condition, *, current: bool | None) -> Iterator[Finding]:
    if condition.running is False:
        ended = f"; its last run ended badly: {condition.result}" if condition.result else ""
        yield warn("service", f"installed, and not running{ended}", "`watcher service logs` tells why")
    if condition.enabled is False:
        yield warn("service", "it does not begin by itself", _RENEW)
    if current is False:
        yield warn("service", "it goes by another program or configuration than this", _RENEW)
