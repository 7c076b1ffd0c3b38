r"""Matching a grammar of time expressions against text.

A `Rule` is data: a readable name, what it makes, a pattern over words, and a production. A pattern is a row of

    word            the word itself; `a|b` either; figures and punctuation are words too
    <category>      what a word list or another rule makes, captured for the production in order
    (a b | c)       alternatives of several words, the bar between spaces
    x?              x or nothing; an absent `<category>` is captured as None
    !a|b            what follows is not one of these; `&a|b`: it is one of these, `$` being the end of the text
    \( \) \?        these signs themselves

A `Shape` is for what is written without spaces (3/20, 10.30am): a regular expression instead of words.

Parsing is top-down with a memo for each category and position, and goes only where the next word can begin what is
looked for. Rules that begin alike are filed together (`Heads`), so that what they begin with is looked for once. The
cost is linear in the number of words: texts are sentences, whose length `sentences.split` bounds. A grammar in which a
rule would begin with itself is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from watcher.inference.times.lookahead import END, FIGURED, Keys, Lookahead
from watcher.inference.times.pattern import Category, Choice, Look, Maybe, Pattern, Row, Words, captures, parse, spelled

__all__ = ["ONE_WORD", "Grammar", "Match", "Rule", "Shape"]

ONE_WORD: frozenset[str] = frozenset()
"""What can stand second in a shape that is a single word."""

_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w]|_+")
_WORD_OR_DIGIT = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d")
"""What a text is looked through for landmarks by."""

_Captured = tuple[tuple[Any, str], ...]
_NONE: frozenset[str] = frozenset()
_Ends = Sequence[tuple[int, _Captured]]
_Step = Callable[["_Text", int, _Captured], _Ends]

_ABSENT: _Captured = ((None, ""),)
"""What a `<category>?` that is not there captures."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a time. `make` gets the captured values; None from it rejects the match.

    A rule whose name is empty only passes on: matches keep the name of what it captured last.
    """

    name: str
    makes: str
    pattern: str
    make: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule for figures and signs: `make` gets the match of `regex`, which must end where a word ends."""

    name: str
    makes: str
    regex: str
    make: Callable[[re.Match[str]], Any]
    then: frozenset[str] | None = None
    """What can stand second in it, any figures being `FIGURES`; None: anything."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text where a root category was found."""

    start: int
    end: int
    value: Any
    rule: str


@dataclass(frozen=True, slots=True)
class _Branch:
    """What is left of a rule behind its head: the first word or category that must be there."""

    order: int
    """Among all branches of the category; earlier ones are preferred."""
    rule: Rule
    head: str
    """The category it begins with; empty where that is a word."""
    figures: frozenset[str]
    """Words to begin with that have figures, which their keys do not tell apart."""
    begun: _Captured
    """What the absent parts before the head capture."""
    rest: _Step | None
    """None where nothing is left."""
    follows: frozenset[str] | None
    """The keys that can stand behind the head; None for any."""
    openings: Mapping[str, frozenset[str] | None]
    """The keys that the head can begin with, each with those that can stand second (None for any)."""


class _Head:
    """Branches of a category that begin with the same, by the key behind it."""

    __slots__ = ("always", "by_key", "category", "figures", "second")

    def __init__(self, key: str, branches: Sequence[_Branch]) -> None:
        self.category = branches[0].head
        self.figures = branches[0].figures if key in FIGURED else frozenset()
        seconds = [branch.openings[key] for branch in branches]
        known = [second for second in seconds if second is not None]
        self.second = frozenset().union(*known) if len(known) == len(seconds) else None
        """The keys that can stand second in the text; None for any."""
        self.always = [branch for branch in branches if branch.follows is None]
        keys = frozenset().union(*(branch.follows or () for branch in branches))
        self.by_key = {
            key: [branch for branch in branches if branch.follows is None or key in branch.follows] for key in keys
        }


