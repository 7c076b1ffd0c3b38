"""The record of a draft: one row for each attempt at a step's draft, kept for good."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from watcher.model import StepKind

__all__ = ["DraftRecord", "Life"]


class Life(StrEnum):
    """How far the life of a draft has come."""

    INTENT = "intent"
    """It may or may not be in Drafts: to be looked for before anything else."""
    SAVED = "saved"
    """It is in Drafts as we wrote it."""
    EDITED = "edited"
    """The user changed it: theirs, as long as it is there and after."""
    WITHDRAWING = "withdrawing"
    """It no longer fits and is to be removed; it may be gone already."""
    WITHDRAWN = "withdrawn"
    """We removed it."""
    DISMISSED = "dismissed"
    """The user deleted it."""
    SENT = "sent"
    """The user sent it, or wrote in its place."""

    @property
    def is_open(self) -> bool:
        """Whether the draft may still be in Drafts."""
        return self in (Life.INTENT, Life.SAVED, Life.EDITED, Life.WITHDRAWING)


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft of ours. `kind` and `anchor` identify its step; a step withdrawn and wanted again is a new attempt."""

    account: str
    message_id: str
    """The Message-ID it was given; unique."""
    application: str
    """The id of the process when it was made."""
    kind: StepKind
    anchor: str
    attempt: int
    """From 1."""
    to: tuple[str, ...]
    """The addresses it goes to, sorted."""
    in_reply_to: str
    """The Message-ID it answers."""
    print: str
    """`providers.base.fingerprint` of what we wrote."""
    intended: dt.datetime
    """When it was decided on: whole seconds, UTC."""
    life: Life
