"""One hiring process, its mailbox and its state, and the hands of the user in both."""

from __future__ import annotations

import datetime as dt
import mailbox
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from providers.base import is_ours
from providers.maildir import MaildirProvider
from tests.unit.builders import DANA, ME, MINE, mail, process
from watcher.drafting import Reconciled, Wanted, reconcile
from watcher.model import Address, Application, DraftState, Entry, Step, StepKind, Thread
from watcher.store import DraftRecord, open_store, snapshot

__all__ = ["NOW", "Scene", "check_in", "nothing", "watched"]

NOW = dt.datetime(2026, 3, 16, 14, tzinfo=dt.UTC)
_CALLS = frozenset({"drafts", "find_draft", "discarded", "save_draft", "remove_draft", "keep_draft", "known"})


def check_in(anchor: str = "<1@test.example>", *to: Address, kind: StepKind = StepKind.CHECK_IN) -> Step:
    """A check-in that is due."""
    return Step(kind, dt.date(2026, 3, 16), to or (DANA,), "because", anchor)


def nothing() -> Step:
    """No draft is called for."""
    return Step(StepKind.REPLY, None, (), "they asked you something")


class Scene:
    """A Maildir with Drafts and Trash, a state beside it, and a process in which Dana wrote and I answered."""

    def __init__(self, root: Path) -> None:
        self.maildir, self.state = root / "Maildir", root / "state.db"
        box = mailbox.Maildir(str(self.maildir))
        self.folder, self.trash = box.add_folder("Drafts"), box.add_folder("Trash")
        self.now = NOW
        self.step = check_in()
        self.entries: list[Entry] = [mail(1, "2026-03-02 10:00"), mail(2, "2026-03-02 15:00", MINE)]

    # -- the watcher ----------------------------------------------------------------------------
    @property
    def application(self) -> Application:
        return process(threads=(Thread("t", "Backend Engineer", tuple(self.entries)),))

    def provider(self) -> Any:
        return MaildirProvider("home", {"path": str(self.maildir), "folders": None, "drafts": None}, lambda: "")

    def scan(
        self,
        moment: Callable[[str], None] = lambda _: None,
        *,
        may_save: Callable[[], bool] = lambda: True,
        dry_run: bool = False,
    ) -> Reconciled:
        """One scan's drafting; `moment` is called before and after each call to the mailbox and to the state."""
        with (snapshot if dry_run else open_store)(self.state) as store, self.provider() as provider:
            return reconcile(
                "home",
                [Wanted(self.application, self.step)],
                watched(provider, moment, "mailbox"),
                watched(store, moment, "state"),
                ME,
                self.now,
                may_save=may_save,
                dry_run=dry_run,
            )

    def state_after_scan(self, **how: Any) -> DraftState:
        result = self.scan(**how)
        assert result.failure is None
        return result.states[self.application.id]

    def records(self) -> tuple[DraftRecord, ...]:
        with snapshot(self.state) as store:
            return store.drafts("home")

    # -- the user -------------------------------------------------------------------------------
    def drafts(self) -> dict[str, bytes]:
        """What is in Drafts and not marked as deleted, by Message-ID."""
        found = [item for item in self.folder if "T" not in item.get_flags()]
        ids = [str(item["Message-ID"]) for item in found]
        assert len(set(ids)) == len(ids), "two drafts with one Message-ID"
        return {message_id: item.as_bytes() for message_id, item in zip(ids, found, strict=True)}

    def discarded(self) -> list[bytes]:
        """What is in Trash, or in Drafts and marked as deleted."""
        marked = (item for item in self.folder if "T" in item.get_flags())
        return sorted(item.as_bytes() for item in (*self.trash, *marked))

    def ours(self) -> list[str]:
        return [message_id for message_id in self.drafts() if is_ours(message_id)]

    def add(self, content: bytes) -> None:
        """A draft by the hand of the user."""
        item = mailbox.MaildirMessage(content)
        item.set_subdir("cur")
        item.add_flag("D")
        self.folder.add(item)

    def delete(self, message_id: str) -> bytes:
        """Delete a draft for good; what it was."""
        key = self._key(message_id)
        content = self.folder.get_bytes(key)
        self.folder.remove(key)
        return content

    def discard(self, message_id: str) -> None:
        """Move a draft to Trash."""
        key = self._key(message_id)
        self.trash.add(self.folder[key])
        self.folder.remove(key)

    def mark_deleted(self, message_id: str) -> None:
        """Mark a draft as deleted, as programs do that leave it in its folder until that is cleaned up."""
        key = self._key(message_id)
        item = self.folder[key]
        item.add_flag("T")
        self.folder[key] = item

    def _key(self, message_id: str) -> str:
        found = {item["Message-ID"]: key for key, item in self.folder.items() if "T" not in item.get_flags()}
        return found[message_id]

    def edit(self, message_id: str, *, new_id: str = "", words: bytes = b"And one word more.") -> None:
        """Save a draft anew with more words, under its own Message-ID or another."""
        content = self.delete(message_id).replace(b"Best", b"B").rstrip(b"\n") + b"\n" + words + b"\n"
        self.add(content.replace(message_id.encode(), new_id.encode()) if new_id else content)

    def write(self, message_id: str = "") -> None:
        """Send a message in the process, now."""
        number = len(self.entries) + 1
        at = self.now.astimezone(dt.UTC)
        entry = mail(number, "2026-03-01 00:00", MINE, message_id=message_id or f"<{number}@test.example>")
        self.entries.append(_at(entry, at))

    def hears(self) -> str:
        """Dana writes, now; the Message-ID."""
        number = len(self.entries) + 1
        self.entries.append(_at(mail(number, "2026-03-01 00:00"), self.now))
        return f"<{number}@test.example>"


def watched(target: Any, moment: Callable[[str], None], where: str) -> Any:
    """`target`, with `moment` told "before mailbox.drafts", "after mailbox.drafts" around each call that matters."""

    class Watched:
        def __getattr__(self, name: str) -> Any:
            found = getattr(target, name)
            if name not in _CALLS:
                return found

            def call(*values: Any, **named: Any) -> Any:
                moment(f"before {where}.{name}")
                result = found(*values, **named)
                moment(f"after {where}.{name}")
                return result

            return call

    return Watched()


def _at(entry: Entry, moment: dt.datetime) -> Entry:
    return replace(entry, envelope=replace(entry.envelope, sent=moment, received=moment.astimezone(dt.UTC)))
