"""Interviews in plain words: what is booked, proposed, agreed to, moved or called off, and when it is.

Words say what is done (`acts.meetings`), time expressions say when; a sentence needs both, and a colon joins it to the
one before. What a deadline, an outcome or something that is over is about, is no appointment.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from watcher.inference.en.acts.answers import MY_ANSWERS
from watcher.inference.en.acts.meetings import BOOKED, CALLED_OFF, HELD, PROPOSED
from watcher.inference.en.people import named
from watcher.inference.en.stages import length_of, stage_of
from watcher.inference.en.times import find_times
from watcher.inference.heard import Heard, plain, with_subject
from watcher.inference.moments import moment
from watcher.inference.rules import Found, find, state
from watcher.inference.speech import Speech
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence, Kind, Side, Stage, Statement
from watcher.text import shorten

__all__ = ["interviews"]

_MY_CLOCK = re.compile(
    r"\W{0,3}(?:for you\b|(?:by |in |on )?your (?:local )?(?:time|side|end|clock|zone)\b|where you are\b)"
)
_SAME_TIME = re.compile(
    r"\b(?:same|usual) (?:time|hour|slot)s?\b|\b(?:time|hour)s?(?: and \w+)? (?:\w+ )?(?:remain|stay|unchanged|retained|kept)"
)
_BEFORE = re.compile(r"\b(?:until|till|before|no later than|latest|due|closes?|expires?|deadline|between now and)\W*$")
_COME = re.compile(r"\b(?:come|drop|swing|pop|stop|call|pass)\W*$")
"""Words that go with "by" without setting a term."""
_ONLY_TO_CONFIRM = re.compile(
    r"\b(?:confirm|let (?:me|us) know|advise|revert|reply|respond|say yes|tell me|accept)\b.{0,40}\b(?:if|whether|that|your|the|by|this|receipt|in writing)\b.{0,50}"
    r"\b(?:suits?|works?|convenient|availability|available|possible|attend\w*|participat\w+|presence|make it|ok|okay|time|date|slot|coming|invitation|letter|email|mail)\b"
    r"|\b(?:does|would|will|is) (?:this|that|it|the time|the date)\b.{0,30}\b(?:suit|work|convenient|ok|okay|possible|fine)\b.{0,20}\?"
    r"|\b(?:please|kindly|pls|must|need to|asked to|you) confirm\b(?!.{0,20}\breceipt of)|^confirm\b|\b(?:pick|choose|select|prefer|which (?:one|time|slot))\b|\b(?:can|could|will|may) (?:you|u|i) (?:please )?(?:make|do|attend|manage|come|be there|confirm|say yes|tell (?:him|her|them))\b.{0,40}\?"
)
_OR = re.compile(r"\s(?:or|and then|alternatively)\s", re.IGNORECASE)
_FROM_TO = re.compile(r"(?:from )?\S.{2,40}? to (?P<last>.{2,40}\d.*)", re.IGNORECASE)
_TELLS_STAGE = re.compile(r"\b(?:interview|screen|on-?site|panel)")
_FEW_WORDS = 6
_USUAL = dt.timedelta(hours=1)
_MAX_TIMES = 12
"""Appointments read of one mail; whoever offers more has sent a table."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A time named in a sentence; `start` is None where only the day was said."""

    number: int
    day: dt.date
    start: dt.datetime | None
    end: dt.datetime | None
    whole: bool = True
    """Day and time of day were said together."""


def interviews(heard: Heard) -> Iterator[Statement]:
    """What a message does to the appointments of a process."""
    yield from (state(found) for found in find((*CALLED_OFF, *HELD), with_subject(heard)))
    if heard.message.invite is not None:
        return  # the calendar says it better
    slots = list(_slots(heard))
    if heard.speech.side is Side.ME:
        yield from _mine(heard, slots)
    else:
        yield from _theirs(heard, slots)