class Grammar:
    """Rules, shapes and word lists of one language, ready to match."""

    def __init__(
        self,
        rules: Sequence[Rule],
        shapes: Sequence[Shape],
        words: Mapping[str, Mapping[str, Any]],
        *,
        landmarks: Iterable[str],
        abbreviations: Iterable[str] = (),
    ) -> None:
        """Compile the patterns.

        Args:
            rules: In order of preference between matches of the same length.
            shapes: What is written in figures.
            words: For each lexical category its words, in lower case, and their values.
            landmarks: Words of which every expression holds one, unless it holds a figure. A text without is passed by.
            abbreviations: Words behind which a full stop is passed over.

        Raises:
            ValueError: A pattern is not well-formed, names an unknown category, or begins with itself.
        """
        self.words = words
        self.abbreviations = frozenset(abbreviations)
        self.shapes: dict[str, list[tuple[Shape, re.Pattern[str]]]] = {}
        for shape in shapes:
            self.shapes.setdefault(shape.makes, []).append((shape, re.compile(shape.regex)))
        parsed = [(rule, _pattern(rule)) for rule in rules]
        patterns: dict[str, list[Pattern]] = {}
        for rule, pattern in parsed:
            patterns.setdefault(rule.makes, []).append(pattern)
        beside = (shape.then for shape in shapes if shape.then is not None)
        self.keys = Keys((pattern for _, pattern in parsed), words, frozenset().union(*beside))
        self.landmarks = frozenset(landmarks) | frozenset("0123456789")
        ahead = Lookahead(self.keys, words, {name: _behind(shapes) for name, shapes in self.shapes.items()}, patterns)
        self.heads: dict[str, dict[str, list[_Head]]] = {name: {} for name in (*words, *self.shapes)}
        branches: dict[str, list[_Branch]] = {}
        for rule, pattern in parsed:
            of_category = branches.setdefault(rule.makes, [])
            of_category.extend(_branches(rule, pattern, ahead, len(of_category)))
        for name, of_category in branches.items():
            self.heads[name] = _by_first_key(of_category)
        self.seconds = {name: ahead.seconds(name) for name in self.heads}

    def matches(self, text: str, root: str) -> Iterator[Match]:
        """The longest match of a root category at each place, from left to right, none overlapping another.

        Args:
            text: In lower case, with straight quotes and plain dashes.
            root: What to look for.
        """
        if self.landmarks.isdisjoint(_WORD_OR_DIGIT.findall(text)):
            return
        words, seconds, at = _Text(self, text), self.seconds[root], 0
        keys = words.keys
        while at < len(words.starts):
            follow = seconds.get(keys[at], _NONE)
            if (follow is None or keys[at + 1] in follow) and (found := words.find(root, at)):
                end, value, name = max(found, key=lambda each: each[0])
                yield Match(words.starts[at], words.ends[end - 1], value, name)
                at = end
            else:
                at += 1


