"""Templates: what they may do, and where it is said that one does more."""

from __future__ import annotations

import contextlib
import time

import pytest

from watcher.drafting.template import BadTemplate, read_letters

NAMES = ("matter", "talk", "many")


def problems(source: str) -> list[str]:
    with pytest.raises(BadTemplate) as raised:
        read_letters(source, "check_in.j2", NAMES)
    return [str(problem) for problem in raised.value.problems]


def test_letters_stand_between_lines_of_dashes_and_paragraphs_between_empty_lines():
    letters = read_letters("\nOne about\n{{ matter }}.\n\nTwo.\n\n---\n\n\nThree.\n---\n", "a.j2", NAMES)
    assert len(letters) == 2
    assert letters.written(0, {"matter": "it"}) == ("One about it.", "Two.")
    assert letters.written(1, {}) == ("Three.",)
    assert letters.starts == (2, 10)


def test_a_line_of_tags_is_none_and_the_end_of_a_line_is_a_space():
    source = "{% if talk %}\nA.\n{% else %}\nB.\n{% endif %}\nC. {% if many > 1 %}D.{% endif %}\nE."
    letters = read_letters(source, "a.j2", NAMES)
    assert letters.written(0, {"talk": "", "many": 2}) == ("B. C. D. E.",)
    assert letters.written(0, {"talk": "x", "many": 1}) == ("A. C. E.",)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Hello.\n\n{% for x in talk %}{{ x }}{% endfor %}", "check_in.j2: line 3: a letter cannot loop"),
        ("{% if talk %}\nHello.", "check_in.j2: line 2: not a template: Unexpected end of template."),
        ("Hello.\n---\nAbout {{ mater }}.", "line 3: unknown name 'mater', did you mean 'matter'?"),
        ("{{ wages }}", "line 1: unknown name 'wages', there are: many, matter, talk"),
        ("{{ matter|shout }}", "line 1: unknown filter 'shout'; there are: capitalize, lower, trim, upper"),
        ("{{ matter.__class__ }}", "line 1: a fact has no parts, so no dot can follow it"),
        ("{{ matter['x'] }}", "line 1: a fact has no parts, so no bracket can follow it"),
        ("{{ range(9) }}", "line 1: a letter cannot call anything"),
        ("{{ 'x' * 9999999999 }}", "line 1: a letter cannot use mul: it chooses, names and joins"),
        ("{{ 9 ** 9 ** 9 }}", "line 1: a letter cannot use pow"),
        ("{% include '/etc/passwd' %}", "line 1: a letter cannot read other files"),
        ("{% extends 'x' %}", "line 1: a letter cannot read other files"),
        ("{% import 'x' as y %}", "line 1: a letter cannot read other files"),
        ("{% macro a() %}{{ a() }}{% endmacro %}", "line 1: a letter cannot use macro"),
        ("{% set talk = 'x' %}", "line 1: a letter cannot use assign"),
        ("", "check_in.j2: there is no letter in it"),
        ("---\n\n---", "check_in.j2: there is no letter in it"),
        ("x" * 20_001, "check_in.j2: it has 20,001 characters; a template has at most 20,000"),
        ("{{ " + "(" * 9000 + "many" + ")" * 9000 + " }}", "line 1: not a template"),
    ],
)
def test_what_a_letter_may_not_do_is_told_with_its_line(source, said):
    assert any(said in problem for problem in problems(source))


def test_all_that_is_wrong_is_told_at_once():
    assert len(problems("{{ a1 }}\n{{ b2 }}\n---\n{{ c3 }}\n---\n{% if %}")) == 4


def test_what_fails_on_a_value_is_told_with_its_line():
    letters = read_letters("Hello.\n\n---\n\nA.\n\n{% if talk > many %}B.{% endif %}", "check_in.j2", NAMES)
    with pytest.raises(BadTemplate, match=r"check_in.j2: line 7: it fails: '>' not supported"):
        letters.written(1, {"talk": "", "many": 2})


def test_what_grows_beyond_measure_is_refused():
    letters = read_letters("{{ talk }}" * 1000, "a.j2", NAMES)
    with pytest.raises(BadTemplate, match="it comes to 20,001 characters"):
        letters.written(0, {"talk": "x" * 20})


@pytest.mark.parametrize(
    "source",
    [
        "{% if many %}" * 90 + "x" + "{% endif %}" * 90,
        "{{ matter" + " ~ matter" * 1900 + " }}",
        "{{ " + "not " * 4000 + "many }}",
        "{% if many %}a{% else %}" * 400,
        "\n---\n".join(["{{ matter }}"] * 1000),
    ],
)
def test_the_worst_template_takes_no_time(source):
    started = time.process_time()
    with contextlib.suppress(BadTemplate):
        read_letters(source, "a.j2", NAMES).written(0, {"many": 1, "matter": "it"})
    assert time.process_time() - started < 5


def test_a_value_is_never_a_template():
    letters = read_letters("{{ matter }}.", "a.j2", NAMES)
    assert letters.written(0, {"matter": "{{ 7 * 7 }}{% raw %}"}) == ("{{ 7 * 7 }}{% raw %}.",)
