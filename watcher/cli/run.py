"""`watcher run`."""

from __future__ import annotations

import datetime as dt
import faulthandler
import gc
import os
import sys
from dataclasses import replace
from pathlib import Path

from watcher.cli.digest import digest_for
from watcher.cli.scan import chosen_accounts, circumstances
from watcher.config import Config, load
from watcher.daemon.clock import Clock
from watcher.daemon.herald import Daily, Manner
from watcher.daemon.hours import Hours
from watcher.daemon.memory import load_once
from watcher.daemon.orders import Plan
from watcher.daemon.signals import wishes
from watcher.daemon.supervisor import Supervisor
from watcher.daemon.watchdog import Watchdog
from watcher.errors import WatcherError
from watcher.logs import Log, start_log
from watcher.notices.channels import channels_of
from watcher.notices.digest import told
from watcher.scan import Circumstances
from watcher.store import open_store

__all__ = ["plan_of", "run"]


def run(path: Path, *, as_json: bool, verbose: bool) -> None:
    """Watch over all accounts until told to end.

    Args:
        path: Of the configuration.
        as_json: Log JSON.
        verbose: Log what is for who looks closely.

    Raises:
        ConfigError: the configuration is wrong
        StateError: another process has the state, or it cannot be used
    """
    from importlib.metadata import version

    log = start_log(sys.stderr, as_json=as_json, verbose=verbose)
    watchdog = Watchdog.of(os.environ)
    if watchdog.patience is not None:
        faulthandler.enable()  # who ends us by SIGABRT, as we seem to hang, is shown where; no values are
    config = load(path)
    plan = plan_of(config, log)
    with open_store(config.state_path) as store:
        load_once(config.me)
        if store.notice:
            log.warning("state trouble", error=store.notice)
        supervisor = Supervisor(plan, lambda: plan_of(load(path), log), store, Clock(), log, watchdog)
        with wishes() as queue:
            log.info("started", version=version("interview-watcher"), pid=os.getpid(), accounts=len(plan.accounts))
            in_time = supervisor.run(queue)
            gc.freeze()  # what is loaded goes with the process; to look through it first may take seconds
            log.info("ended" if in_time else "ended amid a wait for a server")
            if not in_time:
                sys.stderr.flush()
                os._exit(0)  # with the lock still held: a thread that is left behind must not meet another process


def plan_of(config: Config, log: Log) -> Plan:
    """What the configuration comes to; what can be done without is logged."""

    def meanwhile(error: WatcherError, instead: str) -> None:
        log.warning("cadence trouble", error=str(error), hint=instead)

    accounts = chosen_accounts(config, None)
    around = circumstances(config, None, dry_run=False, meanwhile=meanwhile)
    for problem in around.stationery.problems:
        log.warning("template trouble", error=str(problem))
    daemon = config.daemon
    hours = Hours(config.zone, around.calendar, daemon.quiet_hours, daemon.quiet_days)
    return Plan(config.state_path, around, hours, daemon.drafts_at_once, _manner(config, hours, around), accounts)


def _manner(config: Config, hours: Hours, around: Circumstances) -> Manner:
    """How the user wants to be told; notices keep to the quiet hours, and come on quiet days as well."""
    notices = config.notices

    def write(now: dt.datetime) -> str:
        return told(digest_for(config, replace(around, now=now, dry_run=True)), config.zone)

    return Manner(
        hours=replace(hours, days=frozenset()),
        channels=channels_of(notices),
        kinds=notices.kinds,
        private=notices.private,
        daily=Daily(notices.digest_file, notices.digest_at, write) if notices.digest_file else None,
    )
