"""How the proxy talks to the emulator: over kept connections, as one of its users."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.servers.gmail.errors import ApiError

__all__ = ["Upstream", "User"]

_KEPT_SECONDS = 3
"""The emulator closes what is idle for 5."""
_CALLS_PER_TOKEN = 4_000
"""It takes 5,000 an hour with one token."""
_REDIRECT = "http://127.0.0.1/"


class Upstream:
    """The emulator's port, for any thread."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[tuple[float, http.client.HTTPConnection]] = []
        """Connections that wait for the next call, and since when."""
        self._lock = threading.Lock()

    def close(self) -> None:
        for _, connection in self._idle:
            connection.close()

    def call(self, verb: str, target: str, headers: Mapping[str, str], body: str = "") -> tuple[int, bytes, str]:
        """Ask it something: the status, the body and the Location of its answer."""
        connection = self._take()
        try:
            connection.request(verb, target, body.encode() or None, dict(headers))
            answer = connection.getresponse()
            found = answer.status, answer.read(), answer.getheader("Location") or ""
        except OSError:
            connection.close()
            raise
        with self._lock:
            self._idle.append((time.monotonic(), connection))
        return found

    def _take(self) -> http.client.HTTPConnection:
        """A connection, a new one where those that wait may have been closed meanwhile."""
        with self._lock:
            while self._idle:
                since, connection = self._idle.pop()
                if time.monotonic() - since < _KEPT_SECONDS:
                    return connection
                connection.close()
        return http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)

    def form(self, target: str, fields: Mapping[str, str]) -> tuple[int, bytes, str]:
        """Send a form; as `call`."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.call("POST", target, headers, urlencode(fields))

    def code_for(self, user: str, client_id: str, redirect_uri: str, scope: str, challenge: str, method: str) -> str:
        """The authorization code that it gives when this user consents."""
        fields = {
            "email": user,
            "client_id": client_id,
            "redirect_uri": redirect_uri,
            "scope": scope,
            "code_challenge": challenge,
            "code_challenge_method": method,
        }
        _, _, location = self.form("/o/oauth2/v2/auth/callback", fields)
        return parse_qs(urlsplit(location).query)["code"][0]


class User:
    """One of the emulator's users, with tokens of the proxy's own."""

    def __init__(self, upstream: Upstream, email: str) -> None:
        self.email = email
        self._upstream = upstream
        self._lock = threading.Lock()
        self._token = ""
        self._left = 0
        self._refresh = ""

    def api(self, verb: str, path: str, body: object = None, **query: Any) -> dict[str, Any]:
        """Call its Gmail API; `path` begins behind `users/me/`. Lists in `query` become repeated parameters.

        Raises:
            ApiError: it refuses
        """
        headers = {"Authorization": f"Bearer {self._bearer()}", "Content-Type": "application/json"}
        asked = urlencode({name: value for name, value in query.items() if value is not None}, doseq=True)
        text = "" if body is None else json.dumps(body)
        status, answer, _ = self._upstream.call(verb, f"/gmail/v1/users/me/{path}?{asked}", headers, text)
        found: dict[str, Any] = json.loads(answer) if answer else {}
        if status >= 400:
            error = found.get("error", {})
            reason = (error.get("errors") or [{}])[0].get("reason", "backendError")
            raise ApiError(status, reason, error.get("message", answer.decode("utf-8", "replace")))
        return found

    def _bearer(self) -> str:
        with self._lock:
            if not self._left:
                self._token, self._left = self._fresh_token(), _CALLS_PER_TOKEN
            self._left -= 1
            return self._token

    def _fresh_token(self) -> str:
        if self._refresh:
            asked = {"grant_type": "refresh_token", "refresh_token": self._refresh, "client_id": "proxy"}
        else:
            code = self._upstream.code_for(self.email, "proxy", _REDIRECT, "proxy", "", "")
            asked = {"grant_type": "authorization_code", "code": code, "client_id": "proxy"}
        _, answer, _ = self._upstream.form("/oauth2/token", asked)
        tokens = json.loads(answer)
        self._refresh = tokens.get("refresh_token", self._refresh)
        return str(tokens["access_token"])
