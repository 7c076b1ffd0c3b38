"""The end of a log that is a file: of launchd's, and of Windows, which keep none of their own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from watcher.errors import WatcherError
from watcher.service.manager import Entry
from watcher.text import clean_line

__all__ = ["tail"]

_MOST: Final = 1 << 20
"""Bytes read from the end."""
_LONGEST: Final = 1000
_STAMP: Final = re.compile(r"timestamp=(\S+) ")


def tail(file: Path, lines: int) -> Sequence[Entry]:
    """The last lines of a log, the oldest first; none where there is no such file.

    Raises:
        WatcherError: it cannot be read
    """
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - _MOST))
            text = stream.read(_MOST).decode("utf-8", "replace")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise WatcherError(f"{file} cannot be read: {error.strerror}") from error
    return [_entry(line) for line in text.splitlines()[-lines:]]


def _entry(line: str) -> Entry:
    """A line with its time, where it begins with one."""
    stamp = _STAMP.match(line)
    try:
        at = dt.datetime.fromisoformat(stamp[1]) if stamp else None
    except ValueError:
        stamp, at = None, None
    return Entry(at, None, clean_line(line[stamp.end() :] if stamp else line, _LONGEST))
