"""Signing in to Gmail: consent in a browser, what can go wrong with it, and how it ends."""

from __future__ import annotations

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from providers.base import NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.gmail import signin
from tests.faults.gmail import gmail_provider
from tests.servers.gmail import READONLY, Account, Browser, Gmail, faults
from tests.servers.process import free_port

pytestmark = pytest.mark.server


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop, and Google's library content with a server on loopback that has no TLS."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("BROWSER", raising=False)


@pytest.fixture
def account(gmail: Gmail) -> Account:
    return gmail.account()


def sign_in(account: Account, folder: Path, browser: Browser, **more: str) -> str:
    with browser.installed():
        return gmail_provider(account, folder, "none yet", **more).sign_in(lambda _: None)


def test_it_gives_a_token_that_reads_the_mailbox_and_nothing_else_is_kept(account, tmp_path) -> None:
    token = sign_in(account, tmp_path, Browser(account.address))
    with gmail_provider(account, tmp_path, token) as provider:
        assert provider.identity() == account.address
    assert {path.name for path in tmp_path.iterdir()} == {"client_secret.json"}


def test_it_asks_for_the_two_scopes_and_proves_itself(account, tmp_path) -> None:
    urls: list[str] = []

    class Noting(Browser):
        def open(self, url: str, *_: object) -> bool:
            urls.append(url)
            return super().open(url)

    sign_in(account, tmp_path, Noting(account.address))
    (url,) = urls
    assert "code_challenge_method=S256" in url
    assert re.search(r"scope=[^&]*gmail\.readonly(\+|%20)[^&]*gmail\.compose&", url)
    assert url.count("auth%2F") == 2
    assert "redirect_uri=http%3A%2F%2F127.0.0.1%3A" in url


def test_a_user_who_says_no_is_taken_at_their_word(account, tmp_path) -> None:
    with pytest.raises(SignInRefused, match="no consent"):
        sign_in(account, tmp_path, Browser(account.address, deny=True))


