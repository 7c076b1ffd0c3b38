"""The verbs we have with Gmail, over Google's own client library. What only reads is tried again; the rest is not.

Single calls and batches alike: https://developers.google.com/workspace/gmail/api/reference/rest
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from providers.base import Alias, NotOurs, ProviderError
from providers.gmail.calls import BATCH_PATH
from providers.gmail.errors import Lost, Refused, refusal
from providers.gmail.line import TooLarge
from providers.gmail.pace import Clock, patiently
from providers.gmail.wire import Wire

__all__ = ["Api", "Change", "Fetched", "Profile"]

_BATCH = 50
"""https://developers.google.com/workspace/gmail/api/guides/batch"""
_PAGE = 500
_PAGES = 1000
"""The most pages of one list that are asked for: half a million messages."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose mailbox it is, and where its history stands."""

    address: str
    history: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """A message, whole."""

    id: str
    thread: str
    labels: frozenset[str]
    received: dt.datetime
    content: bytes
    """All of it, attachments too."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one message, in one step of the mailbox's history."""

    history: str
    """The step's id."""
    message: str
    what: str
    """messagesAdded, messagesDeleted, labelsAdded or labelsRemoved."""
    labels: frozenset[str]
    """Those that came or went; of a message that was added, those that it has."""


