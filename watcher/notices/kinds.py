"""What there is to tell of."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["NewsKind"]


class NewsKind(StrEnum):
    """The kinds of news, as `[notices] on` names them."""

    DRAFT_SAVED = "draft_saved"
    """A follow-up of ours is in Drafts."""
    REPLIED = "replied"
    """They wrote, or a system of theirs told an outcome or an interview."""
    DATE_PASSED = "date_passed"
    """The day by which they said they would answer went by without a word."""
    PARKED = "parked"
    """An account waits for its user: its sign-in was refused three times."""
