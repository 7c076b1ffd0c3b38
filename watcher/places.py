"""Saying what is wrong with a TOML file, and where: the line of each problem, and its key as the user wrote it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel

__all__ = ["Places", "problem", "unknown"]


class Places:
    """Where keys stand in the file; tomllib does not tell."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[str | int, ...], int] = {}
        table: tuple[str | int, ...] = ()
        counts: dict[str, int] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if many := re.match(r"\s*\[\[\s*([\w.-]+)\s*\]\]", line):
                index = counts[many[1]] = counts.get(many[1], -1) + 1
                table = (many[1], index)
                self._lines[table] = number
            elif one := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
                first, *others = one[1].split(".")
                table = (first, counts[first], *others) if first in counts else (first, *others)
                self._lines.setdefault(table, number)
            elif key := re.match(r"\s*([\w-]+)(?:\.[\w-]+)*\s*=", line):
                self._lines.setdefault((*table, key[1]), number)

    def at(self, *where: str | int, said: str) -> tuple[int, str]:
        """(line, "line 3: accounts[0].path: ..."); the nearest known place above where the key itself is absent."""
        line = next((self._lines[where[:n]] for n in range(len(where), 0, -1) if where[:n] in self._lines), 0)
        name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
        return line, ": ".join(filter(None, (f"line {line}" if line else "", name, said)))


_SAID = {
    "missing": "is missing",
    "string_type": "should be text in quotes",
    "int_type": "should be a whole number",
    "bool_type": "should be true or false",
    "list_type": "should be a list",
    "model_type": "should be a section of its own",
    "string_too_short": "is empty",
    "too_short": "is empty",
}


def problem(detail: Mapping[str, Any], places: Places, file: type[BaseModel]) -> tuple[int, str]:
    """One of the errors that pydantic found in a file of that model, in the user's words; as `Places.at` gives it."""
    where = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        what = "section" if len(where) == 1 and _is_section(detail["input"]) else "key"
        said = unknown(what, str(where[-1]), _keys(file, where[:-1]))
    elif kind == "value_error":
        said = str(detail["ctx"]["error"])
    elif kind == "string_pattern_mismatch":
        said = f"{detail['input']!r} should be letters, digits, dots, spaces and dashes, at most 64"
    elif kind in ("enum", "literal_error"):
        said = f"should be {detail['ctx']['expected']}, not {detail['input']!r}"
    elif kind in ("greater_than_equal", "less_than_equal"):
        bound, than = ("ge", "more") if kind == "greater_than_equal" else ("le", "less")
        said = f"should be {detail['ctx'][bound]:g} or {than}, not {detail['input']!r}"
    else:
        said = _SAID.get(kind, detail["msg"].lower())
    return places.at(*where, said=said)


def _is_section(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and all(isinstance(part, dict) for part in value))


def _keys(file: type[BaseModel], where: Iterable[str | int]) -> list[str]:
    """The keys that may stand at a place."""
    model = file
    for part in where:
        if isinstance(part, str):
            field = model.model_fields.get(part)
            found = _model_in(field.annotation) if field else None
            if found is None:
                return []
            model = found
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The section in an annotation such as `list[_Step]` or `_Wait | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """That there is no such thing, with the one that was meant, or those that there are."""
    names = list(known)
    near = difflib.get_close_matches(name, names, 1)
    return f"unknown {what} {name!r}" + (f", did you mean {near[0]!r}?" if near else f"; there are: {', '.join(names)}")
