"""Names of people in a form that can be compared."""

import pytest

from watcher.matching.persons import family_of, name_key


@pytest.mark.parametrize(
    "name",
    ["Dana Ruiz", "Ruiz, Dana", "Dr. Dana M. Ruiz", "DANA RUIZ, PHR", "Dana Ruiz (via iCIMS)", "Dana Ruiz MD", "dana ruiz | Acme"],
)  # fmt: skip
def test_a_person_has_one_name_however_it_is_written(name: str) -> None:
    assert name_key(name) == "dana ruiz"
    assert family_of(name) == "ruiz"


def test_one_word_is_a_first_name() -> None:
    assert (name_key("Dana"), family_of("Dana")) == ("dana", "")


def test_nothing_is_nobodys_name() -> None:
    assert (name_key(""), family_of("")) == ("", "")
