"""Scans as `watcher scan` does them: in this process, or in one of its own that a SIGKILL ends at a chosen moment."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from providers.base import Provider
from tests.life.story import ME
from tests.life.world import Box
from watcher.cadence import Cadences, policy
from watcher.calendar import calendar_for
from watcher.cli.forms import report_form
from watcher.model import Person
from watcher.scan import Circumstances, scan_account
from watcher.store import open_store, snapshot

__all__ = ["ACCOUNT", "MOMENTS", "Scan", "around", "killed"]

ACCOUNT = "home"
MOMENTS = 40
"""A scan seldom has more moments at which it can be killed."""
_CALLS = frozenset(
    {"poll", "fetch", "drafts", "find_draft", "discarded", "save_draft", "remove_draft"}
    | {"keep_page", "keep_application_ids", "keep_draft"}
)
_FILES = frozenset({"os.rename", "os.remove"})
"""What a Maildir is changed by, as CPython tells its audit hooks: moments in the middle of a call."""
_processes = multiprocessing.get_context("fork")
"""With all that a scan imports there already; nothing runs beside it that a fork could leave halfway."""


@dataclass(frozen=True)
class Scan:
    """One scan at a moment that is given, of a mailbox with a state beside it."""

    box: Box
    state: Path
    now: dt.datetime
    dry_run: bool = False

    def __call__(self, provider: Provider | None = None, moment: Callable[[str], None] | None = None) -> dict[str, Any]:
        """What `scan --json` prints.

        Args:
            provider: In place of the mailbox's own.
            moment: Called before and after all that is done to the mailbox and the state.
        """
        under = replace(around(), now=self.now, dry_run=self.dry_run)
        provider = provider or self.box.provider()
        with (snapshot if self.dry_run else open_store)(self.state) as store:
            there, kept = (provider, store) if moment is None else (_watched(provider, moment), _watched(store, moment))
            report = scan_account(ACCOUNT, there, kept, under, lambda _done, _page: None)
        return report_form([report], self.now)


@cache
def around() -> Circumstances:
    """What every scan here runs under; its moment is to be set."""
    me = Person(ME["name"], (ME["address"],), ME["timezone"], ME["country"], ME["signature"])
    moment = dt.datetime.min.replace(tzinfo=dt.UTC)
    return Circumstances(me, Cadences(policy("balanced")), calendar_for("US"), moment, dt.timedelta(days=200))


def _watched(target: Any, moment: Callable[[str], None]) -> Any:
    class Watched:
        def __enter__(self) -> Any:
            target.__enter__()
            return self

        def __exit__(self, *error: object) -> None:
            target.__exit__(*error)

        def __getattr__(self, name: str) -> Any:
            found = getattr(target, name)
            if name not in _CALLS:
                return found

            def call(*values: Any, **named: Any) -> Any:
                moment(f"before {name}")
                result = found(*values, **named)
                moment(f"after {name}")
                return result

            return call

    return Watched()


def killed(scan: Scan, at: int) -> bool:
    """Scan in another process, and kill it at the moment counted from 0; whether there was one so late."""
    child = _processes.Process(target=_mortal, args=(scan, at))
    child.start()
    child.join(60)
    status = child.exitcode
    child.close()
    assert status in (0, -signal.SIGKILL), f"the scan ended with {status}"
    return status != 0


def _mortal(scan: Scan, at: int) -> None:
    left = at

    def moment(_: str) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    sys.addaudithook(lambda event, _: moment(event) if event in _FILES else None)
    scan(moment=moment)
