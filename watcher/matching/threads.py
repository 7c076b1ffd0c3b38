"""Messages to threads: what answers what, by References, In-Reply-To and the provider's own thread id (RFC 5256).

Where a mail program lost the references, a "Re:" with the same subject among the same people within a month
is the same thread too: weaker, so it needs all three.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Sequence

from watcher.model import Entry, Thread

__all__ = ["base_subject", "threads"]

_LOST_REFERENCES_WITHIN = dt.timedelta(days=30)
_PREFIX = re.compile(
    r"^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|rif|res|odp|vs)(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE
)


def base_subject(subject: str) -> str:
    """The subject without reply and forward marks, for people to read."""
    return _PREFIX.sub("", subject).strip() or subject.strip()


def threads(entries: Iterable[Entry]) -> tuple[Thread, ...]:
    """The threads of `entries`, each oldest message first, in the order of their first messages."""
    ordered = sorted(entries, key=lambda e: (e.envelope.sent, e.envelope.message_id))
    groups = _Groups()
    recent: dict[str, list[Entry]] = {}
    for entry in ordered:
        envelope = entry.envelope
        groups.join(envelope.message_id, *envelope.references)
        if envelope.in_reply_to:
            groups.join(envelope.message_id, envelope.in_reply_to)
        if envelope.thread_hint:
            groups.join(envelope.message_id, f"hint {envelope.thread_hint}")
        subject = base_subject(envelope.subject).casefold()
        if not envelope.references and not envelope.in_reply_to and subject != envelope.subject.casefold().strip():
            for earlier in reversed(recent.get(subject, ())):
                if envelope.sent - earlier.envelope.sent > _LOST_REFERENCES_WITHIN:
                    break
                if _same_people(entry, earlier):
                    groups.join(envelope.message_id, earlier.envelope.message_id)
                    break
        recent.setdefault(subject, []).append(entry)
    together: dict[str, list[Entry]] = {}
    for entry in ordered:
        together.setdefault(groups.root(entry.envelope.message_id), []).append(entry)
    return tuple(_thread(group) for group in together.values())


def _thread(group: Sequence[Entry]) -> Thread:
    first = group[0].envelope
    digest = hashlib.sha256(first.message_id.encode()).hexdigest()
    return Thread(digest[:12], base_subject(first.subject), tuple(group))


def _same_people(one: Entry, other: Entry) -> bool:
    """Whether the writer of one is among the people of the other, both ways."""
    mine = {person.email for person in one.envelope.people}
    theirs = {person.email for person in other.envelope.people}
    return one.envelope.sender.email in theirs and other.envelope.sender.email in mine


class _Groups:
    """Union-find over message ids."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, key: str) -> str:
        parent = self._parent.setdefault(key, key)
        while parent != key:
            self._parent[key] = self._parent[parent]
            key, parent = parent, self._parent[parent]
        return key

    def join(self, first: str, *others: str) -> None:
        root = self.root(first)
        for other in others:
            self._parent[self.root(other)] = root
