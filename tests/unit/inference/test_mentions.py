"""Whom a mail speaks of."""

import pytest

from tests.unit.inference.hearing import said
from watcher.model import Automatic, Kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dwayne left your papers with Ana-Lucia and me.", "Dwayne Ana-Lucia"),
        ("I look after Darren's candidates, says Mrs Vane.", "Darren Mrs Vane"),
        ("Dear Alex, this is Sam Lee. But then, why?", ""),
        ("HR asked IT for it.", ""),
        ("gwen will say so too", "gwen will"),
        ("write to Bo@northgate.example", ""),
    ],
)
def test_names_are_words_with_a_capital_but_for_those_of_writer_and_reader(text: str, names: str) -> None:
    found = [s.text for s in said(text) if s.kind is Kind.MENTIONS]
    assert " ".join(found) == names


def test_machines_speak_of_nobody() -> None:
    assert Kind.MENTIONS not in {s.kind for s in said("Ask for Fay.", machine=True, automatic=Automatic.NOTICE)}


def test_what_they_pass_on_speaks_for_them() -> None:
    passed_on = "As received.\n\n---------- Forwarded message ---------\nFrom: Cheryl Ong <co@tanjong.example>\n\nTanjong Freight chose another."
    (found,) = [s.text for s in said(passed_on) if s.kind is Kind.MENTIONS]
    assert "Tanjong" in found.split()
