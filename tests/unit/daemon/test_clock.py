"""Sleeps and jumps of the clock are told from time that went by."""

from __future__ import annotations

import datetime as dt

import pytest

from watcher.daemon.clock import Clock, Reading, jump

NOW = dt.datetime(2026, 3, 16, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("told", "went_by", "found"),
    [
        (30, 30, None),
        (31, 29, None),
        (30, 75, None),  # a busy computer
        (3630, 30, 3600),  # asleep for an hour, the steady clock with it
        (3630, 3630, 3600),  # asleep for an hour, the steady clock awake
        (-7170, 30, -7200),  # set back
        (45, 30, None),  # corrected by a server
    ],
)
def test_what_is_a_jump(told, went_by, found):
    after = Reading(NOW + dt.timedelta(seconds=told), 100.0 + went_by)
    assert jump(Reading(NOW, 100.0), after, 30) == (None if found is None else dt.timedelta(seconds=found))


def test_a_clock_reads_utc_and_waits_at_its_speed():
    assert Clock().now().tzinfo is dt.UTC
    assert Clock(speed=60).real(120) == 2
