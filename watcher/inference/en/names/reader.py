"""Reading names off a message's words and subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watcher.domains import domain_is_of
from watcher.inference.cues import Wanted, holds, known
from watcher.inference.en.names.announced import NAMES_POSITION
from watcher.inference.en.names.employers import (
    COMPANY,
    NAME,
    capitalized,
    clean_company,
    ends_as_firm,
    is_organisation,
    may_hold_organisation,
)
from watcher.inference.en.names.evidence import is_person, people_of, statement
from watcher.inference.en.names.likely import likely_employers
from watcher.inference.en.names.naming import JOB, Naming
from watcher.inference.en.names.patterns import NAMES_EMPLOYER
from watcher.inference.en.names.positions import Position, of_a_field, position, positions
from watcher.inference.en.names.senders import of_sender, spelled, writes_for_clients
from watcher.inference.en.names.uncapitalised import uncapitalised
from watcher.inference.heard import Heard, plain
from watcher.inference.literals import needs
from watcher.model import Automatic, Confidence, Kind, Side, Statement
from watcher.reading.quotes import is_passed_on

__all__ = ["names"]

_SURE, _LIKELY, _UNCLEAR = Confidence.SURE, Confidence.LIKELY, Confidence.UNCLEAR
_OF_FIRMS = ("company.signature", "company.display_name")

_MARKS = re.compile(
    r"^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|automatic reply|out of (?:the )?office|invitation|updated(?: invitation)?|accepted|zugesagt|cancel+ed(?: event)?|declined|tentative)\s*:\s*|\[[^\]]{1,40}\]\s*)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—|/•·~]+\s+|\s*\|\|?\s*|:\s+|\s+<+>+\s+|\s+@\s+|\s*//\s*")
_REPLY = re.compile(r"^\s*(?:re|aw|sv|antw|fwd?|wg|tr)\s*:", re.IGNORECASE)
_AT = re.compile(rf"(?: {JOB})?,? (?P<at>at|@|with|for) (?P<name>{COMPANY})|, (?P<listed>{COMPANY})")
_OF = re.compile(rf"[^.;]{{0,40}}? of the (?P<name>{COMPANY})")
_MY_OWN = re.compile(
    r"(?<!apply )(?<!applying )(?<!applied )(?<!considered )(?<!role )(?<!position )(?<!post )(?<!job )"
    r"\b(?:as|(?:I|i)(?: am|['’]m| was|['’]ve been| have been| work as)(?: [a-z]+ly)?)(?: an?| the)? $"
)
"""What stands before the position that I have: "three years as acting deputy at Table Point"."""
_SUPERIOR = re.compile(
    r"\b(?:to|with|by|their|our|my|as|am|for|is|was) (?:(?:the|a|an|our|their) )?$|, $", re.IGNORECASE
)
"""What stands before whoever a position reports to, or hires for it: "Dee Ray, Studio Director"."""
_ANOTHER = re.compile(r"\b(?:too|also|as well|another|other|elsewhere|besides)\b", re.IGNORECASE)
"""Words by which I tell of a further application: "I've put in for the shop supervisor job too"."""
_ANOTHER_OF_MINE = re.compile(
    r"\byou(?:['’]ve| have)? (?:also )?(?:got|put|applied for|sent)(?P<held>.{3,60}?)(?: in| with us)? (?:as well|too|also)\b"
    r"|\byou(?:['’]ve| have)? also (?:applied|put in) (?:for|to)(?P<applied>.{3,60})"
    r"|\b[Ff]or the (?P<colleagues>.{3,60}?),? (?:my colleague|another|somebody else|someone else)\b"
    r"|\b[Tt]he (?P<elsewhere>.{3,60}?) (?:\w+ )?(?:is|sits|stays|lies|runs|goes) (?:handled by|run by|with|through|under|to) (?:my colleague|another (?:recruiter|colleague|team)|somebody else|someone else)\b"
    r"|\balready (?:running|talking to|seeing|interviewing|considering) you (?:for|about|on)(?P<under_way>.{3,60})"
)
"""What they say of my other application at the same employer: "you've got Approvals Manager in as well"."""
_FORMED = re.compile(r"(?:[A-ZÀ-Þ][\w&/'’-]+ ){1,3}[A-ZÀ-Þ][a-z]+(?:er|or|ist|ian|ant|man|woman|person|hand|ee)")
"""How titles of positions are formed."""
_UNIT = re.compile(rf", (?P<unit>{COMPANY})(?P<closed> (?:{JOB}|at|with)\b)?")
_WHO_OF_WHAT = re.compile(r"(?P<who>\w+\.?(?: \w+){0,2}) (?:of|for) (?P<firm>.+)")
_ALONE = re.compile(rf"{COMPANY}\.?")
_MAX_TRIES = 4
_MAX_SUBJECT = 300
_NAME_AND_POSITION = 2
"""Parts of a subject that says no more than which position is whose."""
_NEAR = 12
"""Characters between the words that announce a position and its name."""


class _Namings:
    """Ways of naming something, found by their cues and by what their expressions cannot match without."""

    def __init__(self, table: Sequence[Naming]) -> None:
        self._table = table
        self._by_cue: dict[str, list[tuple[str, int]]] = {}
        for place, naming in enumerate(table):
            for cue in naming.cues:
                self._by_cue.setdefault(plain(cue), []).append((cue, place))
        self._always = {place for _, place in self._by_cue.pop("", ())}
        self._cues = frozenset(self._by_cue)
        known(((self._cues,),))
        self._needs = [Wanted(needs(naming.pattern.pattern)) for naming in table]

    def likely(self, text: str) -> list[Naming]:
        """Those that a text could hold, in the order of the table."""
        here = holds(plain(text))
        cued = {place for each in self._cues & here for cue, place in self._by_cue[each] if cue in text}
        return [self._table[place] for place in sorted(self._always | cued) if self._needs[place].met(here)]


_EMPLOYERS, _POSITIONS = _Namings(NAMES_EMPLOYER), _Namings(NAMES_POSITION)


def names(heard: Heard) -> Iterator[Statement]:
    """NAMES_COMPANY and NAMES_ROLE, each name once in the subject and once elsewhere, by the surest rule that found it.

    And MAY_NAME_COMPANY for what reads like the employer's.
    """
    if heard.message.envelope.automatic in (Automatic.BULK, Automatic.BOUNCE, Automatic.AWAY):
        return
    best: dict[tuple[Kind, str, bool, bool], Statement] = {}
    around = tuple(of_sender(heard))
    firms = frozenset(s.text for s in around if s.confidence is _SURE and s.rule in _OF_FIRMS)
    subject = (*_in_subject(heard, firms), *_invited_for(heard))
    for found in (*_in_words(heard, firms), *subject, *around, *spelled(heard), *uncapitalised(heard)):
        of_another, in_subject = found.rule.startswith(("agency", "carrier")), ".subject" in found.rule
        key = (found.kind, found.text.casefold(), of_another, in_subject)
        if key not in best or _rank(found) < _rank(best[key]):
            best[key] = found
    yield from best.values()
    if not any(found.kind is Kind.NAMES_ROLE for found in best.values()):
        yield from _offered(heard)
    yield from likely_employers(heard)


def _offered(heard: Heard) -> Iterator[Statement]:
    """The position of which an agency writes first, however it comes to it: "whose Group Controller retires"."""
    first = heard.speech.side is Side.THEM and not heard.message.envelope.in_reply_to
    if not first or not writes_for_clients(heard):
        return
    for sentence in heard.sentences:
        for found in positions(sentence.text):
            superior = _SUPERIOR.search(sentence.text[: found.start])
            if found.name.istitle() and " " in found.name and not superior:
                yield statement(Kind.NAMES_ROLE, found.name, sentence.text, "offered", _LIKELY)
                return


def _rank(statement: Statement) -> int:
    return (_SURE, _LIKELY, _UNCLEAR).index(statement.confidence)


# -- words ----------------------------------------------------------------------------------------
def _in_words(heard: Heard, firms: frozenset[str]) -> Iterator[Statement]:
    mine_again = heard.speech.side is Side.ME and bool(heard.message.envelope.in_reply_to)
    for text in _lines(heard):
        yield from _employers(text, heard, firms)
        others = [other.span(other.lastgroup or 0) for other in _ANOTHER_OF_MINE.finditer(text)]
        for naming in _POSITIONS.likely(text):
            found_all = _overlapping(naming.pattern, text)
            matches = [m for m in found_all if not any(a <= m.start("words") < b for a, b in others)]
            found = (_begun_at(text, match.start("words"), firms) for match in matches)
            if role := next(filter(None, found), "") or (_unheard_of(matches[0]) if matches and naming.closed else ""):
                confidence = _UNCLEAR if mine_again and _ANOTHER.search(text) else naming.confidence or _LIKELY
                yield statement(Kind.NAMES_ROLE, role, text, naming.name, confidence)
        for role in (found.name for start, end in others for found in positions(text[start:end])):
            yield statement(Kind.NAMES_OTHER_ROLE, role, text, "another_of_mine", _LIKELY)


def _lines(heard: Heard) -> Iterator[str]:
    """The sentences, each with the words before it that announce it: "You applied for:"."""
    announced = ""
    for sentence in heard.sentences:
        yield announced + sentence.text
        announced = f"{sentence.text} " if sentence.text.endswith(":") else ""


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first matches of a pattern, though the words of one hold the beginning of the next."""
    at = 0
    for _ in range(_MAX_TRIES):
        if not (match := pattern.search(text, at)):
            return
        yield match
        at = match.start("words")


