"""When the daemon tells, with its time sped up."""

from __future__ import annotations

import datetime as dt
import io
import json
import time

import pytest

from tests.rehearsal import Time
from tests.unit.builders import DANA, ZONE
from tests.unit.notices.scene import NOW, standing_process
from watcher.calendar import calendar_for
from watcher.daemon import herald
from watcher.daemon.herald import Daily, Herald, Manner
from watcher.daemon.hours import Hours
from watcher.errors import StateError
from watcher.logs import start_log
from watcher.model import Reply, Side
from watcher.notices.kinds import NewsKind
from watcher.store import Standing, open_store

NIGHT = (dt.time(21), dt.time(9))
MINUTE = dt.timedelta(minutes=1)


class Heard:
    """A channel that keeps what it is told."""

    name = "heard"

    def __init__(self) -> None:
        self.titles: list[str] = []

    def is_here(self):
        return True

    def tell(self, notice, leave):
        self.titles.append(notice.title)


class Stage:
    """A herald over a state of its own, in which accounts are polled by hand."""

    def __init__(self, folder, when, **manner) -> None:
        self.heard, self.when, self.log = Heard(), when, io.StringIO()
        self.store = open_store(folder / "state.db")
        self._folder = folder
        self.manner = Manner(**{"hours": Hours(ZONE, calendar_for("US"), NIGHT), "channels": (self.heard,)} | manner)
        self.start()

    def start(self) -> None:
        log = start_log(self.log, as_json=True, verbose=True)
        self.herald = Herald(self.manner, self._folder / "state.db", self.when.clock, log)
        self.herald.begin()

    def restart(self) -> None:
        self.stop()
        self.start()

    def stop(self) -> None:
        self.herald.leave()
        self.herald.join(10)
        assert not self.herald.is_alive

    def poll(self, *numbers: int, account: str = "home") -> None:
        """A poll that finds a process for each number, with a mail that was written a minute ago."""
        now = self.when.now()
        found = [
            standing_process(
                id=f"p{n}",
                account=account,
                company=f"Firm {n}",
                last_of_theirs=Reply(Side.THEM, DANA.email, now - MINUTE, f"<{n}@x>"),
            )
            for n in numbers
        ]
        self.herald.hear(account, found, self.store, now)

    def until(self, condition) -> None:
        deadline = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < deadline, self.log.getvalue()
            time.sleep(0.01)

    def events(self, event):
        return [r for r in map(json.loads, self.log.getvalue().splitlines()) if r["event"] == event]


@pytest.fixture
def staged(tmp_path):
    made = []

    def stage(begin: dt.datetime = NOW, speed: float = 60, **manner) -> Stage:
        made.append(Stage(tmp_path, Time(speed, begin.astimezone(dt.UTC)), **manner))
        return made[-1]

    yield stage
    for each in made:
        each.stop()
        each.store.close()


def test_a_reply_is_told_once_however_often_it_is_seen(staged):
    stage = staged()
    stage.poll()
    stage.poll(1)
    stage.until(lambda: stage.heard.titles)
    for _ in range(3):
        stage.poll(1)
        time.sleep(0.1)
    stage.restart()
    stage.poll(1)
    time.sleep(1.5)  # a minute and a half
    assert stage.heard.titles == ["Reply from Firm 1"]


def test_what_several_accounts_have_at_once_is_gathered(staged):
    stage = staged()
    for account in ("home", "work"):
        stage.poll(account=account)
    stage.poll(1, 2, account="home")
    stage.poll(3, 4, account="work")
    stage.until(lambda: stage.heard.titles)
    assert stage.heard.titles == ["4 things are new"]


def test_a_storm_is_a_notice_a_minute(staged):
    stage = staged(speed=120)
    stage.poll()
    begun = stage.when.now()
    for number in range(60):
        stage.poll(*range(number * 5, number * 5 + 5))
        time.sleep(0.05)
    stage.until(lambda: len(stage.heard.titles) >= 2)
    assert len(stage.heard.titles) <= (stage.when.now() - begun) / MINUTE + 2


def test_quiet_hours_hold_back_to_the_morning_and_over_a_restart(staged):
    stage = staged(NOW.replace(hour=23), speed=600)
    stage.poll()
    stage.poll(1)
    time.sleep(0.3)
    stage.restart()
    stage.poll(1)
    time.sleep(0.3)
    assert stage.heard.titles == []
    stage.when.jump(dt.timedelta(hours=10))
    stage.poll(1)
    stage.until(lambda: stage.heard.titles)
    assert stage.when.now().astimezone(ZONE).hour >= 9


