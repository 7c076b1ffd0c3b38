"""The one specific thing that a letter takes up: what I noted, else what my own thank-you named, else none.

Nothing is invented. A note is mine word for word; of a thank-you only a phrase is taken that stands in it and stands in
another sentence as well ("how the fleet scheduler came about"), and only what nobody minds to be reminded of.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watcher.drafting.names import known_as
from watcher.model import Address, Application, Confidence, Entry, Kind, Mark, MarkKind, Side, StepKind
from watcher.text import clean_line

__all__ = ["NO_TOPIC", "Topic", "for_one_of", "topic_of"]

_MAX_WORDS = 35
"""Words of a note that fit into a letter of 120."""
_PAY = re.compile(
    r"\b(?:pay|paid|salar\w+|wages?|compensation|bonus\w*|equity|benefits|rates?|holidays?|vacation|leave|pto)\b|[$€£¥₹]",
    re.IGNORECASE,
)
"""What a follow-up never speaks of (cadences.md: "never pay or holidays")."""
_HOLE = re.compile(r"[\[\]{}<>|\\]|_{2}|\b(?:todo|tbd|xxx)\b|https?:", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[^.\s]{3}[.!?])\s+(?=[^\W\d_a-zß-ÿ])")
"""Behind a word of some length, before a capital: "Dr. Roth" and "St. James" are one sentence."""
_SPEAKS = re.compile(r"(?:[Ii]|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]here)(?:['’]\w+)?\s")
"""How a whole sentence begins; anything else is a phrase, unless it ends like a sentence."""
_NAMED = re.compile(
    r"""\b(?:
        (?:conversation|discussion|chat|talk|talking|talked|speaking|spoke|hear|hearing|learn|learning|rundown|insights?)
        (?:\ (?:this|today|yesterday|morning|afternoon|evening|last|night|with|you|both|all|us|me|more|so|much)){0,6}
        ,?\ (?:(?:and\ )?especially\ )?(?:about\ |on\ |of\ |(?=how\ ))
      | (?:explaining|explained|describing|discussing)\ (?:to\ me\ )?
      )(?P<thing>(?:the|your|how)\ .+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where a thank-you names what was talked of."""
_ENDS = re.compile(r"[.;:!?()\"“”…]|,|\ (?:and|but|which|where|that|so|it|is|was|will|has|in\ \w+\ minutes)\b.*$")
_HOW_ENDS = re.compile(r"[.;:!?()\"“”…,]|\ (?:and|but)\ (?:i|we|it|that)\b", re.IGNORECASE)
_AND_THE = re.compile(r"^\ and\ (?:the|your)\ [\w'’-]+(?:\ [\w'’-]+){0,3}")
_UNWELCOME = re.compile(
    r"""\b(?:problem|problems|issue|issues|failure|failures|mess|money|budget|runway|burn|layoffs?|redundanc\w+|audit
          |overtime|travel|turnover|attrition|lunch|dinner|breakfast|coffee|tea|weather|traffic|train|day|time|hour
          |morning|afternoon|evening|week|opportunity|position|role|job|post|interview|outcome|result|decision|process
          |dog|kids?|children|family|wife|husband|baby|health|ill|sick|death|war)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What nobody is reminded of by a stranger, and what says nothing."""


@dataclass(frozen=True, slots=True)
class Topic:
    """At most one of `phrase` and `sentence`; `left_out` tells me why a note of mine is not in the letter."""

    phrase: str = ""
    sentence: str = ""
    left_out: str = ""


NO_TOPIC = Topic()


def topic_of(application: Application, kind: StepKind, to: Sequence[Address], now: dt.datetime) -> Topic:
    """What a letter takes up.

    A thank-you takes up what I noted since the interview began; a second nudge what I noted since the first. The first
    check-in takes up my last note, else my thank-you, where it went to the same people.

    Args:
        application: As it stands at `now`.
        kind: Of the step.
        to: Who reads it.
        now: The moment of writing.
    """
    notes = [mark for mark in application.marks if mark.kind is MarkKind.NOTE]
    held = application.last_held(now)
    if kind is StepKind.THANK_YOU:
        return _noted([mark for mark in notes if held is None or mark.at >= held.start])
    if application.follow_ups:
        return _noted([mark for mark in notes if mark.at > application.follow_ups[-1].at])
    noted = _noted(notes)
    return noted if notes else Topic(next(_thanked(application, to), ""))


def _noted(notes: Sequence[Mark]) -> Topic:
    """My newest note, as a phrase or a sentence."""
    if not notes:
        return NO_TOPIC
    words = clean_line(notes[-1].value, 2_000)
    first = _SENTENCE_END.split(words, maxsplit=1)[0]
    if (reason := _unfit(first)) is not None:
        return Topic(left_out=f"your note is not in the letter: {reason}")
    bare = first.rstrip(" .!,;:")
    if first.endswith((".", "!")) or _SPEAKS.match(first):
        return Topic(sentence=f"{bare[0].upper()}{bare[1:]}.")
    return Topic(phrase=bare)


def _unfit(words: str) -> str | None:
    """Why a note cannot stand in a letter."""
    if not re.search(r"\w", words):
        return "it holds no word"
    if len(words.split()) > _MAX_WORDS:
        return f"its first sentence has more than {_MAX_WORDS} words"
    if "?" in words:
        return "it asks, and the letter has a question already"
    if _PAY.search(words):
        return "it speaks of pay or leave, which a follow-up does not"
    return "it holds a mark that looks like a placeholder" if _HOLE.search(words) else None


def _thanked(application: Application, to: Sequence[Address]) -> Iterator[str]:
    """What my own thank-yous to these people named, the newest first."""
    emails = {person.email for person in to}
    entries: list[Entry] = [entry for thread in application.threads for entry in thread.entries]
    for entry in sorted(entries, key=lambda e: e.envelope.sent, reverse=True):
        readers = {person.email for person in (*entry.envelope.to, *entry.envelope.cc)}
        if entry.envelope.side is not Side.ME or not emails <= readers:
            continue
        for said in entry.all(Kind.THANKS):
            if said.confidence is not Confidence.UNCLEAR and (thing := _thing(said.words)):
                yield thing


def _thing(words: str) -> str:
    """The thing that a sentence of thanks names; empty where it names none that stands by itself."""
    found = _NAMED.search(words)
    if found is None:
        return ""
    rest = found["thing"]
    how = rest.lower().startswith("how ")
    ends = _HOW_ENDS.search(rest) if how else _ENDS.search(rest)
    thing = rest[: ends.start()] if ends else rest
    if not how and ends and (more := _AND_THE.match(rest[ends.start() :])):
        thing += more.group()
    thing = f"{thing[0].lower()}{thing[1:]}".strip()
    count = len(thing.split())
    fits = 2 <= count <= (14 if how else 10) and not thing.endswith("…")
    return thing if fits and not (_UNWELCOME.search(thing) or _PAY.search(thing) or _HOLE.search(thing)) else ""


def for_one_of(topic: Topic, reader: Address, readers: Sequence[Address], company: str) -> Topic:
    """The topic of a letter to one of several who are written to apart: it goes into one letter alone.

    That is the letter to whom it names, else the first.
    """
    if len(readers) < 2:
        return topic
    words = f"{topic.phrase} {topic.sentence}"
    called = [known_as(each, company).rpartition(" ")[2] for each in readers]
    named = [bool(name) and re.search(rf"\b{re.escape(name)}\b", words) is not None for name in called]
    chosen = readers[named.index(True) if any(named) else 0]
    return topic if chosen.email == reader.email else NO_TOPIC
