"""`watcher digest`: what a day is about, as the last scan left it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from watcher.cli.forms import SCHEMA, process_form
from watcher.cli.list import with_drafts
from watcher.cli.lookup import all_processes
from watcher.cli.output import emit
from watcher.cli.scan import circumstances
from watcher.config import Config, load
from watcher.notices.digest import Digest, digest_of, told
from watcher.scan import Circumstances, Process
from watcher.store import snapshot

__all__ = ["digest_for", "run"]

_MORNING = dt.time(9)
"""The moment that a day is told as of, where it is not today."""


def run(path: Path, day: dt.date | None, *, as_json: bool) -> None:
    """Print the digest of a day, of today by default; asks no mailbox."""
    config = load(path)
    today = dt.datetime.now(config.zone).date()
    moment = None if day in (None, today) else dt.datetime.combine(day, _MORNING, config.zone)
    around = circumstances(config, moment, dry_run=True)
    digest = digest_for(config, around)
    if as_json:
        emit(_form(digest, around))
    else:
        print(told(digest, config.zone), end="")


def digest_for(config: Config, around: Circumstances) -> Digest:
    """The digest of the day that these circumstances are of.

    Raises:
        StateError: the state cannot be read
    """
    today = around.now.astimezone(around.zone).date()
    found = with_drafts(all_processes(config, around), config, today)
    with snapshot(config.state_path) as store:
        standings = store.standings()
    ours = [standings[account.name] for account in config.accounts if account.name in standings]
    return digest_of(found, ours, around.now, around.zone)


def _form(digest: Digest, around: Circumstances) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "day": digest.day.isoformat(),
        "at": around.now.isoformat(),
        "parked": [standing.account for standing in digest.parked],
        "my_turn": _forms(digest.my_turn),
        "due": _forms(digest.due),
        "drafts": _forms(digest.drafts),
        "interviews": _forms(digest.interviews),
        "replies": _forms(digest.replies),
        "dates": _forms(digest.dates),
    }


def _forms(processes: Sequence[Process]) -> list[dict[str, Any]]:
    return [process_form(process) for process in processes]
