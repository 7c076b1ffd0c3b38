"""Microsoft's sign-in as its documentation describes it, on loopback: the device authorization grant and renewal.

This is our reading of https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code and of RFC 8628, spoken
to by Microsoft's own library; the access tokens are real ones of the IMAP server that they are for.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

__all__ = ["Entra"]

_CLIENT = "11111111-2222-3333-4444-555555555555"


class Entra:
    """A tenant that one user consents in; a context manager.

    Args:
        certificate: For TLS, with its key.
        access: Makes an access token.
    """

    def __init__(self, certificate: Path, access: Callable[[], str]) -> None:
        self.client_id = _CLIENT
        self.access = access
        self.polls_until_consent = 1
        self.refuses: str = ""
        """An error of the token endpoint, in place of what was asked for."""
        self.status = 0
        """An HTTP status without an answer, in place of anything."""
        self.refresh_tokens = ["refresh-0"]
        """All that were given out; the first is known from the start."""
        self.asked: list[dict[str, str]] = []
        """The forms that were posted."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def authority(self) -> str:
        return f"https://127.0.0.1:{self._server.server_port}/common"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def configuration(self) -> dict[str, Any]:
        base = f"{self.authority}/oauth2/v2.0"
        return {
            "issuer": f"{self.authority}/v2.0",
            "authorization_endpoint": f"{base}/authorize",
            "token_endpoint": f"{base}/token",
            "device_authorization_endpoint": f"{base}/devicecode",
        }

    def device_code(self) -> dict[str, Any]:
        page = "https://microsoft.com/devicelogin"
        return {"device_code": "d", "user_code": "ABC-DEF", "verification_uri": page, "expires_in": 900, "interval": 0}

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        if self.refuses:
            return 400, {"error": self.refuses, "error_description": f"it was {form.get('refresh_token', 'nothing')}"}
        if "device_code" in form and self.polls_until_consent:
            self.polls_until_consent -= 1
            return 400, {"error": "authorization_pending"}
        if form.get("refresh_token", self.refresh_tokens[-1]) not in self.refresh_tokens:
            return 400, {"error": "invalid_grant"}
        self.refresh_tokens.append(f"refresh-{len(self.refresh_tokens)}")
        given = {"access_token": self.access(), "refresh_token": self.refresh_tokens[-1]}
        return 200, {"token_type": "Bearer", "expires_in": 3599, **given}


def _handler(entra: Entra) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(200, entra.configuration())

        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            fields = {name: values[0] for name, values in parse_qs(form).items()}
            entra.asked.append(fields)
            self._answer(*((200, entra.device_code()) if self.path.endswith("devicecode") else entra.token(fields)))

        def _answer(self, status: int, data: dict[str, Any]) -> None:
            body = b"" if entra.status else json.dumps(data).encode()
            self.send_response(entra.status or status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler
