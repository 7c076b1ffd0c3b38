"""A call that I told of counts as a follow-up, so that the next one waits for it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.unit.builders import DANA, ME, MINE, Entry, Kind, mail, moment, says
from watcher.cadence import Cadences, policy
from watcher.calendar import calendar_for
from watcher.model import Application, Mark, MarkKind, Step, StepKind
from watcher.scan import Circumstances, processes
from watcher.store import open_store

FIRST = mail(1, "2026-03-02 10:00", DANA, says(Kind.HIRING), says(Kind.NAMES_COMPANY, text="Acme Robotics"))
MY_ANSWER = mail(2, "2026-03-02 15:00", MINE, in_reply_to="<1@test.example>")


def seen(
    tmp_path: Path, now: str, *calls: str, entries: tuple[Entry, ...] = (FIRST, MY_ANSWER)
) -> tuple[Application, Step]:
    """The only process at a moment, calls being told of at those before it."""
    with open_store(tmp_path / "state.db") as store:
        store.keep_page("home", list(entries), [], b"1", 1)
        for at in calls:
            store.keep_mark("home", Mark(MarkKind.CALLED, "<2@test.example>", moment(at).astimezone(dt.UTC)))
        around = Circumstances(ME, Cadences(policy("balanced")), calendar_for("US"), moment(now), dt.timedelta(days=90))
        (process,) = processes("home", store, around)
    return process.application, process.step


def test_without_a_call_the_first_check_in_is_next(tmp_path: Path) -> None:
    application, step = seen(tmp_path, "2026-03-20 09:00")
    assert (application.follow_ups, step.kind) == ((), StepKind.CHECK_IN)


def test_after_a_call_the_next_one_waits_from_it(tmp_path: Path) -> None:
    application, step = seen(tmp_path, "2026-03-20 09:00", "2026-03-12 10:00")
    (call,) = application.follow_ups
    assert call.called
    assert call.at == moment("2026-03-12 10:00")
    assert step.due == dt.date(2026, 3, 19)
    assert step.anchor.startswith("<2@test.example>")


def test_a_call_to_come_does_not_count_yet(tmp_path: Path) -> None:
    assert seen(tmp_path, "2026-03-11 09:00", "2026-03-12 10:00")[0].follow_ups == ()


def test_two_calls_on_a_day_are_one_and_two_days_are_two(tmp_path: Path) -> None:
    told = ("2026-03-12 10:00", "2026-03-12 10:05", "2026-03-13 10:00")
    application, step = seen(tmp_path, "2026-03-20 09:00", *told)
    assert len(application.follow_ups) == 2
    assert step.kind is StepKind.MOVE_ON


def test_what_they_write_after_a_call_answers_it(tmp_path: Path) -> None:
    answer = mail(3, "2026-03-13 10:00", DANA, in_reply_to="<2@test.example>")
    application, _ = seen(tmp_path, "2026-03-20 09:00", "2026-03-12 10:00", entries=(FIRST, MY_ANSWER, answer))
    assert application.follow_ups == ()


def test_letters_and_calls_stand_in_order_of_time(tmp_path: Path) -> None:
    nudge = mail(3, "2026-03-16 10:00", MINE, says(Kind.NUDGES), in_reply_to="<1@test.example>")
    application, _ = seen(tmp_path, "2026-03-20 09:00", "2026-03-12 10:00", entries=(FIRST, MY_ANSWER, nudge))
    assert [reply.called for reply in application.follow_ups] == [True, False]
