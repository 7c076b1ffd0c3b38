"""The connection underneath: imapclient's, with a limit on everything that a server could do for ever.

Neither imaplib nor imapclient limits how long a whole answer takes, how large it is or of how many lines it consists;
a time-out of the socket starts anew with each octet that arrives. Here each thing we say renews an allowance of time,
octets and lines, and an answer that exceeds it breaks the connection.

This is the only module that reaches below imapclient. What it works round was measured on imapclient 4.1: fetch() takes
no ranges, one odd answer spoils the whole batch, every answer is formatted for a debug log that nobody reads (four
fifths of the client's time), and without TCP_NODELAY Cyrus and Courier take 44 ms longer for each search and append.
"""

from __future__ import annotations

import imaplib
import io
import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.response_parser import parse_fetch_response, parse_response

__all__ = ["Connection"]

_CONNECT = 15.0
"""Seconds to wait for a connection to be made."""
_PATIENCE = 5.0
"""How many times the wait for something to arrive a whole answer may take."""
_OCTETS = 32_000_000
_LINES = 200_000
"""The most that one answer may bring: a search in a folder of two million messages, a batch of anything."""
_FAREWELL = 5.0
"""Seconds to wait for the end of an IDLE, on which nothing depends: after a sleep, the connection may be dead."""
_STRUCTURED = 200_000
"""Octets of one answer, literals apart, beyond which it is not parsed: the parser reads about 1 MB a second."""


class _Allowance(io.RawIOBase):
    """What may arrive, and by when, in answer to the last thing said."""

    def __init__(self, sock: socket.socket, wait: float) -> None:
        self._socket = sock
        self._wait = wait
        self.glance: float | None = None
        """Seconds to wait for something to arrive, while nothing was asked for; None while an answer is expected."""
        self.renew()

    def renew(self) -> None:
        self._socket.settimeout(self._wait)
        self._until = time.monotonic() + self._wait * _PATIENCE
        self.octets = _OCTETS
        self.lines = _LINES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self.glance is not None:
            return self._glance(buffer, self.glance)
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the answer takes too long")
        self._socket.settimeout(min(self._wait, left))
        return self._counted(self._socket.recv_into(buffer))

    def _glance(self, buffer: Any, seconds: float) -> int | None:
        """As `readinto`, None where nothing arrives so soon. That the connection ended is told; imapclient hides it."""
        self._socket.settimeout(max(seconds, 0.001))
        try:
            count = self._socket.recv_into(buffer)
        except TimeoutError:
            return None
        if not count:
            raise imaplib.IMAP4.abort("the server hung up")
        return self._counted(count)

    def _counted(self, count: int) -> int:
        self.octets -= count
        if self.octets < 0:
            raise imaplib.IMAP4.abort("the answer is too large")
        return count


