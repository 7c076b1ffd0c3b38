"""The processes by what they need of me, drawn: a head for each need, and a line of signs for each process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from watcher.agenda import Need
from watcher.cadence import is_muted, snoozed_until
from watcher.cli.labels import HELD, NEEDS, STEPS, addressees, day, draft_label, name_of
from watcher.cli.spark import Scale, legend, scale_for, spark
from watcher.cli.told import CORRECTIONS
from watcher.model import Address, Application, DraftState, StepKind
from watcher.scan import Circumstances, Process

__all__ = ["drawn"]

_STYLES = {
    Need.MY_TURN: "bold yellow",
    Need.DUE: "bold yellow",
    Need.WAITING: "bold cyan",
    Need.SCHEDULED: "bold green",
    Need.CLOSED: "bold dim",
}
_CLOSED_SHOWN = 5
_CORRECTED = "✎"
_NARROW, _WIDE, _LINE = 64, 110, 30
"""Characters of a terminal below which no line of signs is drawn, of the table at most, and of such a line at most."""


def drawn(found: Mapping[Need, Sequence[Process]], around: Circumstances, width: int, *, whole: bool) -> RenderableType:
    """The processes under a head for each need, each with its line of signs where the terminal is wide enough.

    Args:
        found: By need; at least one.
        around: Whose days they are, and the moment.
        width: Of the terminal, in characters.
        whole: Every one that is closed, too, not only the last few.
    """
    today = around.now.astimezone(around.zone).date()
    open_ = [process for need, members in found.items() if need is not Need.CLOSED for process in members]
    ids = max(len(process.application.id) for members in found.values() for process in members)
    scale = scale_for(open_, today, around.zone, min(_LINE, width * 3 // 10)) if width >= _NARROW else None
    lines: list[Text] = []
    parts: list[RenderableType] = []
    for need, members in found.items():
        shown = members if whole or need is not Need.CLOSED else members[:_CLOSED_SHOWN]
        if not members:
            continue
        parts.append(Text.assemble((f"{NEEDS[need]}  ", _STYLES[need]), (f"{len(members)}", "dim")))
        table = _table(ids, scale, min(width, _WIDE))
        for process in shown:
            line = [spark(process, scale, around.zone)] if scale else []
            lines += line
            next_ = _closed(process) if need is Need.CLOSED else _next(process, today, around.zone)
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


def _table(ids: int, scale: Scale | None, width: int) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2), pad_edge=False, collapse_padding=True, width=width)
    table.add_column(no_wrap=True, width=ids)
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


def _next(process: Process, today: dt.date, zone: ZoneInfo) -> Text:
    step, application = process.step, process.application
    theirs = application.last_of_theirs
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
    elif step.kind is StepKind.REPLY and theirs is not None:
        people = {contact.address.email: contact.address for contact in application.contacts}
        said.append(f"\nto {addressees([people.get(theirs.address, Address(theirs.address))])}", "dim")
        said.append(f"\nwho wrote {day(theirs.at.astimezone(zone).date(), today)}", "dim")
    elif step.to:
        said.append(f"\nto {addressees(step.to)}", "dim")
    if step.is_held_on(today):
        said.append("\nno draft: ").append_text(HELD)
    leaves = process.draft is DraftState.EXISTS and (step.due is None or step.due > today)
    if draft := draft_label(process.draft):
        said.append("\n").append_text(draft).append(" until a scan" if leaves else "", "dim")
    return said


def _closed(process: Process) -> Text:
    return Text(process.note or process.step.why.removeprefix("closed: "), "yellow" if process.note else "dim")


def _is_corrected(application: Application) -> bool:
    return any(mark.kind in CORRECTIONS for mark in application.marks)
