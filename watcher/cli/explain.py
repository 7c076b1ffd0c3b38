"""`watcher explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from watcher.cli.output import complain_of, emit, out
from watcher.config import load
from watcher.errors import WatcherError
from watcher.model import Kind, Message, Statement

__all__ = ["run"]


def run(config_path: Path, paths: Sequence[Path], *, as_json: bool) -> None:
    """Print what is read in each file; one that cannot be read is named on stderr and passed over."""
    from watcher import inference, reading

    me = load(config_path).me
    for path in _files(paths):
        try:
            message = reading.read(path.read_bytes(), account="", ref=str(path), received=None, me=me)
        except (reading.Unreadable, OSError) as error:
            complain_of(str(path), str(error), "")
            continue
        statements = inference.infer(message, me)
        if as_json:
            from watcher.cli.forms import message_form

            emit(message_form(str(path), message, statements), line=True)
        else:
            _print(path, message, statements)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, in order of name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
        elif path.exists():
            yield path
        else:
            raise WatcherError(f"{path}: no such file or folder")


def _print(path: Path, message: Message, statements: Sequence[Statement]) -> None:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    envelope = message.envelope
    by = {"me": "you", "them": "a person on their side", "machine": f"a machine ({envelope.automatic})"}[envelope.side]
    sender = envelope.sender.name or envelope.sender.email
    out().print(
        Text.assemble((str(path), "bold"), f"\n{sender}, {envelope.sent:%a %d %b %Y %H:%M %z}, written by {by}")
    )
    out().print(Text(envelope.subject, "italic"))
    rows = Table.grid(padding=(0, 2))
    for statement in statements:
        kind = Text(str(statement.kind).replace("_", " "), "yellow")
        unsure = "" if statement.confidence == "sure" else f"({statement.confidence})"
        read = Text("  ").join(
            Text(*part) for part in ((_value(statement),), (unsure,), (statement.rule, "dim")) if part[0]
        )
        rows.add_row(kind, Group(read, Text(f"“{statement.words}”", "italic")))
    out().print(rows if statements else Text("states nothing", "dim"))
    out().print()


def _value(statement: Statement) -> str:
    if statement.window:
        earliest = f"{statement.window.earliest} to " if statement.window.earliest else "by "
        return f"{earliest}{statement.window.latest}"
    if statement.start:
        return f"{statement.start:%Y-%m-%d %H:%M %z}"
    if statement.day:
        return statement.day.isoformat()
    if statement.kind in (Kind.RARE_WORDS, Kind.SOUNDS_LIKE):
        return ""  # the words themselves say it; the figures are for `matching/matter.py` and `matching/appointed.py`
    return statement.text or ", ".join(a.name or a.email for a in statement.who)
