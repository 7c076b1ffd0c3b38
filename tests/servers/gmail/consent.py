"""The page where a user picks an account, and allows an app what it asks, or a part of it, or denies it.

It looks nothing like Google's; what comes of it is the same:
<https://developers.google.com/identity/protocols/oauth2/native-app>.
"""

from __future__ import annotations

import html
import secrets
import threading
from urllib.parse import urlencode

from tests.servers.gmail.account import Account
from tests.servers.gmail.tokens import Asked, OAuthError, TokenBook
from tests.servers.gmail.wire import Reply, Request

__all__ = ["Consent"]

_PAGE = """<!DOCTYPE html>
<title>Sign in</title>
<form method="post" action="/o/oauth2/v2/auth">
<input type="hidden" name="request" value="{key}">
<label>Account <input name="account"></label>
{scopes}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>
"""
_SCOPE = '<label><input type="checkbox" name="scope" value="{0}"> {0}</label>'


class Consent:
    """The page and what is decided on it."""

    def __init__(self, book: TokenBook, accounts: dict[str, Account]) -> None:
        self._book = book
        self._accounts = accounts
        self._open: dict[str, Asked] = {}
        self._lock = threading.Lock()

    def page(self, request: Request) -> Reply:
        """Answer an authorization URL with a form."""
        try:
            asked = self._book.asked(request.query)
        except OAuthError as error:
            text = f"<!DOCTYPE html><title>Error</title>Access blocked. Error {error.status}: {error.code}. {error}"
            return Reply(error.status, body=text.encode())
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._open[key] = asked
        scopes = "\n".join(_SCOPE.format(html.escape(scope)) for scope in asked.scopes)
        return Reply(200, body=_PAGE.format(key=key, scopes=scopes).encode())

    def decide(self, request: Request) -> Reply:
        """Answer the form with a redirect to the app."""
        form = request.form()
        with self._lock:
            asked = self._open.pop(form.get("request", [""])[0], None)
        account = self._accounts.get(form.get("account", [""])[0])
        if asked is None or account is None:
            return Reply(400, body=b"<!DOCTYPE html><title>Error</title>No such request, or no such account.")
        told = {"state": asked.state} if asked.state else {}
        granted = [scope for scope in asked.scopes if scope in form.get("scope", [])]
        if form.get("decision") == ["allow"] and granted:
            told |= {"code": self._book.allow(account, asked, granted), "scope": " ".join(granted)}
        else:
            told |= {"error": "access_denied"}
        joint = "&" if "?" in asked.redirect_uri else "?"
        return Reply(302, headers={"Location": f"{asked.redirect_uri}{joint}{urlencode(told)}"})
