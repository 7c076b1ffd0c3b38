"""What the whole mail sounds like, in figures, for stages that weigh it with what was said before (`matching.appointed`)."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from watcher.inference.en.hours import judge
from watcher.inference.en.slots import slots
from watcher.inference.heard import Heard
from watcher.model import Kind, Side, Statement
from watcher.text import shorten

__all__ = ["sounds"]

_LEAST = -5.0
"""The log odds from which on it is told what a mail sounds like; less is nothing."""


def sounds(heard: Heard) -> Iterator[Statement]:
    """How much the whole sounds like each thing that it may do, and each hour of theirs like one at which we meet."""
    odds = {kind: judged.log_odds for kind, judged in heard.judged.items() if judged.log_odds > _LEAST}
    if odds:
        likely = ", ".join(kind.replace("_", " ") for kind, value in odds.items() if value > 0)
        told = " ".join(f"{kind}={value - _LEAST:.1f}" for kind, value in odds.items())
        yield Statement(Kind.SOUNDS_LIKE, likely or "nothing clearly", "sound of the whole", text=told)
    if heard.speech.side is Side.ME:
        return
    for slot, of_hour in judge(slots(heard), heard).items():
        if slot.start:
            words = heard.sentences[slot.number].text[slot.at : slot.until]
            told = f"{slot.start.isoformat()}={of_hour:.1f}"
            rule = f"sound of an hour: we meet then with a probability of {1 / (1 + exp(-of_hour)):.2f}"
            yield Statement(Kind.SOUNDS_LIKE, shorten(words), rule, text=told)
