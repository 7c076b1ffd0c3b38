"""A linear classifier over words and pairs of words: what a mail does, as learned from mails whose meaning is known.

Rules read what somebody thought of, and people find new words for "no" every day. So the whole mail is weighed as well:
every word and every pair of neighbours has a weight for each kind of statement, and their sum makes a probability
(logistic regression over tf-idf values scaled to length 1). The weights are data, learned by `tests/corpus/learn.py`
from the corpus; every judgement names the sentence and the words that made it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from watcher.inference.lanes import lane, pack, unpack
from watcher.model import Kind

__all__ = ["Classifier", "Judgement", "Limits", "Telling", "features"]

_TOKEN = re.compile(r"\d+[:.]\d\d(?!\d)|\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[?!:$£€]")
_CLOCK, _ORDINAL, _NUMBER = "#:", "#th", "#"
_START, _END = "^", "^^"
_STEM = 5
"""Letters by which forms of a word are known: "unfor~", "appoi~"."""
_TELLING = 3
"""Features named for a judgement."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Probabilities of a kind: below `doubt` a rule alone is not believed, from `enough` on no rule is needed."""

    doubt: float
    enough: float


class Telling(NamedTuple):
    """What speaks most for a judgement."""

    sentence: int
    """The number of the sentence that weighs most."""
    words: tuple[str, ...]
    """The words of it that weigh most."""


class Judgement(NamedTuple):
    """How probable it is that a mail does something, and what speaks most for it."""

    kind: Kind
    probability: float
    limits: Limits
    telling: Callable[[], Telling]
    """Looked up when asked for: most judgements are held against a rule and say nothing themselves."""

    @property
    def enough(self) -> bool:
        return self.probability >= self.limits.enough

    @property
    def log_odds(self) -> float:
        """Of doing it, between -9 and 9."""
        certain = min(max(self.probability, 1e-4), 1 - 1e-4)
        return math.log(certain / (1 - certain))


@dataclass(frozen=True, slots=True)
class Classifier:
    """The weights by which one side's mails are judged.

    `weights` has for each feature the square of its inverse document frequency, and then for each kind in turn a
    weight, the frequency multiplied in. Frequencies and weights are in hundredths, the row is packed (`lanes`).
    """

    kinds: tuple[Kind, ...]
    limits: tuple[Limits, ...]
    intercepts: tuple[float, ...]
    weights: Mapping[str, int]
    alike: Mapping[str, str]
    """Words that count as one: the days of the week, the months."""

    @classmethod
    def read(cls, text: str, alike: Mapping[str, str]) -> Classifier:
        """A classifier from its JSON form.

        Args:
            text: {"kinds": {name: {"intercept", "doubt", "enough"}}, "features": {name: [frequency, *weights]}}.
            alike: See the class.
        """
        data = json.loads(text)
        kinds, values = tuple(data["kinds"]), data["kinds"].values()
        return cls(
            tuple(map(Kind, kinds)),
            tuple(Limits(each["doubt"], each["enough"]) for each in values),
            tuple(each["intercept"] for each in values),
            {name: pack((frequency**2, *row)) for name, (frequency, *row) in data["features"].items()},
            alike,
        )

    def judge(self, sentences: Sequence[str]) -> tuple[Judgement, ...]:
        """A judgement for each kind.

        Args:
            sentences: Of one mail, in plain lower case (`heard.plain`).
        """
        found = [self.weights.keys() & features(text, self.alike) for text in sentences]
        squares, *sums = unpack(self._summed(set().union(*found)), 1 + len(self.kinds))
        length = math.sqrt(squares) or 1.0
        judgements: list[Judgement] = []
        for number, (kind, weight) in enumerate(zip(self.kinds, sums, strict=True)):
            probability = 1 / (1 + math.exp(-(self.intercepts[number] + weight / length)))
            judgements.append(Judgement(kind, probability, self.limits[number], partial(self._telling, number, found)))
        return tuple(judgements)

    def _telling(self, number: int, found: Sequence[set[str]]) -> Telling:
        """The sentence that weighs most for a kind, and the words of it that do."""
        column, weights = 1 + number, self.weights
        sums = [lane(self._summed(sentence), column) for sentence in found]
        best = sums.index(max(sums))
        # what a reader would know for words
        words = [each for each in found[best] if each[0].isalpha() and each[-1].isalpha()]
        weighed = sorted([(-lane(weights[each], column), each) for each in words])
        return Telling(best, tuple([each for _, each in weighed[:_TELLING]]))

    def _summed(self, found: Iterable[str]) -> int:
        """The sum of what `weights` has for known features, packed as it is there."""
        return sum(map(self.weights.__getitem__, found))


def features(text: str, alike: Mapping[str, str]) -> set[str]:
    """The words of a sentence, their beginnings, and the pairs of neighbours.

    Figures and `alike` words are told by their sort only.
    """
    get = alike.get
    told = [_sort(word) if word[0].isdigit() else get(word, word) for word in _TOKEN.findall(text)]
    words = [_START, *told, _END]
    found = set(words)
    found.update([f"{word[:_STEM]}~" for word in words if len(word) > _STEM])
    found.update(map(" ".join, pairwise(words)))
    return found


def _sort(figures: str) -> str:
    if figures.isdigit():
        return _NUMBER
    return _ORDINAL if figures[-1].isalpha() else _CLOCK
