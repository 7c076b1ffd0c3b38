"""What a Maildir gives as new, and what it costs to tell."""

import datetime as dt
import mailbox
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from providers.base import FolderRole, Listing, NotSetUp, Page, Provider
from providers.maildir import MaildirProvider, adapter, poll
from providers.maildir.cursor import Seen, decode, encode, mark_of
from providers.maildir.files import Entry, opened

LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
NOBODY = 65534


def make_folder(path: Path) -> Path:
    for inside in ("cur", "new", "tmp"):
        (path / inside).mkdir(parents=True)
    return path


def deliver(folder: Path, name: str, content: bytes = b"Subject: x\n\nhello\n", *, received: float = 0) -> Path:
    file = folder / name
    file.write_bytes(content)
    if received:
        os.utime(file, (received, received))
    return file


def provider_of(root: Path, **settings: Any) -> Provider:
    return MaildirProvider("home", {"path": str(root), "folders": None, "drafts": None, **settings}, str)


def poll_all(root: Path, cursor: str | None, since: dt.datetime = LONG_AGO, **settings: Any) -> tuple[str, list[str]]:
    """The last cursor, and the refs that came."""
    with provider_of(root, **settings) as provider:
        pages = list(provider.poll(cursor, since))
    return (pages[-1].cursor if pages else cursor or ""), [listing.ref for page in pages for listing in page.listings]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "Maildir")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets a minute pass, as file system and clock tell it."""

    def pass_a_minute() -> None:
        ahead = time.time_ns() + 60_000_000_000
        monkeypatch.setattr(time, "time_ns", lambda: ahead)

    return pass_a_minute


# -- which messages are new -------------------------------------------------------------------
def test_flags_folders_and_notes_of_sync_programs_do_not_make_a_message_new(root: Path) -> None:
    file = deliver(root, "new/1700000000.M1P2.host")
    cursor, refs = poll_all(root, None)
    assert len(refs) == 1
    for name in ("1700000000.M1P2.host:2,", "1700000000.M1P2.host,U=7:2,S", "1700000000.M1P2.host,U=7:2,FRS"):
        file = file.rename(root / "cur" / name)
        cursor, refs = poll_all(root, cursor)
        assert refs == []


def test_two_files_under_one_key_are_one_message(root: Path) -> None:
    deliver(root, "new/1.a")
    deliver(root, "cur/1.a:2,S")
    assert len(poll_all(root, None)[1]) == 1


def test_a_file_with_an_old_time_that_comes_later_is_new(root: Path) -> None:
    deliver(root, "cur/1.a:2,S")
    cursor, _ = poll_all(root, None)
    deliver(root, "cur/2.b:2,S", received=1_600_000_000)
    assert poll_all(root, cursor, since=dt.datetime.now(dt.UTC))[1] == [".:2.b"]


def test_a_folder_fetched_anew_is_read_as_at_first(root: Path) -> None:
    old = deliver(root, "cur/1.a:2,S", received=1_600_000_000)
    since = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
    cursor, refs = poll_all(root, None, since)
    assert refs == []
    old.unlink()
    deliver(root, "cur/1.fetched-anew:2,S", received=1_600_000_000)
    deliver(root, "cur/2.fetched-anew:2,S")
    assert poll_all(root, cursor, since)[1] == [".:2.fetched-anew"]


def test_drafts_outside_of_the_drafts_folder_are_left_out_until_they_are_finished(root: Path) -> None:
    everything = make_folder(root / ".All Mail")
    draft = deliver(everything, "cur/1.a:2,DS")
    cursor, refs = poll_all(root, None)
    assert refs == []
    draft.rename(everything / "cur" / "1.a:2,S")
    assert len(poll_all(root, cursor)[1]) == 1


def test_sent_mail_that_kept_its_draft_flag_is_read(root: Path) -> None:
    deliver(make_folder(root / ".Sent"), "cur/1.a:2,DS")
    assert poll_all(root, None)[1] == [".Sent:1.a"]


def test_a_file_renamed_between_listing_and_reading_comes_at_the_next_poll(
    root: Path, monkeypatch: pytest.MonkeyPatch, later: Callable[[], None]
) -> None:
    file = deliver(root, "new/1.a")
    later()
    listing_of = poll._listing

    def renamed_first(new: poll._New) -> Listing | None:
        file.rename(root / "cur" / "1.a:2,S")
        return listing_of(new)

    monkeypatch.setattr(poll, "_listing", renamed_first)
    cursor, refs = poll_all(root, None)
    assert refs == []
    monkeypatch.undo()
    assert poll_all(root, cursor)[1] == [".:1.a"]


def test_a_crash_between_pages_leaves_the_rest_for_the_next_poll(
    root: Path, monkeypatch: pytest.MonkeyPatch, later: Callable[[], None]
) -> None:
    monkeypatch.setattr(poll, "PAGE", 2)
    for number in range(5):
        deliver(root, f"cur/{number}:2,S", received=1_700_000_000 + number)
    later()
    with provider_of(root) as provider:
        first = next(provider.poll(None, LONG_AGO))
    assert poll_all(root, first.cursor)[1] == [".:2", ".:3", ".:4"]


def test_a_message_removed_between_listing_and_looking_stops_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("1.a", "2.b"):
        deliver(root, f"new/{name}")
    status_of = poll.status_of

    def first_removed(folder: Path, entry: Entry) -> os.stat_result:
        if entry.key == "1.a":
            (folder / entry.inside / entry.file).unlink()
        return status_of(folder, entry)

    monkeypatch.setattr(poll, "status_of", first_removed)
    assert poll_all(root, None)[1] == [".:2.b"]


def test_a_message_renamed_while_it_is_fetched_is_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = deliver(root, "new/1.a")
    entries = adapter.entries

    def renamed_after(folder: Path) -> Any:
        found = entries(folder)
        if file.exists():
            file.rename(root / "cur" / "1.a:2,S")
        return found

    monkeypatch.setattr(adapter, "entries", renamed_after)
    with provider_of(root) as provider:
        assert [raw.ref for raw in provider.fetch([".:1.a"])] == [".:1.a"]


def test_pages_come_oldest_first_over_all_folders(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poll, "PAGE", 2)
    sent = make_folder(root / ".Sent")
    for number in range(5):
        deliver(sent if number % 2 else root, f"cur/{number}:2,S", received=1_700_000_000 + number)
    with provider_of(root) as provider:
        pages = list(provider.poll(None, LONG_AGO))
    assert [[listing.ref[-1] for listing in page.listings] for page in pages] == [["0", "1"], ["2", "3"], ["4"]]
    assert [page.remaining for page in pages] == [3, 1, 0]


def test_times_out_of_this_world_are_bounded(root: Path) -> None:
    deliver(root, "cur/1.a:2,S", received=-5_000_000_000)
    with provider_of(root) as provider:
        (page,) = provider.poll(None, dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    assert page.listings[0].received == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


# -- what it costs ----------------------------------------------------------------------------
@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were listed."""
    names: list[str] = []
    entries = poll.entries

    def noted(folder: Path) -> Any:
        names.append(folder.name)
        return entries(folder)

    monkeypatch.setattr(poll, "entries", noted)
    return names


