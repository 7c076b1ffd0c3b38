"""The times in a mail that could be appointments: still ahead, no deadline, not what something was moved from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from zoneinfo import ZoneInfo

from watcher.inference.en.picks import hour_before, hour_beside, hour_of_part, hours
from watcher.inference.en.times import find_times
from watcher.inference.heard import Heard
from watcher.inference.moments import moment
from watcher.inference.speech import Speech
from watcher.inference.times import NOTHING, Grain, Modifier, Referents, TimeExpression
from watcher.model import Confidence, Side, Window

__all__ = ["Slot", "clause", "slots"]

_MY_CLOCK = re.compile(
    r"\W{0,3}(?:(?:possible|good|fine|ok(?:ay)?)\b\W{0,3})?(?:for you\b|(?:by |in |on )?your (?:local )?(?:time|side|end|clocks?|zone)\b|where you are\b)"
)
_ALL_ON_MY_CLOCK = re.compile(r"\b(?:both|all|each)(?: times)?,? (?:by |in |on )?your (?:local )?(?:time|clocks?)\b")
_EVENING = re.compile(r"\b(?:evening|night|tonight)\b")
_EVENING_AFTER = re.compile(r"[\s,(]*(?:(?:in the|that|this|of the) )?(?:evening|night|p\.?m)\b")
_MORNING_AFTER = re.compile(r"[\s,(]*(?:(?:in the|that|this|of the) )?(?:morning|a\.?m)\b")
"""What tells the half of the day of an hour: said in the day itself, or just behind the hour."""
_IN_THE_MORNING = "in the morning"
_PART_OF_DAY = re.compile(r"in the (?:morning|afternoon|evening)", re.IGNORECASE)
_AS_ADDED = re.compile(
    r"\W*(?:(?:that'?s|that is|i mean|meaning|as in)[ ,]+)?(?:in the )?(?:(?P<early>a\.?m\b|morning)|p\.?m\b|evening|night)"
    r"(?:\W*$|,? (?:i mean|that is|of course|not\b|sorry))"
)
"""What a sentence of its own adds of the half: "Come on Friday at eight. In the evening, I mean."""
_HOUR_OF_MORNING = re.compile(r"(?:at )?(?:(?:half|quarter)(?: past| to)? )?[\w.:]+ in the morning")
"""What is of the next day, unless a day was named: "Friday now, 8.20 in the morning"."""
_TERM = re.compile(
    r"\b(?:before(?!,)|no later than|latest|due|closes?|expires?|deadline|between now and|instead of|rather than|in place of"
    r"|not|was|old(?: time)?|previous(?:ly)?(?: time)?|originally|(?:still|where(?:ver)? it) (?:say|said|show|read|list)s?|until|till?)\W*(?:(?:at|on|the|for)\W+)*$"
    r"|\b(?:until|till?|before) (?:the|its|their|our) (?:[\w-]+ ){0,3}(?:of|on) (?:the )?$"
)
"""What makes of the next time the end of something, or one that no longer holds."""
_TERM_AT_START = re.compile(r"(?:before|until|till|after)\b")
_COME = re.compile(
    r"\b(?:come|drop|swing|pop|stop|call|pass)(?: (?:on|over|in|round|around|back))?\W*$|\b(?:interview|screening|chat|meeting|assessment)\b[^.;]{0,40}$"
)
"""What goes with "by" without setting a term: "come by", and "an interview by 2 pm", which is at two to half the world."""
_CLOSES = re.compile(
    r"(?:\b(?:until|till?|to) (?:about|around|roughly|approximately)|\b(?:finish\w*|end(?:s|ing)?|wrap(?:s|ping)?(?: \w+)? up|wrap(?:s|ping)? up|conclud\w+)\W*"
    r"(?:(?:by|at|around|about)\W+)*|\b(?:done|over|through|let you go(?: again)?|free you(?: again)?)(?:\W+(?:by|at|around|about))*|keep you (?:past|beyond))\W*$"
)
"""What makes of the next time the end of the one before."""
_RESTATES = re.compile(
    r"(?: (?:her|his|their|my|our) (?:time|clock|end))?[\s,(]*(?:i\.?\s?e\.?|that is|so|which is|meaning|=)\W*"
)
"""Between an hour on another's clock and the same on mine: "4pm her time, i.e. 2pm in Accra"."""
_EACH = re.compile(r"[\s,(]*(?:each|both)(?: days?)?,?(?: (?:at|from))?\W*")
_ENUMERATED = re.compile(r"\(?\d{1,2}[.)]")
"""What stands before a paragraph that is counted."""
_SHARP = re.compile(r" for (?:an? |the )?")
"""Between the time to be there and the time to begin: "report at 8.15 for 8.30"."""
_CORRECTS = re.compile(
    r"\b(?:so it(?:'s| is)|it(?:'s| is) now|now (?:at|set|starts?)|(?:set|changed|moved) to|make (?:it|that)|rather|means?|meant|mistake|wrong|sorry)\b"
)
"""What tells an hour of a day to be the right one, and that named before to be none."""
_FREE_BY = re.compile(r"\b(?:free|home|out|away|finished) by [\w.: ]{1,20}$")
_MOVED_FROM = re.compile(r"\b(?:mov|shift|bump|push|chang|switch|swap|brought|resched|slid)\w*\b.{0,40}\bfrom\W*$")
_WHICH_IS = re.compile(r"\bwhich (?:is|makes(?: it)?|will be|would be|i (?:make|take to be)) ?$")
_OR = re.compile(
    r"\s(?:or|and then|alternatively|and(?= (?:on )?(?:the \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)))\s",
    re.IGNORECASE,
)
_HOUR_FIRST = re.compile(r"(?:at )?\d")
_FROM_TO = re.compile(r"(?:from )?\S.{2,40}? to (?P<last>.{2,40}\d.*)", re.IGNORECASE)
_TURN = re.compile(
    r"[;!?]|:(?=\s)|, (?:and|but|so|then|which|as|because|he|she|they|we|i|you)\b| (?:but|because|so|and then) "
)
_TURN_OR_COMMA = re.compile(rf"{_TURN.pattern}|,| or | and (?:i|you|he|she|we|they)\b")
_BESIDE = 3
"""Characters between the parts of one expression."""
_LABEL = 6
"""Words; what is longer and ends with a colon is a sentence of its own."""
_HALF_DAY = 12
_EVENINGS = 6
"""The hour from which "evening" makes a later one of it: nobody meets at two in the evening."""
_LAST_MINUTE = dt.time(23, 30)
"""From here on it is the end of a day, which is a term of something: "Sunday, 11.59 pm"."""
_NIGHT = dt.time(21, 45)
"""From here on nobody meets but across the world, as they say, or for a shift: "the news reached us at ten at night"."""
_SHIFT = re.compile(r"\b(?:shift|trial|trail)\b")
_MAX_TIMES = 12
"""Appointments read of one mail; whoever offers more has sent a table."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time named in a sentence: a moment (`start`), a `day` alone, or a time of day alone (`clock`)."""

    number: int
    """Of the sentence."""
    at: int
    """Where in the sentence it begins, and where it ends."""
    until: int
    day: dt.date | None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    clock: dt.time | None = None
    near: bool = True
    """The day was said in the same sentence as the time of day."""
    closes: bool = False
    """It is the end of the one before: "from 8.30, finishing at 3"."""


