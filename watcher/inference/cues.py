"""Which of many plain pieces of text a text holds, in a time that hardly grows with their number.

Tables of rules have thousands of cues, of which a mail holds a handful. An Aho-Corasick automaton finds them all in one
pass; the library's is ripgrep's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

__all__ = ["Cues"]

Item = TypeVar("Item")


class Cues(Generic[Item]):
    """Pieces of text, each with what it is a cue for."""

    def __init__(self, filed: Iterable[tuple[str, Item]]) -> None:
        """File the items under their cues; a cue may have several, an item several cues, and "" is in every text."""
        by_cue: dict[str, list[tuple[str, Item]]] = {}
        for cue, item in filed:
            by_cue.setdefault(cue, []).append((cue, item))
        self._anywhere = by_cue.pop("", [])
        self._filed = list(by_cue.values())
        self._automaton = AhoCorasick(by_cue) if by_cue else None

    def inside(self, text: str) -> list[tuple[str, Item]]:
        """The cues that a text holds, each with its item, in no particular order."""
        if self._automaton is None:
            return list(self._anywhere)
        found = {which for which, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}
        return [*self._anywhere, *(each for which in found for each in self._filed[which])]
