"""Learn which of a mail's days is that of the answer, from mails whose day is known; say how often that is right.

Each day that a mail of theirs names is an example: the right one, or another. Figures are taken on files that were kept
from the learner, as in `learn.py`, and on what is learned alone, without the rules. Held mails teach nothing. Needs
scikit-learn: `make learn`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus import linear  # noqa: E402
from tests.corpus.learn import heard  # noqa: E402
from tests.corpus.lessons import Lesson, lessons  # noqa: E402
from tests.corpus.weights import write  # noqa: E402
from watcher.inference.en.promises.days import Day, features  # noqa: E402
from watcher.inference.en.promises.gate import days_of  # noqa: E402
from watcher.model import Kind, Side  # noqa: E402

PARTS = 6
STRENGTH = 0.3
"""Inverse of the regularisation; from 0.05 to 1 the figures hardly differ."""


@dataclass(frozen=True, slots=True)
class Example:
    """A mail, its days, what is seen of each, and which are right."""

    lesson: Lesson
    days: list[Day]
    seen: list[frozenset[str]]
    right: list[bool]


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
        made.append(Example(lesson, days, list(features(days, read)) if days else [], right))
    return made


def _is_right(day: Day, lesson: Lesson) -> bool:
    return lesson.answer is not None and lesson.answer[0] <= day.time.window.latest <= lesson.answer[1]


def fit(chosen: Sequence[Example]) -> tuple[LogisticRegression, DictVectorizer]:
    truth = [right for each in chosen for right in each.right]
    return linear.fit((seen for each in chosen for seen in each.seen), truth, STRENGTH)


def examine(made: Sequence[Example]) -> None:
    """Print how often the likeliest day is right on files that the learner did not see."""
    sources = sorted({each.lesson.source for each in made})
    counts = {"stated": [0, 0], "none": [0, 0]}
    for part in range(PARTS):
        kept = set(sources[part::PARTS])
        model, vectorizer = fit([each for each in made if each.lesson.source not in kept])
        for each in (each for each in made if each.lesson.source in kept):
            rows = vectorizer.transform([dict.fromkeys(seen, 1) for seen in each.seen]) if each.seen else None
            odds = model.decision_function(rows) if rows is not None else np.array([-1.0])
            best = int(odds.argmax())
            stated = Kind.DECIDES_BY in each.lesson.kinds
            right = (odds[best] >= 0) == stated and (not stated or each.right[best])
            count = counts["stated" if stated else "none"]
            count[0], count[1] = count[0] + right, count[1] + 1
    print("days, without rules:", ", ".join(f"{name} {right}/{of}" for name, (right, of) in counts.items()), flush=True)


def learn(made: Sequence[Example]) -> dict[str, Any]:
    """The file's content, as `days.judge` takes it."""
    return linear.weights(*fit(made))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[], help="sources to keep from the learner")
    parser.add_argument("--into", type=Path, default=ROOT / "watcher/inference/en/promises", help="folder of the file")
    options = parser.parse_args()
    made = examples(options.without)
    examine(made)
    write(options.into / "days.json", learn(made))


if __name__ == "__main__":
    main()
