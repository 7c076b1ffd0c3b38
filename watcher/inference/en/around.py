"""The words around a place in a sentence, as what is learned of days and hours sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

__all__ = ["around", "of_the_whole"]

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\s\w]")
_AROUND = 8
"""Words looked at before and behind a place."""
_BESIDE = 3
"""Those of them whose places count."""
_STEM = 5
"""Letters by which forms of a word are known."""


def around(before: str, behind: str) -> Iterator[str]:
    """The nearest words before and behind a place, and the pairs of neighbours in the sentence.

    Args:
        before: What stands before it in its sentence, in plain lower case (`heard.plain`).
        behind: What stands behind it.
    """
    left, right = _words(before), _words(behind)
    for side, words in (("<", left[: -_AROUND - 1 : -1]), (">", right[:_AROUND])):
        yield from (f"{side}{number} {word}" for number, word in enumerate(words[:_BESIDE]))
        yield from (f"{side} {word[:_STEM]}" for word in words)
    yield from map(" ".join, pairwise(("^", *left, "§", *right, "$")))


def of_the_whole(texts: Iterable[str]) -> set[str]:
    """The words of a whole mail."""
    return {f"* {word[:_STEM]}" for text in texts for word in _TOKEN.findall(text)}


def _words(text: str) -> list[str]:
    return ["#" if word.isdigit() else word for word in _TOKEN.findall(text)]
