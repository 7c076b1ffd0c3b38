"""The daemon in a process of its own: what `watcher run` starts, on the time of a trial.

python -m bench.soak.daemon CONFIG PACE BEGIN SPEED SEED
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from pathlib import Path

from bench.soak.pace import Pace
from providers.gmail import GmailProvider
from providers.gmail import pace as gmail_pace
from watcher.cli.run import plan_of
from watcher.config import load
from watcher.daemon.memory import load_once
from watcher.daemon.signals import wishes
from watcher.daemon.supervisor import Supervisor
from watcher.logs import start_log
from watcher.store import open_store


def main(config_file: str, pace_file: str, begin: str, speed: str, seed: str) -> None:
    """Watch over all accounts until told to end, as `watcher.cli.run.run` does."""
    path, clock = (
        Path(config_file),
        Pace(Path(pace_file), dt.datetime.fromisoformat(begin), float(speed)).clock(int(seed)),
    )
    # Only the waits between two tries are of the trial's time: what a server takes to answer is the computer's.
    GmailProvider._clock = gmail_pace.Clock(sleep=lambda seconds: time.sleep(clock.real(seconds)))  # noqa: SLF001
    log = start_log(sys.stderr, as_json=True, verbose=True)
    config = load(path)
    with open_store(config.state_path) as store:
        load_once(config.me)
        supervisor = Supervisor(plan_of(config, log), lambda: plan_of(load(path), log), store, clock, log)
        with wishes() as queue:
            log.info("started", pid=os.getpid(), accounts=len(config.accounts))
            in_time = supervisor.run(queue)
            log.info("ended" if in_time else "ended amid a wait for a server")
            if not in_time:
                os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
