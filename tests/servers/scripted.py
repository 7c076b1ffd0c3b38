"""A server that says what it is told to: for what no real one would do."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

__all__ = ["Scripted"]

_CAPABILITIES = b"IMAP4rev1 UIDPLUS UNSELECT LIST-EXTENDED LIST-STATUS SPECIAL-USE"
_USUAL = {
    "CAPABILITY": b"* CAPABILITY " + _CAPABILITIES + b"\r\n",
    "LIST": b'* LIST () "/" INBOX\r\n* STATUS INBOX (UIDVALIDITY 7 UIDNEXT 5)\r\n'
    b'* LIST (\\Drafts) "/" Drafts\r\n* STATUS Drafts (UIDVALIDITY 7 UIDNEXT 1)\r\n',
    "EXAMINE": b"* FLAGS ()\r\n* 1 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] so\r\n",
    "UID SEARCH": b"* SEARCH 4\r\n",
    "UID FETCH": b"",
    "LOGOUT": b"* BYE so long\r\n",
}
_LINE = re.compile(rb"(\S+) ((?:UID )?\w+)", re.IGNORECASE)


class Scripted:
    """An IMAP server on loopback with one mail; a context manager.

    Args:
        answers: What it says to a command, before its OK: octets, or an iterator of them that may never end. "TAG"
            stands for the command's tag; with it, or without a line's end, no OK follows.
        greeting: What it says first.
        certificate: With it, TLS from the start.
    """

    def __init__(
        self,
        answers: Mapping[str, bytes | Iterator[bytes]] | None = None,
        greeting: bytes = b"* OK ready\r\n",
        certificate: Path | None = None,
    ) -> None:
        self.heard = b""
        """All that clients said."""
        self._answers = {**_USUAL, **(answers or {})}
        self._greeting = greeting
        self._certificate = certificate
        self._open: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for sock in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        self._thread.join(10)

    def answer(self, line: bytes) -> bytes | Iterator[bytes]:
        """What it says to a command."""
        found = _LINE.match(line)
        return self._answers.get(found[2].decode().upper(), b"") if found else b""

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(client)
            with contextlib.suppress(OSError):
                if self._certificate:
                    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
                    context.load_cert_chain(self._certificate)
                    client = context.wrap_socket(client, server_side=True)
                    self._open.append(client)
                self._talk(client)
            client.close()

    def _talk(self, client: socket.socket) -> None:
        client.sendall(self._greeting)
        with client.makefile("rb") as lines:
            for line in lines:
                self.heard += line
                found = _LINE.match(line)
                if not found:
                    return
                answer = self.answer(line)
                last = b"\n"
                for piece in [answer] if isinstance(answer, bytes) else answer:
                    client.sendall(piece.replace(b"TAG", found[1]))
                    last = piece or last
                if last.endswith(b"\n") and b"TAG" not in last:
                    client.sendall(found[1] + b" OK done\r\n")
