"""The days that nothing lays claim to: each may be that of the answer, if the mail as a whole speaks of one.

Cues know a promise by its words, and people find others: "Friday, definitely", "by Thursday it's in your hands". Which
day such a mail means is seen here. Whether it promises an answer at all is plain where nobody is asked for anything,
nobody meets and the words are about an answer; elsewhere the whole of it tells (`weigh`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from watcher.inference.en.promises.clauses import Clauses, FoundCue, Timed
from watcher.inference.en.promises.cues import Sort
from watcher.inference.en.promises.withdrawn import DENIED, PAST
from watcher.inference.sentences import Sentence
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence

__all__ = ["NOD", "about_an_answer", "unclaimed"]

NOD = re.compile(
    r"\b(?:correct|right|yes|ok|okay|yeah|no|deal|alright|all right|fine|(?:okay|ok|alright|fine) with you)\?\W*$",
    re.IGNORECASE,
)
"""The end of a question that asks for no more than a nod."""
_HAPPENED = re.compile(
    r"\b(?:(?<!be )(?<!been )\w{3,}ed|was|were|went|came|ate|left|got|had|did|took|made|gave|found|sent|fell|broke|lost|"
    r"flew)(?: \w+){0,2} ?$"
)
"""Behind such words stands a day that has been."""
_IF = re.compile(r"\b(?:if|unless)\b|^\W*whether\b")
"""Behind such words stands a day of what may be."""
_SOON = dt.timedelta(days=60)
"""A day further away is that of an answer only where somebody says so."""
_CLAIMS = frozenset({Sort.ASKS, Sort.APPOINTS, Sort.DELIBERATES, Sort.ELSE})
_ANSWERS = frozenset({Sort.ANSWERS, Sort.CALLS})
_OF_AN_ANSWER = re.compile(
    r"\b(?:decid|decision|answer|news|feedback|hear\b|know\b|wait|patien|delay|sorry|apolog|timing|timeline|timescale|"
    r"date\b|offer|choice|pick\b|candidate|finalist|final|result|sign|approv|committee|board\b|panel|outcome|verdict|"
    r"reply|list\b|confirm|letter|notice|promise|no later than|at the (?:very )?(?:latest|outside)|told)"
)


def about_an_answer(read: Sequence[tuple[Sentence, Clauses]]) -> bool:
    """Whether a mail is about their answer and nothing else.

    Args:
        read: Its sentences, which promise nothing in words that are known.
    """
    last = next((parts for _, parts in reversed(read) if parts.no_date or parts.ahead), None)
    if last is None or last.no_date:  # a date taken back, and no other named behind it
        return False
    if any(sentence.is_question and not NOD.search(sentence.text) for sentence, _ in read):
        return False
    ahead = [(timed, parts) for _, parts in read for timed in parts.ahead]
    if any(_meets(timed.time) or _is_elsewhere(parts.nearest(timed.place, parts.cues)) for timed, parts in ahead):
        return False
    sorts = {cue.sort for _, parts in read for cue in parts.cues}
    if Sort.ASKS in sorts or Sort.APPOINTS in sorts:
        return False
    return Sort.CORRECTS in sorts or any(_OF_AN_ANSWER.search(parts.text) for _, parts in read)


def unclaimed(parts: Clauses, sentence: Sentence, today: dt.date) -> Iterator[Timed]:
    """The times of a sentence that can be that of an answer though no word says so.

    Args:
        parts: A sentence of theirs, which promises nothing in words that are known.
        sentence: The same, as written.
        today: The day of speaking.
    """
    asks = any(cue.sort is Sort.ASKS for cue in parts.cues) and not any(cue.sort is Sort.ANSWERS for cue in parts.cues)
    if not (asks or parts.no_date or (sentence.is_question and not NOD.search(sentence.text))):
        yield from (timed for timed in parts.ahead if _is_free(timed, parts, today))


def _is_free(timed: Timed, parts: Clauses, today: dt.date) -> bool:
    time, before = timed.time, parts.before(timed.place)
    if _is_claimed(timed, parts):
        return False
    if _meets(time) or time.confidence is Confidence.UNCLEAR or not today <= time.window.latest <= today + _SOON:
        return False
    if time.modifier in (Modifier.AFTER, Modifier.SINCE) or _rests(time):
        return False
    denied = DENIED.inside(before) and time.modifier is not Modifier.UNTIL  # "not until the 6th" names the 6th
    return not (denied or _IF.search(before) or _HAPPENED.search(before) or PAST.inside(before + "§"))


def _is_elsewhere(cue: FoundCue | None) -> bool:
    return cue is not None and cue.sort is Sort.ELSE


def _is_claimed(timed: Timed, parts: Clauses) -> bool:
    """Whether a time is that of something else: "before we close on Friday you'll hold our answer" names one time only."""
    cue = parts.nearest(timed.place, parts.cues)
    if cue is None or cue.sort not in _CLAIMS:
        return False
    if cue.sort is Sort.DELIBERATES:  # the answer comes after
        return True
    alone = len(parts.times) == 1 and any(each.sort in _ANSWERS for each in parts.cues)
    return cue.sort is not Sort.ELSE or cue.name == "others decide" or not alone


def _meets(time: TimeExpression) -> bool:
    """Whether a time is one at which people meet."""
    return time.grain is Grain.HOUR and time.modifier is Modifier.ON


def _rests(time: TimeExpression) -> bool:
    """Whether a time is hardly the day of an answer unless somebody says so: today, a weekend, a holiday."""
    idle = time.rule in ("today", "the weekend", "that week") or time.rule.startswith(("holiday", "moved by"))
    return idle and time.modifier is Modifier.ON
