"""A mailbox that user and employer change by other means than the watcher's: files, or another mail program."""

from __future__ import annotations

import datetime as dt
import email
import imaplib
import itertools
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from providers.base import OutcomeUnknown, Provider, Unreachable
from providers.maildir import MaildirProvider
from tests.servers.account import Account
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.servers.mailbox import imap_provider

__all__ = ["FAULTS", "Box", "DovecotWorld", "Item", "MaildirWorld", "World"]

FOLDERS = ("INBOX", "Sent", "Drafts", "Trash")
FAULTS = (
    "a draft does not arrive",
    "a draft arrives, and the reply is lost",
    "a removal does not arrive",
    "a removal arrives, and the reply is lost",
    "mail does not arrive whole",
)
"""What the network does once in a scan."""


@dataclass(frozen=True)
class Item:
    """A message where it lies."""

    folder: str
    id: str
    flags: frozenset[str]
    content: bytes

    @property
    def message_id(self) -> str:
        return str(self.header("Message-ID")).strip()

    @property
    def is_marked(self) -> bool:
        """Whether it waits for its removal, which programs no longer show."""
        return "deleted" in self.flags

    def header(self, name: str) -> str:
        return str(email.message_from_bytes(self.content)[name] or "")


class Box(Protocol):
    """What another process needs to reach the mailbox; can be pickled."""

    def provider(self) -> Provider: ...


class World(Protocol):
    """The mailbox, with INBOX, Sent, Drafts and Trash."""

    box: Box
    marks: bool
    """Whether a message can be marked as deleted."""

    def items(self) -> frozenset[Item]:
        """All that is in it."""
        ...

    def put(self, content: bytes, folder: str, at: dt.datetime) -> None:
        """Let a message be in a folder: delivered, filed or saved as a draft."""
        ...

    def remove(self, item: Item) -> None: ...

    def move(self, item: Item, folder: str) -> None: ...

    def mark(self, item: Item, *, deleted: bool) -> None:
        """Mark a message as deleted, as programs do that clean up later; or take that back."""
        ...

    def faulty(self, fault: str) -> AbstractContextManager[Provider]:
        """A provider to which one of the `FAULTS` happens."""
        ...

    def close(self) -> None: ...


# -- Maildir ----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class MaildirBox:
    path: Path

    def provider(self) -> Provider:
        return MaildirProvider("home", {"path": str(self.path), "folders": None, "drafts": None}, lambda: "")


_LETTERS = {"D": "draft", "S": "seen", "T": "deleted"}


class MaildirWorld:
    """A Maildir++ tree."""

    marks = True

    def __init__(self, root: Path) -> None:
        self.box = MaildirBox(root)
        self._places = {name: root if name == "INBOX" else root / f".{name}" for name in FOLDERS}
        self._numbers = itertools.count(1)
        for place in self._places.values():
            for inside in ("cur", "new", "tmp"):
                (place / inside).mkdir(parents=True)

    def items(self) -> frozenset[Item]:
        return frozenset(
            Item(name, file.name.partition(":")[0], _flags(file), file.read_bytes())
            for name, place in self._places.items()
            for inside in ("cur", "new")
            for file in (place / inside).iterdir()
        )

    def put(self, content: bytes, folder: str, at: dt.datetime) -> None:
        flags = {"INBOX": None, "Drafts": ":2,DS"}.get(folder, ":2,S")
        file = self._places[folder] / ("cur" if flags else "new") / f"{int(at.timestamp())}.M{next(self._numbers)}.host"
        file = file.with_name(file.name + (flags or ""))
        file.write_bytes(content.replace(b"\r\n", b"\n"))
        os.utime(file, (at.timestamp(), at.timestamp()))

    def remove(self, item: Item) -> None:
        self._file(item).unlink()

    def move(self, item: Item, folder: str) -> None:
        file = self._file(item)
        file.rename(self._places[folder] / "cur" / file.name)

    def mark(self, item: Item, *, deleted: bool) -> None:
        file = self._file(item)
        file.rename(file.with_name(f"{item.id}:2,{'DST' if deleted else 'DS'}"))

    @contextmanager
    def faulty(self, fault: str) -> Iterator[Provider]:
        yield _Faulty(self.box.provider(), fault)  # type: ignore[misc]

    def close(self) -> None:
        """Nothing is open."""

    def _file(self, item: Item) -> Path:
        (found,) = (f for inside in ("cur", "new") for f in (self._places[item.folder] / inside).glob(f"{item.id}*"))
        return found


