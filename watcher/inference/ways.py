"""Long expressions taken apart into their alternatives, of which a text is searched for the likely ones alone.

Python's `re` tries every alternative at every letter. What a text cannot match without is known of each (`literals`),
and of dozens one or two are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.cues import Likely
from watcher.inference.literals import branches, needs

__all__ = ["Ways"]


class Ways:
    """An expression for plain texts, found where the whole of it would be: at the first place, by the first way."""

    __slots__ = ("_likely", "_ways", "pattern")

    def __init__(self, pattern: str, *, before: str = "", behind: str = "") -> None:
        """Compile it, each of its ways between the same edges."""
        ways = branches(pattern)
        self.pattern = f"{before}(?:{pattern}){behind}"
        """The whole of it."""
        self._ways = [re.compile(f"{before}(?:{way}){behind}") for way in ways]
        self._likely = Likely((needs(way), place) for place, way in enumerate(ways))

    def first(self, text: str, here: frozenset[str]) -> re.Match[str] | None:
        """Where a text that holds these (`cues.holds`) matches first."""
        best: re.Match[str] | None = None
        for place in sorted(self._likely.among(here)):
            match = self._ways[place].search(text)
            if match is not None and (best is None or match.start() < best.start()):
                best = match
        return best

    def all(self, text: str, here: frozenset[str]) -> Iterator[re.Match[str]]:
        """Where a text that holds these matches, one match behind the other."""
        ways = [self._ways[place] for place in sorted(self._likely.among(here))]
        if len(ways) == 1:
            yield from ways[0].finditer(text)
            return
        ahead = [(way, match) for way in ways if (match := way.search(text)) is not None]
        while ahead:
            _, first = min(ahead, key=lambda each: each[1].start())
            yield first
            end = max(first.end(), first.start() + 1)
            again = ((way, match if match.start() >= end else way.search(text, end)) for way, match in ahead)
            ahead = [(way, match) for way, match in again if match is not None]
