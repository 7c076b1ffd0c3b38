"""Counted days, weeks and months, from now or from a day; business days; how long something lasts."""

from __future__ import annotations

from watcher.inference.times.match import ONE_WORD, Rule, Shape
from watcher.inference.times.value import (
    Ahead,
    Bounded,
    Count,
    Cycle,
    Modifier,
    Node,
    Outset,
    That,
    ThisDay,
    Unit,
    Vague,
    Within,
)
from watcher.model import Confidence

__all__ = ["EXAMPLES", "NEGATIVE", "RULES", "SHAPES"]

_ABOUT = "(about | around | approximately | approx | roughly | some | another | a further | up to | at most | at least | a maximum of | max | maximum | no more than | the next | next | the coming)?"
_GIVE = "(figure (on)? | reckon (on)? | count | give | giving | gimme | allow | allowing | grant | wait | waiting)"
_TAKE = "(has | (they | we | he | she) have | (set | given | allowed | promised) (myself | ourselves | themselves | himself | herself) | need | needs | wants | told | quoted | want | take | takes | taking | be | (be)? (no)? (more | longer) than)"
_TEN = 10
_COUNTED_FROM = "((,)? (counted | counting | reckoned | measured | running | starting | beginning | calculated) (as)? (from | on | with))"
_BEHIND = f"(after | from | following | of | past | post | beyond | on from | later than | {_COUNTED_FROM})"
_A_DAY = 20
"""Hours."""
_COUNTED = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH)
_WHOM = (
    "(us | me | them | it | him | her | ourselves | myself | themselves | himself | herself | everyone | everybody | for | (my | our | the | his | her | their) "
    "(team | boss | manager | director | directors | client | board | panel | committee | partners | colleagues | office))?"
)


def _within(count: Count, unit: Unit, origin: Node | None = None) -> Node | None:
    if unit is Unit.MINUTE:
        return None
    if isinstance(origin, Vague):  # "of Thursday's session" names a day all the same
        origin = Vague(origin.of)
    return Bounded(Modifier.BY, Within(count, unit, origin))


def _ahead(count: Count, unit: Unit, *, back: bool = False) -> Node | None:
    return None if unit is Unit.MINUTE else Ahead(count, unit, back=back)


def _moved(count: Count, unit: Unit, *, back: bool = False) -> Node | None:
    """So much later than was said before, or earlier; what moves by an hour is a conversation."""
    return None if unit in (Unit.MINUTE, Unit.HOUR) else Ahead(count, unit, That(), back=back)


def _lasting(count: Count, unit: Unit, origin: Node | None = None) -> Node | None:
    """Until then something lasts; what lasts an hour is a conversation."""
    return None if unit is Unit.HOUR and count.high < _A_DAY else _within(count, unit, origin or Outset())


