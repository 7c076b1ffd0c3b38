"""Drafts as Gmail lists them: read once for each version, and not those in Trash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from providers.base import Draft, Unreachable
from providers.gmail.api import Fetched
from providers.gmail.drafts import Drafts
from providers.gmail.errors import Lost, Refused
from providers.testing.mailbox import draft_id, mail, our_draft


class Box:
    """Gmail's drafts: (message id, labels, content) by draft id, and a log."""

    def __init__(self, **drafts: tuple[str, str, bytes]) -> None:
        self.there = drafts
        self.log: list[str] = []
        self.trouble: dict[str, Exception] = {}

    def _met(self, what: str) -> None:
        self.log.append(what)
        if trouble := self.trouble.pop(what.split(maxsplit=1)[0], None):
            raise trouble

    def drafts(self) -> dict[str, str]:
        self._met("list")
        return {draft: message for draft, (message, _, _) in self.there.items()}

    def read_drafts(self, ids: Sequence[str]) -> dict[str, Fetched]:
        self._met(f"read {' '.join(ids)}".strip())
        now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        found = {i: self.there[i] for i in ids if i in self.there}
        return {
            i: Fetched(m, "t", frozenset(labels.split()), now, content) for i, (m, labels, content) in found.items()
        }

    def create_draft(self, content: bytes, thread: str | None) -> str:
        self._met(f"create {thread}")
        self.there["r9"] = ("m9", "DRAFT", content)
        return "r9"

    def delete_draft(self, draft: str) -> None:
        self._met(f"delete {draft}")
        del self.there[draft]


def drafts_of(box: Box) -> Drafts:
    return Drafts(box)  # type: ignore[arg-type]


def test_each_version_of_a_draft_is_read_once() -> None:
    box = Box(r1=("m1", "DRAFT", our_draft(1)), r2=("m2", "DRAFT", our_draft(2)))
    drafts = drafts_of(box)
    first = drafts.all()
    assert drafts.all() == first
    box.there["r2"] = ("m3", "DRAFT", our_draft(2, body="mine now"))
    del box.there["r1"]
    (edited,) = drafts.all()
    assert edited.print != first[1].print
    assert box.log == ["list", "read r1 r2", "list", "read", "list", "read r2"]


def test_those_of_others_are_read_once_for_all_sessions_and_ours_in_each() -> None:
    box = Box(r1=("m1", "DRAFT", our_draft(1)), r2=("m2", "DRAFT", mail("theirs")), r3=("m3", "DRAFT", mail("too")))
    others: dict[str, tuple[str, Draft]] = {}
    first = Drafts(box, others).all()  # type: ignore[arg-type]
    assert Drafts(box, others).all() == first  # type: ignore[arg-type]
    box.there["r2"] = ("m4", "DRAFT", mail("changed"))
    del box.there["r3"]
    ours, changed = Drafts(box, others).all()  # type: ignore[arg-type]
    assert (ours, changed.ref) == (first[0], "r2")
    assert list(others) == ["r2"]
    assert box.log == ["list", "read r1 r2 r3", "list", "read r1", "list", "read r1 r2"]


def test_a_draft_in_trash_is_none() -> None:
    box = Box(r1=("m1", "DRAFT TRASH", our_draft(1)))
    assert drafts_of(box).all() == []


def test_a_draft_that_goes_between_the_list_and_the_look_is_none() -> None:
    box = Box(r1=("m1", "DRAFT", our_draft(1)))
    box.read_drafts = lambda _: {}  # type: ignore[method-assign]
    assert drafts_of(box).all() == []


def test_what_was_saved_is_read_back_once_and_then_known() -> None:
    box = Box()
    drafts = drafts_of(box)
    saved = drafts.save(our_draft(1), "18c0")
    assert drafts.all() == [saved]
    assert box.log == ["create 18c0", "read r9", "list", "read"]
    assert saved.message_id == draft_id(1)


def test_a_draft_that_cannot_be_read_back_is_saved_all_the_same() -> None:
    box = Box()
    box.trouble["read"] = Lost("gone", arrived=True)
    assert drafts_of(box).save(our_draft(1), None).message_id == draft_id(1)


@pytest.mark.parametrize(
    ("hint", "thread"), [("18c0ffee", "18c0ffee"), ("1234/../x", "None"), ("", "None"), ("18C0", "None")]
)
def test_only_a_thread_id_of_gmails_goes_out(hint: str, thread: str) -> None:
    box = Box()
    drafts_of(box).save(our_draft(1), hint)
    assert box.log[0] == f"create {thread}"


def test_into_a_thread_that_is_gone_nothing_was_saved_so_it_is_saved_outside() -> None:
    box = Box()
    box.trouble["create"] = Refused("no such thread", 404)
    drafts_of(box).save(our_draft(1), "18c0")
    assert [entry for entry in box.log if entry.startswith("create")] == ["create 18c0", "create None"]


def test_what_changed_or_went_to_trash_is_not_removed() -> None:
    for changed in (("m2", "DRAFT", our_draft(1, body="mine")), ("m1", "DRAFT TRASH", our_draft(1))):
        box = Box(r1=("m1", "DRAFT", our_draft(1)))
        drafts = drafts_of(box)
        (draft,) = drafts.all()
        box.there["r1"] = changed
        with pytest.raises(Unreachable, match="changed"):
            drafts.remove(draft)
        assert "r1" in box.there


def test_what_is_gone_already_is_removed() -> None:
    box = Box(r1=("m1", "DRAFT", our_draft(1)))
    drafts = drafts_of(box)
    (draft,) = drafts.all()
    box.trouble["delete"] = Refused("not there", 404)
    drafts.remove(draft)
    del box.there["r1"]
    drafts.remove(draft)
