"""Rows of whole numbers, each kept as one integer: adding such integers adds the numbers place by place.

A mail has dozens of features, each with a weight for every kind of statement. Row by row they are summed up in a
quarter of the time that number by number takes.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from functools import cache

__all__ = ["lane", "pack", "unpack"]

_BYTES = 8
"""Of a lane, as of a number in an array of type `q`; no sum of weights comes near its bounds."""
_MASK = (1 << 8 * _BYTES) - 1


def pack(row: Iterable[int]) -> int:
    """A row as one integer; `unpack` gives it back, and of a sum of rows the sum at each place."""
    lanes = array("q", row)
    signs = _signs(len(lanes))
    return (int.from_bytes(lanes.tobytes(), sys.byteorder) ^ signs) - signs  # a negative number borrows from the next


def unpack(packed: int, count: int) -> list[int]:
    """The `count` numbers of a packed row, or of a sum of such rows."""
    signs = _signs(count)
    lanes = ((packed + signs) ^ signs).to_bytes(_BYTES * count, sys.byteorder)
    return memoryview(lanes).cast("q").tolist()


def lane(packed: int, place: int) -> int:
    """One number of a packed row, or of a sum of such rows."""
    number = ((packed << 1 >> 8 * _BYTES * place) + 1 >> 1) & _MASK  # the next below borrows where it is negative
    return number - (number >> 8 * _BYTES - 1 << 8 * _BYTES)


@cache
def _signs(count: int) -> int:
    """The sign bits of so many lanes."""
    return sum(1 << (8 * _BYTES * lane - 1) for lane in range(1, count + 1))
