"""What is new, at the cost of what is new.

We need to hear of one thing only: messages that were not there before. Flags and removals concern nobody here, so the
common denominator of all IMAP servers is also the cheapest way: UIDVALIDITY and UIDNEXT of every folder (one command
where the server has LIST-STATUS, RFC 5819), and where UIDNEXT has moved, the UIDs from there on. CONDSTORE and QRESYNC
(RFC 7162) would tell in addition whose flags changed and what was removed; a HIGHESTMODSEQ also moves when a message is
merely read, so asking by it would cost more and bring nothing.

The cursor holds for each folder how far it was read, and during a first look back also how far that goes, so that a
scan which was interrupted goes on where it was.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from providers.base import FolderRole, Listing, Page, Unreachable
from providers.errors import cleaned
from providers.imap.errors import Refused
from providers.imap.folders import Folder, role
from providers.imap.wire import Fetched, Wire

__all__ = ["pages", "place", "ref"]

_PAGE = 200
_FIELDS = """Date From Sender Reply-To To Cc Subject Message-ID In-Reply-To References Content-Type MIME-Version
    Auto-Submitted Precedence Return-Path Delivered-To List-Id List-Post List-Unsubscribe Feedback-ID X-Mailer
    X-Autoreply X-Autorespond X-Autoresponder X-Auto-Reply X-Autoreply-From
    X-Auto-Response-Suppress X-Failed-Recipients X-Loop""".upper()
_HEADER = f"BODY.PEEK[HEADER.FIELDS ({' '.join(_FIELDS.split())})]<0.32768>"
"""What tells who writes to whom, about what, and whether a machine does."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a folder was read."""

    validity: int
    next: int
    """The first UID not read."""
    until: int = 0
    """During a look back, the first UID beyond it; 0 afterwards."""
    since: str = ""
    """During a look back, the moment it goes back to, in ISO 8601."""


@dataclass(frozen=True, slots=True)
class _News:
    """What is to be listed of a folder, from which position to which."""

    folder: Folder
    uids: Sequence[int]
    start: Position
    end: Position


def ref(path: str, validity: int, uid: int) -> str:
    """A message's name: good as long as the folder keeps its UIDVALIDITY."""
    return f"{validity}:{uid}:{path}"


def place(name: str) -> tuple[str, int, int]:
    """The path, UIDVALIDITY and UID that a ref stands for."""
    validity, uid, path = name.split(":", 2)
    return path, int(validity), int(uid)


def pages(wire: Wire, folders: Sequence[Folder], cursor: str | None, since: dt.datetime) -> Iterator[Page]:
    """What is new in these folders since the cursor; see `Provider.poll`.

    All folders are searched before the first is listed, so that `remaining` is known: at most so many listings follow.
    """
    known = _decoded(cursor)
    positions = {f.path: known[f.path] for f in folders if f.path in known}
    found = [news for f in folders if (news := _news(wire, f, positions.get(f.path), since))]
    positions |= {news.folder.path: news.start if news.uids else news.end for news in found}
    remaining = sum(len(news.uids) for news in found)
    for news in found:
        for first in range(0, len(news.uids), _PAGE):
            uids = news.uids[first : first + _PAGE]
            done = first + _PAGE >= len(news.uids)
            positions[news.folder.path] = news.end if done else replace(news.start, next=uids[-1] + 1)
            remaining -= len(uids)
            yield Page(tuple(_listings(wire, news, uids)), _encoded(positions), remaining)
    if not remaining and not any(news.uids for news in found) and positions != known:
        yield Page((), _encoded(positions), 0)


def _news(wire: Wire, folder: Folder, position: Position | None, since: dt.datetime) -> _News | None:
    """What there is to list; None where nothing has changed, or where the folder cannot be read."""
    try:
        validity, following = wire.status(folder.path) if folder.state is None else folder.state
        if position is None or position.validity != validity:
            position = Position(validity, 1, following, since.isoformat())
        if position.until:
            end = Position(validity, max(position.next, position.until))
            return _News(folder, _searched(wire, folder, position), position, end)
        if position.next == following:
            return None
        uids = _searched(wire, folder, position)
        end = Position(validity, max(position.next, following, *(uid + 1 for uid in uids[-1:])))
        return _News(folder, uids, position, end)
    except Refused:
        if role(folder) is FolderRole.INBOX:
            raise
        return None  # no right to read it, or gone since it was listed: it must not hold up the others


