"""New drafts wait for their turn; nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.drafting.scene import Scene, nothing
from tests.unit.places import quick_directory
from watcher.model import DraftState


@pytest.fixture
def scene() -> Iterator[Scene]:
    with quick_directory() as root:
        yield Scene(Path(root))


def test_a_draft_that_must_wait_stays_due_and_is_saved_in_its_turn(scene):
    asked = []
    assert scene.state_after_scan(may_save=lambda: bool(asked.append(1))) is DraftState.DUE
    assert scene.drafts() == {}
    assert scene.records() == ()
    assert scene.state_after_scan() is DraftState.CREATED
    assert scene.state_after_scan(may_save=lambda: bool(asked.append(1))) is DraftState.EXISTS
    assert asked == [1]


def test_withdrawing_waits_for_nobodys_turn(scene):
    scene.scan()
    scene.step = nothing()
    assert scene.state_after_scan(may_save=lambda: False) is DraftState.WITHDRAWN
    assert scene.drafts() == {}
