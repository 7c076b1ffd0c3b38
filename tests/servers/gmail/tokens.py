"""Who may do what: consents, codes, tokens, and how they end.

The emulator gives the codes and tokens and checks PKCE; this book remembers whose they are, which the emulator does not
ask later on, and holds the rules that it leaves out:

- An installed app's client secret is asked for, as HTTP Basic or in the body; a redirect goes to loopback, any port; a
  code is for the client and the redirect it was given to: native-app, and RFC 6749, 4.1.3.
- The user may grant a part of the scopes: resources/granular-permissions.
- A refresh token comes with access_type=offline only: web-server. (By native-app an installed app always gets one; a
  client that asks is right either way.)
- Revoking either token ends all that was granted with it: native-app#tokenrevoke.
- Refresh tokens end in several ways, each told as invalid_grant: the first page, #expiration.

All these pages are below <https://developers.google.com/identity/protocols/oauth2>.
"""

from __future__ import annotations

import base64
import json
import re
import secrets
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.servers.gmail.errors import ApiError
from tests.servers.gmail.methods import Method
from tests.servers.gmail.upstream import Upstream
from tests.servers.gmail.wire import Request

if TYPE_CHECKING:
    from tests.servers.gmail.account import Account

__all__ = ["CLIENT_ID", "CLIENT_SECRET", "Asked", "OAuthError", "TokenBook"]

CLIENT_ID = "314159265358-watcher.apps.googleusercontent.com"
CLIENT_SECRET = "GOCSPX-a-secret-of-the-test-server"
LIFETIME_SECONDS = 3599
_EXCHANGE = {"grant_type": "authorization_code"}
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:/.*)?")


