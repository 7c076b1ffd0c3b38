"""Notices and the digest as a person has them: on a desktop with a D-Bus, by a program, by a webhook, on stdout."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.conftest import NOW, PEOPLE, TODAY, Home
from tests.conftest import needs
from tests.rehearsal import Rehearsal, Time
from tests.running import Running
from tests.servers.desktop import Desktop
from watcher import demo
from watcher.notices.channels import Desktop as Channel
from watcher.notices.text import Notice
from watcher.store import Standing, open_store

AFTERNOON = dt.datetime.combine(TODAY, dt.time(15), dt.UTC)
NEXT_DAY = demo.morning(TODAY + dt.timedelta(days=1)).isoformat()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    needs("dbus-daemon", here=Desktop.is_here())
    with Desktop() as made:
        yield made


class Hook(HTTPServer):
    """Takes what is posted to it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.told: list[dict[str, Any]] = []
        self.url = f"http://127.0.0.1:{self.server_port}/watcher"


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        self.server.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def hook() -> Iterator[Hook]:
    with Hook() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the program of the tests keeps what it is told."""
    return tmp_path / "told.jsonl"


@pytest.fixture
def command(log: Path) -> str:
    """A program that keeps what it is told, as the configuration has it."""
    code = f"import sys; open({str(log)!r}, 'a').write(sys.stdin.read())"
    return f"command = {json.dumps([sys.executable, '-c', code])}"


def told(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


def configure(home: Home, notices: str, daemon: str = 'quiet_hours = ""') -> None:
    account = f'name = "sample"\nprovider = "maildir"\npath = "{home.mail}"'
    home.configure(account, people=f"{PEOPLE}\n[notices]\n{notices}\n\n[daemon]\n{daemon}\n")


def reply_to(home: Home, listed: Any, company: str, at: dt.datetime = AFTERNOON) -> str:
    """Deliver a mail from whoever the process is with; the process's id."""
    process = next(p for p in listed["applications"] if p["company"] == company)
    who, thread = process["contacts"][0], process["threads"][0]
    text = (
        f"From: {who['name']} <{who['address']}>\nTo: elin.sorley@harbourpost.example\n"
        f"Subject: Re: {thread['subject']}\nMessage-ID: <news@{who['address'].split('@')[1]}>\n"
        f"In-Reply-To: {thread['message_ids'][-1]}\nDate: {format_datetime(at)}\n\n"
        "Hi Elin,\n\nthank you for your patience. Which days suit you for a call next week?\n\nBest,\n"
        f"{who['name']}\n"
    )
    (home.mail / "new" / "1.news").write_text(text, encoding="utf-8")
    return str(process["id"])


def test_a_sample_goes_through_every_channel(watcher, home, desktop, hook, command, log):
    configure(home, f'{command}\nwebhook = "{hook.url}"')
    ended = watcher("notices", "test", "--config", home.config, DBUS_SESSION_BUS_ADDRESS=desktop.address)
    assert (ended.status, ended.err) == (0, "")
    assert [line.split(":")[0] for line in ended.out.splitlines()] == ["desktop", "command", "webhook"]
    assert desktop.shown == [("Test of your notices", "If you can read this, they reach you.")]
    assert told(log) == hook.told
    assert hook.told[0]["title"] == "Test of your notices"


@pytest.mark.parametrize("program", ["notify-send", "gdbus"])
def test_each_program_shows_the_words_as_they_are(desktop, monkeypatch, program):
    needs(program, here=bool(shutil.which(program)))
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: which(name) if name == program else None)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.address)
    title = """Draft for 'Brown' & "Sons" <b>$(id)</b> \\ %s \\n @s "x\""""
    Channel().tell(Notice(title, "--help <i>Dana</i> & [] {} 'a", {}), lambda: False)
    assert desktop.shown == [(title, "--help ‹i›Dana‹/i› ＆ [] {} 'a")]


def test_what_does_not_arrive_is_told_with_what_to_do(watcher, home):
    configure(home, 'command = ["false"]\nwebhook = "http://127.0.0.1:1/"')
    ended = watcher("notices", "test", "--json", "--config", home.config)
    assert ended.status == 1
    assert {c["name"]: c["error"] for c in ended.data["channels"]} == {
        "desktop": "there is no desktop here",
        "command": "false failed with exit status 1",
        "webhook": "the webhook at 127.0.0.1, port 1, cannot be reached (Connection refused)",
    }
    said = watcher("notices", "test", "--config", home.config).err
    assert "`desktop = false` in [notices] does without one" in said
    assert "run it yourself to see why" in said


