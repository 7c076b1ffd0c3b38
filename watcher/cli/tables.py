"""What a scan found: the processes as a table that fits the terminal, why each step is next, and the drafts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rich import box
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from watcher.cli.labels import HELD, STEPS, addressees, day, draft_label, name_of, status_label
from watcher.model import Application, Kind, Status, Step, StepKind
from watcher.scan import Process

__all__ = ["draft_panel", "process_table", "ranked", "reason_list"]

_ORDER = [Status.WAITING_ON_ME, Status.SCHEDULED, Status.WAITING_ON_THEM, Status.ON_HOLD, Status.CLOSED]


def ranked(processes: Sequence[Process]) -> list[Process]:
    """What needs me first, then by the day something is due."""
    return sorted(processes, key=lambda p: (_ORDER.index(p.application.status), p.step.due or dt.date.max))


def process_table(processes: Sequence[Process], today: dt.date) -> Table:
    """One row a process, in the order of `ranked`."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("employer and position", ratio=4)
    table.add_column("status", no_wrap=True)
    table.add_column("next", ratio=3)
    table.add_column("draft", no_wrap=True)
    for process in ranked(processes):
        application = process.application
        title = Text.assemble((name_of(application), "bold"), f"\n{application.role}" if application.role else "")
        status = Text.assemble(status_label(application), (f"\n{application.stage}", "dim"))
        draft = draft_label(process.draft) or (HELD if process.step.is_held_on(today) else Text())
        table.add_row(application.id, title, status, _next(process.step, today), draft)
    return table


def reason_list(processes: Sequence[Process], today: dt.date) -> Table:
    """Why each process is at its step, and the words that this rests on."""
    rows = Table.grid(padding=(0, 2))
    rows.add_column(max_width=26)
    rows.add_column()
    for process in ranked(processes):
        if rows.row_count:
            rows.add_row()
        rows.add_row(Text(name_of(process.application), "bold"), _reason(process, today))
    return rows


def draft_panel(employer: str, to: str, subject: str, text: str) -> Panel:
    """A draft as it stands in the mailbox."""
    head = Text.assemble(("To       ", "dim"), to, ("\nSubject  ", "dim"), (subject, "bold"), "\n\n")
    title = Text(f" {employer} ", "bold green") if employer else None
    return Panel(head.append(text), title=title, title_align="left", border_style="green", padding=(1, 2))


def _next(step: Step, today: dt.date) -> Text:
    text = Text(STEPS[step.kind])
    if step.due is not None:
        text.append(f"\n{_due(step, today)}", "bold" if step.due <= today else "")
    if step.to:
        text.append(f"\nto {addressees(step.to)}", "dim")
    return text


def _due(step: Step, today: dt.date) -> str:
    said = day(step.due, today) if step.due else ""
    return f"due {said}" if step.due and step.due <= today and step.kind is not StepKind.ATTEND else said


def _reason(process: Process, today: dt.date) -> Text:
    step = process.step
    text = Text()
    if step.kind is not StepKind.NONE:
        text.append(f"{STEPS[step.kind]}, {_due(step, today)}: " if step.due else f"{STEPS[step.kind]}: ")
    text.append(f"{step.why}.")
    if words := _words(process):
        text.append(f"\n“{words}”", "italic")
    return text


def _words(process: Process) -> str:
    """The words of a mail that the step rests on; empty where it rests on silence."""
    application, step = process.application, process.step
    if application.outcome is not None:
        return _last(application, application.outcome)
    if step.kind is StepKind.REPLY:
        return _last(application, Kind.ASKS_ME, Kind.PROPOSES)
    if step.kind in (StepKind.ATTEND, StepKind.THANK_YOU):
        return next((i.words for i in application.interviews if step.anchor.startswith(i.message_id)), "")
    if application.follow_ups:
        return _last(application, Kind.NUDGES)
    return application.decision.words if application.decision else ""


def _last(application: Application, *kinds: Kind) -> str:
    """The words of the last statement of these kinds that changed something."""
    return next((f.statement.words for f in reversed(application.history) if f.statement.kind in kinds), "")
