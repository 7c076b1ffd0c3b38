"""Long expressions of which a mail seldom holds one: tried on the sentences alone that hold what they need."""

from __future__ import annotations

import re

from watcher.inference.cues import Wanted
from watcher.inference.heard import Heard
from watcher.inference.literals import needs

__all__ = ["Phrase"]


class Phrase:
    """An expression for plain texts, or for sentences as written, beside what it cannot match without."""

    __slots__ = ("needs", "pattern")

    def __init__(self, pattern: str) -> None:
        """Compile it."""
        self.pattern = re.compile(pattern)
        self.needs = Wanted(needs(pattern))

    def may_be_in(self, heard: Heard) -> bool:
        """Whether some sentence of a mail could match."""
        return self.needs.met(heard.anywhere)

    def likely(self, heard: Heard) -> list[int]:
        """The numbers of the sentences that could match."""
        return (
            [n for n, here in enumerate(heard.held) if self.needs.met(here)] if self.needs.met(heard.anywhere) else []
        )

    def first(self, heard: Heard) -> int | None:
        """The number of the first sentence that matches in plain text; None where none does."""
        return next((number for number in self.likely(heard) if self.pattern.search(heard.texts[number])), None)
