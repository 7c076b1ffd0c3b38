"""`watcher show`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from watcher.calls.script import Script, script_of
from watcher.calls.text import as_text
from watcher.cli.lookup import process_named
from watcher.cli.output import emit, err, out
from watcher.cli.scan import circumstances
from watcher.config import load
from watcher.matching import named_by
from watcher.model import StepKind
from watcher.scan import Circumstances, Process

__all__ = ["run"]


def run(path: Path, now: dt.datetime | None, name: str, *, as_json: bool) -> None:
    """Print one process, as the last scan left it.

    Raises:
        NoSuchProcess: none or several answer to that name
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    process = process_named(name, config, around)
    script = _script(process, around)
    if as_json:
        from watcher.cli.forms import call_form, mark_form, process_form, statement_form

        history = [
            {"at": f.at.isoformat(), "by": f.by, "message_id": f.message_id, "effect": f.effect}
            | statement_form(f.statement)
            for f in process.application.history
        ]
        told = [mark_form(mark) for mark in process.application.marks]
        call = script and call_form(script)
        leaning, cadence = process.application.leaning, around.cadences.of(process.application)[0].name
        known = {
            "named": [statement_form(said) for said in named_by(process.application)],
            "history": history,
            "marks": told,
            "leaning": leaning,
            "cadence": cadence,
            "call": call,
        }
        emit(process_form(process) | known)
    else:
        from watcher.cli.timeline import timeline

        out().print(timeline(process, around.zone))
        if process.note:
            err().print(f"\n{process.note}", markup=False, soft_wrap=True)
        if script is not None:
            print(f"\n{as_text(script, around.zone)}", end="")


def _script(process: Process, around: Circumstances) -> Script | None:
    """What to say in the call that is next, where one is."""
    if process.step.kind is not StepKind.CALL:
        return None
    return script_of(process.application, process.step, around.me, around.now, around.calendar, around.phone)
