"""Time expressions: which there are in a text, what they mean, and the days they name.

A small grammar engine that knows no language finds them (`match`). What they mean are trees (`value`), made into days,
in the speaker's zone and by the business calendar, only at the end (`resolve`). A language brings its rules and word
lists as data: `watcher.inference.en.times`.
"""

from __future__ import annotations

from watcher.inference.times.find import (
    DURATION,
    NOTHING,
    TIME,
    Duration,
    Referents,
    TimeExpression,
    find_durations,
    find_times,
)
from watcher.inference.times.match import Grammar, Rule, Shape
from watcher.inference.times.value import Grain, Modifier

__all__ = [
    "DURATION",
    "NOTHING",
    "TIME",
    "Duration",
    "Grain",
    "Grammar",
    "Modifier",
    "Referents",
    "Rule",
    "Shape",
    "TimeExpression",
    "find_durations",
    "find_times",
]
