"""What a thread, or a process as far as it is known, is about: its people, employers, positions and evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from watcher.domains import domain_is_of, is_private, label_of, registrable, words_of
from watcher.matching.evidence import WEIGHT, evidence
from watcher.matching.likeness import same_company
from watcher.matching.persons import family_of, name_key
from watcher.matching.references import references
from watcher.matching.threads import base_subject
from watcher.model import Automatic, Confidence, Entry, Kind, Person, Role, Side, Statement, Thread
from watcher.reading.names import is_person

__all__ = ["Profile", "agency_domains", "firm_of", "profile", "their_people"]


_Weighed = tuple[tuple[str, float], ...]
_SAID = (Confidence.SURE, Confidence.LIKELY)
_AGAIN = 0.2
"""What a name counts, of its weight, each time that the same evidence comes again."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a thread or of several taken together."""

    people: frozenset[str]
    """Addresses on their side that a person writes from, is written to at, or is invited at."""
    reached: frozenset[str]
    """Addresses that I wrote to."""
    names: frozenset[str]
    """Full names of those people and of whom they name, see `persons.name_key`."""
    given: frozenset[str]
    """First names of the people who wrote."""
    told: frozenset[str]
    """First names by which they speak of others: "our chair, Dermot"."""
    named: frozenset[str]
    """Words of the names of all who wrote or were written to, on their side."""
    opening: frozenset[str]
    """Words that may be names, in their mail where that is the first: it says for itself what it belongs to."""
    mentioned: frozenset[str]
    """Words that may be names, in any mail."""
    families: frozenset[str]
    """Last names of the people who wrote."""
    household: str
    """The one last name, as written, of all who wrote, where none of them has an address at a firm."""
    locals: frozenset[str]
    """What stands before the @ in their addresses, without figures: the whole of a name at times."""
    domains: frozenset[str]
    """Registrable domains of an employer or agency; freemail and applicant tracking systems are none."""
    companies: _Weighed
    """Names of employers with their weight, heaviest first."""
    likely: _Weighed
    """Names that read like an employer's, whether or not a rule says so."""
    agencies: _Weighed
    """Names of firms that fill positions for others, likewise."""
    hunters: frozenset[str]
    """Registrable domains of such firms."""
    roles: _Weighed
    uids: frozenset[str]
    subjects: frozenset[str]
    """The words of the subjects."""
    references: frozenset[str]
    """Reference numbers of positions, from the subjects."""
    first: dt.datetime
    last: dt.datetime
    hiring: float
    """Evidence that this is a hiring process of mine; negative speaks against it."""
    doubted: bool
    """Something in it says that it is no hiring process of mine."""
    approached: bool
    """It began with their approach, not with my application."""
    applied: bool
    """I applied, by their word or mine."""
    by_people: bool
    """A person wrote in it, and not machines alone."""
    answered: bool
    """We both wrote, and I did more than decline."""
    opens: bool
    """It began with a person's mail that tells of an opening."""
    another: bool
    """It began with a person's mail that sets it apart from what came before: "separate from the other thing"."""


def firm_of(email: str, me: Person) -> str:
    """The registrable domain of an address where colleagues share it; empty where anybody has a mailbox.

    My own addresses' domain is taken for such a place.
    """
    domain = registrable(email.rpartition("@")[2])
    mine = {registrable(address.rpartition("@")[2]) for address in me.addresses}
    return "" if not domain or domain in mine or is_private(email) else domain


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
        told = {who.email for s in entry.statements for who in s.who} - ({envelope.sender.email} if nobody else set())
        theirs.update(told, (a.email for a in people))
    theirs -= {"", *me.addresses}
    firms = {firm for email in theirs if (firm := firm_of(email, me))}
    written_to = {a.email for e in entries if e.envelope.side is Side.ME for a in (*e.envelope.to, *e.envelope.cc)}
    return frozenset(theirs | {email for email in written_to - set(me.addresses) if firm_of(email, me) in firms})


def _people_named(entries: Iterable[Entry], theirs: frozenset[str]) -> frozenset[str]:
    """The full names of people on their side, as displayed or told."""
    shown = (a.name for e in entries for a in e.envelope.people if a.email in theirs)
    told = (who.name for e in entries if e.envelope.side is Side.THEM for s in e.statements for who in s.who)
    return frozenset(name_key(name) for name in (*shown, *told) if name.count(" ") and is_person(name))


