"""Signing in together with the user: consent in a browser, which comes back to this computer with a code.

The flow for installed apps, with PKCE (RFC 8252, RFC 7636; https://developers.google.com/identity/protocols/oauth2/native-app).
Google's own flow object makes the address and redeems the code. The listener is ours: Google's answers one request,
whatever that is, and would take a browser's look for an icon for the answer.
"""

from __future__ import annotations

import html
import os
import secrets
import socket
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from providers.base import NotSetUp, SignInRefused, Unreachable
from providers.errors import cleaned
from providers.gmail.credentials import SCOPES, Client

__all__ = ["Grant", "ask", "revoke"]

_SECONDS = 300.0
"""How long the user has. Google's pages of consent take a minute when one reads them."""
_HOST = "127.0.0.1"
_DONE = "You are signed in. You may close this page, and go back to the terminal."
_FAILED = "There was no consent. You may close this page, and go back to the terminal."


@dataclass(frozen=True, slots=True)
class Grant:
    """What the user consented to."""

    refresh_token: str = field(repr=False)
    scopes: frozenset[str]


def ask(client: Client, address: str, tell: Callable[[str], None], port: int, *, browser: bool) -> Grant:
    """Have the user consent, and redeem the code that comes of it.

    Args:
        client: The user's OAuth client.
        address: Whose mailbox it is to be, so that Google's page begins with it.
        tell: Shows the user what to do.
        port: Where to listen; 0 for any port that is free.
        browser: Whether to open one here, where there is a desktop.

    Raises:
        SignInRefused: no consent was given, in time or at all
        Unreachable: the code could not be redeemed
        NotSetUp: the port is in use
    """
    from google_auth_oauthlib.flow import Flow

    with _Listener(port) as listener:
        flow = Flow.from_client_config(client.form, SCOPES, redirect_uri=f"http://{_HOST}:{listener.server_port}/")
        state = secrets.token_urlsafe(24)
        url, _ = flow.authorization_url(access_type="offline", prompt="consent", login_hint=address, state=state)
        _invite(tell, url, listener.server_port, browser=browser)
        code = listener.code(state)
    with flow.oauth2session:
        return _redeemed(flow, code)


def revoke(client: Client, token: str, post: Callable[..., Any]) -> None:
    """Make a token worthless, and all that came of it.

    Raises:
        Unreachable: Google did not do so
    """
    from google.auth.exceptions import TransportError

    fields = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        answer = post(client.revoke_uri, method="POST", body=urlencode({"token": token}), headers=fields)
    except TransportError as error:
        raise Unreachable(f"the sign-in was not revoked: {error}", hint="try again later") from None
    if answer.status not in (200, 400):  # 400: it was worthless already
        raise Unreachable(f"the sign-in was not revoked: Google answered {answer.status}", hint="try again later")


def _invite(tell: Callable[[str], None], url: str, port: int, *, browser: bool) -> None:
    if browser and _opened(url):
        tell("Your browser opens a page of Google's. If it does not, open this address in it:")
    else:
        user = os.environ.get("USER") or "you"
        tell("On the computer where your browser is, open a way to this one, and leave it open:")
        tell(f"ssh -N -L {port}:{_HOST}:{port} {user}@{socket.gethostname()}")
        tell("Then open this address in that browser:")
    tell(url)
    tell(f"Waiting {_SECONDS / 60:.0f} minutes for your consent ...")


def _opened(url: str) -> bool:
    """Whether a browser opens here where it can be seen: not one in a terminal, nor one at the other end of ssh."""
    seen = os.name == "nt" or os.uname().sysname == "Darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if "BROWSER" not in os.environ and (not seen or "SSH_CONNECTION" in os.environ):
        return False
    try:
        return webbrowser.get().open(url)
    except webbrowser.Error:
        return False


def _redeemed(flow: Any, code: str) -> Grant:
    from oauthlib.oauth2 import OAuth2Error
    from requests.exceptions import RequestException

    try:
        token = flow.fetch_token(code=code, timeout=(15, 60))
    except Warning as changed:  # as oauthlib says that other scopes were granted than asked for
        token = getattr(changed, "token", {})
    except OAuth2Error as error:
        raise Unreachable(f"Google did not take the consent: {cleaned(error.error)}", hint="try again") from None
    except (RequestException, ValueError) as error:
        raise Unreachable(f"Google did not answer ({type(error).__name__})", hint="try again later") from None
    granted = token.get("scope", SCOPES)
    scopes = frozenset(granted.split() if isinstance(granted, str) else granted)
    return Grant(str(token.get("refresh_token") or ""), scopes)


class _Listener(HTTPServer):
    """Listens on loopback for the browser that comes back."""

    def __init__(self, port: int) -> None:
        try:
            super().__init__((_HOST, port), _Handler)
        except OSError as error:
            raise NotSetUp(
                f"port {port} of this computer cannot be used: {error.strerror}", hint="choose another"
            ) from error
        self.state = ""
        self.answer: dict[str, str] | None = None

    def server_bind(self) -> None:
        """Bind, without asking a name server for our own name as HTTPServer does."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = _HOST, int(self.server_address[1])

    def code(self, state: str) -> str:
        """The code that the browser brings.

        Raises:
            SignInRefused
        """
        self.state = state
        until = time.monotonic() + _SECONDS
        while self.answer is None:
            self.timeout = until - time.monotonic()
            if self.timeout <= 0:
                raise SignInRefused("there was no consent in time; nothing was changed", hint="begin again")
            self.handle_request()
        if "code" not in self.answer:
            said = cleaned(self.answer.get("error", "no reason given"))
            raise SignInRefused(f"there was no consent ({said}); nothing was changed", hint="begin again")
        return self.answer["code"]


class _Handler(BaseHTTPRequestHandler):
    """One request. Only the one with the state that we made is an answer."""

    timeout = 5
    server: _Listener

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        given = {name: values[0] for name, values in query.items()}
        if not secrets.compare_digest(given.get("state", "").encode(), self.server.state.encode()):
            self.send_error(404)
            return
        self.server.answer = given
        page = f"<!doctype html><title>Watcher</title><p>{html.escape(_DONE if 'code' in given else _FAILED)}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the request holds the code."""
