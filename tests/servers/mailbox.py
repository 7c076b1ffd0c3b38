"""An account on a test server as the contract suite wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from providers.base import FolderRole, Provider
from providers.imap import ImapProvider
from providers.testing import Mailbox, Stored
from tests.servers.account import Account
from tests.servers.process import free_port

__all__ = ["ImapMailbox", "imap_provider", "roles"]


def imap_provider(account: Account, secret: str | None = None, **settings: Any) -> ImapProvider:
    """A provider for the account, not opened yet; with its password, plain on loopback, unless told otherwise."""
    defaults = {name: option.default for name, option in ImapProvider.options.items()}
    word = account.password if secret is None else secret
    return ImapProvider("test", {**defaults, **account.settings(**settings)}, lambda: word)


class ImapMailbox(Mailbox):
    """An IMAP account, changed by its user's other mail program."""

    provider_class: type[Provider] = ImapProvider
    many = 240

    def __init__(self, account: Account, folders: Mapping[FolderRole, str], **settings: Any) -> None:
        self.account = account
        self.folders = folders
        self._settings = account.settings(**settings)

    def settings(self) -> Mapping[str, Any]:
        return self._settings

    def nowhere(self) -> Mapping[str, Any]:
        defaults = {name: option.default for name, option in ImapProvider.options.items()}
        return {**defaults, **self._settings, "port": free_port()}

    def secret(self) -> str:
        return self.account.password

    def deliver(self, content: bytes, folder: str, received: dt.datetime) -> None:
        self.account.deliver(content, folder, received)

    def make_folder(self, name: str) -> None:
        self.account.make_folders(name)

    def remove_folder(self, name: str) -> None:
        self.account.remove_folder(name)

    def snapshot(self) -> frozenset[Stored]:
        return self.account.snapshot()

    def mark_read(self, message_id: str) -> None:
        self.account.flag(message_id, r"\Seen")

    def move(self, message_id: str, folder: str) -> None:
        self.account.move(message_id, folder)

    def delete(self, message_id: str) -> None:
        self.account.delete(message_id)

    def edit_draft(self, message_id: str, content: bytes) -> None:
        self.account.edit(message_id, content)


def roles(sent: str, drafts: str, archive: str, trash: str, junk: str) -> dict[FolderRole, str]:
    """The names of an account's folders."""
    return {
        FolderRole.INBOX: "INBOX",
        FolderRole.SENT: sent,
        FolderRole.DRAFTS: drafts,
        FolderRole.ARCHIVE: archive,
        FolderRole.TRASH: trash,
        FolderRole.JUNK: junk,
    }
