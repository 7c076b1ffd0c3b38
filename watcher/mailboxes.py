"""An account's provider, made from the configuration, and the newer secret it may come by."""

from __future__ import annotations

from providers import registry
from providers.base import Provider
from watcher import secrets
from watcher.config import Account

__all__ = ["keep_newer_secret", "provider_of"]


def provider_of(account: Account) -> Provider:
    """The account's provider, not opened yet.

    Raises:
        NotSetUp: a package that it needs is missing
    """
    secret = secrets.secret_for(account.name, account.secret)
    return registry.load(account.provider)(account.name, account.settings, secret)


def keep_newer_secret(account: Account, provider: Provider) -> None:
    """Keep the secret that has taken the place of the account's, where one has.

    Raises:
        NotSetUp: it cannot be kept; the older one does for a while
    """
    newer = provider.newer_secret()
    if newer is not None:
        secrets.keep_token(account.name, newer, secrets.token_file(account.name, account.secret))
