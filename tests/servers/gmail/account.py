"""A user of the test server, and what they do in Gmail's own client or in their Google account.

Messages and drafts are named by their Message-ID, as in the other test mailboxes.
"""

from __future__ import annotations

import datetime as dt
import email
import hashlib
import json
import secrets
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from providers import testing
from tests.servers.gmail.faults import Fault, Faults
from tests.servers.gmail.index import Entry
from tests.servers.gmail.quota import Meter
from tests.servers.gmail.store import Store, Stored, with_message_id
from tests.servers.gmail.tokens import CLIENT_ID, CLIENT_SECRET, LIFETIME_SECONDS, Asked, TokenBook
from tests.servers.gmail.upstream import User
from tests.servers.gmail.wire import Request

__all__ = ["COMPOSE", "READONLY", "Account", "Called"]

READONLY = "https://www.googleapis.com/auth/gmail.readonly"
COMPOSE = "https://www.googleapis.com/auth/gmail.compose"
_FOLDERS = ("TRASH", "SPAM", "DRAFT", "SENT", "INBOX")
"""Labels that say where a message is; the first that it has counts."""


@dataclass(frozen=True, slots=True)
class Called:
    """A request as the server saw it; the parts of a batch count one by one, and so does the batch."""

    method: str
    """As in Google's reference (`drafts.create`), or `batch`, `token`, `revoke`."""
    verb: str
    target: str
    body: bytes
    status: int
    """Of the answer, whether or not it reached the client; 0 where nothing was carried out and none was sent."""
    units: int = 0


