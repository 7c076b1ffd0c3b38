"""When two names mean the same: employers, positions."""

from __future__ import annotations

import re
from functools import lru_cache

from watcher.domains import GENERIC, LEGAL, words_of

__all__ = ["company_tokens", "is_company_in", "is_position_in", "roles_agree", "same_company", "shared_words"]

_ROLE_NOISE = frozenset(
    "the a an of for in at and to with role position job post vacancy opening m f d x w all genders "
    "perm permanent temp temporary contract interim maternity cover ftc full part time remote "
    "hybrid".split()
)
_LEVELS = frozenset(
    "i ii iii iv 1 2 3 4 junior jr senior sr lead principal staff head director manager chief assistant deputy".split()
)
_SHORT_FORMS = {
    "sr": "senior", "jr": "junior", "eng": "engineer", "swe": "engineer", "dev": "developer", "mgr": "manager",
    "em": "manager", "pm": "manager", "vp": "president", "math": "mathematics", "maths": "mathematics",
    "rn": "nurse", "qs": "surveyor", "leading": "lead", "hand": "", "sparky": "electrician",
}  # fmt: skip

_SAINTS = frozenset("st ste saint mt ft".split())
"""What many names begin with."""
_FEW_LETTERS, _LONGEST_CONTRACTION = 3, 6
_FEWEST_INITIALS, _MOST_INITIALS = 2, 4
_ALL_INITIALS = 3
"""Words that a name needs at least to be called by its initials alone."""


@lru_cache(4096)
def company_tokens(name: str) -> tuple[str, ...]:
    """The words that tell a company apart, in order."""
    words = words_of(name)
    return tuple(w for w in words if w not in LEGAL) or tuple(words)


@lru_cache(65536)
def same_company(one: str, other: str) -> bool:
    """Whether two names mean one employer: equal, one the beginning or short form of the other, or one slip apart."""
    a, b = sorted((company_tokens(one), company_tokens(other)), key=len)
    if not a:
        return False
    if b[: len(a)] == a:
        return len(a) == len(b) or any(word not in GENERIC for word in a)
    if "".join(a) == "".join(b) or _abbreviated(a, b) or _spelled_by(a, one, other):
        return True
    unlike = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) and len(unlike) == 1 and _one_slip(*unlike[0])


def is_company_in(name: str, words: frozenset[str]) -> bool:
    """Whether the word that a company's name begins with, if it tells it apart, is among some words."""
    first = [word for word in company_tokens(name)[:2] if word not in _SAINTS][:1]
    return any(len(word) > 3 and word not in GENERIC and word in words for word in first)


