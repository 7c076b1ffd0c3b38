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
from itertools import pairwise, zip_longest

from watcher.inference.en.acts.answers import ANSWERS
from watcher.inference.en.acts.business import OTHER_BUSINESS, OTHER_PEOPLE
from watcher.inference.en.acts.meeting_ends import CALLED_OFF, HELD
from watcher.inference.en.acts.meetings import BOOKED, CHANGED, PROPOSED
from watcher.inference.en.acts.shifts import SHIFTS, moved_by
from watcher.inference.en.people import named
from watcher.inference.en.picks import hours, places
from watcher.inference.en.slots import Slot, clause, slots
from watcher.inference.en.stages import length_of, stage_of
from watcher.inference.en.vocabulary import TALK
from watcher.inference.heard import Heard, plain, with_subject
from watcher.inference.phrases import Phrase
from watcher.inference.rules import Found, Table, state
from watcher.inference.sentences import Sentence
from watcher.model import Address, Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["interviews"]

_ANSWERS, _BOOKED, _CALLED_OFF, _CHANGED = Table(ANSWERS), Table(BOOKED), Table(CALLED_OFF), Table(CHANGED)
_HELD, _PROPOSED, _SHIFTS = Table(HELD), Table(PROPOSED), Table(SHIFTS)
_SAME_TIME = re.compile(
    r"\b(?:same|usual) (?:time|timing|hour|slot)s?\b|\b(?:time|hour)s?(?: and \w+)? (?:\w+ )?(?:remain|stay|unchanged|retained|kept)"
    r"|\b(?:times|hours) are unchanged|\b(?:hour|time|timing)s? (?:(?:does|do|has|have|is|are)(?: not|n't) (?:chang|mov)(?:e|ed|ing)\b|same\b)"
    r"|\b(?:hour|time)s? (?:\w+ ){0,3}(?:(?:is|are) (?:still )?(?:correct|right|good|valid)|holds?)\b"
    r"|\b(?:everything|all|the rest)(?: else)? (?:(?:stays?|remains?|is|as)\b|the same\b)|\b(?:hour|time|venue|place|room)s? (?:(?:still|both) )?stands?\b|\b(?:otherwise unchanged|without change)\b"
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
    r"|\b(?:when|what|which|some|any|few|couple of|two|three|list of)\b(?: [\w']+){0,3} (?:times?|days?|slots?|windows?|dates?)\b"
    r"|\b(?:when|how|what)\b.{0,60}\b(?:suits?|works?|free|available|fixed|placed|looks? like)\b|\b(?:pick|choose|book|grab|find) (?:an?|any|some|whichever) (?:\w+ )?(?:time|slot|moment)\b"
)
"""How they ask when I have time."""
_IN_PLACE = re.compile(r"[ ,]*(?:that (?:day|morning|afternoon|evening) )?(?:instead|rather than|in place of)\b")
_TO = re.compile(r"\b(?:to|for|till|until) (?:the )?$")
_NO_NEED = re.compile(r"\bno need\b|\bneed not\b|\bnot necessary\b|\bonly\b.*\bif\b|\bunless\b")
_CHOICE = re.compile(r"\bor\b|/|\beither\b|\balternatively\b|\botherwise\b")
_OR_ELSE = re.compile(r"(?:or|alternatively|otherwise)\b")
_LISTED = re.compile(r"(?:[\s,;.:()\d/-]|\b(?:and|on|the|at|[a-z]{1,4})\b)*")
"""What may stand between the times of a list: "Tue 10:00, Tue 14:30 GMT and Wed 09:00"."""
_HAVE_ELSE = re.compile(
    r"\bi(?:'m| am) (?:in|at|on|with) \w|\b(?:can't|cannot|can not|cant|unable|no way|not|(?!couldn't be)\w+n't|busy|away|shifts?|on call|standby|on set|out(?! of (?:me|it|that|this|you|us)\b)|court|exam|dentist|dental|doctor|funeral"
    r"|travel\w*|abroad|working|teaching|clash\w*|conflicts?|till|until|because|full|taken|impossible|difficult|no good|any (?:hour|time))\b"
)
"""What I say of a time at which I have something else, or of none in particular."""
_NOT_NOW = re.compile(
    r"\bi (?:work|teach|start|finish)\b"
    r"|\b(?:let me|i(?:'ll| will| need to| have to| must)(?: just)? (?:check|ask|see if|see what|look|get back|come back|confirm|let you|think|try|find out))\b"
)
"""What I say where I have something else, or answer later."""
_WITH_ME = re.compile(r"\b(?:you|your|u|us|interview|we)\b")
_TELLS_STAGE = re.compile(r"\b(?:interview|screen|on-?site|panel)")
_OF_A_MEETING = re.compile(rf"\b(?:{TALK}|it|this|that|things|you|us|ours?|yours?)\b")
"""What a move without a time must speak of: people and budgets move as well."""
_NUMBER = re.compile(r"\W*\d{1,2}\W*")
"""The number of a paragraph, where words follow in it."""
_FEW_WORDS = 6
_MANY_DAYS = 2
_USUAL = dt.timedelta(hours=1)


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
    with_time = {slot.number for slot in named_times}
    moved = [f for f in _CHANGED.find(heard) if f.number in with_time or _OF_A_MEETING.search(heard.texts[f.number])]
    moved = [*_SHIFTS.find(heard), *moved]
    changed = {found.number: found for found in moved}
    yield from (replace(state(found), text=moved_by(heard.texts[found.number])) for found in list(changed.values())[:1])
    if not named_times:
        yield from _picked(heard)
        plainly = (state(found) for found in _ANSWERS.find(heard))
        yield from (replace(said, confidence=Confidence.UNCLEAR) for said in plainly)  # to what, only matching knows
        return
    proposed = _strongest(_PROPOSED.find(heard))
    booked = _strongest((*_BOOKED.find(heard), *moved))
    all_times = named_times
    named_times = [slot for slot in all_times if not _was_before(heard, slot, changed, all_times)]
    asked = _asks_to_confirm(heard) or _asks_in_short(heard, named_times)
    choice = _leave_a_choice(heard, named_times)
    for slot in named_times:
        near = (*_near(heard, slot.number), *_where_its_day(slot, named_times))
        proposal = next((proposed[n] for n in near if n in proposed), None)
        booking = next((booked[n] for n in near if n in booked), None)
        if slot.number in off and slot.at < off[slot.number].match.end() and slot.number not in changed:
            continue
        if slot.start is None:
            said = proposal or booking
            bare = _only_named(heard, slot)
            words = " ".join(heard.texts) if said else heard.texts[slot.number]
            same = slot.day and (_is_moved_to(heard, slot, changed) or _SAME_TIME.search(words))
            if same and bare.confidence is not Confidence.UNCLEAR:
                kind = Kind.PROPOSES if proposal or asked else Kind.INTERVIEW
                bare = replace(_at_time_before(bare, all_times, slot), kind=kind, rule="another day, the same time")
            yield bare
        elif proposal is not None and (booking is None or proposal.rule.confidence is Confidence.SURE):
            yield _timed(heard, slot, proposal, Kind.PROPOSES)
        elif booking is not None:
            yield _timed(heard, slot, booking, Kind.PROPOSES if asked or slot in choice else Kind.INTERVIEW)
        elif slot in choice or (asked and not _is_other_business(heard, slot)):
            yield replace(_only_named(heard, slot), kind=Kind.PROPOSES, rule="a time to choose")
        else:
            bare = _only_named(heard, slot)
            yield replace(bare, confidence=Confidence.UNCLEAR) if _is_listed(slot, named_times) else bare
    if not any(slot.start or slot.clock for slot in named_times):
        yield from _picked(heard)


