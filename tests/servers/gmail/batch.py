"""Many requests in one: multipart/mixed of application/http.

<https://developers.google.com/workspace/gmail/api/guides/batch>: at most 100 parts; each is answered, and counted, for
itself. The body of the refusal of more is not documented.
"""

from __future__ import annotations

import email
import email.policy
import http
from collections.abc import Callable
from email.message import Message

from tests.servers.gmail.errors import ApiError
from tests.servers.gmail.wire import Reply, Request

__all__ = ["MAX_PARTS", "carry_out_all"]

MAX_PARTS = 100
_BOUNDARY = "batch_of_the_test_server"


def carry_out_all(request: Request, answer: Callable[[Request], Reply]) -> Reply:
    """Answer each part of a batch; a part without a token of its own has the batch's.

    Raises:
        ApiError: 400, it is no batch, or too large a one
    """
    head = f"Content-Type: {request.headers.get('content-type', '')}\r\n\r\n".encode()
    parts = email.message_from_bytes(head + request.body, policy=email.policy.HTTP).get_payload()
    if not isinstance(parts, list):
        raise ApiError(400, "badRequest", "Failed to parse batch request")
    if len(parts) > MAX_PARTS:
        raise ApiError(400, "badRequest", f"The batch request exceeds the maximum of {MAX_PARTS} calls.")
    answers = []
    for part in parts:
        assert isinstance(part, Message)
        id_ = str(part.get("Content-ID", "")).strip().removeprefix("<")
        answers.append((id_, answer(_inner(part, request))))
    body = b"".join(_part(id_, reply) for id_, reply in answers) + f"--{_BOUNDARY}--\r\n".encode()
    return Reply(200, f"multipart/mixed; boundary={_BOUNDARY}", body)


def _inner(part: Message, outer: Request) -> Request:
    """The request within a part."""
    payload = part.get_payload(decode=True)
    head, _, body = (payload if isinstance(payload, bytes) else b"").replace(b"\r\n", b"\n").partition(b"\n\n")
    line, _, rest = head.decode("utf-8", "replace").lstrip().partition("\n")
    if len(line.split(" ")) < 2:
        raise ApiError(400, "badRequest", "Failed to parse batch request")
    verb, target = line.split(" ")[:2]
    headers = {"authorization": outer.headers.get("authorization", "")}
    for field in rest.splitlines():
        name, _, value = field.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Request(verb, target, headers, body)


def _part(id_: str, reply: Reply) -> bytes:
    phrase = http.HTTPStatus(reply.status).phrase
    headers = {**reply.headers, "Content-Type": reply.content_type, "Content-Length": str(len(reply.body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return (
        (
            f"--{_BOUNDARY}\r\nContent-Type: application/http\r\nContent-ID: <response-{id_}\r\n\r\n"
            f"HTTP/1.1 {reply.status} {phrase}\r\n{head}\r\n"
        ).encode()
        + reply.body
        + b"\r\n"
    )
