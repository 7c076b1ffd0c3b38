"""Signing in to IMAP as Microsoft wants it: a code in a browser, tokens that are renewed, and every refusal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from providers.base import NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.imap import ImapProvider
from tests.servers.account import Account
from tests.servers.certificates import Authority
from tests.servers.dovecot import Dovecot
from tests.servers.entra import Entra
from tests.servers.mailbox import imap_provider

pytestmark = pytest.mark.server


@pytest.fixture
def account(dovecot: Dovecot) -> Account:
    return dovecot.account()


@pytest.fixture
def entra(dovecot: Dovecot, account: Account, tmp_path: Path) -> Iterator[Entra]:
    authority = Authority(tmp_path)
    with Entra(authority.issue("entra.pem"), lambda: dovecot.token(account.user)) as server:
        yield server


@pytest.fixture
def provider(account: Account, entra: Entra, tmp_path: Path) -> ImapProvider:
    return imap_provider(
        account,
        "refresh-0",
        auth="microsoft",
        client_id=entra.client_id,
        authority=entra.authority,
        ca_file=str(tmp_path / "authority.pem"),
    )


def test_the_user_types_a_code_and_a_token_is_kept(provider: ImapProvider, entra: Entra) -> None:
    told: list[str] = []
    assert provider.signs_in
    assert provider.sign_in(told.append) in entra.refresh_tokens[1:]
    assert told[1:] == ["https://microsoft.com/devicelogin", "It asks for this code: ABC-DEF"]
    assert "https://outlook.office.com/IMAP.AccessAsUser.All" in entra.asked[0]["scope"]
    assert not [form for form in entra.asked if "SMTP" in form.get("scope", "")]


def test_a_token_signs_in_and_a_newer_one_takes_its_place(provider: ImapProvider, entra: Entra) -> None:
    with provider:
        assert provider.identity()
        assert provider.newer_secret() == "refresh-1"
    with provider:
        assert provider.newer_secret() == "refresh-2"
    assert [form["refresh_token"] for form in entra.asked] == ["refresh-0", "refresh-1"]


def test_the_token_of_another_user_is_refused(provider: ImapProvider, entra: Entra, dovecot: Dovecot) -> None:
    entra.access = lambda: dovecot.token("dana@home.example")
    with pytest.raises(SignInRefused):
        provider.sign_in(lambda _: None)


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("invalid_grant", SignInRefused, "any more"),
        ("interaction_required", SignInRefused, "any more"),
        ("unauthorized_client", NotSetUp, "does not accept the app"),
        ("temporarily_unavailable", Unreachable, "no token just now"),
    ],
)
def test_a_token_that_is_not_renewed(
    provider: ImapProvider, entra: Entra, said: str, kind: type[ProviderError], words: str
) -> None:
    entra.refuses = said
    with pytest.raises(ProviderError) as raised:
        provider.open()
    assert type(raised.value) is kind
    assert words in str(raised.value)
    assert "refresh-0" not in repr(raised.value) + raised.value.hint
    assert provider.newer_secret() is None


@pytest.mark.parametrize("said", ["authorization_declined", "expired_token"])
def test_without_consent_nothing_is_kept(provider: ImapProvider, entra: Entra, said: str) -> None:
    entra.refuses = said
    with pytest.raises(SignInRefused, match="there was no consent"):
        provider.sign_in(lambda _: None)


def test_a_server_that_fails_loses_no_token(provider: ImapProvider, entra: Entra) -> None:
    entra.status = 502
    with pytest.raises(Unreachable) as raised:
        provider.open()
    assert "refresh-0" not in str(raised.value)
    entra.status = 0
    with provider:
        assert provider.identity()


def test_a_certificate_that_is_not_trusted_is_told_nothing(account: Account, entra: Entra) -> None:
    provider = imap_provider(
        account, "refresh-0", auth="microsoft", client_id=entra.client_id, authority=entra.authority
    )
    with pytest.raises(Unreachable):
        provider.open()
    assert entra.asked == []


def test_without_an_app_it_is_said_what_is_missing(account: Account) -> None:
    with pytest.raises(NotSetUp, match="client_id"):
        imap_provider(account, "refresh-0", auth="microsoft").open()


def test_taking_back_is_for_the_user_to_do(provider: ImapProvider) -> None:
    with pytest.raises(NotSetUp) as raised:
        provider.revoke()
    assert "--forget" in raised.value.hint
