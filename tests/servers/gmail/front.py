"""Sockets: reads requests, lets them meet their faults, sends answers."""

from __future__ import annotations

import contextlib
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

from tests.servers.gmail.account import Account
from tests.servers.gmail.faults import NOT_DONE, Deed, Fault
from tests.servers.gmail.wire import Reply, Request

__all__ = ["Front"]


class Backend(Protocol):
    """What answers."""

    def meets(self, request: Request) -> tuple[Account | None, str]:
        """Whose request it is and which method it calls, as far as that is known."""

    def answer(self, request: Request, faults: list[Fault]) -> Reply:
        """Carry a request out; what parts of a batch meet is put into `faults`."""


class Front(ThreadingHTTPServer):
    """Listens on loopback, on a port of its own."""

    daemon_threads = True
    request_queue_size = 50

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def end(self) -> None:
        """Close all connections too, so that no thread waits on one."""
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no error of ours; all else is printed as always."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Front

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is Python's
        """Nothing: the accounts keep the log."""

    def _serve(self) -> None:
        backend = self.server.backend
        left = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers)
        if request.path in ("/token", "/revoke"):  # whose it is stands in the body
            request, left = self._with_body(request, left), 0
        account, name = backend.meets(request)
        fault = account.faults.take(name) if account else None
        if fault and fault.deed in (Deed.CLOSE_BEFORE, Deed.CLOSE_DURING):
            left = left // 2 if fault.deed is Deed.CLOSE_DURING else 0
        if left:
            request = self._with_body(request, left)
        if account and fault and fault.deed in NOT_DONE:
            account.note(name, request, fault.reply.status if fault.reply else 0)
            self._send(fault.reply)
            return
        met = [fault] if fault else []
        reply = backend.answer(request, met)
        time.sleep(sum(one.seconds for one in met))
        deeds = {one.deed for one in met}
        closed = deeds - {Deed.LATE, Deed.CUT_SHORT}
        self._send(None if closed else reply, cut=Deed.CUT_SHORT in deeds)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815  the names are Python's

    def _with_body(self, request: Request, length: int) -> Request:
        return Request(request.verb, request.target, request.headers, self.rfile.read(length))

    def _send(self, reply: Reply | None, *, cut: bool = False) -> None:
        """Send an answer or half of one; without one, or after a half, close the connection."""
        if reply:
            head = dict(reply.headers)
            if reply.status != 204:
                head |= {"Content-Type": reply.content_type, "Content-Length": str(len(reply.body))}
            lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
            phrase = self.responses.get(reply.status, ("",))[0]
            body = reply.body[: len(reply.body) // 2] if cut else reply.body
            self.wfile.write(f"HTTP/1.1 {reply.status} {phrase}\r\n{lines}\r\n".encode() + body)
        if cut or not reply:
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
