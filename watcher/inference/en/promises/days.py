"""How likely each day that a mail names is the one by which they answer, as learned from mails whose day is known.

Cues know a promise by its words, and people find others: "Friday, definitely", "next Tuesday I'm calling folks about who
made the cut". So each day is weighed by the words before and behind it, the pairs of words in its sentence, the words of
the whole mail, and what sort of time it is. The weights are data, learned by `tests/corpus/learn_days.py` from the
corpus. Of days that no rule was written for, this finds as many as the rules do, and others; so each speaks for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from watcher.inference.en.around import around, of_the_whole
from watcher.inference.en.promises.clauses import Clauses, Timed
from watcher.inference.sentences import Sentence
from watcher.inference.times import TimeExpression
from watcher.inference.weights import Weights

__all__ = ["Day", "features", "judge"]

_SPANS = ((0, "past"), (1, "today"), (4, "days"), (8, "a week"), (15, "two weeks"), (32, "a month"), (63, "two months"))
"""How far away a day is: the names of what lies below so many days."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a mail of theirs names."""

    sentence: Sentence
    parts: Clauses
    timed: Timed
    time: TimeExpression
    """The same, put where the days spoken of before it want it."""
    ahead: int
    """Days from that of speaking to the last that it names."""
    free: bool
    """Whether nothing else lays claim to it (`unclaimed`)."""


def judge(days: Sequence[Day], read: Sequence[Clauses]) -> list[float]:
    """The log odds of each day to be that of their answer.

    Args:
        days: All that the mail names.
        read: Its sentences.
    """
    weights = _learned()
    return [weights.log_odds(seen) for seen in features(days, read)]


def features(days: Sequence[Day], read: Sequence[Clauses]) -> Iterator[frozenset[str]]:
    """What is seen of each day."""
    whole = of_the_whole(parts.text for parts in read)
    latest = max((day.ahead for day in days if day.ahead >= 0), default=None)
    for day in days:
        among = {f"{min(len(days), 4)} days", f"{min(len(day.parts.times), 3)} times", f"latest {day.ahead == latest}"}
        first, last = day.parts is read[0], day.parts is read[-1]
        text, place = day.parts.text, day.timed.place
        near = around(text[:place], text[place + 1 :])
        yield frozenset({*whole, *among, *near, *_sort(day), f"first {first}", f"last {last}"})


def _sort(day: Day) -> Iterator[str]:
    yield f"modifier {day.time.modifier.name}"
    yield f"grain {day.time.grain.name}"
    yield f"clock {day.time.clock[0] is not None}"
    yield f"question {day.sentence.is_question}"
    yield f"ahead {day.timed in day.parts.ahead}"
    yield f"free {day.free}"
    yield f"in {next((name for below, name in _SPANS if day.ahead < below), 'long')}"


@cache
def _learned() -> Weights:
    return Weights.read(__package__, "days.json")