def _first_names(entries: Iterable[Entry], theirs: frozenset[str]) -> frozenset[str]:
    """As displayed, and as signed by people who show no more than an initial."""
    wrote = [e for e in entries if e.envelope.side is Side.THEM and e.envelope.sender.email in theirs]
    signed = (s.text.split(maxsplit=1)[0] for e in wrote for s in e.all(Kind.SIGNS) if s.text.strip())
    shown = (e.envelope.sender.name.split()[0] for e in wrote if _by_person(e, theirs))
    return frozenset(name.casefold() for name in (*shown, *signed) if name.isalpha())


def _first_names_told(entries: Iterable[Entry]) -> frozenset[str]:
    theirs = (s for e in entries if e.envelope.side is Side.THEM for s in e.statements if s.confidence in _SAID)
    return frozenset(who.name.casefold() for s in theirs for who in s.who if who.name.isalpha())


def _mentioned(entries: Iterable[Entry]) -> frozenset[str]:
    """As written and without accents, as names of people and words of firms are compared."""
    told = [s.text for e in entries for s in e.all(Kind.MENTIONS)]
    return frozenset(word for text in told for word in (*text.casefold().split(), *words_of(text)))


def _household(writers: Iterable[str]) -> str:
    """The last name that all these have, as the last of them writes it; empty where there are several."""
    written = {
        family: word for name in writers for word in name.split() if (family := family_of(name)) == word.casefold()
    }
    name = next(iter(written.values()), "") if len(written) == 1 else ""
    return name[:1].upper() + name[1:] if len(name.strip(".")) > 1 else ""


def _by_person(entry: Entry, theirs: frozenset[str]) -> bool:
    sender = entry.envelope.sender
    return entry.envelope.side is Side.THEM and sender.email in theirs and is_person(sender.name)


def profile(threads: Iterable[Thread], me: Person, hunters: frozenset[str]) -> Profile:
    """The profile of some threads taken together. Bulk mail in them counts for nothing.

    Args:
        threads: What is taken together.
        me: Whose addresses are none of theirs.
        hunters: Registrable domains of agencies: what goes by their names is no employer of mine.
    """
    entries = sorted(
        (e for t in threads for e in t.entries if e.envelope.automatic is not Automatic.BULK),
        key=lambda e: e.envelope.sent,
    )
    people = their_people(entries, me)
    domains = frozenset(firm for email in people if (firm := firm_of(email, me)))
    hunters |= _go_between(entries, me, domains)
    companies, agencies = _companies(entries, hunters)
    mine = [e for e in entries if e.envelope.side is Side.ME]
    applied = any(e.has(Kind.APPLIES) for e in entries)
    return Profile(
        people=people,
        reached=frozenset(a.email for e in mine for a in (*e.envelope.to, *e.envelope.cc)),
        names=_people_named(entries, people),
        given=_first_names(entries, people),
        told=_first_names_told(entries),
        named=frozenset(
            word for e in entries for a in e.envelope.people if a.email in people for word in name_key(a.name).split()
        ),
        opening=_mentioned(e for e in entries[:1] if e.envelope.side is Side.THEM),
        mentioned=_mentioned(entries),
        families=frozenset(f for e in entries if _by_person(e, people) and (f := family_of(e.envelope.sender.name))),
        household="" if domains else _household(e.envelope.sender.name for e in entries if _by_person(e, people)),
        locals=frozenset(re.sub(r"\d+$", "", email.partition("@")[0]) for email in people),
        domains=domains,
        companies=companies,
        likely=_likely(entries, hunters, agencies),
        agencies=agencies,
        hunters=hunters,
        roles=_weighed(_said(entries, Kind.NAMES_ROLE)),
        subjects=frozenset(word for e in entries for word in words_of(e.envelope.subject)),
        references=frozenset(r for e in entries for r in references(e.envelope.subject)),
        uids=frozenset(s.uid for e in entries for s in e.statements if s.uid),
        first=entries[0].envelope.sent if entries else dt.datetime.max.replace(tzinfo=dt.UTC),
        last=entries[-1].envelope.sent if entries else dt.datetime.min.replace(tzinfo=dt.UTC),
        hiring=evidence(entries),
        doubted=any(s.confidence in _SAID for e in entries for s in e.all(Kind.NOT_HIRING)),
        approached=not applied
        and any(s.confidence in _SAID for e in entries if e.envelope.side is Side.THEM for s in e.all(Kind.OUTREACH)),
        applied=applied,
        by_people=any(e.envelope.automatic is None for e in entries),
        answered=len(mine) < len(entries) and not all(_declines(e) for e in mine),
        opens=bool(entries) and _tells_of_an_opening(entries[0]),
        another=bool(entries) and _begins_theirs(entries[0]) and _sets_apart(entries[0]),
    )


