"""The tables of docs/draft-life.md, from what the tests go by. `python -m tests.life.page` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.life.reasons import REASONS
from tests.life.table import TABLE, Event, Fate

__all__ = ["PAGE", "with_tables"]

PAGE = Path(__file__).parents[2] / "docs" / "draft-life.md"
_TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """The page, its tables as they should be."""
    tables = {"transitions": _transitions(), "reasons": _reasons()}
    return _TABLE.sub(lambda found: found[1] + tables[found[2]] + found[3], page)


def _rows(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), ["---"] * len(list(head)), *map(list, rows)]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _transitions() -> str:
    """Rows that differ in nothing but to whom the step goes are one."""
    rows = []
    for fate in Fate:
        for event in Event:
            row = TABLE.get((fate, event))
            same = event is Event.OTHER and row == TABLE.get((fate, Event.DUE))
            if row is not None and not same:
                says = f"`{row.says}`" if row.says else ""
                rows.append((fate.value, event.value, row.to.value, row.sees, says))
    return _rows(("the draft is", "then", "and is", "you see in Drafts", "`draft.state`"), rows)


def _reasons() -> str:
    rows = [(r.name, f"`{r.says}`", r.returns or "it is another step's turn") for r in REASONS]
    return _rows(("the reason", "`draft.state`", "the same step again, once"), rows)


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