RULES = (
    # how many
    Rule("", "n", "<number>", lambda n: n),
    Rule("", "n", "<digits>", lambda n: n),
    Rule("", "n", "<tens> (-)? <number>", lambda tens, n: tens + n if n < _TEN else None),
    Rule("<count>", "count", "<n>", lambda n: Count(n, n)),
    Rule("<count>", "count", "<number> \\( <digits> \\)", lambda n, _: Count(n, n)),
    Rule("<count> to <count>", "count", "<n> (- | to | or | / | , maybe | , perhaps) <n>", lambda low, high: Count(low, high) if low < high else None),
    Rule("between <count> and <count>", "count", "between <n> and <n>", lambda low, high: Count(low, high) if low < high else None),
    Rule("a", "count", "a|an", lambda: Count(1, 1)),
    Rule("a", "count", "a (good | full | clear)", lambda: Count(1, 1)),
    Rule("a couple of", "count", "(a | the next)? (couple | coupla) (of | more)?", lambda: Count(2, 2)),
    Rule("a few", "count", "(a)? (good | further)? <few> (more | short)?", lambda count: count),
    Rule("<count> more", "count", "<n> (more | further | full | whole | short)", lambda n: Count(n, n)),
    Rule("half a dozen", "count", "half a dozen", lambda: Count(6, 6)),
    # of what
    Rule("<unit>", "length", "<unit>", lambda unit: unit),
    Rule("business days", "length", "(business | working | work | week | bus | school | banking | trading) (-)? (day | days)", lambda: Unit.BUSINESS_DAY),
    Rule("business days", "length", "(day | days) (more)? (,)? (without | excluding | not counting | minus) (the)? (weekend | weekends)", lambda: Unit.BUSINESS_DAY),
    Rule("business days", "length", "(bd | bds | workdays | weekdays)", lambda: Unit.BUSINESS_DAY),
    Rule("business days", "workdays", "(business | working) days", lambda: Unit.BUSINESS_DAY),
    Rule("calendar days", "length", "calendar (day | days)", lambda: Unit.DAY),
    Rule("<dayunit>", "dayunit", "(business | working | work) day", lambda: Unit.BUSINESS_DAY),
    Rule("<dayunit>", "dayunit", "day", lambda: Unit.DAY),
    # ahead of now
    Rule("in <n> <units>", "point", f"in {_ABOUT} <count> <length> (' | 's)? (time)?", lambda count, unit: _ahead(count, unit)),
    Rule("<n> <units>' time", "point", "<count> <length> (' | 's) time", lambda count, unit: Ahead(count, unit)),
    Rule("in a fortnight", "point", "(in)? (a | another)? fortnight", lambda: Ahead(Count(14, 14), Unit.DAY)),
    Rule("in a week's time", "point", f"(in | within) {_ABOUT} a week's time", lambda: Ahead(Count(1, 1), Unit.WEEK)),
    Rule("in a month's time", "point", f"(in | within) {_ABOUT} a month's time", lambda: Ahead(Count(1, 1), Unit.MONTH)),
    Rule("this time next week", "point", "this time next week", lambda: Ahead(Count(1, 1), Unit.WEEK)),
    Rule("in a fortnight", "point", "in (a | another) fortnight's time", lambda: Ahead(Count(14, 14), Unit.DAY)),
    Rule("<n> <units> from now", "point", "(in)? <count> <length> (,)? (((counting | counted | starting | reckoned | running | beginning | as)? (from | of)) (now | today | this mail | this email) | hence)", lambda count, unit: Ahead(count, unit)),
    Rule("in a <unit> or so", "point", "in <count> <length> or (so | thereabouts)", lambda count, unit: Ahead(count, unit)),
    Rule("in a <unit> or two", "point", "(in)? (a | one) <unit> or two", lambda unit: Ahead(Count(1, 2), unit)),
    Rule("within a <unit> or two", "time", "within (a | the next | one) <unit> or two", lambda unit: _within(Count(1, 2), unit)),
    Rule("within <n> <units>", "time", f"(within | inside | in under | in less than) (of)? {_ABOUT} <count> <length> (' | 's)? (time)? (or (so | less | sooner))?", lambda count, unit: _within(count, unit, Outset())),
    Rule("<n> hours and", "time", "<count> <length> &and|from", lambda count, unit: _within(count, unit) if unit is Unit.HOUR else None),
    Rule("in the next <n> <units>", "time", "(in | within | over | during | inside | across | for)? (the)? (next | coming | following) <count> <length> (or so)?", lambda count, unit: _within(count, unit)),
    Rule("in the coming days", "time", "(in | within | over | during) the (next | coming | following) (few)? days", lambda: _within(Count(3, 4, vague=True), Unit.DAY)),
    Rule("in the coming weeks", "time", "(in | within | over | during) the (next | coming | following) (few)? weeks", lambda: Vague(Within(Count(2, 3, vague=True), Unit.WEEK), Confidence.UNCLEAR)),
    Rule("in the week to come", "time", "(in | within | over | during) the week to come", lambda: _within(Count(1, 1), Unit.WEEK)),
    Rule("over the next <unit> or so", "time", "(in | within | over | during) the (next | coming | following) <unit> (or so)?", lambda unit: _within(Count(1, 1), unit)),
    Rule("over the next <unit> or two", "time", "(in | within | over | during) the (next | coming) <unit> or two", lambda unit: _within(Count(1, 2), unit)),
    Rule("within a fortnight", "time", "(within | inside | over) (a | the next | the coming | the) fortnight", lambda: _within(Count(14, 14), Unit.DAY)),
    Rule("within the <unit>", "time", "within the <unit>", lambda unit: _within(Count(1, 1), unit, ThisDay() if unit is Unit.HOUR else Outset()) if unit in _COUNTED else None),
    # from a day
    Rule("<n> <units> later", "point", "<count> <length> (later | on) (than | from) (that | it | this)", lambda count, unit: Ahead(count, unit, That())),
    Rule("<n> <units> after <point>", "point", f"{_ABOUT} <count> <length> {_BEHIND} (<base> | <boundday>)", lambda count, unit, day: Ahead(count, unit, day)),
    Rule("within <n> <units> from tomorrow", "time", f"(within | inside) {_ABOUT} <count> <length> {_COUNTED_FROM} <tomorrow>", lambda count, unit, _: _within(count, unit)),
    Rule("within <n> <units> of <point>", "time", f"(within | inside) {_ABOUT} <count> <length> (or so)? {_BEHIND} (<base> | <boundday>)", lambda count, unit, day: _within(count, unit, day)),
    Rule("within the <unit> of <point>", "time", "(within | inside) the <unit> (after | from | following | of) (<base> | <boundday>)", lambda unit, day: _within(Count(1, 1), unit, day)),
    Rule("within <n> <units> thereafter", "time", f"(within | inside) {_ABOUT} <count> <length> (thereof | thereafter | afterwards | later | after)", lambda count, unit: _within(count, unit, That())),
    Rule("a <unit> off", "point", "<count> <length> (off | away from | out from) !the|from|work", lambda count, unit: Ahead(count, unit)),
    Rule("takes <n> <units> after that", "time", "after that (,)? (it's | it is | just | only | about | another)? <count> <length>", lambda count, unit: _lasting(count, unit, That())),
    Rule("takes <n> <units> after that", "time", "after that (,)? (it's | it is | just | only | about | another)? (a | one) <unit> or (two | so)", lambda unit: _lasting(Count(1, 2), unit, That())),
    Rule("<n> <units> later", "point", f"{_ABOUT} <count> <length> (later !than | afterwards | afterward | thereafter | after !the|we|you|i|your|our )", lambda count, unit: Ahead(count, unit, That())),
    Rule("<n> <units> later", "point", f"{_ABOUT} <count> <length> on &$|,|.|;|!|)|-|and|so|but", lambda count, unit: Ahead(count, unit, That())),
    Rule("the <ordinal> <unit> after <point>", "point", f"(the)? <ordinal> <dayunit> ((that | which) comes)? {_BEHIND} (<base> | <boundday>)", lambda number, unit, day: Ahead(Count(number, number), unit, day)),
    Rule("the <ordinal> <unit> after", "point", "(the)? <ordinal> <dayunit> ((that | which) (comes | follows) | thereafter | after | afterwards) (after)? !the|we|you|i|your|our|they|he|she", lambda number, unit: Ahead(Count(number, number), unit, That())),
    Rule("a <unit> or two after <point>", "point", "(a | one) <unit> or two (after | from | of | following) (<base> | <boundday>)", lambda unit, day: Ahead(Count(1, 2), unit, day)),
    Rule("<n> <units> before", "point", "<count> <length> (before | earlier | beforehand | ahead of | in advance of | prior to) (that | then | it)? &$|,|.|;|!|)|-|and|so|but", lambda count, unit: Ahead(count, unit, That(), back=True)),
    Rule("<n> sleeps", "time", "<n> (sleep | sleeps)", lambda n: Ahead(Count(n, n), Unit.DAY)),
    Rule("a fortnight after <point>", "point", f"(a | one)? fortnight {_BEHIND} (<base> | <boundday>)", lambda day: Ahead(Count(14, 14), Unit.DAY, day)),
    Rule("the <unit> after <point>", "point", "the (day | morning | afternoon | evening) (after | following | next to) (<base> | <boundday>)", lambda day: Ahead(Count(1, 1), Unit.DAY, day)),
    Rule("the <unit> before <point>", "point", "the day before (<base> | <boundday>)", lambda day: Ahead(Count(1, 1), Unit.DAY, day, back=True)),
    Rule("the week after <point>", "span", "the (week | month) (after | following) (<base> | <boundday>)", lambda day: Cycle(Unit.WEEK, 1, day)),
    Rule("moved by <n> <units>", "point", "(add | adding | plus | put | tack | stick) (on)? <count> <length> (on top)? !of|off|'|in|into", lambda count, unit: _moved(count, unit)),
    # by how much a day that was named before moves
    Rule("moved by <n> <units>", "point", "(back | out | on | further | carried forward)? by (exactly | just | only | about | around | roughly | another | a further)? <count> <length>", lambda count, unit: _moved(count, unit)),
    Rule("moved by <n> <units>", "point", "forward by (exactly | just | only | about | around | roughly)? <count> <length>", lambda count, unit: _moved(count, unit, back=True)),
    Rule("moved by <n> <units>", "point", "(back | out | put off) (exactly | just | only)? <count> <length>", lambda count, unit: _moved(count, unit)),
    Rule("moved by <n> <units>", "point", "<count> <length> later than ((i | we) !are|can|had | planned | expected | scheduled | promised)", lambda count, unit: _moved(count, unit)),
    Rule("moved by <n> <units>", "point", "<count> <length> (earlier | sooner) than ((i | we) !are|can|had | planned | expected | scheduled | promised)", lambda count, unit: _moved(count, unit, back=True)),
    Rule("moved by <n> <units>", "point", "(back | out | on | further)? by (exactly | just | only | about | another)? (a | one)? fortnight", lambda: _moved(Count(2, 2), Unit.WEEK)),
    Rule("moved by <n> <units>", "point", "(that | the) <anyday> <count> <length> later", lambda _, count, unit: _moved(count, unit)),
    Rule("moved by <n> <units>", "point", "(slides | slide | slips | slip | shifts | shift) (out | back | on)? (exactly | just | only)? <count> <length>", lambda count, unit: _moved(count, unit)),
    Rule("moved by <n> <units>", "point", "(running | runs | be | are) (about | around | roughly | some)? <count> <length> (late | behind)", lambda count, unit: _moved(count, unit)),
    # how long it takes: the end of it is the day that counts
    Rule("give us <n> <units>", "time", f"{_GIVE} {_WHOM} {_ABOUT} <count> <length> !notice|'|holiday|leave|that", lambda count, unit: _lasting(count, unit)),
    Rule("give us <n> <units> after <day>", "time", f"{_GIVE} {_WHOM} {_ABOUT} <count> <length> {_BEHIND} (<base> | <boundday>)", lambda count, unit, day: _lasting(count, unit, day)),
    Rule("give us <n> <units> after that", "time", f"(after that | then) (,)? {_GIVE} {_WHOM} {_ABOUT} <count> <length>", lambda count, unit: _lasting(count, unit, That())),
    Rule("takes <n> <units> after <day>", "time", f"{_TAKE} {_WHOM} {_ABOUT} <count> <length> {_BEHIND} (<base> | <boundday>)", lambda count, unit, day: _lasting(count, unit, day)),
    Rule("takes <n> <units> from <day> on", "time", f"({_TAKE} | {_GIVE})? <count> <length> (,)? (with | counting)? <day> (being | as) (the first | day one | number one)", lambda count, unit, day: _lasting(Count(count.low - 1, count.high - 1), unit, day) if count.low > 1 else None),
    Rule("give us <n> <units>", "time", f"{_GIVE} {_WHOM} {_ABOUT} (a | one) <unit> or (two | so)", lambda unit: _lasting(Count(1, 2), unit)),
    Rule("give us <n> <units>", "time", f"{_GIVE} {_WHOM} (a | another)? fortnight", lambda: _lasting(Count(14, 14), Unit.DAY)),
    Rule("takes <n> <units>", "time", "(at)? (about | around | roughly | approximately | approx) <count> <length>", lambda count, unit: _lasting(count, unit)),
    Rule("takes <n> <units>", "time", f"{_TAKE} {_WHOM} {_ABOUT} <count> <length> !ahead|before|prior|tomorrow|today|from|on", lambda count, unit: _lasting(count, unit)),
    Rule("takes <n> <units>", "time", f"{_TAKE} {_WHOM} {_ABOUT} (a | one) <unit> or (two | so)", lambda unit: _lasting(Count(1, 2), unit)),
    Rule("takes <n> <units>", "time", f"{_TAKE} {_WHOM} {_ABOUT} (a)? fortnight !tomorrow|today|on|from|before|ago", lambda: _lasting(Count(14, 14), Unit.DAY)),
    Rule("give us <n> <units>", "time", f"(call it | make it) {_ABOUT} <count> <length> (or so)? !from|of|after", lambda count, unit: _lasting(count, unit)),
    Rule("takes <n> <units>", "time", "<count> <length> (,)? (tops | max | maximum | at (the)? (most | outside | worst))", lambda count, unit: _lasting(count, unit)),
    Rule("takes <n> <units>", "time", "<n> (more | further | extra) <length> !of|to", lambda n, unit: _lasting(Count(n, n), unit)),
    Rule("<n> business days", "time", "<count> <workdays> !a|per|each|every|in|of|week|minimum|course|notice|holiday|leave|ended|passed|elapsed|went|expired|ago", lambda count, unit: _within(count, unit, Outset())),
    # behind now
    Rule("<n> <units> ago", "time", "<count> <length> ago", lambda count, unit: _ahead(count, unit, back=True)),
    Rule("the last <n> <units>", "time", "(in | over | during | for)? (the)? (last | past | previous) <count> <length>", lambda count, unit: Ahead(count, unit, back=True)),
)  # fmt: skip

