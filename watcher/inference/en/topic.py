"""What a message is about: the strongest word for and against a hiring process of mine, and whether it is an approach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from watcher.inference.en.acts.elsewhere import ELSEWHERE
from watcher.inference.en.acts.topics import TOPICS
from watcher.inference.heard import Heard, with_subject
from watcher.inference.rules import Found, Table, state
from watcher.model import BEGINS_APART, Confidence, Kind, Statement

__all__ = ["topic"]

_TABLE = Table((*TOPICS, *ELSEWHERE))
_ANSWERED = re.compile(
    r"\bthank(?:s| you) for (?:applying|(?:submitting )?your application|your interest in|putting in)|\byou applied\b"
)
"""Who answers my application does not approach me, however warmly he writes of my background."""
_SETS_APART = "another_opening"
_GREETING = 3
"""Words, at most, of a greeting that is a line of its own."""
_BEGINNING = 2
"""Sentences in which a mail says that it is of something else; later ones speak of a second thing ("separately: ...")."""
"""Of two approaches as sure, the one that says more."""
_RANK = {Confidence.SURE: 0, Confidence.LIKELY: 1, Confidence.UNCLEAR: 2}


def topic(heard: Heard) -> Iterator[Statement]:
    """One statement each of HIRING, OUTREACH and NOT_HIRING at most: the surest."""
    best: dict[Kind, Found] = {}
    for found in _TABLE.find(with_subject(heard)):
        if found.rule.name == _SETS_APART and found.number == 0 and heard.message.envelope.in_reply_to:
            continue  # "Re: Something different?" sets the mail that it answers apart
        known = best.get(found.rule.kind)
        if known is None or _order(found) < _order(known):
            best[found.rule.kind] = found
    if Kind.OUTREACH in best and any(_ANSWERED.search(text) for text in heard.texts):
        best.pop(Kind.OUTREACH, None)
    for found in best.values():
        said = state(found)
        yield replace(said, text=BEGINS_APART) if _begins_apart(found, heard) else said


def _begins_apart(found: Found, heard: Heard) -> bool:
    """Whether a mail sets itself apart before it says anything else, its greeting left aside, or asks for that alone."""
    first = heard.texts[0] if heard.texts else ""
    greeting = len(first.split()) <= _GREETING and not first.endswith((".", "!", "?", ":"))
    begins = 0 < found.number <= _BEGINNING + greeting or found.sentence.is_question
    return found.rule.name == _SETS_APART and begins


def _order(found: Found) -> tuple[int, bool]:
    return _RANK[found.rule.confidence], found.rule.name != _SETS_APART
