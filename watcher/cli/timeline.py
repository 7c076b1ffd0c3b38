"""One process told from its first message: each message, what it changed, and in which words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from watcher.calls.numbers import spoken
from watcher.cli.labels import LEANINGS, STEPS, addressees, name_of, status_label
from watcher.cli.told import said as told
from watcher.matching import named_by
from watcher.model import Application, Confidence, Contact, Entry, Fact, Interview, Kind, Side, Statement
from watcher.scan import Process

__all__ = ["timeline"]

_SHOWN = frozenset(
    {Kind.DECIDES_BY, Kind.NO_DATE, Kind.INTERVIEW, Kind.PROPOSES, Kind.CANCELS, Kind.ASKS_ME, Kind.OFFER}
    | {Kind.REJECTED, Kind.FILLED, Kind.ON_HOLD, Kind.REOPENED, Kind.WITHDRAWN, Kind.DECLINED, Kind.ACCEPTED}
)
"""What is worth showing though it was passed over: had it counted, the process would stand otherwise."""


def timeline(process: Process, zone: ZoneInfo) -> RenderableType:
    """The process as it stands, its messages, its people, and what is next. Times are in `zone`."""
    application = process.application
    return Group(
        _head(application), Text(),
        _messages(application, zone), Text(),
        _people(application.contacts), Text(),
        _outlook(process, zone),
    )  # fmt: skip


def _head(application: Application) -> Text:
    head = Text.assemble((name_of(application), "bold"))
    if application.role:
        head.append(f", {application.role}")
    head.append(f"\n{application.id}, {application.stage}, ").append_text(status_label(application))
    for words, said in groupby(named_by(application), key=lambda each: each.words):
        names = [("position" if each.kind is Kind.NAMES_ROLE else "employer", each.rule) for each in said]
        whats, rules = zip(*names, strict=True)
        head.append(f"\n{' and '.join(whats)}  ", "dim").append(f"“{words}”  ", "italic dim")
        head.append(", ".join(rules), "dim")
    return head


def _messages(application: Application, zone: ZoneInfo) -> Table:
    facts: dict[str, list[Fact]] = {}
    for fact in application.history:
        facts.setdefault(fact.message_id, []).append(fact)
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True, style="dim")
    rows.add_column()
    entries = [entry for thread in application.threads for entry in thread.entries]
    for entry in sorted(entries, key=lambda e: e.envelope.sent):
        counted = facts.get(entry.envelope.message_id, [])
        told = [_fact(fact) for fact in counted]
        passed = [_passed_over(s) for s in entry.statements if s.confidence is Confidence.UNCLEAR and s.kind in _SHOWN]
        rows.add_row(_moment(entry.envelope.sent, zone), Group(_message(entry), *told, *passed))
    return rows


def _message(entry: Entry) -> Text:
    envelope = entry.envelope
    who = "you" if envelope.side is Side.ME else envelope.sender.name or envelope.sender.email
    style = {Side.ME: "cyan", Side.THEM: "bold", Side.MACHINE: "dim"}[envelope.side]
    return Text.assemble((f"{who}  ", style), (envelope.subject, "dim"))


def _fact(fact: Fact) -> Padding:
    said = fact.statement
    return _below(Text.assemble((f"{fact.effect}  ", "yellow"), (f"“{said.words}”  ", "italic"), (said.rule, "dim")))


def _passed_over(said: Statement) -> Padding:
    """What was read and moves nothing: it is unclear, or the rest of the mail speaks against it."""
    kind = str(said.kind).replace("_", " ")
    return _below(Text(f"not counted: {kind}  “{said.words}”  {said.rule}", "dim"))


def _below(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _people(contacts: Sequence[Contact]) -> Table:
    rows = Table.grid(padding=(0, 2))
    for contact in contacts:
        role = Text(str(contact.role).replace("_", " "))
        why = contact.why if contact.reachable else "cannot be reached"
        rows.add_row(Text(contact.address.name or contact.address.email, "bold"), role, Text(why, "dim"))
        if contact.address.name:
            rows.add_row(Text(contact.address.email, "dim"))
        if contact.phone:
            rows.add_row(Text(spoken(contact.phone), "dim"))
    return rows


def _outlook(process: Process, zone: ZoneInfo) -> Text:
    application, step = process.application, process.step
    said = Text()
    for interview in application.interviews:
        said.append(f"{_interview(interview, process.at, zone)}.\n")
    if application.decision:
        giver = "you noted" if application.decision.stated_by is Side.ME else "they said"
        said.append(f"An answer by {_day(application.decision.window.latest)}, {giver}.\n")
    elif application.unread_until:
        day = _day(application.unread_until)
        said.append(f"Perhaps an answer by {day}: “{application.unread_date}”\n")
    elif application.unread_date:
        said.append(f"A day for the answer that could not be read: “{application.unread_date}”\n")
    if application.unread_outcome:
        said.append(f"Perhaps they decided: “{application.unread_outcome}” If so, `watcher close {application.id}`.\n")
    if application.leaning:
        said.append(f"{LEANINGS[application.leaning]}: “{_lean(application)}”\n")
    for mark in application.marks:
        when = _day(mark.at.astimezone(zone).date())
        said.append(f"You told on {when}, {told(mark)}  ").append(f"undo {mark.number}\n", "dim")
    said.append("Next: ", "bold")
    said.append(STEPS[step.kind])
    if step.due:
        said.append(f", {_day(step.due)}")
    if step.to:
        said.append(f", to {addressees(step.to)}")
    return said.append(f". Why: {step.why}.")


def _lean(application: Application) -> str:
    """The words by which they last leaned either way."""
    leans = (Kind.LEANS_TOWARDS, Kind.LEANS_AWAY)
    return next((f.statement.words for f in reversed(application.history) if f.statement.kind in leans), "")


def _interview(interview: Interview, now: dt.datetime, zone: ZoneInfo) -> str:
    start = interview.start.astimezone(zone)
    held = "held" if interview.end <= now else "booked"
    hosts = f", with {addressees(interview.hosts)}" if interview.hosts else ""
    return f"{str(interview.stage).capitalize()} {held}: {_day(start.date())} at {start:%H:%M}{hosts}"


def _moment(moment: dt.datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{local:%a} {local.day:>2} {local:%b %Y %H:%M}"


def _day(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