def _abbreviated(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one has initials for all or the last words of the other: Mercia NHS FT, Mercia NHS Foundation Trust.

    A long word may have a second letter: MFB, Microfinance Bank.
    """
    shared = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    rest = long[shared:]
    if shared != len(short) - 1 or len(rest) < _FEWEST_INITIALS or len(short[-1]) > _MOST_INITIALS:
        return False
    return _stands_for(short[-1], rest)


def _spelled_by(initials: tuple[str, ...], *names: str) -> bool:
    """Whether one word has the initials of all words of the longer name: PHG, Pounamu Hotel Group."""
    whole = max((words_of(name) for name in names), key=len)
    return len(initials) == 1 and len(whole) >= _ALL_INITIALS and initials[0] == "".join(word[0] for word in whole)


def _stands_for(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are the initials of words, of which a long one may have a second letter: IPU, Inpatient Unit."""
    rest = iter("".join(words))
    begins, ends = letters[0] == words[0][0], letters[-1] == words[-1][0]
    return begins and ends and len(letters) >= len(words) and all(letter in rest for letter in letters)


def _one_slip(one: str, other: str) -> bool:
    """Whether two long words differ by a letter left out or two exchanged; another letter makes another name."""
    from rapidfuzz.distance import OSA

    near = min(len(one), len(other)) >= 6 and OSA.distance(one, other, score_cutoff=1) == 1
    return near and (len(one) != len(other) or sorted(one) == sorted(other))


@lru_cache(65536)
def roles_agree(one: str, other: str) -> bool | None:
    """Whether two names of positions can mean one; None where either says too little to tell."""
    a, b = _rolewords_of(_in_full(one, other)), _rolewords_of(_in_full(other, one))
    if not a or not b:
        return None
    if _are_apart(one.partition(", ")[2], other.partition(", ")[2]):
        return False
    shared = {x for x in a if any(_alike(x, y) for y in b)}
    shared_back = {y for y in b if any(_alike(x, y) for x in a)}
    if len(shared) == len(a) or len(shared_back) == len(b):
        rest = (a - shared) | (b - shared_back)
        return True if not rest & _LEVELS or min(len(a), len(b)) > 1 else None
    if not (shared - _LEVELS):
        return False
    differs = len(a - shared) + len(b - shared_back)
    return False if differs >= max(len(shared), 2) or (a ^ b) & _LEVELS else None


def _in_full(one: str, other: str) -> str:
    """A name of a position with the other's words for their initials: DC Manager, Distribution Center Manager."""
    words = tuple(word for word in words_of(other) if word not in _ROLE_NOISE)
    for word in words_of(one):
        if _FEWEST_INITIALS <= len(word) <= _MOST_INITIALS and word not in words:
            lengths = range(len(word), 1, -1)
            runs = (words[at : at + length] for length in lengths for at in range(len(words) - length + 1))
            if run := next((run for run in runs if _stands_for(word, run)), ()):
                one = re.sub(rf"\b{word}\b", " ".join(run), one, count=1, flags=re.IGNORECASE)
    return one


def _are_apart(one: str, other: str) -> bool:
    """Whether two parts of a firm, each named behind a position, are different ones: Urgent Care, Palliative Care."""
    a, b = _rolewords_of(one), _rolewords_of(other)
    ahead = [(x, y) for x, y in zip(words_of(one), words_of(other), strict=False) if x != y]
    return bool(a and b) and not (a <= b or b <= a) and bool(ahead) and not _alike(*ahead[0])


def is_position_in(role: str, words: frozenset[str]) -> bool:
    """Whether all the words of a position, if they are more than one, are among some words."""
    rolewords = _rolewords_of(role)
    return len(rolewords) > 1 and rolewords <= words


def shared_words(role: str, words: frozenset[str]) -> int:
    """How many of the words of a position are among some words, one by one or as their initials: "Senior CRC"."""
    called = max((len(short) for short in _initials_of(role) & words), default=0)
    return max(len(_rolewords_of(role) & words), called)


@lru_cache(4096)
def _initials_of(role: str) -> frozenset[str]:
    """The initials of words of a position that follow one another; of two they would be words themselves ("hr").

    What is of two letters stands as it is: HRBP, of an HR Business Partner.
    """
    words = words_of(role)
    whole = "".join(word if len(word) < _FEW_LETTERS else word[0] for word in words)
    called = ("".join(word[0] for word in words), whole)
    return frozenset(each[at:end] for each in called for at in range(len(each)) for end in range(at + 3, len(each) + 1))


@lru_cache(4096)
def _rolewords_of(name: str) -> frozenset[str]:
    cleaned = re.sub(
        r"\b(?:req|ref|id|jr|job)[ #:.-]*[a-z]*\d[\w-]*|[#(][^)]*\d[^)]*\)?", " ", name, flags=re.IGNORECASE
    )
    words = [_SHORT_FORMS.get(w, w) for w in words_of(cleaned)]
    return frozenset(w for w in words if w and w not in _ROLE_NOISE)


def _alike(one: str, other: str) -> bool:
    """Whether two words are one, or one is what is left of the other: its beginning, or few of its letters (ops)."""
    short, long = sorted((one, other), key=len)
    if one == other or len(short) < _FEW_LETTERS:
        return one == other
    return long.startswith(short) or _is_contraction(short, long)


def _is_contraction(short: str, long: str) -> bool:
    """Whether a word keeps the first and the last letter of a longer one, and hardly a vowel: mgr, asst, ops."""
    rest = iter(long)
    ends = short[0] == long[0] and short[-1] == long[-1] and len(short) < _LONGEST_CONTRACTION
    return ends and sum(c in "aeiou" for c in short) < 2 and all(letter in rest for letter in short)
