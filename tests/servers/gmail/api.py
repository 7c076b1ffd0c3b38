"""The methods of the Gmail API that the proxy answers, each a small function; the others are refused with 501.

Reference: <https://developers.google.com/workspace/gmail/api/reference/rest>. What an answer leaves out when there is
none of it (`messages`, `history`, `drafts`, `nextPageToken`) is left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from tests.servers.gmail.errors import ApiError, not_found
from tests.servers.gmail.index import Entry
from tests.servers.gmail.masks import masked
from tests.servers.gmail.methods import Method
from tests.servers.gmail.render import attachment, from_base64url, rendered
from tests.servers.gmail.search import matcher

if TYPE_CHECKING:
    from tests.servers.gmail.account import Account

__all__ = ["Call", "carry_out"]

_HIDDEN = frozenset({"SPAM", "TRASH"})
_MAX_RAW_BYTES = 36_700_160
"""Of a draft: the discovery document's maxSize."""
_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Call:
    """A method and what it was called with."""

    account: Account
    values: Mapping[str, str]
    """From the path."""
    query: Mapping[str, Sequence[str]]
    body: Mapping[str, Any] = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        return self.query.get(name, [default])[-1]

    def yes(self, name: str) -> bool:
        return self.one(name) == "true"


def carry_out(method: Method, call: Call) -> dict[str, Any] | None:
    """The answer, with the `fields` that were asked for; None where it has no body.

    Raises:
        ApiError
    """
    if unknown := call.query.keys() - method.parameters:
        raise ApiError(400, "badRequest", f"Invalid JSON payload received. Unknown name {min(unknown)!r}.")
    if call.values["userId"] not in ("me", call.account.address):
        raise ApiError(403, "forbidden", f"Delegation denied for {call.account.address}")
    function = _FUNCTIONS.get(method.name)
    if function is None:
        raise ApiError(501, "unsupported", f"this test server does not do {method.name}")
    answer = function(call)
    return masked(answer, call.one("fields")) if call.one("fields") and answer is not None else answer


# -- profile, labels, settings, history ---------------------------------------------------------
def _get_profile(call: Call) -> dict[str, Any]:
    entries = call.account.store.entries()
    return {
        "emailAddress": call.account.address,
        "messagesTotal": len(entries),
        "threadsTotal": len({entry.thread_id for entry in entries}),
        "historyId": call.account.store.history.current(),
    }


def _list_labels(call: Call) -> dict[str, Any]:
    return {"labels": call.account.store.labels()}


def _list_send_as(call: Call) -> dict[str, Any]:
    return {"sendAs": [dict(alias) for alias in call.account.send_as]}


def _list_history(call: Call) -> dict[str, Any]:
    return call.account.store.history.since(
        call.one("startHistoryId"),
        list(call.query.get("historyTypes", ())),
        call.one("labelId") or None,
        int(call.one("maxResults", "100")),
        call.one("pageToken") or None,
    )


# -- messages and threads -----------------------------------------------------------------------
def _list_messages(call: Call) -> dict[str, Any]:
    found = _found(call, call.account.store.entries())
    return _page(call, "messages", [{"id": entry.id, "threadId": entry.thread_id} for entry in found])


def _get_message(call: Call) -> dict[str, Any]:
    return _shown(call, call.values["id"])


def _get_attachment(call: Call) -> dict[str, Any]:
    return attachment(call.account.store.get(call.values["messageId"]).content, call.values["id"])


def _list_threads(call: Call) -> dict[str, Any]:
    found = dict.fromkeys(entry.thread_id for entry in _found(call, call.account.store.entries()))
    return _page(call, "threads", [{"id": thread_id} for thread_id in found])


def _get_thread(call: Call) -> dict[str, Any]:
    thread = [entry for entry in call.account.store.entries() if entry.thread_id == call.values["id"]]
    if not thread:
        raise not_found()
    if call.one("format", "full") == "raw":
        raise ApiError(400, "invalidArgument", "Invalid value at 'format': raw")
    messages = [_shown(call, entry.id) for entry in reversed(thread)]
    newest = max(messages, key=lambda message: int(message["historyId"]))
    return {"id": call.values["id"], "historyId": newest["historyId"], "messages": messages}


