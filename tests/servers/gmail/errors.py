"""The errors of Google's APIs as they look on the wire.

Shape and reasons: <https://developers.google.com/workspace/gmail/api/guides/handle-errors>.
"""

from __future__ import annotations

from typing import Any

__all__ = ["ApiError", "not_found"]

_STATUS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    503: "UNAVAILABLE",
}


class ApiError(Exception):
    """An answer that is no success."""

    def __init__(self, status: int, reason: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.reason = reason

    def body(self) -> dict[str, Any]:
        """The JSON of it."""
        domain = "usageLimits" if "imit" in self.reason else "global"
        detail = {"message": str(self), "domain": domain, "reason": self.reason}
        return {
            "error": {
                "code": self.status,
                "message": str(self),
                "errors": [detail],
                "status": _STATUS.get(self.status, "UNKNOWN"),
            }
        }


def not_found() -> ApiError:
    """What is said of all that is not there, or is somebody else's."""
    return ApiError(404, "notFound", "Requested entity was not found.")
