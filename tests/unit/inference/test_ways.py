"""Expressions taken apart into their alternatives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.inference.cues import holds
from watcher.inference.literals import branches
from watcher.inference.ways import Ways

PATTERN = r"ab|(?:ab|b)c+|a(?!b)|\|b|[|c]a"


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("a", ["a"]),
        ("a(?:b|c)|[|)]d", ["a(?:b|c)", "[|)]d"]),
        (r"\||x(?P<n>e|f)(?P=n)", [r"\|", "x(?P<n>e|f)(?P=n)"]),
        ("(?<!a|b)c|d", ["(?<!a|b)c", "d"]),
    ],
)
def test_bars_inside_groups_and_sets_part_nothing(pattern: str, ways: list[str]) -> None:
    assert branches(pattern) == ways


@given(st.text("abc|", max_size=12))
def test_the_ways_match_where_the_whole_does(text: str) -> None:
    ways, whole = Ways(PATTERN), [match.span() for match in re.finditer(PATTERN, text)]
    first = ways.first(text, holds(text))
    assert [match.span() for match in ways.all(text, holds(text))] == whole
    assert ([first.span()] if first else []) == whole[:1]
