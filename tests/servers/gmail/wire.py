"""Requests and answers as plain data, apart from sockets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

__all__ = ["Reply", "Request", "json_reply"]


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request. Names of headers are in lower case."""

    verb: str
    target: str
    """Path and query, as on the request line."""
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.target).query)

    def form(self) -> dict[str, list[str]]:
        """The fields of an HTML form or of a request to a token endpoint."""
        return parse_qs(self.body.decode("utf-8", "replace"))

    def bearer(self) -> str:
        """The access token, empty where there is none."""
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if kind.lower() == "bearer" else ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer."""

    status: int
    content_type: str = "text/html; charset=utf-8"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def json_reply(value: Any, status: int = 200, **headers: str) -> Reply:
    """An answer in JSON."""
    body = json.dumps(value, indent=1, ensure_ascii=False).encode()
    return Reply(status, "application/json; charset=UTF-8", body, headers)
