"""The JSON forms of what the program finds: the outside interface, so names here are for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from watcher.calls.script import Script
from watcher.matching import decision_of
from watcher.model import Application, Entry, Mark, Message, Statement, Step
from watcher.scan import AccountReport, Process

__all__ = ["SCHEMA", "call_form", "mark_form", "message_form", "process_form", "report_form", "statement_form"]

SCHEMA = 1


def report_form(reports: Sequence[AccountReport], now: dt.datetime) -> dict[str, Any]:
    """What `scan --json` prints."""
    return {
        "schema": SCHEMA,
        "scanned_at": now.isoformat(),
        "accounts": [
            {
                "name": report.name,
                "ok": report.ok,
                "error": report.error,
                "new_messages": report.new_messages,
                "quarantined": report.quarantined,
                **({"quota": asdict(report.quota)} if report.quota else {}),
            }
            for report in reports
        ],
        "applications": [process_form(process) for report in reports for process in report.processes],
    }


def process_form(process: Process) -> dict[str, Any]:
    """One process with its next step and its draft."""
    application = process.application
    reply, decision = application.last_reply, application.decision
    return {
        "id": application.id,
        "account": application.account,
        "company": application.company,
        "role": application.role,
        "stage": application.stage,
        "status": application.status,
        "threads": [
            {"id": t.id, "subject": t.subject, "message_ids": [e.envelope.message_id for e in t.entries]}
            for t in application.threads
        ],
        "contacts": [
            {"address": c.address.email, "name": c.address.name, "role": c.role} for c in application.contacts
        ],
        "last_reply": reply
        and {"by": reply.by, "address": reply.address, "at": reply.at.isoformat(), "message_id": reply.message_id},
        "interview": _interview(application, process.at),
        "decision": decision
        and {
            "earliest": _iso(decision.window.earliest),
            "latest": _iso(decision.window.latest),
            "words": decision.words,
            "stated_by": decision.stated_by,
            "message_id": decision.message_id,
        },
        "next_step": _step(process.step),
        "draft": {"state": process.draft},
        "doubt": application.doubt or None,
    }


def call_form(script: Script) -> dict[str, Any]:
    """The script of a call, its good hours with the offset of their zone."""
    return {
        "whom": script.whom,
        "what": script.what,
        "number": script.number or None,
        "dial": script.dial,
        "from": script.hours.start.isoformat(),
        "until": script.hours.end.isoformat(),
        "opening": script.opening,
        "points": list(script.points),
        "question": script.question,
        "voicemail": script.voicemail,
    }


def mark_form(mark: Mark) -> dict[str, Any]:
    """What the user told, with the number by which it is taken back."""
    return {"number": mark.number, "at": mark.at.isoformat(), "kind": mark.kind, "value": mark.value}


def statement_form(statement: Statement) -> dict[str, Any]:
    """One statement with the words it rests on and the rule that read them."""
    form: dict[str, Any] = {"kind": statement.kind, "words": statement.words, "rule": statement.rule}
    form["confidence"] = statement.confidence
    if statement.window:
        form["earliest"], form["latest"] = _iso(statement.window.earliest), _iso(statement.window.latest)
    if statement.day:
        form["day"] = _iso(statement.day)
    if statement.start:
        form["start"], form["end"] = statement.start.isoformat(), statement.end and statement.end.isoformat()
    if statement.who:
        form["who"] = [{"address": a.email, "name": a.name} for a in statement.who]
    if statement.text:
        form["text"] = statement.text
    return form


def message_form(path: str, message: Message, statements: tuple[Statement, ...]) -> dict[str, Any]:
    """What `explain --json` prints for one message."""
    envelope = message.envelope
    stated = decision_of(Entry(envelope, statements))
    return {
        "path": path,
        "message_id": envelope.message_id,
        "from": envelope.sender.email,
        "sent": envelope.sent.isoformat(),
        "by": envelope.side,
        "statements": [statement_form(s) for s in statements],
        "decision": stated
        and stated.window
        and {
            "earliest": _iso(stated.window.earliest),
            "latest": _iso(stated.window.latest),
            "words": stated.words,
        },
    }


def _interview(application: Application, now: dt.datetime) -> dict[str, Any] | None:
    """The next one ahead or under way, else the last one held."""
    booked = application.interviews
    if not booked:
        return None
    shown = next((i for i in booked if i.end > now), booked[-1])
    return {"start": shown.start.isoformat(), "end": shown.end.isoformat(), "message_id": shown.message_id}


def _step(step: Step) -> dict[str, Any]:
    return {"kind": step.kind, "due": _iso(step.due), "to": [a.email for a in step.to], "why": step.why}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
