"""Days of a month, in words and in figures."""

from __future__ import annotations

import re

from watcher.inference.times.lookahead import FIGURES
from watcher.inference.times.match import ONE_WORD, Rule, Shape
from watcher.inference.times.value import Cycle, Date, Node, Nth, Slashed, Unit

__all__ = ["EXAMPLES", "NEGATIVE", "RULES", "SHAPES"]

_NOT_A_DATE = (
    "!round|rounds|interview|interviews|floor|candidate|candidates|stage|party|century|street|st|avenue|ave|grade|year|"
    "years|anniversary|birthday|time|times|person|place|generation|edition|draft|choice|call|calls|conversation|phase|"
    "step|day|days|week|weeks|month|months|quarter|line|option|meeting|one|ones|half|part|job|hire|gen|level|team|"
    "percentile|largest|biggest|best|most|amendment|video|position|role|to|-|%|working|business|weekend|thing|chat|or"
)
"""An ordinal before one of these counts something else than days."""
_ENDS_PHRASE = "&$|,|;|:|.|!|?|)|-|and|or|so|but|at|by|is|are|from|for|if|when|then|with|via|that|to|the|in|@"
"""What may follow an ordinal in words ("the tenth") for it to be a day."""
_SOMEBODY = "&we|you|i|i'll|we'll|you'll|i'm|we're|they|they'll|he|he'll|she|she'll"
"""What may follow it where it is no first, second or third: "the second you know"."""

_CLOCK = 12
"""Up to here a figure behind a weekday may be an hour."""
_THIRD = 3
"""First, second and third are more often said of other things."""

RULES = (
    Rule("", "dayno", "<ordinal>", lambda n: n),
    Rule("", "dayno", "<figure>", lambda n: n),
    Rule("", "ordinal", "<ordinal_word>", lambda n: n),
    Rule("", "ordinal", "twenty (-)? <ordinal_word>", lambda n: 20 + n if n < 10 else None),
    Rule("<ordinal>", "ordinal", "thirty (-)? first", lambda: 31),
    Rule("<day> of <month>", "day", "(<anyday> (,)?)? (the)? <dayno> (of)? (,)? <month> ((,)? <year>)?",
         lambda weekday, day, month, year: _date(day, month, year, weekday)),
    Rule("<day>-<month>", "day", "(<anyday> (,)?)? <dayno> (- | /) <month> ((- | /) <year>)?",
         lambda weekday, day, month, year: _date(day, month, year, weekday)),
    Rule("<month> <day>", "day", "(<anyday> (,)?)? <month> (the)? <dayno> ((,)? <year>)?",
         lambda weekday, month, day, year: _date(day, month, year, weekday)),
    Rule("<day> <month> <weekday>", "day", "(the)? <dayno> (of)? <month> (,)? <anyday>", lambda day, month, weekday: _date(day, month, weekday=weekday)),
    Rule("<month> <day> <weekday>", "day", "<month> (the)? <dayno> (,)? <anyday>", lambda month, day, weekday: _date(day, month, weekday=weekday)),
    Rule("<weekday> the <ordinal>", "day", f"<anyday> (,)? (the)? <ordinal> {_NOT_A_DATE}",
         lambda weekday, day: _date(day, weekday=weekday)),
    Rule("this <weekday> the <ordinal>", "day", f"(this | next | coming) <anyday> (,)? (the)? <ordinal> {_NOT_A_DATE}",
         lambda weekday, day: _date(day, weekday=weekday)),
    Rule("this <weekday>, <month> <day>", "day", "(this | next | coming) <anyday> (,)? (the)? <dayno> (of)? <month>",
         lambda weekday, day, month: _date(day, month, weekday=weekday)),
    Rule("this <weekday>, <month> <day>", "day", "(this | next | coming) <anyday> (,)? <month> (the)? <dayno>",
         lambda weekday, month, day: _date(day, month, weekday=weekday)),
    Rule("<weekday> <number>", "boundday", "<anyday> (,)? <figure> !to|-|of|people|candidates|interviews|hours|others|more|or|and|minutes|days|weeks|sharp|prompt|o'clock|oclock", lambda weekday, day: _date(day, weekday=weekday)),
    Rule("<weekday> <number>", "day", "<anyday> <figure> &is|falls|we|you|i|they", lambda weekday, day: _date(day, weekday=weekday)),
    Rule("<weekday> <number>", "day", "<anyday> <figure> &$|,|.|;|!|)|and|but|so", lambda weekday, day: _date(day, weekday=weekday) if day > _CLOCK else None),
    Rule("the day <n>", "day", "(in | on)? the (day | date) <figure> &$|,|.|;|!|)|you|we|i", lambda day: _date(day)),
    Rule("the <n>", "boundday", f"the <figure> {_ENDS_PHRASE}", lambda day: _date(day)),
    Rule("the <n>", "boundday", f"the <figure> {_SOMEBODY}", lambda day: _date(day)),
    Rule("the <n>", "day", "the <figure> &$|,|;|.|!|)|is|falls|i|we|you|at", lambda day: _date(day) if day > _THIRD else None),
    Rule("the <ordinal>", "day", f"the <ordinal_figure> {_NOT_A_DATE}", lambda day: _date(day)),
    Rule("the <ordinal>", "boundday", f"the <ordinal> {_ENDS_PHRASE}", lambda day: _date(day)),
    Rule("the <ordinal>", "boundday", f"the <ordinal> {_SOMEBODY}", lambda day: _date(day) if day > _THIRD else None),
    Rule("the <ordinal> of the month", "day", "the <ordinal> (of | in) (the | each | every) month", lambda day: _date(day)),
    Rule("the <ordinal> of next month", "day", "the <ordinal> of next month", lambda day: Nth(day, Unit.DAY, Cycle(Unit.MONTH, 1))),
    Rule("<ordinal>", "boundday", f"<ordinal_figure> {_NOT_A_DATE}", lambda day: _date(day)),
    Rule("<ordinal>", "day", f"<ordinal_figure> {_ENDS_PHRASE}", lambda day: _date(day) if day > _THIRD else None),
    Rule("<ordinal>", "day", f"<ordinal_figure> {_SOMEBODY}", lambda day: _date(day) if day > _THIRD else None),
    Rule("the <ordinal> of this month", "day", "(on)? (<anyday> (,)?)? the <ordinal> (of)? (this month | inst)", lambda _, day: _date(day)),
    Rule("", "ordinal", "<ordinal_figure>", lambda n: n),
    Rule("<weekday>, <figures>", "day", "<anyday> (,)? (the)? <figures>", lambda weekday, date: _on(weekday, date)),
    Rule("<figures>", "day", "<figures>", lambda date: date),
)  # fmt: skip

