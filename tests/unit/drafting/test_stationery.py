"""Built-in letters are letters whatever is known; the user's own take their place where they are letters too."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from watcher.drafting.check import faults, words_in
from watcher.drafting.facts import NAMES, Facts
from watcher.drafting.stationery import ASKS, Stationery, Tone, _built_in, _rehearsals, read_stationery, write

FULL = list(_rehearsals())[1]
PAY_OR_COMPLAINT = (
    "salary", "compensation", "holiday", "vacation", "still waiting", "heard nothing", "not heard", "no reply",
    "unfortunately", "disappoint", "frustrat", "ignored",
)  # fmt: skip


def own(tmp_path: Path, **letters: str) -> Stationery:
    for name, source in letters.items():
        (tmp_path / f"{name}.j2").write_text(source, encoding="utf-8")
    return read_stationery(Tone.PLAIN, tmp_path)


# -- the built-in ones ------------------------------------------------------------------------------
@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("name", ASKS)
def test_every_built_in_letter_stands_with_all_facts_with_none_and_with_each(tone, name):
    for facts in _rehearsals():
        for choice in range(len(_built_in(tone, name))):
            written = write(Stationery(tone), name, facts, choice)
            assert not written.without_topic
            assert list(faults(written.paragraphs, asks=ASKS[name])) == []


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("name", ASKS)
def test_letters_of_one_kind_differ_and_none_speaks_of_pay_or_complains(tone, name):
    count = len(_built_in(tone, name))
    letters = [" ".join(write(Stationery(tone), name, Facts(), choice).paragraphs) for choice in range(count)]
    assert len(set(letters)) == count >= (4 if name == "thank_you" else 3 if name in ("check_in", "status") else 2)
    assert not [word for letter in letters for word in PAY_OR_COMPLAINT if word in letter.lower()]


def test_a_nudge_to_a_recruiter_is_two_sentences():
    for tone in Tone:
        for choice in range(3):
            (paragraph,) = write(Stationery(tone), "status", FULL.__class__(matter="the role"), choice).paragraphs
            assert paragraph.count(".") + paragraph.count("?") == 2


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("name", ["check_in", "check_in_after_date"])
def test_after_an_interview_that_went_badly_the_offer_leads(tone, name):
    facts = Facts(badly=True, on=" on Tuesday", talk="our conversation on Tuesday the 10th")
    for choice in range(3):
        paragraph = write(Stationery(tone), name, facts, choice).paragraphs[0]
        first = paragraph.partition(".")[0]
        assert paragraph.count("Tuesday") <= 1
        assert not any(word in paragraph for word in ("enjoyed", "than I"))
        assert any(word in first for word in ("send", "show", "add", "picture"))


# -- the user's -------------------------------------------------------------------------------------
GOOD = "I am asking about {{ matter }}.\n\nIs there any news?"


def test_a_letter_of_the_users_takes_the_place_of_the_built_in_one(tmp_path):
    stationery = own(tmp_path, check_in=GOOD)
    assert stationery.problems == ()
    assert write(stationery, "check_in", Facts(), 7).paragraphs == ("I am asking about the role.", "Is there any news?")
    assert write(stationery, "status", Facts(), 0) == write(Stationery(), "status", Facts(), 0)


def test_the_sentences_that_letters_are_made_of_can_be_the_users_too(tmp_path):
    stationery = own(tmp_path, offer="My references wait for your call.")
    assert "My references wait for your call." in " ".join(write(stationery, "check_in", Facts(), 0).paragraphs)


@pytest.mark.parametrize(
    ("name", "source", "line", "said"),
    [
        ("check_in", "A.\n\nIs {{ mater }} open?", 3, "unknown name 'mater', did you mean 'matter'?"),
        ("check_in", "A.\n\n{% for x in matter %}?{% endfor %}", 3, "a letter cannot loop"),
        ("check_in", GOOD + "\n---\nA.\n\nB.", 5, "it asks nothing; this letter asks one question"),
        ("check_in", GOOD + " Is it open?", 1, "it asks 2 questions; a letter asks one"),
        ("check_in", GOOD + "\n\nPlease.", 1, "it has 3 paragraphs"),
        ("check_in", "Dear [Name]. " + GOOD, 1, "it has '[' in it, which looks like something to be filled in"),
        ("check_in", "As {{ news }}, I write.\n\nIs it open?", 1, "it has a gap at"),
        ("check_in", "I write.\n\nIs it open?\n" + "Very much so. " * 40, 1, "it has 125 words; a letter has at most 120"),
        ("check_in", "I write.\n\n{% if nudges > talk %}Is it?{% endif %}", 3, "it fails: '>' not supported"),
        ("check_in", "no capital.\n\nIs it open?", 1, "does not begin with a capital"),
        ("thank_you", "Thanks.\n\nIs it open?\n{% if badly %}Is it?{% endif %}", 1, "it asks 2 questions"),
        ("aside", "{{ offer }}", 1, "unknown name 'offer'"),
    ],
)  # fmt: skip
def test_one_that_is_no_letter_is_told_with_file_and_line_and_not_used(tmp_path, name, source, line, said):
    stationery = own(tmp_path, **{name: source})
    assert stationery.own == {}
    told = [str(problem) for problem in stationery.problems]
    assert any(one.startswith(f"{tmp_path / name}.j2: line {line}: ") and said in one for one in told), told
    assert write(stationery, "check_in", Facts(), 3) == write(Stationery(), "check_in", Facts(), 3)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("chekin.j2", b"x", "there is no letter of this name, did you mean check_in.j2?"),
        ("zzz.j2", b"x", "there is no letter of this name, there are: thank_you,"),
        ("check_in.j2", b"\xff\xfe\x00", "it cannot be read: not UTF-8 text"),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    (problem,) = read_stationery(Tone.WARM, tmp_path).problems
    assert str(problem).startswith(f"{tmp_path / name}: {said}")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "check_in.j2")
    (problem,) = read_stationery(Tone.WARM, tmp_path).problems
    assert str(problem) == f"{tmp_path / 'check_in.j2'}: it is not a file"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    (problem,) = read_stationery(Tone.WARM, tmp_path / "nowhere").problems
    assert str(problem) == f"{tmp_path / 'nowhere'}: No such file or directory"


def test_what_fails_first_on_a_real_fact_falls_back_and_is_told(tmp_path):
    stationery = own(tmp_path, check_in="{{ matter }}{{ topic }}{{ topic }}{{ topic }} " * 3 + "I ask.\n\nIs it open?")
    stationery = replace(
        stationery, own=own(tmp_path, check_in=GOOD.replace("{{ matter }}", "{{ topic or matter }}")).own
    )
    facts = Facts(topic="the move " * 120)
    written = write(stationery, "check_in", facts, 0)
    assert "it has" in written.problem.said
    assert written.without_topic
    assert words_in(written.paragraphs) <= 120


# -- what is told of them ---------------------------------------------------------------------------
def test_the_page_on_letters_names_every_letter_and_every_fact():
    page = (Path(__file__).parents[3] / "docs" / "letters.md").read_text(encoding="utf-8")
    assert [name for name in (*ASKS, "lead", "aside", "offer") if f"`{name}.j2`" not in page] == []
    assert [name for name in NAMES if f"`{name}`" not in page] == []


def test_the_example_on_the_page_is_a_template(tmp_path):
    page = (Path(__file__).parents[3] / "docs" / "letters.md").read_text(encoding="utf-8")
    block = [line[4:] for line in page.splitlines() if line.startswith("    ") or not line]
    source = "\n".join(block).strip()
    assert own(tmp_path, check_in=source).problems == ()
    assert write(own(tmp_path, check_in=source), "check_in", Facts(), 0).problem is None
