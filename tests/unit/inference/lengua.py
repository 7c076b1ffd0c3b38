"""Lengua, a language that nobody speaks: what `infer` needs of one, in a page.

Its words: *mi* we, *ti* you, *vas* will, *na* no, *si* if, *ma* but; *dici la fin* tell the outcome; *marka* to *ferra*
the days of the week, *kras* tomorrow, *dia num. 20* the 20th, *ante* by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from watcher.inference.heard import Heard
from watcher.inference.language import Language
from watcher.inference.rules import Table, rule, state
from watcher.inference.sentences import Marks
from watcher.inference.times import TIME, Grammar, Modifier, Rule, Shape, find_times
from watcher.inference.times.value import Bounded, Date, Today, Weekday
from watcher.model import Kind, Statement

__all__ = ["GRAMMAR", "LENGUA"]

ACTS = (
    rule(
        "no place for you",
        Kind.REJECTED,
        "na plas",
        r"\bna plas por ti\b",
        guard=r"\bsi\b",
        yes=("mi dolor, na plas por ti",),
        no=("si na plas por ti, mi vas dici",),
    ),
    rule(
        "we give you the work",
        Kind.OFFER,
        "dona",
        r"\bmi dona (?:a ti )?la labor\b",
        yes=("kon joi mi dona a ti la labor",),
        no=("mi na dona labor",),
    ),
    rule(
        "a question",
        Kind.ASKS_ME,
        "ti",
        r"\b(?:kan|ku) ti\b|\bti pote\b",
        question=True,
        yes=("kan ti pote veni?",),
        no=("ti pote dormi.",),
    ),
)

_WEEK = ("marka", "tisda", "ondara", "jurda", "venda", "satra", "ferra")

GRAMMAR = Grammar(
    [
        Rule("kras", "day", "kras", partial(Today, 1)),
        Rule("<weekday>", "day", "<weekday>", Weekday),
        Rule("dia <number>", "day", "dia (numero | num) <figure>", Date),
        Rule("", TIME, "<day>", lambda day: day),
        Rule("ante <day>", TIME, "ante <day>", partial(Bounded, Modifier.BY)),
    ],
    [Shape("<figure>", "figure", r"\d{1,2}\b", lambda found: int(found.group()))],
    {"weekday": {name: number for number, name in enumerate(_WEEK)}},
    landmarks=(*_WEEK, "kras", "dia"),
    abbreviations=("num",),
)


_TABLE = Table(ACTS)
"""Made before the first mail is heard, so that its cues are among what is looked for in it."""


def acts(heard: Heard) -> Iterator[Statement]:
    """What the sentences do."""
    yield from map(state, _TABLE.find(heard))


def decisions(heard: Heard) -> Iterator[Statement]:
    """The days by which they will tell the outcome."""
    for sentence, text in zip(heard.sentences, heard.texts, strict=True):
        if "vas dici la fin" in text:
            for time in find_times(sentence.text, heard.speech, GRAMMAR):
                yield Statement(Kind.DECIDES_BY, sentence.text, time.rule, time.confidence, window=time.window)


LENGUA = Language("Lengua", Marks(frozenset({"num."}), turn=re.compile(r"\bma\b|;")), (acts, decisions))
