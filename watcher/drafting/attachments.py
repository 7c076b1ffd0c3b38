"""The files that go with a letter: those that the user named for it, and no other."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from watcher.model import Application, MarkKind
from watcher.text import clean_line

__all__ = ["MAX_BYTES", "Attachment", "attachments", "trouble_with"]

MAX_BYTES = 135_000
"""Of all files of a letter: a draft has at most 200 kB, and base64 makes a file a good third larger (RFC 2045)."""
_MAX_NAME = 80


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it stands in a mail."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        """By its name; what a mail program might show as words of the letter is no text here."""
        guessed = mimetypes.guess_type(self.name)[0] or ""
        return guessed if guessed.startswith(("application/", "image/")) else "application/octet-stream"


def attachments(application: Application) -> tuple[tuple[Attachment, ...], tuple[str, ...]]:
    """The files named since I last wrote, and why one of them cannot go with the letter."""
    since = application.last_of_mine
    marks = [mark for mark in application.marks if mark.kind is MarkKind.ATTACH]
    found: list[Attachment] = []
    told: list[str] = []
    for path in dict.fromkeys(Path(mark.value) for mark in marks if since is None or mark.at > since.at):
        taken = sum(len(each.content) for each in found)
        if trouble := trouble_with(path, MAX_BYTES - taken):
            told.append(f"{path.name} is not attached: {trouble}")
        else:
            found.append(Attachment(_name(path), path.read_bytes()))
    return tuple(found), tuple(told)


def trouble_with(path: Path, room: int = MAX_BYTES) -> str:
    """Why a file cannot be attached; empty where it can.

    Args:
        path: The file.
        room: Bytes that it may have.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            return "it is not a file"
        with path.open("rb"):
            pass
    except OSError as error:
        return (error.strerror or "it cannot be read").lower()
    return f"it has {size / 1000:,.0f} kB, and there is room for {room / 1000:,.0f}" if size > room else ""


def _name(path: Path) -> str:
    """Its name as readers see it, shortened before its ending."""
    stem, ending = clean_line(path.stem, 200), clean_line(path.suffix, 20)
    return stem[: _MAX_NAME - len(ending)] + ending