def _declines(entry: Entry) -> bool:
    """Whether I say in so many words that I am not interested; what only sounds like it leaves out no process."""
    return any(not s.rule.startswith("the whole reads like it") for s in entry.all(Kind.NOT_INTERESTED))


def _tells_of_an_opening(entry: Entry) -> bool:
    """Whether a person writes first to say that somebody is wanted: an approach, or "a boat yard wants a welder".

    That it is another than the one before ("quite apart from the other thing") says so, whatever the rest reads like.
    """
    wanted = any(s.kind is Kind.OUTREACH or s.rule == "role.need_a" for s in entry.statements if s.confidence in _SAID)
    return _begins_theirs(entry) and (wanted or _sets_apart(entry))


def _begins_theirs(entry: Entry) -> bool:
    """Whether a person of theirs writes of himself, and answers nothing."""
    return entry.envelope.side is Side.THEM and not entry.envelope.in_reply_to and entry.envelope.automatic is None


def _sets_apart(entry: Entry) -> bool:
    return any(s.rule.startswith("another_opening") for s in entry.statements)


def agency_domains(entries: Sequence[Entry], me: Person) -> frozenset[str]:
    """Registrable domains of senders who say of themselves, by name or in words, that they fill positions for others.

    Words alone ("the client has frozen it") are not believed of a firm that a system, or my application, named as the
    employer.
    """
    named = [
        s.text
        for e in entries
        if e.envelope.side is Side.MACHINE or (e.envelope.side is Side.ME and e.has(Kind.APPLIES))
        for s in _names(e)
    ]
    found = set()
    for entry in entries:
        sender = entry.envelope.sender.email
        if not (firm := firm_of(sender, me)):
            continue
        by_name = any(s.rule in ("role.agency", "agency.signature", "agency.domain") for s in entry.statements)
        in_words = any(s.text == Role.HEADHUNTER and _is_of(sender, s) for s in entry.all(Kind.HAS_ROLE))
        in_words = in_words or _reveals(entry, firm)
        if by_name or (in_words and not any(domain_is_of(firm, name) for name in named)):
            found.add(firm)
    return frozenset(found)


_OF_THEMSELVES = frozenset({"company.signature", "company.introduced"})
_TELLING = 4
"""Letters from which on a name that a domain begins with is that of the firm."""
_OF_CLIENTS = frozenset({"company.client_is", "company.my_client"})
"""What is said of another's opening, be it in a first mail: "The hiring organisation is Umeme Solar"."""
_REVEALS = _OF_CLIENTS | {"company.it_is", "company.answers_who"}
"""What may be said so in an answer to me."""


def _reveals(entry: Entry, firm: str) -> bool:
    """Whether somebody of a firm tells me another's name: "It's Merlion Bank"."""
    signed = [s.text for s in _names(entry) if s.rule == "company.signature"]
    envelope = entry.envelope
    answers = bool(envelope.in_reply_to) or base_subject(envelope.subject) != envelope.subject.strip()
    return any(
        s.rule in (_REVEALS if answers else _OF_CLIENTS)
        and s.confidence in _SAID
        and not domain_is_of(firm, s.text)
        and not any(same_company(s.text, name) for name in signed)
        for s in _names(entry)
    )


