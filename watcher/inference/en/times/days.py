"""Weekdays, and days counted from the day of speaking."""

from __future__ import annotations

from watcher.inference.times.match import Rule
from watcher.inference.times.value import Ahead, Count, ThisDay, Today, Unit, Vague, Weekday
from watcher.model import Confidence

__all__ = ["EXAMPLES", "NEGATIVE", "RULES"]

RULES = (
    # the day of speaking and its neighbours
    Rule("today", "day", "today", lambda: Today()),
    Rule("today", "day", "this (morning | afternoon | evening | arvo | eve)", lambda: Today()),
    Rule("today", "day", "tonight|tonite", lambda: Today()),
    Rule("today", "day", "happy <anyday>", lambda _: Today()),
    Rule("today", "day", "later (on)? today", lambda: Today()),
    Rule("the end of the day", "day", "(the)? (end | close) of (the)? (business | play | work | working)? day", lambda: ThisDay()),
    Rule("the end of the day", "day", "eod|eob|cob|cop", lambda: ThisDay()),
    Rule("the end of the day", "day", "(the)? (end | close) of (business | play | school)", lambda: ThisDay()),
    Rule("by lunch", "boundday", "(lunch | lunchtime | lunch time | dinner | dinnertime | dinner time | teatime | tea time | supper | nightfall)", lambda: ThisDay()),
    Rule("tomorrow", "day", "<tomorrow>", lambda _: Today(1)),
    Rule("tomorrow", "day", "2 (moro | morro | morrow | mrw | mora)", lambda: Today(1)),
    Rule("tomorrow", "day", "in the morning !of", lambda: Ahead(Count(1, 1), Unit.DAY, ThisDay())),
    Rule("the day after tomorrow", "day", "(the)? day after <tomorrow>", lambda _: Today(2)),
    Rule("a week today", "day", "(a)? week (from)? (today | now)", lambda: Today(7)),
    Rule("a week today", "day", "(today | this day) week", lambda: Today(7)),
    Rule("a week tomorrow", "day", "(a)? week (from)? <tomorrow>", lambda _: Today(8)),
    Rule("a week tomorrow", "day", "<tomorrow> week", lambda _: Today(8)),
    Rule("<n> weeks from <day>", "day", "<count> weeks (from)? (today | now | tonight)", lambda count: Ahead(count, Unit.WEEK)),
    Rule("<n> weeks from <day>", "day", "<count> weeks (on | from)? (this)? <anyday>", lambda count, day: Ahead(count, Unit.WEEK, Weekday(day))),
    Rule("a fortnight today", "day", "(a)? fortnight (from)? (today | now)", lambda: Today(14)),
    Rule("a fortnight tomorrow", "day", "(a)? fortnight (from)? <tomorrow>", lambda _: Today(15)),
    Rule("yesterday", "day", "yesterday|yday", lambda: Today(-1)),
    Rule("yesterday", "day", "last night", lambda: Today(-1)),
    Rule("the day before yesterday", "day", "(the)? day before yesterday", lambda: Today(-2)),
    # weekdays
    Rule("<weekday>", "day", "<weekday>", lambda day: Weekday(day)),
    Rule("<weekday>s", "day", "on (a)? <weekdays> !we|i|they|the|it|you|you'll|you're", lambda day: Vague(Weekday(day), Confidence.UNCLEAR)),
    Rule("<weekday>'s", "day", "<of_tomorrow>", lambda shift: Vague(Today(shift), Confidence.UNCLEAR)),
    Rule("<weekday>", "day", "hump day", lambda: Weekday(2)),
    Rule("<weekday>", "day", "<possessive> &my|when|our", lambda day: Weekday(day)),
    Rule("<weekday>'s", "day", "<possessive>", lambda day: Vague(Weekday(day), Confidence.UNCLEAR)),
    Rule("<weekday>'s", "day", "next <possessive>", lambda day: Vague(Weekday(day, 1), Confidence.UNCLEAR)),
    Rule("this <weekday>", "day", "this (coming)? <anyday>", lambda day: Weekday(day, 0)),
    Rule("coming <weekday>", "day", "(the)? (coming | upcoming) <anyday>", lambda day: Weekday(day)),
    Rule("<weekday> coming", "day", "<anyday> coming", lambda day: Weekday(day)),
    Rule("next <weekday>", "day", "(the)? (next | nxt) <anyday>", lambda day: Weekday(day, 1)),
    Rule("<weekday> next", "day", "<anyday> next !week|month|year", lambda day: Weekday(day)),
    Rule("last <weekday>", "day", "((this)? (last | previous) | (this | the) past) <anyday>", lambda day: Weekday(day, -1)),
    Rule("<weekday> last", "day", "<anyday> last !thing", lambda day: Weekday(day, -1)),
    Rule("<weekday> of last week", "day", "<anyday> (of)? last week", lambda day: Weekday(day, -1)),
    Rule("<weekday> of next week", "day", "<anyday> (of | in | , )? (next week | the (coming | next | following) week)", lambda day: Weekday(day, 1)),
    Rule("<weekday> of next week", "day", "next week (on | 's | ,)? <anyday>", lambda day: Weekday(day, 1)),
    Rule("<weekday> of next week", "day", "<anyday> of next &$|,|.|!|;|and|but|so", lambda day: Weekday(day, 1)),
    Rule("<weekday> of this week", "day", "<anyday> (of | , )? this week", lambda day: Weekday(day, 0)),
    Rule("<weekday> week", "day", "<anyday> week !of|commencing|beginning|starting", lambda day: _weeks_after(day, 1)),
    Rule("<weekday> fortnight", "day", "<anyday> fortnight", lambda day: _weeks_after(day, 2)),
    Rule("a week from <weekday>", "day", "(a | one)? week (on | from)? (this)? <anyday>", lambda day: _weeks_after(day, 1)),
    Rule("a week from next <weekday>", "day", "(a | one)? week (on | from) next <anyday>",
         lambda day: Ahead(Count(1, 1), Unit.WEEK, Weekday(day, 1))),
    Rule("a fortnight from <weekday>", "day", "(a)? fortnight (on | from) (this)? <anyday>", lambda day: _weeks_after(day, 2)),
)  # fmt: skip


