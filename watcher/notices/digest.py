"""What a day is about: what needs me, what is due, the drafts that wait, who replied, and the dates that pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.agenda import Need, agenda
from watcher.cadence import is_muted
from watcher.cadence.case import spoken
from watcher.model import Address, DraftState, Reply, StepKind
from watcher.notices.news import last_word
from watcher.notices.text import bounded, task, when
from watcher.scan import Process
from watcher.store import Standing

__all__ = ["Digest", "digest_of", "told"]

_IN_DRAFTS = frozenset({DraftState.EXISTS, DraftState.EDITED, DraftState.CREATED})
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Digest:
    """The processes of a day under what there is to say of them; one may stand under several."""

    day: dt.date
    parked: tuple[Standing, ...]
    """Accounts that wait for their user."""
    my_turn: tuple[Process, ...]
    """They wait for a word of mine."""
    due: tuple[Process, ...]
    """A call, a follow-up that is not in Drafts yet, the end of waiting; due by this day."""
    drafts: tuple[Process, ...]
    """Their follow-up waits in Drafts."""
    interviews: tuple[Process, ...]
    """One is held on this day."""
    replies: tuple[Process, ...]
    """They wrote on the day before or since."""
    dates: tuple[Process, ...]
    """They said they would answer by this day, or by the one before and did not."""

    @property
    def is_empty(self) -> bool:
        parts = (self.parked, self.my_turn, self.due, self.drafts, self.interviews, self.replies, self.dates)
        return not any(parts)


def digest_of(found: Sequence[Process], standings: Iterable[Standing], now: dt.datetime, zone: ZoneInfo) -> Digest:
    """The digest of the day that `now` is in.

    Args:
        found: The processes of all accounts as they stand at `now`, with what became of their drafts.
        standings: How the accounts stand.
        now: The moment.
        zone: Whose days they are.
    """
    day = now.astimezone(zone).date()
    needs = agenda(found, day)
    heard = [process for need in Need for process in needs[need] if not is_muted(process.application)]
    return Digest(
        day=day,
        parked=tuple(standing for standing in standings if standing.parked),
        my_turn=tuple(needs[Need.MY_TURN]),
        due=tuple(process for process in needs[Need.DUE] if process.draft not in _IN_DRAFTS),
        drafts=tuple(process for process in needs[Need.DUE] if process.draft in _IN_DRAFTS),
        interviews=tuple(process for process in heard if _interview(process, day, zone)),
        replies=tuple(process for process in heard if _reply(process, day, zone)),
        dates=tuple(process for process in heard if _date(process) in (day, day - _DAY)),
    )


def _interview(process: Process, day: dt.date, zone: ZoneInfo) -> dt.datetime | None:
    """When the interview of this day begins, by my clock."""
    starts = (interview.start.astimezone(zone) for interview in process.application.interviews)
    return next((start for start in starts if start.date() == day), None)


def _reply(process: Process, day: dt.date, zone: ZoneInfo) -> Reply | None:
    word = last_word(process.application)
    return word if word is not None and word.at.astimezone(zone).date() >= day - _DAY else None


def _date(process: Process) -> dt.date | None:
    decision = process.application.decision
    return decision.window.latest if decision else None


# -- in words -----------------------------------------------------------------------------------
def told(digest: Digest, zone: ZoneInfo) -> str:
    """A digest as plain text, a paragraph for each part, ended by a line feed. Nothing of mail is more than a name."""
    lines = [f"{spoken(digest.day)} {digest.day.year}"]
    if digest.is_empty:
        return f"{lines[0]}\n\nNothing needs you today.\n"
    day = digest.day
    parts: list[tuple[str, list[str]]] = [
        ("Accounts that wait for you", [f"{bounded(s.account)}: `watcher status` says why" for s in digest.parked]),
        ("Your turn", [_line(process, _turn(process, day, zone)) for process in digest.my_turn]),
        ("Due", [_line(process, _due(process, day)) for process in digest.due]),
        ("In Drafts, to be read and sent", [_line(process, _what(process)) for process in digest.drafts]),
        ("Interviews", [_line(p, f"at {at:%H:%M}") for p in digest.interviews if (at := _interview(p, day, zone))]),
        ("Replies since yesterday", [_line(process, _wrote(process, day, zone)) for process in digest.replies]),
        ("The day they named", [_line(process, _named(process, day)) for process in digest.dates]),
    ]
    for head, members in parts:
        if members:
            lines += ["", head, *(f"  {member}" for member in members)]
    return "\n".join(lines) + "\n"


def _line(process: Process, said: str) -> str:
    application = process.application
    name = bounded(application.company) or "(unnamed)"
    role = f", {bounded(application.role)}" if application.role else ""
    return f"{name}{role}: {said}  [{application.id}]"


def _turn(process: Process, day: dt.date, zone: ZoneInfo) -> str:
    theirs = process.application.last_of_theirs
    if theirs is None:
        return task(StepKind.REPLY, "")
    wrote = theirs.at.astimezone(zone).date()
    return f"{task(StepKind.REPLY, _name(process, theirs.address))}, who wrote {when(wrote, day)}"


def _what(process: Process) -> str:
    return task(process.step.kind, ", ".join(bounded(_shown(person)) for person in process.step.to[:2]))


def _due(process: Process, day: dt.date) -> str:
    step, what = process.step, _what(process)
    return what if step.due is None or step.due == day else f"{what}, due since {spoken(step.due)}"


def _wrote(process: Process, day: dt.date, zone: ZoneInfo) -> str:
    word = _reply(process, day, zone)
    if word is None:
        return ""
    wrote = word.at.astimezone(zone)
    person = word == process.application.last_of_theirs
    who = bounded(_name(process, word.address)) if person else "their system"
    return f"{who} wrote {when(wrote.date(), day)} at {wrote:%H:%M}"


def _named(process: Process, day: dt.date) -> str:
    date = _date(process)
    return "they meant to answer by today" if date == day else "they meant to answer by yesterday, and have not"


def _name(process: Process, email: str) -> str:
    people = (contact.address for contact in process.application.contacts)
    return next((_shown(person) for person in people if person.email == email), email)


def _shown(person: Address) -> str:
    return person.name or person.email
