"""Firms that stand between me and an employer: agencies, and whoever fills positions for others."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from watcher.domains import domain_is_of, label_of, registrable, words_of
from watcher.matching.likeness import company_tokens, same_company
from watcher.matching.persons import firm_of
from watcher.matching.threads import OF_CLIENTS, base_subject
from watcher.model import Confidence, Entry, Kind, Person, Role, Side, Statement

__all__ = ["agency_domains", "go_between", "is_go_between"]

_SAID = (Confidence.SURE, Confidence.LIKELY)
_OF_THEMSELVES = frozenset({"company.signature", "company.introduced"})
_FORMERLY = re.compile(r"\b(?:formerly|previously|until lately|ex|was) ([^()|,;]{3,60}?)(?=[)|,;.]|$)")
"""What a firm was called, in its signature."""
_TELLING = 4
"""Letters from which on a name that a domain begins with is that of the firm."""
_BY_NAME = frozenset({"role.agency", "agency.signature", "agency.domain"})
_REVEALS = OF_CLIENTS | {"company.it_is", "company.answers_who"}
"""What may be said so in an answer to me."""
_OWN_OFFICE = re.compile(r"career|vacanc|(?:^|[._-])hr(?:$|[._-])|human|personnel", re.IGNORECASE)
"""In the address of a mailbox by which a firm fills its own positions."""


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
        by_name = any(s.rule in _BY_NAME for s in entry.statements) and not _is_own_office(firm, named)
        in_words = any(s.text == Role.HEADHUNTER and _is_of(sender, s) for s in entry.all(Kind.HAS_ROLE))
        in_words = in_words or _reveals(entry, firm)
        if by_name or (in_words and not any(domain_is_of(firm, name) for name in named)):
            found.add(firm)
    return frozenset(found) | _renamed(entries, me, found)


def _is_own_office(firm: str, employers: Sequence[str]) -> bool:
    """Whether a domain is called after an employer's office for hiring: `corvane-talent`, of Corvane Research."""
    label = label_of(firm)
    called = {tokens[0] for name in employers if (tokens := company_tokens(name))}
    return any(len(word) >= _TELLING and label.startswith(word) and label != word for word in called)


def _renamed(entries: Sequence[Entry], me: Person, agencies: Collection[str]) -> frozenset[str]:
    """The domains at which people sign by the name of an agency, or by one it had: "formerly Koop & Lyle"."""
    signed = [
        (firm, name)
        for e in entries
        if (firm := firm_of(e.envelope.sender.email, me))
        for s in e.all(Kind.NAMES_COMPANY)
        if s.rule.endswith(".signature")
        for name in (s.text, *_FORMERLY.findall(s.words))
    ]
    names = {name for firm, name in signed if firm in agencies}
    return frozenset(firm for firm, name in signed if any(same_company(name, known) for known in names))


def _reveals(entry: Entry, firm: str) -> bool:
    """Whether somebody of a firm tells me another's name: "It's Merlion Bank"."""
    signed = [s.text for s in _names(entry) if s.rule == "company.signature"]
    envelope = entry.envelope
    answers = bool(envelope.in_reply_to) or base_subject(envelope.subject) != envelope.subject.strip()
    return any(
        s.rule in (_REVEALS if answers else OF_CLIENTS)
        and s.confidence in _SAID
        and not domain_is_of(firm, s.text)
        and not any(same_company(s.text, name) for name in signed)
        for s in _names(entry)
    )


def go_between(entries: Sequence[Entry], me: Person, domains: frozenset[str]) -> frozenset[str]:
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
    if not approached and any(_OWN_OFFICE.search(a.local) for a in first.to):
        return frozenset()
    joined = any(domain_is_of(d, n) and not domain_is_of(firm, n) for n in told for d in domains - {firm})
    if not (firm and (joined or (not approached and _signs_otherwise(entries, firm)))):
        return frozenset()
    return frozenset({firm})


def _signs_otherwise(entries: Sequence[Entry], firm: str) -> bool:
    """Whether those of a firm sign by its name, and never by that of the employer I surely applied to."""
    posts = " ".join(s.text for s in entries[0].all(Kind.NAMES_ROLE))  # "Site Technician (Cornubia)" names a place
    wanted = [s.text for s in _names(entries[0]) if s.confidence is Confidence.SURE and s.text not in posts]
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


def is_go_between(sender: str, statement: Statement, hunters: frozenset[str]) -> bool:
    """Whether a name is that of a firm that fills positions for others: so called, signed there, or its domain's.

    A domain's own is also what it begins with: Bluegum at `bluegumpeople`.
    """
    signed = statement.rule in _OF_THEMSELVES and registrable(sender.rpartition("@")[2]) in hunters
    of_domain = statement.rule == "agency.domain"  # which may be that of an employer's own office
    called = statement.rule.startswith(("agency", "carrier")) and not of_domain
    short = "".join(words_of(statement.text))
    begins = len(short) >= _TELLING and any(label_of(domain).startswith(short) for domain in hunters)
    return signed or called or begins or any(domain_is_of(domain, statement.text) for domain in hunters)
