"""Signing in to Microsoft 365 and Outlook.com, whose IMAP takes no passwords: the user types a code in any browser.

Microsoft's own library speaks the device authorization grant (RFC 8628) and gets access tokens for XOAUTH2:
https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
What is kept is a refresh token. Each use gives a newer one, and one that lies unused for 90 days is worth nothing
(https://learn.microsoft.com/entra/identity-platform/refresh-tokens), so the newer takes the older one's place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from providers.base import NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.errors import cleaned

if TYPE_CHECKING:
    import requests
    from msal import PublicClientApplication

__all__ = ["Tokens", "ask", "tokens"]

_SCOPES = ["https://outlook.office.com/IMAP.AccessAsUser.All"]
"""To read and write mail over IMAP; there is none for less. Sending is another scope, which is not asked for."""
_PATIENCE = 900.0
"""Seconds that the user has at most; Microsoft's codes live as long."""
_WORTHLESS = frozenset({"invalid_grant", "interaction_required", "consent_required"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """What signs in now, and what gets the next."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)


def ask(settings: Mapping[str, Any], tell: Callable[[str], None]) -> str:
    """Have the user consent in a browser, on this computer or another; the refresh token.

    Args:
        settings: The provider's options: client_id, authority, ca_file, timeout.
        tell: Shows the user what to do.

    Raises:
        SignInRefused: there was no consent, in time or at all
        Unreachable: Microsoft did not answer
        NotSetUp: something in the settings must change first
    """

    def consented(app: PublicClientApplication) -> Mapping[str, Any]:
        flow: dict[str, Any] = app.initiate_device_flow(_SCOPES)
        if "user_code" not in flow:
            return flow
        flow["expires_at"] = min(float(flow["expires_at"]), time.time() + _PATIENCE)
        tell("Open this page in a browser, on this computer or any other, and sign in to the mailbox:")
        tell(cleaned(flow["verification_uri"]))
        tell(f"It asks for this code: {cleaned(flow['user_code'])}")
        answer: Mapping[str, Any] = app.acquire_token_by_device_flow(flow)
        return answer

    return _answered(settings, consented, "begin again").refresh


def tokens(settings: Mapping[str, Any], refresh_token: str, account: str) -> Tokens:
    """An access token for a refresh token, and the refresh token that takes its place.

    Raises:
        SignInRefused: it is worth nothing any more
        Unreachable, NotSetUp: as `ask`
    """

    def renewed(app: PublicClientApplication) -> Mapping[str, Any]:
        answer: Mapping[str, Any] = app.acquire_token_by_refresh_token(refresh_token, _SCOPES)
        return answer

    return _answered(settings, renewed, f"run `watcher auth {account}`")


def _answered(
    settings: Mapping[str, Any], question: Callable[[PublicClientApplication], Mapping[str, Any]], after_refusal: str
) -> Tokens:
    try:
        answer = question(_application(settings))
    except ProviderError:
        raise
    except Exception as error:  # noqa: BLE001  of requests, of msal, of JSON: it must not take our tokens along
        failure = type(error).__name__
    else:
        if "access_token" in answer and answer.get("refresh_token"):
            return Tokens(str(answer["access_token"]), str(answer["refresh_token"]))
        raise _refusal(answer, after_refusal)
    # raised out here, so that what it was raised from, which may quote the token, does not hang on it
    raise Unreachable(f"Microsoft gives no token just now ({failure})", hint="try again later")


def _application(settings: Mapping[str, Any]) -> PublicClientApplication:
    if not settings["client_id"]:
        raise NotSetUp(
            '`auth = "microsoft"` needs the `client_id` of an app of yours',
            hint="docs/microsoft.md says how to get one",
        )
    try:
        from msal import PublicClientApplication
    except ImportError:
        raise NotSetUp(
            "Microsoft's sign-in needs a library that is not installed",
            hint="install it with: pip install 'interview-watcher[microsoft]'",
        ) from None
    return PublicClientApplication(
        settings["client_id"],
        authority=settings["authority"],
        instance_discovery=False,  # the authority is configured, so nobody need be asked whether it is one
        http_client=_session(settings),
    )


def _session(settings: Mapping[str, Any]) -> requests.Session:
    """A session with a limit to each wait, to which `ca_file` counts more than the environment's certificates."""
    import requests

    session = requests.Session()
    session.auth = lambda request: request  # else a line in ~/.netrc would be sent as well
    timeout, trusted = max(0.1, float(settings["timeout"])), settings["ca_file"] or True
    session.request = partial(session.request, timeout=timeout, verify=trusted)  # type: ignore[method-assign]  # as msal's
    return session


def _refusal(answer: Mapping[str, Any], after_refusal: str) -> ProviderError:
    """The error of the token endpoint (RFC 6749, 5.2; RFC 8628, 3.5). Its description may quote what was sent."""
    said = cleaned(str(answer.get("error", "no reason given")))
    if said in ("authorization_pending", "expired_token", "code_expired"):
        return SignInRefused("there was no consent in time; nothing was changed", hint=after_refusal)
    if said in ("access_denied", "authorization_declined"):
        return SignInRefused("there was no consent; nothing was changed", hint=after_refusal)
    if said in _WORTHLESS:
        return SignInRefused(f"Microsoft does not accept the sign-in any more ({said})", hint=after_refusal)
    if said in ("invalid_client", "unauthorized_client", "invalid_scope", "invalid_request"):
        return NotSetUp(f"Microsoft does not accept the app ({said})", hint="docs/microsoft.md says how to set it up")
    return Unreachable(f"Microsoft gives no token just now ({said})", hint="try again later")
