"""What the readers of names share: a name as a statement, and telling an employer from the people of a message."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from watcher.domains import LEGAL, label_of, words_of
from watcher.inference.heard import Heard
from watcher.model import Address, Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = [
    "first_name",
    "is_of_family",
    "is_person",
    "is_shared",
    "may_name_family",
    "own_name",
    "people_of",
    "statement",
]


_WORD = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+$")
_SHORTEST_FAMILY = 4
"""Letters of a family name within which a firm's is told by it."""
_APOSTROPHES = re.compile(r"['`]")
_SEPARATOR = re.compile(r"[\W\d_]")
_FIRM_BEHIND = re.compile(r" (?:[-–—|/@]|at|from) .*$|,? \(.*\)$")
_DESKS = frozenset("admin administration enquiries info office reception".split())
"""What a mailbox of a firm is called beside the firm itself."""


def statement(kind: Kind, text: str, words: str, rule: str, confidence: Confidence) -> Statement:
    """A name; the rule says of whom: an employer or a position, or a firm that writes for another."""
    prefix = "" if rule.startswith(("agency", "carrier")) else "company." if kind is Kind.NAMES_COMPANY else "role."
    return Statement(kind, shorten(words), prefix + rule, confidence, text=text)


@lru_cache(maxsize=4)
def people_of(heard: Heard) -> tuple[str, ...]:
    """The names of the people of a message, mine among them; systems and shared mailboxes go by that of an employer."""
    envelope, invite = heard.message.envelope, heard.message.invite
    invited = (*invite.attendees, *((invite.organizer,) if invite.organizer else ())) if invite else ()
    sender = () if envelope.side is Side.MACHINE else (envelope.sender,)
    around = (*sender, *envelope.to, *envelope.cc, *invited)
    return (heard.speech.me.name, *(own_name(a) for a in around if not is_shared(a)))


def own_name(mailbox: Address) -> str:
    """The display name without the firm behind it: "Hester Rensburg - Stoneridge College"."""
    return _FIRM_BEHIND.sub("", mailbox.name)


def first_name(sender: Address) -> str:
    """By which first name somebody writes, in lower case: as displayed, and by the address where that is an initial."""
    shown = sender.name.partition(" ")[0].strip(".")
    return (shown if len(shown) > 1 else _SEPARATOR.split(sender.local)[0]).lower()


def may_name_family(heard: Heard) -> bool:
    """Whether the words of a mail could hold the last name of who wrote it; a look that costs little."""
    families, local = _families(heard.message.envelope.sender)
    ends = {family[-_SHORTEST_FAMILY:] for family in (*families, local) if len(family) >= _SHORTEST_FAMILY}
    words = _APOSTROPHES.sub("", "\n".join(heard.texts))
    return not words.isascii() or any(end in words for end in ends)


def is_of_family(name: str, heard: Heard) -> bool:
    """Whether a name holds the last name of who wrote, as displayed or at the end of the address: `fenellapettigrew`."""
    families, local = _families(heard.message.envelope.sender)
    words = (word for word in words_of(name) if len(word) >= _SHORTEST_FAMILY)
    return any(word in families or (local.endswith(word) and local != word) for word in words)


@lru_cache(maxsize=4)
def _families(sender: Address) -> tuple[frozenset[str], str]:
    """The last words of a name and of an address, where they have several, and the whole of what stands before its @."""
    local = _FIGURES.sub("", sender.local).lower()
    return frozenset((*sender.name.lower().split()[1:][-1:], *_SEPARATOR.split(local)[1:][-1:])), local


@lru_cache(maxsize=1024)
def is_shared(mailbox: Address) -> bool:
    """Whether a mailbox goes by the name of the firm whose domain it is at: "Kaveri Health HR"."""
    words = [word for word in words_of(mailbox.name) if word not in _DESKS]
    names = {"".join(words), "".join(word for word in words if word not in LEGAL)} - {""}
    return "".join(words_of(label_of(mailbox.domain))) in names


def is_person(name: str, people: Iterable[str]) -> bool:
    """Whether a name is that of one of the people, or holds it."""
    lower, words = name.lower(), _words(name)
    return any(
        words <= _words(person) or (" " in person and person.lower() in lower)
        for person in map(str.strip, people)
        if person
    )


@lru_cache(maxsize=1024)
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.lower()))
