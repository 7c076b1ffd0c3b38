"""What can go wrong between a client and Gmail, to be had on demand.

The answers are those of <https://developers.google.com/workspace/gmail/api/guides/handle-errors>; those of the token
endpoint, RFC 6749, 5.2. What happens to a connection is TCP's.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from enum import Enum

from tests.servers.gmail.errors import ApiError
from tests.servers.gmail.wire import Reply, json_reply

__all__ = [
    "BACKEND_ERROR",
    "BAD_GATEWAY",
    "CLOSED_AFTER",
    "CLOSED_BEFORE",
    "CLOSED_DURING",
    "CUT_SHORT",
    "DAILY_LIMIT",
    "INSUFFICIENT_SCOPE",
    "INVALID_GRANT",
    "NOT_DONE",
    "NOT_FOUND",
    "RATE_LIMIT",
    "TOO_MANY_REQUESTS",
    "UNAUTHORIZED",
    "UNAVAILABLE",
    "USER_RATE_LIMIT",
    "Deed",
    "Fault",
    "Faults",
    "late",
    "too_many",
]


class Deed(Enum):
    """What happens to a request."""

    ANSWER = "it is not carried out, and the fault is the answer"
    CLOSE_BEFORE = "it is not read, and the connection is closed"
    CLOSE_DURING = "half of its body is read, nothing is carried out, and the connection is closed"
    CLOSE_AFTER = "it is carried out, and the connection is closed without an answer"
    CUT_SHORT = "it is carried out, and the connection is closed in the middle of the answer"
    LATE = "it is carried out, and the answer comes some seconds later"


NOT_DONE = (Deed.ANSWER, Deed.CLOSE_BEFORE, Deed.CLOSE_DURING)
"""Whoever meets these has nothing carried out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A deed, and what it needs."""

    deed: Deed
    reply: Reply | None = None
    """For ANSWER."""
    seconds: float = 0
    """For LATE."""


def _answer(status: int, reason: str, message: str, **headers: str) -> Fault:
    return Fault(Deed.ANSWER, json_reply(ApiError(status, reason, message).body(), status, **headers))


def too_many(seconds: int | None = None) -> Fault:
    """429, with a Retry-After of so many seconds where one is given."""
    headers = {} if seconds is None else {"Retry-After": str(seconds)}
    return _answer(429, "rateLimitExceeded", "Too many concurrent requests for user.", **headers)


def late(seconds: float) -> Fault:
    """The answer comes, but only after so many seconds; what was asked is done at once."""
    return Fault(Deed.LATE, seconds=seconds)


UNAUTHORIZED = _answer(401, "authError", "Invalid Credentials")
INSUFFICIENT_SCOPE = _answer(403, "insufficientPermissions", "Request had insufficient authentication scopes.")
RATE_LIMIT = _answer(403, "rateLimitExceeded", "Rate Limit Exceeded")
USER_RATE_LIMIT = _answer(403, "userRateLimitExceeded", "User Rate Limit Exceeded")
DAILY_LIMIT = _answer(403, "dailyLimitExceeded", "Daily Limit Exceeded")
NOT_FOUND = _answer(404, "notFound", "Requested entity was not found.")
TOO_MANY_REQUESTS = too_many()
BACKEND_ERROR = _answer(500, "backendError", "Backend Error")
UNAVAILABLE = _answer(503, "backendError", "The service is currently unavailable.")
BAD_GATEWAY = Fault(Deed.ANSWER, Reply(502, "text/html", b"<!DOCTYPE html><title>Error 502 (Server Error)!!1</title>"))
INVALID_GRANT = Fault(
    Deed.ANSWER,
    json_reply({"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, 400),
)
CLOSED_BEFORE = Fault(Deed.CLOSE_BEFORE)
CLOSED_DURING = Fault(Deed.CLOSE_DURING)
CLOSED_AFTER = Fault(Deed.CLOSE_AFTER)
CUT_SHORT = Fault(Deed.CUT_SHORT)


class Faults:
    """The faults that wait for a request, first come, first served."""

    def __init__(self) -> None:
        self._waiting: list[tuple[re.Pattern[str], Fault]] = []
        self._lock = threading.Lock()

    def add(self, method: str, fault: Fault, times: int) -> None:
        """Let the next `times` requests whose method matches the pattern, as a whole, meet the fault."""
        with self._lock:
            self._waiting += [(re.compile(method), fault)] * times

    def take(self, method: str) -> Fault | None:
        """The fault that this request meets, which then is used up."""
        with self._lock:
            for at, (pattern, fault) in enumerate(self._waiting):
                if pattern.fullmatch(method):
                    del self._waiting[at]
                    return fault
        return None
