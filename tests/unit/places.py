"""A place for the files of tests that make very many."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["quick_directory"]

_IN_MEMORY = Path("/dev/shm")  # noqa: S108  Linux's own


def quick_directory() -> TemporaryDirectory[str]:
    """A temporary directory, in memory where there is such a place.

    A scan waits for the disk at each of its commits; there, that costs no time however busy the disk is.
    """
    return TemporaryDirectory(dir=_IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None)
