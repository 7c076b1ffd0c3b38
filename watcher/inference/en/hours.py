"""How likely each hour that a mail of theirs names is one at which we meet, as learned from mails whose hours are known.

Cues know a booking by its words, and hours stand in mails for much else: when somebody is back, how long the road is
closed, what the time was before it changed. So each hour is weighed by the words around it, those of the whole mail,
and how far away it is. The weights are data, learned by `tests/corpus/learn_hours.py` from the corpus.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from watcher.inference.en.around import around, of_the_whole
from watcher.inference.en.slots import Slot
from watcher.inference.heard import Heard, own_subject, plain
from watcher.inference.rules import LEARNED
from watcher.inference.weights import Weights
from watcher.model import Confidence, Kind, Statement

__all__ = ["features", "judge", "settled"]

_SPANS = (
    (3, "now"),
    (14, "today"),
    (38, "tomorrow"),
    (96, "days"),
    (216, "a week"),
    (384, "two weeks"),
    (800, "month"),
)
"""How far away an hour is: the names of what lies below so many hours."""
_MANY = 4
_WHOLE_SAYS = 0.3
"""How much of the log odds that the mail as a whole books a meeting is added to those of each hour."""
_BOOKED, _NAMED, _PASSED_OVER = -2.5, 0.0, 2.0
"""The log odds from which an hour is believed to be fixed: where a rule says so, where it is named only, and where it
seems to be for something else. In mailboxes that nothing was taught, of hours only named 16 of 28 were fixed from there
to 1.0 more, and of all below 12 of 150; of hours booked by a rule, however sure, 7 of 15 from -3 to -2 and 5 of 50 below. A
meeting that is overheard ends in a draft that nobody wants, one that is imagined only keeps one back: rules are doubted
late."""


@lru_cache(maxsize=2)
def judge(named: tuple[Slot, ...], heard: Heard) -> dict[Slot, float]:
    """The log odds of each hour to be one at which we meet, by itself and by what the mail as a whole reads like.

    Args:
        named: The times of the mail; of those without their hour nothing is told.
        heard: The mail; of one that was not judged nothing is told either.
    """
    timed, judged = [slot for slot in named if slot.start], heard.judged.get(Kind.INTERVIEW)
    if not timed or judged is None:
        return {}
    weights, whole = _learned(), _WHOLE_SAYS * judged.log_odds
    return {slot: whole + weights.log_odds(seen) for slot, seen in zip(timed, features(timed, heard), strict=True)}


def settled(read: Statement, odds: float | None) -> Statement:
    """What a rule read of an hour, after a look at what was learned: booked without a rule, as it was, or doubted.

    Args:
        read: An INTERVIEW, a PROPOSES, or a NAMES_TIME.
        odds: As `judge` tells them.
    """
    if odds is None:
        return read
    clear = read.confidence is not Confidence.UNCLEAR
    if read.kind is Kind.INTERVIEW and odds < _BOOKED:
        rule = f"{read.rule}; doubted, the words around the hour do not read so"
        return replace(read, confidence=Confidence.UNCLEAR, rule=rule)
    if read.kind is not Kind.NAMES_TIME:
        return read  # what they ask me about is not fixed, however it sounds
    if odds >= (_NAMED if clear else _PASSED_OVER):
        return replace(read, kind=Kind.INTERVIEW, confidence=Confidence.LIKELY, rule=LEARNED)
    return replace(read, confidence=Confidence.UNCLEAR)


def features(named: Sequence[Slot], heard: Heard) -> Iterator[frozenset[str]]:
    """What is seen of each hour."""
    whole = of_the_whole((plain(own_subject(heard.message)), *heard.texts))
    among = f"{min(len(named), _MANY)} of {min(len({slot.start for slot in named}), _MANY)}"
    for number, slot in enumerate(named):
        text = heard.texts[slot.number]
        near = around(_led_to(slot, heard) + text[: slot.at], text[slot.until :])
        yield frozenset({*whole, *near, *_sort(slot, heard), among, f"number {min(number, _MANY)}"})


def _led_to(slot: Slot, heard: Heard) -> str:
    """The sentence before that of an hour, where a colon joins them: "He would like to interview you: Thursday at 8"."""
    before = heard.texts[slot.number - 1] if slot.number else ""
    return f"{before} " if before.endswith(":") else ""


def _sort(slot: Slot, heard: Heard) -> Iterator[str]:
    assert slot.start is not None  # noqa: S101  for the type checker: only such are asked for
    ahead = (slot.start - heard.speech.sent) / dt.timedelta(hours=1)
    yield f"in {next((name for below, name in _SPANS if ahead < below), 'long')}"
    yield f"question {heard.sentences[slot.number].is_question}"
    yield f"near {slot.near}"
    yield f"end {slot.end is not None}"
    yield f"first {slot.number == 0}"
    yield f"last {slot.number == len(heard.texts) - 1}"
    yield f"by {heard.speech.side}"


@cache
def _learned() -> Weights:
    return Weights.read(__package__, "hours.json")
