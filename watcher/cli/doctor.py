"""`watcher doctor`: how each part of the watcher is, and how to mend it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from watcher.checkup import Finding, Level, examine, worst
from watcher.cli.forms import SCHEMA
from watcher.cli.output import emit, err, out

__all__ = ["run"]

_MARKS = {Level.OK: ("✓", "green"), Level.WARN: ("!", "bold yellow"), Level.FAIL: ("✗", "bold red")}


def run(path: Path, *, as_json: bool) -> int:
    """Print what there is to say of each part; the exit status: 0 all is well, 1 see to something, 2 mend something.

    Args:
        path: Of the configuration.
        as_json: Print data for programs.
    """
    with err().status("looking at every part") if err().is_terminal else nullcontext():
        findings = examine(path)
    level = worst(findings)
    if as_json:
        at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        emit({"schema": SCHEMA, "at": at, "level": _word(level), "findings": [_form(one) for one in findings]})
    else:
        _print(findings)
    return int(level)


def _print(findings: Sequence[Finding]) -> None:
    for account, theirs in groupby(findings, key=lambda one: one.account):
        if account:
            out().print(Text(f"\n{account}", "bold"))
        out().print(_table(list(theirs)))
    counts = [sum(one.level is level for one in findings) for level in (Level.WARN, Level.FAIL)]
    said = [f"{count} {what}" for count, what in zip(counts, ("to see to", "to mend"), strict=True) if count]
    out().print(Text(f"\n{', '.join(said)}." if said else "\nAll is well.", "bold" if said else "bold green"))


def _table(findings: Sequence[Finding]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, min_width=13)
    table.add_column(overflow="fold")
    for one in findings:
        said = Text(one.what) if one.level is Level.OK else Text(one.what, "bold")
        if one.mend:
            said.append(f"\n{one.mend}", "not bold dim")
        table.add_row(Text(*_MARKS[one.level]), Text(one.part), said)
    return table


def _form(one: Finding) -> dict[str, Any]:
    return {
        "part": one.part,
        "account": one.account or None,
        "level": _word(one.level),
        "what": one.what,
        "mend": one.mend or None,
    }


def _word(level: Level) -> str:
    return level.name.lower()
