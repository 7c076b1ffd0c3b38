"""Promises that count from a day which another mail told: "the day after they sit you'll hear", "all moves by a week".

Such a mail is read as if that day had just been named, and lay far ahead of any other; what is read near it counts from
it, and how far it lies behind is told instead of a date (`model.Kind.DECIDES_BY`). Matching knows the day itself.

Others put off what the answer was to follow, and leave the rest as it was told: "the Board now sits on the 14th; my
promise stands, counted from there". Such a mail tells the new day alone (`stands`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from watcher.calendar import Calendar
from watcher.inference.en.promises.clauses import Clauses, Timed
from watcher.inference.en.promises.cues import Sort, signal
from watcher.inference.en.times import find_times
from watcher.inference.sentences import Sentence
from watcher.inference.speech import Speech
from watcher.inference.times import Grain, Modifier, Referents
from watcher.model import Confidence, Kind, Statement, Window
from watcher.text import shorten

__all__ = ["COUNTS", "LENGTH", "distance", "stands", "supposed"]

COUNTS = re.compile(
    r"\b(?:add|put|tack|stick|after|following|later|thereafter|days? (?:of|from)|weeks? (?:of|from|late|behind)|by (?:an?|one|two|three|four|five|\d+) "
    r"(?:\w+ )?(?:days?|weeks?|fortnight))\b"
)
"""In plain words, what counts from a day."""
LENGTH = re.compile(r"\b(?:days?|weeks?|fortnight|months?)\b")
"""In plain words, by what a day moves."""
_AS_TOLD = "meeting 0 as_told"
"""The distance of a promise that stands as it was told."""
_STANDS = signal(
    "stands",
    r"(?:the rest|all (?:the rest|else|other\w*|remains)|everything else|nothing else|otherwise|(?:what|all|everything|whatever) (?:\w+ ){1,3}?(?:(?:has|have|had) )?(?:told|promised|said|wrote|undertook|explained|agreed|set out|offered|gave)|(?:what|all|everything) (?:i|we|you)'ve \w+|"
    r"(?:the|my|our|said|this|that) (?:\w+ ){0,2}(?:interval|period|undertaking|promise|arrangement|timetable|habit|order of business|gap|procedure|commitment|pledge|sequence|practice|custom|policy|routine|drill|deal))"
    r"(?:(?! no longer)[^.;]){0,60}? (?:holds?|stands?|counts|remains?|stays?|appl(?:y|ies)|unchanged|unaltered|the same|still (?:correct|right|true|valid)|changes?|(?:is|are|has|have)(?: not|n't) (?:affected|touched|changed)|unaffected|still goes|goes (?:too|as well|just the same|for (?:the|that))|as (?:before|it was|ever|told|agreed|promised|planned|described|(?:i|we|he|she) (?:wrote|said|told|gave|agreed|put|described|explained|set|laid|had)|in (?:his|her|my|our)))",
    r"same (?:\w+ )?as (?:i|we|he|she) (?:told|said|wrote|promised)", r"in the (?:manner|way|order|fashion) (?:\w+ ){0,2}(?:described|told|explained|laid down|set out|promised|stated)",
    yes=("same drill as i told you", "what solveig has told you of the two days after counts still", "my practice does not change", "the letters will follow in the manner described in my last", "the rest of what i said holds good", "otherwise the arrangement between you and me is the same", "my undertaking of the 14th applies to it"),
    no=("the rest of the team is away", "what we said of the two days no longer applies"),
)  # fmt: skip
_COUNTED = signal(
    "counted from there",
    r"(?:count(?:ed|ing|s)?|reckoned|measured|runs?|running|calculated)(?: \w+){0,2} from (?:§|there|then|that|it|(?:the|that|this) (?:\w+ ){0,2}(?:day|date|sitting|meeting|session|one))(?! (?:on|you|i|we))",
    r"(?:moves?|shifts?|slides?|slips?|travels?|goes|follows?|wanders?) (?:\w+ )?along(?: with| by)?", r"(?:move|shift|slide|adjust|push|read)s? [^.;§]{0,40} accordingly", r"(?:read|take|treat) [^.;§]{0,40} as if it (?:spoke|were|was|said|named|meant)", r"(?:moves?|shifts?|slides?|slips?) with (?:it|that|them)", r"carried (?:forward|over) to (?:§|(?:that|this|the new) (?:day|date))", r"hangs? on (?:it|that)", r"(?:what|all|everything|whatever) [^.;§]{0,40}(?:slides?|moves?|shifts?|slips?)", r"(?:all|everything|whatever) (?:\w+ ){1,2}(?:told|promised|wrote|said)(?: (?:to )?you)? §", r"(?:reckoned|calculated) §", r"(?:push|move|shift|slide|bump)(?:es|s)? (?:it all|everything|all of it|the lot)",
    yes=("everything i told you moves along with it", "all remains as i wrote, only counted from there", "reckoned from the new sitting", "move our notice to you accordingly", "read my last letter as if it spoke of §"), no=("he counts on you",),
)  # fmt: skip
_NOT_BUT = re.compile(r"\bbut\b[^,.;§]*$")
"""What is denied of one day is said of another: "they will not be sitting tomorrow but on Thursday"."""
_FAR = 400
"""Days: nothing that a hiring mail dates lies so far ahead."""
_NEAR = 62
"""Days behind it, within which a time counts from it."""
_MOVED = "moved by"
"""What the rules begin with by which a day counts from one told before."""
_WEEKDAY = re.compile(r"the (?:following <weekday>|<weekday> after(?: <point>)?)$")
_BUSINESS = re.compile(r"\b(?:business|working|work|banking|school) days?\b")
_OF_THE_DATE = re.compile(rf"make it;|it slips;|it moves;|{_MOVED}")
"""The rules by which a date takes another's place."""


