"""Octets to `Message`: the station's two doors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from watcher.model import Automatic, Envelope, Message, Person, Side
from watcher.reading import automatic, quotes, signature
from watcher.reading.body import body_of
from watcher.reading.envelope import envelope_of, with_verdict
from watcher.reading.fields import Fields, split_block, split_fields
from watcher.reading.invites import first_invite
from watcher.reading.limits import MAX_BYTES, Unreadable
from watcher.reading.paragraphs import unwrap
from watcher.reading.parts import find_parts

__all__ = ["read", "read_envelope"]


def read_envelope(
    header: bytes, *, account: str, ref: str, received: dt.datetime | None, me: Person, thread_hint: str | None = None
) -> Envelope:
    """The envelope of a mail of which only the header block is at hand.

    `automatic` and `side` are what the header alone tells: `read` may know better, for the words show whether a person
    wrote them.

    Args:
        header: The header block, with or without the blank line behind it.
        account: The account it came from.
        ref: Where the provider finds the message again.
        received: When it arrived, aware; None where nobody saw it arrive.
        me: The user, to know which messages are mine.
        thread_hint: The provider's own thread id.

    Raises:
        Unreadable: the header cannot be read, or is too large to
    """
    with _nothing_but_unreadable():
        fields, _ = _fields(_with_line_feeds(header))
        return envelope_of(fields, account=account, ref=ref, received=received, me=me, thread_hint=thread_hint)


def read(
    content: bytes, *, account: str, ref: str, received: dt.datetime | None, me: Person, thread_hint: str | None = None
) -> Message:
    """A mail as read: its envelope, the words its author wrote now, the invite if any.

    Takes any octets, in time and memory linear in their number. The arguments are those of `read_envelope`, with
    `content` the whole mail (parts other than text and calendars may be missing from it).

    Raises:
        Unreadable: it cannot be read, or is too large, too deep or in too many parts to
    """
    if len(content) > MAX_BYTES:
        raise Unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    with _nothing_but_unreadable():
        content = _with_line_feeds(content)
        fields, start = _fields(content)
        envelope = envelope_of(fields, account=account, ref=ref, received=received, me=me, thread_hint=thread_hint)
        parts = find_parts(content, fields, start)
        body = body_of(parts.texts)
        split = quotes.split(body.text, envelope.subject)
        mine = me.signature if envelope.side is Side.ME else ""
        words, signed = signature.split(split.own, envelope.sender, body.signature or mine)
        message = Message(
            envelope=envelope,
            text=unwrap(words),
            signature=signed,
            forwarded=unwrap(split.forwarded),
            invite=first_invite(parts.calendars, envelope.sent.tzinfo or dt.UTC),
            attachments=tuple(parts.attachments),
            lossy=body.lossy,
        )
        message = replace(message, envelope=with_verdict(envelope, automatic.of_message(message, me), me))
        if message.envelope.automatic is Automatic.BOUNCE:
            return _with_failed(message, automatic.failed_recipients(fields, parts.reports))
        return message


@contextmanager
def _nothing_but_unreadable() -> Iterator[None]:
    """One bad message never stops a mailbox, whichever library it trips."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(f"reading it failed ({type(error).__name__})") from error


def _with_failed(message: Message, failed: tuple[str, ...]) -> Message:
    """A bounce whose words name everybody it did not reach; some name them only in their machine-readable part."""
    missing = [f"Final-Recipient: {address}" for address in failed if address not in message.text.lower()]
    return replace(message, text="\n\n".join([message.text, *missing]).strip())


def _fields(content: bytes) -> tuple[Fields, int]:
    """The header fields, and where the body begins."""
    start = content.find(b"\n") + 1 if content.startswith((b"From ", b">From ")) else 0  # an mbox separator
    block, body = split_block(content, start, len(content))
    return split_fields(block), body


def _with_line_feeds(content: bytes) -> bytes:
    """`content`, its carriage returns made line feeds where it has no other line ends."""
    return content if b"\n" in content else content.replace(b"\r", b"\n")
