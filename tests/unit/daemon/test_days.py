"""Days go by for the daemon: drafts on the morning they are due, a few at a time, and no burst after a long sleep."""

from __future__ import annotations

import datetime as dt
import email
import json
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.rehearsal import Rehearsal, Time
from watcher import demo

LONDON = ZoneInfo("Europe/London")
DAY = dt.date(2026, 11, 18)
_CONFIG = """\
[me]
name = "Elin Sorley"
addresses = ["elin.sorley@harbourpost.example"]
timezone = "Europe/London"
[state]
path = "state.db"
[daemon]
{daemon}
[[accounts]]
name = "sample"
provider = "maildir"
path = "{mail}"
"""


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    demo.deliver(demo.compose(DAY), tmp_path / "Maildir")
    return tmp_path / "Maildir"


def configured(mail: Path, daemon: str = "") -> Path:
    path = mail.parent / "config.toml"
    path.write_text(_CONFIG.format(daemon=daemon, mail=mail), encoding="utf-8")
    return path


def london(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=LONDON)


def written(mail: Path) -> list[dt.datetime]:
    """The moments at which the drafts in Drafts were written, in order."""
    paths = [path for part in ("cur", "new") for path in (mail / ".Drafts" / part).iterdir()]
    dates = (email.message_from_bytes(path.read_bytes())["Date"] for path in paths)
    return sorted(email.utils.parsedate_to_datetime(date) for date in dates)


def test_what_is_due_appears_at_nine_and_not_before(mail):
    when = Time(speed=600, begin=london("2026-11-18 07:10"))
    with Rehearsal(configured(mail, "drafts_at_once = 100\npoll_minutes = 1440"), when) as daemon:
        daemon.wait_for("polled", count=2)
    assert daemon.in_time
    assert len(daemon.events("polled")) == 2
    assert len(written(mail)) > 1
    assert all(london("2026-11-18 09:00") <= moment < london("2026-11-18 09:30") for moment in written(mail))


def test_a_few_an_hour_and_all_in_the_end(mail):
    when = Time(speed=900, begin=london("2026-11-18 09:30"))
    with Rehearsal(configured(mail, "drafts_at_once = 1"), when) as daemon:
        daemon.wait_for("polled", count=2, created=1)
    first, second = written(mail)
    assert dt.timedelta(hours=1) <= second - first < dt.timedelta(hours=2)


def test_after_days_of_sleep_there_is_one_poll_and_no_burst(mail):
    when = Time(speed=300, begin=london("2026-11-18 07:00"))
    with Rehearsal(configured(mail, "drafts_at_once = 2\npoll_minutes = 240"), when) as daemon:
        daemon.wait_for("polled")
        when.jump(dt.timedelta(days=1, hours=5))
        daemon.wait_for("the clock jumped, or this computer slept")
        daemon.wait_for("polled", created=2)
        before = len(daemon.events("polled"))
        daemon.until(lambda: when.now() > london("2026-11-19 12:30"))
    assert before == 2
    assert len(daemon.events("polled")) == 2
    assert len(written(mail)) == 2


def test_a_clock_put_back_by_years_stops_nothing(mail):
    when = Time(speed=600, begin=london("2026-11-18 12:00"))
    with Rehearsal(configured(mail), when) as daemon:
        daemon.wait_for("polled")
        when.jump(dt.timedelta(days=-2000))
        daemon.wait_for("the clock jumped, or this computer slept")
        daemon.wait_for("polled", count=3, seconds=10)


def test_the_computers_own_zone_does_not_matter(mail, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        test_what_is_due_appears_at_nine_and_not_before(mail)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_account_that_left_the_configuration_is_left_and_one_that_came_back_is_polled_by_one_thread(mail):
    when = Time(speed=60, begin=london("2026-11-18 12:00"))
    config = configured(mail)
    whole = config.read_text(encoding="utf-8")
    with Rehearsal(config, when) as daemon:
        daemon.wait_for("polled", account="sample")
        config.write_text(whole.replace('"sample"', '"other"'), encoding="utf-8")
        daemon.reload()
        daemon.wait_for("polled", account="other")
        config.write_text(whole, encoding="utf-8")
        daemon.reload()
        daemon.wait_for("configuration read", count=2)
        daemon.wait_for("polled", account="sample", count=2)
    assert daemon.in_time


def test_a_bug_stops_no_thread_for_good(mail, monkeypatch):
    from watcher.daemon import worker

    scans = iter([KeyError("a subject of a mail"), None])
    real = worker.scan_account

    def scan(*arguments: object) -> object:
        if (error := next(scans, None)) is not None:
            raise error
        return real(*arguments)

    monkeypatch.setattr(worker, "scan_account", scan)
    with Rehearsal(configured(mail), Time(speed=120, begin=london("2026-11-18 12:00"))) as daemon:
        daemon.wait_for("polled")
    (bug,) = daemon.events("bug")
    assert bug["error"] == "KeyError"
    assert "test_days.py" in bug["place"]
    assert "subject" not in json.dumps(bug)


def test_a_state_that_goes_is_told_of_and_its_return_is_enough(mail):
    when = Time(speed=300, begin=london("2026-11-18 12:00"))
    config = configured(mail)
    state = mail.parent / "state.db"
    with Rehearsal(config, when) as daemon:
        daemon.wait_for("polled")
        kept = state.read_bytes()
        state.chmod(0o400)
        state.write_bytes(b"")
        daemon.wait_for("state trouble")
        state.chmod(0o600)
        state.write_bytes(kept)
        daemon.wait_for("polled", count=2)
