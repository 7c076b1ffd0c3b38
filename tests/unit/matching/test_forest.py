"""Learned trees: which leaf figures lead to."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.matching.forest import Forest

STUMPS = Forest(("age", "size"), [((0, 1.5, 1, 2), -1.0, 2.0), ((1, 0.0, 1, 2), 0.25, (0, 9.0, 3, 4), 0.5, 0.75)])


def test_what_is_at_most_the_value_goes_on_at_the_first_node_and_what_is_not_given_is_nothing() -> None:
    assert STUMPS.log_odds({}) == -0.75
    assert STUMPS.log_odds({"age": 1.5}) == -0.75
    assert STUMPS.log_odds({"age": 1.6, "size": 1.0}) == 2.5
    assert STUMPS.log_odds({"age": 10.0, "size": 1.0, "colour": 3.0}) == 2.75


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_every_tree_has_its_say_once(age: float, size: float) -> None:
    figures = {"age": age, "size": size}
    apart = [Forest(STUMPS.features, [tree]).log_odds(figures) for tree in STUMPS.trees]

    assert STUMPS.log_odds(figures) == pytest.approx(sum(apart))


def test_it_is_read_as_learners_write_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "grown").mkdir()
    (tmp_path / "grown" / "__init__.py").touch()
    content = {"features": ["age"], "trees": [[[0, 1.5, 1, 2], -1, 2]]}
    (tmp_path / "grown" / "trees.json").write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert Forest.read("grown", "trees.json").log_odds({"age": 2}) == 2.0