def test_a_folder_without_a_change_is_not_listed(root: Path, listed: list[str], later: Callable[[], None]) -> None:
    work = make_folder(root / ".Work")
    deliver(root, "new/1.a")
    deliver(work, "new/1.b")
    later()
    cursor, refs = poll_all(root, None)
    assert len(refs) == 2
    listed.clear()
    assert poll_all(root, cursor) == (cursor, [])
    assert listed == []
    deliver(work, "new/2.b")
    assert poll_all(root, cursor)[1] == [".Work:2.b"]
    assert listed == [".Work"]


def test_a_change_of_this_moment_is_not_relied_upon(root: Path, listed: list[str], later: Callable[[], None]) -> None:
    deliver(root, "new/1.a")
    cursor, _ = poll_all(root, None)
    listed.clear()
    poll_all(root, cursor)  # another file may have come within the same tick of the clock
    assert listed == ["Maildir"]
    later()
    cursor, _ = poll_all(root, cursor)
    listed.clear()
    poll_all(root, cursor)
    assert listed == []


def test_a_directory_put_in_the_place_of_another_is_listed(root: Path, later: Callable[[], None]) -> None:
    work, other = make_folder(root / ".Work"), make_folder(root / "elsewhere")
    deliver(work, "new/1.a")
    deliver(other, "new/1.b")
    later()
    cursor, _ = poll_all(root, None, folders=["Work"])
    work.rename(root / "away")
    other.rename(work)
    assert poll_all(root, cursor, folders=["Work"])[1] == [".Work:1.b"]


