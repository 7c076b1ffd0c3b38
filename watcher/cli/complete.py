"""What a shell offers when Tab is pressed: ids with what they stand for, as the last scan left them.

A completion never fails: where the configuration or the state cannot be read, it offers nothing. Shells evaluate some
of what they are offered, so of what comes from mail nothing is offered but letters, figures and a few harmless signs.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from watcher.errors import WatcherError

if TYPE_CHECKING:
    from watcher.config import Config
    from watcher.model import Application, Thread
    from watcher.scan import Circumstances, Process

__all__ = ["FIELDS", "fields", "marks", "others", "processes", "threads", "values"]

FIELDS = {
    "decision": "the day by which they answer",
    "contact": "whom to write to",
    "company": "the employer",
    "role": "the position",
    "stage": "how far it has come",
}
"""What `watcher set` sets, each by the name of its kind of mark (`model.MarkKind`)."""
_MOST = 20
"""Threads offered, the newest."""
_BARE = re.compile(r"[\w@.+-]+")
"""A value that no shell reads as more than a word."""
_NOT_PLAIN = re.compile(r"[^\w ’&@.,+-]+")
Offer = list[tuple[str, str]]
"""Values, each with what it stands for."""


def processes(ctx: typer.Context, incomplete: str) -> Offer:
    """Ids of processes; where a name is begun, a word of the employer's name that no other process answers to."""
    found = _found(ctx)[0]
    told = [(one.application, f"{one.application.company}, {one.application.role}".strip(", ")) for one in found]
    ids = _begun(((application.id, what) for application, what in told), incomplete)
    words = ((word, what) for one, what in told for word in _own_words(one, found))
    return ids or [(incomplete + word[len(incomplete) :], what) for word, what in _begun(words, incomplete)]


def fields(incomplete: str) -> Offer:
    """What `watcher set` sets."""
    return _begun(FIELDS.items(), incomplete)


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


def _own_words(application: Application, found: list[Process]) -> list[str]:
    """The words of an employer's name that alone name this process."""
    from watcher.cli.lookup import process_among

    own = []
    for word in application.company.split():
        with contextlib.suppress(WatcherError):
            own += [word] if process_among(word, found).application is application else []
    return own


def _process(ctx: typer.Context) -> Process | None:
    from watcher.cli.lookup import process_among

    try:
        return process_among(ctx.params.get("process") or "", _found(ctx)[0])
    except WatcherError:
        return None


def _found(ctx: typer.Context) -> tuple[list[Process], Config | None, Circumstances | None]:
    from watcher.cli.given import config_path, moment
    from watcher.cli.lookup import all_processes
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
    """Those that begin as the user did, in whatever case, and are safe to offer."""
    begun = [(value, what) for value, what in offered if value.casefold().startswith(incomplete.casefold())]
    return [(value, _plain(what)) for value, what in begun if _BARE.fullmatch(value)]


def _plain(what: str) -> str:
    return " ".join(_NOT_PLAIN.sub(" ", what.replace("'", "’")).split())
