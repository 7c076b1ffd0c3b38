"""Whether something else lays claim to a day that a mail names: what is asked of me, a meeting, the past, what may be."""

from __future__ import annotations

import datetime as dt
import re

from watcher.inference.en.promises.clauses import Clauses, Timed
from watcher.inference.en.promises.cues import Sort
from watcher.inference.en.promises.withdrawn import DENIED, PAST
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence

__all__ = ["is_unclaimed"]

_HAPPENED = re.compile(
    r"\b(?:(?<!be )(?<!been )\w{3,}ed|was|were|went|came|ate|left|got|had|did|took|made|gave|found|sent|fell|broke|lost|"
    r"flew)(?: \w+){0,2} ?$"
)
"""Behind such words stands a day that has been."""
_IF = re.compile(r"\b(?:if|unless|as soon as)\b|^\W*whether\b")
"""Behind such words stands a day of what may be."""
_SOON = dt.timedelta(days=60)
"""A day further away is that of an answer only where somebody says so."""
_CLAIMS = frozenset({Sort.ASKS, Sort.APPOINTS, Sort.DELIBERATES, Sort.ELSE})
_ANSWERS = frozenset({Sort.ANSWERS, Sort.CALLS})


def is_unclaimed(timed: Timed, parts: Clauses, today: dt.date) -> bool:
    """Whether a time can be that of an answer for all that is said of it, and nothing else lays claim to it."""
    time, before = timed.time, parts.before(timed.place)
    if _is_claimed(timed, parts):
        return False
    if _meets(time) or time.confidence is Confidence.UNCLEAR or not today <= time.window.latest <= today + _SOON:
        return False
    if time.modifier in (Modifier.AFTER, Modifier.SINCE) or _rests(time):
        return False
    denied = DENIED.inside(before) and time.modifier is not Modifier.UNTIL  # "not until the 6th" names the 6th
    return not (denied or _IF.search(before) or _HAPPENED.search(before) or PAST.inside(before + "§"))


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
    idle = time.rule in ("today", "the weekend", "that week", "<season>") or time.rule.startswith(
        ("holiday", "moved by")
    )
    return idle and time.modifier is Modifier.ON
