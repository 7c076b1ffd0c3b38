"""What would be due when, if they stay silent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.builders import DANA, OMAR, ZONE, decision, interview, moment, process
from tests.unit.cadence.situations import LEE, US, nudged
from watcher.cadence import outlook, policy
from watcher.model import Kind, Status

AHEAD = {"status": Status.SCHEDULED, "interviews": (interview("2026-03-10 09:00", (OMAR, LEE)),)}


def to_come(name: str, now: str, **values: Any) -> list[tuple[str, str | None]]:
    steps = outlook(process(**values), policy(name), US, moment(now), ZONE)
    return [(step.kind.value, step.due and step.due.isoformat()) for step in steps]


def test_each_is_done_on_its_day_until_it_is_time_to_move_on() -> None:
    assert to_come("balanced", "2026-03-04 09:00") == [
        ("check_in", "2026-03-09"),
        ("second_check_in", "2026-03-16"),
        ("move_on", "2026-03-23"),
    ]


def test_what_was_due_before_is_done_today_and_the_rest_is_counted_from_it() -> None:
    assert to_come("balanced", "2026-03-20 09:00")[:2] == [
        ("check_in", "2026-03-20"),
        ("second_check_in", "2026-03-27"),
    ]


def test_today_counts_only_where_the_cadence_does_not_exclude_it() -> None:
    """Saturday 21 March."""
    assert to_come("balanced", "2026-03-21 09:00")[0] == ("check_in", "2026-03-21")
    assert to_come("two-and-done", "2026-03-21 09:00")[0] == ("check_in", "2026-03-23")


@pytest.mark.parametrize("now", ["2026-03-09 15:00", "2026-03-10 08:00", "2026-03-10 09:30"])
def test_an_interview_ahead_is_attended_and_thanked_for(now: str) -> None:
    assert to_come("weekly", now, **AHEAD) == [
        ("attend", "2026-03-10"),
        ("thank_you", "2026-03-12"),
        ("check_in", "2026-03-19"),
        ("move_on", "2026-03-26"),
    ]


def test_a_date_they_named_before_an_interview_is_spent_by_it() -> None:
    assert to_come("two-and-done", "2026-03-04 09:00", **AHEAD, decision=decision("2026-03-06"))[1] == (
        "check_in",
        "2026-03-17",
    )
    assert to_come("two-and-done", "2026-03-04 09:00", **AHEAD, decision=decision("2026-03-20"))[1] == (
        "check_in",
        "2026-03-23",
    )


def test_a_call_is_made_and_then_counts() -> None:
    assert to_come("persistent", "2026-03-04 09:00")[:3] == [
        ("call", "2026-03-09"),
        ("check_in", "2026-03-23"),
        ("second_check_in", "2026-04-06"),
    ]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"my_turn": True}, "reply"),
        ({"outcome": Kind.OFFER}, "reply"),
        ({"status": Status.CLOSED, "outcome": Kind.REJECTED}, "none"),
        ({"contacts": ()}, "none"),
    ],
)
def test_where_nothing_can_be_told_it_is_one_step(values: dict[str, Any], kind: str) -> None:
    assert to_come("weekly", "2026-03-20 09:00", **values) == [(kind, None)]


def test_looking_ahead_changes_nothing() -> None:
    before = process(follow_ups=nudged("2026-03-09"))
    list(outlook(before, policy("weekly"), US, moment("2026-03-10 09:00"), ZONE))

    assert before == process(follow_ups=nudged("2026-03-09"))
    assert before.contacts[0].address == DANA
