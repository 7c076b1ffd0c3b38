"""A large message without its attachments, read line by line: what `Provider.fetch` promises, in little memory."""

from __future__ import annotations

import email.policy
from email.parser import BytesHeaderParser
from typing import BinaryIO

__all__ = ["skim"]

_MAX_LINE = 64 * 1024
_MAX_PART = 1_000_000
_MAX_KEPT = 5_000_000
_MAX_READ = 100_000_000
_MAX_PARTS = 500
_MAX_DEPTH = 50
_KEPT = frozenset({"application/ics", "message/delivery-status"})


def skim(file: BinaryIO) -> bytes:
    """All header fields, and the text, calendar and delivery-status parts up to 1 MB each; other parts are left empty.

    What follows 100 MB, 500 parts or 5 MB of text is left out. Broken structure leads to more or less of the body,
    never to an error.
    """
    kept = bytearray()
    boundaries: list[bytes] = []  # of the multiparts we are in, outermost first
    header: bytearray | None = bytearray()  # the header block being read; None in a body
    read = parts = room = 0  # room: how many octets of this body are still kept
    while read < _MAX_READ and len(kept) < _MAX_KEPT and (line := file.readline(_MAX_LINE)):
        read += len(line)
        depth = _boundary(line, boundaries)
        if depth is not None:
            parts += 1
            if parts > _MAX_PARTS:
                break
            kept += line
            is_last = line.rstrip().endswith(boundaries[depth] + b"--")
            del boundaries[depth if is_last else depth + 1 :]
            header, room = (None if is_last else bytearray()), 0
        elif header is not None:
            header += line
            kept += line
            if not line.strip():
                room = _room(bytes(header), boundaries)
                header = None
        else:
            kept += line[: max(room, 0)]
            room -= len(line)
    return bytes(kept)


def _boundary(line: bytes, boundaries: list[bytes]) -> int | None:
    """Which multipart's boundary this line is, if any."""
    if line.startswith(b"--"):
        text = line.rstrip()[2:]
        for depth in reversed(range(len(boundaries))):
            if text in (boundaries[depth], boundaries[depth] + b"--"):
                return depth
    return None


def _room(header: bytes, boundaries: list[bytes]) -> int:
    """How much of the body under this header is kept; enters a multipart."""
    part = BytesHeaderParser(policy=email.policy.compat32).parsebytes(header)
    kind = part.get_content_type()
    if kind.startswith("multipart/") and len(boundaries) < _MAX_DEPTH:
        try:
            boundary = part.get_boundary()
        except (LookupError, ValueError):  # RFC 2231 with an impossible charset
            boundary = None
        if boundary:
            boundaries.append(boundary.encode("utf-8", "surrogateescape"))
            return 0
    return _MAX_PART if kind.startswith(("text/", "multipart/")) or kind in _KEPT else 0
