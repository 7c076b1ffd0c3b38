"""How they lean, as a whole mail tells it: no refusal, no date, and never of my own words or of a machine's."""

from __future__ import annotations

import pytest

from tests.unit.inference.hearing import kinds, said
from watcher.inference.en import LANGUAGE
from watcher.model import Kind

TOWARDS = [
    "The team is very interested but needs a bit more time.",
    "No decision yet, but the client is still really keen on you and only needs a little longer.",
    "Between us you are the front-runner, the board just does not meet before May.",
]
AWAY = [
    "We encourage you to continue looking at other opportunities.",
    "I cannot say when this will move. In the meantime, please do keep interviewing elsewhere.",
    "I'd hate for you to lose out: if another offer comes along, take it.",
]
NEITHER = [
    "It was a pleasure to meet you, the team enjoyed the conversation.",
    "We are very interested in your profile and would like to invite you to a first call.",
    "Are you looking at other opportunities at the moment?",
]
LEANINGS = {Kind.LEANS_TOWARDS, Kind.LEANS_AWAY}
NO_ANSWER = {Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.DECIDES_BY}


@pytest.mark.parametrize(
    ("text", "kind"), [*((t, Kind.LEANS_TOWARDS) for t in TOWARDS), *((t, Kind.LEANS_AWAY) for t in AWAY)]
)
def test_a_lean_is_read_with_its_words_and_is_no_answer(text: str, kind: Kind) -> None:
    found = said(text, answers=True, language=LANGUAGE)
    assert kinds(found) & LEANINGS == {kind}
    assert all(s.words in text for s in found if s.kind is kind)
    assert not kinds(found) & NO_ANSWER


@pytest.mark.parametrize("text", NEITHER)
def test_what_only_sounds_like_one_leans_nowhere(text: str) -> None:
    assert not kinds(said(text)) & LEANINGS


@pytest.mark.parametrize("text", [*TOWARDS, *AWAY])
@pytest.mark.parametrize("side", [{"mine": True}, {"machine": True}])
def test_only_a_person_of_theirs_leans(text: str, side: dict[str, bool]) -> None:
    assert not kinds(said(text, **side)) & LEANINGS


def test_a_no_that_is_said_stands_beside_a_lean() -> None:
    text = "We have decided to move forward with other candidates. We encourage you to continue looking elsewhere."
    assert Kind.REJECTED in kinds(said(text, language=LANGUAGE))
