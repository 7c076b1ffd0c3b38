"""The Maildir provider."""

from __future__ import annotations

import datetime as dt
import email.policy
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import ClassVar

from providers.base import (
    Draft,
    FolderRole,
    Lack,
    NotSetUp,
    Option,
    Page,
    Provider,
    RawMessage,
    Survey,
    Unreachable,
    fingerprint,
)
from providers.maildir.files import (
    Entry,
    entries,
    latest_entries,
    opened,
    read_header,
    remove,
    settled_entries,
    write_draft,
)
from providers.maildir.layout import Folder, find_folders, named, printable, split_ref
from providers.maildir.poll import pages
from providers.prints import OURS_BEGINS
from providers.skim import skim

__all__ = ["MaildirProvider"]

_WHOLE_BYTES = 256 * 1024
"""Messages up to this size are handed over as they are, larger ones without their attachments."""
_MAX_DRAFT_BYTES = 1_000_000
"""As much of a draft as is read. Ours have at most 200 kB; a larger one was changed, whatever it holds beyond."""
_MAX_DISCARDED = 2_000
"""As many messages of a Trash folder are looked at, those that came last."""
_LEFT_OUT = frozenset({FolderRole.DRAFTS, FolderRole.TRASH, FolderRole.JUNK})


class MaildirProvider(Provider):
    """A mailbox kept as files on this machine, read afresh each time it is asked."""

    kind = "maildir"
    options: ClassVar[Mapping[str, Option]] = {
        "path": Option(str, "the directory of the mailbox", required=True),
        "folders": Option(list, "the folders to read; without it all but drafts, trash and junk"),
        "drafts": Option(str, "the folder for drafts, where its name does not tell"),
    }

    @property
    def _root(self) -> Path:
        return Path(self._settings["path"]).expanduser()

    def open(self) -> None:
        with self._explained():
            if not self._root.is_dir():
                raise NotADirectoryError
            if self._root.stat().st_uid != os.geteuid():
                raise NotSetUp(f"{self._root} belongs to another user", hint="run as the user whose mail it is")
            self._folders_to_read()

    def close(self) -> None:
        """Nothing stays open."""

    def identity(self) -> str | None:
        return None

    def _survey(self) -> Survey:
        with self._explained():
            drafts, read = self._drafts_folder(), self._folders_to_read()
            writable = os.access(drafts.path / "tmp", os.W_OK) and os.access(drafts.path / "cur", os.W_OK)
        lack = Lack(
            f"no draft can be put into {printable(str(drafts.path))}", "make it and what is in it writable for you"
        )
        return Survey(
            drafts=drafts.name, folders=tuple(folder.name for folder in read), lacks=() if writable else (lack,)
        )

    # -- reading ------------------------------------------------------------------------------
    def _poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]:
        with self._explained():
            yield from pages(self._folders_to_read(), cursor, since)

    def _fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]:
        with self._explained():
            folders = {folder.id: folder for folder in self._folders()}
            listed: dict[str, dict[str, Entry]] = {}
            again: set[str] = set()
            for ref in refs:
                folder_id, key = split_ref(ref)
                if folder_id not in folders:
                    continue
                path = folders[folder_id].path
                if folder_id not in listed:
                    listed[folder_id] = entries(path)
                entry = listed[folder_id].get(key)
                content = _content(path, entry)
                if content is None and (entry or folder_id not in again):  # renamed, as programs do to change flags
                    again.add(folder_id)
                    listed[folder_id] = entries(path)
                    content = _content(path, listed[folder_id].get(key))
                if content is not None:
                    yield RawMessage(ref, content)

    # -- drafts -------------------------------------------------------------------------------
    def _drafts(self) -> Sequence[Draft]:
        with self._explained():
            folder = self._drafts_folder()
            read = (_read_draft(folder, entry) for entry in settled_entries(folder.path).values())
            return [draft for draft, _ in filter(None, read)]

    def _discarded(self, message_ids: Sequence[str]) -> bool:
        with self._explained():
            drafts = self._drafts_folder()
            marked = [entry for entry in settled_entries(drafts.path).values() if "T" in entry.flags]
            if any(_id_of(drafts, entry) in message_ids for entry in marked):
                return True
            trash = [folder for folder in self._folders() if folder.role is FolderRole.TRASH]
            return any(
                _id_of(folder, entry) in message_ids
                for folder in trash
                for entry in latest_entries(folder.path, _MAX_DISCARDED)
            )

    def _save_draft(self, content: bytes, thread_hint: str | None) -> Draft:  # noqa: ARG002  a Maildir has no threads
        with self._explained():
            folder = self._drafts_folder()
            entry = write_draft(folder.path, content)
        return _draft(folder.ref(entry.key), content)

    def _remove_draft(self, draft: Draft) -> None:
        with self._explained():
            folder = self._drafts_folder()
            folder_id, key = split_ref(draft.ref)
            entry = settled_entries(folder.path).get(key) if folder_id == folder.id else None
            read = _read_draft(folder, entry) if entry else None
            if entry is None or read is None or read[0] != draft or not remove(folder.path, entry, read[1]):
                raise Unreachable("the draft changed while it was to be withdrawn; it was left as it is")

    # -- folders ------------------------------------------------------------------------------
    def _folders(self) -> tuple[Folder, ...]:
        folders = find_folders(self._root)
        if not folders:
            raise NotSetUp(
                f"{self._root} is not a Maildir and holds none", hint="`path` is the directory that your mail is in"
            )
        return folders

    def _folders_to_read(self) -> list[Folder]:
        folders = self._folders()
        chosen: list[str] = self._settings.get("folders") or []
        missing = [name for name in chosen if not named(folders, name)]
        if missing:
            raise NotSetUp(f"there is no folder {missing[0]!r}; there are: {_names(folders)}", hint="correct `folders`")
        drafts = self._could_be_drafts(folders)
        wanted = [folder for name in chosen for folder in named(folders, name)]
        return [f for f in wanted or folders if f not in drafts and (wanted or f.role not in _LEFT_OUT)]

    def _could_be_drafts(self, folders: Sequence[Folder]) -> list[Folder]:
        name = self._settings.get("drafts")
        return named(folders, name) if name else [f for f in folders if f.role is FolderRole.DRAFTS]

    def _drafts_folder(self) -> Folder:
        folders = self._folders()
        found = self._could_be_drafts(folders)
        if len(found) == 1:
            return found[0]
        hint = "set `drafts` to the folder in which your mail program keeps its drafts"
        if found:
            raise NotSetUp(f"more than one folder could be Drafts: {_names(found)}", hint=hint)
        name = self._settings.get("drafts") or "Drafts"
        raise NotSetUp(f"there is no folder {name!r} for drafts; there are: {_names(folders)}", hint=hint)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say in the contract's words what the file system says."""
        try:
            yield
        except OSError as error:
            # a name relative to an opened directory tells nothing
            where = printable(error.filename if Path(error.filename or "").is_absolute() else str(self._root))
            if isinstance(error, FileNotFoundError | NotADirectoryError):
                hint = "`path` is the directory that your mail is in"
                raise NotSetUp(f"{where} is missing, or not a directory", hint=hint) from error
            if isinstance(error, PermissionError):
                hint = "the mailbox must belong to the user who runs the watcher"
                raise NotSetUp(f"{where} may not be read or written", hint=hint) from error
            raise Unreachable(f"{where}: {error.strerror}") from error


