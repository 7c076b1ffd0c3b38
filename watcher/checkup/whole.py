"""All parts, one after the other; accounts at the same time."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from providers.base import ProviderError
from watcher import secrets
from watcher.checkup import machine
from watcher.checkup.files import configuration, rights
from watcher.checkup.finding import Finding, fail, ok
from watcher.checkup.limits import begin
from watcher.checkup.mailbox import Look, last_poll, look
from watcher.checkup.service import service
from watcher.checkup.state import standings, state
from watcher.config import Account
from watcher.store import Standing

__all__ = ["examine"]

_SECONDS = 150
"""For all accounts together; each has limits of its own, to connect, to sign in, to look around."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def examine(path: Path, now: Callable[[], dt.datetime] = _now) -> list[Finding]:
    """What there is to say of every part of the watcher.

    Args:
        path: Of the configuration.
        now: This computer's clock; aware.
    """
    found = [machine.python(), *machine.packages()]
    config, said = configuration(path)
    found += said
    if config is None:
        return [*found, machine.clock(now(), (), None)]
    looks = _looks(config.accounts, now)
    stood = standings(config.state_path)
    last = max((one.polled for one in stood.values() if one.polled), default=None)
    told = [one for each in looks for one in each.told]
    found += [*rights(config), machine.zones(config.me.timezone, now()), machine.clock(now(), told, last)]
    found += [*state(config.state_path), _keyring(looks), *service(config)]
    for each in looks:
        found += [*each.findings, *_last(each.account, stood.get(each.account.name))]
    return found


def _looks(accounts: Sequence[Account], now: Callable[[], dt.datetime]) -> list[Look]:
    """A look at each account, all at the same time."""
    begun = [(account, begin(partial(look, account, now))) for account in accounts]
    until = time.monotonic() + _SECONDS
    looks = []
    for account, answer in begun:
        try:
            looks.append(answer.result(max(0.0, until - time.monotonic())))
        except TimeoutError:
            said = fail("mailbox", f"no end of it after {_SECONDS} seconds", "try again", account=account.name)
            looks.append(Look(account, [said]))
    return looks


def _keyring(looks: Sequence[Look]) -> Finding:
    """Which keyring there is. That there is none matters to an account that names no other place for its password."""
    needed = [look.account.name for look in looks if look.asked and not look.account.secret]
    try:
        name = secrets.keyring_name()
    except ProviderError as error:
        if needed:
            return fail("keyring", f"{error}, and {' and '.join(needed)} would have the password there", error.hint)
        return ok("keyring", f"{error}; no account needs one")
    return ok("keyring", name)


def _last(account: Account, standing: Standing | None) -> list[Finding]:
    found = last_poll(account, standing)
    return [found] if found else []
