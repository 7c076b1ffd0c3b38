"""Notices of an account that a real server refuses: parked is told once, over restarts, and again when it happens again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.test_daemon import Accounts
from tests.rehearsal import Rehearsal, Time
from watcher.store import open_beside

pytestmark = pytest.mark.server


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "told.jsonl"


@pytest.fixture
def accounts(tmp_path: Path, log: Path) -> Accounts:
    made = Accounts(tmp_path)
    program = [sys.executable, "-c", f"import sys; open({str(log)!r}, 'a').write(sys.stdin.read())"]
    section = f'quiet_hours = ""\n[notices]\ndesktop = false\ncommand = {json.dumps(program)}\n'
    made.config.write_text(made.config.read_text(encoding="utf-8") + section, encoding="utf-8")
    return made


def told(log: Path) -> list[Any]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


def test_a_parked_account_is_told_once_for_each_time(accounts, dovecot, log):
    accounts.add("home", dovecot.account("Drafts"), password="mistyped")
    with Rehearsal(accounts.config, Time(speed=300)) as daemon:
        daemon.wait_for("parked", seconds=60)
        daemon.until(lambda: told(log), 60)
        with open_beside(accounts.state) as store:
            store.unpark("home")
        daemon.wait_for("parked", count=2, seconds=60)
        daemon.until(lambda: len(told(log)) == 2, 60)
    with Rehearsal(accounts.config, Time(speed=300)) as daemon:
        daemon.until(lambda: daemon._when.clock.steady() > 600, 60)
        assert not daemon.events("news")
    assert [notice["title"] for notice in told(log)] == ["Account home is parked"] * 2
    assert "watcher auth home" in told(log)[0]["body"]
    assert "mistyped" not in log.read_text(encoding="utf-8")
