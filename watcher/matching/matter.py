"""Of which process a thread speaks, by words that few mails have: "the tithe maps", "your trams and their machines".

Who fills two positions, or goes on for a colleague, often names neither firm nor position, and yet any reader knows
which is meant. How rare a word is, inference tells (`Kind.RARE_WORDS`). Nothing is joined by such words alone: what one
trade speaks of, all its firms do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from watcher.matching.profile import Profile

__all__ = ["chosen_by_words"]

_LEAST, _WORDS = 3, 2
"""How rare, added up, and how many the shared words must be: of 1,522 threads of people known in several processes of
182 mailboxes 851 were given to the right one so, and 6 to another."""
_TWICE = 2
"""How many times what it shares with any other."""


def chosen_by_words(own: Profile, known: Sequence[Profile]) -> int | None:
    """The place of the process of which a thread speaks, of those that it may be of: far more than of any other.

    What several of them have tells none apart, nor does who writes.
    """
    often = Counter(word for each in known for word in own.rare if word in each.rare and word not in own.named)
    shared = [[own.rare[word] for word in often if often[word] == 1 and word in each.rare] for each in known]
    ranked = sorted(((sum(levels), len(levels), at) for at, levels in enumerate(shared)), reverse=True)[:2]
    if not ranked or ranked[0][0] < max(_LEAST, *(_TWICE * other for other, _, _ in ranked[1:]), 0):
        return None
    return ranked[0][2] if ranked[0][1] >= _WORDS else None
