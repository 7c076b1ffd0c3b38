"""Which parts of a message are read, and the message put together again from them.

A message is what its BODYSTRUCTURE says (RFC 3501, 7.4.2): a tree whose leaves are the parts. Text and calendar parts
are worth their octets; of everything else only the MIME header is fetched, so that a reader still sees that a CV was
attached and what its file is called. What comes out is the message as it was sent, boundaries and all, with the
attachments' bodies left empty.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Part", "assembled", "octets", "sections", "structure"]

_PART_LIMIT = 512_000
_MESSAGE_LIMIT = 2_000_000
_MIME_LIMIT = 8_192
"""Octets beyond which a part is cut off, further parts are left out, and a MIME header is cut off."""
_MAX_PARTS = 100
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a message."""

    number: str
    """Where it stands: "1.2"; empty for a message that is a multipart itself."""
    children: tuple[Part, ...] = ()
    section: str = ""
    """The section that holds what is worth reading of it: its number, a forwarded message's header, or none."""
    octets: int = 0
    """The size of what `section` names, at most what is fetched of it."""


def structure(body: Any) -> Part | None:
    """The parts of a message by its BODYSTRUCTURE as imapclient gives it; None where it makes no sense."""
    try:
        if not body.is_multipart:
            return _leaf(body, "1")
        found = _multipart(body, "", 0)
        return found if sum(1 for _ in _walk(found)) <= _MAX_PARTS else None
    except (AttributeError, IndexError, TypeError, ValueError, RecursionError):
        return None


def _multipart(body: Any, number: str, depth: int) -> Part:
    if depth > _MAX_DEPTH:
        raise ValueError("too deep")
    children = []
    for index, child in enumerate(body[0], 1):
        place = f"{number}.{index}" if number else str(index)
        children.append(_multipart(child, place, depth + 1) if child.is_multipart else _leaf(child, place))
    return Part(number, tuple(children))


def _leaf(body: Any, number: str) -> Part:
    kind, subtype, size = _word(body[0]), _word(body[1]), int(body[6])
    disposition = _disposition(body)
    calendar = subtype in ("calendar", "ics") or any(
        name.endswith(".ics") for name in (*_values(body[2]), *_values(disposition[1:2]))
    )
    if (kind == "text" and _word(disposition[0]) != "attachment") or calendar:
        return Part(number, (), number, min(size, _PART_LIMIT))
    if f"{kind}/{subtype}" == "message/delivery-status":  # a bounce: says whom it could not reach
        return Part(number, (), number, min(size, _MIME_LIMIT))
    if f"{kind}/{subtype}" == "message/rfc822":  # its header shows which message was forwarded or bounced
        return Part(number, (), f"{number}.HEADER", min(size, _MIME_LIMIT))
    return Part(number)


def _word(value: object) -> str:
    return value.decode("ascii", "replace").lower() if isinstance(value, bytes) else ""


def _disposition(body: Any) -> tuple[Any, ...]:
    """Content-Disposition, among the extension data behind the fields that a part of this kind has."""
    for value in body[7:]:
        if isinstance(value, tuple) and value and _word(value[0]) in ("attachment", "inline"):
            return (*value, None)
    return (None, None)


def _values(parameters: Any) -> list[str]:
    """All words of a parameter list, names and values alike, nested or not."""
    if isinstance(parameters, tuple):
        return [word for value in parameters for word in _values(value)]
    return [_word(parameters)]


def _walk(part: Part) -> Iterator[Part]:
    yield part
    for child in part.children:
        yield from _walk(child)


def sections(message: Part) -> list[str]:
    """What to fetch for `assembled`, as FETCH items, each bounded. The same for messages of the same shape."""
    items, room = [], _MESSAGE_LIMIT
    for part in _walk(message):
        if part.number and message.children:
            items.append(f"BODY.PEEK[{part.number}.MIME]<0.{_MIME_LIMIT}>")
        if part.section and room > 0:
            items.append(f"BODY.PEEK[{part.section}]<0.{_PART_LIMIT}>")
            room -= part.octets
    return items


def octets(message: Part) -> int:
    """About how much its sections bring."""
    return min(_MESSAGE_LIMIT, sum(part.octets for part in _walk(message))) + 500


def assembled(header: bytes, message: Part, section: Callable[[str], bytes]) -> bytes | None:
    """The message, from its header block and what gives the fetched sections by name ("1.2]", "1.2.MIME]").

    None where a multipart's header does not tell its boundary to Python's parser, though it did to the server's.
    """
    try:
        return _terminated(header) + _content(header, message, section)
    except ValueError:
        return None


def _content(header: bytes, part: Part, section: Callable[[str], bytes]) -> bytes:
    if not part.children:
        return section(f"{part.section}]") if part.section else b""
    boundary = email.message_from_bytes(header, policy=email.policy.compat32).get_boundary()
    if not boundary or not boundary.isascii():
        raise ValueError("no boundary that a parser would find again")
    line = b"--" + boundary.encode()
    pieces = []
    for child in part.children:
        mime = section(f"{child.number}.MIME]")
        pieces += [line, b"\r\n", _terminated(mime), _content(mime, child, section), b"\r\n"]
    return b"".join([*pieces, line, b"--\r\n"])


def _terminated(header: bytes) -> bytes:
    """The header block with exactly one empty line behind it."""
    fields = header.strip(b"\r\n")
    return fields + b"\r\n\r\n" if fields else b"\r\n"
