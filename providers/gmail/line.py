"""HTTP as this package speaks it: each request goes out once, redirects are not followed, answers have limits."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from providers.base import Unreachable
from providers.gmail.errors import Lost
from providers.gmail.pace import Clock

if TYPE_CHECKING:
    import requests

__all__ = ["Answer", "Line", "TooLarge", "new_session"]

_CONNECT = 15.0
"""Seconds to wait for a connection."""
_PATIENCE = 5.0
"""How many times the wait for something to arrive a whole answer may take."""
_TOKEN_OCTETS = 100_000
_CHUNK = 65536


class TooLarge(Unreachable):
    """An answer that exceeds its limit; one to a batch may well do so, and is then asked for in halves."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer; the names are those of google.auth.transport.Response."""

    status: int
    headers: dict[str, str]
    """Names in lower case."""
    data: bytes


def new_session() -> requests.Session:
    """A session that adds nothing of its own but the proxy that the environment may name."""
    import requests

    session = requests.Session()
    session.auth = _unchanged  # else a line in ~/.netrc would take the place of our token
    return session


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class Line:
    """A requests session, with limits. Used by one thread; as a function, it is a google.auth.transport.Request."""

    def __init__(self, session: requests.Session, clock: Clock, timeout: float) -> None:
        """Keep what is needed.

        Args:
            session: What carries requests.
            clock: For limits.
            timeout: Seconds to wait for something to arrive.
        """
        self._session = session
        self._clock = clock
        self._timeout = timeout

    def close(self) -> None:
        """Let go of the connections; never raises."""
        with contextlib.suppress(Exception):
            self._session.close()

    def send(self, method: str, uri: str, body: Any, headers: dict[str, str], limit: int) -> Answer:
        """The answer, of so many octets at most, to one request, sent once."""
        import requests

        where = uri.split("/")[2]
        until = self._clock.now() + self._timeout * _PATIENCE
        content = bytearray()
        try:
            with self._session.request(
                method,
                uri,
                data=body,
                headers=headers,
                timeout=(min(self._timeout, _CONNECT), self._timeout),
                allow_redirects=False,
                stream=True,
            ) as answer:
                for chunk in answer.iter_content(_CHUNK):
                    content += chunk
                    if len(content) > limit:
                        raise TooLarge(f"{where} answers with more than {limit // 1_000_000} MB")
                    if self._clock.now() > until:
                        raise Lost(f"{where}: the answer takes too long", arrived=True)
                return Answer(answer.status_code, {k.lower(): v for k, v in answer.headers.items()}, bytes(content))
        except requests.exceptions.RequestException as error:
            lost = _lost(where, error)
        # raised out here, so that the request, which holds the token, does not hang on it
        raise lost

    def __call__(self, url: str, method: str = "GET", body: Any = None, headers: Any = None, **_: Any) -> Answer:
        """The same for Google's libraries, to which a time-out of theirs is no matter."""
        from google.auth.exceptions import TransportError

        try:
            return self.send(method, url, body, dict(headers or {}), _TOKEN_OCTETS)
        except Unreachable as error:
            raise TransportError(str(error)) from None  # type: ignore[no-untyped-call]


def _lost(where: str, error: requests.exceptions.RequestException) -> Lost:
    """What became of a request. It cannot have arrived where there never was a connection, or not an encrypted one."""
    import requests
    from urllib3.exceptions import NewConnectionError

    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        hint = "see whether something on the way takes its place, and whether this computer's clock is right"
        return Lost(f"{where}: the server's certificate is not trusted; nothing was sent", arrived=False, hint=hint)
    unmade = (NewConnectionError, requests.exceptions.ConnectTimeout, requests.exceptions.ProxyError)
    if any(isinstance(cause, unmade) for cause in causes):
        return Lost(f"{where} cannot be reached", arrived=False, hint="check the network")
    if isinstance(error, requests.exceptions.Timeout):
        return Lost(f"{where} did not answer in time", arrived=True)
    return Lost(f"{where}: the connection was lost", arrived=True)


def _causes(error: object) -> Iterator[object]:
    """The exceptions inside an exception of requests, which are its arguments, or `reason` of urllib3's."""
    if isinstance(error, BaseException):
        yield error
        for inner in (*error.args, getattr(error, "reason", None)):
            yield from _causes(inner)
