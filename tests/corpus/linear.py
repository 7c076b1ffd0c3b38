"""Fitting a linear model over things that are there or not, and its content as `watcher.inference.weights` takes it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tests.corpus.lessons import Lesson
from tests.corpus.weights import write

__all__ = ["PARTS", "STRENGTH", "Example", "Model", "fit", "fitted", "run", "unseen", "weights"]

Model = tuple[LogisticRegression, DictVectorizer]

PARTS = 6
"""Parts into which the sources are dealt, each judged by what was learned from the others."""
STRENGTH = 0.3
"""Inverse of the regularisation; from 0.1 to 0.6 the figures hardly differ."""
LEAST = 5
"""Hundredths below which a weight is left out: it changes no figure, and half of them are."""


def fit(seen: Iterable[frozenset[str]], truth: Sequence[bool], strength: float) -> Model:
    """A logistic regression over what is seen of each example; `strength` is the inverse of the regularisation."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(each), 1) for each in seen])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # for liblinear
    return LogisticRegression(C=strength, solver="liblinear", max_iter=1000).fit(matrix, truth), vectorizer


def weights(model: LogisticRegression, vectorizer: DictVectorizer) -> dict[str, Any]:
    """The content of a file of weights, in hundredths."""
    hundredths = np.round(model.coef_[0] * 100).astype(int).tolist()
    named = zip(vectorizer.feature_names_, hundredths, strict=True)
    kept = {name: weight for name, weight in named if abs(weight) >= LEAST}
    return {"intercept": round(float(model.intercept_[0]), 3), "features": kept}


@dataclass(frozen=True, slots=True)
class Example:
    """A mail, what is seen of each thing in it that may be meant, and which are."""

    lesson: Lesson
    seen: list[frozenset[str]]
    right: list[bool]


def fitted(chosen: Sequence[Example]) -> Model:
    """What tells those meant from others."""
    truth = [right for each in chosen for right in each.right]
    return fit((seen for each in chosen for seen in each.seen), truth, STRENGTH)


def unseen(made: Sequence[Example]) -> Iterator[tuple[Example, list[float]]]:
    """Each example with the log odds of its things by what was learned from other sources."""
    sources = sorted({each.lesson.source for each in made})
    for part in range(PARTS):
        kept = set(sources[part::PARTS])
        model, vectorizer = fitted([each for each in made if each.lesson.source not in kept])
        for each in (each for each in made if each.lesson.source in kept):
            rows = vectorizer.transform([dict.fromkeys(seen, 1) for seen in each.seen]) if each.seen else None
            yield each, [] if rows is None else model.decision_function(rows).tolist()


def run(
    doc: str,
    file: Path,
    examples: Callable[[Sequence[str]], Sequence[Any]],
    examine: Callable[[Sequence[Any]], None],
    fit_all: Callable[[Sequence[Any]], Model],
) -> None:
    """The command line of a learner: say how well it judges what it was not shown, and write what it learned of all.

    Args:
        doc: What it says of itself, by its first line.
        file: Where the weights go, but for what `--into` says of the folder.
        examples: Makes them, without those of some sources.
        examine: Prints the figures.
        fit_all: Learns from all.
    """
    parser = argparse.ArgumentParser(description=doc.splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[], help="sources to keep from the learner")
    parser.add_argument("--into", type=Path, default=file.parent, help="folder of the file")
    options = parser.parse_args()
    made = examples(options.without)
    examine(made)
    write(options.into / file.name, weights(*fit_all(made)))