def _names(folders: Sequence[Folder]) -> str:
    return ", ".join(folder.name for folder in folders)


def _content(folder: Path, entry: Entry | None) -> bytes | None:
    if entry is None:
        return None
    try:
        with opened(folder, entry) as file:
            return file.read() if os.fstat(file.fileno()).st_size <= _WHOLE_BYTES else skim(file)
    except OSError:
        return None


def _read_draft(folder: Folder, entry: Entry) -> tuple[Draft, os.stat_result] | None:
    """A draft and the state of the file it was read from; None where it is gone, or only waits for its removal."""
    if "T" in entry.flags:
        return None
    try:
        with opened(folder.path, entry) as file:
            return _draft(folder.ref(entry.key), file.read(_MAX_DRAFT_BYTES)), os.fstat(file.fileno())
    except FileNotFoundError:
        return None


def _id_of(folder: Folder, entry: Entry) -> str:
    """The Message-ID, where it may be one of ours; else empty, as where the file is gone or cannot be read."""
    try:
        with opened(folder.path, entry) as file:
            header = read_header(file)
    except OSError:
        return ""
    return _message_id(_parsed(header)) if OURS_BEGINS in header else ""


def _draft(ref: str, content: bytes) -> Draft:
    header = _parsed(content)
    answered = str(header.get("In-Reply-To", "")).strip()
    return Draft(ref, _message_id(header), answered, fingerprint(content))


def _parsed(content: bytes) -> Message:
    return BytesHeaderParser(policy=email.policy.compat32).parsebytes(content)


def _message_id(header: Message) -> str:
    """Empty where there is none, or more than one."""
    ids = [str(value).strip() for value in header.get_all("Message-ID", [])]
    return ids[0] if len(ids) == 1 else ""
