"""Cues: the words by which English tells whose business a date is.

Most dates in a hiring mail are no promise of an answer: my deadlines, interviews, first days, closing dates, absences,
offers that lapse. Each kind has its words, and a date belongs to those that stand nearest (`clauses`). `answers` holds
the cues of a promise, `others` those of everything else.

The ways of a cue are regular expressions over a sentence in plain lower case in which every time is a single §; `<you>`
and the like stand for the word lists below, and `tell~` for the forms of a verb: *tell, tells, telling*. In my own mail,
which reports what they said, the persons are turned round first, so that one table serves both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

__all__ = ["Cue", "Signal", "Sort", "cue", "signal"]


class Sort(Enum):
    """What a cue says of a date beside it."""

    ANSWERS = auto()
    """They answer, decide, or let me know."""
    CALLS = auto()
    """They call or write, which is an answer unless it is an appointment or brings papers."""
    CORRECTS = auto()
    """A date is set or takes another's place; whose date it is, other words say."""
    DELIBERATES = auto()
    """They meet, read, see others; the answer comes after."""
    ASKS = auto()
    """I am to do something."""
    APPOINTS = auto()
    """A conversation takes place."""
    ELSE = auto()
    """Something else happens: work begins, a posting closes, somebody is away, an offer lapses, money is paid."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that can be said in several ways; `yes` are sentences it is found in, `no` such as it is not."""

    name: str
    pattern: re.Pattern[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def inside(self, text: str) -> bool:
        """Whether it is said in a text."""
        return self.pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class Cue(Signal):
    """What a date beside it belongs to."""

    sort: Sort


_VERB = re.compile(r"(?P<stem>[a-z]+)(?P<end>[a-z])~")
_DOUBLING = frozenset({"let", "get", "put", "set", "drop"})
_LISTS = {
    # who hears it
    "<you>": (
        r"(?:you(?: (?:all|both|guys|folks|lot|two|three|four))?|u|ya|ye|y'all|everyone|everybody|(?:both|each|all) of you|"
        r"all (?:[\w-]+ ){0,4}?(?:of you|candidates|applicants|interviewees|finalists)|all \w+|(?:the |shortlisted |successful |"
        r"unsuccessful |other |both |remaining |two |three |four |five |six )*(?:candidates?|applicants?|finalists?|interviewees?)|people|folks?|the others|"
        r"the (?:two|three|four|five|six) of you|(?:every|each) (?:\w+ )?(?:candidates?|applicants?|finalists?|interviewees?|persons?|one of you|"
        r"(?!day|week|month|morning|evening|year|time|other|\w+day)\w+))"
    ),
    # what is asked of an answer, and what is not: "who can come"
    "<question>": (
        r"(?:(?:who|whom|which (?:one|name|candidate|person|way|of (?:you|them|the \w+)))(?!ever)(?! to\b| (?:your|can|could|else|is this)\b)(?:'\w+)?|"
        r"(?:whether|if)(?: or not| or nt)?(?= (?:it's|it is|you|u|he|she|they|we|i|the (?:job|post|role|place))\b)(?! \w+(?:'\w+)? (?:can|could|would|want|wants|need|accept|"
        r"agree|prefer|have (?:any|a|time)|(?:are |is |am )?(?:able|available|free|around|interested|happy|willing|still|coming|attending|joining us for)))|"
        r"how (?:it|things|that|they|we|you|he|she) (?:came|come|turned|turns?|went|goes?|got on|did|see|feel|fell|fared|panned|stands?)|"
        r"where (?:we|they|things|it|this|that)(?:'ve| have| has)? (?:netted|landed?|ended|came|come|got to|stands?)|what (?:came|comes|has come) out|what (?:they|he|she|we|it|the \w+)(?:'ve| have| has)? (?:decided?|decides|said|says?|makes? of)|"
        r"whatever (?:they|he|she|it|is|the \w+) (?:says?|said|decides?|decided|is))"
    ),
    # will, and what stands between it and the verb
    "<will>": (
        r"(?:'ll|'d|ll| will(?: not)?| won't| wont| would(?: not)?| wouldn't| shan't| can't| cannot| don't| do not| should| shall| can| could| might| may| must| ought to| are going to| is going to|"
        r" gonna| are (?:likely|due|set) to| can expect to| should expect to| may expect to| expect to| are to|'re to| need to|"
        r" get to| want to| have to)(?: (?:all|both|each|definitely|certainly|probably|then|also|surely|hopefully|finally|"
        r"likely|of course|not|only|be able to|be the first(?: one| person)? to|get to|at least|still|always|most likely|"
        r"have to|either|therefore|thus|\w+ly))*"
    ),
    # what is heard
    "<outcome>": (
        r"(?:decisions?|verdicts?|outcomes?|results?|answers?|feedback|feed back|responses?|reply|"
        r"(?:final|last|definitive|definite|official) word|news|updates?|notifications?|determinations?|announcements?|conclusions?|"
        r"yes(?: ?/ ?| or (?:a )?| and )?(?:no|nay)|y(?:ea|ay)(?: ?/ ?| or (?:a )?)nay|go(?: ?/ ?| or )no[- ]go|thumbs?[- ]up(?: or (?:thumbs?[- ])?down)?|green light|"
        r"final status|(?:white|black) smoke|reactions?|resolution|selections?|rankings?|closure|(?<!spoilt for )choice)(?! to (?:close|open|move|merge|sell|leave|relocate|restructure|invest|stop|end)\b)"
    ),
    "<our>": (
        r"(?:(?:our|the|a|an|any|some|their|his|her|its|my|this|that|no|final|firm|first|definite|definitive|clear|"
        r"straight|proper|formal|official|hiring|selection|interview|screening|good|quick|more|or|bad|full|written|prompt|"
        r"real|honest|successful|chosen|preferred|new|\w{3,14}'s) )*"
    ),
    # how it is told
    "<call>": (
        r"(?:call~|ring~|phone~|telephone~|text~|e-?mail~|mail~|message~|ping~|buzz~|holler~ at|shout~ at|write~(?: to)?|"
        r"contact~|dial~|speak~ to|bell)"
    ),
    "<a call>": (
        r"(?:an?|my|our|the|his|her|\w+'s) (?:quick |short |follow-up |phone |telephone |brief |personal |good |bad |nice |happy |sad )?(?:ring|bell|call|buzz|shout|"
        r"tinkle|text|line|note|message|e-?mail|mail|holler|phone call|letter|heads[- ]up|steer|indication|verbal)"
    ),
}  # fmt: skip


def signal(name: str, *ways: str, yes: tuple[str, ...], no: tuple[str, ...] = ()) -> Signal:
    """A signal written down: found where any of its ways is, at the edges of words."""
    return Signal(name, _compiled(ways), yes, no)


def cue(name: str, sort: Sort, *ways: str, yes: tuple[str, ...], no: tuple[str, ...] = ()) -> Cue:
    """A cue written down."""
    return Cue(name, _compiled(ways), yes, no, sort)


def _compiled(ways: tuple[str, ...]) -> re.Pattern[str]:
    pattern = "|".join(ways)
    for word, alternatives in _LISTS.items():
        pattern = pattern.replace(word, alternatives)
    pattern = _VERB.sub(_forms, pattern)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _forms(verb: re.Match[str]) -> str:
    """The forms of the present: reply, replies, replying."""
    stem, end = verb["stem"], verb["end"]
    if stem + end in _DOUBLING:
        return f"{stem}{end}(?:s|{end}ing)?"
    if end == "e" and stem[-1] != "e":
        return f"{stem}(?:es?|ing)"
    if end == "y" and stem[-1] not in "aeo":
        return f"{stem}(?:y|ies|ying)"
    return f"{stem}{end}(?:{'es' if end in 'shxz' else 's'}|ing)?"