class Account:
    """A mailbox, empty at first. `store` is what is in it, as the server knows it."""

    def __init__(self, address: str, root: str, user: User, book: TokenBook) -> None:
        self.address = address
        self.root = root
        """The server's address, `http://127.0.0.1:PORT/`."""
        self.upstream_email = user.email
        self.store = Store(user)
        self.meter = Meter()
        self.faults = Faults()
        self.requests: list[Called] = []
        self.token_seconds = LIFETIME_SECONDS
        """How long access tokens last that are given from now on."""
        self.keeps_message_ids = True
        """Whether a draft made by the API keeps the Message-ID it came with; whether Gmail does is not documented."""
        self._came_with: dict[str, str] = {}
        """By the Message-ID of a draft that got another, the one it came with."""
        self.send_as: list[dict[str, Any]] = []
        self.add_alias(address, default=True)
        self._book = book

    # -- mail ---------------------------------------------------------------------------------
    def put(
        self,
        content: bytes,
        labels: Iterable[str] = ("INBOX", "UNREAD"),
        received: dt.datetime | None = None,
        thread: str | None = None,
    ) -> Entry:
        """Let a mail be there, as received at that moment (by default now); a DRAFT becomes a draft."""
        if "DRAFT" in labels:
            return self.store.draft(self.store.create_draft(content, thread))
        moment = time.time() if received is None else received.timestamp()
        return self.store.add(content, labels, int(moment * 1000), thread)

    def find(self, message_id: str) -> list[Entry]:
        """The messages that have, or came with, exactly this Message-ID; drafts, spam and trash too."""
        return [entry for entry in self.store.entries() if self._is(entry, message_id)]

    def content(self, message_id: str) -> bytes:
        return self.store.get(self._one(message_id).id).content

    def relabel(self, message_id: str, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        self.store.relabel(self._one(message_id).id, add, remove)

    def mark_read(self, message_id: str) -> None:
        self.relabel(message_id, remove=("UNREAD",))

    def trash(self, message_id: str) -> None:
        """Move a message, or a draft, to the trash."""
        self.relabel(message_id, ("TRASH",), ("INBOX",))

    def delete(self, message_id: str) -> None:
        """Delete a message, or a draft, for good."""
        self.store.delete(self._one(message_id).id)

    def reply(self, message_id: str, text: str, received: dt.datetime | None = None) -> Entry:
        """Answer a message, in its thread."""
        answered = self._one(message_id)
        theirs = email.message_from_bytes(self.store.get(answered.id).content)
        mail = EmailMessage(policy=SMTP)
        mail["From"] = self.address
        mail["To"] = theirs["From"]
        mail["Subject"] = f"Re: {theirs['Subject']}"
        mail["Message-ID"] = f"<CA{secrets.token_hex(16)}@mail.gmail.com>"
        mail["In-Reply-To"] = mail["References"] = message_id
        mail.set_content(text)
        return self.put(mail.as_bytes(), ("SENT",), received, answered.thread_id)

    def snapshot(self) -> frozenset[testing.Stored]:
        """Every message there is, its labels, and a hash of its bytes."""
        return frozenset(_as_stored(self.store.get(entry.id)) for entry in self.store.entries())

    def _is(self, entry: Entry, message_id: str) -> bool:
        return message_id in (entry.message_id, self._came_with.get(entry.message_id))

    def _one(self, message_id: str) -> Entry:
        (found,) = self.find(message_id)
        return found

    # -- drafts -------------------------------------------------------------------------------
    def drafts(self) -> dict[str, Entry]:
        """The drafts by their ids."""
        return self.store.drafts()

    def edit_draft(self, message_id: str, content: bytes) -> None:
        """Save a draft anew with other content; a Message-ID that Gmail gave it stays."""
        draft_id = self._draft(message_id)
        now = self.store.draft(draft_id).message_id
        self.store.update_draft(draft_id, with_message_id(content, now) if now in self._came_with else content)

    def send_draft(self, message_id: str) -> Entry:
        """Send a draft; the message that stands for it from now on."""
        return self.store.send_draft(self._draft(message_id))

    def as_kept(self, content: bytes) -> bytes:
        """A new draft as Gmail keeps it."""
        if self.keeps_message_ids:
            return content
        given = f"<CA{secrets.token_hex(16)}@mail.gmail.com>"
        self._came_with[given] = str(email.message_from_bytes(content)["Message-ID"])
        return with_message_id(content, given)

    def _draft(self, message_id: str) -> str:
        (found,) = [draft_id for draft_id, entry in self.drafts().items() if self._is(entry, message_id)]
        return found

    # -- settings -----------------------------------------------------------------------------
    def add_alias(self, address: str, name: str = "", signature: str = "", *, default: bool = False) -> None:
        """Let the user send as this address, or change what it is; `signature` is HTML.

        <https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings.sendAs>
        """
        others = [alias for alias in self.send_as if alias["sendAsEmail"] != address]
        if default:
            others = [{key: value for key, value in alias.items() if key != "isDefault"} for alias in others]
        alias: dict[str, Any] = {
            "sendAsEmail": address,
            "displayName": name,
            "replyToAddress": "",
            "signature": signature,
        }
        alias |= {"isPrimary": True} if address == self.address else {"verificationStatus": "accepted"}
        alias |= {"isDefault": True} if default else {}
        self.send_as = [*others, alias]

    # -- tokens -------------------------------------------------------------------------------
    def client_file(self, folder: Path) -> Path:
        """Write the JSON that Google's console gives for a client of the kind Desktop app."""
        installed = {
            "client_id": CLIENT_ID,
            "project_id": "watcher-test",
            "auth_uri": f"{self.root}o/oauth2/v2/auth",
            "token_uri": f"{self.root}token",
            "revoke_uri": f"{self.root}revoke",
            "client_secret": CLIENT_SECRET,
            "redirect_uris": ["http://localhost"],
        }
        file = folder / "client_secret.json"
        file.write_text(json.dumps({"installed": installed}))
        return file

    def refresh_token_for(self, scopes: Sequence[str] = (READONLY, COMPOSE)) -> str:
        """A refresh token, as from a consent to these scopes."""
        asked = Asked(
            CLIENT_ID, "http://127.0.0.1:1/", tuple(scopes), "", offline=True, challenge="", challenge_method=""
        )
        return self._book.exchange(self._book.allow(self, asked, scopes))

    def expire_access_tokens(self) -> None:
        """Take no access token that was given so far."""
        self._book.expire_access(self)

    def revoke(self) -> None:
        """Withdraw all consents; refresh tokens that expire end the same way."""
        self._book.end_all(self)

    # -- faults and figures -------------------------------------------------------------------
    def fail(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next requests whose method matches this pattern, as a whole, meet a fault.

        Methods are named as in `Called`. What ends a connection ends the whole batch where it meets a part of one.
        """
        self.faults.add(method, fault, times)

    def expire_history(self) -> None:
        """All history ids given so far are too old."""
        self.store.history.expire()

    @property
    def units(self) -> int:
        """The quota units spent so far."""
        return self.meter.spent

    def note(self, method: str, request: Request, status: int, units: int = 0) -> None:
        """Write a request into the log."""
        self.requests.append(Called(method, request.verb, request.target, request.body, status, units))

    def calls(self) -> list[str]:
        """The methods that were called, in order."""
        return [called.method for called in self.requests]


def _as_stored(stored: Stored) -> testing.Stored:
    entry = stored.entry
    names = {"STARRED": "flagged", "DRAFT": "draft"}
    flags = {names.get(label, label.lower()) for label in entry.labels - {"UNREAD"}}
    flags |= set() if "UNREAD" in entry.labels else {"seen"}
    return testing.Stored(_folder(entry), entry.id, frozenset(flags), hashlib.sha256(stored.content).hexdigest())


def _folder(entry: Entry) -> str:
    """The label that says most about where a message is; ARCHIVE where it has none."""
    for label in _FOLDERS:
        if label in entry.labels:
            return label
    return min((label for label in entry.labels if label.startswith("Label_")), default="ARCHIVE")
