"""What a pattern can begin with: its first two words, as far as they tell one rule from another.

Most words that can begin a time ("the", "on", "a") begin none; a look at two words spares the matcher nearly every try
that leads nowhere. Words are compared by their keys: the word itself where a pattern spells it out, else one key for
all words that stand in the same lists (every misspelling of *Thursday* has the same).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watcher.inference.times.pattern import Category, Choice, Look, Maybe, Pattern, Row, Words, spelled

__all__ = ["ANYTHING", "END", "FIGURED", "FIGURES", "ORDINAL", "Keys", "Lookahead", "Opening"]

FIGURES, ORDINAL, END, ANYTHING = "#", "#th", "$", "*"
"""The keys of any figures, of any ordinal in figures, and of the end of the text; and what stands for any key."""
FIGURED = frozenset({FIGURES, ORDINAL, "'"})
"""What a shape can begin with."""


class Keys:
    """The keys of the words of a grammar."""

    def __init__(
        self, patterns: Iterable[Pattern], lists: Mapping[str, Iterable[str]], others: Iterable[str] = ()
    ) -> None:
        """Tell apart the words that `patterns` spell out, those in different `lists`, and some `others`."""
        self._known = {word: word for word in (*others, *(word for pattern in patterns for word in spelled(pattern)))}
        holding: dict[str, list[str]] = {}
        for name, words in lists.items():
            for word in words:
                holding.setdefault(word, []).append(name)
        for word, names in holding.items():
            self._known.setdefault(word, f"<{' '.join(names)}>")

    def of(self, word: str) -> str:
        """The key of a word; empty for one that no rule knows."""
        if word.isdigit():
            return FIGURES
        return ORDINAL if word[0].isdigit() else self._known.get(word, "")

    def of_all(self, words: Sequence[str]) -> list[str]:
        """The keys of the words of a text: without a call for each, of which a mail would need dozens."""
        known = self._known
        return [self.of(word) if word[0].isdigit() else known.get(word, "") for word in words]


@dataclass(frozen=True, slots=True)
class Opening:
    """How a pattern that is not empty can begin."""

    pairs: Mapping[str, frozenset[str]]
    """For each first key those that can stand second inside the pattern; `ANYTHING` for all."""
    alone: frozenset[str]
    """Keys that can be the whole of it: what stands second is not for this pattern to say."""

    def second(self, key: str) -> frozenset[str] | None:
        """The keys that can follow a first one; None where any can."""
        follow = self.pairs.get(key, frozenset())
        return None if key in self.alone or ANYTHING in follow else follow


class Lookahead:
    """What patterns begin with, and the proof that no category begins with itself."""

    def __init__(
        self,
        keys: Keys,
        lists: Mapping[str, Iterable[str]],
        shapes: Mapping[str, frozenset[str] | None],
        patterns: Mapping[str, Sequence[Pattern]],
    ) -> None:
        """Nothing is computed before it is asked for.

        Args:
            keys: Those of the grammar.
            lists: For each lexical category its words.
            shapes: The categories that can be written in figures and signs, each with the keys that can stand second
                where it takes several words; None for any.
            patterns: For each category the patterns of its rules.
        """
        self._keys = keys
        self._listed = {name: frozenset(map(keys.of, words)) for name, words in lists.items()}
        self._shapes = shapes
        self._patterns = patterns
        self._firsts: dict[str, frozenset[str]] = {}
        self._openings: dict[str, Opening] = {}
        self._pending: list[str] = []

    def first(self, pattern: Pattern) -> frozenset[str]:
        """The keys that a pattern can begin with.

        Raises:
            ValueError: A category begins with itself, or is made by nothing.
        """
        match pattern:
            case Words(words):
                return frozenset(map(self._keys.of, words))
            case Category(name):
                return self._first_of_category(name)
            case Maybe(item):
                return self.first(item)
            case Choice(branches):
                return frozenset().union(*map(self.first, branches))
            case Row(items):
                return frozenset().union(*map(self.first, _leading(items)))
        return frozenset()

    def follows(self, items: Sequence[Pattern]) -> frozenset[str] | None:
        """The keys of which one must come next where these items are to match; None where any may."""
        match items:
            case []:
                return None
            case [Look(words, wanted=True), *_]:
                return frozenset(map(self._keys.of, words))
            case [Look(), *rest]:
                return self.follows(rest)
        row = Row(tuple(items))
        looks = any(isinstance(item, Look) for item in _leading(items))
        return None if row.can_be_empty or looks else self.first(row)

    def _first_of_category(self, name: str) -> frozenset[str]:
        if name in self._firsts:
            return self._firsts[name]
        if name in self._pending:
            raise ValueError(f"category {name!r} begins with itself: {' > '.join([*self._pending, name])}")
        if not (name in self._listed or name in self._shapes or name in self._patterns):
            raise ValueError(f"nothing makes a {name!r}")
        self._pending.append(name)
        keys = self._listed.get(name, frozenset()).union(*map(self.first, self._patterns.get(name, ())))
        self._pending.pop()
        self._firsts[name] = keys | FIGURED if name in self._shapes else keys
        return self._firsts[name]

    def opening(self, pattern: Pattern) -> Opening:
        """The first two keys that a pattern can begin with."""
        match pattern:
            case Words():
                return Opening({}, self.first(pattern))
            case Category(name):
                return self._opening_of_category(name)
            case Maybe(item):
                return self.opening(item)
            case Choice(branches):
                return _either([self.opening(branch) for branch in branches])
            case Row(items):
                return self._opening_of_row(items)
        return Opening({}, frozenset())

    def seconds(self, name: str) -> dict[str, frozenset[str] | None]:
        """The keys that a category can begin with, each with those that can stand second; None for any."""
        opening = self._opening_of_category(name)
        return {key: opening.second(key) for key in opening.pairs.keys() | opening.alone}

    def _opening_of_category(self, name: str) -> Opening:
        if name not in self._openings:
            openings = [self.opening(pattern) for pattern in self._patterns.get(name, ())]
            openings.append(Opening({}, self._listed.get(name, frozenset())))
            if name in self._shapes:
                then = self._shapes[name]
                openings.append(
                    Opening(dict.fromkeys(FIGURED, frozenset({ANYTHING}) if then is None else then), FIGURED)
                )
            self._openings[name] = _either(openings)
        return self._openings[name]

    def _opening_of_row(self, items: Sequence[Pattern]) -> Opening:
        openings = []
        for number, item in enumerate(_leading(items)):
            opening, rest = self.opening(item), Row(tuple(items[number + 1 :]))
            follow = dict.fromkeys(opening.alone, self.first(rest))
            openings.append(Opening(opening.pairs, frozenset()))
            openings.append(Opening(follow, opening.alone if rest.can_be_empty else frozenset()))
        return _either(openings)


def _leading(items: Sequence[Pattern]) -> Sequence[Pattern]:
    """The items that can stand first: those before the first that is never empty, and it."""
    solid = next((number for number, item in enumerate(items) if not item.can_be_empty), len(items))
    return items[: solid + 1]


def _either(openings: Sequence[Opening]) -> Opening:
    pairs: dict[str, frozenset[str]] = {}
    for opening in openings:
        for key, follow in opening.pairs.items():
            pairs[key] = pairs[key] | follow if key in pairs else follow
    return Opening(pairs, frozenset().union(*(opening.alone for opening in openings)))
