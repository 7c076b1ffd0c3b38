"""What a mail has spoken of so far, and the times that a promise takes from it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from watcher.inference.en.promises.clauses import Clauses, FoundCue, Timed
from watcher.inference.en.promises.cues import Sort, signal
from watcher.inference.en.promises.events import Events
from watcher.inference.en.promises.withdrawn import PAST
from watcher.inference.en.times import find_times
from watcher.inference.speech import Speech
from watcher.inference.times import NOTHING, Grain, Modifier, Referents, TimeExpression
from watcher.model import Confidence, Window

__all__ = ["ANSWERS", "Spoken", "counted_on"]

ANSWERS = (Sort.ANSWERS, Sort.CALLS)
"""The cues that make a promise."""
_WEEKS_LATER = 8
"""How far a bare weekday is carried behind the meeting it follows."""

_THEN = signal(
    "then",
    r"then", r"(?:when|once) (?:it|that|this|they) (?:is|are|'s|has|have)(?: all)? (?:up|over|out|done|through|run|passed|elapsed)", r"at the end of (?:it|that|this|which)", r"at that point", r"by that time", r"that'?s when", r"that is when", r"afterwards?", r"after (?:that|the meeting)", r"thereafter",
    r"within (?:that|this|the said|the same|said) (?:period|time|window|time ?frame)",
    r"(?:right|straight|immediately|directly|shortly|soon) (?:after|afterwards)", r"on (?:the|that) (?:same )?(?:date|day)(?! (?:after|before|following|which|that))",
    yes=("you'll hear then", "right after"),
)  # fmt: skip
_RIGHT_AFTER = signal(
    "right after", r"(?:straight|right|directly|shortly|soon)? ?after(?:wards)?", yes=("straight after",)
)
_AS_SOON = signal(
    "as soon as",
    r"(?:as soon as|the (?:minute|moment|second)) (?:we|they|that|it)",
    yes=("as soon as they decide",),
    no=("as soon as possible",),
)
_AHEAD = signal(
    "ahead",
    r"\w*'ll",
    r"will",
    r"going to",
    r"gonna",
    r"should",
    r"expect",
    r"plan",
    r"then",
    yes=("we'll meet", "i will"),
)
_BACK = signal(
    "once back",
    r"(?:when|once|as soon as|after|until|the (?:day|minute|moment)) (?:\w+(?:'\w+)?)(?: is| are| am| gets?)? (?:back(?! to| in touch)|returns?|returned|home|in(?! touch))",
    yes=("i'll text you when he's back", "once they are back"),
    no=("when we get back to you",),
)
_BARE = frozenset({"<weekday>", "the <weekday>"})
_WEEKDAYS = frozenset({"<weekday>", "<weekday>'s"})
_TERMS = (Modifier.BY, Modifier.UNTIL)
_NO_DAY = frozenset({"before that", "by lunch", "the end of the day", "clock"})
"""Times that name no day of their own."""
_ONCE = signal("once", r"when", r"once", r"as soon as", r"after", yes=("once she is back §",))
_AFTER_THAT = re.compile(
    r"(?:and |so |but )?(?:(?:post|after|following|upon) (?:that|this|which)\b|thereafter\b|then\b|from (?:there|then)\b"
    r"|(?:once|when|after|as soon as) (?:it|that|this|they|he|she|we|those) (?:has|have|does|do|is|are|did)\b)"
)
"""A sentence that begins so goes on from the day spoken of last: "once it has, give me a day"."""
_SOMEBODY = re.compile(r"§,? (?:i|we|he|she|they)\b")
_ON_DELIVERY = re.compile(
    r"\b(?:after|once|when|as soon as|from when) (?:it|you|they|this|that|your \w+|the \w+)(?:'ve|'s|'re| have| has| is| are)? (?:\w+ ){0,2}?"
    r"(?:lands?|landed|arrives?|arrived|sends?|sent|in|back|here|with (?:me|us)|reach(?:es|ed)?|submit\w*|return\w*|deliver\w*|upload\w*|hand(?:s|ed)?|done)\b[^.;§]{0,40}$"
)
"""Before a length that counts from what I have yet to send: "after it lands here I want five working days"."""
_NOT = re.compile(r"\bnot $")
_FORGET = re.compile(r"\b(?:not|forget(?: about)?|never mind|scrap|scratch) $")
"""Before a day from which no bare weekday counts: "so forget the 16th, I'll have their verdict on Friday"."""
_NO_COUNT = re.compile(r"§[^,.;§]{0,30} (?:doesn't|does not|don't|do not|won't) count\b")
_BEFORE = re.compile(r"\bbefore (?:\w+(?:'\w+)? ){1,8}$")


@dataclass
class Spoken:
    """The days that a mail has named, sentence by sentence."""

    speech: Speech
    last: Window | None = None
    """The days spoken of last: what "that day" means."""
    week: bool = False
    """Whether these are a week of the calendar."""
    ahead: Window | None = None
    """Those of them that are to come."""
    leads_on: bool = True
    """Whether what is counted from the time named last is still to come."""
    before: Clauses | None = None
    """The sentence before."""
    events: Events = field(default_factory=Events)
    """What other days are counted from."""
    due: dt.date | None = None
    """Until when something is asked of me."""
    supposed: Window | None = None
    """A day that another mail told, from which all of this one counts."""

    @property
    def answered(self) -> bool:
        """Whether the sentence before spoke of their answer."""
        return self.before is not None and any(cue.sort in ANSWERS for cue in self.before.cues)

    @property
    def taken_back(self) -> bool:
        """Whether the sentence before took a date back."""
        return self.before is not None and self.before.no_date is not None

    @property
    def recalled(self) -> bool:
        """Whether the sentence before recalled a date that was meant once: "I know I said tomorrow"."""
        return self.before is not None and bool(self.before.times) and PAST.inside(self.before.text)

    @property
    def deliberated(self) -> bool:
        """Whether the sentence before spoke of their deliberations."""
        return self.before is not None and any(cue.sort is Sort.DELIBERATES for cue in self.before.cues)

    @classmethod
    def on_from(cls, speech: Speech, day: Window) -> Spoken:
        """What has been spoken of where another mail told a day, of a meeting or of an answer."""
        return cls(speech, day, ahead=day, events=Events(day, day), supposed=day)

    def times(self, sentence: str) -> tuple[TimeExpression, ...]:
        """The times of the sentence that follows, in plain lower case."""
        text, said = sentence, NOTHING
        if self.last is not None:
            text, named = self.events.mask(sentence)
            origin = self.last if _AFTER_THAT.match(sentence) else self.events.last
            said = Referents(self.last, self.week, origin, named, self.events.returns)
        times = find_times(text, self.speech, said)
        if self.events.last == self.supposed:  # no event of this mail
            times = tuple(time for time in times if not _is_on_delivery(time, text))
        return tuple(_beyond(time, self.due) for time in times) if self.due else times

    def hear(self, parts: Clauses) -> None:
        """Take in a sentence."""
        last = self.last
        for old, new in parts.replaced:
            self.events.replace(old.time.window, new.time.window)
        gone = [old for old, _ in parts.replaced]
        for timed in parts.times:
            if timed.time.rule in _NO_DAY or timed in gone:
                continue
            if _NOT.search(parts.before(timed.place)) or self._leads_nowhere(
                parts, timed
            ):  # "so not this Friday please"
                continue
            if timed not in parts.ahead:
                self._look_back(parts, timed)
            elif last is None or not _looks_back(parts, timed, last):
                self._look_ahead(parts, timed)
        if parts.times:
            past = parts.times[-1].time.window.latest <= self.speech.today
            self.leads_on = parts.leads_on(parts.times[-1]) or (past and self.supposed is not None)
        self.before = parts
        if self.supposed is not None:
            self.last = self.ahead = self.supposed
            self.events = Events(self.supposed, self.supposed)

    def _leads_nowhere(self, parts: Clauses, timed: Timed) -> bool:
        """Whether nothing counts from a time: "from today on", "Monday does not count", "a week later than planned"."""
        if timed.time.modifier is Modifier.SINCE and timed.time.window.latest <= self.speech.today:
            return True
        moved = timed.time.rule.startswith("moved by") and self.last is None
        return moved or _NO_COUNT.match(parts.text, timed.place) is not None

    def _look_ahead(self, parts: Clauses, timed: Timed) -> None:
        self.events.note(parts, timed, self.speech.calendar)
        self._note_due(parts, timed)
        stretch = timed.time.grain >= Grain.MONTH or timed.time.rule.startswith("holiday: the")
        if self.last is None or not stretch:  # no day follows "this year" or "the holidays"
            self.last, self.week = timed.time.window, timed.time.grain is Grain.WEEK
        self.ahead = timed.time.window

    def _look_back(self, parts: Clauses, timed: Timed) -> None:
        if timed.time.past or timed.time.rule in _WEEKDAYS:
            self.events.recall(parts, timed, self.speech.today)
        if self.last is None:
            self.last, self.week = timed.time.window, False

    def _note_due(self, parts: Clauses, timed: Timed) -> None:
        cue = parts.nearest(timed.place, parts.cues)
        if timed.time.modifier in _TERMS and cue is not None and cue.sort is Sort.ASKS:
            self.due = timed.time.window.latest

    def refers(self, parts: Clauses) -> bool:
        """Whether a sentence without a time of its own can refer to one spoken of before."""
        if self.ahead is None:
            return False
        if self.events.returns is not None and _BACK.inside(parts.text):
            return True
        if _THEN.inside(parts.text):
            return True
        return self.events.deliberation is not None and (_AS_SOON.inside(parts.text) or self.deliberated)

    def referred_to(self, parts: Clauses, cue: FoundCue, *, reported: bool = False) -> tuple[Window, str] | None:
        """The time of a promise without one of its own, and how it is known.

        It is the one before it in the sentence ("the panel meets on Tuesday and we'll let you know"), the one behind it
        ("I'll reply when I'm back on the 9th"), or that of a sentence before ("you'll hear then").
        """
        free = [t for t in parts.ahead if _free(parts, t, reported=reported)]
        before = [t for t in free if (t.place < cue.start or t.time.rule == "<weekday>'s")]
        if before:
            time = before[-1].time
            other = parts.nearest(before[-1].place, [c for c in parts.cues if c is not cue])
            talk = any(c is not None and c.sort in (Sort.CALLS, Sort.APPOINTS) for c in (cue, other))
            met = talk and time.clock[0] is not None and not _RIGHT_AFTER.inside(parts.text)
            return None if met or time.modifier is Modifier.AFTER else (time.window, time.rule)
        for timed in parts.ahead:
            if _ONCE.inside(parts.text[cue.end : timed.place]):
                return timed.time.window, timed.time.rule
        if self.events.returns is not None and _BACK.inside(parts.text):
            return self.events.returns, "once they are back"
        if self.ahead is not None and _THEN.inside(parts.text):
            return self.ahead, "then"
        if self.events.deliberation is not None and (_AS_SOON.inside(parts.text) or self.deliberated):
            return self.events.deliberation, "once they met"
        return None


def counted_on(parts: Clauses, timed: Timed, spoken: Spoken) -> TimeExpression:
    """A promised time, put where the days spoken of before it want it."""
    time = timed.time
    if time.modifier is Modifier.AFTER and time.confidence is Confidence.UNCLEAR and time.window.earliest:
        # "I'd be surprised if it took longer than the 15th" names the 15th
        return _likely(time, Window(None, time.window.earliest - dt.timedelta(days=1)))
    if time.modifier is Modifier.ON and time.window.earliest and _BEFORE.search(parts.before(timed.place)):
        # "before everybody logs off for Thanksgiving", but "before you go to bed that night"
        whole = time.grain > Grain.DAY or time.rule.startswith("holiday")
        return _likely(time, Window(None, time.window.earliest - dt.timedelta(days=whole)))
    here = _deliberation(parts, timed)
    deliberation = here or spoken.events.deliberation
    if time.rule in _NO_DAY - {"before that"} and spoken.deliberated and spoken.events.deliberation:
        # "the directors talk on Thursday. I'm on the phone to you by close of play"
        return _likely(time, spoken.events.deliberation)
    if deliberation is None:
        return time
    if time.rule == "in <n> <units>" and here:
        return _counted(time, f"{time.words} of that", spoken, deliberation)
    return _behind(time, deliberation)


def _counted(time: TimeExpression, words: str, spoken: Spoken, that: Window) -> TimeExpression:
    counted = find_times(words, spoken.speech, Referents(that))
    return _likely(time, counted[0].window) if counted else time


def _behind(time: TimeExpression, deliberation: Window) -> TimeExpression:
    """A bare weekday is the one after they met: "the panel meets on the 18th and we'll let you know by Friday"."""
    return _beyond(time, deliberation.earliest or deliberation.latest) if time.rule == "<weekday>" else time


def _beyond(time: TimeExpression, start: dt.date) -> TimeExpression:
    """A bare weekday as the first of its kind from a day on: "you have till the 30th; on Tuesday we look at it"."""
    weeks = -(-(start - time.window.latest).days // 7)
    if time.rule not in _BARE or not 0 < weeks <= _WEEKS_LATER:
        return time
    shift = dt.timedelta(days=7 * weeks)
    earliest = time.window.earliest
    return _likely(time, Window(earliest + shift if earliest else None, time.window.latest + shift))


def _is_on_delivery(time: TimeExpression, text: str) -> bool:
    """Whether a length begins with what I have yet to send, and so ends on no day that is known."""
    return time.rule.endswith("<n> <units>") and _ON_DELIVERY.search(text, 0, time.start) is not None


def _looks_back(parts: Clauses, timed: Timed, last: Window) -> bool:
    """Whether a bare weekday before the day spoken of last leads nowhere: "...on the 9th, and Thursday I am in Oulu"."""
    time = timed.time
    if time.rule != "<weekday>" or time.window.latest >= (last.earliest or last.latest):
        return False
    cue = parts.nearest(timed.place, parts.cues)
    return cue.sort is Sort.ELSE if cue else _SOMEBODY.match(parts.text, timed.place) is not None


def _deliberation(parts: Clauses, timed: Timed) -> Window | None:
    """The time of their deliberations, or of another answer, named before a time in its sentence."""
    for earlier in reversed([t for t in parts.ahead if t.place < timed.place]):
        cue = parts.nearest(earlier.place, parts.cues)
        moves = earlier.time.rule.startswith("moved by")  # "add two days, which makes it Friday"
        if _FORGET.search(parts.before(earlier.place)):
            continue
        if cue is not None and cue.sort in (Sort.DELIBERATES, Sort.CORRECTS, *ANSWERS) and not moves:
            return earlier.time.window
    return None


def _free(parts: Clauses, timed: Timed, *, reported: bool) -> bool:
    """Whether a time can be that of an answer named behind it."""
    cue = parts.nearest(timed.place, parts.cues)
    if not reported and PAST.inside(parts.before(timed.place) + "§"):
        return False
    if timed.time.rule == "<weekday>'s":  # "Tuesday's panel gave feedback" has been
        return _AHEAD.inside(parts.text)
    if cue is None or cue.sort in (Sort.DELIBERATES, Sort.CORRECTS, *ANSWERS):
        return True
    return cue.sort is not Sort.ASKS and _THEN.inside(parts.text[timed.place :])


def _likely(time: TimeExpression, window: Window) -> TimeExpression:
    return replace(time, window=window, confidence=Confidence.LIKELY)
