"""Cutting a message's words into sentences, in time linear in their length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["MAX_SENTENCE", "MAX_SENTENCES", "Sentence", "split"]

MAX_SENTENCE = 500
"""Characters; a longer one is cut at a space, so that every rule sees bounded text."""
MAX_SENTENCES = 200
"""A person's mail has fewer; what follows is left unread."""

_END = re.compile(r"(?:[.!?…]+[)\"'”’]*|[;:](?=\s))(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•·–]|\d{1,2}[.)])\s)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words in one line, and the paragraph it stands in, counted from 0."""

    text: str
    paragraph: int
    is_question: bool


def split(text: str, abbreviations: Iterable[str] = ()) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order.

    Args:
        text: Words as `reading` gives them, paragraphs separated by a blank line.
        abbreviations: Words in lower case that end with a full stop without ending a sentence ("mr.", "e.g.").
    """
    known = frozenset(abbreviations)
    found: list[Sentence] = []
    for number, paragraph in enumerate(p for p in re.split(r"\n[ \t]*\n", text) if p.strip()):
        start = 0
        for match in _END.finditer(paragraph):
            last_word = paragraph[max(start, match.start() - 24) : match.end()].split()[-1:]
            following = paragraph[match.end() : match.end() + 4]
            if match.group().startswith(".") and last_word and _continues(last_word[0].lower(), following, known):
                continue
            _add(found, paragraph[start : match.end()], number)
            start = match.end()
            if len(found) >= MAX_SENTENCES:
                return tuple(found[:MAX_SENTENCES])
        _add(found, paragraph[start:], number)
    return tuple(found[:MAX_SENTENCES])


def _continues(word: str, after: str, known: frozenset[str]) -> bool:
    """Whether the full stop behind `word` ends no sentence: an abbreviation, an initial, an ordinal like "7."."""
    following = after.lstrip()
    if word.lstrip("(\"'") in known:
        return True
    if re.fullmatch(r"[a-z]\.", word) and word != "i.":
        return bool(following)
    return bool(re.fullmatch(r"\d{1,2}\.", word)) and following[:1].isalnum() and not following[:1].isupper()


def _add(found: list[Sentence], raw: str, paragraph: int) -> None:
    words = " ".join(raw.split())
    while words:
        piece, words = words[:MAX_SENTENCE], words[MAX_SENTENCE:]
        if words and " " in piece:
            piece, rest = piece.rsplit(" ", 1)
            words = rest + words
        if len(found) < MAX_SENTENCES:
            found.append(Sentence(piece, paragraph, piece.rstrip("\"')”’ ").endswith("?")))
