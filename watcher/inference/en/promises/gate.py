"""The gate: which of a mail's times is the one by which they answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from watcher.inference.classifier import Judgement
from watcher.inference.en.promises.clauses import Clauses, clauses
from watcher.inference.en.promises.cues import Sort
from watcher.inference.en.promises.days import Day
from watcher.inference.en.promises.elsewhere import COUNTS, LENGTH, distance, stands, supposed
from watcher.inference.en.promises.promised import NOD, YOURS, brings_papers, promises
from watcher.inference.en.promises.reports import chases, reports, turned
from watcher.inference.en.promises.settled import settled
from watcher.inference.en.promises.spoken import Spoken, counted_on
from watcher.inference.en.promises.unclaimed import is_unclaimed
from watcher.inference.en.promises.withdrawn import DENIED
from watcher.inference.heard import plain
from watcher.inference.sentences import MAX_SENTENCE, Sentence
from watcher.inference.speech import Speech
from watcher.inference.times import Modifier
from watcher.model import Confidence, Kind, Side, Statement, Window
from watcher.text import shorten

__all__ = ["days_of", "decisions"]

_REFERRED = ("; then", "; once they met")
"""What the rules end with by which a promise takes a time spoken of before."""


def decisions(sentences: Sequence[Sentence], speech: Speech, judged: Judgement | None = None) -> tuple[Statement, ...]:
    """When they say that they will answer.

    Args:
        sentences: The words of one message.
        speech: Who wrote it, when and where.
        judged: Whether they do so, as the whole of it reads.

    Returns:
        At most one statement of it: `DECIDES_BY` with the window they named, or `NO_DATE` where they take a date back or say
        that they can give none. In my own mail only a `DECIDES_BY` that I report, and none where I ask after it.
        In a mail of theirs what was learned has its say (`settled`), and may make it an `UNREAD_DATE`; and there is a
        `MEETS` where they tell when they meet.
    """
    mine = speech.side is Side.ME
    if mine and any(chases(plain(sentence.text)) for sentence in sentences):
        return ()
    spoken = Spoken(speech)
    read: list[tuple[Sentence, Clauses]] = []
    days: list[Day] = []
    stated: list[Statement] = []
    for sentence, parts in _followed(sentences, spoken):
        if not mine:
            stated += promises(parts, sentence, spoken)
            days += _named(parts, sentence, spoken)
        elif (parts.times or spoken.ahead) and reports(parts.text):
            times = tuple(timed.time for timed in parts.times)
            stated += promises(clauses(plain(sentence.text), times, turned), sentence, spoken, reported=True)
        read.append((sentence, parts))
    stated = [_put_right(s, read) for s in stated]
    clear = [s for s in stated if s.confidence is not Confidence.UNCLEAR] or stated
    clear = [s for number, s in enumerate(clear) if not _refined(s, clear[number + 1 :])]
    by_rule = max(clear, key=_latest, default=None)
    taken_back = next((sentence for sentence, parts in read if not mine and parts.no_date), None)
    unsure = by_rule is None or by_rule.confidence is not Confidence.SURE
    counted = next(_counted_elsewhere(read, speech, by_rule), None) if unsure else None
    by_rule = None if counted is not None else by_rule
    if speech.side is Side.THEM and (by_rule is None or by_rule.confidence is not Confidence.SURE) and counted is None:
        untouched = stands(read, speech) if days or any(LENGTH.search(parts.text) for _, parts in read) else ()
        if untouched:
            return untouched
    if by_rule is None and taken_back is not None and counted is None:
        none = Statement(Kind.NO_DATE, shorten(taken_back.text), "no date")
        return (none, *_meets(spoken.events.deliberation, read, speech)) if speech.side is Side.THEM else (none,)
    if speech.side is not Side.THEM:
        met = spoken.events.deliberation if by_rule else None
        return (*filter(None, (by_rule or counted,)), *_meets(met, read, speech))
    if counted is not None:
        return (counted, *_meets(spoken.events.deliberation, read, speech))
    by_both = settled(by_rule, days, [parts for _, parts in read], judged)
    met = spoken.events.deliberation or _counted_from(by_both, days)
    return (*filter(None, (by_both,)), *_meets(met, read, speech))


def days_of(sentences: Sequence[Sentence], speech: Speech) -> tuple[list[Day], list[Clauses]]:
    """All days that a mail of theirs names, and its sentences: what `days.judge` takes."""
    spoken = Spoken(speech)
    days: list[Day] = []
    read: list[Clauses] = []
    for sentence, parts in _followed(sentences, spoken):
        days += _named(parts, sentence, spoken)
        read.append(parts)
    return days, read


def _followed(sentences: Sequence[Sentence], spoken: Spoken) -> Iterator[tuple[Sentence, Clauses]]:
    """The sentences one by one, each taken in after it was looked at."""
    for sentence in _whole(sentences):
        text = plain(sentence.text)
        parts = clauses(text, spoken.times(text), leads_on=spoken.leads_on)
        yield sentence, parts
        spoken.hear(parts)


def _named(parts: Clauses, sentence: Sentence, spoken: Spoken) -> Iterator[Day]:
    if not parts.times:
        return
    today = spoken.speech.today
    asked = sentence.is_question and not NOD.search(sentence.text)
    asked = asked or {Sort.ASKS} == {cue.sort for cue in parts.cues} & {Sort.ASKS, Sort.ANSWERS}
    papers = any(cue.sort is Sort.CALLS and brings_papers(parts, cue) for cue in parts.cues)
    free = not (asked or papers or parts.no_date or YOURS.search(parts.text))
    for timed in parts.times:
        if parts.no_date and parts.no_date.start() <= timed.place < parts.no_date.end():
            continue  # "the 24th you may cross out again"
        if timed.time.modifier is Modifier.BEFORE and DENIED.inside(parts.before(timed.place)):
            continue  # "don't expect an answer before 8 May"
        time = counted_on(parts, timed, spoken)
        ahead = (time.window.latest - today).days
        unclaimed = free and timed in parts.ahead and is_unclaimed(timed, parts, today)
        yield Day(sentence, parts, timed, time, ahead, unclaimed)


def _counted_from(stated: Statement | None, days: Sequence[Day]) -> Window | None:
    """The last day named before that of their answer, where that was counted from another."""
    if stated is None or (promised := stated.window) is None:
        return None
    counted = (day.time for day in days if day.time.relative or "§" in day.time.words)
    if not any(time.window.latest == promised.latest for time in counted):
        return None
    named = (day.time.window for day in days if not day.time.relative and day.ahead >= 0)
    return max((each for each in named if each.latest < promised.latest), key=lambda w: w.latest, default=None)


def _meets(days: Window | None, read: Sequence[tuple[Sentence, Clauses]], speech: Speech) -> Iterator[Statement]:
    """When they meet, for what another mail may count from it."""
    if days is not None and days.latest >= speech.today:
        said = next((s for s, parts in read if any(t.time.window == days for t in parts.times)), None)
        if said is None or not said.is_question:  # "got an hour for me on Tuesday?" is a meeting with me
            words = shorten(said.text) if said else ""
            yield Statement(Kind.MEETS, words, "they meet", Confidence.LIKELY, window=days)


def _counted_elsewhere(
    read: Sequence[tuple[Sentence, Clauses]], speech: Speech, by_rule: Statement | None
) -> Iterator[Statement]:
    """Promises that count from a day which another mail told.

    Where the rules read a day, only that of its own sentence which names one more: "my son plays this weekend; I write
    the day after they sit".
    """
    if not any(COUNTS.search(plain(sentence.text)) for sentence, _ in read):
        return
    origin = supposed(speech)
    spoken = Spoken.on_from(speech, origin)
    mine = speech.side is Side.ME
    for (sentence, parts), (_, before) in zip(_followed([each for each, _ in read], spoken), read, strict=True):
        text = plain(sentence.text)
        one_more = len(parts.times) > len(before.times)
        if by_rule is not None and not (one_more and by_rule.words == shorten(sentence.text)):
            continue
        if COUNTS.search(text) and (not mine or reports(text)):
            told = clauses(text, tuple(timed.time for timed in parts.times), turned) if mine else parts
            for stated in promises(told, sentence, spoken, reported=mine):
                if (counted := distance(stated, text, origin, speech.calendar)) is not None:
                    yield counted


def _latest(statement: Statement) -> dt.date:
    return statement.window.latest if statement.window else dt.date.min


def _put_right(stated: Statement, read: Sequence[tuple[Sentence, Clauses]]) -> Statement:
    """A promise with the day that another sentence puts in the place of its own: "PS: for Monday read Wednesday"."""
    for _, parts in read:
        for old, new in parts.replaced:
            if stated.window and stated.window.latest == old.time.window.latest:
                return replace(stated, window=new.time.window, confidence=Confidence.LIKELY)
    return stated


def _refined(one: Statement, later: Sequence[Statement]) -> bool:
    """Whether a later statement tells more exactly when: "next week, and all will be telephoned by Wednesday"."""
    if one.rule.endswith("; before that") or "moved by" in one.rule:
        return bool(later)
    if one.window is None or one.window.earliest is None:
        return False
    later = [s for s in later if not s.rule.endswith(_REFERRED)]
    return any(s.window and one.window.earliest <= s.window.latest < one.window.latest for s in later)


def _whole(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences with what follows a colon or semicolon: "New date: 9/30", "Should know Tuesday; worst case Friday"."""
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
