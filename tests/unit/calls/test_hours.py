"""A good hour: by their clock, on a business day, not right after lunch and not late, and not while I sleep."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, ME, MINE, OMAR, ZONE, mail, moment, process
from watcher.calendar import calendar_for
from watcher.calls.hours import good_hours, zone_of
from watcher.model import Entry, Thread

US = calendar_for("US")
LONDON, SYDNEY, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("Australia/Sydney"), ZoneInfo("America/New_York")
TUESDAY = dt.date(2026, 3, 17)


@pytest.mark.parametrize(
    ("due", "now", "theirs", "start"),
    [
        # the day itself, in the morning
        (TUESDAY, "2026-03-17 08:00", NEW_YORK, "2026-03-17T10:00-04:00"),
        # it is late in the morning: after lunch, and not right after it
        (TUESDAY, "2026-03-17 10:20", NEW_YORK, "2026-03-17T14:30-04:00"),
        # the day is over: the next
        (TUESDAY, "2026-03-17 18:00", NEW_YORK, "2026-03-18T10:00-04:00"),
        # it was due last week
        (dt.date(2026, 3, 9), "2026-03-17 08:00", NEW_YORK, "2026-03-17T10:00-04:00"),
        # it is due on a Saturday
        (dt.date(2026, 3, 21), "2026-03-17 08:00", NEW_YORK, "2026-03-23T10:00-04:00"),
        # their morning is my night: their afternoon
        (TUESDAY, "2026-03-16 08:00", LONDON, "2026-03-17T14:30+00:00"),
        # on the other side of the world
        (TUESDAY, "2026-03-16 08:00", SYDNEY, "2026-03-17T10:00+11:00"),
        # nothing tells their zone: mine
        (TUESDAY, "2026-03-16 08:00", None, "2026-03-17T10:00-05:00"),
    ],
)
def test_the_first_good_hours(due: dt.date, now: str, theirs: ZoneInfo | None, start: str) -> None:
    found = good_hours(due, moment(now), theirs, ZONE, US)
    assert found.start.isoformat(timespec="minutes") == start
    assert found.known is (theirs is not None)


@given(
    st.integers(0, 700 * 24 * 60).map(lambda minutes: dt.timedelta(minutes=minutes)),
    st.integers(-40, 40),
    st.sampled_from(["Europe/London", "Asia/Kolkata", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Honolulu"]),
    st.sampled_from(["America/Chicago", "Europe/Berlin", "Australia/Perth", "Pacific/Auckland"]),
)
def test_never_at_lunch_never_late_never_past(later: dt.timedelta, days: int, theirs: str, mine: str) -> None:
    now = dt.datetime(2026, 1, 1, tzinfo=ZoneInfo(mine)) + later
    found = good_hours(now.date() + dt.timedelta(days=days), now, ZoneInfo(theirs), ZoneInfo(mine), US)
    start, end = found.start.time(), found.end.time()
    assert (dt.time(10) <= start and end <= dt.time(11, 30)) or (dt.time(14, 30) <= start and end <= dt.time(16))
    assert found.end > now
    assert US.is_business_day(found.start.date())


def written(*offsets: tuple[str, str]) -> tuple[Thread, ...]:
    """A thread of mails by Dana (or Omar), each written at an offset."""
    entries: list[Entry] = []
    for number, (name, offset) in enumerate(offsets, 1):
        sender = {"dana": DANA, "omar": OMAR, "me": MINE}[name]
        entry = mail(number, "2026-03-02 10:00", sender)
        sent = dt.datetime.fromisoformat(f"2026-03-0{number}T10:00{offset}")
        entries.append(replace(entry, envelope=replace(entry.envelope, sent=sent)))
    return (Thread("t", "s", tuple(entries)),)


@pytest.mark.parametrize(
    ("mails", "zone"),
    [
        ([("dana", "-05:00")], "America/New_York"),
        ([("dana", "-05:00"), ("dana", "-08:00")], "America/Los_Angeles"),
        ([("dana", "-08:00"), ("dana", "+00:00")], "America/Los_Angeles"),  # a server's clock tells nothing
        ([("dana", "+00:00"), ("omar", "-07:00")], "America/Denver"),  # a colleague's
        ([("dana", "-08:00"), ("omar", "-05:00")], "America/Los_Angeles"),
        ([("me", "-05:00")], None),
        ([], None),
    ],
)
def test_their_zone_is_that_of_their_mails(mails: list[tuple[str, str]], zone: str | None) -> None:
    found = zone_of(process(threads=written(*mails)), DANA, ME)
    assert (found and found.key) == zone
