"""What `watcher show` tells of a process whose mail could not be read for sure."""

from __future__ import annotations

import datetime as dt
import io
from zoneinfo import ZoneInfo

from rich.console import Console

from tests.unit.builders import moment, process
from watcher.cli.timeline import timeline
from watcher.model import DraftState, Step, StepKind
from watcher.scan import Process


def shown(**values: str) -> str:
    nothing = Step(StepKind.NONE, None, (), "so it is")
    found = Process(process(**values), nothing, DraftState.NONE, moment("2026-03-16T09:00-05:00"))
    console = Console(width=200, file=io.StringIO())
    with console.capture() as printed:
        console.print(timeline(found, ZoneInfo("America/Chicago")))
    return printed.get()


def test_what_may_be_a_decision_is_told_with_its_words_and_what_to_do():
    told = shown(id="acme1", unread_outcome="We have been very lucky with our choice.")
    assert "Perhaps they decided: “We have been very lucky with our choice.” If so, `watcher close acme1`." in told
    assert "Perhaps they decided" not in shown()


def test_a_day_that_could_not_be_read_is_told_with_its_words():
    told = shown(unread_date="Once the swallows leave, you will know.")
    assert "A day for the answer that could not be read: “Once the swallows leave, you will know.”" in told


def test_a_day_that_may_be_that_of_the_answer_is_told_with_its_words():
    told = shown(unread_date="In peace till the 13th.", unread_until=dt.date(2026, 3, 13))
    assert "Perhaps an answer by" in told
    assert "“In peace till the 13th.”" in told
