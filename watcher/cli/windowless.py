"""`watcher` without a console, for Windows' Task Scheduler: what it would print goes to a file.

    pythonw -m watcher.cli.windowless LOG ARGUMENT...

A file that has grown large is kept as LOG.1 when a new run begins, and the one before it goes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

__all__ = ["main"]

_LARGE: Final = 5 << 20
"""Bytes."""


def main() -> None:
    """Run `watcher` with the arguments behind the first, which names the file."""
    log = Path(sys.argv[1])
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.is_file() and log.stat().st_size > _LARGE:
        log.replace(log.with_name(f"{log.name}.1"))
    sys.stdout = sys.stderr = log.open("a", buffering=1, encoding="utf-8")
    sys.argv = ["watcher", *sys.argv[2:]]
    from watcher.cli import main as watcher

    watcher()


if __name__ == "__main__":
    main()
