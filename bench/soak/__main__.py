"""`make soak`."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.soak.figures import figures, verdict
from bench.soak.hosts import DovecotHost, GmailHost
from bench.soak.injected import befalls
from bench.soak.mornings import case_of
from bench.soak.trial import Mailbox, Outcome, Trial

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
CASES = ("dev/aoife", "dev/tobias", "dev/harriet", "own/nadia")
"""Job searches whose days overlap; the last is on Gmail. One person has them all, so one calendar holds for them."""
ZONE, COUNTRY = ZoneInfo("Europe/London"), "GB"
BEGIN = dt.datetime(2026, 4, 7, 0, 30, tzinfo=ZONE)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description="Soak the daemon.")
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--poll-minutes", type=int, default=30)
    parser.add_argument("--begin", type=dt.date.fromisoformat, default=BEGIN.date(), help="the first day")
    parser.add_argument("--keep", type=Path, help="a folder for configuration, state and log")
    options = parser.parse_args()
    begin = dt.datetime.combine(options.begin, BEGIN.time(), ZONE)
    with contextlib.ExitStack() as within:
        folder = options.keep or Path(within.enter_context(tempfile.TemporaryDirectory(prefix="soak-")))
        folder.mkdir(exist_ok=True)
        outcome = soaked(folder, CASES, begin, options.days, options.seed, options.poll_minutes)
    for line in figures(outcome, begin, options.seed):
        print(line)
    found = verdict(outcome)
    for fault in found:
        print(f"FAULT {fault}", file=sys.stderr)
    return 1 if found else 0


def soaked(folder: Path, cases: Sequence[str], begin: dt.datetime, days: int, seed: int, poll_minutes: int) -> Outcome:
    """Live through so many days; all of it goes to stderr as it goes on."""
    with contextlib.ExitStack() as within:
        boxes = []
        for name in cases:
            case = case_of(CORPUS / f"{name}.yaml", ZONE, COUNTRY)
            gmail = name == cases[-1]
            host = GmailHost(case.name, _addresses(case)) if gmail else DovecotHost(case.name)
            boxes.append(Mailbox(within.enter_context(host), case))
        trial = Trial(folder, boxes, ZONE, COUNTRY, begin)
        trial.configure(poll_minutes)
        injected = befalls([box.host.name for box in boxes], begin, days, seed)
        with trial:
            return trial.run(days, injected, lambda line: print(line, file=sys.stderr, flush=True))


def _addresses(case: object) -> list[str]:
    me = case.me  # type: ignore[attr-defined]
    return [me["address"], *me.get("aliases", [])]


if __name__ == "__main__":
    sys.exit(main())