class Api:
    """One signed-in user's Gmail."""

    def __init__(self, account: str, wire: Wire, root: str, clock: Clock) -> None:
        """Keep what is needed; nothing is asked for yet.

        Args:
            account: Its name, for messages.
            wire: What carries requests.
            root: The API's address, with a slash at its end.
            clock: For waiting.
        """
        self._account = account
        self._wire = wire
        self._clock = clock
        self._service = _service(root)
        self._users = self._service.users()

    def close(self) -> None:
        """Let go of the connections; never raises."""
        self._wire.close()

    # -- reading ------------------------------------------------------------------------------
    def profile(self) -> Profile:
        """Whose mailbox this is."""
        found = self._read(lambda: self._users.getProfile(userId="me"))
        return Profile(str(found.get("emailAddress", "")), str(found.get("historyId", "")))

    def search(self, query: str, *, everywhere: bool = False) -> dict[str, str]:
        """The threads, by message id, of all messages that a search finds.

        Args:
            query: As in Gmail's search box (https://support.google.com/mail/answer/7190).
            everywhere: In spam and trash as well.
        """
        messages = self._users.messages()

        def page(token: str | None) -> Any:
            fields = "messages(id,threadId),nextPageToken"
            return messages.list(
                userId="me", q=query, maxResults=_PAGE, includeSpamTrash=everywhere, pageToken=token, fields=fields
            )

        found = (each for answer in self._pages(page) for each in answer.get("messages", ()))
        return {str(each["id"]): str(each["threadId"]) for each in found}

    def history(self, start: str) -> tuple[list[Change], str] | None:
        """What happened since, oldest first, and up to which step that is; None where `start` has expired.

        The step is the one at which the first page was made: what happens while others are asked for may be in none.
        """
        history = self._users.history()

        def page(token: str | None) -> Any:
            return history.list(userId="me", startHistoryId=start, maxResults=_PAGE, pageToken=token, fields=_HISTORY)

        try:
            answers = list(self._pages(page))
        except Refused as error:
            if error.status == 404:
                return None
            raise
        if answers[-1].get("nextPageToken"):  # so much that a look back costs less
            return None
        changes = [change for answer in answers for step in answer.get("history", ()) for change in _changes(step)]
        steps = (int(answers[0].get("historyId", start)), *(int(change.history) for change in changes))
        return changes, str(max(steps))

    def messages(self, ids: Sequence[str]) -> list[Fetched]:
        """The messages of these ids, at most fifty at a time; those that are gone are left out."""
        messages = self._users.messages()
        found = self._batch({i: messages.get(userId="me", id=i, format="raw", fields=_MESSAGE) for i in ids})
        return [_fetched(found[i]) for i in ids if i in found]

    def drafts(self) -> dict[str, str]:
        """The message id of every draft by its draft id. The former changes with each edit, the latter never."""
        drafts = self._users.drafts()

        def page(token: str | None) -> Any:
            fields = "drafts(id,message(id)),nextPageToken"
            return drafts.list(userId="me", maxResults=_PAGE, pageToken=token, fields=fields)

        found = (each for answer in self._pages(page) for each in answer.get("drafts", ()))
        return {str(each["id"]): str(each["message"]["id"]) for each in found}

    def read_drafts(self, ids: Sequence[str]) -> dict[str, Fetched]:
        """The drafts of these draft ids, as they are now; those that are gone are left out."""
        drafts = self._users.drafts()
        fields = f"id,message({_MESSAGE})"
        found = self._batch({i: drafts.get(userId="me", id=i, format="raw", fields=fields) for i in ids})
        return {i: _fetched(found[i]["message"]) for i in ids if i in found}

    def aliases(self) -> list[Alias]:
        """The addresses that may be sent from, each with its signature as HTML, the default first."""
        found = self._read(lambda: self._users.settings().sendAs().list(userId="me")).get("sendAs", ())
        usable = [each for each in found if each.get("verificationStatus", "accepted") == "accepted"]
        usable.sort(key=lambda each: not each.get("isDefault", False))
        return [Alias(str(each["sendAsEmail"]).lower(), str(each.get("signature", ""))) for each in usable]

    # -- drafts -------------------------------------------------------------------------------
    def create_draft(self, content: bytes, thread: str | None) -> str:
        """Save a draft, once; its draft id.

        Raises:
            Refused, SignInRefused, NotSetUp: nothing was saved
            Lost: whether it was saved is not known, if the request may have arrived
        """
        message = {"raw": base64.urlsafe_b64encode(content).decode()} | ({"threadId": thread} if thread else {})
        request = self._users.drafts().create(userId="me", body={"message": message}, fields="id")
        return self._once(lambda: str(request.execute(http=self._wire)["id"]))

    def delete_draft(self, draft: str) -> None:
        """Delete a draft for good.

        Raises:
            as `create_draft`
        """
        request = self._users.drafts().delete(userId="me", id=draft)
        self._once(lambda: request.execute(http=self._wire))

    # -- asking -------------------------------------------------------------------------------
    def _read(self, make: Callable[[], Any]) -> Any:
        """The answer to a request that changes nothing, made anew for each try."""
        return patiently(lambda: self._once(lambda: _form(make().execute(http=self._wire))), self._clock)

    def _pages(self, make: Callable[[str | None], Any]) -> Iterator[Any]:
        """All pages of a list. One may be empty and yet name the next."""
        token: str | None = None
        for _ in range(_PAGES):
            here = token
            answer = self._read(lambda: make(here))  # noqa: B023  called at once
            yield answer
            token = answer.get("nextPageToken")
            if not token:
                return

    def _batch(self, requests: Mapping[str, Any]) -> dict[str, Any]:
        """What these requests give, by name; what is not there (404) is left out."""
        names = list(requests)
        if len(names) > _BATCH:
            return self._batch(_some(requests, names[:_BATCH])) | self._batch(_some(requests, names[_BATCH:]))
        found: dict[str, Any] = {}
        waiting = dict(requests)

        def attempt() -> None:
            """Ask for what is still waiting, so that only parts that failed are asked for again."""
            answers = self._once(lambda: _executed(waiting, self._wire, self._service.new_batch_http_request))
            failures: list[ProviderError] = []
            for name, (answer, error) in answers.items():
                if error is not None and error.resp.status != 404:
                    after = str(error.resp.get("retry-after", ""))
                    failures.append(refusal(self._account, error.resp.status, error.content, after))
                elif error is None and not isinstance(answer, dict):
                    failures.append(Lost("a part of Gmail's answer cannot be read", arrived=True))
                else:
                    del waiting[name]
                    found.update({} if error else {name: answer})
            if failures:
                raise max(failures, key=lambda failure: getattr(failure, "wait", 0))

        try:
            if waiting:
                patiently(attempt, self._clock)
        except TooLarge:
            if len(names) == 1:
                raise
            middle = len(names) // 2
            return self._batch(_some(requests, names[:middle])) | self._batch(_some(requests, names[middle:]))
        return found

    def _once(self, ask: Callable[[], _T]) -> _T:
        """What `ask` gives; an answer that is no answer is one that never came."""
        try:
            return ask()
        except (ProviderError, NotOurs):
            raise
        except Exception as error:  # noqa: BLE001  Google's library raises what its parsers raise
            raise Lost(f"Gmail's answer cannot be read ({type(error).__name__})", arrived=True) from None