def test_the_cursor_takes_eight_characters_a_message() -> None:
    marks = b"".join(mark_of(f"1700000000.M{number}P1.host") for number in range(10_000))
    assert len(encode({".": Seen("cur:1:2", marks)})) < 80_100


def test_a_damaged_cursor_says_nothing() -> None:
    good = encode({".": Seen("x", b"123456")})
    assert decode(good) == {".": Seen("x", b"123456")}
    for bad in (None, "", "[]", "null", "7", good[:-5], good.replace("1", "2", 1), good.replace('","', '","!')):
        assert decode(bad) == {}


# -- only mail --------------------------------------------------------------------------------
def test_links_pipes_and_directories_are_no_mail(
    root: Path, tmp_path: Path, listed: list[str], later: Callable[[], None]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Subject: secret\n\nkeep out\n")
    (root / "new" / "link").symlink_to(secret)
    (root / "cur" / "directory").mkdir()
    os.mkfifo(root / "cur" / "pipe")
    (root / "cur" / ".hidden").write_text("x")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(root / "cur" / "socket"))
        later()
        cursor, refs = poll_all(root, None)
        assert refs == []
        listed.clear()
        poll_all(root, cursor)
        assert listed == []  # and they do not keep the folder unsettled


def test_a_link_put_in_the_place_of_a_listed_file_is_not_opened(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Subject: secret\n\nkeep out\n")
    (root / "cur" / "1.a:2,S").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="symbolic links"), opened(root, Entry("1.a", "cur", "1.a:2,S")):
        pass


def test_linked_folders_are_not_followed(root: Path, tmp_path: Path) -> None:
    outside = make_folder(tmp_path / "outside")
    deliver(outside, "new/1.a")
    (root / ".Linked").symlink_to(outside)
    assert poll_all(root, None)[1] == []


def test_a_folder_made_of_links_is_said(root: Path, tmp_path: Path) -> None:
    deliver(make_folder(tmp_path / "outside"), "new/1.a")
    (root / ".Half" / "new").mkdir(parents=True)
    (root / ".Half" / "cur").symlink_to(tmp_path / "outside" / "new")
    with provider_of(root) as provider, pytest.raises(NotSetUp, match=r"Half/cur is missing, or not a directory"):
        list(provider.poll(None, LONG_AGO))


def test_a_root_that_is_a_link_is_fine(root: Path, tmp_path: Path) -> None:
    deliver(root, "new/1.a")
    (tmp_path / "link").symlink_to(root)
    assert len(poll_all(tmp_path / "link", None)[1]) == 1


@pytest.mark.parametrize("ref", ["", ":", "..:passwd", ".:../../secret", ".:%2e%2e%2fsecret", "%00:%00", "/etc:passwd"])
def test_no_ref_leads_out_of_the_mailbox(root: Path, ref: str) -> None:
    deliver(root, "new/1.a")
    (root.parent / "secret").write_text("x")
    with provider_of(root) as provider:
        assert list(provider.fetch([ref])) == []


def test_names_that_are_no_text_make_plain_refs(root: Path) -> None:
    odd = make_folder(root / os.fsdecode(b".caf\xe9\x1b[31m"))
    deliver(odd, os.fsdecode(b"new/1.\xff:\n"))
    cursor, (ref,) = poll_all(root, None)
    assert ref.isascii()
    assert ref.isprintable()
    assert poll_all(root, cursor)[1] == []
    with provider_of(root) as provider:
        assert [raw.ref for raw in provider.fetch([ref])] == [ref]


def test_what_the_standard_library_writes_is_read(tmp_path: Path) -> None:
    box = mailbox.Maildir(str(tmp_path / "box"))
    box.add("Subject: one\n\nx\n")
    box.add_folder("Sent").add("Subject: two\n\nx\n")
    with provider_of(tmp_path / "box") as provider:
        roles = {listing.folder for page in provider.poll(None, LONG_AGO) for listing in page.listings}
    assert roles == {FolderRole.INBOX, FolderRole.SENT}