def _theirs(heard: Heard, slots: Sequence[_Slot]) -> Iterator[Statement]:
    """What they book; it is a proposal where they ask about it, or ask that I confirm it."""
    proposed = _strongest(find(PROPOSED, heard))
    booked = _strongest(find(BOOKED, heard))
    asked = any(_ONLY_TO_CONFIRM.search(text) for text in heard.texts) or _asks_in_short(heard, slots)
    for slot in slots:
        near = _near(heard, slot.number)
        proposal = next((proposed[n] for n in near if n in proposed), None)
        booking = next((booked[n] for n in near if n in booked), None)
        if slot.start is None:
            if booking and booking.rule.name == "my_time_works":
                yield _only_named(heard, slot)
            if booking and any(_SAME_TIME.search(text) for text in heard.texts):
                yield replace(state(booking), day=slot.day, confidence=Confidence.LIKELY)
        elif proposal is not None and (booking is None or proposal.rule.confidence is Confidence.SURE):
            yield _timed(heard, slot, proposal, Kind.PROPOSES)
        elif booking is not None:
            yield _timed(heard, slot, booking, Kind.PROPOSES if asked else Kind.INTERVIEW)
        else:
            yield _only_named(heard, slot)


def _asks_in_short(heard: Heard, slots: Sequence[_Slot]) -> bool:
    """Whether a time is followed by a question of a few words: "Does it go?", "Either any good?"."""
    first = min((slot.number for slot in slots if slot.start), default=len(heard.sentences))
    return any(s.is_question and len(s.text.split()) <= _FEW_WORDS for s in heard.sentences[first + 1 :])


def _mine(heard: Heard, slots: Sequence[_Slot]) -> Iterator[Statement]:
    """What I agree to, or ask to move."""
    answers = list(find(MY_ANSWERS, heard))
    agreed = {found.number: found for found in answers if found.rule.name == "agree"}
    plainly = [found for found in answers if found.rule.name == "agree_plainly"]
    moves = [found for found in answers if found.rule.kind is Kind.MOVES]
    yield from (state(found) for found in moves[:1])
    timed = False
    for slot in slots:
        near = (*_near(heard, slot.number), *_after_colon(heard, slot.number))
        found = next((agreed[n] for n in near if n in agreed), None)
        if found is None or slot.start is None or not slot.whole or moves:
            yield _only_named(heard, slot)
            continue
        timed = True
        yield replace(_timed(heard, slot, found, Kind.AGREES), who=(), text=_told_stage(heard, slot))
    if plainly and not timed and not moves and all(slot.start is None for slot in slots):
        yield state(plainly[0])


def _told_stage(heard: Heard, slot: _Slot) -> str:
    """The stage where my words name the kind of meeting; else what they proposed knows better."""
    return _stage(heard, slot).value if _TELLS_STAGE.search(heard.texts[slot.number]) else ""


def _only_named(heard: Heard, slot: _Slot) -> Statement:
    """A time of which no rule knows what it is for."""
    start = slot.start if slot.whole else None
    length = length_of(" ".join(heard.texts))
    return Statement(
        Kind.NAMES_TIME,
        shorten(heard.sentences[slot.number].text),
        "a time",
        Confidence.LIKELY,
        day=slot.day,
        start=start,
        end=slot.end or (start + length if start and length else None),
        text=_stage(heard, slot).value if heard.speech.side is not Side.ME else "",
    )


def _strongest(all_found: Iterator[Found]) -> dict[int, Found]:
    best: dict[int, Found] = {}
    for found in all_found:
        known = best.get(found.number)
        if known is None or (found.rule.name == "moved_to" or known.rule.confidence is not Confidence.SURE):
            best[found.number] = found
    return best


def _near(heard: Heard, number: int) -> list[int]:
    """The sentence, and the one before it where that ends with a colon or the sentence has no verb of its own."""
    near = [number]
    while near[-1] > 0 and len(near) < 3:
        before = heard.sentences[near[-1] - 1]
        if not before.text.rstrip().endswith((":", ";")) and len(heard.sentences[near[-1]].text) > 60:
            break
        if before.is_question or before.paragraph < heard.sentences[number].paragraph - 1:
            break
        near.append(near[-1] - 1)
        if not before.text.rstrip().endswith(":"):
            break
    return near


def _after_colon(heard: Heard, number: int) -> tuple[int, ...]:
    ends = heard.sentences[number].text.rstrip().endswith(":")
    return (number + 1,) if ends and number + 1 < len(heard.sentences) else ()


