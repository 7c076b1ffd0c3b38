"""Matching a grammar of time expressions against text.

A `Rule` is data: a readable name, what it makes, a pattern over words, and a production. A pattern is a row of

    word            the word itself; `a|b` either; figures and punctuation are words too
    <category>      what a word list or another rule makes, captured for the production in order
    (a b | c)       alternatives of several words, the bar between spaces
    x?              x or nothing; an absent `<category>` is captured as None
    !a|b            what follows is not one of these; `&a|b`: it is one of these, `$` being the end of the text
    \\( \\) \\?        these signs themselves

A `Shape` is for what is written without spaces (3/20, 10.30am): a regular expression instead of words.

Parsing is top-down with a memo for each category and position, so its cost is linear in the number of words: texts are
sentences, whose length `sentences.split` bounds. A grammar in which a rule would begin with itself is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Grammar", "Match", "Rule", "Shape"]

_TOKEN = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\s\w]|_+")
_PATTERN = re.compile(r"[!&][^\s)]\S*|<\w+>|\\[()?]|[()?]|[^\s()?<>\\]+")
_FIGURES, _ORDINAL, _NOWHERE = "#", "#th", "$"

_Captured = tuple[tuple[Any, str], ...]
_Ends = Iterable[tuple[int, _Captured]]
_Step = Callable[["_Parse", int, _Captured], _Ends]


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


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a text where a root category was found."""

    start: int
    end: int
    value: Any
    rule: str


class _Parse:
    """The words of one text, and what was found at each."""

    __slots__ = ("ends", "grammar", "keys", "memo", "starts", "text", "word_at_end", "words")

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.grammar = grammar
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        for token in _TOKEN.finditer(text):
            word = token.group()
            if (
                word == "."
                and self.words
                and self.words[-1] in grammar.abbreviations
                and self.ends[-1] == token.start()
            ):
                continue
            self.words.append(word)
            self.starts.append(token.start())
            self.ends.append(token.end())
            self.keys.append(_key(word))
        self.word_at_end = {end: number + 1 for number, end in enumerate(self.ends)}
        self.memo: dict[tuple[str, int], list[tuple[int, Any, str]]] = {}

    def category(self, name: str, at: int) -> list[tuple[int, Any, str]]:
        """The (end, value, rule name) of every match of a category at a word; the first rule wins an end."""
        known = self.memo.get((name, at))
        if known is not None:
            return known
        found: dict[int, tuple[int, Any, str]] = {}
        if at < len(self.words):
            word = self.words[at]
            words = self.grammar.words.get(name)
            if words is not None and word in words:
                found[at + 1] = (at + 1, words[word], name)
            for rule, step in self.grammar.candidates(name, self.keys[at]):
                for end, captured in step(self, at, ()):
                    if end not in found and (value := rule.make(*[c[0] for c in captured])) is not None:
                        found[end] = (end, value, rule.name or captured[-1][1])
            for shape, regex in self.grammar.shapes.get(name, ()):
                match = regex.match(self.text, self.starts[at])
                if match and (end := self.word_at_end.get(match.end(), 0)) and end not in found:
                    value = shape.make(match)
                    if value is not None:
                        found[end] = (end, value, shape.name)
        result = list(found.values())
        self.memo[name, at] = result
        return result


