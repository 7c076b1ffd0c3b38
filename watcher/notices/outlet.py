"""A channel in a thread of its own, so that one that hangs delays no other, no poll and no draft."""

from __future__ import annotations

import threading
from queue import Full, Queue
from typing import Final

from watcher.errors import NotTold
from watcher.logs import Log
from watcher.notices.channels import Channel
from watcher.notices.text import Notice

__all__ = ["Outlet"]

_WAITING: Final = 8
"""Notices that may wait for a slow channel; what is more is dropped, and the log says so."""


class Outlet:
    """What waits for one channel. Used by the herald's thread; ended by any."""

    def __init__(self, channel: Channel, log: Log) -> None:
        """Begin at once.

        Args:
            channel: Where notices go.
            log: Where to tell of those that did not arrive.
        """
        self._channel, self._log = channel, log.bind(channel=channel.name)
        self._waiting: Queue[Notice | None] = Queue(_WAITING)
        self._leaving = threading.Event()
        self._fails = False
        self._thread = threading.Thread(target=self._live, name=f"notices {channel.name}", daemon=True)
        self._thread.start()

    def put(self, notice: Notice) -> None:
        """Hand over a notice; waits for nothing."""
        try:
            self._waiting.put_nowait(notice)
        except Full:
            self._log.warning("a notice was dropped", waiting=_WAITING)

    def leave(self) -> None:
        """End, without what still waits; a program that runs is ended within a second."""
        self._leaving.set()
        try:
            self._waiting.put_nowait(None)
        except Full:
            return  # it looks at the event before it takes up the next

    def join(self, seconds: float) -> None:
        """Wait until it has ended, at most so long."""
        self._thread.join(seconds)

    def _live(self) -> None:
        while (notice := self._waiting.get()) is not None and not self._leaving.is_set():
            try:
                self._tell(notice)
            except Exception as error:  # noqa: BLE001  a bug in one channel stops no other
                self._log.error("bug", error=type(error).__name__)

    def _tell(self, notice: Notice) -> None:
        if not self._channel.is_here():
            self._log.debug("there is no such channel here")
            return
        try:
            self._channel.tell(notice, self._leaving.is_set)
        except NotTold as error:
            if not self._leaving.is_set():
                # of a channel that goes on failing the first time is told
                (self._log.debug if self._fails else self._log.warning)("not told", trouble=str(error), hint=error.hint)
                self._fails = True
            return
        if self._fails:
            self._log.info("told again")
        self._fails = False
