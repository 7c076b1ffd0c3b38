"""`watcher note`, `done`, `undo`, and what all that the user tells of a process has in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unicodedata import category

from watcher.cli.forms import mark_form
from watcher.cli.labels import name_of
from watcher.cli.lookup import all_marks, all_processes, process_named
from watcher.cli.output import emit, err, out
from watcher.cli.scan import circumstances
from watcher.cli.told import said
from watcher.config import Config, load
from watcher.drafting.attachments import trouble_with
from watcher.errors import UnusableWords
from watcher.model import Application, Mark, MarkKind, Thread
from watcher.scan import Process
from watcher.store import open_beside
from watcher.text import clean_block

__all__ = ["attach", "check", "keep", "newest", "tell", "told", "undo"]

_LONGEST = 2_000
"""Characters of a note; a letter takes up a sentence of it."""


def tell(path: Path, now: dt.datetime | None, name: str, kind: MarkKind, value: str = "") -> None:
    """Keep what the user says of a process.

    Raises:
        NoSuchProcess: none or several answer to that name
        UnusableWords: the words cannot be kept as they are
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    check(value)
    application = process_named(name, config, around).application
    kept = value if kind is MarkKind.ATTACH else clean_block(value)
    keep(config, application.account, Mark(kind, newest(application.threads), around.now, kept), application)


def attach(path: Path, now: dt.datetime | None, name: str, file: Path) -> None:
    """Keep that a file is to go with the next letter of a process.

    Raises:
        NoSuchProcess: none or several answer to that name
        UnusableWords: the file cannot be attached
    """
    if trouble := trouble_with(file):
        raise UnusableWords(f"{file} cannot be attached: {trouble}", hint="name a file that you may read, small enough")
    tell(path, now, name, MarkKind.ATTACH, str(file.expanduser().absolute()))


def keep(config: Config, account: str, mark: Mark, application: Application | None = None) -> None:
    """Keep a mark, and say so on stderr, with how to take it back.

    Args:
        config: Whose state it is kept in.
        account: Whose mail it speaks of; `EVERY_ACCOUNT` for that of all.
        mark: What was told.
        application: The process it is said of, where it is of one.
    """
    with open_beside(config.state_path) as store:
        mark = store.keep_mark(account, mark)
    who = f"{application.company or application.id}: " if application else ""
    err().print(
        f"{who}{said(mark, quoted=False)} (take it back: watcher undo {mark.number})", markup=False, soft_wrap=True
    )


def undo(path: Path, now: dt.datetime | None, number: int | None) -> None:
    """Take back what was told under a number, or last.

    Raises:
        UnusableWords: nothing was told under it
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    found = {mark.number: mark for mark in all_marks(config)}
    number = max(found, default=0) if number is None else number
    if number not in found:
        known = ", ".join(f"{each} {said(mark, quoted=False)}" for each, mark in found.items())
        raise UnusableWords(
            f"there is nothing to take back{f' under {number}' if number else ''}",
            hint=f"there is: {known}" if known else "nothing was told yet",
        )
    with open_beside(config.state_path) as store:
        store.undo_mark(number, around.now)
    err().print(f"taken back: {said(found[number], quoted=False)}", markup=False, soft_wrap=True)


def told(path: Path, now: dt.datetime | None, *, as_json: bool) -> None:
    """Print all that the user told and has not taken back."""
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    found, marks = all_processes(config, around), all_marks(config)
    if as_json:
        emit({"told": [_form(mark, found) for mark in marks]})
        return
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="bold")
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="bold")
    table.add_column()
    for mark in marks:
        at = mark.at.astimezone(around.zone)
        of = _of(mark, found)
        table.add_row(
            str(mark.number), f"{at:%a} {at.day} {at:%b %Y}", Text(name_of(of) if of else ""), Text(said(mark))
        )
    if marks:
        out().print(table)
    else:
        err().print("nothing was told yet", style="dim")


def _form(mark: Mark, found: Sequence[Process]) -> dict[str, Any]:
    of = _of(mark, found)
    return mark_form(mark) | {"application": of.id if of else None}


def _of(mark: Mark, found: Sequence[Process]) -> Application | None:
    """The process that a mark is of now; none of one that is forgotten, and none for what is said of all mail."""
    return next((p.application for p in found if mark in p.application.marks), None)


def check(value: str) -> None:
    """Refuse words that cannot be kept.

    Raises:
        UnusableWords: they are too long, or hold a control character
    """
    if len(value) > _LONGEST:
        raise UnusableWords(
            f"the note has {len(value):,} characters; at most {_LONGEST:,} are kept",
            hint="note the one thing that the letter should take up",
        )
    strange = next((at for at, sign in enumerate(value, 1) if sign != "\n" and category(sign) in ("Cc", "Cs")), 0)
    if strange:
        raise UnusableWords(f"character {strange} of the note is a control character", hint="leave it out")


def newest(threads: Sequence[Thread]) -> str:
    """The Message-ID of the newest message of some threads, by which what is told of them is kept."""
    entries = (entry.envelope for thread in threads for entry in thread.entries)
    return max(entries, key=lambda envelope: envelope.sent).message_id