def _asked_for_times(heard: Heard, named_times: Sequence[Slot]) -> Iterator[Statement]:
    """A meeting of which they tell the kind, and leave the time to me: "a first call, when are you free?"."""
    if heard.speech.side is not Side.THEM or any(slot.start for slot in named_times):
        return
    asked = _WHEN.first(heard)
    stage = stage_of(*heard.texts) if asked is not None else None
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
    free = [slot for slot in named_times if not _HAVE_ELSE.search(clause(heard, slot, to_comma=bool(slot.start)))]
    timed = False
    for slot in free:
        near = (*_near(heard, slot.number), *_after_colon(heard, slot.number))
        found = next((agreed[n] for n in near if n in agreed), None)
        if found is None or slot.start is None or not slot.near or moves or called_off:
            yield _only_named(heard, slot)
            continue
        timed = True
        yield replace(_timed(heard, slot, found, Kind.AGREES), who=(), text=_told_stage(heard, slot))
    if not any(slot.start for slot in named_times):
        yield from _picked(heard)
    if timed or moves or called_off or any(slot.start for slot in free):
        return
    if plainly:
        yield state(plainly[0])
    elif not named_times and heard.sentences and not any(map(_holds_back, heard.sentences, heard.texts)):
        words = shorten(heard.sentences[0].text)
        yield Statement(Kind.AGREES, words, "nothing speaks against it", Confidence.UNCLEAR)


def _holds_back(sentence: Sentence, text: str) -> bool:
    """Whether a sentence of mine asks, denies, or puts something off: none of it agrees to a time without a word."""
    return sentence.is_question or bool(_HAVE_ELSE.search(text) or _NOT_NOW.search(text))


