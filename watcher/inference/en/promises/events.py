"""The events that a mail dates, and the words that name one again.

"The board sits on the 10th" dates an event; "two days after the sitting" and "the day after they have sat" count from
it. Which event is meant is told by its words: any noun or verb that stood beside its date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from watcher.calendar import Calendar
from watcher.inference.en.promises.clauses import Clauses, FoundCue, Timed
from watcher.inference.en.promises.cues import Sort
from watcher.inference.times import Modifier, TimeExpression
from watcher.model import Window

__all__ = ["Events"]

_DATED = frozenset({Sort.DELIBERATES, Sort.ELSE, Sort.APPOINTS})
"""The cues of what an answer is counted from."""
_SATURDAY = 5
_ABSENT = frozenset({"somebody is away", "they are back"})
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(
    r"(?<=\w{3})(?:ification|ations?|t?t?ings?|ify|ies|ied|ions?|ers?|ment|(?<!s)s|es|ed|e|y)$|(?<=\w{3}l)l(?:ing|ed)?$"
)
"""What tells a verb from its noun: ratify and ratification, sits and sitting."""
_COMMON = frozenset(
    "the and but for our your his her its their they you she who with from till until that this then when once after "
    "before all are was were will shall would should can could may might must have has had been being not now one two "
    "out off over next last first final hear tell know let get give take call".split()
)
"""Words that stand beside any date, and name nothing."""
_TIMES = frozenset("day days week weeks weekend month year date morning afternoon evening night end".split())
"""Words that name days themselves."""
_TO_ITS_END = re.compile(r"^(?:through|thru)\b|\band (?:including|with)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:!?§]|,? (?:and|but|so)\b")
_MENTION = re.compile(
    r"\b(?:after|following|of|from|past|post|beyond|before|to) (?P<words>"
    r"(?:(?:the|that|this|our|their|his|her|its|such|said) )?(?:(?:they|we|he|she|it|i)(?:'\w+)? )?(?:[\w-]+(?:'\w+)? ?){1,3})"
)
_NOT_BUT = re.compile(r"\b(?:but|until|till|before)\b[^,.;§]*$")
"""What is denied of one day is said of another: "they will not be sitting tomorrow but on Thursday"."""
_COUNTED = ("day ", "days ", "hours ", "week ", "weeks ", "morning ")
_NAME = re.compile(
    r"(?:the|that|your|our|their|his|her|its) (?:(?:[a-z]{3,} ){1,3}?(?:meets?|sits?|votes?|convenes?|decides?|talks?|gathers?)\b"
    r"|(?!week|month|long|date|day|end)[a-z]{3,}\b(?! (?:of|on|at)\b))"
)


@dataclass
class Events:
    """What a mail has dated so far: a ledger, to which every sentence adds."""

    last: Window | None = None
    """The days of the last that is no answer of theirs."""
    deliberation: Window | None = None
    """When they meet, or see others."""
    returns: Window | None = None
    """When one of them is back."""
    by_stem: dict[str, Window] = field(default_factory=dict)
    """The days of each, by the stems of the words beside them."""

    past: dict[str, Window] = field(default_factory=dict)
    """The days of those that have been."""
    _met: FoundCue | None = None
    """The cue of `deliberation`."""

    def note(self, parts: Clauses, timed: Timed, calendar: Calendar) -> None:
        """Take in a time that is to come."""
        time = timed.time
        cue = parts.nearest(timed.place, parts.cues)
        dates = (cue.sort in _DATED if cue else timed.place > 0) and not time.rule.startswith("holiday")
        for stem in _beside(parts, timed):
            if dates:
                self.by_stem[stem] = time.window
            else:  # an answer of theirs takes no word from an event
                self.by_stem.setdefault(stem, time.window)
        if time.rule.startswith("holiday"):
            self.by_stem[_stem("holiday")] = time.window
        if dates and not (cue is None and _is_weekend(time.window)):  # which is hardly when a board sits
            self.last = time.window
        if (
            cue is not None
            and cue.sort is Sort.DELIBERATES
            and cue is not self._met
            and not _is_denied(parts, timed, cue)
        ):
            self.deliberation, self._met = time.window, cue  # they meet on the first of two days beside it
        if cue is not None and cue.name in _ABSENT:
            self.returns = _back(time, cue, calendar)

    def recall(self, parts: Clauses, timed: Timed, today: dt.date) -> None:
        """Take in a day that has been: "thanks for Monday's onsite", from which "five days from the onsite" counts."""
        day = timed.time.window.latest
        day -= dt.timedelta(days=7 * (day >= today))  # a weekday is read as the coming one
        for stem in _beside(parts, timed):
            self.past.setdefault(stem, Window(day, day))

    def replace(self, old: Window, new: Window) -> None:
        """What was dated by a day that another takes the place of, is on that other."""
        for stem, days in self.by_stem.items():
            if days == old:
                self.by_stem[stem] = new

    def mask(self, text: str) -> tuple[str, Window | None]:
        """A sentence in plain lower case in which the first event named again is a §, and its days, if an earlier one dated it.

        Behind "the day after" stands an event in any case: the last one, where its name is not known.
        """
        for mention in _MENTION.finditer(text) if self.by_stem or self.last or self.past else ():
            start, end, days = mention.start("words"), 0, None
            counts = text.endswith(_COUNTED, 0, mention.start())
            for word in _WORD.finditer(text, start, mention.end()):
                if word.group() in _TIMES:
                    break
                stem = _stem(word.group())
                known = self.by_stem.get(stem) or (self.past.get(stem) if counts else None)
                if known is not None and word.group() not in _COMMON:
                    end, days = word.end(), known
            if days is None and self.last is not None and counts:
                name = _NAME.match(text, start)
                here = name is not None and _is_spoken_of(name.group(), text[: mention.start()])
                end, days = (name.end(), None if here else self.last) if name else (0, None)
            if end:
                return f"{text[:start]}{' ' * (end - start - 1)}§{text[end:]}", days
        return text, None


def _is_denied(parts: Clauses, timed: Timed, cue: FoundCue) -> bool:
    """Whether they do not meet then: "do not sit by the phone on Friday", but "they won't sit until the 12th"."""
    until = timed.time.modifier is Modifier.UNTIL or _NOT_BUT.search(parts.text, cue.end, timed.place)
    return parts.denied(cue) and not until


def _is_spoken_of(name: str, before: str) -> bool:
    """Whether the sentence itself has told of what is named: "they meet on the 18th; within two days of the meeting"."""
    told = {_stem(word) for word in _WORD.findall(before)}
    return any(_stem(word) in told for word in _WORD.findall(name) if word not in _COMMON)


def _back(time: TimeExpression, cue: FoundCue, calendar: Calendar) -> Window:
    """The first day back: "until the 6th" and "back on the 6th" name it, "closed on the 6th" and "through the 6th" the day before."""
    until = time.modifier is Modifier.UNTIL and not _TO_ITS_END.search(time.words)
    if until or cue.name != "somebody is away":
        return time.window
    day = calendar.add_business_days(time.window.latest, 1)
    return Window(day, day)


def _is_weekend(days: Window) -> bool:
    return days.latest.weekday() >= _SATURDAY


def _beside(parts: Clauses, timed: Timed) -> Iterator[str]:
    """The stems of the words from the time before a time to the end of its clause."""
    start = parts.text.rfind("§", 0, timed.place) + 1
    border = _CLAUSE_END.search(parts.text, timed.place + 1)
    text = parts.text[start : border.start() if border else len(parts.text)]
    return (_stem(word) for word in _WORD.findall(text) if word not in _COMMON | _TIMES)


def _stem(word: str) -> str:
    return _ENDING.sub("", word)
