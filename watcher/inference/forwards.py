"""What a forwarded mail tells: an agency passes on its client's words without saying them again."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from email.utils import parseaddr

from watcher.model import Address, Kind, Message, Person, Side
from watcher.reading.quotes import HEADER_WORDS

__all__ = ["TOLD", "forwarded_mail"]

TOLD = frozenset(
    {Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.ON_HOLD, Kind.REOPENED, Kind.DECIDES_BY, Kind.MEETS, Kind.NO_DATE}
    | {Kind.LEANS_TOWARDS, Kind.LEANS_AWAY, Kind.NAMES_COMPANY, Kind.MAY_NAME_COMPANY, Kind.NAMES_ROLE}
)
"""What counts of it. Its questions and appointments are somebody else's."""

_HEADER = re.compile(r"\*?(?P<name>[^\W\d_]{2,12}(?:[ -][^\W\d_]{1,10})?)\s?:\*?\s*(?P<value>.*)")
_OPENS = re.compile(r"^\W*-{3,}|-{3,}\W*$|:\s*$")
"""The line above the headers: "-----Original Message-----", "Begin forwarded message:"."""
_SENDER, _SUBJECT = (frozenset(HEADER_WORDS[kind].split("|")) for kind in ("from", "subject"))
_DATE = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?P<month>[a-z]{3})[a-z]*\.?,? (?P<year>\d{4})"
    r"|(?P<month2>[a-z]{3})[a-z]*\.? (?P<day2>\d{1,2}),? (?P<year2>\d{4})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAX_HEADERS = 12


def forwarded_mail(message: Message, me: Person) -> Message | None:
    """The mail that one of theirs forwarded to me, as a message of its own; None where there is none or it is mine.

    It stands as written on its own day where its header names one before the outer mail's, else on that day.
    """
    envelope = message.envelope
    if not message.forwarded or envelope.side is not Side.THEM or envelope.automatic is not None:
        return None
    headers, body = _divided(message.forwarded.splitlines())
    name, email = parseaddr(next((v for k, v in headers.items() if k in _SENDER), ""))
    if email.lower() in me.addresses or name == me.name:
        return None
    sender = Address(email.lower(), name) if "@" in email else envelope.sender
    subject = next((v for k, v in headers.items() if k in _SUBJECT), "")
    sent = _sent(" ".join(headers.values()), envelope.sent)
    inner = replace(envelope, sender=sender, subject=subject, sent=sent)
    return Message(inner, "\n".join(body))


def _divided(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The header lines by their names in lower case, and the lines below them."""
    headers: dict[str, str] = {}
    for number, line in enumerate(lines):
        found = _HEADER.fullmatch(line.strip())
        if found is not None and number < _MAX_HEADERS:
            headers[found["name"].lower()] = found["value"]
        elif line.strip() and (headers or not _OPENS.search(line)):
            return headers, lines[number:]
    return headers, []


def _sent(text: str, outer: dt.datetime) -> dt.datetime:
    for found in _DATE.finditer(text):
        groups = [(found[f"day{n}"], found[f"month{n}"], found[f"year{n}"]) for n in ("", "2", "3")]
        day, month, year = next(each for each in groups if each[0])
        number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
        try:
            return min(outer, outer.replace(year=int(year), month=number, day=int(day)))
        except ValueError:
            continue
    return outer
