"""Policies: how long to wait and whom to write to, as data. The built-in ones are the TOML files in `policies/`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from watcher.calendar import Calendar
from watcher.model import Role

__all__ = ["Policy", "Wait", "names", "policy"]


@dataclass(frozen=True, slots=True)
class Wait:
    """A stretch of time in whole days; `business` days are those of the user's calendar."""

    count: int
    business: bool

    def after(self, day: dt.date, calendar: Calendar) -> dt.date:
        """The day on which the wait that began on `day` is over."""
        return calendar.add_business_days(day, self.count) if self.business else day + dt.timedelta(days=self.count)

    def __str__(self) -> str:
        unit = "business day" if self.business else "day"
        return f"{_COUNT.get(self.count, str(self.count))} {unit}{'' if self.count == 1 else 's'}"


_COUNT = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten"}


@dataclass(frozen=True, slots=True)
class Policy:
    """A cadence. See `policies/balanced.toml` for what each value means."""

    name: str
    summary: str
    contacts: tuple[Role, ...]
    thank_you_until: Wait
    after_decision: Wait
    after_silence: Wait
    again_after: Wait
    at_most: int
    after_return: Wait


def names() -> list[str]:
    """The built-in policies, sorted."""
    folder = resources.files(__package__) / "policies"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


@cache
def policy(name: str) -> Policy:
    """The built-in policy of that name.

    Raises:
        KeyError: there is none
    """
    if name not in names():
        raise KeyError(name)
    data = tomllib.loads((resources.files(__package__) / "policies" / f"{name}.toml").read_text(encoding="utf-8"))
    return Policy(
        name=name,
        summary=data["summary"],
        contacts=tuple(Role(role) for role in data["contacts"]),
        thank_you_until=_wait(data["thank_you"]["until"]),
        after_decision=_wait(data["check_in"]["after_decision"]),
        after_silence=_wait(data["check_in"]["after_silence"]),
        again_after=_wait(data["again"]["after"]),
        at_most=data["again"]["at_most"],
        after_return=_wait(data["absence"]["after_return"]),
    )


def _wait(value: Mapping[str, Any]) -> Wait:
    ((unit, count),) = value.items()
    return Wait(count * {"days": 1, "business_days": 1, "weeks": 7}[unit], unit == "business_days")
