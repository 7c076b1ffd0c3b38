"""What Google's answers mean, as the provider's exceptions.

https://developers.google.com/workspace/gmail/api/guides/handle-errors
"""

from __future__ import annotations

import json
from typing import Any

from providers.base import NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.errors import cleaned

__all__ = ["Lost", "Refused", "is_passing", "refusal"]

_RATE = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED", "quotaExceeded"})
_DAILY = frozenset({"dailyLimitExceeded", "dailyLimitExceededUnreg"})
_SCOPE = frozenset({"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientScopes"})
_DISABLED = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})


class Refused(Unreachable):
    """Google answered that it will not: nothing was done. `status` is HTTP's; `wait` what Retry-After asks for."""

    def __init__(self, message: str, status: int, wait: float = 0, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.status = status
        self.wait = wait


class Lost(Unreachable):
    """No whole answer came. `arrived`: whether the request may have."""

    def __init__(self, message: str, *, arrived: bool, hint: str = "try again later") -> None:
        super().__init__(message, hint=hint)
        self.arrived = arrived


def is_passing(error: ProviderError) -> bool:
    """Whether the same request may well go through a little later."""
    if isinstance(error, Refused):
        return error.status in (403, 408, 429) or error.status >= 500
    return isinstance(error, Lost)


def refusal(account: str, status: int, content: bytes, retry_after: str = "") -> ProviderError:
    """What an answer that is not a success means.

    Args:
        account: Its name, for the command that signs in.
        status: HTTP's.
        content: The body: JSON that tells the reason, or anything at all from a gateway in between.
        retry_after: The header field; only its form in seconds counts (RFC 9110, 10.2.3).
    """
    reasons, said = _told(content)
    wait = float(retry_after) if retry_after.isdecimal() else 0.0
    again = f"run `watcher auth {account}`"
    if status == 401:
        return SignInRefused("Gmail does not take the sign-in any more", hint=again)
    if status == 403 and reasons & _SCOPE:
        return SignInRefused(
            "Gmail gave less than reading mail and saving drafts", hint=f"{again}, and tick both boxes"
        )
    if status == 403 and reasons & _DISABLED:
        hint = "in the Google Cloud console, open APIs & Services, and enable the Gmail API (docs/gmail.md, step 2)"
        return NotSetUp("the Gmail API is not enabled in your Google Cloud project", hint=hint)
    if status == 403 and reasons & _DAILY:
        return Unreachable("Gmail's daily limit for your Google Cloud project is reached", hint="it ends at midnight")
    if status in (403, 429) and (status == 429 or reasons & _RATE):
        return Refused("Gmail asks to go slower", status, wait, hint="the next scan goes on")
    if status == 403:
        return NotSetUp(f"Gmail refuses: {said}", hint="an administrator may have to allow it")
    return Refused(f"Gmail answered with {status}: {said}", status, wait, hint="try again later")


def _told(content: bytes) -> tuple[set[str], str]:
    """The reasons, and the sentence, in an error of Google's."""
    try:
        error: Any = json.loads(content)["error"]
        listed = [*error.get("errors", ()), *error.get("details", ())]
        reasons = {str(each["reason"]) for each in listed if "reason" in each}
        return reasons, cleaned(error.get("message", "")) or "no reason given"
    except (AttributeError, KeyError, TypeError, ValueError):
        return set(), "no reason given"