def clause(heard: Heard, slot: Slot, *, to_comma: bool = False) -> str:
    """The words around a time, as far as they speak of one thing; the label before it included ("Closing date:").

    Args:
        heard: The mail.
        slot: The time.
        to_comma: Whether what follows a comma is left out as well.
    """
    text = heard.texts[slot.number]
    begins = max((m.start() for m in _TURN.finditer(text, 0, slot.at)), default=0)
    turn = (_TURN_OR_COMMA if to_comma else _TURN).search(text, slot.until)
    before = heard.texts[slot.number - 1] if slot.number and not begins else ""
    label = before if before.endswith(":") and len(before.split()) <= _LABEL else ""
    return label + text[begins : turn.start() if turn else len(text)]


@lru_cache(maxsize=4)
def slots(heard: Heard) -> tuple[Slot, ...]:
    """What could be an appointment, in the order of the mail."""
    return tuple(_found(heard))


def _found(heard: Heard) -> list[Slot]:
    found: list[Slot] = []
    for slot in _slots(heard):
        if slot.closes:
            if found and found[-1].number == slot.number and found[-1].end is None:
                found[-1] = replace(found[-1], end=_later(found[-1].start, slot.start))
            continue
        if found and _is_restated(heard, found[-1], slot):
            found.pop()
        said = any(known.day == slot.day and known.start for known in found)
        if slot.start is None or slot.near or not said:
            found.append(slot)
        elif _CORRECTS.search(heard.texts[slot.number]):
            found = [*(known for known in found if known.day != slot.day or known.start is None), slot]
        if len(found) >= _MAX_TIMES:
            break
    if not any(slot.start for slot in found):
        return _put_together(heard, found)
    return _shared(heard, [slot for n, slot in enumerate(found) if not _said_before(slot, found[:n], heard)])


