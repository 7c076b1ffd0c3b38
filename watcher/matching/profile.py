"""What a thread, or a process as far as it is known, is about: its people, employers, positions and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from watcher.domains import registrable
from watcher.matching.references import references
from watcher.model import Automatic, Confidence, Entry, Kind, Person, Role, Side, Thread

__all__ = ["Profile", "firm_of", "is_freemail", "profile", "their_people"]

# Where private people have their mailboxes: two addresses there have nothing to do with each other.
_FREEMAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk yahoo.co.in "
    "ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de web.de "
    "fastmail.com fastmail.fm zoho.com mail.com hey.com tutanota.com tuta.io yandex.com comcast.net "
    "verizon.net att.net sbcglobal.net btinternet.com sky.com bigpond.com rediffmail.com rogers.com shaw.ca "
    "sympatico.ca free.fr orange.fr laposte.net libero.it t-online.de qq.com 163.com".split()
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a thread or of several taken together."""

    people: frozenset[str]
    """Addresses on their side that a person writes from, is written to at, or is invited at."""
    domains: frozenset[str]
    """Registrable domains of an employer or agency; freemail and applicant tracking systems are none."""
    companies: tuple[tuple[str, float], ...]
    """Names of employers with their weight, heaviest first."""
    roles: tuple[tuple[str, float], ...]
    uids: frozenset[str]
    references: frozenset[str]
    """Reference numbers of positions, from the subjects."""
    first: dt.datetime
    last: dt.datetime
    hiring: float
    """Evidence that this is a hiring process of mine; negative speaks against it."""
    approached: bool
    """It began with their approach, not with my application."""
    applied: bool
    """I applied, by their word or mine."""
    by_people: bool
    """A person wrote in it, and not machines alone."""
    answered: bool
    """I wrote to them and did not decline."""


_WEIGHT = {Confidence.SURE: 1.0, Confidence.LIKELY: 0.6, Confidence.UNCLEAR: 0.2}


def is_freemail(domain: str, me: Person) -> bool:
    """Whether a domain gives mailboxes to anybody; my own addresses' domain is taken for one."""
    base = registrable(domain)
    return base in _FREEMAIL or base in {registrable(address.rpartition("@")[2]) for address in me.addresses}


def firm_of(email: str, me: Person) -> str:
    """The registrable domain of an address where colleagues share it; empty for freemail and for no address."""
    domain = email.rpartition("@")[2]
    return registrable(domain) if domain and not is_freemail(domain, me) else ""


def their_people(entries: Iterable[Entry], me: Person) -> frozenset[str]:
    """The addresses of people on their side: who wrote, whom they wrote to, whom they named, and whom I applied to.

    Whom else I wrote to counts where he is a colleague of those: my forward to a friend brings no friend in.
    Systems are not people, though people write through them.
    """
    entries = list(entries)
    theirs: set[str] = set()
    for entry in entries:
        envelope = entry.envelope
        if envelope.side is Side.ME and entry is not entries[0]:
            continue
        nobody = bool(envelope.system) or envelope.automatic in (Automatic.NOTICE, Automatic.BOUNCE)
        people = (*envelope.to, *envelope.cc) if nobody else envelope.people
        theirs.update(a.email for a in (*people, *(who for s in entry.statements for who in s.who)))
    theirs -= {"", *me.addresses}
    firms = {firm for email in theirs if (firm := firm_of(email, me))}
    written_to = {a.email for e in entries if e.envelope.side is Side.ME for a in (*e.envelope.to, *e.envelope.cc)}
    return frozenset(theirs | {email for email in written_to - set(me.addresses) if firm_of(email, me) in firms})


def profile(threads: Iterable[Thread], me: Person) -> Profile:
    """The profile of some threads taken together. Bulk mail in them counts for nothing."""
    entries = sorted(
        (e for t in threads for e in t.entries if e.envelope.automatic is not Automatic.BULK),
        key=lambda e: e.envelope.sent,
    )
    names: dict[Kind, dict[str, float]] = {Kind.NAMES_COMPANY: {}, Kind.NAMES_ROLE: {}}
    for statement in (s for e in entries for s in e.statements if s.kind in names):
        if statement.text and not statement.rule.startswith("agency"):
            known = names[statement.kind]
            known[statement.text] = known.get(statement.text, 0.0) + _WEIGHT[statement.confidence]
    people = their_people(entries, me)
    mine = [e for e in entries if e.envelope.side is Side.ME]
    return Profile(
        people=people,
        domains=frozenset(firm for email in people if (firm := firm_of(email, me))),
        companies=_heaviest(names[Kind.NAMES_COMPANY]),
        roles=_heaviest(names[Kind.NAMES_ROLE]),
        references=frozenset(r for e in entries for r in references(e.envelope.subject)),
        uids=frozenset(s.uid for e in entries for s in e.statements if s.uid),
        first=entries[0].envelope.sent if entries else dt.datetime.max.replace(tzinfo=dt.UTC),
        last=entries[-1].envelope.sent if entries else dt.datetime.min.replace(tzinfo=dt.UTC),
        hiring=_evidence(entries),
        approached=any(e.has(Kind.OUTREACH) for e in entries) and not any(e.has(Kind.APPLIES) for e in entries),
        applied=any(e.has(Kind.APPLIES) for e in entries),
        by_people=any(e.envelope.automatic is None for e in entries),
        answered=bool(mine) and not mine[0].has(Kind.NOT_INTERESTED),
    )


def _heaviest(weights: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(weights.items(), key=lambda item: -item[1]))


_OF_HIRING = {Kind.HIRING: 1.0, Kind.APPLIES: 1.0, Kind.OUTREACH: 0.8, Kind.INTERESTED: 0.4, Kind.NAMES_ROLE: 0.3}
"""What is said in hiring alone."""
_ALSO_ELSEWHERE = {
    Kind.INTERVIEW: 0.5,
    Kind.REJECTED: 0.4,
    Kind.FILLED: 0.4,
    Kind.OFFER: 0.4,
    Kind.PROPOSES: 0.3,
    Kind.DECIDES_BY: 0.3,
    Kind.NUDGES: 0.2,
}
"""What a landlord, a school or a council says too: half of it counts where nothing of hiring is said."""
_A_SYSTEM = 0.5
"""An applicant tracking system is used for nothing else."""
_A_HIRER, _AN_AGENCY = 0.4, 0.3
_HIRERS = frozenset({Role.HEADHUNTER, Role.RECRUITER})


def _evidence(entries: Iterable[Entry]) -> float:
    """How much speaks for a hiring process of mine, less what speaks against it.

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
            weight, kind = _WEIGHT[statement.confidence], statement.kind
            if kind in _OF_HIRING:
                _raise(hiring, kind, weight * _OF_HIRING[kind])
            elif kind in _ALSO_ELSEWHERE:
                _raise(elsewhere, kind, weight * _ALSO_ELSEWHERE[kind])
            elif kind is Kind.HAS_ROLE and statement.text in _HIRERS:
                _raise(hiring, "a hirer", weight * _A_HIRER)
            elif statement.rule.startswith("agency"):
                _raise(hiring, "an agency", weight * _AN_AGENCY)
        against = max([against, *(_WEIGHT[s.confidence] for s in entry.all(Kind.NOT_HIRING))])
    share = 1.0 if sum(hiring.values()) >= _AN_AGENCY else 0.5
    return sum(hiring.values()) + share * sum(elsewhere.values()) - against


def _raise(found: dict[str, float], kind: str, value: float) -> None:
    found[kind] = max(found.get(kind, 0.0), value)
