"""Knowing a promise of theirs to answer, and the day it names, in English mail.

Each time expression of a sentence belongs to the cue nearest to it (`clauses`). Where that cue is an answer of theirs,
not denied and not of the past, the expression is the promised time. A promise without a time of its own takes the one
spoken of before it: "the panel meets on Tuesday and I'll let you know then". In my own mail only what I report of their
words counts. Of several dates the latest is the stated one; none where they take the date back and name no other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from watcher.inference.en.promises.clauses import Clauses, FoundCue, Timed, clauses
from watcher.inference.en.promises.cues import Sort
from watcher.inference.en.promises.reports import chases, reports, turned
from watcher.inference.en.promises.withdrawn import DENIED, PAST, STILL_HOLDS, WONDERS
from watcher.inference.en.times import find_times
from watcher.inference.heard import plain
from watcher.inference.sentences import MAX_SENTENCE, Sentence
from watcher.inference.speech import Speech
from watcher.inference.times import Modifier, TimeExpression
from watcher.model import Confidence, Kind, Side, Statement, Window
from watcher.text import shorten

__all__ = ["decisions"]

_ANSWERS = (Sort.ANSWERS, Sort.CALLS)
_PAPERS = re.compile(
    r"\b(?:invite|invitation|link|details|agenda|contract|offer letter|paperwork|schedule|times|slots?|address|"
    r"directions|forms?|calendar|test|assignment|challenge|task|questionnaire|job description|spec|laptop|badge|pack|"
    r"brochure|case study|zoom|to (?:discuss|go|talk|walk|chat|schedule|arrange|set|book|introduce|prep))\b"
)
"""What a call or a mail may bring that is no answer."""
_THEN = re.compile(
    r"\b(?:then|at that point|by that time|that's when|that is when|afterwards?|after (?:that|the meeting)|"
    r"as soon as (?:we|they|that|it)|(?:right|straight|immediately|directly|shortly|soon) (?:after|afterwards)|thereafter|on (?:the|that) (?:same )?(?:date|day))\b"
)
_TAG = re.compile(r"\b(?:correct|right|yes|ok|okay|yeah|no|deal|alright|all right|fine|(?:okay|ok|alright|fine) with you)\?\W*$", re.IGNORECASE)
"""A question that asks for no more than a nod."""
_CONTEXT = re.compile(r"\b(?:decid|decision|answer|news|feedback|hear\b|know\b|wait|patien|delay|sorry|apolog|timing|timeline|timescale|date\b|offer|choice|pick\b|candidate|finalist|final|result|sign|approv|committee|board\b|panel|outcome|verdict|reply|list\b|confirm|letter|notice|no later than|at the latest)")
_SETTLED = re.compile(r"\b(?:unfortunately|regret|not (?:been )?(?:selected|successful)|someone else|somebody else|another candidate|went to|congratulations|delighted|pleased to (?:offer|inform)|offer letter|letter of offer|frozen|on hold|cancel\w*|interview\w*|sign(?:ed)?)\b")
_AFTER_THAT = re.compile(r"\bafter (?:that|it|this)\b")
_WEEKS_LATER = 8
_FEW = 99
"""Words before a time in its clause that make it the time of something else."""
_ONCE = re.compile(r"\b(?:when|once|as soon as|after)\b")
_CONCLUDES = re.compile(r"(?:\bso|\bi\.e\.|\bor|failing that|worst case|at worst|\bmaybe|\band)[ ,:]*$")
"""Between two times: the second restates the first."""
_REST = re.compile(
    r"(?:\W|\b(?:anyway|worst|best|case|at|the|very|latest|earliest|most|more|likely|probably|possibly|hopefully|maybe|perhaps|"
    r"or|and|if|not|sooner|realistically|tops|promise|sure|for|though|then|but|i|think|all|being|well|fingers|crossed|"
    r"could|might|may|be|slip|to|as|is|it|that|would|my|guess|bet|money|on|so|sorry|instead|by|definitely|certainly)\b)*"
)
"""Words of a sentence that is the rest of the one before it: "Worst case Monday"."""
_PATIENCE = frozenset({"be patient until", "if you hear nothing"})
_NEVER_DENIED = _PATIENCE | {"surprised if"}


@dataclass
class _Mail:
    """What was read of a mail so far."""

    speech: Speech
    that: Window | None = None
    """The days spoken of last."""
    ahead: Window | None = None
    """The days to come spoken of last."""
    deliberation: Window | None = None
    """When they meet, or see others, as far as was said."""
    before: Clauses | None = None
    """The sentence before."""

    @property
    def answered(self) -> bool:
        """Whether the sentence before spoke of their answer."""
        return self.before is not None and any(cue.sort in _ANSWERS for cue in self.before.cues)

    @property
    def deliberated(self) -> bool:
        """Whether the sentence before spoke of their deliberations."""
        return self.before is not None and any(cue.sort is Sort.DELIBERATES for cue in self.before.cues)


def decisions(sentences: Sequence[Sentence], speech: Speech) -> tuple[Statement, ...]:
    """When they say that they will answer.

    Args:
        sentences: The words of one message.
        speech: Who wrote it, when and where.

    Returns:
        At most one statement: `DECIDES_BY` with the window they named, or `NO_DATE` where they take a date back or say
        that they can give none.
    """
    mine = speech.side is Side.ME
    mail = _Mail(speech)
    stated: list[Statement] = []
    withdrawn: list[Statement] = []
    if mine and any(chases(plain(sentence.text)) for sentence in sentences):
        return ()
    seen: list[tuple[Sentence, Clauses]] = []
    for sentence in _whole(sentences):
        times = find_times(sentence.text, speech, that=mail.that)
        parts = clauses(plain(sentence.text), times)
        if mine:
            if reports(parts.text):
                stated += _promises(replace(parts, text=turned(parts.text)), sentence, mail)
        else:
            if parts.no_date:
                withdrawn.append(Statement(Kind.NO_DATE, shorten(sentence.text), "no date"))
            stated += _promises(parts, sentence, mail)
        _remember(mail, parts)
        mail.before = parts
        seen.append((sentence, parts))
    if not stated and speech.side is Side.THEM and _about_an_answer(seen):
        stated += _left_over(seen)
    clear = [s for s in stated if s.confidence is not Confidence.UNCLEAR] or stated
    if clear:
        return (max(clear, key=lambda s: s.window.latest if s.window else dt.date.min),)
    return tuple(withdrawn[:1])


def _whole(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences again as one that a colon or semicolon parts: "New date: 9/30", "Should know Tuesday; worst case Friday"."""
    waiting: Sentence | None = None
    for sentence in sentences:
        if waiting is not None and waiting.paragraph == sentence.paragraph and waiting.text.endswith((":", ";")):
            text = f"{waiting.text} {sentence.text}"
            if len(text) <= MAX_SENTENCE:
                waiting = Sentence(text, sentence.paragraph, sentence.is_question)
                continue
        if waiting is not None:
            yield waiting
        waiting = sentence
    if waiting is not None:
        yield waiting