def test_a_desktop_without_a_service_for_notices_says_so(watcher, home, desktop):
    configure(home, "")
    desktop._stop.set()
    desktop._service.join()
    ended = watcher("notices", "test", "--config", home.config, DBUS_SESSION_BUS_ADDRESS=desktop.address)
    assert ended.status == 1
    assert "failed with exit status" in ended.err


def test_a_scan_that_is_asked_to_tells_of_drafts_replies_and_dates(watcher, home, desktop, command, log):
    configure(home, command)

    def scan(*options: str) -> Any:
        ended = watcher("scan", "--config", home.config, *options, DBUS_SESSION_BUS_ADDRESS=desktop.address)
        assert ended.status == 0, ended.err
        return ended

    found = scan("--now", NOW, "--notify", "--json").data
    created = sum(p["draft"]["state"] == "created" for p in found["applications"])
    kinds = [one["kind"] for notice in told(log) for one in notice["news"]]
    assert kinds == ["draft_saved"] * created != []  # and nothing of the past
    assert all(title.startswith("Draft for ") for title, _ in desktop.shown)

    log.unlink()
    desktop.shown.clear()
    replied = reply_to(home, found, "Nordlys Vind")
    waiting = next(
        p["id"] for p in found["applications"] if p["status"] == "waiting_on_them" and p["company"] != "Nordlys Vind"
    )
    assert watcher("set", waiting, "decision", TODAY.isoformat(), "--config", home.config, "--now", NOW).status == 0
    for _ in range(2):
        scan("--now", NEXT_DAY, "--notify")
    news = {one["process"]: one["kind"] for notice in told(log) for one in notice["news"]}
    assert news[replied] == "replied"
    assert news[waiting] == "date_passed"
    titles = [title for title, _ in desktop.shown]
    assert titles.count("Reply from Nordlys Vind") == 1
    assert len(titles) == len(set(titles))


def test_a_scan_that_is_not_asked_to_tells_nothing_and_shows_it_instead(watcher, home, command, log):
    configure(home, command)
    found = watcher("scan", "--config", home.config, "--now", NOW, "--json").data
    reply_to(home, found, "Nordlys Vind")
    assert watcher("scan", "--config", home.config, "--now", NEXT_DAY).status == 0
    assert watcher("scan", "--config", home.config, "--now", NEXT_DAY, "--notify").status == 0
    assert told(log) == []


def test_a_dry_run_has_nothing_to_tell(watcher, home):
    ended = watcher("scan", "--dry-run", "--notify", "--config", home.config)
    assert ended.status == 2
    assert "a dry run does nothing" in ended.err


@pytest.mark.parametrize("off", ["on = []", 'on = ["parked"]'])
def test_off_switches_work(watcher, home, desktop, hook, command, log, off):
    configure(home, f'{off}\n{command}\nwebhook = "{hook.url}"')
    bus = {"DBUS_SESSION_BUS_ADDRESS": desktop.address}
    assert watcher("scan", "--notify", "--now", NOW, "--config", home.config, **bus).status == 0
    assert (desktop.shown, hook.told, told(log)) == ([], [], [])


def test_in_private_nobody_is_named(watcher, home, desktop, hook):
    configure(home, f'private = true\nwebhook = "{hook.url}"')
    bus = {"DBUS_SESSION_BUS_ADDRESS": desktop.address}
    found = watcher("scan", "--notify", "--json", "--now", NOW, "--config", home.config, **bus).data
    said = json.dumps([desktop.shown, hook.told])
    assert desktop.shown
    for process in found["applications"]:
        for name in (process["company"], *(c["name"] for c in process["contacts"])):
            assert not name or name not in said
    assert set(hook.told[0]["news"][0]) >= {"process", "kind", "step", "due"}


# -- the daemon ---------------------------------------------------------------------------------
@pytest.fixture
def today(tmp_path: Path) -> Home:
    """The sample mailbox as it is today: the daemon lives in the present."""
    made = Home(tmp_path)
    demo.deliver(demo.compose(dt.datetime.now(ZoneInfo("Europe/London")).date()), made.mail)
    return made


def park(home: Home) -> None:
    parked = Standing("other", failures=3, refusals=3, parked=dt.datetime.now(dt.UTC), trouble="the password")
    with open_store(home.folder / "state" / "state.db") as store:
        store.keep_standing(parked)