def _employers(text: str, heard: Heard, firms: frozenset[str], source: str = "") -> Iterator[Statement]:
    people = people_of(heard)
    answers = not source and bool(heard.message.envelope.in_reply_to)
    alone = answers and text == heard.sentences[0].text and bool(_ALONE.fullmatch(text))
    by_agency = answers and (alone or writes_for_clients(heard))
    at_once = by_agency or (not source and heard.speech.side is Side.THEM and writes_for_clients(heard))
    for naming in _EMPLOYERS.likely(text):
        if heard.speech.side is Side.ME and (naming.of_themselves or (naming.name == "applied_to" and answers)):
            continue  # what I tell them of is where I also applied
        if naming.confidence is _UNCLEAR and not may_hold_organisation(text):
            continue  # for only of those it is believed
        for match in naming.pattern.finditer(text):
            believed = naming.of_clients and (at_once if naming.at_once else by_agency) and " " in match["name"]
            confidence = _LIKELY if believed else naming.confidence
            yield from _employer(match["name"], text, source + naming.name, confidence, people, heard)
    for found in positions(text):
        if heard.speech.side is Side.ME and _MY_OWN.search(text[: found.start]):
            continue
        end = _with_unit(found, text, firms)
        if following := _AT.match(text, end):
            confidence = _LIKELY if following["at"] in ("at", "@") else None
            words = following["name"] or following["listed"]
            if following["listed"] and not ends_as_firm(clean_company(words)):
                continue  # a part of the firm: "Data Analyst, Transit Planning"
            yield from _employer(words, text, source + "position_at", confidence, people, heard)
        elif owner := _OF.match(text, end):
            yield from _employer(owner["name"], text, source + "position_of", None, people, heard)


