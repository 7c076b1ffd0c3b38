"""What befalls servers and the clock, by a seed: the same each time."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Deed", "Injected", "befalls"]

_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)


class Deed(StrEnum):
    """What happens."""

    STOP = "stopped"
    FREEZE = "frozen"
    CRASH = "killed and back at once"
    SLEEP = "the computer sleeps"
    CLOCK = "the clock is set wrong, and right again"
    ZONE = "another time zone for a while"


@dataclass(frozen=True, slots=True)
class Injected:
    """A deed, when, for how long, and to which account's server; to the daemon where there is none."""

    deed: Deed
    begin: dt.datetime
    lasts: dt.timedelta
    account: str = ""
    wrong: dt.timedelta = dt.timedelta()
    """Of a clock: by how much it is ahead."""


def befalls(accounts: Sequence[str], begin: dt.datetime, days: int, seed: int) -> list[Injected]:
    """All that happens within so many days, in order: to each server something every third day or so."""
    chance = random.Random(seed)
    end = begin + days * _DAY
    found = [one for account in accounts for one in _to_server(account, begin, end, chance)]
    return sorted([*found, *_to_computer(begin, end, chance)], key=lambda one: one.begin)


def _to_server(account: str, begin: dt.datetime, end: dt.datetime, chance: random.Random) -> Iterator[Injected]:
    deeds = (Deed.STOP, Deed.FREEZE, Deed.CRASH)
    longest = {Deed.STOP: 600, Deed.FREEZE: 240, Deed.CRASH: 0}
    at = begin + chance.uniform(0.5, 2.5) * _DAY
    while at < end - _DAY / 2:
        deed = chance.choice(deeds)
        lasts = chance.uniform(min(10, longest[deed]), longest[deed]) * _MINUTE
        yield Injected(deed, at, lasts, account)
        at += lasts + chance.uniform(1, 4) * _DAY


def _to_computer(begin: dt.datetime, end: dt.datetime, chance: random.Random) -> Iterator[Injected]:
    """In the afternoon, in turn: so that the mornings, on which all is looked at, are as they should be."""
    midnight = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    day = 3
    deeds = (Deed.SLEEP, Deed.CLOCK, Deed.ZONE)
    while (at := midnight + day * _DAY + chance.uniform(14, 17) * 60 * _MINUTE) < end - _DAY:
        deed = deeds[day // 3 % 3]
        if deed is Deed.SLEEP:
            yield Injected(deed, at, chance.uniform(2, 40) * 60 * _MINUTE)
        else:
            wrong = chance.choice((-26, -3, 2, 50)) * 60 * _MINUTE if deed is Deed.CLOCK else dt.timedelta()
            yield Injected(deed, at, chance.uniform(30, 120) * _MINUTE, wrong=wrong)
        day += 3
