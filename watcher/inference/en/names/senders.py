"""Reading employers off what stands around the words: signature, display name, and whatever spells a mail domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from watcher.domains import domain_begins, domain_is_of, is_freemail, label_of, registrable, words_of
from watcher.inference.en.names.employers import (
    COMPANY,
    NAME,
    capitalized,
    clean_company,
    has_legal_form,
    is_agency,
    is_organisation,
    is_unit,
    runs,
)
from watcher.inference.en.names.evidence import (
    first_name,
    is_of_family,
    is_person,
    is_shared,
    may_name_family,
    own_name,
    people_of,
    statement,
)
from watcher.inference.en.names.positions import position
from watcher.inference.en.names.uncapitalised import is_small
from watcher.inference.heard import Heard
from watcher.inference.phrases import Phrase
from watcher.model import Automatic, Confidence, Envelope, Kind, Side, Statement

__all__ = ["AGENT_SAYS", "agency_of", "of_sender", "spelled", "writes_for_clients"]

_SURE, _LIKELY = Confidence.SURE, Confidence.LIKELY
AGENT_SAYS = Phrase(
    r"\b(?:my|our|i've an?|i have an?) (?:[\w-]+ ){0,3}?(?:client|principal)\b|\bi've (?:got )?an? (?:[\w-]+ )?owner\b|\bi place (?!(?:an?|the|my|great|much|high|every|no|some|any|orders?|value)\b)\w+|\b(?:you|cv|resume|profile|name) in front of them\b|\bin front of the client\b|\b(?:instructed|engaged|commissioned|retained|mandated) (?:me|us) to\b|\bthe client\b|\bclient (?:is|wants|needs|of mine)\b|\bput you forward\b|\bme to (?:submit|represent|propose) you\b|\bpresent(?:ed)? you\b|\bbefore i present\b|\bpartner schools?\b|\bretained (?:by|to)\b|\b(?:submitted|sent|forwarded|shared) (?:your (?:profile|cv|resume)|you)(?: over)? to (?:the client|them|their|[A-Za-z]+ )"
    r"|\bi(?:'m| am) working with an?\b|\bon behalf of (?:an?|my (?!team|manager|colleague|boss|director|department))\b|\bprofile is submitted\b|\btheir (?:hr|ta|vp|hiring manager|manager|fd|cfo|principal)\b"
    r"|\bcan(?:no|')?t (?:yet )?(?:name|drop|say|share|disclose|reveal|print|tell you) (?:them|who|(?:the|their|his|her|its) (?:name|client|company|employer))\b"
    r"|\bact(?:ing)? for an?\b|\b(?:another|an? different|an? second|one of (?:my|our)) clients?\b|\bcan(?:no|')?t (?:yet )?(?:put|give you) (?:the|their|its) name\b"
    r"|\b(?:cv|resume|profile) is with [^.;§]{2,40}, their\b"
    r"|\bcan(?:no|')?t (?:say which|put a name to)(?= (?:one|them|it|him|her|yet|til|till|until)\b|[.,;!]|$)"
    r"|\b(?:cv|resume|profile|papers|file)(?:'s| is| are)? (?:over |gone |off )?(?:to|with|in front of) (?:them|their)\b"
    r"|\b(?:i have(?: got)?|i've(?: got)?|got|i (?:crew|recruit|act|staff|hire|work) for) an? (?!(?:[\w-]+ )?(?:team|group|colleague|friend|manager|project|site|kitchen|ward|role|job|position)\b)(?:[\w&'-]+,? ){1,12}?(?:(?:who|that|which)(?: is| are|'s)?(?: \w+){0,9}? (?:needs|wants|after|seeking|looking for)|wanting|needing|seeking|looking for) (?:an?|one|someone|somebody)\b"
)
"""How people speak who fill positions for others; in lower case."""
_LINES = 8
"""Lines of a signature that are read; below stand disclaimers."""
_LONGEST_FIRM = 4
"""Words of a firm's name that begins with its owner's."""
_SHORTEST_NAME = 2
_INTRODUCTION = 3
"""Sentences in which people say who they are."""
_OF_FIRM = re.compile(rf"(?: [A-ZÀ-Þ][\w'’-]+){{0,2}},?(?: here,?)? (?:of|from|at|with|w/) (?P<name>{COMPANY})")
_APPOSED = re.compile(rf"(?: [A-ZÀ-Þ][\w'’-]+)?(?: here)?(?:,| -| \() ?(?P<name>{COMPANY})(?=[.!)]|$)")
_SEPARATORS = re.compile(r"\s+[|/•·]+\s+|\s+[-–—]+\s+|,\s+|\s*//\s*|\s+@\s+|\s+at\s+|:\s+")
_HOLDS = re.compile(
    r"^(?:CEO|CTO|CFO|COO|CMO|CIO|CPO|CHRO|MD|VP|Founder|Owner|Proprietor|Director|Manager|Partner)\s+(?=[A-ZÀ-Þ])"
    r"|^(?:[A-ZÀ-Þ][\w/&-]+\s+){0,4}(?:Recruiter|Sourcer|Contractor|Consultant|Coordinator|Advisor|Adviser|Partner|Manager|Specialist)\s+(?:for|at|with|@)\s+(?=[A-ZÀ-Þ])"
)
"""What stands before the firm where no comma does: "CTO Vaultspire", "Contract Recruiter for Vaultspire"."""
_STREET = re.compile(r"\b\d{1,4}[a-z]? [A-ZÀ-Þ]\w+|\b(?:floor|fl|suite|unit)\b", re.IGNORECASE)
_FOR = re.compile(r"^(?i:for(?: and on behalf of)?|on behalf of|p\.?p\.?) +(?=[A-ZÀ-Þ])")
"""How formal letters begin the line of the firm that signs: "For ACME INDUSTRIES LIMITED"."""
_OWNS = re.compile(r"\b(?:proprietor|owner|founder|co-founder|ceo|proprietress|sole trader|principal)\b", re.IGNORECASE)
_ON_BEHALF = re.compile(rf"\b[Oo]n behalf of (?P<name>{COMPANY})")


def agency_of(heard: Heard) -> str:
    """The firm in a signature that by its name fills positions for others; empty where none does."""
    return next((name for _, name, _ in _signed(heard) if _is_agency(name)), "")


@lru_cache(maxsize=4)
def writes_for_clients(heard: Heard) -> bool:
    """Whether an agency wrote it, by its signature, its mail domain or its words."""
    domain = heard.message.envelope.sender.domain
    named = is_agency("", domain) or any(_is_of_agency(part, name, domain) for part, name, _ in _signed(heard))
    return named or AGENT_SAYS.first(heard) is not None


def of_sender(heard: Heard) -> Iterator[Statement]:
    """The firm in the sender's signature, and in the display name of a system or a shared mailbox.

    One that writes on behalf of another is no employer of mine, nor is an agency.
    """
    envelope, signature = heard.message.envelope, heard.message.signature
    if heard.speech.side is Side.ME:
        return
    domain = envelope.sender.domain
    carries = False
    written = "\n".join((*(s.text for s in heard.sentences), signature))
    for match in _ON_BEHALF.finditer(written) if "n behalf of " in written else ():
        name = clean_company(match["name"])
        own = domain_is_of(domain, name) or is_unit(name) or position(name) or is_person(name, people_of(heard))
        if name and not own:
            carries = True
            yield statement(Kind.NAMES_COMPANY, name, match.group(), "on_behalf_of", _SURE)
    known = False
    for part, name, confidence in _signed(heard):
        agency = _is_of_agency(part, name, domain)
        rule = "agency.signature" if agency else "carrier.signature" if carries else "signature"
        yield statement(Kind.NAMES_COMPANY, name, part, rule, confidence)
        known = known or agency
    if not known and envelope.side is Side.THEM and not envelope.system and is_agency("", domain):
        name = label_of(domain).replace("-", " ").title()
        yield statement(Kind.NAMES_COMPANY, name, envelope.sender.email, "agency.domain", _LIKELY)
    yield from _of_display_name(heard)
    yield from _introduced(heard)
    yield from _of_family(heard)


def _firms(signature: str) -> Iterator[tuple[str, str]]:
    """The parts of a signature that have the form of a firm's name, each with that name."""
    for written in signature.split("\n")[:_LINES]:
        line = _FOR.sub("", written)
        parts = _SEPARATORS.split(line)
        for part in (line, *parts) if len(parts) > 1 else parts:
            firm = _HOLDS.sub("", part)
            name = clean_company(capitalized(firm))
            if name and NAME.fullmatch(name):
                yield firm, name