def _employer(
    words: str, text: str, rule: str, confidence: Confidence | None, people: Sequence[str], heard: Heard
) -> Iterator[Statement]:
    if confidence is _UNCLEAR and " " not in words:
        return  # which no organisation is called
    name = clean_company(capitalized(_without_sender(_without_position(words, text), heard)))
    called_upon = heard.speech.me.name.split()[:1] == name.split()[-1:]  # "Cheers Alex"
    if not name or called_upon or is_person(name, people):
        return
    if confidence is _UNCLEAR:
        confidence = _UNCLEAR if is_organisation(name) and not position(name) else None
    elif heard.speech.side is not Side.ME and domain_is_of(heard.message.envelope.sender.domain, name):
        confidence = _SURE
    elif position(name) and not (
        confidence is _LIKELY and rule.endswith("position_at")
    ):  # "physiotherapist at Vale Physio"
        confidence = None
    elif is_organisation(name):
        confidence = _SURE if confidence is _LIKELY else confidence or _LIKELY
    if confidence is not None:
        yield statement(Kind.NAMES_COMPANY, name, text, rule, confidence)


def _without_sender(words: str, heard: Heard) -> str:
    """The words without the sender's own name and what joins it: "Kyla of Boxwell"."""
    match = _WHO_OF_WHAT.match(words)
    who = match["who"].split() if match else []
    named = any(is_person(" ".join(who[at:]), people_of(heard)) for at in range(len(who)))
    return match["firm"] if match and named else words


def _without_position(words: str, text: str) -> str:
    """The words without the position in the text that they run into: "Great Lakes Radio for Senior Producer"."""
    firm, joint, _ = words.partition(" for ")
    begins = text.find(words) + len(firm + joint)
    return firm if joint and any(found.start == begins for found in positions(text)) else words


def _begun_at(text: str, at: int, firms: frozenset[str]) -> str:
    """The position that stands at a place of a text."""
    found = next((_called(f, text, firms) for f in positions(text) if at <= f.start <= at + _NEAR), "")
    return found or _of_a_field(text, at, firms)


def _of_a_field(text: str, at: int, firms: frozenset[str]) -> str:
    """A position that only its field makes one; where that is a firm, it is none."""
    found = of_a_field(text, at)
    field = re.split(r", | [-–] ", found, maxsplit=1)[-1]
    organisation = " and " not in field and is_organisation(field)  # "Buyer, Tabletop and Linens"
    return "" if organisation or any(firm in field or field in firm for firm in firms) else found


