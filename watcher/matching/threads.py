"""Messages to threads: what answers what, by References, In-Reply-To and the provider's own thread id (RFC 5256).

Where a mail program lost the references, a "Re:" with the same subject among the same people within a month
is the same thread too: weaker, so it needs all three. Who answers an old mail to tell of something else ("nothing to do
with the bank: ...") begins a thread of its own, whatever the mail program makes of it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from watcher.matching.likeness import same_company
from watcher.model import BEGINS_APART, Entry, Kind, Side, Thread

__all__ = ["DAYS", "OF_CLIENTS", "base_subject", "sets_apart", "threads"]

DAYS = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name))
"""What is written with a capital and names nobody."""

_MOST_PARTS = 8
"""Matters told apart in one thread: nobody has more, and each mail is held against all."""
_NEED, _IS_HIRING = "role.need_a", frozenset({"company.is_hiring", "company.answers_who"})
"""The rules by which they tell of an opening: "Orchid Pay wants a Lead Data Engineer"."""
OF_CLIENTS = frozenset({"company.client_is", "company.hires_for", "company.my_client", "company.number_is"})
"""The rules by which an agent names who is hiring: "The hiring organisation is Umeme Solar"."""
_MAY_I = "may_i_put_you_forward"
_OF_AGENTS = frozenset({"role.agency", "role.has_client", "agency.signature", "agency.domain"})
"""The rules by which somebody fills positions for others."""
_SMALL = 3
"""Letters up to which a word of a subject tells nothing."""
_TOLD_SINCE = (Kind.DECIDES_BY, Kind.NO_DATE, Kind.ON_HOLD, Kind.REJECTED, Kind.FILLED)
_UNDER_WAY = (*_TOLD_SINCE, Kind.INTERVIEW, Kind.PROPOSES)
"""What is said of a process that runs; an agent talks to me before he asks whether to put me forward."""
_LOST_REFERENCES_WITHIN = dt.timedelta(days=30)
_PREFIX = re.compile(
    r"^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|rif|res|odp|vs)(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE
)


def base_subject(subject: str) -> str:
    """The subject without reply and forward marks, for people to read."""
    return _PREFIX.sub("", subject).strip() or subject.strip()


def threads(entries: Iterable[Entry]) -> tuple[Thread, ...]:
    """The threads of `entries`, each oldest message first, in the order of their first messages."""
    ordered = sorted(entries, key=lambda e: (e.envelope.sent, e.envelope.message_id))
    groups = _Groups()
    recent: dict[str, list[Entry]] = {}
    for entry in ordered:
        envelope = entry.envelope
        groups.join(envelope.message_id, *envelope.references)
        if envelope.in_reply_to:
            groups.join(envelope.message_id, envelope.in_reply_to)
        if envelope.thread_hint:
            groups.join(envelope.message_id, f"hint {envelope.thread_hint}")
        subject = base_subject(envelope.subject).casefold()
        if not envelope.references and not envelope.in_reply_to and subject != envelope.subject.casefold().strip():
            for earlier in reversed(recent.get(subject, ())):
                if envelope.sent - earlier.envelope.sent > _LOST_REFERENCES_WITHIN:
                    break
                if _same_people(entry, earlier):
                    groups.join(envelope.message_id, earlier.envelope.message_id)
                    break
        recent.setdefault(subject, []).append(entry)
    together: dict[str, list[Entry]] = {}
    for entry in ordered:
        together.setdefault(groups.root(entry.envelope.message_id), []).append(entry)
    agents = frozenset(e.envelope.sender.email for e in ordered if any(s.rule in _OF_AGENTS for s in e.statements))
    parts = (part for group in together.values() for part in _parts(group, agents))
    return tuple(sorted(parts, key=lambda thread: thread.entries[0].envelope.sent))


def sets_apart(entry: Entry) -> bool:
    """Whether a person of theirs says that this is another matter than what was written of before."""
    return _of_a_person(entry) and any(s.rule.startswith("another_opening") for s in entry.statements)


@dataclass
class _Part:
    """A thread, or what is set apart of it, while it is being put together."""

    entries: list[Entry] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Words in it that may be names."""
    numbers: set[str] = field(default_factory=set)
    """Those of positions."""
    apart: bool = True
    """Whether it is surely of another matter than the thread in which it began."""


