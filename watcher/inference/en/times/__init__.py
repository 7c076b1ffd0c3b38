"""English times: the grammar, put together from its themes."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from watcher.inference import times
from watcher.inference.en.times import anchors, bounds, clocks, counting, dates, days, holidays, lengths, parts, periods
from watcher.inference.en.times.words import ABBREVIATIONS, LANDMARKS, WORDS
from watcher.inference.speech import Speech
from watcher.inference.times import NOTHING, Duration, Referents, TimeExpression
from watcher.inference.times.match import Grammar

__all__ = ["THEMES", "find_durations", "find_times", "grammar"]

THEMES: tuple[ModuleType, ...] = (days, dates, periods, parts, counting, holidays, anchors, clocks, bounds)


@cache
def grammar() -> Grammar:
    """The English grammar, compiled once."""
    rules = [rule for theme in (*THEMES, lengths) for rule in theme.RULES]
    shapes = [shape for theme in (*THEMES, lengths) for shape in getattr(theme, "SHAPES", ())]
    return Grammar(
        rules,
        shapes,
        WORDS,
        landmarks=LANDMARKS | holidays.LANDMARKS,
        abbreviations=ABBREVIATIONS,
    )


def find_times(text: str, speech: Speech, said: Referents = NOTHING) -> tuple[TimeExpression, ...]:
    """The time expressions of an English text; see `watcher.inference.times.find_times`."""
    return times.find_times(text, speech, grammar(), said)


def find_durations(text: str) -> tuple[Duration, ...]:
    """How long things last, as an English text says it."""
    return times.find_durations(text, grammar())
