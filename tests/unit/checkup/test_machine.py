"""Python, packages, time zones and the clock."""

import datetime as dt
from importlib import metadata

import pytest

from watcher.checkup import machine
from watcher.checkup.finding import Level, fail, ok, warn, worst
from watcher.checkup.machine import Told, clock, fits, packages, python, zones

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("version", "wanted", "right"),
    [
        ("4.1.0", ">=4.1,<5", True),
        ("4.1", ">=4.1.0", True),
        ("4.0.9", ">=4.1,<5", False),
        ("5.0", "<5,>=4.1", False),
        ("5.0rc1", "<5", False),
        ("25.10", ">=25.7", True),
        ("1!2.0", ">=1", True),
        ("3.11.7", ">=3.11,<3.14", True),
        ("1.0", "", True),
        ("1.0", "~=2.0", True),
        ("2", "<=2, >1", True),
    ],
)
def test_versions_are_numbers(version, wanted, right):
    assert fits(version, wanted) is right


def test_this_python_and_its_packages_are_well():
    assert python().level is Level.OK
    assert [finding.level for finding in packages()] == [Level.OK]


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 14, 0), (2, 7)])
def test_another_python_is_told(version):
    assert python(version).level is Level.FAIL
    assert "3.11" in python(version).what


def test_packages_that_are_missing_or_too_old_are_told(monkeypatch):
    lines = ["rich>=15", "gone>=1", 'msal>=1; extra == "microsoft"', "old[x]<2,>=1.5"]
    there = {"rich": "15.0", "old": "1.4"}

    def version(name):
        if name not in there:
            raise metadata.PackageNotFoundError(name)
        return there[name]

    monkeypatch.setattr(machine.metadata, "requires", lambda _: lines)
    monkeypatch.setattr(machine.metadata, "version", version)
    found = list(packages())
    assert [(finding.level, finding.what) for finding in found] == [
        (Level.FAIL, "gone is missing"),
        (Level.FAIL, "old is 1.4, and should be <2,>=1.5"),
    ]
    assert all("install" in finding.mend for finding in found)


def test_the_zone_tells_its_time():
    found = zones("Europe/London", NOW)
    assert (found.level, "it is 09:00 on Sunday" in found.what) == (Level.OK, True)


def test_a_zone_without_data_is_told():
    assert zones("Europe/Nowhere", NOW).level is Level.FAIL


def test_zones_of_long_ago_are_told():
    assert zones("Europe/London", NOW.replace(year=2036)).level is Level.WARN


def test_another_zone_of_the_computer_is_no_trouble(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert "set to Asia/Tokyo" in zones("Europe/London", NOW).what


@pytest.mark.parametrize(
    ("told", "level", "word"),
    [
        ([], Level.OK, "plausible"),
        ([Told("a server", MINUTE)], Level.OK, "agrees with a server"),
        ([Told("a server", -MINUTE)], Level.OK, "agrees with a server"),
        ([Told("a server", 10 * MINUTE)], Level.WARN, "10 minutes behind a server"),
        ([Told("a server", -10 * MINUTE)], Level.WARN, "10 minutes ahead of a server"),
        ([Told("a server", -3 * HOUR)], Level.FAIL, "3 hours ahead of a server"),
        ([Told("a mail", -1000 * HOUR, at_least=True)], Level.OK, "behind none of the mail"),
        ([Told("a mail", 100 * HOUR, at_least=True)], Level.FAIL, "4 days behind a mail"),
        ([Told("a", MINUTE), Told("b", 5 * MINUTE), Told("c", 9 * MINUTE)], Level.WARN, "behind c"),
    ],
)
def test_the_clock_is_held_against_what_others_say(told, level, word):
    found = clock(dt.datetime.now(dt.UTC), told, None)
    assert found.level is level
    assert word in found.what
    assert bool(found.mend) == (level is not Level.OK)


def test_a_clock_that_went_back_is_told():
    found = clock(NOW, [], NOW + 3 * HOUR)
    assert (found.level, "gone back by 3 hours" in found.what) == (Level.WARN, True)


def test_a_clock_before_the_program_was_made_is_wrong():
    assert clock(NOW.replace(year=1970), [], None).level is Level.FAIL


def test_the_worst_counts():
    assert worst([]) is Level.OK
    assert worst([ok("a", "b"), warn("a", "b", "c"), ok("a", "b")]) is Level.WARN
    assert worst([fail("a", "b", "c"), warn("a", "b", "c")]) == 2
