"""How the mail of programs is worded: form letters, calendar notices, absences, and messages that are passed on."""

from __future__ import annotations

import re

from watcher.model import Invite

__all__ = [
    "ABOUT_MY_APPLICATION",
    "AUTOMATED",
    "AWAY_SUBJECT",
    "AWAY_TEXT",
    "BOUNCE_SUBJECT",
    "DELAY",
    "FIRST_PERSON",
    "FORM_LETTER",
    "RELAYED",
    "RESPONSE_SUBJECT",
    "is_calendar_notice",
]

AWAY_SUBJECT = re.compile(
    r"(?:automatic reply|auto(?:matic|mated|mated)?[- ]?(?:reply|response|responder|answer)|abwesenheitsnotiz"
    r"|abwesenheit|automatische (?:antwort|reply)|r[ée]ponse automatique|respuesta autom[áa]tica|risposta automatica"
    r"|automatisch antwoord|afwezig|autosvar|automatiskt svar|resposta autom[áa]tica|absence du bureau"
    r"|out[- ]of[- ](?:the[- ])?office(?: (?:auto-?)?(?:reply|response|message|notice))?(?= ?(?:[:\]-]|re:|$))"
    r"|(?:ooo|ooto)(?= ?[:\]-])|away from (?:the office|my (?:desk|mail|e-?mail))(?= ?(?:[:\]-]|re:|$)))",
    re.IGNORECASE,
)
AWAY_TEXT = re.compile(
    r"(?:(?:hi|hello|dear)\b[^.\n]{0,40}\s+)?(?:thank(?:s| you) (?:very much |so much )?for (?:your|the|getting in)"
    r"[^.!\n]{0,60}[.!]\s+)?(?:please note (?:that )?)?i(?:'m| am| will be) (?:currently |now |presently )?"
    r"(?:out of (?:the )?office|on (?:annual |parental |maternity |paternity |sick |medical )?(?:leave|vacation|holiday|pto)"
    r"|away from (?:the office|my desk|my e-?mail)|travell?ing)\b",
    re.IGNORECASE,
)
BOUNCE_SUBJECT = re.compile(
    r"(?:undeliver(?:ed|able)|delivery status notification|mail delivery (?:failed|failure|system)|returned mail"
    r"|failure notice|delivery (?:has )?failed|message not delivered|unzustellbar|non remis|no se pudo entregar"
    r"|delivery (?:notification|incomplete)|warning: (?:could not send|message))",
    re.IGNORECASE,
)
DELAY = re.compile(
    r"\b(?:delay(?:ed)?|will (?:be )?retr(?:y|ied)|still trying|not yet been delivered)\b", re.IGNORECASE
)
RESPONSE_SUBJECT = re.compile(
    r"(?:accepted|declined|tentative(?:ly accepted)?|zugesagt|abgesagt|abgelehnt|mit vorbehalt|angenommen|accepté|refusé"
    r"|aceptado|rechazado|new time proposed)\s?:",
    re.IGNORECASE,
)
"""What calendar programs put before the subject of an invitation that was answered."""

