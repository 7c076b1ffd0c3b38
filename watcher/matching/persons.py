"""Names of people in a form that can be compared: "Ruiz, Dana", "Dr Dana M. Ruiz" and "dana ruiz, PHR" are one.

And whose firm an address is at.
"""

from __future__ import annotations

import re

from watcher.domains import is_private, registrable
from watcher.model import Person

__all__ = ["family_of", "firm_of", "is_named", "name_key"]

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame rev sister md do phd msc mba rn np jd esq cpa pe jr sr ii iii".split()
)
_BEHIND = re.compile(r"\s*(?:\(.*|\b(?:via|from|at) .*|[@|/].*|[-–—] .*)$")
_LETTERS_OF_TITLES = 5


def name_key(name: str) -> str:
    """First and last name in lower case, without titles; one word where there is but one."""
    words = _words(name)
    return f"{words[0]} {words[-1]}" if len(words) > 1 else "".join(words)


def family_of(name: str) -> str:
    """The last name, in lower case; empty where only one word is given."""
    words = _words(name)
    return words[-1] if len(words) > 1 else ""


def is_named(name: str, whole: str) -> bool:
    """Whether somebody of the `whole` name can be called by this one: by its last or first, or in another order."""
    words = set(_words(name))
    return bool(words) and words <= set(_words(whole))


def _words(name: str) -> list[str]:
    last, comma, first = _BEHIND.sub("", name).partition(",")
    is_title = first.isupper() and len(first.strip(" .")) <= _LETTERS_OF_TITLES
    plain = last if is_title or not comma else f"{first} {last}"
    return [word for part in plain.casefold().split() if (word := part.strip(".,")) and word not in _TITLES]


def firm_of(email: str, me: Person) -> str:
    """The registrable domain of an address where colleagues share it; empty where anybody has a mailbox.

    My own addresses' domain is taken for such a place.
    """
    domain = registrable(email.rpartition("@")[2])
    mine = {registrable(address.rpartition("@")[2]) for address in me.addresses}
    return "" if not domain or domain in mine or is_private(email) else domain
