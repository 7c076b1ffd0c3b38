"""A message as the API shows it, in the format that was asked for.

Resource: <https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages#Message>; formats:
<https://developers.google.com/workspace/gmail/api/reference/rest/v1/Format>. Nothing there says whether words coded by
RFC 2047 are decoded in `payload.headers`: here they are not.
"""

from __future__ import annotations

import base64
import email
import email.policy
from collections.abc import Iterable, Iterator, Sequence
from email.message import Message
from typing import Any

from tests.servers.gmail.errors import ApiError, not_found
from tests.servers.gmail.index import text_of
from tests.servers.gmail.store import Stored

__all__ = ["attachment", "base64url", "from_base64url", "rendered"]


def rendered(stored: Stored, format_: str, headers: Sequence[str] = ()) -> dict[str, Any]:
    """The message as `minimal`, `metadata`, `full` or `raw`; `headers` are those wanted of `metadata`, all if none.

    Raises:
        ApiError: 400, there is no such format
    """
    entry = stored.entry
    shown: dict[str, Any] = {
        "id": entry.id,
        "threadId": entry.thread_id,
        "labelIds": sorted(entry.labels),
        "historyId": stored.history_id,
        "internalDate": str(entry.received_ms),
        "sizeEstimate": entry.size,
    }
    if not entry.labels:
        del shown["labelIds"]
    mail = email.message_from_bytes(stored.content, policy=email.policy.compat32)
    shown["snippet"] = " ".join(text_of(mail).split())[:200]
    if format_ == "raw":
        shown["raw"] = base64url(stored.content)
    elif format_ == "metadata":
        shown["payload"] = {"mimeType": mail.get_content_type(), "headers": list(_headers(mail, headers))}
    elif format_ == "full":
        shown["payload"] = _part(mail, "")
    elif format_ != "minimal":
        raise ApiError(400, "invalidArgument", f"Invalid value at 'format': {format_}")
    return shown


def attachment(content: bytes, id_: str) -> dict[str, Any]:
    """The attachment of a message that `full` named by this id.

    Raises:
        ApiError: 404, there is none
    """
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    for found, part in _numbered(mail, ""):
        if f"part-{found}" == id_ and not part.is_multipart():
            payload = _payload(part)
            return {"size": len(payload), "data": base64url(payload)}
    raise not_found()


def base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


def from_base64url(text: str) -> bytes:
    """Decode base64url, with or without padding.

    Raises:
        ApiError: 400
    """
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise ApiError(400, "invalidArgument", "Invalid value for ByteString") from error


def _part(part: Message, id_: str) -> dict[str, Any]:
    name = part.get_filename() or ""
    shown: dict[str, Any] = {
        "partId": id_,
        "mimeType": part.get_content_type(),
        "filename": name,
        "headers": list(_headers(part, ())),
    }
    if part.is_multipart():
        shown["body"] = {"size": 0}
        shown["parts"] = [_part(below, number) for number, below in _below(part, id_)]
        return shown
    payload = _payload(part)
    held = {"attachmentId": f"part-{id_}"} if name else {"data": base64url(payload)}
    shown["body"] = {"size": len(payload), **held}
    return shown


def _below(part: Message, id_: str) -> Iterator[tuple[str, Message]]:
    """The parts within a part, each with its id."""
    before = f"{id_}." if id_ else ""
    for number, below in enumerate(part.get_payload()):
        assert isinstance(below, Message)
        yield f"{before}{number}", below


def _numbered(part: Message, id_: str) -> Iterator[tuple[str, Message]]:
    """A part and all within it, each with its id."""
    yield id_, part
    if part.is_multipart():
        for number, below in _below(part, id_):
            yield from _numbered(below, number)


def _headers(part: Message, wanted: Iterable[str]) -> Iterable[dict[str, str]]:
    names = {name.lower() for name in wanted}
    for name, value in part.items():
        if not names or name.lower() in names:
            yield {"name": name, "value": " ".join(str(value).split())}


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