_MESSAGE = "id,threadId,labelIds,internalDate,raw"
_HISTORY = (
    "historyId,nextPageToken,history(id,messagesAdded(message(id,labelIds)),messagesDeleted(message(id)),"
    "labelsAdded(labelIds,message(id)),labelsRemoved(labelIds,message(id)))"
)


class _NoWire:
    """What Google's client is made with; each request is told the wire that it takes."""

    def request(self, *_: Any, **__: Any) -> Any:
        raise NotOurs("a request to Gmail that no wire carries")


@lru_cache(maxsize=8)
def _service(root: str) -> Any:
    """Google's client for the API at this address, for all accounts and threads.

    Made once, as to make one takes 20 ms and leaves as much to be freed as a hundred messages. It may be shared since
    each request is given its own way out (googleapis.github.io/google-api-python-client/docs/thread_safety.html).
    """
    from googleapiclient.discovery import build_from_document
    from googleapiclient.discovery_cache import get_static_doc

    document = json.loads(get_static_doc("gmail", "v1"))
    # Batches go where the document says, whatever address the client is told otherwise.
    document |= {"rootUrl": root, "baseUrl": root, "mtlsRootUrl": root, "batchPath": BATCH_PATH}
    return build_from_document(document, http=_NoWire())


def _form(answer: Any) -> Any:
    """The answer, which Google's library leaves as text where it cannot be read as JSON."""
    if not isinstance(answer, dict):
        raise TypeError("no JSON object")
    return answer


def _executed(requests: Mapping[str, Any], wire: Wire, new_batch: Callable[[], Any]) -> dict[str, tuple[Any, Any]]:
    """(answer, error) of each request of one batch. No part carries a token: that of the whole counts for all."""
    answers: dict[str, tuple[Any, Any]] = {}
    batch = new_batch()
    # A part that is refused with 401 is asked for again; the library would look for a token in it, and finds none.
    batch._refresh_and_apply_credentials = lambda _request, _http: wire.renew()  # noqa: SLF001
    for name, request in requests.items():
        batch.add(request, lambda i, answer, error: answers.update({i: (answer, error)}), request_id=name)
    batch.execute(http=wire)
    return answers


def _some(requests: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: requests[name] for name in names}


def _changes(step: Mapping[str, Any]) -> Iterator[Change]:
    for what in ("messagesAdded", "labelsAdded", "labelsRemoved", "messagesDeleted"):
        for each in step.get(what, ()):
            message = each["message"]
            labels = each.get("labelIds", ()) if what.startswith("labels") else message.get("labelIds", ())
            yield Change(str(step["id"]), str(message["id"]), what, frozenset(map(str, labels)))


def _fetched(message: Mapping[str, Any]) -> Fetched:
    raw = str(message["raw"])
    return Fetched(
        str(message["id"]),
        str(message["threadId"]),
        frozenset(map(str, message.get("labelIds", ()))),
        dt.datetime.fromtimestamp(int(message["internalDate"]) / 1000, dt.UTC),
        base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)),
    )