class _Protocol(imaplib.IMAP4):
    """imaplib's client, reading within an allowance. The methods overridden are those it documents as overridable."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext | None, wait: float) -> None:
        self._context = context
        self._wait = wait
        super().__init__(host, port, timeout=min(wait, _CONNECT))

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        self.host, self.port = host, port
        self.sock = socket.create_connection((host, port), timeout)
        try:
            # imaplib writes a command in two pieces; with Nagle's algorithm the second waits for the first's receipt.
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._context:
                self.sock = self._context.wrap_socket(self.sock, server_hostname=host)
        except BaseException:
            self.sock.close()
            raise
        self.file = self.sock.makefile("rb")

    @property
    def file(self) -> Any:
        """What answers are read from. imaplib assigns a plain file for each new socket, here and in STARTTLS."""
        return self._file

    @file.setter
    def file(self, plain: Any) -> None:
        plain.close()
        self._allowance = _Allowance(self.sock, self._wait)
        self._file = io.BufferedReader(self._allowance, 65536)

    def send(self, data: Any) -> None:
        self._allowance.renew()
        super().send(data)

    def read(self, size: int) -> bytes:
        if size > self._allowance.octets:  # before memory is set aside for it
            raise self.abort("the answer is too large")
        return self._file.read(size)

    def overheard(self, seconds: float) -> bytes:
        """What arrives within so many seconds without having been asked for, pieces of lines too; empty for nothing."""
        self._allowance.glance = seconds
        try:
            return self._file.read1(65536) or b""
        finally:
            self._allowance.glance = None

    def readline(self) -> bytes:
        self._allowance.lines -= 1
        if self._allowance.lines < 0:
            raise self.abort("the answer has too many lines")
        return self._file.readline()


class Connection(IMAPClient):  # type: ignore[misc]  # imapclient ships no types
    """imapclient's client within an allowance, with the few commands that it cannot say or cannot read safely."""

    def __init__(self, host: str, port: int, context: ssl.SSLContext | None, wait: float) -> None:
        """Connect, encrypted from the start where a context is given.

        Args:
            host: Where to connect; also the name that the certificate must be for.
            port: The TCP port.
            context: How to encrypt and whom to trust.
            wait: Seconds to wait for something to arrive.
        """
        timeout = SocketTimeout(connect=min(wait, _CONNECT), read=wait)
        super().__init__(host, port, ssl=context is not None, ssl_context=context, timeout=timeout)
        self._imap.debug = 0
        self.folder_encode = False  # a name travels as the server wrote it, so that a wrongly encoded one still works

    def _create_IMAP4(self) -> _Protocol:  # noqa: N802  # imapclient's name
        return _Protocol(self.host, self.port, self.ssl_context if self.ssl else None, self._timeout.read)

    def hurry(self, wait: float) -> None:
        """Wait only so long from now on: nothing matters any more but leaving."""
        allowance = self._imap._allowance  # noqa: SLF001
        allowance._wait = min(allowance._wait, wait)  # noqa: SLF001

    def begin_idle(self) -> bytes:
        """IDLE (RFC 2177); the command's tag, for its end. To imapclient's own a line before the "+" is an error."""
        tag: bytes = self._imap._command("IDLE")  # noqa: SLF001
        while self._imap._get_response() is not None:  # noqa: SLF001
            if self._imap.tagged_commands[tag]:
                self._checkok("idle", *self._imap.tagged_commands.pop(tag))
        return tag

    def overheard(self, seconds: float) -> bytes:
        """What the server says within so many seconds of an IDLE, as it comes; empty for nothing."""
        heard: bytes = self._imap.overheard(seconds)
        return heard

    def end_idle(self, tag: bytes) -> None:
        """DONE, and what is said up to its answer. Read in pieces, as an IDLE may end amid a line."""
        self._imap.send(b"DONE\r\n")
        heard = b""
        while tag + b" " not in heard or not heard.endswith(b"\n"):
            piece = self.overheard(min(self._timeout.read, _FAREWELL))
            if not piece:
                raise TimeoutError("no answer to DONE")
            heard = heard[-200:] + piece
        self._imap.tagged_commands.pop(tag, None)

    def list_with(self, returning: str) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        """LIST of all folders with RETURN options (RFC 5258, 5819): the LIST and the STATUS answers, parsed."""
        kind, data = self._imap.list('""', f'"*" RETURN ({returning})' if returning else '"*"')
        self._checkok("list", kind, data)
        return _parsed(data), _parsed(self._imap.response("STATUS")[1])

    def state(self, path: str, items: str) -> list[tuple[Any, ...]]:
        """STATUS of a folder: the answers, parsed; folder_status() stumbles over a server that gives none."""
        kind, data = self._imap.status(self._normalise_folder(path), f"({items})")
        self._checkok("status", kind, data)
        return _parsed(data)

    def namespaces(self) -> tuple[Any, ...]:
        """NAMESPACE (RFC 2342): personal, other users', shared; each a tuple of descriptions or None."""
        kind, data = self._imap.namespace()
        self._checkok("namespace", kind, data)
        return next(iter(_parsed(data)), ())

    def uid_search(self, *criteria: str) -> list[int]:
        """UID SEARCH. Several SEARCH lines are one answer; a MODSEQ behind the numbers does not matter."""
        kind, data = self._imap.uid("SEARCH", *criteria)
        self._checkok("search", kind, data)
        return sorted({int(word) for line in data if line for word in line.split(b"(")[0].split()})

    def uid_fetch(self, uids: Sequence[int], items: str) -> dict[int, dict[bytes, Any]]:
        """UID FETCH. A message whose answer cannot be parsed is left out; the others are not affected."""
        kind, data = self._imap.uid("FETCH", ",".join(map(str, uids)), f"({items})")
        self._checkok("fetch", kind, data)
        found: dict[int, dict[bytes, Any]] = {}
        for answer in _answers(data):
            try:
                parsed = parse_fetch_response(answer, normalise_times=False, uid_is_key=False)
            except Exception:  # noqa: BLE001, S112  # a hostile message makes the parser raise anything at all
                continue
            for attributes in parsed.values():  # one; without a UID it is a change that the server reports unasked
                found.setdefault(attributes.get(b"UID", 0), {}).update(attributes)
        return {uid: found[uid] for uid in uids if uid in found}


def _answers(data: Sequence[Any]) -> Iterator[list[Any]]:
    """The flat list of imaplib cut into answers: any number of (line, literal), then the rest of the line."""
    answer: list[Any] = []
    for item in data:
        if item is None:
            continue
        answer.append(item)
        if isinstance(item, bytes):
            if sum(len(i if isinstance(i, bytes) else i[0]) for i in answer) <= _STRUCTURED:
                yield answer
            answer = []


def _parsed(data: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Each answer parsed by itself; those that cannot be are left out."""
    parsed = []
    for answer in _answers(data):
        try:
            parsed.append(parse_response(answer))
        except Exception:  # noqa: BLE001, S112  # as above
            continue
    return [line for line in parsed if line]
