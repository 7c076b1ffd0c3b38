"""What a mailbox on a server is like, beyond its mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from providers.base import FolderRole, Lack, Survey
from providers.imap.folders import Folder, role
from providers.imap.wire import Wire

__all__ = ["survey"]

_OF_USE = ("IDLE", "SPECIAL-USE", "UIDPLUS", "MOVE", "LIST-STATUS", "X-GM-EXT-1")
_RECENT = 50
"""As many numbers of messages, from the last one back, are asked for the newest that is still there."""
_NO_UIDPLUS = Lack(
    "the server cannot remove a single message (UIDPLUS), so drafts that no longer fit stay",
    "delete such a draft in your mail program, once the watcher says so",
)


def survey(wire: Wire, polled: Sequence[Folder], drafts: Folder) -> Survey:
    """What there is to tell of the mailbox behind a connection.

    Args:
        wire: The connection.
        polled: The folders that are read.
        drafts: The folder for drafts.

    Raises:
        Unreachable
    """
    return Survey(
        drafts=drafts.name,
        folders=tuple(folder.name for folder in polled),
        offers=tuple(capability for capability in _OF_USE if wire.can(capability)),
        lacks=() if wire.can("UIDPLUS") else (_NO_UIDPLUS,),
        newest=next((_newest(wire, f) for f in polled if role(f) in (FolderRole.INBOX, FolderRole.ARCHIVE)), None),
    )


def _newest(wire: Wire, folder: Folder) -> dt.datetime | None:
    """When the last message of a folder arrived; None where it is not to be seen at once."""
    _, following = folder.state or wire.status(folder.path)
    wire.examine(folder.path)
    uids = wire.search_from(max(1, following - _RECENT))[-1:]
    moments = [message.get("INTERNALDATE") for message in wire.fetch(uids, "UID INTERNALDATE")]
    return next((m.astimezone(dt.UTC) for m in moments if isinstance(m, dt.datetime) and m.tzinfo is not None), None)
