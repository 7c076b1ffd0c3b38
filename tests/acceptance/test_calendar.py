"""`watcher calendar`."""

import icalendar
import pytest

from tests.acceptance.conftest import NOW


@pytest.fixture
def scanned(quick, home):
    """What the scan found due."""
    found = quick("scan", "--config", home.config, "--now", NOW, "--json").data
    return [a for a in found["applications"] if a["next_step"]["due"]]


def export(quick, home, *arguments):
    return quick("calendar", *arguments, "--config", home.config, "--now", NOW)


def test_the_feed_holds_every_due_and_nothing_is_asked_or_written(quick, home, scanned):
    before = home.picture()
    ended = export(quick, home)
    events = icalendar.Calendar.from_ical(ended.out).walk("VEVENT")
    assert (ended.status, ended.err) == (0, "")
    assert len(events) == len(scanned)
    assert all(any(a["company"] in event["summary"] for a in scanned) for event in events)
    assert all(len(event.walk("VALARM")) == 1 for event in events)
    assert home.picture() == before


def test_it_is_put_into_a_file_for_the_user_alone_and_later_as_they_set_it(quick, home, scanned):
    file = home.folder / "follow-ups.ics"
    ended = export(quick, home, "--out", file)
    assert (ended.status, ended.out) == (0, "")
    assert f"{len(scanned)} dues in" in ended.err
    assert file.stat().st_mode & 0o777 == 0o600
    first = file.read_bytes()
    file.chmod(0o644)
    export(quick, home, "--out", file)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (first, 0o644)
    assert [each.name for each in home.folder.glob("*follow-ups*")] == ["follow-ups.ics"]


@pytest.mark.usefixtures("scanned")
def test_a_file_that_cannot_be_written_is_named(quick, home):
    ended = export(quick, home, "--out", home.folder / "nowhere" / "x.ics")
    assert (ended.status, ended.out) == (2, "")
    assert "cannot be written" in ended.err
    assert not (home.folder / "nowhere").exists()


def test_before_the_first_scan_it_is_empty(quick, home):
    assert not icalendar.Calendar.from_ical(export(quick, home).out).walk("VEVENT")
