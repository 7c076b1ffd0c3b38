"""Learned weights: what is seen of a thing, summed up to the odds that something is true of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["Weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over things that are there or not."""

    intercept: float
    features: Mapping[str, int]
    """In hundredths; what is not among them weighs nothing."""

    @classmethod
    def read(cls, package: str, name: str) -> Weights:
        """The weights in a file of a package: {"intercept": float, "features": {name: hundredths}}."""
        data = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
        return cls(data["intercept"], data["features"])

    def log_odds(self, seen: Iterable[str]) -> float:
        """Of what was learned being true where this is seen."""
        get = self.features.get
        return self.intercept + sum([get(each, 0) for each in seen]) / 100
