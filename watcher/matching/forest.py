"""Learned decision trees, summed up to the odds that something is true of a thing.

LightGBM grows them (`make learn`) and could judge by them as well; but it needs numpy and scipy, 200 MB that nobody
who reads his mail wants, and to walk trees takes a few lines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["Forest"]

_Node = float | tuple[int, float, int, int]
"""The log odds at a leaf, or a split: the feature's place, the value up to which it goes on at the first of two nodes
of the tree, and beyond which at the second."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Gradient boosted trees over figures by their names; a figure that is not given is 0."""

    features: Sequence[str]
    trees: Sequence[Sequence[_Node]]

    @classmethod
    def read(cls, package: str, name: str) -> Forest:
        """The trees in a file of a package: {"features": [name, ...], "trees": [[node, ...], ...]}, roots first."""
        data = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
        trees = [tuple(tuple(node) if isinstance(node, list) else node for node in tree) for tree in data["trees"]]
        return cls(tuple(data["features"]), trees)

    def log_odds(self, figures: Mapping[str, float]) -> float:
        """Of what was learned being true where these are counted."""
        get = figures.get
        values = [get(name, 0.0) for name in self.features]
        return sum([_leaf(tree, values) for tree in self.trees])


def _leaf(tree: Sequence[_Node], values: Sequence[float]) -> float:
    node = tree[0]
    while isinstance(node, tuple):
        at, most, low, high = node
        node = tree[low if values[at] <= most else high]
    return node
