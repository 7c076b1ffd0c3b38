"""What came of a trial: figures for people, and what breaks a promise."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.soak.trial import Hour, Outcome
from bench.soak.vitals import Vitals

__all__ = ["figures", "verdict"]

_MOST_REQUESTS = 400
"""Requests of one account within an hour that nothing but a storm exceeds: twelve polls and as many waits for news."""
_MOST_UNITS = 3_000
"""The same in units of Gmail's quota, half of what one minute allows; the first look back apart."""
_MOST_POLLS = 12
_MOST_GROWTH = 0.2
"""Megabytes a day over the second half: six in a month."""


def verdict(outcome: Outcome) -> list[str]:
    """What went wrong; nothing where all is well."""
    found = list(outcome.faults)
    later = outcome.hours[len(outcome.mornings) * 2 :]  # the first look back apart
    found += [f"a storm: {hour}" for hour in later if _is_storm(hour)]
    if len(outcome.sampled) > 10 * 24 and (growth := _growth(_second_half(outcome))) > _MOST_GROWTH:
        found.append(f"memory grows by {growth:.2f} MB a day")
    for name in ("threads", "descriptors"):
        settled = [getattr(v, name) for _, v in outcome.sampled[6:]]
        if len(settled) > 48 and max(settled[-24:]) > max(settled[:24]) + 4:
            found.append(f"{name} grow from {max(settled[:24])} to {max(settled[-24:])}")
    return found


def figures(outcome: Outcome) -> Iterator[str]:
    """Lines for people."""
    days = len(outcome.sampled) / 24
    yield f"{days:.0f} days in {outcome.seconds / 60:.0f} minutes"
    yield f"mails delivered: {outcome.delivered}; mornings looked at late: {outcome.late}"
    deeds = Counter(one.deed for one in outcome.injected)
    down = sum((one.lasts for one in outcome.injected if one.account), dt.timedelta()).total_seconds() / 3600
    yield f"injected: {', '.join(f'{count} {deed}' for deed, count in deeds.items())}; servers away {down:.0f} hours"
    alone, beside = outcome.longest[False], outcome.longest[True]
    yield f"longest turn {alone:.1f} s, {beside:.1f} s beside a frozen server; not waited for: {outcome.creeps}"
    for name, mornings in outcome.mornings.items():
        right = sum(not morning.misses for _, morning in mornings)
        drafts = sum(morning.there for _, morning in mornings)
        made = len(outcome.drafts[name])
        yield (
            f"{name:10} {right} of {len(mornings)} mornings right, {outcome.unseen[name]} unseen; drafts there "
            f"{drafts}, made {made}, second ones {sum(morning.doubled for _, morning in mornings)}"
        )
    for name in outcome.mornings:
        yield f"{name:10} {_asked([hour for hour in outcome.hours if hour.account == name])}"
    if outcome.log:
        events = Counter[str]()
        for (_, event), count in outcome.log.counts.items():
            events[event] += count
        yield "log: " + ", ".join(f"{count} {event}" for event, count in sorted(events.items()))
    for day in (1, 5, 15, 30, 45, 60):
        if (hour := day * 24 - 1) < len(outcome.sampled):
            yield f"day {day}: {_held(outcome.sampled[hour][1])}"
    if len(outcome.sampled) > 48:
        yield f"growth over the second half: {_growth(_second_half(outcome)):+.3f} MB a day"
    if outcome.sampled:
        last = outcome.sampled[-1][1]
        yield f"processor: {last.seconds:.0f} s, {last.seconds / (days * 864):.2f} % of a core of the simulated time"


def _is_storm(hour: Hour) -> bool:
    return hour.requests > _MOST_REQUESTS or hour.units > _MOST_UNITS or hour.polls > _MOST_POLLS


def _asked(hours: Sequence[Hour]) -> str:
    requests = sorted(hour.requests for hour in hours)
    polls = sorted(hour.polls for hour in hours)
    units = sorted(hour.units for hour in hours)
    told = f"requests an hour: median {statistics.median(requests):g}, most {requests[-1]}; "
    told += f"polls: median {statistics.median(polls):g}, most {polls[-1]}"
    if units[-1]:
        told += f"; units: median {statistics.median(units):g}, most {units[-1]}, quietest {units[0]}"
    return told


def _held(found: Vitals) -> str:
    return f"{found.megabytes:.1f} MB, {found.threads} threads, {found.descriptors} descriptors"


def _second_half(outcome: Outcome) -> Sequence[tuple[dt.datetime, Vitals]]:
    return outcome.sampled[len(outcome.sampled) // 2 :]


def _growth(sampled: Sequence[tuple[dt.datetime, Vitals]]) -> float:
    """Megabytes a day: the slope of the line that fits best."""
    days = [(at - sampled[0][0]).total_seconds() / 86400 for at, _ in sampled]
    return statistics.linear_regression(days, [found.megabytes for _, found in sampled]).slope
