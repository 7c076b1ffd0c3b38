"""What the watcher runs on: Python, packages, time zones, and a clock that must be right."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from zoneinfo import ZoneInfo

import watcher
from watcher.checkup.finding import Finding, fail, ok, warn
from watcher.setup import system

__all__ = ["Told", "clock", "fits", "packages", "python", "zones"]

_PROGRAM = "interview-watcher"
_AGAIN = "install the watcher anew: pipx reinstall interview-watcher, or uv tool upgrade interview-watcher"
_SLACK = dt.timedelta(minutes=2)
"""As much may a clock be off, and an answer take."""
_WRONG = dt.timedelta(hours=1)
"""More than this, and drafts come on wrong days, tokens and certificates are refused."""
_OLD_ZONES = 3
"""Years after which time zones are likely to have changed their rules somewhere."""
_CLOCK = "have it set over the network: timedatectl set-ntp true on Linux, Date & Time in the settings elsewhere"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody else says of the time."""

    who: str
    ahead: dt.timedelta
    """How far they are ahead of this computer's clock."""
    at_least: bool = False
    """It was so late at least: something happened then. Being behind says nothing."""


def python(version: Sequence[int] = sys.version_info[:3]) -> Finding:
    """Whether this Python is one that the program was made for."""
    spoken = ".".join(map(str, version))
    wanted = metadata.metadata(_PROGRAM)["Requires-Python"] or ""
    if fits(spoken, wanted):
        return ok("Python", spoken)
    return fail("Python", f"{spoken}, and it should be {wanted}", "install the watcher with another Python")


def packages() -> Iterator[Finding]:
    """Whether all packages that it needs are there, in versions that fit."""
    needed = [_split(line) for line in metadata.requires(_PROGRAM) or () if "extra ==" not in line]
    wrong = []
    for name, wanted in needed:
        try:
            there = metadata.version(name)
        except metadata.PackageNotFoundError:
            wrong.append(fail("packages", f"{name} is missing", _AGAIN))
            continue
        if not fits(there, wanted):
            wrong.append(fail("packages", f"{name} is {there}, and should be {wanted}", _AGAIN))
    yield from wrong
    if not wrong:
        yield ok("packages", f"{_PROGRAM} {metadata.version(_PROGRAM)}, and the {len(needed)} that it needs")


def _split(line: str) -> tuple[str, str]:
    """The name and the versions in a line of a package's requirements (PEP 508)."""
    found = re.match(r"([\w.-]+)(?:\[[^]]*\])?\s*\(?([^;)]*)", line)
    return (found[1], found[2].strip()) if found else (line, "")


def fits(version: str, wanted: str) -> bool:
    """Whether a version is within bounds such as ">=4.1,<5"; other kinds of bounds than these are left alone."""
    for bound in filter(None, (part.strip() for part in wanted.split(","))):
        found = re.fullmatch(r"(>=|<=|<|>)\s*([\d.]+)", bound)
        if found is None:
            continue
        this, that = _release(version), _release(found[2])
        if not {">=": this >= that, "<=": this <= that, "<": this < that, ">": this > that}[found[1]]:
            return False
    return True


def _release(version: str) -> tuple[int, ...]:
    """The numbers that a version begins with, without zeros at their end."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in found[0].split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def zones(name: str, now: dt.datetime) -> Finding:
    """Whether the data on time zones is there and not of old.

    Args:
        name: The user's zone.
        now: Aware.
    """
    try:
        local = now.astimezone(ZoneInfo(name))
        version = metadata.version("tzdata")
    except (KeyError, OSError, metadata.PackageNotFoundError):
        return fail("time zone", f"there is no data on {name}", _AGAIN)
    what = f"{name}, where it is {local:%H:%M} on {local:%A}"
    here = system.timezone()
    if here and here != name:
        what += f"; this computer is set to {here}, which changes nothing"
    year = _release(version)[:1]
    if year and year[0] < now.year - _OLD_ZONES:
        return warn("time zone", f"{what}; its rules are those of {version}", _AGAIN)
    return ok("time zone", what)


def clock(now: dt.datetime, told: Sequence[Told], last: dt.datetime | None) -> Finding:
    """Whether this computer's clock is right, as far as others tell, else whether it can be.

    Args:
        now: What it says; aware.
        told: What servers say.
        last: When the watcher last looked into a mailbox, by the same clock.
    """
    off = [one for one in told if one.ahead > _SLACK or (not one.at_least and one.ahead < -_SLACK)]
    if off:
        one = max(off, key=lambda one: abs(one.ahead))
        side = "behind" if one.ahead > dt.timedelta() else "ahead of"
        what = f"it is {_spoken(abs(one.ahead))} {side} {one.who}"
        return (fail if abs(one.ahead) > _WRONG else warn)("clock", what, _CLOCK)
    if last and last - now > _SLACK:
        return warn("clock", f"it has gone back by {_spoken(last - now)} since the last poll", _CLOCK)
    sure = [one.who for one in told if not one.at_least]
    if sure:
        return ok("clock", f"agrees with {sure[0]}")
    installed = dt.datetime.fromtimestamp(Path(str(watcher.__file__)).stat().st_mtime, dt.UTC)
    if installed - now > _SLACK:
        return fail("clock", f"it says {now:%Y-%m-%d %H:%M}, which is before this program was made", _CLOCK)
    return ok("clock", "behind none of the mail there is" if told else "plausible; no server was there to ask")


def _spoken(span: dt.timedelta) -> str:
    if span >= dt.timedelta(days=2):
        return f"{span.days} days"
    if span >= dt.timedelta(hours=2):
        return f"{span // dt.timedelta(hours=1)} hours"
    return f"{span // dt.timedelta(minutes=1)} minutes"
