"""The `fields` parameter: which parts of an answer the client wants.

<https://developers.google.com/workspace/gmail/api/guides/performance#partial-response>: a comma between fields, a slash
into an object or a list, brackets for several below one.
"""

from __future__ import annotations

import re
from typing import Any

from tests.servers.gmail.errors import ApiError

__all__ = ["masked"]

_TOKEN = re.compile(r"[A-Za-z0-9_*-]+|[(),/]")
_Mask = dict[str, "_Mask"]


def masked(value: Any, fields: str) -> Any:
    """The parts of `value` that `fields` names.

    Raises:
        ApiError: 400, the mask cannot be read
    """
    tokens = _TOKEN.findall(fields)
    if "".join(tokens) != re.sub(r"\s", "", fields):
        raise _unreadable(fields)
    mask = _selection(tokens, fields)
    if tokens:
        raise _unreadable(fields)
    return _cut(value, mask)


def _selection(tokens: list[str], fields: str) -> _Mask:
    """Read fields up to the end or a closing bracket, and take them from `tokens`."""
    found: _Mask = {}
    while True:
        name = tokens.pop(0) if tokens else ""
        if not name or name in "(),/":
            raise _unreadable(fields)
        below: _Mask = {}
        found[name] = below
        while tokens and tokens[0] == "/":
            tokens.pop(0)
            name = tokens.pop(0) if tokens else ""
            if not name or name in "(),/":
                raise _unreadable(fields)
            below[name] = {}
            below = below[name]
        if tokens and tokens[0] == "(":
            tokens.pop(0)
            below.update(_selection(tokens, fields))
            if not tokens or tokens.pop(0) != ")":
                raise _unreadable(fields)
        if not tokens or tokens[0] != ",":
            return found
        tokens.pop(0)


def _cut(value: Any, mask: _Mask) -> Any:
    if not mask or "*" in mask:
        return value
    if isinstance(value, list):
        return [_cut(one, mask) for one in value]
    if isinstance(value, dict):
        return {name: _cut(value[name], below) for name, below in mask.items() if name in value}
    return value


def _unreadable(fields: str) -> ApiError:
    return ApiError(400, "invalidParameter", f"Invalid field selection {fields}")
