"""`watcher auth`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from providers.base import ProviderError
from watcher import secrets
from watcher.cli.output import err
from watcher.config import load
from watcher.errors import WatcherError

__all__ = ["run"]


def run(path: Path, name: str, *, forget: bool) -> None:
    """Keep or remove an account's password.

    Raises:
        WatcherError: there is no such account, no password was given, or the keyring does not keep it
    """
    config = load(path)
    if name not in [account.name for account in config.accounts]:
        names = ", ".join(account.name for account in config.accounts) or "none"
        raise WatcherError(f"there is no account {name!r}", hint=f"the configuration has: {names}")
    try:
        if forget:
            said = "removed the password of" if secrets.forget_secret(name) else "there was no password of"
            err().print(f"{said} {name}", markup=False)
        else:
            secrets.store_secret(name, _asked(name))
            err().print(f"kept the password of {name} in the keyring", markup=False)
    except ProviderError as error:
        raise WatcherError(str(error), hint=error.hint) from error


def _asked(name: str) -> str:
    """The password as typed, or the first line of stdin where that is no terminal."""
    if sys.stdin.isatty():
        secret = getpass.getpass(f"Password of {name}: ", stream=sys.stderr)
    else:
        secret = sys.stdin.readline().rstrip("\r\n")
    if not secret:
        raise WatcherError("no password was given, so nothing was changed")
    return secret
