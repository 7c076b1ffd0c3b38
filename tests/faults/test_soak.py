"""A few days of `make soak`: two mailboxes, one of whose servers freezes over a morning and is killed on another."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bench.soak.cast import ZONE, soaked
from bench.soak.figures import verdict
from bench.soak.injected import Deed, Injected

pytestmark = [pytest.mark.server, pytest.mark.slow]


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.usefixtures("dovecot", "gmail")
def test_drafts_are_right_each_morning_though_servers_fail(tmp_path: Path) -> None:
    injected = [
        Injected(Deed.FREEZE, at("2026-04-21 07:30"), dt.timedelta(hours=2), "aoife"),
        Injected(Deed.STOP, at("2026-04-21 20:00"), dt.timedelta(hours=5), "nadia"),
        Injected(Deed.CRASH, at("2026-04-22 08:59"), dt.timedelta(), "aoife"),
    ]
    outcome = soaked(
        tmp_path, ["dev/aoife", "own/nadia"], at("2026-04-21 06:00"), 2, injected=injected, poll_minutes=120
    )
    assert verdict(outcome) == []
    assert {name: len(mornings) for name, mornings in outcome.mornings.items()} == {"aoife": 2, "nadia": 2}
    assert sum(morning.wanted for mornings in outcome.mornings.values() for _, morning in mornings) >= 3
    assert outcome.log
    assert outcome.log.counts["aoife", "failed"] >= 1
    assert outcome.log.counts["nadia", "failed"] >= 4
