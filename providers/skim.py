"""A large message without its attachments, read line by line: what `Provider.fetch` promises, in little memory."""

from __future__ import annotations

import email
import email.policy
from typing import BinaryIO

__all__ = ["skim"]

_MAX_LINE = 64 * 1024
_MAX_PART = 1_000_000
_MAX_SCANNED = 100_000_000
_MAX_DEPTH = 50
_KEPT = frozenset({"application/ics", "message/delivery-status"})


def skim(file: BinaryIO) -> bytes:
    """All header fields, and the text, calendar and delivery-status parts up to 1 MB each; other parts are left empty.

    What follows the first 100 MB is left out. Structure that is broken leads to more or less of the body, never to
    an error.
    """
    kept: list[bytes] = []
    boundaries: list[bytes] = []  # of the multiparts we are in, outermost first
    header: list[bytes] | None = []  # the header block being read; None in a body
    room = scanned = 0  # octets of this body still to be kept; of the file read
    while scanned < _MAX_SCANNED and (line := file.readline(_MAX_LINE)):
        scanned += len(line)
        depth = _boundary(line, boundaries)
        if depth is not None:
            closing = line.rstrip() == b"--" + boundaries[depth] + b"--"
            del boundaries[depth if closing else depth + 1 :]
            header, room = (None if closing else []), 0
            kept.append(line)
        elif header is not None:
            header.append(line)
            kept.append(line)
            if not line.strip():
                room = _room(b"".join(header), boundaries)
                header = None
        elif room > 0:
            kept.append(line[:room])
            room -= len(line)
    return b"".join(kept)


def _boundary(line: bytes, boundaries: list[bytes]) -> int | None:
    if line.startswith(b"--"):
        text = line.rstrip()[2:]
        for depth in range(len(boundaries) - 1, -1, -1):
            if text in (boundaries[depth], boundaries[depth] + b"--"):
                return depth
    return None


def _room(header: bytes, boundaries: list[bytes]) -> int:
    """How much of the body under this header is kept; enters a multipart."""
    part = email.message_from_bytes(header, policy=email.policy.compat32)
    kind = part.get_content_type()
    if kind.startswith("multipart/") and len(boundaries) < _MAX_DEPTH:
        boundary = part.get_boundary()
        if boundary:
            boundaries.append(boundary.encode("ascii", "surrogateescape"))
            return 0
    return _MAX_PART if kind.startswith(("text/", "multipart/")) or kind in _KEPT else 0
