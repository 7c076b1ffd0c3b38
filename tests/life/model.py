"""What should be in Drafts, and what should be said of it: by the table alone, from what the user did and is called for.

Where the watcher cannot know (it was cut off, its state is gone, or is that of an earlier day), the model says so by
`Draft.known`, and asks for no more than the promises do then: never two, and nothing of the user's touched.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from providers.base import is_ours
from tests.life.story import Called
from tests.life.table import TABLE, Event, Fate, Row
from tests.life.world import Item

__all__ = ["Draft", "Model", "drafts_in"]

_THEIRS = (Fate.EDITED, Fate.DELETED, Fate.DISMISSED, Fate.BACK, Fate.SENT, Fate.OVER)
_SHOWN = (Fate.THERE, Fate.EDITED, Fate.BACK)
Key = tuple[str, str]


@dataclass(repr=False)
class Draft:
    """A draft that the watcher made."""

    firm: str
    key: Key
    """Of its step."""
    first_id: str
    """The Message-ID that the watcher gave it."""
    to: frozenset[str]
    made: dt.datetime
    fate: Fate = Fate.THERE
    message_id: str = ""
    """The one it has now: some programs save what was changed under another."""
    changed: bool = False
    place: str = "Drafts"
    """Or "Trash", "marked" as deleted in Drafts, "nowhere"."""
    came_back: bool = False
    """It was taken back, and a scan may have noticed or not: then what becomes of it is told, or not."""
    sent_too: bool = False
    """A copy was sent under the Message-ID of the draft."""
    heard: bool = True
    """The watcher knows that it arrived."""
    leaving: bool = False
    """A scan that was cut off may have begun to take it out."""
    known: bool = True
    """What the watcher remembers of it is enough to know what became of it."""

    def __repr__(self) -> str:
        """As failures show it."""
        unknown = "" if self.known else ", and the watcher cannot know"
        return f"<{self.firm}, {' of '.join(self.key)}, made {self.made:%a %d %b %H:%M}: {self.fate}{unknown}>"

    def unnoticed(self) -> None:
        """The watcher has not noticed yet that it was ever deleted, or taken back."""
        if self.place in ("Trash", "marked"):
            self.fate = Fate.DELETED
        elif self.place == "Drafts" and self.fate in (Fate.BACK, Fate.EDITED):
            self.fate = Fate.EDITED if self.changed else Fate.THERE

    @property
    def copied(self) -> bool:
        return self.message_id != self.first_id

    @property
    def leaves_a_trace(self) -> bool:
        """Whether someone without a memory sees that it was there."""
        return self.place == "Drafts" or (self.place in ("Trash", "marked") and not self.copied)


@dataclass
class Model:
    """The drafts there ever were."""

    drafts: list[Draft] = field(default_factory=list)
    fuzzy: bool = False
    """What is said after a scan that was cut off, or by a clock that was set back, is not foreseen."""
    set_back: bool = False
    lived: Counter[tuple[Fate, Event]] = field(default_factory=Counter)
    """How often each row of the table came to pass."""

    def row(self, fate: Fate, event: Event) -> Row:
        self.lived[fate, event] += 1
        return TABLE[fate, event]

    def users(self) -> frozenset[str]:
        """The Message-IDs of what is in Drafts and the user's by now."""
        return frozenset(d.message_id for d in self.drafts if d.fate in _THEIRS and d.place == "Drafts")

    def in_drafts(self) -> list[Draft]:
        return [draft for draft in self.drafts if draft.place == "Drafts"]

    def thrown_away(self) -> list[Draft]:
        """What the user deleted and can still take back."""
        return [draft for draft in self.drafts if draft.place in ("Trash", "marked")]

    # -- the user -----------------------------------------------------------------------------------
    def does(self, draft: Draft, event: Event) -> None:
        draft.fate = self.row(draft.fate, event).to

    def edits(self, draft: Draft, message_id: str) -> None:
        self.does(draft, Event.EDIT)
        draft.message_id, draft.changed = message_id, True

    def deletes(self, draft: Draft, place: str) -> None:
        self.does(draft, Event.DELETE)
        draft.place = place
        if draft.leaving or not (draft.heard or draft.leaves_a_trace):
            draft.known = False

    def takes_back(self, draft: Draft) -> None:
        self.does(draft, Event.TAKE_BACK)
        draft.place = "Drafts"
        draft.came_back = draft.fate is Fate.BACK
        draft.known = draft.known and draft.heard
        if draft.fate is Fate.THERE and draft.changed:
            draft.fate = Fate.EDITED

    def sends(self, draft: Draft, message_id: str, *, stays: bool) -> None:
        self.does(draft, Event.COPY if stays else Event.SEND)
        draft.sent_too = draft.sent_too or message_id == draft.first_id
        if not stays:
            draft.place = "nowhere"
            draft.known = draft.known and draft.heard and not draft.leaving

    def deletes_for_good(self, draft: Draft) -> None:
        """What lay in Trash."""
        draft.place = "nowhere"
        draft.known = draft.known and draft.heard

    # -- the watcher --------------------------------------------------------------------------------
    def scanned(
        self, firm: str, step: Called, today: dt.date, there: Mapping[str, Item], wrote: dt.datetime | None, said: str
    ) -> None:
        """Hold what a whole scan left of a firm's drafts against the table.

        Args:
            firm: The firm.
            step: What is next there.
            today: The day.
            there: The drafts of the watcher that are in Drafts for this firm and as it left them, by Message-ID.
            wrote: When I wrote to them last.
            said: The state of the draft that `scan --json` tells.
        """
        due = step.wants_draft(today)
        mine = [draft for draft in self.drafts if draft.firm == firm]
        for draft in mine:
            if draft.fate is Fate.DELETED and wrote is not None and wrote >= draft.made:
                draft.fate = Fate.SENT  # in its place
        of_step = [draft for draft in mine if draft.key == step.key] if due else []
        says = _together([self._leaves(draft, there) for draft in mine if draft not in of_step])
        if due:
            says = self._provides(firm, step, of_step, there) or says
        copies = [draft for draft in mine if draft.copied and draft.place == "Drafts"]
        clear = len(copies) < 2 and not any(draft.sent_too for draft in copies)  # which is which, if not
        if clear and all(draft.known for draft in mine) and not self.fuzzy:
            if self.set_back and says & {"sent", "dismissed"}:
                says |= {"sent", "dismissed"}  # what was sent by that clock may be still to come
            assert said in says, f"{firm}: it says {said}, not {' or '.join(sorted(says))}"

    def _leaves(self, draft: Draft, there: Mapping[str, Item]) -> set[str]:
        """A draft whose step is not due; what may be said of it."""
        row = self.row(draft.fate, Event.NOT_DUE)
        if draft.fate is Fate.THERE:
            assert draft.first_id not in there or not draft.known, f"it should be withdrawn: {draft}"
            if draft.first_id in there:
                return {row.says}
            draft.place = "nowhere"
        says = {row.says} | ({"edited"} if draft.fate is Fate.BACK else _of_one_that_came_back(draft))
        draft.fate = row.to
        return says

    def _provides(self, firm: str, step: Called, drafts: list[Draft], there: Mapping[str, Item]) -> set[str]:
        """The step that is due; what may be said of it, nothing where that is not known."""
        draft = self._speaks_for(drafts)
        other = draft is not None and draft.fate is Fate.THERE and draft.to != step.to
        event = Event.OTHER if other else Event.DUE
        before = draft.fate if draft else Fate.NONE
        row = self.row(before, event)
        own = {m for m in there if m not in {d.first_id for d in self.drafts if d.key != step.key or d.firm != firm}}
        unsure = any(not d.known for d in self.drafts if d.firm == firm and (d.key == step.key or d.copied))
        seen = draft is not None and not draft.known and draft.leaves_a_trace and not draft.copied
        # A copy was sent under its Message-ID, and the clock set back behind that: by a reply that was lost on the way
        # the watcher came to know of the copy before it knew that the draft was out, or it did not
        copy_sent = draft is not None and before is Fate.WITHDRAWN and draft.sent_too
        if (unsure and not seen) or copy_sent:
            assert len(own) <= 1, f"{firm}: more than one draft for {step}"
        else:
            expected = int(row.to is Fate.THERE)
            assert len(own) == expected, f"{firm}: {len(own)} drafts and not {expected}, {before} before {step}"
        fresh = own - {d.first_id for d in self.drafts}
        if not (unsure or copy_sent):
            assert bool(fresh) == (row.says == "created"), f"{firm}: {before}, {event}"
        if fresh or not unsure:
            for each in drafts:
                if each.fate is Fate.THERE and each.first_id not in own:
                    each.fate, each.place = Fate.WITHDRAWN, "nowhere"
        if fresh:
            (message_id,) = fresh
            if unsure:
                self.drafts = [d for d in self.drafts if d not in drafts or d.known]
            assert recipients(there[message_id]) == step.to, f"{firm}: it goes to somebody else"
            self.add(firm, step, message_id, there[message_id])
        elif draft is not None and not unsure:
            if copy_sent:
                draft.fate = Fate.OVER
                return {"sent"}
            if not (draft.copied and before is Fate.BACK):  # nothing tells that it is the same
                draft.fate = row.to
            return {row.says} | _of_one_that_came_back(draft)
        return set() if unsure else {row.says}

    @staticmethod
    def _speaks_for(drafts: Iterable[Draft]) -> Draft | None:
        """The one of a step's drafts that tells how it stands: what the user did settles it."""
        order = [*_THEIRS, Fate.THERE, Fate.WITHDRAWN]
        return min(drafts, key=lambda draft: order.index(draft.fate), default=None)

    def add(self, firm: str, step: Called, message_id: str, item: Item, *, heard: bool = True) -> None:
        assert is_ours(message_id)
        assert message_id not in {d.first_id for d in self.drafts if d.known}, "a Message-ID was given twice"
        made = dt.datetime.fromisoformat(str(dt.datetime.strptime(item.header("Date"), "%a, %d %b %Y %H:%M:%S %z")))
        to = recipients(item)
        self.drafts = [d for d in self.drafts if d.first_id != message_id]
        self.drafts.append(Draft(firm, step.key, message_id, to, made, message_id=message_id, heard=heard))

    def ran_to_its_end(self) -> None:
        """After `scanned` of each firm: the watcher has looked at everything."""
        self.fuzzy = False
        for draft in self.drafts:
            draft.heard, draft.leaving = True, False
            draft.came_back = draft.came_back and draft.place == "Drafts"

    def was_cut_off(
        self, firm: str, step: Called, today: dt.date, there: Mapping[str, Item], before: Iterable[str]
    ) -> None:
        """A scan did some of what it should have: never more."""
        self.fuzzy = True
        due = step.wants_draft(today)
        known = {d.first_id: d for d in self.drafts if d.firm == firm}
        of_step = [d for d in known.values() if due and d.key == step.key]
        own = {m for m in there if m not in known or known[m].key == step.key}
        assert len(own) <= 1 or not due, f"{firm}: more than one draft for {step}"
        for message_id in before:
            draft = known[message_id]
            fits = draft in of_step and draft.to == step.to
            if message_id not in there:
                assert not fits or not draft.known, f"it was taken out, and fits: {draft}"
                draft.fate, draft.place = Fate.WITHDRAWN, "nowhere"
            elif not fits:
                draft.leaving = True
        speaks = self._speaks_for([d for d in of_step if d.first_id not in there])
        for message_id in set(there) - set(known):
            assert due, f"{firm}: a draft for no step"
            settled = speaks is not None and speaks.fate in _THEIRS and speaks.known
            assert not settled, f"{firm}: made again: {speaks}"
            self.add(firm, step, message_id, there[message_id], heard=False)
        for draft in known.values():
            if draft.fate in (Fate.DELETED, Fate.SENT):
                draft.heard = False  # it may have been noticed, or not

    # -- the state ----------------------------------------------------------------------------------
    def kept(self) -> Model:
        """What the watcher remembers now."""
        return deepcopy(self)

    def forgets(self, earlier: Model | None) -> None:
        """The state is lost, or is that of an earlier day again."""
        self.fuzzy = True
        then = {d.first_id: d for d in earlier.drafts} if earlier else {}
        for draft in self.drafts:
            was = then.get(draft.first_id)
            if was is not None and was.fate in (Fate.THERE, Fate.DELETED):
                draft.unnoticed()
            same = was is not None and was.fate is draft.fate and was.message_id == draft.message_id
            by_user = (
                was is not None and was.fate is Fate.THERE and draft.fate in (Fate.EDITED, Fate.DELETED, Fate.SENT)
            )
            draft.known = draft.known and was is not None and was.known and (same or by_user)
        for draft in self.drafts:
            if any(not other.known for other in self.drafts if (other.firm, other.key) == (draft.firm, draft.key)):
                draft.known = False


def _of_one_that_came_back(draft: Draft) -> set[str]:
    """What may be said besides: one that was thrown away and taken back is another draft of the user's, or the same."""
    return {"dismissed", "sent"} if draft.came_back else set()


def _together(each: list[set[str]]) -> set[str]:
    """What may be said of several drafts: one of the things that may be of each, nothing only where it may of all."""
    may_be_silent = all("none" in says for says in each)
    return {"none"}.union(*each) if may_be_silent else set().union(*each) - {"none"}


def recipients(item: Item) -> frozenset[str]:
    return frozenset(part.rpartition("<")[2].strip("<> \r\n") for part in item.header("To").split(","))


def drafts_in(items: Iterable[Item]) -> dict[str, Item]:
    """What a mail program shows in Drafts, by Message-ID."""
    found = [item for item in items if item.folder == "Drafts" and not item.is_marked]
    ids = {item.message_id: item for item in found}
    assert len(ids) == len(found), "two drafts with one Message-ID"
    return ids
