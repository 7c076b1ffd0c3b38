"""What a folder is for, by its name."""

import pytest

from providers.base import FolderRole
from providers.folders import role_of

ROLES = [
    ("INBOX", None, FolderRole.INBOX),
    ("Inbox", "/", FolderRole.INBOX),
    ("Drafts", None, FolderRole.DRAFTS),
    ("INBOX.Drafts", ".", FolderRole.DRAFTS),
    ("[Gmail]/Entwürfe", "/", FolderRole.DRAFTS),
    ("BROUILLONS", "/", FolderRole.DRAFTS),
    ("Borradores", "/", FolderRole.DRAFTS),
    ("Bozze", "/", FolderRole.DRAFTS),
    ("Entwu\u0308rfe", "/", FolderRole.DRAFTS),  # decomposed, as macOS writes it
    ("草稿", "/", FolderRole.DRAFTS),
    ("sent-mail", None, FolderRole.SENT),
    ("Sent_Items", None, FolderRole.SENT),
    ("[Google Mail]/Gesendet", "/", FolderRole.SENT),
    ("Messages envoyés", "/", FolderRole.SENT),
    ("Отправленные", "|", FolderRole.SENT),
    ("Deleted  Items", "/", FolderRole.TRASH),
    ("[Gmail]/Bin", "/", FolderRole.TRASH),
    ("Junk E-mail", "/", FolderRole.JUNK),
    ("Courrier indésirable", "/", FolderRole.JUNK),
    ("[Gmail]/All Mail", "/", FolderRole.ARCHIVE),
    ("Work/Archives", "/", FolderRole.ARCHIVE),
]


@pytest.mark.parametrize(("name", "separator", "role"), ROLES)
def test_the_last_part_of_a_name_tells_the_role(name: str, separator: str | None, role: FolderRole) -> None:
    assert role_of(name, separator) is role


@pytest.mark.parametrize(
    "name", ["Acme", "Drafts/Acme", "Sent by Acme", "Work/INBOX", "", "/", "Outbox", "Concept", "Archive of 2019"]
)
def test_other_names_tell_nothing(name: str) -> None:
    assert role_of(name, "/") is None


def test_without_a_hierarchy_a_dot_is_part_of_the_name() -> None:
    assert role_of("INBOX.Drafts", None) is None
