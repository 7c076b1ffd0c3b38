"""Times said by halves: an hour without its day ("three works"), a place in a list ("the second one").

Only what was offered or booked before tells what is meant, so they are handed on as said: an hour as "15:00", a place
as "#1", "#2" or "#-1" for the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["hours", "places"]

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_HOUR = re.compile(
    r"(?:^|[,.!:] |\b(?:at|to|say|make it|it'?s|the|take|have|then|do|yes|yep|ok|okay|with|around) )"
    r"(?:(?P<past>half past|half|quarter past) |(?P<to>quarter to) )?"
    rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})(?:[.:](?P<minutes>[0-5]\d))?(?P<half>pm| ?p\.m\.)?"
    r"(?= ?(?:'s\b|is\b|it is|works?\b|o'clock|sharp|then\b|now\b|instead|please|pls|plz|suits?\b|looks?\b|one\b|for me|until|to quarter|[,!?]|[.](?!\d)|$))"
)
_PLACE = re.compile(
    r"\bthe (?:\w+ )?(?:(?P<first>first|earlie[rs]t?|early|former)|(?P<second>second)|(?P<last>last|later|latest|latter))"
    r"(?:(?<=former)|(?<=latter)|(?= (?:one|slot|option|time|date|choice|appointment)\b))"
)
_PLACES = {"first": "#1", "second": "#2", "last": "#-1"}


def hours(text: str) -> Iterator[str]:
    """The bare hours of a plain sentence; without am or pm, those from one to six are of the afternoon."""
    for match in _HOUR.finditer(text):
        word = match["hour"]
        hour = int(word) if word.isdigit() else _HOURS.index(word) + 1
        minutes = (
            30 if (match["past"] or "").startswith("half") else 15 if match["past"] else int(match["minutes"] or 0)
        )
        if match["to"]:
            hour, minutes = hour - 1, 45
        if 1 <= hour <= 6 or (match["half"] and hour < 12):
            hour += 12
        if 7 <= hour <= 23:
            yield f"{hour:02}:{minutes:02}"


def places(text: str) -> Iterator[str]:
    """The places in a list that a plain sentence names."""
    for match in _PLACE.finditer(text):
        yield _PLACES[match.lastgroup or "first"]