class _Text:
    """The words of one text, and what was found at each."""

    __slots__ = ("ends", "grammar", "keys", "memo", "starts", "text", "word_at_end", "words")

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.grammar = grammar
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for token in _TOKEN.finditer(text):
            word = token.group()
            if word == "." and self.words and self.words[-1] in grammar.abbreviations:
                continue
            self.words.append(word)
            self.starts.append(token.start())
            self.ends.append(token.end())
        self.keys = [*grammar.keys.of_all(self.words), END, END]
        self.words.append(END)
        self.word_at_end = {end: number + 1 for number, end in enumerate(self.ends)}
        self.memo: list[dict[str, list[tuple[int, Any, str]]]] = [{} for _ in self.words]

    def find(self, category: str, at: int) -> list[tuple[int, Any, str]]:
        """The (end, value, rule name) of every match of a category at a word; the first rule wins an end."""
        memo = self.memo[at]
        if (known := memo.get(category)) is not None:
            return known
        grammar, key, word = self.grammar, self.keys[at], self.words[at]
        found: dict[int, tuple[int, Any, str]] = {}
        follow = grammar.seconds[category].get(key, _NONE)
        if follow is None or self.keys[at + 1] in follow:
            listed = grammar.words.get(category)
            if listed is not None and word in listed:
                found[at + 1] = (at + 1, listed[word], category)
            heads = grammar.heads[category].get(key)
            for _, rule, end, captured in self._reached(heads, at) if heads else ():
                if end not in found and (value := rule.make(*[each[0] for each in captured])) is not None:
                    found[end] = (end, value, rule.name or captured[-1][1])
            for shape, regex in grammar.shapes.get(category, ()) if key in FIGURED else ():
                match = regex.match(self.text, self.starts[at])
                end = self.word_at_end.get(match.end(), 0) if match else 0
                if match and end and end not in found and (value := shape.make(match)) is not None:
                    found[end] = (end, value, shape.name)
        memo[category] = result = list(found.values())
        return result

    def _reached(self, heads: Sequence[_Head], at: int) -> list[tuple[int, Rule, int, _Captured]]:
        """Where the rules with such heads end, and what they captured; preferred ones first."""
        reached: list[tuple[int, Rule, int, _Captured]] = []
        keys, following = self.keys, self.keys[at + 1]
        for head in heads:
            if head.second is not None and following not in head.second:
                continue
            if head.category:
                begun = self.find(head.category, at)
            else:
                begun = [(at + 1, None, "")] if not head.figures or self.words[at] in head.figures else []
            for end, value, name in begun:
                for branch in head.by_key.get(keys[end], head.always):
                    captured = (*branch.begun, (value, name)) if head.category else branch.begun
                    if branch.rest is None:
                        reached.append((branch.order, branch.rule, end, captured))
                    else:
                        for last, taken in branch.rest(self, end, captured):
                            reached.append((branch.order, branch.rule, last, taken))
        if len(reached) > 1:
            reached.sort(key=itemgetter(0))
        return reached


def _behind(shapes: Iterable[tuple[Shape, re.Pattern[str]]]) -> frozenset[str] | None:
    """What can stand second in one of several shapes; None for anything."""
    known = [shape.then for shape, _ in shapes]
    return None if None in known else frozenset().union(*filter(None, known))


def _pattern(rule: Rule) -> Pattern:
    try:
        pattern = parse(rule.pattern)
    except ValueError as error:
        raise ValueError(f"rule {rule.name!r}: {error}") from None
    if not rule.name and not captures(pattern):
        raise ValueError(f"rule {rule.pattern!r} has no name to give")
    return pattern


def _branches(rule: Rule, pattern: Pattern, ahead: Lookahead, order: int) -> Iterator[_Branch]:
    """A rule as branches, numbered from `order`: one for each word or category that it can begin with."""
    for begun, head, items, barred in _heads((pattern,), (), frozenset()):
        rest = Row(items)
        openings = ahead.opening(Row((head, *items)))
        yield _Branch(
            order,
            rule,
            head.name if isinstance(head, Category) else "",
            frozenset(word for word in spelled(head) if word[:1].isdigit()),
            begun,
            _step(rest, ahead) if items else None,
            ahead.follows(items),
            {key: openings.second(key) for key in ahead.first(head) if key not in barred},
        )
        order += 1


def _heads(
    items: Sequence[Pattern], begun: _Captured, barred: frozenset[str]
) -> Iterator[tuple[_Captured, Words | Category, tuple[Pattern, ...], frozenset[str]]]:
    """What a row can begin with, each with what is captured before, the items behind, and the words it cannot be."""
    first, rest = items[0], tuple(items[1:])
    match first:
        case Words() | Category():
            yield begun, first, rest, barred
        case Row(inner):
            yield from _heads((*inner, *rest), begun, barred)
        case Choice(branches):
            for branch in branches:
                yield from _heads((branch, *rest), begun, barred)
        case Maybe(item):
            yield from _heads((item, *rest), begun, barred)
            yield from _heads(rest, begun + _ABSENT * captures(item), barred)
        case Look(words, wanted=False) if not any(word[:1].isdigit() for word in words):
            yield from _heads(rest, begun, barred | words)
        case _:
            raise ValueError("a pattern cannot begin with a look for words, nor with one past figures")


