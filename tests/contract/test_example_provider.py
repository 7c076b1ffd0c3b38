"""The contract suite on the example of docs/writing-a-provider.md, as it stands on the page."""

import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from providers.base import FolderRole
from providers.testing import Mailbox, ProviderContract, Stored

PAGE = Path(__file__).parents[2] / "docs" / "writing-a-provider.md"


def example() -> dict[str, Any]:
    """The names that the page's first block of Python defines."""
    text = PAGE.read_text(encoding="utf-8")
    block = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert block
    line = text[: block.start(1)].count("\n")
    names: dict[str, Any] = {"__name__": "acme_mail"}
    exec(compile("\n" * line + block[1], str(PAGE), "exec"), names)  # noqa: S102  our own page
    return names


class SqliteMailbox(Mailbox):
    """A mailbox in SQLite, seen and changed without the provider."""

    provider_class = example()["SqliteProvider"]
    folders: Mapping[FolderRole, str] = {
        FolderRole.INBOX: "INBOX",
        FolderRole.SENT: "Sent",
        FolderRole.DRAFTS: "Drafts",
        FolderRole.TRASH: "Trash",
        FolderRole.JUNK: "Junk",
    }

    def __init__(self, path: Path) -> None:
        self.path = path
        self._run("CREATE TABLE folder (name TEXT PRIMARY KEY)")
        self._run(
            "CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT, flags TEXT, received REAL, content BLOB)"
        )
        for name in self.folders.values():
            self.make_folder(name)

    def _run(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        db = sqlite3.connect(self.path)
        try:
            with db:
                return db.execute(statement, values).fetchall()
        finally:
            db.close()

    def settings(self) -> Mapping[str, Any]:
        return {"path": str(self.path)}

    def nowhere(self) -> Mapping[str, Any]:
        return {"path": str(self.path.with_name("nowhere.db"))}

    def deliver(self, content: bytes, folder: str, received: dt.datetime) -> None:
        self._add(content, folder, "", received.timestamp())

    def make_folder(self, name: str) -> None:
        self._run("INSERT INTO folder VALUES (?)", name)

    def remove_folder(self, name: str) -> None:
        self._run("DELETE FROM folder WHERE name = ?", name)

    def snapshot(self) -> frozenset[Stored]:
        return frozenset(
            Stored(folder, str(number), frozenset(flags.split()), hashlib.sha256(content).hexdigest())
            for number, folder, flags, content in self._run("SELECT id, folder, flags, content FROM message")
        )

    def mark_read(self, message_id: str) -> None:
        self._run("UPDATE message SET flags = 'seen' WHERE id = ?", self._find(message_id)[0])

    def move(self, message_id: str, folder: str) -> None:
        _, _, flags, received, content = self._find(message_id)
        self.delete(message_id)
        self._add(content, folder, flags, received)

    def delete(self, message_id: str) -> None:
        self._run("DELETE FROM message WHERE id = ?", self._find(message_id)[0])

    def edit_draft(self, message_id: str, content: bytes) -> None:
        _, folder, flags, received, _ = self._find(message_id)
        self.delete(message_id)
        self._add(content, folder, flags, received)

    def _add(self, content: bytes, folder: str, flags: str, received: float) -> None:
        self._run(
            "INSERT INTO message (folder, flags, received, content) VALUES (?, ?, ?, ?)",
            folder,
            flags,
            received,
            content,
        )

    def _find(self, message_id: str) -> tuple[Any, ...]:
        rows = self._run("SELECT id, folder, flags, received, content FROM message")
        (found,) = [row for row in rows if b"Message-ID: " + message_id.encode() in row[4]]
        return found


class TestExampleProvider(ProviderContract):
    @pytest.fixture
    def mailbox(self, tmp_path: Path) -> Mailbox:
        return SqliteMailbox(tmp_path / "mail.db")


def test_the_page_shows_the_entry_point_of_the_group() -> None:
    from providers.registry import GROUP

    assert f'[project.entry-points."{GROUP}"]' in PAGE.read_text(encoding="utf-8")