def supposed(speech: Speech) -> Window:
    """The day that another mail is supposed to have told: a Tuesday, so that a day or two more are business days."""
    day = speech.today + dt.timedelta(days=_FAR)
    day += dt.timedelta(days=(1 - day.weekday()) % 7)
    return Window(day, day)


def stands(read: Sequence[tuple[Sentence, Clauses]], speech: Speech) -> tuple[Statement, ...]:
    """A promise told before that stands, though what it follows was put off: to a new day, or by so many days.

    Args:
        read: The sentences of the mail.
        speech: Who wrote it, when and where.
    """
    counted = next((sentence.text for sentence, parts in read if _COUNTED.inside(parts.text)), None)
    words = counted or next((sentence.text for sentence, parts in read if _STANDS.inside(parts.text)), None)
    if words is None:
        return ()
    times = [
        (timed.time.rule.startswith(_MOVED), sentence.text != words, timed.time)
        for sentence, parts in read
        for timed in parts.times
        if _names_a_day(parts, timed)
        if timed in parts.ahead or timed.time.rule.startswith((_MOVED, "<n> <units> later"))
        if timed.time.window.latest > speech.today and _is_met(parts, timed, by_any_name=counted is not None)
    ]
    # "what he told you of the day following it still holds" names no new day, where another sentence does
    *_, new = max(times, key=lambda each: (*each[:2], each[2].window.latest), default=(None,))
    if new is None:
        return _moved_by((sentence.text for sentence, _ in read), speech, words)
    told = Statement(Kind.DECIDES_BY, shorten(words), "as told, from the new day", Confidence.LIKELY, text=_AS_TOLD)
    if new.rule.startswith(_MOVED):
        return _moved_by((new.words,), speech, words)
    return (told, Statement(Kind.MEETS, told.words, "the new day", Confidence.LIKELY, window=new.window))


def _moved_by(texts: Iterable[str], speech: Speech, words: str) -> tuple[Statement, ...]:
    """A promise that moves by as much as what it follows: "council is put off a week; all he promised slides along"."""
    origin = supposed(speech)
    for text in texts:
        for time in find_times(text, speech, Referents(origin)):
            days = (time.window.latest - origin.latest).days
            if time.rule.startswith(_MOVED) and 0 < abs(days) <= _NEAR:
                rule = "as told, by so many days"
                return (Statement(Kind.DECIDES_BY, shorten(words), rule, Confidence.LIKELY, text=f"date {days} days"),)
    return ()


def _names_a_day(parts: Clauses, timed: Timed) -> bool:
    """Whether a time is a day on which they meet: "on Thursday", or "they won't be sitting until Thursday"."""
    cue = parts.nearest(timed.place, parts.cues)
    until = timed.time.modifier is Modifier.UNTIL and cue is not None and parts.denied(cue)
    on = until or timed.time.modifier is Modifier.ON
    return on and timed.time.grain <= Grain.DAY and not parts.undated(timed)


def _is_met(parts: Clauses, timed: Timed, *, by_any_name: bool) -> bool:
    """Whether a day is that of their meeting, whatever they call it where something is counted from it."""
    cue = parts.nearest(timed.place, parts.cues)
    if by_any_name or any(timed is new for _, new in parts.replaced):
        return cue is None or cue.sort is not Sort.ANSWERS
    held = timed.time.modifier is Modifier.UNTIL or _NOT_BUT.search(
        parts.text, 0 if cue is None else cue.end, timed.place
    )
    if cue is None or (parts.denied(cue) and not held):
        return False
    # "Omar slid to Friday at 2" moves a conversation
    return cue.sort is Sort.DELIBERATES or (cue.name == "make it" and timed.time.clock[0] is None)


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
