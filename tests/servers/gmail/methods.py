"""The methods of the Gmail API, their paths and the scopes that allow them, as Google's client library knows them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

__all__ = ["Method", "discovery_document", "method_of"]


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the API."""

    name: str
    """As in the reference, without what they all begin with: `drafts.create`, `getProfile`."""
    verb: str
    path: re.Pattern[str]
    scopes: frozenset[str]
    """Any one of these suffices."""
    parameters: frozenset[str]
    """The names of what may stand in the query."""


@functools.cache
def discovery_document() -> Mapping[str, Any]:
    """Google's description of the API, which comes with the client library."""
    import googleapiclient.discovery_cache

    folder = Path(googleapiclient.discovery_cache.__file__).parent / "documents"
    document: Mapping[str, Any] = json.loads((folder / "gmail.v1.json").read_text(encoding="utf-8"))
    return document


def method_of(verb: str, path: str) -> tuple[Method, dict[str, str]] | None:
    """The method that a request calls, and what its path holds; None where there is none."""
    for method in _methods():
        if method.verb == verb and (found := method.path.fullmatch(path)):
            return method, {name: unquote(value) for name, value in found.groupdict().items()}
    return None


@functools.cache
def _methods() -> tuple[Method, ...]:
    """All of them; one with a fixed word where another has a variable comes first."""
    found = _below(discovery_document())
    return tuple(sorted(found, key=lambda method: method.path.pattern.count("(?P")))


def _below(resource: Mapping[str, Any]) -> Iterator[Method]:
    common = frozenset(discovery_document()["parameters"])
    for method in resource.get("methods", {}).values():
        path = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape("/" + method["path"]))
        yield Method(
            name=method["id"].removeprefix("gmail.users."),
            verb=method["httpMethod"],
            path=re.compile(path),
            scopes=frozenset(method["scopes"]),
            parameters=common | method.get("parameters", {}).keys(),
        )
    for below in resource.get("resources", {}).values():
        yield from _below(below)
