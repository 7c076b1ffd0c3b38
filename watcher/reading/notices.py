"""Calendar notices: mail that a calendar or booking program wrote about an event, without a word of a person."""

from __future__ import annotations

import re

from watcher.model import Invite
from watcher.reading.patterns import one_of
from watcher.reading.signoff import speaks

__all__ = ["is_calendar_notice"]

_ANNOUNCEMENT = one_of(r"""
    \byou have been invited\b
    \bhas invited you\b
    \binvites you to\b
    \bis inviting you to\b
    \bhas (?:accepted|declined|tentatively accepted|proposed a new time)\b
    \bhas been (?:changed|updated|cancell?ed|rescheduled)\W*$
    \b(?:event|meeting|invitation) (?:was|has been) (?:changed|updated|cancell?ed|removed)
    \b(?:a |your )?new (?:event|meeting|booking) has been scheduled
    \binvitation from google calendar\b
    \b(?:meeting|event|calendar) (?:invitation|invite|reminder|notification)\W*$
    \bhat sie (?:zu|ein)\w*
""")
_FIELD = one_of(
    r"""
    when|where|who|what|date|time|location|venue|guests?|organi[sz]er|host|attendees?|invitees?(?: e-?mail)?|required
    calendar|topic|subject|event(?: (?:type|name|date/time))?|duration|time ?zone|status|description|optional
    joining info\w*|video call(?: link)?|conference|link|meeting (?:id|link|number|password|url)|pass(?:code|wort|word)
    phone(?: conference)?(?: id)?|dial[- ]in|access code|pin|sip|one tap mobile|zoom|teams|google meet
    wann|wo|wer|ort|datum|uhrzeit|betreff|quand|où|lieu
    """,
    r"{}\b(?: ?:.*)?",
)
_BUTTON = one_of(
    r"""
    (?:click here to )?join (?:with |zoom |the |microsoft |google |on |via |by )?[^.!?]{0,60}
    (?:yes|no|maybe)(?:\W+(?:yes|no|maybe|more options))*
    going\?.{0,60}
    reply for .{0,60}
    (?:view|open|see) (?:all )?(?:guest info|event|invitation|in calendar|details)\b.{0,40}
    add to .{0,30}calendar
    learn more\b.{0,60}
    more (?:options|details|phone numbers|joining options)\b.{0,60}
    meeting options|need help\?|for organi[sz]ers:?.{0,60}|microsoft teams.{0,40}|download teams.{0,40}
    (?:find (?:a|your) local number|dial by your location|or (?:dial|call in|join)|dial in by phone|by phone)\b.{0,80}
    (?:need to make changes to this event\?|reschedule|cancel|accept|decline|tentative|propose(?: a)? new time)\W*
    forwarding this invitation.{0,200}
    you(?:'re| are)? receiv.{0,200}
    to stop receiving.{0,200}
    powered by .{0,40}|sent from .{0,40}|reset dial-in pin
    """,
)
_MACHINE_LINE = re.compile(
    r"<?(?:https?://|sip:|mailto:)?\S+[@/.]\S+>?|[+(]?\d[\d\s()#,*+.-]{4,}(?:[#,] ?[\w ,()]{0,40})?|\W+"
)
_MOMENT = one_of(
    r"""
    (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?
    (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}
    am|pm|noon|to|from|at|on|of|uhr|bis|weekly|daily|every|min(?:ute)?s?|h(?:ou)?rs?|video|phone|call
    utc|gmt|[ecmpbi][sd]?t|cest|a[ew][sd]t|nz[sd]t|time|standard|daylight|summer|eastern|central|mountain|pacific
    """,
    r"\b{}\b",
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 5
_MAX_ANNOUNCEMENT = 120
"""Characters of a line that announces an event; a longer one is somebody's paragraph."""


def is_calendar_notice(text: str, subject: str, invite: Invite | None) -> bool:
    """Whether an event was announced without a word of a person.

    So it is where a mail is an event and nothing else, and where all that is not a program's wording is too short to
    say anything. The description of an event may well be a person's words, and one line that invites me without a
    field, a button or a link beside it is.
    """
    lines = [line for line in text.split("\n") if line]
    if not lines:
        return invite is not None
    known = _known(subject, invite)
    announced = [line for line in lines if _ANNOUNCEMENT.search(line) and _own_length(line, known) <= _MAX_ANNOUNCEMENT]
    left = [line for line in lines if line not in announced and not _is_programs(line, known)]
    if invite is None and len(announced) + len(left) == len(lines):
        return False
    if announced or (invite is not None and len(left) < len(lines)):
        left = [line for line in left if speaks(line) or len(_WORD.findall(line)) >= _FEW_WORDS]
    return not left and (bool(announced) or invite is not None)


def _known(subject: str, invite: Invite | None) -> str:
    """What the event says of itself, in lower case."""
    people = [f"{person.name} {person.email}" for person in invite.attendees] if invite else []
    return "\n".join([subject, *([invite.summary, invite.location] if invite else []), *people]).lower()


def _own_length(line: str, known: str) -> int:
    """The length of a line without what the event says of itself."""
    line = line.lower()
    for words in known.split("\n"):
        line = line.replace(words, "") if words else line
    return len(line)


def _is_programs(line: str, known: str) -> bool:
    """Whether a line is a field, a button, a link or number, a moment, or what the event says of itself."""
    if _FIELD.fullmatch(line) or _BUTTON.fullmatch(line) or _MACHINE_LINE.fullmatch(line):
        return True
    if line.lower() in known:
        return True
    without_zone = re.sub(r"\([^()]*\)$", "", line) if re.search(r"\d", line) else line
    return not re.search(r"[^\W\d_]", _MOMENT.sub("", re.sub(r"\d+", " ", without_zone)))
