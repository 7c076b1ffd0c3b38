"""The one way to Gmail: the calls of `calls`, within the quota, each made once.

Google's client library wants an httplib2.Http. httplib2 sends a POST a second time when the connection breaks, even
where no retries are asked for (measured: one `drafts.create`, two drafts); so what the library gets is this, which has
the one method that it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from providers.gmail.calls import permitted
from providers.gmail.credentials import Token
from providers.gmail.errors import refusal
from providers.gmail.line import Line
from providers.gmail.pace import Meter

if TYPE_CHECKING:
    import httplib2

__all__ = ["Wire"]

_OCTETS = 80_000_000
"""The most that one answer may bring: a message of 50 MB in base64 (Gmail takes none larger), and its JSON."""
_BATCH_OCTETS = 32_000_000


class Wire:
    """What Google's library takes for httplib2. Used by one thread."""

    def __init__(self, account: str, root: str, token: Token, line: Line, meter: Meter) -> None:
        """Keep what is needed; nothing is asked for yet.

        Args:
            account: Its name, for messages.
            root: The API's address, with a slash at its end.
            token: What every request carries.
            line: What carries requests.
            meter: Counts units, and waits where too many were spent.
        """
        self._account = account
        self._root = root
        self._token = token
        self._line = line
        self._meter = meter

    def renew(self) -> None:
        """Get another access token in place of one that Gmail refused."""
        self._token.renew()

    def close(self) -> None:
        """Let go of the connections; never raises. Google's library calls it too."""
        self._line.close()

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: str | bytes | None = None,
        headers: dict[str, str] | None = None,
        **_: Any,
    ) -> tuple[httplib2.Response, bytes]:
        """Make a request, once, and give a successful answer in httplib2's form.

        Raises:
            NotOurs: it is not one of our calls; nothing was sent
            Refused: Gmail said no, so nothing was done
            Lost: no whole answer came
            SignInRefused, NotSetUp
        """
        import httplib2

        calls = permitted(self._root, method, uri, headers or {}, body)

        self._meter.spend(sum(call.units for call in calls), len(calls))
        limit = _OCTETS if len(calls) == 1 else _BATCH_OCTETS
        answer = self._line.send(method, uri, body, self._signed(headers or {}), limit)
        if answer.status == 401:  # nothing was done, so it is asked for again with a new token
            self.renew()
            answer = self._line.send(method, uri, body, self._signed(headers or {}), limit)
        if answer.status >= 300:
            raise refusal(self._account, answer.status, answer.data, answer.headers.get("retry-after", ""))
        return httplib2.Response({**answer.headers, "status": str(answer.status)}), answer.data

    def _signed(self, headers: dict[str, str]) -> dict[str, str]:
        return {**headers, "Authorization": f"Bearer {self._token.bearer()}"}
