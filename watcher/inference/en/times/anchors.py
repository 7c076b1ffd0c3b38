"""Days named by what was spoken of before: that day, the day after, the following Wednesday."""

from __future__ import annotations

from watcher.inference.times.match import Rule
from watcher.inference.times.value import (
    Ahead,
    Back,
    Bounded,
    Count,
    Cycle,
    Met,
    Modifier,
    Named,
    NextOne,
    That,
    Today,
    Unit,
    Vague,
    Weekday,
)
from watcher.model import Confidence

__all__ = ["EXAMPLES", "NEGATIVE", "RULES"]

_MEETING = (
    "((the | that | this | their | our | its | such a | said | such) (hiring | board | panel | committee)? "
    "(meeting | vote | panel | board | committee | session | debrief | review | decision | council | sitting | hearing | forum | gathering | holiday) | (he | she | they | we | it) (does | do | did | has | have) | (they | we | it | the panel | "
    "the board | the committee) (have | has)? (been)? (meet | meets | met | meeting | vote | votes | voted | voting | decide | decides | "
    "decided | sit | sits | sat | sitting | convene | convenes | convened | talk | talked))"
)

RULES = (
    Rule("that day", "day", "(that | the same | that same | that very | the very same) (day | morning | afternoon | arvo | evening | eve | night | lunchtime | date)", lambda: That(single=True)),
    Rule("that day", "day", "the latter | the (last | second | latter | later) (one | day)? of (them | these | those | those days | these days | the two)", lambda: That()),
    Rule("before that", "time", "((before | ahead of | prior to | in advance of) (that | then) | beforehand)", lambda: Bounded(Modifier.BEFORE, That())),
    Rule("same day", "day", "(on the)? same (day | morning | afternoon | arvo | evening | night | nite)", lambda: That(single=True)),
    Rule("the day after", "day", "the morrow", lambda: That(shift=1)),
    Rule("the day after", "day", "(the)? (very)? (next | following) (day | morning | afternoon | evening)", lambda: That(shift=1)),
    Rule("the day after", "day", "(the | a)? day (after | later | following) (that | it | this)? !tomorrow|than|the|we|your|our|my|next|-", lambda: That(shift=1)),
    Rule("the morning after", "day", "the (morning | afternoon | arvo | evening) (after | following) (that | it)?", lambda: That(shift=1)),
    Rule("the day after", "day", "(the | on the | on)? (day | morning) (thereafter | (which | that) follows) (that | it | this)?", lambda: That(shift=1)),
    Rule("the day before", "day", "(the)? (day | evening | night) before (that | it)? &$|,|.|;|!|)|-|and|so|but", lambda: That(shift=-1)),
    Rule("the day after they meet", "day", f"the (day | morning | afternoon) (after | following) {_MEETING}", lambda: Met(shift=1)),
    Rule("the working day after", "day", f"(the)? (business | working | work) day (after | following | (which | that) follows) (that | it | this | {_MEETING})?", lambda: Ahead(Count(1, 1), Unit.BUSINESS_DAY, That())),
    Rule("the working day after", "day", "(the)? (business | working | work) day (after | following | (which | that) follows) (<base> | <boundday>)", lambda day: Ahead(Count(1, 1), Unit.BUSINESS_DAY, day)),
    Rule("the meeting", "that", _MEETING, lambda: That()),
    Rule("the closing", "that", "(the)? (closing | closing date | close | deadline | completion | ratification | panel | debrief | (last | final) (interview | one))", lambda: That(or_today=True)),
    Rule("the one after", "day", "(the (one | next one) (after | following) (that | it)? | the (next | following) one) !that|we|the", lambda: NextOne()),
    Rule("the date of this letter", "boundday", "((the)? date of)? (this | the present) (letter | mail | e - mail | email | message | notice | communication)", lambda: Today()),
    Rule("today's date", "boundday", "today's date", lambda: Today()),
    Rule("the next business day", "day", "(the)? (next | following) (business | working | work) day", lambda: Ahead(Count(1, 1), Unit.BUSINESS_DAY, That())),
    Rule("the first day back", "day", "(my | the | his | her | our | their) (first)? (working | business)? (day | morning) ((<them>)? (back | in again) | <them> (reopen | return | get in | come back))", lambda *_: Back()),
    Rule("the first day back", "day", "(my | his | her | our | their) first (working | business) day", lambda: Back()),
    Rule("the first day back", "day", "(the)? (reopening | re - opening) day", lambda: Back()),
    Rule("the first <weekday> back", "day", "(the)? first <anyday> ((that | after | once | when)? <them>)? back", lambda day, _: Weekday(day, after=Back(), itself=True)),
    Rule("the <ordinal> day back", "day", "(my | the | his | her | our | their) <ordinal> (working | business)? (day | morning) ((that | when)? <them>)? (again)? (back | in again | in the office again | again in the office | at work again)", lambda number, _: Ahead(Count(number - 1, number - 1), Unit.BUSINESS_DAY, Back()) if number > 1 else Back()),
    Rule("them", "them", "we|i|he|she|they|we're|i'm|he's|she's|they're|everyone's", lambda: True),
    Rule("them", "them", "(we | they) are | (he | she) is | i am | (we | they | i | he | she) (get | gets)", lambda: True),
    Rule("on my return on <day>", "day", "(on | upon) (my | his | her | our | their) return (on | ,)? (<day> | <boundday>)", lambda day: day),
    Rule("the following <weekday>", "day", "(the)? following <anyday>", lambda day: Weekday(day, after=That())),
    Rule("the <weekday> after", "day", "(the)? <anyday> (((right | just | straight | immediately)? (after | following) (that | it | this)) | next following | (which | that) follows)", lambda day: Weekday(day, after=That())),
    Rule("the <weekday> after", "day", "(the)? <anyday> (after | following) &$|,|.|;|!|)|-|and|so|but|when|is|at", lambda day: Weekday(day, after=That())),
    Rule("the <weekday> after <point>", "day", "(the)? first <anyday> (after | following) (<base> | <boundday>)", lambda day, base: Weekday(day, after=base)),
    Rule("the <weekday> after <point>", "day", "(the)? <anyday> (after | following) (<base> | <boundday>)", lambda day, base: Weekday(day, after=base)),
    Rule("the <weekday>", "boundday", "the <anyday>", lambda day: Weekday(day, after=That(or_today=True), itself=True)),
    Rule("the <weekday>", "day", "the <weekday>", lambda day: Weekday(day, after=That(or_today=True), itself=True)),
    Rule("the <weekday>", "day", "the <possessive> &when|where|the|a|our|not", lambda day: Weekday(day, after=That(or_today=True), itself=True)),
    Rule("the <weekday> before", "day", "the <anyday> (just | right)? before (that | it)? &$|,|.|;|!|)|-|and|so|but", lambda day: Weekday(day, before=That())),
    Rule("the <weekday> before <point>", "day", "the <anyday> (before | prior to | ahead of) (<base> | <boundday>)", lambda day, base: Weekday(day, before=base)),
    Rule("the weekend before", "span", "the weekend before (that | it)? &$|,|.|;|!|)|-|and|so|but", lambda: Cycle(Unit.WEEKEND, -1, That())),
    Rule("that <weekday>", "day", "that <anyday>", lambda day: Weekday(day, within=That(Unit.WEEK))),
    Rule("<weekday>'s", "day", "that <possessive>", lambda day: Vague(Weekday(day, within=That(Unit.WEEK)), Confidence.UNCLEAR)),
    Rule("<weekday> of that week", "day", "(the)? <anyday> ((of | in)? (that | the same | that same) week | of it)", lambda day: Weekday(day, within=That(Unit.WEEK))),
    Rule("that week", "span", "(that | the same | that same) <unit>", lambda unit: That(unit) if unit in (Unit.WEEK, Unit.MONTH, Unit.WEEKEND) else None),
    Rule("the following week", "span", "the following <unit>", lambda unit: That(unit, 1) if unit in (Unit.WEEK, Unit.MONTH) else None),
    Rule("the week after", "span", "the (week | month) after (that | it | this)?", lambda: That(Unit.WEEK, 1)),
    Rule("that", "that", "that|it|then|there|this|which", lambda: That()),
    Rule("that", "that", "(that | this | which | said) (date | day | point | one)", lambda: That()),
    Rule("named again", "that", "§", lambda: Named()),
)  # fmt: skip

