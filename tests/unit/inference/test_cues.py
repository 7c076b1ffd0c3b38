"""Cues are found wherever they stand, and expressions hold the plain texts that are read off them."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.lessons import lessons
from watcher.inference.cues import Likely, Wanted, holds, known
from watcher.inference.en.acts import RULES
from watcher.inference.en.promises.clauses import CUES
from watcher.inference.heard import plain
from watcher.inference.literals import ALWAYS, needs

few_letters = st.text("abc d\n", max_size=8)


@given(st.lists(few_letters.filter(bool)), st.text("abc d\n", max_size=60))
def test_known_texts_are_found_wherever_they_stand(texts: list[str], text: str) -> None:
    known(((frozenset(texts),),))
    assert holds(text).intersection(texts) == {each for each in texts if each in text}


@given(
    st.lists(st.lists(st.frozensets(few_letters.filter(bool), min_size=1), max_size=3).map(tuple), min_size=1).map(
        tuple
    )
)
def test_items_are_likely_where_one_of_their_ways_is_open(needs) -> None:
    here = holds("a bc dab")
    open_way = any(all(texts & here for texts in way) for way in known(needs))
    assert Wanted(needs).met(here) == open_way
    assert Likely([(needs, "it")]).among(here) == ({"it"} if open_way else set())


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("decisions?", [["decision"]]),
        (r"\b(?:decid(?:e|ing)|meets?)\b", [["decid"], ["meet"]]),
        ("ab+cdef", [["cdef"]]),
        ("(?:once )?(?:twice |never )*done", [["done"]]),
        ("(?<!not )seen(?! yet)", [["seen"]]),
        (r"(?P<who>\w+) (?:is|was) away(?=[.,])", [[" away"]]),
        (r"(?:they|you) [a-z]+ decide", [[" decide", "you|they"]]),
        (r"hello\.world[!?]{2}", [["hello.world"]]),
        ("x{0,3}yes|no", [["yes"], ["no"]]),
        ("(?i:Case)’s own", [["'s own", "case"]]),
    ],
)
def test_what_an_expression_cannot_match_without(pattern: str, ways: list[list[str]]) -> None:
    assert [["|".join(sorted(texts, reverse=True)) for texts in way] for way in needs(pattern)] == ways


@pytest.mark.parametrize("pattern", [r"\w+", "(?:what|ever)|x", r"[a-z]\x41"])
def test_an_expression_that_can_match_anything_needs_nothing(pattern: str) -> None:
    assert needs(pattern) == ALWAYS


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_every_cue_of_a_promise_matches_where_its_needs_are_met(cue) -> None:
    assert needs(cue.pattern.pattern) != ALWAYS
    needed = Wanted(needs(cue.pattern.pattern))
    for text in _texts():
        for match in cue.pattern.finditer(text):
            assert needed.met(holds(match.group())), match.group()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_matches_where_the_whole_of_it_would(rule) -> None:
    for text in map(plain, rule.yes):
        found, whole = rule.ways.first(text, holds(text)), re.search(rule.ways.pattern, text)
        assert (found and found.span()) == (whole and whole.span()), text


@cache
def _texts() -> list[str]:
    times = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri)day|next week|tomorrow)\b")
    return [times.sub("§", plain(lesson.message.text)) for lesson in lessons() if "dates" in lesson.source]
