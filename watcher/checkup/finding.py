"""What a look at one part came to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

__all__ = ["Finding", "Level", "fail", "ok", "warn", "worst"]


class Level(IntEnum):
    """How a part is; the number is the exit status of a command that finds nothing worse."""

    OK = 0
    WARN = 1
    """It works, and should be looked at."""
    FAIL = 2
    """It does not work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One part, how it is, and what to do."""

    part: str
    """In a word or two, the same each time."""
    level: Level
    what: str
    """A sentence without its full stop."""
    mend: str = ""
    """What to do about it; empty where there is nothing to be done."""
    account: str = ""
    """Whose part it is; empty where it is no account's."""


def ok(part: str, what: str, *, account: str = "") -> Finding:
    """A part that is well."""
    return Finding(part, Level.OK, what, account=account)


def warn(part: str, what: str, mend: str, *, account: str = "") -> Finding:
    """A part that works, and should be looked at."""
    return Finding(part, Level.WARN, what, mend, account)


def fail(part: str, what: str, mend: str, *, account: str = "") -> Finding:
    """A part that does not work."""
    return Finding(part, Level.FAIL, what, mend, account)


def worst(findings: Iterable[Finding]) -> Level:
    """The worst level among them."""
    return max((finding.level for finding in findings), default=Level.OK)
