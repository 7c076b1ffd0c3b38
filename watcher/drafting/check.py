"""What a letter must be before anyone sees it: short, whole, one question at most, nothing unfilled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["MAX_WORDS", "faults", "is_marred", "words_in"]

MAX_WORDS = 120
"""Words of the paragraphs together (cadences.md: "Short: two paragraphs, one clear question")."""
_MAX_PARAGRAPHS = 2
_HOLE = re.compile(r"[\[\]{}<>|]|_{2}|\bNone\b|\bUndefined\b|\b(?:TODO|TBD|XXX)\b|\.\.\.|\(\)|“”|\"\"")
"""Marks of something that was to be filled in."""
_BROKEN = re.compile(r"(?<![.?!])[ ]{2,}|\s[,.;:?!]|[,;:][,.;:?!]|[.?!]\.|\b(the|a|an|of|about|with|to|at|in) [.,?!]")
"""Where a value should be and is none."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def faults(paragraphs: Sequence[str], *, asks: bool) -> Iterator[str]:
    """What is wrong with a letter, each as a sentence for whoever wrote its template; nothing where it may go.

    Args:
        paragraphs: Its paragraphs, each in one line.
        asks: Whether it is to ask something.
    """
    text = "\n".join(paragraphs)
    if not 1 <= len(paragraphs) <= _MAX_PARAGRAPHS:
        yield f"it has {len(paragraphs)} paragraphs; a letter has one or two, with an empty line between them"
    if (count := words_in(paragraphs)) > MAX_WORDS:
        yield f"it has {count} words; a letter has at most {MAX_WORDS}"
    if (count := text.count("?")) > 1:
        yield f"it asks {count} questions; a letter asks one"
    elif asks and not count:
        yield "it asks nothing; this letter asks one question"
    if hole := _HOLE.search(text):
        yield f"it has {hole.group()!r} in it, which looks like something to be filled in"
    if broken := _BROKEN.search(text):
        yield f"it has a gap at {text[max(0, broken.start() - 20) : broken.end() + 10]!r}"
    if any(_CONTROL.search(paragraph) for paragraph in paragraphs):
        yield "it has a control character in it"
    if wrong := next((p for p in paragraphs if not re.fullmatch(r"\W*[^\W\d_a-zß-ÿ].*[.?!]", p)), None):
        yield f"the paragraph {wrong[:30]!r} does not begin with a capital and end with a full stop"


def is_marred(value: str) -> bool:
    """Whether a name cannot stand in a letter, as it would look like a hole in it."""
    return bool(_HOLE.search(value) or _BROKEN.search(f"{value} ") or _CONTROL.search(value) or "?" in value)


def words_in(paragraphs: Sequence[str]) -> int:
    """How many words a letter has."""
    return sum(len(paragraph.split()) for paragraph in paragraphs)