def _searched(wire: Wire, folder: Folder, position: Position) -> list[int]:
    """UIDs of what lies beyond the position, in the folder opened afresh."""
    if position.until and position.next >= position.until:
        return []  # an empty folder
    _open(wire, folder, position.validity)
    if not position.until:
        return wire.search_from(position.next)
    # The server compares days, each in the zone that the message arrived in; a day more covers all zones (RFC 3501,
    # 6.4.4), and the exact moment is compared when the message is listed.
    day = dt.datetime.fromisoformat(position.since).astimezone(dt.UTC).date() - dt.timedelta(days=1)
    return wire.search_since(day, position.next, position.until - 1)


def _open(wire: Wire, folder: Folder, validity: int) -> None:
    if wire.examine(folder.path) != validity:
        raise Unreachable(f'the folder "{folder.name}" was made anew while it was being read', hint="poll again")


def _listings(wire: Wire, news: _News, uids: Sequence[int]) -> Iterator[Listing]:
    if wire.opened != (
        news.folder.path,
        news.start.validity,
    ):  # the caller may have fetched elsewhere between two pages
        _open(wire, news.folder, news.start.validity)
    gmail, objects = wire.can("X-GM-EXT-1"), wire.can("OBJECTID")
    hint = "X-GM-THRID X-GM-LABELS " if gmail else "THREADID " if objects else ""
    found = {f.uid: f for f in wire.fetch(uids, f"UID INTERNALDATE RFC822.SIZE {hint}{_HEADER}")}
    # What was not answered is gone, or its answer could not be read: ask for the least, so that no mail is missed.
    missing = [uid for uid in uids if uid not in found]
    found |= {f.uid: f for f in wire.fetch(missing, f"UID {_HEADER}")}
    since = dt.datetime.fromisoformat(news.start.since) if news.start.since else None
    for uid in sorted(found):
        listing = _listing(news, found[uid])
        if since is None or listing.received >= since:
            yield listing


def _listing(news: _News, message: Fetched) -> Listing:
    received, size = message.get("INTERNALDATE"), message.get("RFC822.SIZE")
    header = message.section("HEADER.FIELDS")
    aware = isinstance(received, dt.datetime) and received.tzinfo is not None
    return Listing(
        ref=ref(news.folder.path, news.start.validity, message.uid),
        folder=_role(news.folder, message.get("X-GM-LABELS")),
        received=received.astimezone(dt.UTC) if aware else dt.datetime.now(dt.UTC),
        size=size if isinstance(size, int) else len(header),
        header=header,
        thread_hint=_hint(message.get("X-GM-THRID") or message.get("THREADID")),
    )


def _role(folder: Folder, labels: object) -> FolderRole:
    """The folder's role; in Gmail's folder of everything, the labels tell more."""
    words = {cleaned(label).lower() for label in labels} if isinstance(labels, tuple) else set()
    if "\\sent" in words:
        return FolderRole.SENT
    return FolderRole.INBOX if "\\inbox" in words else role(folder)


def _hint(value: object) -> str | None:
    """X-GM-THRID is a number, THREADID a list of one (RFC 8474, 5.2)."""
    found = value[0] if isinstance(value, tuple) and value else value
    return cleaned(found) or None if isinstance(found, bytes | int) else None


def _encoded(positions: dict[str, Position]) -> str:
    rows = {
        path: [p.validity, p.next] + ([p.until, p.since] if p.until else []) for path, p in sorted(positions.items())
    }
    return json.dumps({"imap": 1, "folders": rows}, separators=(",", ":"))


def _decoded(cursor: str | None) -> dict[str, Position]:
    """The positions in a cursor; none where it is not one of ours, which leads to a look back."""
    try:
        held = json.loads(cursor or "{}")
        return {path: Position(*row) for path, row in held.get("folders", {}).items()}
    except (AttributeError, TypeError, ValueError):
        return {}
