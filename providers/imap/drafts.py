"""Drafts: looked for afresh, put in once, and taken out one at a time."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from dataclasses import replace

from providers.base import Draft, NotSetUp, OutcomeUnknown, Unreachable, fingerprint
from providers.imap.errors import Refused
from providers.imap.folders import Folder
from providers.imap.sync import place, ref
from providers.imap.wire import Wire

__all__ = ["all_drafts", "find", "remove", "save"]

_WHOLE = "UID BODY.PEEK[]<0.300000>"
"""A draft of ours has at most 200 kB; one that is longer is somebody else's, and its beginning shows that."""
_AT_ONCE = 50
_RECENT = 100


def all_drafts(wire: Wire, folder: Folder) -> list[Draft]:
    """Every draft in the folder that its user has not marked as deleted, oldest first."""
    validity = _opened(wire, folder)
    return list(_read(wire, folder, validity, wire.search_all()))


def find(wire: Wire, folder: Folder, message_id: str) -> Draft | None:
    """The draft with exactly this Message-ID; the newest, should there be two.

    The server's search only narrows down: it finds parts of words, and its index may lag behind the mailbox. So the
    Message-IDs of the newest drafts are looked through before "not there" is believed.
    """
    validity = _opened(wire, folder)
    uids = wire.search_own(message_id)
    if not uids:
        newest = wire.fetch(wire.search_all()[-_RECENT:], "UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]")
        uids = [message.uid for message in newest if message_id.encode() in message.section("HEADER.FIELDS")]
    found = [draft for draft in _read(wire, folder, validity, uids) if draft.message_id == message_id]
    return found[-1] if found else None


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
        if where is None:  # no UIDPLUS
            found = find(wire, folder, draft.message_id)
            if found is None:
                raise OutcomeUnknown("the server took the draft, but it is not to be found", hint="look into Drafts")
            return found
    except Refused as refusal:
        raise _reason(wire, refusal, folder) from refusal
    except Unreachable as error:
        raise OutcomeUnknown(
            f"no answer came when a draft was saved: {error}", hint="the next scan looks for it"
        ) from error
    return replace(draft, ref=ref(folder.path, *where))


def remove(wire: Wire, draft: Draft) -> None:
    """Remove this draft alone, if it still is what was read a moment ago.

    Raises:
        NotSetUp: the server cannot remove a single message
        Unreachable: it is gone, or the folder was made anew
    """
    same = replace(draft, ref="")
    if not wire.remove_draft(*place(draft.ref), untouched=lambda content: _draft("", content) == same):
        raise Unreachable("the draft changed while it was being removed; it was left alone", hint="scan again")


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
