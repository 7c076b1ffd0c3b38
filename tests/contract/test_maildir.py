"""The contract suite on Maildirs, in each layout that programs leave behind."""

import datetime as dt
import hashlib
import itertools
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from imapclient.imap_utf7 import encode

from providers.base import FolderRole, Provider
from providers.maildir import MaildirProvider
from providers.testing import Mailbox, ProviderContract, Stored

FLAGS = {"S": "seen", "R": "answered", "F": "flagged", "D": "draft", "T": "deleted"}


class MaildirMailbox(Mailbox):
    """A Maildir tree; `place` tells where under its root a folder of a name lies."""

    provider_class: type[Provider] = MaildirProvider

    def __init__(self, root: Path, folders: Mapping[FolderRole, str], place: Callable[[str], str]) -> None:
        self.root = root
        self.folders = folders
        self._place = place
        self._directories: dict[str, Path] = {}
        self._numbers = itertools.count()
        for name in folders.values():
            self.make_folder(name)

    def settings(self) -> Mapping[str, Any]:
        return {"path": str(self.root)}

    def nowhere(self) -> Mapping[str, Any]:
        return {"path": str(self.root / "nowhere")}

    def make_folder(self, name: str) -> None:
        self._directories[name] = self.root / self._place(name)
        for inside in ("cur", "new", "tmp"):
            (self._directories[name] / inside).mkdir(parents=True)

    def remove_folder(self, name: str) -> None:
        shutil.rmtree(self._directories.pop(name))

    def deliver(self, content: bytes, folder: str, received: dt.datetime) -> None:
        file = self._directories[folder] / "new" / f"{received:%s}.M1P{next(self._numbers)}.host"
        file.write_bytes(content.replace(b"\r\n", b"\n"))
        os.utime(file, (received.timestamp(), received.timestamp()))

    def snapshot(self) -> frozenset[Stored]:
        return frozenset(
            Stored(name, _key(file), _flags(file), hashlib.sha256(file.read_bytes()).hexdigest())
            for name, file in self._files()
        )

    def mark_read(self, message_id: str) -> None:
        _, file = self._find(message_id)
        file.rename(file.parent.parent / "cur" / f"{_key(file)}:2,S")

    def move(self, message_id: str, folder: str) -> None:
        _, file = self._find(message_id)
        file.rename(self._directories[folder] / file.parent.name / file.name)

    def delete(self, message_id: str) -> None:
        self._find(message_id)[1].unlink()

    def edit_draft(self, message_id: str, content: bytes) -> None:
        name, file = self._find(message_id)
        file.unlink()
        self.deliver(content, name, dt.datetime.now(dt.UTC))

    def _files(self) -> Iterator[tuple[str, Path]]:
        for name, directory in self._directories.items():
            for inside in ("new", "cur", "tmp"):
                for file in (directory / inside).iterdir():
                    yield name, file

    def _find(self, message_id: str) -> tuple[str, Path]:
        field = re.compile(rb"^Message-ID: " + re.escape(message_id.encode()), re.MULTILINE)
        (found,) = [(name, file) for name, file in self._files() if field.search(file.read_bytes())]
        return found


def _key(file: Path) -> str:
    return file.name.partition(":")[0]


def _flags(file: Path) -> frozenset[str]:
    return frozenset(FLAGS[flag] for flag in file.name.partition(":2,")[2])


def _imap_name(name: str) -> str:
    """A name as IMAP servers and the programs that copy from them write it, in modified UTF-7."""
    return encode(name).decode()


def _roles(inbox: str, sent: str, drafts: str, archive: str, trash: str, junk: str) -> dict[FolderRole, str]:
    return {
        FolderRole.INBOX: inbox,
        FolderRole.SENT: sent,
        FolderRole.DRAFTS: drafts,
        FolderRole.ARCHIVE: archive,
        FolderRole.TRASH: trash,
        FolderRole.JUNK: junk,
    }


class TestMaildirPlusPlus(ProviderContract):
    """As Dovecot and Courier keep mail."""

    @pytest.fixture
    def mailbox(self, tmp_path: Path) -> Mailbox:
        names = _roles("INBOX", "Sent", "Drafts", "Archives/2026/Archive", "Trash", "Junk")
        return MaildirMailbox(
            tmp_path / "Maildir",
            names,
            lambda name: "" if name == "INBOX" else "." + _imap_name(name).replace("/", "."),
        )


class TestMbsync(ProviderContract):
    """As mbsync leaves it with `SubFolders Verbatim`, from a German account."""

    @pytest.fixture
    def mailbox(self, tmp_path: Path) -> Mailbox:
        names = _roles("INBOX", "Gesendet", "Entwürfe", "Ordner/Archiv", "Papierkorb", "Spamverdacht")
        return MaildirMailbox(tmp_path / "Mail", names, _imap_name)


class TestMbsyncLegacy(ProviderContract):
    """As mbsync leaves it with `SubFolders Legacy`, with its state in each folder."""

    @pytest.fixture
    def mailbox(self, tmp_path: Path) -> Mailbox:
        names = _roles("INBOX", "INBOX/Sent", "INBOX/Drafts", "Old/Archive", "INBOX/Trash", "INBOX/Junk")
        box = MaildirMailbox(tmp_path / "Mail", names, lambda name: _imap_name(name).replace("/", "/."))
        for name in names.values():
            (box._directories[name] / ".uidvalidity").write_text("1\n2\n")
            (box._directories[name] / ".mbsyncstate").write_text("FarUidValidity 1\n")
        return box


class TestOfflineImap(ProviderContract):
    """As OfflineIMAP leaves it, the folders of a French Gmail account side by side."""

    @pytest.fixture
    def mailbox(self, tmp_path: Path) -> Mailbox:
        gmail = [
            f"[Gmail].{name}" for name in ("Messages envoyés", "Brouillons", "Tous les messages", "Corbeille", "Spam")
        ]
        return MaildirMailbox(tmp_path / "Mail", _roles("INBOX", *gmail), _imap_name)
