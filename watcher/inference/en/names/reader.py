"""Reading names off a message, source by source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from watcher.domains import domain_is_of
from watcher.inference.en.names.employers import COMPANY, clean_company, is_agency, is_organisation
from watcher.inference.en.names.patterns import JOB, NAMES_EMPLOYER, NAMES_POSITION
from watcher.inference.en.names.positions import position, positions
from watcher.inference.heard import Heard
from watcher.model import Automatic, Confidence, Envelope, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["names"]

_SURE, _LIKELY, _UNCLEAR = Confidence.SURE, Confidence.LIKELY, Confidence.UNCLEAR

_MARKS = re.compile(
    r"^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|automatic reply|out of (?:the )?office|invitation|updated(?: invitation)?|accepted|zugesagt|cancel+ed(?: event)?|declined|tentative)\s*:\s*|\[[^\]]{1,40}\]\s*)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—|/•·~]+\s+|\s*\|\|?\s*|:\s+|\s+<+>+\s+|\s+@\s+|\s*//\s*")
_REPLY = re.compile(r"^\s*(?:re|aw|sv|antw|fwd?|wg|tr)\s*:", re.IGNORECASE)
_AT = re.compile(rf"(?: {JOB})?,? (?P<at>at|@|with|for) (?P<name>{COMPANY})|, (?P<listed>{COMPANY})")
_OF = re.compile(rf"[^.;]{{0,40}}? of the (?P<name>{COMPANY})")
_MAX_SUBJECT = 300
_NEAR = 12
"""Characters between the words that announce a position and its name."""


def names(heard: Heard) -> Iterator[Statement]:
    """NAMES_COMPANY and NAMES_ROLE, each name once, by the surest rule that found it."""
    if heard.message.envelope.automatic in (Automatic.BULK, Automatic.BOUNCE, Automatic.AWAY):
        return
    best: dict[tuple[Kind, str, bool], Statement] = {}
    for found in (*_in_words(heard), *_in_subject(heard), *_of_sender(heard)):
        key = (found.kind, found.text.casefold(), found.rule.startswith("agency"))
        if key not in best or _rank(found) < _rank(best[key]):
            best[key] = found
    yield from best.values()


def _rank(statement: Statement) -> int:
    return (_SURE, _LIKELY, _UNCLEAR).index(statement.confidence)


def _statement(kind: Kind, text: str, words: str, rule: str, confidence: Confidence) -> Statement:
    prefix = "" if rule.startswith("agency") else "company." if kind is Kind.NAMES_COMPANY else "role."
    return Statement(kind, shorten(words), prefix + rule, confidence, text=text)


# -- words ----------------------------------------------------------------------------------------
def _in_words(heard: Heard) -> Iterator[Statement]:
    for sentence in heard.sentences:
        yield from _employers(sentence.text, heard)
        for naming in NAMES_POSITION:
            if any(cue in sentence.text for cue in naming.cues):
                match = naming.pattern.search(sentence.text)
                if match and (role := _role(match["words"])):
                    confidence = naming.confidence or _LIKELY
                    yield _statement(Kind.NAMES_ROLE, role, sentence.text, naming.name, confidence)


def _employers(text: str, heard: Heard, source: str = "") -> Iterator[Statement]:
    people = _people(heard)
    for naming in NAMES_EMPLOYER:
        if naming.of_themselves and heard.speech.side is Side.ME:
            continue
        if any(cue in text for cue in naming.cues):
            for match in naming.pattern.finditer(text):
                yield from _employer(match["name"], text, source + naming.name, naming.confidence, people, heard)
    for found in positions(text):
        if following := _AT.match(text, found.end):
            confidence = _LIKELY if following["at"] in ("at", "@") else None
            words = following["name"] or following["listed"]
            yield from _employer(words, text, source + "position_at", confidence, people, heard)
        elif owner := _OF.match(text, found.end):
            yield from _employer(owner["name"], text, source + "position_of", None, people, heard)


def _employer(
    words: str, text: str, rule: str, confidence: Confidence | None, people: Sequence[str], heard: Heard
) -> Iterator[Statement]:
    name = clean_company(words)
    if not name or _is_person(name, people) or position(name):
        return
    if heard.speech.side is not Side.ME and domain_is_of(heard.message.envelope.sender.domain, name):
        confidence = _SURE
    elif is_organisation(name):
        confidence = _SURE if confidence is _LIKELY else confidence or _LIKELY
    if confidence is not None:
        yield _statement(Kind.NAMES_COMPANY, name, text, rule, confidence)


def _role(words: str) -> str:
    """The position that a stretch of words begins with."""
    return next((found.name for found in positions(words) if found.start <= _NEAR), "")


# -- subject --------------------------------------------------------------------------------------
def _in_subject(heard: Heard) -> Iterator[Statement]:
    """What the subject names. A reply only carries it on, so there it counts little."""
    written = heard.message.envelope.subject[:_MAX_SUBJECT]
    subject = _MARKS.sub("", written)
    again = bool(_REPLY.match(written))
    people = _people(heard)
    for found in _employers(subject, heard, "subject."):
        yield replace(found, confidence=_UNCLEAR) if again else found
    for part in _PARTS.split(subject):
        role = position(part)
        name = clean_company(part)
        if role:
            yield _statement(Kind.NAMES_ROLE, role, subject, "subject", _UNCLEAR if again else _LIKELY)
        elif name and re.fullmatch(COMPANY, name) and not _is_person(name, people):
            confidence = _confidence_of_part(name, heard)
            if confidence is not None and not (again and confidence is not _SURE):
                yield _statement(Kind.NAMES_COMPANY, name, subject, "subject", _LIKELY if again else confidence)


def _confidence_of_part(name: str, heard: Heard) -> Confidence | None:
    """How sure it is that a part of a subject is an employer; None: it might be anything."""
    if heard.speech.side is not Side.ME and domain_is_of(heard.message.envelope.sender.domain, name):
        return _SURE
    mentioned = any(name in sentence.text for sentence in heard.sentences)
    if is_organisation(name):
        return _LIKELY
    return _UNCLEAR if mentioned else None


# -- sender ---------------------------------------------------------------------------------------
def _of_sender(heard: Heard) -> Iterator[Statement]:
    """The firm in the sender's signature, and in the display name of a system or a shared mailbox."""
    envelope = heard.message.envelope
    if heard.speech.side is Side.ME:
        return
    domain = envelope.sender.domain
    known = False
    for line in heard.message.signature.split("\n")[:8]:
        for part in (line, *re.split(r"\s+[|/•·]+\s+|\s+[-–—]+\s+|,\s+|\s*//\s*|\s+@\s+|\s+at\s+", line)):
            name = clean_company(part)
            if not name or _is_person(name, (envelope.sender.name,)) or not re.fullmatch(COMPANY, name):
                continue
            if domain_is_of(domain, name):
                agency = is_agency(part, domain)
                rule = "agency.signature" if agency else "signature"
                yield _statement(Kind.NAMES_COMPANY, name, line, rule, _SURE)
                known = known or agency
    if not known and is_agency("", domain):
        name = domain.rpartition(".")[0].rpartition(".")[2].replace("-", " ").title()
        yield _statement(Kind.NAMES_COMPANY, name, envelope.sender.email, "agency.domain", _LIKELY)
    if match := re.search(rf"\bon behalf of (?P<name>{COMPANY})", heard.message.signature):
        yield _statement(Kind.NAMES_COMPANY, clean_company(match["name"]), match.group(), "on_behalf_of", _SURE)
    yield from _of_display_name(envelope)


