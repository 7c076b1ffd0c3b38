"""Which of many plain pieces of text a text holds, in a time that hardly grows with their number.

Tables of rules have thousands of cues, of which a mail holds a handful. An Aho-Corasick automaton finds those of all
tables in one pass; the library's is ripgrep's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from watcher.inference.literals import Needs

__all__ = ["Likely", "Wanted", "holds", "known"]

Item = TypeVar("Item")

_KNOWN: dict[str, None] = {}
"""Every text that was asked for so far, in order; none is ever taken away."""


def known(needs: Needs) -> Needs:
    """The same; from now on its texts are looked for."""
    _KNOWN.update((text, None) for way in needs for texts in way for text in texts)
    _automaton.cache_clear()
    holds.cache_clear()
    return needs


@lru_cache(maxsize=256)
def holds(text: str) -> frozenset[str]:
    """The known texts that stand in a plain text (`heard.plain`); all readers of a sentence ask for the same."""
    return frozenset(_automaton().find_matches_as_strings(text.lower(), overlapping=True))


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(list(_KNOWN), store_patterns=True)


class Likely(Generic[Item]):
    """Items, filed under what a text must hold for them."""

    def __init__(self, filed: Iterable[tuple[Needs, Item]]) -> None:
        """File the items; one that needs nothing fits every text."""
        self._anywhere: set[Item] = set()
        self._by_text: dict[str, list[tuple[tuple[frozenset[str], ...], Item]]] = {}
        for needs, item in filed:
            for first, *others in filter(None, known(needs)):
                for text in first:
                    self._by_text.setdefault(text, []).append((tuple(others), item))
            if not all(needs):
                self._anywhere.add(item)
        self._texts = frozenset(self._by_text)

    def among(self, here: frozenset[str]) -> set[Item]:
        """The items whose needs are met by a text that holds these (`holds`)."""
        if self._texts.isdisjoint(here):
            return self._anywhere
        found = set(self._anywhere)
        for text in self._texts & here:
            for others, item in self._by_text[text]:
                for texts in others:
                    if texts.isdisjoint(here):
                        break
                else:
                    found.add(item)
        return found


class Wanted:
    """What one expression needs."""

    __slots__ = ("_alone", "_anywhere", "_beside", "_first")

    def __init__(self, needs: Needs) -> None:
        """File the texts; where nothing is needed it is met everywhere."""
        ways = [way for way in known(needs) if way]
        self._anywhere = len(ways) < len(needs)
        self._first = frozenset().union(*(way[0] for way in ways))
        self._alone = frozenset().union(*(way[0] for way in ways if len(way) == 1))
        """The texts that are enough by themselves."""
        self._beside: dict[str, list[tuple[frozenset[str], ...]]] = {}
        """What the others need beside them, in one of several ways."""
        for first, *others in ways:
            for text in first - self._alone:
                self._beside.setdefault(text, []).append(tuple(others))

    def met(self, here: frozenset[str]) -> bool:
        """Whether a text that holds these (`holds`) has what is needed."""
        if self._anywhere or self._first.isdisjoint(here):
            return self._anywhere
        if not self._alone.isdisjoint(here):
            return True
        for text in self._first & here:
            for others in self._beside[text]:
                for texts in others:
                    if texts.isdisjoint(here):
                        break
                else:
                    return True
        return False
