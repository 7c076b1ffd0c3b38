"""What a process amounts to, where the user said otherwise: close, reopen, and each fact that `watcher set` takes.

A correction counts from the moment it was told. What a later mail says counts after it, so a new date of theirs takes
the place of mine; the names of the employer and the position, and whom to write to, are mine for good.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from email.utils import parseaddr
from functools import partial

from watcher.matching.fold import CLOSING, Progress, Told
from watcher.model import (
    Address,
    Application,
    Confidence,
    Contact,
    Decision,
    Entry,
    Kind,
    Mark,
    MarkKind,
    Role,
    Side,
    Stage,
    Thread,
    Window,
)

__all__ = ["amended", "corrections", "unsaid"]

_ENDING = CLOSING | {Kind.NOT_INTERESTED, Kind.ON_HOLD}
"""What takes a process out of my hands, for good or for a while."""
_OUTCOMES = {Stage.OFFER: Kind.OFFER, Stage.REJECTED: Kind.REJECTED, Stage.WITHDRAWN: Kind.WITHDRAWN}


def unsaid(members: Iterable[Thread], marks: Iterable[Mark]) -> tuple[Thread, ...]:
    """The threads with all that ended the process before I reopened it counted as unclear."""
    reopened = max((mark.at for mark in marks if mark.kind is MarkKind.REOPEN), default=None)
    if reopened is None:
        return tuple(members)
    return tuple(
        replace(thread, entries=tuple(_doubted(e) if e.envelope.sent <= reopened else e for e in thread.entries))
        for thread in members
    )


def _doubted(entry: Entry) -> Entry:
    said = (replace(s, confidence=Confidence.UNCLEAR) if s.kind in _ENDING else s for s in entry.statements)
    return replace(entry, statements=tuple(said))


def corrections(marks: Iterable[Mark]) -> list[Told]:
    """What the marks change in the state, each at its moment."""
    changes = {
        MarkKind.CLOSE: _close,
        MarkKind.REOPEN: _reopen,
        MarkKind.DECISION: _decide,
        MarkKind.STAGE: _reach,
    }
    return [(mark.at, partial(change, mark)) for mark in marks if (change := changes.get(mark.kind))]


def _close(_: Mark, state: Progress) -> None:
    state.closed = True


def _reopen(_: Mark, state: Progress) -> None:
    state.closed, state.unread_outcome = False, ""
    if state.outcome in _ENDING:  # by a stage that I had set
        state.outcome = None


def _decide(mark: Mark, state: Progress) -> None:
    day = dt.date.fromisoformat(mark.value) if mark.value else None
    state.dates.decision = Decision(Window(None, day), "", Side.ME, mark.message_id) if day else None
    state.dates.vague = None


def _reach(mark: Mark, state: Progress) -> None:
    """A stage that is an outcome brings that about; any other takes one back."""
    state.stage, state.closed, state.assumed = Stage(mark.value), False, False
    outcome = _OUTCOMES.get(state.stage)
    if outcome or state.outcome in CLOSING | {Kind.OFFER}:
        state.outcome = outcome


def amended(application: Application, marks: Sequence[Mark]) -> Application:
    """The process with the names and the contact that I gave it, and all that I told of it."""
    last = {mark.kind: mark for mark in marks}
    company, role, contact = (last.get(kind) for kind in (MarkKind.COMPANY, MarkKind.ROLE, MarkKind.CONTACT))
    return replace(
        application,
        company=company.value if company else application.company,
        role=role.value if role else application.role,
        contacts=_with_contact(application, contact) if contact else application.contacts,
        marks=tuple(marks),
    )


def _with_contact(application: Application, mark: Mark) -> tuple[Contact, ...]:
    """The contacts, whom I chose first: reachable, unless their mail said since that they left."""
    name, email = parseaddr(mark.value)
    known = next((one for one in application.contacts if one.address.email == email), None)
    chosen = known or Contact(Address(email, name), Role.RECRUITER)
    chosen = replace(chosen, why="you said to write to them", reachable=not _left_since(application, email, mark.at))
    return (chosen, *(one for one in application.contacts if one is not known))


def _left_since(application: Application, email: str, at: dt.datetime) -> bool:
    entries = (entry for thread in application.threads for entry in thread.entries)
    later = (entry for entry in entries if entry.envelope.sent > at)
    return any(who.email == email for entry in later for said in entry.all(Kind.GONE) for who in said.who)
