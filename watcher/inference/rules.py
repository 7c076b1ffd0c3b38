"""Rules as data: what a sentence must look like to say something, with the examples that show it.

A rule is tried only where one of its `cues`, a plain piece of text, occurs; so a table of hundreds costs a mail little,
and every pattern sees one sentence at most (`sentences.MAX_SENTENCE` characters). Each cue is looked for once in the
whole mail, and in its sentences only where the whole has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from watcher.inference.cues import Cues
from watcher.inference.heard import Heard
from watcher.inference.sentences import Sentence
from watcher.model import Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["ANYONE", "LEARNED", "MINE", "MY_EMPLOYERS", "PERSONS", "THEIRS", "Found", "Rule", "find", "rule", "state"]

THEIRS = frozenset({Side.THEM, Side.MACHINE})
PERSONS = frozenset({Side.THEM})
MINE = frozenset({Side.ME})
ANYONE = frozenset(Side)

MY_EMPLOYERS = "my employer's"
"""The `text` of a NOT_HIRING rule that knows whose hiring it is: one that I do for my employer."""
LEARNED = "as learned"
"""How the `rule` of a statement begins that no rule made."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One way of saying something. Patterns are matched against the plain text of a sentence (`heard.plain`).

    A rule equals itself alone, so a table of them is looked up in no time.
    """

    name: str
    kind: Kind
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    """Found anywhere in the sentence, it takes the rule back."""
    guard: re.Pattern[str] | None
    """Found before the match, behind the last turn (*but*), it takes the rule back: *if*, *unless*, *whether*."""
    sides: frozenset[Side]
    question: bool | None
    """Only in questions, only elsewhere, or in both (None)."""
    confidence: Confidence
    text: str
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def match(self, text: str, turn: re.Pattern[str]) -> re.Match[str] | None:
        """Where the rule matches a plain sentence of a language with such turns (`Marks.turn`)."""
        match = self.pattern.search(text)
        if match is None or (self.unless and self.unless.search(text)):
            return None
        if self.guard and self.guard.search(turn.split(text[: match.start()])[-1]):
            return None
        return match


@dataclass(frozen=True, slots=True)
class Found:
    """A rule and where it matched: in the sentence of this number, at the offsets of `match`."""

    rule: Rule
    number: int
    sentence: Sentence
    match: re.Match[str]


def rule(  # noqa: PLR0913 - a row of a table: each cell is named where it is written
    name: str,
    kind: Kind,
    cues: str,
    *patterns: str,
    yes: Sequence[str],
    no: Sequence[str],
    unless: str | Sequence[str] = (),
    guard: str = "",
    sides: frozenset[Side] = THEIRS,
    question: bool | None = None,
    confidence: Confidence = Confidence.SURE,
    text: str = "",
) -> Rule:
    """A rule written down: `cues` separated by bars, any of the `patterns`, `yes` and `no` the examples."""
    excluded = [unless] if isinstance(unless, str) else unless
    return Rule(
        name=name,
        kind=kind,
        cues=tuple(cues.split("|")),
        pattern=re.compile("|".join(patterns)),
        unless=re.compile("|".join(excluded)) if excluded else None,
        guard=re.compile(guard) if guard else None,
        sides=sides,
        question=question,
        confidence=confidence,
        text=text,
        yes=tuple(yes),
        no=tuple(no),
    )


def find(rules: Iterable[Rule], heard: Heard) -> Iterator[Found]:
    """Every rule that matches, sentence by sentence, in the order of the mail and of the table."""
    table, turn = tuple(rules), heard.marks.turn
    likely = list(_cues(table, heard.message.envelope.side).inside(heard.whole))
    if not likely:
        return
    for number, (sentence, text) in enumerate(zip(heard.sentences, heard.texts, strict=True)):
        cued = {each for cue, numbers in likely if cue in text for each in numbers}
        for each in map(table.__getitem__, sorted(cued)):
            if each.question in (None, sentence.is_question) and (match := each.match(text, turn)) is not None:
                yield Found(each, number, sentence, match)


@cache
def _cues(table: tuple[Rule, ...], side: Side) -> Cues[tuple[int, ...]]:
    """The cues of the rules for a side, each with their places in the table."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(table):
        if side in each.sides:
            for cue in each.cues:
                places.setdefault(cue, []).append(place)
    return Cues((cue, tuple(numbers)) for cue, numbers in places.items())


def state(found: Found) -> Statement:
    """The statement that a matched rule makes."""
    each = found.rule
    return Statement(each.kind, shorten(found.sentence.text), each.name, each.confidence, text=each.text)