def _remember(mail: _Mail, parts: Clauses) -> None:
    for timed in parts.times:
        if timed in parts.ahead:
            cue = parts.nearest(timed.place, parts.cues)
            if cue is not None and cue.sort is Sort.DELIBERATES:
                mail.deliberation = timed.time.window
            mail.that = mail.ahead = timed.time.window
        elif mail.that is None:
            mail.that = timed.time.window


def _promises(parts: Clauses, sentence: Sentence, mail: _Mail) -> Iterator[Statement]:
    """The promises of one sentence."""
    if not parts.times and not (mail.ahead and _THEN.search(parts.text)):
        return
    cues = [c for c in parts.cues if c.sort is not Sort.CALLS or not _PAPERS.search(parts.text, c.end, c.end + 60)]
    answers = [c for c in cues if c.sort in _ANSWERS]
    if not (answers or _speaks_of_it(parts, mail)):
        cues = [c for c in cues if c.sort is not Sort.CORRECTS]
    if (
        sentence.is_question
        and not _TAG.search(sentence.text)
        and not any(
        c.name in _PATIENCE or (c.sort is Sort.CORRECTS and mail.answered) for c in cues
    )
    ):
        return
    promised = list(_promised(parts, cues, mail))
    if promised:
        for timed, cue in promised:
            if _kept(parts, cue, timed, mine=mail.speech.side is Side.ME):
                time = _at_last(_after_that(parts, timed, mail))
                time = _later(time, _deliberation(parts, timed) or mail.deliberation)
                yield _statement(sentence, cue.name, time, _confidence(parts, cue, time))
        return
    for cue in answers:
        if not (parts.denied(cue) or parts.no_date):
            time = _spoken_of(parts, cue)
            if time is not None:
                yield _statement(sentence, cue.name, time, Confidence.LIKELY)
                return
            then = _THEN.search(parts.text)
            window = mail.deliberation if then and then.group().startswith("as soon as") else mail.ahead
            if then and window is not None:
                yield Statement(
                    Kind.DECIDES_BY, shorten(sentence.text), f"{cue.name}; then", Confidence.LIKELY, window=window
                )
                return


