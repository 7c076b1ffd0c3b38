"""Times said by halves: an hour without its day ("three works"), a place in a list ("the second one").

Only what was offered or booked before tells what is meant. A place is handed on as "#1", "#2" and so on, or "#-1" for the last,
the one of the morning as "#am", that of the afternoon as "#pm", the one of two that is not named as "#other".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from watcher.inference.cues import Wanted, holds
from watcher.inference.literals import needs

__all__ = ["hour_before", "hour_beside", "hour_of_part", "hours", "places"]

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_TIME = (
    r"(?:(?P<past>half past|half|quarter past) |(?P<to>quarter to) )?"
    rf"(?P<hour>\d{{1,2}}|(?<!the )(?:(?<!have )(?<!take )(?<!with )one(?! or more)|{'|'.join(_HOURS[1:])}))(?:[.:](?P<minutes>[0-5]\d))?"
    r"(?:(?P<late> ?p\.?m\b\.?| in the (?:afternoon|evening)\b)|(?P<early> ?a\.?m\b\.?| in the morn(?:ing)?\b))?"
)
_NOTHING_COUNTED = (
    r"(?= ?(?:'s\b|is\b|it is|works?\b|fits?\b|goes\b|sounds\b|would (?:be|suit|work|do)\b|o.?clock|sharp|ish\b|then\b|now\b|instead|please|pls|plz|suits?\b|looks?\b|one\b|for me|ok\b"
    r"|or\b|(?:your|my|our|their) (?:time|end|side|clock)\b|mine\b|(?:on )?(?:the|that) same (?:day|morning|afternoon|evening)\b|on that\b|i can|until|to\b|[,!?.](?!\d)|$))"
)
"""What follows an hour, and not a number of things."""
_HOUR = re.compile(
    r"(?:^(?:from |around |about )?|[,.!:] |\b(?:at|(?<!\d )to|still|say|make it|it'?s|chance of|the|take|have|then|do|yes|yep|ok|okay|with|around) )"
    + _TIME
    + _NOTHING_COUNTED
)
_AT_HOUR = re.compile("at " + _TIME + r"(?![\d.:-])")
_RUN_TOGETHER = re.compile(_TIME.replace("[.:]", "") + r"(?<=\d[0-5][05])" + _NOTHING_COUNTED)
"""An hour and its minutes in one: "monday the 13th 515 then"."""
_HOUR_BEFORE = re.compile(
    r"(?:^|[,.!] |\b(?:at|for|say|make it|do|take|it will be|it'll be|it's now|it is now) )"
    + _TIME
    + r"(?: o.?clock)?(?: on)? $"
)
_LAST_HOUR = re.compile(rf"\b{_TIME}(?: on)? $")
_HOUR_OF_PART = re.compile(rf"\b{_TIME}")
_DATES = range(13, 32)
_PLACE = re.compile(
    r"\b(?:number|no\.|option|slot|choice) (?:(?P<number>[1-9])\b|\(?(?P<letter>[a-e])(?:\)|\b(?!['.]\w)))|^\(?(?P<bare>[a-e1-9])\)|\bthe (?:\w+ )?(?:(?P<first>first|earlie[rs]t?|early|former)|(?P<second>second|middle)|(?P<third>third)|(?P<last>last|later|latest|latter))"
    r"(?:(?<=former)|(?<=latter)|(?= (?:please|pls|plz|thanks|then)\b)|(?= (?:one|slot|option|time|date|choice|appointment|of (?:the|those|these|them|both|your))\b))"
)
_PART = re.compile(
    r"(?:\b(?:the|your) (?:(?P<am>morning|am)|afternoon|evening|pm)(?= (?:one|slot|option|time|appointment|works|suits)\b)"
    r"|^(?:the )?(?:(?P<bare>morning|am)|afternoon|evening|pm)(?: please)?(?=[,.!]|$))"
)
_OTHER = re.compile(r"\bthe other (?:one|day|slot|option|time|date|choice|appointment)\b")
_NEEDS_OF_PLACE, _NEEDS_OF_PART = Wanted(needs(_PLACE.pattern)), Wanted(needs(_PART.pattern))
_PLACES = {"first": "#1", "second": "#2", "third": "#3", "last": "#-1"}


def hours(text: str) -> Iterator[dt.time]:
    """The bare hours of a plain sentence; without am or pm, those from one to six are of the afternoon."""
    end = -1
    for match in _HOUR.finditer(text):
        of_range = match.start() == end + 1 and match.group().startswith("to ")
        end = match.end()
        if not of_range and (time := _time(match)):
            yield time


def hour_beside(text: str, day: dt.date) -> dt.time | None:
    """The bare hour with which the words behind a day begin: "Thursday, eleven sharp", "Monday 10 or Monday 2".

    Not where it is the day of the month: "Friday 6" is the next Friday where that is the 6th.
    """
    words = text.lstrip(" ,")
    if match := _AT_HOUR.match(words) or _RUN_TOGETHER.match(words):
        return _time(match)
    match = _HOUR.match(words)
    if match is None or match.group().strip() == "one":  # "the Tuesday one"
        return None
    if match["hour"].isdigit() and not match["minutes"] and int(match["hour"]) in (day.day, *_DATES):
        return None
    return _time(match)


def hour_before(text: str) -> dt.time | None:
    """The bare hour with which the words before a day end: "3 on Friday"; "yard gate 7 in the morn thurs"."""
    match = _LAST_HOUR.search(text)
    parted = match and (match["late"] or match["early"])
    match = match if parted else _HOUR_BEFORE.search(text)
    if match and match["hour"] == "one" and not match.group().startswith("at "):  # "two more talks, one on Tuesday"
        return None
    return _time(match) if match else None


def hour_of_part(text: str) -> dt.time | None:
    """The bare hour that names its part of the day: "tomorrow, six in the evening"."""
    parted = (m for m in _HOUR_OF_PART.finditer(text) if m["late"] or m["early"])
    return next((time for m in parted if (time := _time(m))), None)


def _time(match: re.Match[str]) -> dt.time | None:
    word = match["hour"]
    hour = int(word) if word.isdigit() else _HOURS.index(word) + 1
    minutes = 30 if (match["past"] or "").startswith("half") else 15 if match["past"] else int(match["minutes"] or 0)
    if match["to"]:
        hour, minutes = hour - 1, 45
    if not match["early"] and (1 <= hour <= 6 or (match["late"] and hour < 12)):
        hour += 12
    return dt.time(hour, minutes) if 7 <= hour <= 21 else None


def places(text: str) -> Iterator[str]:
    """The places in a list that a plain sentence names."""
    here = holds(text)
    for match in _PLACE.finditer(text) if _NEEDS_OF_PLACE.met(here) else ():
        mark = match["number"] or match["letter"] or match["bare"]
        number = mark if mark is None or mark.isdigit() else "abcde".index(mark) + 1
        yield f"#{number}" if number else _PLACES[match.lastgroup or "first"]
    if _NEEDS_OF_PART.met(here) and (part := _PART.search(text)):
        yield "#am" if part["am"] or part["bare"] else "#pm"
    if "the other " in text and _OTHER.search(text):
        yield "#other"
