"""The provider contract: what a mailbox must do for the watcher, and what it can never do.

Terminology:

LISTING   a message as a provider first hands it over: where it is, when it arrived, and as much of it as was cheap
REF       the provider's own name for a message, opaque to everyone else, good for as long as the cursor is
CURSOR    how far a mailbox was read: opaque text, kept by the caller, handed back at the next poll
PAGE      a batch of listings with the cursor to keep once these are dealt with
DRAFT     a message in the Drafts folder; *ours* if its Message-ID is one that `is_ours` recognises
PRINT     a fingerprint of what a draft says; unchanged while nobody edited it

A provider subclasses `Provider` and writes the methods whose names begin with an underscore. What callers
use are the public methods here, which are final: they check what goes out before a provider sees it. So no
provider, whatever its author forgot, can send, can change or remove the user's mail, or can remove a draft
that the user has touched.

Exceptions (all carry a sentence for the user and, in `hint`, what to do next):

    ProviderError
    ├── Unreachable      the network, the server or its patience: tried again at the next poll
    ├── SignInRefused    the server says no to the credentials: the account waits for its user
    ├── NotSetUp         something in the configuration or the mailbox must change first
    └── OutcomeUnknown   a draft was handed over and no answer came: look before trying again
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from enum import Enum, StrEnum
from types import TracebackType
from typing import Any, ClassVar, Self, final

__all__ = [
    "Draft",
    "FolderRole",
    "Listing",
    "Narrowing",
    "NotOurs",
    "NotSetUp",
    "Option",
    "OutcomeUnknown",
    "Page",
    "Provider",
    "ProviderError",
    "RawMessage",
    "SignInRefused",
    "Unreachable",
    "fingerprint",
    "is_ours",
]

_OURS = re.compile(r"<watcher\.[0-9a-f]{32}@[A-Za-z0-9.-]{1,255}>")
_MAX_DRAFT_BYTES = 200_000


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


class FolderRole(StrEnum):
    """What a folder is for, whatever it is called (RFC 6154)."""

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    ARCHIVE = "archive"
    TRASH = "trash"
    JUNK = "junk"
    OTHER = "other"


class Narrowing(Enum):
    """How a mailbox can be narrowed cheaply before whole messages are fetched."""

    HEADERS = "headers"
    """Listings hold the header fields; `fetch` then costs only what is asked for (IMAP, Maildir)."""
    SEARCH = "search"
    """A header costs as much as a message, so the provider lists what its own search finds (Gmail)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One message that is new since the cursor."""

    ref: str
    folder: FolderRole
    received: dt.datetime
    """When it arrived here (IMAP INTERNALDATE, Gmail internalDate, a Maildir file's time); aware, UTC."""
    size: int
    """Octets of the whole message."""
    header: bytes = b""
    """The header block, bounded; empty where narrowing is by search."""
    thread_hint: str | None = None
    """The server's own thread id (X-GM-THRID, OBJECTID), where it has one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A batch of listings. Keep `cursor` in the same transaction as what you made of the listings."""

    listings: tuple[Listing, ...]
    cursor: str
    remaining: int | None = None
    """How many listings follow this page, where it is known."""


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as bytes: all header fields, the text and calendar parts; other parts may be left out."""

    ref: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A message in Drafts."""

    ref: str
    message_id: str
    in_reply_to: str
    print: str
    """`fingerprint` of its content as it stands."""


def is_ours(message_id: str) -> bool:
    """Whether a Message-ID is one that the watcher gives to its drafts: `<watcher.{32 hex digits}@{domain}>`."""
    return _OURS.fullmatch(message_id) is not None


def _must_be_ours(message_id: str) -> None:
    if not is_ours(message_id):
        raise NotOurs(f"not a Message-ID of ours: {message_id!r}")


def fingerprint(content: bytes) -> str:
    """What a draft says, as a SHA-256 in hex: recipients, subject, threading and text.

    Line ends, header order, folding and fields that servers add do not count, so the same draft has the same
    print on every provider; a word, a recipient or an attachment more, and it differs. Never raises.
    """
    try:
        return _print(email.message_from_bytes(content, policy=email.policy.compat32))
    except Exception:  # noqa: BLE001  hostile bytes make the email package raise what it will; no mail program writes such
        return hashlib.sha256(content).hexdigest()


def _print(mail: Message) -> str:
    parts = [
        f"{name}:" + " ".join(" ".join(_decoded(v).split()) for v in mail.get_all(name, []))
        for name in ("From", "To", "Cc", "Bcc", "Reply-To", "Subject", "In-Reply-To", "References")
    ]
    for part in mail.walk():
        if part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        raw = body if isinstance(body, bytes) else b""
        if part.get_content_maintype() == "text":
            text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
            raw = "\n".join(line.rstrip() for line in text.rstrip().split("\n")).encode()
        parts.append(part.get_content_type() + ":" + hashlib.sha256(raw).hexdigest())
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _decoded(value: object) -> str:
    try:
        return str(make_header(decode_header(str(value))))
    except (LookupError, ValueError, MessageError):
        return str(value)


_PUBLIC = frozenset({"kind", "narrowing", "options", "open", "close", "identity"})
"""What a provider may write under a public name."""


@dataclass(frozen=True, slots=True)
class Option:
    """A key of a provider's `[[accounts]]` section: checked before the provider is made, shown in the documentation."""

    type: type
    """str, int, bool or list (of str)."""
    help: str
    required: bool = False
    default: object = None
    choices: tuple[str, ...] = ()


class Provider(ABC):
    """One account's mailbox. Blocking, used by one thread, opened and closed as a context manager.

    Every wait inside has a limit. Nothing here prints, logs a secret, or keeps state on disk.
    """

    kind: ClassVar[str]
    """The name in `provider = "..."`."""
    narrowing: ClassVar[Narrowing] = Narrowing.HEADERS
    options: ClassVar[Mapping[str, Option]] = {}
    """The keys its `[[accounts]]` section may hold besides `name` and `provider`."""

    def __init__(self, account: str, settings: Mapping[str, Any], secret: Callable[[], str]) -> None:
        """Keep what is needed; touch nothing yet.

        Args:
            account: The account's name, for messages.
            settings: The values of `options`, checked and with defaults filled in.
            secret: Gives the password or token when it is asked for, raising `NotSetUp` where there is none.
        """
        self._account = account
        self._settings = settings
        self._secret = secret

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a provider that redefines a guarded method or offers a public verb outside the contract."""
        super().__init_subclass__(**kwargs)
        for name in vars(cls):
            guarded = getattr(Provider, name, None)
            if getattr(guarded, "__final__", False):
                raise TypeError(f"{cls.__name__}.{name} is guarded by providers.base.Provider; write _{name} instead")
            if not name.startswith("_") and name not in _PUBLIC:
                raise TypeError(f"{cls.__name__}.{name} is not part of the provider contract; make it private")

    # -- opening ------------------------------------------------------------------------------
    @abstractmethod
    def open(self) -> None:
        """Connect and sign in.

        Raises:
            Unreachable, SignInRefused, NotSetUp
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of the mailbox; never raises, may be called twice."""

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- reading ------------------------------------------------------------------------------
    @final
    def poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]:
        """What is new since `cursor`, oldest page first; without a cursor, what arrived since `since` (aware).

        Drafts, trash and junk are left out. A cursor that the mailbox no longer knows (UIDVALIDITY, an expired
        history id) leads to one look back to `since`, in which known messages may come again. A last page
        without listings is allowed, and moves the cursor.

        Raises:
            Unreachable, NotSetUp
        """
        if since.tzinfo is None:
            raise ValueError("`since` needs a time zone")
        return self._poll(cursor, since)

    @final
    def fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]:
        """The messages behind `refs`, in any order; those that are gone by now are left out.

        Reading changes nothing in the mailbox, no flag either. Attachments are not fetched.

        Raises:
            Unreachable
        """
        return self._fetch(refs)

    # -- drafts -------------------------------------------------------------------------------
    @final
    def drafts(self) -> Sequence[Draft]:
        """All that is in Drafts now, read afresh, whoever wrote it.

        Raises:
            Unreachable, NotSetUp (there is no Drafts folder: names those that there are)
        """
        return self._drafts()

    @final
    def find_draft(self, message_id: str) -> Draft | None:
        """The draft of ours with exactly this Message-ID, looked for afresh.

        Raises:
            NotOurs, Unreachable, NotSetUp
        """
        _must_be_ours(message_id)
        return self._find_draft(message_id)

    @final
    def discarded(self, message_id: str) -> bool:
        """Whether a draft of ours with exactly this Message-ID was thrown away and is still to be seen.

        It lies in Trash, or is in Drafts and only waits for its removal, which `find_draft` takes for gone. What was
        deleted for good leaves nothing to be seen.

        Raises:
            NotOurs, Unreachable, NotSetUp
        """
        _must_be_ours(message_id)
        return self._discarded(message_id)

    @final
    def save_draft(self, content: bytes, *, thread_hint: str | None = None) -> Draft:
        """Put `content` into Drafts, once, marked as a draft. Never looks whether it is there already.

        Raises:
            NotOurs: the Message-ID is not one of ours, or the content is not one plain mail
            Unreachable, NotSetUp: nothing was saved
            OutcomeUnknown: it may have been saved; look with `find_draft` before anything else
        """
        mail = email.message_from_bytes(content, policy=email.policy.compat32)
        if len(content) > _MAX_DRAFT_BYTES or len(mail.get_all("Message-ID", [])) != 1:
            raise NotOurs("a draft needs exactly one Message-ID and at most 200 kB")
        _must_be_ours(str(mail["Message-ID"]).strip())
        return self._save_draft(content, thread_hint)

    @final
    def remove_draft(self, message_id: str, expected: str) -> bool:
        """Remove the draft of ours with this Message-ID if its print still is `expected`; whether it was removed.

        False where it is gone already or the user has changed it: then nothing is touched.

        Raises:
            NotOurs, Unreachable, NotSetUp
        """
        draft = self.find_draft(message_id)
        if draft is None or draft.print != expected:
            return False
        self._remove_draft(draft)
        return True

    # -- what a provider writes ---------------------------------------------------------------
    @abstractmethod
    def identity(self) -> str | None:
        """The address the server knows this mailbox by, or None where it does not say."""

    @abstractmethod
    def _poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]: ...

    @abstractmethod
    def _fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]: ...

    @abstractmethod
    def _drafts(self) -> Sequence[Draft]: ...

    def _find_draft(self, message_id: str) -> Draft | None:
        """May be overridden where the server can search."""
        return next((d for d in self._drafts() if d.message_id == message_id), None)

    def _discarded(self, message_id: str) -> bool:  # noqa: ARG002  for those that override it
        """To be overridden where there is a Trash, or a flag for what waits for its removal. Reads, and bounds that."""
        return False

    @abstractmethod
    def _save_draft(self, content: bytes, thread_hint: str | None) -> Draft: ...

    @abstractmethod
    def _remove_draft(self, draft: Draft) -> None:
        """Remove this one message from Drafts and nothing else; `draft` was read a moment ago."""
