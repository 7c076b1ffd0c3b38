"""How far a process is with a meeting: a first call, an interview, a visit or final round; and how long it takes."""

from __future__ import annotations

import datetime as dt
import re

from watcher.model import Stage

__all__ = ["length_of", "stage_of"]

_SCREEN = re.compile(
    r"\b(?:(?:phone|telephone|telephonic|recruiter|hr)[ -]+(?:interview|screen\w*|round|call|chat|conversation|discussion)"
    r"|(?:pre-?)?screen(?:ing)?(?: call| interview| chat| round)?\b"
    r"|intro(?:ductory|duction)?(?: \w+)? (?:call|chat|meeting|conversation)|introductory|intro\b"
    r"|(?:first|initial|quick|short|brief|exploratory|informal|get to know you)(?: \w+){0,2} (?:chat|call|conversation|talk|phone call)"
    r"|first chat|(?:call|chat|word|conversation) (?:over|on|by) the (?:phone|telephone)|phone chat|natter)\b"
)
_ONSITE = re.compile(
    r"\b(?:on-?site\b(?! (?:parking|canteen))|on site\b|site (?:visit|day|tour)|final (?:round|panel|interviews?)|interview day|selection day"
    r"|assessment (?:centre|center|day)|super ?day|panel day|in[- ]person|face[- ]to[- ]face"
    r"|(?:come|drop|pop|swing|bring (?:you|her|him)|want you|have you|invite you|fly you)(?: \w+){0,2} (?:in|by|out|over|up|down)\b(?! (?:with|for) (?:a )?(?:call|phone))"
    r"|(?:at|to|visit|in) our (?:[\w'-]+ ){0,4}(?:office|offices|school|site|plant|factory|headquarters|hq|studio|shop|store|campus|premises|hospital|clinic|restaurant|kitchen|hotel|warehouse|depot|yard|farm|lab|workshop)"
    r"|walk(?:ing)?[- ]?(?:round|around|through)|(?:full|half)[- ]day|tour of|lunch with|trial (?:shift|day|lesson)|working interview)\b"
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|ing|s)?|panel|technical|deep dive|second round|2nd round|next round|third round|oral board|selection board|competency)\b"
)
_CALL = re.compile(
    r"\b(?:(?:call|ring|phone|dial|buzz|chat with|chat to) (?:you|u|me)|a (?:call|chat|ring|buzz)|(?:your|the|our) (?:call|chat))\b"
)

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "ten": 10, "fifteen": 15, "twenty": 20,
    "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER = r"(\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_LENGTH = re.compile(
    r"\b(?:(half)[ -](?:an?[ -])?hour|(three)[ -]quarters of an hour|(?:an |one )?hour and a (half)|"
    + _NUMBER
    + r"(?: ?(?:-|to|or) ?"
    + _NUMBER
    + r")?[ -]?"
    r"(min(?:ute)?s?|hours?|hrs?)\b)(?! (?:lesson|presentation|talk|task|test|walk|drive|notice|late|early|away|ahead|before|from (?:the|our|here|town|home)|ago|after|of being|commute|flight|exercise|teaching|demo))"
)


def stage_of(*texts: str) -> Stage:
    """The stage that a booking is of, by the first of the plain `texts` that tells: its sentence, the mail, the subject."""
    for text in texts:
        if _SCREEN.search(text):
            return Stage.SCREEN
        if _ONSITE.search(text):
            return Stage.ONSITE
        if _INTERVIEW.search(text):
            return Stage.INTERVIEW
    return Stage.SCREEN if any(_CALL.search(text) for text in texts) else Stage.INTERVIEW


def length_of(text: str) -> dt.timedelta | None:
    """How long a plain text says that it takes; the longer where it names two. None where it names none, or several."""
    lengths = {_length(match) for match in _LENGTH.finditer(text)} - {None}
    return lengths.pop() if len(lengths) == 1 else None


def _length(match: re.Match[str]) -> dt.timedelta | None:
    half, three_quarters, and_half, low, high, unit = match.groups()
    if half or three_quarters:
        return dt.timedelta(minutes=30 if half else 45)
    if and_half:
        return dt.timedelta(minutes=90)
    count = max(_count(low), _count(high or low))
    length = dt.timedelta(hours=count) if unit.startswith("h") else dt.timedelta(minutes=count)
    return length if dt.timedelta(minutes=5) <= length <= dt.timedelta(hours=9) else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
