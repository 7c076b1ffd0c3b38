"""`watcher run` as a person has it: it watches, keeps a second one out, reads its configuration anew, and ends when told."""

from __future__ import annotations

import contextlib
import datetime as dt
import email
import signal
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.conftest import PEOPLE, Home
from tests.running import Running
from watcher import demo
from watcher.store import Standing, open_store, snapshot

ALWAYS = '[daemon]\nquiet_hours = ""\ndrafts_at_once = 100\n'
NEVER = (
    '[daemon]\nquiet_days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]\nquiet_hours = "{}"\n'
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The sample mailbox as it is today: the daemon lives in the present."""
    made = Home(tmp_path)
    demo.deliver(demo.compose(dt.datetime.now(ZoneInfo("Europe/London")).date()), made.mail)
    configure(made, ALWAYS)
    return made


def configure(home: Home, daemon: str, *more: str, name: str = "sample") -> None:
    home.configure(f'name = "{name}"\nprovider = "maildir"\npath = "{home.mail}"', *more, people=f"{PEOPLE}\n{daemon}")


def test_it_saves_what_is_due_and_ends_when_told(home):
    with Running(home.config) as daemon:
        polled = daemon.wait_for("polled")
        assert daemon.end() == 0
        assert daemon.process.stdout.read() == ""
    assert daemon.seconds < 2
    assert polled["created"] == len(home.drafts) > 1
    assert polled["waiting"] == 0
    assert [r["event"] for r in daemon.records][:1] == ["started"]
    assert [r["event"] for r in daemon.records][-1:] == ["ended"]
    assert len(daemon.events("draft", state="created")) == polled["created"]


def test_a_restart_is_no_way_round_the_minute_between_two_polls(home):
    with Running(home.config) as daemon:
        daemon.wait_for("polled")
        daemon.end()
    with Running(home.config) as daemon, contextlib.suppress(subprocess.TimeoutExpired):
        daemon.wait_for("started")
        daemon.process.wait(2)
    assert not daemon.events("polled")


def test_neither_is_a_crash_amid_a_poll(home):
    with Running(home.config) as daemon:
        daemon.until((home.folder / "state" / "state.db").exists)
        daemon.until(lambda: polled(home))
        daemon.end(signal.SIGKILL)
    first = polled(home)
    with Running(home.config) as daemon, contextlib.suppress(subprocess.TimeoutExpired):
        daemon.wait_for("started")
        daemon.process.wait(2)
    assert polled(home) == first


def polled(home: Home) -> dt.datetime | None:
    with snapshot(home.folder / "state" / "state.db") as store:
        return store.standing("sample").polled


def test_killed_again_and_again_it_leaves_each_draft_once(home):
    for moment in (0.05, 0.2, 0.4, 0.8):
        with Running(home.config) as daemon:
            daemon.until(lambda: polled(home))
            with contextlib.suppress(subprocess.TimeoutExpired):
                daemon.process.wait(moment)
            daemon.end(signal.SIGKILL)
        with open_store(home.folder / "state" / "state.db") as store:
            store.keep_standing(Standing("sample"))  # a minute has gone by
    with Running(home.config) as daemon:
        daemon.wait_for("polled")
        daemon.end()
    ids = [email.message_from_bytes(path.read_bytes())["Message-ID"] for path in home.drafts]
    assert len(ids) == len(set(ids)) > 1


def test_a_parked_account_is_freed_while_it_runs(home, watcher):
    parked = Standing("sample", failures=3, refusals=3, parked=dt.datetime.now(dt.UTC), trouble="the password")
    with open_store(home.folder / "state" / "state.db") as store:
        store.keep_standing(parked)
    with Running(home.config) as daemon:
        daemon.wait_for("started")
        freed = watcher("auth", "sample", "--again", "--config", home.config)
        assert (freed.status, freed.out) == (0, "")
        assert "sample was parked, and is tried again" in freed.err
        daemon.wait_for("freed", account="sample", seconds=45)
        daemon.wait_for("polled", account="sample")
        assert daemon.end() == 0
    with snapshot(home.folder / "state" / "state.db") as store:
        assert store.standing("sample").trouble == ""


def test_a_few_drafts_at_once_and_the_others_wait(home):
    configure(home, '[daemon]\nquiet_hours = ""\ndrafts_at_once = 1\n')
    with Running(home.config) as daemon:
        polled = daemon.wait_for("polled")
        daemon.end()
    assert polled["created"] == len(home.drafts) == 1
    assert polled["waiting"] >= 1


def test_in_quiet_hours_there_are_no_new_drafts(home):
    now = dt.datetime.now(ZoneInfo("Europe/London"))
    hours = f"{now - dt.timedelta(minutes=30):%H:%M}-{now + dt.timedelta(minutes=30):%H:%M}"
    configure(home, f'[daemon]\nquiet_hours = "{hours}"\n')
    with Running(home.config) as daemon:
        polled = daemon.wait_for("polled")
        daemon.end()
    assert (polled["created"], home.drafts) == (0, [])
    assert polled["waiting"] >= 2


def test_a_second_one_is_refused_with_the_pid_of_the_first_and_looking_in_works(home, watcher):
    with Running(home.config) as daemon:
        daemon.wait_for("polled")
        for command in ("run", "scan"):
            refused = watcher(command, "--config", home.config)
            assert (refused.status, refused.out) == (2, "")
            assert f"in use by another watcher (pid {daemon.process.pid})" in refused.err
        assert watcher("list", "--config", home.config).status == 0
        listed = watcher("list", "--json", "--config", home.config)
        assert listed.status == 0
        assert watcher("note", "tidewater", "the harbour", "--config", home.config).status == 0
        assert daemon.end() == 0


@pytest.mark.parametrize("seconds", [0.0, 0.5, 1.0, 1.5, 2.0, 3.0])
def test_it_ends_within_five_seconds_at_any_moment(home, seconds):
    with Running(home.config) as daemon:
        with contextlib.suppress(subprocess.TimeoutExpired):
            daemon.process.wait(seconds)
        status = daemon.end()
    assert daemon.seconds < 5
    assert status in (0, -signal.SIGTERM), daemon.lines  # before it has begun, it ends as any program does


def test_it_ends_at_a_key_as_well(home):
    with Running(home.config) as daemon:
        daemon.wait_for("started")
        assert daemon.end(signal.SIGINT) == 0


def test_a_hangup_has_it_read_its_configuration_anew(home, tmp_path):
    with Running(home.config) as daemon:
        daemon.wait_for("polled", account="sample")
        other = tmp_path / "Other"
        demo.deliver(demo.compose(dt.datetime.now(ZoneInfo("Europe/London")).date()), other)
        configure(home, ALWAYS, f'name = "other"\nprovider = "maildir"\npath = "{other}"')
        daemon.tell(signal.SIGHUP)
        daemon.wait_for("configuration read", accounts=2)
        daemon.wait_for("polled", account="other")
        assert daemon.end() == 0
    assert len(daemon.events("polled", account="sample")) == 1  # not within a minute of the last


def test_a_configuration_with_mistakes_changes_nothing(home):
    good = home.config.read_text(encoding="utf-8")
    with Running(home.config) as daemon:
        daemon.wait_for("polled")
        for bad in (good.replace("Europe/London", "Europe/Nowhere"), good.replace("state/state.db", "other.db"), ""):
            home.config.write_text(bad, encoding="utf-8")
            daemon.tell(signal.SIGHUP)
            daemon.wait_for(
                "the configuration stays as it was", count=len(daemon.events("the configuration stays as it was")) + 1
            )
        assert daemon.end() == 0
    said = [record["error"] for record in daemon.events("the configuration stays as it was")]
    assert "no such time zone" in said[0]
    assert "another state" in said[1]
    assert "me" in said[2]


def test_a_mailbox_that_is_not_there_is_told_of_and_tried_later_while_others_go_on(home, tmp_path):
    configure(home, ALWAYS, f'name = "gone"\nprovider = "maildir"\npath = "{tmp_path / "nowhere"}"')
    with Running(home.config) as daemon:
        failed = daemon.wait_for("failed", account="gone")
        daemon.wait_for("polled", account="sample")
        assert daemon.end() == 0
    assert failed["failures"] == 1
    assert "nowhere" in failed["trouble"]


def test_without_json_a_record_is_a_line_too(home):
    ended = Running(home.config)
    ended._command.remove("--json")
    with ended as daemon:
        daemon.until(lambda: any("event=polled" in line for line in daemon.lines))
        daemon.end()
    assert all(line.startswith("timestamp=") and line.endswith("\n") for line in daemon.lines)


@pytest.mark.parametrize(
    ("daemon", "said"),
    [
        ("poll_minutes = 0", "poll_minutes"),
        ('quiet_hours = "21-9"', "write them like 21:00-09:00"),
        ('quiet_hours = "09:00-09:00"', "write them like 21:00-09:00"),
        ('quiet_days = ["caturday"]', "saturday"),
        ("drafts_at_once = 0", "drafts_at_once"),
    ],
)
def test_what_is_wrong_in_its_section_is_told_with_the_line(home, watcher, daemon, said):
    configure(home, f"[daemon]\n{daemon}\n")
    ended = watcher("run", "--config", home.config)
    assert (ended.status, ended.out) == (2, "")
    assert "line " in ended.err
    assert said in ended.err
