"""Parts of a stretch: early, mid, late, the end of."""

from __future__ import annotations

from watcher.inference.times.match import Rule
from watcher.inference.times.value import Bounded, Cycle, Modifier, Month, Part, Portion, That, ThisDay, Unit, Weekday

__all__ = ["EXAMPLES", "NEGATIVE", "RULES"]

_OF = "(of | in | to | -)? (<span> | <named> | <season> | <newyear>)"

RULES = (
    Rule("", "edge", "<start> &of|in", lambda portion: portion),
    Rule("end of <span>", "part", f"(the)? (very | latter)? (<portion> | <edge>) (part | half)? {_OF}", lambda portion, span: Part(portion, span)),
    Rule("end of <current>", "part", "(the)? (very)? (<portion> | <edge>) (part)? (of | in) <current>", lambda portion, span: Part(portion, span)),
    Rule("end of next", "part", "(the)? (<portion> | <edge>) of next &$|,|.|!|-", lambda portion: Part(portion, Cycle(Unit.WEEK, 1))),
    Rule("mid-<span>", "part", "mid - (<span> | <named> | <season>)", lambda span: Part(Portion.MIDDLE, span)),
    Rule("mid-week", "part", "(midweek | mid week | mid - week)", lambda: Part(Portion.MIDDLE, Cycle(Unit.WEEK))),
    Rule("mid-week <span>", "part", "(midweek | mid week | mid - week) <span>", lambda span: Part(Portion.MIDDLE, span)),
    Rule("mid-month", "part", "(mid month | mid - month)", lambda: Part(Portion.MIDDLE, Cycle(Unit.MONTH))),
    Rule("early to mid <span>", "part", f"early (to | -) (mid | middle) (-)? {_OF}", lambda span: Part(Portion.MIDDLE, span)),
    Rule("mid to late <span>", "part", f"(mid | middle) (to | -) (late | end) (-)? {_OF}", lambda span: Part(Portion.LATE, span)),
    Rule("first half of <span>", "part", "(the)? (first | early | front) (half | part | end) of (<span> | <named> | <current>)", lambda span: Part(Portion.FIRST_HALF, span)),
    Rule("second half of <span>", "part", "(the)? (second | latter | back | tail | other) (half | part | end) of (<span> | <named> | <current>)", lambda span: Part(Portion.SECOND_HALF, span)),
    Rule("later in <current>", "part", "(later | late) (on)? in <current>", lambda span: Part(Portion.LATE, span)),
    Rule("<unit> end", "part", "<unit> (-)? (end | close)", lambda unit: _end(unit)),
    Rule("<unit>'s end", "part", "(the)? <possessive_unit> (end | close)", lambda unit: _end(unit)),
    Rule("rest of <span>", "part", "(the)? (rest | remainder) of (<current> | <span>)", lambda span: Part(Portion.END, span)),
    Rule("end of week", "part", "eow", lambda: Part(Portion.END, Cycle(Unit.WEEK))),
    Rule("end of month", "part", "eom", lambda: Part(Portion.END, Cycle(Unit.MONTH))),
    Rule("end of quarter", "part", "eoq", lambda: Part(Portion.END, Cycle(Unit.QUARTER))),
    Rule("end of year", "part", "eoy", lambda: Part(Portion.END, Cycle(Unit.YEAR))),
    Rule("eow <span>", "part", "eow (of)? <span>", lambda span: Part(Portion.END, span)),
    Rule("first thing <span>", "part", "first thing (in)? <span>", lambda span: Part(Portion.START, span)),
    Rule("<month>'s end", "part", "(the)? <possessive_month> (end | close)", lambda month: Part(Portion.END, Month(month))),
    Rule("the day is out", "boundday", "the day (is | 's) (out | over | through | done)", lambda: Part(Portion.LATE, ThisDay())),
    Rule("that day is out", "boundday", "(that day's | that day is | that day was) (out | over | through | done)", lambda: Part(Portion.LATE, That(single=True))),
    Rule("the day is out", "boundday", "(i | we) (clock | knock | log | sign) off", lambda: Part(Portion.LATE, ThisDay())),
    Rule("that day is out", "boundday", "(i | we | they | he | she) (clock | clocks | knock | knocks | log | logs | sign | signs) off (on)? (<day> | <boundday>)", lambda day: Part(Portion.LATE, day)),
    Rule("off for the weekend", "time", "(before | by the time) (i | we | you | they | he | she | everybody | everyone) (all)? (log | sign | knock | clock | head | go | break | shut | leave | close) (off | out | up | home | down)? for the weekend",
         lambda: Bounded(Modifier.BY, Part(Portion.END, Cycle(Unit.WEEK)))),
    Rule("last days of <span>", "part", "(the)? (last | final | closing) (few)? days of (<span> | <named> | <current>)", lambda span: Part(Portion.END, span)),
    Rule("first days of <span>", "part", "(the)? (first | opening) (few)? days of (<span> | <named> | <current>)", lambda span: Part(Portion.START, span)),
    Rule("<weekday> is out", "boundday", "<possessive> (out | over | done | through)", lambda day: Part(Portion.LATE, Weekday(day))),
    Rule("the <unit> is out", "part", "(<current> | <span> | <named>) (is | 's | has) (out | over | through | up | done | ended)", lambda span: Part(Portion.END, span)),
    Rule("the <unit> is out", "part", "(the | this) <possessive_unit> (out | over | through | up | done)", lambda unit: Part(Portion.END, Cycle(unit))),
    Rule("the <unit> is out", "part", "next <possessive_unit> (out | over | through | up | done)", lambda unit: Part(Portion.END, Cycle(unit, 1))),
    Rule("the <unit> closes", "part", "(<current> | <span>) (closes | ends | runs out)", lambda span: Part(Portion.END, span)),
)  # fmt: skip


