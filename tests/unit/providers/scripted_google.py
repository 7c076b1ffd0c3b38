"""Google as a script: what it answers to each request, in place of the network below a requests session."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.response import HTTPResponse

from providers.gmail.api import Api
from providers.gmail.credentials import Client, Token
from providers.gmail.line import Line, new_session
from providers.gmail.pace import Clock, Meter
from providers.gmail.wire import Wire

__all__ = ["ROOT", "FakeClock", "Script", "api_of", "error", "raw", "reply"]

ROOT = "https://gmail.test/"
CLIENT = Client("id", "secret", "https://login.test/auth", "https://login.test/token", "https://login.test/revoke")

Reply = tuple[int, bytes, dict[str, str]]
Step = Reply | Exception | Callable[[requests.PreparedRequest], Reply]


class FakeClock:
    """A clock that moves when somebody sleeps, and notes how long."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    @property
    def clock(self) -> Clock:
        return Clock(lambda: self.time, self.sleep, lambda: 0.5)


class Script(BaseAdapter):
    """Answers requests one after the other; what is asked of the token endpoint apart from those of the API."""

    def __init__(self, *steps: Step, tokens: tuple[Step, ...] = ()) -> None:
        super().__init__()
        self.steps = list(steps)
        self.tokens = list(tokens)
        self.seen: list[requests.PreparedRequest] = []
        self.renewals = 0

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        if request.url == CLIENT.token_uri:
            self.renewals += 1
            step = (
                self.tokens.pop(0) if self.tokens else reply({"access_token": f"t{self.renewals}", "expires_in": 3600})
            )
        else:
            self.seen.append(request)
            step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        status, content, headers = step(request) if callable(step) else step
        answer = requests.Response()
        answer.status_code, answer.headers, answer.request = status, CaseInsensitiveDict(headers), request
        answer.raw = HTTPResponse(io.BytesIO(content), preload_content=False)
        return answer

    def close(self) -> None: ...


def reply(data: Any = None, status: int = 200, **headers: str) -> Reply:
    content = data if isinstance(data, bytes) else json.dumps(data if data is not None else {}).encode()
    return status, content, {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}


def error(status: int, reason: str = "", **headers: str) -> Reply:
    return reply({"error": {"message": "no", "errors": [{"reason": reason}]}}, status, **headers)


def raw(
    name: str, content: bytes = b"Subject: x\r\n\r\nhello\r\n", labels: tuple[str, ...] = ("INBOX",)
) -> dict[str, Any]:
    """A message as messages.get gives it."""
    encoded = base64.urlsafe_b64encode(content).decode().rstrip("=")
    return {"id": name, "threadId": f"f{name}", "labelIds": labels, "internalDate": "1767225600000", "raw": encoded}


def session_of(script: Script) -> requests.Session:
    session = new_session()
    session.mount("https://", script)
    return session


def wire_of(script: Script, fake: FakeClock, per_minute: int = 6000) -> tuple[Wire, Meter]:
    line = Line(session_of(script), fake.clock, 60)
    meter = Meter(per_minute, fake.clock)
    return Wire("home", ROOT, Token("home", CLIENT, "refresh", line), line, meter), meter


def api_of(script: Script, fake: FakeClock | None = None, per_minute: int = 6000) -> tuple[Api, Meter]:
    """The API over a script."""
    fake = fake or FakeClock()
    wire, meter = wire_of(script, fake, per_minute)
    return Api("home", wire, ROOT, fake.clock), meter
