"""What relative words are resolved against, and the function that every kind of node extends with its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import singledispatch

from watcher.calendar import Calendar
from watcher.inference.times.value import Node, Span

__all__ = ["Context", "resolve", "span_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """What relative words are resolved against."""

    today: dt.date
    calendar: Calendar
    country: str
    that: Span | None = None
    """What was spoken of last."""
    single: Span | None = None
    """The single day that was spoken of last."""
    event: Span | None = None
    """What other days are counted from: the last that was spoken of as one of an event."""
    named: Span | None = None
    """The event that the text names again."""
    back: Span | None = None
    """When somebody is back."""
    here: Span | None = None
    """What was spoken of last in the same text."""
    weekly: bool = False
    """Whether `that` was named by its weekday, so that there is one like it every week."""


def resolve(node: Node, at: Context) -> Span | None:
    """The days a node names; None where it names none (the 31st of June, a holiday the calendar does not know)."""
    try:
        return span_of(node, at)
    except (OverflowError, ValueError):  # beyond the calendar: 31 June, the year 10000
        return None


@singledispatch
def span_of(node: object, at: Context) -> Span | None:  # noqa: ARG001
    """The days of a node, by its kind; `resolve` for what may lie beyond the calendar."""
    raise TypeError(f"not a node: {node!r}")
