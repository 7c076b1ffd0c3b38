"""All that is ever said to an IMAP server: a handful of verbs, none of which can change the user's mail.

Mail and servers are strangers: a Message-ID may carry a line break and a whole command behind it. Hence every argument
passes `_plain` on its way out, and nothing from a mail is ever searched for. Folders are opened with EXAMINE and
messages read with PEEK, so that reading leaves no trace. The one verb that takes something away, `remove_draft`, is the
only place with SELECT, works on a single UID, and says neither CLOSE nor a plain EXPUNGE, which would take along
whatever the user has marked as deleted.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from providers.base import NotOurs, NotSetUp, ProviderError, Unreachable, is_ours
from providers.errors import cleaned
from providers.imap.connection import Connection
from providers.imap.errors import Refused, translated
from providers.imap.folders import Folder, listed_folders, pairs

__all__ = ["Fetched", "Wire"]

_BATCH = 500
"""The most messages to name in one command: a command line of some 5 kB, where servers take 8 kB (RFC 7162, 4)."""

_APPENDUID = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the server told about one message."""

    uid: int
    attributes: Mapping[bytes, Any]

    def get(self, name: str) -> Any:
        """The value of an attribute, None where the server did not give it."""
        return self.attributes.get(name.encode())

    def section(self, name: str) -> bytes:
        """The octets of `BODY[name...`, empty where there are none.

        Looked up by its beginning: servers repeat a list of header fields each in their own way (Courier quotes
        them), and add the origin of a partial fetch.
        """
        start = f"BODY[{name}".encode()
        found = next((v for k, v in self.attributes.items() if k.upper().startswith(start)), None)
        return found if isinstance(found, bytes) else b""


