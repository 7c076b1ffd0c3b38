"""What letters are written on: the built-in templates of a tone, and the user's own in their place.

A template of the user's is tried out before it is used, on every fact known and on none. One that fails is reported
with its file and line, and the built-in letter is written meanwhile; so no draft ever has a hole in it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from watcher.drafting.check import faults
from watcher.drafting.facts import NAMES, Facts
from watcher.drafting.template import MAX_SOURCE, BadTemplate, Letters, Problem, read_letters

__all__ = ["ASKS", "PLAIN", "Stationery", "Tone", "Written", "read_stationery", "write"]


class Tone(StrEnum):
    """How letters sound."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


ASKS: Mapping[str, bool] = {
    "thank_you": False,
    "check_in": True,
    "check_in_after_date": True,
    "second_check_in": True,
    "inquiry": True,
    "status": True,
    "gracious": False,
    "keep_in_touch": False,
}
"""The letters there are, and whether each asks a question."""
_SENTENCES = ("lead", "aside", "offer")
"""Templates of single sentences, which letters name as facts."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """A tone, and the user's own templates by name."""

    tone: Tone = Tone.PLAIN
    own: Mapping[str, Letters] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong with templates of the user's that are therefore not used."""


PLAIN = Stationery()


@dataclass(frozen=True, slots=True)
class Written:
    """A letter's paragraphs, each in one line."""

    paragraphs: tuple[str, ...]
    problem: Problem | None = None
    """Why a template of the user's was not used for it."""
    without_topic: bool = False
    """There was no room for the one specific thing, or not even for more."""


def read_stationery(tone: Tone = Tone.PLAIN, folder: Path | None = None) -> Stationery:
    """The stationery that the configuration names.

    Args:
        tone: Of the built-in letters.
        folder: Where the user's own templates are, `check_in.j2` and the like; None where there are none.
    """
    if folder is None:
        return Stationery(tone)
    own: dict[str, Letters] = {}
    problems: list[Problem] = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".j2")
    except OSError as error:
        return Stationery(tone, problems=(Problem(str(folder), 0, error.strerror or "it cannot be read"),))
    for path in paths:
        try:
            own[path.stem] = _own(path, tone)
        except BadTemplate as error:
            problems += error.problems
    return Stationery(tone, own, tuple(problems))


def write(stationery: Stationery, name: str, facts: Facts, choice: int) -> Written:
    """A letter, or a sentence of one.

    Args:
        stationery: The tone and the user's own templates.
        name: Which letter, one of `ASKS`.
        facts: What it may speak of.
        choice: Decides among the variants: another number gives, as far as there are several, another letter.
    """
    problem = None
    bare = replace(facts, topic="", remark="")
    for own, known in ((stationery.own, facts), ({}, facts), ({}, bare), ({}, Facts())):
        try:
            return Written(_filled(own, name, known, choice, stationery.tone), problem, known != facts)
        except BadTemplate as error:
            problem = problem or (error.problems[0] if own else None)
    raise AssertionError(f"the built-in letter {name} fails on no facts")  # tests see to it that none does


def _own(path: Path, tone: Tone) -> Letters:
    """A template of the user's, tried out.

    Raises:
        BadTemplate: there is no such letter, or it cannot be used
    """
    known = [*ASKS, *_SENTENCES]
    if path.stem not in known:
        near = difflib.get_close_matches(path.stem, known, 1)
        said = f"did you mean {near[0]}.j2?" if near else f"there are: {', '.join(known)}"
        raise BadTemplate([Problem(str(path), 0, f"there is no letter of this name, {said}")])
    if not path.is_file():  # one that waits for a writer would be waited for
        raise BadTemplate([Problem(str(path), 0, "it is not a file")])
    try:
        with path.open(encoding="utf-8") as file:
            source = file.read(MAX_SOURCE + 1)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise BadTemplate([Problem(str(path), 0, f"it cannot be read: {reason}")]) from error
    letters = read_letters(source, str(path), _names(path.stem))
    found: dict[Problem, None] = {}
    for facts in _rehearsals():
        for number in range(len(letters)):
            try:
                _filled({path.stem: letters}, path.stem, facts, number, tone)
            except BadTemplate as error:
                found.update(dict.fromkeys(error.problems))
    if found:
        raise BadTemplate(list(found))
    return letters


def _filled(own: Mapping[str, Letters], name: str, facts: Facts, choice: int, tone: Tone) -> tuple[str, ...]:
    """The paragraphs of a letter out of the user's template of that name, or the built-in one.

    Raises:
        BadTemplate: it fails, or what comes of it is no letter
    """
    letters = own.get(name) or _built_in(tone, name)
    number = choice % len(letters)
    if name not in _SENTENCES:
        lead, aside, offer = (" ".join(_filled(own, each, facts, choice, tone)) for each in _SENTENCES)
        facts = replace(facts, lead=lead, aside=aside, offer=offer)
    paragraphs = letters.written(number, facts.values())
    if name in _SENTENCES and len(paragraphs) < 2:
        wrong = faults(paragraphs, asks=False) if paragraphs else ()
    else:
        wrong = faults(paragraphs, asks=ASKS.get(name, False))
    if problems := [Problem(letters.path, letters.starts[number], said) for said in wrong]:
        raise BadTemplate(problems)
    return paragraphs


@cache
def _built_in(tone: Tone, name: str) -> Letters:
    path = files(__package__) / "templates" / tone.value / f"{name}.j2"
    return read_letters(path.read_text(encoding="utf-8"), f"{tone.value}/{name}.j2", _names(name))


def _names(name: str) -> frozenset[str]:
    """The facts that a template may name; the sentences among them are not made of one another."""
    return NAMES - frozenset(_SENTENCES) if name in _SENTENCES else NAMES


def _rehearsals() -> Iterator[Facts]:
    """Facts to try a template on: none known, all known, and each alone."""
    examples = {each.name: each.metadata["example"] for each in fields(Facts)}
    yield Facts()
    yield replace(Facts(), **examples)
    for name, example in examples.items():
        yield replace(Facts(), **{name: example})
