"""Two job processes in one mailbox, with all that can happen to them, and what must hold after every scan.

`world` is the mailbox, `story` tells what is called for, `model` what should be in Drafts. After a scan the three are
held against one another, and all that is no draft of the watcher's must be byte for byte as it was.
"""

from __future__ import annotations

import datetime as dt
import email
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from email.message import Message
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from providers.base import is_ours
from tests.life.employer import FIRST, Letter, written
from tests.life.model import Draft, Model, drafts_in, recipients
from tests.life.mortal import killed
from tests.life.scans import ACCOUNT, Scan
from tests.life.story import BEGIN, FIRMS, ZONE, Called, Story, Told
from tests.life.world import Item, World
from watcher.model import Mark, MarkKind
from watcher.store import open_beside

__all__ = ["DAY", "MINUTE", "Life"]

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
_ENDED = ("closed", "on_hold")


class Life:
    """What happens, as plain methods; every scan ends by holding what it left against what should be."""

    def __init__(self, world: World, root: Path) -> None:
        """Begin with an empty mailbox; `root` is a folder for the state."""
        self.world = world
        self.state, self.copy = root / "state.db", root / "copy.db"
        self.story, self.model, self.now = Story(), Model(), BEGIN
        self.remembered: tuple[Model, list[Told]] | None = None
        """What the copy of the state holds."""
        self._letters = 0

    def begins(self, days: int) -> None:
        """Both firms have my application, and so many days later the watcher looks for the first time."""
        for firm in FIRMS:
            self.arrives(FIRST, firm)
        self.now += days * DAY
        self.scan()

    # -- mail ----------------------------------------------------------------------------------------
    def arrives(self, letter: Letter, firm: str) -> None:
        """Somebody writes, now."""
        message = written(self.story, letter, firm, self.now)
        self.world.put(self.story.mime(message), "Sent" if letter.by == "me" else "INBOX", self.now)

    @property
    def is_past(self) -> bool:
        """Whether the clock was set back behind what was written already."""
        return any(message["date"] >= self.now for message in self.story.raw)

    # -- the clock -----------------------------------------------------------------------------------
    def passes(self, time: dt.timedelta) -> None:
        """Time passes, or the clock is set back."""
        self.now += time
        self.model.set_back = self.model.set_back or time < dt.timedelta()

    # -- the watcher ---------------------------------------------------------------------------------
    def scan(self) -> None:
        """A scan that runs to its end."""
        self.now += MINUTE
        before = self.world.items()
        found = Scan(self.world.box, self.state, self.now)()
        assert found["accounts"][0]["ok"], found["accounts"]
        self._ran(before, found)

    def scan_killed(self, at: int) -> None:
        """One that is killed at a moment."""
        self.now += MINUTE
        before = self.world.items()
        killed(Scan(self.world.box, self.state, self.now), at)
        self._was_cut_off(before)

    def scan_over_a_bad_network(self, fault: str) -> None:
        """One to which something happens on the way; it runs to its end where that does not come up."""
        self.now += MINUTE
        before = self.world.items()
        with self.world.faulty(fault) as provider:
            found = Scan(self.world.box, self.state, self.now)(provider)
        if found["accounts"][0]["ok"]:
            self._ran(before, found)
        else:
            self._was_cut_off(before)

    def dry_run(self) -> None:
        before = self.world.items(), self._state_bytes()
        Scan(self.world.box, self.state, self.now, dry_run=True)()
        assert (self.world.items(), self._state_bytes()) == before, "a dry run changed something"

    def _state_bytes(self) -> bytes:
        return self.state.read_bytes() if self.state.exists() else b""

    # -- the state -----------------------------------------------------------------------------------
    def copies_the_state(self) -> None:
        shutil.copy(self.state, self.copy)
        self.remembered = self.model.kept(), list(self.story.told)

    def restores_the_state(self) -> None:
        assert self.remembered
        shutil.copy(self.copy, self.state)
        model, told = self.remembered
        self.model.forgets(model)
        self.story.told = list(told)

    def loses_the_state(self) -> None:
        self.state.unlink(missing_ok=True)
        self.model.forgets(None)
        self.story.told = []

    # -- the user and the drafts ---------------------------------------------------------------------
    def edits(self, draft: Draft, *, anew: bool) -> None:
        """Some programs save what was changed under a Message-ID of their own (`anew`)."""
        item = self._shown(draft)
        mail = email.message_from_bytes(item.content)
        self._letters += 1
        message_id = f"<copy-{self._letters}@mua.example>" if anew else item.message_id
        _replace(mail, "Message-ID", message_id)
        mail.set_payload(str(mail.get_payload()).rstrip("\n") + f"\nAnd word {self._letters} more.\n")
        self.world.put(mail.as_bytes(), "Drafts", self.now)
        self.world.remove(item)
        self.model.edits(draft, message_id)

    def deletes(self, draft: Draft, place: str) -> None:
        """To "Trash", "marked" as deleted where it is, or for good: "nowhere"."""
        item = self._shown(draft)
        place = "Trash" if place == "marked" and not self.world.marks else place
        if place == "Trash":
            self.world.move(item, "Trash")
        elif place == "marked":
            self.world.mark(item, deleted=True)
        else:
            self.world.remove(item)
        self.model.deletes(draft, place)

    def takes_back(self, draft: Draft) -> None:
        item = self._thrown_away(draft)
        if draft.place == "Trash":
            self.world.move(item, "Drafts")
        else:
            self.world.mark(item, deleted=False)
        self.model.takes_back(draft)

    def deletes_for_good(self, draft: Draft) -> None:
        """What was thrown away."""
        self.world.remove(self._thrown_away(draft))
        self.model.deletes_for_good(draft)

    def sends(self, draft: Draft, *, keeps_id: bool, stays: bool) -> bool:
        """Send it, by a program that keeps its Message-ID or not, and leaves the draft there or not; whether it was.

        It is not where what so late a letter counts for is not for this oracle to say.
        """
        item = self._shown(draft)
        self.now += MINUTE
        kind = "thank_you" if draft.key[0] == "thank_you" else "follow_up"
        step = self.story.state(draft.firm, self.now).kind
        if step == "reply" or (kind == "thank_you" and step != "thank_you"):
            return False
        self._letters += 1
        message_id = item.message_id if keeps_id else f"<sent-{self._letters}@mua.example>"
        if message_id in self._ids():
            return False
        mail = email.message_from_bytes(item.content)
        _replace(mail, "Message-ID", message_id)
        _replace(mail, "Date", format_datetime(self.now))
        self.world.put(mail.as_bytes(), "Sent", self.now)
        if not stays:
            self.world.remove(item)
        sent = {"from": "me", "to": [FIRMS[draft.firm].recruiter], "date": self.now, "message_id": message_id}
        self.story.add(draft.firm, sent | {"says": {"kind": kind}})
        self.model.sends(draft, message_id, stays=stays)
        return True

    def begins_a_letter_of_their_own(self) -> None:
        self._letters += 1
        head = f"Message-ID: <own-{self._letters}@mua.example>\nFrom: alex.kim@mail.example\nTo: mum@home.example\n"
        self.world.put(f"{head}Subject: Sunday\n\nAt noon.\n".encode(), "Drafts", self.now)

    def _shown(self, draft: Draft) -> Item:
        return drafts_in(self.world.items())[draft.message_id]

    def _thrown_away(self, draft: Draft) -> Item:
        folder, marked = ("Trash", False) if draft.place == "Trash" else ("Drafts", True)
        items = (i for i in self.world.items() if (i.folder, i.is_marked) == (folder, marked))
        return next(item for item in items if item.message_id == draft.message_id)

    # -- what the user tells -------------------------------------------------------------------------
    def tells(self, firm: str, kind: MarkKind, days: int = 0) -> None:
        """A correction, as `watcher snooze` and its like keep it; `days` are those of a snooze."""
        ended = self.story.closed_by_me(firm, self.now) or self.story.state(firm, self.now).status in _ENDED
        if kind is MarkKind.REOPEN and not ended:
            return  # refused
        until = self.now.astimezone(ZONE).date() + days * DAY
        value = {MarkKind.SNOOZE: until.isoformat(), MarkKind.CONTACT: FIRMS[firm].manager}.get(kind, "")
        self.now += MINUTE
        first = self.story.message_id(self.story.of(firm)[0]["id"])
        with open_beside(self.state) as store:
            mark = store.keep_mark(ACCOUNT, Mark(kind, first, self.now, value))
        self.story.told.append(Told(kind, firm, self.now, value, mark.number))

    def untells(self, told: Told) -> None:
        """`watcher undo`."""
        self.story.told.remove(told)
        with open_beside(self.state) as store:
            store.undo_mark(told.number, self.now)

    # -- what must hold ------------------------------------------------------------------------------
    def _ran(self, before: frozenset[Item], found: Mapping[str, Any]) -> None:
        after = self._changed_only_ours(before)
        today = self.now.astimezone(ZONE).date()
        for firm in FIRMS:
            application = self._application(firm, found)
            step = self.story.called(firm, self.now)
            says = application["next_step"]
            told = Called(says["kind"], says["due"] and dt.date.fromisoformat(says["due"]), frozenset(says["to"]))
            assert told == replace(step, follows=""), f"{firm}: {told} and not {step}"
            mine = self.story.of(firm, self.now)
            wrote = max((m["date"] for m in mine if m["from"] == "me"), default=None)
            self.model.scanned(firm, step, today, self._ours(firm, after), wrote, application["draft"]["state"])
        self.model.ran_to_its_end()

    def _was_cut_off(self, before: frozenset[Item]) -> None:
        after = self._changed_only_ours(before)
        today = self.now.astimezone(ZONE).date()
        for firm in FIRMS:
            step = self.story.called(firm, self.now)
            self.model.was_cut_off(firm, step, today, self._ours(firm, after), self._ours(firm, before))

    def _changed_only_ours(self, before: frozenset[Item]) -> frozenset[Item]:
        """Nothing came, went or changed but drafts of the watcher that the user has not touched."""
        after = self.world.items()
        users = self.model.users()
        for item in before ^ after:
            assert item.folder == "Drafts", f"changed: {item}"
            assert is_ours(item.message_id), f"changed: {item}"
            assert item.message_id not in users, f"it is the user's: {item}"
            assert not item.is_marked, f"the user deleted it: {item}"
        for item in after - before:
            assert not item.header("In-Reply-To") or item.header("In-Reply-To") in self._ids(), "in no thread"
        return after

    def _application(self, firm: str, found: Mapping[str, Any]) -> Mapping[str, Any]:
        """The firm's process, which has to hold all of its mail and none else."""
        ids = self.story.ids(firm, self.now)
        of = {a["id"]: {m for t in a["threads"] for m in t["message_ids"]} for a in found["applications"]}
        (one,) = [key for key, read in of.items() if read & ids]
        assert of[one] == ids, f"{firm}: missed {ids - of[one]}, and has {of[one] - ids}"
        application: Mapping[str, Any] = next(a for a in found["applications"] if a["id"] == one)
        return application

    def _ids(self) -> set[str]:
        return {self.story.message_id(m["id"]) for m in self.story.raw}

    def _ours(self, firm: str, items: Iterable[Item]) -> dict[str, Item]:
        """The watcher's drafts for a firm that the user has not touched."""
        users = self.model.users()
        domain = FIRMS[firm].manager.partition("@")[2]
        return {
            message_id: item
            for message_id, item in drafts_in(items).items()
            if is_ours(message_id)
            and message_id not in users
            and {a.partition("@")[2] for a in recipients(item)} == {domain}
        }


def _replace(mail: Message, name: str, value: str) -> None:
    del mail[name]
    mail[name] = value
