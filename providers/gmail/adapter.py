"""The Gmail provider: one user's mailbox, over Google's API."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, ClassVar

from providers.base import (
    Alias,
    Draft,
    Lack,
    Narrowing,
    NotSetUp,
    Option,
    Page,
    Provider,
    ProviderError,
    Quota,
    RawMessage,
    Reach,
    SignInRefused,
    Sought,
    Survey,
    Unreachable,
)
from providers.errors import cleaned
from providers.gmail.calls import MESSAGE_UNITS
from providers.gmail.credentials import SCOPES, Client, Token, is_secure, read_client
from providers.gmail.line import Line, new_session
from providers.gmail.pace import Clock, Meter
from providers.skim import skim

if TYPE_CHECKING:
    import requests

    from providers.gmail.api import Api, Fetched, Profile
    from providers.gmail.drafts import Drafts

__all__ = ["GmailProvider"]

_AT_ONCE = 50
_MAX_SIGNATURE = 1000
_NO_OCTETS = 1_000
"""The most that an answer without a body may bring."""


class GmailProvider(Provider):
    """Mail in Gmail, found by search and by the mailbox's history; drafts in their threads."""

    kind: ClassVar[str] = "gmail"
    narrowing: ClassVar[Narrowing] = Narrowing.SEARCH
    keeps_ids: ClassVar[bool] = False
    signs_in = True
    options: ClassVar[Mapping[str, Option]] = {
        "address": Option(str, "the mailbox's own address; another mailbox is refused", required=True),
        "client_file": Option(
            str, "the JSON of your OAuth client, from Google's console", default="~/.config/watcher/google-client.json"
        ),
        "units_per_minute": Option(int, "what Google lets your project spend for a user", default=6000),
        "timeout": Option(int, "seconds to wait for Google", default=60),
        "api_root": Option(str, "where the Gmail API is, behind a gateway", default="https://gmail.googleapis.com/"),
    }

    _clock: Clock = Clock()
    _new_session: Callable[[], requests.Session] = staticmethod(new_session)
    _api: Api | None = None
    _drafts_there: Drafts | None = None
    _others: dict[str, tuple[str, Draft]] | None = None
    """The drafts that are not ours, as they were last read; kept from one session to the next."""
    _meter: Meter | None = None
    _access: Token | None = None
    _sure = False
    """Whether Google told in this session that the mailbox is the one it should be."""
    _held: Mapping[str, bytes] = {}
    """The messages of the last page, which came whole with their listings."""

    def open(self) -> None:
        """Get an access token for the refresh token that is kept."""
        self._api = self._signed_in(self._secret())

    def close(self) -> None:
        if self._api:
            self._api.close()
        self._api = self._drafts_there = None
        self._sure, self._held = False, {}

    def identity(self) -> str | None:
        """The address of the profile, which is made sure of before anything is read or written."""
        return str(self._settings["address"]) if self._sure else self._profile().address.lower()

    # -- the secret ---------------------------------------------------------------------------
    def _sign_in(self, tell: Callable[[str], None], port: int, *, browser: bool) -> str:
        from providers.gmail.signin import ask, revoke

        client, address = self._client(), str(self._settings["address"])
        grant = ask(client, address, tell, port, browser=browser)
        try:
            if not grant.refresh_token or grant.scopes != frozenset(SCOPES):
                missing = ", ".join(sorted(s.rsplit("/", 1)[1] for s in set(SCOPES) - grant.scopes)) or "none"
                raise SignInRefused(
                    f"Google granted something else than what was asked for; missing: {missing}",
                    hint="sign in again, and tick every box",
                )
            self._api = self._signed_in(grant.refresh_token)
            self._profile()
        except ProviderError:
            with contextlib.suppress(ProviderError), contextlib.closing(self._line()) as line:
                revoke(client, grant.refresh_token, line)
            raise
        finally:
            self.close()
        return grant.refresh_token

    def _revoke(self) -> None:
        from providers.gmail.signin import revoke

        with contextlib.closing(self._line()) as line:
            revoke(self._client(), self._secret(), line)

    def _client(self) -> Client:
        return read_client(str(self._settings["client_file"]))

    def _line(self) -> Line:
        return Line(self._new_session(), self._clock, float(self._settings["timeout"]))

    def _root(self) -> str:
        """The API's address, with a slash at its end."""
        root = str(self._settings["api_root"]).rstrip("/") + "/"
        if not is_secure(root):
            raise NotSetUp(f"`api_root` is an address without encryption: {root}", hint="it begins with https://")
        return root

    def _signed_in(self, refresh_token: str) -> Api:
        from providers.gmail.api import Api
        from providers.gmail.wire import Wire

        root = self._root()
        client, line = self._client(), self._line()
        token = self._access = Token(self._account, client, refresh_token, line)
        try:
            token.bearer()
        except BaseException:
            line.close()
            raise
        self._meter = self._meter or Meter(int(self._settings["units_per_minute"]), self._clock)
        return Api(self._account, Wire(self._account, root, token, line, self._meter), root, self._clock)

    # -- looking around -----------------------------------------------------------------------
    def _reach(self) -> Reach:
        """Ask the API's host for nothing at all, and see what time it says it is."""
        root = self._root()
        with contextlib.closing(self._line()) as line:
            answer = line.send("HEAD", root, None, {}, _NO_OCTETS)
        with contextlib.suppress(ValueError):
            return Reach(root.split("/")[2], clock=parsedate_to_datetime(answer.headers.get("date", "")))
        return Reach(root.split("/")[2])

    def _survey(self) -> Survey:
        self._own()
        granted = self._access.scopes if self._access else frozenset()
        missing = sorted(scope.rsplit("/", 1)[1] for scope in set(SCOPES) - granted) if granted else []
        lack = Lack(
            f"the sign-in does not allow {' and '.join(missing)}",
            f"run `watcher auth {self._account}`, and tick both boxes",
        )
        return Survey(
            drafts="Drafts",
            rights=tuple(sorted(cleaned(scope.rsplit("/", 1)[-1]) for scope in granted)),
            lacks=(lack,) if missing else (),
        )

    # -- reading ------------------------------------------------------------------------------
    def _connected(self) -> Api:
        if self._api is None:
            raise Unreachable("the mailbox is not open")
        return self._api

    def _profile(self) -> Profile:
        """Whose mailbox it is, and where its history stands.

        Raises:
            NotSetUp: it is not the configured one
        """
        profile, wanted = self._connected().profile(), str(self._settings["address"])
        if profile.address.lower() != wanted.lower():
            raise NotSetUp(
                f"the sign-in is for {cleaned(profile.address)}, and `address` says {wanted}",
                hint=f"correct it, or run `watcher auth {self._account}` and choose the other account",
            )
        self._sure = True
        return profile

    def _own(self) -> Api:
        """The API, once it is sure whose mailbox it gives."""
        if not self._sure:
            self._profile()
        return self._connected()

    def _poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]:
        return self._pages(cursor, since, None)

    def _poll_sought(self, cursor: str | None, since: dt.datetime, sought: Sought) -> Iterator[Page]:
        return self._pages(cursor, since, sought)

    def _pages(self, cursor: str | None, since: dt.datetime, sought: Sought | None) -> Iterator[Page]:
        from providers.gmail.sync import Mailbox, pages

        api, meter = self._connected(), self._meter
        mailbox = Mailbox(api, self._profile, self._fetched, lambda n: meter.wait(n * MESSAGE_UNITS) if meter else 0)
        return pages(mailbox, cursor, since, sought)

    def _fetched(self, ids: Sequence[str]) -> list[Fetched]:
        messages = self._own().messages(ids)
        self._held = {message.id: _skimmed(message) for message in messages}
        return messages

    def _fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]:
        held = self._held
        yield from (RawMessage(ref, held[ref]) for ref in refs if ref in held)
        others = [ref for ref in refs if ref not in held]
        for first in range(0, len(others), _AT_ONCE):
            for message in self._own().messages(others[first : first + _AT_ONCE]):
                yield RawMessage(message.id, _skimmed(message))

    def _quota(self) -> Quota | None:
        return self._meter.quota if self._meter else None

    # -- drafts -------------------------------------------------------------------------------
    def _aliases(self) -> Sequence[Alias]:
        try:
            found = self._own().aliases()
        except NotSetUp:  # an administrator may close the settings; drafts go without
            return ()
        return [Alias(alias.address, _plain(alias.signature)) for alias in found]

    def _desk(self) -> Drafts:
        from providers.gmail.drafts import Drafts

        api = self._own()
        if self._others is None:
            self._others = {}
        self._drafts_there = self._drafts_there or Drafts(api, self._others)
        return self._drafts_there

    def _drafts(self) -> Sequence[Draft]:
        return self._desk().all()

    def _discarded(self, message_ids: Sequence[str]) -> bool:
        return any(map(self._desk().discarded, message_ids))

    def _save_draft(self, content: bytes, thread_hint: str | None) -> Draft:
        return self._desk().save(content, thread_hint)

    def _remove_draft(self, draft: Draft) -> None:
        self._desk().remove(draft)


def _skimmed(message: Fetched) -> bytes:
    return skim(io.BytesIO(message.content))


def _plain(signature: str) -> str:
    """A signature, which Gmail keeps as HTML, as plain text."""
    if not signature.strip():
        return ""
    from inscriptis import get_text

    lines = [line.strip() for line in get_text(signature).strip().splitlines()]
    return "\n".join(lines)[:_MAX_SIGNATURE].strip()
