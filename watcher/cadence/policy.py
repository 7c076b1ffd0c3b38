"""What a cadence says, as data: the rules that a policy is made of. `form` reads them, `engine` follows them.

WAIT     how long after its anchor something is due: days, business days or weeks
RULE     one step of the cadence: its anchor, its wait, its channel, and when it no longer stands
CHOICE   one line in the order of people to write to, with the condition under which it counts
END      how many follow-ups, and when to move on
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from watcher.calendar import Calendar
from watcher.model import Role, Stage

__all__ = [
    "WEEKDAYS",
    "Among",
    "Anchor",
    "Channel",
    "Choice",
    "End",
    "Only",
    "Policy",
    "Purpose",
    "Rule",
    "Unit",
    "Wait",
    "spelled",
]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of `date.weekday`."""
_COUNT = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spelled(count: int) -> str:
    """A small number in words."""
    return _COUNT[count] if count < len(_COUNT) else str(count)


class Unit(StrEnum):
    """What a wait is counted in."""

    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    """Those of the user's calendar."""
    WEEKS = "weeks"


class Anchor(StrEnum):
    """What a wait is counted from."""

    INTERVIEW = "interview"
    """The end of the last interview held; for a follow-up only while they have not written since."""
    STATED_DATE = "stated_date"
    """The day by which they said they would answer, while it holds."""
    LAST_ACTIVITY = "last_activity"
    """The newest message of a person, or the end of the last interview, whichever is later."""
    LAST_FOLLOW_UP = "last_follow_up"
    """My last follow-up that they have not answered, by mail or by telephone."""


class Purpose(StrEnum):
    """What a rule is for."""

    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"


class Channel(StrEnum):
    """How a follow-up reaches them."""

    MAIL = "mail"
    CALL = "call"


class Only(StrEnum):
    """The condition under which a kind of contact is written to. Without one: only if they wrote to me."""

    MET = "met"
    """Only if they held an interview of mine, whether they wrote or not."""
    NAMED = "named"
    """Only if they wrote under a name of their own."""
    WELCOMES = "welcomes"
    """Only if they said it was fine to write to them, which the user tells."""


class Among(StrEnum):
    """Who is chosen of several contacts of one kind."""

    LATEST = "latest"
    """The last to write."""
    CLOSEST = "closest"
    """The one who wrote to me most often."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A stretch of time in whole days."""

    count: int
    unit: Unit = Unit.DAYS

    def after(self, day: dt.date, calendar: Calendar) -> dt.date:
        """The day on which the wait that began on `day` is over."""
        if self.unit is Unit.BUSINESS_DAYS:
            return calendar.add_business_days(day, self.count)
        return day + dt.timedelta(days=self.count * (7 if self.unit is Unit.WEEKS else 1))

    def __str__(self) -> str:
        unit = {Unit.DAYS: "day", Unit.BUSINESS_DAYS: "business day", Unit.WEEKS: "week"}[self.unit]
        return f"{spelled(self.count)} {unit}{'' if self.count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One step. Which fields may be set together is told in `docs/cadences.md` and checked by `form`."""

    anchor: Anchor
    wait: Wait
    purpose: Purpose = Purpose.FOLLOW_UP
    channel: Channel = Channel.MAIL
    until: Wait | None = None
    """The last day on which it stands, counted from the anchor as `wait` is; then the next rule with this anchor has
    its turn, and where there is none it is time to move on."""
    factor: float = 1
    """Of a stated date: how many times the stretch from the day it was stated is taken."""
    inside: bool = False
    """Of a stated date: where the day is excluded, the last day before it inside the stretch they named."""
    stages: frozenset[Stage] = frozenset()
    """Only where the last interview held was one of these; empty: always."""
    each: bool = False
    """Of a thank-you: to each who held the interview apart."""
    letter: str = ""
    """Which letter it calls for; see `Step.letter`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of contact, and the condition under which such a one is written to."""

    role: Role
    only: Only | None = None


@dataclass(frozen=True, slots=True)
class End:
    """When to move on. At least one of `follow_ups` and `silence` is set, so that there is an end."""

    wait: Wait
    """After the last follow-up."""
    follow_ups: int | None
    """At most, by mail and telephone together; None: no cap."""
    silence: Wait | None = None
    """So long after their last word or the date they named, once I followed up; None: however long."""
    call_ends: bool = False
    """A call is the last follow-up, however many there were."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A cadence. `rules` are tried in their order: the first that applies decides which anchor counts."""

    name: str
    summary: str
    whose: str
    """Whose view it is."""
    contacts: tuple[Choice, ...]
    """Who is written to, the first kind that there is."""
    among: Among
    rules: tuple[Rule, ...]
    end: End
    after_return: Wait
    """Nothing is due before it is over, once the contact is back from a stated absence."""
    days_off: bool = False
    """Whether weekends and public holidays are excluded: what would be due then is due on the next day that is not."""
    never_on: frozenset[int] = frozenset()
    """Weekdays that are excluded as well, by `date.weekday`."""
    candid_after: Wait | None = None
    """From when on a follow-up to a recruiter asks candidly ("inquiry"); counted from their last word or date."""
    moves_on_when_away: bool = False
    """Once they encourage me to look elsewhere, move on."""
    one_more_when_towards: bool = False
    """Once they say that they are very interested, one follow-up more than at most."""
    farewell: bool = False
    """Thank them after a rejection, and wish to stay in touch."""

    def excludes(self, day: dt.date, calendar: Calendar) -> bool:
        """Whether nothing may be due on that day."""
        return day.weekday() in self.never_on or (self.days_off and not calendar.is_business_day(day))

    def allowed_from(self, day: dt.date, calendar: Calendar) -> dt.date:
        """The first day from `day` on that is not excluded; `form` sees to it that there is one in every week."""
        while self.excludes(day, calendar):
            day += dt.timedelta(days=1)
        return day