def _go_between(entries: Sequence[Entry], me: Person, domains: frozenset[str]) -> frozenset[str]:
    """The domain of one who stands between me and an employer.

    It is that of whoever approached me, or whom I wrote to about another's opening, where people of that other firm
    joined later, or where whom I wrote to signed by another name than that I was sure of.
    """
    if not entries or entries[0].envelope.side is Side.MACHINE:
        return frozenset()
    first = entries[0].envelope
    approached = first.side is Side.THEM
    firm = firm_of(first.sender.email if approached else next((a.email for a in first.to), ""), me)
    told = [s.text for e in (entries if approached else entries[:1]) for s in _names(e) if s.confidence in _SAID]
    joined = any(domain_is_of(d, n) and not domain_is_of(firm, n) for n in told for d in domains - {firm})
    if not (firm and (joined or (not approached and _signs_otherwise(entries, firm)))):
        return frozenset()
    return frozenset({firm})


def _signs_otherwise(entries: Sequence[Entry], firm: str) -> bool:
    """Whether those of a firm sign by its name, and never by that of the employer I surely applied to."""
    wanted = [s.text for s in _names(entries[0]) if s.confidence is Confidence.SURE]
    signed = [
        s.text
        for e in entries[1:]
        if registrable(e.envelope.sender.domain) == firm
        for s in _names(e)
        if s.rule == "company.signature"
    ]
    borne_out = any(domain_is_of(firm, name) for name in signed)
    return borne_out and bool(wanted) and not any(domain_is_of(firm, n) or n in signed for n in wanted)


def _names(entry: Entry) -> tuple[Statement, ...]:
    return tuple(s for s in entry.all(Kind.NAMES_COMPANY) if s.text and not s.rule.startswith(("agency", "carrier")))


def _is_of(sender: str, statement: Statement) -> bool:
    return any(who.email == sender for who in statement.who)


_Said = tuple[str, Statement]
"""A statement with the address of whoever made it."""


def _said(entries: Iterable[Entry], kind: Kind) -> list[_Said]:
    return [(e.envelope.sender.email, s) for e in entries for s in e.all(kind) if s.text]


def _companies(entries: Sequence[Entry], hunters: frozenset[str]) -> tuple[_Weighed, _Weighed]:
    """The names of employers, and those of agencies, in whatever form."""
    said = _said(entries, Kind.NAMES_COMPANY)
    named = {s.text for sender, s in said if _is_go_between(sender, s, hunters)}
    agencies = [(sender, s) for sender, s in said if s.text in named or any(same_company(s.text, n) for n in named)]
    return _weighed(each for each in said if each not in agencies), _weighed(agencies)


def _likely(entries: Sequence[Entry], hunters: frozenset[str], agencies: _Weighed) -> _Weighed:
    """What reads like an employer's name and is none of an agency's, at its likeliest: often is no surer than once."""
    weights: dict[str, float] = {}
    for sender, s in _said(entries, Kind.MAY_NAME_COMPANY):
        if not (_is_go_between(sender, s, hunters) or any(same_company(s.text, name) for name, _ in agencies)):
            weights[s.text] = max(weights.get(s.text, 0.0), WEIGHT[s.confidence])
    return _heaviest_first(weights)


def _heaviest_first(weights: Mapping[str, float]) -> _Weighed:
    return tuple(sorted(weights.items(), key=lambda item: -item[1]))


def _is_go_between(sender: str, statement: Statement, hunters: frozenset[str]) -> bool:
    """Whether a name is that of a firm that fills positions for others: so called, signed there, or its domain's.

    A domain's own is also what it begins with: Bluegum at `bluegumpeople`.
    """
    signed = statement.rule in _OF_THEMSELVES and registrable(sender.rpartition("@")[2]) in hunters
    called = statement.rule.startswith(("agency", "carrier"))
    short = "".join(words_of(statement.text))
    begins = len(short) >= _TELLING and any(label_of(domain).startswith(short) for domain in hunters)
    return signed or called or begins or any(domain_is_of(domain, statement.text) for domain in hunters)


def _weighed(said: Iterable[_Said]) -> _Weighed:
    """The names with their weights, heaviest first.

    The same evidence again (a signature under every mail) adds little to what it told the first time.
    """
    told: dict[str, dict[tuple[str, str], list[float]]] = {}
    for sender, statement in said:
        kind = (sender, statement.rule)
        told.setdefault(statement.text, {}).setdefault(kind, []).append(WEIGHT[statement.confidence])
    weights = {
        name: sum(max(seen) * (1 + _AGAIN * (len(seen) - 1)) for seen in kinds.values()) for name, kinds in told.items()
    }
    return _heaviest_first(weights)
