"""A Gmail account of the test server as a mailbox of these tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from providers.gmail import GmailProvider
from providers.gmail.pace import Clock
from tests.servers.gmail import Account

__all__ = ["GmailBox", "MortalBox", "gmail_provider"]


class _Impatient(GmailProvider):
    """Does not sleep between two tries."""

    _clock = Clock(sleep=lambda _: None)


def gmail_provider(account: Account, folder: Path, secret: str | None = None, **more: Any) -> GmailProvider:
    """A provider for the account, not opened yet; `folder` is for the client's file."""
    token = account.refresh_token_for() if secret is None else secret
    return _Impatient("home", {**_settings(account, folder), **more}, lambda: token)


@dataclass(frozen=True)
class GmailBox:
    """As `tests.faults.mortal` wants it."""

    account: Account
    folder: Path
    timeout: int = 5

    def provider(self) -> GmailProvider:
        return gmail_provider(self.account, self.folder, timeout=self.timeout)

    def drafts(self) -> int:
        return len(self.account.drafts())


@dataclass(frozen=True)
class MortalBox:
    """The same for another process, which the account cannot go to; who looks at the drafts has the account."""

    settings: Mapping[str, Any]
    secret: str

    @classmethod
    def of(cls, account: Account, folder: Path) -> MortalBox:
        return cls(_settings(account, folder), account.refresh_token_for())

    def provider(self) -> GmailProvider:
        return _Impatient("home", self.settings, lambda: self.secret)

    def drafts(self) -> int:
        raise NotImplementedError("ask the account")


def _settings(account: Account, folder: Path) -> dict[str, Any]:
    settings = {name: option.default for name, option in GmailProvider.options.items()}
    client_file = str(account.client_file(folder))
    return {**settings, "address": account.address, "client_file": client_file, "api_root": account.root, "timeout": 5}
