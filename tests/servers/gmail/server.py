"""The proxy: one port on loopback with Gmail's API, its batches, and Google's pages and endpoints for sign-in."""

from __future__ import annotations

import contextlib
import itertools
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.servers.gmail import batch
from tests.servers.gmail.account import Account, Called
from tests.servers.gmail.api import Call, carry_out
from tests.servers.gmail.consent import Consent
from tests.servers.gmail.emulator import Emulator
from tests.servers.gmail.errors import ApiError
from tests.servers.gmail.faults import Deed, Fault
from tests.servers.gmail.methods import Method, method_of
from tests.servers.gmail.tokens import OAuthError, TokenBook
from tests.servers.gmail.upstream import Upstream, User
from tests.servers.gmail.wire import Reply, Request, json_reply

__all__ = ["Gmail"]

_NOT_DONE = (Deed.ANSWER, Deed.CLOSE_BEFORE, Deed.CLOSE_DURING)


class Gmail:
    """A Gmail of its own; use it as a context manager, and take an account for each test."""

    def __init__(self) -> None:
        self._emulator = Emulator()
        self._accounts: dict[str, Account] = {}
        self._numbers = itertools.count(1)

    @staticmethod
    def is_here() -> bool:
        return Emulator.is_here()

    def __enter__(self) -> Self:
        self._emulator.__enter__()
        self._users = iter(self._emulator.users)
        self._upstream = Upstream(self._emulator.port)
        self._book = TokenBook(self._upstream)
        self._consent = Consent(self._book, self._accounts)
        self._server = _Server(self)
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.end()
        self._thread.join(10)
        self._upstream.close()
        self._emulator.__exit__()

    @property
    def root(self) -> str:
        """Its address, in place of `https://gmail.googleapis.com/`."""
        return f"http://127.0.0.1:{self.port}/"

    def account(self, address: str = "") -> Account:
        """An empty mailbox; each time another, also where the address was given before: then that one is forgotten."""
        address = address or f"sam{next(self._numbers)}@home.example"
        account = Account(address, self.root, User(self._upstream, next(self._users)), self._book)
        self._accounts[address] = account
        return account

    # -- answering ----------------------------------------------------------------------------
    def meets(self, request: Request) -> tuple[Account | None, str]:
        """Whose request it is, where that is known, and the method it calls, where it is one; by head alone."""
        if request.path in ("/token", "/revoke"):
            return self._book.account_of_request(request), request.path[1:]
        method = method_of(request.verb, request.path)
        name = "batch" if request.path in ("/batch", "/batch/gmail/v1") else method[0].name if method else ""
        with contextlib.suppress(ApiError):
            return self._book.account_of_bearer(request.bearer()), name
        return None, name

    def answer(self, request: Request, faults: list[Fault]) -> Reply:
        """Answer a request; what its parts, if it is a batch, meet beside answers is put into `faults`."""
        account, name = self.meets(request)
        try:
            if name == "batch":
                self._book.account_of_bearer(request.bearer())
                reply = batch.carry_out_all(request, lambda inner: self._part(inner, faults))
            elif name == "token":
                reply = json_reply(self._book.token(request))
            elif name == "revoke":
                self._book.revoke(request.form().get("token", request.query.get("token", [""]))[0])
                reply = json_reply({})
            elif request.path == "/o/oauth2/v2/auth":
                reply = self._consent.page(request) if request.verb == "GET" else self._consent.decide(request)
            else:
                return self._api(request)
        except ApiError as error:
            reply = json_reply(error.body(), error.status)
        except OAuthError as error:
            reply = json_reply({"error": error.code, "error_description": str(error)}, error.status)
        if account:
            account.requests.append(Called(name, request.verb, request.target, request.body, reply.status))
        return reply

    def _part(self, request: Request, faults: list[Fault]) -> Reply:
        """Answer a part of a batch."""
        account, name = self.meets(request)
        fault = account.faults.take(name) if account else None
        if account and fault and fault.reply:
            account.requests.append(Called(name, request.verb, request.target, request.body, fault.reply.status))
            return fault.reply
        if fault:
            faults.append(fault)
        if any(fault.deed in _NOT_DONE for fault in faults):
            return Reply(500)  # never sent
        return self._api(request)

    def _api(self, request: Request) -> Reply:
        """Answer a call of the API, and note it."""
        units = 0
        account, name = self.meets(request)
        try:
            account = self._book.account_of_bearer(request.bearer())
            method, values = _method(request)
            self._book.check_scope(request.bearer(), method)
            units = account.meter.charge(method.name)
            answer = carry_out(method, Call(account, values, request.query, _json(request)))
            reply = Reply(204) if answer is None else json_reply(answer)
        except ApiError as error:
            reply = json_reply(error.body(), error.status)
        if account:
            account.requests.append(Called(name, request.verb, request.target, request.body, reply.status, units))
        return reply


def _method(request: Request) -> tuple[Method, dict[str, str]]:
    found = method_of(request.verb, request.path)
    if found is None:
        raise ApiError(404, "notFound", f"there is no method {request.verb} {request.path}")
    return found


def _json(request: Request) -> dict[str, object]:
    if not request.body:
        return {}
    try:
        found = json.loads(request.body)
    except ValueError as error:
        raise ApiError(400, "parseError", "Parse Error") from error
    if not isinstance(found, dict):
        raise ApiError(400, "parseError", "Parse Error")
    return found


class _Server(ThreadingHTTPServer):
    """Sockets and threads."""

    daemon_threads = True
    request_queue_size = 50

    def __init__(self, gmail: Gmail) -> None:
        self.gmail = gmail
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        self._open.add(request)
        super().process_request(request, client_address)  # type: ignore[arg-type]

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        self._open.discard(request)
        super().shutdown_request(request)

    def end(self) -> None:
        """Close all connections too, so that no thread waits on one."""
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no error of ours; all else is printed as always."""
        import sys

        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is Python's
        """Nothing: the accounts keep the log."""

    def _serve(self) -> None:
        gmail = self.server.gmail
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers)
        if request.path in ("/token", "/revoke"):  # whose it is stands in the body
            request = Request(self.command, self.path, headers, self.rfile.read(length))
            length = 0
        account, name = gmail.meets(request)
        fault = account.faults.take(name) if account else None
        if account and fault and fault.deed in _NOT_DONE:
            if fault.deed is not Deed.CLOSE_BEFORE:
                self.rfile.read(length if fault.reply else length // 2)
            status = fault.reply.status if fault.reply else 0
            account.requests.append(Called(name, request.verb, request.target, request.body, status))
            self._send(fault.reply) if fault.reply else self._hang_up()
            return
        if length:
            request = Request(self.command, self.path, headers, self.rfile.read(length))
        faults = [fault] if fault else []
        reply = gmail.answer(request, faults)
        for met in faults:
            time.sleep(met.seconds)
        deeds = {met.deed for met in faults}
        if deeds - {Deed.LATE, Deed.CUT_SHORT}:
            self._hang_up()
        else:
            self._send(reply, cut=Deed.CUT_SHORT in deeds)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815  the names are Python's

    def _send(self, reply: Reply, *, cut: bool = False) -> None:
        head = {**reply.headers, "Content-Type": reply.content_type, "Content-Length": str(len(reply.body))}
        if reply.status == 204:
            head = dict(reply.headers)
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        phrase = self.responses.get(reply.status, ("",))[0]
        body = reply.body[: len(reply.body) // 2] if cut else reply.body
        self.wfile.write(f"HTTP/1.1 {reply.status} {phrase}\r\n{lines}\r\n".encode() + body)
        if cut:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
