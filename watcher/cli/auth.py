"""`watcher auth`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from providers.base import Provider, ProviderError
from watcher import secrets
from watcher.cli.output import err
from watcher.config import Account, load
from watcher.errors import WatcherError
from watcher.mailboxes import provider_of
from watcher.store import open_beside

__all__ = ["asked", "free", "run", "say", "sign_in"]


def run(
    path: Path,
    name: str,
    *,
    forget: bool = False,
    revoke: bool = False,
    again: bool = False,
    port: int = 0,
    browser: bool = True,
) -> None:
    """Keep or remove what an account signs in with; with something new to try, a parked account is polled again.

    Args:
        path: Of the configuration.
        name: Of the account.
        forget: Remove it from this machine.
        revoke: Have the server make it worthless first.
        again: Ask for nothing: what is kept elsewhere was mended there.
        port: Where a browser comes back to after a sign-in there; 0 for any.
        browser: Whether to open one here.

    Raises:
        WatcherError: there is no such account, nothing was given to keep, or it cannot be kept
    """
    config = load(path)
    account = next((account for account in config.accounts if account.name == name), None)
    if account is None:
        names = ", ".join(account.name for account in config.accounts) or "none"
        raise WatcherError(f"there is no account {name!r}", hint=f"the configuration has: {names}")
    if again:
        free(config.state_path, name)
        return
    try:
        provider = provider_of(account)
        if revoke:
            provider.revoke()
            say(f"the sign-in of {name} is worth nothing any more")
        if forget or revoke:
            _forget(account, provider)
        elif provider.signs_in:
            sign_in(account, provider, port=port, browser=browser)
        else:
            secrets.store_secret(name, asked(name))
            say(f"kept the password of {name} in the keyring")
    except ProviderError as error:
        raise WatcherError(str(error), hint=error.hint) from error
    if not (forget or revoke):
        free(config.state_path, name)


def sign_in(account: Account, provider: Provider, *, port: int = 0, browser: bool = True) -> None:
    """Sign in together with the user, and keep the token that comes of it.

    Raises:
        ProviderError: there was no consent, or no place for the token
    """
    file = secrets.token_file(account.name, account.secret)
    secrets.keep_token(account.name, provider.sign_in(say, port=port, browser=browser), file)
    say(f"signed in; kept the token of {account.name} in {file or 'the keyring'}")


def free(state: Path, name: str) -> None:
    """Have the daemon try the account again, where there is a state yet."""
    if not state.exists():
        return
    with open_beside(state) as store:
        if store.unpark(name):
            say(f"{name} was parked, and is tried again within a minute where the watcher runs")


def _forget(account: Account, provider: Provider) -> None:
    file = secrets.token_file(account.name, account.secret) if provider.signs_in else None
    if file is not None:
        there = file.exists()
        file.unlink(missing_ok=True)
    else:
        there = secrets.forget_secret(account.name)
    what = "token" if provider.signs_in else "password"
    say(f"{'removed the' if there else 'there was no'} {what} of {account.name}")


def asked(name: str) -> str:
    """The password of the account as typed, or the first line of stdin where that is no terminal.

    Raises:
        WatcherError: none was given
    """
    if sys.stdin.isatty():
        secret = getpass.getpass(f"Password of {name}: ", stream=sys.stderr)
    else:
        secret = sys.stdin.readline().rstrip("\r\n")
    if not secret:
        raise WatcherError(
            "no password was given, so nothing was changed", hint="type it, or let it be the first line of stdin"
        )
    return secret


def say(text: str) -> None:
    """One line to stderr as it is: an address or a command stays in one piece."""
    err().print(text, markup=False, soft_wrap=True)
