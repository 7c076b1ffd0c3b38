# ruff: noqa: INP001 - the scripts beside it import it
"""A terminal of 80 columns as an SVG file, for the pictures in the documentation."""

import io
import re
from pathlib import Path

from rich.console import Console

DOCS = Path(__file__).parents[1] / "docs"


def terminal() -> Console:
    """What to print to."""
    return Console(record=True, width=80, file=io.StringIO(), highlight=False, force_terminal=True)


def save(console: Console, name: str, title: str) -> None:
    """Save what was printed as docs/NAME.svg, without fonts from elsewhere."""
    drawn = console.export_svg(title=title, unique_id=name[0])
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    lines = (line.strip() for line in drawn.splitlines())
    (DOCS / f"{name}.svg").write_text("".join(f"{line}\n" for line in lines if line), encoding="utf-8")
