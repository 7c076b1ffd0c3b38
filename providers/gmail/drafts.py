"""Drafts: looked for afresh, put in once, and taken out one at a time.

A draft is known by its draft id, which stays, while its message id changes with each edit
(https://developers.google.com/workspace/gmail/api/guides/drafts). So what a message id stood for once is what it stands
for always, and no draft is read twice while this lives.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace

from providers.base import Draft, OutcomeUnknown, ProviderError, Unreachable, fingerprint, is_ours
from providers.gmail import search
from providers.gmail.api import Api
from providers.gmail.errors import Lost, Refused

__all__ = ["Drafts"]

_THREAD = re.compile(r"[0-9a-f]{1,32}")


class Drafts:
    """The drafts of one mailbox."""

    def __init__(self, api: Api, others: dict[str, tuple[str, Draft]] | None = None) -> None:
        """Begin a session.

        Args:
            api: The mailbox.
            others: Drafts that are not ours, as sessions before this one have read them, and kept up by it: whoever
                has hundreds is not to pay for each of them at each poll. Ours are read afresh in each session.
        """
        self._api = api
        self._others = {} if others is None else others
        self._read: dict[str, tuple[str, Draft | None]] = dict(self._others)
        """By draft id: the message id that was read, and the draft; None where that lies in Trash."""

    def all(self) -> list[Draft]:
        """Every draft there is, but those in Trash."""
        listed = self._api.drafts()
        changed = [i for i, message in listed.items() if self._read.get(i, ("", None))[0] != message]
        for i, found in self._api.read_drafts(changed).items():
            self._read[i] = (found.id, None if "TRASH" in found.labels else _draft(i, found.content))
        there = {i: self._read[i] for i in listed if i in self._read}
        self._others.clear()
        self._others |= {i: (m, d) for i, (m, d) in there.items() if d is not None and not is_ours(d.message_id)}
        return [draft for _, draft in there.values() if draft is not None]

    def discarded(self, message_id: str) -> bool:
        """Whether a message with exactly this Message-ID lies in Trash."""
        ids = list(self._api.search(search.discarded(message_id), everywhere=True))
        found = self._api.messages(ids[:10])
        return any("TRASH" in each.labels and _draft("", each.content).message_id == message_id for each in found)

    def save(self, content: bytes, thread: str | None) -> Draft:
        """Save a draft, once, in its thread if that is still there.

        Its print is that of what Gmail made of it, so that nothing of Gmail's own counts as an edit.

        Raises:
            Unreachable, SignInRefused, NotSetUp: nothing was saved
            OutcomeUnknown: it may have been saved
        """
        known = thread if thread and _THREAD.fullmatch(thread) else None
        try:
            saved = self._create(content, known)
        except Refused as error:
            if error.status != 404 or known is None:
                raise
            saved = self._create(content, None)  # the thread is gone, and nothing was saved into it
        ours = _draft(saved, content)
        try:
            kept = self._api.read_drafts([saved]).get(saved)
        except ProviderError:
            return ours  # it is there all the same
        if kept is None:
            return ours
        there = _draft(saved, kept.content)
        self._read[saved] = (kept.id, there)
        return replace(ours, print=there.print)

    def _create(self, content: bytes, thread: str | None) -> str:
        try:
            return self._api.create_draft(content, thread)
        except Refused as error:
            if error.status < 500:
                raise
            failure: Unreachable = error
        except Lost as error:
            if not error.arrived:
                raise
            failure = error
        raise OutcomeUnknown(f"no answer came when a draft was saved: {failure}", hint="the next scan looks for it")

    def remove(self, draft: Draft) -> None:
        """Delete this draft, if it still is what was read a moment ago.

        Raises:
            Unreachable: it has changed, or no answer came
            SignInRefused, NotSetUp
        """
        found = self._api.read_drafts([draft.ref]).get(draft.ref)
        if found is None:
            return
        if "TRASH" in found.labels or fingerprint(found.content) != draft.print:
            raise Unreachable("the draft changed while it was being removed; it was left alone", hint="scan again")
        try:
            self._api.delete_draft(draft.ref)
        except Refused as error:
            if error.status != 404:
                raise


def _draft(ref: str, content: bytes) -> Draft:
    mail = email.message_from_bytes(content, policy=email.policy.compat32)
    message_id, in_reply_to = (" ".join(str(mail.get(field, "")).split()) for field in ("Message-ID", "In-Reply-To"))
    return Draft(ref, message_id, in_reply_to, fingerprint(content))