@lru_cache(maxsize=4)
def _signed(heard: Heard) -> tuple[tuple[str, str, Confidence], ...]:
    """The firms of a signature, for all who ask."""
    return tuple(_signing(heard))


def _signing(heard: Heard) -> Iterator[tuple[str, str, Confidence]]:
    """The firms of a signature: those that the mail domain bears out; else those that are called as firms are."""
    envelope, signature = heard.message.envelope, heard.message.signature
    people = () if is_shared(envelope.sender) else (own_name(envelope.sender),)
    firms = [(p, n) for p, n in _firms(signature) if not is_person(n, people)]
    if borne_out := [(p, n) for p, n in firms if domain_is_of(envelope.sender.domain, n)]:
        yield from ((part, name, _SURE) for part, name in borne_out)
        return
    if agencies := [(p, n) for p, n in firms if _is_agency(n)]:
        yield from ((part, name, _SURE) for part, name in agencies)
        return
    if is_agency("", envelope.sender.domain):  # what else stands there is a desk: "Civil & Construction"
        return
    for part, name in firms:
        if (
            not position(part)
            and not is_unit(name)
            and (
                is_organisation(name.replace("&", ""))
                or has_legal_form(part)
                or _is_owned(part, signature)
                or _has_address(name, signature)
            )
        ):
            yield part, name, _LIKELY


