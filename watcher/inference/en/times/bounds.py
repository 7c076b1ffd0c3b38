"""What bounds a time: by, until, before, after, between; and whole expressions put together from the other themes."""

from __future__ import annotations

from collections.abc import Callable

from watcher.inference.times.match import Rule
from watcher.inference.times.value import (
    Ahead,
    Bounded,
    Clock,
    Clocked,
    Date,
    Modifier,
    Node,
    Part,
    Portion,
    Range,
    That,
    ThisDay,
    Weekday,
)

__all__ = ["EXAMPLES", "NEGATIVE", "RULES"]

_ANY = "<any>"
_ABOUT = "(on or (about | around) | around | about | approximately | approx | circa | roughly | as late as | at the end , | sometime | some time | sometime in | possibly | maybe | likely | probably | on)?"
_AHEAD = "(before | prior to | ahead of | this side of | in advance of | earlier than | sooner than)"
_EVENT = (
    "(the | our | my | your | their)? (school | summer | spring | autumn | winter | works | annual)? (half - term | half term | "
    "term | semester | holidays | holiday | break | shutdown | shut - down | leave | vacation | closure | closing | recess | conference)"
)

_RUNNING = (
    "(the | our | my | your | their)? (school | financial | fiscal | tax | academic | summer | spring | autumn)? "
    "(year | quarter | month | week | term | semester | window | festival | season | conference)"
)


def _bounded(modifier: Modifier) -> Callable[[Node], Bounded]:
    return lambda node: Bounded(modifier, node)


RULES = (
    # a day, a stretch of days, and the time of day
    Rule("", "base", "(<day> | <point> | <part> | <span> | <holiday> | <that>)", lambda node: node),
    Rule("", "base", "(the | your | our | its | their | his | her)? (final | last | technical | closing)? (interview | meeting | panel | date | deadline | session | visit | assessment | conversation | trial | trial shift | trial day | onsite | tour | demo | presentation) (date)? (of | on | , which is on | , which is | , which was | ,)? (<day> | <boundday>)", lambda day: day),
    Rule("", "when", "(<day> | <point> | <part> | <span> | <holiday>)", lambda node: node),
    Rule("", "when", "<day> ((,)? (in the)? (morning | mornings | afternoon | evening | arvo) | night | am | pm | lunchtime | teatime | first thing | midday)", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "<shortday> (morning | mornin | mrng | afternoon | arvo | evening | night | nite)", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "<day> (,)? (eod | eob | cob | cop | close of business | close of play | end of day | end of business)", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "(eod | eob | cob | cop | close | close of business | close of play | end of day | end of business | end of play | the end of (the)? (business | working)? day | the close of business) (on | of | , | this)? (<day> | <boundday>)", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "(the)? (end | close) of <point>", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "(first thing | lunchtime | lunch | dinner time | dinnertime | dinner | tea time | supper time | teatime | mid - morning | mid - afternoon | midday | late | early | bright and early) (on | of)? (<day> | <boundday>)", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "(the)? (early | late)? (morning | afternoon | arvo | evening | night) (of | on) (<day> | <boundday>)", lambda day: Part(Portion.LATE, day)),
    Rule("", "when", "<day> (,)? (by)? (lunch | lunchtime | dinner time)", lambda day: Part(Portion.LATE, day)),
    Rule("", "bound", "(<boundday> | <named> | <newyear> | <shortday>)", lambda node: node),
    Rule("<season>", "time", "(in | by | during | over | before | until | till | after | this | come) <season>", lambda node: node),
    Rule("", "shortday", "<anyday>", lambda day: _weekday(day)),
    Rule("<day> at <clock>", "when", "(<day> | <holiday> | <boundday>) (morning | afternoon | evening)? (, | - | :)? (<attime> | <zoned>)", lambda day, clock: Clocked(clock, day)),
    Rule("<day> at <clock>", "when", "<shortday> (at | @)? <clock>", lambda day, clock: Clocked(clock, day)),
    Rule("<day> by <clock>", "when", "(<day> | <boundday>) (morning | afternoon | evening | arvo)? (, | -)? (by | around | about | from | after) (<zoned> | <barehours>)", lambda day, clock: Clocked(clock, day)),
    Rule("<day> before <clock>", "when", "(<day> | <boundday>) (morning | afternoon | evening | arvo)? (, | -)? before (<zoned> | <barehours>)", lambda day, clock: Clocked(Clock(None, clock.start, clock.zone), day)),
    Rule("<clock> on <day>", "when", "(at | @ | from | around)? <zoned> (, | -)? (on | of | this | next)? (<day> | <boundday>)", lambda clock, day: _at(clock, day)),
    Rule("at <clock> on <day>", "when", "<attime> (,)? (on)? (<day> | <boundday>)", lambda clock, day: _at(clock, day)),
    Rule("", "any", "(<when> | <bound>)", lambda node: node),
    # whole expressions
    Rule("", "time", f"(on | in | in the course of | at | during | over | for | come | sometime | some time | around | about | latest)? {_ABOUT} <when>", lambda node: node),
    Rule("", "time", f"(on | in | during | at | sometime in | some time in | around | about | come | over) {_ABOUT} <bound>", lambda node: node),
    Rule("clock", "time", "(<attime> | <zoned>)", lambda clock: Clocked(clock)),
    Rule("", "time", f"(by | no later than | not later than | on or before | before or on | no later then | latest by | latest on | latest | at the latest by | at the latest on | at latest | up to | not after | due | the latest (is | would be)?) {_ABOUT} {_ANY}", _bounded(Modifier.BY)),
    Rule("clock", "time", "(by | before | no later than) (<attime> | <zoned>)", lambda clock: Clocked(clock)),
    Rule("", "time", f"(until | till | til | ' til | untill | unitl | not before | no sooner than | no earlier than | not until | (until | till | up to | through | thru) and (including | with) | through | thru | up until | up to | as far as) {_ABOUT} {_ANY}", _bounded(Modifier.UNTIL)),
    Rule("", "time", f"{_AHEAD} (the start of | the beginning of)? {_ABOUT} {_ANY}", _bounded(Modifier.BEFORE)),
    Rule("", "time", f"{_AHEAD} (the start of | the beginning of)? {_EVENT} (, | -)? (which | that)? (starts | start | begins | begin | is | falls) (on | from | the)? (<day> | <boundday>)", _bounded(Modifier.BEFORE)),
    Rule("", "time", f"{_AHEAD} {_RUNNING} (ends | closes | finishes | is over | is out | runs out) (on | ,)? (<day> | <boundday>)", _bounded(Modifier.BY)),
    Rule("", "time", f"{_AHEAD} (the end of | the close of) {_EVENT} (, | -)? (which is | which falls | that is)? (on | , | at)? (<day> | <boundday>)", _bounded(Modifier.BY)),
    Rule("", "time", f"((right | just | straight | immediately | shortly | soon)? after | following | once past | past | later than | longer than | beyond) {_ABOUT} {_ANY}", _bounded(Modifier.AFTER)),
    Rule("", "time", f"post (-)? {_ANY}", _bounded(Modifier.AFTER)),
    Rule("", "time", f"(since | from | as of | starting | beginning | effective | as from) {_ABOUT} {_ANY} (on | onwards | onward)?", _bounded(Modifier.SINCE)),
    Rule("", "time", f"{_ANY} (,)? (at the (very | absolute)? (latest | outside | most) | latest | the latest | max | tops | at worst | as the latest)", _bounded(Modifier.BY)),
    Rule("", "time", f"(by | on) {_ANY} (,)? (at the (very | absolute)? (latest | outside | most) | latest | the latest | max | tops | at worst)", _bounded(Modifier.BY)),
    # from one to another
    Rule("between <day> and <day>", "time", f"(somewhere | sometime | some time)? (between | from | betw) (the)? {_ANY} (and | & | to | until | till | through | thru | -) {_ANY}", lambda first, last: Range(first, last)),
    Rule("between now and <day>", "time", f"(between | from) now (and | until | till) {_ANY}", _bounded(Modifier.BY)),
    Rule("<day> or <day>", "time", f"(on | by | either | either on | in)? {_ANY} (or | - | / | , or | and | & | to | through | thru | , maybe | , possibly) (on | maybe | possibly | perhaps | by | in)? {_ANY}", lambda first, last: _range(first, last)),
    Rule("<day> to <day>", "time", "(on | from)? <month> <dayno> (- | to | and | or) <dayno>", lambda month, first, last: _of_month(month, first, last)),
    Rule("<day> to <day>", "time", "(on | from | between)? (the)? <dayno> (- | to | and | or | /) (the)? <dayno> (of)? <month>", lambda first, last, month: _of_month(month, first, last)),
)  # fmt: skip