class Wire:
    """One signed-in connection. Used by one thread."""

    def __init__(self, connection: Connection, where: str) -> None:
        """Take over a connection that is signed in.

        Args:
            connection: What to talk over.
            where: "host:port", for messages.
        """
        self._connection = connection
        self._where = where
        self.lost = False
        """Whether the connection broke; then nothing more can be said over it."""
        self.opened: tuple[str, int] | None = None
        """Path and UIDVALIDITY of the folder that is open for reading."""
        with self._doing("reading what it can do"):
            self._can = {cleaned(c).upper() for c in connection.capabilities()}

    def can(self, capability: str) -> bool:
        return capability in self._can

    def folders(self) -> list[Folder]:
        """LIST, with marks, and with positions where the server gives them in the same answer (LIST-STATUS)."""
        extended = self.can("LIST-EXTENDED")
        wanted = [
            option
            for option, offered in (
                ("SPECIAL-USE", extended and self.can("SPECIAL-USE")),
                ("STATUS (UIDVALIDITY UIDNEXT)", self.can("LIST-STATUS")),
            )
            if offered
        ]
        with self._doing("listing folders"):
            spaces = self._connection.namespaces() if self.can("NAMESPACE") else ()
            listed, told = self._connection.list_with(" ".join(wanted))
            return list(listed_folders(listed, told, spaces))

    def status(self, path: str) -> tuple[int, int]:
        """UIDVALIDITY and UIDNEXT of a folder that is not open."""
        with self._doing("asking for a folder's state"):
            told = self._connection.state(_plain(path), "UIDVALIDITY UIDNEXT")
        for line in told:
            state = pairs(line[-1])
            if {"UIDVALIDITY", "UIDNEXT"} <= state.keys():
                return state["UIDVALIDITY"], state["UIDNEXT"]
        raise Refused(f"{self._where} does not tell the state of a folder")

    def examine(self, path: str) -> int:
        """Open a folder for reading, afresh; its UIDVALIDITY.

        An open folder does not show what another connection has put in since, until it is opened again.
        """
        self.opened = None
        with self._doing("opening a folder"):
            validity = int(self._connection.select_folder(_plain(path), readonly=True)[b"UIDVALIDITY"])
        self.opened = (path, validity)
        return validity

    def leave(self) -> None:
        """Leave the open folder, removing nothing (UNSELECT), so that its state can be asked for (RFC 3501, 6.3.10)."""
        if self.opened and self.can("UNSELECT"):
            self.opened = None
            with self._doing("leaving a folder"):
                self._connection.unselect_folder()

    def search_since(self, day: dt.date, first: int, last: int) -> list[int]:
        """UIDs from `first` to `last` of messages, drafts apart, that arrived on `day` or later (server's days)."""
        since = f"{day.day:02d}-{_MONTHS[day.month - 1]}-{day.year:04d}"
        return self._search("UID", f"{first:d}:{last:d}", "SINCE", since, "UNDRAFT")

    def search_from(self, first: int) -> list[int]:
        """UIDs of `first` and above, drafts apart."""
        # "9:*" is the last message even if that is number 5 (RFC 3501, 6.4.8)
        return [uid for uid in self._search("UID", f"{first:d}:*", "UNDRAFT") if uid >= first]

    def search_all(self, among: str = "UNDELETED") -> list[int]:
        """UIDs of all messages among those that are UNDELETED, DELETED, or ALL (RFC 3501, 6.4.4)."""
        return self._search(among)

    def search_own(self, message_id: str, among: str = "UNDELETED") -> list[int]:
        """UIDs of messages, among the same, whose Message-ID contains this one of ours."""
        if not is_ours(message_id):
            raise NotOurs(f"only Message-IDs of ours are searched for, not {message_id!r}")
        return self._search("HEADER", "Message-ID", f'"{message_id}"', among)

    def _search(self, *criteria: str) -> list[int]:
        with self._doing("searching"):
            return self._connection.uid_search(*map(_plain, criteria))

    def fetch(self, uids: Sequence[int], items: str) -> Iterator[Fetched]:
        """These attributes of these messages, which are in the open folder; those that are gone are left out.

        A message that the server cannot give, damaged on its disk perhaps, comes without any section.
        """
        if "BODY[" in items:
            raise ValueError("BODY[ without PEEK marks messages as read")
        for start in range(0, len(uids), _BATCH):
            found = self._fetched([int(uid) for uid in uids[start : start + _BATCH]], items)
            yield from (Fetched(uid, attributes) for uid, attributes in found.items())

    def _fetched(self, uids: list[int], items: str) -> dict[int, dict[bytes, Any]]:
        """What FETCH gives. A batch that is refused, perhaps because of one message in it, is asked for one by one."""
        try:
            with self._doing("fetching messages"):
                return self._connection.uid_fetch(uids, _plain(items))
        except Refused as error:
            refusal = error
        found: dict[int, dict[bytes, Any]] = {}
        refused: dict[int, dict[bytes, Any]] = {}
        for uid in uids:
            try:
                with self._doing("fetching messages"):
                    found |= self._connection.uid_fetch([uid], items)
            except Refused:
                with self._doing("fetching messages"):  # refused too, it is the server that has a trouble
                    refused |= self._connection.uid_fetch([uid], "UID INTERNALDATE RFC822.SIZE")
        if len(refused) == len(uids) > 1:
            raise refusal
        return found | refused

    def append(self, path: str, content: bytes) -> tuple[int, int] | None:
        """Put a draft into a folder; where it is (UIDVALIDITY, UID), None where the server does not say.

        Raises:
            Refused: the server said no: nothing was saved
            Unreachable: whether it was saved is not known
        """
        if b"\0" in content:
            raise NotOurs("a draft holds no NUL")
        with self._doing("saving a draft"):
            answer = self._connection.append(_plain(path), content, [r"\Draft"])
        found = _APPENDUID.search(answer or b"")
        return (int(found[1]), int(found[2])) if found else None

    def remove_draft(self, path: str, validity: int, uid: int, untouched: Callable[[bytes], bool]) -> bool:
        """Remove one draft if what the folder holds under this UID still is `untouched`; whether it was removed.

        Raises:
            NotSetUp: the server cannot remove a single message (no UIDPLUS)
        """
        if not self.can("UIDPLUS"):  # plain EXPUNGE takes along every message that the user has marked as deleted
            raise NotSetUp(
                f"{self._where} cannot remove a single message (UIDPLUS), so a draft that no longer fits stays",
                hint="delete it in your mail program",
            )
        uids = [int(uid)]
        self.opened = None
        with self._doing("removing a draft"):
            state = self._connection.select_folder(_plain(path))
            found = self._connection.uid_fetch(uids, "UID BODY.PEEK[]<0.300000>").get(uid, {})
            removed = int(state[b"UIDVALIDITY"]) == validity and untouched(Fetched(uid, found).section("]"))
            if removed:
                self._connection.add_flags(uids, [r"\Deleted"], silent=True)
                self._connection.uid_expunge(uids)
            self._connection.select_folder(_plain(path), readonly=True)
        return removed

    @contextlib.contextmanager
    def idling(self) -> Iterator[Callable[[float], bytes]]:
        """Say nothing and listen, from IDLE to DONE; gives what hears for so many seconds, and returns what came."""
        with self._doing("waiting for news"):
            tag = self._connection.begin_idle()
            yield self._connection.overheard
            self._connection.end_idle(tag)

    def close(self) -> None:
        """Sign out and hang up; never raises."""
        with contextlib.suppress(Exception):
            if not self.lost:
                self._connection.hurry(5)
                self._connection.logout()
        self._hang_up()

    def _hang_up(self) -> None:
        self.lost = True
        with contextlib.suppress(Exception):
            self._connection.shutdown()

    @contextlib.contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        """Raise the provider's exceptions; after anything but a refusal, the connection is not used again."""
        if self.lost:
            raise Unreachable(f"{self._where}: the connection was lost before", hint="try again later")
        try:
            with translated(self._where, what):
                yield
        except Refused:
            raise
        except ProviderError:
            self._hang_up()
            raise


def _plain(argument: str) -> str:
    """The argument if it can be sent as it stands.

    Raises:
        NotOurs: it holds a line break, a control character or anything else that is not printable ASCII. A bug.
    """
    if not argument.isascii() or not argument.isprintable():
        raise NotOurs(f"this cannot be said to an IMAP server: {argument!r}")
    return argument
