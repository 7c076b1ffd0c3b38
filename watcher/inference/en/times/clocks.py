"""Times of day, stretches of them, and zones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from watcher.inference.times.match import ONE_WORD, Rule, Shape
from watcher.inference.times.value import Clock, Clocked, Node

__all__ = ["EXAMPLES", "NEGATIVE", "RULES", "SHAPES"]

_NOON = 12
_ALONE = (
    "&$|,|.|)|and|or|on|in|to|with|for|if|via|over|at|-|?|!|;|through|works|this|next|today|tomorrow|your|my|our|sharp|the|is|was"
    "|would|so|but|we|it|suits|suit|perfect|perfectly|fine|until|till|as|then|please|sounds|here|there|(|same|instead|may|can"
    "|could|will|work|be|sound|good|any|ok|okay|convenient|possible|great|free|i|you|he|she|they|who|thanks|thank|does|do"
    "|because|when|again|call|meet|sort"
)
"""What follows a figure that counts nothing."""


@dataclass(frozen=True, slots=True)
class _Hour:
    """A time as written: the hour may still be of the morning or of the afternoon (`half` is "a", "p" or empty).

    `exact` where it can be nothing but a time of day: 11:00, 3pm.
    """

    hour: int
    minute: int = 0
    half: str = ""
    exact: bool = False

    def time(self, half: str = "") -> dt.time:
        """Nobody meets at three in the morning: where it is not said, one to six is the afternoon."""
        half = self.half or half
        hour = self.hour
        if half == "p" and hour < _NOON:
            hour += _NOON
        elif half == "a" and hour == _NOON:
            hour = 0
        elif not half and 1 <= hour <= 6:
            hour += _NOON
        return dt.time(hour, self.minute)


RULES = (
    Rule("noon", "hour", "(12)? (noon | midday | mid - day | noontime)", lambda: _Hour(12, 0, "p")),
    Rule("12:00 noon", "hour", "<written> (noon | midday)", lambda hour: hour),
    Rule("midnight", "hour", "(12)? midnight", lambda: _Hour(23, 59, "x")),
    Rule("<hour> o'clock", "hour", "(<bare> | <clockword> | <evening>) (o'clock | oclock)", lambda hour: hour),
    Rule("<hour> sharp", "hour", "(<bare> | <clockword>) (sharp | on the dot | prompt | promptly | exact | exactly)", lambda hour: hour),
    Rule("half past <hour>", "hour", "half past (<bare> | <clockword>)", lambda hour: _Hour(hour.hour, 30)),
    Rule("half <hour>", "hour", "half (<bare> | <clockword>)", lambda hour: _Hour(hour.hour, 30)),
    Rule("<minutes> past <hour>", "hour", "(<number> | <digits>) past (<bare> | <clockword>)", lambda n, hour: _Hour(hour.hour, n, hour.half, exact=True) if n in (5, 10, 20, 25) else None),
    Rule("half past <hour> in the evening", "hour", "half past (<bare> | <clockword>) in the (afternoon | evening)", lambda hour: _Hour(hour.hour, 30, "p")),
    Rule("quarter past <hour>", "hour", "(a)? quarter (past | after) (<bare> | <clockword>)", lambda hour: _Hour(hour.hour, 15)),
    Rule("quarter to <hour>", "hour", "(a)? quarter (to | of) (<bare> | <clockword>)", lambda hour: _Hour((hour.hour - 2) % 12 + 1, 45)),
    Rule("quarter to <hour> in the morning", "hour", "(a)? quarter (to | of) (<bare> | <clockword>) in the morning", lambda hour: _Hour((hour.hour - 2) % 12 + 1, 45, "a")),
    Rule("quarter to <hour> in the evening", "hour", "(a)? quarter (to | of) (<bare> | <clockword>) in the (afternoon | evening)", lambda hour: _Hour((hour.hour - 2) % 12 + 1, 45, "p")),
    Rule("<hour> thirty", "hour", "<clockword> (-)? <minutes> !minute|minutes|min|mins|-|people|candidates|days|weeks|years|hours", lambda hour, minutes: _Hour(hour.hour, minutes)),
    Rule("<hour> in the morning", "hour", "(<written> | <bare> | <clockword>) (o'clock | oclock)? in the morning", lambda hour: _Hour(hour.hour, hour.minute, "a")),
    Rule("<hour> in the afternoon", "hour", "(<written> | <bare> | <clockword>) (o'clock | oclock)? (in the (afternoon | evening) | at night)", lambda hour: _Hour(hour.hour, hour.minute, "p")),
    Rule("", "hour", "<written>", lambda hour: hour),
    Rule("", "clockword", "<number>", lambda n: _Hour(n) if 1 <= n <= 12 else None),
    # stretches
    Rule("<hour>", "clock", "<hour>", lambda hour: Clock(hour.time())),
    Rule("<hour> to <hour>", "clock", "(from | between)? (<hour> | <bare>) (- | to | until | till | til | and) (<hour> | <bare>)", lambda first, last: _stretch(first, last)),
    Rule("<hour> to <hour>", "clock", "(from | between)? <clockword> (- | to | until | till | til) (<hour> | <clockword>)", lambda first, last: _stretch(first, last)),
    Rule("<hours> <zone>", "zoned", "<clock> <zone>", lambda clock, zone: Clock(clock.start, clock.end, zone)),
    Rule("<hours> <zone>", "zoned", "<clock> \\( <zone> \\)", lambda clock, zone: Clock(clock.start, clock.end, zone)),
    Rule("<hours> <zone> time", "zoned", "<clock> (,)? (<zone> | <place>) (standard | daylight | summer)? time", lambda clock, zone: Clock(clock.start, clock.end, zone)),
    Rule("<hours> (<zone> time)", "zoned", "<clock> \\( (<zone> | <place>) (standard | daylight | summer)? time \\)", lambda clock, zone: Clock(clock.start, clock.end, zone)),
    Rule("<hours> in <place>", "zoned", "<clock> (,)? in <place>", lambda clock, zone: Clock(clock.start, clock.end, zone)),
    Rule("<hours> <place>", "zoned", "<clock> \\(? <place> (&$ | &, | &. | &; | \\))", lambda clock, zone: Clock(clock.start, clock.end, zone)),
    Rule("<bare> <zone>", "zoned", "(<bare> | <four>) <zone>", lambda hour, zone: Clock(hour.time(), None, zone)),
    Rule("", "zoned", "<clock> (sharp | on the dot | prompt | promptly)?", lambda clock: clock),
    Rule("<clock> on <day> <zone>", "when", "(at | @ | from)? <clock> (, | -)? (on | this | next)? (<day> | <boundday>) (,)? <zone>",
         lambda clock, day, zone: Clocked(Clock(clock.start, clock.end, zone), day)),
    Rule("<clock> <day> to <clock>", "when", "(at | @ | from)? <zoned> (on)? (<day> | <boundday>) (- | to | until | till | til) <zoned>",
         lambda first, day, last: _until(first, day, last)),
    Rule("<day> <hour> to <hour>", "when", "(<day> | <boundday>) (morning | afternoon | evening)? (, | - | . | :)? (from | between | at)? <hourspan>", lambda day, clock: Clocked(clock, day)),
    Rule("<day> <hour> to <hour>", "when", "(<day> | <boundday>) (, | - | :)? (from | between)? <clockword> (- | to | until | till | til | and) <clockword> &$|,|.|;|:|)|at|in|with|on|for|over|!|?", lambda day, first, last: _worded(day, first, last)),
    # after a day or "at" a bare figure is an hour
    Rule("at <hour>", "attime", "(at | @ | kl (.)? | klo) (around | about | approx)? (<zoned> | <barehours>)", lambda clock: clock),
    Rule("<hour>", "barehours", f"(<bare> | <clockword> | <four>) (ish | - ish)? {_ALONE}", lambda hour: Clock(hour.time())),
    Rule("<day> <hour>", "when", "(<day> | <boundday>) (morning | afternoon | evening)? (, | -)? (around | about)? (<bare> | <clockword>) (ish | - ish)", lambda day, hour: Clocked(Clock(hour.time()), day)),
    Rule("<hour> <day> morning", "when", "(at | for)? (<bare> | <clockword>) (<day> | <boundday>) morning", lambda hour, day: Clocked(Clock(hour.time("a")), day)),
    # of the 24-hour clock, which only a day makes a time of
    Rule("<day> <hour>", "when", "(<day> | <boundday>) (, | - | :)? <early>", lambda day, hour: Clocked(Clock(hour.time()), day)),
    Rule("<day> at <hour>", "when", f"(<day> | <boundday>) (evening | night)? (,)? (at | @) <evening> {_ALONE}", lambda day, hour: Clocked(Clock(hour.time()), day)),
    Rule("<day> <hour>", "when", f"(<day> | <boundday>) (morning | afternoon | evening)? (, | - | :)? <four> {_ALONE}", lambda day, hour: Clocked(Clock(hour.time()), day)),
    Rule("<day> <hour> to <hour>", "when", "(<day> | <boundday>) (morning | afternoon | evening)? (, | - | :)? <four> (- | to | until | till) <four>",
         lambda day, first, last: _until(Clock(first.time()), day, Clock(last.time()))),
)  # fmt: skip

_COLON, _HALVES = frozenset(":."), frozenset("a p am pm".split())
_HOURS, _JOINTS = frozenset("h hr hrs hours".split()), frozenset("- to til till until and".split())
"""What stands behind the first figures of a time of day."""

SHAPES = (
    Shape(
        "<hour>:<minute>",
        "written",
        r"([01]?\d|2[0-3])[:.]([0-5]\d)\s?(a|p)\.?m?\b\.?(?!\w)",
        lambda m: _hour(m[1], m[2], m[3]),
        _COLON,
    ),
    Shape(
        "<hour>:<minute>",
        "written",
        r"([01]?\d|2[0-3]):([0-5]\d)(?::00)?(?![\d:])(?:\s?(?:hrs?|hours|h|uhr)\b)?",
        lambda m: _hour(m[1], m[2]),
        _COLON,
    ),
    Shape(
        "<hour>.<minute>",
        "written",
        r"([01]?\d|2[0-3])\.([0-5]\d)(?!\d|\.\d|%|\s?(?:million|m\b|k\b|percent|hours|per))(?:\s?(?:hrs?|h|uhr)\b)?",
        lambda m: _hour(m[1], m[2]),
        _COLON,
    ),
    Shape(
        "<hour>h<minute>",
        "written",
        r"([01]?\d|2[0-3])\s?h(?:\s?([0-5]\d))?\b(?!\s?(?:per|a|of|shifts?|weeks?|days?|notice)\b|\s?/)",
        lambda m: _hour(m[1], m[2] or "0"),
        _HOURS,
    ),
    Shape("<hour>u<minute>", "written", r"([01]?\d|2[0-3])u([0-5]\d)\b", lambda m: _hour(m[1], m[2]), frozenset("u")),
    Shape(
        "<hour> hours <minute>",
        "written",
        r"([01]?\d|2[0-3]) hours ([0-5]\d)\b(?! ?(?:min|to\b))",
        lambda m: _hour(m[1], m[2]),
        _HOURS,
    ),
    Shape("<hour>am", "written", r"(1[0-2]|0?\d)\s?(a|p)\.?m\b\.?", lambda m: _hour(m[1], "0", m[2]), _HALVES),
    Shape(
        "<hour><minute>am",
        "written",
        r"(1[0-2]|0?[1-9])([0-5]\d)\s?(a|p)\.?m\b\.?",
        lambda m: _hour(m[1], m[2], m[3]),
        _HALVES,
    ),
    Shape(
        "<hour>hrs", "written", r"([01]\d|2[0-3])([0-5]\d)\s?(?:hrs?|hours|h)\b", lambda m: _hour(m[1], m[2]), _HOURS
    ),
    Shape(
        "<hour><minute>-",
        "written",
        r"([01]\d|2[0-3])([0-5]\d)(?=\s?(?:-|to)\s?\d{4}\s?(?:hrs?|hours|h)\b)",
        lambda m: _hour(m[1], m[2]),
        ONE_WORD,
    ),
    Shape(
        "<hour>-<hour>",
        "hourspan",
        r"([01]?\d|2[0-3])\s?(?:-|to|till?|until|and)\s?([01]?\d|2[0-4])(?![\d:.%/]\d|\d"
        r"|\s?(?:days?|weeks?|business|working|people|candidates|years?|hours?|hrs|min|st|nd|rd|th|am|pm|a\.m|p\.m"
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)",
        lambda m: _bare_stretch(int(m[1]), int(m[2])),
        _JOINTS,
    ),
    Shape("<hour>", "evening", r"(1[3-9]|2[0-3])(?![\d:/.%]\d|\d|[/%£$€])", lambda m: _hour(m[1], "0"), ONE_WORD),
    Shape(
        "<hour><minute>",
        "four",
        r"([01]\d|2[1-3])([0-5][05])(?![\d:/.%]\d|\d|[/%£$€])(?=z\b|\b)",
        lambda m: _hour(m[1], m[2]),
        ONE_WORD,
    ),
    Shape(
        "<nought><hour><minute>",
        "early",
        r"(0[6-9])([0-5][05])(?![\d:/.%]\d|\d|[/%£$€])",
        lambda m: _hour(m[1], m[2]),
        ONE_WORD,
    ),
    Shape("<figure>", "bare", r"(1[0-2]|[1-9])(?![\d:/.%]\d|\d|[/%£$€])", lambda m: _Hour(int(m[1])), ONE_WORD),
)


def _hour(hour: str, minute: str, half: str | None = None) -> _Hour | None:
    if half and not 1 <= int(hour) <= _NOON:
        half = None
    if not half and (int(hour) > _NOON or hour.startswith("0")):
        half = "x"  # the 24-hour clock
    return _Hour(int(hour), int(minute), half or "", exact=True)


def _stretch(first: _Hour, last: _Hour) -> Clock | None:
    """Read "10-11am" in the morning, "11-1pm" begins in it; two bare figures are no time."""
    if not any(hour.exact or hour.half or hour.minute for hour in (first, last)):
        return None
    end = last.time()
    starts = sorted({first.time(half) for half in ("a", "p")} if not first.half else {first.time()})
    start = max((s for s in starts if s < end), default=starts[0])
    if not first.half and not last.half:
        start = first.time()
    return Clock(start, end if end > start else None)


def _until(first: Clock, day: Node, last: Clock) -> Clocked | None:
    """Read "9am Thursday until noon"."""
    if first.start is None or last.start is None or not first.start < last.start:
        return None
    return Clocked(Clock(first.start, last.start, last.zone or first.zone), day)


def _worded(day: Node, first: _Hour, last: _Hour) -> Clocked | None:
    """Read "Friday, ten till three"."""
    clock = _bare_stretch(first.hour, last.hour)
    return Clocked(clock, day) if clock else None


def _bare_stretch(first: int, last: int) -> Clock | None:
    """Read "4 till 9" behind a day: the end is the next such hour after the start."""
    start = _Hour(first, 0, "" if first <= _NOON else "x").time()
    end = _Hour(last, 0, "" if last <= _NOON else "x").time() if last < 24 else dt.time(23, 59)
    if end <= start and last < _NOON:
        end = dt.time(last + _NOON)
    return Clock(start, end) if end > start else None


EXAMPLES = (
    ("2026-10-22T13:15+01:00", "Friday 6 November, ten till three at our place", "2026-11-06T10:00-15:00"),
    ("2026-10-22T13:15+01:00", "tomorrow at quarter to seven in the morning", "2026-10-23T06:45"),
    ("2026-05-03T10:00+01:00", "Saturday the 16th, 4 to 9, knives sharp", "2026-05-16T16:00-21:00"),
    ("2026-04-20T10:00+01:00", "thursday the 30th 16-17 at the cafe", "2026-04-30T16:00-17:00"),
    ("2026-03-03T10:00+00:00", "Thursday the 5th between 2 and 3", "2026-03-05T14:00-15:00"),
    ("2026-03-03T10:00+00:00", "this Friday at 4 work for a quick chat", "2026-03-06T16:00"),
    ("2026-11-03T10:00+01:00", "the interview of 26 November at 10.30.", "2026-11-26T10:30"),
    ("2026-03-03T10:00+00:00", "Thursday 2nd April at half 5 is perfect", "2026-04-02T17:30"),
    ("2026-08-03T10:00-04:00", "Tuesday the 25th at 11 it is", "2026-08-25T11:00"),
    ("2026-12-03T10:00+01:00", "Tuesday the eighth at half past seven in the evening", "2026-12-08T19:30"),
    ("2026-09-03T10:00+03:00", "Thu 24 September, 15:00 to 16:00 EAT", "2026-09-24T15:00-16:00 Africa/Nairobi"),
    ("2026-03-03T10:00-06:00", "tomorrow 4.15pm", "2026-03-04T16:15"),
    ("2026-03-03T10:00-06:00", "Thursday June 4 at 11:00 AM Eastern", "2026-06-04T11:00 America/New_York"),
    ("2026-03-03T10:00-06:00", "tues 20th 7am", "2026-10-20T07:00"),
    ("2026-08-03T10:00+01:00", "Thursday 3rd September at 4:00 PM", "2026-09-03T16:00"),
    ("2026-05-03T10:00+01:00", "Monday 18 May at 5pm for half an hour", "2026-05-18T17:00"),
    ("2026-05-03T10:00+01:00", "Wednesday 20 May, 10.20-11.20am", "2026-05-20T10:20-11:20"),
    ("2026-05-03T10:00+01:00", "on Wednesday from 8.45am to 3.30pm", "2026-05-06T08:45-15:30"),
    ("2026-03-03T10:00-06:00", "Thursday 10-11am", "2026-03-05T10:00-11:00"),
    ("2026-11-24T15:00-06:00", "Thursday December 3 at 2pm CT", "2026-12-03T14:00 America/Chicago"),
    ("2026-03-03T10:00-06:00", "11 ET on Friday", "2026-03-06T11:00 America/New_York"),
    ("2026-06-10T10:00+01:00", "Wednesday 17 June, 11 o'clock Vienna,", "2026-06-17T11:00 Europe/Berlin"),
    ("2026-06-10T10:00+01:00", "Wednesday 17 June at 15:00 in Geneva", "2026-06-17T15:00 Europe/Berlin"),
    ("2026-06-10T10:00+01:00", "Wednesday 17 June at 15:00 (Lagos)", "2026-06-17T15:00 Africa/Lagos"),
    ("2026-06-10T10:00+01:00", "Wednesday 17 June at 15:00 Manchester office", "2026-06-17T15:00"),
    ("2026-03-03T10:00+00:00", "10:00 GMT on 9 March", "2026-03-09T10:00 UTC"),
    ("2026-03-03T10:00-06:00", "Wed the 10th 3pm", "2026-06-10T15:00"),
    ("2026-03-03T10:00-06:00", "Monday at 2", "2026-03-09T14:00"),
    ("2026-03-03T10:00-06:00", "by noon on Tuesday", "..2026-03-10T12:00"),
    ("2026-03-03T10:00+01:00", "Freitag? no: Friday, 14:00 - 15:30", "2026-03-06T14:00-15:30"),
    ("2026-06-09T15:37-04:00", "on Thursday, June 18, 2026 from 1:30 PM to 2:30 PM", "2026-06-18T13:30-14:30"),
    ("2026-03-03T10:00+05:30", "5th March, 1500 hrs IST", "2026-03-05T15:00 Asia/Kolkata"),
    ("2026-03-03T10:00+00:00", "half past two on Thursday", "2026-03-05T14:30"),
    ("2026-05-20T10:00+01:00", "9 June 2026, 11:00 to 12:00", "2026-06-09T11:00-12:00"),
    ("2026-05-20T10:00+01:00", "Thursday 4 till 9", "2026-05-21T16:00-21:00"),
    ("2026-05-20T10:00+01:00", "on Thursday, 10-11.30am", "2026-05-21T10:00-11:30"),
    ("2026-05-20T10:00+01:00", "2 to 4 pm on the 5th", "2026-06-05T14:00-16:00"),
    ("2026-05-20T10:00+01:00", "Friday morning between 9 and 11", "2026-05-22T09:00-11:00"),
    ("2026-05-20T10:00+01:00", "at twenty past two tomorrow", "2026-05-21T14:20"),
    ("2026-05-20T10:00+01:00", "Thursday afternoon around 2", "2026-05-21T14:00"),
    ("2026-05-20T10:00+01:00", "9am Thursday until noon", "2026-05-21T09:00-12:00"),
    ("2026-05-20T10:00+05:30", "1400-1500 hrs on 9 June", "2026-06-09T14:00-15:00"),
    ("2026-03-03T10:00+00:00", "on Friday at three, ok", "2026-03-06T15:00"),
    ("2026-03-03T10:00+00:00", "Thursday 730 pm", "2026-03-05T19:30"),
    ("2026-03-03T10:00+00:00", "Friday, from 9:30 a.m. to 12:00 noon", "2026-03-06T09:30-12:00"),
    ("2026-03-03T10:00+00:00", "Tues @ 3ish", "2026-03-10T15:00"),
    ("2026-03-03T10:00+00:00", "Friday, 10-ish if you can", "2026-03-06T10:00"),
    ("2026-03-03T10:00+00:00", "Wednesday, 1400", "2026-03-04T14:00"),
    ("2026-03-03T10:00+00:00", "Friday 0930 to 1015", "2026-03-06T09:30-10:15"),
    ("2026-03-03T10:00+00:00", "Thursday 0900Z", "2026-03-05T09:00 UTC"),
    ("2026-03-03T10:00+00:00", "Sunday at 20", "2026-03-08T20:00"),
    ("2026-03-03T10:00+00:00", "the 22nd at six thirty", "2026-03-22T18:30"),
    ("2026-03-03T10:00+00:00", "Friday, five until quarter to six", "2026-03-06T17:00-17:45"),
    ("2026-03-03T10:00+00:00", "Sat 10am", "2026-03-07T10:00"),
    ("2026-03-03T10:00+00:00", "Friday at 17 h 30", "2026-03-06T17:30"),
    ("2026-03-03T10:00+00:00", "Friday 6 March, 17:00 Paris time", "2026-03-06T17:00 Europe/Berlin"),
    ("2026-03-03T10:00+00:00", "by 5pm on Friday, CET", "..2026-03-06T17:00 Europe/Berlin"),
    ("2026-03-03T10:00+00:00", "Monday at 10.00 and Tuesday at 15.00", "2026-03-10T15:00"),
    ("2026-03-03T10:00+00:00", "Friday 13 to 15 March", "2026-03-13..2026-03-15"),
)

NEGATIVE = ("a 9-5 job", "scored 4.5 overall", "we sat at 10 tables", "20 h per week", "ten fifteen minute calls")
