"""Changing single values in a TOML file whose every other byte stays: comments, order, spaces, line ends.

tomllib only reads, and a library that writes would be a dependency for three small edits. So a value is found by the
line of its key (`watcher.places`), its end is where TOML's own reader says that it ends, and each edit is checked:
the file means afterwards what it meant, but for what was to change.
"""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Sequence
from typing import Any

from watcher.errors import WatcherError
from watcher.places import Places

__all__ = ["with_item", "with_section", "with_value", "written"]

Where = tuple[str | int, ...]
"""The place of a value: ("me", "name"), or ("accounts", 0, "host")."""

_HEADER = re.compile(r"\s*#?\s*\[\[?\s*[\w.-]+\s*\]\]?\s*(#.*)?$")
"""The line that begins a section, also one that is commented out."""


def written(value: Any) -> str:
    """A value as TOML, in one line that can be shown: text, a whole number, true or false, or a list of texts."""
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    shown = json.dumps(value, ensure_ascii=False)  # JSON's escapes are among TOML's
    return "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in shown)


def with_value(text: str, where: Where, value: Any) -> str:
    """The text with this value at a key, which may be there, be commented out in its section, or be missing.

    Args:
        text: TOML that can be read.
        where: The place of the key, in a section that is there.
        value: As for `written`.

    Raises:
        WatcherError: the file is written in a way that this cannot follow
    """
    wanted = copy.deepcopy(tomllib.loads(text))
    _section(wanted, where[:-1])[where[-1]] = value
    return _checked(_replaced(text, where, written(value)), wanted, where, value)


def with_item(text: str, where: Where, item: str) -> str:
    """The text with one more item at the end of a list that is there and not empty, its comments and lines kept.

    Raises:
        WatcherError: as `with_value`
    """
    wanted = copy.deepcopy(tomllib.loads(text))
    section = _section(wanted, where[:-1])
    section[where[-1]] = [*section[where[-1]], item]
    start = _value_of(text, where)
    if start is not None:
        bracket = start + _end(text[start:]) - 1
        for more in (f", {written(item)}", written(item)):  # the second where a comma stands at the end already
            changed = text[:bracket] + more + text[bracket:]
            if _means(changed, wanted):
                return changed
    return _checked(text, wanted, where, section[where[-1]])


def with_section(text: str, header: str, lines: Sequence[str]) -> str:
    """The text with one more section at its end.

    Args:
        text: TOML that can be read.
        header: Such as "[[accounts]]".
        lines: What stands in it, without line ends.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text else end if text.endswith("\n") else end * 2
    return text + gap + end.join((header, *lines)) + end


# -- how it is done -----------------------------------------------------------------------------
def _section(data: Any, where: Where) -> Any:
    for part in where:
        data = data[part]
    return data


def _means(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _checked(changed: str, wanted: dict[str, Any], where: Where, value: Any) -> str:
    if _means(changed, wanted):
        return changed
    key = ".".join(str(part) for part in where if isinstance(part, str))
    raise WatcherError(
        f"the configuration is written in a way that cannot be changed safely at {key}; nothing was changed",
        hint=f"write it there yourself: {where[-1]} = {written(value)}",
    )


def _replaced(text: str, where: Where, value: str) -> str:
    lines = text.splitlines(keepends=True)
    first, after = _span(text, lines, where[:-1])
    key = re.compile(rf"(\s*)(#?)({re.escape(str(where[-1]))}\s*=\s*)")
    found = [n for n in range(first, after) if key.match(lines[n])]
    found.sort(key=lambda n: lines[n].lstrip().startswith("#"))  # one in force before one that is commented out
    if not found:
        beside = next((n for n in range(first, after) if re.match(r"\s*provider\s*=", lines[n])), first - 1)
        line_end = "\r\n" if lines[beside].endswith("\r\n") else "\n"
        above = lines[beside] if lines[beside].endswith("\n") else lines[beside] + line_end
        lines[beside] = f"{above}{where[-1]} = {value}{line_end}"
        return "".join(lines)
    at = found[0]
    head = key.match(lines[at])
    assert head is not None  # noqa: S101  it was found so
    rest = "".join([lines[at][head.end() :], *lines[at + 1 :]])
    end = _end(rest)
    gap = re.match(r"[ \t]+(?=#)", rest[end:])
    behind = rest[end:]
    if gap:  # the comment stays where it stands, as far as there is room
        room = len(head[2]) + end + gap.end() - len(value)
        behind = " " * max(2, room) + rest[end + gap.end() :]
    return "".join(lines[:at]) + head[1] + head[3] + value + behind


def _span(text: str, lines: Sequence[str], section: Where) -> tuple[int, int]:
    """The lines of a section behind its header, as indices from the first to the one behind the last."""
    header, _ = Places(text).at(*section, said="")
    after = next((n for n in range(header, len(lines)) if _HEADER.match(lines[n])), len(lines))
    return header, after


def _value_of(text: str, where: Where) -> int | None:
    """Where the value of a key begins."""
    number, _ = Places(text).at(*where, said="")
    lines = text.splitlines(keepends=True)
    head = re.match(rf"\s*{re.escape(str(where[-1]))}\s*=\s*", lines[number - 1]) if number else None
    return sum(map(len, lines[: number - 1])) + head.end() if head else None


def _end(text: str) -> int:
    """How long the TOML value is that the text begins with: the shortest that can be read, and ends its line."""
    for end in range(1, len(text) + 1):
        line = text[end:].split("\n", 1)[0].strip()
        if not line or line.startswith("#"):
            try:
                tomllib.loads(f"x = {text[:end]}")
            except tomllib.TOMLDecodeError:
                continue
            return len(text[:end].rstrip())
    return len(text)