def _unheard_of(match: re.Match[str]) -> str:
    """A position by its form alone, where the words around it say that it is one: "the Field Sampler post"."""
    formed = _FORMED.fullmatch(match["words"])
    return formed.group() if formed and not is_organisation(formed.group()) else ""


def _called(found: Position, text: str, firms: frozenset[str]) -> str:
    """A position with the part of the firm it is in."""
    return found.name + text[found.end : _with_unit(found, text, firms)]


def _with_unit(found: Position, text: str, firms: frozenset[str]) -> int:
    """Where a position ends with the part of the firm that it is in: "Nurse Practitioner, Urgent Care".

    A name behind a comma is one where the words go on ("... role at"), or where another is known for the employer.
    """
    unit = _UNIT.match(text, found.end)
    named = unit and (clean_company(unit["unit"]) or is_organisation(unit["unit"]))
    if not (unit and named and (unit["closed"] or firms)):
        return found.end
    return found.end if any(firm in unit["unit"] or unit["unit"] in firm for firm in firms) else unit.end("unit")


def _invited_for(heard: Heard) -> Iterator[Statement]:
    """The position in the title of an invitation; what else stands there may be a room."""
    invite = heard.message.invite
    if invite and (role := position(invite.summary[:_MAX_SUBJECT])):
        yield statement(Kind.NAMES_ROLE, role, invite.summary, "invitation", _LIKELY)


# -- subject --------------------------------------------------------------------------------------
def _in_subject(heard: Heard, firms: frozenset[str]) -> Iterator[Statement]:
    """What the subject names. A reply only carries it on, so there it counts little."""
    written = heard.message.envelope.subject[:_MAX_SUBJECT]
    subject = _MARKS.sub("", written)
    again = _REPLY.match(written) is not None and not _passes_on_first(heard)
    people = people_of(heard)
    for found in _employers(subject, heard, firms, "subject."):
        yield replace(found, confidence=_UNCLEAR) if again else found
    parts = _PARTS.split(subject)
    beside = len(parts) == _NAME_AND_POSITION and any(map(position, parts))
    ahead = len(parts) > _NAME_AND_POSITION and bool(position(parts[1])) and writes_for_clients(heard)
    for part in parts:
        role = next((_called(found, part, firms) for found in positions(part)), "") or _of_a_field(part, 0, firms)
        name = clean_company(part.partition(", ")[0])
        if role:
            passing = " " not in role and role.lower() != part.strip().lower()  # "PILOT ASSESSMENT - 4 NOV"
            yield statement(Kind.NAMES_ROLE, role, subject, "subject", _UNCLEAR if again or passing else _LIKELY)
            if firm := _applied_to(role, part, heard) if heard.speech.side is Side.ME and not again else "":
                yield statement(Kind.NAMES_COMPANY, firm, subject, "subject", _LIKELY)
        elif name and NAME.fullmatch(name) and not is_person(name, people):
            confidence = _confidence_of_part(name, heard)
            if (confidence is _UNCLEAR and beside) or (ahead and part is parts[0]):
                # "Haldon Life - Senior BI Analyst", and of an agent "Fernhollow - Staff Designer - OK?"
                confidence = _LIKELY
            if confidence is not None and not (again and confidence is not _SURE):
                yield statement(Kind.NAMES_COMPANY, name, subject, "subject", _LIKELY if again else confidence)


def _passes_on_first(heard: Heard) -> bool:
    """Whether somebody of theirs hands on what was written to another, which begins a thread with me."""
    envelope = heard.message.envelope
    return heard.speech.side is Side.THEM and not envelope.in_reply_to and is_passed_on(envelope.subject)


def _applied_to(role: str, part: str, heard: Heard) -> str:
    """The firm behind the position in the subject of my application: "Foreman, Mamaku Plateau Logging".

    It ends as firms do, or begins with the name of whom I wrote to.
    """
    before, comma, behind = part.partition(", ")
    alone = before.casefold() == role.partition(", ")[0].casefold()
    if not (comma and alone and NAME.fullmatch(behind)):
        return ""
    families = {address.name.split()[-1] for address in heard.message.envelope.to if " " in address.name}
    first, *rest = behind.split()
    return clean_company(behind) if ends_as_firm(behind) or (rest and first in families) else ""


def _confidence_of_part(name: str, heard: Heard) -> Confidence | None:
    """How sure it is that a part of a subject is an employer; None: it might be anything."""
    if heard.speech.side is not Side.ME and domain_is_of(heard.message.envelope.sender.domain, name):
        return _SURE
    mentioned = any(name in sentence.text for sentence in heard.sentences)
    if is_organisation(name):
        return _LIKELY
    return _UNCLEAR if mentioned else None
