"""Waiting to be told of new mail: IDLE (RFC 2177), as a hint only.

What a server tells, or fails to, decides nothing but when the next poll begins; mail that is not announced is found by
that all the same. So a connection that went dead unnoticed, as over a suspend, costs no more than the hint.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Final

from providers.base import NotSetUp, Unreachable
from providers.imap.wire import Wire

__all__ = ["told_of_mail"]

_ROUND: Final = 9 * 60.0
"""Seconds after which IDLE is said anew: servers hang up after 30 minutes, what stands between much sooner."""
_GLANCE: Final = 1.0
"""Seconds between two looks whether the caller has had enough."""
_CHATTER: Final = 1_000
"""Lines in a round that are no news; a server that says more is not listened to."""
_ARRIVED = re.compile(rb"\* \d+ EXISTS\r?$")


def told_of_mail(wire: Wire, seconds: float, enough: Callable[[], bool]) -> bool:
    """Whether the server tells of mail in the inbox within so many seconds; False as soon as the caller has enough.

    Raises:
        NotSetUp: the server offers no IDLE
        Unreachable: the connection ended, or the server talks without end
    """
    if not wire.can("IDLE"):
        raise NotSetUp(
            "the server does not tell of new mail (IDLE)", hint="nothing to do: it is asked from time to time"
        )
    wire.examine("INBOX")
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 and not enough():
        if _round(wire, min(left, _ROUND), enough):
            return True
    return False


def _round(wire: Wire, seconds: float, enough: Callable[[], bool]) -> bool:
    """From IDLE to DONE."""
    until = time.monotonic() + seconds
    with wire.idling() as overheard:
        heard, lines, news = b"", 0, False
        while not news and (left := until - time.monotonic()) > 0 and not enough():
            *whole, heard = (heard + overheard(min(left, _GLANCE))).split(b"\n")
            news = any(_ARRIVED.match(line) for line in whole)
            lines += len(whole)
            if lines > _CHATTER or len(heard) > _CHATTER:
                raise Unreachable("the server talks without end while it is only listened to")
    return news
