"""Which folder is for what: SPECIAL-USE marks first (RFC 6154), else known names, else the user is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from imapclient.imap_utf7 import decode

from providers.base import FolderRole, NotSetUp
from providers.errors import cleaned
from providers.folders import role_of

__all__ = [
    "Folder",
    "drafts_folder",
    "folder_called",
    "listed_folders",
    "pairs",
    "polled_folders",
    "role",
    "trash_folders",
    "with_sent",
]

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
    mine = _mine(folders)
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
    mine = _mine(folders)
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


def trash_folders(folders: Sequence[Folder]) -> list[Folder]:
    """All that are marked as Trash or called so; mail programs may each have their own."""
    return [f for f in _mine(folders) if role(f) is FolderRole.TRASH]


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


def _mine(folders: Sequence[Folder]) -> list[Folder]:
    """Those of this user that can be opened."""
    return [f for f in folders if not f.foreign and not f.marks & _CLOSED]


def _names(folders: Sequence[Folder]) -> str:
    names = sorted(f.name for f in folders if not f.marks & _CLOSED)
    return ", ".join(names[:40]) + (f" and {len(names) - 40} more" if len(names) > 40 else "")


def listed_folders(
    listed: Sequence[tuple[Any, ...]], told: Sequence[tuple[Any, ...]], spaces: Sequence[Any]
) -> Iterator[Folder]:
    """The folders, from the parsed answers to LIST, STATUS and NAMESPACE; what makes no sense is left out."""
    states = {_path(line[0]): pairs(line[1]) for line in told if len(line) == 2}
    prefixes = _prefixes(spaces)
    for line in listed:
        if len(line) < 3 or not isinstance(line[0], tuple) or line[2] is None:
            continue
        path = _path(line[2])
        try:
            name = decode(path.encode("ascii"))
        except ValueError:  # not modified UTF-7: the path can still be used
            name = path
        if not path.isascii() or not path.isprintable() or not name.isprintable():
            continue  # such a name can be neither sent nor shown
        separator = cleaned(line[1]) if line[1] is not None else ""
        state = states.get(path, {})
        yield Folder(
            path=path,
            name=name,
            separator=separator or None,
            marks=frozenset(cleaned(mark).lower() for mark in line[0]),
            foreign=_foreign(path, separator, prefixes),
            state=(state["UIDVALIDITY"], state["UIDNEXT"]) if len(state) == 2 else None,
        )


def _path(value: object) -> str:
    """A folder's path as LIST gives it: octets, or a number where the name looks like one."""
    path = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
    return "INBOX" if path.upper() == "INBOX" else path


def pairs(values: object) -> dict[str, int]:
    """The items of a STATUS answer."""
    items = list(values) if isinstance(values, tuple) else []
    return {cleaned(k).upper(): v for k, v in zip(items[::2], items[1::2], strict=False) if isinstance(v, int)}


def _prefixes(spaces: Sequence[Any]) -> dict[str, bool]:
    """What paths begin with in each namespace (RFC 2342), and whether it is another user's or a shared one."""
    kinds = [*spaces[2:0:-1], *spaces[:1]]  # the personal ones last: they win where prefixes are equal
    return {_path(space[0]): kind is not spaces[0] for kind in kinds if isinstance(kind, tuple) for space in kind}


def _foreign(path: str, separator: str, prefixes: Mapping[str, bool]) -> bool:
    """Whether the longest prefix that fits is not a personal one; "Public" itself belongs to the prefix "Public/"."""
    fitting = [prefix for prefix in prefixes if (path + separator).startswith(prefix)]
    return path != "INBOX" and bool(fitting) and prefixes[max(fitting, key=len)]
