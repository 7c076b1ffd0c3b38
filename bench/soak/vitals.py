"""What a daemon's process holds, what it has logged, and how its accounts stand; seen from outside."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["Log", "Stand", "Vitals", "stands", "vitals"]


@dataclass(frozen=True, slots=True)
class Vitals:
    """Of a process (Linux)."""

    megabytes: float
    threads: int
    descriptors: int
    seconds: float
    """Of processor time so far."""


def vitals(pid: int) -> Vitals:
    """How a process is now."""
    folder = Path(f"/proc/{pid}")
    status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
    stat = (folder / "stat").read_text().rsplit(")", 1)[1].split()
    return Vitals(
        megabytes=int(status["VmRSS"].split()[0]) / 1024,
        threads=int(status["Threads"]),
        descriptors=len(os.listdir(folder / "fd")),  # noqa: PTH208
        seconds=(int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK"),
    )


@dataclass(frozen=True, slots=True)
class Stand:
    """How an account stands, by the daemon's own clock."""

    succeeded: dt.datetime | None
    next_poll: dt.datetime | None
    failures: int
    parked: bool


def stands(state: Path) -> dict[str, Stand] | None:
    """How all stand, read beside the daemon; None where there is no state yet, or it is just being written."""
    try:
        with closing(sqlite3.connect(f"{state.as_uri()}?mode=ro", uri=True)) as file:
            rows = file.execute("SELECT account, succeeded, next_poll, failures, parked FROM standings").fetchall()
    except sqlite3.OperationalError:
        return None
    return {name: Stand(_moment(s), _moment(n), failures, parked is not None) for name, s, n, failures, parked in rows}


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC) if text else None


@dataclass
class Log:
    """The daemon's log, read as it grows."""

    file: Path
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Records by account and event."""
    waiting: dict[str, int] = field(default_factory=dict)
    """Drafts that wait for their turn, by account, as of its last poll."""
    faults: list[str] = field(default_factory=list)
    """Records of a bug, of trouble with the state, and lines that are no records: a traceback."""
    drafts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By account and what became of them."""
    _read: int = 0

    def catch_up(self) -> None:
        """Read what was added."""
        with self.file.open("rb") as opened:
            opened.seek(self._read)
            added = opened.read()
        whole = added[: added.rfind(b"\n") + 1]
        self._read += len(whole)
        for record in _records(whole, self.faults):
            event, account = record["event"], record.get("account", "")
            self.counts[account, event] += 1
            if event == "polled":
                self.waiting[account] = record["waiting"]
            elif event == "draft":
                self.drafts[account, record["state"]] += 1
            elif event in ("bug", "state trouble", "no sign of life"):
                self.faults.append(json.dumps(record))


def _records(lines: bytes, strays: list[str]) -> Iterator[dict[str, Any]]:
    for line in lines.decode().splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            strays.append(line)