def _of_display_name(envelope: Envelope) -> Iterator[Statement]:
    display, domain = envelope.sender.name, envelope.sender.domain
    name = clean_company(re.sub(r"^.*\bat\s+", "", display))
    if name and re.fullmatch(COMPANY, name):
        borne_out = domain_is_of(domain, name)
        if envelope.side is Side.MACHINE and envelope.automatic is Automatic.NOTICE and not position(name):
            yield _statement(Kind.NAMES_COMPANY, name, display, "display_name", _SURE if borne_out else _LIKELY)
        elif borne_out and name != display and " " in display:
            yield _statement(Kind.NAMES_COMPANY, name, display, "display_name", _LIKELY)


# -- telling them from people ---------------------------------------------------------------------
def _people(heard: Heard) -> tuple[str, ...]:
    envelope, invite = heard.message.envelope, heard.message.invite
    invited = (*invite.attendees, *((invite.organizer,) if invite.organizer else ())) if invite else ()
    person = () if envelope.side is Side.MACHINE else (envelope.sender,)
    return (heard.speech.me.name, *(a.name for a in (*person, *envelope.to, *envelope.cc, *invited)))


def _is_person(name: str, people: Iterable[str]) -> bool:
    words = set(re.findall(r"\w+", name.lower()))
    return any(
        words <= set(re.findall(r"\w+", person.lower())) or (len(person.split()) > 1 and person.lower() in name.lower())
        for person in people
        if person
    )
