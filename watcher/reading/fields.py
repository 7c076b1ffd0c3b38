"""Header fields as raw octets (RFC 5322, 2.2): found, unfolded and bounded before a parser sees them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from watcher.reading.limits import MAX_FIELD, MAX_HEADER, Unreadable

__all__ = ["Fields", "first", "split_block", "split_fields"]

Fields = Mapping[str, tuple[bytes, ...]]
"""Values by lower-case name, in order of appearance."""

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"([!-9;-~]{1,76})[ \t]*:")
_MAX_REPEATS = 20
"""Values kept of a field that appears again and again."""


def split_block(content: bytes, start: int, end: int) -> tuple[bytes, int]:
    """The header block that begins at `start`, and where the body behind it begins.

    Raises:
        Unreadable: the block is larger than 256 kB
    """
    for line_end in (b"\r\n", b"\n"):
        if content.startswith(line_end, start, end):
            return b"", start + len(line_end)
    limit = start + MAX_HEADER
    blank = _BLANK_LINE.search(content, start, min(end, limit))
    if blank is not None:
        return content[start : blank.start()], blank.end()
    if end > limit:
        raise Unreadable("its header is larger than 256 kB")
    return content[start:end], end


def split_fields(block: bytes) -> Fields:
    """The fields of a header block, unfolded; lines that belong to no field are left out.

    A value longer than 16 kB is cut, References at its front: the newest ancestors come last there.
    """
    found: dict[str, list[bytes]] = {}
    value: list[bytes] = []
    name = ""

    def keep() -> None:
        values = found.setdefault(name, [])
        if name and len(values) < _MAX_REPEATS:
            whole = b"".join(value).strip()
            values.append(whole[-MAX_FIELD:] if name == "references" else whole[:MAX_FIELD])

    for line in block.splitlines():
        if line[:1] in (b" ", b"\t"):
            value.append(b" " + line.lstrip())
            continue
        keep()
        match = _FIELD.match(line)
        name = match.group(1).decode("ascii").lower() if match else ""
        value = [line[match.end() :]] if match else []
    keep()
    found.pop("", None)
    return {field: tuple(values) for field, values in found.items()}


def first(fields: Fields, name: str) -> str:
    """The first value of a field that is ASCII by its grammar; empty where there is none."""
    return next(iter(fields.get(name, ())), b"").decode("ascii", "replace")
