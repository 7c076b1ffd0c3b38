"""What became of a draft since it was last looked at: a pure function of its record, of Drafts, and of the mail.

in Drafts, as we wrote it         ours: kept while it fits, withdrawn when not
in Drafts, changed                the user's, for good
in Drafts again, deleted or sent  the user's, for good: they took it back
gone, another answers the same    the user's: some mail programs save what was edited under a new Message-ID
gone, and mail of mine is newer   sent
gone, and thrown away             deleted by the user
gone                              deleted by the user; or, of an intent, never saved
"""

from __future__ import annotations

from collections.abc import Sequence

from providers.base import Draft
from watcher.store import DraftRecord, Life

__all__ = ["fate"]


def fate(
    record: DraftRecord,
    found: Sequence[Draft],
    *,
    seen_sent: bool = False,
    answered_otherwise: bool = False,
    wrote_since: bool = False,
    discarded: bool = False,
) -> Life:
    """How the life of a draft goes on.

    Args:
        record: As last kept.
        found: What is in Drafts under its Message-ID.
        seen_sent: A message with its Message-ID is among the mail.
        answered_otherwise: Another draft, not of ours, answers the same message.
        wrote_since: A message of mine in the process is as new as the record or newer.
        discarded: It lies in Trash, or waits for its removal. Tells something of an intent alone: what was known to
            be in Drafts was deleted whether it lies there or not, and what we withdrew may wait for its removal too.
    """
    life = record.life
    if found:
        if life in (Life.EDITED, Life.DISMISSED, Life.SENT) or any(draft.print != record.print for draft in found):
            return Life.EDITED
        return Life.WITHDRAWING if life in (Life.WITHDRAWING, Life.WITHDRAWN) else Life.SAVED
    if not life.is_open:
        return life
    if seen_sent:
        return Life.SENT
    if answered_otherwise:
        return Life.EDITED
    if life is Life.WITHDRAWING:
        return Life.WITHDRAWN
    if wrote_since:
        return Life.SENT
    return Life.INTENT if life is Life.INTENT and not discarded else Life.DISMISSED