# -- drafts -------------------------------------------------------------------------------------
def _list_drafts(call: Call) -> dict[str, Any]:
    drafts = call.account.store.drafts()
    found = {entry.id for entry in _found(call, list(drafts.values()))}
    return _page(
        call,
        "drafts",
        [
            {"id": draft_id, "message": {"id": entry.id, "threadId": entry.thread_id}}
            for draft_id, entry in drafts.items()
            if entry.id in found
        ],
    )


def _get_draft(call: Call) -> dict[str, Any]:
    draft_id = call.values["id"]
    return {"id": draft_id, "message": _shown(call, call.account.store.draft(draft_id).id)}


def _create_draft(call: Call) -> dict[str, Any]:
    content, thread_id = _draft_body(call)
    return _brief(call, call.account.store.create_draft(call.account.as_kept(content), thread_id))


def _update_draft(call: Call) -> dict[str, Any]:
    content, thread_id = _draft_body(call)
    call.account.store.update_draft(call.values["id"], content, thread_id)
    return _brief(call, call.values["id"])


def _delete_draft(call: Call) -> None:
    call.account.store.delete_draft(call.values["id"])


def _send_draft(call: Call) -> dict[str, Any]:
    sent = call.account.store.send_draft(str(call.body.get("id", "")))
    return {"id": sent.id, "threadId": sent.thread_id, "labelIds": sorted(sent.labels)}


def _draft_body(call: Call) -> tuple[bytes, str | None]:
    """The content and the thread of a draft, from the body of a request."""
    message = call.body.get("message") or {}
    if not message.get("raw"):
        raise ApiError(400, "invalidArgument", "'raw' RFC822 payload message string is required")
    content = from_base64url(message["raw"])
    if len(content) > _MAX_RAW_BYTES:
        raise ApiError(413, "uploadTooLarge", "Request Entity Too Large")
    return content, message.get("threadId") or None


def _brief(call: Call, draft_id: str) -> dict[str, Any]:
    entry = call.account.store.draft(draft_id)
    return {
        "id": draft_id,
        "message": {"id": entry.id, "threadId": entry.thread_id, "labelIds": sorted(entry.labels)},
    }


# -- what several share -------------------------------------------------------------------------
def _found(call: Call, entries: list[Entry]) -> list[Entry]:
    """Those that the labels, the search and the hiding of spam and trash leave."""
    hidden = frozenset() if call.yes("includeSpamTrash") else _HIDDEN
    labels = frozenset(call.query.get("labelIds", ()))
    names = {label["name"].lower(): label["id"] for label in call.account.store.labels()} if call.one("q") else {}
    matches = matcher(call.one("q"), call.account.address, names, everywhere=not hidden)
    return [entry for entry in entries if not entry.labels & hidden and labels <= entry.labels and matches(entry)]


def _page(call: Call, name: str, items: list[_One]) -> dict[str, Any]:
    """One page of a list."""
    most = min(int(call.one("maxResults", "100")), 500)
    token = call.one("pageToken", "p0").removeprefix("p")
    if not token.isdigit():
        raise ApiError(400, "invalidArgument", "Invalid pageToken")
    begin = int(token)
    answer: dict[str, Any] = {"resultSizeEstimate": len(items)}
    if shown := items[begin : begin + most]:
        answer[name] = shown
    if begin + most < len(items):
        answer["nextPageToken"] = f"p{begin + most}"
    return answer


def _shown(call: Call, id_: str) -> dict[str, Any]:
    return rendered(call.account.store.get(id_), call.one("format", "full"), call.query.get("metadataHeaders", ()))


_FUNCTIONS: Mapping[str, Callable[[Call], dict[str, Any] | None]] = {
    "getProfile": _get_profile,
    "labels.list": _list_labels,
    "settings.sendAs.list": _list_send_as,
    "history.list": _list_history,
    "messages.list": _list_messages,
    "messages.get": _get_message,
    "messages.attachments.get": _get_attachment,
    "threads.list": _list_threads,
    "threads.get": _get_thread,
    "drafts.list": _list_drafts,
    "drafts.get": _get_draft,
    "drafts.create": _create_draft,
    "drafts.update": _update_draft,
    "drafts.delete": _delete_draft,
    "drafts.send": _send_draft,
}
