"""How a draft of ours is known again: by its Message-ID, and by a fingerprint of what it says."""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

__all__ = ["OURS_BEGINS", "fingerprint", "is_ours"]

OURS_BEGINS = b"<watcher."
"""With what a Message-ID of ours begins: a header without it need not be read on."""
_OURS = re.compile(r"<watcher\.[0-9a-f]{32}@[A-Za-z0-9.-]{1,255}>")


def is_ours(message_id: str) -> bool:
    """Whether a Message-ID is one that the watcher gives to its drafts: `<watcher.{32 hex digits}@{domain}>`."""
    return _OURS.fullmatch(message_id) is not None


def fingerprint(content: bytes) -> str:
    """What a draft says, as a SHA-256 in hex: recipients, subject, threading and text.

    Line ends, header order, folding and fields that servers add do not count, so the same draft has the same
    print on every provider; a word, a recipient or an attachment more, and it differs. Never raises.
    """
    try:
        return _print(email.message_from_bytes(content, policy=email.policy.compat32))
    except Exception:  # noqa: BLE001  hostile bytes make the email package raise what it will; no mail program writes such
        return hashlib.sha256(content).hexdigest()


def _print(mail: Message) -> str:
    parts = [
        f"{name}:" + " ".join(" ".join(_decoded(v).split()) for v in mail.get_all(name, []))
        for name in ("From", "To", "Cc", "Bcc", "Reply-To", "Subject", "In-Reply-To", "References")
    ]
    for part in mail.walk():
        if part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        raw = body if isinstance(body, bytes) else b""
        if part.get_content_maintype() == "text":
            text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
            raw = "\n".join(line.rstrip() for line in text.rstrip().split("\n")).encode()
        parts.append(part.get_content_type() + ":" + hashlib.sha256(raw).hexdigest())
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def _decoded(value: object) -> str:
    try:
        return str(make_header(decode_header(str(value))))
    except (LookupError, ValueError, MessageError):
        return str(value)