def _is_restated(heard: Heard, one: Slot, other: Slot) -> bool:
    """Whether a time tells the one before on another clock: "4pm her time, i.e. 2pm in Accra"."""
    both = one.start and other.start and one.number == other.number
    return bool(both and _RESTATES.fullmatch(heard.texts[one.number], one.until, other.at))


def _said_before(slot: Slot, before: Sequence[Slot], heard: Heard) -> bool:
    """Whether a time is one named before, as I read it on my clock: "10 am, which I make 7 am there", "4 pm (6 Brisbane)"."""
    mine = ZoneInfo(heard.speech.me.timezone)
    named = [other.start for other in before if other.start]
    on_mine = {
        start.astimezone(mine).replace(tzinfo=None)
        for start in named
        if start.astimezone(mine).utcoffset() != start.utcoffset()
    }
    return slot.start is not None and (slot.start in named or slot.start.replace(tzinfo=None) in on_mine)


def _shared(heard: Heard, found: Sequence[Slot]) -> list[Slot]:
    """Days that are offered at one hour, each with that hour: "Tuesday or Thursday, 6pm", "6pm on Tuesday or Thursday"."""
    shared = _at_one_hour(heard, found)
    for place in range(len(shared) - 1, 0, -1):
        one, other = shared[place - 1], shared[place]
        joined = one.number == other.number and _OR.fullmatch(heard.texts[one.number], one.until, other.at)
        if joined and one.start is None and one.day and other.start:
            shared[place - 1] = _at_hour_of(other, one, one.day)
        elif (
            joined
            and one.start
            and other.start is None
            and other.day
            and _HOUR_FIRST.match(heard.texts[one.number], one.at)
        ):
            shared[place] = _at_hour_of(one, other, other.day)
    return shared


def _at_one_hour(heard: Heard, found: Sequence[Slot]) -> list[Slot]:
    """The days of which a later hour says that it is that of each: "Thursday or Friday, each at 10"."""
    last = next((slot for slot in reversed(found) if slot.start), None)
    days = [slot for slot in found if slot.start is None and slot.day and last and slot.number == last.number]
    if last is None or not days or not _EACH.fullmatch(heard.texts[last.number], days[-1].until, last.at):
        return list(found)
    return [
        _at_hour_of(last, slot, slot.day) if slot in days and slot.day else slot for slot in found if slot is not last
    ]


def _at_hour_of(known: Slot, other: Slot, day: dt.date) -> Slot:
    """The day of another slot at the hour of a known one, for as long."""
    if known.start is None:
        return other
    start = dt.datetime.combine(day, known.start.timetz())
    return replace(other, start=start, end=start + (known.end - known.start) if known.end else None)


def _later(start: dt.datetime | None, end: dt.datetime | None) -> dt.datetime | None:
    return end if start and end and end > start else None


def _put_together(heard: Heard, found: list[Slot]) -> list[Slot]:
    """One day, and one hour said after it: "The 30th is right. 11."."""
    days = [slot for slot in found if slot.day]
    beside = _beside(heard, days[0]) if days else ()
    spoken = [hour for text in beside for hour in hours(text)]
    if len(days) != 1 or len(spoken) != 1 or days[0].day is None:
        return found
    start = moment(days[0].day, spoken[0], heard.speech)
    return [replace(days[0], start=start)] if start > heard.speech.sent else found


