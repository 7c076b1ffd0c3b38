"""`make soak`."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import sys
import tempfile
from pathlib import Path

from bench.soak.cast import ZONE, soaked
from bench.soak.figures import figures, verdict
from bench.soak.injected import befalls

CASES = ("dev/aoife", "dev/tobias", "dev/harriet", "own/nadia")
"""Job searches whose days overlap, each with dates in its words that hold on these days alone."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description="Soak the daemon.")
    parser.add_argument("--begin", type=dt.date.fromisoformat, default=dt.date(2026, 4, 7), help="the first day")
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--seed", type=int, default=6, help="of what befalls servers and the clock")
    parser.add_argument("--poll-minutes", type=int, default=40)
    parser.add_argument("--keep", type=Path, help="a folder for configuration, state and log")
    options = parser.parse_args()
    begin = dt.datetime.combine(options.begin, dt.time(0, 30), ZONE)
    accounts = [case.partition("/")[2] for case in CASES]
    with contextlib.ExitStack() as within:
        folder = options.keep or Path(within.enter_context(tempfile.TemporaryDirectory(prefix="soak-")))
        folder.mkdir(exist_ok=True)
        outcome = soaked(
            folder,
            CASES,
            begin,
            options.days,
            injected=befalls(accounts, begin, options.days, options.seed),
            poll_minutes=options.poll_minutes,
            progress=lambda line: print(line, file=sys.stderr, flush=True),
        )
    for line in figures(outcome):
        print(line)
    found = verdict(outcome)
    for fault in found:
        print(f"FAULT {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
