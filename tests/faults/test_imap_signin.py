"""Signing in over IMAP: nothing is sent before the connection is encrypted and the server is the right one."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest

from providers.base import NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.imap import ImapProvider
from tests.servers.account import Account
from tests.servers.certificates import Authority
from tests.servers.dovecot import Dovecot
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.servers.mailbox import imap_provider
from tests.servers.process import free_port
from tests.servers.scripted import Scripted

pytestmark = pytest.mark.server

SECRET = "canary-7f3a"


def refusal(account: Account, secret: str = SECRET, **settings: Any) -> ProviderError:
    """What opening raises; the secret is never in it, nor in what it was raised from."""
    with pytest.raises(ProviderError) as raised, imap_provider(account, secret, **settings):
        pass
    error: BaseException | None = raised.value
    assert str(error)
    assert "\n" not in str(error)
    while error:
        assert SECRET not in repr(error)
        error = error.__cause__ or error.__context__
    return raised.value


# -- the password and the token ----------------------------------------------------------------
def test_a_wrong_password_is_refused_after_one_try(dovecot: Dovecot) -> None:
    account = dovecot.account()
    with FaultProxy(account.port) as proxy:
        error = refusal(account, port=proxy.port)
        assert isinstance(error, SignInRefused)
        assert "app password" in error.hint
        assert proxy.commands().count("LOGIN") == 1
        assert proxy.connections == 1


@pytest.mark.parametrize("secret", ["pässwörd", "密碼"])
def test_a_password_beyond_ascii_goes_by_plain(dovecot: Dovecot, secret: str) -> None:
    account = dovecot.account()
    with FaultProxy(account.port) as proxy:
        assert isinstance(refusal(account, secret, port=proxy.port), SignInRefused)
        assert "AUTHENTICATE" in proxy.commands()


@pytest.mark.parametrize(
    ("user", "secret"), [("sam", "x\r\nA1 DELETE Keep"), ("sam\r\nA1 NOOP", "x"), ("sam", ""), ("sam", "a\0b")]
)
def test_a_secret_or_user_with_a_control_character_is_not_sent(dovecot: Dovecot, user: str, secret: str) -> None:
    account = dovecot.account()
    with FaultProxy(account.port) as proxy:
        assert isinstance(refusal(account, secret, port=proxy.port, user=user), NotSetUp)
        assert proxy.commands() == ["CAPABILITY"]


@pytest.mark.parametrize("user", ['a b"c\\d', "(sam)", "{5}"])
def test_an_odd_user_name_is_one_argument(dovecot: Dovecot, user: str) -> None:
    account = dovecot.account()
    with FaultProxy(account.port) as proxy:
        assert isinstance(refusal(account, port=proxy.port, user=user), SignInRefused)
        assert proxy.commands() == ["CAPABILITY", "LOGIN"]
        quoted = user.replace("\\", "\\\\").replace('"', '\\"')
        assert f'LOGIN "{quoted}" "{SECRET}"'.encode() in proxy.said


@pytest.mark.parametrize("auth", ["xoauth2", "oauthbearer"])
def test_a_good_token_signs_in(dovecot: Dovecot, auth: str) -> None:
    account = dovecot.account()
    with imap_provider(account, dovecot.token(account.user), auth=auth) as provider:
        assert provider.identity() == account.user


@pytest.mark.parametrize("auth", ["xoauth2", "oauthbearer"])
@pytest.mark.parametrize("what", ["expired", "forged", "another user's", "nonsense"])
def test_a_bad_token_is_refused(dovecot: Dovecot, auth: str, what: str) -> None:
    account = dovecot.account()
    token = {
        "expired": dovecot.token(account.user, lasts=-60),
        "forged": dovecot.token(account.user, key=b"another key"),
        "another user's": dovecot.token("dana@home.example"),
        "nonsense": SECRET,
    }[what]
    error = refusal(account, token, auth=auth)
    assert isinstance(error, SignInRefused)
    assert "token" in error.hint
    assert token not in str(error)


def test_what_the_server_says_of_a_token_is_told() -> None:
    challenge = b"+ eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=\r\n"
    with Scripted({"AUTHENTICATE": iter([b"+ \r\n", challenge, b"TAG NO [AUTHENTICATIONFAILED] no\r\n"])}) as server:
        error = refusal(_here(server.port), auth="xoauth2")
    assert isinstance(error, SignInRefused)
    assert "400" in str(error)


@pytest.mark.parametrize("code", ["UNAVAILABLE", "LIMIT", "INUSE"])
def test_a_server_that_is_too_busy_is_no_wrong_password(code: str) -> None:
    with Scripted({"LOGIN": f"TAG NO [{code}] try later".encode() + b"\r\n"}) as server:
        assert type(refusal(_here(server.port))) is Unreachable


def test_a_server_that_repeats_the_secret_is_not_quoted() -> None:
    with Scripted({"LOGIN": f"TAG NO your {SECRET} is wrong".encode() + b"\r\n"}) as server:
        assert isinstance(refusal(_here(server.port)), SignInRefused)


# -- encryption ----------------------------------------------------------------------------------
CERTIFICATES = {
    "expired": (Unreachable, "expired"),
    "for another name": (NotSetUp, "another name"),
    "self-signed": (NotSetUp, "self-signed"),
    "from an unknown authority": (NotSetUp, "does not know"),
}


@pytest.mark.parametrize("what", CERTIFICATES)
def test_a_bad_certificate_is_named_and_nothing_is_sent(tmp_path: Path, what: str) -> None:
    authority = Authority(tmp_path)
    pem = {
        "expired": lambda: authority.issue("x.pem", valid_for=99),
        "for another name": lambda: authority.issue("x.pem", ("mail.other.example",)),
        "self-signed": lambda: authority.issue_self_signed("x.pem"),
        "from an unknown authority": lambda: authority.issue("x.pem"),
    }[what]()
    trusted = authority.file if what in ("expired", "for another name") else None
    kind, words = CERTIFICATES[what]
    with Scripted(certificate=pem) as server:
        error = refusal(_here(server.port, authority.file), security="tls", ca_file=trusted and str(trusted))
        assert server.heard == b""
    assert type(error) is kind
    assert words in str(error)
    assert "no password was sent" in str(error)
    assert error.hint


def test_a_self_signed_certificate_can_be_pinned(tmp_path: Path) -> None:
    pem = Authority(tmp_path).issue_self_signed("server.pem")
    with (
        Scripted(certificate=pem) as server,
        imap_provider(_here(server.port), SECRET, security="tls", ca_file=str(pem)) as provider,
    ):
        assert provider.identity() == "sam@home.example"


def test_a_pinned_certificate_is_the_only_one_trusted(tmp_path: Path, dovecot: Dovecot) -> None:
    account = dovecot.account()
    other = Authority(tmp_path)
    assert isinstance(refusal(account, security="starttls", ca_file=str(other.file)), NotSetUp)
    assert isinstance(refusal(account, port=account.tls_port, security="tls", ca_file=str(other.file)), NotSetUp)


def test_a_certificate_file_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "nothing").touch()
    for name in ("nothing", "nowhere"):
        assert "ca_file" in str(refusal(_here(free_port()), security="tls", ca_file=str(tmp_path / name)))


def test_plain_text_where_tls_is_expected_is_said(dovecot: Dovecot) -> None:
    account = dovecot.account()
    error = refusal(account, security="tls", timeout=2)
    assert isinstance(error, NotSetUp)
    assert "starttls" in error.hint


def test_where_starttls_is_hidden_no_password_is_sent(dovecot: Dovecot) -> None:
    account = dovecot.account()
    hide = Fault(Deed.REPLACE, b"STARTTLS", by=b"XTARTTLS", once=False)
    with FaultProxy(account.port, hide) as proxy:
        error = refusal(account, security="starttls", port=proxy.port, ca_file=str(account.ca_file))
        assert isinstance(error, NotSetUp)
        assert "no password was sent" in str(error)
        assert proxy.commands() == ["CAPABILITY"]


@pytest.mark.parametrize("greeting", [b"* PREAUTH welcome\r\n", b"* BYE go away\r\n", b"HTTP/1.1 400 Bad Request\r\n"])
def test_a_greeting_that_would_skip_encryption_is_refused(greeting: bytes) -> None:
    capable = {"CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS\r\n"}
    with Scripted(capable, greeting) as server:
        refusal(_here(server.port), security="starttls")
        assert b"LOGIN" not in server.heard


def test_what_was_slipped_in_before_encryption_is_thrown_away(tmp_path: Path) -> None:
    """Capabilities told in plain text, behind the OK to STARTTLS, count for nothing (CVE-2011-0411 and its kind)."""
    pem = Authority(tmp_path).issue_self_signed("server.pem")

    class Slipping(Scripted):
        def _talk(self, client: Any) -> None:
            client.sendall(b"* OK ready\r\n")
            with client.makefile("rb") as lines:
                tag = lines.readline().split()[0]
                client.sendall(b"* CAPABILITY IMAP4rev1 STARTTLS\r\n" + tag + b" OK so\r\n")
                tag = lines.readline().split()[0]
                client.sendall(tag + b" OK begin\r\n* CAPABILITY IMAP4rev1 SLIPPED\r\n")
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(pem)
            with context.wrap_socket(client, server_side=True) as secured:
                self._greeting = b""
                super()._talk(secured)

    with (
        Slipping() as server,
        imap_provider(_here(server.port), SECRET, security="starttls", ca_file=str(pem)) as provider,
    ):
        assert provider._wire is not None
        assert not provider._wire.can("SLIPPED")


@pytest.mark.parametrize("host", ["mail.example.org", "192.0.2.1", "127.0.0.1.example.org", "localhost.example.org"])
def test_plain_text_goes_to_this_computer_only(host: str) -> None:
    """No socket is opened: one to another host would fail the test."""
    error = refusal(_here(143), host=host)
    assert isinstance(error, NotSetUp)
    assert "no password was sent" in str(error)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_plain_text_to_this_computer_is_fine(dovecot: Dovecot, host: str) -> None:
    with imap_provider(dovecot.account(), host=host):
        pass


# -- no server -----------------------------------------------------------------------------------
def test_nobody_there_is_said() -> None:
    error = refusal(_here(free_port()))
    assert isinstance(error, Unreachable)
    assert "refuses the connection" in str(error)


def test_the_port_follows_from_the_security() -> None:
    assert ImapProvider.options["port"].default is None
    assert "localhost:143" in str(refusal(_here(0), port=None, timeout=1))


def _here(port: int, ca_file: Path = Path("none")) -> Account:
    return Account("sam@home.example", SECRET, port, port, ca_file)
