"""When two names mean the same: employers, their mail domains, positions."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

__all__ = ["company_tokens", "domain_is_of", "registrable", "roles_agree", "same_company"]

# What a company's name may end in or hold without being told apart by it
_LEGAL = frozenset(
    "inc llc llp ltd limited gmbh corp corporation co company plc ag sa sas bv nv ab as oy pvt private pty kg "
    "se srl spa group holdings holding the and of for de la careers career jobs recruitment recruiting "
    "recruiters talent hiring team hr people".split()
)
_GENERIC = frozenset(
    "university college school academy city county council hospital trust bank institute foundation society "
    "services solutions systems technologies technology engineering consulting partners labs global "
    "international".split()
)
_ROLE_NOISE = frozenset(
    "the a an of for in at and to with role position job post vacancy opening m f d x w all genders".split()
)
_LEVELS = frozenset(
    "i ii iii iv 1 2 3 4 junior jr senior sr lead principal staff head director manager chief assistant deputy".split()
)
_SHORT_FORMS = {
    "sr": "senior", "jr": "junior", "eng": "engineer", "swe": "engineer", "dev": "developer", "mgr": "manager",
    "em": "manager", "pm": "manager", "vp": "president", "math": "mathematics", "maths": "mathematics",
    "rn": "nurse", "leading": "lead", "hand": "", "sparky": "electrician",
}  # fmt: skip


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’`]", "", plain)).split()


@lru_cache(4096)
def company_tokens(name: str) -> tuple[str, ...]:
    """The words that tell a company apart, in order."""
    words = _words(name)
    return tuple(w for w in words if w not in _LEGAL) or tuple(words)


def same_company(one: str, other: str) -> bool:
    """Whether two names mean one employer: equal, one the beginning of the other, or one slip of the pen apart."""
    a, b = sorted((company_tokens(one), company_tokens(other)), key=len)
    if not a:
        return False
    if b[: len(a)] == a:
        return len(a) == len(b) or any(word not in _GENERIC for word in a)
    if "".join(a) == "".join(b):
        return True
    unlike = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and len(unlike) == 1 and _one_slip(*unlike[0])


def _one_slip(one: str, other: str) -> bool:
    """Whether two long words differ by a letter left out or two exchanged; another letter makes another name."""
    from rapidfuzz.distance import OSA

    near = min(len(one), len(other)) >= 6 and OSA.distance(one, other, score_cutoff=1) == 1
    return near and (len(one) != len(other) or sorted(one) == sorted(other))


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
    words = tuple(w for w in _words(company) if w not in ("the", "and", "of"))
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
            tells = distinctive or (whole and word not in _GENERIC and word not in _LEGAL)
            if _made_of(label[length:], words[:i] + words[i + 1 :], distinctive=tells):
                return True
    return False


def roles_agree(one: str, other: str) -> bool | None:
    """Whether two names of positions can mean one; None where either says too little to tell."""
    a, b = _role_words(one), _role_words(other)
    if not a or not b:
        return None
    shared = {x for x in a if any(_alike(x, y) for y in b)}
    shared_back = {y for y in b if any(_alike(x, y) for x in a)}
    if len(shared) == len(a) or len(shared_back) == len(b):
        rest = (a - shared) | (b - shared_back)
        return True if not rest & _LEVELS or min(len(a), len(b)) > 1 else None
    if not (shared - _LEVELS):
        return False
    differs = len(a - shared) + len(b - shared_back)
    return False if differs >= max(len(shared), 2) or (a ^ b) & _LEVELS else None


@lru_cache(4096)
def _role_words(name: str) -> frozenset[str]:
    cleaned = re.sub(
        r"\b(?:req|ref|id|jr|job)[ #:.-]*[a-z]*\d[\w-]*|[#(][^)]*\d[^)]*\)?", " ", name, flags=re.IGNORECASE
    )
    words = [_SHORT_FORMS.get(w, w) for w in _words(cleaned)]
    return frozenset(w for w in words if w and w not in _ROLE_NOISE)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 4 and long.startswith(short))