def test_without_a_poll_the_morning_comes_as_well(staged):
    stage = staged(NOW.replace(hour=8, minute=45), speed=600)  # an hour takes six seconds
    stage.poll()
    stage.poll(1)
    stage.until(lambda: stage.heard.titles)
    assert dt.time(9) <= stage.when.now().astimezone(ZONE).time() < dt.time(9, 30)


def test_what_no_longer_holds_by_the_morning_is_not_told(staged):
    stage = staged(NOW.replace(hour=23), speed=600)
    stage.poll()
    stage.poll(1)
    stage.poll()  # I answered it in the night
    stage.when.jump(dt.timedelta(hours=11))
    stage.poll()
    time.sleep(0.5)
    assert stage.heard.titles == []


def test_a_parked_account_is_told_once_and_not_when_it_is_freed_by_then(staged):
    stage = staged(speed=600)
    parked = Standing("home", parked=NOW)
    for _ in range(3):
        stage.herald.hear_of(parked, stage.store)
        time.sleep(0.1)
    stage.until(lambda: stage.heard.titles)
    stage.restart()
    stage.herald.hear_of(parked, stage.store)
    stage.herald.hear_of(Standing("work", parked=NOW), stage.store)
    stage.herald.hear_of(Standing("work"), stage.store)
    time.sleep(0.5)
    assert stage.heard.titles == ["Account home is parked"]


@pytest.mark.parametrize("off", [{"kinds": frozenset({NewsKind.PARKED})}, {"channels": ()}])
def test_what_is_switched_off_is_not_told_nor_later_when_it_is_on(staged, off):
    stage = staged(**off)
    stage.poll()
    stage.poll(1)
    stage.until(lambda: stage.store.told("home").keys)
    stage.herald.give(Manner(stage.manner.hours, (stage.heard,)))
    stage.poll(1)
    time.sleep(0.5)
    assert stage.heard.titles == []
    stage.poll(1, 2)
    stage.until(lambda: stage.heard.titles)
    assert stage.heard.titles == ["Reply from Firm 2"]


def test_what_was_marked_is_told_though_the_state_fails_amid_it(staged, monkeypatch):
    real, failed = herald.claim, []

    def claim(account, *rest):
        if account == "work" and not failed:
            failed.append(account)
            raise StateError("the disk is full")
        return real(account, *rest)

    monkeypatch.setattr(herald, "claim", claim)
    stage = staged()
    for account in ("home", "work"):
        stage.poll(account=account)
    stage.poll(1, account="home")
    stage.poll(2, account="work")
    stage.until(lambda: len(stage.heard.titles) == 2)
    assert stage.heard.titles == ["Reply from Firm 1", "Reply from Firm 2"]
    assert failed


def test_the_log_names_nobody(staged):
    stage = staged()
    stage.poll()
    stage.poll(1)
    stage.until(lambda: stage.heard.titles)
    (record,) = stage.events("news")
    assert (record["account"], record["kind"], record["process"]) == ("home", "replied", "p1")
    for name in ("Firm", "Dana", "acme", "@"):
        assert name not in stage.log.getvalue()


def test_the_digest_of_each_day_is_written_once_at_its_time(staged, tmp_path):
    file, wrote = tmp_path / "today.txt", []

    def write(now):
        wrote.append(now.astimezone(ZONE))
        return f"{len(wrote)}\n"

    file.touch(0o644)
    stage = staged(NOW.replace(hour=8), speed=3600, daily=Daily(file, dt.time(8, 30), write))
    stage.until(lambda: wrote)
    stage.restart()
    stage.until(lambda: stage.when.now().astimezone(ZONE).hour >= 12)
    assert len(wrote) == 1
    assert wrote[0].time() >= dt.time(8, 30)
    assert file.read_text() == "1\n"
    assert file.stat().st_mode & 0o777 == 0o600
    stage.when.jump(dt.timedelta(hours=20))
    stage.herald.give(stage.manner)
    stage.until(lambda: file.read_text() == "2\n")


def test_a_digest_that_cannot_be_written_is_tried_again_and_said(staged, tmp_path):
    folder = tmp_path / "later"
    daily = Daily(folder / "today.txt", dt.time(0), lambda _: "x\n")
    stage = staged(speed=7200, daily=daily)
    stage.until(lambda: stage.events("the digest was not written"))
    folder.mkdir()
    stage.until(daily.file.exists)
    assert stage.events("the digest was not written")[0]["trouble"] == "No such file or directory"


def test_trouble_with_the_state_is_logged_and_stops_nothing(staged, tmp_path):
    calls = []

    def write(_):
        calls.append(1)
        if len(calls) == 1:
            raise StateError("the disk is full")
        return "x\n"

    stage = staged(speed=600, daily=Daily(tmp_path / "today.txt", dt.time(0), write))
    stage.until((tmp_path / "today.txt").exists)
    assert stage.events("state trouble")[0]["error"] == "the disk is full"
