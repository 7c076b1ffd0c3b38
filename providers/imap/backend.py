"""The IMAP provider: a mailbox on a server, over one connection that is made when it is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from providers.base import Draft, Option, Page, Provider, RawMessage, Unreachable
from providers.imap import drafts, sync
from providers.imap.folders import Folder, drafts_folder, polled_folders, trash_folders, with_sent
from providers.imap.messages import messages
from providers.imap.signin import sign_in
from providers.imap.wire import Wire

__all__ = ["ImapProvider"]


class ImapProvider(Provider):
    """Mail over IMAP (RFC 3501), read without a trace; drafts by APPEND."""

    kind: ClassVar[str] = "imap"
    options: ClassVar[Mapping[str, Option]] = {
        "host": Option(str, "the server's name, as in its certificate", required=True),
        "port": Option(int, "its TCP port; by default 993 for tls, 143 otherwise"),
        "user": Option(str, "the user name; for most servers the whole address", required=True),
        "security": Option(
            str,
            "tls from the start, starttls before the password is sent, none to this computer only",
            default="tls",
            choices=("tls", "starttls", "none"),
        ),
        "auth": Option(
            str,
            "what the secret is: a password, or an access token for XOAUTH2 or OAUTHBEARER",
            default="password",
            choices=("password", "xoauth2", "oauthbearer"),
        ),
        "ca_file": Option(str, "a PEM file: the only authority, or self-signed certificate, to trust"),
        "folders": Option(list, "the folders to read; by default all but drafts, trash and junk", default=[]),
        "drafts": Option(str, "the folder for drafts, where the server does not mark it"),
        "sent": Option(str, "the folder of sent mail, where the server does not mark it"),
        "timeout": Option(int, "seconds to wait for the server", default=60),
    }

    _wire: Wire | None = None
    _listed: Sequence[Folder] = ()

    def open(self) -> None:
        """Connect and sign in; see `providers.imap.signin`."""
        self._wire = sign_in(self._settings, self._secret)
        self._listed = ()

    def close(self) -> None:
        if self._wire:
            self._wire.close()
        self._wire = None

    def identity(self) -> str | None:
        """The user name, where it is an address: the server took it together with the secret."""
        user = str(self._settings["user"])
        return user if "@" in user else None

    def _connected(self) -> Wire:
        """The connection; a new one where it was lost, as it is after a time-out, so that a draft can be looked for."""
        if self._wire is None:
            raise Unreachable("the mailbox is not open")
        if self._wire.lost:
            self.close()
            self.open()
        return self._wire

    def _folders(self, wire: Wire, *, afresh: bool = False) -> Sequence[Folder]:
        if afresh or not self._listed:
            self._listed = with_sent(wire.folders(), self._settings["sent"])
        return self._listed

    def _poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]:
        wire = self._connected()
        wire.leave()
        folders = self._folders(wire, afresh=True)
        polled = polled_folders(folders, self._settings["folders"], gmail=wire.can("X-GM-EXT-1"))
        yield from sync.pages(wire, polled, cursor, since)

    def _fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]:
        return messages(self._connected(), refs)

    def _drafts_folder(self, wire: Wire) -> Folder:
        return drafts_folder(self._folders(wire), self._settings["drafts"])

    def _drafts(self) -> Sequence[Draft]:
        wire = self._connected()
        return drafts.all_drafts(wire, self._drafts_folder(wire))

    def _find_draft(self, message_id: str) -> Draft | None:
        wire = self._connected()
        return drafts.find(wire, self._drafts_folder(wire), message_id)

    def _discarded(self, message_id: str) -> bool:
        wire = self._connected()
        return drafts.discarded(wire, self._drafts_folder(wire), trash_folders(self._folders(wire)), message_id)

    def _save_draft(self, content: bytes, thread_hint: str | None) -> Draft:  # noqa: ARG002  # threads go by References
        wire = self._connected()
        return drafts.save(wire, self._drafts_folder(wire), content)

    def _remove_draft(self, draft: Draft) -> None:
        drafts.remove(self._connected(), draft)