def _beside(heard: Heard, day: Slot) -> tuple[str, ...]:
    """The words before a day, those behind it, and the next sentence."""
    text = heard.texts[day.number]
    following = heard.texts[day.number + 1 : day.number + 2]
    if day.number and _ENUMERATED.fullmatch(heard.texts[day.number - 1]):
        following = tuple(after for after in following if not _ENUMERATED.fullmatch(after))
    return (text[: day.at], text[day.until :], *following)


def _slots(heard: Heard) -> Iterator[Slot]:
    last_day = _day_of_subject(heard)
    for number, sentence in enumerate(heard.sentences):
        that = Window(last_day, last_day) if last_day else None
        times = list(_times(sentence.text, heard.speech, that))
        mine = _on_my_clock(heard.texts[number], times) if heard.speech.side is not Side.ME else []
        days = [t for t in times if t.confidence is not Confidence.UNCLEAR and t.grain <= Grain.DAY]
        days = [t for t in days if not _ends_something(heard.texts[number], t)] or days
        for time in mine or times:
            text = heard.texts[number]
            closes = bool(_CLOSES.search(text, 0, time.start) or _FREE_BY.search(text, 0, time.end))
            passed = (
                _ends_something(text, time)
                or _goes_on(time, times)
                or _says_again(heard, number, time)
                or _is_to_be_there(text, time, times)
            )
            if closes or not passed:
                slot = _slot(heard, number, time, days, last_day, mine=time in mine)
                if slot is not None:
                    yield replace(slot, closes=closes)
        for day in days:
            if day.window.earliest in (day.window.latest, None):
                last_day = day.window.latest


