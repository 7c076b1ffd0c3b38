"""How people sign: me, under a draft; them, so that they are greeted by the name they use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from watcher.inference.signed import is_first_name
from watcher.model import Application, Entry, Kind, Person, Side
from watcher.reading.signoff import is_closing
from watcher.text import clean_block

__all__ = ["names_signed", "signature", "usual_signature"]

_LATELY = 20
"""My last mails, among which the signature is looked for that most of them have."""
_MAX_CLOSING = 4
"""Words of a closing in any language ("Hälsningar / best,")."""


def signature(me: Person, closing: str) -> str:
    """A closing and my signature; where that has a closing of its own, that."""
    lines = [line.rstrip() for line in clean_block(me.signature or me.name).strip().splitlines()]
    if lines and lines[0] in ("--", "-- "):
        del lines[0]
    closes = bool(lines[1:]) and _closes(lines[0])
    return "\n".join(lines if closes else [closing, *lines])


def _closes(line: str) -> bool:
    """Whether a line closes the letter already: "Best", "Kind regards", "Groet,"."""
    return is_closing(line, frozenset()) or (line.endswith(",") and len(line.split()) <= _MAX_CLOSING)


def usual_signature(entries: Iterable[Entry]) -> str:
    """What most of my last mails are signed with; of equals the newest; empty where none is."""
    mine = sorted((e for e in entries if e.envelope.side is Side.ME), key=lambda e: e.envelope.sent, reverse=True)
    signed = [said.text for entry in mine for said in entry.all(Kind.SIGNS)][:_LATELY]
    return Counter(signed).most_common(1)[0][0] if signed else ""


def names_signed(application: Application) -> dict[str, str]:
    """The name that each person of theirs last signed with, by address, where it is a first name."""
    entries = sorted((e for t in application.threads for e in t.entries), key=lambda e: e.envelope.sent)
    theirs = (entry for entry in entries if entry.envelope.side is Side.THEM)
    signed = ((entry.envelope.sender.email, said.text) for entry in theirs for said in entry.all(Kind.SIGNS))
    return {email: name for email, name in signed if is_first_name(name)}
