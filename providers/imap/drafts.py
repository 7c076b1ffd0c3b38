"""Drafts: looked for afresh, put in once, and taken out one at a time."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from dataclasses import replace

from providers.base import Draft, NotSetUp, OutcomeUnknown, ProviderError, Unreachable, fingerprint
from providers.imap.errors import Refused
from providers.imap.folders import Folder
from providers.imap.sync import place, ref
from providers.imap.wire import Wire

__all__ = ["all_drafts", "discarded", "find", "remove", "save"]

_WHOLE = "UID BODY.PEEK[]<0.300000>"
"""A draft of ours has at most 200 kB; one that is longer is somebody else's, and its beginning shows that."""
_AT_ONCE = 50
_RECENT = 100


def all_drafts(wire: Wire, folder: Folder) -> list[Draft]:
    """Every draft in the folder that its user has not marked as deleted, oldest first."""
    validity = _opened(wire, folder)
    return list(_read(wire, folder, validity, wire.search_all()))


def find(wire: Wire, folder: Folder, message_id: str) -> Draft | None:
    """The draft with exactly this Message-ID; the newest, should there be two."""
    validity = _opened(wire, folder)
    found = list(_read(wire, folder, validity, _with_id(wire, [message_id])))
    return found[-1] if found else None


def discarded(wire: Wire, folder: Folder, trash: Sequence[Folder], message_ids: Sequence[str]) -> bool:
    """Whether a message with exactly one of these ids lies in a Trash folder, or is marked as deleted here."""
    _opened(wire, folder)
    if _with_id(wire, message_ids, among="DELETED"):
        return True
    for bin_ in trash:
        wire.examine(bin_.path)
        if _with_id(wire, message_ids, among="ALL"):
            return True
    return False


def save(wire: Wire, folder: Folder, content: bytes) -> Draft:
    """Append the draft, once.

    Raises:
        NotSetUp: the folder is gone
        Unreachable: the server refused it, and says why
        OutcomeUnknown: no answer came
    """
    draft = _draft("", content)
    try:
        where = wire.append(folder.path, content)
    except Refused as refusal:
        raise _reason(wire, refusal, folder) from refusal
    except Unreachable as error:
        message = f"no answer came when a draft was saved: {error}"
        raise OutcomeUnknown(message, hint="the next scan looks for it") from error
    return replace(draft, ref=ref(folder.path, *where)) if where else _saved(wire, folder, draft.message_id)


def _saved(wire: Wire, folder: Folder, message_id: str) -> Draft:
    """The draft that the server took without saying where to (no UIDPLUS)."""
    try:
        found = find(wire, folder, message_id)
    except ProviderError as error:
        raise OutcomeUnknown(f"a draft was saved, but not found again: {error}", hint="scan again") from error
    if found is None:
        raise OutcomeUnknown("a draft was saved, but it is not to be found", hint="scan again")
    return found


def remove(wire: Wire, draft: Draft) -> None:
    """Remove this draft alone, if it still is what was read a moment ago.

    Raises:
        NotSetUp: the server cannot remove a single message
        Unreachable: it is gone, or the folder was made anew
    """
    same = replace(draft, ref="")
    if not wire.remove_draft(*place(draft.ref), untouched=lambda content: _draft("", content) == same):
        raise Unreachable("the draft changed while it was being removed; it was left alone", hint="scan again")


def _with_id(wire: Wire, message_ids: Sequence[str], among: str = "UNDELETED") -> list[int]:
    """UIDs of the messages in the open folder that have exactly one of these Message-IDs, oldest first.

    The server's search only narrows down: it finds parts of words, and its index may lag behind the mailbox. So the
    Message-IDs of the newest messages are looked through before "not there" is believed.
    """
    found = [uid for message_id in message_ids for uid in wire.search_own(message_id, among)]
    uids = list(dict.fromkeys(found)) or wire.search_all(among)[-_RECENT:]
    fetched = wire.fetch(uids, "UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]")
    return sorted(m.uid for m in fetched if _draft("", m.section("HEADER.FIELDS")).message_id in message_ids)


def _opened(wire: Wire, folder: Folder) -> int:
    try:
        return wire.examine(folder.path)
    except Refused as refusal:
        raise _reason(wire, refusal, folder) from refusal


def _reason(wire: Wire, refusal: Refused, folder: Folder) -> Unreachable | NotSetUp:
    """What a refusal means. Whether the folder is still there is asked, since the code for that differs by server."""
    if all(there.path != folder.path for there in wire.folders()):
        return NotSetUp(
            f'the folder for drafts, "{folder.name}", is not there any more',
            hint='make it again in your mail program, or name another with drafts = "..."',
        )
    if refusal.code == "OVERQUOTA":
        return Unreachable(
            "the mailbox is full, so no draft can be saved", hint="make room in it; then it is tried again"
        )
    return refusal


def _read(wire: Wire, folder: Folder, validity: int, uids: Sequence[int]) -> Iterator[Draft]:
    for first in range(0, len(uids), _AT_ONCE):
        for message in wire.fetch(uids[first : first + _AT_ONCE], _WHOLE):
            yield _draft(ref(folder.path, validity, message.uid), message.section("]"))


def _draft(name: str, content: bytes) -> Draft:
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    message_id, in_reply_to = (" ".join(str(mail.get(field, "")).split()) for field in ("Message-ID", "In-Reply-To"))
    return Draft(name, message_id, in_reply_to, fingerprint(content))
