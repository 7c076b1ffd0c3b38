"""Names of people in a form that can be compared."""

import pytest

from watcher.matching.persons import family_of, is_named, name_key


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


@pytest.mark.parametrize(("name", "whole", "is_meant"), [
    ("Pillay", "Pillay, Sunil", True), ("Mr Pillay", "Sunil Pillay", True), ("Sunil", "Sunil Pillay", True),
    ("Cheong Li Wen", "Li Wen Cheong", True), ("Sunil Cheong", "Sunil Pillay", False), ("", "Sunil Pillay", False),
])  # fmt: skip
def test_a_person_can_be_called_by_part_of_the_name(name: str, whole: str, is_meant: bool) -> None:
    assert is_named(name, whole) is is_meant
