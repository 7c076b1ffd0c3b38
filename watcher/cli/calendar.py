"""`watcher calendar`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from watcher.cli.lookup import all_processes
from watcher.cli.output import err
from watcher.cli.scan import circumstances
from watcher.config import load
from watcher.errors import WatcherError
from watcher.feed import feed
from watcher.files import put

__all__ = ["run"]


def run(path: Path, now: dt.datetime | None, out: Path | None) -> None:
    """Print the feed of all that is due as the last scan left it, or put it into a file.

    Raises:
        WatcherError: the file cannot be written; the one that was there stays as it was
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    found = all_processes(config, around)
    content = feed(found, around.me, around.calendar, around.now)
    if out is None:
        print(content.decode(), end="")
        return
    try:
        put(content, out.resolve())
    except OSError as error:
        said = f"{out}: cannot be written: {error.strerror or error}"
        raise WatcherError(said, hint="name a file in a folder that is there and that you may write to") from None
    dues = sum(process.step.due is not None for process in found)
    err().print(f"{dues} due{'' if dues == 1 else 's'} in {out}", markup=False)