class OAuthError(Exception):
    """A refusal of the authorization server (RFC 6749, 5.2)."""

    def __init__(self, status: int, code: str, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Asked:
    """What an app asks of a user."""

    client_id: str
    redirect_uri: str
    scopes: tuple[str, ...]
    state: str
    offline: bool
    challenge: str
    challenge_method: str


@dataclass(slots=True)
class _Grant:
    """What a user granted, and what follows from it."""

    account: Account
    client_id: str
    scopes: frozenset[str]
    refresh_token: str = ""
    access_tokens: dict[str, float] = field(default_factory=dict)
    """Until when each is good, on the monotonic clock."""
    revoked: bool = False


class TokenBook:
    """All grants. May be used from any thread."""

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream
        self._codes: dict[str, tuple[Asked, _Grant]] = {}
        self._grants: list[_Grant] = []
        self._lock = threading.RLock()

    # -- consent ------------------------------------------------------------------------------
    @staticmethod
    def asked(query: dict[str, list[str]]) -> Asked:
        """Read the query of an authorization URL.

        Raises:
            OAuthError: the client is not known, or the redirect is none of an installed app
        """
        one = {name: values[0] for name, values in query.items()}
        if one.get("client_id") != CLIENT_ID:
            raise OAuthError(401, "invalid_client", "The OAuth client was not found.")
        if not _LOOPBACK.fullmatch(one.get("redirect_uri", "")):
            raise OAuthError(400, "redirect_uri_mismatch", "The redirect is not a loopback address.")
        if one.get("response_type") != "code" or not one.get("scope"):
            raise OAuthError(400, "invalid_request", "response_type is to be code, and a scope is needed.")
        return Asked(
            client_id=one["client_id"],
            redirect_uri=one["redirect_uri"],
            scopes=tuple(one["scope"].split()),
            state=one.get("state", ""),
            offline=one.get("access_type") == "offline",
            challenge=one.get("code_challenge", ""),
            challenge_method=one.get("code_challenge_method", ""),
        )

    def allow(self, account: Account, asked: Asked, scopes: Iterable[str]) -> str:
        """The user grants these of the scopes that were asked for; the code for the app."""
        granted = [scope for scope in asked.scopes if scope in set(scopes)]
        code = self._upstream.code_for(
            account.upstream_email,
            asked.client_id,
            asked.redirect_uri,
            " ".join(granted),
            asked.challenge,
            asked.challenge_method,
        )
        with self._lock:
            self._codes[code] = asked, _Grant(account, asked.client_id, frozenset(granted))
        return code

    def exchange(self, code: str) -> str:
        """The refresh token for a code, as its own client would get it."""
        asked, _ = self._codes[code]
        return str(
            self._exchange(asked.client_id, {**_EXCHANGE, "code": code, "redirect_uri": asked.redirect_uri})[
                "refresh_token"
            ]
        )

    # -- the token endpoint -------------------------------------------------------------------
    def account_of_request(self, request: Request) -> Account | None:
        """Whose token a request to the token endpoint is about, if it is known."""
        fields = {name: values[0] for name, values in request.form().items()}
        with self._lock:
            if fields.get("code") in self._codes:
                return self._codes[fields["code"]][1].account
        return self.owner(fields.get("refresh_token") or fields.get("token") or "")

    def token(self, request: Request) -> dict[str, Any]:
        """What the token endpoint answers.

        Raises:
            OAuthError
        """
        fields = {name: values[0] for name, values in request.form().items()}
        client_id = _client_of(request, fields)
        kind = fields.get("grant_type")
        if kind == "authorization_code":
            return self._exchange(client_id, fields)
        if kind == "refresh_token":
            return self._refresh(client_id, fields.get("refresh_token", ""))
        raise OAuthError(400, "unsupported_grant_type", f"Invalid grant_type: {kind}")

    def _exchange(self, client_id: str, fields: dict[str, str]) -> dict[str, Any]:
        with self._lock:
            asked, grant = self._codes.get(fields.get("code", ""), (None, None))
            if asked is None or grant is None:
                raise OAuthError(400, "invalid_grant", "Malformed auth code.")
            if asked.client_id != client_id:
                raise OAuthError(400, "invalid_grant", "Bad Request")
            if asked.redirect_uri != fields.get("redirect_uri"):
                raise OAuthError(400, "redirect_uri_mismatch", "Bad Request")
            answer = self._forward(fields)
            del self._codes[fields["code"]]
            self._grants.append(grant)
            if asked.offline:
                grant.refresh_token = answer["refresh_token"]
            shown = self._issued(grant, answer["access_token"])
            return {**shown, "refresh_token": grant.refresh_token} if asked.offline else shown

    def _refresh(self, client_id: str, token: str) -> dict[str, Any]:
        with self._lock:
            grant = self._grant_of(token)
            if grant is None or grant.revoked or grant.client_id != client_id or grant.refresh_token != token:
                raise OAuthError(400, "invalid_grant", "Token has been expired or revoked.")
            answer = self._forward({"grant_type": "refresh_token", "refresh_token": token})
            return self._issued(grant, answer["access_token"])

    def _forward(self, fields: dict[str, str]) -> dict[str, Any]:
        status, body, _ = self._upstream.form("/oauth2/token", fields)
        answer: dict[str, Any] = json.loads(body)
        if status != 200:
            raise OAuthError(status, answer["error"], answer.get("error_description", ""))
        return answer

    def _issued(self, grant: _Grant, access_token: str) -> dict[str, Any]:
        lasts = grant.account.token_seconds
        grant.access_tokens[access_token] = time.monotonic() + lasts
        return {
            "access_token": access_token,
            "expires_in": lasts,
            "scope": " ".join(sorted(grant.scopes)),
            "token_type": "Bearer",
        }

    # -- the end of a grant -------------------------------------------------------------------
    def revoke(self, token: str) -> None:
        """What the revocation endpoint does, with either token.

        Raises:
            OAuthError: 400, no such token, or it was revoked before
        """
        with self._lock:
            grant = self._grant_of(token)
            if grant is None or grant.revoked:
                raise OAuthError(400, "invalid_token", "Token expired or revoked")
            grant.revoked = True

    def end_all(self, account: Account) -> None:
        """All that the user granted is over: they said so in their account, or the tokens' seven days are."""
        with self._lock:
            for grant in self._grants:
                if grant.account is account:
                    grant.revoked = True

    def expire_access(self, account: Account) -> None:
        """The user's access tokens are no longer taken; refresh tokens are."""
        with self._lock:
            for grant in self._grants:
                if grant.account is account:
                    grant.access_tokens = dict.fromkeys(grant.access_tokens, 0)

    # -- the API ------------------------------------------------------------------------------
    def owner(self, token: str) -> Account | None:
        """Whose token it is or was, good or not."""
        with self._lock:
            grant = self._grant_of(token)
            return grant.account if grant else None

    def account_of_bearer(self, token: str) -> Account:
        """Whose mailbox an access token opens.

        Raises:
            ApiError: 401, it is unknown, expired or revoked
        """
        with self._lock:
            return self._good(token).account

    def check_scope(self, token: str, method: Method) -> None:
        """That a method is allowed: one of its scopes was granted.

        Raises:
            ApiError: 401 as `account_of_bearer`; 403, it was not
        """
        with self._lock:
            if not self._good(token).scopes & method.scopes:
                raise ApiError(403, "insufficientPermissions", "Request had insufficient authentication scopes.")

    def _good(self, token: str) -> _Grant:
        grant = self._grant_of(token)
        if grant is None or grant.revoked or grant.access_tokens.get(token, 0) < time.monotonic():
            raise ApiError(401, "authError", "Invalid Credentials")
        return grant

    def _grant_of(self, token: str) -> _Grant | None:
        for grant in self._grants:
            if token and (token == grant.refresh_token or token in grant.access_tokens):
                return grant
        return None


def _client_of(request: Request, fields: dict[str, str]) -> str:
    """The client that signs in at the token endpoint, by HTTP Basic or by its body (RFC 6749, 2.3.1)."""
    kind, _, word = request.headers.get("authorization", "").partition(" ")
    client_id, secret = fields.get("client_id", ""), fields.get("client_secret", "")
    if kind.lower() == "basic":
        client_id, _, secret = (unquote(part) for part in base64.b64decode(word).decode().partition(":"))
    if client_id != CLIENT_ID or not secrets.compare_digest(secret, CLIENT_SECRET):
        raise OAuthError(401, "invalid_client", "The OAuth client was not found.")
    return client_id
