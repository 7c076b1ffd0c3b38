"""How the mail of programs is worded: form letters, absences, delivery failures, messages that are passed on."""

from __future__ import annotations

import re

from watcher.reading.names import is_office
from watcher.reading.patterns import one_of

__all__ = [
    "about_my_application",
    "is_away_subject",
    "is_away_text",
    "is_bounce_subject",
    "is_delay",
    "is_form_letter",
    "is_invitation_response",
    "says_automated",
    "says_i",
    "tells_who_wrote",
]

_BEGINNING = 500
"""Characters in which a system says whose message it passes on."""
_ANSWERED = re.compile(r"(?:(?:re|aw|sv|antw|tr)\s?:\s*|\[[^\]]{1,30}\]\s*)+", re.IGNORECASE)

_AWAY_SUBJECT = one_of(r"""
    automatic reply
    auto(?:mated|matic)?[- ]?(?:reply|response|responder|answer)
    out[- ]of[- ](?:the[- ])?office(?: (?:auto-?)?(?:reply|response|message|notice))?(?= ?(?:[:(\]-]|re:|$))
    (?:ooo|ooto)(?= ?[:\]-])
    away from (?:the office|my (?:desk|mail|e-?mail))(?= ?(?:[:\]-]|re:|$))
    abwesenheit(?:snotiz|smeldung)?
    automatische (?:antwort|reply)
    r[ée]ponse automatique
    absence du bureau
    respuesta autom[áa]tica
    risposta automatica
    resposta autom[áa]tica
    automatisch antwoord
    afwezig
    autosvar
    automatiskt svar
""")
_AWAY_TEXT = one_of(
    r"""
    out of (?:the )?office
    on (?:annual |parental |maternity |paternity |sick |medical |summer )?(?:leave|vacation|holidays?|pto)
    away from (?:the office|my desk|my e-?mail)
    """,
    r"(?:(?:hi|hello|dear|greetings)\b[^.\n]{0,40}\s+)?"
    r"thank(?:s| you) (?:very much |so much )?for (?:your|the|getting in|contacting|reaching)[^.!\n]{0,60}[.!]\s+"
    r"(?:please note (?:that )?)?i(?:'m| am| will be) (?:currently |now |presently )?{}\b",
)
"""The way automatic replies begin when nothing else in them says so."""
_BOUNCE_SUBJECT = one_of(r"""
    undeliver(?:ed|able)
    delivery (?:status notification|notification|incomplete)
    (?:mail |message )?delivery (?:has )?(?:failed|failure|system)
    mail delivery failed
    returned mail
    failure notice
    message not delivered
    warning: (?:could not send|message)
    unzustellbar
    non remis
    no se pudo entregar
""")
_DELAY = re.compile(r"\bdelay(?:ed)?\b|\bdelivery incomplete\b|\bwarning: (?:could not send|message)", re.IGNORECASE)
_RESPONSE_SUBJECT = one_of(
    r"""
    accepted
    declined
    tentative(?:ly accepted)?
    new time proposed
    zugesagt
    abgesagt
    abgelehnt
    mit vorbehalt
    angenommen
    accepté
    refusé
    aceptado
    rechazado
    """,
    r"{}\s?:",
)
_ABOUT_MY_APPLICATION = one_of(r"""
    \byour (?:\w+ )?(?:application|candidacy|candidature|interview|submission)\b
    \bthank(?:s| you) for (?:applying|your (?:application|interest|submission))
    \bapplication (?:received|submitted|lodged|complete|update|status|confirm\w+)
    \bconfirmation of (?:your )?application
    \bcandidate (?:experience|portal)\b
""")
_FORM_LETTER = one_of(r"""
    \bthank(?:s| you)(?: very much| so much)? for (?:applying|your (?:recent )?(?:application|interest|submission))
    \bthank(?:s| you)(?: very much| so much)? for (?:submitting|the interest|the time you invested)
    \b(?:we have|we've|has been|was|is) (?:successfully )?(?:received|submitted|lodged|complete)\b
    \breceipt of your application
    \bwe (?:got|received) (?:it|your)\b
    \bnot (?:be )?(?:moving|taking|proceeding|progressing)
    \bother (?:candidates|applicants)\b
    \bif (?:your|there) (?:qualifications|profile|experience|background|is) (?:match|meet|align|a match)
""")
_AUTOMATED = one_of(r"""
    \bthis is an? (?:automat\w+|auto-?generated|system[- ]generated)
    \b(?:automatically|auto-?|system[- ])generated\b
    \b(?:do not|don't) (?:reply|respond) (?:directly )?to this (?:e-?mail|message|address|mail)
    \bplease do not reply\b
    \b(?:mailbox|address|inbox|account) is (?:not (?:monitored|attended|checked|read)|unmonitored|unattended)
    \breplies to this (?:e-?mail|address|message) (?:are|will) not\b
""")
_SAYS_I = re.compile(r"(?:^|[\s(\"'“])I(?=[\s,]|['’](?:m|d|ll|ve)\b)|\b(?:let|call|contact|e?-?mail|reach) me\b")
_WROTE = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})"
    r"(?:, [^\n:]{2,60}| \([^)\n]{2,60}\)| (?:from|at) [^\n:]{2,60})?,? "
    r"(?:wrote|writes|says|said|replied|commented|(?:has )?sent (?:you )?(?:a |this )?(?:new )?message|messaged you)\b"
    r"[^\n]{0,40}:?\s*$"
    r"|^(?i:(?:you have )?(?:a )?(?:new )?message from) (?P<author>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})",
    re.MULTILINE,
)


def is_away_subject(subject: str) -> bool:
    """Whether a subject is that of an automatic reply."""
    return _AWAY_SUBJECT.match(subject, _bare(subject)) is not None


def is_away_text(text: str) -> bool:
    """Whether the words begin as automatic replies do."""
    return _AWAY_TEXT.match(text) is not None


def is_bounce_subject(subject: str) -> bool:
    """Whether a mail server's notice says by its subject that a mail was not delivered."""
    return _BOUNCE_SUBJECT.match(subject) is not None


def is_delay(subject: str) -> bool:
    """Whether a mail server still tries."""
    return _DELAY.search(subject) is not None


def is_invitation_response(subject: str) -> bool:
    """Whether a subject is what a calendar program makes of an answered invitation ("Accepted: ...")."""
    return _RESPONSE_SUBJECT.match(subject) is not None


def about_my_application(words: str) -> bool:
    """Whether a notice speaks of an application of mine, and not of jobs at large."""
    return _ABOUT_MY_APPLICATION.search(words) is not None


def is_form_letter(text: str) -> bool:
    """Whether the words are those of a letter that goes to every applicant."""
    return _FORM_LETTER.search(text) is not None


def says_automated(text: str) -> bool:
    """Whether a mail says of itself that no person wrote it, or that none reads an answer."""
    return _AUTOMATED.search(text) is not None


def says_i(text: str) -> bool:
    """Whether one person speaks in their own name, as no form letter does."""
    return _SAYS_I.search(text) is not None


def tells_who_wrote(text: str) -> bool:
    """Whether a line above the words names the person whose message a system passes on ("Lindsey Cho wrote:")."""
    found = _WROTE.search(text[:_BEGINNING])
    return found is not None and not is_office(found["name"] or found["author"])


def _bare(subject: str) -> int:
    """Where the subject proper begins."""
    prefix = _ANSWERED.match(subject)
    return prefix.end() if prefix else 0
