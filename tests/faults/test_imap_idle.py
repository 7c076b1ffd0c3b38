"""Waiting to be told of new mail: by servers that tell, that do not, that freeze, hang up or talk without end."""

from __future__ import annotations

import itertools
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from providers.base import NotSetUp, ProviderError, Unreachable
from providers.imap import idle
from providers.imap.backend import ImapProvider
from providers.testing.mailbox import mail
from tests.servers.account import Account
from tests.servers.cyrus import Cyrus
from tests.servers.dovecot import Dovecot
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.servers.mailbox import imap_provider
from tests.servers.scripted import Scripted

pytestmark = pytest.mark.server

_TALKING = b"* CAPABILITY IMAP4rev1 UNSELECT IDLE\r\n"


def never() -> bool:
    return False


def later(seconds: float, deed: Callable[[], object]) -> threading.Timer:
    timer = threading.Timer(seconds, deed)
    timer.start()
    return timer


def scripted(server: Scripted, timeout: int = 2) -> ImapProvider:
    return imap_provider(Account("sam@home.example", "word", server.port, 0, None), timeout=timeout)  # type: ignore[arg-type]


def timed(provider: ImapProvider, seconds: float) -> tuple[bool | ProviderError, float, float]:
    """What waiting came to, the seconds it took, and those of them that this process computed."""
    begun, computed = time.monotonic(), time.process_time()
    try:
        result: bool | ProviderError = provider.wait(seconds, never)
    except ProviderError as error:
        result = error
    return result, time.monotonic() - begun, time.process_time() - computed


def test_mail_is_told_of_at_once(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    timer = later(0.5, lambda: account.deliver(mail("new")))
    told, seconds, _ = timed(imap_provider(account), 20)
    timer.join()
    assert told is True
    assert seconds < 5


def test_over_tls_too(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    provider = imap_provider(account, security="tls", port=account.tls_port, ca_file=str(account.ca_file))
    timer = later(0.5, lambda: account.deliver(mail("new")))
    told, seconds, _ = timed(provider, 20)
    timer.join()
    assert told is True
    assert seconds < 5


def test_a_quiet_mailbox_is_waited_for_as_long_as_was_said_and_without_effort(dovecot: Dovecot) -> None:
    told, seconds, computed = timed(imap_provider(dovecot.account("Drafts")), 3)
    assert told is False
    assert 3 <= seconds < 4
    assert computed < 0.3


def test_a_caller_who_has_enough_is_let_go(dovecot: Dovecot) -> None:
    since = time.monotonic()
    assert not imap_provider(dovecot.account("Drafts")).wait(30, lambda: time.monotonic() > since + 1)
    assert time.monotonic() - since < 4


def test_idle_is_said_anew_before_anybody_hangs_up(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle, "_ROUND", 0.5)
    account = dovecot.account("Drafts")
    with FaultProxy(account.port) as proxy:
        timer = later(2.2, lambda: account.deliver(mail("late")))
        told, _, _ = timed(imap_provider(account, port=proxy.port), 20)
        timer.join()
        commands = proxy.commands()
    assert told is True
    assert commands.count("IDLE") >= 4
    assert commands.count("LOGIN") == 1
    assert set(commands) == {"CAPABILITY", "LOGIN", "EXAMINE", "IDLE", "LOGOUT"}


def test_a_server_that_dies_is_noticed_and_asked_no_more() -> None:
    def dying() -> Iterator[bytes]:
        yield b"+ idling\r\n"
        time.sleep(0.5)
        raise OSError("gone")

    with Scripted({"CAPABILITY": _TALKING, "IDLE": dying()}) as server:
        told, seconds, computed = timed(scripted(server), 30)
        assert server.heard.count(b"LOGIN") == 1
    assert isinstance(told, Unreachable)
    assert seconds < 5
    assert computed < 0.5


def test_a_connection_that_went_dead_unnoticed_ends_with_the_round(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "_ROUND", 1)
    account = dovecot.account("Drafts")
    with FaultProxy(account.port, Fault(Deed.SWALLOW, b"+ idling", after=len(b"+ idling\r\n"))) as proxy:
        told, seconds, computed = timed(imap_provider(account, port=proxy.port, timeout=2), 30)
    assert isinstance(told, Unreachable)
    assert seconds < 8
    assert computed < 0.5


def test_a_frozen_server_costs_the_hint_alone(dovecot: Dovecot) -> None:
    account = dovecot.account("Drafts")
    account.deliver(mail("old"))
    pids = dovecot.children("imap")
    try:
        timer = later(0.5, lambda: [os.kill(pid, signal.SIGSTOP) for pid in dovecot.children("imap")])
        told, seconds, _ = timed(imap_provider(account, timeout=1), 3)
        timer.join()
    finally:
        for pid in {*pids, *dovecot.children("imap")}:
            os.kill(pid, signal.SIGCONT)
    assert told is False or isinstance(told, Unreachable)
    assert seconds < 12


def test_words_that_are_no_news_wake_nobody() -> None:
    idling = b"* 3 RECENT\r\n+ idling\r\n* OK Still here\r\n* 4 EXPUNGE\r\n* 2 FETCH (FLAGS (\\Seen))\r\n"
    with Scripted({"CAPABILITY": _TALKING, "IDLE": idling}) as server:
        told, _, _ = timed(scripted(server), 1.5)
    assert told is False or isinstance(told, Unreachable)  # the script does not answer DONE


def test_a_line_that_comes_in_pieces_is_one() -> None:
    def pieces() -> Iterator[bytes]:
        for piece in (b"+ idling\r\n", b"* 4 EX", b"IS", b"TS\r", b"\n"):
            yield piece
            time.sleep(0.2)
        yield b"TAG"  # no OK follows

    with Scripted({"CAPABILITY": _TALKING, "IDLE": pieces()}) as server:
        told, seconds, _ = timed(scripted(server, timeout=1), 10)
    assert told is True or isinstance(told, Unreachable)
    assert seconds < 6


def test_a_server_that_talks_without_end_is_left() -> None:
    chatter = itertools.chain([b"+ idling\r\n"], itertools.repeat(b"* OK Still here, " + b"x" * 60 + b"\r\n"))
    with Scripted({"CAPABILITY": _TALKING, "IDLE": chatter}) as server:
        told, seconds, _ = timed(scripted(server), 30)
    assert isinstance(told, Unreachable)
    assert seconds < 5


def test_a_server_that_refuses_to_tell_is_told_of() -> None:
    with Scripted({"CAPABILITY": _TALKING, "IDLE": b"TAG NO not today\r\n"}) as server:
        told, _, _ = timed(scripted(server), 5)
    assert isinstance(told, Unreachable)
    assert "not today" in str(told)


def test_a_server_without_idle_is_not_waited_for() -> None:
    with Scripted() as server:
        told, seconds, _ = timed(scripted(server), 30)
    assert isinstance(told, NotSetUp)
    assert seconds < 2


def test_cyrus_tells_or_lets_wait(cyrus: Cyrus) -> None:
    account = cyrus.account("Drafts")
    told, seconds, _ = timed(imap_provider(account), 2)
    assert told is False
    assert seconds < 5
