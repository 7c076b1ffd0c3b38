"""What a shell is offered: nothing of it may mean more to a shell than a word."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.cli import complete

SPECIAL = set(string.punctuation) - set("@.+-_,&")


@pytest.mark.parametrize("value", ["`id`@x.example", "$HOME@x.example", "a b", "a;b", "x'y", 'x"y', "a\\b", "*", ""])
def test_a_value_that_a_shell_could_take_for_more_than_a_word_is_not_offered(value):
    assert complete._begun([(value, "")], "") == []


@given(st.text())
def test_what_a_value_stands_for_holds_no_sign_that_means_something_to_a_shell(what):
    ((_, shown),) = complete._begun([("6c7fe0", what)], "")
    assert not SPECIAL & set(shown)
    assert shown.isprintable()


def test_names_are_offered_as_people_read_them():
    assert complete._begun([("6c7fe0", "St Brannoc's & Sons, Müller")], "6C") == [
        ("6c7fe0", "St Brannoc’s & Sons, Müller")
    ]


def test_only_what_begins_so_is_offered():
    assert [value for value, _ in complete.fields("c")] == ["contact", "company"]