def test_the_daemon_tells_by_every_channel_and_once_over_a_restart(today, desktop, hook, command, log):
    configure(today, f'{command}\nwebhook = "{hook.url}"', 'quiet_hours = ""\ndrafts_at_once = 2')
    other = f'[[accounts]]\nname = "other"\nprovider = "maildir"\npath = "{today.mail}"\n'
    today.config.write_text(today.config.read_text(encoding="utf-8") + other, encoding="utf-8")
    park(today)
    with Running(today.config, env={"DBUS_SESSION_BUS_ADDRESS": desktop.address}) as daemon:
        daemon.until(lambda: len(desktop.shown) == len(hook.told) == len(told(log)) == 3)
        assert daemon.end() == 0
    assert daemon.seconds < 5
    assert sorted(title.split()[0] for title, _ in desktop.shown) == ["Account", "Draft", "Draft"]
    assert told(log) == hook.told
    names = [one["company"] for notice in hook.told for one in notice["news"] if one["company"]]
    assert names
    assert not [name for name in names if name in "".join(daemon.lines)]
    with Running(today.config, env={"DBUS_SESSION_BUS_ADDRESS": desktop.address}) as daemon:
        daemon.wait_for("started")
        time.sleep(13)
        assert daemon.end() == 0
    assert len(desktop.shown) == 3


def test_the_daemon_tells_of_a_reply_and_names_nobody_in_its_log(today, watcher, command, log):
    configure(today, f"desktop = false\n{command}", 'quiet_hours = ""\npoll_minutes = 2')
    found = watcher("scan", "--config", today.config, "--json").data
    with Rehearsal(today.config, Time(speed=60)) as daemon:
        daemon.wait_for("polled")
        replied = reply_to(today, found, "Nordlys Vind", dt.datetime.now(dt.UTC))
        daemon.wait_for("news", kind="replied", process=replied)
        daemon.until(lambda: told(log))
        daemon.wait_for("polled", count=len(daemon.events("polled")) + 2)
        said = daemon._log.getvalue()
    assert [notice["title"] for notice in told(log)] == ["Reply from Nordlys Vind"]
    assert "Nordlys" not in said
    assert "Imogen" not in said


def test_the_daemon_writes_the_digest_of_the_day_once(today, watcher):
    file = today.folder / "today.txt"
    configure(today, 'desktop = false\ndigest_file = "today.txt"\ndigest_at = "00:00"')
    assert watcher("scan", "--config", today.config).status == 0
    before = today.picture()
    with Running(today.config) as daemon:
        daemon.wait_for("the digest was written")
        assert daemon.end() == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "In Drafts, to be read and sent" in file.read_text(encoding="utf-8")
    assert [name for name in today.picture() if name not in before and "state" not in name] == [str(file)]
    file.unlink()
    with Running(today.config) as daemon:
        daemon.wait_for("started")
        time.sleep(1)
        assert daemon.end() == 0
    assert not file.exists()


# -- the digest ---------------------------------------------------------------------------------
def test_the_digest_tells_the_day_and_nothing_is_written(quick, home):
    assert quick("scan", "--config", home.config, "--now", NOW).status == 0
    before = home.picture()
    ended = quick("digest", "--config", home.config, "--day", TODAY.isoformat())
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Wednesday 18 November 2026\n\nYour turn\n")
    assert "In Drafts, to be read and sent\n" in ended.out
    data = quick("digest", "--config", home.config, "--day", TODAY.isoformat(), "--json").data
    assert data["day"] == "2026-11-18"
    assert len(data["drafts"]) == len(home.drafts)
    assert {process["draft"]["state"] for process in data["drafts"]} == {"exists"}
    assert home.picture() == before


def test_the_digest_before_any_scan(quick, home):
    ended = quick("digest", "--config", home.config, "--day", TODAY.isoformat())
    assert ended.out == "Wednesday 18 November 2026\n\nNothing needs you today.\n"


def test_a_day_that_is_none(quick, home):
    ended = quick("digest", "--config", home.config, "--day", "Tuesday")
    assert (ended.status, ended.out) == (2, "")


def test_a_channel_that_hangs_delays_no_draft_no_poll_and_no_end(today, tmp_path):
    """The fault of all channels: a program that never ends, and a webhook that never answers."""
    child = tmp_path / "child"
    with socket.create_server(("127.0.0.1", 0)) as mute:
        program = json.dumps(["sh", "-c", f"echo $$ >{child}; sleep 1000 & wait"])
        configure(
            today,
            f'desktop = false\ncommand = {program}\nwebhook = "http://127.0.0.1:{mute.getsockname()[1]}/"',
            'quiet_hours = ""\ndrafts_at_once = 100\npoll_minutes = 1',
        )
        with Running(today.config) as daemon:
            daemon.until(child.exists)
            polled = daemon.wait_for("polled")
            assert polled["created"] == len(today.drafts) > 1
            assert daemon.end() == 0
        assert daemon.seconds < 5
    deadline = time.monotonic() + 10
    while group_of(int(child.read_text())):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def group_of(leader: int) -> list[int]:
    """The processes of a group that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z" and int(path.parent.name) != os.getpid():
            found.append(int(path.parent.name))
    return found