def _on_my_clock(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Those said on the clock of who reads it; of a day so said, the hour behind it: "Thursday for you, 15 May at 8"."""
    if _ALL_ON_MY_CLOCK.search(text):
        return [time for time in times if time.clock[0]]
    found: list[TimeExpression] = []
    for time, following in zip_longest(times, times[1:]):
        if said := _MY_CLOCK.match(text, time.end):
            joined = following and time.clock[0] is None and following.start - said.end() <= _BESIDE
            found.append(following if joined else time)
    return found


def _ends_something(text: str, time: TimeExpression) -> bool:
    before = text[: time.start]
    if time.modifier is Modifier.BY:
        return not _COME.search(before)
    return bool(_TERM_AT_START.match(time.words.lower()) or _TERM.search(before) or _MOVED_FROM.search(before))


def _goes_on(time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """Whether a time of day without its day only adds to a term, or to an hour: "by Friday, 12:00 noon"."""
    if _PART_OF_DAY.fullmatch(time.words) and any(t.clock[0] and 0 <= time.start - t.end <= _BESIDE for t in times):
        return True
    bound = (t for t in times if t.modifier is not Modifier.ON and 0 <= time.start - t.end <= _BESIDE)
    return time.confidence is Confidence.UNCLEAR and any(bound)


def _is_to_be_there(text: str, time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """Whether it begins only at the time behind this one: "report at 8.15 for 8.30"."""
    return any(t.clock[0] and time.clock[0] and _SHARP.fullmatch(text, time.end, t.start) for t in times)


def _says_again(heard: Heard, number: int, time: TimeExpression) -> bool:
    """Whether an hour without its day only reads one on another clock: "at 9 pm on Tuesday, which is 9 am for you"."""
    return time.confidence is Confidence.UNCLEAR and bool(_WHICH_IS.search(heard.texts[number], 0, time.start))


def _times(text: str, speech: Speech, that: Window | None) -> Iterator[TimeExpression]:
    """The times of a sentence, each choice by itself: "Tuesday at 9 or Wednesday at 3", "from Thursday to Friday at 10".

    Args:
        text: The sentence.
        speech: By whom and when it was said.
        that: The day spoken of before, which "the same day" means.
    """
    start = 0
    for joint in (*_OR.finditer(text), None):
        end = joint.start() if joint else len(text)
        for time in find_times(text[start:end], speech, Referents(that) if that else NOTHING):
            moved = replace(time, start=time.start + start, end=time.end + start) if start else time
            from_to = _FROM_TO.fullmatch(time.words)
            if from_to and time.clock[0] is None and (last := find_times(from_to["last"], speech)):
                moved = replace(last[-1], start=moved.start, end=moved.end)
            yield moved
        start = joint.end() if joint else end


def _slot(
    heard: Heard,
    number: int,
    time: TimeExpression,
    days: Sequence[TimeExpression],
    last_day: dt.date | None,
    *,
    mine: bool,
) -> Slot | None:
    if time.modifier not in (Modifier.ON, Modifier.BY) or time.grain > Grain.DAY:
        return None
    start, end = time.clock
    day: dt.date | None = time.window.latest
    near = True
    beside = [t for t in days if t is not time]
    its_morning = _HOUR_OF_MORNING.fullmatch(time.words) and any(t.end <= time.start for t in beside)
    if start is not None and (time.confidence is Confidence.UNCLEAR or its_morning):  # a time of day without its day
        near = bool(beside)
        day = min(beside, key=lambda t: _distance(t, time)).window.latest if beside else last_day
    here = Slot(number, time.start, time.end, day, near=near)
    theirs = heard.speech.side is not Side.ME
    if day is None:
        return None if theirs and start and start >= _NIGHT else replace(here, clock=start)
    if day < heard.speech.today:
        return None
    if start is None:
        text = heard.texts[number]
        inside = hour_of_part(text[time.start : time.end])
        start = inside or hour_beside(text[time.end :], day) or hour_before(text[: time.start])
    if start is None:
        return None if time.modifier is Modifier.BY else here
    shift = _to_its_half(start, heard.texts[number], time, days) or _as_added(start, heard, number)
    start, end = _shifted(start, shift), _shifted(end, shift) if end else None
    zone = ZoneInfo(heard.speech.me.timezone) if time.zone is None and mine else time.zone
    begins = moment(day, start, heard.speech, zone)
    late = theirs and zone is None and not _SHIFT.search(heard.texts[number])
    if begins <= heard.speech.sent or start >= (_NIGHT if late else _LAST_MINUTE):
        return None
    ends = moment(day, end, heard.speech, zone) if end else None
    return replace(here, start=begins, end=_later(begins, ends))


def _to_its_half(clock: dt.time, text: str, time: TimeExpression, days: Sequence[TimeExpression]) -> int:
    """The hours to the half of the day that stands beside a time: "8.30 on Thursday evening", "at six, am not pm"."""
    if _MORNING_AFTER.match(text, time.end) or text.endswith(_IN_THE_MORNING, time.start, time.end):
        return -_HALF_DAY if clock.hour > _HALF_DAY else 0
    beside = [text[t.start : t.end] for t in days if t is time or 0 <= time.start - t.end <= _BESIDE]
    late = _EVENING_AFTER.match(text, time.end) or any(_EVENING.search(words) for words in beside)
    return _HALF_DAY if late and _EVENINGS <= clock.hour < _HALF_DAY else 0


def _as_added(clock: dt.time, heard: Heard, number: int) -> int:
    """The hours to the half of the day that the next sentence adds."""
    added = _AS_ADDED.match(heard.texts[number + 1]) if number + 1 < len(heard.texts) else None
    if added is None or (clock.hour < _HALF_DAY) == bool(added["early"]):
        return 0
    return -_HALF_DAY if added["early"] else _HALF_DAY


def _shifted(clock: dt.time, hours: int) -> dt.time:
    return clock.replace(hour=(clock.hour + hours) % 24)


def _distance(day: TimeExpression, time: TimeExpression) -> tuple[bool, int]:
    """A day that has no time of its own comes first, then the nearest."""
    return day.clock[0] is not None, max(day.start - time.end, time.start - day.end)


def _day_of_subject(heard: Heard) -> dt.date | None:
    subject = heard.message.envelope.subject
    days = [t for t in find_times(subject, heard.speech) if t.grain <= Grain.DAY and t.modifier is Modifier.ON]
    return days[0].window.latest if len(days) == 1 and not days[0].past else None
