"""Rules as data: what a sentence must look like to say something, with the examples that show it.

A rule is tried only where one of its `cues`, a plain piece of text, occurs, and what its pattern cannot match without;
so a table of hundreds costs a mail little, and every pattern sees one sentence at most (`sentences.MAX_SENTENCE`
characters). All are looked for once in the whole mail, and in its sentences only where the whole has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from watcher.inference.cues import known
from watcher.inference.heard import Heard
from watcher.inference.sentences import Sentence
from watcher.inference.ways import Ways
from watcher.model import Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["ANYONE", "LEARNED", "MINE", "MY_EMPLOYERS", "PERSONS", "THEIRS", "Found", "Rule", "Table", "rule", "state"]

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
    ways: Ways
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

    def match(self, text: str, here: frozenset[str], turn: re.Pattern[str]) -> re.Match[str] | None:
        """Where the rule matches a plain sentence that holds these (`cues.holds`), with such turns (`Marks.turn`)."""
        match = self.ways.first(text, here)
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
        ways=Ways("|".join(patterns)),
        unless=re.compile("|".join(excluded)) if excluded else None,
        guard=re.compile(guard) if guard else None,
        sides=sides,
        question=question,
        confidence=confidence,
        text=text,
        yes=tuple(yes),
        no=tuple(no),
    )


class Table:
    """Rules in the order in which they are preferred, filed under their cues for each side."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """File the rules."""
        self.rules = tuple(rules)
        self._by_cue: dict[Side, dict[str, list[int]]] = {side: {} for side in Side}
        for place, each in enumerate(self.rules):
            for side in each.sides:
                for cue in each.cues:
                    self._by_cue[side].setdefault(cue, []).append(place)
        self._cues = {side: frozenset(by_cue) for side, by_cue in self._by_cue.items()}
        known(tuple((cues,) for cues in self._cues.values()))

    def find(self, heard: Heard) -> Iterator[Found]:
        """Every rule that matches, sentence by sentence, in the order of the mail and of the table."""
        side, turn = heard.message.envelope.side, heard.marks.turn
        by_cue, likely = self._by_cue[side], self._cues[side] & heard.anywhere
        for number, here in enumerate(heard.held) if likely else ():
            if not (cues := likely & here):
                continue
            sentence, text = heard.sentences[number], heard.texts[number]
            for place in sorted({place for cue in cues for place in by_cue[cue]}):
                each = self.rules[place]
                fits = each.question in (None, sentence.is_question)
                if fits and (match := each.match(text, here, turn)) is not None:
                    yield Found(each, number, sentence, match)


def state(found: Found) -> Statement:
    """The statement that a matched rule makes."""
    each = found.rule
    return Statement(each.kind, shorten(found.sentence.text), each.name, each.confidence, text=each.text)
