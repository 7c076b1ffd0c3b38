"""Any life of a draft: the user edits, deletes and sends, steps come and go, scans crash and replies are lost.

The oracle is kept by the hands of the user alone; it never asks what the watcher remembers.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from providers.base import OutcomeUnknown, is_ours
from tests.unit.builders import DANA, OMAR
from tests.unit.drafting.scene import Scene, check_in, nothing
from tests.unit.places import quick_directory

MOMENTS = 26
"""A scan of this scene has no more calls to crash before or after."""
GOING = st.sampled_from(["to Trash", "marked as deleted", "for good"])
"""How a draft goes when its user deletes it."""


class Killed(BaseException):
    """The process ends here; nothing of it runs on."""


class Drafts(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.directory = quick_directory()
        self.scene = Scene(Path(self.directory.name))
        self.scene.step = nothing()
        self.users: dict[str, bytes] = {}
        """What the user wrote or changed in Drafts, by Message-ID: it must stay as it is."""
        self.edited: dict[str, str] = {}
        """Which draft of ours each of these was, where it was one."""
        self.discarded: list[bytes] = []
        """What the user threw away: it must stay as it is, too."""
        self.settled = False
        """The user edited, deleted or sent the draft of the step: there must be no other."""
        self.unsure = False
        """The user deleted it when nothing could tell the watcher so: it may come back once."""
        self.unheard_of: set[str] = set()
        """Drafts that came in a scan that was cut off, with none since that ran to its end."""
        self.leaving: set[str] = set()
        """Drafts that such a scan may have begun to take out, since they did not fit."""
        self.copies = 0
        self.anchor = "<1@test.example>"
        self.made_for: dict[str, str] = {}
        """The anchor of the step that was next when a draft was first seen."""

    def teardown(self) -> None:
        self.directory.cleanup()

    # -- the process ------------------------------------------------------------------------------
    @rule(to=st.sampled_from([DANA, OMAR]))
    def a_step_is_called_for(self, to) -> None:
        if not self.scene.step.is_draft:
            self.scene.step = self.step_of_now(to)

    @rule(to=st.sampled_from([DANA, OMAR]))
    def it_goes_to_somebody_else(self, to) -> None:
        if self.scene.step.is_draft:
            self.scene.step = self.step_of_now(to)

    @rule()
    def no_step_is_called_for(self) -> None:
        self.scene.step = nothing()

    @rule()
    def they_write(self) -> None:
        self.next_step(self.scene.hears())

    def next_step(self, anchor: str) -> None:
        self.anchor = anchor
        self.scene.step = nothing()
        self.settled = self.unsure = False

    def step_of_now(self, to):
        return check_in(self.anchor, to)

    # -- the watcher ------------------------------------------------------------------------------
    @rule(days=st.integers(0, 2))
    def a_scan(self, days: int) -> None:
        self.scene.now += dt.timedelta(days=days, minutes=1)
        result = self.scene.scan()
        assert result.failure is None
        self.ran_to_its_end()
        untouched = self.seen()
        if not self.scene.step.is_draft or self.settled:
            assert untouched == []
        elif self.unsure:
            assert len(untouched) <= 1
        else:
            assert len(untouched) == 1
            to = self.scene.step.to[0].email.encode()
            assert to in self.scene.drafts()[untouched[0]].split(b"\n\n")[0]
        if self.unsure and self.scene.step.is_draft:
            self.settled, self.unsure = not untouched, False

    @rule(at=st.integers(0, MOMENTS))
    def a_scan_that_is_killed(self, at: int) -> None:
        self.scene.now += dt.timedelta(minutes=1)
        passed = 0

        def moment(_: str) -> None:
            nonlocal passed
            passed += 1
            if passed > at:
                raise Killed

        before = self.untouched()
        try:
            self.scene.scan(moment)
            self.ran_to_its_end()
        except Killed:
            self.was_cut_off(before)
        self.seen()

    @rule(arrived=st.booleans())
    def a_scan_whose_reply_is_lost(self, arrived: bool) -> None:
        self.scene.now += dt.timedelta(minutes=1)

        def moment(name: str) -> None:
            if name == f"{'after' if arrived else 'before'} mailbox.save_draft":
                raise OutcomeUnknown("lost")

        before = self.untouched()
        if self.scene.scan(moment).failure:
            self.was_cut_off(before)
        else:
            self.ran_to_its_end()
        self.seen()

    @rule()
    def a_dry_run(self) -> None:
        before = self.scene.drafts()
        self.scene.scan(dry_run=True)
        assert self.scene.drafts() == before

    def ran_to_its_end(self) -> None:
        self.unheard_of.clear()
        self.leaving.clear()

    def was_cut_off(self, before: list[str]) -> None:
        self.unheard_of |= set(self.untouched()) - set(before)
        self.leaving |= {message_id for message_id in before if not self.fits(message_id)}

    def fits(self, message_id: str) -> bool:
        if not self.scene.step.is_draft or self.made_for[message_id] != self.anchor:
            return False
        content = self.scene.drafts().get(message_id, b"")
        return self.scene.step.to[0].email.encode() in content.split(b"\n\n")[0]

    # -- the user ---------------------------------------------------------------------------------
    @precondition(lambda self: self.untouched())
    @rule(anew=st.booleans())
    def the_user_edits_the_draft(self, anew: bool) -> None:
        (ours,) = self.untouched()
        self.copies += 1
        new_id = f"<copy-{self.copies}@mua.example>" if anew else ""
        self.scene.edit(ours, new_id=new_id)
        self.users[new_id or ours] = self.scene.drafts()[new_id or ours]
        self.edited[new_id or ours] = ours
        if self.stands_for_the_step(ours):
            self.settled, self.unsure = True, False

    @precondition(lambda self: self.users)
    @rule()
    def the_user_edits_on(self) -> None:
        message_id = min(self.users)
        self.scene.edit(message_id, words=b"And another.")
        self.users[message_id] = self.scene.drafts()[message_id]

    @precondition(lambda self: self.untouched())
    @rule(going=GOING)
    def the_user_deletes_the_draft(self, going: str) -> None:
        (ours,) = self.untouched()
        self.goes(ours, going)

    @precondition(lambda self: self.users)
    @rule(going=GOING)
    def the_user_deletes_what_is_theirs(self, going: str) -> None:
        message_id = min(self.users)
        del self.users[message_id]
        self.goes(message_id, going)

    def goes(self, message_id: str, going: str) -> None:
        """The user deletes a draft; what the watcher cannot know then is written down.

        A draft that it never heard of, and that is gone without a trace, is to it one that never came. And of one that
        it had begun to take out, it cannot tell who did.
        """
        if going == "for good":
            self.scene.delete(message_id)
        else:
            self.discarded.append(self.scene.drafts()[message_id])
            (self.scene.discard if going == "to Trash" else self.scene.mark_deleted)(message_id)
        ours = self.edited.pop(message_id, message_id)
        if ours in self.made_for and self.stands_for_the_step(ours):
            without_a_trace = going == "for good" or message_id != ours
            self.unsure = ours in self.leaving or (ours in self.unheard_of and without_a_trace)
            self.settled = not self.unsure

    @precondition(lambda self: self.untouched())
    @rule(keeps_id=st.booleans())
    def the_user_sends_the_draft(self, keeps_id: bool) -> None:
        (ours,) = self.untouched()
        self.sends(ours, ours if keeps_id else "")

    @precondition(lambda self: self.edited)
    @rule(keeps_id=st.booleans())
    def the_user_sends_what_they_edited(self, keeps_id: bool) -> None:
        message_id = min(self.edited)
        del self.users[message_id], self.edited[message_id]
        self.sends(message_id, message_id if keeps_id else "")

    def sends(self, message_id: str, sent_as: str) -> None:
        self.scene.now += dt.timedelta(minutes=1)
        self.scene.delete(message_id)
        self.scene.write(sent_as)
        self.next_step(self.scene.entries[-1].envelope.message_id)

    @rule()
    def the_user_writes_in_the_thread(self) -> None:
        self.scene.now += dt.timedelta(minutes=1)
        self.scene.write()
        self.next_step(self.scene.entries[-1].envelope.message_id)

    @rule()
    def the_user_begins_a_letter_of_their_own(self) -> None:
        self.copies += 1
        message_id = f"<own-{self.copies}@mua.example>"
        self.scene.add(f"Message-ID: {message_id}\nTo: mum@home.example\nSubject: Sunday\n\nAt noon.\n".encode())
        self.users[message_id] = self.scene.drafts()[message_id]

    # -- what must hold ---------------------------------------------------------------------------
    def seen(self) -> list[str]:
        """The drafts of the watcher as it left them; what is new among them was made for the step of now."""
        for message_id in self.untouched():
            self.made_for.setdefault(message_id, self.anchor)
        return self.untouched()

    def untouched(self) -> list[str]:
        return [m for m in self.scene.drafts() if is_ours(m) and m not in self.users]

    def stands_for_the_step(self, message_id: str) -> bool:
        """Whether a draft is of the step that is now the next, rather than of one that has passed."""
        return self.made_for[message_id] == self.anchor

    @invariant()
    def what_is_the_users_stays_as_it_is(self) -> None:
        drafts = self.scene.drafts()
        assert {m: drafts.get(m) for m in self.users} == self.users
        assert self.scene.discarded() == sorted(self.discarded)

    @invariant()
    def there_are_never_two(self) -> None:
        assert len(self.untouched()) <= 1

    @invariant()
    def after_the_user_settled_it_there_is_no_other(self) -> None:
        if self.settled:
            assert all(not self.stands_for_the_step(m) for m in self.untouched())


Drafts.TestCase.settings = settings(
    max_examples=100,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestLifeOfADraft = Drafts.TestCase