def _speaks_of_it(parts: Clauses, mail: _Mail) -> bool:
    """Whether a date that is set or moved in a sentence without an answer in it ("make it Friday") can be that of one."""
    if any(cue.sort is Sort.APPOINTS for cue in parts.cues):
        return False
    deliberates = any(cue.sort is Sort.DELIBERATES for cue in parts.cues)
    return deliberates or PAST.search(parts.text) is not None or mail.answered or mail.deliberated


def _promised(parts: Clauses, cues: Sequence[FoundCue], mail: _Mail) -> Iterator[tuple[Timed, FoundCue]]:
    """The times that belong to an answer of theirs, with its cue."""
    last: FoundCue | None = None
    end = 0
    for timed in parts.times:
        cue = parts.nearest(timed.place, cues)
        between = parts.text[end : timed.place]
        end = timed.place + 1
        if timed.time.rule.startswith("give us") and (cue is None or cue.sort is not Sort.ELSE):
            cue = FoundCue("be patient", Sort.ANSWERS, timed.place, timed.place)
        elif last is not None and _CONCLUDES.search(between):
            cue = last
        elif cue is None and not cues and _REST.fullmatch(parts.text) and mail.answered:
            cue = FoundCue("the rest of it", Sort.ANSWERS, timed.place, timed.place)
        if cue is None or cue.sort not in (*_ANSWERS, Sort.CORRECTS) or timed not in parts.ahead:
            last = None
            continue
        last = cue
        has_outcome = any(c.name == "the outcome" for c in cues)
        if cue.sort is Sort.CALLS and timed.time.clock[0] is not None and not has_outcome:
            continue  # "I'll ring you tomorrow at 12.30" is an appointment
        yield timed, cue


def _kept(parts: Clauses, cue: FoundCue, timed: Timed, *, mine: bool) -> bool:
    """Whether the promise holds: not denied, not of the past, not wondered about."""
    text, time = parts.text, timed.time
    before = parts.before(min(cue.start, timed.place), times_end_it=True)
    broken = PAST.search(before) or PAST.search(parts.before(timed.place, times_end_it=True) + "§")
    if broken and not mine and cue.name != "surprised if" and not STILL_HOLDS.search(text):
        return False
    if WONDERS.search(text, 0, cue.end):
        return False
    gone = parts.no_date
    if gone and " but " not in text[min(gone.start(), cue.start) : max(gone.end(), timed.place)]:
        return False
    if time.modifier is Modifier.AFTER and time.confidence is Confidence.UNCLEAR:
        return cue.name == "surprised if"
    if cue.name not in _NEVER_DENIED and parts.denied(cue):
        return time.modifier is Modifier.UNTIL  # "you won't hear until the 6th"
    return True


def _free(parts: Clauses, timed: Timed) -> bool:
    """Whether a time can be that of an answer named behind it."""
    cue = parts.nearest(timed.place, parts.cues)
    if cue is None or cue.sort in (Sort.DELIBERATES, Sort.CORRECTS, *_ANSWERS):
        return True
    return cue.sort is not Sort.ASKS and _THEN.search(parts.text, timed.place) is not None


def _deliberation(parts: Clauses, timed: Timed) -> Window | None:
    """The time of their deliberations, or of another answer, named before a time in its sentence."""
    for earlier in reversed([t for t in parts.ahead if t.place < timed.place]):
        cue = parts.nearest(earlier.place, parts.cues)
        if cue is not None and cue.sort in (Sort.DELIBERATES, *_ANSWERS, Sort.CORRECTS):
            return earlier.time.window
    return None


