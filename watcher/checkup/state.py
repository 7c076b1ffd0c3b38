"""The state file: whether it opens, is sound and of this version, and who has it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from watcher.checkup.files import private
from watcher.checkup.finding import Finding, fail, ok, warn
from watcher.errors import StateError
from watcher.store import Standing, holder, snapshot
from watcher.store.schema import HEAD

__all__ = ["standings", "state"]

_SECONDS = 5
"""To wait for somebody who writes to it."""
_SCAN = "`watcher scan` moves it aside and reads your mail again"


def state(path: Path) -> Iterator[Finding]:
    """What there is to say of the state at this path; nothing is written, and its lock is not taken."""
    if not path.exists():
        yield ok("state", f"none yet; the first scan makes it, {path}")
        return
    try:
        with snapshot(path) as store:
            notice = store.notice
        pid = holder(path)
    except StateError as error:
        yield fail("state", str(error), error.hint)
        return
    if notice:
        yield fail("state", notice, _SCAN)
        return
    yield from _inside(path)
    wrong = [private("state", path, "", alone=True), private("state", path.parent, "", alone=False)]
    yield from filter(None, wrong)
    yield ok("lock", f"held by the watcher at work, pid {pid}" if pid else "free; no watcher is at work")


def _inside(path: Path) -> Iterator[Finding]:
    """What SQLite says of every page, and which version of the program wrote it."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True, timeout=_SECONDS)) as file:
            (verdict,) = file.execute("PRAGMA integrity_check(1)").fetchone()
            (revision,) = file.execute("SELECT version_num FROM alembic_version").fetchone()
            (mails,) = file.execute("SELECT count(*) FROM entries").fetchone()
    except sqlite3.Error as error:
        yield fail("state", f"{path} cannot be read: {error}", "`watcher scan` tells more")
        return
    size = f"{path.stat().st_size / 1e6:.1f} MB"
    if verdict != "ok":
        yield fail("state", f"{path} is damaged: {' '.join(str(verdict).split())}", _SCAN)
    elif revision != HEAD:
        yield warn("state", f"{path} is of revision {revision}, not {HEAD}", "`watcher scan` brings it up to date")
    else:
        yield ok("state", f"{path}, sound, {size}, {mails:,} mails kept as facts, revision {revision}")


def standings(path: Path) -> Mapping[str, Standing]:
    """How each account stood at its last poll by the daemon; nothing where the state does not tell."""
    try:
        with snapshot(path) as store:
            return store.standings()
    except StateError:  # `state` tells
        return {}
