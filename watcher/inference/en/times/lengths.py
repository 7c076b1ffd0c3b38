"""How long something lasts: "for half an hour", "20 mins", "an hour and a half". No days: they say when, not how long."""

from __future__ import annotations

import datetime as dt

from watcher.inference.times.match import Rule, Shape
from watcher.inference.times.value import Count, Unit

__all__ = ["EXAMPLES", "NEGATIVE", "RULES", "SHAPES"]

_ABOUT = "(for | of | last | lasts | lasting | takes | take | allow)? (about | around | approximately | approx | roughly | up to | some | a maximum of | at least | at most | only)? (an | a)? (quick | short | brief | full | good | solid)?"
_HALF = dt.timedelta(minutes=30)
_HOUR = dt.timedelta(hours=1)


def _length(count: Count, unit: Unit) -> dt.timedelta | None:
    if unit is Unit.MINUTE:
        return dt.timedelta(minutes=count.high)
    return dt.timedelta(hours=count.high) if unit is Unit.HOUR else None


RULES = (
    Rule("<n> hours", "duration", f"{_ABOUT} <count> (-)? <unit>", _length),
    Rule("<n> <n>/<n> hours", "duration", f"{_ABOUT} <hours> (-)? (hour | hours | hr | hrs | h)", lambda hours: hours),
    Rule("half an hour", "duration", f"{_ABOUT} (half an hour | half - an - hour | half hour | half - hour | half a hour | half of an hour)", lambda: _HALF),
    Rule("an hour", "duration", f"{_ABOUT} (hour | hour - long)", lambda: _HOUR),
    Rule("three quarters of an hour", "duration", f"{_ABOUT} three quarters of an hour", lambda: dt.timedelta(minutes=45)),
    Rule("quarter of an hour", "duration", f"{_ABOUT} (a)? quarter of an hour", lambda: dt.timedelta(minutes=15)),
    Rule("an hour and a half", "duration", f"{_ABOUT} <count> (hour | hours) and (a half | a - half | thirty minutes)", lambda count: count.high * _HOUR + _HALF),
    Rule("<n> and a half hours", "duration", f"{_ABOUT} <n> and a half hours", lambda n: n * _HOUR + _HALF),
    Rule("<n> hours <n> minutes", "duration", f"{_ABOUT} <n> (hour | hours | hr | hrs | h) (and)? <n> (minutes | mins | min | m)?",
         lambda hours, minutes: hours * _HOUR + dt.timedelta(minutes=minutes)),
)  # fmt: skip

SHAPES = (
    Shape(
        "<n>.<n>", "hours", r"(\d{1,2})[.,](\d)", lambda m: dt.timedelta(hours=float(f"{m[1]}.{m[2]}")), frozenset(".,")
    ),
    Shape("<n>½", "hours", r"(\d{1,2})\s?½", lambda m: int(m[1]) * _HOUR + _HALF, frozenset("½")),
)

EXAMPLES = (
    ("for half an hour", "30"),
    ("20 mins", "20"),
    ("around an hour", "60"),
    ("a 45-minute call", "45"),
    ("an hour and a half", "90"),
    ("1.5 hours", "90"),
    ("30-45 min", "45"),
    ("two hours", "120"),
    ("1 hr 15 mins", "75"),
)

NEGATIVE = ("three days", "5 years", "half of it", "our hours are flexible")
