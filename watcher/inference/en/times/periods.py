"""Weeks, weekends, months, quarters, years and seasons."""

from __future__ import annotations

from watcher.inference.times.match import ONE_WORD, Rule, Shape
from watcher.inference.times.value import (
    Count,
    Cycle,
    InSeason,
    IsoWeek,
    Month,
    Node,
    Nth,
    Quarter,
    Range,
    Season,
    That,
    Unit,
    Vague,
    Weekday,
    WeekOf,
)

__all__ = ["EXAMPLES", "NEGATIVE", "RULES", "SHAPES"]

_CYCLES = frozenset({Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR})


def _cycle(unit: Unit, shift: int) -> Cycle | None:
    return Cycle(unit, shift) if unit in _CYCLES else None


RULES = (
    # counted from now
    Rule("this <unit>", "span", "this (working | business | calendar | current)? <unit>", lambda unit: _cycle(unit, 0)),
    Rule("this <unit>", "current", "(every | each) <unit>", lambda unit: _cycle(unit, 0)),
    Rule("this <unit>", "current", "(the | this) (working | business | calendar | current | fiscal | financial)? <unit>", lambda unit: _cycle(unit, 0)),
    Rule("later this <unit>", "span", "later (on)? (in | on)? (this | the) <unit>", lambda unit: _cycle(unit, 0)),
    Rule("next <unit>", "span", "(the)? (next | nxt) (working | business | calendar | full)? <unit>", lambda unit: _cycle(unit, 1)),
    Rule("the coming <unit>", "span", "(the | this) (coming | upcoming) <unit>", lambda unit: Cycle(unit, int(unit is not Unit.WEEKEND)) if unit in _CYCLES else None),
    Rule("last <unit>", "span", "(the)? (last | past | previous) <unit>", lambda unit: _cycle(unit, -1)),
    Rule("the <unit> after next", "span", "(the)? <unit> after next", lambda unit: _cycle(unit, 2)),
    Rule("the weekend", "span", "(the)? weekend", lambda: Cycle(Unit.WEEKEND, 0, That(or_today=True))),
    Rule("end of <unit>", "current", "<unit>", lambda unit: _cycle(unit, 0)),
    # weeks by a day or a number
    Rule("the week of <day>", "span", "(the | a)? (week | wk) (of | beginning | commencing | starting | from | (that | which) (starts | begins | commences)) (on)? (<day> | <boundday>)", lambda day: WeekOf(day)),
    Rule("w/c <day>", "span", "(w / c | w / b | wc | wb) (<day> | <boundday>)", lambda day: WeekOf(day)),
    Rule("the week ending <day>", "span", "(the)? (week | wk) ending (on)? (<day> | <boundday>)", lambda day: day),
    Rule("w/e <day>", "span", "w / e (<day> | <boundday>)", lambda day: day),
    Rule("calendar week <number>", "span", "((in)? calendar | iso)? (week | wk | cw | kw | uge | uke | vecka) (no | number | #)? <weekno> !of", lambda number: IsoWeek(number)),
    Rule("<ordinal> week of <span>", "span", "(the)? <ordinal> (<full>)? week (of | in) (<span> | <named> | <current>)",
         lambda number, full, span: Nth(number, Unit.WEEK, span, full=bool(full))),
    Rule("last week of <span>", "span", "(the)? (last | final) (<full>)? week (of | in) (<span> | <named> | <current>)",
         lambda full, span: Nth(-1, Unit.WEEK, span, full=bool(full))),
    Rule("full", "full", "full|complete|whole", lambda: True),
    # days of a stretch
    Rule("<weekday> of <span>", "day", "(the)? <anyday> (of | in) (<span> | <named>)", lambda day, span: Weekday(day, within=span)),
    Rule("<ordinal> <weekday> of <span>", "day", "(the)? <ordinal> <anyday> (of | in) (<span> | <named> | <current>)", lambda number, day, span: Nth(number, day, span)),
    Rule("last <weekday> of <span>", "day", "(the)? (last | final) <anyday> (of | in) (<span> | <named> | <current>)", lambda day, span: Nth(-1, day, span)),
    Rule("<ordinal> <unit> of <span>", "day", "(the)? <ordinal> <dayunit> (of | in) (<span> | <named> | <current> | <newyear>)", lambda number, unit, span: Nth(number, unit, span)),
    Rule("last but one <unit> of <span>", "day", "(the)? (penultimate | last but one | second to last | next to last) <dayunit> (of | in) (<span> | <named> | <current>)", lambda unit, span: Nth(-2, unit, span)),
    Rule("<ordinal> <weekday>", "day", "(each month | every month | once a month | monthly) (,)? (on)? the <ordinal> <anyday>", lambda number, day: Nth(number, day, Cycle(Unit.MONTH))),
    Rule("last <unit> of <span>", "day", "(the)? (last | final) <dayunit> (of | in) (<span> | <named> | <current>)", lambda unit, span: Nth(-1, unit, span)),
    Rule("first <n> <units> of <span>", "span", "(the)? first <count> <length> (of | in) (<span> | <named> | <current> | <newyear>)", lambda count, unit, span: _first(count, unit, span)),
    # by name
    Rule("<month>", "named", "<month> <year>?", lambda month, year: Month(month, year)),
    Rule("<month>", "named", "(the)? month of <month> <year>?", lambda month, year: Month(month, year)),
    Rule("next <month>", "named", "(next | this | this coming | the coming) <month>", lambda month: Month(month)),
    Rule("<quarter>", "named", "q <digits> (of)? <year>?", lambda number, year: Quarter(number, year) if number <= 4 else None),
    Rule("<ordinal> quarter", "span", "(the)? <ordinal> quarter ((of)? <year>)?", lambda number, year: Quarter(number, year) if number <= 4 else None),
    Rule("the year <year>", "named", "<year>", lambda year: _year(year)),
    Rule("<season>", "season", "(the | this | this coming | next)? <season_word> ((of)? <year>)?", lambda season, year: InSeason(season, year)),
    Rule("fall", "season", "(the | this) fall", lambda: InSeason(Season.AUTUMN)),
    # the new year
    Rule("the new year", "newyear", "(the)? new year", lambda: Cycle(Unit.YEAR, 1)),
    Rule("in the new year", "span", "(early)? in the new year", lambda: Vague(Nth(2, Unit.WEEK, Cycle(Unit.YEAR, 1)))),
)  # fmt: skip

