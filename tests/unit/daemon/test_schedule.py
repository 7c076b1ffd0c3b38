"""When accounts are polled: never busily, later and later where it fails, and on the morning of a due day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import process
from watcher.calendar import calendar_for
from watcher.daemon import schedule
from watcher.daemon.hours import Hours
from watcher.daemon.schedule import LEAST, LONGEST
from watcher.model import DraftState, Step, StepKind
from watcher.scan import Process
from watcher.store import Standing

NOW = dt.datetime(2026, 3, 16, 15, tzinfo=dt.UTC)
HOURS = Hours(ZoneInfo("America/Chicago"), calendar_for("US"), (dt.time(21), dt.time(9)))
TEN = dt.timedelta(minutes=10)
MINUTE = dt.timedelta(minutes=1)

chances = st.floats(0, 1, exclude_max=True)
intervals = st.integers(1, 1440).map(lambda minutes: dt.timedelta(minutes=minutes))


def well(standing: Standing, now: dt.datetime = NOW, chance: float = 0.5, interval: dt.timedelta = TEN) -> Standing:
    return schedule.went_well(standing, now, now, interval, HOURS, chance)


def test_after_a_poll_that_went_well_the_next_is_an_interval_later():
    assert well(Standing("home")).next_poll == NOW + TEN


@given(chances, intervals)
def test_intervals_are_spread_by_a_tenth_and_no_more(chance, interval):
    following = well(Standing("home"), chance=chance, interval=interval).next_poll - NOW
    assert interval * 0.9 <= following <= interval * 1.1


def test_what_went_wrong_before_is_forgotten():
    before = Standing("home", failures=4, refusals=2, trouble="no answer", hint="wait")
    after = well(before)
    assert (after.failures, after.refusals, after.trouble, after.hint, after.succeeded) == (0, 0, "", "", NOW)


def test_the_morning_of_a_due_day_comes_before_the_interval():
    night = dt.datetime(2026, 3, 17, 13, 55, tzinfo=dt.UTC)  # 08:55 in Chicago
    standing = Standing("home", next_due=dt.date(2026, 3, 17))
    assert well(standing, night, chance=0).next_poll == dt.datetime(2026, 3, 17, 14, tzinfo=dt.UTC)
    assert well(standing, night, chance=0.99).next_poll < dt.datetime(2026, 3, 17, 14, 1, tzinfo=dt.UTC)


def test_what_waits_for_its_turn_within_hours_waits_for_the_interval():
    assert well(Standing("home", next_due=dt.date(2026, 3, 10))).next_poll == NOW + TEN


def test_failures_are_tried_again_more_and_more_slowly_up_to_an_hour():
    standing, waits = Standing("home"), []
    for _ in range(9):
        standing = schedule.failed(standing, NOW, NOW, "no answer", "wait", 0)
        waits.append((standing.next_poll - NOW) / MINUTE)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert (standing.failures, standing.trouble, standing.hint) == (9, "no answer", "wait")


@given(st.integers(0, 10_000), chances)
def test_no_wait_is_shorter_than_a_minute_or_longer_than_an_hour(failures, chance):
    after = schedule.failed(Standing("home", failures=failures), NOW, NOW, "", "", chance)
    assert LEAST <= after.next_poll - NOW <= LONGEST


def test_the_third_refusal_parks_the_account():
    standing = Standing("home")
    for _ in range(3):
        assert standing.parked is None
        standing = schedule.refused(standing, NOW, NOW, "the password", "watcher auth home", 0)
    assert standing.parked == NOW
    assert standing.next_poll is None


def test_a_network_that_fails_in_between_is_no_way_round_it():
    standing = Standing("home")
    for _ in range(2):
        standing = schedule.refused(standing, NOW, NOW, "the password", "", 0)
        standing = schedule.failed(standing, NOW, NOW, "no answer", "", 0)
    assert schedule.refused(standing, NOW, NOW, "the password", "", 0).parked


def test_news_is_looked_into_soon_but_not_within_a_minute_of_the_last_poll():
    assert schedule.soon(well(Standing("home")), NOW + 5 * MINUTE, 0).next_poll == NOW + 5 * MINUTE
    assert schedule.soon(well(Standing("home")), NOW + dt.timedelta(seconds=10), 0).next_poll == NOW + MINUTE


@given(st.integers(0, 120), st.none() | st.integers(-120, 120), st.integers(0, 2), st.integers(0, 2), chances)
def test_nothing_asks_for_a_poll_within_a_minute_of_the_last(since, following, failures, refusals, chance):
    """As after a crash amid a poll: what was meant to come next is past by then."""
    following = None if following is None else NOW + dt.timedelta(seconds=following)
    polled = NOW - dt.timedelta(seconds=since)
    standing = Standing("home", polled=polled, next_poll=following, failures=failures, refusals=refusals)
    for after in (schedule.soon(standing, NOW, chance), schedule.started(standing, NOW, chance)):
        assert after.next_poll >= polled + LEAST


@given(chances)
def test_news_puts_no_poll_off(chance):
    standing = well(Standing("home"))
    assert schedule.soon(standing, NOW + TEN - dt.timedelta(seconds=5), chance).next_poll <= standing.next_poll


def test_a_parked_account_is_woken_by_nothing():
    parked = Standing("home", parked=NOW)
    assert schedule.soon(parked, NOW, 0) == parked
    assert schedule.started(parked, NOW, 0) == parked


def test_a_refused_account_is_tried_no_sooner_for_news():
    refused = schedule.refused(schedule.refused(Standing("home"), NOW, NOW, "", "", 0), NOW, NOW, "", "", 0)
    assert schedule.soon(refused, NOW, 0).next_poll == refused.next_poll


def test_a_restart_polls_what_is_well_and_waits_on_for_what_failed():
    assert schedule.started(well(Standing("home")), NOW + 5 * MINUTE, 0).next_poll == NOW + 5 * MINUTE
    failing = replace(schedule.failed(Standing("home", failures=9), NOW, NOW, "", "", 0))
    assert schedule.started(failing, NOW + 5 * MINUTE, 0) == failing


def test_a_daemon_that_is_restarted_all_the_time_polls_once_a_minute():
    standing = well(Standing("home"))
    assert schedule.started(standing, NOW + dt.timedelta(seconds=1), 0).next_poll == NOW + LEAST


@given(st.integers(-(10**7), 10**7), chances, intervals, st.integers(0, 9))
def test_a_clock_that_is_set_leaves_no_wait_longer_than_was_meant(seconds, chance, interval, failures):
    standing = Standing("home", failures=failures)
    if failures:
        standing = schedule.failed(standing, NOW, NOW, "", "", chance)
    else:
        standing = well(standing, chance=chance, interval=interval)
    jumped = NOW + dt.timedelta(seconds=seconds)
    most = max(interval * 1.1, LONGEST).total_seconds()
    assert schedule.pause(standing, jumped, 3600, interval) <= most
    assert schedule.pause(schedule.soon(standing, jumped, chance), jumped, 3600, interval) <= most


events = st.sampled_from(["well", "failed", "refused", "news", "forward", "back", "restart"])


@given(st.lists(st.tuples(events, chances), min_size=1, max_size=60), intervals)
def test_whatever_happens_polls_begin_a_minute_apart_and_three_refusals_end_them(story, interval):
    """The wall clock jumps as it likes; the steady one tells how often the server was asked."""
    wall, steady, last, refusals = NOW, 0.0, float("-inf"), 0
    standing = schedule.started(Standing("home"), wall, 0.5)
    for event, chance in story:
        if event in ("forward", "back"):
            wall += dt.timedelta(days=chance * (30 if event == "forward" else -30))
            standing = schedule.soon(standing, wall, chance)
            continue
        if event == "news":
            standing = schedule.soon(standing, wall, 0)
            continue
        if event == "restart":
            standing = schedule.started(standing, wall, chance)
            continue
        if standing.parked:
            assert refusals >= schedule.REFUSALS
            break
        waited = schedule.pause(standing, wall, steady - last, interval)
        assert waited >= 0
        wall, steady = wall + dt.timedelta(seconds=waited), steady + waited
        assert steady - last > LEAST.total_seconds() - 1e-6
        last = steady
        if event == "well":
            standing, refusals = schedule.went_well(standing, wall, wall, interval, HOURS, chance), 0
        elif event == "failed":
            standing = schedule.failed(standing, wall, wall, "", "", chance)
        else:
            standing, refusals = schedule.refused(standing, wall, wall, "", "", chance), refusals + 1
        assert bool(standing.parked) == (refusals >= schedule.REFUSALS)


@pytest.mark.parametrize(
    ("kind", "due", "draft", "expected"),
    [
        (StepKind.CHECK_IN, dt.date(2026, 3, 20), DraftState.NONE, dt.date(2026, 3, 20)),
        (StepKind.CHECK_IN, dt.date(2026, 3, 16), DraftState.DUE, dt.date(2026, 3, 16)),
        (StepKind.CHECK_IN, dt.date(2026, 3, 16), DraftState.EXISTS, None),
        (StepKind.CALL, dt.date(2026, 3, 20), DraftState.NONE, dt.date(2026, 3, 20)),
        (StepKind.REPLY, dt.date(2026, 3, 20), DraftState.NONE, None),
        (StepKind.NONE, None, DraftState.NONE, None),
    ],
)
def test_what_is_due_next(kind, due, draft, expected):
    found = [Process(process(), Step(kind, due, (), "so"), draft, NOW)]
    assert schedule.next_due(found, NOW.date()) == expected
