"""What processes need of me, and what became of a draft."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, OMAR, mail, moment, process
from watcher.agenda import Need, agenda, draft_of, need_of
from watcher.model import DraftState, Status, Step, StepKind, Thread
from watcher.scan import Process
from watcher.store import DraftRecord, Life

TODAY = dt.date(2026, 3, 10)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
NOW = moment("2026-03-10 09:00")


def standing(kind: StepKind, due: dt.date | None, draft: DraftState = DraftState.NONE, **values: object) -> Process:
    written = Thread("t", "Backend Engineer", (mail(1, values.pop("at", "2026-03-02 10:00")),))
    application = process(threads=(written,), **values)
    return Process(application, Step(kind, due, (), "why"), draft, NOW)


@pytest.mark.parametrize(
    ("kind", "due", "draft", "need"),
    [
        ("reply", None, "none", "my_turn"),
        ("reply", TODAY, "none", "my_turn"),
        ("reply", TOMORROW, "none", "waiting"),
        ("check_in", YESTERDAY, "exists", "due"),
        ("check_in", TODAY, "due", "due"),
        ("check_in", TODAY, "edited", "due"),
        ("check_in", TODAY, "sent", "waiting"),
        ("check_in", TODAY, "dismissed", "waiting"),
        ("check_in", TOMORROW, "none", "waiting"),
        ("call", TODAY, "none", "due"),
        ("move_on", TODAY, "none", "due"),
        ("attend", TODAY, "none", "scheduled"),
        ("none", None, "none", "waiting"),
    ],
)
def test_what_a_process_needs(kind, due, draft, need):
    assert need_of(standing(StepKind(kind), due, DraftState(draft)), TODAY) == need


def test_what_is_closed_needs_nothing_but_a_farewell_that_is_due():
    assert need_of(standing(StepKind.NONE, None, status=Status.CLOSED), TODAY) is Need.CLOSED
    assert need_of(standing(StepKind.THANK_YOU, TODAY, status=Status.CLOSED), TODAY) is Need.DUE


def test_the_soonest_due_comes_first_and_of_the_closed_the_latest():
    late, soon = standing(StepKind.CHECK_IN, TODAY), standing(StepKind.CHECK_IN, YESTERDAY)
    old = standing(StepKind.NONE, None, status=Status.CLOSED, at="2026-01-02 10:00")
    new = standing(StepKind.NONE, None, status=Status.CLOSED, at="2026-02-02 10:00")

    found = agenda([late, soon, old, new], TODAY)
    assert list(found) == list(Need)
    assert found[Need.DUE] == [soon, late]
    assert found[Need.CLOSED] == [new, old]


def record(life: Life, anchor: str = "<1@test.example>", attempt: int = 1) -> DraftRecord:
    return DraftRecord("home", f"<{anchor}{attempt}>", "abc123", StepKind.CHECK_IN, anchor, attempt, (DANA.email,), "", "", NOW, life)  # fmt: skip


CHECK_IN = Step(StepKind.CHECK_IN, TODAY, (DANA,), "why", "<1@test.example>")


@pytest.mark.parametrize(
    ("records", "state"),
    [
        ([], "due"),
        ([record(Life.INTENT)], "due"),
        ([record(Life.SAVED)], "exists"),
        ([record(Life.EDITED)], "edited"),
        ([record(Life.DISMISSED)], "dismissed"),
        ([record(Life.WITHDRAWN)], "due"),
        ([record(Life.WITHDRAWN), record(Life.SAVED, attempt=2)], "exists"),
        ([record(Life.SENT, "<another@test.example>")], "due"),
    ],
)
def test_what_became_of_a_draft(records, state):
    assert draft_of(CHECK_IN, records, TODAY) == state


def test_a_step_that_is_not_due_has_no_draft_yet():
    assert draft_of(CHECK_IN, [], YESTERDAY) is DraftState.NONE
    assert draft_of(Step(StepKind.CALL, TODAY, (DANA,), "why"), [], TODAY) is DraftState.NONE


def test_of_drafts_to_each_apart_the_one_that_asks_most_of_me_is_told():
    both = Step(StepKind.CHECK_IN, TODAY, (DANA, OMAR), "why", "<1@test.example>", apart=True)
    sent, there = (
        record(life, f"<1@test.example> {who.email}") for life, who in [(Life.SENT, DANA), (Life.SAVED, OMAR)]
    )
    assert draft_of(both, [there, sent], TODAY) is DraftState.EXISTS
