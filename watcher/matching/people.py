"""Who is who on their side: every contact of a process with the role it most likely has, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from watcher.domains import registrable
from watcher.matching.persons import firm_of, is_named, name_key
from watcher.model import Address, Confidence, Contact, Entry, Interview, Kind, Person, Role, Side

__all__ = ["contacts", "hosts_of"]

_HOLD = (Role.HIRING_MANAGER, Role.INTERVIEWER)
"""Who may hold an interview that they arrange."""

_LEADS = (Kind.OUTREACH, Kind.ASKS_ME, Kind.PROPOSES, Kind.DECIDES_BY)
"""What only they say who drive a process."""

_ORDER = {role: rank for rank, role in enumerate(Role)}
_WEIGHT = {Confidence.SURE: 4.0, Confidence.LIKELY: 2.5, Confidence.UNCLEAR: 1.0}
_SUCCEEDS = 0.4
"""Who takes over is what the one before was, unless anything says otherwise."""


@dataclass
class _Seen:
    """What was seen of one address."""

    email: str
    name: str = ""
    wrote: dt.datetime | None = None
    relayed: bool = False
    stranger: bool = False
    gone: bool = False
    back_on: dt.date | None = None
    phone: str = ""
    leads: str = ""
    """The words by which they drive the process: they approach me, ask me, propose a time, or say when they answer."""
    roles: dict[Role, tuple[float, str]] = field(default_factory=dict)

    def note(self, role: Role, weight: float, why: str) -> None:
        """Add evidence for a role; its first reason stays."""
        known, reason = self.roles.get(role, (0.0, why))
        self.roles[role] = (known + weight, reason)


def contacts(entries: Sequence[Entry], me: Person, agencies: frozenset[str]) -> tuple[Contact, ...]:
    """The contacts of a process, in order of preference for a follow-up, the unreachable last.

    Args:
        entries: The process's messages, oldest first.
        me: Whose addresses are none of theirs.
        agencies: Registrable domains of those who fill positions for others; whoever leads there is a headhunter.
    """
    seen = _people(entries, me)
    by_name = {name_key(person.name): person for person in seen.values() if person.name}
    for entry in entries:
        _note_roles(entry, seen, by_name)
    told = {role for person in seen.values() if person.wrote for role in person.roles}
    led = not told.isdisjoint({Role.RECRUITER, Role.HIRING_MANAGER})
    found = [_contact(person, agencies, led=led) for person in seen.values()]
    return tuple(sorted(found, key=_preference))


def _with_addresses(named: Iterable[Address], known: Iterable[Contact]) -> tuple[Address, ...]:
    """People who were only named, in full or in part, with the address of the one contact who has that name."""
    addresses = [contact.address for contact in known if contact.address.name]
    return tuple(who if who.email else _meant(who, addresses) or who for who in named)


def hosts_of(interview: Interview, entries: Iterable[Entry], known: Sequence[Contact]) -> tuple[Address, ...]:
    """Who holds an interview, with their addresses: those told.

    An agent who is told beside others only arranged it. Where nobody is told, or only agents, those with whom I
    arranged it, if they are ones to hold it; recruiters and offices arrange others'.
    """
    told = _with_addresses(interview.hosts, known)
    agents = {c.address.email for c in known if c.role is Role.HEADHUNTER}
    if others := tuple(host for host in told if host.email not in agents):
        return others
    booked = (entry.envelope for entry in entries if entry.envelope.message_id == interview.message_id)
    people = {who.email for e in booked for who in (e.to if e.side is Side.ME else (e.sender,))}
    return tuple(c.address for c in known if c.address.email in people and c.role in _HOLD) or told


def _meant(who: Address, addresses: Sequence[Address]) -> Address | None:
    same = [address for address in addresses if name_key(address.name) == name_key(who.name)]
    like = same or [address for address in addresses if is_named(who.name, address.name)]
    return like[-1] if same or len(like) == 1 else None


def _people(entries: Iterable[Entry], me: Person) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = {}
    introduced = _Introductions(me)
    for entry in entries:
        envelope = entry.envelope
        if envelope.side is not Side.MACHINE:
            for address in envelope.people:
                _meet(address, seen, me)
            introduced.hear(entry)
        sender = _meet(envelope.sender, seen, me) if envelope.side is Side.THEM else None
        if sender is not None:
            sender.wrote = envelope.sent
            sender.relayed = sender.relayed or bool(envelope.system)
            sender.name = envelope.sender.name or sender.name
            sender.phone = next((s.text for s in entry.all(Kind.HAS_PHONE) if s.who), sender.phone)
        for statement in entry.statements:
            known = [found for who in statement.who if (found := _meet(who, seen, me) or _called(who.name, seen))]
            if statement.kind is Kind.GONE:
                for found in known:
                    found.gone = True
            if statement.kind is Kind.AWAY_UNTIL and statement.day and envelope.sender.email in seen:
                seen[envelope.sender.email].back_on = statement.day
    for person in seen.values():
        person.stranger = person.wrote is not None and not introduced.belongs(Address(person.email))
    return seen


class _Introductions:
    """Who was brought into a process by somebody who belonged to it.

    Anybody can write into a thread whose Message-IDs he has seen. One who is neither a colleague of those known, nor
    was named, copied or invited by them, nor was ever written to by me, gets no draft. Whoever answers a mail of mine
    had it from those I wrote to, and whoever begins a thread of the process belongs by what it says (a wife writes for
    the firm from home), but not under the name of another.
    """

    def __init__(self, me: Person) -> None:
        self._me = me
        self._known: set[str] = set()
        self._mine: set[str] = set()
        self._names: dict[str, str] = {}

    def hear(self, entry: Entry) -> None:
        """Remember whom a message names, if it is mine, begins a thread, answers me, or is of one who belongs."""
        sender, answered = entry.envelope.sender, entry.envelope.in_reply_to
        if entry.envelope.side is Side.ME:
            self._mine.add(entry.envelope.message_id)
        begins = not answered and self._names.setdefault(name_key(sender.name), sender.email) == sender.email
        if entry.envelope.side is Side.ME or begins or answered in self._mine or self.belongs(sender):
            named = (*entry.envelope.people, *(who for statement in entry.statements for who in statement.who))
            for address in named:
                if address.email and address.email not in self._me.addresses:
                    self._known.update((address.email, self._firm(address)))

    def belongs(self, address: Address) -> bool:
        """Whether somebody who belongs brought this one in, or shares their domain."""
        return address.email in self._known or (bool(firm := self._firm(address)) and firm in self._known)

    def _firm(self, address: Address) -> str:
        firm = firm_of(address.email, self._me)
        return f"@{firm}" if firm else ""


def _meet(address: Address, seen: dict[str, _Seen], me: Person) -> _Seen | None:
    """What is known of an address of theirs; None for mine and for people named without one."""
    if not address.email or address.email in me.addresses:
        return None
    found = seen.setdefault(address.email, _Seen(address.email))
    found.name = found.name or address.name
    return found


def _called(name: str, seen: Mapping[str, _Seen]) -> _Seen | None:
    """Who is meant by a name alone, whole or in part ("Ms Ruiz"); None where nobody is, or more than one."""
    found = [person for person in seen.values() if is_named(name, person.name)]
    return found[0] if len(found) == 1 else None


def _note_roles(entry: Entry, seen: dict[str, _Seen], by_name: dict[str, _Seen]) -> None:
    sender = seen.get(entry.envelope.sender.email) if entry.envelope.side is not Side.ME else None
    for statement in entry.statements:
        people = [p for who in statement.who if (p := seen.get(who.email) or by_name.get(name_key(who.name)))]
        if statement.kind is Kind.HAS_ROLE:
            for found in people or ([sender] if sender and not statement.who else []):
                found.note(Role(statement.text), _WEIGHT[statement.confidence], statement.words)
        elif statement.kind is Kind.INTERVIEW:
            for found in people:
                if found is not sender:
                    found.note(Role.INTERVIEWER, 1.0, f"holds the interview: {statement.words}")
        elif statement.kind is Kind.HANDS_OVER:
            for found in people:
                found.note(Role.RECRUITER, _SUCCEEDS, f"takes over: {statement.words}")
        elif statement.kind in _LEADS and sender:
            sender.leads = sender.leads or statement.words


def _contact(person: _Seen, agencies: frozenset[str], *, led: bool) -> Contact:
    """Who somebody is; one who leads without a title is the recruiter, or the manager where there is a recruiter."""
    best = max(person.roles.items(), key=lambda item: (item[1][0], -_ORDER[item[0]]), default=None)
    if best:
        role, why = best[0], best[1][1]
    elif person.leads:
        role = Role.HIRING_MANAGER if led else Role.RECRUITER
        why = f"leads the process: {person.leads}"
    else:
        role, why = Role.INTERVIEWER, "named in the process"
    address = Address(person.email, person.name)
    if role is not Role.COORDINATOR and registrable(address.domain) in agencies:
        role = Role.HEADHUNTER
    if person.stranger:
        why = "wrote into the thread, and nobody of theirs brought them in"
    reachable = not (person.gone or person.relayed or person.stranger)
    return Contact(address, role, why, person.wrote, reachable, person.back_on, person.phone)


def _preference(contact: Contact) -> tuple[bool, bool, int, float]:
    wrote = contact.last_wrote
    return (not contact.reachable, wrote is None, _ORDER[contact.role], -(wrote.timestamp() if wrote else 0.0))
