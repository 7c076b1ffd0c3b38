"""What English messages do, by theme: tables of rules, and the readers that need more than one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from watcher.inference.en.acts.asks import ASKS, WAITS
from watcher.inference.en.acts.endings import MY_ENDINGS
from watcher.inference.en.acts.mine import MINE_RULES
from watcher.inference.en.acts.outcomes import OUTCOMES
from watcher.inference.en.acts.rejections import REJECTIONS
from watcher.inference.heard import Heard
from watcher.inference.rules import find, state
from watcher.model import Kind, Statement

__all__ = ["RULES", "acts"]

RULES = REJECTIONS + OUTCOMES + MY_ENDINGS + ASKS + WAITS + MINE_RULES


def acts(heard: Heard) -> Iterator[Statement]:
    """What the sentences do, each kind once a sentence, by the first rule that reads it."""
    said: set[tuple[int, Kind]] = set()
    for found in find(RULES, heard):
        if (key := (found.number, found.rule.kind)) not in said:
            said.add(key)
            yield state(found)
