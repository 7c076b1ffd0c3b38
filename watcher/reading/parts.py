"""The parts of a mail (RFC 2046), found in its octets without decoding any of them.

Only what can hold the author's words is handed on: text that is no attachment, calendars, and the machine-readable
part of a delivery report. What is attached is known by its file name; nothing of it is copied, let alone decoded.
A mail within the mail (message/rfc822) is somebody else's and is left alone.
"""

from __future__ import annotations

import email.message
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from watcher.reading.fields import Fields, split_block, split_fields
from watcher.reading.limits import MAX_DEPTH, MAX_PARTS, Unreadable
from watcher.text import clean_line

__all__ = ["Choice", "Part", "Parts", "find_parts"]

_MAX_PARAMETERS = 4_000
"""Octets of a Content-Type that are looked at."""
_MAX_BOUNDARY = 200
_CALENDARS = frozenset({"text/calendar", "application/ics"})
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_DELIMITER_END = re.compile(rb"(--)?[ \t]*(?:\r?\n|\r?$)")


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the tree: what its header says, and its octets as they stand in the mail."""

    type: str
    """In lower case, as "text/plain"."""
    charset: str
    encoding: str
    """Content-Transfer-Encoding, in lower case."""
    body: bytes
    method: str = ""
    """Of a calendar (RFC 6047)."""
    flowed: bool = False
    """Lines that end with a space go on in the next (RFC 3676)."""
    delsp: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Parts that say the same, once as plain text and once as HTML; either may be missing."""

    plain: tuple[Part, ...] = ()
    html: tuple[Part, ...] = ()


@dataclass(slots=True)
class Parts:
    """What was found in a mail, in order."""

    texts: list[Choice] = field(default_factory=list)
    calendars: list[Part] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    reports: list[Part] = field(default_factory=list)
    """message/delivery-status (RFC 3464)."""


def find_parts(content: bytes, fields: Fields, start: int) -> Parts:
    """The parts of a mail whose header is `fields` and whose body begins at `start`.

    Raises:
        Unreadable: it has more than 200 parts, more than 50 levels, or a part header of more than 256 kB
    """
    walk = _Walk(content)
    texts = walk.texts(_Entity.of(fields), (start, len(content)), 0)
    return replace(walk.found, texts=texts or walk.named[:1])


@dataclass(frozen=True, slots=True)
class _Entity:
    """What the header of a part says about its body."""

    type: str
    boundary: bytes
    filename: str
    attached: bool
    header: email.message.Message
    encoding: str

    @classmethod
    def of(cls, fields: Fields, default: str = "text/plain") -> _Entity:
        header = email.message.Message()
        header.set_default_type(default)
        for name in ("Content-Type", "Content-Disposition"):
            for value in fields.get(name.lower(), ())[:1]:
                header[name] = value[:_MAX_PARAMETERS].decode("utf-8", "replace").replace("\0", "")
        encoding = next(iter(fields.get("content-transfer-encoding", ())), b"")
        try:
            filename, boundary = header.get_filename("") or "", header.get_boundary("") or ""
        except (LookupError, ValueError):  # an RFC 2231 parameter in an impossible charset
            filename, boundary = "", ""
        return cls(
            type=kind if _TYPE.fullmatch(kind := header.get_content_type()) else "text/plain",
            boundary=boundary.encode("ascii", "replace")[:_MAX_BOUNDARY],
            filename=clean_line(filename, 200),
            attached=header.get_content_disposition() == "attachment",
            header=header,
            encoding=encoding.decode("ascii", "replace").strip().lower()[:40],
        )

    @property
    def is_calendar(self) -> bool:
        return self.type in _CALENDARS or self.filename.lower().endswith(".ics")

    def parameter(self, name: str) -> str:
        try:
            value = self.header.get_param(name, "")
        except (LookupError, ValueError):
            return ""
        return value.strip().lower()[:100] if isinstance(value, str) else ""

    def part(self, body: bytes) -> Part:
        return Part(
            type=self.type,
            charset=self.parameter("charset"),
            encoding=self.encoding,
            body=body,
            method=self.parameter("method").upper(),
            flowed=self.parameter("format") == "flowed",
            delsp=self.parameter("delsp") == "yes",
        )