def _is_agency(name: str) -> bool:
    """Whether a firm fills positions for others by its very name, which is neither a department nor a title."""
    return len(name.split()) > 1 and is_agency(name) and position(name) != name and not is_unit(name)


def _is_of_agency(part: str, name: str, domain: str) -> bool:
    """Whether a firm in a signature fills positions for others, by its name or by what it says beside it."""
    return _is_agency(name) or (domain_is_of(domain, name) and is_agency(part, domain))


def _has_address(name: str, signature: str) -> bool:
    """Whether the line of a name of several words goes on with a house and its street: "Paper Moth | 2nd fl, 88 Dean St"."""
    line = next((line for line in signature.split("\n") if line.startswith(f"{name} |")), "")
    return " " in name and _STREET.search(line) is not None


def _is_owned(part: str, signature: str) -> bool:
    """Whether the line of a firm begins with the title of somebody whose firm it is."""
    line = next((line for line in signature.split("\n") if part in line), "")
    return part != line and bool(_OWNS.search(line[: line.index(part)]))


def _of_display_name(heard: Heard) -> Iterator[Statement]:
    envelope = heard.message.envelope
    display, domain = envelope.sender.name, envelope.sender.domain
    name = clean_company(re.sub(r"^.*\bat\s+", "", display))
    if name and NAME.fullmatch(name):
        borne_out = domain_is_of(domain, name)
        machine = envelope.side is Side.MACHINE and envelope.automatic is Automatic.NOTICE
        if (machine and not position(name)) or _is_account_of(envelope, name):
            rule = "agency.display_name" if is_agency(display) and is_agency(name) else "display_name"
            written = any(name in text for text in (envelope.subject, *(s.text for s in heard.sentences)))
            yield statement(Kind.NAMES_COMPANY, name, display, rule, _SURE if borne_out or written else _LIKELY)
        elif borne_out and " " in display and (name != display or is_organisation(name)):
            yield statement(Kind.NAMES_COMPANY, name, display, "display_name", _LIKELY)


def _is_account_of(envelope: Envelope, name: str) -> bool:
    """Whether a system writes from an account that a firm has there by its name: `glanmoredairy@myworkday.com`."""
    return bool(envelope.system) and domain_is_of(f"{envelope.sender.local}.example", name)


