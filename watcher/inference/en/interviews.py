"""Interviews in plain words: what is booked, proposed, agreed to, moved or called off, and when it is.

Words say what is done (`acts.meetings`), times say when; a sentence needs both, and a colon joins it to the one before.
A time of theirs that no word explains is named at least: in the mail of a process it is an appointment (`Bookings`).
What a deadline, an outcome or other people's business is about, is none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from watcher.inference.en.acts.answers import ANSWERS
from watcher.inference.en.acts.meeting_ends import CALLED_OFF, HELD
from watcher.inference.en.acts.meetings import BOOKED, CHANGED, PROPOSED
from watcher.inference.en.acts.shifts import SHIFTS, moved_by
from watcher.inference.en.appointments import (
    HAVE_ELSE,
    halves,
    is_other_business,
    only_named,
    sentences_near,
    told_stage,
    with_time,
)
from watcher.inference.en.hours import judge, settled
from watcher.inference.en.slots import Slot, clause, slots
from watcher.inference.en.stages import stage_of
from watcher.inference.en.vocabulary import SILENCE, TALK
from watcher.inference.heard import Heard, with_subject
from watcher.inference.phrases import Phrase
from watcher.inference.rules import Found, Table, state
from watcher.inference.sentences import Sentence
from watcher.model import Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["interviews"]

_ANSWERS, _BOOKED, _CALLED_OFF, _CHANGED = Table(ANSWERS), Table(BOOKED), Table(CALLED_OFF), Table(CHANGED)
_HELD, _PROPOSED, _SHIFTS = Table(HELD), Table(PROPOSED), Table(SHIFTS)
_SAME_TIME = re.compile(
    r"\b(?:same|usual|unchanged) (?:time|timing|hour|slot)s?\b|\b(?:time|hour)s?(?: and \w+)? (?:\w+ )?(?:remain|stay|unchanged|retained|kept)"
    r"|\b(?:hour|time)s?(?: and \w+)? (?:like|as) (?:before|it was|they were|planned|agreed|arranged)\b|\b(?:times|hours) are unchanged|\b(?:hour|time|timing)s? (?:(?:does|do|has|have|is|are)(?: not|n't) (?:chang|mov)(?:e|ed|ing)\b|same\b)"
    r"|\b(?:hour|time)s? (?:\w+ ){0,3}(?:(?:is|are) (?:still )?(?:correct|right|good|valid)|holds?)\b"
    r"|\b(?:everything|all|the rest)(?: (?:else|other)(?: [\w']+){0,4}?)? (?:(?:stays?|remains?|is|as)\b|the same\b)|\b(?:hour|time|venue|place|room)s? (?:(?:still|both) )?stands?\b|\b(?:otherwise unchanged|without change)\b"
)
_TO_CONFIRM = Phrase(
    r"\b(?:confirm|let (?:me|us) know|advise|revert|reply|respond|say(?: yes)?|tell me|accept)\b.{0,40}\b(?:if|whether|that|your|the|by|this|receipt|in writing)\b.{0,50}"
    r"\b(?:suits?|works?|convenient|availability|available|possible|attend\w*|participat\w+|presence|make (?:it|that|the)|ok|okay|time|date|slot|coming|invitation|letter|email|mail)\b"
    r"|\b(?:does|would|will|is) (?:this|that|it|the time|the date)\b.{0,30}\b(?:suit|work|convenient|ok|okay|possible|fine)\b.{0,20}\?"
    r"|\b(?:please|kindly|pls|must|need to|asked to|you) confirm\b(?!.{0,20}\breceipt of)|^confirm\b|\backnowledge receipt\b|\b(?:reply|revert|respond) with\b|\brequested to confirm\b"
    r"|\b(?:say|tell|know|shout|indicate|advise|state)\b.{0,30}\bwhich\b|\b(?:is|would|will|does|do|can|could|are) (?:it|that|this|either|one|you|u)\b(?: [\w\']+){0,5}? (?:suit|work|fit|convenient|ok|okay|possible|fine|good|go|fly|acceptable|free|available|around|come|attend|in)\b.*\?|^can (?:you|u)\W*$"
    r"|\bhow (?:would|does|do|is|about)\b.{0,60}\b(?:be|suit|work|fit|sound|look)\b(?: (?:for|to|with))?(?: you)?\W*$"
    r"|\b(?:pick(?! (?:up|it|me|us|you)\b)|choose(?<!you choose)|you choose(?=\W*$|[.!,;])|select|prefer|which (?:one|time|slot))\b|\b(?:can|could|will|may) (?:you|u|i) (?:please )?(?:make|do|attend|manage|come|be there|confirm|say yes|tell (?:him|her|them))\b.{0,40}\?"
)
_WHEN = Phrase(
    r"\b(?:are|r|would|could|can) (?:you|u)\b.{0,30}\b(?:free|available|around)\b|\b(?:your|ur) (?:availabilit\w+|calendar|diary|week)\b"
    r"|\b(?:when|what|which|some|any|few|couple of|two|three|list of)\b(?: [\w']+){0,3} (?:times?|days?|slots?|windows?|dates?|moments?)\b"
    r"|\b(?:when|how|what)\b.{0,60}\b(?:suits?|works?|free|available|fixed|placed|looks? like)\b|\b(?:pick|choose|book|grab|find) (?:an?|any|some|whichever) (?:\w+ )?(?:time|slot|moment)\b"
)
"""How they ask when I have time."""
_SILENCE = Phrase(SILENCE)
_IN_PLACE = re.compile(r"[ ,]*(?:that (?:day|morning|afternoon|evening) )?(?:instead|rather than|in place of)\b")
_TO = re.compile(r"\b(?:to|for|till|until) (?:the )?$")
_NO_NEED = re.compile(r"\bno need\b|\bneed not\b|\bnot necessary\b|\bonly\b.*\bif\b|\bunless\b")
_CHOICE = re.compile(r"\bor\b|/|\beither\b|\balternatively\b|\botherwise\b")
_OR_ELSE = re.compile(r"(?:or|alternatively|otherwise)\b")
_LISTED = re.compile(r"(?:[\s,;.:()\d/-]|\b(?:and|on|the|at|[a-z]{1,4})\b)*")
"""What may stand between the times of a list: "Tue 10:00, Tue 14:30 GMT and Wed 09:00"."""
_NOT_NOW = re.compile(
    r"\bi (?:work|teach|start|finish)\b"
    r"|\b(?:let me|i(?:'ll| will| need to| have to| must)(?: just)? (?:check|ask|see if|see what|look|get back|come back|confirm|let you|think|try|find out))\b"
)
"""What I say where I have something else, or answer later."""
_IF_STILL = re.compile(
    r"\bif (?:you|it|that|this|they|the \w+)(?:'s| is| are)? still (?:have|free|open|available|going|there|possible|ok|works?|suits?|stands?)\b"
    r"|\bif (?:it|that|they|the \w+)(?: is| has| are| have)?(?: not|n't)(?: yet)? (?:been )?(?:gone|taken|booked|given)\b"
)
"""What leaves it to them whether the time I took is to be had."""
_OF_A_MEETING = re.compile(rf"\b(?:{TALK}|it|this|that|things|you|us|ours?|yours?)\b")
"""What a move without a time must speak of: people and budgets move as well."""
_FEW_WORDS = 6
_MANY_DAYS = 2


def interviews(heard: Heard) -> Iterator[Statement]:
    """What a message does to the appointments of a process."""
    titled = with_subject(heard)
    off = list(_CALLED_OFF.find(titled))
    yield from (state(found) for found in (*off, *_HELD.find(titled)))
    if heard.message.invite is not None and not heard.message.invite.cancelled:
        return  # the calendar says it better
    if heard.speech.side is Side.ME:
        yield from _mine(heard, slots(heard))
    else:
        yield from _theirs(heard, slots(heard), {found.number - 1: found for found in off})


def _theirs(heard: Heard, named_times: Sequence[Slot], off: Mapping[int, Found]) -> Iterator[Statement]:
    """What they book; it is a proposal where they ask about it, ask that I confirm it, or leave me a choice."""
    yield from _asked_for_times(heard, named_times)
    dated = {slot.number for slot in named_times}
    moved = [f for f in _CHANGED.find(heard) if f.number in dated or _OF_A_MEETING.search(heard.texts[f.number])]
    moved = [*_SHIFTS.find(heard), *moved]
    changed = {found.number: found for found in moved}
    yield from (replace(state(found), text=moved_by(heard.texts[found.number])) for found in list(changed.values())[:1])
    if not any(slot.start for slot in named_times):
        yield from _plainly(heard)
    if not named_times:
        yield from halves(heard)
        return
    proposed = _strongest(_PROPOSED.find(heard))
    booked = _strongest((*_BOOKED.find(heard), *moved))
    odds = judge(named_times, heard)
    all_times = named_times
    named_times = [slot for slot in all_times if not _was_before(heard, slot, changed, all_times)]
    taken = _told_last(named_times) if _SILENCE.first(heard) is not None else None
    asked = taken is None and (_asks_to_confirm(heard) or _asks_in_short(heard, named_times))
    choice = _leave_a_choice(heard, named_times)
    for slot in named_times:
        near = (*sentences_near(heard, slot.number), *_where_its_day(slot, named_times))
        proposal = next((proposed[n] for n in near if n in proposed), None)
        booking = next((booked[n] for n in near if n in booked), None)
        if slot.number in off and slot.at < off[slot.number].match.end() and slot.number not in changed:
            continue
        if slot.start is None:
            yield _unhoured(
                heard,
                slot,
                all_times,
                changed,
                said=proposal or booking,
                asked=bool(proposal or asked) and slot is not taken,
            )
            continue
        if proposal is not None and (booking is None or proposal.rule.confidence is Confidence.SURE):
            read = with_time(heard, slot, proposal, Kind.PROPOSES)
        elif booking is not None:
            read = with_time(heard, slot, booking, Kind.PROPOSES if asked or slot in choice else Kind.INTERVIEW)
        elif slot in choice or (asked and not is_other_business(heard, slot)):
            read = replace(only_named(heard, slot), kind=Kind.PROPOSES, rule="a time to choose")
        else:
            bare = only_named(heard, slot)
            read = replace(bare, confidence=Confidence.UNCLEAR) if _is_listed(slot, named_times) else bare
        read = settled(read, odds.get(slot))
        yield replace(read, kind=Kind.INTERVIEW) if slot is taken and read.kind is Kind.PROPOSES else read
    if not any(slot.start for slot in named_times):
        yield from halves(heard, places_alone=any(slot.clock for slot in named_times))


def _told_last(named_times: Sequence[Slot]) -> Slot | None:
    """The time that my silence agrees to: of several that behind the others, where no choice is left me."""
    timed = [slot for slot in named_times if slot.start] or list(named_times)
    return timed[-1] if timed and len({slot.day for slot in timed}) == 1 else None


def _unhoured(
    heard: Heard,
    slot: Slot,
    all_times: Sequence[Slot],
    changed: Mapping[int, Found],
    *,
    said: Found | None,
    asked: bool,
) -> Statement:
    """A day without its hour: another day at the same time where they say so, here or in the sentence behind it."""
    bare = only_named(heard, slot)
    follows = slot.number + 1 not in {other.number for other in all_times}
    words = " ".join(heard.texts if said else heard.texts[slot.number : slot.number + (2 if follows else 1)])
    same = slot.day and (_is_moved_to(heard, slot, changed) or _SAME_TIME.search(words))
    if not same or bare.confidence is Confidence.UNCLEAR:
        return bare
    kind = Kind.PROPOSES if asked else Kind.INTERVIEW
    return replace(_at_time_before(bare, all_times, slot), kind=kind, rule="another day, the same time")


def _plainly(heard: Heard) -> Iterator[Statement]:
    """What they say yes or no to in few words; to what, only matching knows."""
    yield from (replace(state(found), confidence=Confidence.UNCLEAR) for found in _ANSWERS.find(heard))


def _asked_for_times(heard: Heard, named_times: Sequence[Slot]) -> Iterator[Statement]:
    """A meeting of which they tell the kind, and leave the time to me: "a first call, when are you free?"."""
    if heard.speech.side is not Side.THEM or any(slot.start for slot in named_times):
        return
    asked = _WHEN.first(heard)
    stage = stage_of(heard.texts[asked], *heard.texts) if asked is not None else None
    if asked is not None and stage is not None:
        words = shorten(heard.sentences[asked].text)
        yield Statement(Kind.PROPOSES, words, "asks for times", Confidence.UNCLEAR, text=stage)


def _where_its_day(slot: Slot, named_times: Sequence[Slot]) -> list[int]:
    """The sentence that named the day of an hour said later: "on Thursday we have you over. You start at 9"."""
    return [] if slot.near else [s.number for s in named_times if s.start is None and s.day == slot.day]


def _was_before(heard: Heard, slot: Slot, changed: Mapping[int, Found], others: Sequence[Slot]) -> bool:
    """Whether something is moved from this time to a later-named one: "what was on the 5th is now on the 12th".

    What stands just before the word of change is where it is moved to: "at half past eleven instead".
    """
    found = changed.get(slot.number)
    if (
        found is None
        or _is_moved_to(heard, slot, changed)
        or (_IN_PLACE.match(heard.texts[slot.number], slot.until) and slot.start)
    ):
        return False
    return any(other.number == slot.number and other.at >= max(found.match.start(), slot.until) for other in others)


def _is_moved_to(heard: Heard, slot: Slot, changed: Mapping[int, Found]) -> bool:
    """Whether a time stands right behind the words of change: "I moved you to Friday, the invite still says Monday"."""
    found = changed.get(slot.number)
    to = found and _TO.search(heard.texts[slot.number], found.match.start(), slot.at)
    return bool(found and to and to.start() <= found.match.end() + 1)


def _at_time_before(bare: Statement, named_times: Sequence[Slot], slot: Slot) -> Statement:
    """A day at the time that was said of another one just before: "Thursday at 9, or the same time on Friday"."""
    before = next((s for s in reversed(named_times) if s.start and s.number == slot.number and s.at < slot.at), None)
    if before is None or before.start is None or slot.day is None or before.start.date() == slot.day:
        return bare
    start = dt.datetime.combine(slot.day, before.start.timetz())
    return replace(bare, start=start, end=start + (before.end - before.start) if before.end else None)


def _asks_to_confirm(heard: Heard) -> bool:
    texts = (heard.texts[number] for number in _TO_CONFIRM.likely(heard))
    return any(_TO_CONFIRM.pattern.search(text) and not _NO_NEED.search(text) for text in texts)


def _asks_in_short(heard: Heard, named_times: Sequence[Slot]) -> bool:
    """Whether a time is followed by a question of a few words: "Does it go?", "Either any good?"."""
    first = min((slot.number for slot in named_times if slot.start), default=len(heard.sentences))
    return any(s.is_question and len(s.text.split()) <= _FEW_WORDS for s in heard.sentences[first + 1 :])


def _leave_a_choice(heard: Heard, named_times: Sequence[Slot]) -> list[Slot]:
    """The times among which they leave me a choice: joined by *or*, or listed bare one after the other."""
    chosen: list[Slot] = []
    for one, other in pairwise(slot for slot in named_times if slot.start):
        if one.number + 1 < other.number or one.start == other.start:
            continue
        same = one.number == other.number
        between = heard.texts[other.number][one.until if same else 0 : other.at]
        if (_CHOICE.search(between) or _LISTED.fullmatch(between)) if same else _OR_ELSE.match(between):
            chosen += [one, other]
    return chosen


def _is_listed(slot: Slot, named_times: Sequence[Slot]) -> bool:
    """Whether a time stands in one breath with several days without an hour: a list of dates, and not one to meet on."""
    beside = [other for other in named_times if other.number == slot.number]
    return len({other.day for other in beside if other.start is None} - {slot.day, None}) >= _MANY_DAYS


def _mine(heard: Heard, named_times: Sequence[Slot]) -> Iterator[Statement]:
    """What I agree to, ask to move, or call off."""
    answers = list(_ANSWERS.find(heard))
    agreed = {found.number: found for found in answers if found.rule.name == "agree"}
    plainly = [found for found in answers if found.rule.kind is Kind.AGREES and found.rule.name != "agree"]
    moves = [*(found for found in answers if found.rule.kind is Kind.MOVES), *_SHIFTS.find(heard)]
    called_off = [found for found in answers if found.rule.kind is Kind.CANCELS]
    yield from (replace(state(found), text=moved_by(heard.texts[found.number])) for found in moves[:1])
    yield from (state(found) for found in called_off[:1])
    free = [slot for slot in named_times if not HAVE_ELSE.search(clause(heard, slot, to_comma=bool(slot.start)))]
    asked = any(_IF_STILL.search(text) for text in heard.texts)
    timed = False
    for slot in free:
        near = (*sentences_near(heard, slot.number), *_after_colon(heard, slot.number))
        found = next((agreed[n] for n in near if n in agreed), None)
        if found is None or slot.start is None or not slot.near or moves or called_off or asked:
            bare = only_named(heard, slot)
            yield replace(bare, confidence=Confidence.UNCLEAR) if asked else bare
            continue
        timed = True
        yield replace(with_time(heard, slot, found, Kind.AGREES), who=(), text=told_stage(heard, slot))
    if not any(slot.start for slot in named_times):
        picked = halves(heard)
        yield from (replace(pick, confidence=Confidence.UNCLEAR) for pick in picked) if asked else picked
    if timed or moves or called_off or asked or any(slot.start for slot in free):
        return
    if plainly:
        yield state(plainly[0])
    elif not named_times and heard.sentences and not any(map(_holds_back, heard.sentences, heard.texts)):
        words = shorten(heard.sentences[0].text)
        yield Statement(Kind.AGREES, words, "nothing speaks against it", Confidence.UNCLEAR)


def _holds_back(sentence: Sentence, text: str) -> bool:
    """Whether a sentence of mine asks, denies, or puts something off: none of it agrees to a time without a word."""
    return sentence.is_question or bool(HAVE_ELSE.search(text) or _NOT_NOW.search(text))


def _strongest(all_found: Iterable[Found]) -> dict[int, Found]:
    best: dict[int, Found] = {}
    for found in all_found:
        known = best.get(found.number)
        if known is None or (found.rule.kind is Kind.MOVES or known.rule.confidence is not Confidence.SURE):
            best[found.number] = found
    return best


def _after_colon(heard: Heard, number: int) -> tuple[int, ...]:
    ends = heard.sentences[number].text.rstrip().endswith(":")
    return (number + 1,) if ends and number + 1 < len(heard.sentences) else ()
