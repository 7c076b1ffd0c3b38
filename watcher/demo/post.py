"""The sample's letters as mail in a Maildir++, laid out as a mail program leaves it."""

from __future__ import annotations

import datetime as dt
import mailbox
import os
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import Path

from watcher.demo.sample import Letter, Meeting
from watcher.model import Address

__all__ = ["as_mail", "deliver"]

_FOLDERS = ("Sent", "Drafts", "Archive", "Trash", "Junk")


def deliver(letters: Iterable[Letter], root: Path) -> None:
    """Put the letters into a new Maildir++ at `root`, read, each as old as it says."""
    inbox = mailbox.Maildir(root, create=True)
    folders = {"INBOX": inbox} | {name: inbox.add_folder(name) for name in _FOLDERS}
    for letter in letters:
        message = mailbox.MaildirMessage(as_mail(letter).as_bytes())
        message.set_subdir("cur")
        message.set_flags("S")
        key = folders[letter.folder].add(message)
        path = root if letter.folder == "INBOX" else root / f".{letter.folder}"
        os.utime(path / "cur" / f"{key}:2,S", (letter.sent.timestamp(),) * 2)


def as_mail(letter: Letter) -> EmailMessage:
    """The letter as it is sent."""
    mail = EmailMessage()
    mail["Date"] = format_datetime(letter.sent)
    mail["From"] = _listed([letter.sender])
    mail["To"] = _listed(letter.to)
    if letter.cc:
        mail["Cc"] = _listed(letter.cc)
    mail["Subject"] = letter.subject
    mail["Message-ID"] = letter.message_id
    if letter.references:
        mail["In-Reply-To"] = letter.references[-1]
        mail["References"] = " ".join(letter.references)
    for name, value in letter.headers.items():
        mail[name] = value
    mail.set_content(letter.text, cte="quoted-printable")
    if letter.meeting:
        mail.add_alternative(_calendar(letter, letter.meeting), subtype="calendar", params={"method": "REQUEST"})
    if letter.attachment:
        mail.add_attachment(b"%PDF-1.7\n%%EOF\n", maintype="application", subtype="pdf", filename=letter.attachment)
    return mail


def _calendar(letter: Letter, meeting: Meeting) -> str:
    """The invitation as calendar programs send it (RFC 5545, RFC 5546)."""
    zone = meeting.start.tzinfo
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//interview-watcher//sample//EN", "METHOD:REQUEST", "BEGIN:VEVENT",
        f"UID:{letter.id}@{letter.sender.domain}", "SEQUENCE:0", "STATUS:CONFIRMED",
        f"DTSTAMP:{letter.sent.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID={zone}:{meeting.start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={zone}:{meeting.end:%Y%m%dT%H%M%S}",
        f"SUMMARY:{meeting.summary}",
        f"ORGANIZER;CN={letter.sender.name}:mailto:{letter.sender.email}",
        *(f"ATTENDEE;CN={who.name}:mailto:{who.email}" for who in meeting.attendees),
        "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return "\r\n".join(lines)


def _listed(addresses: Sequence[Address]) -> str:
    return ", ".join(formataddr((address.name, address.email)) for address in addresses)
