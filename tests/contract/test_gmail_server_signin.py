"""The Gmail of the tests, signed in to with Google's own libraries: consent, tokens, and their end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import AuthorizedSession
from google_auth_oauthlib.flow import InstalledAppFlow, WSGITimeoutError
from oauthlib.oauth2 import AccessDeniedError

from tests.servers.gmail import COMPOSE, READONLY, Account, Browser, Gmail
from tests.servers.gmail.clients import credentials
from tests.servers.gmail.tokens import CLIENT_ID, CLIENT_SECRET

pytestmark = pytest.mark.server

SCOPES = [READONLY, COMPOSE]


@pytest.fixture(autouse=True)
def _plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let oauthlib talk to loopback without TLS, and be told of fewer scopes without an error."""
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    monkeypatch.setenv("OAUTHLIB_RELAX_TOKEN_SCOPE", "1")


def sign_in(account: Account, folder: Path, browser: Browser, *, wait: int = 20, **more: Any) -> Any:
    """The credentials that Google's library comes back with."""
    flow = InstalledAppFlow.from_client_secrets_file(str(account.client_file(folder)), SCOPES)
    with browser.installed():
        return flow.run_local_server(
            host="127.0.0.1", port=0, timeout_seconds=wait, authorization_prompt_message=None, **more
        )


def profile(account: Account, creds: Any) -> int:
    """The status of asking for the profile."""
    with AuthorizedSession(creds) as session:
        return int(session.get(f"{account.root}gmail/v1/users/me/profile").status_code)


def token(account: Account, **fields: str) -> requests.Response:
    """What the token endpoint says to these fields."""
    asked = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, **fields}
    return requests.post(f"{account.root}token", data=asked, timeout=10)


# -- consent ------------------------------------------------------------------------------------
def test_a_user_signs_in_with_their_browser(account: Account, tmp_path: Path) -> None:
    creds = sign_in(account, tmp_path, Browser(account.address))
    assert creds.refresh_token
    assert set(creds.granted_scopes) == set(SCOPES)
    assert profile(account, creds) == 200


def test_a_user_who_denies_is_heard(account: Account, tmp_path: Path) -> None:
    with pytest.raises(AccessDeniedError):
        sign_in(account, tmp_path, Browser(account.address, deny=True))


def test_a_user_who_closes_the_page_is_not_waited_for_for_ever(account: Account, tmp_path: Path) -> None:
    with pytest.raises(WSGITimeoutError):
        sign_in(account, tmp_path, Browser(account.address, close=True), wait=1)


def test_a_user_may_grant_a_part(account: Account, tmp_path: Path) -> None:
    creds = sign_in(account, tmp_path, Browser(account.address, only=[READONLY]))
    assert creds.granted_scopes == [READONLY]
    with AuthorizedSession(creds) as session:
        refused = session.post(f"{account.root}gmail/v1/users/me/drafts", json={"message": {"raw": "eA"}})
    assert refused.status_code == 403
    assert refused.json()["error"]["errors"][0]["reason"] == "insufficientPermissions"


def test_a_user_who_grants_nothing_denies(account: Account, tmp_path: Path) -> None:
    with pytest.raises(AccessDeniedError):
        sign_in(account, tmp_path, Browser(account.address, only=[]))


def test_without_offline_access_there_is_no_refresh_token(account: Account, tmp_path: Path) -> None:
    creds = sign_in(account, tmp_path, Browser(account.address), access_type="online")
    assert creds.refresh_token is None
    assert profile(account, creds) == 200


