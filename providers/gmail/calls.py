"""Every call that may be made to Gmail, and what it costs: what has no price here cannot leave this machine.

The scopes that we ask for would let us send (`gmail.compose` covers drafts and sending alike, and there is none for
drafts alone), so the limit is here: a request passes `permitted` on its way out, below all that Google's library does.

Units: https://developers.google.com/workspace/gmail/api/reference/quota, as of September 2026.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

from providers.base import NotOurs

__all__ = ["BATCH_PATH", "MESSAGE_UNITS", "Call", "permitted"]

BATCH_PATH = "batch/gmail/v1"
"""https://developers.google.com/workspace/gmail/api/guides/batch"""
MESSAGE_UNITS = 20
"""What a message costs, in whatever form it is asked for."""
_USER = "/gmail/v1/users/me/"
_ID = r"[0-9A-Za-z_-]{1,128}"
_MAX_BATCH = 50
"""Larger batches are likely to be rate-limited, says the guide above."""


@dataclass(frozen=True, slots=True)
class Call:
    """One kind of request: a method and a path below `/gmail/v1/users/me/`, in which `{id}` is an id."""

    method: str
    template: str
    units: int

    @property
    def repeatable(self) -> bool:
        """Whether it changes nothing, so that it may be made again when no answer came."""
        return self.method == "GET"

    def fits(self, method: str, path: str) -> bool:
        pattern = re.escape(_USER + self.template).replace(re.escape("{id}"), _ID)
        return method == self.method and re.fullmatch(pattern, path) is not None


_CALLS = (
    Call("GET", "profile", 1),
    Call("GET", "history", 2),
    Call("GET", "messages", 5),
    Call("GET", "messages/{id}", MESSAGE_UNITS),
    Call("GET", "drafts", 5),
    Call("GET", "drafts/{id}", 20),
    Call("POST", "drafts", 10),
    Call("DELETE", "drafts/{id}", 10),
    Call("GET", "settings/sendAs", 1),
)


def permitted(root: str, method: str, url: str, headers: dict[str, str], body: str | bytes | None) -> list[Call]:
    """The calls that a request makes: one, or those in a batch.

    Args:
        root: The API's address, with a slash at its end.
        method: GET, POST or DELETE.
        url: Where to.
        headers: Of the request; one may override the method, which is not allowed.
        body: Of the request.

    Raises:
        NotOurs: a call that is not on the list, or a batch that holds one or anything but reading. A bug.
    """
    fields = {name.lower(): value for name, value in headers.items()}
    address, base = urlsplit(url), urlsplit(root)
    same_place = (address.scheme, address.netloc) == (base.scheme, base.netloc)
    if not same_place or not address.path.startswith(base.path) or "x-http-method-override" in fields:
        raise NotOurs(
            f"not a request to Gmail that we make: {method} {address.scheme}://{address.netloc}{address.path}"
        )
    path = "/" + address.path[len(base.path) :]
    if (method, path) == ("POST", "/" + BATCH_PATH):
        calls = [_call(*line) for line in _request_lines(fields.get("content-type", ""), body)]
        if not 1 <= len(calls) <= _MAX_BATCH or not all(call.repeatable for call in calls):
            raise NotOurs(f"not a batch that we make: {len(calls)} calls, or some that change something")
        return calls
    return [_call(method, path)]


def _call(method: str, path: str) -> Call:
    found = next((call for call in _CALLS if call.fits(method, path)), None)
    if found is None:
        raise NotOurs(f"not a call to Gmail that we make: {method} {path}")
    return found


def _request_lines(content_type: str, body: str | bytes | None) -> Iterator[tuple[str, str]]:
    """(method, path) of each request in a batch."""
    text = body.encode() if isinstance(body, str) else body or b""
    batch = email.message_from_bytes(
        b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + text, policy=email.policy.compat32
    )
    parts = batch.get_payload()
    for part in parts if isinstance(parts, list) else ():
        request = str(part.get_payload()) if isinstance(part, Message) else ""
        head = request.replace("\r\n", "\n").partition("\n\n")[0].split("\n")
        method, _, rest = head[0].partition(" ")
        if any(line.lower().startswith("x-http-method-override") for line in head):
            raise NotOurs("a part of a batch overrides its method")
        yield method, urlsplit(rest.rpartition(" ")[0]).path
