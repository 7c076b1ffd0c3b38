"""What a search in Gmail looks at: the words of a message, its labels and its time.

Whole words count, without regard to case. Gmail may find related words as well, since it has a sign for "this word
exactly" (<https://support.google.com/mail/answer/7190>); which is not documented, so they are not found here. A sign
between letters parts words: `follow-up` is the two words `follow up` side by side, in a mail as in a query.
"""

from __future__ import annotations

import email
import email.policy
import html
import re
from dataclasses import dataclass, replace
from email.header import decode_header, make_header
from email.message import Message

__all__ = ["Entry", "entry_of", "text_of", "words"]

_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as the index has it. Texts are normalized by `words`."""

    id: str
    thread_id: str
    labels: frozenset[str]
    received_ms: int
    """Gmail's internalDate: milliseconds since 1970, UTC."""
    size: int
    message_id: str
    references: frozenset[str]
    """The Message-IDs in References and In-Reply-To."""
    topic: str
    """The subject without what replies put before it, in lower case."""
    fields: dict[str, str]
    """The words of `from`, `to`, `cc`, `bcc` and `subject`."""
    text: str
    """All words, those of the fields too."""

    def labelled(self, labels: frozenset[str]) -> Entry:
        return replace(self, labels=labels)


def entry_of(content: bytes, id_: str, thread_id: str, received_ms: int, labels: frozenset[str]) -> Entry:
    """Index a message."""
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    fields = {name: words(" ".join(header_texts(mail, name))) for name in ("from", "to", "cc", "bcc", "subject")}
    linked = " ".join(header_texts(mail, "References") + header_texts(mail, "In-Reply-To"))
    return Entry(
        id=id_,
        thread_id=thread_id,
        labels=labels,
        received_ms=received_ms,
        size=len(content),
        message_id=" ".join(header_texts(mail, "Message-ID")[:1]).strip(),
        references=frozenset(re.findall(r"<[^<>\s]+>", linked)),
        topic=_REPLY.sub("", " ".join(" ".join(header_texts(mail, "Subject")[:1]).split())).casefold(),
        fields=fields,
        text="".join(fields.values()) + words(text_of(mail)),
    )


def words(text: str) -> str:
    """Its words, in lower case, each with a blank before and behind it."""
    found = re.findall(r"\w+", text.casefold())
    return f" {' '.join(found)} "


def header_texts(mail: Message, name: str) -> list[str]:
    """The values of a header field, decoded where they can be."""
    found = []
    for value in mail.get_all(name, []):
        try:
            found.append(str(make_header(decode_header(str(value)))))
        except (LookupError, ValueError, email.errors.HeaderParseError):
            found.append(str(value))
    return found


def text_of(mail: Message) -> str:
    """What a reader sees of a message, and the names of what is attached."""
    found = []
    for part in mail.walk():
        if part.get_filename():
            found.append(str(part.get_filename()))
        elif part.get_content_maintype() == "text":
            text = decoded(part)
            if part.get_content_subtype() == "html":
                text = html.unescape(_TAG.sub(" ", _HIDDEN.sub(" ", text)))
            found.append(text)
    return "\n".join(found)


def decoded(part: Message) -> str:
    """The text of a part, whatever it claims to be coded in."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")
