"""Knowing a promise of theirs to answer, and the day it names, in English mail.

Each time expression of a sentence belongs to the cue nearest to it (`cues`), clause borders counting as distance. Where
that cue is an answer of theirs, not denied and not of the past, the expression is the promised time. A promise without
a time of its own takes the one spoken of before it: "the panel meets on Tuesday and I'll let you know then". In my own
mail only what I report of their words counts. Of several dates the latest is the stated one; none where they take the
date back and name no other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from watcher.inference.en.promises.cues import CUES, Sort
from watcher.inference.en.promises.withdrawn import BROKEN, DENIED, NO_DATE, PAST
from watcher.inference.en.times import find_times
from watcher.inference.heard import plain
from watcher.inference.sentences import Sentence
from watcher.inference.speech import Speech
from watcher.inference.times import Modifier, TimeExpression
from watcher.model import Confidence, Kind, Side, Statement, Window
from watcher.text import shorten

__all__ = ["decisions"]

_TOO_FAR = 75
_BORDERS = (
    (re.compile(r"[;:]|\s-+\s|\.{2,}|[.!?]"), 30),
    (re.compile(r","), 12),
    (re.compile(r"\b(?:and|so|but|then|because|once|when|after|before|while|as soon as|until|since|who|which|or|if)\b"), 12),
    (re.compile(r"§"), 12),
)
_BEHIND = 6
"""What it costs a cue to stand behind its time rather than before it."""

_PATTERNS = {
    sort: [(cue.name, re.compile(cue.pattern)) for cue in CUES if cue.sort is sort] for sort in Sort
}
_PAPERS = re.compile(
    r"\b(?:invite|invitation|link|details|agenda|contract|offer letter|paperwork|schedule|times|slots?|address|directions|forms?|calendar|"
    r"test|assignment|challenge|task|questionnaire|job description|spec|laptop|badge|pack|brochure|case study|zoom|to (?:discuss|go|talk|walk|chat|schedule|arrange|set|book|introduce|prep|confirm your))\b"
)
_THEN = re.compile(
    r"\b(?:then|at that point|by that time|that's when|that is when|afterwards?|after (?:that|the meeting)|once (?:that|it)|(?:right|straight|immediately|directly|shortly|soon) (?:after|afterwards)|as soon as|the (?:minute|moment|second)|thereafter)\b"
)
_REPORTS = re.compile(
    r"\b(?:(?:you|he|she|they|omar|[a-z]+) (?:had |have |has |also |kindly )?(?:mentioned|said|told|indicated|noted|promised|expected|hoped|hope|planned|plan|thought|suggested|explained|wrote|expect|estimated|advised|let me know)|"
    r"you(?:'d| were| are|'re)? (?:hoping|planning|expecting|aiming|said|looking)|as (?:agreed|discussed|mentioned|promised|you)|per (?:our|your)|i(?:'ve| have| also)? (?:understand|understood|note|noted|gather|gathered|know|believe|was told|heard|hear)|"
    r"i'll (?:wait|look|watch|sit|hang|keep)|look(?:ing)? forward to (?:hearing|your|the|news)|that i(?:'ll| will|'d) hear)\b"
)
_CHASES = re.compile(
    r"\b(?:check(?:ing)? in|follow(?:ing)? up|circling back|touch(?:ing)? base|any (?:news|update|word)|(?:have|had)(?:n't| not) heard|wonder(?:ing|ed)?|wanted to ask|is there|are there|did (?:you|the|they)|has (?:the|there|a)|have (?:you|they) (?:made|decided|had|been)|where (?:things|you) (?:stand|landed|land)|status of|still|nudge|latest on|curious)\b"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    sort: Sort
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Masked:
    """A sentence with a § for each time expression; `times[n]` stands at `places[n]`."""

    text: str
    places: tuple[int, ...]
    times: tuple[TimeExpression, ...]


def decisions(sentences: Sequence[Sentence], speech: Speech) -> tuple[Statement, ...]:
    """When they say that they will answer.

    Args:
        sentences: The words of one message.
        speech: Who wrote it, when and where.

    Returns:
        At most one statement: `DECIDES_BY` with the window they named, or `NO_DATE` where they take a date back or say
        that they can give none.
    """
    stated: list[Statement] = []
    withdrawn: list[Statement] = []
    that: Window | None = None
    ahead: Window | None = None
    chasing = speech.side is Side.ME and any(_CHASES.search(plain(s.text)) for s in sentences)
    for sentence in sentences:
        times = find_times(sentence.text, speech, that=that)
        masked = _mask(plain(sentence.text), times)
        if speech.side is Side.ME:
            if not chasing and _REPORTS.search(masked.text):
                stated += _promises(replace(masked, text=_turned(masked.text)), sentence, speech, None)
        else:
            no_date = NO_DATE.search(masked.text)
            if no_date:
                withdrawn.append(Statement(Kind.NO_DATE, shorten(sentence.text), "no date"))
            stated += _promises(masked, sentence, speech, ahead, no_date)
        for time in times:
            if not time.past:
                that = ahead = time.window
            elif that is None:
                that = time.window
    clear = [s for s in stated if s.confidence is not Confidence.UNCLEAR] or stated
    if clear:
        return (max(clear, key=lambda s: s.window.latest if s.window else dt.date.min),)
    return tuple(withdrawn[:1])


def _mask(text: str, times: Sequence[TimeExpression]) -> _Masked:
    pieces, places, at, length = [], [], 0, 0
    for time in times:
        pieces.append(text[at : time.start])
        length += time.start - at
        places.append(length)
        pieces.append("§")
        length += 1
        at = time.end
    pieces.append(text[at:])
    return _Masked("".join(pieces), tuple(places), tuple(times))


def _cues(text: str) -> list[_Cue]:
    found = [
        _Cue(name, sort, match.start(), match.end())
        for sort, patterns in _PATTERNS.items()
        for name, pattern in patterns
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    asks = [c for c in found if c.sort is Sort.ASKS]
    return [
        c for c in found
        if c.sort is Sort.ASKS or not any(a.start < c.end and c.start < a.end for a in asks)
    ]


def _promises(
    masked: _Masked, sentence: Sentence, speech: Speech, ahead: Window | None, no_date: re.Match[str] | None = None
) -> Iterable[Statement]:
    """The promises of one sentence."""
    text = masked.text
    if not masked.times and not (ahead and _THEN.search(text)):
        return
    cues = [c for c in _cues(text) if c.sort is not Sort.CALLS or not _PAPERS.search(text, c.end, c.end + 60)]
    answers = [c for c in cues if c.sort in (Sort.ANSWERS, Sort.CALLS)]
    if not answers:
        return
    if sentence.is_question and not any(c.name in ("be patient until", "make it") for c in answers):
        return
    taken: set[_Cue] = set()
    found = False
    for place, time in zip(masked.places, masked.times, strict=True):
        if time.past:
            continue
        cue = _nearest(place, cues, text)
        if cue is None and time.rule.startswith("give us"):
            cue = _Cue("be patient", Sort.ANSWERS, place, place)
        if cue is None or cue.sort not in (Sort.ANSWERS, Sort.CALLS):
            continue
        if cue.sort is Sort.CALLS and time.clock[0] is not None and not any(c.name == "the outcome" for c in cues):
            continue
        taken.add(cue)
        if _kept(text, cue, place, time, no_date):
            found = True
            yield _statement(sentence, cue, time.window, time.rule, _confidence(text, cue, place, time))
    if found or no_date:
        return
    for cue in answers:
        if cue in taken or _denied(text, cue.start, cue.end):
            continue
        window, rule = _spoken_of(masked, cue, ahead)
        if window is not None:
            yield _statement(sentence, cue, window, rule, Confidence.LIKELY)
            return


def _spoken_of(masked: _Masked, cue: _Cue, ahead: Window | None) -> tuple[Window | None, str]:
    """The time that a promise without one of its own refers to."""
    before = [t for p, t in zip(masked.places, masked.times, strict=True) if p < cue.start and not t.past]
    if before and before[-1].modifier is not Modifier.AFTER:
        return before[-1].window, "the time spoken of"
    if ahead is not None and _THEN.search(masked.text):
        return ahead, "the time spoken of before"
    return None, ""


def _nearest(place: int, cues: Sequence[_Cue], text: str) -> _Cue | None:
    best: tuple[float, _Cue] | None = None
    for cue in cues:
        if cue.end <= place:
            cost = _distance(text, cue.end, place)
        elif cue.start > place:
            cost = _distance(text, place + 1, cue.start) + _BEHIND
        else:
            cost = 0
        if cost <= _TOO_FAR and (best is None or (cost, cue.start) < (best[0], best[1].start)):
            best = (cost, cue)
    return best[1] if best else None


def _distance(text: str, start: int, end: int) -> float:
    between = text[start:end]
    return len(between) + sum(cost * len(pattern.findall(between)) for pattern, cost in _BORDERS)


def _kept(text: str, cue: _Cue, place: int, time: TimeExpression, no_date: re.Match[str] | None) -> bool:
    start, end = min(cue.start, place), max(cue.end, place)
    if no_date and " but " not in text[min(no_date.start(), start) : max(no_date.end(), end)]:
        return False
    clause = _clause_before(text, start)
    if PAST.search(clause + text[start:place]) and not BROKEN.search(text[:end]):
        return False
    if time.modifier is Modifier.AFTER:
        return False
    if _denied(text, cue.start, cue.end) or _denied(text, place, place):
        return time.modifier is Modifier.UNTIL
    return True


def _clause_before(text: str, at: int) -> str:
    return re.split(r"[,;:]|\bbut\b|\band\b|\bso\b|§", text[:at])[-1]


def _denied(text: str, start: int, end: int) -> bool:
    return bool(DENIED.search(_clause_before(text, start)[-60:] + text[start:end]))


def _confidence(text: str, cue: _Cue, place: int, time: TimeExpression) -> Confidence:
    if time.confidence is Confidence.UNCLEAR:
        return Confidence.UNCLEAR
    if cue.sort is Sort.CALLS or _denied(text, cue.start, cue.end) or time.confidence is Confidence.LIKELY:
        return Confidence.LIKELY
    return Confidence.SURE


def _statement(sentence: Sentence, cue: _Cue, window: Window, rule: str, confidence: Confidence) -> Statement:
    return Statement(Kind.DECIDES_BY, shorten(sentence.text), f"{cue.name}; {rule}", confidence, window=window)


_TURNS = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "i'll": "you'll", "i'd": "you'd", "i'm": "you're", "i've": "you've",
    "you": "we", "your": "our", "yours": "ours", "you'll": "we'll", "you'd": "we'd", "you're": "we're", "you've": "we've",
}  # fmt: skip
_PERSON = re.compile(r"\b(?:you|your|yours|i|me|my|mine)\b(?:'(?:ll|d|m|re|ve)\b)?")


def _turned(text: str) -> str:
    """My report in their words: "you said I'd hear by Friday" as "we said you'd hear by Friday"."""
    return _PERSON.sub(lambda m: _TURNS.get(m.group(), m.group()), text)