def _weeks_after(weekday: int, weeks: int) -> Ahead:
    return Ahead(Count(weeks, weeks), Unit.WEEK, Weekday(weekday))


EXAMPLES = (
    ("2026-03-03T10:00-06:00", "by EOD Friday", "..2026-03-06"),
    ("2026-03-03T10:00-06:00", "by Thrusday", "..2026-03-05"),
    ("2026-03-03T10:00-06:00", "on Wendesday", "2026-03-04"),
    ("2026-03-03T10:00-06:00", "tmrw", "2026-03-04"),
    ("2026-03-03T10:00-06:00", "2moro", "2026-03-04"),
    ("2026-03-03T10:00-06:00", "next Tuesday", "2026-03-10"),
    ("2026-03-03T10:00-06:00", "by Friday of the coming week", "..2026-03-13"),
    ("2026-03-03T10:00-06:00", "on Wednesday of next.", "2026-03-11"),
    ("2026-03-03T10:00-06:00", "this coming Friday", "2026-03-06"),
    ("2026-03-27T12:00-04:00", "next Thursday", "2026-04-02"),
    ("2026-08-16T08:00+10:00", "tuesday week", "2026-08-25"),
    ("2026-05-18T11:11-07:00", "no later than a week from Wednesday", "..2026-05-27"),
    ("2026-03-03T10:00+00:00", "Friday fortnight", "2026-03-20"),
    ("2026-03-03T10:00+00:00", "two weeks today", "2026-03-17"),
    ("2026-03-03T10:00+00:00", "two weeks on Friday", "2026-03-20"),
    ("2026-03-03T10:00+00:00", "a week tomorrow", "2026-03-11"),
    ("2026-03-03T10:00+00:00", "on Monday last", "2026-03-02"),
    ("2026-03-03T10:00+00:00", "last Friday", "2026-02-27"),
    ("2026-03-03T10:00-06:00", "the day after tomorrow", "2026-03-05"),
    ("2026-03-03T10:00-06:00", "by close of play tomorrow", "..2026-03-04"),
    ("2026-03-03T10:00-06:00", "by COB", "..2026-03-03"),
    ("2026-03-03T10:00-06:00", "later today", "2026-03-03"),
    ("2026-03-03T10:00-06:00", "happy Tuesday", "2026-03-03"),
)

NEGATIVE = ("we sat together", "the sun is out", "on Mondays we are closed")
