"""What Google knows us by: the user's own OAuth client, and a refresh token that becomes access tokens.

https://developers.google.com/identity/protocols/oauth2/native-app
"""

from __future__ import annotations

import contextlib
import ipaddress
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from providers.base import NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.errors import cleaned

if TYPE_CHECKING:
    from google.oauth2.credentials import Credentials

__all__ = ["SCOPES", "Client", "Token", "is_secure", "read_client"]

SCOPES = ("https://www.googleapis.com/auth/gmail.readonly", "https://www.googleapis.com/auth/gmail.compose")
"""The least that reads mail and keeps drafts; there is none for drafts alone."""
_DESKTOP = "make an OAuth client of the type Desktop app, and download its JSON (docs/gmail.md, step 5)"


@dataclass(frozen=True, slots=True)
class Client:
    """An OAuth client of the type Desktop app, as Google's console gives it out."""

    id: str
    secret: str
    auth_uri: str
    token_uri: str
    revoke_uri: str

    @property
    def form(self) -> dict[str, Any]:
        """As Google's own library wants it."""
        return {
            "installed": {
                "client_id": self.id,
                "client_secret": self.secret,
                "auth_uri": self.auth_uri,
                "token_uri": self.token_uri,
            }
        }


def read_client(file: str) -> Client:
    """The client in a JSON file of Google's console.

    Raises:
        NotSetUp: there is no such file, or it holds something else
    """
    path = Path(file).expanduser()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        form = data["installed"]
        client = Client(
            str(form["client_id"]),
            str(form["client_secret"]),
            str(form.get("auth_uri", "https://accounts.google.com/o/oauth2/v2/auth")),
            str(form.get("token_uri", "https://oauth2.googleapis.com/token")),
            str(form.get("revoke_uri", "https://oauth2.googleapis.com/revoke")),
        )
    except OSError as error:
        raise NotSetUp(f"`client_file` cannot be read: {path}: {error.strerror}", hint=_DESKTOP) from error
    except (AttributeError, KeyError, TypeError, ValueError):
        raise NotSetUp(f"`client_file` is not the JSON of a Desktop app: {path}", hint=_DESKTOP) from None
    for uri in (client.auth_uri, client.token_uri, client.revoke_uri):
        if not is_secure(uri):
            raise NotSetUp(f"`client_file` names an address without encryption: {cleaned(uri)}", hint=_DESKTOP)
    return client


def is_secure(uri: str) -> bool:
    """Whether a secret may be sent there: over TLS, or within this computer."""
    address = urlsplit(uri)
    if address.scheme == "http":
        try:
            return ipaddress.ip_address(address.hostname or "").is_loopback
        except ValueError:
            return False
    return address.scheme == "https"


class Token:
    """The access token of the moment, made from the refresh token when it is asked for."""

    def __init__(self, account: str, client: Client, refresh_token: str, post: Callable[..., Any]) -> None:
        """Keep what is needed.

        Args:
            account: Its name, for the command that signs in.
            client: Whose refresh token it is.
            refresh_token: The secret.
            post: How to reach the token endpoint: a transport of google-auth.
        """
        self._account = account
        self._client = client
        self._secret = refresh_token
        self._post = post
        self._credentials: Credentials | None = None
        self.scopes: frozenset[str] = frozenset()
        """What the last answer says that the token is for; empty where it says nothing."""

    def bearer(self) -> str:
        """A token that has not expired.

        Raises:
            as `renew`
        """
        if self._credentials is None or not self._credentials.valid:
            self.renew()
        return str(self._credentials.token) if self._credentials else ""

    def renew(self) -> None:
        """Get a new access token.

        Raises:
            SignInRefused: the refresh token is worth nothing any more
            Unreachable: anything else; the refresh token may be as good as ever
        """
        from google.auth.exceptions import GoogleAuthError
        from google.oauth2.credentials import Credentials

        fresh = Credentials(  # type: ignore[no-untyped-call]
            None,
            refresh_token=self._secret,
            token_uri=self._client.token_uri,
            client_id=self._client.id,
            client_secret=self._client.secret,
        )
        try:
            fresh.refresh(self._posted)  # type: ignore[no-untyped-call]
        except GoogleAuthError as error:
            said, failure = _reason(error), error
        except (AttributeError, TypeError, ValueError):  # a gateway's answer in place of Google's
            said, failure = "", None
        else:
            self._credentials = fresh
            return
        # raised out here, so that what it was raised from, which may quote the token, does not hang on it
        raise _refused(self._account, said) if said == "invalid_grant" else _unreachable(said, failure)

    def _posted(self, *arguments: Any, **named: Any) -> Any:
        """As `post`; what the token is for is read along, since Google's library drops it where it did not ask."""
        answer = self._post(*arguments, **named)
        with contextlib.suppress(AttributeError, TypeError, ValueError):
            self.scopes = frozenset(str(json.loads(answer.data).get("scope", "")).split())
        return answer


def _reason(error: Exception) -> str:
    """The `error` of the token endpoint's answer (RFC 6749, 5.2); empty where it gave none."""
    answer = next((argument for argument in error.args[1:] if isinstance(argument, Mapping)), {})
    return cleaned(answer.get("error", ""))


def _refused(account: str, said: str) -> SignInRefused:
    return SignInRefused(
        f"Google does not accept the sign-in any more ({said}): it was revoked, the password changed, or it expired, "
        "as it does after seven days while your Google Cloud app is in testing",
        hint=f"run `watcher auth {account}`",
    )


def _unreachable(said: str, error: Exception | None) -> ProviderError:
    from google.auth.exceptions import TransportError

    if isinstance(error, TransportError):  # made by Line, in words of ours
        said = said or cleaned(error)
    what = said or (type(error).__name__ if error else "an answer that is none")
    return Unreachable(f"Google gives no access token just now: {what}", hint="try again later")
