"""What went wrong, for the user: every exception that a connection can raise, as one of the provider's four."""

from __future__ import annotations

import contextlib
import imaplib
import re
import socket
import ssl
from collections.abc import Iterator

from providers.base import NotOurs, NotSetUp, ProviderError, Unreachable
from providers.errors import cleaned

__all__ = ["Refused", "translated"]

_CODE = re.compile(r"\[([A-Z][A-Z-]*)[\] ]")
_BYTES = re.compile(r"\bb(['\"])(.*)\1")

_CERTIFICATE = {
    9: ("is not valid yet", "see whether this computer's clock is right"),
    10: ("has expired", "the server's operator must renew it; see also whether this computer's clock is right"),
    18: ("is self-signed", "if it is your own server, set `ca_file` to its certificate"),
    19: ("comes from an authority that this computer does not know", "set `ca_file` to that authority's certificate"),
    20: ("comes from an authority that this computer does not know", "set `ca_file` to that authority's certificate"),
    21: ("comes from an authority that this computer does not know", "set `ca_file` to that authority's certificate"),
    62: ("is for another name", "set `host` to the name in the certificate"),
    64: ("is for another address", "set `host` to the name in the certificate"),
}
"""X509_V_ERR_... of OpenSSL (x509_vfy.h)."""
_PASSING = (9, 10)
"""Those that mend without a change of the configuration."""


class Refused(Unreachable):
    """The server answered NO or BAD; nothing was done. `code` is its response code (RFC 5530), or empty."""

    def __init__(self, message: str, code: str = "", *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


@contextlib.contextmanager
def translated(where: str, doing: str) -> Iterator[None]:
    """Raise whatever a connection raises as a `ProviderError` that says where ("host:port") and in doing what."""
    try:
        yield
    except (ProviderError, NotOurs):
        raise
    except Exception as error:  # noqa: BLE001  # imaplib, imapclient, ssl and their parsers have no other ancestor
        # no "from error": what imaplib raises may quote the command, and a command may hold the password
        raise _translation(where, doing, error) from None


def _translation(where: str, doing: str, error: Exception) -> ProviderError:
    if isinstance(error, ssl.SSLError):
        return _encryption(where, error)
    if isinstance(error, TimeoutError):
        return Unreachable(f"{where} did not answer in time ({doing})", hint="try again later")
    if isinstance(error, socket.gaierror):
        return Unreachable(f"{where}: there is no server of that name", hint="check `host`, and the network")
    if isinstance(error, ConnectionRefusedError):
        return Unreachable(f"{where} refuses the connection", hint="check `host` and `port`")
    if isinstance(error, imaplib.IMAP4.error) and not isinstance(error, imaplib.IMAP4.abort):
        said = _BYTES.sub(r"\2", cleaned(error))  # imaplib shows octets as Python writes them
        code = _CODE.search(said)
        return Refused(f"{where} refused {doing}: {said}", code.group(1) if code else "")
    return Unreachable(f"{where}: the connection was lost ({doing}): {cleaned(error)}", hint="try again later")


def _encryption(where: str, error: ssl.SSLError) -> ProviderError:
    if isinstance(error, ssl.SSLCertVerificationError):
        what, hint = _CERTIFICATE.get(error.verify_code, (f"is not trusted ({cleaned(error.verify_message)})", ""))
        kind = Unreachable if error.verify_code in _PASSING else NotSetUp
        return kind(f"{where}: the server's certificate {what}; no password was sent", hint=hint)
    if error.reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"):
        return NotSetUp(
            f"{where} does not speak TLS from the start; no password was sent",
            hint='TLS is on port 993; on port 143 set security = "starttls"',
        )
    return Unreachable(f"{where}: the encrypted connection broke: {cleaned(error.reason or error)}")
