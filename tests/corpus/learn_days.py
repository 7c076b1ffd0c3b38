"""Learn which of a mail's days is that of the answer, from mails whose day is known; say how often that is right.

Each day that a mail of theirs names is an example: the right one, or another. Figures are taken on files that were kept
from the learner, as in `learn.py`, and on what is learned alone, without the rules. Held mails teach nothing. Needs
scikit-learn: `make learn`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus.learn import heard  # noqa: E402
from tests.corpus.lessons import Lesson, lessons  # noqa: E402
from tests.corpus.linear import Example, fitted, run, unseen  # noqa: E402
from watcher.inference.en.promises.days import Day, features  # noqa: E402
from watcher.inference.en.promises.gate import days_of  # noqa: E402
from watcher.model import Kind, Side  # noqa: E402


def examples(without: Sequence[str]) -> list[Example]:
    """All mails of theirs of which is known by when they will answer, or that they name no day."""
    chosen = (each for each in lessons() if each.source not in without and each.source != "rules")
    theirs = [each for each in chosen if each.message.envelope.side is Side.THEM and Kind.DECIDES_BY in each.known]
    made = []
    for lesson in theirs:
        each = heard(lesson)
        days, read = days_of(each.sentences, each.speech)
        right = [_is_right(day, lesson) for day in days]
        if lesson.answer is None and Kind.DECIDES_BY in lesson.kinds:  # which one is known where there is but one
            right = [True] * len(days)
            if len(days) != 1:
                continue
        made.append(Example(lesson, list(features(days, read)) if days else [], right))
    return made


def _is_right(day: Day, lesson: Lesson) -> bool:
    return lesson.answer is not None and lesson.answer[0] <= day.time.window.latest <= lesson.answer[1]


def examine(made: Sequence[Example]) -> None:
    """Print how often the likeliest day is right on files that the learner did not see."""
    counts = {"stated": [0, 0], "none": [0, 0]}
    for each, odds in unseen(made):
        best = max(odds, default=-1.0)
        stated = Kind.DECIDES_BY in each.lesson.kinds
        right = (best >= 0) == stated and (not stated or each.right[odds.index(best)])
        count = counts["stated" if stated else "none"]
        count[0], count[1] = count[0] + right, count[1] + 1
    print("days, without rules:", ", ".join(f"{name} {right}/{of}" for name, (right, of) in counts.items()), flush=True)


if __name__ == "__main__":
    run(__doc__, ROOT / "watcher/inference/en/promises/days.json", examples, examine, fitted)
