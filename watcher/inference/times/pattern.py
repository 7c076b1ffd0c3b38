"""The little language of patterns that rules are written in, as a tree. `match` tells what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Category", "Choice", "Look", "Maybe", "Pattern", "Row", "Words", "captures", "parse", "spelled"]

_PIECE = re.compile(r"[!&][^\s)]\S*|<\w+>|\\[()?]|[()?]|[^\s()?<>\\]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Any one of some words."""

    words: frozenset[str]
    can_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """Anything of a category, captured."""

    name: str
    can_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A look at the next word, which is one of these, or is none of them."""

    words: frozenset[str]
    wanted: bool
    can_be_empty: bool = True


@dataclass(frozen=True, slots=True)
class Maybe:
    """A pattern, or nothing."""

    item: Pattern
    can_be_empty: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several patterns, which capture equally much."""

    branches: tuple[Pattern, ...]

    @property
    def can_be_empty(self) -> bool:
        return any(branch.can_be_empty for branch in self.branches)


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern after another."""

    items: tuple[Pattern, ...]

    @property
    def can_be_empty(self) -> bool:
        return all(item.can_be_empty for item in self.items)


Pattern = Words | Category | Look | Maybe | Choice | Row


def captures(pattern: Pattern) -> int:
    """How many values a pattern captures."""
    match pattern:
        case Category():
            return 1
        case Maybe(item):
            return captures(item)
        case Choice(branches):
            return captures(branches[0])
        case Row(items):
            return sum(map(captures, items))
    return 0


def spelled(pattern: Pattern) -> frozenset[str]:
    """The words that a pattern spells out."""
    match pattern:
        case Words(words) | Look(words):
            return words
        case Maybe(item):
            return spelled(item)
        case Choice(items) | Row(items):
            return frozenset().union(*map(spelled, items))
    return frozenset()


def parse(text: str) -> Pattern:
    """Read a pattern.

    Raises:
        ValueError: It is not well-formed, its alternatives capture differently, or it can match nothing.
    """
    reader = _Reader(text)
    pattern = reader.choice()
    if reader.pieces:
        raise ValueError(f"pattern {text!r} has a bracket too many")
    if pattern.can_be_empty:
        raise ValueError(f"pattern {text!r} can match nothing")
    return pattern


class _Reader:
    """Reads pieces from the left; `pieces` holds what is left, reversed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = _PIECE.findall(text)[::-1]

    def choice(self) -> Pattern:
        branches = [self._row()]
        while self._take("|"):
            branches.append(self._row())
        if len({captures(branch) for branch in branches}) > 1:
            raise ValueError(f"pattern {self.text!r} captures differently in its alternatives")
        words = [branch for branch in branches if isinstance(branch, Words)]
        if len(words) == len(branches):
            return Words(frozenset().union(*(each.words for each in words)))
        return Choice(tuple(branches))

    def _row(self) -> Pattern:
        items: list[Pattern] = []
        while self.pieces and self.pieces[-1] not in ("|", ")"):
            items.append(self._item())
        return items[0] if len(items) == 1 else Row(tuple(items))

    def _item(self) -> Pattern:
        piece = self.pieces.pop()
        item: Pattern
        if piece == "(":
            item = self.choice()
            if not self._take(")"):
                raise ValueError(f"pattern {self.text!r} has an open bracket")
        elif piece[0] in "!&" and piece[1:]:
            return Look(frozenset(piece[1:].split("|")), wanted=piece[0] == "&")
        elif piece[0] == "<":
            item = Category(piece[1:-1])
        else:
            item = Words(frozenset(piece.removeprefix("\\").split("|")))
        return Maybe(item) if self._take("?") else item

    def _take(self, piece: str) -> bool:
        if self.pieces and self.pieces[-1] == piece:
            self.pieces.pop()
            return True
        return False