EXAMPLES = (
    ("2026-03-03T10:00-06:00", "shut from the 9th to the 13th, and on our second day back", "2026-03-17"),
    ("2026-03-03T10:00-06:00", "on the 10th and the 12th, and the day after the latter", "2026-03-13"),
    ("2026-02-16T13:30+00:00", "until this Friday and then the following Wednesday", "2026-02-25"),
    ("2026-05-11T09:05+01:00", "Thursday; the day after", "2026-05-15"),
    ("2026-05-11T09:05+01:00", "sits on Thursday and writes on the morrow", "2026-05-15"),
    ("2026-02-16T16:05+10:00", "on Monday the 23rd, and within two days of that", "..2026-02-25"),
    ("2026-02-24T09:17+10:00", "on Tuesday 3 March, and three business days later", "2026-03-06"),
    ("2026-03-05T17:00-06:00", "on the 11th: the Friday of that week", "2026-03-13"),
    ("2026-05-05T07:40+01:00", "on the 18th; a day or two after that", "2026-05-19..2026-05-20"),
    ("2026-03-03T10:00-06:00", "on Thursday, and early the following week", "2026-03-09..2026-03-11"),
    ("2026-07-02T08:30-07:00", "on the 14th, that same day", "2026-07-14"),
    ("2026-03-03T10:00-06:00", "the Monday after Easter", "2026-04-06"),
    ("2026-03-03T10:00-06:00", "on Friday after lunch", "2026-03-06"),
    ("2026-04-14T10:00+10:00", "on Anzac Day; the Friday before", "2026-04-24"),
    ("2026-03-03T10:00-06:00", "on the 17th, and the weekend before", "2026-03-14..2026-03-15"),
    ("2026-03-03T10:00-06:00", "not this Friday but the one after", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "on 19 May, and the day after the vote", "2026-05-20"),
    ("2026-03-03T10:00-06:00", "on Thursday the 5th, and the day after they meet", "2026-03-06"),
    ("2026-03-03T10:00-06:00", "on Thursday the 5th, and the day after they have been sitting", "2026-03-06"),
    ("2026-03-03T10:00-06:00", "on 24 September, and on the working day after", "2026-09-25"),
    ("2026-03-03T10:00-06:00", "on Thursday the 5th; on the working day which follows", "2026-03-06"),
    ("2026-03-03T10:00-06:00", "on 24 September, and on the day which follows it", "2026-09-25"),
    ("2026-03-03T10:00-06:00", "on the working day after Easter Monday", "2026-04-07"),
    ("2026-03-03T10:00-06:00", "the morning after the 12th", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "choosing on 1 April, and the one after", "2026-04-02"),
    ("2026-03-03T10:00-06:00", "back on Friday, and the Tuesday is free", "2026-03-10"),
    ("2026-03-03T10:00-06:00", "two days after the 18th, which takes us to the Friday", "2026-03-20"),
    ("2026-03-03T10:00-06:00", "on Monday the 9th, we vote at 9 and tell you that day", "2026-03-09"),
    ("2026-03-03T10:00-06:00", "on the 19th, and the Wednesday next following", "2026-03-25"),
    ("2026-03-03T10:00-06:00", "on Monday and two days after that", "2026-03-11"),
    ("2026-03-03T10:00-06:00", "on the 19th, so beforehand", "..2026-03-18"),
    ("2026-03-03T10:00-06:00", "sees it this Friday, and two business days after she does", "2026-03-10"),
    ("2026-03-03T10:00-06:00", "sitting on 12 March, and the Monday which follows", "2026-03-16"),
    ("2026-03-03T10:00-06:00", "shut until the 10th, and the first Friday we're back", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "ten working days from today, and on the last of them", "2026-03-17"),
    ("2026-03-03T10:00-06:00", "the holiday is the 16th so that Monday's out; on the Tuesday", "2026-03-17"),
    ("2026-03-03T10:00-06:00", "in week 12, on the Thursday", "2026-03-19"),
    ("2026-03-03T10:00-06:00", "the 10th of April is a Friday this year, so the day before", "2026-04-09"),
    ("2026-03-03T10:00-06:00", "on the 13th, when all leave for the weekend, and that evening", "2026-03-13"),
    ("2026-03-03T10:00-06:00", "within ten working days of this email", "..2026-03-17"),
)

NEGATIVE = ("the following candidates", "that is all")
