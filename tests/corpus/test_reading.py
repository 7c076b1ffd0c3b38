"""Reading against the corpus: the words of every message, and whether a person wrote it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tests.corpus.casefile import Case, _moment
from tests.corpus.oracle import person
from watcher.model import Message
from watcher.reading import read

CASES = sorted(path for folder in ("dev", "own") for path in (Path(__file__).parent / folder).glob("*.yaml"))
MAX_SIGNED = 12
"""Words of a closing and a name that a case file counts to the body, and reading to the signature."""


@cache
def everything() -> tuple[tuple[str, dict[str, Any], Message], ...]:
    found = []
    for case in map(Case, CASES):
        for raw in case.raw:
            when = _moment(raw["date"])
            message = read(case.mime(raw), account=case.name, ref=raw["id"], received=when, me=person(case))
            found.append((f"{case.name} {raw['id']}", raw, message))
    return tuple(found)


def says_the_same(body: str, message: Message) -> bool:
    """Whether the words are the body's, but for its closing and what it forwards."""
    wanted, words = " ".join(body.split()), " ".join(message.text.split())
    if not wanted.startswith(words):
        return False
    rest = wanted[len(words) :].split()
    if message.forwarded:
        return all(word in message.forwarded.split() + message.signature.split() for word in rest[-5:])
    return len(rest) <= MAX_SIGNED and set(rest) <= set(message.signature.split())


def test_the_words_are_those_the_author_wrote():
    wrong = [name for name, raw, message in everything() if not says_the_same(raw["body"], message)]
    assert len(wrong) <= 0.005 * len(everything()), wrong


def test_machines_are_told_from_persons():
    wrong = []
    for name, raw, message in everything():
        says = raw.get("says") or {}
        if raw.get("app") and bool(says.get("auto")) != (message.envelope.automatic is not None):
            wrong.append(name)
    assert len(wrong) <= 0.005 * len(everything()), wrong


def test_every_invite_is_read_with_its_times():
    for name, raw, message in everything():
        expected = raw.get("invite")
        assert (message.invite is not None) == bool(expected), name
        if expected and message.invite:
            times = _moment(expected["start"]), _moment(expected["end"])
            assert (message.invite.start, message.invite.end) == times, name


def test_nothing_of_the_corpus_is_lossy():
    assert not [name for name, _, message in everything() if message.lossy]
