"""The proxy: one port on loopback with Gmail's API, its batches, and Google's pages and endpoints for sign-in."""

from __future__ import annotations

import itertools
import json
import threading
from typing import Self

from tests.servers.gmail import batch
from tests.servers.gmail.account import Account
from tests.servers.gmail.api import Call, carry_out
from tests.servers.gmail.consent import Consent
from tests.servers.gmail.emulator import Emulator
from tests.servers.gmail.errors import ApiError
from tests.servers.gmail.faults import NOT_DONE, Fault
from tests.servers.gmail.front import Front
from tests.servers.gmail.methods import Method, method_of
from tests.servers.gmail.tokens import OAuthError, TokenBook
from tests.servers.gmail.upstream import Upstream, User
from tests.servers.gmail.wire import Reply, Request, json_reply

__all__ = ["Gmail"]


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
        self._front = Front(self)
        self.port = int(self._front.server_address[1])
        self._thread = threading.Thread(target=self._front.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._front.shutdown()
        self._front.end()
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
        return self._book.owner(request.bearer()), name

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
            account.note(name, request, reply.status)
        return reply

    def _part(self, request: Request, faults: list[Fault]) -> Reply:
        """Answer a part of a batch."""
        account, name = self.meets(request)
        fault = account.faults.take(name) if account else None
        if account and fault and fault.reply:
            account.note(name, request, fault.reply.status)
            return fault.reply
        if fault:
            faults.append(fault)
        if any(fault.deed in NOT_DONE for fault in faults):
            return Reply(500)  # never sent
        return self._api(request)

    def _api(self, request: Request) -> Reply:
        """Answer a call of the API, and note it."""
        units = 0
        account, name = self.meets(request)
        try:
            owner = self._book.account_of_bearer(request.bearer())
            method, values = _method(request)
            self._book.check_scope(request.bearer(), method)
            units = owner.meter.charge(method.name)
            answer = carry_out(method, Call(owner, values, request.query, _json(request)))
            reply = Reply(204) if answer is None else json_reply(answer)
        except ApiError as error:
            reply = json_reply(error.body(), error.status)
        if account:
            account.note(name, request, reply.status, units)
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
