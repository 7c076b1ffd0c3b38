"""Lines back into paragraphs: what a mail client broke for the wire is put together, what a person broke stays."""

from __future__ import annotations

import re

__all__ = ["unflow", "unwrap"]

_NARROWEST, _WIDEST = 60, 100
"""Columns at which programs wrap text."""
_PROSE = 60
"""Characters from which a line is prose rather than an item of a list."""
_ENDS = (".", "!", "?", ":", ";", ",")
_ITEM = re.compile(r"(?:[-*•·–]|\d{1,2}[.)]|[A-Za-z][.)])\s|[\w /&-]{2,30}:(?:\s|$)")
"""How an item of a list or a table begins ("- ", "2) ", "Where: ")."""


def unflow(text: str, *, delsp: bool = False) -> str:
    """format=flowed (RFC 3676) undone: a line that ends with a space goes on in the next of the same quote depth."""
    lines: list[tuple[int, list[str]]] = []
    flows = False
    for raw in text.replace("\r\n", "\n").split("\n"):
        content = raw.lstrip(">")
        depth = len(raw) - len(content)
        content = content.removeprefix(" ")  # space-stuffing
        is_marker = content == "-- "
        if not flows or is_marker or depth != lines[-1][0]:
            lines.append((depth, []))
        flows = content.endswith(" ") and not is_marker
        lines[-1][1].append(content[:-1] if flows and delsp else content)
    return "\n".join("> " * depth + "".join(pieces) for depth, pieces in lines)


def unwrap(text: str) -> str:
    """Text with its paragraphs a blank line apart.

    A line was wrapped where the first word of the next would have made it longer than the longest line, or where the
    sentence plainly goes on. Other line ends are the author's: beside a line of prose one ends the paragraph, short
    lines under one another stay together.
    """
    lines = text.split("\n")
    width = max((len(line) for line in lines if " " in line), default=0)
    wrapped = _NARROWEST <= width <= _WIDEST
    joined: list[str] = []
    pieces: list[str] = []
    previous = ""
    for line in lines:
        if wrapped and previous and line and not _ITEM.match(line) and _goes_on(previous, line, width):
            pieces.append(line)
        else:
            joined += [" ".join(pieces)] if pieces else []
            pieces = [line]
        previous = line
    joined.append(" ".join(pieces))
    return _spaced(joined)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the line end between two lines was put there by a program that wraps at about `width` characters."""
    overflows = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
    return overflows or (2 * len(line) > width and _is_mid_sentence(line, following))


def _is_mid_sentence(line: str, following: str) -> bool:
    return following[:1].islower() and not line.endswith(_ENDS)


def _spaced(lines: list[str]) -> str:
    """The lines with a blank one wherever a paragraph ends, and never two."""
    spaced: list[str] = []
    for line in lines:
        if not line:
            if spaced and spaced[-1]:
                spaced.append("")
            continue
        above = spaced[-1] if spaced else ""
        if above and max(len(above), len(line)) >= _PROSE and not _is_mid_sentence(above, line):
            spaced.append("")
        spaced.append(line)
    return "\n".join(spaced).strip("\n")
