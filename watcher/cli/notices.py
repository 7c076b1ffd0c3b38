"""`watcher notices test`, and the notices of a scan on demand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from watcher.cli.forms import SCHEMA
from watcher.cli.output import complain_of, emit, err
from watcher.config import Config, load
from watcher.errors import NotTold
from watcher.notices.channels import Channel, channels_of
from watcher.notices.ledger import claim, unheard
from watcher.notices.news import News, parked
from watcher.notices.text import Notice, notices_of, sample
from watcher.scan import AccountReport, Circumstances
from watcher.store import open_beside

__all__ = ["after_scan", "try_out"]


def after_scan(config: Config, reports: Sequence[AccountReport], around: Circumstances, *, aloud: bool) -> None:
    """Count what a scan found as told, as it was shown; `aloud`: tell it by the channels as well.

    What does not arrive is complained of.

    Raises:
        StateError: it cannot be kept that it was told, so it is not
    """
    now, new = around.now, list[News]()
    with open_beside(config.state_path) as store:
        for report in reports:
            if report.ok:
                found = unheard(report.name, report.processes, store, now, now, around.zone)
                new += claim(report.name, found, store, now, now)
            new += claim(report.name, parked(store.standing(report.name)), store, now, None)
    wanted = sorted((one for one in new if one.kind in config.notices.kinds), key=lambda one: one.at)
    if not aloud:
        return
    notices = notices_of(wanted, now.astimezone(around.zone), private=config.notices.private)
    for channel in channels_of(config.notices):
        troubles = (_trouble(channel, notice) for notice in notices if channel.is_here())
        if trouble := next(filter(None, troubles), None):  # a channel that fails once is left for this time
            complain_of(f"notice by {channel.name}", str(trouble), trouble.hint)


def try_out(path: Path, *, as_json: bool) -> int:
    """Send a sample through every channel that is set up, print what came of each, and return the exit status."""
    config = load(path)
    notice = sample(dt.datetime.now(config.zone))
    told = {channel.name: _trouble(channel, notice) for channel in channels_of(config.notices)}
    if as_json:
        channels = [
            {"name": name, "ok": error is None, "error": str(error) if error else None} for name, error in told.items()
        ]
        emit({"schema": SCHEMA, "channels": channels})
        return 1 if any(told.values()) else 0
    for name, error in told.items():
        if error is None:
            print(f"{name}: it took the notice")
        else:
            complain_of(name, str(error), error.hint)
    if not told:
        err().print("no notices are set up; [notices] in the configuration does so", style="dim", markup=False)
    return 1 if any(told.values()) else 0


def _trouble(channel: Channel, notice: Notice) -> NotTold | None:
    """What kept a channel from carrying a notice; None where it did."""
    if not channel.is_here():
        return NotTold("there is no desktop here", hint="`desktop = false` in [notices] does without one")
    try:
        channel.tell(notice, lambda: False)
    except NotTold as error:
        return error
    return None
