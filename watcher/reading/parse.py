"""Decoding: the only place that knows mail-parser.

mail-parser is given small mails that we write ourselves, never the mail as it came: the few header fields that need
decoding, or one text part under a header of ours. So it meets no nesting, no attachment (it would decode them all),
no field of a name it treats as its own, no unknown character set, and nothing longer than our limits. What it
returns is a string or a list, unfolded or not, so it is made one type here. Should it fail all the same, the
standard library has a try (the compat32 policy: the newer one takes minutes over hostile headers).
"""

from __future__ import annotations

import email
import email.header
import email.policy
import email.utils
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from watcher.reading.charsets import STATEFUL, charset, safe_words
from watcher.reading.fields import Fields
from watcher.reading.limits import MAX_PEOPLE, MAX_TEXT, Unreadable
from watcher.reading.parts import Part

__all__ = ["People", "Text", "people", "subject", "text"]

_ENCODINGS = ("base64", "quoted-printable", "x-uuencode", "uuencode", "uue", "x-uue")
_T = TypeVar("_T")

People = tuple[tuple[str, str], ...]
"""Display names and addresses as written."""


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded part; `lossy` where octets were lost on the way."""

    text: str
    lossy: bool = False


def people(fields: Fields, name: str) -> People:
    """The mailboxes of an address field's first occurrence, at most 100.

    Raises:
        Unreadable: neither parser can make anything of it
    """
    value = _value(fields, name)
    if not value:
        return ()
    found = _either(lambda: _library_people(value), lambda: _stdlib_people(value), "its addresses")[:MAX_PEOPLE]
    return tuple((_unquoted(name), address) for name, address in found)


def _unquoted(name: str) -> str:
    """A name whose encoded words stood in quotes, where they count for nothing (RFC 2047, 5) and yet are written."""
    if "=?" not in name:
        return name
    value = safe_words(name.encode("utf-8", "replace"))
    return _either(lambda: _library_subject(value), lambda: _stdlib_decode(value), "its names")


def subject(fields: Fields) -> str:
    """The decoded subject, which may still hold line breaks and controls.

    Raises:
        Unreadable: neither parser can make anything of it
    """
    value = _value(fields, "subject")
    return _either(lambda: _library_subject(value), lambda: _stdlib_decode(value), "its subject") if value else ""


def text(part: Part) -> Text:
    """The characters of a text part.

    Raises:
        Unreadable: neither parser can make anything of it
    """
    known = charset(part.charset)
    body = part.body[:MAX_TEXT]
    mail = _text_mail(body, part.encoding, known or "utf-8")
    decoded = _either(lambda: _library_text(mail), lambda: _stdlib_text(mail, known or "utf-8"), "its text")
    guessed = known is None and not decoded.text.isascii()
    return Text(decoded.text, decoded.lossy or guessed or len(body) < len(part.body) or "\ufffd" in decoded.text)


def _value(fields: Fields, name: str) -> bytes:
    return safe_words(next(iter(fields.get(name, ())), b"")).replace(b"\r", b" ").replace(b"\n", b" ")


def _text_mail(body: bytes, encoding: str, name: str) -> bytes:
    """One text part as a mail of its own."""
    if encoding not in _ENCODINGS:
        # mail-parser takes a "7bit" body for ASCII, which the character sets that only look like it are not
        encoding = "binary" if name.startswith(STATEFUL) else "8bit"
    return f"Content-Type: text/plain; charset={name}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body


def _either(library: Callable[[], _T], stdlib: Callable[[], _T], what: str) -> _T:
    """What mail-parser makes of it, else what the standard library does."""
    try:
        return library()
    except Exception:  # noqa: BLE001 - it documents some of its exceptions and raises others (4.8.0)
        try:
            return stdlib()
        except Exception:  # noqa: BLE001 - nor does compat32 name what it raises for hostile input
            raise Unreadable(f"{what} cannot be decoded") from None


# -- mail-parser --------------------------------------------------------------------------------
def _library(mail: bytes) -> Any:
    import mailparser

    logging.getLogger("mailparser").setLevel(logging.CRITICAL + 1)  # it would log values of the mail
    return mailparser.parse_from_bytes(mail)


def _library_people(value: bytes) -> People:
    found = _library(b"To: " + value + b"\n\n").to
    return tuple((str(name), str(address)) for name, address in found) if isinstance(found, list) else ()


def _library_subject(value: bytes) -> str:
    found = _library(b"Subject: " + value + b"\n\n").subject
    return str(found[0]) if isinstance(found, list) else str(found)


def _library_text(mail: bytes) -> Text:
    parsed = _library(mail)
    found = parsed.text_plain
    return Text("".join(found), bool(parsed.defects_categories) or bool(parsed.message.defects))


# -- the standard library -----------------------------------------------------------------------
def _stdlib_decode(value: bytes) -> str:
    return str(email.header.make_header(email.header.decode_header(value.decode("utf-8", "replace"))))


def _stdlib_people(value: bytes) -> People:
    found = email.utils.getaddresses([value.decode("utf-8", "replace")])
    return tuple((_stdlib_decode(name.encode()), address) for name, address in found if address)


def _stdlib_text(mail: bytes, name: str) -> Text:
    parsed = email.message_from_bytes(mail, policy=email.policy.compat32)
    payload = parsed.get_payload(decode=True)
    octets = payload if isinstance(payload, bytes) else b""
    return Text(octets.decode(name, "replace"), bool(parsed.defects))
