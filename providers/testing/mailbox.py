"""What the contract suite needs of an author: a mailbox seen and changed as its user would, and sample mail."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, ClassVar

from providers.base import FolderRole, Provider

__all__ = ["NOW", "Mailbox", "Refused", "Stored", "draft_id", "mail", "our_draft", "with_calendar"]

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)


class Refused(Exception):
    """This kind of mailbox cannot hold such a message or folder; the test is skipped."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A message as the mailbox has it, not as the provider shows it."""

    folder: str
    id: str
    flags: frozenset[str]
    """Of `seen`, `answered`, `flagged`, `draft`, `deleted`, and others the mailbox has."""
    digest: str
    """A hash of its bytes."""


class Mailbox(ABC):
    """An empty mailbox with an inbox, Sent, Drafts, Trash and Junk, made anew for each test.

    It changes the mailbox by other means than the provider under test: another client, the file system, an API.
    """

    provider_class: type[Provider]
    folders: Mapping[FolderRole, str]
    """The names of the folders by their roles, as they are expected in messages to the user. A kind of mailbox that
    has no Trash leaves it out."""
    many: ClassVar[int] = 450
    """More messages than two pages hold."""

    @abstractmethod
    def settings(self) -> Mapping[str, Any]:
        """What the account's section of the configuration holds."""

    @abstractmethod
    def nowhere(self) -> Mapping[str, Any]:
        """Settings of a mailbox that is not there."""

    def secret(self) -> str:
        """The password; empty where none is needed."""
        return ""

    @abstractmethod
    def deliver(self, content: bytes, folder: str, received: dt.datetime) -> None:
        """Put a message into a folder, unread, as arrived at that moment.

        Raises:
            Refused
        """

    @abstractmethod
    def make_folder(self, name: str) -> None:
        """Add a folder.

        Raises:
            Refused
        """

    @abstractmethod
    def remove_folder(self, name: str) -> None:
        """Remove an empty folder."""

    @abstractmethod
    def snapshot(self) -> frozenset[Stored]:
        """All messages there are, those in Drafts included."""

    @abstractmethod
    def mark_read(self, message_id: str) -> None:
        """Read a message, as its user would in a mail program."""

    @abstractmethod
    def move(self, message_id: str, folder: str) -> None:
        """Move a message to another folder."""

    @abstractmethod
    def delete(self, message_id: str) -> None:
        """Delete a message for good, wherever it is."""

    @abstractmethod
    def edit_draft(self, message_id: str, content: bytes) -> None:
        """Save a draft anew with other content, as mail programs do."""

    def provider(self, secret: Callable[[], str] | None = None) -> Provider:
        """A fresh instance, not opened yet."""
        settings = {name: option.default for name, option in self.provider_class.options.items()}
        return self.provider_class("test", {**settings, **self.settings()}, secret or self.secret)


def mail(name: str, body: str = "Hello,\n\nthank you.\n", **fields: str) -> bytes:
    """A plain mail whose Message-ID is `<name@mail.example>`; `fields` are more header fields, `_` standing for `-`."""
    message = EmailMessage(policy=SMTP)
    message["From"] = fields.pop("From", "Dana Ruiz <dana.ruiz@acme.example>")
    message["To"] = fields.pop("To", "Sam Lee <sam@home.example>")
    message["Subject"] = fields.pop("Subject", f"About {name}")
    message["Date"] = NOW
    message["Message-ID"] = f"<{name}@mail.example>"
    for field, value in fields.items():
        message[field.replace("_", "-")] = value
    message.set_content(body)
    return message.as_bytes()


def with_calendar(name: str, attachment: bytes = b"%PDF-1.4 a letter") -> bytes:
    """A mail with text, HTML, an invite and an attachment."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Dana Ruiz <dana.ruiz@acme.example>"
    message["To"] = "Sam Lee <sam@home.example>"
    message["Cc"] = "Ana <ana@acme.example>"
    message["Subject"] = "Interview – Tuesday"
    message["Date"] = NOW
    message["Message-ID"] = f"<{name}@mail.example>"
    message["In-Reply-To"] = "<first@home.example>"
    message["References"] = "<zeroth@home.example> <first@home.example>"
    message["X-Greenhouse"] = "yes"
    message.set_content("We meet at ten – bring the letter.\n")
    message.add_alternative("<p>We meet at <b>ten</b>.</p>", subtype="html")
    invite = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:meet-1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    message.add_alternative(invite, subtype="calendar", params={"method": "REQUEST"})
    message.add_attachment(attachment, maintype="application", subtype="pdf", filename="letter.pdf")
    return message.as_bytes()


def draft_id(number: int) -> str:
    """A Message-ID of ours."""
    return f"<watcher.{number:032x}@home.example>"


def our_draft(number: int, body: str = "Hi Dana,\n\nis there any news? – Sam\n") -> bytes:
    """A follow-up as the watcher writes it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Sam Lée <sam@home.example>"
    message["To"] = "Dana Ruiz <dana.ruiz@acme.example>"
    message["Subject"] = "Re: Interview – Tuesday"
    message["Date"] = NOW
    message["Message-ID"] = draft_id(number)
    message["In-Reply-To"] = "<meet@mail.example>"
    message["References"] = "<first@home.example> <meet@mail.example>"
    message.set_content(body)
    return message.as_bytes()
