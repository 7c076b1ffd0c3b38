"""What is said of a time that could be an appointment: of which stage it is, who holds it, how long it takes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from watcher.inference.en.acts.business import OTHER_BUSINESS, OTHER_PEOPLE
from watcher.inference.en.people import named
from watcher.inference.en.picks import hours, places
from watcher.inference.en.slots import Slot, clause
from watcher.inference.en.stages import length_of, stage_of
from watcher.inference.heard import Heard, plain
from watcher.inference.rules import Found, state
from watcher.model import Address, Confidence, Kind, Side, Statement
from watcher.text import shorten

__all__ = ["HAVE_ELSE", "halves", "is_other_business", "only_named", "sentences_near", "told_stage", "with_time"]

HAVE_ELSE = re.compile(
    r"\bi(?:'m| am) (?:in|at|on|with) \w|\b(?:can't|cannot|can not|cant|unable|no way|not(?! chang| tomorrow| today| \w+day| \d)|(?!couldn't be)\w+n't(?! chang)|busy|away|shifts?|on call|standby|on set|out(?! of (?:me|it|that|this|you|us)\b)|court|exam|dentist|dental|doctor|funeral"
    r"|travel\w*|abroad|working|teaching|clash\w*|conflicts?|till|until|because|full|taken|impossible|difficult|hard|tricky|awkward|too (?:early|late)|no good|any (?:hour|time))\b"
)
"""What I say of a time at which I have something else, or of none in particular."""
_WITH_ME = re.compile(r"\b(?:you|your|u|us|interview|we)\b")
_TELLS_STAGE = re.compile(r"\b(?:interview|screen|on-?site|panel)")
_MEETS_ME = re.compile(
    r"\b(?:meet|join|see|with) me\b|"
    r"\bi(?:'d|'ll|'m| would| will| want| am| can)?(?: (?:be|the|one|going|like|love|want|keen|happy|to|just|then|also))* "
    r"(?:see|seeing|meet|meeting|interview|ring|call|phone|talk (?:to|with)|speak (?:to|with)) you\b(?! (?:back|tomorrow to))"
)
"""The writer is one of those I meet: "would you meet me at six", "I want to see you"."""
_US = re.compile(r"\b(?:both|the two|all three|the three) of us\b")
"""The writer and those spoken of: "she would like to interview you, both of us there"."""
_BESIDE_ME = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)"
    r" (?:and (?:I|myself) (?:would|will|'ll|'d|are|can|both|want|hope)|(?:joins|is joining|will join)(?: us| me)?(?=[.,;!]|$| on\b| at\b))"
)
"""Somebody holds it with the writer: "Hollis and I would both be there", "Mei joins"."""
_HE = re.compile(r"\b(?:he|she|him|her|they)\b")
_SOMEBODY = re.compile(
    r"(?!(?:It|That|This|These|There|Here|What|Who|Which|He|She|They|We|You|I|If|The|Our|Your|My|His|Her|All|Both|One|"
    r"No|Nothing|Nobody|Everything|Everyone|Everybody|Today|Tomorrow|Yesterday|[A-Z][a-z]+day)\b)"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) (?:was|is|has|had|would|wants|liked|really|loved|thought|said)\b"
)
"""Whom a sentence is about: "Joe was very taken with you"."""
_NOT_GOOD = re.compile(
    r"(?:\bis|'s|\bwould be) (?:(?:a bit|a little|too|very|quite|really) )?(?:hard|tricky|awkward|early|late|difficult|impossible|no good|tight)\b"
)
"""What is said of an hour that does not suit: "8.30 is hard for me"."""
_NUMBER = re.compile(r"\W*\d{1,2}\W*")
"""The number of a paragraph, where words follow in it."""
_USUAL = dt.timedelta(hours=1)


def halves(heard: Heard, *, places_alone: bool = False) -> Iterator[Statement]:
    """Hours without a day, unless only places are asked for, and places in a list."""
    for sentence, text, after in zip_longest(heard.sentences, heard.texts, heard.sentences[1:]):
        if after and after.paragraph == sentence.paragraph and _NUMBER.fullmatch(text):
            continue
        bare = [] if places_alone or _NOT_GOOD.search(text) else list(hours(text))
        stage = stage_of(text) or "" if bare and heard.speech.side is not Side.ME else ""
        for pick in (*(f"{hour:%H:%M} {stage}".rstrip() for hour in bare), *places(text)):
            yield Statement(Kind.NAMES_TIME, shorten(sentence.text), "part of a time", Confidence.LIKELY, text=pick)


def is_other_business(heard: Heard, slot: Slot) -> bool:
    """Whether a time of theirs is for a deadline, an answer, or somebody else."""
    words = clause(heard, slot)
    if OTHER_BUSINESS.search(words) or (slot.start is None and HAVE_ELSE.search(words)):
        return True
    return bool(OTHER_PEOPLE.search(clause(heard, slot, to_comma=True)) and not _WITH_ME.search(words))


def told_stage(heard: Heard, slot: Slot) -> str:
    """The stage where my words name the kind of meeting; else what they proposed knows better."""
    return _stage(heard, slot) if _TELLS_STAGE.search(heard.texts[slot.number]) else ""


def only_named(heard: Heard, slot: Slot) -> Statement:
    """A time of which no rule knows what it is for; unclear where it seems to be for something else."""
    mine = heard.speech.side is Side.ME
    elsewhere = not mine and is_other_business(heard, slot)
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


def with_time(heard: Heard, slot: Slot, found: Found, kind: Kind) -> Statement:
    """What a rule read, of a time that has its hour."""
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


def sentences_near(heard: Heard, number: int) -> list[int]:
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


def _hosts(heard: Heard, slot: Slot) -> tuple[Address, ...]:
    """Who is named beside the time as one I meet, the writer who says so included; else who is copied and spoken of."""
    near = sorted(sentences_near(heard, slot.number))
    others = tuple(who for n in near for who, _ in named(heard.sentences[n].text)) or _spoken_of_before(
        heard, slot.number
    )
    if beside := tuple(Address("", m["name"]) for s in heard.sentences for m in _BESIDE_ME.finditer(s.text)):
        return (heard.message.envelope.sender, *others, *beside)
    if any(_US.search(text) for text in heard.texts):
        return (heard.message.envelope.sender, *(others or _copied(heard)))
    if any(_MEETS_ME.search(heard.texts[n]) for n in near):
        return (heard.message.envelope.sender, *others)
    return others or tuple(_copied(heard))


def _spoken_of_before(heard: Heard, number: int) -> tuple[Address, ...]:
    """Who is meant by "he" beside a time: the one of whom the sentence before is."""
    about = number > 0 and _HE.search(heard.texts[number]) and _SOMEBODY.match(heard.sentences[number - 1].text)
    return (Address("", about["name"]),) if about else ()


def _copied(heard: Heard) -> Iterator[Address]:
    spoken = {word for text in heard.texts for word in re.findall(r"\w+", text)}
    for who in heard.message.envelope.cc:
        if who.email not in heard.speech.me.addresses and not spoken.isdisjoint(re.findall(r"\w+", plain(who.name))):
            yield who


def _length(heard: Heard, slot: Slot) -> dt.timedelta | None:
    if slot.start and slot.end:
        return slot.end - slot.start
    words = " ".join(heard.texts[n] for n in sorted(sentences_near(heard, slot.number)))
    return length_of(words) or length_of(" ".join(heard.texts))


def _stage(heard: Heard, slot: Slot) -> str:
    """The stage of a meeting; empty where nothing tells."""
    words = " ".join(heard.texts[n] for n in sorted(sentences_near(heard, slot.number)))
    subject = plain(heard.message.envelope.subject)
    return stage_of(words, " ".join(heard.texts), subject, length=_length(heard, slot)) or ""
