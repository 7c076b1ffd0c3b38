"""`watcher service`: install, uninstall, status, logs."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any, Final

from rich.text import Text

from watcher.cli.output import emit, err, out
from watcher.config import load
from watcher.errors import WatcherError
from watcher.service.here import here
from watcher.service.job import Job, executable, job_of
from watcher.service.manager import Condition, Entry, Manager

__all__ = ["install", "logs", "status", "uninstall"]

_SCHEMA: Final = 1
"""Of what `status --json` prints."""


def install(path: Path, *, shown: bool) -> None:
    """Install the service, or print what it would go by.

    Args:
        path: Of the configuration.
        shown: Print, and do nothing.

    Raises:
        ConfigError: the configuration is wrong
        WatcherError: there is no service manager, or it does not do it
    """
    from watcher.store import holder

    config = load(path)
    job, manager = job_of(config, executable(), os.environ), here()
    if shown:
        _say(f"{manager.place} ({manager.name}):")
        print(manager.text(job), end="")
        return
    before = manager.condition()
    pid = holder(config.state_path)
    if pid and not before.running:
        raise WatcherError(f"a watcher is at work already (pid {pid}), begun by hand", hint=f"end it first: kill {pid}")
    manager.install(job, _say)
    _say(f"{manager.name} runs the watcher now, and after each sign-in, by {manager.place}")
    _say("`watcher service status` tells how it stands, `watcher service logs` what it does")


def uninstall() -> None:
    """End and remove the service."""
    manager = here()
    there = manager.uninstall()
    _say(f"removed {manager.place}" if there else "there was no service to remove")


def status(path: Path, *, as_json: bool) -> None:
    """Print how the service stands.

    Args:
        path: Of the configuration that it should run with.
        as_json: Print data for programs.
    """
    manager = here()
    condition = manager.condition()
    current = _is_current(manager, path) if condition.installed else None
    if as_json:
        named = {"schema": _SCHEMA, "manager": manager.name, "place": manager.place}
        emit({**named, **_form(condition), "current": current})
        return
    if not condition.installed:
        out().print(Text.assemble("the watcher is ", ("no service", "bold yellow"), " yet; `watcher service install`"))
        return
    out().print(_drawn(manager, condition), soft_wrap=True)
    if condition.result:
        _say(f"  the last run ended badly: {condition.result}; `watcher service logs` tells why")
    if current is False:
        _say("  it was installed by another version or configuration; `watcher service install` renews it")


def logs(lines: int, *, as_json: bool) -> None:
    """Print the last records of the log, one a line."""
    manager = here()
    entries = manager.log(lines)
    for entry in entries:
        if as_json:
            emit({"at": _iso(entry.at), "pid": entry.pid, "text": entry.text}, line=True)
        else:
            out().print(_line(entry), soft_wrap=True)
    if not entries:
        _say(f"there is nothing in the log yet; it is read by: {manager.log_hint}")
    elif not as_json:
        _say(f"to follow it: {manager.log_hint}")


def _is_current(manager: Manager, path: Path) -> bool | None:
    """Whether the service goes by this program and configuration; None where that cannot be told."""
    try:
        return manager.is_current(_job(path))
    except WatcherError:  # of the configuration, say: `watcher status` tells what is wrong with it
        return None


def _job(path: Path) -> Job:
    return job_of(load(path), executable(), os.environ)


def _drawn(manager: Manager, condition: Condition) -> Text:
    state = {True: ("running", "bold green"), False: ("not running", "bold yellow"), None: ("installed", "bold")}
    parts: list[str | tuple[str, str]] = [f"{manager.name}: the watcher is ", state[condition.running]]
    parts += [f", pid {condition.pid}"] if condition.pid else []
    parts += [f", since {condition.since.astimezone():%Y-%m-%d %H:%M}"] if condition.since else []
    parts += [f" ({condition.state})"] if condition.state and not condition.running else []
    parts += [f"; {condition.status}"] if condition.status else []
    parts += ["; it does not begin by itself"] if condition.enabled is False else []
    return Text.assemble(*parts)


def _form(condition: Condition) -> dict[str, Any]:
    return {
        "installed": condition.installed,
        "enabled": condition.enabled,
        "running": condition.running,
        "pid": condition.pid,
        "since": _iso(condition.since),
        "state": condition.state or None,
        "result": condition.result or None,
        "status": condition.status or None,
        "outlasts_session": condition.stays,
    }


def _line(entry: Entry) -> Text:
    at = entry.at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if entry.at else " " * 19
    return Text.assemble((at, "dim"), "  ", entry.text)


def _iso(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _say(text: str) -> None:
    """One line to stderr as it is: a path or a command stays in one piece."""
    err().print(text, markup=False, soft_wrap=True)
