"""Which messages of a Maildir are known: the cursor.

A Maildir has no counter that grows with each message, and no time tells what is new: mbsync keeps the time of
arrival on a file that came just now, marking a message as read changes its inode's, and clocks are set back.
So what is new is what was not listed before: for each folder the cursor holds a mark of every message that was
seen. A mark is 48 bits of a hash of the file's unique name, so a new message is taken for one of 100,000
others once in three thousand million times, and those 100,000 take up 800 kB.

A folder is listed only when its directories changed. Both their inode and the time of its last change are
compared, which no program can set; and as two changes can fall into one tick of the clock, a change that is
only seconds old is not relied upon.
"""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

__all__ = ["UNSETTLED", "Seen", "decode", "encode", "mark_of", "stamp_of"]

UNSETTLED = ""
"""The stamp of a folder that has to be listed again, whatever its directories say."""

_VERSION = 1
_MARK_BYTES = 6
_SETTLED_NS = 5_000_000_000
"""Longer than the tick of any file system's clock (FAT: 2 s) and than the usual difference to a server's."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one folder: its stamp when it was listed, and the marks of its messages, end to end."""

    stamp: str
    marks: bytes

    def known(self) -> frozenset[bytes]:
        return frozenset(self.marks[i : i + _MARK_BYTES] for i in range(0, len(self.marks), _MARK_BYTES))


def mark_of(key: str) -> bytes:
    """The mark of a message, made of its unique name."""
    return blake2b(os.fsencode(key), digest_size=_MARK_BYTES).digest()


def stamp_of(folder: Path) -> str:
    """A text that differs once a file of the folder came, went or was renamed; `UNSETTLED` just after a change.

    Raises:
        OSError
    """
    stamps = []
    for inside in ("new", "cur"):
        try:
            status = os.lstat(folder / inside)
        except FileNotFoundError:
            continue
        if status.st_ctime_ns > time.time_ns() - _SETTLED_NS:
            return UNSETTLED
        stamps.append(f"{inside}:{status.st_ino:x}:{status.st_ctime_ns:x}")
    return " ".join(stamps)


def encode(folders: Mapping[str, Seen]) -> str:
    """The cursor as text, of what is known by folder."""
    known = {folder: [seen.stamp, base64.b64encode(seen.marks).decode()] for folder, seen in sorted(folders.items())}
    return json.dumps({"maildir": _VERSION, "folders": known}, separators=(",", ":"))


def decode(cursor: str | None) -> dict[str, Seen]:
    """What `encode` wrote; nothing where there is none, it is damaged, or another version wrote it."""
    try:
        read = json.loads(cursor or "{}")
        if read.get("maildir") != _VERSION:
            return {}
        return {
            folder: Seen(str(stamp), base64.b64decode(marks, validate=True))
            for folder, (stamp, marks) in read["folders"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}
