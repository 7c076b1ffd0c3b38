"""The daemon over a Gmail mailbox: what a poll costs, and where that is told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from providers.testing.mailbox import mail
from tests.rehearsal import Rehearsal, Time
from tests.servers.gmail import Account, Gmail
from watcher.store import snapshot

pytestmark = pytest.mark.server

BEGIN = dt.datetime(2026, 3, 16, 12, tzinfo=dt.UTC)


@pytest.fixture
def account(gmail: Gmail) -> Account:
    return gmail.account()


@pytest.fixture
def config(account: Account, tmp_path: Path) -> Path:
    token = tmp_path / "token"
    token.write_text(account.refresh_token_for())
    token.chmod(0o600)
    settings = {
        "address": account.address,
        "client_file": str(account.client_file(tmp_path)),
        "api_root": account.root,
        "password_file": str(token),
    }
    file = tmp_path / "config.toml"
    file.write_text(
        f'[me]\nname = "Sam Lee"\naddresses = ["{account.address}"]\ntimezone = "Europe/London"\n'
        '[state]\npath = "state.db"\n[[accounts]]\nname = "home"\nprovider = "gmail"\n'
        + "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    )
    return file


def test_a_quiet_poll_costs_two_units_which_the_log_and_the_status_tell(account, config):
    account.put(mail("old"), received=BEGIN - dt.timedelta(days=1))
    with Rehearsal(config, Time(speed=1200, begin=BEGIN)) as daemon:
        daemon.wait_for("polled", count=4)
    first, *quiet = [record["units"] for record in daemon.events("polled")]
    assert first > 2
    assert set(quiet) == {2}
    assert first + sum(quiet) == account.units
    with snapshot(config.parent / "state.db") as store:
        standing = store.standing("home")
    assert (standing.units, standing.units_per_minute) == (account.units, 6000)
