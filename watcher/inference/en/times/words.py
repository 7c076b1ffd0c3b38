"""The English words that times are made of, with the ways people misspell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from watcher.inference.times.spelling import slips
from watcher.inference.times.value import Count, Portion, Season, Unit

__all__ = ["ABBREVIATIONS", "LANDMARKS", "WORDS"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "tu": 1, "wed": 2, "weds": 2, "wednes": 2, "thu": 3, "thur": 3, "thurs": 3,
    "thr": 3, "fri": 4,
}  # fmt: skip
_WORDY_WEEKDAYS = {"sat": 5, "sun": 6}
"""Weekdays that are other words as well: read only beside something that makes a date of them."""
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_OTHER_WORDS = frozenset(
    {"sundae", "sundry", "augusta", "auguste", "augusto", "match", "marsh", "larch", "marry", "marcy", "marc", "maria"}
    | {"juno", "jolly", "jury", "june's", "sunder", "monda", "moneys", "moody", "aprils", "mayo", "mondo", "sunny"}
)
"""Words and names that lie one slip beside a day or a month, and mean themselves."""
_SAFE_LENGTH = 5
"""Words shorter than this ("may", "june") are too near to others for their slips to be read."""

_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "ninety": 90}
_ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip

_UNITS = {
    Unit.MINUTE: "minute minutes min mins",
    Unit.HOUR: "hour hours hr hrs",
    Unit.DAY: "day days sleep sleeps",
    Unit.WEEK: "week weeks wk wks",
    Unit.MONTH: "month months mth mths",
    Unit.QUARTER: "quarter quarters",
    Unit.YEAR: "year years yr yrs",
    Unit.WEEKEND: "weekend weekends",
}
_PORTIONS = {
    Portion.EARLY: "early",
    Portion.MIDDLE: "mid middle",
    Portion.LATE: "late",
    Portion.END: "end close",
}
_SEASONS = {"winter": Season.WINTER, "spring": Season.SPRING, "summer": Season.SUMMER, "autumn": Season.AUTUMN}

_ZONES = {
    "America/New_York": "et est edt eastern",
    "America/Chicago": "ct cst cdt central",
    "America/Denver": "mt mst mdt mountain",
    "America/Los_Angeles": "pt pst pdt pacific",
    "America/Halifax": "adt atlantic",
    "Europe/London": "bst",
    "UTC": "gmt utc z",
    "Europe/Berlin": "cet cest met mesz mez",
    "Europe/Athens": "eet eest",
    "Asia/Kolkata": "ist",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst",
    "Asia/Dubai": "gst",
    "Africa/Johannesburg": "sast",
    "Africa/Nairobi": "eat",
    "Africa/Lagos": "wat",
    "Australia/Sydney": "aest aedt aet",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst nzdt nzt",
}
_PLACES = {
    "America/New_York": "york boston atlanta philadelphia miami pittsburgh baltimore detroit cleveland orlando tampa",
    "America/Chicago": "chicago dallas houston minneapolis milwaukee nashville memphis omaha",
    "America/Denver": "denver boulder albuquerque",
    "America/Phoenix": "phoenix arizona tucson",
    "America/Los_Angeles": "seattle portland angeles california sacramento oakland",
    "America/Toronto": "toronto montreal ottawa",
    "America/Halifax": "halifax",
    "America/Winnipeg": "winnipeg manitoba",
    "America/Regina": "regina saskatoon saskatchewan",
    "America/Edmonton": "calgary edmonton alberta",
    "America/Vancouver": "vancouver",
    "Europe/London": "uk london british edinburgh manchester glasgow belfast cardiff leeds birmingham liverpool bristol",
    "Europe/Dublin": "irish ireland dublin cork galway",
    "Europe/Lisbon": "lisbon portuguese",
    "Europe/Berlin": (
        "berlin german paris french amsterdam dutch brussels zurich geneva swiss vienna madrid barcelona spanish rome milan"
        " italian munich hamburg frankfurt luxembourg copenhagen danish oslo norwegian stockholm swedish warsaw polish prague"
    ),
    "Europe/Athens": "athens greek helsinki finnish bucharest",
    "Europe/Istanbul": "istanbul ankara turkish",
    "Asia/Kolkata": "india indian mumbai delhi bangalore bengaluru pune hyderabad chennai",
    "Asia/Singapore": "singapore",
    "Asia/Manila": "manila philippine",
    "Asia/Hong_Kong": "hongkong",
    "Asia/Shanghai": "beijing shanghai shenzhen",
    "Asia/Seoul": "seoul korean",
    "Asia/Tokyo": "tokyo japan japanese",
    "Asia/Dubai": "dubai uae gulf",
    "Asia/Riyadh": "riyadh doha saudi",
    "Africa/Johannesburg": "johannesburg",
    "Africa/Nairobi": "nairobi kenyan",
    "Africa/Lagos": "lagos abuja nigerian",
    "Africa/Accra": "accra dakar",
    "Australia/Sydney": "sydney melbourne",
    "Australia/Brisbane": "brisbane queensland",
    "Australia/Adelaide": "adelaide",
    "Australia/Darwin": "darwin",
    "Australia/Perth": "perth",
    "Pacific/Auckland": "auckland wellington",
}
"""Whose time is meant where one says "14:00 Paris time", "at 14:00 in Paris"."""


def _with_slips(names: Iterable[str], first: int) -> dict[str, int]:
    """Names and their values, counted from `first`; slips that are other words, or lie between two names, left out."""
    values = {name: value for value, name in enumerate(names, first)}
    wrong: dict[str, set[int]] = {}
    for name, value in values.items():
        if len(name) > _SAFE_LENGTH or name == "april":
            for slip in slips(name):
                wrong.setdefault(slip, set()).add(value)
    plurals = {name + "s" for name in values}
    clear = {s: min(v) for s, v in wrong.items() if len(v) == 1 and s not in _OTHER_WORDS and s not in plurals}
    return clear | values


def _by_word(words: Mapping[Any, str]) -> dict[str, Any]:
    return {word: value for value, line in words.items() for word in line.split()}


def _numbers() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate(_NUMBERS) if value}
    return numbers | _TENS


def _ordinals() -> dict[str, int]:
    ordinals = {word: value for value, word in enumerate(_ORDINALS) if value}
    return ordinals | {"thirtieth": 30}


_ALL_WEEKDAYS = _with_slips(_WEEKDAYS, 0) | _SHORT_WEEKDAYS | {"wensday": 2, "wendsday": 2, "weds": 2, "thursdy": 3}
_ALL_MONTHS = _with_slips(_MONTHS, 1) | _SHORT_MONTHS

WORDS: dict[str, dict[str, Any]] = {
    "weekday": _ALL_WEEKDAYS,
    "anyday": _ALL_WEEKDAYS | _WORDY_WEEKDAYS,
    "possessive": {name + "'s": day for name, day in _ALL_WEEKDAYS.items()},
    "weekdays": {name + "s": day for day, name in enumerate(_WEEKDAYS)},
    "of_tomorrow": {"tomorrow's": 1, "today's": 0, "yesterday's": -1},
    "month": _ALL_MONTHS,
    "possessive_month": {name + "'s": month for name, month in _ALL_MONTHS.items()},
    "number": _numbers(),
    "tens": _TENS,
    "ordinal_word": _ordinals(),
    "few": {"few": Count(3, 4, vague=True), "several": Count(4, 5, vague=True)},
    "unit": _by_word(_UNITS),
    "portion": _by_word(_PORTIONS),
    "start": dict.fromkeys(["start", "beginning"], Portion.START),
    "possessive_unit": {f"{unit}'s": unit for unit in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)},
    "season_word": _SEASONS,
    "zone": _by_word(_ZONES),
    "place": _by_word(_PLACES),
    "minutes": {"fifteen": 15, "thirty": 30},
    "tomorrow": dict.fromkeys(
        "tomorrow tmrw tmr tmw tomo tomorow tommorow tommorrow tomorrrow tomrrow tomorro tomarrow tomorrw tmrrw tomoz".split(),
        1,
    ),
}
"""Lexical categories of the grammar."""

ABBREVIATIONS = frozenset(
    {*_SHORT_WEEKDAYS, *_WORDY_WEEKDAYS, *_SHORT_MONTHS, "wk", "hrs", "hr", "mins", "min", "approx"}
)
"""Words that take a full stop."""

LANDMARKS = frozenset(
    {
        word
        for name in (
            "anyday",
            "weekdays",
            "possessive",
            "of_tomorrow",
            "possessive_unit",
            "month",
            "possessive_month",
            "unit",
            "season_word",
            "tomorrow",
            "ordinal_word",
        )
        for word in WORDS[name]
    }
    | set(
        "today tonight yesterday yday now overnight fortnight morning afternoon evening night eve arvo noon midday".split()
    )
    | set(
        "before beforehand morrow ahead prior midnight noontime lunch lunchtime dinner dinnertime teatime tea supper nightfall eod eob cob cop eow eom eoq".split()
    )
    | set(
        "eoy play business work school midweek mid middle end q uge uke vecka cw kw wc wb w fall date return date workdays weekdays bd bds".split()
    )
    | set("fortnight's half clock o'clock oclock quarter".split())
)
"""Every expression holds one of these, a holiday's name, or a figure."""
