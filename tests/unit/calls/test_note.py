"""The script as a note to myself in Drafts: by the rules of every draft of ours."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from providers.base import is_ours
from tests.unit.builders import DANA, ME
from tests.unit.drafting.scene import NOW, Scene, nothing
from watcher.calendar import calendar_for
from watcher.calls.note import note_of
from watcher.calls.script import script_of
from watcher.drafting import Letter, Wanted, reconcile
from watcher.model import DraftState, Person, Step, StepKind
from watcher.store import open_store

CALL = Step(StepKind.CALL, dt.date(2026, 3, 16), (DANA,), "because", "<1@test.example>")


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    made = Scene(tmp_path)
    made.step = CALL
    return made


def scan(scene: Scene) -> DraftState:
    """A scan by somebody who wants such notes."""
    application, step = scene.application, scene.step

    def note(me: Person) -> Letter:
        return note_of(script_of(application, step, me, NOW, calendar_for("US")), me)

    wanted = Wanted(application, step, note if step.kind is StepKind.CALL else None)
    with open_store(scene.state) as store, scene.provider() as provider:
        done = reconcile("home", [wanted], provider, store, ME, scene.now)
    assert done.failure is None
    return done.states[application.id]


def test_it_comes_once(scene: Scene) -> None:
    assert [scan(scene), scan(scene)] == [DraftState.CREATED, DraftState.EXISTS]
    (identity,) = scene.drafts()
    assert is_ours(identity)


def test_without_the_wish_there_is_none(scene: Scene) -> None:
    assert scene.state_after_scan() is DraftState.NONE
    assert scene.drafts() == {}


def test_it_goes_when_the_step_is_another(scene: Scene) -> None:
    scan(scene)
    scene.step = nothing()
    assert scan(scene) is DraftState.WITHDRAWN
    assert scene.drafts() == {}


def test_changed_it_is_mine(scene: Scene) -> None:
    scan(scene)
    (identity,) = scene.drafts()
    scene.edit(identity)
    assert scan(scene) is DraftState.EDITED
    scene.step = nothing()
    scan(scene)
    assert list(scene.drafts()) == [identity]


def test_deleted_it_never_comes_again(scene: Scene) -> None:
    scan(scene)
    (identity,) = scene.drafts()
    scene.delete(identity)
    assert scan(scene) is DraftState.DISMISSED
    assert scene.drafts() == {}


def test_before_its_day_there_is_none(scene: Scene) -> None:
    scene.now = NOW - dt.timedelta(days=1)
    assert scan(scene) is DraftState.NONE


def test_without_the_state_it_is_found_again(scene: Scene) -> None:
    scan(scene)
    scene.state.unlink()
    assert scan(scene) is DraftState.EXISTS
    assert len(scene.drafts()) == 1