class Grammar:
    """Rules, shapes and word lists of one language, ready to match."""

    def __init__(
        self,
        rules: Sequence[Rule],
        shapes: Sequence[Shape],
        words: Mapping[str, Mapping[str, Any]],
        *,
        roots: Sequence[str] = ("time",),
        abbreviations: Iterable[str] = (),
    ) -> None:
        """Compile the patterns.

        Args:
            rules: In order of preference between matches of the same length.
            shapes: What is written in figures.
            words: For each lexical category its words, in lower case, and their values.
            roots: The categories that `matches` may look for.
            abbreviations: Words behind which a full stop is passed over.

        Raises:
            ValueError: A pattern is not well-formed, names an unknown category, or begins with itself.
        """
        self.words = words
        self.abbreviations = frozenset(abbreviations)
        self.shapes: dict[str, list[tuple[Shape, re.Pattern[str]]]] = {}
        for shape in shapes:
            self.shapes.setdefault(shape.makes, []).append((shape, re.compile(shape.regex)))
        compiled: dict[str, list[tuple[Rule, _Step, _First]]] = {}
        known = {*words, *self.shapes, *(rule.makes for rule in rules)}
        for rule in rules:
            pattern = _Compiler(rule, known).compile()
            compiled.setdefault(rule.makes, []).append((rule, pattern.step, pattern.first))
        first_words = _FirstWords(self, compiled)
        self._candidates: dict[str, dict[str, list[tuple[Rule, _Step]]]] = {}
        for category, entries in compiled.items():
            table = self._candidates[category] = {}
            for rule, step, first in entries:
                for key in first_words.of(first):
                    table.setdefault(key, []).append((rule, step))
        self._starts = {root: first_words.of_category(root) for root in roots}

    def candidates(self, category: str, key: str) -> Sequence[tuple[Rule, _Step]]:
        """The rules for a category that can begin with a word."""
        table = self._candidates.get(category)
        return table.get(key, ()) if table else ()

    def matches(self, text: str, root: str) -> Iterator[Match]:
        """The longest match of a root category at each place, from left to right, none overlapping another.

        Args:
            text: In lower case, with straight quotes and plain dashes.
            root: What to look for.
        """
        parse, starts = _Parse(self, text), self._starts[root]
        at = 0
        while at < len(parse.words):
            if parse.keys[at] in starts:
                found = parse.category(root, at)
                if found:
                    end, value, name = max(found, key=lambda each: each[0])
                    yield Match(parse.starts[at], parse.ends[end - 1], value, name)
                    at = end
                    continue
            at += 1


def _key(word: str) -> str:
    if word.isdigit():
        return _FIGURES
    return _ORDINAL if word[0].isdigit() else word


@dataclass(frozen=True, slots=True)
class _First:
    """What a pattern can begin with; `empty` where it can match nothing."""

    words: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    step: _Step
    first: _First
    captures: int


