"""Slips of the typing hand: the misspellings of a word that are one slip away from it."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["slips"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str) -> Iterator[str]:
    """Every way to write `word` with one letter left out, put in, doubled, swapped with its neighbour or hit wrongly.

    The first letter is taken to be right.
    """
    for at in range(1, len(word)):
        head, letter, tail = word[:at], word[at], word[at + 1 :]
        yield head + tail
        yield head + letter + letter + tail
        if tail:
            yield head + tail[0] + letter + tail[1:]
        for other in _LETTERS:
            yield head + other + tail
            yield head + other + letter + tail
    for at in range(1, len(word)):  # two slips at once are common only as a letter out of its place by two
        moved = word[:at] + word[at + 1 :]
        for to in range(max(1, at - 2), min(len(moved), at + 2) + 1):
            yield moved[:to] + word[at] + moved[to:]
