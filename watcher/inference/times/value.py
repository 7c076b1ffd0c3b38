"""What a time expression means before anyone knows which day it is: small trees of frozen dataclasses.

A rule makes such a tree; `resolve` turns it into days. "By the end of next week" is
`Bounded(Modifier.BY, Part(Portion.END, Cycle(Unit.WEEK, 1)))`: an interval, its grain and a modifier, and nothing is
lost on the way ("next week" stays a week until somebody asks for its last day).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from watcher.model import Confidence

__all__ = [
    "Ahead",
    "Back",
    "Bounded",
    "Clock",
    "Clocked",
    "Count",
    "Cycle",
    "Date",
    "Feast",
    "Grain",
    "InSeason",
    "IsoWeek",
    "Modifier",
    "Month",
    "Named",
    "NextOne",
    "Node",
    "Nth",
    "Outset",
    "Part",
    "Portion",
    "Quarter",
    "Range",
    "Season",
    "Slashed",
    "Span",
    "That",
    "ThisDay",
    "Today",
    "Unit",
    "Vague",
    "WeekOf",
    "Weekday",
    "Within",
]


class Grain(IntEnum):
    """How fine an interval was named."""

    HOUR = 0
    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    YEAR = 5


class Modifier(StrEnum):
    """How an interval bounds what is said of it."""

    ON = "on"
    BY = "by"
    """Not later than its end."""
    UNTIL = "until"
    """Lasts to its end: an absence, a posting, or patience asked for."""
    BEFORE = "before"
    """Earlier than its start."""
    AFTER = "after"
    """Later than its end; no last day is named."""
    SINCE = "since"
    """From its start on."""


class Unit(StrEnum):
    """What is counted."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business_day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Portion(StrEnum):
    """A part of an interval."""

    START = "start"
    EARLY = "early"
    FIRST_HALF = "first_half"
    MIDDLE = "middle"
    SECOND_HALF = "second_half"
    LATE = "late"
    END = "end"


class Season(StrEnum):
    """A season of the northern year; in the south it falls half a year apart."""

    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"


@dataclass(frozen=True, slots=True)
class Count:
    """How many: "5-7" is `Count(5, 7)`. `vague` where no number was said ("a few")."""

    low: int
    high: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a stretch of it. `zone` is an IANA name, empty where none was said."""

    start: dt.time | None = None
    end: dt.time | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """The day of speaking, or days from it."""

    shift: int = 0


@dataclass(frozen=True, slots=True)
class ThisDay:
    """The day that the same text speaks of, or else the day of speaking: "by lunch", "by close of play"."""


@dataclass(frozen=True, slots=True)
class Date:
    """A day of a month; month, year and weekday where they were said."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Slashed:
    """A date in figures, such as 3/4, which is in March or in April depending on who writes it."""

    first: int
    second: int
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0).

    `shift` is None for the one that comes next, else the week it is meant in: 0 this, 1 next, -1 last.
    `within` is an interval that holds it; `after` one that it follows, or is the last day of if `itself` may be that;
    `before` one that it precedes.
    """

    day: int
    shift: int | None = None
    within: Node | None = None
    after: Node | None = None
    before: Node | None = None
    itself: bool = False


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday by its name in `feasts`: the coming one, that of `year`, or that in `month`."""

    name: str
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """A week, weekend, month, quarter or year: the current one (0), the next (1), ... counted from `origin`."""

    unit: Unit
    shift: int = 0
    origin: Node | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the calendar: the nearest, or the one of `year`."""

    month: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the calendar year."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class InSeason:
    """The coming season, or the current one, or that of `year`."""

    season: Season
    year: int | None = None


@dataclass(frozen=True, slots=True)
class IsoWeek:
    """A week by its number (ISO 8601)."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day: "the week of the 9th", "w/c 26 January"."""

    day: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit, or the n-th weekday, of an interval; -1 is the last. `full` weeks lie wholly inside."""

    number: int
    what: Unit | int
    within: Node
    full: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A portion of an interval."""

    portion: Portion
    of: Node


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many units after `origin`, or after the day of speaking; before it where `back`."""

    count: Count
    unit: Unit
    origin: Node | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """From `origin` (or now) until so many units later."""

    count: Count
    unit: Unit
    origin: Node | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From the start of one interval to the end of another."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class That:
    """What was spoken of last: the day, or the week or month it is in; where it is not to come, today if `or_today`.

    Where that is a weekend and a `single` day is meant, the day before it: "enjoy the weekend; I'll ring that evening".
    """

    unit: Unit = Unit.DAY
    shift: int = 0
    or_today: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class Outset:
    """What a length is counted from where nobody says: the event spoken of last, if it is to come, or else today."""


@dataclass(frozen=True, slots=True)
class Met:
    """The day of the event spoken of last, where it is to come, or `shift` days from it."""

    shift: int = 0


@dataclass(frozen=True, slots=True)
class Back:
    """The first day on which somebody who was said to be away is back."""


@dataclass(frozen=True, slots=True)
class Named:
    """An event that was dated before, or else in the same text, named again: "the day after the vote"."""


@dataclass(frozen=True, slots=True)
class NextOne:
    """The one after what was spoken of last: a weekday's is a week later, any other day's the next day."""


@dataclass(frozen=True, slots=True)
class Vague:
    """An interval whose reading is no more than likely."""

    of: Node
    confidence: Confidence = Confidence.LIKELY


@dataclass(frozen=True, slots=True)
class Clocked:
    """A time of day, on a day where one was said."""

    clock: Clock
    day: Node | None = None


@dataclass(frozen=True, slots=True)
class Bounded:
    """An interval with what bounds it."""

    modifier: Modifier
    of: Node


Node = (
    Ahead
    | Back
    | Bounded
    | Clocked
    | Cycle
    | Date
    | Feast
    | InSeason
    | IsoWeek
    | Month
    | Named
    | NextOne
    | Nth
    | Outset
    | Part
    | Quarter
    | Range
    | Slashed
    | That
    | ThisDay
    | Today
    | Vague
    | WeekOf
    | Weekday
    | Within
)


@dataclass(frozen=True, slots=True)
class Span:
    """An interval resolved: its first and last day, how fine it was named, how sure the reading is."""

    first: dt.date
    last: dt.date
    grain: Grain = Grain.DAY
    confidence: Confidence = Confidence.SURE

    def but(self, confidence: Confidence) -> Span:
        """The same interval, less sure (or surer)."""
        return replace(self, confidence=confidence)
