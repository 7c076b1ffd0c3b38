"""Mail domains: which part somebody registered, and whether it reads as a company's own."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

__all__ = ["GENERIC", "LEGAL", "domain_is_of", "registrable", "words_of"]

# What a company's name may end in or hold without being told apart by it
LEGAL = frozenset(
    "inc llc llp ltd limited gmbh corp corporation co company plc ag sa sas bv nv ab as oy pvt private pty kg "
    "se srl spa group holdings holding the and of for de la careers career jobs recruitment recruiting "
    "recruiters talent hiring team hr people".split()
)
GENERIC = frozenset(
    "university college school academy city county council hospital trust bank institute foundation society "
    "services solutions systems technologies technology engineering consulting partners labs global "
    "international".split()
)


def words_of(name: str) -> list[str]:
    """The words of a name in plain lower-case letters, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’`]", "", plain)).split()


@cache
def _suffixes() -> object:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(4096)
def registrable(domain: str) -> str:
    """The part of a domain that somebody registered (`mail.acme.co.uk` → `acme.co.uk`), offline."""
    found = _suffixes().privatesuffix(domain.lower())  # type: ignore[attr-defined]  # the library ships no types
    return str(found or domain.lower())


def domain_is_of(domain: str, company: str) -> bool:
    """Whether a domain reads as a company's own: its label is made of the words of the name, or begins them.

    `bridgewell-eng` is of Bridgewell Engineering, `wexley` of the University of Wexley;
    `maplecourthotels` is not of Maplecourt Living.
    """
    label = re.sub(r"[^a-z0-9]", "", registrable(domain).split(".")[0])
    words = tuple(w for w in words_of(company) if w not in ("the", "and", "of"))
    if not label or not words:
        return False
    initials = "".join(w[0] for w in words)
    if len(initials) >= 3 and label == initials:
        return True
    return _made_of(label, words, distinctive=False)


def _made_of(label: str, words: tuple[str, ...], *, distinctive: bool) -> bool:
    """Whether `label` can be cut into words of the name: each at most once, whole or three of its first letters."""
    if not label:
        return distinctive
    for i, word in enumerate(words):
        longest = next((n for n in range(min(len(word), len(label)), 0, -1) if word[:n] == label[:n]), 0)
        for length in range(longest, 2, -1):
            whole = length == len(word)
            tells = distinctive or (whole and word not in GENERIC and word not in LEGAL)
            if _made_of(label[length:], words[:i] + words[i + 1 :], distinctive=tells):
                return True
    return False
