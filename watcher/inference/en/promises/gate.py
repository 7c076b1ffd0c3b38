"""The gate: which of a mail's times is the one by which they answer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from watcher.inference.classifier import Judgement
from watcher.inference.en.promises.clauses import Clauses, FoundCue, Timed, clauses
from watcher.inference.en.promises.cues import Sort, signal
from watcher.inference.en.promises.days import Day
from watcher.inference.en.promises.elsewhere import AS_TOLD, COUNTS, distance, stands, supposed
from watcher.inference.en.promises.reports import chases, reports, turned
from watcher.inference.en.promises.settled import settled
from watcher.inference.en.promises.spoken import ANSWERS, Spoken, counted_on
from watcher.inference.en.promises.unclaimed import is_unclaimed
from watcher.inference.en.promises.withdrawn import PAST, STILL_HOLDS, WONDERS
from watcher.inference.heard import plain
from watcher.inference.sentences import MAX_SENTENCE, Sentence
from watcher.inference.speech import Speech
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence, Kind, Side, Statement, Window
from watcher.text import shorten

__all__ = ["days_of", "decisions"]

_NOD = re.compile(
    r"\b(?:correct|right|yes|ok|okay|yeah|no|eh|deal|alright|all right|fine|(?:okay|ok|alright|fine) with you)\?\W*$",
    re.IGNORECASE,
)
"""The end of a question that asks for no more than a nod."""
_PATIENCE = frozenset({"be patient until", "if you hear nothing"})
"""Cues that a question may hold, and a negation beside which denies nothing."""
_SETS_TIME = frozenset({"be patient until", "target", "make it"})
"""Cues that name an hour for an appointment only: "he gives me Thursday at 7.30", "new time: Friday, 8.15"."""
_SUPPOSES = frozenset({"surprised if", "if you hear nothing"})
"""Cues that suppose the answer did not come: "if I have not told you by Friday" is no past."""
_NEVER_DENIED = _PATIENCE | _SUPPOSES
_PAPERS = signal(
    "papers",
    r"invite", r"invitation", r"link", r"details", r"agenda", r"contract", r"offer letter", r"paperwork", r"schedule", r"times", r"slots?", r"address", r"directions",
    r"forms?", r"calendar", r"test", r"assignment", r"challenge", r"task", r"questionnaire", r"job description", r"spec", r"laptop", r"badge", r"pack", r"brochure",
    r"case study", r"zoom", r"to (?:discuss|go|talk|walk|chat|schedule|arrange|set|book|introduce|prep)",
    yes=("the zoom link", "to go over the role"), no=("the outcome",),
)  # fmt: skip
"""What a call or a mail may bring that is no answer."""
_NEAR = 60
"""Characters behind "I'll send you" in which papers are looked for."""
_OPEN_QUESTION = re.compile(r"\b(?:whether|if|how)\b")
"""What I'll be told, rather than brought: "about whether she wants to talk"."""
_YOURS = re.compile(
    r"\byou(?:'ve| have)? (?:mentioned|said|told (?:us|me)|wrote|indicated) (?:that )?(?!we\b|i\b|our\b|when\b|it\b|this\b)\w"
)
"""What I told them of my own plans."""
_NAMED = re.compile(
    r"\b(?:day|date|what|when) (?:that )?(?:(?:i|we|they|she|he)|(?:our|the|my) \w+)(?:'d| had| have|'ve)? (?:gave|given|named|told|mentioned|promised|said)\b"
)
"""The date of an answer, told before: "the day our chair gave you"."""
_WE_SHALL = re.compile(r"\b(?:i|we)(?:'ll| will| shall) (?!be\b|not\b|see\b|need\b)\w+")
_FIRST = re.compile(r"\bbefore (?:we|i|they)(?: can| could| are able to)? $")
"""What I am asked for comes first: "we need your answer before we can finalise the roster on the 27th"."""
_NO_LATER = re.compile(r"(?:later|longer) than|beyond|past\b")
"""Behind a negation these name the last day: "nobody waits beyond the 19th"."""
_ONCE = re.compile(r"\b(?:as soon as|once|when|if|unless)\b")
"""Before "give me a day" somebody else is asked: "as soon as the plumbers give me a day"."""
_THEY_NEED = re.compile(
    r"\b(?:we|i|they|he|she|hr|team|panel|board|client)(?:'ll| will|'re| are)?(?: \w+ly| going to| gonna| just| still)* $"
)
"""Who stands before "need two more days" where it asks for patience."""
_CONCLUDES = re.compile(r"(?:\bso|\bthus|\bhence|\bi\.e\.|\bor|failing that|worst case|at worst|\bmaybe|\band)[ ,:]*$")
"""Between two times: the second restates the first."""
_REST = re.compile(
    r"(?:\W|\b(?:anyway|worst|best|case|at|the|very|latest|earliest|most|more|likely|probably|possibly|hopefully|maybe|"
    r"perhaps|or|and|if|not|sooner|realistically|tops|promise|sure|for|though|then|but|i|think|all|being|well|fingers|"
    r"crossed|could|might|may|be|slip|to|as|is|it|that|would|my|guess|bet|money|on|so|sorry|instead|by|definitely|"
    r"certainly)\b)*"
)
"""A sentence of such words and a time only is the rest of the one before it: "Worst case Monday"."""


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
            stated += _promises(parts, sentence, spoken)
            days += _named(parts, sentence, spoken)
        elif (parts.times or spoken.ahead) and reports(parts.text):
            times = tuple(timed.time for timed in parts.times)
            stated += _promises(clauses(plain(sentence.text), times, turned), sentence, spoken, reported=True)
        read.append((sentence, parts))
    clear = [s for s in stated if s.confidence is not Confidence.UNCLEAR] or stated
    clear = [s for number, s in enumerate(clear) if not _refined(s, clear[number + 1 :])]
    by_rule = max(clear, key=_latest, default=None)
    taken_back = next((sentence for sentence, parts in read if not mine and parts.no_date), None)
    counted = next(_counted_elsewhere(sentences, speech), None) if by_rule is None else None
    if by_rule is None and taken_back is not None and counted is None:
        none = Statement(Kind.NO_DATE, shorten(taken_back.text), "no date")
        return (none, *_meets(spoken.events.deliberation, read, speech)) if speech.side is Side.THEM else (none,)
    if speech.side is not Side.THEM:
        return tuple(filter(None, (by_rule or counted,)))
    if counted is not None:
        return (counted, *_meets(spoken.events.deliberation, read, speech))
    if by_rule is None or by_rule.confidence is not Confidence.SURE:
        untouched = stands([parts for _, parts in read], speech.today)
        if untouched is not None:
            return tuple(_as_told(*untouched))
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
    today = spoken.speech.today
    asked = sentence.is_question and not _NOD.search(sentence.text)
    asked = asked or {Sort.ASKS} == {cue.sort for cue in parts.cues} & {Sort.ASKS, Sort.ANSWERS}
    papers = any(cue.sort is Sort.CALLS and _brings_papers(parts, cue) for cue in parts.cues)
    free = not (asked or papers or parts.no_date or _YOURS.search(parts.text))
    for timed in parts.times:
        time = counted_on(parts, timed, spoken)
        ahead = (time.window.latest - today).days
        unclaimed = free and timed in parts.ahead and is_unclaimed(timed, parts, today)
        yield Day(sentence, parts, timed, time, ahead, unclaimed)


