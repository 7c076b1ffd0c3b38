"""Drafts in a Maildir: how they are written, and what the disk may do to that."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from providers.base import Draft, NotSetUp, OutcomeUnknown, Provider, Unreachable, fingerprint
from providers.maildir import MaildirProvider
from providers.maildir import files as files_module

MESSAGE_ID = f"<watcher.{1:032x}@home.example>"
CONTENT = f"From: sam@home.example\r\nSubject: Re: x\r\nMessage-ID: {MESSAGE_ID}\r\n\r\nHi,\r\n\r\nSam\r\n".encode()


def provider_of(root: Path, **settings: Any) -> Provider:
    return MaildirProvider("home", {"path": str(root), "folders": None, "drafts": None, **settings}, str)


def make_folder(path: Path) -> Path:
    for inside in ("cur", "new", "tmp"):
        (path / inside).mkdir(parents=True)
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    make_folder(tmp_path / "Maildir")
    return make_folder(tmp_path / "Maildir" / ".Drafts")


def files(folder: Path) -> list[Path]:
    return [file for inside in ("cur", "new", "tmp") for file in (folder / inside).iterdir()]


def test_a_draft_is_a_private_seen_draft_in_cur_with_plain_line_ends(drafts: Path) -> None:
    before = os.umask(0)
    try:
        provider_of(drafts.parent).save_draft(CONTENT)
    finally:
        os.umask(before)
    (file,) = files(drafts)
    assert file.parent.name == "cur"
    assert file.name.endswith(":2,DS")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == CONTENT.replace(b"\r\n", b"\n")


def test_content_and_directory_reach_the_disk_before_a_draft_counts_as_saved(
    drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []

    def noted(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().relative_to(drafts).parts[0])

    monkeypatch.setattr(os, "fsync", noted)
    provider_of(drafts.parent).save_draft(CONTENT)
    assert synced == ["tmp", "cur"]


@pytest.mark.parametrize(("code", "said"), [(errno.ENOSPC, Unreachable), (errno.EDQUOT, Unreachable)])
def test_a_full_disk_leaves_nothing_behind(
    drafts: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: type[Exception]
) -> None:
    def full(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(said, match=os.strerror(code)):
        provider_of(drafts.parent).save_draft(CONTENT)
    assert files(drafts) == []


def test_a_draft_that_may_be_lost_is_said_and_found(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_for_directories(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fails_for_directories)
    provider = provider_of(drafts.parent)
    with pytest.raises(OutcomeUnknown):
        provider.save_draft(CONTENT)
    assert provider.find_draft(MESSAGE_ID) is not None


def test_a_drafts_folder_without_tmp_is_not_set_up(drafts: Path) -> None:
    (drafts / "tmp").rmdir()
    with pytest.raises(NotSetUp, match="Drafts/tmp"):
        provider_of(drafts.parent).save_draft(CONTENT)


def test_two_folders_that_could_be_drafts_are_named_and_the_setting_decides(drafts: Path) -> None:
    make_folder(drafts.parent / ".Entwürfe")
    with pytest.raises(NotSetUp, match="more than one folder could be Drafts: Drafts, Entwürfe"):
        provider_of(drafts.parent).save_draft(CONTENT)
    provider_of(drafts.parent, drafts="entwürfe").save_draft(CONTENT)
    assert files(drafts) == []
    with pytest.raises(NotSetUp, match="no folder 'Nowhere' for drafts; there are: Drafts, Entwürfe, INBOX"):
        provider_of(drafts.parent, drafts="Nowhere").drafts()


def test_a_draft_marked_for_removal_is_gone(drafts: Path) -> None:
    provider = provider_of(drafts.parent)
    provider.save_draft(CONTENT)
    (file,) = files(drafts)
    file.rename(file.with_name(file.name + "T"))
    assert provider.drafts() == []
    assert provider.discarded(MESSAGE_ID)


def test_of_a_large_trash_what_came_last_is_looked_at(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trash = make_folder(drafts.parent / ".Trash")
    for number in range(4):
        (trash / "cur" / f"{number}.a:2,S").write_bytes(f"Message-ID: <{number}@x>\n\nx\n".encode())
    provider = provider_of(drafts.parent)
    provider.save_draft(CONTENT)
    (file,) = files(drafts)
    os.utime(file, (0, 0))  # written long ago, as it were
    file.rename(trash / "cur" / file.name)
    read = []
    monkeypatch.setattr("providers.maildir.adapter._MAX_DISCARDED", 2)
    monkeypatch.setattr("providers.maildir.adapter.read_header", lambda file: read.append(file) or b"")
    assert not provider.discarded(MESSAGE_ID)
    assert len(read) == 2
    monkeypatch.undo()
    monkeypatch.setattr("providers.maildir.adapter._MAX_DISCARDED", 1)
    assert provider.discarded(MESSAGE_ID)


@pytest.mark.parametrize("kind", ["a link", "unreadable", "a FIFO"])
def test_what_cannot_be_read_in_trash_hides_nothing(drafts: Path, kind: str) -> None:
    trash = make_folder(drafts.parent / ".Trash")
    provider = provider_of(drafts.parent)
    provider.save_draft(CONTENT)
    (file,) = files(drafts)
    file.rename(trash / "cur" / file.name)
    odd = trash / "cur" / "2.a:2,S"
    if kind == "a link":
        odd.symlink_to(trash / "cur" / file.name)
    elif kind == "unreadable":
        odd.write_bytes(CONTENT)
        odd.chmod(0)
    else:
        os.mkfifo(odd)
    assert provider.discarded(MESSAGE_ID)


def test_a_draft_that_mbsync_carried_up_is_still_ours(drafts: Path) -> None:
    provider = provider_of(drafts.parent)
    saved = provider.save_draft(CONTENT)
    (file,) = files(drafts)
    file.rename(file.with_name(file.name.replace(":2,", ",U=12:2,")))
    assert provider.find_draft(MESSAGE_ID) == saved
    assert provider.remove_draft(MESSAGE_ID, saved.print)
    assert files(drafts) == []


def test_a_draft_renamed_while_the_folder_is_listed_is_found(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provider = provider_of(drafts.parent)
    saved = provider.save_draft(CONTENT)
    listings: list[Any] = [{}]  # the new name came before the place that was read, the old one after it
    entries = files_module.entries
    monkeypatch.setattr(files_module, "entries", lambda folder: listings.pop() if listings else entries(folder))
    assert provider.find_draft(MESSAGE_ID) == saved


def test_a_draft_edited_between_the_two_looks_stays(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provider = provider_of(drafts.parent)
    saved = provider.save_draft(CONTENT)
    (file,) = files(drafts)
    file.write_bytes(CONTENT + b"my own words\n")
    monkeypatch.setattr(MaildirProvider, "_find_draft", lambda *_: saved)  # what was read a moment ago
    with pytest.raises(Unreachable, match="left as it is"):
        provider.remove_draft(MESSAGE_ID, saved.print)
    assert files(drafts) == [file]


def test_a_file_that_took_the_place_of_the_one_read_stays(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provider = provider_of(drafts.parent)
    saved = provider.save_draft(CONTENT)
    (file,) = files(drafts)
    unlink, status = os.unlink, os.stat

    def replaced_first(path: Any, **how: Any) -> os.stat_result:
        if how.get("dir_fd") is not None:
            file.with_name("other").write_bytes(b"Subject: mine\n\nwords\n")
            file.with_name("other").replace(file)
        return status(path, **how)

    monkeypatch.setattr(os, "stat", replaced_first)
    monkeypatch.setattr(os, "unlink", unlink)
    with pytest.raises(Unreachable):
        provider.remove_draft(MESSAGE_ID, saved.print)
    assert file.read_bytes() == b"Subject: mine\n\nwords\n"


def test_only_a_file_in_drafts_is_removed(drafts: Path) -> None:
    inbox = drafts.parent
    (inbox / "cur" / "1.a:2,S").write_bytes(CONTENT)
    provider = provider_of(inbox)
    with pytest.raises(Unreachable):
        provider._remove_draft(Draft(".:1.a", MESSAGE_ID, "", fingerprint(CONTENT)))
    assert (inbox / "cur" / "1.a:2,S").exists()


HOSTILE = {
    "nested thousands deep": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(3000)
    ),
    "bad base64 in a field": b"Subject: =?utf-8?B?a?=\n\nx\n",
    "NUL in a charset": b"Content-Type: multipart/mixed; boundary*=a\0b'x'%zz\n\nx\n",
    "two Message-IDs": b"Message-ID: " + MESSAGE_ID.encode() + b"\nMessage-ID: <a@x>\n\nx\n",
    "8-bit Message-ID": b"Message-ID: <\xff@x>\n\nx\n",
    "large": b"Subject: x\n\n" + b"words " * 500_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_any_file_among_the_drafts_is_listed_beside_ours(drafts: Path, what: str) -> None:
    (drafts / "cur" / "1.a:2,D").write_bytes(HOSTILE[what])
    provider = provider_of(drafts.parent)
    saved = provider.save_draft(CONTENT)
    assert len(provider.drafts()) == 2
    assert [draft for draft in provider.drafts() if draft.message_id == MESSAGE_ID] == [saved]
