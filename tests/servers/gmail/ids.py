"""Ids of messages and threads that look like Gmail's: sixteen hexadecimal digits, in place of the emulator's.

That they are such digits, that they grow with time, and that a thread has the id of its first message, is what everyone
sees and nobody promises: <https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages> calls a
message's immutable, and says no more.
"""

from __future__ import annotations

import itertools

__all__ = ["Ids"]


class Ids:
    """Those of one mailbox. They are never given twice, and known also when the message is gone."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._ours: dict[str, str] = {}
        self._theirs: dict[str, str] = {}

    def give(self, message: str, thread: str, received_ms: int) -> tuple[str, str]:
        """Ids for a new message and, if it begins one, for its thread."""
        id_ = f"{(received_ms << 20) + next(self._numbers) % (1 << 20):016x}"
        self._ours[message], self._theirs[f"m{id_}"] = id_, message
        if thread not in self._ours:
            self._ours[thread], self._theirs[f"t{id_}"] = id_, thread
        return id_, self._ours[thread]

    def known(self, message: str, thread: str) -> tuple[str, str]:
        """The ids that a message and its thread have."""
        return self._ours[message], self._ours[thread]

    def message(self, id_: str) -> str:
        """The emulator's name for a message."""
        return self._theirs[f"m{id_}"]

    def thread(self, id_: str) -> str:
        """The emulator's name for a thread."""
        return self._theirs[f"t{id_}"]
