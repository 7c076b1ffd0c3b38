"""Scans as `watcher scan` does them, in this process; `mortal` has those that are killed."""

from __future__ import annotations

import datetime as dt
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

__all__ = ["ACCOUNT", "MOMENTS", "Scan", "around"]

ACCOUNT = "home"
MOMENTS = 40
"""A scan seldom has more moments at which it can be killed."""
_CALLS = frozenset(
    {"poll", "fetch", "drafts", "find_draft", "discarded", "save_draft", "remove_draft"}
    | {"keep_page", "keep_application_ids", "keep_draft"}
)


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