def test_a_user_who_closes_the_page_is_not_waited_for_for_ever(account, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(signin, "_SECONDS", 0.5)
    with pytest.raises(SignInRefused, match="in time"):
        sign_in(account, tmp_path, Browser(account.address, close=True))


def test_half_a_consent_is_refused_and_revoked(account, tmp_path) -> None:
    with pytest.raises(SignInRefused, match=r"missing: gmail\.compose") as raised:
        sign_in(account, tmp_path, Browser(account.address, only=[READONLY]))
    assert "tick" in raised.value.hint
    assert "revoke" in account.calls()


def test_the_sign_in_of_another_account_is_refused_and_revoked(gmail, account, tmp_path) -> None:
    other = gmail.account()
    with pytest.raises(NotSetUp, match=other.address):
        sign_in(account, tmp_path, Browser(other.address))
    assert "revoke" in other.calls()


@pytest.mark.parametrize("fault", [faults.BAD_GATEWAY, faults.CLOSED_AFTER, faults.INVALID_GRANT])
def test_a_code_that_cannot_be_redeemed_leaves_nothing(account, tmp_path, fault) -> None:
    account.fail("token", fault)
    with pytest.raises(ProviderError) as raised:
        sign_in(account, tmp_path, Browser(account.address))
    assert raised.value.hint


def test_what_else_comes_to_the_port_is_no_answer(account, tmp_path) -> None:
    """A browser looks for an icon, a stranger guesses, somebody connects and says nothing."""
    said: list[str] = []
    port = free_port()

    def user() -> None:
        import socket

        silent = socket.create_connection(("127.0.0.1", port))
        silent.close()
        for path in ("favicon.ico", "?code=stolen", "?code=stolen&state=guessed", "?error=access_denied&state="):
            with pytest.raises(urllib.error.HTTPError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5)
        Browser(account.address).visit(next(line for line in said if line.startswith("http")))

    def tell(line: str) -> None:
        said.append(line)
        if line.startswith("Waiting"):
            thread.start()

    thread = threading.Thread(target=user)
    token = gmail_provider(account, tmp_path, "none yet").sign_in(tell, port=port, browser=False)
    thread.join(10)
    assert token


def test_without_a_desktop_it_says_how_to_get_here(account, tmp_path, monkeypatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setattr(signin, "_SECONDS", 0.1)
    said: list[str] = []
    with pytest.raises(SignInRefused):
        gmail_provider(account, tmp_path, "none yet").sign_in(said.append)
    told = " ".join(said)
    port = re.search(r"ssh -N -L (\d+):127\.0\.0\.1:\1 \S+@\S+", told)
    assert port
    assert f"redirect_uri=http%3A%2F%2F127.0.0.1%3A{port[1]}%2F" in told


def test_a_port_in_use_is_said(account, tmp_path, gmail) -> None:
    with pytest.raises(NotSetUp, match=str(gmail.port)):
        gmail_provider(account, tmp_path, "none yet").sign_in(lambda _: None, port=gmail.port)


# -- its end ----------------------------------------------------------------------------------
def test_a_sign_in_that_was_revoked_or_expired_waits_for_the_user(account, tmp_path) -> None:
    token = account.refresh_token_for()
    account.revoke()
    with pytest.raises(SignInRefused, match="seven days") as raised:
        gmail_provider(account, tmp_path, token).open()
    assert raised.value.hint == "run `watcher auth home`"
    assert account.calls().count("token") <= 1


def test_a_token_endpoint_that_fails_is_no_end(account, tmp_path) -> None:
    token = account.refresh_token_for()
    for fault in (faults.BAD_GATEWAY, faults.CLOSED_BEFORE, faults.CUT_SHORT):
        account.fail("token", fault)
        with pytest.raises(Unreachable):
            gmail_provider(account, tmp_path, token).open()
        gmail_provider(account, tmp_path, token).open()


def test_revoking_makes_the_token_worthless(account, tmp_path) -> None:
    token = account.refresh_token_for()
    gmail_provider(account, tmp_path, token).revoke()
    with pytest.raises(SignInRefused):
        gmail_provider(account, tmp_path, token).open()
    gmail_provider(account, tmp_path, token).revoke()


def test_a_revocation_that_fails_is_told(account, tmp_path) -> None:
    account.fail("revoke", faults.UNAVAILABLE)
    with pytest.raises(Unreachable, match="not revoked"):
        gmail_provider(account, tmp_path).revoke()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("{", "not the JSON"),
        ('{"web": {"client_id": "a", "client_secret": "b"}}', "not the JSON"),
        ('{"installed": {"client_id": "a"}}', "not the JSON"),
        (
            '{"installed": {"client_id": "a", "client_secret": "b", "token_uri": "http://x.example/"}}',
            "without encryption",
        ),
    ],
)
def test_a_client_file_of_no_use_is_told_with_what_to_do(account, tmp_path, content, said) -> None:
    file = tmp_path / "client.json"
    if content is not None:
        file.write_text(content)
    attempts: list[Callable[[], object]] = [
        gmail_provider(account, tmp_path, client_file=str(file)).open,
        lambda: gmail_provider(account, tmp_path, client_file=str(file)).sign_in(lambda _: None),
    ]
    for attempt in attempts:
        with pytest.raises(NotSetUp, match=said) as raised:
            attempt()
        assert "Desktop app" in raised.value.hint


def test_no_error_shows_a_token(account, tmp_path) -> None:
    secret = account.refresh_token_for()
    for fault in (faults.BAD_GATEWAY, faults.INVALID_GRANT, faults.CLOSED_AFTER, faults.CUT_SHORT):
        account.fail("token", fault)
        with pytest.raises(ProviderError) as raised:
            gmail_provider(account, tmp_path, secret).open()
        chain: BaseException | None = raised.value
        while chain:
            assert secret not in f"{chain!r} {chain.args}"
            chain = chain.__cause__ or chain.__context__


def test_a_token_endpoint_that_is_away_or_silent_is_named_with_what_it_did(account, tmp_path) -> None:
    provider = gmail_provider(account, tmp_path, timeout=1)
    account.fail("token", faults.late(3))
    with pytest.raises(Unreachable, match=r"no access token just now: 127.0.0.1:\d+ did not answer in time"):
        provider.open()
    account.root = f"http://127.0.0.1:{free_port()}/"
    with pytest.raises(Unreachable, match=r"no access token just now: 127.0.0.1:\d+ cannot be reached"):
        gmail_provider(account, tmp_path, "a token").open()
