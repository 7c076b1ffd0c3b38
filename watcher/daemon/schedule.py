"""When an account is polled next: pure functions from how it stands to how it stands then.

    went well     after its interval, or when the day begins on which a follow-up is due, if that is sooner
    failed        after a minute, two, four, ... up to an hour
    was refused   the same; after the third time without one that went well it is parked, and waits for its user
    there is news, the clock jumped, the configuration changed
                  soon, but never sooner than a minute after the last poll

All waits are spread by chance, so that accounts do not fall into step. A bad password tried once a minute gets whole
networks blocked, which is why three are enough.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from providers.base import Quota
from watcher.daemon.hours import Hours
from watcher.model import DraftState, StepKind
from watcher.scan import AccountReport, Process
from watcher.store import Standing

__all__ = [
    "LEAST",
    "LONGEST",
    "REFUSALS",
    "failed",
    "next_due",
    "pause",
    "refused",
    "scanned",
    "soon",
    "started",
    "went_well",
    "with_quota",
]

LEAST: Final = dt.timedelta(minutes=1)
"""Between the beginnings of two polls, whatever asks for them."""
LONGEST: Final = dt.timedelta(hours=1)
"""Between two tries of an account that fails."""
REFUSALS: Final = 3
_SPREAD: Final = 0.1
"""An interval is lengthened or shortened by up to so much of it."""
_SOON: Final = dt.timedelta(minutes=1)
"""Over how long polls are spread that would all begin now."""
_DOUBLINGS: Final = 6


def went_well(
    standing: Standing, began: dt.datetime, now: dt.datetime, interval: dt.timedelta, hours: Hours, chance: float
) -> Standing:
    """After a poll that went well; `next_due` was set before.

    Args:
        standing: How the account stood.
        began: When the poll began.
        now: When it ended.
        interval: The account's own.
        hours: When drafts may appear.
        chance: From 0 up to 1.
    """
    following = now + interval * (1 + _SPREAD * (2 * chance - 1))
    opening = hours.opening(standing.next_due, now) if standing.next_due else None
    if opening and opening > now:  # where drafts may appear already and wait for their turn, the interval does
        following = min(following, opening + _SOON * chance)
    return replace(
        standing, polled=began, succeeded=began, next_poll=following, failures=0, refusals=0, trouble="", hint=""
    )


def failed(
    standing: Standing, began: dt.datetime, now: dt.datetime, trouble: str, hint: str, chance: float
) -> Standing:
    """After a poll that failed for any reason but a refused sign-in."""
    failures = standing.failures + 1
    wait = min(LONGEST, LEAST * 2 ** min(standing.failures, _DOUBLINGS)) * (1 - 2 * _SPREAD * chance)
    following = now + max(LEAST, wait)
    return replace(standing, polled=began, next_poll=following, failures=failures, trouble=trouble, hint=hint)


def refused(
    standing: Standing, began: dt.datetime, now: dt.datetime, trouble: str, hint: str, chance: float
) -> Standing:
    """After a sign-in that the server refused: parked after the third since one that went well."""
    after = failed(standing, began, now, trouble, hint, chance)
    refusals = standing.refusals + 1
    if refusals < REFUSALS:
        return replace(after, refusals=refusals)
    return replace(after, refusals=refusals, parked=now, next_poll=None)


def scanned(standing: Standing, report: AccountReport, now: dt.datetime, today: dt.date) -> Standing:
    """After a scan that the user ran: it counts as a poll does. One that went well frees an account that was parked.

    Args:
        standing: How the account stood.
        report: What the scan came to.
        now: When it was.
        today: The user's day then.
    """
    standing = replace(with_quota(standing, report.quota), next_due=next_due(report.processes, today))
    if not report.ok:
        after_that = refused if report.refused else failed
        return after_that(standing, now, now, report.error or "", report.hint, 0)
    return replace(
        standing,
        polled=now,
        succeeded=now,
        next_poll=None,
        failures=0,
        refusals=0,
        parked=None,
        trouble="",
        hint="",
    )


def with_quota(standing: Standing, quota: Quota | None) -> Standing:
    """With what was spent of what the server counts, where it counts anything."""
    if quota is None:
        return standing
    return replace(standing, units=quota.units, units_per_minute=quota.units_per_minute)


def started(standing: Standing, now: dt.datetime, chance: float) -> Standing:
    """When the daemon begins: at once, but for what failed the wait goes on, so that a restart is no way round it."""
    if not standing.failures or standing.next_poll is None:
        return soon(standing, now, chance * 0.1)
    return replace(standing, next_poll=_a_minute_after(standing, now, standing.next_poll))


def soon(standing: Standing, now: dt.datetime, chance: float) -> Standing:
    """When something may have changed: news, a jump of the clock, another configuration.

    An account that was refused is not tried any sooner for that, and one that is parked not at all.
    """
    if standing.parked:
        return standing
    following = now + _SOON * chance
    if standing.next_poll and (standing.refusals or standing.next_poll < following):
        following = min(standing.next_poll, now + LONGEST)  # a clock put back leaves no wait of months
    return replace(standing, next_poll=_a_minute_after(standing, now, following))


def _a_minute_after(standing: Standing, now: dt.datetime, following: dt.datetime) -> dt.datetime:
    """`following`, or a minute after the last poll where that is later: a poll amid which we crashed counts as well."""
    if standing.polled is None or standing.polled > now:  # the clock was put back
        return following
    return max(following, standing.polled + LEAST)


def pause(standing: Standing, now: dt.datetime, since: float, interval: dt.timedelta) -> float:
    """Seconds until the next poll, 0 where it is time. Never more than it can have been meant to be.

    Args:
        standing: Of an account that is not parked.
        now: The wall clock, which may have jumped.
        since: Seconds by the steady clock since the last poll began; so no clock that is set leads to a burst.
        interval: The account's own.
    """
    longest = max(interval * (1 + _SPREAD), LONGEST if standing.failures else interval)
    wanted = min(standing.next_poll - now, longest) if standing.next_poll else dt.timedelta()
    return max(0.0, wanted.total_seconds(), LEAST.total_seconds() - since)


def next_due(found: Iterable[Process], today: dt.date) -> dt.date | None:
    """The next day on which there is something to do: a follow-up ahead, a call, or one that waits for its turn."""
    return min(
        (
            process.step.due
            for process in found
            if process.step.due and (process.step.is_draft or process.step.kind is StepKind.CALL)
            if process.draft is DraftState.DUE or process.step.due > today
        ),
        default=None,
    )