_SIGNS = frozenset("-/.")
"""What stands between the figures of a date."""

SHAPES = (
    Shape("<ordinal>", "ordinal_figure", r"(\d{1,2})(?:st|nd|rd|th)\b", lambda m: _in_month(m[1]), ONE_WORD),
    Shape("<figure>", "figure", r"(\d{1,2})(?![\d%]|[:.]\d|\s?[ap]\.?m\b|\s?(?:-|to)\s?\d+\s?(?:business|working|days|weeks))",
          lambda m: _in_month(m[1]), ONE_WORD),
    Shape("<year>", "year", r"(20\d\d)\b|'(\d\d)\b", lambda m: int(m[1] or "20" + m[2]), frozenset({FIGURES})),
    Shape("<year>-<month>-<day>", "figures", r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/])", lambda m: _iso(m), _SIGNS),
    Shape("<day>.<month>.", "figures", r"(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d)\b)?(?!\d)", lambda m: _dotted(m), _SIGNS),
    Shape("<figures>", "figures", r"(\d{1,2})([/.-])(\d{1,2})(?:\2(20\d\d|\d\d))(?![\d/])", lambda m: _slashed(m[1], m[3], m[4]), _SIGNS),
    Shape("<figures>", "figures", r"(?<![\d/])(?!24/7)(\d{1,2})/(\d{1,2})(?![\d/%])(?!\s?(?:of|stars|points))", lambda m: _slashed(m[1], m[2]), _SIGNS),
)  # fmt: skip


def _in_month(figures: str) -> int | None:
    return int(figures) if 1 <= int(figures) <= 31 else None


