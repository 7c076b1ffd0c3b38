"""Which processes may be none, or not all of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.builders import DANA, ME, MINE, OMAR, ZONE, mail, moment, process, says
from watcher.cadence import next_step, policy
from watcher.calendar import calendar_for
from watcher.matching import doubts
from watcher.matching.forest import Forest
from watcher.matching.linkage import by_rules, likeliest
from watcher.model import Address, Application, Automatic, Entry, Kind, Mark, MarkKind, Side, StepKind, Thread

UNLIKE = says(Kind.UNLIKE_HIRING)
NOW = moment("2026-03-12 09:00")
LORNE = Address("lorne@search.example", "Lorne Bell")
ONE_PERSON = Forest(("addresses",), [((0, 0.5, 1, 2), -5.0, 2.0)])
"""What learned that who writes in two processes writes in one."""


def of(name: str, *entries: Entry, marks: tuple[Mark, ...] = ()) -> Application:
    return process(id=name, company=name.title(), threads=(Thread(name, "Subject", entries),), marks=marks)


def mark(kind: MarkKind) -> Mark:
    return Mark(kind, "<1@test.example>", NOW)


def doubted(*found: Application) -> list[str]:
    return [one.doubt for one in doubts.told(found, ME, frozenset(), by_rules)]


def test_what_reads_like_hiring_once_is_in_no_doubt() -> None:
    assert doubted(of("acme", mail(1, "2026-03-02 10:00"), mail(2, "2026-03-03 10:00", DANA, UNLIKE))) == [""]


def test_where_nothing_of_theirs_does_it_may_be_none() -> None:
    mine = mail(2, "2026-03-03 10:00", MINE, says(Kind.THANKS))
    (why,) = doubted(of("acme", mail(1, "2026-03-02 10:00", DANA, UNLIKE), mine))

    assert why.startswith("nothing they wrote clearly speaks of hiring")
    assert "`watcher track acme`" in why
    assert "`watcher forget acme`" in why


def test_that_somebody_is_away_tells_nothing_of_the_matter() -> None:
    away = mail(2, "2026-03-03 10:00", DANA, side=Side.MACHINE, automatic=Automatic.AWAY)

    assert doubted(of("acme", mail(1, "2026-03-02 10:00", DANA, UNLIKE), away)) != [""]
    assert doubted(of("acme", away)) == [""]


@pytest.mark.parametrize("kind", [MarkKind.TRACK, MarkKind.NOTE, MarkKind.CONTACT, MarkKind.DECISION])
def test_what_i_tell_of_a_process_shows_that_it_is_mine(kind: MarkKind) -> None:
    assert doubted(of("acme", mail(1, "2026-03-02 10:00", DANA, UNLIKE), marks=(mark(kind),))) == [""]


@pytest.mark.parametrize("kind", [MarkKind.SNOOZE, MarkKind.MUTE, MarkKind.CLOSE])
def test_that_i_want_to_be_left_alone_does_not(kind: MarkKind) -> None:
    assert doubted(of("acme", mail(1, "2026-03-02 10:00", DANA, UNLIKE), marks=(mark(kind),))) != [""]


def near(*found: Application) -> list[str]:
    return [one.doubt for one in doubts.told(found, ME, frozenset(), likeliest(ONE_PERSON))]


def test_two_that_were_learned_to_be_one_are_both_in_doubt() -> None:
    one, two = of("acme", mail(1, "2026-03-02 10:00")), of("bolt", mail(2, "2026-03-09 10:00"))
    other = of("corvid", mail(3, "2026-03-09 10:00", LORNE, subject="Tester"))

    first, second, third = near(one, two, other)

    assert first.startswith("it may be one process with Bolt; `watcher merge acme bolt` if it is")
    assert second.startswith("it may be one process with Acme")
    assert third == ""


def test_they_are_two_once_i_said_so_of_either() -> None:
    one = of("acme", mail(1, "2026-03-02 10:00"), marks=(mark(MarkKind.SPLIT),))
    two = of("bolt", mail(2, "2026-03-09 10:00"))

    assert near(one, two) == ["", ""]


def test_a_step_in_a_process_in_doubt_is_due_as_ever_but_not_written() -> None:
    sure = process()
    usual, held = (
        next_step(one, policy("balanced"), calendar_for("US"), NOW, ZONE)
        for one in (sure, replace(sure, doubt="it may be none"))
    )

    assert usual.kind is StepKind.CHECK_IN
    assert usual.is_draft
    assert (held.kind, held.due, held.to, held.why) == (usual.kind, usual.due, usual.to, usual.why)
    assert held.held == "it may be none"
    assert not held.is_draft


def test_a_step_that_is_no_draft_is_not_held() -> None:
    doubtful = process(my_turn=True, doubt="it may be none")

    assert next_step(doubtful, policy("balanced"), calendar_for("US"), NOW, ZONE).held == ""


def test_strangers_are_near_nobody() -> None:
    one, two = of("acme", mail(1, "2026-03-02 10:00")), of("bolt", mail(2, "2026-03-09 10:00", OMAR, subject="Tester"))

    assert near(one, two) == ["", ""]