def _end(unit: Unit) -> Part | None:
    return None if unit in (Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.WEEKEND) else Part(Portion.END, Cycle(unit))


EXAMPLES = (
    ("2026-03-03T10:00-06:00", "by end of next week", "..2026-03-13"),
    ("2026-03-03T10:00-06:00", "early next week", "2026-03-09..2026-03-11"),
    ("2026-03-03T10:00-06:00", "by the end of the month", "..2026-03-31"),
    ("2026-03-03T10:00-06:00", "by mid-March", "..2026-03-15"),
    ("2026-03-03T10:00-06:00", "mid to late next week", "2026-03-12..2026-03-13"),
    ("2026-02-24T10:00+01:00", "by month end", "..2026-02-28"),
    ("2026-03-03T10:00-06:00", "EOW", "2026-03-06"),
    ("2026-03-03T10:00-06:00", "towards the end of next week", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "late April", "2026-04-21..2026-04-30"),
    ("2026-03-03T10:00-06:00", "before the week is out", "..2026-03-06"),
    ("2026-03-03T10:00-06:00", "before I log off for the weekend", "..2026-03-06"),
    ("2026-03-03T10:00-06:00", "in the last days of March", "2026-03-31"),
    ("2026-03-03T10:00-06:00", "before Sunday's out", "..2026-03-08"),
    ("2026-03-03T10:00-06:00", "before March is out", "..2026-03-31"),
    ("2026-03-03T10:00-06:00", "before next week's out", "..2026-03-13"),
    ("2026-03-03T10:00-06:00", "on Tuesday, before that day's out", "..2026-03-10"),
    ("2026-03-03T10:00-06:00", "by month's end", "..2026-03-31"),
    ("2026-03-03T10:00-06:00", "by April's end", "..2026-04-30"),
    ("2026-03-03T10:00-06:00", "over the rest of the week", "2026-03-06"),
    ("2026-05-22T10:00-04:00", "the Wednesday after Memorial Day, and before I sign off that Friday", "..2026-05-29"),
)  # fmt: skip

NEGATIVE = ("the end of the road", "a late reply", "the start of something", "the middle office")
