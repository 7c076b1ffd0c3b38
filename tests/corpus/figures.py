"""Run the scorers over the cases, and print their figures beside those of the last release.

The last release's stand in `figures.json`; `--keep` writes them there. By itself this measures the given cases, `dev`;
`--all` adds our own, whose misses were read, and those held back, whose misses nobody reads; `--live` lives through the
given cases day by day as well. Each of the two takes a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "figures.json"
WATCHER = Path(sys.executable).with_name("watcher")

Figures = dict[str, dict[str, int]]
"""How often each figure was right, of how many: {"decision date": {"hits": 3, "total": 4}}."""


def measure(*, everything: bool, live: bool) -> dict[str, Figures]:
    """The figures of each run by its name: set and scorer.

    Raises:
        subprocess.CalledProcessError: a scorer could not measure
    """
    measured = {}
    for folder in ("dev", "own", "held") if everything else ("dev",):
        cases = sorted((HERE / folder).glob("*.yaml"))
        measured[f"{folder} score"] = run("score", cases)
        dates = sorted(HERE.glob(f"{folder}_dates*.yaml"))
        if dates:  # those held are read at times, before new ones are written
            measured[f"{folder} score_dates"] = run("score_dates", dates)
        if live and folder == "dev":
            measured["dev live"] = run("live", cases)
    return measured


def run(scorer: str, files: Sequence[Path]) -> Figures:
    """The figures of one scorer over some files."""
    command = [sys.executable, str(HERE / f"{scorer}.py"), "--watcher", str(WATCHER), "--json", *map(str, files)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def show(measured: dict[str, Figures], kept: dict[str, Figures]) -> None:
    """A table: figure, how often it was right, its share, and the last release's share."""
    print(f"{'':28}{'now':>15}{'':>9}{'last release':>14}")
    for name_of_run, figures in measured.items():
        print(name_of_run)
        for name, now in figures.items():
            then = kept.get(name_of_run, {}).get(name)
            before = share(then) if then else "-"
            print(f"  {name:26}{now['hits']:>7} / {now['total']:<5}{share(now):>9}{before:>14}")


def share(figure: dict[str, int]) -> str:
    return f"{figure['hits'] / figure['total']:.1%}" if figure["total"] else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="our own and the held cases as well")
    parser.add_argument("--live", action="store_true", help="live through the given cases as well")
    parser.add_argument("--keep", action="store_true", help="these are the release's figures from now on")
    options = parser.parse_args()
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    try:
        measured = measure(everything=options.all, live=options.live)
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    show(measured, kept)
    if options.keep:
        KEPT.write_text(json.dumps(kept | measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
