"""What is new: a look back by search, and from then on the mailbox's history, at two units a quiet poll.

On Gmail a header costs as much as a whole message, so a look back asks for ids first (five units for up to 500 of
them), and fetches only threads that could matter. The history's position is taken before anything is listed, so that
what arrives meanwhile comes with the next poll; a position that has expired leads to one look back
(https://developers.google.com/workspace/gmail/api/guides/sync).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from providers.base import FolderRole, Listing, Page, Sought
from providers.gmail import search
from providers.gmail.api import Api, Change, Fetched, Profile

__all__ = ["Cursor", "Mailbox", "pages"]

_PAGE = 50
"""Messages of a page: one batch."""
_LEFT_OUT = frozenset({"DRAFT", "CHAT", "SPAM", "TRASH"})


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the history was read to; in a look back, also how far that has come. Ids are text: they exceed 63 bits."""

    history: str
    since: str = ""
    """ISO; how far a look back goes that is not at its end."""
    upto: str = ""
    """The last message of it that was given; see `_age`."""

    def __str__(self) -> str:
        row = [self.history, self.since, self.upto] if self.since else [self.history]
        return json.dumps({"gmail": row}, separators=(",", ":"))

    @classmethod
    def read(cls, text: str | None) -> Cursor | None:
        """The cursor that was written so; None where it is another's."""
        try:
            cursor = cls(*json.loads(text or "null")["gmail"])
            aware = not cursor.since or dt.datetime.fromisoformat(cursor.since).tzinfo is not None
            usable = cursor.history.isdecimal() and isinstance(cursor.upto, str) and aware
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return cursor if usable else None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """What this module needs of a mailbox."""

    api: Api
    profile: Callable[[], Profile]
    """Whose it is, made sure of, and where its history stands now."""
    fetch: Callable[[Sequence[str]], list[Fetched]]
    """Messages by their ids, without those that are gone."""
    wait: Callable[[int], float]
    """The seconds that fetching so many messages takes at least."""


def pages(mailbox: Mailbox, cursor: str | None, since: dt.datetime, sought: Sought | None) -> Iterator[Page]:
    """See `Provider.poll`."""
    known: frozenset[str] = frozenset()
    start = Cursor.read(cursor)
    if start is not None and not start.since:
        changed = mailbox.api.history(start.history)
        if changed is not None:
            yield from _news(mailbox, start.history, *changed)
            return
        start, known = None, frozenset(sought.known()) if sought else known
    if start is None:
        start = Cursor(mailbox.profile().history, since.isoformat())
        yield Page((), str(start))  # kept before anything is read, so that an expired position is never met twice
    yield from _look_back(mailbox, start, known, sought)


# -- a look back ------------------------------------------------------------------------------
def _look_back(mailbox: Mailbox, start: Cursor, known: frozenset[str], sought: Sought | None) -> Iterator[Page]:
    """What could matter since a moment: what is sought, then what else came from the people who wrote that.

    Args:
        mailbox: Where from.
        start: Where the look back began, and how far it has come.
        known: Ids of what need not come.
        sought: What could matter; everything, where it is None.
    """
    api, since = mailbox.api, dt.datetime.fromisoformat(start.since)
    threads = api.search(search.everything(since))  # of every message, so that a thread can be taken whole
    found = set(threads)
    if sought is not None:
        telling = search.telling(since, sought.words, sought.senders)
        found = _in_threads(threads, api, [search.mine(since), *telling])
    ids = sorted((i for i in found - known if _age(i) > _age(start.upto)), key=_age)
    yield from _found(mailbox, start, ids)
    if sought is not None:
        more = _in_threads(threads, api, search.telling(since, (), sought.people())) - found - known
        # Not in the order of age any more: after a crash, these come again.
        yield from _found(
            mailbox, Cursor(start.history, start.since, max([start.upto, *found], key=_age)), sorted(more)
        )
    yield Page((), str(Cursor(start.history)), 0)


def _in_threads(threads: Mapping[str, str], api: Api, queries: Iterable[str]) -> set[str]:
    """The messages of all threads in which a search finds one."""
    found = {thread for query in queries for thread in api.search(query).values()}
    return {message for message, thread in threads.items() if thread in found}


def _found(mailbox: Mailbox, start: Cursor, ids: Sequence[str]) -> Iterator[Page]:
    """These messages, a page at a time."""
    since = dt.datetime.fromisoformat(start.since)
    for first in range(0, len(ids), _PAGE):
        some, left = ids[first : first + _PAGE], max(0, len(ids) - first - _PAGE)
        listings = tuple(each for each in _listings(mailbox.fetch(some)) if each.received >= since)
        upto = max(start.upto, some[-1], key=_age)
        yield Page(listings, str(Cursor(start.history, start.since, upto)), left, mailbox.wait(left))


def _age(message: str) -> tuple[int, str]:
    """A fixed order of ids, in which later mail has mostly the later one: they are numbers in hexadecimal that grow.

    So that after a crash the same search goes on where it was, without keeping a list of what is done.
    """
    return len(message), message


# -- history ----------------------------------------------------------------------------------
def _news(mailbox: Mailbox, position: str, changes: Sequence[Change], now: str) -> Iterator[Page]:
    """What came since, a page at a time.

    Args:
        mailbox: Where from.
        position: The last step of the history that was dealt with.
        changes: What happened after it.
        now: The step that `changes` end with.
    """
    ids = _new_ids(changes)
    for first in range(0, len(ids), _PAGE):
        some, rest = ids[first : first + _PAGE], ids[first + _PAGE :]
        listings = tuple(_listings(mailbox.fetch([message for _, message in some])))
        if rest:  # a step of which some is still to come is not done
            position = next((step for step, _ in reversed(some) if step != rest[0][0]), position)
            yield Page(listings, str(Cursor(position)), len(rest), mailbox.wait(len(rest)))
        else:
            yield Page(listings, str(Cursor(now)), 0)
    if not ids:
        yield Page((), str(Cursor(now)), 0)


def _new_ids(changes: Sequence[Change]) -> list[tuple[str, str]]:
    """(step, message) of what was added or came back from where nothing is read, and is still there."""
    new: dict[str, str] = {}
    for change in changes:
        if change.what == "messagesAdded" and not change.labels & _LEFT_OUT:
            new.setdefault(change.message, change.history)
        elif change.what == "labelsRemoved" and change.labels & _LEFT_OUT:
            new[change.message] = change.history
        elif change.what == "messagesDeleted" or (change.what == "labelsAdded" and change.labels & _LEFT_OUT):
            new.pop(change.message, None)
    return sorted(((step, message) for message, step in new.items()), key=lambda pair: int(pair[0]))


def _listings(messages: Sequence[Fetched]) -> Iterator[Listing]:
    for message in messages:
        if not message.labels & _LEFT_OUT:
            yield Listing(
                ref=message.id,
                folder=_role(message.labels),
                received=message.received,
                size=len(message.content),
                thread_hint=message.thread,
            )


def _role(labels: frozenset[str]) -> FolderRole:
    if "SENT" in labels:
        return FolderRole.SENT
    return FolderRole.INBOX if "INBOX" in labels else FolderRole.ARCHIVE
