"""Learn which of a mail's hours are those at which we meet, from mails whose hours are known; say how often that is right.

Each hour that a mail of theirs names is an example: one at which we meet, or another. Figures are taken on files that
were kept from the learner, as in `learn.py`, and on what is learned alone, without the rules. Held mails teach nothing.
Needs scikit-learn: `make learn`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus.learn import heard  # noqa: E402
from tests.corpus.lessons import lessons  # noqa: E402
from tests.corpus.linear import Example, fitted, run, unseen  # noqa: E402
from watcher.inference.en.hours import features  # noqa: E402
from watcher.inference.en.slots import slots  # noqa: E402
from watcher.model import Kind, Side  # noqa: E402


def examples(without: Sequence[str]) -> list[Example]:
    """All mails of theirs that name an hour and of which is known at which we meet."""
    chosen = (each for each in lessons() if each.source not in without and each.source != "rules")
    made = []
    for lesson in chosen:
        if lesson.message.envelope.side is Side.ME or Kind.INTERVIEW not in lesson.known:
            continue
        each = heard(lesson)
        named = [slot for slot in slots(each) if slot.start]
        meets = lesson.meets
        if meets is None and len({slot.start for slot in named}) == 1:  # which one is known where there is but one
            meets = frozenset(slot.start for slot in named if slot.start)
        if named and meets is not None:
            made.append(Example(lesson, list(features(named, each)), [slot.start in meets for slot in named]))
    return made


def examine(made: Sequence[Example]) -> None:
    """Print how many hours are found on files that the learner did not see, and how many of those found are right."""
    found = right = of = 0
    for each, odds in unseen(made):
        said = [value >= 0 for value in odds]
        found, of = found + sum(said), of + sum(each.right)
        right += sum(is_right for is_right, is_said in zip(each.right, said, strict=True) if is_said)
    print(f"hours, without rules: {right}/{found} of {of}: F {2 * right / max(1, found + of):.2f}", flush=True)


if __name__ == "__main__":
    run(__doc__, ROOT / "watcher/inference/en/hours.json", examples, examine, fitted)