def _date(day: int, month: int | None = None, year: int | None = None, weekday: int | None = None) -> Date:
    return Date(day, month, year, weekday)


def _iso(match: re.Match[str]) -> Date | None:
    year, month, day = (int(group) for group in match.groups())
    return Date(day, month, year) if month <= 12 and day <= 31 else None


def _dotted(match: re.Match[str]) -> Date | None:
    day, month = int(match[1]), int(match[2])
    return Date(day, month, _year(match[3])) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _slashed(first: str, second: str, year: str | None = None) -> Slashed | None:
    one, other = int(first), int(second)
    if not (min(one, other) >= 1 and min(one, other) <= 12 and max(one, other) <= 31):
        return None
    return Slashed(one, other, _year(year))


def _year(figures: str | None) -> int | None:
    return None if figures is None else int(figures) if len(figures) == 4 else 2000 + int(figures)


def _on(weekday: int, date: Date | Slashed) -> Node:
    if isinstance(date, Date):
        return Date(date.day, date.month, date.year, weekday)
    return Slashed(date.first, date.second, date.year, weekday)


EXAMPLES = (
    ("2026-03-03T10:00-06:00", "you hear it the 16, in the afternoon", "2026-03-16"),
    ("2026-03-03T10:00-06:00", "on the 24, I am told", "2026-03-24"),
    ("2026-03-03T10:00-06:00", "Tuesday 24 is a holiday here", "2026-03-24"),
    ("2026-03-03T10:00-06:00", "by the 14th", "..2026-03-14"),
    ("2026-03-03T10:00-06:00", "by 3/20", "..2026-03-20"),
    ("2026-03-03T10:00-06:00", "4/5", "2026-04-05"),
    ("2026-03-03T10:00+00:00", "4/5", "2026-05-04"),
    ("2026-03-11T12:20+01:00", "20/3 at the latest", "..2026-03-20"),
    ("2026-09-10T10:30+09:00", "on 2026/09/18", "2026-09-18"),
    ("2026-11-12T16:00+01:00", "until 20.11.", "..2026-11-20"),
    ("2026-04-21T14:20+02:00", "until Wednesday, 29.04. at the latest", "..2026-04-29"),
    ("2026-03-30T20:05+05:30", "on or before 8th April", "..2026-04-08"),
    ("2026-12-30T15:00+00:00", "by Tuesday 5 January", "..2027-01-05"),
    ("2026-12-31T10:30-05:00", "next Friday, the 8th", "2027-01-08"),
    ("2026-04-01T09:00-05:00", "by the tenth", "..2026-04-10"),
    ("2026-06-23T18:30-04:00", "the thirty-first of July", "2026-07-31"),
    ("2026-02-03T18:30-04:00", "by Feburary 20", "..2026-02-20"),
    ("2026-06-01T15:37-04:00", "on Thursday, June 18, 2026", "2026-06-18"),
    ("2026-08-24T17:31-04:00", "Thursday the 3rd of September", "2026-09-03"),
    ("2026-12-02T14:20+00:00", "until 30 November", "..2026-11-30"),
    ("2026-01-30T10:00+00:00", "31.12.", "2025-12-31"),
    ("2026-03-03T10:00-06:00", "by Mon. Mar. 9", "..2026-03-09"),
    ("2026-05-28T10:00+01:00", "on the first of the month", "2026-06-01"),
    ("2026-05-28T10:00+01:00", "by the 5th of next month", "..2026-06-05"),
    ("2026-05-28T10:00+01:00", "on 2 July, and on the 3rd", "2026-07-03"),
    ("2026-05-28T10:00+01:00", "on 2 July, but first, by the 30th", "..2026-05-30"),
    ("2026-05-06T10:00-04:00", "back Sunday 17", "2026-05-17"),
    ("2026-02-01T10:00-04:00", "in the day 15", "2026-02-15"),
)  # fmt: skip

NEGATIVE = (
    "1200 May Street",
    "the first to know",
    "on the 3rd floor",
    "the second round went well",
    "all 24/7",
    "rated 4/5 stars",
    "version 2.3.1 is out",
    "our 21st century office",
    "a 50/50 chance",
    "the 1st interview",
    "the second I know you will",
)
