"""Rows of numbers that are kept as one integer each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.inference.lanes import lane, pack, unpack

WIDTH = 5
ROWS = st.lists(st.lists(st.integers(-(2**40), 2**40), min_size=WIDTH, max_size=WIDTH), max_size=50)


@given(ROWS)
def test_a_sum_of_packed_rows_holds_the_sum_at_each_place(rows: list[list[int]]) -> None:
    packed, sums = sum(map(pack, rows)), [sum(row[place] for row in rows) for place in range(WIDTH)]
    assert unpack(packed, WIDTH) == sums
    assert [lane(packed, place) for place in range(WIDTH)] == sums


def test_a_negative_number_leaves_its_neighbours_alone() -> None:
    assert unpack(pack([1, -1, 0]), 3) == [1, -1, 0]
