"""Telephone numbers in the signature: whose they are, and which one reaches its owner most directly.

`phonenumbers`, Google's library, tells what is a number in the speaker's country and brings it into one form (E.164);
what stands before a number tells what it is for, in the few words that signatures have for it everywhere. A number is
never put together: it is there whole, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.inference.heard import Heard
from watcher.model import Address, Kind, Side, Statement
from watcher.text import shorten

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber, PhoneNumberMatch

__all__ = ["numbers", "phones"]

_MAX_LINES, _MAX_LINE = 40, 200
_MAX_NUMBERS = 4
"""A signature with more is a list of branches, and tells nobody's own."""
_MAX_TRIES = 20
_DIGITS_ALONE = 9
"""Fewer are a span of years, or a number of the town that the writer sits in."""
_GLUE = ("/", "@", "_", "=", "#", "-", ".")
"""What ties figures to an address of the web."""
_ENOUGH_DIGITS = re.compile(r"(?:\d\D{0,4}){6}")
_BETWEEN = re.compile(r"[|•·;<>]|\s/\s|,\s")
"""What parts the numbers of one line."""
_PURPOSES = (
    ("none", r"(?:tele|e-?)?fax|f|facsimile"),
    ("direct", r"direct(?: (?:line|dial|no|number))?|ddi?|dir|d|durchwahl"),
    ("switchboard", r"main(?: \w+)?|switchboard|reception|front desk|general(?: \w+)?|head ?office|hq|zentrale"),
    ("mobile", r"mob|mobile(?: (?:no|number|phone))?|cell(?: ?phone)?|handy|gsm|hp|whats ?app|text(?: me)?|m|c"),
    ("line", r"tel|telephone|phone|ph|call(?:/text| me)?|(?:the )?office|work|desk|off|extension|t|p|o|w|b"),
)
_LABEL = tuple((purpose, re.compile(rf"(?:^|[^a-z])(?:{words})\W*$")) for purpose, words in _PURPOSES)
_OTHER_NUMBER = re.compile(
    r"\b(?:vat|reg\w*|company no|licen[cs]e|lic|no|nr|id|hr[ab]|abn|acn|kvk|siret|siren|iban|bic|npi|charity|account"
    r"|room|box|gst\w*|pan|cin|uen|ein|ust\S*)\W*$"
)
"""What an employer's other numbers stand behind."""
_RANK = {"direct": 0, "line": 1, "mobile": 2, "switchboard": 3}


@dataclass(frozen=True, slots=True)
class _Number:
    e164: str
    purpose: str
    line: str


def phones(heard: Heard) -> Iterator[Statement]:
    """HAS_PHONE for each number under a mail of theirs, the most direct first; the firm's own is nobody's."""
    if heard.speech.side is not Side.THEM:
        return
    for found in _numbers(heard.message.signature, heard.speech.country):
        who = () if found.purpose == "switchboard" else (Address(heard.message.envelope.sender.email),)
        yield Statement(Kind.HAS_PHONE, shorten(found.line), f"signature, {found.purpose}", who=who, text=found.e164)


def numbers(signature: str, country: str) -> tuple[str, ...]:
    """The telephone numbers of a signature (E.164, ";ext=" behind it), the most direct first.

    Args:
        signature: Lines, cleaned.
        country: Where its owner is (ISO 3166-1 alpha-2): whose national numbers are meant.
    """
    return tuple(found.e164 for found in _numbers(signature, country))


def _numbers(signature: str, country: str) -> list[_Number]:
    found: dict[str, _Number] = {}
    for line in signature.split("\n")[:_MAX_LINES]:
        if _ENOUGH_DIGITS.search(line):
            for number in _in_line(line[:_MAX_LINE], country):
                found.setdefault(number.e164, number)
    if len(found) > _MAX_NUMBERS:
        return []
    return sorted(found.values(), key=lambda number: _RANK[number.purpose])


def _in_line(line: str, country: str) -> Iterator[_Number]:
    """The telephone numbers of a line with what each is for; no fax, and nothing that stands behind another label."""
    for part in filter(_ENOUGH_DIGITS.search, _BETWEEN.split(line)):
        end = 0
        for match in _matches(part, country):
            before, end = part[end : match.start].lower(), match.end
            purpose = next((name for name, label in _LABEL if label.search(before)), "line")
            if purpose != "none" and not _OTHER_NUMBER.search(before):
                yield _Number(_e164(match.number), purpose, line)


def _matches(part: str, country: str) -> list[PhoneNumberMatch]:
    """The numbers in a part of a line.

    Words may hold figures of many kinds, so a number has to be of a range that was given out; where the part is
    nothing but a number, it has to be one that could be.
    """
    from phonenumbers import Leniency, PhoneNumberMatcher, ValidationResult, is_possible_number_with_reason

    valid = list(PhoneNumberMatcher(part, country, leniency=Leniency.VALID, max_tries=_MAX_TRIES))
    possible = valid or [
        match
        for match in PhoneNumberMatcher(part, country, leniency=Leniency.POSSIBLE, max_tries=_MAX_TRIES)
        if is_possible_number_with_reason(match.number) == ValidationResult.IS_POSSIBLE
        and sum(map(str.isdigit, match.raw_string)) >= _DIGITS_ALONE
        and _stands_alone(part, match)
    ]
    return [match for match in possible if not part[: match.start].endswith(_GLUE)]


def _stands_alone(part: str, match: PhoneNumberMatch) -> bool:
    before = part[: match.start].lower().strip()
    labelled = not before or any(label.search(before) for _, label in _LABEL)
    return labelled and not re.search(r"\w", part[match.end :])


def _e164(number: PhoneNumber) -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    extension = f";ext={number.extension}" if number.extension else ""
    return format_number(number, PhoneNumberFormat.E164) + extension
