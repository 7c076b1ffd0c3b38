"""The day that nothing lays claim to, in a mail that is about their answer alone: "Friday, definitely"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from watcher.inference.en.promises.clauses import Clauses, Timed
from watcher.inference.en.promises.cues import Sort
from watcher.inference.en.promises.withdrawn import DENIED, PAST
from watcher.inference.heard import plain
from watcher.inference.sentences import Sentence
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence

__all__ = ["NOD", "unclaimed"]

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
_SOON = dt.timedelta(days=60)
"""A day further away is that of an answer only where somebody says so."""
_OPEN = (Modifier.AFTER, Modifier.UNTIL, Modifier.SINCE)
"""What bounds no answer by itself."""
_SPEAKS_OF_IT = re.compile(
    r"\b(?:decid|decision|answer|news|feedback|hear\b|know\b|wait|patien|delay|sorry|apolog|timing|timeline|timescale|"
    r"date\b|offer|choice|pick\b|candidate|finalist|final|result|sign|approv|committee|board\b|panel|outcome|verdict|"
    r"reply|list\b|confirm|letter|notice|promise|no later than|at the (?:very )?(?:latest|outside)|told)"
)
_SPEAKS_OF_ELSE = re.compile(
    r"\b(?:unfortunately|regret|not (?:been )?(?:selected|successful)|someone else|somebody else|another candidate|"
    r"went to|congratulations|delighted|pleased to (?:offer|inform)|offer letter|letter of offer|frozen|on hold|"
    r"let you down|it's a no|a no for|cancel\w*|your (?:\w+ )?interview|interview (?:with|on|at|is))\b"
)


def unclaimed(read: Sequence[tuple[Sentence, Clauses]], today: dt.date) -> Iterator[tuple[Sentence, TimeExpression]]:
    """The times that can be that of an answer though no word says so, where the mail is about nothing else.

    Args:
        read: The sentences of a mail without a promise.
        today: The day of speaking.
    """
    if not _about_an_answer(read):
        return
    for sentence, parts in read:
        if not (sentence.is_question or parts.no_date):
            yield from ((sentence, timed.time) for timed in parts.ahead if _is_free(timed, parts, today))


def _about_an_answer(read: Sequence[tuple[Sentence, Clauses]]) -> bool:
    if any(sentence.is_question and not NOD.search(sentence.text) for sentence, _ in read):
        return False
    if any(t.time.grain is Grain.HOUR and t.time.modifier is Modifier.ON for _, parts in read for t in parts.ahead):
        return False  # people meet at an hour
    text = " ".join(plain(sentence.text) for sentence, _ in read)
    if _SPEAKS_OF_ELSE.search(text):
        return False
    sorts = {cue.sort for _, parts in read for cue in parts.cues}
    if Sort.ASKS in sorts or Sort.APPOINTS in sorts:
        return False
    return Sort.CORRECTS in sorts or _SPEAKS_OF_IT.search(text) is not None


def _is_free(timed: Timed, parts: Clauses, today: dt.date) -> bool:
    time, before = timed.time, parts.before(timed.place)
    cue = parts.nearest(timed.place, parts.cues)
    if cue is not None and (cue.sort is not Sort.CORRECTS or any(c.sort is Sort.ELSE for c in parts.cues)):
        return False
    vague = time.confidence is Confidence.UNCLEAR or time.grain is Grain.HOUR or time.window.latest > today + _SOON
    if vague or time.modifier in _OPEN or _rests(time):
        return False
    return not (_HAPPENED.search(before) or PAST.inside(before + "§") or DENIED.inside(before))


def _rests(time: TimeExpression) -> bool:
    """Whether a time is hardly the day of an answer unless somebody says so: today, a weekend, a holiday."""
    idle = time.rule in ("today", "the weekend", "that week") or time.rule.startswith("holiday")
    return idle and time.modifier is Modifier.ON
