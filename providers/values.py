"""What goes in and out of a provider: frozen values, in the words of `providers.base`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, StrEnum

__all__ = [
    "Alias",
    "Draft",
    "FolderRole",
    "Lack",
    "Listing",
    "Narrowing",
    "Option",
    "Page",
    "Quota",
    "RawMessage",
    "Reach",
    "Sought",
    "Survey",
]


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
class Sought:
    """What could matter in mail of which nothing is known yet: what a look back by search is to find.

    A thread is found whole: where I wrote in it, or where any message in it has one of the words or senders.
    """

    words: tuple[str, ...] = ()
    """Words and phrases, of letters, digits and single spaces."""
    senders: tuple[str, ...] = ()
    """Domains, such as "greenhouse.io"; their subdomains count as well."""
    people: Callable[[], Collection[str]] = tuple
    """Gives further senders, domains or addresses, that turned out to matter; asked once what was found is kept."""
    known: Callable[[], Collection[str]] = tuple
    """Gives the refs of all that was ever kept; asked where a cursor has expired, as that need not come again."""


@dataclass(frozen=True, slots=True)
class Page:
    """A batch of listings. Keep `cursor` in the same transaction as what you made of the listings."""

    listings: tuple[Listing, ...]
    cursor: str
    remaining: int | None = None
    """How many listings follow this page, where it is known."""
    wait: float = 0
    """Seconds that the server's quota makes those that follow take at least."""


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as bytes: all header fields, the text and calendar parts; other parts may be left out."""

    ref: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Alias:
    """An address that the mailbox may send from."""

    address: str
    signature: str = ""
    """The one its user keeps for it in the mailbox, as plain text."""


@dataclass(frozen=True, slots=True)
class Quota:
    """What was spent since the provider was made, where a server counts it."""

    calls: int
    units: int
    units_per_minute: int
    """What may be spent."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message in Drafts."""

    ref: str
    message_id: str
    in_reply_to: str
    print: str
    """`fingerprint` of its content as it stands."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A server that answered, to somebody who has not signed in."""

    where: str
    """Its name and port."""
    trusted_until: dt.datetime | None = None
    """When its certificate expires, UTC; None where there is none, or it is not to be seen."""
    clock: dt.datetime | None = None
    """What time it says it is, UTC."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a mailbox cannot do or does not allow."""

    what: str
    """A sentence."""
    hint: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a mailbox is like; empty where it does not say."""

    drafts: str = ""
    """The folder that drafts are saved to, as people call it."""
    folders: tuple[str, ...] = ()
    """Those that are read."""
    offers: tuple[str, ...] = ()
    """What its server offers of what is of use here, in the words of its protocol."""
    rights: tuple[str, ...] = ()
    """What the sign-in allows, where it may allow less than all."""
    lacks: tuple[Lack, ...] = ()
    newest: dt.datetime | None = None
    """When the newest of its mail arrived by the server's clock, UTC: the present is later."""


@dataclass(frozen=True, slots=True)
class Option:
    """A key of a provider's `[[accounts]]` section: checked before the provider is made, shown in the documentation."""

    type: type
    """str, int, bool or list (of str)."""
    help: str
    required: bool = False
    default: object = None
    choices: tuple[str, ...] = ()