def _picked(heard: Heard) -> Iterator[Statement]:
    """Hours without a day, and places in a list."""
    for sentence, text, after in zip_longest(heard.sentences, heard.texts, heard.sentences[1:]):
        if after and after.paragraph == sentence.paragraph and _NUMBER.fullmatch(text):
            continue
        bare = list(hours(text))
        stage = stage_of(text) or "" if bare and heard.speech.side is not Side.ME else ""
        for pick in (*(f"{hour:%H:%M} {stage}".rstrip() for hour in bare), *places(text)):
            yield Statement(Kind.NAMES_TIME, shorten(sentence.text), "part of a time", Confidence.LIKELY, text=pick)


def _is_other_business(heard: Heard, slot: Slot) -> bool:
    """Whether a time of theirs is for a deadline, an answer, or somebody else."""
    words = clause(heard, slot)
    if OTHER_BUSINESS.search(words) or (slot.start is None and _HAVE_ELSE.search(words)):
        return True
    return bool(OTHER_PEOPLE.search(clause(heard, slot, to_comma=True)) and not _WITH_ME.search(words))


_MEETS_ME = re.compile(
    r"\b(?:meet|join|see|with) me\b|"
    r"\bi(?:'d|'ll|'m| would| will| want| am| can)?(?: (?:be|the|one|going|like|love|want|keen|happy|to|just|then|also))* "
    r"(?:see|seeing|meet|meeting|interview|ring|call|phone|talk (?:to|with)|speak (?:to|with)) you\b(?! (?:back|tomorrow to))"
)
"""The writer is one of those I meet: "would you meet me at six", "I want to see you"."""


def _told_stage(heard: Heard, slot: Slot) -> str:
    """The stage where my words name the kind of meeting; else what they proposed knows better."""
    return _stage(heard, slot) if _TELLS_STAGE.search(heard.texts[slot.number]) else ""


def _only_named(heard: Heard, slot: Slot) -> Statement:
    """A time of which no rule knows what it is for; unclear where it seems to be for something else."""
    mine = heard.speech.side is Side.ME
    elsewhere = not mine and _is_other_business(heard, slot)
    length = _length(heard, slot)
    alone = slot.clock or (slot.start.timetz() if mine and slot.start and not slot.near else None)
    clock = alone.strftime("%H:%M") if alone else ""
    return Statement(
        Kind.NAMES_TIME,
        shorten(heard.sentences[slot.number].text),
        "a time",
        Confidence.UNCLEAR if elsewhere else Confidence.LIKELY,
        day=slot.day,
        start=slot.start,
        end=slot.end or (slot.start + length if slot.start and length else None),
        who=() if mine else _hosts(heard, slot),
        text=f"{clock} {'' if mine else _stage(heard, slot)}".strip(),
    )


def _strongest(all_found: Iterable[Found]) -> dict[int, Found]:
    best: dict[int, Found] = {}
    for found in all_found:
        known = best.get(found.number)
        if known is None or (found.rule.kind is Kind.MOVES or known.rule.confidence is not Confidence.SURE):
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


def _timed(heard: Heard, slot: Slot, found: Found, kind: Kind) -> Statement:
    assert slot.start is not None  # noqa: S101  for the type checker: callers ask first
    length = _length(heard, slot)
    if length is None and kind is not Kind.AGREES:
        length = _USUAL
    return replace(
        state(found),
        kind=kind,
        words=shorten(heard.sentences[slot.number].text),
        start=slot.start,
        end=slot.end or (slot.start + length if length else None),
        text=_stage(heard, slot),
        who=_hosts(heard, slot),
    )


def _hosts(heard: Heard, slot: Slot) -> tuple[Address, ...]:
    """Who is named beside the time as one I meet, the writer who says so included; else who is copied and spoken of."""
    near = sorted(_near(heard, slot.number))
    others = tuple(who for n in near for who, _ in named(heard.sentences[n].text))
    if any(_MEETS_ME.search(heard.texts[n]) for n in near):
        return (heard.message.envelope.sender, *others)
    return others or tuple(_copied(heard))


def _copied(heard: Heard) -> Iterator[Address]:
    spoken = {word for text in heard.texts for word in re.findall(r"\w+", text)}
    for who in heard.message.envelope.cc:
        if who.email not in heard.speech.me.addresses and not spoken.isdisjoint(re.findall(r"\w+", plain(who.name))):
            yield who


def _length(heard: Heard, slot: Slot) -> dt.timedelta | None:
    if slot.start and slot.end:
        return slot.end - slot.start
    words = " ".join(heard.texts[n] for n in sorted(_near(heard, slot.number)))
    return length_of(words) or length_of(" ".join(heard.texts))


def _stage(heard: Heard, slot: Slot) -> str:
    """The stage of a meeting; empty where nothing tells."""
    words = " ".join(heard.texts[n] for n in sorted(_near(heard, slot.number)))
    subject = plain(heard.message.envelope.subject)
    return stage_of(words, " ".join(heard.texts), subject, length=_length(heard, slot)) or ""
