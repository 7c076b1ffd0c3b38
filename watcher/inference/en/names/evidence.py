"""What the readers of names share: a name as a statement, and telling an employer from the people of a message."""

from __future__ import annotations

import re
from collections.abc import Iterable

from watcher.domains import LEGAL, label_of, words_of
from watcher.inference.heard import Heard
from watcher.model import Address, Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["is_person", "is_shared", "people_of", "statement"]


def statement(kind: Kind, text: str, words: str, rule: str, confidence: Confidence) -> Statement:
    """A name; the rule says of whom: an employer or a position, or a firm that writes for another."""
    prefix = "" if rule.startswith(("agency", "carrier")) else "company." if kind is Kind.NAMES_COMPANY else "role."
    return Statement(kind, shorten(words), prefix + rule, confidence, text=text)


def people_of(heard: Heard) -> tuple[str, ...]:
    """The names of the people of a message, mine among them; a system goes by the name of an employer."""
    envelope, invite = heard.message.envelope, heard.message.invite
    invited = (*invite.attendees, *((invite.organizer,) if invite.organizer else ())) if invite else ()
    person = () if envelope.side is Side.MACHINE or is_shared(envelope.sender) else (envelope.sender,)
    return (heard.speech.me.name, *(a.name for a in (*person, *envelope.to, *envelope.cc, *invited)))


def is_shared(sender: Address) -> bool:
    """Whether a mailbox goes by the name of the firm whose domain it is at: "Kaveri Health HR"."""
    name = "".join(word for word in words_of(sender.name) if word not in LEGAL)
    return bool(name) and name == "".join(words_of(label_of(sender.domain)))


def is_person(name: str, people: Iterable[str]) -> bool:
    """Whether a name is that of one of the people, or holds it."""
    words = set(re.findall(r"\w+", name.lower()))
    return any(
        words <= set(re.findall(r"\w+", person.lower())) or (len(person.split()) > 1 and person.lower() in name.lower())
        for person in people
        if person
    )