class _Walk:
    """One way through the tree: collects what it passes, counts it, and stops at the limits."""

    def __init__(self, content: bytes) -> None:
        self.found = Parts()
        self.named: list[Choice] = []
        """Text shown in place but with a file name: the author's words only where there are no others."""
        self._content = content
        self._count = 0

    def texts(self, entity: _Entity, span: tuple[int, int], depth: int) -> list[Choice]:
        """The texts in the entity that lies in `span`; its calendars and the like go to `found`."""
        self._count += 1
        if self._count > MAX_PARTS:
            raise Unreadable(f"it has more than {MAX_PARTS} parts")
        if depth > MAX_DEPTH:
            raise Unreadable(f"its parts are nested more than {MAX_DEPTH} deep")
        if entity.attached or not entity.type.startswith(("text/", "multipart/")):
            self._take_other(entity, span)
            return []
        spans = self._spans(entity, span)
        return self._in_multipart(entity, spans, depth) if spans else self._take_text(entity, span)

    def _spans(self, entity: _Entity, span: tuple[int, int]) -> list[tuple[int, int]]:
        """Where the children lie; none where a boundary is missing, and the whole is then text."""
        if not entity.type.startswith("multipart/"):
            return []
        return list(islice(_split(self._content, entity.boundary, span), MAX_PARTS + 1))

    def _in_multipart(self, entity: _Entity, spans: list[tuple[int, int]], depth: int) -> list[Choice]:
        if entity.type in ("multipart/encrypted", "multipart/digest"):
            return []
        texts: list[Choice] = []
        for start, end in spans[:1] if entity.type == "multipart/signed" else spans:  # RFC 1847: then the signature
            block, body = split_block(self._content, start, end)
            texts += self.texts(_Entity.of(split_fields(block)), (body, end), depth + 1)
        if texts and entity.type == "multipart/alternative":
            return [Choice(tuple(p for t in texts for p in t.plain), tuple(p for t in texts for p in t.html))]
        return texts

    def _take_text(self, entity: _Entity, span: tuple[int, int]) -> list[Choice]:
        if entity.is_calendar:
            self._take_other(entity, span)
            return []
        part = entity.part(self._content[slice(*span)])
        choice = Choice(html=(part,)) if part.type == "text/html" else Choice(plain=(part,))
        if entity.filename:
            self.found.attachments.append(entity.filename)
        elif part.type in ("text/plain", "text/html") or part.type.startswith("multipart/"):
            return [choice]
        self.named.append(choice)
        return []

    def _take_other(self, entity: _Entity, span: tuple[int, int]) -> None:
        if entity.is_calendar:
            self.found.calendars.append(entity.part(self._content[slice(*span)]))
        elif entity.type == "message/delivery-status":
            self.found.reports.append(entity.part(self._content[slice(*span)]))
        elif entity.filename:
            self.found.attachments.append(entity.filename)


def _split(content: bytes, boundary: bytes, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where the parts between the delimiter lines of `boundary` lie; the last may lack its closing line."""
    start, end = span
    if not boundary:
        return
    delimiter = b"--" + boundary
    part: int | None = None
    at = start if content.startswith(delimiter, start, end) else _next_line(content, delimiter, start, end)
    while at >= 0:
        closing = _DELIMITER_END.match(content, at + len(delimiter), end)
        if closing is not None:
            if part is not None:
                yield part, _before_line_end(content, at, part)
            if closing.group(1):
                return
            part = closing.end()
        at = _next_line(content, delimiter, at + len(delimiter), end)
    if part is not None and part < end:
        yield part, end


def _next_line(content: bytes, delimiter: bytes, start: int, end: int) -> int:
    """Where the next line that begins with `delimiter` begins, or -1."""
    found = content.find(b"\n" + delimiter, start, end)
    return found + 1 if found >= 0 else -1


def _before_line_end(content: bytes, at: int, start: int) -> int:
    """`at` without the line end before it, which belongs to the delimiter."""
    if content.endswith(b"\r\n", start, at):
        return at - 2
    return at - 1 if content.endswith(b"\n", start, at) else at