def _counted_from(stated: Statement | None, days: Sequence[Day]) -> Window | None:
    """The last day named before that of their answer, where that was counted from another."""
    if stated is None or (promised := stated.window) is None:
        return None
    if not any(day.time.relative and day.time.window.latest == promised.latest for day in days):
        return None
    named = (day.time.window for day in days if not day.time.relative and day.ahead >= 0)
    return max((each for each in named if each.latest < promised.latest), key=lambda w: w.latest, default=None)


def _meets(days: Window | None, read: Sequence[tuple[Sentence, Clauses]], speech: Speech) -> Iterator[Statement]:
    """When they meet, for what another mail may count from it."""
    if days is not None and days.latest >= speech.today:
        words = next((s.text for s, parts in read if any(t.time.window == days for t in parts.times)), "")
        yield Statement(Kind.MEETS, shorten(words), "they meet", Confidence.LIKELY, window=days)


def _counted_elsewhere(sentences: Sequence[Sentence], speech: Speech) -> Iterator[Statement]:
    """Promises that count from a day which another mail told."""
    if not any(COUNTS.search(plain(sentence.text)) for sentence in sentences):
        return
    origin = supposed(speech)
    spoken = Spoken.on_from(speech, origin)
    mine = speech.side is Side.ME
    for sentence, parts in _followed(sentences, spoken):
        text = plain(sentence.text)
        if COUNTS.search(text) and (not mine or reports(text)):
            told = clauses(text, tuple(timed.time for timed in parts.times), turned) if mine else parts
            for stated in _promises(told, sentence, spoken, reported=mine):
                if (counted := distance(stated, text, origin, speech.calendar)) is not None:
                    yield counted


