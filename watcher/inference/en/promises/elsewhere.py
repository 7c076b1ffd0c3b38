"""Promises that count from a day which another mail told: "the day after they sit you'll hear", "all moves by a week".

Such a mail is read as if that day had just been named, and lay far ahead of any other; what is read near it counts from
it, and how far it lies behind is told instead of a date (`model.Kind.DECIDES_BY`). Matching knows the day itself.

Others put off what the answer was to follow, and leave the rest as it was told: "the Board now sits on the 14th; my
promise stands, counted from there". Such a mail tells the new day alone (`stands`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from watcher.calendar import Calendar
from watcher.inference.en.promises.clauses import Clauses, Timed
from watcher.inference.en.promises.cues import Sort, signal
from watcher.inference.sentences import Sentence
from watcher.inference.speech import Speech
from watcher.inference.times import Modifier
from watcher.model import Confidence, Statement, Window

__all__ = ["AS_TOLD", "COUNTS", "distance", "stands", "supposed"]

COUNTS = re.compile(
    r"\b(?:after|following|later|thereafter|days? (?:of|from)|weeks? (?:of|from|late|behind)|by (?:an?|one|two|three|four|five|\d+) "
    r"(?:\w+ )?(?:days?|weeks?|fortnight))\b"
)
"""In plain words, what counts from a day."""
AS_TOLD = "meeting 0 as_told"
"""The distance of a promise that stands as it was told."""
_STANDS = signal(
    "stands",
    r"(?:the rest|all (?:the rest|else|other\w*|remains)|everything else|nothing else|otherwise|(?:what|all|everything|whatever) (?:i|we|he|she)(?:'ve| have)? (?:told|promised|said|wrote|undertook|explained|agreed|set out|offered)|"
    r"(?:the|my|our|said|this|that) (?:\w+ ){0,2}(?:interval|period|undertaking|promise|arrangement|timetable|habit|order of business|gap|procedure|commitment|pledge|sequence))"
    r"[^.;]{0,60}? (?:holds?|stands?|remains?|stays?|appl(?:y|ies)|unchanged|the same|changes?|(?:is|are) not (?:affected|touched|changed)|unaffected|still goes|goes (?:too|as well|just the same|for (?:the|that))|as (?:before|it was|ever|told|agreed|promised|planned|described|(?:i|we|he|she) (?:wrote|said|told|agreed|put|described|explained|set|laid|had)|in (?:his|her|my|our)))",
    r"same (?:\w+ )?as (?:i|we|he|she) (?:told|said|wrote|promised)",
    yes=("same drill as i told you", "the rest of what i said holds good", "otherwise the arrangement between you and me is the same", "my undertaking of the 14th applies to it"),
    no=("the rest of the team is away",),
)  # fmt: skip
_COUNTED = signal(
    "counted from there",
    r"(?:count(?:ed|ing|s)?|reckoned|measured|runs?|running|calculated)(?: \w+){0,2} from (?:there|then|that|it|(?:the|that|this) (?:\w+ ){0,2}(?:day|date|sitting|meeting|session|one))(?! (?:on|you|i|we))",
    r"(?:moves?|shifts?|slides?|slips?|travels?|goes|follows?|wanders?) along(?: with| by)?", r"(?:moves?|shifts?|slides?|slips?) with (?:it|that|them)", r"hangs? on (?:it|that)", r"(?:push|move|shift|slide|bump)(?:es|s)? (?:it all|everything|all of it|the lot)",
    yes=("everything i told you moves along with it", "all remains as i wrote, only counted from there", "reckoned from the new sitting"), no=("he counts on you",),
)  # fmt: skip
_FAR = 400
"""Days: nothing that a hiring mail dates lies so far ahead."""
_NEAR = 62
"""Days behind it, within which a time counts from it."""
_WEEKDAY = re.compile(r"the (?:following <weekday>|<weekday> after)$")
_BUSINESS = re.compile(r"\b(?:business|working|work|banking|school) days?\b")
_OF_THE_DATE = re.compile(r"make it;|it slips;|moved by")
"""The rules by which a date takes another's place."""


def supposed(speech: Speech) -> Window:
    """The day that another mail is supposed to have told: a Tuesday, so that a day or two more are business days."""
    day = speech.today + dt.timedelta(days=_FAR)
    day += dt.timedelta(days=(1 - day.weekday()) % 7)
    return Window(day, day)


def stands(read: Sequence[tuple[Sentence, Clauses]], today: dt.date) -> tuple[str, Window] | None:
    """A promise told before that stands, though what it follows was put off: the words for it, and the new day.

    Args:
        read: The sentences of the mail.
        today: The day of speaking.
    """
    counted = next((sentence.text for sentence, parts in read if _COUNTED.inside(parts.text)), None)
    words = counted or next((sentence.text for sentence, parts in read if _STANDS.inside(parts.text)), None)
    if words is None:
        return None
    days = (
        timed.time.window
        for _, parts in read
        for timed in parts.ahead
        if timed.time.modifier is Modifier.ON and timed.time.window.latest >= today
        if _is_met(parts, timed, by_any_name=counted is not None)
    )
    new = max(days, key=lambda window: window.latest, default=None)
    return (words, new) if new else None


def _is_met(parts: Clauses, timed: Timed, *, by_any_name: bool) -> bool:
    """Whether a day is that of their meeting, whatever they call it where something is counted from it."""
    cue = parts.nearest(timed.place, parts.cues)
    if by_any_name:
        return cue is None or cue.sort is not Sort.ANSWERS
    if cue is None or parts.denied(cue):
        return False
    # "Omar slid to Friday at 2" moves a conversation
    return cue.sort is Sort.DELIBERATES or (cue.sort is Sort.CORRECTS and timed.time.clock[0] is None)


def distance(stated: Statement, text: str, origin: Window, calendar: Calendar) -> Statement | None:
    """A promise as one that counts from another mail's day; None where it does not.

    Args:
        stated: As read with `origin` supposed.
        text: Its sentence, in plain lower case.
        origin: The day supposed.
        calendar: The speaker's.
    """
    start = origin.latest
    if stated.window is None or not 0 < (stated.window.latest - start).days <= _NEAR:
        return None
    last = stated.window.latest
    of = "date" if _OF_THE_DATE.search(stated.rule) else "meeting"
    if _WEEKDAY.search(stated.rule):
        told = f"{of} {last.weekday()} weekday"
    elif _BUSINESS.search(text):
        days = (start + dt.timedelta(days=number + 1) for number in range((last - start).days))
        told = f"{of} {sum(map(calendar.is_business_day, days))} business_days"
    else:
        told = f"{of} {(last - start).days} days"
    return replace(stated, window=None, text=told, confidence=Confidence.LIKELY)
