"""A Gmail account of the test server as a mailbox of these tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from providers.gmail import GmailProvider
from providers.gmail.pace import Clock
from tests.servers.gmail import Account

__all__ = ["GmailBox", "gmail_provider"]


class _Impatient(GmailProvider):
    """Does not sleep between two tries."""

    _clock = Clock(sleep=lambda _: None)


def gmail_provider(account: Account, folder: Path, secret: str | None = None, **more: Any) -> GmailProvider:
    """A provider for the account, not opened yet; `folder` is for the client's file."""
    settings = {name: option.default for name, option in GmailProvider.options.items()}
    settings |= {"address": account.address, "client_file": str(account.client_file(folder)), "api_root": account.root}
    token = account.refresh_token_for() if secret is None else secret
    return _Impatient("home", {**settings, "timeout": 5, **more}, lambda: token)


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