def test_a_browser_can_be_given_to_another_process(account: Account, tmp_path: Path) -> None:
    program = (
        "import sys; from google_auth_oauthlib.flow import InstalledAppFlow as Flow\n"
        "flow = Flow.from_client_secrets_file(sys.argv[1], sys.argv[2:])\n"
        "print(flow.run_local_server(host='127.0.0.1', port=0, timeout_seconds=20).refresh_token)"
    )
    browser = Browser(account.address)
    done = subprocess.run(
        [sys.executable, "-c", program, account.client_file(tmp_path), *SCOPES],
        env=os.environ | {"BROWSER": browser.command()},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    answer = token(account, grant_type="refresh_token", refresh_token=done.stdout.splitlines()[-1])
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("change", "status"),
    [({"client_id": "x"}, 401), ({"redirect_uri": "https://evil.example/"}, 400), ({"scope": ""}, 400)],
)
def test_a_request_that_is_wrong_gets_no_form(account: Account, change: dict[str, str], status: int) -> None:
    asked = {"client_id": CLIENT_ID, "redirect_uri": "http://127.0.0.1:1/", "scope": READONLY, "response_type": "code"}
    answer = requests.get(f"{account.root}o/oauth2/v2/auth", params={**asked, **change}, timeout=10)
    assert answer.status_code == status
    assert "<form" not in answer.text


# -- codes --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code_verifier": "x" * 43}, "invalid_grant"),
        ({"redirect_uri": "http://127.0.0.1:2/"}, "redirect_uri_mismatch"),
        ({"code": "x"}, "invalid_grant"),
        ({"client_secret": "x"}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_code_is_good_for_its_client_redirect_and_verifier_alone(
    account: Account, tmp_path: Path, change: dict[str, str], error: str
) -> None:
    flow = InstalledAppFlow.from_client_secrets_file(str(account.client_file(tmp_path)), SCOPES)
    flow.redirect_uri = "http://127.0.0.1:1/"
    url, _ = flow.authorization_url()
    code = Browser(account.address).decide(url).partition("code=")[2].partition("&")[0]
    right = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": flow.redirect_uri,
        "code_verifier": flow.code_verifier,
    }
    assert token(account, **{**right, **change}).json()["error"] == error
    assert token(account, **right).status_code == 200
    assert token(account, **right).json()["error"] == "invalid_grant"  # a code is used once


# -- tokens -------------------------------------------------------------------------------------
def test_an_expired_access_token_is_refreshed(account: Account) -> None:
    creds = credentials(account)
    assert profile(account, creds) == 200
    first = creds.token
    account.expire_access_tokens()
    assert profile(account, creds) == 200
    assert creds.token != first
    assert account.calls() == ["token", "getProfile", "getProfile", "token", "getProfile"]


def test_a_token_is_good_for_as_long_as_it_says(account: Account) -> None:
    account.token_seconds = 0
    creds = credentials(account)
    assert profile(account, creds) == 401


def test_a_token_that_nobody_was_given_opens_nothing(account: Account) -> None:
    for headers in ({}, {"Authorization": "Bearer made-up"}, {"Authorization": "Basic eDp5"}):
        answer = requests.get(f"{account.root}gmail/v1/users/me/profile", headers=headers, timeout=10)
        assert answer.status_code == 401
        assert answer.json()["error"]["errors"][0]["reason"] == "authError"


@pytest.mark.parametrize("which", ["token", "refresh_token"])
def test_either_token_revokes_all(account: Account, which: str) -> None:
    creds = credentials(account)
    assert profile(account, creds) == 200
    told = {"token": getattr(creds, which)}
    assert requests.post(f"{account.root}revoke", data=told, timeout=10).status_code == 200
    with pytest.raises(RefreshError, match="expired or revoked"):
        profile(account, creds)
    assert requests.post(f"{account.root}revoke", data=told, timeout=10).status_code == 400


def test_a_user_can_withdraw_their_consent(account: Account) -> None:
    creds = credentials(account)
    account.revoke()
    with pytest.raises(RefreshError, match="invalid_grant"):
        profile(account, creds)
    assert profile(account, credentials(account)) == 200


def test_one_users_token_opens_only_their_mailbox(gmail: Gmail) -> None:
    one, other = gmail.account(), gmail.account()
    with AuthorizedSession(credentials(one)) as session:
        told = session.get(f"{gmail.root}gmail/v1/users/me/profile").json()
    assert told["emailAddress"] == one.address != other.address
