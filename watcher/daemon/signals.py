"""What the operating system asks of the daemon: to end, or to read its configuration anew."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from queue import SimpleQueue
from types import FrameType
from typing import Final

__all__ = ["Wish", "wishes"]

_LAST_RESORT: Final = 4.5
"""Seconds after which the kernel ends who was told to end, whatever it is stuck in."""


class Wish(Enum):
    """What is asked."""

    END = "end"
    RELOAD = "reload"


@contextmanager
def wishes() -> Iterator[SimpleQueue[Wish]]:
    """Take SIGTERM and SIGINT as a wish to end, SIGHUP as one to read the configuration anew. For the main thread only.

    No draft is lost or doubled by a kill at any moment, so ending late is worse than ending hard: SIGALRM sees to it.
    """
    queue: SimpleQueue[Wish] = SimpleQueue()  # its put() may interrupt itself, as a signal's handler must

    def end(_number: int, _frame: FrameType | None) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, _LAST_RESORT)
        queue.put(Wish.END)

    def reload(_number: int, _frame: FrameType | None) -> None:
        queue.put(Wish.RELOAD)

    handlers = {signal.SIGTERM: end, signal.SIGINT: end}
    if hasattr(signal, "SIGHUP"):
        handlers[signal.SIGHUP] = reload
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield queue
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
