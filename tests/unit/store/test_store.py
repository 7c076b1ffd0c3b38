"""What the store keeps, it gives back; and no more than it should."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.store.samples import UTC, entry, record
from watcher.model import Address, Entry, Envelope, Kind, Statement, Window
from watcher.store import Life, open_store, snapshot
from watcher.store.codec import decode_entry, encode_envelope, encode_statements


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "state.db") as opened:
        yield opened


def test_a_page_is_kept_with_its_cursor(store):
    store.keep_page("home", [entry("1"), entry("2")], [("ref-9", "too deep")], "cursor-1", 1)
    assert [e.envelope.message_id for e in store.entries("home")] == ["<1@acme.example>", "<2@acme.example>"]
    assert store.cursor("home", 1) == "cursor-1"
    assert store.quarantined("home") == {"ref-9": "too deep"}


def test_accounts_do_not_see_one_another(store):
    store.keep_page("home", [entry("1")], [("r", "why")], "c", 1)
    store.keep_application_ids("home", {"<1@acme.example>": "acme"})
    store.keep_draft(record())
    assert store.entries("work") == ()
    assert store.cursor("work", 1) is None
    assert store.quarantined("work") == {}
    assert store.application_ids("work") == {}
    assert store.drafts("work") == ()
    assert store.known("work", ["<1@acme.example>"]) == set()


def test_another_version_of_the_reading_starts_from_the_beginning(store):
    store.keep_page("home", [entry("1")], [("ref-9", "too deep")], "cursor-1", 1)
    assert store.cursor("home", 2) is None
    store.keep_page("home", [], [], "cursor-2", 2)
    assert store.cursor("home", 2) == "cursor-2"
    assert store.quarantined("home") == {}, "what one version could not read the next tries again"
    assert len(store.entries("home")) == 1, "mail that has left the mailbox is still known"


def test_an_entry_read_again_replaces_the_first_reading(store):
    store.keep_page("home", [entry("1")], [], "c1", 1)
    again = entry("1", Statement(Kind.ASKS_ME, "could you", "question"))
    store.keep_page("home", [entry("1"), again], [], "c2", 1)
    assert store.entries("home") == (again,)


def test_a_message_that_reads_at_last_leaves_quarantine(store):
    store.keep_page("home", [], [("ref-1", "too deep"), ("ref-2", "too deep")], "c1", 1)
    store.keep_page("home", [entry("1", ref="ref-1")], [], "c2", 1)
    assert store.quarantined("home") == {"ref-2": "too deep"}


def test_entries_come_in_order_of_writing_whatever_the_zone(store):
    east = dt.datetime(2026, 3, 2, 18, tzinfo=dt.timezone(dt.timedelta(hours=9)))  # 09:00 UTC
    store.keep_page("home", [entry("noon"), entry("east", sent=east)], [], "c", 1)
    assert [e.envelope.message_id for e in store.entries("home")] == ["<east@acme.example>", "<noon@acme.example>"]


def test_the_senders_offset_is_kept(store):
    store.keep_page("home", [entry("1")], [], "c", 1)
    assert store.entries("home")[0].envelope.sent.utcoffset() == dt.timedelta(hours=-6)


def test_known_answers_for_more_ids_than_a_statement_takes(store):
    ids = [f"<{i}@acme.example>" for i in range(40_000)]
    store.keep_page("home", [entry("1"), entry("39999")], [], "c", 1)
    assert store.known("home", ids) == {"<1@acme.example>", "<39999@acme.example>"}


def test_process_ids_stay_until_named_again(store):
    store.keep_application_ids("home", {"<1@x>": "acme", "<2@x>": "acme"})
    store.keep_application_ids("home", {"<2@x>": "globex"})
    assert store.application_ids("home") == {"<1@x>": "acme", "<2@x>": "globex"}


def test_a_draft_record_lives_on_in_its_row(store):
    later = record("b", intended=dt.datetime(2026, 3, 17, tzinfo=UTC))
    store.keep_draft(later)
    store.keep_draft(record())
    store.keep_draft(record(life=Life.SAVED))
    assert store.drafts("home") == (record(life=Life.SAVED), later)


def test_what_was_kept_is_there_after_opening_again(tmp_path):
    with open_store(tmp_path / "state.db") as store:
        store.keep_page("home", [entry("1")], [], "c1", 1)
        store.keep_draft(record())
    with open_store(tmp_path / "state.db") as store:
        assert len(store.entries("home")) == 1
        assert store.drafts("home") == (record(),)


def test_a_page_is_kept_whole_or_not_at_all(store):
    store.keep_page("home", [entry("1")], [], "c1", 1)
    broken = entry("2", sent=dt.datetime(2026, 3, 3))  # noqa: DTZ001 - no zone: refused
    with pytest.raises(Exception, match="time zone"):
        store.keep_page("home", [entry("3"), broken], [], "c2", 1)
    assert store.cursor("home", 1) == "c1"
    assert len(store.entries("home")) == 1


def test_no_body_is_kept_and_no_more_than_300_characters_of_words(tmp_path):
    body = "The canary sings at the window every morning before the post arrives. " * 20
    statement = Statement(Kind.ASKS_ME, body, "question", text=body)
    with open_store(tmp_path / "state.db") as store:
        store.keep_page("home", [entry("1", statement)], [], "c1", 1)
        (kept,) = store.entries("home")[0].statements
        assert len(kept.words) == len(kept.text) == 300
    content = (tmp_path / "state.db").read_bytes()
    assert content.count(b"canary") == body[:300].count("canary") * 2


def test_a_snapshot_sees_the_state_and_changes_nothing(tmp_path: Path):
    path = tmp_path / "state.db"
    with open_store(path) as store:
        store.keep_page("home", [entry("1")], [], "c1", 1)
        before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir()}
        with snapshot(path) as copy:  # while another holds the lock
            copy.keep_page("home", [entry("2")], [], "c2", 1)
            assert len(copy.entries("home")) == 2
        assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir()} == before
        assert len(store.entries("home")) == 1


def test_a_snapshot_of_nothing_is_empty_and_makes_no_file(tmp_path: Path):
    with snapshot(tmp_path / "none" / "state.db") as store:
        assert store.entries("home") == ()
        store.keep_draft(record())
    assert list(tmp_path.iterdir()) == []


_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
_ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
_MOMENTS = st.builds(
    lambda days, seconds, zone: dt.datetime(1971, 1, 1, tzinfo=zone) + dt.timedelta(days=days, seconds=seconds),
    st.integers(0, 50_000),
    st.floats(0, 86_399),
    _ZONES,
)
_ADDRESSES = st.builds(Address, _LINE, _LINE)
_WINDOWS = st.builds(Window, st.none() | st.dates(), st.dates())
_STATEMENTS = st.builds(
    Statement,
    kind=st.sampled_from(Kind),
    words=_LINE,
    rule=_LINE,
    window=st.none() | _WINDOWS,
    day=st.none() | st.dates(),
    start=st.none() | _MOMENTS,
    end=st.none() | _MOMENTS,
    who=st.lists(_ADDRESSES, max_size=2).map(tuple),
    text=_LINE,
)
_PEOPLE = st.lists(_ADDRESSES, max_size=3).map(tuple)
_ENVELOPES = st.builds(
    Envelope,
    sent=_MOMENTS,
    received=_MOMENTS,
    sender=_ADDRESSES,
    to=_PEOPLE,
    cc=_PEOPLE,
    reply_to=_PEOPLE,
    subject=_LINE,
    references=st.lists(_LINE, max_size=3).map(tuple),
)


@given(_ENVELOPES, st.lists(_STATEMENTS, max_size=3).map(tuple))
def test_what_is_encoded_is_decoded_to_the_same(envelope, statements):
    assert decode_entry(encode_envelope(envelope), encode_statements(statements)) == Entry(envelope, statements)
