"""What a mail may cost: the limits that hold before anything parses it, and the error for what goes beyond."""

from __future__ import annotations

__all__ = [
    "MAX_BYTES",
    "MAX_CALENDAR",
    "MAX_DEPTH",
    "MAX_FIELD",
    "MAX_HEADER",
    "MAX_HTML",
    "MAX_PARTS",
    "MAX_PEOPLE",
    "MAX_TEXT",
    "Unreadable",
]

MAX_BYTES = 64_000_000
"""Octets of a whole mail; the large providers stop at 25 to 50 MB."""
MAX_HEADER = 256 * 1024
"""Octets of a header block."""
MAX_FIELD = 16 * 1024
"""Octets of one header field; what is longer is cut."""
MAX_DEPTH = 50
"""Multiparts within one another."""
MAX_PARTS = 200
MAX_TEXT = 1_000_000
"""Octets of a text part, still encoded; what is longer is cut, and the message lossy."""
MAX_HTML = 500_000
"""Characters of HTML that are rendered."""
MAX_CALENDAR = 100_000
"""Octets of a calendar part."""
MAX_PEOPLE = 100
"""Addresses kept of a header field or an invite."""


class Unreadable(Exception):
    """A mail that cannot be read. `reason` is one plain line for the user; it holds nothing of the mail."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
