"""What `watcher init` is about to write: an account in a configuration, new or there already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from watcher.config import Account, Config, load, parse
from watcher.model import Person
from watcher.setup.document import account_name, added, begun, mended, same_mailbox
from watcher.setup.servers import domain_of

__all__ = ["Plan", "plan", "there"]


@dataclass(frozen=True, slots=True)
class Plan:
    """An account to add, or to mend."""

    path: Path
    """Of the configuration."""
    before: str | None
    """What is in it; None where there is none."""
    me: Person
    """Who the user is; in a configuration that is there, only what it lacks of `addresses` is written."""
    name: str
    provider: str
    settings: Mapping[str, Any]
    """The keys of the section that are not at their default."""
    known: Account | None = None
    """The account that is mended."""

    @property
    def text(self) -> str:
        """What the configuration is to be.

        Raises:
            WatcherError: it is written in a way that cannot be changed safely
        """
        if self.before is None:
            return begun(self.me, self.name, self.provider, self.settings)
        if self.known is not None:
            return mended(self.before, self.me, self.known, self.settings)
        return added(self.before, self.me, self.name, self.provider, self.settings)

    @property
    def config(self) -> Config:
        """The same, checked.

        Raises:
            ConfigError: something in it is wrong
        """
        return parse(self.text, self.path)

    @property
    def account(self) -> Account:
        """The account as the configuration has it then."""
        return next(account for account in self.config.accounts if account.name == self.name)

    def having(self, **more: Any) -> Self:
        """The same with more settings."""
        return replace(self, settings={**self.settings, **more})


def there(path: Path) -> tuple[str, Config] | None:
    """The configuration that is there already, as text and checked; None where there is none.

    Raises:
        ConfigError: it cannot be read, or something in it is wrong
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return "", load(path)  # which says what is wrong
    return text, parse(text, path)


def plan(
    path: Path,
    found: tuple[str, Config] | None,
    me: Person,
    mailbox: tuple[str, Mapping[str, Any]],
    name: str = "",
) -> Plan:
    """How this mailbox comes into the configuration: as a new account, or into the section of the one that reads it.

    Args:
        path: Of the configuration.
        found: What `there` gave.
        me: Who the user is, with the address of the mailbox.
        mailbox: The provider, and the settings of the account.
        name: Of the account; empty for one after its domain.
    """
    provider, settings = mailbox
    if found is None:
        return Plan(path, None, me, name or account_name(domain_of(me.addresses[-1]), ()), provider, settings)
    text, config = found
    known = next((account for account in config.accounts if account.name == name), None)
    known = known or same_mailbox(config, provider, settings)
    if known is not None and known.provider == provider:
        return Plan(path, text, me, known.name, provider, settings, known)
    taken = [account.name for account in config.accounts]
    fresh = name if name and name not in taken else account_name(domain_of(me.addresses[-1]), taken)
    return Plan(path, text, me, fresh, provider, settings)
