"""Inference is bounded: any text, in time that does not grow faster than the text, and nothing is raised."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.builders import DANA, ME, mail
from watcher.inference import infer
from watcher.model import Message, Statement
from watcher.text import MAX_WORDS


def read(text: str, subject: str = "Backend Engineer") -> tuple[Statement, ...]:
    return infer(Message(mail(1, "2026-03-02 10:00", DANA, subject=subject).envelope, text), ME)


HARD = [
    "1",
    "9 ",
    " ",
    "March March ",
    "by Friday ",
    "the 20th, ",
    "a\n",
    "you'll hear ",
    "?",
    "(",
    "3/4/",
    "-- ",
    "we will ",
]


@pytest.mark.parametrize("unit", HARD, ids=repr)
def test_a_megabyte_of_anything_is_read_in_seconds(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit)))[:1_000_000]

    start = time.process_time()
    read(text)

    assert time.process_time() - start < 5


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("abc 0123456789/.,:;-?!'\n\"()@&"),
        max_size=400,
    )
    | st.lists(
        st.sampled_from(
            "we will let you know by Friday the 20th next week interview Tuesday at 3 pm not after March role decision "
            "please send me your CV Acme Robotics panel no longer unfortunately on hold until 9 31/02/2026 29 February".split()
        ),
        max_size=40,
    ).map(" ".join)
)
def test_nothing_is_raised_and_every_statement_holds_its_words(text: str) -> None:
    for statement in read(text, subject=text[:60].replace("\n", " ")):
        assert len(statement.words) <= MAX_WORDS
        assert statement.rule
        if statement.window and statement.window.earliest:
            assert statement.window.earliest <= statement.window.latest
        if statement.start and statement.end:
            assert statement.start <= statement.end
