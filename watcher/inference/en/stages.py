"""How far a process is with a meeting: a first call, an interview, a visit or final round; and how long it takes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from watcher.model import Stage

__all__ = ["length_of", "stage_of"]

_SCREEN = re.compile(
    r"\b(?:(?:phone|telephone|telephonic|recruiter|hr)[ -]+(?:interview|screen\w*|round|call|chat|conversation|discussion)"
    r"|(?:pre-?)?(?<!round a )(?<!round the )(?<!on the )(?<!on a )(?<!on your )(?<!on my )(?<!at a )(?<!to a )(?<!share your )(?<!share my )screen(?:ing)?\b(?! (?:committee|panel|board|team|test|share|sharing|time))"
    r"|intro(?:ductory|duction)?(?: \w+)? (?:call|chat|meeting|conversation)|introductory|intro\b"
    r"|(?:first|initial|quick|short|brief|exploratory|informal|get to know you)(?: \w+){0,2} (?:chat|call|conversation|talk|exchange|contact|phone call)"
    r"|first (?:chat|calls)|(?<!like to )(?<!wants to )(?<!want to )get(?:ting)?[- ]to[- ]know|(?:call|chat|word|conversation|interview) (?:over|on|by) (?:the )?(?:phone|telephone)|phone chat|natter)\b"
)
_BEHIND = re.compile(
    r"\b(?:after|following|since|skip\w*|thank(?:s| you)(?: so much| very much)? for|enjoyed|from|beyond|past|passed) (?:\w+ ){0,2}$"
)
"""What is over already, or left out: "she skipped my phone call stage, and wants to interview you herself"."""
_VISIT = re.compile(
    r"\b(?:on-?site\b(?! (?:parking|canteen))|on site\b|site (?:visit|day|tour)|final (?:round|panel|interviews)|(?:interview|selection|studio|panel) day"
    r"|assessment (?:centre|center|day)|super ?day|(?:full|half)[- ]day|tour of|trial (?:shift|day|lesson)|trail with|working interview|tasting|(?:a |the )visit\b(?! (?:of|by|from)\b)|visit (?:us|with)|a day (?:at|in|with|on)|in (?:two|three) parts)\b"
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|ing|s)?|panel|the (?:interview )?board (?:is|will be|are|consists)|technical|deep dive|second round|2nd round|next round|third round|oral board|selection board|competency)\b"
    r"|\b(?:head|manager|director|owner|founder|partner|principal|chief|dean|ce[o]|c[tfo]o|vp)s?(?: [\w.-]+){0,4}? (?:wants?|would like|wishes|is keen|are keen) to (?:see|meet|interview|speak (?:to|with)|talk (?:to|with)) (?:you|u)\b"
)
_CALL = re.compile(
    r"\b(?:(?:call|ring|phon|telephon|dial|buzz|chat with|chat to)(?:e|ing)? (?:you|u|me|your)|a (?:call|chat|ring|buzz)|(?:your|the|our) (?:call|chat)"
    r"|(?:over|on|by) (?:the )?(?:tele)?phone)\b"
)

_HALF_AN_HOUR, _BY_PHONE = r"(?:half[ -](?:an )?hour|minutes|mins)\b", r"\b(?:over|on|by) (?:the )?(?:tele)?phone\b"
_FIRST_CALL = re.compile(rf"{_HALF_AN_HOUR}[^.;?!]{{0,40}}{_BY_PHONE}|{_BY_PHONE}[^.;?!]{{0,40}}{_HALF_AN_HOUR}")
_WITH_SEVERAL = re.compile(r"\bpanel\b|\btechnical (?:interview|round|call|screen)")
_SHORT, _HALF_HOUR, _LONG = (dt.timedelta(minutes=length) for length in (20, 30, 100))

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "ten": 10, "fifteen": 15, "twenty": 20,
    "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER = r"(\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_UNITS = ("hour", "hr", "min")
_LENGTH = re.compile(
    r"\b(?:(half)[ -](?:an?[ -])?hour|(three)[ -]quarters of an hour|(quarter)[ -]of an hour|(?:an |one )?hour and a (half)|"
    + _NUMBER
    + r" and a half hours?|"
    + _NUMBER
    + r"(?: ?(?:-|to|or) ?"
    + _NUMBER
    + r")?[ -]?"
    r"(min(?:ute)?s?|hours?|hrs?)\b)(?! (?:lesson|presentation|talk|task|test|walk|drive|notice|late|early|away|ahead|before(?! (?:i|we|they|he|she)\b)|from (?:the|our|here|town|home)|ago|after|of being|commute|flight|exercise|teaching|demo))"
)


def stage_of(*texts: str, length: dt.timedelta | None = None) -> Stage | None:
    """The stage that a booking is of; None where nothing tells.

    How long it takes tells more than words do: nobody gets to know one another in twenty minutes, or stays for hours
    unless to meet several people.

    Args:
        texts: Plain texts, of which the first that tells decides: its sentence, the mail, the subject.
        length: How long it takes, where that was said.
    """
    if length is not None and length >= _LONG:
        return Stage.ONSITE
    if length is not None and (length <= _SHORT or (length <= _HALF_HOUR and _is_first_call(texts))):
        return Stage.SCREEN
    told = next(filter(None, map(_named, texts)), None)
    return told or (Stage.SCREEN if any(map(_CALL.search, texts)) else None)


@lru_cache(maxsize=64)
def _named(text: str) -> Stage | None:
    """The stage that a text names: asked for of the same words at each of their times."""
    if any(not _BEHIND.search(text, 0, match.start()) for match in _SCREEN.finditer(text)):
        return Stage.SCREEN
    if _VISIT.search(text):
        return Stage.ONSITE
    return Stage.INTERVIEW if _INTERVIEW.search(text) else None


def _is_first_call(texts: Sequence[str]) -> bool:
    """Whether they speak of minutes on the telephone, and of no panel."""
    return any(map(_FIRST_CALL.search, texts)) and not any(map(_WITH_SEVERAL.search, texts))


@lru_cache(maxsize=64)
def length_of(text: str) -> dt.timedelta | None:
    """How long a plain text says that it takes; the longer where it names two. None where it names none, or several."""
    if not any(unit in text for unit in _UNITS):
        return None
    lengths = {_length(match) for match in _LENGTH.finditer(text)} - {None}
    return lengths.pop() if len(lengths) == 1 else None


def _length(match: re.Match[str]) -> dt.timedelta | None:
    half, three_quarters, quarter, and_half, whole_and_half, low, high, unit = match.groups()
    if half or three_quarters:
        return dt.timedelta(minutes=30 if half else 45)
    if quarter:
        return dt.timedelta(minutes=15)
    if and_half or whole_and_half:
        return dt.timedelta(hours=_count(whole_and_half or "one"), minutes=30)
    count = max(_count(low), _count(high or low))
    length = dt.timedelta(hours=count) if unit.startswith("h") else dt.timedelta(minutes=count)
    return length if dt.timedelta(minutes=5) <= length <= dt.timedelta(hours=9) else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