def _timed(heard: Heard, slot: _Slot, found: Found, kind: Kind) -> Statement:
    assert slot.start is not None  # noqa: S101  for the type checker: callers ask first
    near = sorted(_near(heard, slot.number))
    length = length_of(" ".join(heard.texts[n] for n in near)) or length_of(" ".join(heard.texts))
    if length is None and kind is not Kind.AGREES:
        length = _USUAL
    return replace(
        state(found),
        kind=kind,
        words=shorten(heard.sentences[slot.number].text),
        start=slot.start,
        end=slot.end or (slot.start + length if length else None),
        text=_stage(heard, slot).value,
        who=tuple(who for n in near for who, _ in named(heard.sentences[n].text)),
    )


def _stage(heard: Heard, slot: _Slot) -> Stage:
    words = " ".join(heard.texts[n] for n in sorted(_near(heard, slot.number)))
    return stage_of(words, " ".join(heard.texts), plain(heard.message.envelope.subject))


# -- times ----------------------------------------------------------------------------------------
def _slots(heard: Heard) -> Iterator[_Slot]:
    """The appointments that could be meant: not over yet, not the end of something."""
    last_day: dt.date | None = _day_of_subject(heard)
    count = 0
    whole: list[tuple[int, dt.date]] = []
    for number, sentence in enumerate(heard.sentences):
        times = list(_times(sentence.text, heard.speech))
        mine = [t for t in times if _MY_CLOCK.match(heard.texts[number][t.end :])]
        days = [t for t in times if t.confidence is not Confidence.UNCLEAR and t.grain <= Grain.DAY]
        for time in times:
            before = heard.texts[number][: time.start]
            if _BEFORE.search(before) or (time.modifier is Modifier.BY and not _COME.search(before)):
                continue
            if mine and time not in mine:
                continue
            slot = _slot(heard, number, time, [t for t in days if t is not time], last_day)
            if slot is not None and not (not slot.whole and any(n < number and d == slot.day for n, d in whole)):
                yield slot
                if slot.start is not None and slot.whole:
                    whole.append((number, slot.day))
                count += 1
                if count >= _MAX_TIMES:
                    return
        for day in days:
            if day.window.earliest == day.window.latest or day.window.earliest is None:
                last_day = day.window.latest


def _times(text: str, speech: Speech) -> Iterator[TimeExpression]:
    """The times of a sentence, each choice by itself: "Tuesday at 9 or Wednesday at 3", "from Thursday to Friday at 10"."""
    start = 0
    for joint in (*_OR.finditer(text), None):
        end = joint.start() if joint else len(text)
        for time in find_times(text[start:end], speech):
            moved = replace(time, start=time.start + start, end=time.end + start)
            from_to = _FROM_TO.fullmatch(time.words)
            if from_to and time.clock[0] is None and (last := find_times(from_to["last"], speech)):
                moved = replace(last[-1], start=moved.start, end=moved.end)
            yield moved
        start = joint.end() if joint else end


def _slot(
    heard: Heard, number: int, time: TimeExpression, days: Sequence[TimeExpression], last_day: dt.date | None
) -> _Slot | None:
    if time.modifier not in (Modifier.ON, Modifier.BY) or time.grain > Grain.DAY:
        return None
    start, end = time.clock
    day: dt.date | None = time.window.latest
    if start is not None and time.confidence is Confidence.UNCLEAR:  # a time of day without its day
        beside = [t.window.latest for t in sorted(days, key=lambda t: t.clock[0] is not None)]
        day = beside[0] if beside else last_day
    if day is None or day < heard.speech.today:
        return None
    if start is None:
        return None if time.modifier is Modifier.BY else _Slot(number, day, None, None)
    zone = time.zone
    if zone is None and _MY_CLOCK.match(heard.texts[number][time.end :]):
        zone = ZoneInfo(heard.speech.me.timezone)
    begins = moment(day, start, heard.speech, zone)
    if begins <= heard.speech.sent:
        return None
    ends = moment(day, end, heard.speech, zone) if end else None
    whole = time.confidence is not Confidence.UNCLEAR
    return _Slot(number, day, begins, ends if ends and ends > begins else None, whole)


def _day_of_subject(heard: Heard) -> dt.date | None:
    subject = heard.message.envelope.subject
    days = [t for t in find_times(subject, heard.speech) if t.grain <= Grain.DAY and t.modifier is Modifier.ON]
    return days[0].window.latest if len(days) == 1 and not days[0].past else None
