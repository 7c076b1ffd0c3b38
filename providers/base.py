"""The provider contract: what a mailbox must do for the watcher, and what it can never do.

Terminology:

LISTING   a message as a provider first hands it over: where it is, when it arrived, and as much of it as was cheap
REF       the provider's own name for a message, opaque to everyone else, good for as long as the cursor is
CURSOR    how far a mailbox was read: opaque text, kept by the caller, handed back at the next poll
PAGE      a batch of listings with the cursor to keep once these are dealt with
DRAFT     a message in the Drafts folder; *ours* if its Message-ID is one that `is_ours` recognises
PRINT     a fingerprint of what a draft says; unchanged while nobody edited it
SOUGHT    what a look back is to find in a mailbox that is narrowed by search

A provider subclasses `Provider` and writes the methods whose names begin with an underscore. What callers
use are the public methods here, which are final: they check what goes out before a provider sees it. So no
provider, whatever its author forgot, can send, can change or remove the user's mail, or can remove a draft
that the user has touched.

Exceptions (all carry a sentence for the user and, in `hint`, what to do next):

    ProviderError
    ├── Unreachable      the network, the server or its patience: tried again at the next poll
    ├── SignInRefused    the server says no to the credentials: the account waits for its user
    ├── NotSetUp         something in the configuration or the mailbox must change first
    └── OutcomeUnknown   a draft was handed over and no answer came: look before trying again
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, ClassVar, Self, final

from providers.errors import NotOurs, NotSetUp, OutcomeUnknown, ProviderError, SignInRefused, Unreachable
from providers.prints import fingerprint, is_ours
from providers.values import (
    Alias,
    Draft,
    FolderRole,
    Lack,
    Listing,
    Narrowing,
    Option,
    Page,
    Quota,
    RawMessage,
    Reach,
    Sought,
    Survey,
)

__all__ = [
    "Alias",
    "Draft",
    "FolderRole",
    "Lack",
    "Listing",
    "Narrowing",
    "NotOurs",
    "NotSetUp",
    "Option",
    "OutcomeUnknown",
    "Page",
    "Provider",
    "ProviderError",
    "Quota",
    "RawMessage",
    "Reach",
    "SignInRefused",
    "Sought",
    "Survey",
    "Unreachable",
    "fingerprint",
    "is_ours",
]

_MAX_DRAFT_BYTES = 200_000


def _must_be_ours(message_id: str) -> None:
    if not is_ours(message_id):
        raise NotOurs(f"not a Message-ID of ours: {message_id!r}")


_PUBLIC = frozenset({"kind", "narrowing", "options", "keeps_ids", "tells", "signs_in", "open", "close", "identity"})
"""What a provider may write under a public name."""


class Provider(ABC):
    """One account's mailbox. Blocking, used by one thread, opened and closed as a context manager.

    Every wait inside has a limit. Nothing here prints, logs a secret, or keeps state on disk.
    """

    kind: ClassVar[str]
    """The name in `provider = "..."`."""
    narrowing: ClassVar[Narrowing] = Narrowing.HEADERS
    options: ClassVar[Mapping[str, Option]] = {}
    """The keys its `[[accounts]]` section may hold besides `name` and `provider`."""
    keeps_ids: ClassVar[bool] = True
    """Whether a draft has for sure the Message-ID that it was saved with."""
    tells: ClassVar[bool] = False
    """Whether `wait` is told of news; else there is nothing to wait for, and polls alone find it."""
    signs_in: bool = False
    """Whether the secret comes of a sign-in together with the user, by `sign_in`; else it is a password they know."""

    def __init__(self, account: str, settings: Mapping[str, Any], secret: Callable[[], str]) -> None:
        """Keep what is needed; touch nothing yet.

        Args:
            account: The account's name, for messages.
            settings: The values of `options`, checked and with defaults filled in.
            secret: Gives the password or token when it is asked for, raising `NotSetUp` where there is none.
        """
        self._account = account
        self._settings = settings
        self._secret = secret
        self._newer_secret: str | None = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a provider that redefines a guarded method or offers a public verb outside the contract."""
        super().__init_subclass__(**kwargs)
        for name in vars(cls):
            guarded = getattr(Provider, name, None)
            if getattr(guarded, "__final__", False):
                raise TypeError(f"{cls.__name__}.{name} is guarded by providers.base.Provider; write _{name} instead")
            if not name.startswith("_") and name not in _PUBLIC:
                raise TypeError(f"{cls.__name__}.{name} is not part of the provider contract; make it private")

    # -- opening ------------------------------------------------------------------------------
    @abstractmethod
    def open(self) -> None:
        """Connect and sign in.

        Raises:
            Unreachable, SignInRefused, NotSetUp
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of the mailbox; never raises, may be called twice."""

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- the secret ---------------------------------------------------------------------------
    @final
    def sign_in(self, tell: Callable[[str], None], *, port: int = 0, browser: bool = True) -> str:
        """Sign in together with the user, who gives consent in a browser; the secret to keep.

        Needs no `open`. Reads nothing from the terminal, and waits for some minutes at most.

        Args:
            tell: Shows the user what to do next; each call is one thing to show.
            port: Where on this computer the browser is to come back to; 0 for any that is free.
            browser: Whether to open one here, or to say how one elsewhere gets through to this computer.

        Raises:
            SignInRefused: the user or the server said no
            Unreachable, NotSetUp
        """
        return self._sign_in(tell, port, browser=browser)

    @final
    def revoke(self) -> None:
        """Have the server make the secret worthless.

        Raises:
            Unreachable, NotSetUp (there is no secret, or this is a password, which is changed at the server)
        """
        self._revoke()

    @final
    def newer_secret(self) -> str | None:
        """What has taken the place of the secret since `open`, and should be kept instead; None where nothing has."""
        return self._newer_secret

    # -- looking around -----------------------------------------------------------------------
    @final
    def reach(self) -> Reach | None:
        """Connect without signing in, and hang up: who would be talked to; None where it is nobody but this computer.

        Needs no `open`, and asks for no secret.

        Raises:
            Unreachable, NotSetUp
        """
        return self._reach()

    @final
    def survey(self) -> Survey:
        """What the mailbox is like, for whoever sets it up, or looks for what is wrong. Reads only.

        Raises:
            Unreachable, NotSetUp (there is no Drafts folder, ...)
        """
        return self._survey()

    # -- reading ------------------------------------------------------------------------------
    @final
    def poll(self, cursor: str | None, since: dt.datetime, sought: Sought | None = None) -> Iterator[Page]:
        """What is new since `cursor`, oldest page first; without a cursor, what arrived since `since` (aware).

        Drafts, trash and junk are left out. A cursor that the mailbox no longer knows (UIDVALIDITY, an expired
        history id) leads to one look back to `since`, in which known messages may come again. A last page
        without listings is allowed, and moves the cursor.

        Args:
            cursor: That of the last page that was kept.
            since: How far a look back goes.
            sought: What a look back is to find where narrowing is by search; everything, where it is None.

        Raises:
            Unreachable, NotSetUp
        """
        if since.tzinfo is None:
            raise ValueError("`since` needs a time zone")
        if sought is None or self.narrowing is not Narrowing.SEARCH:
            return self._poll(cursor, since)
        return self._poll_sought(cursor, since, sought)

    @final
    def fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]:
        """The messages behind `refs`, in any order; those that are gone by now are left out.

        Reading changes nothing in the mailbox, no flag either. Attachments are not fetched.

        Raises:
            Unreachable
        """
        return self._fetch(refs)

    @final
    def wait(self, seconds: float, enough: Callable[[], bool]) -> bool:
        """Wait until there may be news; whether there may. A hint to poll now, which may be missed or be wrong.

        To be called between polls, while the mailbox is not open: it opens it for itself.

        Args:
            seconds: How long at most.
            enough: Asked every second or so; once it is true, the waiting ends.

        Raises:
            Unreachable, SignInRefused
            NotSetUp: this mailbox tells nobody of its news
        """
        return self._wait(seconds, enough)

    @final
    def quota(self) -> Quota | None:
        """What was spent of what the server counts; None where it counts nothing. Asks nobody."""
        return self._quota()

    # -- drafts -------------------------------------------------------------------------------
    @final
    def aliases(self) -> Sequence[Alias]:
        """The addresses that a draft may be from, the user's default first; none where the mailbox does not say.

        Raises:
            Unreachable
        """
        return self._aliases()

    @final
    def drafts(self, ours: Mapping[str, str] | None = None) -> Sequence[Draft]:
        """All that is in Drafts now, read afresh, whoever wrote it.

        Args:
            ours: Message-IDs of drafts of ours, by print. On a server that gives drafts Message-IDs of its own, one
                with such a print is given under ours.

        Raises:
            Unreachable, NotSetUp (there is no Drafts folder: names those that there are)
        """
        found = self._drafts()
        if self.keeps_ids or not ours:
            return found
        there = {draft.message_id for draft in found}
        ids = {d.print: ours[d.print] for d in found if d.print in ours and ours[d.print] not in there}
        return [d if is_ours(d.message_id) else replace(d, message_id=ids.get(d.print, d.message_id)) for d in found]

    @final
    def find_draft(self, message_id: str, expected: str = "") -> Draft | None:
        """The draft of ours with exactly this Message-ID, looked for afresh.

        Args:
            message_id: The one it was saved with.
            expected: Its print, by which it is known on a server that gave it another.

        Raises:
            NotOurs, Unreachable, NotSetUp
        """
        _must_be_ours(message_id)
        if self.keeps_ids or not expected:
            return self._find_draft(message_id)
        return next((d for d in self.drafts({expected: message_id}) if d.message_id == message_id), None)

    @final
    def discarded(self, *message_ids: str) -> bool:
        """Whether a draft of ours with exactly one of these Message-IDs was thrown away and is still to be seen.

        It lies in Trash, or is in Drafts and only waits for its removal, which `find_draft` takes for gone. What was
        deleted for good leaves nothing to be seen.

        Raises:
            NotOurs, Unreachable, NotSetUp
        """
        for message_id in message_ids:
            _must_be_ours(message_id)
        return self._discarded(message_ids)

    @final
    def save_draft(self, content: bytes, *, thread_hint: str | None = None) -> Draft:
        """Put `content` into Drafts, once, marked as a draft. Never looks whether it is there already.

        Raises:
            NotOurs: the Message-ID is not one of ours, or the content is not one plain mail
            Unreachable, NotSetUp: nothing was saved
            OutcomeUnknown: it may have been saved; look with `find_draft` before anything else
        """
        mail = email.message_from_bytes(content, policy=email.policy.compat32)
        if len(content) > _MAX_DRAFT_BYTES or len(mail.get_all("Message-ID", [])) != 1:
            raise NotOurs("a draft needs exactly one Message-ID and at most 200 kB")
        _must_be_ours(str(mail["Message-ID"]).strip())
        return self._save_draft(content, thread_hint)

    @final
    def remove_draft(self, message_id: str, expected: str) -> bool:
        """Remove the draft of ours with this Message-ID if its print still is `expected`; whether it was removed.

        False where it is gone already or the user has changed it: then nothing is touched.

        Raises:
            NotOurs, Unreachable, NotSetUp
        """
        draft = self.find_draft(message_id, expected)
        if draft is None or draft.print != expected:
            return False
        self._remove_draft(draft)
        return True

    # -- what a provider writes ---------------------------------------------------------------
    @abstractmethod
    def identity(self) -> str | None:
        """The address the server knows this mailbox by, or None where it does not say."""

    def _reach(self) -> Reach | None:
        """To be written where there is a server."""
        return None

    def _survey(self) -> Survey:
        """To be overridden with what there is to tell."""
        return Survey()

    @abstractmethod
    def _poll(self, cursor: str | None, since: dt.datetime) -> Iterator[Page]: ...

    def _poll_sought(self, cursor: str | None, since: dt.datetime, sought: Sought) -> Iterator[Page]:  # noqa: ARG002
        """To be written where narrowing is by search: as `_poll`, with a look back that finds what is sought."""
        return self._poll(cursor, since)

    @abstractmethod
    def _fetch(self, refs: Sequence[str]) -> Iterator[RawMessage]: ...

    @abstractmethod
    def _drafts(self) -> Sequence[Draft]: ...

    def _find_draft(self, message_id: str) -> Draft | None:
        """May be overridden where the server can search."""
        return next((d for d in self._drafts() if d.message_id == message_id), None)

    def _discarded(self, message_ids: Sequence[str]) -> bool:  # noqa: ARG002  for those that override it
        """To be overridden where there is a Trash, or a flag for what waits for its removal. Reads, and bounds that."""
        return False

    def _aliases(self) -> Sequence[Alias]:
        """To be overridden where the mailbox knows."""
        return ()

    def _wait(self, seconds: float, enough: Callable[[], bool]) -> bool:  # noqa: ARG002  for those that override it
        """To be written where `tells`."""
        raise NotSetUp(f'the provider "{self.kind}" does not tell of news', hint="poll it")

    def _quota(self) -> Quota | None:
        """To be overridden where the server counts."""
        return None

    def _sign_in(self, tell: Callable[[str], None], port: int, *, browser: bool) -> str:  # noqa: ARG002
        """To be written where `signs_in`."""
        raise NotSetUp(f'the provider "{self.kind}" takes a password', hint="store it; there is no other sign-in")

    def _revoke(self) -> None:
        """To be written where `signs_in`."""
        raise NotSetUp(f'the provider "{self.kind}" takes a password', hint="change it where you have the mailbox")

    @abstractmethod
    def _save_draft(self, content: bytes, thread_hint: str | None) -> Draft: ...

    @abstractmethod
    def _remove_draft(self, draft: Draft) -> None:
        """Remove this one message from Drafts and nothing else; `draft` was read a moment ago."""
