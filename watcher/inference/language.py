"""The seam for languages: what `infer` needs of one, and nothing else.

Everything that knows words of a language lives in its own package (`watcher.inference.en`), which offers a `Language`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from watcher.inference.classifier import Classifier
from watcher.inference.heard import Heard
from watcher.inference.sentences import Marks
from watcher.model import Side, Statement

__all__ = ["Language", "Reader"]

Reader = Callable[[Heard], Iterable[Statement]]
"""Reads one theme out of a message. Pure, and linear in the length of the mail."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how its sentences are cut, and what reads them."""

    name: str
    marks: Marks
    readers: tuple[Reader, ...]
    classifier: Callable[[Side], Classifier | None] = lambda _: None
    """What weighs the mails of a side; None where nothing was learned."""
    small: frozenset[str] = frozenset()
    """Words that name nobody, though they begin sentences: "but", "the"."""
    search: tuple[str, ...] = ()
    """Words and phrases of which a hiring has one in some mail of its thread: for mailboxes that are searched."""
