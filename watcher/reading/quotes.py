"""Which lines of a mail its author wrote now: the quoted ones and the forwarded ones are set apart.

The text is in the conventions of plain text mail, lines cleaned, not yet joined into paragraphs. quotequail knows how
the clients of many languages introduce a quote; what it misses or takes for a quote when it is none is decided here:
header blocks, answers written between quoted lines, and the sentence that only sounds like an introduction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from watcher.reading.patterns import one_of

__all__ = ["HEADER_WORDS", "Split", "is_passed_on", "split"]

_MAX_LINES = 20_000
_MAX_INTRODUCTION = 400
_WRAPS = 3
"""Lines over which an introduction may have been wrapped."""


@dataclass(frozen=True, slots=True)
class Split:
    """The author's own lines, and what they forwarded."""

    own: str
    forwarded: str = ""


def split(text: str, subject: str = "") -> Split:
    """Set the author's lines apart from those of others.

    Args:
        text: As a mail client shows it, quoted lines beginning with ">".
        subject: Tells a forward from a reply where both look alike ("FW: ...").
    """
    lines = text.split("\n")[:_MAX_LINES]
    is_forward = is_passed_on(subject)
    own: list[str] = []
    at, introduced = 0, False
    while at < len(lines):
        line = lines[at]
        if line.startswith(">"):
            end = _quote_end(lines, at)
            if not introduced and _FORWARD_LINE.match(_first_quoted(lines, at, end)):
                return Split(_joined(own), _unquoted(lines[at:]))
            at, introduced = end, False
        elif (forwarded := _older_mail(lines, at, is_forward=is_forward)) is not None:
            return Split(_joined(own), _unquoted(forwarded))
        elif taken := _introduction(lines, at):
            if not _next_is_quoted(lines, at + taken):
                break
            at, introduced = at + taken, True
        else:
            if not _is_orphan(lines, at) and not _ORIGINAL_LINE.match(line):
                own.append(line)
            at += 1
    return Split(_joined(own))


def is_passed_on(subject: str) -> bool:
    """Whether a subject says that what follows is somebody else's mail."""
    return _FORWARD_SUBJECT.match(subject) is not None


def _older_mail(lines: list[str], at: int, *, is_forward: bool) -> list[str] | None:
    """Where an older mail begins at `at` that goes on to the end: of its lines those that were forwarded."""
    if _FORWARD_LINE.match(lines[at]):
        return lines[at + 1 :]
    is_original = _ORIGINAL_LINE.match(lines[at]) and not _introduction(lines, at + 1)
    if is_original or _is_header_block(lines, at):
        return lines[at:] if is_forward else []
    return None


_FORWARD_SUBJECT = re.compile(
    r"\s*(?:(?:\[[^\]]*\]|ext(?:ernal)?:)\s*)*(?:fwd?|wg|tr|rv|i|enc|doorst|vs|vl)\s*:", re.IGNORECASE
)
_FORWARD_LINE = one_of(
    r"""
    begin forwarded message|forwarded message|forwarded by .{1,60}
    weitergeleitete nachricht|anfang der weitergeleiteten (?:e-mail|nachricht)
    message transf[ée]r[ée]|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])
    mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|mensagem encaminhada
    doorgestuurd bericht|vidarebefordrat meddelande|videresendt melding
    """,
    r"(?:[-*_]{2,} ?{} ?:?[-*_]{2,}|{}\s?:)$",
)
_ORIGINAL_LINE = one_of(
    """
    original message|original appointment|urspr[üu]ngliche nachricht|message d'origine|mensaje original
    messaggio originale|mensagem original|oorspronkelijk bericht|originalmeddelande
    """,
    r"[-_*]{2,} ?{} ?[-_*]{2,}$",
)
_RULE = re.compile(r"[_-]{5,}$")

# -- header blocks ------------------------------------------------------------------------------
HEADER_WORDS = {
    "from": "from|von|de|da|van|från|fra|od",
    "date": "sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|sendt",
    "to": "to|an|à|a|para|aan|till|til|do",
    "subject": "subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|assunto|temat",
    "other": "cc|kopie|copie|bcc|importance|attachments|reply-to|priority|wichtigkeit|anlagen|organization",
}
"""What mail programs call the header lines of the mail they quote, in lower case, separated by bars."""
_HEADER = re.compile(
    r"\*?(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in HEADER_WORDS.items()) + r")\s?:\*?(?:\s|$)",
    re.IGNORECASE,
)
_MAX_HEADER_LINES = 12


