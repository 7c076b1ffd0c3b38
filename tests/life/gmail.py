"""A Gmail account as a mailbox of these tests, changed in Gmail itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from providers.base import Provider
from tests.faults.gmail import MortalBox
from tests.life.world import FAULTS, Item
from tests.servers.gmail import Account, faults

__all__ = ["GmailWorld"]

_LABELS = {"INBOX": ("INBOX", "UNREAD"), "Sent": ("SENT",), "Drafts": ("DRAFT",)}
_FOLDERS = {"TRASH": "Trash", "DRAFT": "Drafts", "SENT": "Sent"}
_REQUESTS = {
    FAULTS[0]: ("drafts.create", faults.CLOSED_DURING),
    FAULTS[1]: ("drafts.create", faults.CLOSED_AFTER),
    FAULTS[2]: ("drafts.delete", faults.CLOSED_DURING),
    FAULTS[3]: ("drafts.delete", faults.CLOSED_AFTER),
    FAULTS[4]: ("messages.get", faults.CUT_SHORT),
}


class GmailWorld:
    """Folders are labels here, and nothing waits for its removal."""

    marks = False

    def __init__(self, account: Account, folder: Path) -> None:
        """`folder` is for the client's file."""
        self.box = MortalBox.of(account, folder)
        self._account = account
        account.add_alias("alex.kim@mail.example", default=True)

    def items(self) -> frozenset[Item]:
        entries = self._account.store.entries()
        return frozenset(
            Item(
                next((folder for label, folder in _FOLDERS.items() if label in entry.labels), "INBOX"),
                entry.id,
                frozenset(entry.labels),
                self._account.store.get(entry.id).content,
            )
            for entry in entries
        )

    def put(self, content: bytes, folder: str, at: dt.datetime) -> None:
        self._account.put(content, _LABELS[folder], at)

    def remove(self, item: Item) -> None:
        self._account.store.delete(item.id)

    def move(self, item: Item, folder: str) -> None:
        """To Trash, where a draft stays one, or out of it."""
        to_trash = folder == "Trash"
        self._account.store.relabel(item.id, ("TRASH",) if to_trash else (), () if to_trash else ("TRASH",))

    def mark(self, item: Item, *, deleted: bool) -> None:
        raise NotImplementedError("Gmail has no such mark")

    @contextmanager
    def faulty(self, fault: str) -> Iterator[Provider]:
        self._account.fail(*_REQUESTS[fault])
        yield self.box.provider()
        self._account.faults = faults.Faults()  # what did not come up

    def close(self) -> None:
        """Nothing is open."""
