"""What can go wrong with a mailbox, as told to its user, and in whose words; the tree stands in `providers.base`."""

from __future__ import annotations

__all__ = ["NotOurs", "NotSetUp", "OutcomeUnknown", "ProviderError", "SignInRefused", "Unreachable", "cleaned"]


class ProviderError(Exception):
    """The mailbox could not do what was asked."""

    def __init__(self, message: str = "", *, hint: str = "") -> None:
        super().__init__(message or (type(self).__doc__ or "").strip())
        self.hint = hint


class Unreachable(ProviderError):
    """The mailbox cannot be reached just now."""


class SignInRefused(ProviderError):
    """The server refused the sign-in."""


class NotSetUp(ProviderError):
    """The account is not set up so that it can be used."""


class OutcomeUnknown(ProviderError):
    """The connection was lost after a draft was handed over: it may or may not have been saved."""


class NotOurs(RuntimeError):
    """A caller or a provider tried to touch a message that is not an untouched draft of ours. This is a bug."""


def cleaned(text: object) -> str:
    """What a server says, for people: printable, in one line, bounded."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return " ".join("".join(c if c.isprintable() else " " for c in words[:1000]).split())[:200]
