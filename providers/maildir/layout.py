"""The folders of a Maildir tree, however a program lays them out.

    Maildir++ (Dovecot, Courier)     Maildir/cur  Maildir/.Sent/cur  Maildir/.Work.Acme/cur
    mbsync                           Mail/INBOX/cur  Mail/Sent/cur  Mail/Work/Acme/cur  Mail/Work/.Acme/cur
    OfflineIMAP                      Mail/INBOX/cur  Mail/INBOX.Sent/cur  Mail/[Gmail].Drafts/cur

A folder is a directory that holds `cur` or `new`. Symbolic links are not followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from providers.base import FolderRole, NotSetUp
from providers.folders import role_of

__all__ = ["Folder", "find_folders", "named", "printable", "split_ref"]

_INSIDE = frozenset({"cur", "new", "tmp"})
_MAX_DEPTH = 12
_MAX_DIRECTORIES = 10_000
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of the tree."""

    id: str
    """Its place under the root, percent-encoded: plain ASCII without a colon."""
    name: str
    """As a person would call it: decoded, printable, without the first dot of Maildir++; INBOX for the root itself."""
    role: FolderRole
    path: Path

    def ref(self, key: str) -> str:
        """The `Listing.ref` of a message in it."""
        return f"{self.id}:{quote(os.fsencode(key))}"


def split_ref(ref: str) -> tuple[str, str]:
    """The folder's id and the message's key. Both are only ever compared with what is there, never used as a path."""
    folder, _, key = ref.partition(":")
    return folder, os.fsdecode(unquote_to_bytes(key))


def find_folders(root: Path) -> tuple[Folder, ...]:
    """All folders under `root`, itself included if it is one, sorted by name.

    Raises:
        OSError: a directory cannot be read
        NotSetUp: there are far more directories than a mailbox has
    """
    found = []
    for visited, (path, parts, is_folder) in enumerate(_walk(root, ())):
        if visited >= _MAX_DIRECTORIES:
            raise NotSetUp(
                f"{root} holds more than {_MAX_DIRECTORIES} directories", hint="let `path` be the mailbox itself"
            )
        if is_folder:
            name = "/".join(parts) or "INBOX"
            role = role_of(name.replace(".", "/"), "/") or FolderRole.OTHER
            found.append(Folder(quote(os.fsencode(path.relative_to(root))), name, role, path))
    return tuple(sorted(found, key=lambda folder: folder.name))


def named(folders: Sequence[Folder], wanted: str) -> list[Folder]:
    """Those called `wanted`, whatever its case and whether its parts are divided by slashes or dots."""
    return [folder for folder in folders if _comparable(folder.name) == _comparable(wanted)]


def _comparable(name: str) -> list[str]:
    return [part for part in re.split(r"[./]", name.casefold()) if part]


def _walk(directory: Path, parts: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...], bool]]:
    try:
        with os.scandir(directory) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        if parts:  # removed while we walk
            return
        raise
    is_folder = not {"cur", "new"}.isdisjoint(names)
    yield directory, parts, is_folder
    if len(parts) >= _MAX_DEPTH:
        return
    for name in names:
        path = directory / name
        if is_folder and name in _INSIDE:
            continue
        if name.startswith("."):  # a folder by the Maildir++ custom; without `cur` it is some program's own
            if (path / "cur").is_dir() or (path / "new").is_dir():
                yield from _walk(path, (*parts, _readable(name[1:])))
        else:
            yield from _walk(path, (*parts, _readable(name)))


def printable(text: str) -> str:
    """A file name for people: what is no text, or would do something to a terminal, is replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _readable(part: str) -> str:
    """A directory's name as text, decoded from modified UTF-7 (RFC 3501, 5.1.3); never a path of several parts."""
    return printable(_ENCODED.sub(_shifted, part)).replace("/", "\ufffd")


def _shifted(match: re.Match[str]) -> str:
    if not match[1]:
        return "&"
    return f"+{match[1].replace(',', '/')}-".encode().decode("utf-7", "replace")