class _Compiler:
    """Turns the pattern of one rule into a step."""

    def __init__(self, rule: Rule, known: Iterable[str]) -> None:
        self.rule = rule
        self.known = frozenset(known)
        self.tokens = _PATTERN.findall(rule.pattern)
        self.at = 0

    def compile(self) -> _Pattern:
        pattern = self._alternatives()
        if self.at != len(self.tokens) or pattern.first.empty:
            raise self._error("cannot be read, or matches nothing")
        if not (self.rule.name or pattern.captures):
            raise self._error("has no name to give")
        return pattern

    def _error(self, problem: str) -> ValueError:
        return ValueError(f"rule {self.rule.name!r}: pattern {self.rule.pattern!r} {problem}")

    def _alternatives(self) -> _Pattern:
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        if len({b.captures for b in branches}) > 1:
            raise self._error("captures differently in its alternatives")
        steps = [b.step for b in branches]
        first = _First(
            frozenset().union(*(b.first.words for b in branches)),
            frozenset().union(*(b.first.categories for b in branches)),
            any(b.first.empty for b in branches),
        )
        return _Pattern(_any_of(steps), first, branches[0].captures)

    def _sequence(self) -> _Pattern:
        items: list[_Pattern] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("|", ")"):
            items.append(self._item())
        words: frozenset[str] = frozenset()
        categories: frozenset[str] = frozenset()
        empty = True
        for item in items:
            if empty:
                words |= item.first.words
                categories |= item.first.categories
            empty = empty and item.first.empty
        captures = sum(item.captures for item in items)
        return _Pattern(_all_of([item.step for item in items]), _First(words, categories, empty), captures)

    def _item(self) -> _Pattern:
        token = self.tokens[self.at]
        self.at += 1
        if token[0] in "!&" and token[1:]:
            wanted = frozenset(token[1:].split("|"))
            return _Pattern(_look(wanted, wanted_there=token[0] == "&"), _First(empty=True), 0)
        if token == "(":
            item = self._alternatives()
            if not self._take(")"):
                raise self._error("has an open bracket")
        elif token.startswith("<") and token.endswith(">"):
            name = token[1:-1]
            if name not in self.known:
                raise self._error(f"names the unknown category {name!r}")
            item = _Pattern(_capture(name), _First(categories=frozenset({name})), 1)
        else:
            words = frozenset(token.removeprefix("\\").split("|"))
            item = _Pattern(_literal(words), _First(words=words), 0)
        if self._take("?"):
            first = _First(item.first.words, item.first.categories, empty=True)
            item = _Pattern(_maybe(item.step, item.captures), first, item.captures)
        return item

    def _take(self, token: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == token:
            self.at += 1
            return True
        return False


def _literal(words: frozenset[str]) -> _Step:
    def step(parse: _Parse, at: int, captured: _Captured) -> _Ends:
        return ((at + 1, captured),) if at < len(parse.words) and parse.words[at] in words else ()

    return step


def _capture(category: str) -> _Step:
    def step(parse: _Parse, at: int, captured: _Captured) -> _Ends:
        return [(end, (*captured, (value, name))) for end, value, name in parse.category(category, at)]

    return step


def _look(words: frozenset[str], *, wanted_there: bool) -> _Step:
    def step(parse: _Parse, at: int, captured: _Captured) -> _Ends:
        word = parse.words[at] if at < len(parse.words) else _NOWHERE
        return ((at, captured),) if (word in words) == wanted_there else ()

    return step


def _maybe(inner: _Step, captures: int) -> _Step:
    absent: _Captured = ((None, ""),) * captures

    def step(parse: _Parse, at: int, captured: _Captured) -> _Ends:
        return [*inner(parse, at, captured), (at, captured + absent)]

    return step


def _any_of(steps: Sequence[_Step]) -> _Step:
    def step(parse: _Parse, at: int, captured: _Captured) -> _Ends:
        return [each for inner in steps for each in inner(parse, at, captured)]

    return step


def _all_of(steps: Sequence[_Step]) -> _Step:
    if len(steps) == 1:
        return steps[0]

    def step(parse: _Parse, at: int, captured: _Captured) -> _Ends:
        ends: list[tuple[int, _Captured]] = [(at, captured)]
        for inner in steps:
            ends = [each for end, so_far in ends for each in inner(parse, end, so_far)]
            if not ends:
                break
        return ends

    return step


class _FirstWords:
    """Which words each category can begin with, and the proof that none begins with itself."""

    def __init__(self, grammar: Grammar, compiled: Mapping[str, Sequence[tuple[Rule, _Step, _First]]]) -> None:
        self._grammar = grammar
        self._compiled = compiled
        self._known: dict[str, frozenset[str]] = {}
        self._open: list[str] = []

    def of(self, first: _First) -> frozenset[str]:
        return frozenset(_key(w) for w in first.words).union(*(self.of_category(c) for c in first.categories))

    def of_category(self, name: str) -> frozenset[str]:
        if name in self._known:
            return self._known[name]
        if name in self._open:
            raise ValueError(f"category {name!r} begins with itself: {' > '.join([*self._open, name])}")
        self._open.append(name)
        words = {_key(word) for word in self._grammar.words.get(name, ())}
        if name in self._grammar.shapes:
            words |= {_FIGURES, _ORDINAL}
        for _, _, first in self._compiled.get(name, ()):
            words |= self.of(first)
        self._open.pop()
        self._known[name] = frozenset(words)
        return self._known[name]
