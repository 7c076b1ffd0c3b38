"""One user's mail: kept by the emulator, and in step with it an index for the search."""

from __future__ import annotations

import base64
import re
import secrets
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.servers.gmail.errors import ApiError, not_found
from tests.servers.gmail.history import History
from tests.servers.gmail.ids import Ids
from tests.servers.gmail.index import Entry, entry_of
from tests.servers.gmail.upstream import User

__all__ = ["Store", "Stored", "with_message_id"]

_ONLY_HERE = frozenset({"CHAT"})
"""Labels that Gmail has and the emulator has not."""
_NOT_BY_HAND = frozenset({"SENT", "DRAFT"})
_MESSAGE_ID = re.compile(rb"^Message-ID:.*\r\n(?:[ \t].*\r\n)*", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stored:
    """A message, whole."""

    entry: Entry
    content: bytes
    history_id: str
    """Of its last change."""


class Store:
    """A mailbox. Every method may be called from any thread, and raises `ApiError` where Gmail's API would."""

    def __init__(self, user: User) -> None:
        self._user = user
        self._entries: dict[str, Entry] = {}
        self._drafts: dict[str, str] = {}
        """The message of each draft: it changes when the draft is edited, the draft's own id does not."""
        self._lock = threading.RLock()
        self._ids = Ids()
        self.history = History(user, self._in_history)

    # -- reading ------------------------------------------------------------------------------
    def entries(self) -> list[Entry]:
        """All messages, drafts, spam and trash too, newest first."""
        with self._lock:
            return sorted(self._entries.values(), key=lambda entry: entry.received_ms, reverse=True)

    def entry(self, id_: str) -> Entry:
        with self._lock:
            if id_ not in self._entries:
                raise not_found()
            return self._entries[id_]

    def get(self, id_: str) -> Stored:
        """A message as the emulator has kept it."""
        entry = self.entry(id_)
        answer = self._user.api("GET", f"messages/{self._ids.message(id_)}", format="raw")
        content = base64.urlsafe_b64decode(answer["raw"] + "==")
        return Stored(entry, content, History.id_of(answer["historyId"]))

    def drafts(self) -> dict[str, Entry]:
        """The messages of all drafts, those in the trash too, by the drafts' ids, newest first."""
        with self._lock:
            found = {draft_id: self._entries[id_] for draft_id, id_ in self._drafts.items()}
        return dict(sorted(found.items(), key=lambda item: item[1].received_ms, reverse=True))

    def draft(self, draft_id: str) -> Entry:
        with self._lock:
            if draft_id not in self._drafts:
                raise not_found()
            return self._entries[self._drafts[draft_id]]

    def labels(self) -> list[dict[str, Any]]:
        """Brief: <https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels/list>."""
        shown = ("id", "name", "type", "messageListVisibility", "labelListVisibility")
        found = self._user.api("GET", "labels")["labels"]
        return [{name: label[name] for name in shown if name in label} for label in found]

    # -- changing -----------------------------------------------------------------------------
    def make_label(self, name: str) -> str:
        """Make a label of the user's; its id."""
        return str(self._user.api("POST", "labels", {"name": name})["id"])

    def remove_label(self, label_id: str) -> None:
        self._user.api("DELETE", f"labels/{label_id}")
        with self._lock:
            for entry in list(self._entries.values()):
                self._entries[entry.id] = entry.labelled(entry.labels - {label_id})

    def add(self, content: bytes, labels: Iterable[str], received_ms: int, thread_id: str | None = None) -> Entry:
        """Put a message in; without a thread, that of a message in its References, or a new one."""
        wanted = frozenset(labels)
        asked = {
            "raw": base64.urlsafe_b64encode(content).decode(),
            "labelIds": sorted(wanted - _ONLY_HERE),
            "internalDate": str(received_ms),
            "threadId": self._ids.thread(thread_id) if thread_id else None,
        }
        with self._lock:
            return self._keep(content, self._user.api("POST", "messages", asked), wanted)

    def relabel(self, id_: str, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Entry:
        """Put labels on a message or take them off.

        SENT and DRAFT come and go by themselves: <https://developers.google.com/workspace/gmail/api/guides/labels>.
        """
        with self._lock:
            entry = self.entry(id_)
            add, remove = frozenset(add) - entry.labels, frozenset(remove) & entry.labels
            if fixed := (add | remove) & _NOT_BY_HAND:
                raise ApiError(400, "invalidArgument", f"Invalid label: {min(fixed)}")
            change = {"addLabelIds": sorted(add - _ONLY_HERE), "removeLabelIds": sorted(remove - _ONLY_HERE)}
            self._user.api("POST", f"messages/{self._ids.message(id_)}/modify", change)
            self._entries[id_] = entry.labelled((entry.labels | add) - remove)
            return self._entries[id_]

    def delete(self, id_: str) -> None:
        """Delete a message, or the message and its draft, for good."""
        with self._lock:
            self.entry(id_)
            self._user.api("DELETE", f"messages/{self._ids.message(id_)}")
            del self._entries[id_]
            self._drafts = {draft_id: other for draft_id, other in self._drafts.items() if other != id_}

    # -- drafts -------------------------------------------------------------------------------
    def create_draft(self, content: bytes, thread_id: str | None) -> str:
        """Make a draft; its id.

        It stands in the thread only if it says so, its References or In-Reply-To name a message there, and its subject
        is the same: <https://developers.google.com/workspace/gmail/api/guides/threads>. What becomes of it otherwise is
        not documented; here it stands alone. A thread that there is not is refused.
        """
        with self._lock:
            if thread_id and not any(entry.thread_id == thread_id for entry in self._entries.values()):
                raise not_found()
            draft_id = f"r{secrets.randbits(62)}"
            self._drafts[draft_id] = self._save_draft(content, thread_id)
            return draft_id

    def update_draft(self, draft_id: str, content: bytes, thread_id: str | None = None) -> None:
        """Replace a draft's message by a new one: <https://developers.google.com/workspace/gmail/api/guides/drafts>."""
        with self._lock:
            former = self.draft(draft_id)
            self._drafts[draft_id] = self._save_draft(content, thread_id or former.thread_id)
            self.delete(former.id)

    def delete_draft(self, draft_id: str) -> None:
        with self._lock:
            self.delete(self.draft(draft_id).id)

    def send_draft(self, draft_id: str) -> Entry:
        """Send a draft: it goes, and a new message is there, in SENT. Delivered it is not.

        <https://developers.google.com/workspace/gmail/api/guides/drafts>. That it gets a Message-ID of Google's is not
        documented, but what users found: <https://github.com/gauteh/lieer/issues/198>.
        """
        with self._lock:
            draft = self.draft(draft_id)
            content = with_message_id(self.get(draft.id).content, f"<CA{secrets.token_hex(16)}@mail.gmail.com>")
            sent = self.add(content, {"SENT"}, int(time.time() * 1000), draft.thread_id)
            self.delete(draft.id)
            return sent

    def _save_draft(self, content: bytes, thread_id: str | None) -> str:
        """Keep a draft's message; its id."""
        now = str(int(time.time() * 1000))
        read = entry_of(content, "", "", int(now), frozenset())
        if thread_id and self._belongs(read, thread_id):
            upstream_thread = self._ids.thread(thread_id)
        else:
            upstream_thread = f"thr_{secrets.token_urlsafe(12)}"
        message = {
            "raw": base64.urlsafe_b64encode(content).decode(),
            "threadId": upstream_thread,
            "internalDate": now,
        }
        answer = self._user.api("POST", "drafts", {"message": message})
        return self._keep(content, answer["message"], frozenset({"DRAFT"})).id

    def _belongs(self, draft: Entry, thread_id: str) -> bool:
        thread = [entry for entry in self._entries.values() if entry.thread_id == thread_id]
        return any(entry.message_id in draft.references for entry in thread) and any(
            entry.topic == draft.topic for entry in thread
        )

    # -- the index ----------------------------------------------------------------------------
    def _keep(self, content: bytes, answer: dict[str, Any], labels: frozenset[str]) -> Entry:
        """Index a message that the emulator has just taken."""
        received_ms = int(answer["internalDate"])
        id_, thread_id = self._ids.give(answer["id"], answer["threadId"], received_ms)
        self._entries[id_] = entry_of(content, id_, thread_id, received_ms, labels)
        return self._entries[id_]

    def _in_history(self, message: dict[str, Any]) -> dict[str, Any]:
        """A message as history shows it, with the labels that it has now if it is still there."""
        with self._lock:
            id_, thread_id = self._ids.known(message["id"], message["threadId"])
            entry = self._entries.get(id_)
            labels = entry.labels if entry else message["labelIds"]
        return {"id": id_, "threadId": thread_id, "labelIds": sorted(labels)}


def with_message_id(content: bytes, message_id: str) -> bytes:
    """The same mail under another Message-ID."""
    head, blank, body = content.partition(b"\r\n\r\n")
    return b"Message-ID: " + message_id.encode() + b"\r\n" + _MESSAGE_ID.sub(b"", head + b"\r\n")[:-2] + blank + body
