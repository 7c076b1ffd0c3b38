"""Learn of which process a thread is, from mailboxes whose processes are known; say how often it is found.

Each thread beside each process that it may be of is an example: it is of it or not. The processes are as the rules put
them together, for that is what is judged by what is learned. Figures are taken on mailboxes that were kept from the
learner; the rules were written with all of them, so what both find together says little there. Held mailboxes teach
nothing. Needs LightGBM: `make learn`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus.casefile import Case, _moment  # noqa: E402
from tests.corpus.linear import PARTS  # noqa: E402
from tests.corpus.oracle import person  # noqa: E402
from watcher import inference  # noqa: E402
from watcher.matching.agencies import agency_domains  # noqa: E402
from watcher.matching.comparison import Figures, compare  # noqa: E402
from watcher.matching.grouping import group  # noqa: E402
from watcher.matching.profile import Profile  # noqa: E402
from watcher.matching.threads import threads  # noqa: E402
from watcher.model import Entry  # noqa: E402
from watcher.reading import read  # noqa: E402

HERE = Path(__file__).parent
LOOKS = 4
"""How many times each mailbox is looked at, after equal parts of its mails."""
TREES = 200
GROWN = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 12,
    "min_data_in_leaf": 20,
    "feature_fraction_bynode": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "seed": 0,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
"""How the trees are grown; twice as many, or larger ones, found no more on unseen mailboxes."""


@dataclass(frozen=True, slots=True)
class Example:
    """A thread, the figures of it beside each process that it may be of, and whether it is of that."""

    source: str
    figures: list[Figures]
    right: list[bool]
    ruled: int | None


def examples(without: Sequence[str]) -> list[Example]:
    """All that was to be judged in the mailboxes."""
    paths = [path for folder in ("dev", "own") for path in sorted((HERE / folder).glob("*.yaml"))]
    return [each for path in paths if path.stem not in without for each in _of_mailbox(Case(path))]


def _of_mailbox(case: Case) -> Iterator[Example]:
    me, entries, process_at = person(case), [], dict[Any, Any]()
    for raw in sorted(case.raw, key=lambda raw: _moment(raw["date"])):
        message = read(case.mime(raw), account=case.name, ref=raw["id"], received=_moment(raw["date"]), me=me)
        entries.append(Entry(message.envelope, inference.infer(message, me)))
        process_at[message.envelope.sent] = raw.get("app")
    made: list[Example] = []

    def look_on(own: Profile, known: Sequence[Profile], ruled: int | None) -> int | None:
        process = process_at[own.first]
        right = [process is not None and process_at[each.first] == process for each in known]
        made.append(Example(case.name, compare(own, known), right, ruled))
        return ruled

    for part in range(1, LOOKS + 1):
        seen = entries[: len(entries) * part // LOOKS]
        group(threads(seen), me, agency_domains(seen, me), judge=look_on)
    return iter(made)


def grow(chosen: Sequence[Example], names: Sequence[str]) -> lightgbm.Booster:
    rows = [[figures.get(name, 0.0) for name in names] for each in chosen for figures in each.figures]
    right = [right for each in chosen for right in each.right]
    return lightgbm.train(GROWN, lightgbm.Dataset(np.array(rows), right), TREES)


def examine(made: Sequence[Example], names: Sequence[str]) -> None:
    """Print how often the process is found in mailboxes that the learner did not see."""
    sources = sorted({each.source for each in made})
    alone = ruled = 0
    for part in range(PARTS):
        kept = set(sources[part::PARTS])
        trees = grow([each for each in made if each.source not in kept], names)
        for each in (each for each in made if each.source in kept):
            odds = trees.predict([[f.get(name, 0.0) for name in names] for f in each.figures], raw_score=True)
            likeliest = int(np.argmax(odds))
            found = each.right[likeliest] if odds[likeliest] > 0 else not any(each.right)
            alone += found
            ruled += each.right[each.ruled] if each.ruled is not None else not any(each.right)
    print(f"{len(made)} threads beside processes: {alone} found by what is learned, {ruled} by the rules alone")


def nodes(tree: dict[str, Any]) -> list[float | list[float]]:
    """A tree as `watcher.matching.forest` takes it."""
    found: list[float | list[float]] = []

    def add(node: dict[str, Any]) -> int:
        place = len(found)
        if "leaf_value" in node:
            found.append(round(node["leaf_value"], 4))
            return place
        split: list[float] = [node["split_feature"], node["threshold"]]
        found.append(split)
        split += [add(node["left_child"]), add(node["right_child"])]
        return place

    add(tree["tree_structure"])
    return found


def write(path: Path, trees: lightgbm.Booster, names: Sequence[str]) -> None:
    """Write what was learned, a tree a line."""
    lines = [json.dumps(nodes(tree), separators=(",", ":")) for tree in trees.dump_model()["tree_info"]]
    body = ",\n".join(lines)
    path.write_text(f'{{"features": {json.dumps(names)},\n"trees": [\n{body}\n]}}\n', encoding="utf-8")
    print(f"{path.name}: {len(lines)} trees, {path.stat().st_size >> 10} kB", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[], help="sources to keep from the learner")
    parser.add_argument("--into", type=Path, default=ROOT / "watcher" / "matching", help="folder of the file")
    options = parser.parse_args()
    made = [each for each in examples(options.without) if each.figures]
    names = sorted({name for each in made for figures in each.figures for name in figures})
    examine(made, names)
    write(options.into / "linkage.json", grow(made, names), names)


if __name__ == "__main__":
    main()
