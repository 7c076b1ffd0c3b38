"""Thanks to each host apart: a draft for each, in words of its own, and each with a life of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.builders import DANA, ME, OMAR, interview, moment, process
from tests.unit.drafting.scene import Scene, check_in, nothing
from tests.unit.places import quick_directory
from watcher.drafting.body import Writer, body
from watcher.drafting.stationery import Stationery, Tone
from watcher.model import Address, DraftState, Mark, MarkKind, Step, StepKind

LIN = Address("lin@acmerobotics.example", "Lin Wu")
HOSTS = (DANA, OMAR, LIN)
APART = replace(check_in("<1@test.example>", *HOSTS, kind=StepKind.THANK_YOU), apart=True)


@pytest.fixture
def scene() -> Iterator[Scene]:
    with quick_directory() as root:
        scene = Scene(Path(root))
        scene.step = APART
        yield scene


def readers(scene: Scene) -> list[str]:
    return sorted(
        line for content in scene.drafts().values() for line in content.decode().splitlines() if line[:3] == "To:"
    )


def test_each_gets_a_draft_that_stays(scene):
    assert scene.state_after_scan() is DraftState.CREATED
    before = scene.drafts()
    assert readers(scene) == sorted(f"To: {host.name} <{host.email}>" for host in HOSTS)
    assert scene.state_after_scan() is DraftState.EXISTS
    assert scene.drafts() == before


def test_one_that_is_edited_sent_or_deleted_leaves_the_others_alone(scene):
    scene.scan()
    first, second, third = scene.drafts()
    scene.edit(first)
    scene.delete(second)
    left = scene.drafts()[third]
    assert scene.state_after_scan() is DraftState.EXISTS
    assert scene.drafts()[third] == left
    assert len(scene.drafts()) == 2


def test_to_whom_i_wrote_no_more_is_called_for_and_the_others_stay(scene):
    scene.scan()
    gone = next(key for key, content in scene.drafts().items() if b"Dana Ruiz" in content)
    scene.delete(gone)
    scene.write()
    scene.step = replace(APART, to=(OMAR, LIN))
    assert scene.state_after_scan() is DraftState.EXISTS
    assert len(scene.drafts()) == 2
    scene.step = replace(APART, to=(LIN,))
    scene.scan()
    assert readers(scene) == [f"To: {LIN.name} <{LIN.email}>"]
    scene.step = nothing()
    scene.scan()
    assert scene.drafts() == {}


def letters(tone: Tone, *notes: str) -> list[str]:
    marks = tuple(Mark(MarkKind.NOTE, "<1@test.example>", moment("2026-03-16 12:00"), note) for note in notes)
    application = process(interviews=(interview("2026-03-16 09:00", HOSTS),), marks=marks)
    now = moment("2026-03-16 18:00")
    steps = [Step(StepKind.THANK_YOU, now.date(), (host,), "because", f"a {host.email}", apart=True) for host in HOSTS]
    return [body(application, step, step.to, Writer(ME, Stationery(tone)), now).text for step in steps]


@pytest.mark.parametrize("tone", Tone)
def test_each_is_thanked_in_other_words_and_alone(tone):
    written = [letter.split("\n\n")[1:-1] for letter in letters(tone)]
    assert all(len({letter[part] for letter in written}) == 3 for part in range(2))
    assert not any(name in " ".join(letter) for letter in written for name in ("Omar", "Lin", "both", " all"))


def test_what_i_noted_is_told_to_one_of_them():
    assert [("the choir" in letter) for letter in letters(Tone.PLAIN, "the choir")] == [True, False, False]
    assert [("choir" in letter) for letter in letters(Tone.PLAIN, "the choir that Lin leads")] == [False, False, True]
