"""A follow-up as a person would write it: who it goes to, which message it answers, and what it says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from watcher.drafting.attachments import Attachment, attachments
from watcher.drafting.body import Writer, body
from watcher.model import Address, Application, Entry, Envelope, Person, Side, Step, StepKind
from watcher.text import clean_line

__all__ = ["Letter", "compose"]

_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
_MAX_ID = 250
_MAX_REFERENCES = 20
_ANSWERED = re.compile(r"^(?:\s*(?:re|aw|sv|vs|antw|odp|rif|ynt)(?:\[\d+])?\s*:)+\s*", re.IGNORECASE)
"""What mail programs put before a subject that is answered; the German, Nordic, Dutch, Polish, ... forms too."""
_BY_A_CALENDAR = re.compile(
    r"(?:(?:updated )?invitation|cancel+ed(?: event)?|accepted|declined|tentative\w*(?: \w+)?)(?: with note)?:",
    re.IGNORECASE,
)
"""Subjects that a calendar program gives to its messages."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A follow-up, ready to become a mail."""

    from_: Address
    """The address of mine that they wrote to."""
    to: tuple[Address, ...]
    subject: str
    in_reply_to: str
    """The Message-ID it answers; empty where that mail had none."""
    references: tuple[str, ...]
    thread_hint: str | None
    """The provider's id of the thread it answers in."""
    body: str
    attachments: tuple[Attachment, ...] = ()
    told: tuple[str, ...] = ()
    """What the user should know of it, each a sentence without its full stop."""


def compose(application: Application, step: Step, writer: Writer, now: dt.datetime) -> Letter:
    """The draft of a step.

    Args:
        application: As it stands at `now`.
        step: With at least one recipient.
        writer: Who writes, and on what.
        now: The moment of writing; its day in my zone decides how days are spoken of.
    """
    me, answered = writer.me, _answered(application, step, now)
    to = tuple(_named(person, application) for person in step.to)
    files, missing = attachments(application)
    written = body(application, step, to, writer, now, [file.name for file in files])
    return Letter(
        from_=Address(_mine(application, answered, step, me), me.name),
        to=to,
        subject=_subject(application, answered),
        in_reply_to=answered.message_id if answered and _is_real(answered.message_id) else "",
        references=_references(answered) if answered else (),
        thread_hint=answered.thread_hint if answered else None,
        body=written.text,
        attachments=files,
        told=(*written.told, *missing),
    )


# -- what it answers --------------------------------------------------------------------------------
def _answered(application: Application, step: Step, now: dt.datetime) -> Envelope | None:
    """The message to answer: the newest letter of a recipient, else their newest message of any kind.

    To hosts who never wrote it is the message that booked the interview. Failing these the newest from them, from me,
    from anyone.
    """
    recipients = {person.email for person in step.to}
    entries = [entry for thread in application.threads for entry in thread.entries if entry.envelope.sent <= now]
    entries.sort(key=lambda entry: (_is_real(entry.envelope.message_id), entry.envelope.sent), reverse=True)
    held = application.last_held(now)

    def candidates() -> Iterator[Entry]:
        people = [entry for entry in entries if entry.envelope.side is not Side.MACHINE]
        theirs = [entry for entry in people if entry.envelope.sender.email in recipients]
        yield from (entry for entry in theirs if not _BY_A_CALENDAR.match(entry.envelope.subject))
        yield from theirs
        if step.kind is StepKind.THANK_YOU and held is not None:
            yield from (entry for entry in entries if entry.envelope.message_id == held.message_id)
        yield from (entry for entry in people if entry.envelope.side is Side.THEM)
        yield from people
        yield from entries

    found = next(candidates(), None)
    return found.envelope if found else None


def _is_real(message_id: str) -> bool:
    """Whether other programs know a message by this id. One made for a mail without is in .invalid (RFC 2606)."""
    well_formed = len(message_id) <= _MAX_ID and _MESSAGE_ID.fullmatch(message_id)
    return bool(well_formed) and not message_id.endswith(".invalid>")


def _references(answered: Envelope) -> tuple[str, ...]:
    """The chain so far and the message itself (RFC 5322, 3.6.4), the newest twenty."""
    chain = answered.references or ((answered.in_reply_to,) if answered.in_reply_to else ())
    ids = [message_id for message_id in (*chain, answered.message_id) if _is_real(message_id)]
    return tuple(dict.fromkeys(ids))[-_MAX_REFERENCES:]


def _subject(application: Application, answered: Envelope | None) -> str:
    topic = _ANSWERED.sub("", answered.subject).strip() if answered else ""
    return f"Re: {topic or clean_line(application.role, 100) or 'our conversation'}"


def _mine(application: Application, answered: Envelope | None, step: Step, me: Person) -> str:
    """The address of mine that they know: the one in the answered mail, else in one with them, else my first."""
    mine = {address.lower(): address for address in me.addresses}
    recipients = {person.email for person in step.to}
    envelopes = [entry.envelope for thread in application.threads for entry in thread.entries]
    envelopes.sort(key=lambda e: (bool(recipients & {p.email for p in e.people}), e.sent), reverse=True)
    for envelope in filter(None, (answered, *envelopes)):
        for person in envelope.people:
            if person.email in mine:
                return mine[person.email]
    return me.addresses[0]


def _named(person: Address, application: Application) -> Address:
    """The person by the name they write under, else as others name them; none where it poses as an address."""
    envelopes = [entry.envelope for thread in application.threads for entry in thread.entries]
    own = (
        e.sender.name for e in sorted(envelopes, key=lambda e: e.sent, reverse=True) if e.sender.email == person.email
    )
    others = (seen.name for e in envelopes for seen in e.people if seen.email == person.email)
    name = clean_line(next(filter(None, (*own, person.name, *others)), ""), 100)
    return replace(person, name="" if "@" in name else name)