# -- choosing and refusing --------------------------------------------------------------------
def test_only_the_chosen_folders_are_read_and_drafts_never(root: Path) -> None:
    for name in (".Work.Acme", ".Junk", ".Drafts", ".Other"):
        deliver(make_folder(root / name), "new/1.a")
    chosen = ["work/acme", "Junk", "Drafts"]
    assert sorted(poll_all(root, None, folders=chosen)[1]) == [".Junk:1.a", ".Work.Acme:1.a"]


def test_the_folder_named_for_drafts_is_not_read(root: Path) -> None:
    deliver(make_folder(root / ".Kladde2"), "new/1.a")
    assert poll_all(root, None, drafts="Kladde2")[1] == []


def problem(root: Path, **settings: Any) -> NotSetUp:
    with pytest.raises(NotSetUp) as raised, provider_of(root, **settings):
        pass
    assert raised.value.hint
    return raised.value


def test_a_chosen_folder_that_is_not_there_is_named_beside_those_that_are(root: Path) -> None:
    make_folder(root / ".Work")
    assert "'Wrok'; there are: INBOX, Work" in str(problem(root, folders=["Wrok"]))


def test_a_path_that_is_missing_or_no_directory_is_said(root: Path) -> None:
    assert f"{root}/nowhere is missing" in str(problem(root / "nowhere"))
    assert "not a directory" in str(problem(deliver(root, "new/1.a")))


def test_a_directory_without_mail_is_said(tmp_path: Path) -> None:
    (tmp_path / "documents" / "letters").mkdir(parents=True)
    assert "is not a Maildir" in str(problem(tmp_path))


def test_a_mailbox_of_another_user_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: root.stat().st_uid + 1)
    assert "belongs to another user" in str(problem(root))


@pytest.fixture
def nobody(root: Path) -> Iterator[None]:
    """Be a user whom permissions bind, the owner of the mailbox."""
    if os.geteuid() != 0:
        yield
        return
    for path in [root, *root.rglob("*")]:
        os.chown(path, NOBODY, -1)
    for parent in root.parents[:3]:  # pytest's own directories are its user's only
        parent.chmod(parent.stat().st_mode | 0o011)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.usefixtures("nobody")
def test_a_folder_that_may_not_be_read_is_said(root: Path) -> None:
    make_folder(root / ".Work").chmod(0)
    try:
        assert f"{root}/.Work/cur may not be read" in str(problem(root))
    finally:
        (root / ".Work").chmod(0o700)


@pytest.mark.usefixtures("nobody")
def test_a_file_that_may_not_be_read_stops_nothing_and_comes_once_it_may(root: Path) -> None:
    locked = deliver(root, "cur/1.locked:2,S")
    locked.chmod(0)
    deliver(root, "cur/2.good:2,S")
    cursor, refs = poll_all(root, None)
    assert refs == [".:2.good"]
    locked.chmod(0o600)
    assert poll_all(root, cursor)[1] == [".:1.locked"]


def test_a_page_is_a_page(root: Path) -> None:
    deliver(root, "new/1.a", b"Subject: x\r\nFrom: a@b\r\n\r\nbody")
    with provider_of(root) as provider:
        (page,) = provider.poll(None, LONG_AGO)
    assert isinstance(page, Page)
    assert page.listings[0].header == b"Subject: x\r\nFrom: a@b\r\n"


@pytest.mark.parametrize(
    ("content", "header"),
    [
        (b"", b""),
        (b"\nbody\n\nmore", b""),
        (b"\r\nbody\r\n\r\nmore", b""),
        (b"A: b\n\nbody", b"A: b\n"),
        (b"A: b", b"A: b"),
        (b"A: " + b"x" * 16_380 + b"\n\nbody", b"A: " + b"x" * 16_380 + b"\n"),  # the blank line falls on two reads
        (b"A: " + b"x" * 16_380 + b"\r\n\r\nbody", b"A: " + b"x" * 16_380 + b"\r\n"),
        (b"A: " + b"x" * 400_000 + b"\n\nbody", b"A: " + b"x" * (256 * 1024 - 3)),
    ],
)
def test_a_header_block_ends_at_the_blank_line_or_after_256_kilobytes(
    root: Path, content: bytes, header: bytes
) -> None:
    deliver(root, "new/1.a", content)
    with provider_of(root) as provider:
        (page,) = provider.poll(None, LONG_AGO)
    assert page.listings[0].header == header
    assert page.listings[0].size == len(content)