def _as_told(words: str, met: Window) -> Iterator[Statement]:
    yield Statement(Kind.DECIDES_BY, shorten(words), "as told, from the new day", Confidence.LIKELY, text=AS_TOLD)
    yield Statement(Kind.MEETS, shorten(words), "the new day", Confidence.LIKELY, window=met)


def _latest(statement: Statement) -> dt.date:
    return statement.window.latest if statement.window else dt.date.min


def _refined(one: Statement, later: Sequence[Statement]) -> bool:
    """Whether a later statement tells more exactly when: "next week, and all will be telephoned by Wednesday"."""
    if one.rule.endswith("; before that"):
        return bool(later)
    if one.window is None or one.window.earliest is None:
        return False
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


def _promises(parts: Clauses, sentence: Sentence, spoken: Spoken, *, reported: bool = False) -> Iterator[Statement]:
    """The promises of one sentence."""
    if not parts.times and not spoken.refers(parts):
        return
    cues = [c for c in parts.cues if c.sort is not Sort.CALLS or not _brings_papers(parts, c)]
    answers = [c for c in cues if c.sort in ANSWERS]
    if len(answers) < len(cues) and not (answers or _may_correct(parts, spoken)):
        cues = [c for c in cues if c.sort is not Sort.CORRECTS]
    if sentence.is_question and not _NOD.search(sentence.text) and not _may_ask(cues, spoken):
        return
    promised = _nearest_behind(list(_promised(parts, cues, spoken)))
    for timed, cue in promised:
        if _kept(parts, cue, timed, reported=reported):
            time = counted_on(parts, timed, spoken)
            yield _statement(sentence, cue.name, time, _confidence(parts, cue, time))
    if promised or parts.no_date:
        return
    for cue in answers:
        if not parts.denied(cue) and (referred := spoken.referred_to(parts, cue)) is not None:
            window, rule = referred
            words = shorten(sentence.text)
            yield Statement(Kind.DECIDES_BY, words, f"{cue.name}; {rule}", Confidence.LIKELY, window=window)
            return


def _brings_papers(parts: Clauses, cue: FoundCue) -> bool:
    papers = _PAPERS.pattern.search(parts.text, cue.end, cue.end + _NEAR)
    return papers is not None and not _OPEN_QUESTION.search(parts.text, cue.end, papers.start())


def _may_correct(parts: Clauses, spoken: Spoken) -> bool:
    """Whether a date that is set or moved where no answer is named ("make it Friday") can be that of one."""
    if _PAPERS.inside(parts.text) or any(cue.sort is Sort.APPOINTS for cue in parts.cues):
        return False
    deliberates = any(cue.sort is Sort.DELIBERATES for cue in parts.cues)
    if _NAMED.search(parts.text) or (spoken.before and _NAMED.search(spoken.before.text)):
        return True
    return deliberates or "promise" in parts.text or PAST.inside(parts.text) or spoken.answered or spoken.deliberated


def _may_ask(cues: Sequence[FoundCue], spoken: Spoken) -> bool:
    """Whether a question can promise: "can you bear with us until the 11th?", "can we say the 25th?"."""
    return any(c.name in _PATIENCE or (c.sort is Sort.CORRECTS and spoken.answered) for c in cues)


