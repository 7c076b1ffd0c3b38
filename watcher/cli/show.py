"""`watcher show`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from watcher.cli.lookup import process_named
from watcher.cli.output import emit, out
from watcher.cli.scan import circumstances
from watcher.config import load

__all__ = ["run"]


def run(path: Path, now: dt.datetime | None, name: str, *, as_json: bool) -> None:
    """Print one process, as the last scan left it.

    Raises:
        NoSuchProcess: none or several answer to that name
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    process = process_named(name, config, around)
    if as_json:
        from watcher.cli.forms import process_form, statement_form

        history = [
            {"at": f.at.isoformat(), "by": f.by, "message_id": f.message_id, "effect": f.effect}
            | statement_form(f.statement)
            for f in process.application.history
        ]
        told = [
            {"number": mark.number, "at": mark.at.isoformat(), "kind": mark.kind, "value": mark.value}
            for mark in process.application.marks
        ]
        emit(process_form(process) | {"history": history, "marks": told})
    else:
        from watcher.cli.timeline import timeline

        out().print(timeline(process, around.zone))
