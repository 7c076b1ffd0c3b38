"""Which folders are read over IMAP, and which is the one for drafts."""

from __future__ import annotations

import pytest

from providers.base import FolderRole, NotSetUp
from providers.imap.folders import Folder, drafts_folder, polled_folders, role, with_sent


def folder(name: str, *marks: str, foreign: bool = False) -> Folder:
    return Folder(path=name, name=name, marks=frozenset(marks), foreign=foreign)


GMAIL = [
    folder("INBOX"),
    folder("Jobs"),
    folder("[Gmail]", "\\noselect"),
    folder("[Gmail]/Alle Nachrichten", "\\all"),
    folder("[Gmail]/Entwürfe", "\\drafts"),
    folder("[Gmail]/Gesendet", "\\sent"),
    folder("[Gmail]/Markiert", "\\flagged"),
    folder("[Gmail]/Wichtig", "\\important"),
    folder("[Gmail]/Papierkorb", "\\trash"),
    folder("[Gmail]/Spam", "\\junk"),
]


def test_a_mark_says_more_than_a_name() -> None:
    assert role(folder("Trash", "\\sent")) is FolderRole.SENT
    assert role(folder("Papierkorb")) is FolderRole.TRASH
    assert role(folder("Acme")) is FolderRole.OTHER


def test_on_gmail_the_folder_of_everything_is_enough() -> None:
    assert [f.name for f in polled_folders(GMAIL, gmail=True)] == ["[Gmail]/Alle Nachrichten"]


def test_on_gmail_without_that_folder_the_others_are_read() -> None:
    shown = [f for f in GMAIL if "\\all" not in f.marks]
    assert [f.name for f in polled_folders(shown, gmail=True)] == ["INBOX", "[Gmail]/Gesendet", "Jobs"]


def test_elsewhere_a_folder_of_everything_is_left_out_since_its_mail_lies_in_the_others() -> None:
    assert "[Gmail]/Alle Nachrichten" not in [f.name for f in polled_folders(GMAIL)]


def test_inbox_comes_first_then_what_was_sent_and_nothing_foreign() -> None:
    names = ["Acme", "Sent", "INBOX", "Drafts", "Trash", "Junk", "Archive"]
    folders = [*map(folder, names), folder("Public/Team", foreign=True), folder("Parent", "\\nonexistent")]
    assert [f.name for f in polled_folders(folders)] == ["INBOX", "Sent", "Acme", "Archive"]


def test_the_folders_named_are_the_ones_read_even_trash() -> None:
    folders = [folder("INBOX"), folder("Trash", "\\trash"), folder("Sent")]
    assert [f.name for f in polled_folders(folders, ["Trash", "INBOX"])] == ["Trash", "INBOX"]
    with pytest.raises(NotSetUp, match="there are: INBOX, Sent, Trash"):
        polled_folders(folders, ["Inbox/Jobs"])


@pytest.mark.parametrize(
    ("folders", "expected"),
    [
        ([folder("INBOX"), folder("Drafts")], "Drafts"),
        ([folder("INBOX"), folder("Concepten"), folder("Drafts", "\\trash")], "Concepten"),
        ([folder("Drafts"), folder("Entwürfe", "\\drafts")], "Entwürfe"),
        ([folder("Drafts", foreign=True), folder("Brouillons")], "Brouillons"),
        ([folder("Drafts", "\\noselect"), folder("INBOX/Drafts")], "INBOX/Drafts"),
    ],
)
def test_drafts_go_where_the_server_says_else_where_one_name_fits(folders: list[Folder], expected: str) -> None:
    assert drafts_folder(folders).name == expected


@pytest.mark.parametrize(
    "folders",
    [
        [folder("INBOX"), folder("Sent")],
        [folder("Drafts"), folder("Entwürfe")],
        [folder("A", "\\drafts"), folder("B", "\\drafts")],
        [],
    ],
)
def test_where_that_is_not_clear_the_user_is_asked_and_told_what_there_is(folders: list[Folder]) -> None:
    with pytest.raises(NotSetUp) as raised:
        drafts_folder(folders)
    assert "drafts =" in raised.value.hint
    assert all(f.name in str(raised.value) for f in folders)


def test_the_option_decides() -> None:
    folders = [folder("Drafts", "\\drafts"), folder("Mine")]
    assert drafts_folder(folders, "Mine").name == "Mine"
    assert [role(f) for f in with_sent(folders, "Mine")] == [FolderRole.DRAFTS, FolderRole.SENT]
    with pytest.raises(NotSetUp):
        with_sent(folders, "Yours")
