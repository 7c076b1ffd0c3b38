"""What is new in the folders of a Maildir tree, page by page."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from providers.base import FolderRole, Listing, Page
from providers.maildir.cursor import UNSETTLED, Seen, decode, encode, mark_of, stamp_of
from providers.maildir.files import Entry, entries, opened, read_header, status_of
from providers.maildir.layout import Folder

__all__ = ["PAGE", "pages"]

PAGE = 200
"""Listings a page."""

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LATEST = 253_402_300_799  # the end of 9999


@dataclass(slots=True)
class _Reading:
    """How far a folder was read in this poll."""

    folder: Folder
    stamp: str
    marks: bytearray
    new: list[_New] = field(default_factory=list)
    waiting: int = 0
    """New messages that were not handed out: while there are any, the folder is listed again at the next poll."""

    def seen(self) -> Seen:
        return Seen(UNSETTLED if self.waiting else self.stamp, bytes(self.marks))


@dataclass(frozen=True, slots=True)
class _New:
    received: dt.datetime
    entry: Entry
    reading: _Reading


def pages(folders: Iterable[Folder], cursor: str | None, since: dt.datetime) -> Iterator[Page]:
    """`Provider.poll` over these folders.

    Raises:
        OSError: a folder cannot be read
    """
    before = decode(cursor)
    readings = [_read(folder, before.get(folder.id), since) for folder in folders]
    found = [new for reading in readings for new in reading.new]
    found.sort(key=lambda new: (new.received, new.reading.folder.id, new.entry.key))
    for start in range(0, len(found), PAGE):
        listings = [listing for new in found[start : start + PAGE] if (listing := _listing(new))]
        yield Page(tuple(listings), _cursor(readings), max(0, len(found) - start - PAGE))
    if not found and (last := _cursor(readings)) != cursor:
        yield Page((), last, 0)


def _cursor(readings: Iterable[_Reading]) -> str:
    return encode({reading.folder.id: reading.seen() for reading in readings})


def _read(folder: Folder, seen: Seen | None, since: dt.datetime) -> _Reading:
    """Compare a folder with what was seen of it.

    A folder that holds nothing of what was seen is another one, though it has the same name: it was fetched anew, or
    is read for the first time. Then only what arrived since `since` is new in it.
    """
    stamp = stamp_of(folder.path)  # before the listing, so that what comes meanwhile shows at the next poll
    if seen and stamp != UNSETTLED and stamp == seen.stamp:
        return _Reading(folder, stamp, bytearray(seen.marks))
    reading = _Reading(folder, stamp, bytearray())
    here = [(mark_of(entry.key), entry) for entry in entries(folder.path).values() if not _is_draft(folder, entry)]
    known = seen.known() if seen else frozenset()
    another = known.isdisjoint(mark for mark, _ in here)
    for mark, entry in here:
        if mark not in known:
            try:
                received = _received(folder, entry)
            except FileNotFoundError:  # renamed this moment
                reading.waiting += 1
                continue
            if not another or received >= since:
                reading.waiting += 1
                reading.new.append(_New(received, entry, reading))
                continue
        reading.marks += mark
    return reading


def _is_draft(folder: Folder, entry: Entry) -> bool:
    """Whether its writer still works on it, as drafts in Gmail's All Mail; programs forget the flag on sent mail."""
    return "D" in entry.flags and folder.role is not FolderRole.SENT


def _received(folder: Folder, entry: Entry) -> dt.datetime:
    modified = status_of(folder.path, entry).st_mtime
    return _EPOCH + dt.timedelta(seconds=min(max(modified, 0), _LATEST))


def _listing(new: _New) -> Listing | None:
    """The listing, now known; None where the file was renamed or cannot be read, so that it comes next time."""
    reading, entry = new.reading, new.entry
    try:
        with opened(reading.folder.path, entry) as file:
            size, header = os.fstat(file.fileno()).st_size, read_header(file)
    except OSError:
        return None
    reading.marks += mark_of(entry.key)
    reading.waiting -= 1
    return Listing(reading.folder.ref(entry.key), reading.folder.role, new.received, size, header)
