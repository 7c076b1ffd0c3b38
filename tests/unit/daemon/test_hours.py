"""When new drafts may appear, over days that change their clocks and hours that run past midnight."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from watcher.calendar import calendar_for
from watcher.config import DAYS, HOLIDAYS
from watcher.daemon.hours import Hours

CHICAGO = ZoneInfo("America/Chicago")
US = calendar_for("US")
NIGHT = (dt.time(21), dt.time(9))


def local(text: str, zone: ZoneInfo = CHICAGO) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def test_by_default_drafts_appear_from_nine_to_nine():
    hours = Hours(CHICAGO, US, NIGHT)
    assert [hours.is_open(local(f"2026-03-16 {time}")) for time in ("08:59", "09:00", "20:59", "21:00", "00:00")] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_a_due_day_opens_at_nine_in_the_users_zone():
    hours = Hours(CHICAGO, US, NIGHT)
    assert hours.opening(dt.date(2026, 3, 17), local("2026-03-16 15:00")) == local("2026-03-17 09:00")
    sydney = Hours(ZoneInfo("Australia/Sydney"), US, NIGHT)
    assert sydney.opening(dt.date(2026, 3, 17), local("2026-03-16 15:00")) == local(
        "2026-03-17 09:00", ZoneInfo("Australia/Sydney")
    )


def test_without_quiet_hours_it_opens_at_midnight():
    assert Hours(CHICAGO, US).opening(dt.date(2026, 3, 17), local("2026-03-16 15:00")) == local("2026-03-17 00:00")


def test_a_day_that_has_begun_is_open_now_or_in_the_morning():
    hours = Hours(CHICAGO, US, NIGHT)
    assert hours.opening(dt.date(2026, 3, 10), local("2026-03-16 15:00")) == local("2026-03-16 15:00")
    assert hours.opening(dt.date(2026, 3, 10), local("2026-03-16 22:00")) == local("2026-03-17 09:00")


def test_quiet_days_and_holidays_are_passed_over():
    hours = Hours(CHICAGO, US, NIGHT, frozenset({"saturday", "sunday", HOLIDAYS}))
    assert hours.opening(dt.date(2026, 7, 3), local("2026-07-01 10:00")) == local("2026-07-06 09:00")


def test_quiet_hours_at_noon_leave_the_morning():
    hours = Hours(CHICAGO, US, (dt.time(12), dt.time(14)))
    assert hours.is_open(local("2026-03-16 11:59"))
    assert not hours.is_open(local("2026-03-16 12:00"))
    assert hours.opening(dt.date(2026, 3, 16), local("2026-03-16 12:30")) == local("2026-03-16 14:00")


def test_an_hour_that_the_clocks_skip_is_the_one_they_show():
    hours = Hours(CHICAGO, US, (dt.time(21), dt.time(2, 30)))  # 2026-03-08, 02:00 is followed by 03:00
    assert hours.opening(dt.date(2026, 3, 8), local("2026-03-07 22:00")) == local("2026-03-08 03:30")


zones = st.sampled_from(["America/Chicago", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"])
times = st.times().map(lambda time: time.replace(microsecond=0))
moments = st.integers(0, 5 * 365 * 86_400).map(
    lambda s: dt.datetime(2025, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=s)
)


@given(
    zones,
    st.none() | st.tuples(times, times).filter(lambda pair: pair[0] != pair[1]),
    st.frozensets(st.sampled_from([*DAYS, HOLIDAYS]), max_size=6),
    moments,
    st.integers(-400, 30),
)
def test_an_opening_is_open_and_not_before_its_day_or_now(zone, quiet, days, now, ahead):
    hours = Hours(ZoneInfo(zone), US, quiet, days)
    day = now.date() + dt.timedelta(days=ahead)
    opening = hours.opening(day, now)
    assert opening is not None
    assert opening >= now
    assert hours.is_open(opening)
    assert opening.astimezone(hours.zone).date() >= day
