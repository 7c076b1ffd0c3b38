"""What a mailbox is searched for that cannot be read whole."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.unit.builders import DANA, ME, mail, says
from watcher import inference
from watcher.inference.en.search import SEARCH
from watcher.model import Address, Kind
from watcher.reading.systems import SENDERS, system_of
from watcher.sought import sought
from watcher.store import open_store

NOW = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)


def test_words_are_plain_and_stand_once() -> None:
    assert len(set(SEARCH)) == len(SEARCH)
    assert all(word == word.lower() and word.replace(" ", "").isalnum() for word in SEARCH)
    assert SEARCH == inference.SEARCH


def test_senders_are_systems_of_applications_and_none_is_a_board_that_writes_to_everybody() -> None:
    assert {"greenhouse.io", "myworkday", "calendly.com", "mailer-daemon"} <= set(SENDERS)
    assert system_of("linkedin.com")
    assert not {"linkedin", "indeed", "linkedin.com"} & set(SENDERS)


@pytest.mark.parametrize(
    ("sender", "named"),
    [(DANA, ["acmerobotics.example"]), (Address("dana.ruiz@gmail.com", "Dana Ruiz"), ["dana.ruiz@gmail.com"])],
)
def test_the_people_of_what_was_found_are_sought_by_their_domain_or_where_everybody_is_by_address(
    tmp_path: Path, sender: Address, named: list[str]
) -> None:
    with open_store(tmp_path / "state.db") as store:
        wanted = sought("home", store, ME, NOW)
        assert list(wanted.people()) == []
        entry = mail(1, "2026-03-02 10:00", sender, says(Kind.HIRING), says(Kind.ASKS_ME))
        store.keep_page("home", [entry], [], "cursor", 1)
        assert list(wanted.people()) == named
        assert list(wanted.known()) == ["1"]
