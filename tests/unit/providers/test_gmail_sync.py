"""What is new, on a mailbox that is played: look back, history, and going on after a crash."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest

from providers.base import FolderRole, Page, Sought
from providers.gmail.api import Change, Fetched, Profile
from providers.gmail.sync import Cursor, Mailbox, pages

SINCE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass
class Played:
    """A mailbox: threads by message id, what each search finds, and its history."""

    threads: dict[str, str]
    searches: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, set[str]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    now: str = "100"
    expired: bool = False
    log: list[str] = field(default_factory=list)

    def profile(self) -> Profile:
        self.log.append("profile")
        return Profile("sam@home.example", self.now)

    def search(self, query: str) -> dict[str, str]:
        self.log.append(query)
        word = query.rpartition(" ")[2].strip("{}")
        found = self.threads if word == "-in:drafts" else self.searches.get(word, [])
        return {message: self.threads[message] for message in found}

    def history(self, start: str) -> tuple[list[Change], str] | None:
        self.log.append(f"history {start}")
        return None if self.expired else ([c for c in self.changes if int(c.history) > int(start)], self.now)

    def fetch(self, ids: list[str]) -> list[Fetched]:
        self.log.append(f"fetch {len(ids)}")
        return [
            Fetched(i, self.threads[i], frozenset(self.labels.get(i, {"INBOX"})), SINCE + dt.timedelta(days=1), b"x")
            for i in ids
            if i in self.threads
        ]

    def pages(self, cursor: str | None = None, sought: Sought | None = None) -> list[Page]:
        mailbox = Mailbox(self, self.profile, self.fetch, float)  # type: ignore[arg-type]
        return list(pages(mailbox, cursor, SINCE, sought))


def refs(found: list[Page]) -> list[str]:
    return [listing.ref for page in found for listing in page.listings]


def added(step: int, message: str, *labels: str) -> Change:
    return Change(str(step), message, "messagesAdded", frozenset(labels or {"INBOX"}))


def many(count: int) -> list[str]:
    return [f"{number:04x}" for number in range(count)]


# -- a look back ------------------------------------------------------------------------------
def test_without_anything_sought_everything_comes_in_pages_of_fifty() -> None:
    played = Played({i: i for i in many(120)})
    found = played.pages()
    assert refs(found) == many(120)
    assert [page.remaining for page in found if page.listings] == [70, 20, 0]
    assert [page.wait for page in found if page.listings] == [70, 20, 0]


def test_the_position_in_the_history_is_taken_before_anything_is_listed() -> None:
    played = Played({"a": "a"})
    found = played.pages()
    assert played.log[0] == "profile"
    assert [Cursor.read(page.cursor).history for page in found] == ["100"] * len(found)  # type: ignore[union-attr]


def test_what_arrives_while_the_first_scan_runs_comes_next() -> None:
    played = Played({i: i for i in many(3)})
    cursor = played.pages()[-1].cursor
    played.threads["9999"] = "9999"
    played.changes, played.now = [added(101, "9999")], "101"  # after the profile was asked, before the poll was over
    assert refs(played.pages(cursor)) == ["9999"]


def test_of_what_is_sought_whole_threads_come_and_nothing_else() -> None:
    played = Played(
        {"1": "t1", "2": "t1", "3": "t2", "4": "t2", "5": "t3", "6": "t4"},
        {"in:sent": ["2"], "recruiter": ["3"], "from:lever.co": ["5"]},
    )
    assert refs(played.pages(None, Sought(("recruiter",), ("lever.co",)))) == ["1", "2", "3", "4", "5"]
    assert [entry for entry in played.log if entry.startswith("fetch")] == ["fetch 5"]


def test_then_comes_what_else_is_from_the_people_of_it() -> None:
    played = Played({"1": "t1", "2": "t2", "3": "t3"}, {"recruiter": ["2"], "from:acme.example": ["1", "2"]})
    asked_after: list[int] = []

    def people() -> list[str]:
        asked_after.append(len([entry for entry in played.log if entry.startswith("fetch")]))
        return ["acme.example"]

    found = played.pages(None, Sought(("recruiter",), people=people))
    assert refs(found) == ["2", "1"]
    assert asked_after == [1], "asked once what was found before was handed over"


@pytest.mark.parametrize("sought", [None, Sought(("recruiter",))])
def test_after_a_crash_a_look_back_goes_on_where_it_was(sought: Sought | None) -> None:
    ids = many(170)
    played = Played({i: i for i in ids}, {"recruiter": ids})
    whole = played.pages(None, sought)
    for page in range(len(whole)):
        before = refs(whole[: page + 1])
        assert before + refs(played.pages(whole[page].cursor, sought)) == ids


def test_in_a_look_back_drafts_and_the_like_that_came_in_between_are_left_out() -> None:
    played = Played(
        {"1": "1", "2": "2", "3": "3", "4": "4"}, labels={"1": {"DRAFT"}, "2": {"TRASH"}, "3": {"SPAM", "X"}}
    )
    assert refs(played.pages()) == ["4"]


# -- history ----------------------------------------------------------------------------------
def test_a_quiet_poll_is_one_question() -> None:
    played = Played({"1": "1"})
    cursor = played.pages()[-1].cursor
    played.log.clear()
    (page,) = played.pages(cursor)
    assert (page.listings, page.remaining, played.log) == ((), 0, ["history 100"])


def test_new_mail_comes_and_drafts_chats_and_rubbish_do_not() -> None:
    played = Played(dict.fromkeys("123456", "t"), now="110")
    played.changes = [
        added(101, "1"),
        added(102, "2", "DRAFT"),
        added(103, "3", "CHAT"),
        added(104, "4", "SPAM"),
        added(105, "5", "SENT"),
        added(106, "6", "INBOX"),
        Change("107", "6", "labelsAdded", frozenset({"TRASH"})),
        Change("108", "1", "labelsRemoved", frozenset({"UNREAD"})),
    ]
    assert refs(played.pages(str(Cursor("100")))) == ["1", "5"]


def test_what_is_saved_from_spam_or_trash_or_sent_from_drafts_is_new() -> None:
    played = Played(dict.fromkeys("123", "t"), now="110", labels={"3": {"SENT"}})
    played.changes = [
        Change("101", "1", "labelsRemoved", frozenset({"SPAM"})),
        Change("102", "2", "labelsRemoved", frozenset({"TRASH", "X"})),
        Change("103", "3", "labelsRemoved", frozenset({"DRAFT"})),
        Change("104", "2", "messagesDeleted", frozenset()),
    ]
    found = played.pages(str(Cursor("100")))
    assert refs(found) == ["1", "3"]
    assert found[0].listings[1].folder is FolderRole.SENT


def test_after_a_crash_the_history_goes_on_where_it_was_and_no_step_is_torn() -> None:
    played = Played({i: i for i in many(130)}, now="500")
    played.changes = [added(101 + number // 3, i) for number, i in enumerate(many(130))]  # three to a step
    whole = played.pages(str(Cursor("100")))
    assert refs(whole) == many(130)
    for page in range(len(whole)):
        got = set(refs(whole[: page + 1])) | set(refs(played.pages(whole[page].cursor)))
        assert got == set(many(130))
    assert refs(played.pages(whole[-1].cursor)) == []


def test_one_step_of_many_pages_is_not_done_before_its_end() -> None:
    played = Played({i: i for i in many(130)}, now="500", changes=[added(101, i) for i in many(130)])
    whole = played.pages(str(Cursor("100")))
    assert [Cursor.read(page.cursor).history for page in whole] == ["100", "100", "500"]  # type: ignore[union-attr]


def test_an_expired_position_leads_to_one_look_back_that_leaves_out_what_is_known() -> None:
    played = Played({i: i for i in many(60)}, {"recruiter": many(60)}, expired=True, now="900")
    found = played.pages(str(Cursor("100")), Sought(("recruiter",), known=lambda: many(57)))
    assert refs(found) == many(60)[57:]
    assert Cursor.read(found[0].cursor) == Cursor("900", SINCE.isoformat()), "kept before anything else"
    assert played.log.count("history 100") == 1
    played.log.clear()
    played.pages(found[0].cursor, Sought(("recruiter",)))
    assert not [entry for entry in played.log if entry.startswith("history")]


# -- cursors ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    ["", "{}", "null", "[1]", '{"gmail": []}', '{"gmail": [1]}', '{"gmail": ["x"]}', '{"gmail": ["1", "yesterday", ""]}',
     '{"gmail": ["1", "2026-01-01", ""]}', '{"gmail": ["1", "2026-01-01T00:00+00:00", 5]}', '{"imap": 1}',
     '{"gmail": ["1", "2", "3", "4"]}', '{"gmail": null}'],
)  # fmt: skip
def test_a_cursor_of_no_use_is_none(text: str) -> None:
    assert Cursor.read(text) is None


def test_a_cursor_keeps_ids_beyond_63_bits() -> None:
    for cursor in (Cursor("18446744073709551615"), Cursor("1", SINCE.isoformat(), "18c0ffee")):
        assert Cursor.read(str(cursor)) == cursor
