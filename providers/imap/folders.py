"""Which folder is for what: SPECIAL-USE marks first (RFC 6154), else known names, else the user is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from providers.base import FolderRole, NotSetUp
from providers.folders import role_of

__all__ = ["Folder", "drafts_folder", "folder_called", "polled_folders", "role", "with_sent"]

_MARKS = {
    "\\drafts": FolderRole.DRAFTS,
    "\\sent": FolderRole.SENT,
    "\\trash": FolderRole.TRASH,
    "\\junk": FolderRole.JUNK,
    "\\archive": FolderRole.ARCHIVE,
    "\\all": FolderRole.ARCHIVE,
}
_VIEWS = frozenset({"\\all", "\\flagged", "\\important"})
"""Marks of folders that show mail lying in other folders."""
_CLOSED = frozenset({"\\noselect", "\\nonexistent"})
_LEFT_OUT = (FolderRole.DRAFTS, FolderRole.TRASH, FolderRole.JUNK)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as LIST shows it."""

    path: str
    """Its name as the server writes it, in ASCII (modified UTF-7): what commands take."""
    name: str
    """The same, decoded: what people read and write."""
    separator: str | None = "/"
    marks: frozenset[str] = frozenset()
    """Attributes in lower case, since Cyrus writes `\\drafts`."""
    foreign: bool = False
    """In a namespace of other users or a shared one: not this user's mail."""
    state: tuple[int, int] | None = None
    """UIDVALIDITY and UIDNEXT, where the server told them with the name."""


def role(folder: Folder) -> FolderRole:
    """What the folder is for, by its marks, else by its name."""
    for mark, marked in _MARKS.items():
        if mark in folder.marks:
            return marked
    return role_of(folder.name, folder.separator) or FolderRole.OTHER


def with_sent(folders: Sequence[Folder], named: str | None) -> list[Folder]:
    """The folders, the one that the option `sent` names marked as that of sent mail.

    Raises:
        NotSetUp: it is not there
    """
    sent = folder_called(named, folders, "sent") if named else None
    return [replace(f, marks=f.marks | {"\\sent"}) if f == sent else f for f in folders]


def polled_folders(folders: Sequence[Folder], named: Sequence[str] = (), *, gmail: bool = False) -> list[Folder]:
    r"""The folders where mail of the user's may arrive: INBOX first, then what was sent, then by name.

    Other users' and shared folders are left out, and so are drafts, trash, junk, and views of other folders. Gmail
    (X-GM-EXT-1) is the other way round: its \All folder holds each message once, sent or received, wherever its labels
    put it, so that one is enough, and no message comes twice.

    Args:
        folders: All there are.
        named: The option `folders`: these and no others.
        gmail: Whether the server has X-GM-EXT-1.

    Raises:
        NotSetUp: one of `named` is not there
    """
    if named:
        return [folder_called(name, folders, "folders") for name in named]
    mine = [f for f in folders if not f.foreign and not f.marks & _CLOSED]
    everything = [f for f in mine if gmail and "\\all" in f.marks]
    if everything:
        return everything
    polled = [f for f in mine if role(f) not in _LEFT_OUT and not f.marks & _VIEWS]
    order = (FolderRole.INBOX, FolderRole.SENT)
    return sorted(polled, key=lambda f: (order.index(role(f)) if role(f) in order else len(order), f.name))


def drafts_folder(folders: Sequence[Folder], named: str | None = None) -> Folder:
    """The folder for drafts: the one named by the option `drafts`, else the one marked so, else the one called so.

    Raises:
        NotSetUp: there is none, or several could be meant; it names the folders there are. None is ever made.
    """
    if named:
        return folder_called(named, folders, "drafts")
    mine = [f for f in folders if not f.foreign and not f.marks & _CLOSED]
    found = [f for f in mine if "\\drafts" in f.marks] or [f for f in mine if role(f) is FolderRole.DRAFTS]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotSetUp(
            f"several folders could be the one for drafts: {_names(found)}", hint='say which with drafts = "..."'
        )
    raise NotSetUp(
        f"no folder for drafts was found; there are: {_names(mine)}",
        hint='make one in your mail program, or say which it is with drafts = "..."',
    )


def folder_called(name: str, folders: Sequence[Folder], option: str) -> Folder:
    """The folder that the user named in `option`.

    Raises:
        NotSetUp: there is none of that name; it names those there are
    """
    for folder in folders:
        if folder.name == name and not folder.marks & _CLOSED:
            return folder
    raise NotSetUp(
        f'there is no folder "{name}"; there are: {_names(folders)}',
        hint=f"set `{option}` to one of them, or leave it out",
    )


def _names(folders: Sequence[Folder]) -> str:
    names = sorted(f.name for f in folders if not f.marks & _CLOSED)
    return ", ".join(names[:40]) + (f" and {len(names) - 40} more" if len(names) > 40 else "")