def _weekday(day: int) -> Node:

    return Weekday(day)


def _at(clock: Clock, day: Node) -> Clocked | None:
    """A meal behind an hour names no day: "at 12.30 lunch"."""
    return None if isinstance(day, ThisDay) else Clocked(clock, day)


def _range(first: Node, last: Node) -> Node | None:
    """No stretch begins with an hour ("Monday at 10 and Tuesday at 3" are two times), or ends with what counts from it."""
    return None if isinstance(first, Clocked) or _counts(last) else Range(first, last)


def _counts(node: Node) -> bool:
    """Whether a time counts from the one before it: "on Monday, and two days after that" are two times."""
    return isinstance(node, Ahead | Weekday) and isinstance(
        getattr(node, "origin", None) or getattr(node, "after", None), That
    )


def _of_month(month: int, first: int, last: int) -> Node:

    return Range(Date(first, month), Date(last, month))


EXAMPLES = (
    ("2026-10-20T10:00-04:00", "moved up from November 12 to October 29", "2026-10-29"),
    ("2026-10-01T10:00+01:00", "somewhere between the 12th and the 15th", "2026-10-12..2026-10-15"),
    ("2026-03-03T10:00-06:00", "Monday or Tuesday", "2026-03-09..2026-03-10"),
    ("2026-06-11T10:10+02:00", "from the 15th to the 22nd", "2026-06-15..2026-06-22"),
    ("2026-03-03T10:00-06:00", "between now and Friday", "..2026-03-06"),
    ("2026-03-03T10:00-06:00", "before next Friday", "..2026-03-12"),
    ("2026-03-03T10:00-06:00", "by May", "..2026-05-01"),
    ("2026-10-22T10:00+01:00", "before half term, which begins on Monday", "..2026-10-25"),
    ("2026-12-02T10:00+00:00", "before the end of term on 18 December", "..2026-12-18"),
    ("2026-03-03T10:00-06:00", "until the 24th", "..2026-03-24"),
    ("2026-03-03T10:00-06:00", "March 10-12", "2026-03-10..2026-03-12"),
    ("2026-03-03T10:00-06:00", "Sat morning", "2026-03-07"),
)

NEGATIVE = (
    "by then we knew",
    "by hand",
    "term starts when it starts",
    "until further notice",
    "before long",
    "after all",
    "between you and me",
)
