"""Drafts against what is wanted: created, left, withdrawn; and whatever the user touched is the user's."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from providers.base import NotSetUp, OutcomeUnknown, Unreachable
from tests.unit.builders import DANA, ME, OMAR, mail, process
from tests.unit.drafting.scene import Scene, check_in, nothing
from tests.unit.places import quick_directory
from watcher.drafting import Wanted, reconcile
from watcher.drafting.reconcile import Reconciled
from watcher.errors import StateError
from watcher.model import Address, DraftState, Side, StepKind, Thread
from watcher.store import Life, open_store

DAY = dt.timedelta(days=1)


@pytest.fixture
def scene() -> Iterator[Scene]:
    with quick_directory() as root:
        yield Scene(Path(root))


def test_a_step_that_is_due_gets_one_draft_that_stays(scene):
    assert scene.state_after_scan() is DraftState.CREATED
    before = scene.drafts()
    assert len(before) == 1
    for _ in range(3):
        scene.now += DAY
        assert scene.state_after_scan() is DraftState.EXISTS
    assert scene.drafts() == before


def test_a_step_that_is_due_later_gets_none(scene):
    scene.step = replace(scene.step, due=dt.date(2026, 3, 17))
    assert scene.state_after_scan() is DraftState.NONE
    assert scene.drafts() == {}
    scene.now = dt.datetime(2026, 3, 17, 4, 59, tzinfo=dt.UTC)  # a minute before midnight in Chicago
    assert scene.state_after_scan() is DraftState.NONE
    scene.now += dt.timedelta(minutes=1)
    assert scene.state_after_scan() is DraftState.CREATED


def test_where_there_is_nothing_to_do_drafts_is_not_asked(scene):
    scene.step = nothing()
    calls: list[str] = []
    assert scene.state_after_scan(moment=calls.append) is DraftState.NONE
    assert not any("mailbox" in call for call in calls)


def test_a_draft_that_no_longer_fits_is_withdrawn(scene):
    scene.scan()
    scene.step = nothing()
    assert scene.state_after_scan() is DraftState.WITHDRAWN
    assert scene.drafts() == {}
    assert scene.state_after_scan() is DraftState.NONE


def test_a_step_wanted_again_after_it_was_withdrawn_gets_another_attempt(scene):
    scene.scan()
    (first,) = scene.ours()
    step, scene.step = scene.step, nothing()
    scene.scan()
    scene.step = step
    assert scene.state_after_scan() is DraftState.CREATED
    (second,) = scene.ours()
    assert second != first
    assert [record.attempt for record in scene.records()] == [1, 2]


def test_a_draft_to_somebody_else_than_now_called_for_is_replaced(scene):
    scene.scan()
    scene.step = check_in("<1@test.example>", OMAR)
    assert scene.state_after_scan() is DraftState.CREATED
    (content,) = scene.drafts().values()
    assert b"To: Omar Haddad <omar@acmerobotics.example>" in content


def test_the_next_step_replaces_the_last_ones_untouched_draft(scene):
    scene.scan()
    (first,) = scene.ours()
    scene.write()
    scene.step = check_in("<3@test.example>", kind=StepKind.SECOND_CHECK_IN)
    assert scene.state_after_scan() is DraftState.CREATED
    assert first not in scene.drafts()
    assert len(scene.drafts()) == 1


# -- what the user did ------------------------------------------------------------------------------
@pytest.mark.parametrize("new_id", ["", "<copy-1@mua.example>"])
def test_an_edited_draft_is_the_users_whatever_id_their_program_gives_it(scene, new_id):
    scene.scan()
    (ours,) = scene.ours()
    scene.edit(ours, new_id=new_id)
    edited = scene.drafts()
    for _ in range(2):
        scene.now += DAY
        assert scene.state_after_scan() is DraftState.EDITED
    scene.step = nothing()
    result = scene.scan()
    assert result.states["abc123"] is DraftState.EDITED
    assert "left to you" in result.notes["abc123"]
    assert scene.drafts() == edited


@pytest.mark.parametrize("new_id", ["", "<copy-1@mua.example>"])
@pytest.mark.parametrize("sends", [True, False])
def test_an_edited_draft_that_goes_was_sent_or_deleted(scene, sends, new_id):
    scene.scan()
    (ours,) = scene.ours()
    scene.edit(ours, new_id=new_id)
    scene.scan()
    scene.now += DAY
    scene.delete(new_id or ours)
    if sends:
        scene.write()
    assert scene.state_after_scan() is (DraftState.SENT if sends else DraftState.DISMISSED)
    assert scene.drafts() == {}


def test_a_deleted_draft_is_never_made_again(scene):
    scene.scan()
    scene.delete(*scene.ours())
    for _ in range(3):
        scene.now += DAY
        assert scene.state_after_scan() is DraftState.DISMISSED
    assert scene.drafts() == {}


def test_a_draft_the_user_sent_is_never_made_again(scene):
    scene.scan()
    (ours,) = scene.ours()
    scene.now += DAY
    scene.delete(ours)
    scene.write(ours)
    assert scene.state_after_scan() is DraftState.SENT
    assert scene.drafts() == {}


def test_a_deleted_draft_does_not_count_as_sent_by_what_i_wrote_before(scene):
    scene.write()
    scene.now += DAY
    scene.scan()
    scene.delete(*scene.ours())
    scene.now += DAY
    assert scene.state_after_scan() is DraftState.DISMISSED


def test_a_draft_that_i_deleted_and_took_back_is_mine(scene):
    scene.scan()
    (ours,) = scene.ours()
    content = scene.delete(ours)
    assert scene.state_after_scan() is DraftState.DISMISSED
    scene.add(content)
    assert scene.state_after_scan() is DraftState.EDITED
    scene.step = nothing()
    assert scene.state_after_scan() is DraftState.EDITED, "it is not withdrawn"
    assert len(scene.drafts()) == 1


def test_drafts_and_mail_of_the_user_are_never_touched(scene):
    own = b"Message-ID: <own@mua.example>\nTo: mum@home.example\nSubject: Sunday\n\nI come at noon.\n"
    imitation = b"Message-ID: <watcher.abc@home.example>\nTo: x@y.example\nSubject: y\n\nz\n"
    scene.add(own)
    scene.add(imitation)
    scene.scan()
    scene.step = nothing()
    scene.scan()
    assert sorted(scene.drafts().values()) == sorted([own, imitation])


# -- what went wrong --------------------------------------------------------------------------------
class Faulty:
    """A mailbox in which one call goes wrong."""

    def __init__(self, provider, method: str, error: Exception, *, after: bool = False) -> None:
        self._provider, self._method, self._error, self._after = provider, method, error, after

    def __getattr__(self, name):
        found = getattr(self._provider, name)

        def fails(*values, **named):
            if self._after:
                found(*values, **named)
            raise self._error

        return fails if name == self._method else found


def scan_with(scene: Scene, method: str, error: Exception, *, after: bool = False) -> Reconciled:
    with open_store(scene.state) as store, scene.provider() as provider:
        return reconcile(
            "home",
            [Wanted(scene.application, scene.step)],
            Faulty(provider, method, error, after=after),
            store,
            ME,
            scene.now,
        )


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_reply_leads_to_one_draft(scene, arrived):
    lost = OutcomeUnknown("the connection was lost", hint="it is looked for at the next scan")
    result = scan_with(scene, "save_draft", lost, after=arrived)
    assert result.failure is lost
    assert result.states["abc123"] is DraftState.DUE
    assert len(scene.drafts()) == arrived
    assert scene.state_after_scan() is (DraftState.EXISTS if arrived else DraftState.CREATED)
    assert len(scene.drafts()) == 1


def test_a_lost_draft_that_i_sent_meanwhile_is_not_made_again(scene):
    scan_with(scene, "save_draft", OutcomeUnknown("lost"), after=True)
    scene.now += DAY
    scene.delete(*scene.ours())
    scene.write()
    assert scene.state_after_scan() is DraftState.SENT
    assert scene.drafts() == {}


@pytest.mark.parametrize("edits", [True, False])
@pytest.mark.parametrize("throw_away", [Scene.discard, Scene.mark_deleted])
def test_a_lost_draft_that_i_threw_away_meanwhile_is_not_made_again(scene, throw_away, edits):
    scan_with(scene, "save_draft", OutcomeUnknown("lost"), after=True)
    (ours,) = scene.ours()
    if edits:
        scene.edit(ours)
    throw_away(scene, ours)
    for _ in range(2):
        assert scene.state_after_scan() is DraftState.DISMISSED
    assert scene.drafts() == {}


def test_a_lost_draft_that_i_threw_away_stays_settled_though_the_step_was_not_called_for(scene):
    scan_with(scene, "save_draft", OutcomeUnknown("lost"), after=True)
    scene.discard(*scene.ours())
    step, scene.step = scene.step, nothing()
    scene.scan()
    scene.step = step
    assert scene.state_after_scan() is DraftState.DISMISSED
    assert scene.drafts() == {}


@pytest.mark.parametrize("new_id", ["", "<copy-1@mua.example>"])
def test_a_lost_draft_that_i_deleted_for_good_comes_back_once(scene, new_id):
    scan_with(scene, "save_draft", OutcomeUnknown("lost"), after=True)
    scene.edit(*scene.ours(), new_id=new_id)
    scene.delete(*scene.drafts())
    assert scene.state_after_scan() is DraftState.CREATED, "nothing shows that it ever came"
    scene.delete(*scene.ours())
    for _ in range(2):
        assert scene.state_after_scan() is DraftState.DISMISSED
    assert scene.drafts() == {}


def test_trash_is_looked_into_only_for_a_draft_that_may_have_come(scene):
    calls: list[str] = []
    scene.scan(calls.append)
    assert calls.count("before mailbox.discarded") == 1, "it may be from before the state was lost"
    scene.scan(calls.append)
    scene.delete(*scene.ours())
    scene.scan(calls.append)
    assert calls.count("before mailbox.discarded") == 1


def test_a_lost_draft_that_i_edited_meanwhile_is_mine(scene):
    scan_with(scene, "save_draft", OutcomeUnknown("lost"), after=True)
    scene.edit(*scene.ours(), new_id="<copy-1@mua.example>")
    assert scene.state_after_scan() is DraftState.EDITED
    assert len(scene.drafts()) == 1


def test_what_i_edited_before_does_not_stand_for_a_draft_that_never_came(scene):
    scene.scan()
    scene.edit(*scene.ours(), new_id="<copy-1@mua.example>")
    scene.write()
    scene.now += DAY
    scene.step = check_in("<3@test.example>", kind=StepKind.SECOND_CHECK_IN)
    scan_with(scene, "save_draft", OutcomeUnknown("lost"))
    assert scene.state_after_scan() is DraftState.CREATED
    assert len(scene.drafts()) == 2


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_reply_to_a_draft_that_no_longer_fits_leaves_none(scene, arrived):
    scan_with(scene, "save_draft", OutcomeUnknown("lost"), after=arrived)
    scene.step = nothing()
    scene.scan()
    assert scene.drafts() == {}
    assert [record.life for record in scene.records()] == [Life.WITHDRAWN]


def test_a_draft_that_arrives_after_it_was_given_up_is_taken_out(scene):
    scene.scan()
    content = scene.delete(*scene.ours())
    scene.state.unlink()
    scan_with(scene, "save_draft", OutcomeUnknown("lost"))
    scene.step = nothing()
    scene.scan()
    scene.add(content)  # the server was slow
    scene.step = check_in("<2@test.example>")
    scene.scan()
    assert len(scene.drafts()) == 1


@pytest.mark.parametrize("gone", [True, False])
def test_a_removal_whose_reply_is_lost_is_finished_later(scene, gone):
    scene.scan()
    step, scene.step = scene.step, nothing()
    result = scan_with(scene, "remove_draft", Unreachable("gone away"), after=gone)
    assert isinstance(result.failure, Unreachable)
    scene.scan()
    assert scene.drafts() == {}
    scene.step = step
    assert scene.state_after_scan() is DraftState.CREATED, "it was withdrawn by us, not dismissed by the user"


def test_a_mailbox_without_drafts_fails_by_name_and_keeps_what_is_due(scene):
    result = scan_with(scene, "drafts", NotSetUp("there is no Drafts folder"))
    assert isinstance(result.failure, NotSetUp)
    assert result.states["abc123"] is DraftState.DUE
    assert scene.records() == ()


def test_a_mailbox_that_removes_nothing_is_still_given_drafts(scene):
    scene.scan()
    cannot = NotSetUp("the server cannot remove a single message (UIDPLUS)")
    scene.step = replace(scene.step, to=(OMAR,))
    result = scan_with(scene, "remove_draft", cannot)
    assert result.failure is None
    assert result.states["abc123"] is DraftState.EXISTS, "no second one beside it"
    assert "UIDPLUS" in result.notes["abc123"]
    assert len(scene.drafts()) == 1
    scene.step = check_in("<2@test.example>")
    assert scan_with(scene, "remove_draft", cannot).states["abc123"] is DraftState.CREATED
    assert len(scene.drafts()) == 2


def test_without_a_committed_intent_nothing_is_saved(scene):
    def full(name: str) -> None:
        if name == "before state.keep_draft":
            raise StateError("state.db: the disk is full")

    with pytest.raises(StateError):
        scene.scan(full)
    assert scene.drafts() == {}
    assert scene.state_after_scan() is DraftState.CREATED


def test_without_a_committed_removal_nothing_is_removed(scene):
    scene.scan()
    before = scene.drafts()
    scene.step = nothing()

    def full(name: str) -> None:
        if name == "before state.keep_draft":
            raise StateError("state.db: the disk is full")

    with pytest.raises(StateError):
        scene.scan(full)
    assert scene.drafts() == before


def test_after_an_unfinished_removal_a_draft_wanted_again_stays(scene):
    scene.scan()
    step, scene.step = scene.step, nothing()
    scan_with(scene, "remove_draft", Unreachable("gone away"))
    scene.step = step
    assert scene.state_after_scan() is DraftState.EXISTS
    assert len(scene.drafts()) == 1


# -- a state that was lost --------------------------------------------------------------------------
def test_a_draft_is_found_again_without_the_state(scene):
    scene.scan()
    before = scene.drafts()
    scene.state.unlink()
    assert scene.state_after_scan() is DraftState.EXISTS
    assert scene.drafts() == before
    scene.step = nothing()
    assert scene.state_after_scan() is DraftState.WITHDRAWN


def test_a_later_attempt_is_found_again_without_the_state(scene):
    scene.scan()
    step, scene.step = scene.step, nothing()
    scene.scan()
    scene.step = step
    scene.scan()
    before = scene.drafts()
    scene.state.unlink()
    assert scene.state_after_scan() is DraftState.EXISTS
    assert scene.drafts() == before


@pytest.mark.parametrize("throw_away", [Scene.discard, Scene.mark_deleted])
def test_a_draft_that_i_threw_away_is_not_made_again_without_the_state(scene, throw_away):
    scene.scan()
    throw_away(scene, *scene.ours())
    scene.state.unlink()
    for _ in range(2):
        assert scene.state_after_scan() is DraftState.DISMISSED
    assert scene.drafts() == {}


def test_a_later_attempt_that_i_threw_away_is_not_made_again_by_the_state_of_before(scene, tmp_path):
    scene.scan()
    step, scene.step = scene.step, nothing()
    scene.scan()
    copy = shutil.copy(scene.state, tmp_path)
    scene.step = step
    scene.scan()
    scene.discard(*scene.ours())
    shutil.copy(copy, scene.state)
    assert scene.state_after_scan() is DraftState.DISMISSED
    assert scene.drafts() == {}


def test_a_draft_that_i_saved_anew_is_not_joined_by_another_by_the_state_of_before(scene, tmp_path):
    scene.step = check_in("<2@test.example>")
    scene.scan()
    scene.step = nothing()
    scene.scan()
    copy = shutil.copy(scene.state, tmp_path)
    scene.step = check_in()
    scene.scan()
    scene.edit(*scene.ours(), new_id="<copy-1@mua.example>")
    shutil.copy(copy, scene.state)
    result = scene.scan()
    assert result.states["abc123"] is DraftState.EDITED
    assert "beside it" in result.notes["abc123"]
    assert scene.ours() == []


def test_a_copy_that_i_deleted_and_took_back_does_not_stand_in_the_way_of_the_next_step(scene):
    scene.scan()
    scene.edit(*scene.ours(), new_id="<copy-1@mua.example>")
    scene.scan()
    copy = scene.delete("<copy-1@mua.example>")
    assert scene.state_after_scan() is DraftState.DISMISSED
    scene.add(copy)
    scene.write()
    scene.step = check_in("<3@test.example>", kind=StepKind.SECOND_CHECK_IN)
    assert scene.state_after_scan() is DraftState.CREATED


def test_a_draft_of_ours_that_nobody_remembers_keeps_none_from_being_made(scene):
    scene.scan()
    scene.state.unlink()
    scene.step = check_in("<2@test.example>")
    assert scene.state_after_scan() is DraftState.CREATED, "the other is ours, and no answer that I began"


@pytest.mark.parametrize("new_id", ["", "<copy-1@mua.example>"])
def test_an_edited_draft_is_the_users_also_without_the_state(scene, new_id):
    scene.scan()
    scene.edit(*scene.ours(), new_id=new_id)
    before = scene.drafts()
    scene.state.unlink()
    assert scene.state_after_scan() is DraftState.EDITED
    scene.step = nothing()
    scene.scan()
    assert scene.drafts() == before


def test_a_draft_sent_under_our_id_is_known_as_sent_without_the_state(scene):
    scene.scan()
    (ours,) = scene.ours()
    scene.delete(ours)
    scene.state.unlink()
    with open_store(scene.state) as store:
        store.keep_page("home", [mail(9, "2026-03-16 10:00", message_id=ours, side=Side.ME)], [], "c", 1)
    assert scene.state_after_scan() is DraftState.SENT
    assert scene.drafts() == {}


# -- dry runs ---------------------------------------------------------------------------------------
def test_a_dry_run_says_what_a_scan_would_do_and_does_nothing(scene):
    assert scene.state_after_scan(dry_run=True) is DraftState.DUE
    assert scene.drafts() == {}
    assert not scene.state.exists()
    scene.scan()
    before = scene.drafts()
    assert scene.state_after_scan(dry_run=True) is DraftState.EXISTS
    step, scene.step = scene.step, nothing()
    assert scene.state_after_scan(dry_run=True) is DraftState.WITHDRAWN
    scene.step = replace(step, to=(OMAR,))
    assert scene.state_after_scan(dry_run=True) is DraftState.DUE
    assert scene.drafts() == before
    assert [record.life for record in scene.records()] == [Life.SAVED]


# -- several processes ------------------------------------------------------------------------------
def test_a_letter_that_cannot_be_written_safely_stops_no_other(scene):
    bad = Address("dana ruiz@acme.example", "Dana")
    other = process(id="other", threads=(Thread("u", "Hello", (mail(7, "2026-03-02 10:00", DANA, subject="Other"),)),))
    wanted = [
        Wanted(scene.application, check_in("<1@test.example>", bad)),
        Wanted(other, check_in("<7@test.example>")),
    ]
    with open_store(scene.state) as store, scene.provider() as provider:
        result = reconcile("home", wanted, provider, store, ME, scene.now)
    assert result.states == {"abc123": DraftState.NONE, "other": DraftState.CREATED}
    assert "no draft was made" in result.notes["abc123"]
    assert len(scene.drafts()) == 1


def test_a_process_that_got_another_id_keeps_its_draft(scene):
    scene.scan()
    before = scene.drafts()
    renamed = replace(scene.application, id="xyz")
    with open_store(scene.state) as store, scene.provider() as provider:
        result = reconcile("home", [Wanted(renamed, scene.step)], provider, store, ME, scene.now)
        assert result.states == {"xyz": DraftState.EXISTS}
        result = reconcile("home", [Wanted(renamed, nothing())], provider, store, ME, scene.now)
        assert result.states == {"xyz": DraftState.WITHDRAWN}
    assert before
    assert scene.drafts() == {}


def test_the_draft_of_a_process_that_is_none_any_more_is_withdrawn(scene):
    scene.scan()
    with open_store(scene.state) as store, scene.provider() as provider:
        result = reconcile("home", [], provider, store, ME, scene.now)
    assert result.states == {}
    assert scene.drafts() == {}


def test_the_draft_is_looked_for_between_intent_and_saving(scene):
    calls: list[str] = []
    scene.scan(calls.append)
    done = [call.removeprefix("after ") for call in calls if call.startswith("after")]
    assert done == [
        *("state.drafts", "mailbox.drafts", "state.known", "state.known", "mailbox.discarded"),
        *("state.keep_draft", "mailbox.find_draft", "mailbox.save_draft", "state.keep_draft"),
    ]
