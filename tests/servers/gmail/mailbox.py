"""An account on the Gmail of the tests as the contract suite wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from providers.base import FolderRole, Provider
from providers.gmail import GmailProvider
from providers.testing import Mailbox, Refused, Stored
from tests.servers.gmail.account import Account
from tests.servers.gmail.errors import ApiError
from tests.servers.process import free_port

__all__ = ["GmailMailbox"]

_ARCHIVE = "ARCHIVE"
"""No label of Gmail's: mail without one of those that are places."""
_PLACES = {"INBOX", "SENT", "DRAFT", "TRASH", "SPAM"}


class GmailMailbox(Mailbox):
    """A Gmail account, changed by its user in Gmail's own client. Its folders are labels."""

    provider_class: type[Provider] = GmailProvider
    many = 120
    folders: Mapping[FolderRole, str] = MappingProxyType(
        {
            FolderRole.INBOX: "INBOX",
            FolderRole.SENT: "SENT",
            FolderRole.DRAFTS: "DRAFT",
            FolderRole.ARCHIVE: _ARCHIVE,
            FolderRole.TRASH: "TRASH",
            FolderRole.JUNK: "SPAM",
        }
    )

    def __init__(self, account: Account, folder: Path) -> None:
        """`folder` is for the client's file."""
        self.account = account
        self._folder = folder
        self._labels: dict[str, str] = {}

    def settings(self) -> Mapping[str, Any]:
        client_file = self.account.client_file(self._folder)
        return {"address": self.account.address, "client_file": str(client_file), "api_root": self.account.root}

    def nowhere(self) -> Mapping[str, Any]:
        root = f"http://127.0.0.1:{free_port()}/"
        client_file = self._folder / "nowhere.json"
        text = self.account.client_file(self._folder).read_text()
        client_file.write_text(text.replace(self.account.root, root))
        defaults = {name: option.default for name, option in GmailProvider.options.items()}
        return {**defaults, "address": self.account.address, "client_file": str(client_file), "api_root": root}

    def secret(self) -> str:
        return self.account.refresh_token_for()

    def deliver(self, content: bytes, folder: str, received: dt.datetime) -> None:
        try:
            self.account.put(content, {*self._labels_of(folder), "UNREAD"}, received)
        except ApiError as error:
            raise Refused(str(error)) from error

    def make_folder(self, name: str) -> None:
        try:
            self._labels[name] = self.account.store.make_label(name)
        except ApiError as error:
            raise Refused(str(error)) from error

    def remove_folder(self, name: str) -> None:
        if name not in self._labels:
            pytest.skip("the labels of Gmail itself cannot be removed")
        self.account.store.remove_label(self._labels.pop(name))

    def snapshot(self) -> frozenset[Stored]:
        return self.account.snapshot()

    def mark_read(self, message_id: str) -> None:
        self.account.mark_read(message_id)

    def move(self, message_id: str, folder: str) -> None:
        """A draft comes to Sent by being sent, and in the trash it stays one."""
        (entry,) = self.account.find(message_id)
        if folder == "SENT" and "DRAFT" in entry.labels:
            self.account.send_draft(message_id)
        elif folder == "TRASH":
            self.account.trash(message_id)
        else:
            self.account.relabel(message_id, self._labels_of(folder), _PLACES - {folder})

    def delete(self, message_id: str) -> None:
        self.account.delete(message_id)

    def edit_draft(self, message_id: str, content: bytes) -> None:
        self.account.edit_draft(message_id, content)

    def _labels_of(self, folder: str) -> set[str]:
        if folder == _ARCHIVE:
            return set()
        return {self._labels.get(folder, folder)}