def _promised(parts: Clauses, cues: Sequence[FoundCue], spoken: Spoken) -> Iterator[tuple[Timed, FoundCue]]:
    """The times that belong to an answer of theirs, each with its cue."""
    last: FoundCue | None = None
    end = 0
    hours = [t for t in parts.ahead if t.time.grain is Grain.HOUR and t.time.modifier is Modifier.ON]
    of_hours = [parts.nearest(timed.place, cues) for timed in hours]
    talk = any(cue.sort in (Sort.CALLS, Sort.APPOINTS) for cue in cues)
    for timed in parts.times:
        cue = parts.nearest(timed.place, cues)
        between = parts.text[end : timed.place]
        end = timed.place + 1
        if _asks_patience(parts, timed) and (cue is None or cue.sort is not Sort.ELSE):
            cue = FoundCue("be patient", Sort.ANSWERS, timed.place, timed.place)
        elif last is not None and _CONCLUDES.search(between):
            cue = last
        elif cue is None and not cues and _REST.fullmatch(parts.text) and (spoken.answered or spoken.taken_back):
            cue = FoundCue("the rest of it", Sort.ANSWERS, timed.place, timed.place)
        elif cue is None and (spoken.answered or spoken.deliberated) and _tells(parts, timed):
            cue = FoundCue("and then we tell", Sort.CORRECTS, timed.place, timed.place)
        belongs = cue is not None and cue.sort in (*ANSWERS, Sort.CORRECTS)
        if cue is None or not belongs or timed not in parts.ahead or timed.time.rule == "<weekday>'s":
            last = None
            continue
        last = cue
        met = cue in of_hours and (talk or cue.name in _SETS_TIME)
        if not met or any(c.name == "the outcome" for c in cues):
            yield timed, cue  # "I'll ring you tomorrow at 12.30" is an appointment


def _tells(parts: Clauses, timed: Timed) -> bool:
    """Whether they say, in words however odd, that they will do something then: "I'll sing out on Monday"."""
    return _WE_SHALL.search(parts.before(timed.place)) is not None and not _PAPERS.inside(parts.text)


def _nearest_behind(promised: Sequence[tuple[Timed, FoundCue]]) -> list[tuple[Timed, FoundCue]]:
    """Without the times before a cue that has one behind it: "with Easter on us, give me until Wednesday"."""
    followed = {cue for timed, cue in promised if timed.place >= cue.end}
    return [(timed, cue) for timed, cue in promised if timed.place >= cue.end or cue not in followed]


def _asks_patience(parts: Clauses, timed: Timed) -> bool:
    """Whether a time says by itself how long they want: "give us a week", "we need two more days"."""
    rule, words = timed.time.rule, plain(timed.time.words)
    if _ONCE.search(parts.before(timed.place)):
        return False
    needs = rule == "takes <n> <units>" and words.startswith("need")
    return rule.startswith("give us") or (needs and _THEY_NEED.search(parts.text, 0, timed.place) is not None)


def _kept(parts: Clauses, cue: FoundCue, timed: Timed, *, reported: bool) -> bool:
    """Whether the promise holds: not denied, not of the past, not wondered about."""
    text, time = parts.text, timed.time
    surprising = cue.name in _SUPPOSES
    before_both = parts.before(min(cue.start, timed.place), times_end_it=True)
    broken = PAST.inside(before_both) or PAST.inside(parts.before(timed.place, times_end_it=True) + "§")
    broken = broken or (time.relative and PAST.inside(parts.before(cue.end, times_end_it=True)))
    if broken and not (reported or surprising or STILL_HOLDS.inside(text)):
        return False
    if time.modifier is Modifier.SINCE and time.grain >= Grain.MONTH:  # "we'd like to take you on from September"
        return False
    if WONDERS.inside(text[: cue.end]):
        return False
    if not reported and _YOURS.search(text, 0, cue.start):
        return False
    gone = parts.no_date
    if gone and cue.start < gone.end() and " but " not in text[gone.start() : timed.place]:
        return False
    if any(c.sort is Sort.ASKS for c in parts.cues) and _FIRST.search(text, 0, cue.start):
        return False
    denied = cue.name not in _NEVER_DENIED and parts.denied(cue)
    if time.modifier is Modifier.AFTER and time.confidence is Confidence.UNCLEAR:
        return surprising or (denied and _NO_LATER.match(plain(time.words)) is not None)
    return not denied or time.modifier is Modifier.UNTIL  # "you won't hear until the 6th"


def _confidence(parts: Clauses, cue: FoundCue, time: TimeExpression) -> Confidence:
    if time.confidence is Confidence.UNCLEAR:
        return Confidence.UNCLEAR
    doubtful = cue.sort not in ANSWERS or parts.denied(cue) or time.confidence is Confidence.LIKELY
    return Confidence.LIKELY if doubtful else Confidence.SURE


def _statement(sentence: Sentence, name: str, time: TimeExpression, confidence: Confidence) -> Statement:
    rule = f"{name}; {time.rule}"
    window: Window = time.window
    return Statement(Kind.DECIDES_BY, shorten(sentence.text), rule, confidence, window=window)
