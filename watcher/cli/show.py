"""`watcher show`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from watcher.cli.output import emit, out
from watcher.cli.scan import circumstances
from watcher.config import load
from watcher.errors import NoSuchProcess
from watcher.scan import Process, processes
from watcher.store import snapshot

__all__ = ["run"]


def run(path: Path, now: dt.datetime | None, name: str, *, as_json: bool) -> None:
    """Print one process, as the last scan left it.

    Raises:
        NoSuchProcess: none or several answer to that name
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    with snapshot(config.state_path) as store:
        found = [process for account in config.accounts for process in processes(account.name, store, around)]
    process = _named(name, found)
    if as_json:
        from watcher.cli.forms import process_form, statement_form

        history = [
            {"at": f.at.isoformat(), "by": f.by, "message_id": f.message_id, "effect": f.effect}
            | statement_form(f.statement)
            for f in process.application.history
        ]
        emit(process_form(process) | {"history": history})
    else:
        from watcher.cli.timeline import timeline

        out().print(timeline(process, around.zone))


def _named(name: str, found: list[Process]) -> Process:
    wanted = name.casefold()
    exact = [p for p in found if p.application.id == name]
    near = exact or [
        p for p in found if p.application.id.startswith(name) or wanted in p.application.company.casefold()
    ]
    if len(near) == 1:
        return near[0]
    listed = ", ".join(f"{p.application.id} {p.application.company}".strip() for p in near or found)
    if near:
        raise NoSuchProcess(f"{name!r} could be several processes", hint=f"say which by its id: {listed}")
    hint = f"there are: {listed}" if listed else "run `watcher scan` first"
    raise NoSuchProcess(f"there is no process {name!r}", hint=hint)