def _flags(file: Path) -> frozenset[str]:
    return frozenset(_LETTERS.get(letter, letter) for letter in file.name.partition(":2,")[2])


class _Faulty:
    """A provider one of whose calls goes wrong, once."""

    def __init__(self, provider: Provider, fault: str) -> None:
        self._provider = provider
        saved, removed = OutcomeUnknown("no answer came"), Unreachable("the connection was lost")
        self._fault = {
            FAULTS[0]: ("save_draft", False, saved),
            FAULTS[1]: ("save_draft", True, saved),
            FAULTS[2]: ("remove_draft", False, removed),
            FAULTS[3]: ("remove_draft", True, removed),
            FAULTS[4]: ("fetch", False, removed),
        }[fault]

    def __enter__(self) -> Any:
        self._provider.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._provider.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        found, (method, after, error) = getattr(self._provider, name), self._fault

        def fails(*values: Any, **named: Any) -> Any:
            if after:
                found(*values, **named)
            raise error

        return fails if name == method else found


# -- Dovecot ----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class ImapBox:
    account: Account
    port: int = 0

    def provider(self) -> Provider:
        return imap_provider(self.account, port=self.port or self.account.port, timeout=2)


_ON_THE_WIRE = {
    FAULTS[0]: Fault(Deed.KILL, b"From: ", to_server=True, after=200),
    FAULTS[1]: Fault(Deed.KILL, b"APPENDUID"),
    FAULTS[2]: Fault(Deed.KILL, b"EXPUNGE", to_server=True),
    FAULTS[3]: Fault(Deed.KILL, b"EXPUNGE"),
    FAULTS[4]: Fault(Deed.KILL, b"BODY[", after=100),
}


class DovecotWorld:
    """An account, changed by imaplib."""

    marks = True

    def __init__(self, account: Account) -> None:
        self.box = ImapBox(account)
        self._account = account
        self._stack = ExitStack()
        self._client = self._stack.enter_context(account.client())

    def items(self) -> frozenset[Item]:
        return frozenset(
            Item(stored.folder, stored.id.partition(":")[2], stored.flags, content)
            for stored, content in self._account.contents(self._client)
        )

    def put(self, content: bytes, folder: str, at: dt.datetime) -> None:
        flags = {"INBOX": "", "Drafts": r"(\Draft \Seen)"}.get(folder, r"(\Seen)")
        _ok(self._client.append(folder, flags, at, content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")))

    def remove(self, item: Item) -> None:
        self.mark(item, deleted=True)
        imaplib.Commands.setdefault("EXPUNGE", ("SELECTED",))
        _ok(self._client.uid("EXPUNGE", item.id))

    def move(self, item: Item, folder: str) -> None:
        _ok(self._client.select(item.folder))
        _ok(self._client.uid("COPY", item.id, folder))
        self.remove(item)

    def mark(self, item: Item, *, deleted: bool) -> None:
        _ok(self._client.select(item.folder))
        _ok(self._client.uid("STORE", item.id, "+FLAGS" if deleted else "-FLAGS", r"(\Deleted)"))

    @contextmanager
    def faulty(self, fault: str) -> Iterator[Provider]:
        with FaultProxy(self._account.port, replace(_ON_THE_WIRE[fault])) as proxy:
            yield ImapBox(self._account, proxy.port).provider()

    def close(self) -> None:
        self._stack.close()


def _ok(result: tuple[str, Any]) -> None:
    assert result[0] == "OK", result
