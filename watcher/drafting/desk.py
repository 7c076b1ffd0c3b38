"""The only hand that puts drafts into a mailbox or takes them out, so that a step gets one draft through any crash.

What is about to be done is committed first, under a Message-ID that depends on the step alone; then Drafts is asked,
afresh, whether it was done already; then it is done, once; then that is committed. Whatever goes wrong on the way
leaves the intent, never "failed", and the next scan begins by looking. The lock on the state keeps a second process
out, without which two that look at the same moment would both save.
"""

from __future__ import annotations

from dataclasses import replace

from providers.base import Provider
from watcher.drafting.fate import fate
from watcher.store import DraftRecord, Life, Store

__all__ = ["Desk"]


class Desk:
    """An account's drafts: `records` of all there ever were, and the verbs that change them.

    In a dry run the mailbox is only looked at; the store is then one in memory.
    """

    def __init__(self, account: str, provider: Provider, store: Store, *, dry_run: bool) -> None:
        self._provider = provider
        self._store = store
        self._dry_run = dry_run
        self.records = {record.message_id: record for record in store.drafts(account)}
        """By Message-ID, oldest first."""

    def keep(self, record: DraftRecord) -> None:
        """Commit the record, where it says something new."""
        if self.records.get(record.message_id) != record:
            self._store.keep_draft(record)
            self.records[record.message_id] = record

    def discarded(self, *records: DraftRecord) -> bool:
        """Whether the user threw one of these drafts away, as far as the mailbox can tell."""
        return self._provider.discarded(*(record.message_id for record in records))

    def save(self, intent: DraftRecord, content: bytes, thread_hint: str | None) -> bool:
        """Put a draft into Drafts, unless it is there; whether it was put.

        Raises:
            StateError: the intent could not be committed, so nothing was saved
            ProviderError: it may or may not have been saved; the record stays an intent
        """
        if self._dry_run:
            return False
        self.keep(intent)
        found = self._provider.find_draft(intent.message_id, intent.print)
        if found is not None:
            self.keep(replace(intent, life=fate(intent, [found])))
            return False
        saved = self._provider.save_draft(content, thread_hint=thread_hint)
        self.keep(replace(intent, print=saved.print, life=Life.SAVED))
        return True

    def withdraw(self, record: DraftRecord) -> None:
        """Take a draft out of Drafts, if it still is as we wrote it; changed in the meantime it is the user's.

        Raises:
            StateError: that it is to go could not be committed, so nothing was removed
            ProviderError: it may or may not be gone; the record says that it is to go
        """
        if self._dry_run:
            self.keep(replace(record, life=Life.WITHDRAWN))
            return
        record = replace(record, life=Life.WITHDRAWING)
        self.keep(record)
        removed = self._provider.remove_draft(record.message_id, record.print)
        left = None if removed else self._provider.find_draft(record.message_id)
        self.keep(replace(record, life=fate(record, [left] if left else [])))