def _after_that(parts: Clauses, timed: Timed, mail: _Mail) -> TimeExpression:
    """ "Give us two days to count the money after that" counts from what was spoken of before."""
    time = timed.time
    if mail.ahead is None or not time.rule.startswith("give us") or not _AFTER_THAT.search(parts.text, timed.place):
        return time
    window = Window(None, mail.ahead.latest + (time.window.latest - mail.speech.today))
    return replace(time, window=window, confidence=Confidence.LIKELY)


def _at_last(time: TimeExpression) -> TimeExpression:
    """ "I'd be surprised if it took longer than the 15th" names the 15th."""
    if time.modifier is not Modifier.AFTER or time.window.earliest is None or time.confidence is not Confidence.UNCLEAR:
        return time
    window = Window(None, time.window.earliest - dt.timedelta(days=1))
    return replace(time, window=window, confidence=Confidence.LIKELY)


def _later(time: TimeExpression, deliberation: Window | None) -> TimeExpression:
    """A bare weekday is the one after they met: "the panel meets on the 18th and we'll let you know by Friday"."""
    if deliberation is None or time.rule != "<weekday>":
        return time
    start = deliberation.earliest or deliberation.latest
    weeks = max(0, -(-((start - time.window.latest).days + 1) // 7))
    if weeks == 0 or weeks > _WEEKS_LATER:
        return time
    shift = dt.timedelta(days=7 * weeks)
    earliest = time.window.earliest
    window = Window(earliest + shift if earliest else None, time.window.latest + shift)
    return replace(time, window=window, confidence=Confidence.LIKELY)


def _spoken_of(parts: Clauses, cue: FoundCue) -> TimeExpression | None:
    """The time that a promise without one of its own refers to, in its sentence."""
    before = [t for t in parts.ahead if t.place < cue.start and _free(parts, t)]
    if before:
        time = before[-1].time
        return time if time.modifier is not Modifier.AFTER else None
    for timed in parts.ahead:
        if _ONCE.search(parts.text, cue.end, timed.place):
            return timed.time
    return None


def _confidence(parts: Clauses, cue: FoundCue, time: TimeExpression) -> Confidence:
    if time.confidence is Confidence.UNCLEAR:
        return Confidence.UNCLEAR
    doubtful = cue.sort is not Sort.ANSWERS or parts.denied(cue) or time.confidence is Confidence.LIKELY
    return Confidence.LIKELY if doubtful else Confidence.SURE


def _about_an_answer(seen: Sequence[tuple[Sentence, Clauses]]) -> bool:
    """Whether a mail without a promise seems to be about their answer, and about nothing else."""
    cues = {cue.sort for _, parts in seen for cue in parts.cues}
    text = " ".join(parts.text for _, parts in seen)
    elsewhere = Sort.ASKS in cues or Sort.APPOINTS in cues or _SETTLED.search(text)
    return not elsewhere and _CONTEXT.search(text) is not None


def _left_over(seen: Sequence[tuple[Sentence, Clauses]]) -> Iterator[Statement]:
    """Times that nothing else lays claim to, in a mail that speaks of their answer: "Friday, definitely"."""
    for sentence, parts in seen:
        if sentence.is_question or parts.no_date:
            continue
        for timed in parts.ahead:
            before, time = parts.before(timed.place), timed.time
            cue = parts.nearest(timed.place, parts.cues)
            free = cue is None or (cue.sort is Sort.CORRECTS and all(c.sort is not Sort.ELSE for c in parts.cues))
            alone = len(before.split()) <= _FEW and time.clock[0] is None
            denied = PAST.search(before + "§") or DENIED.search(before)
            if free and alone and not denied and time.modifier not in (Modifier.AFTER, Modifier.UNTIL):
                yield _statement(sentence, "nothing else claims it", timed.time, Confidence.LIKELY)


def _statement(sentence: Sentence, name: str, time: TimeExpression, confidence: Confidence) -> Statement:
    rule = f"{name}; {time.rule}"
    return Statement(Kind.DECIDES_BY, shorten(sentence.text), rule, confidence, window=time.window)
