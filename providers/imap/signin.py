"""Signing in: an encrypted connection to the right server, then the password or token, and never the other way round.

TLS from the start is the default; STARTTLS where it is asked for, and then nothing is sent unless the server offers it;
plain text only to this computer itself. A certificate that is not trusted is refused; there is no "continue anyway",
but `ca_file` names the one authority, or the one self-signed certificate, to trust instead of the system's.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import json
import ssl
from collections.abc import Callable, Mapping
from typing import Any

from providers.base import NotSetUp, Reach, SignInRefused, Unreachable
from providers.imap.connection import Connection
from providers.imap.errors import Refused, translated
from providers.imap.wire import Wire

__all__ = ["reach", "sign_in"]

_PORTS = {"tls": 993, "starttls": 143, "none": 143}
_PASSING = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "OVERQUOTA"})
"""Response codes of a refusal that has nothing to do with the password (RFC 5530, RFC 9051): try again later."""


def sign_in(settings: Mapping[str, Any], secret: Callable[[], str]) -> Wire:
    """Connect and sign in as the settings say.

    Args:
        settings: The provider's options: host, port, user, security, auth, ca_file, timeout.
        secret: Gives the password, or the access token; asked only once the connection is encrypted.

    Raises:
        Unreachable: no connection, an expired certificate, a server that is too busy
        SignInRefused: the server does not accept user and password, or the token
        NotSetUp: the connection is not encrypted, or not with whom the settings say; no password was sent
    """
    connection, where = _connected(settings)
    try:
        _present(connection, settings, secret, where)
        return Wire(connection, where)
    except BaseException:
        with contextlib.suppress(Exception):
            connection.shutdown()
        raise


def reach(settings: Mapping[str, Any]) -> Reach:
    """Connect as the settings say, and hang up before anything is told.

    Raises:
        Unreachable, NotSetUp: as `sign_in`
    """
    connection, where = _connected(settings)
    try:
        sock = connection.socket()
        certificate = sock.getpeercert() if isinstance(sock, ssl.SSLSocket) else None
    finally:
        with contextlib.suppress(Exception):
            connection.shutdown()
    if not certificate:
        return Reach(where)
    return Reach(where, dt.datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), dt.UTC))


def _connected(settings: Mapping[str, Any]) -> tuple[Connection, str]:
    """A connection, encrypted as the settings say, and where it leads."""
    host, security = str(settings["host"]), str(settings["security"])
    port = int(settings["port"] or _PORTS[security])
    where = f"{host}:{port}"
    if security == "none" and not _is_here(host):
        raise NotSetUp(
            f"{where}: without encryption only this computer itself is signed in to; no password was sent",
            hint='set security = "tls" or "starttls"',
        )
    with translated(where, "connecting"):
        context = None if security == "none" else _context(settings["ca_file"])
        timeout = max(0.1, float(settings["timeout"]))
        connection = Connection(host, port, context if security == "tls" else None, timeout)
    if context and security == "starttls":
        try:
            _encrypt(connection, context, where)
        except BaseException:
            with contextlib.suppress(Exception):
                connection.shutdown()
            raise
    return connection, where


def _is_here(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _context(ca_file: str | None) -> ssl.SSLContext:
    if not ca_file:
        return ssl.create_default_context()
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except (OSError, ssl.SSLError) as error:
        raise NotSetUp(f"the certificate in `ca_file` cannot be read: {ca_file}", hint="it must be PEM") from error
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT  # Python 3.13 sets it, and home-made authorities fail it
    return context


def _encrypt(connection: Connection, context: ssl.SSLContext, where: str) -> None:
    if not connection.has_capability("STARTTLS"):
        raise NotSetUp(
            f"{where} offers no encryption (STARTTLS), or someone on the way hides it; no password was sent",
            hint='try security = "tls"; on a network of strangers, try another',
        )
    with translated(where, "STARTTLS"):
        connection.starttls(context)  # the capabilities read before are forgotten: they may have been forged


def _present(connection: Connection, settings: Mapping[str, Any], secret: Callable[[], str], where: str) -> None:
    user, auth = str(settings["user"]), str(settings["auth"])
    word = secret()
    if not word or not user.isprintable() or not word.isprintable():
        raise NotSetUp(f"the user name or the secret for {where} is empty or holds a control character")
    challenge = _Challenge()
    try:
        with translated(where, "the sign-in"):
            if auth in ("xoauth2", "microsoft"):
                connection.sasl_login("XOAUTH2", challenge.answered_by(f"user={user}\1auth=Bearer {word}\1\1", ""))
            elif auth == "oauthbearer":
                name = user.replace("=", "=3D").replace(",", "=2C")
                token = f"n,a={name},\1auth=Bearer {word}\1\1"
                connection.sasl_login("OAUTHBEARER", challenge.answered_by(token, "\1"))
            elif (user + word).isascii() and not connection.has_capability("LOGINDISABLED"):
                connection.login(_quoted(user), word)
            elif connection.has_capability("AUTH=PLAIN"):  # LOGIN takes ASCII only
                connection.plain_login(user, word)
            else:
                raise NotSetUp(f"{where} takes no password here: it offers neither LOGIN nor PLAIN for this one")
    except Refused as error:
        refusal = error
    else:
        return
    # raised out here, so that what it was raised from, which may quote the secret, does not hang on it
    said = f"{refusal} ({challenge.status})" if challenge.status else str(refusal)
    if word in said:
        said = f"{where} refused the sign-in"
    if refusal.code in _PASSING:
        raise Unreachable(said, hint="try again later")
    raise SignInRefused(said, hint=_HINTS.get(auth, _BEARER_HINT))


_HINTS = {
    "password": "check `user` and the password; many providers want an app password, made in their security settings",
    "microsoft": "check `user`; the sign-in may be for another mailbox: run `watcher auth` for this account again",
}
_BEARER_HINT = "the token may have expired or belong to another user: get a new one"


def _quoted(text: str) -> str:
    """As a quoted string (RFC 3501, 4.3): imaplib quotes the password, but sends the user name as it is."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Challenge:
    """The server's error in a token sign-in: JSON in base64, to be confirmed before it says NO (RFC 7628, 3.2.2)."""

    status = ""

    def answered_by(self, token: str, confirmation: str) -> Callable[[bytes], bytes | None]:
        """What a mechanism says when the server wants to hear something: the token, the confirmation, no more."""
        replies = iter((token.encode(), confirmation.encode()))

        def answer(challenge: bytes) -> bytes | None:
            with contextlib.suppress(ValueError, AttributeError):
                self.status = str(json.loads(challenge).get("status", ""))[:40]
            return next(replies, None)

        return answer
