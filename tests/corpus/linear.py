"""Fitting a linear model over things that are there or not, and its content as `watcher.inference.weights` takes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

__all__ = ["fit", "weights"]

LEAST = 5
"""Hundredths below which a weight is left out: it changes no figure, and half of them are."""


def fit(
    seen: Iterable[frozenset[str]], truth: Sequence[bool], strength: float
) -> tuple[LogisticRegression, DictVectorizer]:
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
