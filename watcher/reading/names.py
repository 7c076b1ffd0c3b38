"""Whose name it is: a person's or an office's, the sender's or somebody else's."""

from __future__ import annotations

import re
from functools import lru_cache

from watcher.model import Address
from watcher.text import unaccented

__all__ = ["is_name", "is_office", "is_person", "names_of"]

_MAX_WORDS = 4
_TITLES = frozenset(
    """
    dr prof professor mr mrs ms miss mx sir dame
    ing dipl-ing mag phd md mba pe rgn chrp phr shrm-cp cpa esq jr sr
    """.split()
)
_OFFICES = frozenset(
    """
    the and of for in at by to your our
    team teams talent acquisition hr careers career jobs job recruiting recruitment recruiter recruiters hiring people
    human resources staffing admissions applications application candidate candidates apply vacancies personnel
    support office desk info contact hello service services customer centre center department dept division
    portal system no reply noreply notice notices notification notifications alert alerts mail mailer postmaster
    automated automatic
    updates news newsletter events bookings booking appointments reception invite invitations calendar scheduling
    inc llc ltd gmbh ag plc pvt co corp corporation company group holdings partners global international
    university college school schools academy institute hospital clinic clinics health healthcare care medical trust
    bank insurance mutual council city county parish board authority ministry foundation society association agency
    hotel hotels resort restaurants foods logistics retail construction engineering energy water rail airlines
    technologies technology tech systems solutions software labs robotics analytics digital media studio studios
    consulting capital payments security industries manufacturing pharma homes living events lending properties
    """.split()
)
_BEHIND_NAME = re.compile(r"\s*(?:\(.*\)|\bvia\b.*|\bfrom\b.*|\bat\b.*|@.*|[|/].*|- .*)$", re.IGNORECASE)
"""What is displayed behind a name: "(via iCIMS)", "at Acme"."""
_BEFORE_NAME = re.compile(r"^(?:(?:i\. ?a\.|i\. ?v\.|p\. ?p\.)\s+|[-–—~/*_•>]+ ?)", re.IGNORECASE)
_ROLE_BEHIND = re.compile(r"\s*(?:[,|(/•·<\[]| - | – | — | // | @ | at | from ).*")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SITE = re.compile(r"\w{3}\.\w{2}")
"""Within a line: a web site's name, though it begins with the sender's."""
_KISSES = frozenset({"x", "xx", "xxx", ":)", ";)"})


@lru_cache(maxsize=1024)
def names_of(sender: Address) -> frozenset[str]:
    """The words of the sender's name, folded; from the address where none is displayed."""
    shown = _BEHIND_NAME.sub("", sender.name) or re.sub(r"[._+-]|\d+", " ", sender.local.partition("+")[0])
    return frozenset(word for word in _words(shown) if word not in _TITLES | _OFFICES)


def is_office(name: str) -> bool:
    """Whether a name, or the local part of an address, is that of a team, a company or a program."""
    return any(word in _OFFICES for word in _words(re.sub(r"[._+-]", " ", _BEHIND_NAME.sub("", name))))


def is_person(name: str) -> bool:
    """Whether a displayed name looks like a person's: two to four words, none of an office.

    A company of two unusual words looks so too; whoever needs to be sure asks for more.
    """
    words = _words(_BEHIND_NAME.sub("", name))
    return 2 <= len(words) <= _MAX_WORDS and all(map(_NAME_WORD.fullmatch, words)) and not is_office(name)


def is_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the sender's name, in full or short, alone or with a title behind it.

    Args:
        line: A line of a mail.
        names: As `names_of` gives them.
    """
    bare = _ROLE_BEHIND.sub("", _BEFORE_NAME.sub("", line.strip("*_ "), count=1), count=1).strip("*_ ")
    written = [word for word in bare.replace(",", " ").split() if unaccented(word).strip(".") not in _TITLES]
    while len(written) > 1 and written[-1].lower() in _KISSES:
        written.pop()
    if not 1 <= len(written) <= _MAX_WORDS or ":" in bare or _SITE.search(bare):
        return False
    folded = [unaccented(word).strip(".!") for word in written]
    if any(_is_one_of(word, names) for word in folded):
        return all(_is_one_of(f, names) or w[:1].isupper() for f, w in zip(folded, written, strict=True))
    short = "".join(folded).replace(".", "")
    return 1 <= len(short) <= 3 and set(short) <= {name[:1] for name in names}


def _is_one_of(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of the names or a short or long form of one ("Col", "Shaneo")."""
    return word in names or any(
        len(short) >= 3 and long.startswith(short) for name in names for short, long in ((word, name), (name, word))
    )


def _words(name: str) -> list[str]:
    return [folded for word in re.split(r"[\s,.]+", name) if (folded := unaccented(word).strip("\"'()"))]
