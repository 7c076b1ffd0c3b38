"""`watcher status`: whether a watcher is at work, how each account stands, and what is next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from watcher.agenda import agenda
from watcher.cli.forms import SCHEMA
from watcher.cli.labels import NEEDS, day, when
from watcher.cli.list import with_drafts
from watcher.cli.lookup import all_processes
from watcher.cli.output import emit, out
from watcher.cli.scan import circumstances
from watcher.config import Account, load
from watcher.model import DraftState
from watcher.scan import Circumstances, Process
from watcher.store import Standing, holder, snapshot

__all__ = ["run"]


_DONE = frozenset({DraftState.EXISTS, DraftState.EDITED, DraftState.SENT, DraftState.DISMISSED})
"""Of a step with such a draft nothing is left for the watcher to do."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """What there is to tell of one account."""

    account: Account
    standing: Standing
    unread: int
    """Mails that could not be read."""
    next_due: dt.date | None
    """The next day on which something is due in one of its processes; past where it is waited for."""

    @property
    def state(self) -> str:
        if self.standing.parked:
            return "parked"
        if self.standing.polled is None:
            return "new"
        return "trouble" if self.standing.trouble else "ok"


def run(path: Path, now: dt.datetime | None, *, as_json: bool) -> None:
    """Print how all stands, from the state alone; asks no mailbox."""
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    today = around.now.astimezone(around.zone).date()
    found = with_drafts(all_processes(config, around), config, today)
    with snapshot(config.state_path) as store:
        standings = store.standings()
        stands = [
            _Stand(
                account,
                standings.get(account.name) or Standing(account.name),
                len(store.quarantined(account.name)),
                _next_due([p for p in found if p.application.account == account.name]),
            )
            for account in config.accounts
        ]
    pid = holder(config.state_path)
    needs = {need: len(members) for need, members in agenda(found, today).items()}
    if as_json:
        emit(
            {
                "schema": SCHEMA,
                "at": around.now.isoformat(),
                "daemon": {"running": pid is not None, "pid": pid},
                "accounts": [_form(stand) for stand in stands],
                "needs": needs,
            }
        )
        return
    out().print(_drawn(stands, pid, around))
    counts = ", ".join(f"{count} {NEEDS[need].lower()}" for need, count in needs.items() if count)
    out().print(
        Text.assemble(
            "\n", f"{counts}  " if counts else "no hiring process yet", ("watcher list" if counts else "", "dim")
        )
    )


def _next_due(processes: Sequence[Process]) -> dt.date | None:
    open_ = (process.step.due for process in processes if process.step.due and process.draft not in _DONE)
    return min(open_, default=None)


def _drawn(stands: Sequence[_Stand], pid: int | None, around: Circumstances) -> RenderableType:
    running = ("running", "bold green") if pid else ("not running", "bold yellow")
    behind = f", pid {pid}" if pid else "; `watcher run` starts it"
    parts: list[RenderableType] = [Text.assemble("watcher ", running, behind), Text()]
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    for _ in range(4):
        table.add_column(no_wrap=True)
    table.add_column()
    table.add_row(
        *(Text(head, "not bold dim") for head in ("account", "", "last poll", "next poll", "next due", "quota"))
    )
    today = around.now.astimezone(around.zone).date()
    for stand in stands:
        standing = stand.standing
        table.add_row(
            Text(stand.account.name),
            _state(stand),
            Text(when(standing.polled, around.now, around.zone)),
            Text(when(standing.next_poll, around.now, around.zone) if pid and not standing.parked else ""),
            Text(day(stand.next_due, today) if stand.next_due else ""),
            Text(_quota(standing)),
        )
    parts.append(table)
    for stand in stands:
        parts += _troubles(stand, around)
    return Group(*parts)


_STATES = {
    "ok": ("well", "green"),
    "new": ("not read yet", "dim"),
    "trouble": ("trouble", "bold yellow"),
    "parked": ("parked", "bold red"),
}


def _state(stand: _Stand) -> Text:
    return Text(*_STATES[stand.state])


def _quota(standing: Standing) -> str:
    if standing.units is None:
        return ""
    most = f" of {standing.units_per_minute:,} a minute" if standing.units_per_minute else ""
    return f"{standing.units:,}{most}"


def _troubles(stand: _Stand, around: Circumstances) -> list[RenderableType]:
    """What is wrong with an account and what to do, a paragraph each; nothing where all is well."""
    standing, name = stand.standing, stand.account.name
    told: list[RenderableType] = []
    if standing.trouble or standing.parked:
        since = f" since {when(standing.parked, around.now, around.zone)}" if standing.parked else ""
        tries = f" ({standing.failures} polls failed)" if standing.failures > 1 and not standing.parked else ""
        said = standing.trouble or "it waits for you"
        told.append(Text.assemble(f"\n{name}", (f", {stand.state}{since}: ", "bold"), said, tries))
        hint = standing.hint or (f"`watcher auth {name}` lets it go on" if standing.parked else "")
        if hint:
            told.append(Text(f"  {hint}", "dim"))
    if stand.unread:
        mails = "mail" if stand.unread == 1 else "mails"
        told.append(Text(f"\n{name}: {stand.unread} {mails} could not be read", "yellow"))
    return told


def _form(stand: _Stand) -> dict[str, Any]:
    standing = stand.standing
    return {
        "name": stand.account.name,
        "provider": stand.account.provider,
        "state": stand.state,
        "last_poll": _iso(standing.polled),
        "last_success": _iso(standing.succeeded),
        "next_poll": _iso(standing.next_poll),
        "next_due": _iso(stand.next_due),
        "failures": standing.failures,
        "parked_since": _iso(standing.parked),
        "trouble": standing.trouble or None,
        "hint": standing.hint or None,
        "quarantined": stand.unread,
        "quota": None
        if standing.units is None
        else {"units": standing.units, "units_per_minute": standing.units_per_minute},
    }


def _iso(moment: dt.date | None) -> str | None:
    return moment.isoformat() if moment else None
