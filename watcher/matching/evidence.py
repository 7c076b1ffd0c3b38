"""How much speaks for a hiring process of mine, and how much against it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from watcher.domains import is_private
from watcher.model import Automatic, Confidence, Entry, Kind, Role, Side

__all__ = ["WEIGHT", "evidence"]

WEIGHT = {Confidence.SURE: 1.0, Confidence.LIKELY: 0.6, Confidence.UNCLEAR: 0.2}
"""What a statement counts by how sure it is."""

_OF_HIRING = {Kind.HIRING: 1.0, Kind.APPLIES: 1.0, Kind.OUTREACH: 0.8, Kind.INTERESTED: 0.5, Kind.NAMES_ROLE: 0.3}
"""What is said in hiring alone."""
_ALSO_ELSEWHERE = {
    Kind.INTERVIEW: 0.5,
    Kind.REJECTED: 0.4,
    Kind.FILLED: 0.4,
    Kind.OFFER: 0.4,
    Kind.ON_HOLD: 0.4,
    Kind.REOPENED: 0.4,
    Kind.PROPOSES: 0.3,
    Kind.DECIDES_BY: 0.3,
    Kind.NUDGES: 0.2,
}
"""What a landlord, a school or a council says too: half of it counts where hiring is hardly spoken of otherwise."""
_A_SYSTEM = 0.65
"""An applicant tracking system is used for nothing else."""
_A_HIRER, _AN_AGENCY = 0.5, 0.3
_AN_APPLICATION = 0.3
"""An application is spoken of, to a firm or for a position."""
_CLEAR = 1.0
"""What a word that surely is said in hiring alone weighs."""
_TAKEN_UP = 0.1
"""Who writes first, from home, names a firm and asks me, and I am interested: an owner's words have little else."""
_OF_THE_WRITER = (Automatic.AWAY, Automatic.BOUNCE)
"""What speaks of its writer or its mailbox ("away for my wedding"), and of nothing that was written about."""
_HIRERS = frozenset({Role.HEADHUNTER, Role.RECRUITER})


def evidence(entries: Sequence[Entry]) -> float:
    """How much speaks for a hiring process of mine, less what speaks against it, in messages by their time.

    Where they begin, what they say settles what it is about: of whom my employer is to hire, I speak as a hirer does.
    What was clear before anything spoke against it stays so: who hires me may speak of a wedding later.
    """
    undoubted = _balance(tuple(takewhile(lambda entry: not entry.has(Kind.NOT_HIRING), entries)))
    if undoubted >= _CLEAR:
        return max(undoubted, _balance(entries))
    theirs = [entry for entry in entries if entry.envelope.side is not Side.ME]
    began = bool(theirs) and entries[0] is theirs[0]
    settled = _balance(theirs) if began else 0.0
    taken_up = began and _is_owners_question(entries[0]) and any(_says(entry, Kind.INTERESTED) for entry in entries)
    return settled if settled < 0 else _balance(entries) + _TAKEN_UP * taken_up


def _is_owners_question(entry: Entry) -> bool:
    """Whether somebody asks me from home and names a firm: a friend names none, a salesman writes from his."""
    return entry.has(Kind.ASKS_ME) and _says(entry, Kind.NAMES_COMPANY) and is_private(entry.envelope.sender.email)


def _says(entry: Entry, kind: Kind) -> bool:
    return any(s.confidence is not Confidence.UNCLEAR for s in entry.all(kind))


def _balance(entries: Sequence[Entry]) -> float:
    """What speaks for it less what speaks against it, whoever said it.

    Each kind of evidence, for and against, counts once, at its surest: a second sentence of the same kind makes nothing
    truer, and the words of a trade (a dentist's patients, a shop's orders) come in every mail of a hiring there.
    """
    hiring: dict[str, float] = {}
    elsewhere: dict[str, float] = {}
    against = 0.0
    for entry in entries:
        if entry.envelope.system:
            hiring["a system"] = _A_SYSTEM
        for statement in entry.statements:
            weight, kind = WEIGHT[statement.confidence], statement.kind
            if kind in _OF_HIRING:
                _raise(hiring, kind, weight * _OF_HIRING[kind])
            elif kind in _ALSO_ELSEWHERE:
                _raise(elsewhere, kind, weight * _ALSO_ELSEWHERE[kind])
            elif kind is Kind.HAS_ROLE and statement.text in _HIRERS:
                _raise(hiring, "a hirer", weight * _A_HIRER)
            elif statement.rule.endswith("applied_to"):
                _raise(hiring, "an application", weight * _AN_APPLICATION)
            elif statement.rule.startswith("agency"):
                _raise(hiring, "an agency", weight * _AN_AGENCY)
        if entry.envelope.automatic not in _OF_THE_WRITER:
            against = max([against, *(WEIGHT[s.confidence] for s in entry.all(Kind.NOT_HIRING))])
    alone = sum(hiring.values()) - against
    return alone + (1.0 if alone >= _AN_AGENCY else 0.5) * sum(elsewhere.values())


def _raise(found: dict[str, float], kind: str, value: float) -> None:
    found[kind] = max(found.get(kind, 0.0), value)
