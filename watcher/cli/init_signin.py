"""Signing in for `watcher init`: the password is asked for where one is wanted, tried, and only then kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from providers import registry
from providers.base import NotSetUp, Provider, SignInRefused, Survey
from watcher import secrets
from watcher.cli import auth
from watcher.cli.ask import Ask
from watcher.cli.init_mailbox import say
from watcher.cli.output import complain_of
from watcher.config import Account
from watcher.setup.plan import Plan

__all__ = ["signed_in"]

_TRIES = 3
"""As many passwords are tried: after more of them, servers begin to lock people out."""


class _Wanted(NotSetUp):
    """The mailbox wants a secret, and none is kept yet."""


def signed_in(ask: Ask, plan: Plan) -> tuple[Plan, Survey]:
    """Open the mailbox with what is kept, else with what the user types or consents to, which then is kept.

    Returns:
        The plan with what it took, such as a place for the password; and what the mailbox is like.

    Raises:
        ProviderError: it cannot be opened
        WatcherError: nobody says the password
    """
    provider = _provider(plan.account, None)
    if reached := provider.reach():
        until = f", certificate good until {reached.trusted_until:%d %b %Y}" if reached.trusted_until else ""
        say(f"{reached.where} answers{until}.", "dim")
    try:
        return _opened(ask, plan, None)
    except _Wanted:
        pass
    except SignInRefused as error:
        if not ask.terminal:
            raise
        complain_of(plan.name, str(error), error.hint)
    plan, file = _with_place(ask, plan)
    if provider.signs_in:
        account = plan.account
        auth.sign_in(account, _provider(account, None))
        return _opened(ask, plan, None)
    for tries_left in reversed(range(_TRIES)):
        password = auth.asked(str(plan.settings.get("user", plan.name)))
        try:
            plan, survey = _opened(ask, plan, password)
        except SignInRefused as error:
            if not tries_left or not ask.terminal:
                raise
            complain_of(plan.name, str(error), error.hint)
        else:
            secrets.keep_token(plan.name, password, file)
            say(f"Signed in, and kept the password in {file or 'your keyring'}.", "green")
            return plan, survey
    raise AssertionError  # the last try returned or raised


def _provider(account: Account, secret: str | None) -> Provider:
    """The account's provider, with this secret, or with the one that is kept."""
    kept = secrets.secret_for(account.name, account.secret)

    def given() -> str:
        if secret is not None:
            return secret
        try:
            return kept()
        except NotSetUp as error:
            file = account.secret.get("password_file")
            if account.secret and (not file or Path(file).expanduser().exists()):
                raise
            raise _Wanted(str(error), hint=error.hint) from None

    return registry.load(account.provider)(account.name, account.settings, given)


def _opened(ask: Ask, plan: Plan, secret: str | None) -> tuple[Plan, Survey]:
    """Open the mailbox and look around; where it does not tell which folder is for drafts, the user does."""
    with _provider(plan.account, secret) as provider:
        try:
            survey = provider.survey()
            return _with_aliases(plan, provider), survey
        except NotSetUp as error:
            nothing_else = not {"folders", "sent"} & plan.settings.keys()
            if not (ask.terminal and nothing_else and "drafts" in provider.options):
                raise
            complain_of(plan.name, str(error), "")
    folder = ask.text("Which folder is for drafts", "--set drafts=NAME")
    return _opened(ask, plan.having(drafts=folder), secret)


def _with_aliases(plan: Plan, provider: Provider) -> Plan:
    """The plan with the addresses that the mailbox sends as besides, as the user's own."""
    others = [alias.address.lower() for alias in provider.aliases()]
    others = [address for address in dict.fromkeys(others) if address not in plan.me.addresses]
    if not others:
        return plan
    say(f"It sends as {' and '.join(others)} too, which count{'s' if len(others) == 1 else ''} as yours.")
    return replace(plan, me=replace(plan.me, addresses=(*plan.me.addresses, *others)))


def _with_place(ask: Ask, plan: Plan) -> tuple[Plan, Path | None]:
    """Where the secret is to be kept: the keyring, which is None, or a file, which the plan then names."""
    account = plan.account
    try:
        return plan, secrets.token_file(account.name, account.secret)
    except NotSetUp as error:
        if account.secret:
            raise
        file = plan.path.absolute().parent / f"{account.name}.password"
        complain_of(account.name, str(error), "")
        if not ask.yes(f"Keep the password in {file}, which only you may read?", "--set password_file=FILE"):
            raise
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return plan.having(password_file=str(file)), file
