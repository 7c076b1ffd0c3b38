"""Gmail over its own API: searches, whole messages, and drafts in their threads; each call is counted and on a list."""

from providers.gmail.adapter import GmailProvider

__all__ = ["GmailProvider"]