SHAPES = (
    Shape("<week number>", "weekno", r"(\d{1,2})\b", lambda m: int(m[1]) if 1 <= int(m[1]) <= 53 else None, ONE_WORD),
)


def _first(count: Count, unit: Unit, span: Node) -> Node | None:
    if unit not in (Unit.DAY, Unit.BUSINESS_DAY, Unit.WEEK):
        return None
    return Range(Nth(1, unit, span), Nth(count.high, unit, span))


def _year(year: int) -> Node:
    return Month(12, year)


EXAMPLES = (
    ("2026-03-03T10:00-06:00", "in the week that starts on the 16th", "2026-03-16..2026-03-20"),
    ("2026-03-03T10:00-06:00", "next week", "2026-03-09..2026-03-13"),
    ("2026-03-03T10:00-06:00", "the week after next", "2026-03-16..2026-03-20"),
    ("2026-03-03T10:00-06:00", "sometime this week", "2026-03-02..2026-03-06"),
    ("2026-01-13T11:40+00:00", "w/c 26 January", "2026-01-26..2026-01-30"),
    ("2026-12-17T17:00+00:00", "in the week commencing 4 January", "2027-01-04..2027-01-08"),
    ("2026-03-03T10:00-06:00", "the week of March 16", "2026-03-16..2026-03-20"),
    ("2026-08-05T11:00+02:00", "in calendar week 34", "2026-08-17..2026-08-21"),
    ("2027-04-19T09:00-07:00", "in the first week of May", "2027-05-03..2027-05-07"),
    ("2026-05-20T14:08+01:00", "in the first week of June", "2026-06-01..2026-06-05"),
    ("2026-04-20T08:00+02:00", "in the first full week of May", "2026-05-04..2026-05-08"),
    ("2026-03-03T10:00-06:00", "in the last week of March", "2026-03-30..2026-03-31"),
    ("2026-03-03T10:00-06:00", "the last Friday of the month", "2026-03-27"),
    ("2026-03-03T10:00-06:00", "on the penultimate day of this month", "2026-03-30"),
    ("2026-03-03T10:00-06:00", "sits once a month, on the third Thursday", "2026-03-19"),
    ("2026-03-03T10:00-06:00", "the second Tuesday in April", "2026-04-14"),
    ("2026-03-03T10:00-06:00", "the first Monday of every month", "2026-04-06"),
    ("2026-12-31T23:30+01:00", "on the first business day of the new year", "2027-01-04"),
    ("2026-03-03T10:00-06:00", "by the end of Q2", "..2026-06-30"),
    ("2026-03-03T10:00-06:00", "in April", "2026-04-01..2026-04-30"),
    ("2026-03-03T10:00-06:00", "next month", "2026-04-01..2026-04-30"),
    ("2026-03-03T10:00-06:00", "over the weekend", "2026-03-07..2026-03-08"),
    ("2026-03-20T10:00-04:00", "during the first ten days of April", "2026-04-01..2026-04-10"),
    ("2026-03-05T10:00-05:00", "in spring 2027", "2027-03-01..2027-05-31"),
    ("2026-05-05T10:00+02:00", "in the course of next week", "2026-05-11..2026-05-15"),
)  # fmt: skip

NEGATIVE = ("the week was long", "we march on", "you may call", "a fall in demand", "one year of experience")
