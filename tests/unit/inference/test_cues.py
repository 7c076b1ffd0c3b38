"""Cues are found wherever they stand, and expressions hold the plain texts that are read off them."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.lessons import lessons
from watcher.inference.cues import Cues
from watcher.inference.en.promises.clauses import CUES
from watcher.inference.heard import plain
from watcher.inference.literals import literals

few_letters = st.text("abc d\n", max_size=8)


@given(st.lists(few_letters.filter(bool)), st.text("abc d\n", max_size=60))
def test_cues_are_those_that_stand_in_the_text(cues: list[str], text: str) -> None:
    found = Cues((cue, number) for number, cue in enumerate(cues)).inside(text)
    assert sorted(found) == sorted((cue, number) for number, cue in enumerate(cues) if cue in text)


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("decisions?", {"decision"}),
        (r"\b(?:decid(?:e|ing)|meets?)\b", {"decid", "meet"}),
        ("ab+cdef", {"cdef"}),
        ("(?:once )?(?:twice |never )*done", {"done"}),
        ("(?<!not )seen(?! yet)", {"seen"}),
        (r"(?P<who>\w+) (?:is|was) away(?=[.,])", {" away"}),
        (r"hello\.world[!?]{2}", {"hello.world"}),
        ("x{0,3}yes", {"yes"}),
        ("(?:what|ever)|x", set()),
        ("(?i:Case)", set()),
        (r"\w+", set()),
    ],
)
def test_what_an_expression_cannot_match_without(pattern: str, texts: set[str]) -> None:
    assert literals(pattern) == texts


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_every_cue_of_a_promise_holds_one_of_its_literals(cue) -> None:
    needed = literals(cue.pattern.pattern)
    assert needed
    for text in _texts():
        for match in cue.pattern.finditer(text):
            assert any(literal in match.group() for literal in needed), match.group()


@cache
def _texts() -> list[str]:
    times = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri)day|next week|tomorrow)\b")
    return [times.sub("§", plain(lesson.message.text)) for lesson in lessons() if "dates" in lesson.source]
