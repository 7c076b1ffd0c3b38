"""Steps to come as a strip of days: a row a cadence, a column a day, seven columns a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from rich.console import Group
from rich.text import Text

from watcher.model import Step, StepKind

__all__ = ["legend", "strip"]

_MARKS = {
    StepKind.THANK_YOU: ("T", "black on green", "thank them"),
    StepKind.CHECK_IN: ("M", "black on cyan", "mail"),
    StepKind.SECOND_CHECK_IN: ("M", "black on cyan", "mail"),
    StepKind.CALL: ("C", "black on magenta", "call"),
    StepKind.ATTEND: ("I", "black on yellow", "interview"),
    StepKind.MOVE_ON: ("×", "black on red", "move on"),
}
_WEEK = 7
_MOST_WEEKS = 14


def strip(
    outlooks: Mapping[str, Sequence[Step]],
    today: dt.date,
    named: dt.date | None,
    is_free: Callable[[dt.date], bool],
    width: int,
) -> Group:
    """The strip, from the week of `today` on, as many weeks as are needed and fit.

    Args:
        outlooks: The steps to come by the cadence's name, in the order of the rows.
        today: Marked in the head.
        named: The day by which they said they would answer, marked in the head; None where there is none.
        is_free: Whether a day is a weekend's or a holiday.
        width: Of the terminal, in characters.
    """
    label = max(map(len, outlooks), default=0) + 2
    monday = today - dt.timedelta(days=today.weekday())
    dues = [step.due for steps in outlooks.values() for step in steps if step.due]
    needed = (max((*dues, today)) - monday).days // _WEEK + 1
    weeks = max(1, min(needed, _MOST_WEEKS, (width - label - 1) // _WEEK))
    days = [monday + dt.timedelta(days=n) for n in range(weeks * _WEEK)]
    heads = [f"{day.day} {day:%b}".ljust(_WEEK) for day in days[::_WEEK]]
    marks = {today: "▾"} | ({named: "◆"} if named else {})
    rows = [
        Text(" " * label).append("".join(heads).rstrip(), "dim"),
        Text(" " * label).append_text(Text("").join(Text(marks[d], "bold") if d in marks else Text(" ") for d in days)),
    ]
    rows += [_row(name.ljust(label), steps, days, is_free) for name, steps in outlooks.items()]
    return Group(*rows)


def _row(label: str, steps: Sequence[Step], days: Sequence[dt.date], is_free: Callable[[dt.date], bool]) -> Text:
    known = {step.due: _MARKS[step.kind] for step in steps if step.due and step.kind in _MARKS}
    row = Text(label, "bold")
    if not known:
        return row.append("; ".join(step.why for step in steps), "not bold dim italic")
    for day in days:
        sign, style, _ = known.get(day, (" " if is_free(day) else "·", "not bold dim", ""))
        row.append(sign, style)
    if any(day > days[-1] for day in known):
        row.append("›", "dim")
    return row


def legend(outlooks: Mapping[str, Sequence[Step]], *, named: bool) -> Text:
    """What the signs of a strip mean; those that are not in it are left out."""
    kinds = {step.kind for steps in outlooks.values() for step in steps if step.due}
    text = Text()
    for sign, style, meaning in dict.fromkeys(mark for kind, mark in _MARKS.items() if kind in kinds):
        text.append(sign, style).append(" ").append(meaning, "dim").append("   ")
    text.append("▾", "bold").append(" ").append("today", "dim")
    if named:
        text.append("   ").append("◆", "bold").append(" ").append("the day they named", "dim")
    return text
