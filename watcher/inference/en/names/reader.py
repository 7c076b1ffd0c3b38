"""Reading names off a message, source by source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from watcher.inference.en.names.employers import COMPANY, clean_company, is_agency, spells
from watcher.inference.en.names.positions import ROLE, clean_role, is_role
from watcher.inference.heard import Heard
from watcher.model import Automatic, Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["names"]

_SURE, _LIKELY, _UNCLEAR = Confidence.SURE, Confidence.LIKELY, Confidence.UNCLEAR

_JOB = r"(?:role|position|post|vacancy|job|opening|opportunity|requisition|search|appointment|traineeship|apprenticeship|internship|gig)"

_COMPANY_RULES: tuple[tuple[str, re.Pattern[str], Confidence], ...] = tuple(
    (name, re.compile(pattern), confidence)
    for name, pattern, confidence in (
        (
            "applied_to",
            rf"\b(?:[Aa]ppl(?:y|ying|ied) (?:to|with|at)|[Aa]pplication (?:to|with|at)) (?:work (?:at|with|for) )?(?P<name>{COMPANY})",
            _SURE,
        ),
        (
            "interest_in",
            rf"\b[Ii]nterest(?:ed)? (?:in|shown in) (?:working (?:at|for|with) |joining |a career (?:at|with) )?(?P<name>{COMPANY})(?! (?:[\w-]+ ){{0,4}}(?:role|position|post|vacancy|job|opening)\b)",
            _LIKELY,
        ),
        (
            "role_at",
            rf"\b(?:{_JOB}|[Cc]areers?|[Rr]ecruitment|[Rr]ecruiting|[Hh]iring|[Ii]nterview(?:s|ing)?|[Oo]pportunit(?:y|ies)|process|[Tt]eam|here|work(?:ing)?) (?:at|with|here at) (?P<name>{COMPANY})",
            _SURE,
        ),
        ("for_role_at", rf"\b[Ff]or (?:the |our |a )?[\w&/(),'’ -]{{3,70}}? (?:at|with) (?P<name>{COMPANY})", _LIKELY),
        (
            "joining",
            rf"\b(?:[Jj]oin(?:ing)?|[Ww]elcome to|[Cc]hoosing) (?P<name>{COMPANY})(?! (?:on|via|by) )",
            _UNCLEAR,
        ),
        ("on_behalf_of", rf"\b[Oo]n behalf of (?P<name>{COMPANY})", _SURE),
        (
            "client_is",
            rf"\b(?:[Tt]he |[Oo]ur |[Mm]y )?(?:[Cc]lient|[Ee]mployer|[Cc]ompany|[Ss]chool|[Hh]ospital|[Ff]irm|[Cc]ontractor|[Oo]perator|[Oo]rgani[sz]ation|[Bb]usiness|[Hh]otel|[Pp]ractice) (?:is|in question is|concerned is) (?P<name>{COMPANY})",
            _SURE,
        ),
        (
            "it_is",
            rf"(?:^|[.,:;] ?|\b(?:[Ii]t|[Tt]hat)(?:['’]s| is| concerns| would be) )(?:(?<=concerns )|(?<=['’]s )|(?<=is )|(?<=be ))(?P<name>{COMPANY})(?= in\b|[.,(]|$| \()",
            _LIKELY,
        ),
        (
            "sent_to",
            rf"\b(?:[Ss]ubmitted|[Ss]ent|[Pp]resented|[Ff]orwarded|[Ff]ile is|[Pp]rofile is|[Cc][Vv] is|[Aa]dvert(?:isement)? for|[Aa]d for|[Ss]ourcing for) (?:you )?(?:over )?(?:to |with |now with )?(?P<name>{COMPANY})",
            _LIKELY,
        ),
        (
            "i_am_at",
            rf"\b(?:I['’]?m|I am|here|[Rr]ecruiter|[Ee]ngineering|[Tt]alent|[Pp]eople|[Hh]iring|org|sales|GPs?|[Oo]wner|[Mm]anager|[Dd]irector|[Hh]ead|[Ff]ounder|C[ETO]O|office)(?: [\w'’-]+){{0,5}}? (?:at|from|with|@) (?P<name>{COMPANY})",
            _LIKELY,
        ),
        ("from_here", rf"\b[A-Z][\w'’-]+ (?:here )?from (?P<name>{COMPANY})", _LIKELY),
        ("i_run", rf"\bI (?:own|run|founded|started|manage|head|lead) (?P<name>{COMPANY})", _SURE),
        (
            "gig_at",
            rf"\b(?:gig|job|role|spot|shift|work|electrician|engineer|nurse|teacher|manager|professor|chef|driver|technician|designer|developer|analyst|officer|assistant) (?:at|with|for) (?P<name>{COMPANY})",
            _LIKELY,
        ),
        (
            "their_team",
            rf"^(?:[Tt]he |[Yy]our )?(?P<name>{COMPANY}?) (?:[Rr]ecruit(?:ing|ment)|[Hh]iring|[Tt]alent|[Cc]areers?|HR|[Pp]eople)(?: [Aa]cquisition)?(?: (?:[Tt]eam|[Dd]epartment))$",
            _LIKELY,
        ),
        ("team_of", rf"^[Tt]eam (?P<name>{COMPANY})$", _LIKELY),
    )
)

_ROLE_RULES: tuple[tuple[str, re.Pattern[str], Confidence], ...] = tuple(
    (name, re.compile(pattern), confidence)
    for name, pattern, confidence in (
        (
            "applied_for",
            rf"\b(?:[Aa]ppl(?:y|ying|ied)|[Aa]pplication(?: \w+)?|[Cc]andidature|[Cc]onsidered|[Ss]hortlisted|[Ii]nterview(?:ed)?|[Ss]creening|[Rr]esume|CV|[Oo]ffer|[Pp]rocess|[Rr]egret|[Rr]ound)(?: (?:to|with|at) {COMPANY})? (?:for|as)(?: the| our| an?)? (?:(?:{_JOB})(?: of| as)? )?(?P<words>.{{3,110}})",
            _SURE,
        ),
        ("position_of", rf"\b(?i:{_JOB}) (?:of|as|for|:)(?: an?| the)? (?P<words>.{{3,110}})", _SURE),
        ("the_role", rf"\b(?:[Tt]he|[Oo]ur|[Yy]our|[Tt]his|[Aa]bove) (?P<words>[^.?!]{{3,80}}?) (?i:{_JOB})\b", _SURE),
        (
            "need_a",
            rf"\b(?:[Nn]eeds?|[Ll]ooking for|[Ss]eeking|[Hh]ir(?:e|ing)|[Ff]ind|[Rr]ecruit(?:ing)?|[Ss]earch(?:ing)? for|[Ss]tuck for|[Gg]ot|with|after)(?: an?| our first| another| a new)? (?P<words>.{{3,90}})",
            _LIKELY,
        ),
    )
)

_MARKS = re.compile(
    r"^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|automatic reply|out of (?:the )?office|invitation|updated(?: invitation)?|accepted|zugesagt|cancel+ed(?: event)?|declined|tentative)\s*:\s*|\[[^\]]{1,40}\]\s*)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[-–—|/•·~]+\s+|\s*\|\|?\s*|:\s+|\s+<+>+\s+|\s+@\s+|\s*//\s*")
_MAX_SUBJECT = 300


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
    people = _people(heard)
    for sentence in heard.sentences:
        for rule, pattern, confidence in _COMPANY_RULES:
            for match in pattern.finditer(sentence.text):
                name = clean_company(match["name"])
                if name and not _is_person(name, people) and not is_role(name):
                    yield _statement(Kind.NAMES_COMPANY, name, sentence.text, rule, _surer(confidence, name, heard))
        for rule, pattern, confidence in _ROLE_RULES:
            match = pattern.search(sentence.text)
            if match and (role := _role(match["words"])):
                yield _statement(Kind.NAMES_ROLE, role, sentence.text, rule, confidence)


def _role(words: str) -> str:
    """The position that a stretch of words begins with."""
    words = re.split(r" (?:at|with|@|has|have|is|was|who|that|which|and we|because|to join) |[;.?!:]", words)[0]
    match = ROLE.match(words) or ROLE.match(re.sub(r"^(?:[a-z]+ ){1,2}", "", words))
    return clean_role(match["role"]) if match else ""


# -- subject --------------------------------------------------------------------------------------
def _in_subject(heard: Heard) -> Iterator[Statement]:
    subject = _MARKS.sub("", heard.message.envelope.subject[:_MAX_SUBJECT])
    people = _people(heard)
    for rule, pattern, confidence in _COMPANY_RULES:
        if (match := pattern.search(subject)) and (name := clean_company(match["name"])) and not is_role(name):
            yield _statement(Kind.NAMES_COMPANY, name, subject, f"subject.{rule}", _surer(confidence, name, heard))
    for part in _PARTS.split(subject):
        match = ROLE.search(part)
        role = clean_role(match["role"]) if match else ""
        if role:
            yield _statement(Kind.NAMES_ROLE, role, subject, "subject", _LIKELY)
        elif (name := clean_company(part)) and re.fullmatch(COMPANY, name) and not _is_person(name, people):
            domain = heard.message.envelope.sender.domain
            borne_out = heard.speech.side is not Side.ME and spells(domain, name)
            mentioned = any(name in sentence.text for sentence in heard.sentences)
            confidence = _SURE if borne_out else _LIKELY if mentioned and len(name.split()) > 1 else _UNCLEAR
            yield _statement(Kind.NAMES_COMPANY, name, subject, "subject", confidence)


# -- sender ---------------------------------------------------------------------------------------
def _of_sender(heard: Heard) -> Iterator[Statement]:
    """The firm in the sender's signature, and in the display name of a system or a shared mailbox."""
    envelope = heard.message.envelope
    if heard.speech.side is Side.ME:
        return
    domain = envelope.sender.domain
    for line in heard.message.signature.split("\n")[:8]:
        for part in (line, *re.split(r"\s+[|/•·]+\s+|\s+[-–—]+\s+|,\s+|\s*//\s*|\s+@\s+|\s+at\s+", line)):
            name = clean_company(part)
            if not name or _is_person(name, (envelope.sender.name,)) or not re.fullmatch(COMPANY, name):
                continue
            if spells(domain, name):
                agency = is_agency(part, domain)
                rule = "agency.signature" if agency else "signature"
                yield _statement(Kind.NAMES_COMPANY, name, line, rule, _SURE)
    if match := re.search(rf"\bon behalf of (?P<name>{COMPANY})", heard.message.signature):
        yield _statement(Kind.NAMES_COMPANY, clean_company(match["name"]), match.group(), "on_behalf_of", _SURE)
    display = envelope.sender.name
    name = clean_company(re.sub(r"^.*\bat\s+", "", display))
    if name and re.fullmatch(COMPANY, name):
        borne_out = spells(domain, name)
        if envelope.side is Side.MACHINE and envelope.automatic is Automatic.NOTICE and not is_role(name):
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


def _surer(confidence: Confidence, name: str, heard: Heard) -> Confidence:
    """A name that the sender's domain bears out is sure."""
    theirs = heard.speech.side is not Side.ME
    return _SURE if theirs and spells(heard.message.envelope.sender.domain, name) else confidence
