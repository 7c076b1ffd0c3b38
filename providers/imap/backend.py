"""The IMAP provider: a mailbox on a server, over one connection that is made when it is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from providers.base import Draft, NotSetUp, Option, Page, Provider, RawMessage, Reach, Survey, Unreachable
from providers.imap import drafts, sync
from providers.imap.folders import Folder, drafts_folder, polled_folders, trash_folders, with_sent
from providers.imap.messages import messages
from providers.imap.signin import reach, sign_in
from providers.imap.wire import Wire

__all__ = ["ImapProvider"]


class ImapProvider(Provider):
    """Mail over IMAP (RFC 3501), read without a trace; drafts by APPEND."""

    kind: ClassVar[str] = "imap"
    tells: ClassVar[bool] = True
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
            "what the secret is: a password, an access token for XOAUTH2 or OAUTHBEARER, or a sign-in with Microsoft",
            default="password",
            choices=("password", "xoauth2", "oauthbearer", "microsoft"),
        ),
        "client_id": Option(str, "for microsoft: the id of your app, as Microsoft's Entra shows it"),
        "authority": Option(
            str,
            "for microsoft: who signs in; your tenant or cloud in place of common",
            default="https://login.microsoftonline.com/common",
        ),
        "ca_file": Option(str, "a PEM file: the only authority, or self-signed certificate, to trust"),
        "folders": Option(list, "the folders to read; by default all but drafts, trash and junk", default=[]),
        "drafts": Option(str, "the folder for drafts, where the server does not mark it"),
        "sent": Option(str, "the folder of sent mail, where the server does not mark it"),
        "timeout": Option(int, "seconds to wait for the server", default=60),
    }

    _wire: Wire | None = None
    _listed: Sequence[Folder] = ()

    def __init__(self, account: str, settings: Mapping[str, Any], secret: Callable[[], str]) -> None:
        super().__init__(account, settings, secret)
        self.signs_in = settings.get("auth") == "microsoft"

    def open(self) -> None:
        """Connect and sign in; see `providers.imap.signin`."""
        self._wire = sign_in(self._settings, self._token if self.signs_in else self._secret)
        self._listed = ()

    def _token(self) -> str:
        """Microsoft's access token of the hour."""
        from providers.imap.microsoft import tokens

        fresh = tokens(self._settings, self._newer_secret or self._secret(), self._account)
        self._newer_secret = fresh.refresh
        return fresh.access

    def _sign_in(self, tell: Callable[[str], None], port: int, *, browser: bool) -> str:
        if not self.signs_in:
            return super()._sign_in(tell, port, browser=browser)
        from providers.imap.microsoft import ask

        self._newer_secret = ask(self._settings, tell)
        with self:  # the mailbox must be the one that `user` names
            return self._newer_secret

    def _revoke(self) -> None:
        if not self.signs_in:
            super()._revoke()
        raise NotSetUp(
            "Microsoft lets nobody but you take a consent back",
            hint="remove the app at https://myapps.microsoft.com or https://account.live.com/consent/Manage, "
            f"then run `watcher auth {self._account} --forget`",
        )

    def close(self) -> None:
        if self._wire:
            self._wire.close()
        self._wire = None

    def _wait(self, seconds: float, enough: Callable[[], bool]) -> bool:
        from providers.imap.idle import told_of_mail

        with self:
            return told_of_mail(self._connected(), seconds, enough)

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

    def _reach(self) -> Reach:
        return reach(self._settings)

    def _survey(self) -> Survey:
        from providers.imap.survey import survey

        wire = self._connected()
        return survey(wire, self._polled(wire), self._drafts_folder(wire))

    def _polled(self, wire: Wire) -> Sequence[Folder]:
        wire.leave()
        folders = self._folders(wire, afresh=True)
        return polled_folders(folders, self._settings["folders"], gmail=wire.can("X-GM-EXT-1"))

    def _poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]:
        wire = self._connected()
        yield from sync.pages(wire, self._polled(wire), cursor, since)

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

    def _discarded(self, message_ids: Sequence[str]) -> bool:
        wire = self._connected()
        return drafts.discarded(wire, self._drafts_folder(wire), trash_folders(self._folders(wire)), message_ids)

    def _save_draft(self, content: bytes, thread_hint: str | None) -> Draft:  # noqa: ARG002  # threads go by References
        wire = self._connected()
        return drafts.save(wire, self._drafts_folder(wire), content)

    def _remove_draft(self, draft: Draft) -> None:
        drafts.remove(self._connected(), draft)
