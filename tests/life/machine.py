"""Any life of two job processes: employers and their machines write, the user acts, the clock moves, scans crash."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.life.employer import LETTERS, MINE, Letter
from tests.life.life import DAY, MINUTE, Life
from tests.life.model import Draft
from tests.life.scans import MOMENTS
from tests.life.story import FIRMS
from tests.life.world import FAULTS, World
from tests.unit.places import quick_directory
from watcher.model import MarkKind

__all__ = ["Lives"]

_firms = st.sampled_from(sorted(FIRMS))
_scanned = st.booleans()
"""Whether a scan comes at once, before anything else happens."""
_told = st.sampled_from(
    [MarkKind.CONTACT, MarkKind.SNOOZE, MarkKind.MUTE, MarkKind.CLOSE, MarkKind.REOPEN, MarkKind.CONTACT]
)


def _has_drafts(machine: Lives) -> bool:
    return bool(machine.life.model.in_drafts())


class Lives(RuleBasedStateMachine):
    """On some mailbox; a subclass says which."""

    @abstractmethod
    def new_world(self, root: Path) -> World:
        """An empty mailbox; `root` is a folder for whatever it needs."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = quick_directory()
        root = Path(self.directory.name)
        self.life = Life(self.new_world(root), root)

    def teardown(self) -> None:
        self.life.world.close()
        self.directory.cleanup()

    @initialize(days=st.sampled_from([8, 1, 8]))
    def they_have_my_applications(self, days: int) -> None:
        self.life.begins(days)

    def scan_if(self, scanned: bool) -> None:
        if scanned:
            self.life.scan()

    # -- the employers, and I ------------------------------------------------------------------------
    @rule(firm=_firms, data=st.data(), scanned=_scanned)
    def an_employer_writes(self, firm: str, data: st.DataObject, scanned: bool) -> None:
        self.one_writes(firm, LETTERS, data)
        self.scan_if(scanned)

    @rule(firm=_firms, data=st.data(), scanned=_scanned)
    def the_user_writes(self, firm: str, data: st.DataObject, scanned: bool) -> None:
        self.one_writes(firm, MINE, data)
        self.scan_if(scanned)

    def one_writes(self, firm: str, letters: Mapping[str, Letter], data: st.DataObject) -> None:
        """One of the letters that somebody would write as the process stands."""
        life = self.life
        life.passes(MINUTE)
        fitting = [name for name, letter in letters.items() if letter.fits(life.story, firm, life.now)]
        if fitting and not life.is_past:
            life.arrives(letters[data.draw(st.sampled_from(fitting), "what")], firm)

    # -- the clock -----------------------------------------------------------------------------------
    @rule(days=st.sampled_from([1, 2, 5, 7]))
    def days_pass(self, days: int) -> None:
        self.life.passes(days * DAY)

    @rule(what=st.sampled_from(["the clock is set back", "a dry run", "a letter of the user's own"]))
    def besides(self, what: str) -> None:
        if what == "a dry run":
            self.life.dry_run()
        elif what == "the clock is set back":
            self.life.passes(dt.timedelta(hours=-1))
        else:
            self.life.begins_a_letter_of_their_own()

    # -- the watcher ---------------------------------------------------------------------------------
    @rule(days=st.sampled_from([0, 0, 1, 3, 7]))
    def a_scan(self, days: int) -> None:
        self.life.passes(days * DAY)
        self.life.scan()

    @rule(at=st.integers(0, MOMENTS))
    def a_scan_that_is_killed(self, at: int) -> None:
        self.life.scan_killed(at)

    @rule(fault=st.sampled_from(FAULTS))
    def a_scan_over_a_bad_network(self, fault: str) -> None:
        self.life.scan_over_a_bad_network(fault)

    # -- the state -----------------------------------------------------------------------------------
    @rule(what=st.sampled_from(["is copied", "is copied", "is that of before", "is lost"]))
    def the_state(self, what: str) -> None:
        if what == "is copied" and self.life.state.exists():
            self.life.copies_the_state()
        elif what == "is that of before" and self.life.remembered:
            self.life.restores_the_state()
        elif what == "is lost":
            self.life.loses_the_state()

    # -- the user and the drafts ---------------------------------------------------------------------
    @precondition(_has_drafts)
    @rule(data=st.data(), anew=st.booleans())
    def the_user_edits_a_draft(self, data: st.DataObject, anew: bool) -> None:
        self.life.edits(self.one_in_drafts(data), anew=anew)

    @precondition(_has_drafts)
    @rule(data=st.data(), place=st.sampled_from(["Trash", "Trash", "marked", "nowhere"]), scanned=_scanned)
    def the_user_deletes_a_draft(self, data: st.DataObject, place: str, scanned: bool) -> None:
        self.life.deletes(self.one_in_drafts(data), place)
        self.scan_if(scanned)

    @precondition(lambda self: self.life.model.thrown_away())
    @rule(data=st.data(), for_good=st.sampled_from([False, False, True]))
    def the_user_goes_through_what_they_deleted(self, data: st.DataObject, for_good: bool) -> None:
        """And takes a draft back, or deletes it for good."""
        draft = data.draw(st.sampled_from(self.life.model.thrown_away()), "which")
        (self.life.deletes_for_good if for_good else self.life.takes_back)(draft)

    @precondition(_has_drafts)
    @rule(data=st.data(), keeps_id=st.booleans(), stays=st.booleans())
    def the_user_sends_a_draft(self, data: st.DataObject, keeps_id: bool, stays: bool) -> None:
        self.life.sends(self.one_in_drafts(data), keeps_id=keeps_id, stays=stays)

    def one_in_drafts(self, data: st.DataObject) -> Draft:
        return data.draw(st.sampled_from(self.life.model.in_drafts()), "which")

    # -- what the user tells -------------------------------------------------------------------------
    @precondition(lambda self: self.life.state.exists())
    @rule(firm=_firms, kind=_told, days=st.integers(1, 10), scanned=_scanned)
    def the_user_tells(self, firm: str, kind: MarkKind, days: int, scanned: bool) -> None:
        self.life.tells(firm, kind, days)
        self.scan_if(scanned)

    @precondition(lambda self: self.life.story.told and self.life.state.exists())
    @rule(data=st.data(), scanned=_scanned)
    def the_user_takes_it_back(self, data: st.DataObject, scanned: bool) -> None:
        self.life.untells(data.draw(st.sampled_from(self.life.story.told), "what"))
        self.scan_if(scanned)
