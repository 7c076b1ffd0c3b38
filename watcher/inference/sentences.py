"""Cutting a message's words into sentences, in time linear in their length."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["MAX_SENTENCE", "MAX_SENTENCES", "Marks", "Sentence", "split"]

MAX_SENTENCE = 500
"""Characters; a longer one is cut at a space, so that every rule sees bounded text."""
MAX_SENTENCES = 200
"""A person's mail has fewer; what follows is left unread."""

_END = re.compile(
    r"(?:[.!?…]+[)\"'”’]*|[;:](?=\s))(?=\s|$)"
    r"|\n\s*\n|\n(?=\s*(?:[-*•·–]|\d{1,2}[.)])\s)"
    r"|\n(?=[^\W\d_][\w ]{1,24}:\s)"  # the next line of a list of labels: "Time: 2 pm"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the sentences of a language end, and where they begin anew."""

    abbreviations: frozenset[str] = frozenset()
    """In lower case, with the full stop that ends no sentence: "mr.", "approx."."""
    letters: frozenset[str] = frozenset()
    """Words of one letter ("i"), which a full stop ends; any other letter before one is an initial."""
    turn: re.Pattern[str] = re.compile(";")
    """Behind it a sentence says something of its own, whatever stood before: "but", "however"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words in one line, and the paragraph it stands in, counted from 0."""

    text: str
    paragraph: int
    is_question: bool


def split(text: str, marks: Marks) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order.

    Args:
        text: Words as `reading` gives them, paragraphs separated by a blank line.
        marks: Those of its language.
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(p for p in re.split(r"\n[ \t]*\n", text) if p.strip()):
        start = 0
        for match in _END.finditer(paragraph):
            last_word = paragraph[max(start, match.start() - 24) : match.end()].split()[-1:]
            following = paragraph[match.end() : match.end() + 4]
            if match.group().startswith(".") and last_word and _continues(last_word[0].lower(), following, marks):
                continue
            _add(found, paragraph[start : match.end()], number)
            start = match.end()
            if len(found) >= MAX_SENTENCES:
                return tuple(found[:MAX_SENTENCES])
        _add(found, paragraph[start:], number)
    return tuple(found[:MAX_SENTENCES])


def _continues(word: str, after: str, marks: Marks) -> bool:
    """Whether the full stop behind `word` ends none: of an abbreviation, an initial, an ordinal, a "7.12."."""
    following = after.lstrip()
    if word.lstrip("(\"'") in marks.abbreviations:
        return True
    if re.fullmatch(r"[a-z]\.", word) and word[0] not in marks.letters:
        return bool(following)
    return bool(re.fullmatch(r"(?:\d{1,2}\.){1,2}", word)) and following[:1].isalnum() and not following[:1].isupper()


def _add(found: list[Sentence], raw: str, paragraph: int) -> None:
    words = " ".join(raw.split())
    while words:
        piece, words = words[:MAX_SENTENCE], words[MAX_SENTENCE:]
        if words and " " in piece:
            piece, rest = piece.rsplit(" ", 1)
            words = rest + words
        if len(found) < MAX_SENTENCES:
            found.append(Sentence(piece, paragraph, piece.rstrip("\"')”’ ").endswith("?")))
