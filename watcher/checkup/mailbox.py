"""One account, from its server's name to its last poll."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from providers import registry
from providers.base import NotSetUp, Provider, ProviderError, Survey
from watcher import secrets
from watcher.checkup.finding import Finding, fail, ok, warn
from watcher.checkup.machine import Told
from watcher.config import Account
from watcher.store import Standing

__all__ = ["Look", "last_poll", "look"]

_PATIENCE = 20
"""Seconds to wait for a server, where the configuration does not ask for less."""
_SOON = dt.timedelta(days=14)
"""A certificate that ends so soon should have been renewed: they are by machines, 30 days before."""
_FOLDERS = 8


@dataclass(slots=True)
class Look:
    """What a look at an account brings, as it goes on."""

    account: Account
    findings: list[Finding] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    """What its server says of the time."""
    asked: bool = False
    """Whether a password was wanted, and so a keyring is."""

    def ok(self, part: str, what: str) -> None:
        self.findings.append(ok(part, what, account=self.account.name))

    def warn(self, part: str, what: str, mend: str) -> None:
        self.findings.append(warn(part, what, mend, account=self.account.name))

    def fail(self, part: str, error: ProviderError, mend: str = "try again") -> None:
        self.findings.append(fail(part, str(error), error.hint or mend, account=self.account.name))


def look(account: Account, now: Callable[[], dt.datetime]) -> Look:
    """Look at an account: connect, sign in once, look around, and leave. Nothing there is changed.

    Args:
        account: Which one.
        now: This computer's clock; aware.
    """
    found = Look(account)
    trouble: list[NotSetUp] = []
    kept = secrets.secret_for(account.name, account.secret)

    def secret() -> str:
        found.asked = True
        try:
            return kept()
        except NotSetUp as error:
            trouble.append(error)
            raise

    try:
        provider = _provider(account, secret)
    except ProviderError as error:
        found.fail("provider", error)
        return found
    if not _reached(found, provider, now):
        return found
    try:
        with provider:
            if found.asked:
                found.ok("password", f"found in {_place(account)}")
                found.ok("sign-in", "accepted")
            _surveyed(found, provider, now)
    except ProviderError as error:
        if not trouble and found.asked and not any(one.part == "password" for one in found.findings):
            found.ok("password", f"found in {_place(account)}")
        found.fail("password" if trouble else "sign-in" if found.asked else "mailbox", error)
    return found


def _provider(account: Account, secret: Callable[[], str]) -> Provider:
    settings = dict(account.settings)
    if isinstance(settings.get("timeout"), int):
        settings["timeout"] = min(settings["timeout"], _PATIENCE)
    return registry.load(account.provider)(account.name, settings, secret)


def _place(account: Account) -> str:
    """Where the password comes from; never what it is."""
    return next((key for key in secrets.OPTIONS if account.secret.get(key)), "the keyring")


def _reached(found: Look, provider: Provider, now: Callable[[], dt.datetime]) -> bool:
    """Whether the server answers: its name, the connection, its certificate."""
    try:
        reach = provider.reach()
    except ProviderError as error:
        found.fail("server", error)
        return False
    if reach is None:
        return True
    if reach.clock:
        found.told.append(Told(reach.where, reach.clock - now()))
    if reach.trusted_until is None:
        found.ok("server", f"{reach.where} answers")
        return True
    what = f"{reach.where} answers; its certificate is good until {reach.trusted_until:%d %B %Y}"
    if reach.trusted_until - now() < _SOON:
        found.warn("server", what, "whoever runs the server must renew it in time")
    else:
        found.ok("server", what)
    return True


def _surveyed(found: Look, provider: Provider, now: Callable[[], dt.datetime]) -> None:
    try:
        survey = provider.survey()
    except NotSetUp as error:
        found.fail("mailbox", error)
        return
    if not found.asked:
        found.ok("mailbox", "opens")
    if survey.newest:
        found.told.append(Told(f"the newest mail of {found.account.name}", survey.newest - now(), at_least=True))
    for part, what in _told(survey):
        found.ok(part, what)
    for lack in survey.lacks:
        found.warn("server" if survey.offers else "mailbox", lack.what, lack.hint)
    if quota := provider.quota():
        found.ok("quota", f"{quota.units:,} units spent on this look, of {quota.units_per_minute:,} a minute")


def _told(survey: Survey) -> Iterator[tuple[str, str]]:
    if survey.drafts:
        yield "drafts", f"saved to “{survey.drafts}”"
    if survey.folders:
        more = len(survey.folders) - _FOLDERS
        yield "folders", ", ".join(survey.folders[:_FOLDERS]) + (f" and {more} more" if more > 0 else "")
    if survey.offers:
        yield "offers", ", ".join(survey.offers) + ("" if "IDLE" in survey.offers else "; it does not tell of new mail")
    if survey.rights:
        yield "rights", ", ".join(survey.rights)


def last_poll(account: Account, standing: Standing | None) -> Finding | None:
    """How the account stood when the daemon last looked into it; None where it never did."""
    if standing is None or (standing.polled is None and standing.parked is None):
        return None
    name, trouble = account.name, standing.trouble or "it waits for you"
    if standing.parked:
        mend = standing.hint or f"`watcher auth {name}` lets it go on"
        return fail("last poll", f"parked since {standing.parked:%Y-%m-%d %H:%M} UTC: {trouble}", mend, account=name)
    if standing.trouble:
        mend = standing.hint or "it is tried again by itself"
        return warn("last poll", f"{trouble} ({standing.failures} polls failed)", mend, account=name)
    return ok("last poll", f"went well, {standing.polled:%Y-%m-%d %H:%M} UTC", account=name)