def _is_header_block(lines: list[str], at: int) -> bool:
    """Whether the header of an older mail begins here (Outlook's way to quote), perhaps below a rule.

    From stands first, with a date and a subject below, or an address beside it: "From: 2pm" is an interview's hour.
    """
    start = at
    while at < len(lines) and at < start + 3 and (_RULE.match(lines[at]) or (at > start and not lines[at])):
        at += 1
    first = _HEADER.match(lines[at]) if at < len(lines) else None
    if first is None or first.lastgroup != "from":
        return False
    kinds: set[str | None] = set()
    for line in lines[at + 1 : at + _MAX_HEADER_LINES]:
        found = _HEADER.match(line)
        if found is None and (not line or len(kinds) > 1):
            break
        kinds |= {found.lastgroup} if found else set()
    return {"date", "subject"} <= kinds or ("@" in lines[at] and bool(kinds & {"date", "to", "subject"}))


# -- introductions ------------------------------------------------------------------------------
_BEGINNING = re.compile(r"(?:on|am|le|el|em|op|den|il|quoting)\b|.*\d|.*@", re.IGNORECASE)
_DATE = r"(?:\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b)"
_DATED = re.compile(f"{_DATE}|@")
_MAILBOX = r"<[^<>\s]+@[^<>\s]+>"
_WROTE = one_of(
    rf"""
    on .{{4,200}}(?:wrote|writes)\s?:?
    [^<>]{{0,100}}{_MAILBOX} (?:wrote|schrieb|a écrit)(?: on .{{4,60}})?\s?:
    (?=.*{_DATE})[^<>]{{0,160}}{_MAILBOX} ?[^<>]{{0,40}}:
    quoting .{{1,120}}:
    """,
    r"{}$",
)
"""English, and what any language does: a date, an address in brackets, a colon."""


def _introduction(lines: list[str], at: int) -> int:
    """How many lines introduce a quote ("On ..., Dana wrote:") from `at` on; 0 where none does.

    It tells a date or an address: "the team wrote:" is a sentence of the author.
    """
    if at >= len(lines) or not _BEGINNING.match(lines[at]):
        return 0
    joined = ""
    for taken, line in enumerate(lines[at : at + _WRAPS], start=1):
        if not line:
            return 0
        joined = f"{joined}{'' if joined.endswith('<') else ' '}{line}".strip()
        if len(joined) > _MAX_INTRODUCTION:
            return 0
        if _DATED.search(joined) and (_WROTE.match(joined) or (line.endswith(":") and _is_known(joined))):
            return taken
    return 0


@lru_cache(maxsize=512)
def _is_known(line: str) -> bool:
    """Whether quotequail takes this line for the introduction of a quote, in one of its languages."""
    import quotequail

    first = quotequail.quote(line + "\nx", limit=5, quote_intro_line=True)[0]
    return bool(first == (True, ""))


# -- quoted lines -------------------------------------------------------------------------------
def _next_is_quoted(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at : at + 4] if line), "")
    return following.startswith(">")


def _quote_end(lines: list[str], at: int) -> int:
    """The first line behind the quoted ones that begin at `at`."""
    return next((end for end in range(at, len(lines)) if not lines[end].startswith(">")), len(lines))


def _first_quoted(lines: list[str], at: int, end: int) -> str:
    return next((words for line in lines[at:end] if (words := line.lstrip("> "))), "")


def _is_orphan(lines: list[str], at: int) -> bool:
    """Whether a line is the overhang of a quoted one that was wrapped again: "> long ...", "word", "> ..."."""
    if at == 0 or at + 1 >= len(lines) or not lines[at]:
        return False
    before, after = lines[at - 1], lines[at + 1]
    return before.startswith(">") and after.startswith(">") and len(before) >= 60 and lines[at][:1].islower()


def _unquoted(lines: list[str]) -> str:
    """Lines without one level of quoting."""
    return _joined([line.removeprefix(">").removeprefix(" ") if line.startswith(">") else line for line in lines])


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")
