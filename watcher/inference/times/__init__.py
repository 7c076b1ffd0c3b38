"""Time expressions: a small grammar engine that knows no language (`match`), what the expressions mean (`value`), and
the days they name in the speaker's zone and business calendar (`resolve`).

A language brings its rules and word lists as data: `watcher.inference.en.times`.
"""

from __future__ import annotations

from watcher.inference.times.find import DURATION, TIME, Duration, TimeExpression, find_durations, find_times
from watcher.inference.times.match import Grammar, Rule, Shape
from watcher.inference.times.value import Grain, Modifier

__all__ = [
    "DURATION",
    "TIME",
    "Duration",
    "Grain",
    "Grammar",
    "Modifier",
    "Rule",
    "Shape",
    "TimeExpression",
    "find_durations",
    "find_times",
]
