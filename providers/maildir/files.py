"""The files of one Maildir folder: their names, and how they are opened, written and removed.

    new/1700000000.M1P2.host              a message that no program has shown yet
    cur/1700000000.M1P2.host,U=7:2,FS     one that was, with its flags; ",U=7" is mbsync's own note

The unique name before the colon is a message's *key*: it stays while programs change flags and move the file
from `new` to `cur`. Only regular files are opened, relative to their opened directory, and no symbolic link is
followed. See https://cr.yp.to/proto/maildir.html.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from providers.base import OutcomeUnknown

__all__ = [
    "MAX_HEADER_BYTES",
    "Entry",
    "entries",
    "latest_entries",
    "opened",
    "read_header",
    "remove",
    "settled_entries",
    "status_of",
    "write_draft",
]

MAX_HEADER_BYTES = 256 * 1024
_CHUNK = 16 * 1024
_MAX_LISTINGS = 10
_NAME = re.compile(r"(?P<key>.+?)(?:[:;!][12],(?P<flags>.*))?", re.DOTALL)  # ";" and "!" where ":" is not allowed
_UID = re.compile(r",U=\d+")
_END_OF_HEADER = re.compile(rb"\A\r?\n|\n\r?\n")
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_MESSAGE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # a FIFO would block


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a message lies just now."""

    key: str
    inside: str
    """`new` or `cur`."""
    file: str

    @property
    def flags(self) -> str:
        match = _NAME.fullmatch(self.file)
        return (match["flags"] or "") if match else ""


def entries(folder: Path) -> dict[str, Entry]:
    """The messages of a folder by their keys. Costs a listing, not a look at each file.

    Raises:
        OSError
    """
    found: dict[str, Entry] = {}
    for inside in ("new", "cur"):
        try:
            with _directory(folder / inside) as directory, os.scandir(directory) as files:
                for file in files:
                    match = _NAME.fullmatch(file.name)
                    if match and not file.name.startswith(".") and file.is_file(follow_symlinks=False):
                        key = _UID.sub("", match["key"])
                        found[key] = Entry(key, inside, file.name)
        except FileNotFoundError:
            continue
    return found


def settled_entries(folder: Path) -> dict[str, Entry]:
    """As `entries`, listed until two listings agree: a file that is renamed meanwhile may be left out of one.

    Raises:
        OSError
    """
    found = entries(folder)
    for _ in range(_MAX_LISTINGS):
        before, found = found, entries(folder)
        if found == before:
            break
    return found


def latest_entries(folder: Path, count: int) -> list[Entry]:
    """The messages that came into a folder last, the latest first.

    Told by the time of the last change to their inodes: a move into the folder sets it, and so does a copy.

    Raises:
        OSError
    """
    changed: list[tuple[int, str, Entry]] = []
    for entry in settled_entries(folder).values():
        with suppress(FileNotFoundError):
            changed.append((status_of(folder, entry).st_ctime_ns, entry.key, entry))
    return [entry for _, _, entry in sorted(changed, reverse=True)[:count]]


def status_of(folder: Path, entry: Entry) -> os.stat_result:
    """Size and time of a message.

    Raises:
        OSError: `FileNotFoundError` where it is not there any more, as it may have been renamed
    """
    return os.lstat(folder / entry.inside / entry.file)


@contextmanager
def opened(folder: Path, entry: Entry) -> Iterator[BinaryIO]:
    """A message for reading.

    Raises:
        OSError: as `status_of`
    """
    with (
        _directory(folder / entry.inside) as directory,
        open(entry.file, "rb", opener=lambda name, _: os.open(name, _MESSAGE, dir_fd=directory)) as file,
    ):
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileNotFoundError(entry.file)
        yield file


def read_header(file: BinaryIO) -> bytes:
    """The header block without the blank line after it, cut at `MAX_HEADER_BYTES`."""
    block = b""
    while len(block) < MAX_HEADER_BYTES and (chunk := file.read(min(_CHUNK, MAX_HEADER_BYTES - len(block)))):
        searched = max(0, len(block) - 2)
        block += chunk
        if end := _END_OF_HEADER.search(block, searched):
            return block[: end.start() + 1] if end.start() else b""
    return block


def write_draft(folder: Path, content: bytes) -> Entry:
    """Put a message into `cur`, flagged as a seen draft, for this user's eyes only. Lines end as is usual on disk.

    The file is whole and on the disk before it appears under its name.

    Raises:
        OSError: nothing was saved
        OutcomeUnknown: it was saved, but may not outlive a power failure
    """
    key = f"{int(time.time())}.R{secrets.token_hex(8)}.watcher"
    entry = Entry(key, "cur", f"{key}:2,DS")
    with _directory(folder / "tmp") as tmp, _directory(folder / "cur") as cur:
        try:
            descriptor = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=tmp)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content.replace(b"\r\n", b"\n"))
                file.flush()
                os.fsync(descriptor)
            os.rename(key, entry.file, src_dir_fd=tmp, dst_dir_fd=cur)
        except OSError:
            with suppress(OSError):
                os.unlink(key, dir_fd=tmp)
            raise
        try:
            os.fsync(cur)
        except OSError as error:
            raise OutcomeUnknown(f"the draft is in {folder}, but the disk may lose it: {error.strerror}") from error
    return entry


def remove(folder: Path, entry: Entry, read: os.stat_result) -> bool:
    """Remove the file that was `read` under this name, and no other; whether it was still there.

    Raises:
        OSError
    """
    with _directory(folder / entry.inside) as directory:
        try:
            now = os.stat(entry.file, dir_fd=directory, follow_symlinks=False)
            if (now.st_dev, now.st_ino, now.st_mtime_ns) != (read.st_dev, read.st_ino, read.st_mtime_ns):
                return False
            os.unlink(entry.file, dir_fd=directory)
        except FileNotFoundError:
            return False
        with suppress(OSError):  # gone it is; a power failure may bring it back, as we wrote it
            os.fsync(directory)
    return True


@contextmanager
def _directory(path: Path) -> Iterator[int]:
    descriptor = os.open(path, _DIRECTORY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
