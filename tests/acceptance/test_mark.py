"""`watcher note`, `done` and `undo`."""

import pytest

from tests.acceptance.conftest import NOW
from watcher.store import open_store


@pytest.fixture
def scanned(quick, home):
    return quick("scan", "--config", home.config, "--now", NOW, "--json").data


def tell(quick, home, *words):
    return quick(*words, "--config", home.config, "--now", NOW)


def marks(quick, home):
    return tell(quick, home, "show", "Gannet", "--json").data["marks"]


@pytest.mark.usefixtures("scanned")
def test_what_is_told_is_shown_and_can_be_taken_back(quick, home):
    first = tell(quick, home, "note", "Gannet", "the reading scheme of your year four", "--went-badly")
    assert (first.status, first.out) == (0, "")
    assert "Gannet Bay School: noted (take it back: watcher undo 2)" in first.err
    tell(quick, home, "done", "Gannet")
    assert [(m["kind"], m["value"]) for m in marks(quick, home)] == [
        ("went_badly", ""),
        ("note", "the reading scheme of your year four"),
        ("called", ""),
    ]
    shown = " ".join(tell(quick, home, "show", "Gannet").out.split())
    assert "You told on Wednesday 18 November, noted: “the reading scheme of your year four” undo 2" in shown
    assert "the call is made" in tell(quick, home, "undo").err
    assert "it went badly" in tell(quick, home, "undo", "1").err
    assert [m["kind"] for m in marks(quick, home)] == ["note"]


@pytest.mark.usefixtures("scanned")
def test_it_can_be_told_while_a_scan_is_under_way(quick, home):
    with open_store(home.folder / "state" / "state.db"):
        assert tell(quick, home, "note", "Gannet", "your choir").status == 0
    assert [m["value"] for m in marks(quick, home)] == ["your choir"]


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x" * 100_000, "the note has 100,000 characters; at most 2,000 are kept"),
        ("the \x1b[31mred", "character 5 of the note is a control character"),
    ],
)
def test_words_that_no_letter_could_hold_are_refused(quick, home, words, said):
    refused = tell(quick, home, "note", "Gannet", words)
    assert refused.status == 2
    assert said in " ".join(refused.err.split())
    assert marks(quick, home) == []


@pytest.mark.usefixtures("scanned")
@pytest.mark.parametrize("words", [("undo",), ("undo", "7"), ("note", "Nobody", "x"), ("note", "Gannet")])
def test_what_cannot_be_is_said(quick, home, words):
    refused = tell(quick, home, *words)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err


def test_without_a_state_there_is_nothing_to_tell_of(quick, home):
    refused = tell(quick, home, "done", "Gannet")
    assert refused.status == 2
    assert "run `watcher scan` first" in refused.err
