"""The promises of one sentence: which of its times belong to an answer of theirs, and whether they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from watcher.inference.en.promises.clauses import Clauses, FoundCue, Timed
from watcher.inference.en.promises.cues import Sort, signal
from watcher.inference.en.promises.spoken import ANSWERS, Spoken, counted_on
from watcher.inference.en.promises.withdrawn import PAST, STILL_HOLDS, WONDERS
from watcher.inference.heard import plain
from watcher.inference.sentences import Sentence
from watcher.inference.times import Grain, Modifier, TimeExpression
from watcher.model import Confidence, Kind, Statement, Window
from watcher.text import shorten

__all__ = ["NOD", "YOURS", "brings_papers", "promises"]

NOD = re.compile(
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
_QUESTIONS = frozenset({"who it is"})
"""Cues that are a question themselves: "to tell you if you're in"."""
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
YOURS = re.compile(
    r"\byou(?:'ve| have)? (?:mentioned|said|told (?:us|me)|wrote|indicated) (?:that )?(?!we\b|i\b|our\b|when\b|it\b|this\b)\w"
)
"""What I told them of my own plans."""
_NAMED = re.compile(
    r"\b(?:day|date|what|when) (?:that )?(?:[\w.]+(?:'d|'ve)? ){1,3}?(?:had |have )?(?:gave|given|named|told|mentioned|promised|said)\b"
    r"|\b(?:gave|told|named|promised) (?:you|u|ye) (?:the|a|that) (?:\w+ )?(?:day|date)\b|\bas (?:\w+\.? ){1,3}(?:gave|told|said|promised) (?:it |that )?(?:to )?you\b"
    r"|\b(?:neither|none) of (?:those|these|them|the (?:two|dates|days))\b"
)
"""The date of an answer, told before: "the day our chair gave you"."""
_WE_SHALL = re.compile(r"\b(?:i|we)(?:'ll| will| shall) (?!be\b|not\b|see\b|need\b)\w+")
_RECALLED = re.compile(r"\bwhen (?:i|we|he|she|they) (?:promised|told|said|gave)\b")
"""Between a day and an answer, what was said of it once: "Good Friday had slipped my mind when I promised you news"."""
_BEING = re.compile(r"\bbeing (?:an? |the )?$")
_FIRST = re.compile(r"\bbefore (?:we|i|they)(?: can| could| are able to)? $")
"""What I am asked for comes first: "we need your answer before we can finalise the roster on the 27th"."""
_NO_LATER = re.compile(r"(?:later|longer) than|beyond|(?:past|after)\b")
"""Behind a negation these name the last day: "nobody waits beyond the 19th"."""
_IS_OPEN = re.compile(r"(?:^|[,;:] ?)when (?:(?:you|u|they) )?$")
"""Before an answer of which somebody says that its day is not known: "when you get told is up to her"."""
_BELATED = re.compile(r"\W*(?:(?:sorry|just|only|well|hi|ok|okay)\W+)*")
"""Before "a day later than I promised" at the head of a sentence that begs pardon for it, and moves nothing."""
_SHIFTED = re.compile(r"moved by|<n> <units> later")
"""The rules by which a day counts from one told before."""
_CAN_WAIT = re.compile(r"\b(?:can|could|must|may|will have to) $")
"""Before "wait a week", of what is not urgent."""
_ONCE = re.compile(r"\b(?:as soon as|once|when|if|unless)\b")
"""Before "give me a day" somebody else is asked: "as soon as the plumbers give me a day"."""
_THEY_NEED = re.compile(
    r"\b(?:we|i|they|he|she|hr|team|panel|board|client)(?:'ll| will|'re| are)?(?: \w+ly| going to| gonna| just| still)* $"
)
"""Who stands before "need two more days" where it asks for patience."""
_CONCLUDES = re.compile(r"(?:\bso|\bthus|\bhence|\bi\.e\.|\bor|failing that|worst case|at worst|\bmaybe|\band)[ ,:]*$")
"""Between two times: the second restates the first."""
_RESTATES = re.compile(
    r"(?:\bso|\bthus|\bhence|\bi\.e\.|that is|\bmeaning|which (?:means|makes it)|making it|in other words)[ ,:]*$"
)
"""The second takes the place of the first: "ahead of Thanksgiving, so no later than that Wednesday"."""
_BEFORE_IT = re.compile(r"\bbefore (?:\w+(?:['-]\w+)? ){1,5}$")
"""Before the day of an event before which something is done: "her pick before the conferences start on Thursday"."""
_FIRST_GOES = re.compile(r"\bbefore (?:i|we|he|she|they|everybody|everyone)(?: \w+){1,2} $")
"""Before a time that tells how long somebody will be away: "on Monday, before I vanish until the new year"."""
_REST = re.compile(
    r"(?:\W|\b(?:anyway|worst|best|case|at|the|very|latest|earliest|most|more|likely|probably|possibly|hopefully|maybe|"
    r"perhaps|or|and|if|not|sooner|realistically|tops|promise|sure|for|though|then|but|i|think|all|being|well|fingers|"
    r"crossed|could|might|may|be|slip|to|as|is|it|that|would|my|guess|bet|money|on|so|sorry|instead|by|definitely|"
    r"certainly)\b)*"
)
"""A sentence of such words and a time only is the rest of the one before it: "Worst case Monday"."""


def promises(parts: Clauses, sentence: Sentence, spoken: Spoken, *, reported: bool = False) -> Iterator[Statement]:
    """The promises of one sentence; in a report of mine the past says nothing against them."""
    if not parts.times and not spoken.refers(parts):
        return
    cues = [c for c in parts.cues if c.sort is not Sort.CALLS or not brings_papers(parts, c)]
    answers = [c for c in cues if c.sort in ANSWERS]
    if len(answers) < len(cues) and not (answers or _may_correct(parts, spoken)):
        cues = [c for c in cues if c.sort is not Sort.CORRECTS]
    if sentence.is_question and not NOD.search(sentence.text) and not _may_ask(cues, spoken):
        return
    promised = _nearest_behind(_told_last(parts, list(_promised(parts, cues, spoken))))
    for timed, cue in promised:
        if _kept(parts, cue, timed, reported=reported) and not _moves_another(parts, timed, spoken):
            time = counted_on(parts, timed, spoken)
            yield _statement(sentence, cue.name, time, _confidence(parts, cue, timed, time, spoken))
    if promised or parts.no_date:
        return
    for cue in (cue for cue in answers if _may_refer(parts, cue, reported=reported)):
        if (referred := spoken.referred_to(parts, cue, reported=reported)) is not None:
            window, rule = referred
            words = shorten(sentence.text)
            yield Statement(Kind.DECIDES_BY, words, f"{cue.name}; {rule}", Confidence.LIKELY, window=window)
            return


def _may_refer(parts: Clauses, cue: FoundCue, *, reported: bool) -> bool:
    """Whether an answer without a time of its own may take one: "Good Friday had slipped my mind when I promised you news"."""
    if parts.denied(cue) or _IS_OPEN.search(parts.text, 0, cue.start):
        return False
    return reported or not PAST.inside(parts.before(cue.start)) or STILL_HOLDS.inside(parts.text)


def brings_papers(parts: Clauses, cue: FoundCue) -> bool:
    """Whether a call or a mail brings papers, and no answer."""
    papers = _PAPERS.pattern.search(parts.text, cue.end, cue.end + _NEAR)
    return papers is not None and not _OPEN_QUESTION.search(parts.text, cue.end, papers.start())


def _may_correct(parts: Clauses, spoken: Spoken) -> bool:
    """Whether a date that is set or moved where no answer is named ("make it Friday") can be that of one."""
    if _PAPERS.inside(parts.text) or any(cue.sort is Sort.APPOINTS for cue in parts.cues):
        return False
    deliberates = any(cue.sort is Sort.DELIBERATES for cue in parts.cues)
    if _NAMED.search(parts.text) or (spoken.before and _NAMED.search(spoken.before.text)):
        return True
    return (
        deliberates
        or "promise" in parts.text
        or PAST.inside(parts.text)
        or spoken.recalled
        or spoken.taken_back
        or spoken.answered
        or spoken.deliberated
    )


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
        between = parts.text[end : timed.place]
        end = timed.place + 1
        if any(timed is old for old, _ in parts.replaced):
            continue
        near = _cue_of(parts, timed, cues)
        concludes = last if last is not None and _CONCLUDES.search(between) else None
        cue = _cue_in_itself(parts, timed, near, cues) or concludes or near or _cue_before(parts, timed, cues, spoken)
        belongs = cue is not None and cue.sort in (*ANSWERS, Sort.CORRECTS) and not _of_an_absence(parts, timed)
        if cue is None or not belongs or timed not in parts.ahead or timed.time.rule == "<weekday>'s":
            last = None
            continue
        last = cue
        met = cue in of_hours and (talk or cue.name in _SETS_TIME)
        if not met or any(c.name == "the outcome" for c in cues):
            yield timed, cue  # "I'll ring you tomorrow at 12.30" is an appointment


def _cue_in_itself(parts: Clauses, timed: Timed, near: FoundCue | None, cues: Sequence[FoundCue]) -> FoundCue | None:
    """The cue that a time is by its own words or its place, whatever stands nearest to it."""
    if _is_put_right(parts, timed, cues):
        return FoundCue("put right", Sort.ANSWERS, timed.place, timed.place)
    if timed.time.rule.startswith("moved by") and _NAMED.search(parts.text):  # "put a week on top of what I told you"
        return FoundCue("it moves", Sort.CORRECTS, timed.place, timed.place)
    if _asks_patience(parts, timed) and (near is None or near.sort is not Sort.ELSE):
        return FoundCue("be patient", Sort.ANSWERS, timed.place, timed.place)
    return None


def _cue_before(parts: Clauses, timed: Timed, cues: Sequence[FoundCue], spoken: Spoken) -> FoundCue | None:
    """The cue of a time beside which none stands, where the sentence before spoke of their answer."""
    if not cues and _REST.fullmatch(parts.text) and (spoken.answered or spoken.taken_back):
        return FoundCue("the rest of it", Sort.ANSWERS, timed.place, timed.place)
    if (spoken.answered or spoken.deliberated) and _tells(parts, timed):
        return FoundCue("and then we tell", Sort.CORRECTS, timed.place, timed.place)
    answers = spoken.answered or any(cue.sort in ANSWERS for cue in cues)
    if _SHIFTED.match(timed.time.rule) and (answers or spoken.taken_back or _recalls(spoken)):
        return FoundCue("it moves", Sort.CORRECTS, timed.place, timed.place)
    return None


def _is_put_right(parts: Clauses, timed: Timed, cues: Sequence[FoundCue]) -> bool:
    """Whether a time takes the place of another in a sentence of an answer: "not the 3rd, it's the 13th that we tell you"."""
    both = next(((old, new) for old, new in parts.replaced if new is timed), ())
    return any(cue is not None and cue.sort in ANSWERS for cue in (parts.nearest(each.place, cues) for each in both))


def _recalls(spoken: Spoken) -> bool:
    """Whether the sentence before recalled a date told before: "I gave you the day that belongs to the other post"."""
    return spoken.before is not None and _NAMED.search(spoken.before.text) is not None


def _cue_of(parts: Clauses, timed: Timed, cues: Sequence[FoundCue]) -> FoundCue | None:
    """What a time belongs to; that of an event before which they answer to what stands before that."""
    first = _BEFORE_IT.search(parts.before(timed.place))
    cue = parts.nearest(timed.place, cues)
    if first is None or cue is None or cue.sort not in (Sort.ELSE, Sort.DELIBERATES):
        return cue
    start = timed.place - len(first.group())
    return parts.nearest(start, [c for c in cues if c.end <= start]) or cue


def _tells(parts: Clauses, timed: Timed) -> bool:
    """Whether they say, in words however odd, that they will do something then: "I'll sing out on Monday"."""
    return _WE_SHALL.search(parts.before(timed.place)) is not None and not _PAPERS.inside(parts.text)


def _of_an_absence(parts: Clauses, timed: Timed) -> bool:
    return timed.time.modifier is Modifier.UNTIL and _FIRST_GOES.search(parts.before(timed.place)) is not None


def _told_last(parts: Clauses, promised: Sequence[tuple[Timed, FoundCue]]) -> list[tuple[Timed, FoundCue]]:
    """Without the times that the one behind them tells in other words."""
    places = [timed.place for timed, _ in promised]
    again = [_RESTATES.search(parts.text, one + 1, other) is not None for one, other in pairwise(places)]
    return [each for each, is_told in zip(promised, [*again, False], strict=False) if not is_told]


def _nearest_behind(promised: Sequence[tuple[Timed, FoundCue]]) -> list[tuple[Timed, FoundCue]]:
    """Without the times before a cue that has one behind it: "with Easter on us, give me until Wednesday"."""
    followed = {cue for timed, cue in promised if timed.place >= cue.end}
    return [(timed, cue) for timed, cue in promised if timed.place >= cue.end or cue not in followed]


def _asks_patience(parts: Clauses, timed: Timed) -> bool:
    """Whether a time says by itself how long they want: "give us a week", "we need two more days"."""
    rule, words = timed.time.rule, plain(timed.time.words)
    if _ONCE.search(parts.before(timed.place)) or _CAN_WAIT.search(parts.text, 0, timed.place):
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
    broken = broken or _RECALLED.search(text, timed.place, cue.end) is not None
    if broken and not (reported or surprising or STILL_HOLDS.inside(text)):
        return False
    if time.modifier is Modifier.SINCE and (time.grain >= Grain.MONTH or plain(time.words).startswith("since")):
        return False  # "we'd like to take you on from September", "since Friday is off"
    if WONDERS.inside(text[: cue.start if cue.name in _QUESTIONS else cue.end]):
        return False
    if not reported and YOURS.search(text, 0, cue.start):
        return False
    if _taken_back(parts, cue, timed) or _in_passing(parts, cue, timed):
        return False
    if any(c.sort is Sort.ASKS for c in parts.cues) and _FIRST.search(text, 0, cue.start):
        return False
    denied = cue.name not in _NEVER_DENIED and parts.denied(cue)
    if time.modifier is Modifier.AFTER and time.confidence is Confidence.UNCLEAR:
        return surprising or (parts.denied(cue) and _NO_LATER.match(plain(time.words)) is not None)
    return not denied or time.modifier is Modifier.UNTIL  # "you won't hear until the 6th"


def _in_passing(parts: Clauses, cue: FoundCue, timed: Timed) -> bool:
    """Whether a time is told beside the promise: "tonight, I'll not leave you over the weekend", "Monday being a holiday"."""
    being = parts.text.startswith(" being", timed.place + 1) or _BEING.search(parts.text, 0, timed.place)
    return bool(being) or parts.denies_aside(cue, timed)


def _taken_back(parts: Clauses, cue: FoundCue, timed: Timed) -> bool:
    """Whether the sentence takes the date back; "...and the 24th you may cross out" takes back that day alone."""
    gone = parts.no_date
    if gone is None:
        return False
    alone = gone.group().startswith("§")
    if alone and gone.start() <= timed.place < gone.end():
        return True
    if cue.start >= gone.end() or " but " in parts.text[gone.start() : timed.place]:
        return False
    return not alone or max(timed.place, cue.end) > gone.start()


def _moves_another(parts: Clauses, timed: Timed, spoken: Spoken) -> bool:
    """Whether it moves a day that only another mail told: "add one week to the date she gave you"."""
    if (
        timed.time.rule.startswith("moved by")
        and " than " in timed.time.words
        and _BELATED.fullmatch(parts.before(timed.place))
    ):
        return True
    here = spoken.ahead is not None and spoken.ahead.latest > spoken.speech.today
    here = here or any(other.place < timed.place for other in parts.ahead)
    return timed.time.rule.startswith("moved by") and not here


def _confidence(parts: Clauses, cue: FoundCue, timed: Timed, time: TimeExpression, spoken: Spoken) -> Confidence:
    if time.confidence is Confidence.UNCLEAR or parts.undated(timed, spoken.ahead):
        return Confidence.UNCLEAR
    doubtful = cue.sort not in ANSWERS or parts.denied(cue) or time.confidence is Confidence.LIKELY
    return Confidence.LIKELY if doubtful else Confidence.SURE


def _statement(sentence: Sentence, name: str, time: TimeExpression, confidence: Confidence) -> Statement:
    rule = f"{name}; {time.rule}"
    window: Window = time.window
    return Statement(Kind.DECIDES_BY, shorten(sentence.text), rule, confidence, window=window)
