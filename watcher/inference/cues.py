"""Which of many plain pieces of text a text holds, in a time that hardly grows with their number.

Tables of rules have thousands of cues, of which a mail holds a handful. So cues are filed under their first letters,
and looked for only where the text holds these.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Generic, TypeVar

__all__ = ["Cues"]

Item = TypeVar("Item")

_LETTERS = 3
"""With fewer, nearly every text would hold the beginnings of nearly all cues."""


class Cues(Generic[Item]):
    """Pieces of text, each with what it is a cue for."""

    def __init__(self, filed: Iterable[tuple[str, Item]]) -> None:
        """File the items under their cues; a cue may have several, and an item several cues."""
        self._filed: dict[str, list[tuple[str, Item]]] = {}
        self._short: list[tuple[str, Item]] = []
        for cue, item in filed:
            of_cue = self._short if len(cue) < _LETTERS else self._filed.setdefault(cue[:_LETTERS], [])
            of_cue.append((cue, item))

    def inside(self, text: str) -> list[tuple[str, Item]]:
        """The cues that a text holds, each with its item, in no particular order."""
        begun = (cues for letters in self._filed.keys() & _groups(text) for cues in self._filed[letters])
        return [each for each in chain(begun, self._short) if each[0] in text]


@lru_cache(maxsize=16)
def _groups(text: str) -> frozenset[str]:
    """All groups of so many neighbouring letters; several tables look at one text in turn."""
    return frozenset(map("".join, zip(*(text[start:] for start in range(_LETTERS)), strict=False)))
