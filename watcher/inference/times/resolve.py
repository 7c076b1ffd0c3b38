"""From what a time expression means to the days it names: in the speaker's zone, by the business calendar.

Conventions, as the corpus states them: next week runs to its Friday, the end of a week is its Friday, the end of a
month its last day, five to seven business days are seven, early next week is up to Wednesday, mid-month the 15th.
"""

from __future__ import annotations

from dataclasses import replace

from watcher.inference.times import days, stretches
from watcher.inference.times.bounds import bounded
from watcher.inference.times.context import Context, resolve, span_of
from watcher.inference.times.spans import day_span, weaker
from watcher.inference.times.value import Bounded, Clocked, Grain, Span, Vague
from watcher.model import Confidence

__all__ = ["Context", "days", "resolve", "stretches"]  # the two modules extend `span_of`


@span_of.register
def _(node: Vague, at: Context) -> Span | None:
    span = span_of(node.of, at)
    return None if span is None else span.but(weaker(span.confidence, node.confidence))


@span_of.register
def _(node: Clocked, at: Context) -> Span | None:
    if node.day is None:
        return day_span(at.today, Grain.HOUR, Confidence.UNCLEAR)
    span = span_of(node.day, at)
    return None if span is None else replace(span, grain=Grain.HOUR if span.grain is Grain.DAY else span.grain)


@span_of.register
def _(node: Bounded, at: Context) -> Span | None:
    span = span_of(node.of, at)
    if span is None:
        return None
    return bounded(node, span, at.calendar)
