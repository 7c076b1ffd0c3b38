"""`watcher note`, `watcher done`, `watcher cadence use` and `watcher undo`: what the user tells of a process."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from unicodedata import category

from watcher.cli.labels import MARKS
from watcher.cli.lookup import all_processes, process_named
from watcher.cli.output import err
from watcher.cli.scan import circumstances
from watcher.config import load
from watcher.drafting.attachments import trouble_with
from watcher.errors import UnusableWords
from watcher.model import Application, Mark, MarkKind
from watcher.store import open_beside
from watcher.text import clean_block

__all__ = ["attach", "tell", "undo"]

_LONGEST = 2_000
"""Characters of a note; a letter takes up a sentence of it."""
_NAMED = frozenset({MarkKind.CADENCE, MarkKind.WELCOMES})
"""What is told with the name it is about."""


def tell(path: Path, now: dt.datetime | None, name: str, kind: MarkKind, value: str = "") -> None:
    """Keep what the user says of a process.

    Raises:
        NoSuchProcess: none or several answer to that name
        UnusableWords: the words cannot be kept as they are
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    _check(value)
    application = process_named(name, config, around).application
    kept = value if kind is MarkKind.ATTACH else clean_block(value)
    with open_beside(config.state_path) as store:
        mark = store.keep_mark(application.account, Mark(kind, _newest(application), around.now, kept))
    who, said = application.company or application.id, _said(mark)
    err().print(f"{who}: {said} (take it back: watcher undo {mark.number})", markup=False, soft_wrap=True)


def attach(path: Path, now: dt.datetime | None, name: str, file: Path) -> None:
    """Keep that a file is to go with the next letter of a process.

    Raises:
        NoSuchProcess: none or several answer to that name
        UnusableWords: the file cannot be attached
    """
    if trouble := trouble_with(file):
        raise UnusableWords(f"{file} cannot be attached: {trouble}", hint="name a file that you may read, small enough")
    tell(path, now, name, MarkKind.ATTACH, str(file.expanduser().absolute()))


def undo(path: Path, now: dt.datetime | None, number: int | None) -> None:
    """Take back what was told under a number, or last.

    Raises:
        UnusableWords: nothing was told under it
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    told = {mark.number: mark for process in all_processes(config, around) for mark in process.application.marks}
    number = max(told, default=0) if number is None else number
    if number not in told:
        known = ", ".join(f"{each} {_said(mark)}" for each, mark in sorted(told.items()))
        raise UnusableWords(
            f"there is nothing to take back{f' under {number}' if number else ''}",
            hint=f"there is: {known}" if known else "nothing was told yet",
        )
    with open_beside(config.state_path) as store:
        store.undo_mark(number, around.now)
    err().print(f"taken back: {_said(told[number])}", markup=False, soft_wrap=True)


def _said(mark: Mark) -> str:
    return f"{MARKS[mark.kind]} {mark.value}" if mark.kind in _NAMED else MARKS[mark.kind]


def _check(value: str) -> None:
    if len(value) > _LONGEST:
        raise UnusableWords(
            f"the note has {len(value):,} characters; at most {_LONGEST:,} are kept",
            hint="note the one thing that the letter should take up",
        )
    strange = next((at for at, sign in enumerate(value, 1) if sign != "\n" and category(sign) in ("Cc", "Cs")), 0)
    if strange:
        raise UnusableWords(f"character {strange} of the note is a control character", hint="leave it out")


def _newest(application: Application) -> str:
    entries = (entry.envelope for thread in application.threads for entry in thread.entries)
    return max(entries, key=lambda envelope: envelope.sent).message_id