def _by_first_key(branches: Sequence[_Branch]) -> dict[str, list[_Head]]:
    """The heads of a category by the keys that they can begin with."""
    filed: dict[str, dict[tuple[str, frozenset[str]], list[_Branch]]] = {}
    for branch in branches:
        for key in branch.openings:
            figures = branch.figures if key in FIGURED else frozenset()
            filed.setdefault(key, {}).setdefault((branch.head, figures), []).append(branch)
    return {key: [_Head(key, each) for each in heads.values()] for key, heads in filed.items()}


def _step(pattern: Pattern, ahead: Lookahead) -> _Step:
    """A pattern as a function from a word and what was captured to where it can end, and what was captured then."""
    match pattern:
        case Words(words):
            return _words(words)
        case Category(name):
            return _category(name)
        case Look(words, wanted):
            return _look(words, wanted=wanted)
        case Maybe(item):
            return _maybe(_step(item, ahead), ahead.first(item), captures(item))
        case Choice(branches):
            return _choice([(_step(b, ahead), ahead.first(b), b.can_be_empty) for b in branches])
        case Row(items):
            return _row([(_step(i, ahead), None if i.can_be_empty else ahead.first(i)) for i in items])
    raise TypeError(f"not a pattern: {pattern!r}")


def _words(words: frozenset[str]) -> _Step:
    def step(text: _Text, at: int, captured: _Captured) -> _Ends:
        return ((at + 1, captured),) if text.words[at] in words else ()

    return step


def _category(name: str) -> _Step:
    def step(text: _Text, at: int, captured: _Captured) -> _Ends:
        return [(end, (*captured, (value, rule))) for end, value, rule in text.find(name, at)]

    return step


def _look(words: frozenset[str], *, wanted: bool) -> _Step:
    def step(text: _Text, at: int, captured: _Captured) -> _Ends:
        return ((at, captured),) if (text.words[at] in words) is wanted else ()

    return step


def _maybe(inner: _Step, first: frozenset[str], count: int) -> _Step:
    absent = _ABSENT * count

    def step(text: _Text, at: int, captured: _Captured) -> _Ends:
        skipped = (at, captured + absent)
        return [*inner(text, at, captured), skipped] if text.keys[at] in first else (skipped,)

    return step


def _choice(branches: Sequence[tuple[_Step, frozenset[str], bool]]) -> _Step:
    always = [step for step, _, empty in branches if empty]
    by_key: dict[str, list[_Step]] = {}
    for key in frozenset().union(*(first for _, first, _ in branches)):
        by_key[key] = [step for step, first, empty in branches if empty or key in first]

    def step(text: _Text, at: int, captured: _Captured) -> _Ends:
        steps = by_key.get(text.keys[at], always)
        if len(steps) == 1:
            return steps[0](text, at, captured)
        return [each for inner in steps for each in inner(text, at, captured)]

    return step


def _row(items: Sequence[tuple[_Step, frozenset[str] | None]]) -> _Step:
    """One item after another; the set of keys is what an item can begin with, None where it may match nothing."""

    def step(text: _Text, at: int, captured: _Captured) -> _Ends:
        ends: _Ends = ((at, captured),)
        keys = text.keys
        for inner, first in items:
            if len(ends) == 1:  # nearly always
                ((end, so_far),) = ends
                ends = inner(text, end, so_far) if first is None or keys[end] in first else ()
            else:
                tried = [each for each in ends if first is None or keys[each[0]] in first]
                ends = [each for end, so_far in tried for each in inner(text, end, so_far)]
            if not ends:
                break
        return ends

    return step
