"""What is kept of a draft, one row for each attempt at its step's draft; of how an account stands; of what was told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from watcher.model import StepKind

__all__ = ["DraftRecord", "Life", "Standing", "Told"]


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


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account stands: when it was polled, what came of it, when it is polled again. Instants are UTC."""

    account: str
    polled: dt.datetime | None = None
    """When the last poll began."""
    succeeded: dt.datetime | None = None
    """When the last poll that went well began."""
    next_poll: dt.datetime | None = None
    next_due: dt.date | None = None
    """The next day, in the user's zone, on which a follow-up is due; past where drafts wait for their turn."""
    failures: int = 0
    """Polls that failed since the last that went well."""
    refusals: int = 0
    """Those of them whose sign-in the server refused."""
    parked: dt.datetime | None = None
    """Since when it waits for its user; None where it does not."""
    trouble: str = ""
    """What went wrong with the last poll, as a sentence; empty where it went well."""
    hint: str = ""
    """What the user can do about it."""
    units: int | None = None
    """What was spent of the server's quota since the daemon began or by the last scan; None where none is counted."""
    units_per_minute: int | None = None
    """What may be spent."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the user was told of an account."""

    keys: frozenset[str] = frozenset()
    """`watcher.notices.news` says what they are."""
    until: dt.datetime | None = None
    """The last look of which all that was new is told; None where there was none yet."""
