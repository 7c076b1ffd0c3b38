"""Processes as tables and timelines that fit the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from watcher.model import Application, Contact, DraftState, Entry, Fact, Kind, Side, Status, Step, StepKind
from watcher.scan import Process

__all__ = ["day", "draft_panel", "process_table", "reason_list", "timeline"]

_STATUS = {
    Status.WAITING_ON_ME: ("your turn", "bold yellow"),
    Status.WAITING_ON_THEM: ("waiting", "cyan"),
    Status.SCHEDULED: ("scheduled", "green"),
    Status.ON_HOLD: ("on hold", "dim"),
    Status.CLOSED: ("closed", "dim"),
}
_STEP = {
    StepKind.THANK_YOU: "thank them",
    StepKind.CHECK_IN: "check in",
    StepKind.SECOND_CHECK_IN: "check in again",
    StepKind.CALL: "call",
    StepKind.MOVE_ON: "move on",
    StepKind.REPLY: "reply",
    StepKind.ATTEND: "attend",
    StepKind.NONE: "nothing",
}
_DRAFT = {
    DraftState.NONE: ("", ""),
    DraftState.DUE: ("due", "yellow"),
    DraftState.CREATED: ("saved now", "bold green"),
    DraftState.EXISTS: ("in Drafts", "green"),
    DraftState.EDITED: ("yours", "green"),
    DraftState.DISMISSED: ("dismissed", "dim"),
    DraftState.SENT: ("sent", "dim"),
    DraftState.WITHDRAWN: ("withdrawn", "dim"),
}
_ORDER = [Status.WAITING_ON_ME, Status.SCHEDULED, Status.WAITING_ON_THEM, Status.ON_HOLD, Status.CLOSED]


def process_table(processes: Sequence[Process], today: dt.date) -> Table:
    """One row a process: what needs me first, then by the day something is due."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("id", style="dim", no_wrap=True)
    table.add_column("employer and position", ratio=3)
    table.add_column("status", no_wrap=True)
    table.add_column("next", ratio=3)
    table.add_column("draft", no_wrap=True)
    for process in _ranked(processes):
        application = process.application
        label, style = _STATUS[application.status]
        draft, colour = _DRAFT[process.draft]
        table.add_row(
            application.id, _title(application), Text.assemble((label, style), "\n", (application.stage, "dim")),
            _next(process, today), Text(draft, colour),
        )  # fmt: skip
    return table


def reason_list(processes: Sequence[Process], today: dt.date) -> Table:
    """Why each process is at its step, and the words that this rests on."""
    rows = Table.grid(padding=(0, 2))
    rows.add_column(ratio=1)
    rows.add_column(ratio=3)
    for process in _ranked(processes):
        rows.add_row(Text(_name(process.application), "bold"), _reason(process, today))
        rows.add_row()
    return rows


def draft_panel(to: str, subject: str, text: str) -> Panel:
    """A draft as it stands in the mailbox."""
    head = Text.assemble(("To       ", "dim"), to, ("\nSubject  ", "dim"), (subject, "bold"), "\n\n")
    return Panel(head.append(text), box=box.ROUNDED, border_style="green", padding=(1, 2))


def timeline(process: Process, zone: ZoneInfo) -> RenderableType:
    """One process from its first message: each message, and under it what it changed and in which words."""
    application = process.application
    head = Text.assemble((application.company or "unnamed employer", "bold"), "\n")
    if application.role:
        head.append(f"{application.role}\n")
    label, style = _STATUS[application.status]
    head.append_text(Text.assemble(f"{application.id} · {application.stage} · ", (label, style), "\n"))
    facts: dict[str, list[Fact]] = {}
    for fact in application.history:
        facts.setdefault(fact.message_id, []).append(fact)
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True, style="dim")
    rows.add_column()
    for entry in sorted((e for t in application.threads for e in t.entries), key=lambda e: e.envelope.sent):
        rows.add_row(f"{entry.envelope.sent.astimezone(zone):%a %d %b %Y %H:%M}", _message(entry))
        for fact in facts.get(entry.envelope.message_id, []):
            rows.add_row("", _fact(fact))
    return Group(head, rows, Text(), _people(application.contacts), Text(), _outlook(process))


def day(value: dt.date, today: dt.date) -> str:
    """A day as people say it, its distance from today where it is near."""
    distance = (value - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(distance)
    if near:
        return near
    said = f"{value:%a} {value.day} {value:%b}"
    return said if abs(distance) < 180 else f"{said} {value.year}"


def _ranked(processes: Sequence[Process]) -> list[Process]:
    """What needs me first, then by the day something is due."""
    return sorted(processes, key=lambda p: (_ORDER.index(p.application.status), p.step.due or dt.date.max))


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


def _name(application: Application) -> str:
    return application.company or "(unnamed)"


def _title(application: Application) -> Text:
    title = Text(_name(application), "bold")
    if application.role:
        title.append(f"\n{application.role}", "not bold")
    return title


def _next(process: Process, today: dt.date) -> Text:
    text = _step(process.step, today)
    if process.step.to:
        text.append("\nto " + ", ".join(a.name or a.email for a in process.step.to), "dim")
    return text


def _step(step: Step, today: dt.date) -> Text:
    if step.due is None:
        return Text(_STEP[step.kind])
    if step.due > today or step.kind is StepKind.ATTEND:
        return Text(f"{_STEP[step.kind]} {day(step.due, today)}")
    return Text.assemble(_STEP[step.kind], ", ", (f"due {day(step.due, today)}", "bold"))


def _reason(process: Process, today: dt.date) -> Text:
    step = process.step
    text = Text() if step.kind is StepKind.NONE else _step(step, today).append(": ")
    text.append(f"{step.why}.")
    if words := _words(process):
        text.append(f"\n“{words}”", "italic")
    return text


def _message(entry: Entry) -> Text:
    envelope = entry.envelope
    who = "you" if envelope.side is Side.ME else envelope.sender.name or envelope.sender.email
    style = {Side.ME: "cyan", Side.THEM: "bold", Side.MACHINE: "dim"}[envelope.side]
    return Text.assemble((who, style), f"  {envelope.subject}")


def _fact(fact: Fact) -> Text:
    return Text.assemble(
        "  ", (fact.effect, "yellow"), f': "{fact.statement.words}"', (f"  {fact.statement.rule}", "dim")
    )


def _people(contacts: Sequence[Contact]) -> Table:
    rows = Table.grid(padding=(0, 2))
    for contact in contacts:
        role = str(contact.role).replace("_", " ")
        note = contact.why if contact.reachable else "cannot be reached"
        rows.add_row(contact.address.name or "-", contact.address.email, role, Text(note, "dim"))
    return rows


def _outlook(process: Process) -> Text:
    application, step = process.application, process.step
    said = Text()
    if application.decision:
        decision = application.decision
        whose = "you noted" if decision.stated_by is Side.ME else "they said"
        said.append(f'Answer by {decision.window.latest:%A %d %B}: {whose} "{decision.words}".\n')
    said.append("Next: ", "bold")
    said.append(_STEP[step.kind])
    if step.due:
        said.append(f" on {step.due:%A %d %B}")
    if step.to:
        said.append(" to " + ", ".join(a.name or a.email for a in step.to))
    return said.append(f". Why: {step.why}.")
