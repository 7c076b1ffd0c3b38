"""A sentence seen as times and cues, and which belongs to which.

Every time expression is a single § in the `text` of a `Clauses`; a time belongs to the cue nearest to it, where each
border between clauses counts as distance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from watcher.inference.cues import Likely, Wanted, holds
from watcher.inference.en.promises.answers import ANSWERS
from watcher.inference.en.promises.cues import Cue, Sort
from watcher.inference.en.promises.others import OTHERS
from watcher.inference.en.promises.replaced import replacements
from watcher.inference.en.promises.withdrawn import DENIED, GONE_BY, NO_DATE, happened, happened_then
from watcher.inference.literals import needs
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence, Window

__all__ = ["CUES", "Clauses", "FoundCue", "Timed", "clauses"]

_TOO_FAR = 70
"""Characters, borders included, beyond which a time belongs to nothing."""
_BEHIND = 6
"""What it costs a cue to stand behind its time rather than before it: "by Friday we decide"."""
_BEHIND_AFTER_OTHERS = 60
"""What it costs where more than a word or two stand before the time in its clause: these are what it is the time of."""
_LEADING = 1
_BORDERS = (
    (re.compile(r"[;:]|\s-+\s|\.{2,}|[.!?]"), 30),
    (re.compile(r","), 12),
    (re.compile(r"\b(?:and|so(?! (?:much|many|far|that|long))|but|then|or|if|until)\b"), 12),
    (
        re.compile(
            r"\b(?:so that|in order|because|once|when|after|before|while|as soon as|since|who|which|whose|where)\b"
        ),
        20,
    ),
    (re.compile(r"§"), 12),
)
_CLAUSE = re.compile(r"[,;:.!?]|\b(?:but|and|so(?! (?:much|many|far|that|long))|though)\b")
_PIECE = re.compile(r"[,;:.!?§]|\b(?:but|and(?! to\b)|so(?! (?:much|many|far|that|long))|though)\b")
_THAT = re.compile(r"\b(?:that|because|since)\b")
"""Behind such words a clause begins anew: "she told me that by Wednesday you'd ring"."""
_TWICE = re.compile(
    r"\b(?:till|'til|until|without|before)\b(?= (?:you|writing|telling|calling|ringing|phoning|letting|answering))"
)
"""Behind such words a negation before them says the contrary."""
_ASIDE = re.compile(r", (?:be it|whether|either|good or bad)\b[^,;.§]*,")
"""What names both outcomes takes a time no further from its cue."""
_TOPIC = re.compile(
    r"\b(?:about|regarding|concerning|following|after|in|during|for|between|of|(?:answer|reply|response|decision|feedback|news|word) (?:to|on)) (?:the |an? |your |our |this |that )?$"
)
"""Behind such words something is spoken about, and no date is its own: "you'll have word about the interview by Friday"."""
_OF_WHAT = re.compile(r"§ (?P<side>after|following|before) (?:the|our|their|his|her|its|my|your|we|they|he|she|it|i)\b")
_ASIDE_OF_DAY = re.compile(
    r" ?[,(–-] ?(?:(?:so|just|right|straight|shortly|immediately|directly|well|still|that is|i\.e\.) )*(?:before|after|ahead of)\b(?: (?!or\b|else\b)[\w']+)*\Z"
)
"""Behind a day, how it lies to a holiday."""
_HAS_BEEN = re.compile(r"(?: [\w']+){0,4} (?:is|was|(?:has|have|had)(?: now| just)? been) ")
"""Between a thing and what became of it."""
_QUESTION = re.compile(r"[^,;:.!?§]{0,20}\b(?:whether|who|which)\b[^,;:.!?§]*")
_ASKED = (Sort.APPOINTS, Sort.DELIBERATES, Sort.ELSE)
_CLAIMING = (Sort.APPOINTS, Sort.ASKS, Sort.ELSE)
_STRONG = frozenset({"surprised if", "others decide"})
"""Cues beside which those that overlap them mean nothing, as beside those that ask me for something."""
_BOTH_WAYS = frozenset({"who it is"})
"""Cues in which a negation is one of two outcomes: "who is in and who is not"."""
_THINGS = (Sort.APPOINTS, Sort.DELIBERATES, Sort.ASKS)
CUES = (*ANSWERS, *OTHERS)
_LIKELY = Likely((needs(cue.pattern.pattern), place) for place, cue in enumerate(CUES))
_NO_DATE = Wanted(needs(NO_DATE.pattern.pattern))


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue in a sentence."""

    name: str
    sort: Sort
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression, and the place of its §."""

    place: int
    time: TimeExpression


@dataclass(frozen=True)
class Clauses:
    """A sentence in plain lower case with a § for each of its times."""

    text: str
    times: tuple[Timed, ...]
    after_one_ahead: bool = True
    """Whether what is counted from the time named last before this sentence is still to come."""

    @cached_property
    def cues(self) -> tuple[FoundCue, ...]:
        """All cues but parts of longer ones, and but those in stronger ones ("let us know by Friday")."""
        found = [
            FoundCue(cue.name, cue.sort, match.start(), match.end())
            for cue in self._likely()
            for match in cue.pattern.finditer(self.text)
        ]
        if not found:
            return ()
        found = [cue for cue in found if not (cue.sort in _THINGS and _TOPIC.search(self.text, 0, cue.start))]
        asks = [cue.end for cue in found if cue.sort is Sort.ASKS]
        found = [cue for cue in found if not (cue.name == "where you stand" and _follows(cue.start, asks))]
        things = [cue.end for cue in found if cue.sort in _CLAIMING]
        found = [cue for cue in found if not (cue.sort is Sort.CORRECTS and self._is_of(cue, things))]
        told = [cue.end for cue in found if cue.sort is Sort.ANSWERS]
        found = [cue for cue in found if not (cue.sort in _ASKED and self._is_asked(cue, told))]
        whole = [cue for cue in found if not any(_contains(other, cue) for other in found)]
        strong = [cue for cue in whole if cue.sort is Sort.ASKS or cue.name in _STRONG]
        return tuple(c for c in whole if c in strong or not any(_overlap(other, c) for other in strong))

    def _is_of(self, cue: FoundCue, things: Sequence[int]) -> bool:
        """Whether it is something else that is set or moved: "the start date will be", "the closing date on the site has been moved"."""
        return any(0 <= cue.start - end <= 1 or _HAS_BEEN.fullmatch(self.text, end, cue.start) for end in things)

    def _is_asked(self, cue: FoundCue, told: Sequence[int]) -> bool:
        """Whether a cue is part of the question that is answered: "I'll tell you whether you are on board by Friday"."""
        return any(end < cue.start and _QUESTION.fullmatch(self.text, end, cue.start) for end in told)

    def _likely(self) -> Iterator[Cue]:
        """The cues of which the text holds what they cannot be without."""
        return map(CUES.__getitem__, sorted(_LIKELY.among(holds(self.text))))

    @cached_property
    def no_date(self) -> re.Match[str] | None:
        """Where no date is given, or one is taken back; "you won't hear until the 6th" gives one."""
        for match in NO_DATE.pattern.finditer(self.text) if _NO_DATE.met(holds(self.text)) else ():
            last = [timed for timed in self.times if match.start() <= timed.place < match.end()][-1:]
            if not (last and last[0].time.modifier in (Modifier.UNTIL, Modifier.BEFORE, Modifier.AFTER)):
                return match
        return None

    def nearest(self, place: int, cues: Sequence[FoundCue]) -> FoundCue | None:
        """The cue that the time at `place` belongs to."""
        within = (cue for cue in cues if cue.end >= place - _TOO_FAR and cue.start <= place + 1 + _TOO_FAR)
        costs = [(self._cost(place, cue), cue.start, cue) for cue in within]
        near = [each for each in costs if each[0] <= _TOO_FAR]
        return min(near, key=lambda each: each[:2])[2] if near else None

    def _cost(self, place: int, cue: FoundCue) -> int:
        if cue.end <= place:
            return _distance(self.text[cue.end : place])
        if cue.start > place:
            leads = len(_THAT.split(self.before(place))[-1].split()) <= _LEADING
            return _distance(self.text[place + 1 : cue.start]) + (_BEHIND if leads else _BEHIND_AFTER_OTHERS)
        return 0

    @cached_property
    def ahead(self) -> tuple[Timed, ...]:
        """The times that are still to come: "thank you for coming in on Thursday" names one that is not.

        Nor does what is counted from such a one: "they met on Thursday, and the day after".
        """
        gone: set[int] = set()
        follows = self.after_one_ahead
        for timed in self.times:
            if timed.time.past or self._gone_by(timed) or (timed.time.relative and not follows):
                gone.add(timed.place)
            if timed.time.past and len(gone) < self.times.index(timed) + 1:
                continue  # "on Thursday; he was away yesterday", and the day after counts from Thursday
            follows = timed.place not in gone or timed.time.confidence is Confidence.UNCLEAR
        return tuple(timed for timed in self.times if timed.place not in gone)

    @cached_property
    def replaced(self) -> tuple[tuple[Timed, Timed], ...]:
        """Each time that another takes the place of, and that other: "it isn't the 17th, it's the 24th"."""
        at = {timed.place: timed for timed in self.times}
        return tuple((at[old], at[new]) for old, new in replacements(self.text))

    def undated(self, timed: Timed, spoken: Window | None = None) -> bool:
        """Whether a weekday is counted from what nobody has dated: "the Wednesday after the festival".

        Behind a day `spoken` of before, it is the first of its kind: "he is back on the 9th. The Friday after he is...".
        """
        what = _OF_WHAT.match(self.text, timed.place) if timed.time.rule == "the <weekday>" else None
        dated = spoken is not None or any(other.place < timed.place for other in self.ahead)
        return what is not None and (not dated or what["side"] == "before")

    def leads_on(self, timed: Timed) -> bool:
        """Whether what is counted from a time is still to come; "it went over to Friday's sitting" leaves it open."""
        return timed in self.ahead or timed.time.confidence is Confidence.UNCLEAR

    def _gone_by(self, timed: Timed) -> bool:
        if timed.time.modifier is Modifier.AFTER:
            return False
        before = self.before(timed.place)
        named = timed.time.modifier is Modifier.ON and timed.time.grain <= Grain.DAY
        return GONE_BY.inside(before) or (named and (happened(before) or happened_then(self.text, timed.place)))

    def before(self, at: int, *, times_end_it: bool = False) -> str:
        """What stands before a place in its clause, or behind the last time in it."""
        start = 0
        for border in (_PIECE if times_end_it else _CLAUSE).finditer(self.text, 0, at):
            start = border.end()
        return self.text[start:at]

    def denies_aside(self, cue: FoundCue, timed: Timed) -> bool:
        """Whether a clause behind that of a cue says of a time that it will not be then."""
        own = self.before(timed.place)
        behind = cue.end <= timed.place - len(own) and timed.time.modifier is not Modifier.UNTIL
        return behind and DENIED.inside(own)

    def denied(self, cue: FoundCue) -> bool:
        """Whether the clause says that it will not be so; "I'm not leaving till you have your answer" says that it will."""
        own = "" if cue.name in _BOTH_WAYS else self.text[cue.start : cue.end]
        return DENIED.inside(_TWICE.split(self.before(cue.start)[-60:])[-1] + own)


def clauses(
    text: str, times: Sequence[TimeExpression], turned: Callable[[str], str] = str, *, leads_on: bool = True
) -> Clauses:
    """`text`, in plain lower case, with its times masked, and its words then `turned`.

    `leads_on` is that of the time named last before.
    """
    text = text.replace("§", " ")
    times = [time for before, time in zip([None, *times], times, strict=False) if not _is_aside(text, before, time)]
    edges = [0, *(edge for time in times for edge in (time.start, time.end)), len(text)]
    masked = turned("§".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)))
    places = (place for place, sign in enumerate(masked) if sign == "§")
    return Clauses(masked, tuple(Timed(place, time) for place, time in zip(places, times, strict=True)), leads_on)


def _is_aside(text: str, before: TimeExpression | None, time: TimeExpression) -> bool:
    """Whether a time tells only how a day named before it lies to a holiday: "on Tuesday, straight after the long weekend"."""
    if before is None or before.grain is not Grain.DAY or not time.rule.startswith("holiday"):
        return False
    if before.rule.startswith("holiday") or before.modifier not in (Modifier.ON, Modifier.BY):
        return False
    return _ASIDE_OF_DAY.match(text, before.end, time.end) is not None


def _contains(one: FoundCue, other: FoundCue) -> bool:
    longer = one.end - one.start > other.end - other.start
    return longer and one.sort is not other.sort and one.start <= other.start and other.end <= one.end


def _overlap(one: FoundCue, other: FoundCue) -> bool:
    return one.start < other.end and other.start < one.end


def _follows(start: int, ends: Sequence[int]) -> bool:
    """Whether a place stands right behind one of others: "the start date will be" sets that date and no other."""
    return any(0 <= start - end <= 1 for end in ends)


def _distance(between: str) -> int:
    between = _ASIDE.sub(",", between)
    return len(between) + sum(cost * len(pattern.findall(between)) for pattern, cost in _BORDERS)
