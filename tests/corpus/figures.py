"""Run the scorers over the cases, and print their figures beside those of the last release.

The last release's stand in `figures.json`; `--keep` writes them there. `--live` lives through the cases day by day
as well, which takes a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "figures.json"
WATCHER = Path(sys.executable).with_name("watcher")

Figures = dict[str, dict[str, int]]
"""How often each figure was right, of how many: {"decision date": {"hits": 3, "total": 4}}."""


def measure(*, live: bool) -> dict[str, Figures]:
    """The figures of each scorer by its name.

    Raises:
        subprocess.CalledProcessError: a scorer could not measure
    """
    cases = sorted(map(str, (HERE / "dev").glob("*.yaml")))
    runs = {"score": cases, "score_dates": [str(HERE / "dev_dates.yaml")]} | ({"live": cases} if live else {})
    measured = {}
    for scorer, files in runs.items():
        command = [sys.executable, str(HERE / f"{scorer}.py"), "--watcher", str(WATCHER), "--json", *files]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        measured[scorer] = json.loads(done.stdout)
    return measured


def show(measured: dict[str, Figures], kept: dict[str, Figures]) -> None:
    """A table: figure, how often it was right, its share, and the last release's share."""
    print(f"{'':28}{'now':>15}{'':>9}{'last release':>14}")
    for scorer, figures in measured.items():
        print(scorer)
        for name, now in figures.items():
            then = kept.get(scorer, {}).get(name)
            before = share(then) if then else "-"
            print(f"  {name:26}{now['hits']:>7} / {now['total']:<5}{share(now):>9}{before:>14}")


def share(figure: dict[str, int]) -> str:
    return f"{figure['hits'] / figure['total']:.1%}" if figure["total"] else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--live", action="store_true", help="live through the cases as well")
    parser.add_argument("--keep", action="store_true", help="these are the release's figures from now on")
    options = parser.parse_args()
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    try:
        measured = measure(live=options.live)
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    show(measured, kept)
    if options.keep:
        KEPT.write_text(json.dumps(kept | measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
