"""`watcher list`: the processes by what they need of me, or the threads that belong to none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from watcher.agenda import Need, agenda, draft_of
from watcher.cadence import is_muted, snoozed_until
from watcher.cli.forms import SCHEMA, mark_form, process_form
from watcher.cli.labels import NEEDS, STEPS, addressees, day, draft_label, name_of
from watcher.cli.lookup import all_processes, other_threads
from watcher.cli.output import emit, err, out
from watcher.cli.scan import circumstances
from watcher.cli.spark import Scale, legend, scale_for, spark
from watcher.cli.told import CORRECTIONS
from watcher.config import Config, load
from watcher.model import Application, DraftState, Side, StepKind, Thread
from watcher.scan import Circumstances, Process
from watcher.store import snapshot

__all__ = ["others", "run", "with_drafts"]

_STYLES = {
    Need.MY_TURN: "bold yellow",
    Need.DUE: "bold yellow",
    Need.WAITING: "bold cyan",
    Need.SCHEDULED: "bold green",
    Need.CLOSED: "bold dim",
}
_CLOSED_SHOWN, _THREADS_SHOWN = 5, 20
_CORRECTED = "✎"
_NARROW, _LINE = 64, 30
"""Characters of a terminal below which no line of signs is drawn, and of such a line."""


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


def drawn(found: Mapping[Need, Sequence[Process]], around: Circumstances, width: int, *, whole: bool) -> RenderableType:
    """The processes under a head for each need, each with its line of signs where the terminal is wide enough."""
    today = around.now.astimezone(around.zone).date()
    open_ = [process for need, members in found.items() if need is not Need.CLOSED for process in members]
    scale = scale_for(open_, today, around.zone, min(_LINE, width - _NARROW + _LINE // 2)) if width >= _NARROW else None
    lines: list[Text] = []
    parts: list[RenderableType] = []
    for need, members in found.items():
        shown = members if whole or need is not Need.CLOSED else members[:_CLOSED_SHOWN]
        if not members:
            continue
        parts.append(Text.assemble((f"{NEEDS[need]}  ", _STYLES[need]), (f"{len(members)}", "dim")))
        table = _table(scale)
        for process in shown:
            line = [spark(process, scale, around.zone)] if scale else []
            lines += line
            next_ = _closed(process) if need is Need.CLOSED else _next(process, today)
            table.add_row(Text(process.application.id, "dim"), _title(process.application), *line, next_)
        parts.append(table)
        if len(shown) < len(members):
            parts.append(Text(f"and {len(members) - len(shown)} more: watcher list --all", "dim"))
        parts.append(Text())
    if scale:
        parts.append(legend(lines, scale))
    if any(_is_corrected(process.application) for members in found.values() for process in members):
        parts.append(Text(f"{_CORRECTED} corrected by you; `watcher undo --list` tells how", "dim"))
    return Group(*parts)


def _table(scale: Scale | None) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(no_wrap=True, width=6)
    table.add_column(ratio=3, no_wrap=True, overflow="ellipsis")
    if scale:
        table.add_column(no_wrap=True, width=scale.past + scale.ahead + 1)
    table.add_column(ratio=3)
    return table


def _title(application: Application) -> Text:
    corrected = _is_corrected(application)
    title = Text(name_of(application) + " " * corrected, "bold")
    if corrected:
        title.append(_CORRECTED, "magenta")
    return title.append(f"\n{application.role}", "not bold dim") if application.role else title


def _next(process: Process, today: dt.date) -> Text:
    step, application = process.step, process.application
    said = Text(STEPS[step.kind] if step.kind is not StepKind.NONE else "")
    if step.due:
        said.append(f", {day(step.due, today)}", "bold" if step.due <= today else "")
    until = snoozed_until(application)
    if is_muted(application):
        said.append("muted by you", "magenta")
    elif until and until > today and step.due == until:
        said.append("\nsnoozed by you", "magenta")
    elif step.kind is StepKind.NONE:
        said.append(step.why, "dim")
    elif step.to:
        said.append(f"\nto {addressees(step.to)}", "dim")
    leaves = process.draft is DraftState.EXISTS and (step.due is None or step.due > today)
    if draft := draft_label(process.draft):
        said.append("\n").append_text(draft).append(" until a scan" if leaves else "", "dim")
    return said


def _closed(process: Process) -> Text:
    return Text(process.note or process.step.why.removeprefix("closed: "), "yellow" if process.note else "dim")


def _is_corrected(application: Application) -> bool:
    return any(mark.kind in CORRECTIONS for mark in application.marks)


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