def _parts(group: Sequence[Entry], agents: Collection[str]) -> Iterator[Thread]:
    """A thread, and for each of its mails that speaks of another matter, that mail with what answers it.

    Once there are two, whoever goes on with one may answer the other: it is that of which a mail has the names. An
    agent, who fills many positions, may begin another with a subject of its own alone.
    """
    parts = [_Part()]
    where: dict[str, _Part] = {}
    for entry in group:
        envelope = entry.envelope
        told = (envelope.subject, *(s.text for s in entry.all(Kind.MENTIONS)))
        names = frozenset(word for text in told for word in text.casefold().split()) - DAYS
        answered = next((where[i] for i in (envelope.in_reply_to, *reversed(envelope.references)) if i in where), None)
        part = answered or parts[0]
        numbers = {s.text for s in entry.all(Kind.NUMBERED)}
        numbered = bool(numbers and part.numbers) and numbers.isdisjoint(part.numbers) and _of_a_person(entry)
        known = next((each for each in parts if numbered and each.numbers & numbers), None)
        tells = any(tells(entry, part) for tells in (_offers_another, _has_other_client))
        leaves = known is None and (numbered or _leaves_the_subject(entry) or tells)
        renames = known is None and envelope.sender.email in agents and _renames(entry, part)
        if part.entries and len(parts) < _MOST_PARTS and (leaves or renames):
            parts.append(part := _Part(apart=leaves))
        elif known:
            part = known
        elif len(parts) > 1:
            part = max((part, *parts), key=lambda each: len(names & _of_one(each, parts)))
        part.entries.append(entry)
        part.names |= names
        part.numbers |= numbers
        where[envelope.message_id] = part
    whole = _thread(parts[0].entries)
    yield whole
    for part in parts[1:]:
        yield replace(_thread(part.entries), apart=whole.id if part.apart else "")


def _of_one(part: _Part, parts: Sequence[_Part]) -> set[str]:
    """The names that no other part has."""
    return part.names.difference(*(each.names for each in parts if each is not part))


def _leaves_the_subject(entry: Entry) -> bool:
    """Whether a mail says at once, in words of its own, that it is of something else than its subject."""
    return sets_apart(entry) and any(s.text == BEGINS_APART for s in entry.statements)


def _renames(entry: Entry, part: _Part) -> bool:
    """Whether a person answers under a subject that has no word of those before."""
    words = _words(entry) if _of_a_person(entry) else set()
    return bool(words) and all(words.isdisjoint(_words(each)) for each in part.entries)


def _words(entry: Entry) -> set[str]:
    """The words of a subject, without small ones."""
    return {word for word in re.findall(r"\w+", base_subject(entry.envelope.subject).casefold()) if len(word) > _SMALL}


def _offers_another(entry: Entry, part: _Part) -> bool:
    """Whether they ask me about an opening where they spoke of another that is under way.

    They name its firm and position, or ask whether to put me forward once more, and name somebody new.
    """
    if not (_of_a_person(entry) and entry.has(Kind.ASKS_ME)):
        return False
    if entry.has(Kind.PROPOSES, Kind.INTERVIEW):
        return False  # "shall I put you in for the 11.00?"
    theirs = [each for each in part.entries if each.envelope.side is Side.THEM]
    names = {word for s in entry.all(Kind.MENTIONS) for word in s.text.casefold().split()} - DAYS
    again = any(each.has(*_TOLD_SINCE) or _asks_whether(each) for each in theirs)
    if _asks_whether(entry) and again and not names <= part.names:
        return True
    firms = {s.text.casefold() for s in entry.all(Kind.NAMES_COMPANY) if s.rule in _IS_HIRING}
    new = any(part.names.isdisjoint(firm.split()[:1]) for firm in firms)
    begun = any(each.has(*_UNDER_WAY) for each in theirs)
    return new and begun and _tells_a_need(entry) and not any(map(_tells_a_need, theirs))


def _has_other_client(entry: Entry, part: _Part) -> bool:
    """Whether an agent names the client that it is about where another had been named: "the client is Holzmarkt"."""
    if not _of_a_person(entry):
        return False
    named, before = _clients(entry), {name for each in part.entries for name in _clients(each)}
    return bool(named and before) and not any(same_company(one, other) for one in named for other in before)


def _clients(entry: Entry) -> set[str]:
    return {s.text for s in entry.all(Kind.NAMES_COMPANY) if s.rule in OF_CLIENTS}


def _of_a_person(entry: Entry) -> bool:
    """Whether a person of theirs wrote it."""
    return entry.envelope.side is Side.THEM and entry.envelope.automatic is None


def _asks_whether(entry: Entry) -> bool:
    return any(s.rule == _MAY_I for s in entry.statements)


def _tells_a_need(entry: Entry) -> bool:
    return any(s.rule == _NEED for s in entry.statements)


def _thread(group: Sequence[Entry]) -> Thread:
    first = group[0].envelope
    digest = hashlib.sha256(first.message_id.encode()).hexdigest()
    return Thread(digest[:12], base_subject(first.subject), tuple(group))


def _same_people(one: Entry, other: Entry) -> bool:
    """Whether the writer of one is among the people of the other, both ways; of two by one, that both go to one."""
    mine, theirs = _people(one), _people(other)
    writer, earlier = one.envelope.sender.email, other.envelope.sender.email
    if writer == earlier:
        return bool(mine & theirs - {writer})
    return writer in theirs and earlier in mine


def _people(entry: Entry) -> set[str]:
    return {person.email for person in entry.envelope.people}


class _Groups:
    """Union-find over message ids."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, key: str) -> str:
        parent = self._parent.setdefault(key, key)
        while parent != key:
            self._parent[key] = self._parent[parent]
            key, parent = parent, self._parent[parent]
        return key

    def join(self, first: str, *others: str) -> None:
        root = self.root(first)
        for other in others:
            self._parent[self.root(other)] = root