def _introduced(heard: Heard) -> Iterator[Statement]:
    """The firm that senders name behind their own name: "Con Twomey of Tannery Lane Brewery", "Gina, Fox and Vine."."""
    first = first_name(heard.message.envelope.sender)
    if len(first) < _SHORTEST_NAME or is_shared(heard.message.envelope.sender):
        return
    for sentence, text in zip(heard.sentences[:_INTRODUCTION], heard.texts, strict=False):
        _, named, _ = text.partition(first)
        behind = sentence.text[text.find(first) + len(first) :]
        if named and (match := _OF_FIRM.match(behind) or _APPOSED.match(behind)):
            name, own = clean_company(match["name"]), re.search(r"['’]s$", match["name"])  # the end of a name here
            sure = match.re is _OF_FIRM or is_organisation(name)
            if name and not is_person(name, people_of(heard)):
                words = name + (own.group() if own else "")
                confidence = _LIKELY if sure else Confidence.UNCLEAR
                yield statement(Kind.NAMES_COMPANY, words, sentence.text, "introduced", confidence)


def _of_family(heard: Heard) -> Iterator[Statement]:
    """The firm that begins with its owner's family name, however it is written: "ledet air & heat"."""
    if heard.speech.side is not Side.THEM or heard.message.envelope.system or not may_name_family(heard):
        return
    written = {word for sentence in heard.sentences for word in sentence.text.split()}
    family = {word for word in written if is_of_family(word, heard) and not is_small(word)}
    for sentence in heard.sentences if family else ():
        words = sentence.text.split()
        for at, word in enumerate(words):
            whole = at > 0 and words[at - 1].istitle()  # "Theo Voss", and what he owns behind it
            if word in family and not whole and (name := _shortest_firm(words[at : at + _LONGEST_FIRM])):
                yield statement(Kind.NAMES_COMPANY, name, sentence.text, "of_family", _LIKELY)


def _shortest_firm(words: Sequence[str]) -> str:
    """The fewest of the words from the first on that firms are called by; empty where none are."""
    if words[0][-1] in ".,;:!?" or words[1:2] in (["of"], ["from"]):
        return ""
    for end in range(2, len(words) + 1):
        name = clean_company(capitalized(" ".join(words[:end])))
        if name and words[end - 1].lower() not in ("&", "and") and is_organisation(name):
            return name
        if words[end - 1][-1] in ".,;:!?":
            break
    return ""


# -- domains --------------------------------------------------------------------------------------
def spelled(heard: Heard) -> Iterator[Statement]:
    """What spells out the mail domain of one of their people, in subject or words: "Lakeshore Courier"."""
    envelope = heard.message.envelope
    if envelope.system:
        return
    mine = {registrable(address.rpartition("@")[2]) for address in heard.speech.me.addresses}
    domains = {registrable(a.domain) for a in envelope.people if a.domain and not is_freemail(a.domain)} - mine
    if not domains:
        return
    people = people_of(heard)
    letters = {domain[0] for domain in domains}  # one of the words of a name begins as its domain does
    for text in (envelope.subject, *(s.text for s in heard.sentences)):
        for match in runs(text):
            if letters.isdisjoint(word[0] for word in words_of(match.group())):
                continue
            if (name := _spelling(match.group(), domains)) and not is_person(name, people):
                yield statement(Kind.NAMES_COMPANY, name, text, "spells_domain", _LIKELY)


def _spelling(run: str, domains: Iterable[str]) -> str:
    """The shortest end of a run of capitalised words that one of the domains still reads as; empty where none does."""
    words = run.split()
    for start in (n for n in reversed(range(len(words))) if not words[n][0].islower()):
        if _spells(words[start:], domains):
            office = position(" ".join(words[: start + 1]))  # "Principal of Wexley College", and no "College of Wexley"
            joined = start > 1 and words[start - 1].lower() in ("of", "the", "for") and not office
            name = words if joined else words[start:]
            least = next((end for end in range(1, len(name)) if _spells(name[:end], domains)), len(name))
            return clean_company(" ".join(name[:least] if position(" ".join(name[least:])) else name))
    return ""


def _spells(words: Sequence[str], domains: Iterable[str]) -> bool:
    name = clean_company(" ".join(words))
    return any(domain_is_of(domain, name) or domain_begins(domain, words_of(name)) for domain in domains)
