"""What a shell offers when Tab is pressed: ids with what they stand for, as the last scan left them.

A completion never fails: where the configuration or the state cannot be read, it offers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from watcher.errors import WatcherError

if TYPE_CHECKING:
    from watcher.config import Config
    from watcher.model import Thread
    from watcher.scan import Circumstances, Process

__all__ = ["fields", "marks", "others", "processes", "threads", "values"]

_MOST = 20
"""Threads offered, the newest."""
Offer = list[tuple[str, str]]
"""Values, each with what it stands for."""


def processes(ctx: typer.Context, incomplete: str) -> Offer:
    """Ids of processes, or the names of employers where a name is begun."""
    found = [process.application for process in _found(ctx)[0]]
    ids = [(one.id, f"{one.company}, {one.role}" if one.role else one.company) for one in found]
    return _begun(ids, incomplete) or _begun(((one.company, one.role) for one in found), incomplete)


def fields(incomplete: str) -> Offer:
    """What `watcher set` sets."""
    offered = {
        "decision": "the day by which they answer",
        "contact": "whom to write to",
        "company": "the employer",
        "role": "the position",
        "stage": "how far it has come",
    }
    return _begun(offered.items(), incomplete)


def values(ctx: typer.Context, incomplete: str) -> Offer:
    """Stages, or the people of the process."""
    from watcher.model import Stage

    if ctx.params.get("field") == "stage":
        return _begun(((stage, "") for stage in Stage), incomplete)
    if ctx.params.get("field") == "contact":
        process = _process(ctx)
        people = [contact.address for contact in process.application.contacts] if process else []
        return _begun(((person.email, person.name) for person in people), incomplete)
    return []


def threads(ctx: typer.Context, incomplete: str) -> Offer:
    """The threads of the process that was named."""
    process = _process(ctx)
    return _begun(map(_thread, process.application.threads if process else ()), incomplete)


def others(ctx: typer.Context, incomplete: str) -> Offer:
    """The threads that belong to no process."""
    from watcher.cli.lookup import other_threads

    found, config, around = _found(ctx)
    if config is None or around is None:
        return []
    return _begun((_thread(thread) for _, thread in other_threads(config, around, found)[:_MOST]), incomplete)


def marks(ctx: typer.Context, incomplete: str) -> Offer:
    """The numbers of what was told, the last first."""
    from watcher.cli.lookup import all_marks
    from watcher.cli.told import said

    _, config, _ = _found(ctx)
    told = reversed(all_marks(config)) if config else ()
    return _begun(((str(mark.number), said(mark)) for mark in told), incomplete)


def _process(ctx: typer.Context) -> Process | None:
    from watcher.cli.lookup import process_among

    try:
        return process_among(ctx.params.get("process") or "", _found(ctx)[0])
    except WatcherError:
        return None


def _found(ctx: typer.Context) -> tuple[list[Process], Config | None, Circumstances | None]:
    from watcher.cli.lookup import all_processes
    from watcher.cli.options import config_path, moment
    from watcher.cli.scan import circumstances
    from watcher.config import load

    try:
        named = ctx.params.get("config")
        config = load(config_path(Path(named) if named else None))
        around = circumstances(config, moment(ctx.params.get("now")), dry_run=True)
        return all_processes(config, around), config, around
    except (WatcherError, typer.BadParameter):
        return [], None, None


def _thread(thread: Thread) -> tuple[str, str]:
    return thread.id, thread.subject


def _begun(offered: Iterable[tuple[str, str]], incomplete: str) -> Offer:
    """Those that begin as the user did, in whatever case."""
    return [(value, what) for value, what in offered if value.casefold().startswith(incomplete.casefold())]
