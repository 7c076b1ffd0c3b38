"""What people are called: by the name they go by in their mail, and never by what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from watcher.drafting.check import is_marred
from watcher.model import Address
from watcher.text import clean_line

__all__ = ["enumerated", "full_name", "known_as"]

_TITLES = {
    "mr": "Mr",
    "mrs": "Mrs",
    "ms": "Ms",
    "miss": "Miss",
    "mx": "Mx",
    "dr": "Dr",
    "doctor": "Dr",
    "prof": "Professor",
    "professor": "Professor",
    "rev": "Rev",
    "reverend": "Rev",
    "engr": "Engr.",
    "atty": "Atty",
    "capt": "Captain",
    "captain": "Captain",
    "herr": "Mr",
    "frau": "Ms",
    "monsieur": "Mr",
    "madame": "Ms",
    "mme": "Ms",
}
"""As written in a display name, without its full stop, to as written in a greeting."""
_SUFFIXES = frozenset(("jr", "sr", "phd", "md", "esq", "msc", "bsc", "dphil", "pe", "ba", "ma", "mba"))
_CAPITALS = re.compile(r"[A-Z][A-Z.-]{1,7}")
"""What stands after a name in capitals alone: SHRM-CP, P.E., RGN, III."""
_PARTICLES = frozenset(
    ("de", "del", "di", "da", "van", "von", "der", "den", "ten", "ter", "la", "le", "el", "al", "bin")
)
_NOT_A_PERSON = re.compile(
    r"""\b(?: team | talent | recruit(?:ing|ment|er|ers)? | hr | human | careers? | jobs? | hiring | people | support
      | no-?reply | donotreply | notifications? | admin(?:istration)? | office | info | hello | contact | mail
      | staffing | resourcing | resources | dep(?:artmen)?t | group | inc | llc | ltd | gmbh | plc | university
      | services? | personnel | applications? | candidates? | portal | system )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NICKNAME = re.compile(r"[\w-]+ [(\"'“‘]([^\W\d_]{2,})[)\"'”’] [^\W\d_]")
_ASIDE = re.compile(r"""\([^)]*\)|\[[^]]*]|["“”]""")
_EMPLOYER = re.compile(r"\s*(?:[|/•·@]|\s[-–—]\s|\s(?:at|from|via|of)\s).*$", re.IGNORECASE)
_MAX_WORDS = 4
"""Words of a name."""
_WITHOUT_CASE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def enumerated(names: Sequence[str]) -> str:
    """Names as one says them: "Greg", "Greg and Mandeep", "Greg, Mandeep and Sue"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def known_as(person: Address, company: str = "") -> str:
    """What to call someone: a first name, or a title with the family name; empty where the address tells neither."""
    return _whole(_called(person, company))


def full_name(person: Address, company: str = "") -> str:
    """First and family name, as one writes to somebody formally; what `known_as` says where it tells no more."""
    short, name = known_as(person, company), clean_line(person.name, 100)
    if not short or " " in short or "@" in name:
        return short
    words = _in_spoken_order(name, company)
    return _whole(" ".join(map(_cased, words))) or short if len(words) in (2, 3) else short


def _whole(name: str) -> str:
    """A name, if it can stand in a letter."""
    return name if len(name.split()) <= _MAX_WORDS and not is_marred(name) else ""


def _called(person: Address, company: str) -> str:
    name = clean_line(person.name, 100)
    if not name or re.search(r"\S@\S", name):
        return _from_address(person)
    if (nickname := _NICKNAME.match(name)) and not _is_employer([nickname[1]], company):
        return nickname[1]
    words = _in_spoken_order(name, company)
    if not words or _is_employer(words, company) or any(c.isdigit() for word in words for c in word):
        return ""
    if any(map(_WITHOUT_CASE.search, words)):
        return " ".join(words)  # family name first; to take it apart takes more than a rule
    titles = [found for word in re.findall(r"\w+", name) if (found := _TITLES.get(word.lower()))]
    if titles:
        return f"{titles[0]} {_family_name(words)}"
    if len(words) > 2 and all(len(word.rstrip(".")) == 1 for word in words[1:]):
        return " ".join(words)  # "Koh S K": family name or first name, who knows
    if len(words[0].rstrip(".")) > 1:
        return _cased(words[0])
    return _cased(words[1]) if len(words) > 2 else _from_address(person) or " ".join(words)


def _in_spoken_order(name: str, company: str) -> list[str]:
    """The words of a name, first name first, without titles, degrees, pronouns and employers."""
    before, _, after = (part.split() for part in _ASIDE.sub(" ", name).partition(","))
    shouted = name.isupper()
    if before and after and not _is_suffix(after[0].rstrip(","), shouted=shouted) and not _is_employer(after, company):
        inverted = len(before) == 1 or len(after) == 1
        before = [*after, *before] if inverted else before
    words = _EMPLOYER.sub("", " ".join(before)).replace(",", " ").split()
    while len(words) > 2 and _is_suffix(words[-1], shouted=shouted):
        words.pop()
    return [word for word in words if word.rstrip(".").lower() not in _TITLES]


def _is_suffix(word: str, *, shouted: bool) -> bool:
    return word.replace(".", "").lower() in _SUFFIXES or (not shouted and _CAPITALS.fullmatch(word) is not None)


def _is_employer(words: Sequence[str], company: str) -> bool:
    """Whether this names no person: a team, or nothing but words of the employer's name."""
    return bool(_NOT_A_PERSON.search(" ".join(words))) or _plain(words) <= _plain(company.split())


def _plain(words: Sequence[str]) -> set[str]:
    return {re.sub(r"\W", "", word).lower() for word in words}


def _family_name(words: Sequence[str]) -> str:
    """The last word, with the particles that belong to it."""
    start = len(words) - 1
    while start > 0 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join([*words[start:-1], _cased(words[-1])])


def _from_address(person: Address) -> str:
    """The first name of an address like dana.ruiz@acme.example."""
    first, dot, last = person.local.partition(".")
    named = dot and first.isalpha() and last.replace("-", "").isalpha() and min(len(first), len(last)) > 1
    return first.capitalize() if named and not _NOT_A_PERSON.search(f"{first} {last}") else ""


def _cased(word: str) -> str:
    return word.title() if word.islower() or (word.isupper() and len(word) > 2) else word
