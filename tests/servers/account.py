"""An account on a test server, and its user's mail program: imaplib, so that nothing of ours checks itself."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import imaplib
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imapclient.imap_utf7 import decode, encode

from providers.testing import Refused, Stored

__all__ = ["Account"]

_FLAGS = re.compile(rb"FLAGS \(([^)]*)\)")
_UID = re.compile(rb"UID (\d+)")
_LISTED = re.compile(rb'\(([^)]*)\) (?:"(?:\\.|.)"|NIL) (?:"((?:[^"\\]|\\.)*)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Account:
    """A user of a test server; the methods are what the user does in another mail program."""

    user: str
    password: str
    port: int
    """Plain text and STARTTLS."""
    tls_port: int
    ca_file: Path

    def settings(self, **more: Any) -> dict[str, Any]:
        """Options of the IMAP provider: plain text, on loopback, unless `more` says otherwise."""
        return {"host": "localhost", "port": self.port, "user": self.user, "security": "none", "timeout": 20, **more}

    @contextlib.contextmanager
    def client(self) -> Iterator[imaplib.IMAP4]:
        with imaplib.IMAP4("localhost", self.port, timeout=20) as client:
            client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or Cyrus waits 40 ms for each literal
            client.login(self.user, self.password)
            yield client

    def make_folders(self, *names: str, use: str = "") -> None:
        """Make folders, marked by `use` ("\\Drafts") where the server can (RFC 6154).

        Raises:
            Refused
        """
        with self.client() as client:
            for name in names:
                _ok(client.create(_quoted(name) + (f" (USE ({use}))" if use else "")))

    def remove_folder(self, name: str) -> None:
        with self.client() as client:
            _ok(client.delete(_quoted(name)))

    def rename_folder(self, name: str, new: str) -> None:
        with self.client() as client:
            _ok(client.rename(_quoted(name), _quoted(new)))

    def deliver(
        self, content: bytes, folder: str = "INBOX", received: dt.datetime | None = None, flags: str = ""
    ) -> None:
        """Put a message into a folder.

        Raises:
            Refused
        """
        self.deliver_all([(content, received)], folder, flags)

    def deliver_all(self, messages: list[tuple[bytes, dt.datetime | None]], folder: str, flags: str = "") -> None:
        """The same for many, over one connection."""
        with self.client() as client:
            for content, received in messages:
                _ok(client.append(_quoted(folder), flags, received or dt.datetime.now(dt.UTC), content))

    def snapshot(self) -> frozenset[Stored]:
        """Every message in every folder, its flags, and a hash of its bytes."""
        with self.client() as client:
            return frozenset(stored for stored, _ in self.contents(client))

    @staticmethod
    def contents(client: imaplib.IMAP4) -> Iterator[tuple[Stored, bytes]]:
        """The same with the bytes, over a connection that is open."""
        for folder in _folders(client):
            _ok(client.select(_quoted(folder), readonly=True))
            validity = client.response("UIDVALIDITY")[1][0]
            _, answers = client.uid("FETCH", "1:*", "(FLAGS BODY.PEEK[])")
            for head, content, tail in _messages(answers):
                uid, flags = _UID.search(head + tail), _FLAGS.search(head + tail)
                assert uid
                assert flags
                names = {flag.decode().lower().lstrip("\\") for flag in flags[1].split()} - {"recent"}
                digest = hashlib.sha256(content).hexdigest()
                yield Stored(folder, f"{int(validity or 0)}:{int(uid[1])}", frozenset(names), digest), content

    def flag(self, message_id: str, flags: str) -> None:
        with self._opened(message_id) as (client, _, uid):
            _ok(client.uid("STORE", uid, "+FLAGS", f"({flags})"))

    def move(self, message_id: str, folder: str) -> None:
        with self._opened(message_id) as (client, _, uid):
            _ok(client.uid("COPY", uid, _quoted(folder)))
            self._expunge(client, uid)

    def delete(self, message_id: str) -> None:
        with self._opened(message_id) as (client, _, uid):
            self._expunge(client, uid)

    def edit(self, message_id: str, content: bytes) -> None:
        """Save a draft anew, and the former version goes."""
        with self._opened(message_id) as (client, folder, uid):
            _ok(client.append(_quoted(folder), r"(\Draft \Seen)", None, content))
            self._expunge(client, uid)

    def find(self, message_id: str) -> list[tuple[str, str]]:
        """(folder, UID) of each copy."""
        with self.client() as client:
            return list(_found(client, message_id))

    @contextlib.contextmanager
    def _opened(self, message_id: str) -> Iterator[tuple[imaplib.IMAP4, str, str]]:
        with self.client() as client:
            ((folder, uid),) = _found(client, message_id)
            _ok(client.select(_quoted(folder)))
            yield client, folder, uid
            client.unselect()

    @staticmethod
    def _expunge(client: imaplib.IMAP4, uid: str) -> None:
        _ok(client.uid("STORE", uid, "+FLAGS", r"(\Deleted)"))
        imaplib.Commands.setdefault("EXPUNGE", ("SELECTED",))
        _ok(client.uid("EXPUNGE", uid))


def _folders(client: imaplib.IMAP4) -> Iterator[str]:
    """The names of all folders that can be opened."""
    _, lines = client.list()
    for line in lines:
        if isinstance(line, tuple):
            head, name = line
        elif found := _LISTED.match(line or b""):
            head, name = found[1], (found[2] or found[3]).replace(b'\\"', b'"').replace(b"\\\\", b"\\")
        else:
            continue
        if b"noselect" not in head.lower():
            yield decode(name)


def _found(client: imaplib.IMAP4, message_id: str) -> Iterator[tuple[str, str]]:
    """(folder, UID) of each copy."""
    for folder in _folders(client):
        _ok(client.select(_quoted(folder), readonly=True))
        _, (uids,) = client.uid("SEARCH", "HEADER", "Message-ID", f'"{message_id}"')
        yield from ((folder, uid.decode()) for uid in (uids or b"").split())


def _messages(answers: list[Any]) -> Iterator[tuple[bytes, bytes, bytes]]:
    """(what stands before the literal, the literal, what stands behind it) of each answer to a FETCH."""
    for at, answer in enumerate(answers):
        if isinstance(answer, tuple):
            following = answers[at + 1] if at + 1 < len(answers) else b""
            yield answer[0], answer[1], following if isinstance(following, bytes) else b""


def _quoted(name: str) -> str:
    return '"' + encode(name).decode().replace("\\", "\\\\").replace('"', '\\"') + '"'


def _ok(result: tuple[str, Any]) -> None:
    if result[0] != "OK":
        raise Refused(str(result[1]))
