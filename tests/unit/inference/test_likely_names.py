"""Names that read like that of the employer, though no rule says so."""

from __future__ import annotations

import pytest

from tests.unit.inference.hearing import said
from watcher.model import Confidence, Kind


def likely(text: str) -> set[str]:
    return {s.text for s in said(text) if s.kind is Kind.MAY_NAME_COMPANY}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thank you for your interest in Hallow Ridge.", "Hallow Ridge"),
        ("The owners of Kudi Valley have a place for you.", "Kudi Valley"),
    ],
)
def test_its_neighbours_tell_an_employers_name(text: str, name: str) -> None:
    assert name in likely(text)


@pytest.mark.parametrize(
    "text",
    [
        "See you on Thursday in Cork, says Fenella.",
        "Good Saturday to you from rainy Bilbao.",
        "Please bring your CV and the Python test.",
        "Alex, Sam Lee will ring you.",
    ],
)
def test_days_towns_and_people_are_no_employers(text: str) -> None:
    assert likely(text) == set()


def test_what_reads_like_a_name_is_told_beside_what_a_rule_is_sure_of() -> None:
    sure = said("It's Vantry Foods. The Kudipoint team says hello.")

    assert Confidence.SURE in {s.confidence for s in sure if s.kind is Kind.NAMES_COMPANY}
    assert "Vantry Foods" in {s.text for s in sure if s.kind is Kind.MAY_NAME_COMPANY}
