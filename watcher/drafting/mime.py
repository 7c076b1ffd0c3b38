"""A letter as bytes: plain text in UTF-8, the user's files behind it, and never a header more than intended.

Names and subjects come from other people's mail. Python before 3.13 turns an encoded word inside a decoded text into
a header of its own (CVE-2024-6923), so the header lines are written here, and what was built is parsed again and
compared, header by header, before it leaves.
"""

from __future__ import annotations

import base64
import datetime as dt
import email
import email.policy
import hashlib
import quopri
import re
from collections.abc import Iterable
from email.header import Header, decode_header, make_header
from email.utils import collapse_rfc2231_value, format_datetime, getaddresses
from urllib.parse import quote

from watcher.drafting.attachments import Attachment
from watcher.drafting.letter import Letter
from watcher.model import Address
from watcher.text import clean_line

__all__ = ["UnsafeDraft", "build"]

_LINE = 76
_MAX_LINE = 998  # RFC 5322, 2.1.1
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?=.{1,255}$)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/^_`{|}~-]+(?: [A-Za-z0-9!#$%&'*+/^_`{|}~-]+)*")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")


_TEXT = b'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'


class UnsafeDraft(ValueError):
    """What was built is not what was intended, so it must not be saved."""


def build(letter: Letter, message_id: str, date: dt.datetime) -> bytes:
    """The mail of `letter`, with CRLF line ends.

    Args:
        letter: What it says and to whom.
        message_id: The one it is to have, with its angle brackets.
        date: For the Date field, in the zone it is to show.

    Raises:
        UnsafeDraft: an address or id has no safe form, or the bytes, parsed again, differ from what was intended
    """
    for address in (letter.from_, *letter.to):
        if not _ADDRESS.fullmatch(address.email):
            raise UnsafeDraft(f"not an address to write to: {clean_line(address.email, 100)!r}")
    ids = [message_id, *filter(None, [letter.in_reply_to]), *letter.references]
    if not letter.to or any(len(i) > _MAX_LINE - 20 or not _MESSAGE_ID.fullmatch(i) for i in ids):
        raise UnsafeDraft("a draft needs a recipient and well-formed message ids")
    subject = clean_line(letter.subject)
    lines = [
        f"Date: {format_datetime(date)}",
        f"From: {_mailbox(letter.from_)}",
        "To: " + ",\r\n ".join(map(_mailbox, letter.to)),
        f"Subject: {_text(subject)}",
        f"Message-ID: {message_id}",
        *([f"In-Reply-To: {letter.in_reply_to}"] if letter.in_reply_to else []),
        *(["References: " + "\r\n ".join(letter.references)] if letter.references else []),
        "MIME-Version: 1.0",
    ]
    text = _cleaned(letter.body)
    body = _TEXT + quopri.encodestring(text.encode("utf-8")).replace(b"\n", b"\r\n")
    if letter.attachments:
        body = _mixed([body, *map(_file, letter.attachments)], _boundary(message_id))
    content = "\r\n".join(lines).encode("ascii") + b"\r\n" + body
    _verify(content, letter, subject, message_id, text)
    return content


def _mixed(parts: Iterable[bytes], boundary: str) -> bytes:
    """Several parts as one (RFC 2046, 5.1.3)."""
    line = f"--{boundary}".encode()
    head = f'Content-Type: multipart/mixed; boundary="{boundary}"\r\n\r\n'.encode()
    return head + b"".join(line + b"\r\n" + part + b"\r\n" for part in parts) + line + b"--\r\n"


def _file(attachment: Attachment) -> bytes:
    name = quote(attachment.name, safe="")  # RFC 2231, 4: no byte of a name is more than a byte of a name
    head = (
        f"Content-Type: {attachment.media_type}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Disposition: attachment;\r\n filename*=utf-8''{name}\r\n\r\n"
    )
    return head.encode("ascii") + base64.encodebytes(attachment.content).replace(b"\n", b"\r\n")


def _boundary(message_id: str) -> str:
    """A line that neither quoted-printable nor base64 can hold, as both write "=_" otherwise (RFC 2045, 6.7)."""
    return f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:24]}"


def _mailbox(address: Address) -> str:
    name = clean_line(address.name, 200)
    if not name:
        return address.email
    if _ATOMS.fullmatch(name) and "=?" not in name and len(name) < _LINE:
        return f"{name} <{address.email}>"
    if _PLAIN.fullmatch(name) and "=?" not in name and len(name) < _LINE:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}"\r\n <{address.email}>'
    return f"{_encoded(name)}\r\n <{address.email}>"


def _text(value: str) -> str:
    """An unstructured header value: as it is where that is plain and short, else in encoded words."""
    if _PLAIN.fullmatch(value) and "=?" not in value and len(value) < _LINE:
        return value
    return _encoded(value)


def _encoded(value: str) -> str:
    return Header(value, "utf-8", maxlinelen=_LINE, header_name="Subject").encode(linesep="\r\n")


def _cleaned(body: str) -> str:
    """Line feeds and tabs are the only controls; one line feed at the end."""
    text = re.sub(r"\r\n?", "\n", body)
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", text).rstrip("\n") + "\n"


# -- checking ---------------------------------------------------------------------------------------
def _verify(content: bytes, letter: Letter, subject: str, message_id: str, text: str) -> None:
    """Parse the bytes as a mail program would, and hold each header against what was intended."""
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    expected = {
        "from": _readable([letter.from_]),
        "to": _readable(letter.to),
        "subject": subject,
        "message-id": message_id,
        "mime-version": "1.0",
        "content-type": f'multipart/mixed; boundary="{_boundary(message_id)}"',
    }
    if not letter.attachments:
        expected["content-type"] = 'text/plain; charset="utf-8"'
        expected["content-transfer-encoding"] = "quoted-printable"
    if letter.in_reply_to:
        expected["in-reply-to"] = letter.in_reply_to
    if letter.references:
        expected["references"] = " ".join(letter.references)
    found = {name.lower(): " ".join(str(value).split()) for name, value in mail.items()}
    found.pop("date", None)
    for name in ("from", "to"):
        pairs = [(_decoded(shown), addr) for shown, addr in getaddresses([found.get(name, "")])]
        found[name] = _readable(Address(addr, shown) for shown, addr in pairs)
    found["subject"] = _decoded(found.get("subject", ""))
    if len(mail.items()) != len(expected) + 1 or found != expected or mail.defects:
        raise UnsafeDraft("the headers of the draft are not those intended")
    words, *files = mail.walk() if not letter.attachments else list(mail.walk())[1:]
    payload = words.get_payload(decode=True)
    if not isinstance(payload, bytes) or payload.decode("utf-8").replace("\r\n", "\n") != text:
        raise UnsafeDraft("the text of the draft is not the one intended")
    found_files = [(collapse_rfc2231_value(part.get_filename("")), part.get_payload(decode=True)) for part in files]
    if found_files != [(each.name, each.content) for each in letter.attachments]:
        raise UnsafeDraft("the files of the draft are not those intended")


def _readable(addresses: Iterable[Address]) -> str:
    return "\n".join(f"{' '.join(clean_line(a.name, 200).split())}\t{a.email}" for a in addresses)


def _decoded(value: str) -> str:
    return str(make_header(decode_header(value)))