SHAPES = (Shape("<digits>", "digits", r"(\d{1,3})(?![\d:/]|\.\d)", lambda m: int(m[1]) or None, ONE_WORD),)

EXAMPLES = (
    ("2026-03-03T10:00-06:00", "within six working days, counted from tomorrow", "..2026-03-11"),
    ("2026-03-03T10:00-06:00", "on the 10th, no, one day later than that", "2026-03-11"),
    ("2026-03-03T10:00-06:00", "within 5-7 business days", "..2026-03-12"),
    ("2026-03-03T10:00-06:00", "in the next couple of weeks", "..2026-03-17"),
    ("2026-03-03T10:00-06:00", "within two weeks", "..2026-03-17"),
    ("2026-03-03T10:00-06:00", "in 48 hours", "2026-03-05"),
    ("2026-08-26T15:35+02:00", "in three weeks' time", "2026-09-16"),
    ("2026-10-12T09:30+01:00", "in a fortnight", "2026-10-26"),
    ("2026-03-03T10:00-06:00", "within ten working days", "..2026-03-17"),
    ("2026-03-03T10:00-06:00", "over the next week or so", "..2026-03-10"),
    ("2026-03-03T10:00-06:00", "two weeks from Friday", "2026-03-20"),
    ("2026-03-03T10:00-06:00", "within two days of Monday the 9th", "..2026-03-11"),
    ("2026-03-03T10:00-06:00", "three days ago", "2026-02-28"),
    ("2027-05-03T08:30+01:00", "within seven calendar days", "..2027-05-10"),
    ("2028-02-29T17:00+05:30", "within two weeks from today", "..2028-03-14"),
    ("2026-03-03T10:00-06:00", "two to three weeks from now", "2026-03-17..2026-03-24"),
    ("2026-03-03T10:00-06:00", "a week or two after Easter", "2026-04-12..2026-04-19"),
    ("2026-03-03T10:00-06:00", "please allow up to ten business days", "..2026-03-17"),
    ("2026-03-03T10:00-06:00", "within two working days of Thursday's session", "..2026-03-09"),
    ("2026-03-03T10:00-06:00", "on 6 April, two days before", "2026-04-04"),
    ("2026-03-03T10:00-06:00", "within ninety days of the date of this letter", "..2026-06-01"),
    ("2026-03-03T10:00-06:00", "within ten working days of today's date", "..2026-03-17"),
    ("2026-03-03T10:00-06:00", "on 19 May, two business days after the committee", "2026-05-21"),
    ("2026-03-03T10:00-06:00", "on the 10th, and twenty-four hours on", "2026-03-11"),
    ("2026-03-03T10:00-06:00", "on the 10th, and two days on from that", "2026-03-12"),
    ("2026-03-03T10:00-06:00", "on the 10th, and on the third working day after that date", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "on the 10th, and two days ahead of that", "2026-03-08"),
    ("2026-03-03T10:00-06:00", "back on Monday; give him two days", "..2026-03-11"),
    ("2026-03-03T10:00-06:00", "48 hours, tops", "..2026-03-05"),
    ("2026-03-03T10:00-06:00", "ten working days, counted from today", "2026-03-17"),
    ("2026-03-03T10:00-06:00", "on the 10th; add two days for the paperwork", "2026-03-12"),
    ("2026-03-03T10:00-06:00", "by Thursday noon, and within the hour", "..2026-03-05"),
    ("2026-03-03T10:00-06:00", "the 24th, and a good week before that", "2026-03-17"),
    ("2026-03-03T10:00-06:00", "planned for Friday, moves by one week", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "the last on Thursday; count three days more, without the weekend", "..2026-03-10"),
    ("2026-03-03T10:00-06:00", "the 25th, but it all comes forward by a week", "2026-03-18"),
    ("2026-04-30T10:00-04:00", "we take ten business days, tomorrow being the first", "..2026-05-14"),
    ("2026-03-03T10:00-06:00", "the 25th, but two days sooner than we planned", "2026-03-23"),
    ("2026-03-03T10:00-06:00", "it was the 12th, and slides one week", "2026-03-19"),
)

NEGATIVE = (
    "5 years of experience",
    "a few candidates",
    "6 months+",
    "the two of us",
    "a 3 day course",
    "two more rounds",
    "100 applicants",
    "moved by two days",
)
