"""`watcher list`: the processes by what they need of me, or the threads that belong to none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from watcher.agenda import Need, agenda, draft_of
from watcher.cadence import is_muted, snoozed_until
from watcher.cli.forms import SCHEMA, mark_form, process_form
from watcher.cli.labels import addressees, day
from watcher.cli.listing import drawn
from watcher.cli.lookup import all_processes, other_threads
from watcher.cli.output import emit, err, out
from watcher.cli.scan import circumstances
from watcher.config import Config, load
from watcher.model import Side, Thread
from watcher.scan import Process
from watcher.store import snapshot

__all__ = ["others", "run", "with_drafts"]

_THREADS_SHOWN = 20


def run(path: Path, now: dt.datetime | None, *, whole: bool, as_json: bool) -> None:
    """Print the processes as the last scan left them; `whole`: every one that is closed, too."""
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    today = around.now.astimezone(around.zone).date()
    found = agenda(with_drafts(all_processes(config, around), config, today), today)
    if as_json:
        listed = [_form(process, need) for need, members in found.items() for process in members]
        emit({"schema": SCHEMA, "at": around.now.isoformat(), "applications": listed})
    elif any(found.values()):
        out().print(drawn(found, around, out().width, whole=whole))
    else:
        err().print("no hiring process was found yet; `watcher scan` reads your mail", style="dim", markup=False)


def others(path: Path, now: dt.datetime | None, *, whole: bool, as_json: bool) -> None:
    """Print the threads that belong to no process, the newest first."""
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    threads = other_threads(config, around, all_processes(config, around))
    if as_json:
        emit({"threads": [_thread_form(account, thread) for account, thread in threads]})
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(style="bold")
    table.add_column()
    today = around.now.astimezone(around.zone).date()
    for _, thread in threads if whole else threads[:_THREADS_SHOWN]:
        last = thread.entries[-1].envelope.sent.astimezone(around.zone).date()
        table.add_row(thread.id, Text(day(last, today)), Text(_who(thread)), Text(thread.subject))
    out().print(table)
    if not whole and len(threads) > _THREADS_SHOWN:
        err().print(f"and {len(threads) - _THREADS_SHOWN} more: watcher list --others --all", style="dim")


def with_drafts(processes: Sequence[Process], config: Config, today: dt.date) -> list[Process]:
    """The processes with what became of their drafts, as the last scan kept it."""
    with snapshot(config.state_path) as store:
        records = {account.name: store.drafts(account.name) for account in config.accounts}
    return [replace(p, draft=draft_of(p.step, records[p.application.account], today)) for p in processes]


def _form(process: Process, need: Need) -> dict[str, Any]:
    application = process.application
    until = snoozed_until(application)
    return process_form(process) | {
        "needs": need,
        "snoozed_until": until.isoformat() if until else None,
        "muted": is_muted(application),
        "marks": [mark_form(mark) for mark in application.marks],
    }


def _thread_form(account: str, thread: Thread) -> dict[str, Any]:
    return {
        "id": thread.id,
        "account": account,
        "subject": thread.subject,
        "last": thread.entries[-1].envelope.sent.isoformat(),
        "with": _who(thread),
    }


def _who(thread: Thread) -> str:
    """The first of theirs who wrote, or was written to."""
    envelopes = [entry.envelope for entry in thread.entries]
    senders = [envelope.sender for envelope in envelopes if envelope.side is not Side.ME]
    people = senders or [person for envelope in envelopes for person in envelope.to]
    return addressees(people[:1])