ABOUT_MY_APPLICATION = re.compile(
    r"\byour (?:\w+ )?(?:application|candidacy|candidature|interview|submission|profile for)\b|\bthank(?:s| you) for "
    r"(?:applying|your (?:application|interest|submission))|\bapplication (?:received|submitted|lodged|complete|update"
    r"|status|confirm\w+)|\bconfirmation of (?:your )?application|\byour candidate\b|\bcandidate (?:experience|portal)\b",
    re.IGNORECASE,
)
FORM_LETTER = re.compile(
    r"\bthank(?:s| you)(?: very much| so much)? for (?:applying|your (?:recent )?(?:application|interest|submission)"
    r"|submitting|the interest)|\b(?:we have|we've|has been|was|is) (?:successfully )?(?:received|submitted|lodged|complete)\b"
    r"|\breceipt of your application|\bwe (?:got|received) (?:it|your)\b|\bnot (?:be )?(?:moving|taking|proceeding|progress)"
    r"|\bother (?:candidates|applicants)\b|\bif your (?:qualifications|profile|experience|background) (?:match|meet|align)",
    re.IGNORECASE,
)
AUTOMATED = re.compile(
    r"\bthis is an? (?:automat\w+|auto-?generated|system[- ]generated)|\b(?:automatically|auto-?|system[- ])generated\b"
    r"|\b(?:do not|don't) (?:reply|respond) (?:directly )?to this (?:e-?mail|message|address|mail)|\bplease do not reply\b"
    r"|\b(?:mailbox|address|inbox|account) is (?:not monitored|unmonitored|unattended)"
    r"|\breplies to this (?:e-?mail|address|message) (?:are|will) not\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"(?:^|[\s(\"'“])(?:I|I'\w+|I’\w+)(?=[\s,])|\b(?:me|my)\b")
RELAYED = re.compile(
    r"^(?:you have (?:a )?(?:new )?message from |new message from )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:, [^\n:]{2,60}|"
    r" \([^)\n]{2,60}\)| from [^\n:]{2,60}| at [^\n:]{2,60})?,? (?:wrote|writes|says|said|replied|commented"
    r"|(?:has )?sent (?:you )?(?:a |this )?(?:new )?message|messaged you)\b[^\n]{0,40}:?\s*$"
    r"|^(?:new )?message from [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}",
    re.MULTILINE,
)
"""The line above a person's words that a system passes on."""

# -- calendar notices ---------------------------------------------------------------------------
_ANNOUNCES = re.compile(
    r"\byou have been invited\b|\bhas invited you\b|\binvites you to\b|\bis inviting you to\b|\bhas (?:accepted|declined"
    r"|tentatively accepted)\b|\b(?:this|the following) event has been (?:changed|updated|cancell?ed)"
    r"|\ba new (?:event|meeting) has been scheduled|\bevent (?:was|has been) (?:updated|cancell?ed|changed)"
    r"|\bthis event has been (?:cancell?ed|removed)|\binvitation from google calendar\b|\byou are (?:now )?scheduled\b"
    r"|\b(?:meeting|event) (?:invitation|reminder|confirmed)\b|\bhat sie (?:zu|ein)\w*",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:when|where|who|what|date|time|location|venue|guests?|organi[sz]er|calendar|joining info\w*|meeting (?:id|link|number)"
    r"|pass(?:code|word|wort)|phone|dial[- ]in|duration|event(?: (?:type|name|date/time))?|attendees?|invitees?(?: e-?mail)?"
    r"|time ?zone|conference|topic|subject|wann|wo|wer|ort|host|link|video call(?: link)?|access code|pin|sip|one tap mobile"
    r"|status|zoom|teams|google meet|description)\b(?: ?[:(-].*|)",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:click here|join|tap|view|open|add to|learn more|more (?:options|details)|reply for|going\?|yes\b|no\b|maybe\b"
    r"|meeting options|find (?:a|your) local|need (?:help|to make changes)|microsoft teams|need to|reschedule|cancel\b|propose"
    r"|forwarding this|you(?:'re| are)? receiv|to stop receiving|invitation from|powered by|download|or call in|reset pin"
    r"|for organizers|_{3,}|-{3,}|~|accept\b|decline\b|tentative\b|by phone|on your|from your|dial by|if you|view all guest)"
    r".*",
    re.IGNORECASE,
)
_MOMENT_WORDS = re.compile(
    r"\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|sept|oct|nov|dec)[a-z]*\b|\b(?:am|pm|noon|to|from|at|utc|gmt|[ecmpbi][sd]?t|cest|aest|aedt|nz[sd]t|time|standard"
    r"|daylight|summer|eastern|central|mountain|pacific|weekly|on|of|uhr|bis|min|mins|minutes|hour|hours|video call|call)\b",
    re.IGNORECASE,
)


def is_calendar_notice(text: str, invite: Invite | None) -> bool:
    """Whether nothing in `text` is a person's: a calendar program's announcement, or no words beside an event."""
    if not text.strip():
        return invite is not None
    if invite is None and not _ANNOUNCES.search(text):
        return False
    known = (
        " ".join([invite.summary, invite.location, *(a.name + " " + a.email for a in invite.attendees)])
        if invite
        else ""
    )
    left = [line for line in text.split("\n") if line and not _is_calendars(line, known.lower())]
    return not left and (invite is not None or bool(_ANNOUNCES.search(text)))


def _is_calendars(line: str, known: str) -> bool:
    """Whether a line is a calendar program's: an announcement, a field, a button, a moment, the event's own title."""
    if _ANNOUNCES.search(line) or _FIELD.fullmatch(line) or _BUTTON.fullmatch(line):
        return True
    without_moment = re.sub(r"[^a-zäöüß]+", "", _MOMENT_WORDS.sub("", re.sub(r"\d+(?:am|pm)?", " ", line.lower())))
    return not without_moment or line.lower() in known or re.fullmatch(r"<?(?:https?://|\S+@)\S+>?", line) is not None
