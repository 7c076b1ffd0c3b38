"""Learn which of the names in a process is its employer's, from mailboxes whose employers are known; say how often.

Each name in each process is an example: it is the employer's or not. How a name reads in a mail is as it was learned
from other mailboxes (`learn_names`), for it is of those that the judgement is needed. Figures are taken on mailboxes
that were kept from the learner. Held mailboxes teach nothing. Needs LightGBM: `make learn`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus import learn_names  # noqa: E402
from tests.corpus.casefile import Case, _moment  # noqa: E402
from tests.corpus.learn_links import GROWN, LOOKS, write  # noqa: E402
from tests.corpus.linear import PARTS, weights  # noqa: E402
from tests.corpus.oracle import person  # noqa: E402
from tests.corpus.score import same_company  # noqa: E402
from watcher import inference  # noqa: E402
from watcher.inference.en.names import likely  # noqa: E402
from watcher.inference.weights import Weights  # noqa: E402
from watcher.matching.agencies import agency_domains  # noqa: E402
from watcher.matching.called import sightings  # noqa: E402
from watcher.matching.employers import Candidates, candidates  # noqa: E402
from watcher.matching.grouping import group  # noqa: E402
from watcher.matching.naming import names_of_domains  # noqa: E402
from watcher.matching.profile import profile  # noqa: E402
from watcher.matching.threads import threads  # noqa: E402
from watcher.model import Entry, Person  # noqa: E402
from watcher.reading import read  # noqa: E402

HERE = Path(__file__).parent
TREES = 120


@dataclass(frozen=True, slots=True)
class Example:
    """The names in a process, and which of them are the employer's."""

    source: str
    found: Candidates
    right: list[bool]


def examples(without: Sequence[str]) -> list[Example]:
    """The processes of all mailboxes, each mailbox read by what was learned of names in others."""
    paths = [path for folder in ("dev", "own") for path in sorted((HERE / folder).glob("*.yaml"))]
    paths = [path for path in paths if path.stem not in without]
    names = learn_names.examples(without)
    made = []
    for part in range(PARTS):
        kept = {path.stem for path in paths[part::PARTS]}
        learned = weights(*learn_names.fit([each for each in names if each.source not in kept]))
        likely._learned = lambda learned=learned: Weights(**learned)
        made += [each for path in paths[part::PARTS] for each in _of_mailbox(Case(path))]
        print(f"{part + 1} of {PARTS} parts read", file=sys.stderr, flush=True)
    return made


def _of_mailbox(case: Case) -> Iterator[Example]:
    me, entries, process_of = person(case), [], dict[str, str | None]()
    for raw in sorted(case.raw, key=lambda raw: _moment(raw["date"])):
        message = read(case.mime(raw), account=case.name, ref=raw["id"], received=_moment(raw["date"]), me=me)
        entries.append(Entry(message.envelope, inference.infer(message, me)))
        process_of[message.envelope.message_id] = raw.get("app")
    for part in range(1, LOOKS + 1):
        seen = entries[: len(entries) * part // LOOKS]
        for process, found in _named(seen, me, process_of):
            employer = case.apps[process]["company"]
            yield Example(case.name, found, [same_company(name, employer) for name in found.names])


def _named(seen: Sequence[Entry], me: Person, process_of: dict[str, str | None]) -> Iterator[tuple[str, Candidates]]:
    """The processes as they are put together by now, each with that which most of its mails are of."""
    hunters = agency_domains(seen, me)
    called = names_of_domains(seen, hunters)
    for members in group(threads(seen), me, hunters):
        mails = [entry for thread in members for entry in thread.entries]
        process = Counter(process_of[mail.envelope.message_id] for mail in mails).most_common(1)[0][0]
        if process is not None:
            yield process, candidates(profile(members, me, hunters), called, sightings(mails))


def grow(chosen: Sequence[Example], names: Sequence[str]) -> lightgbm.Booster:
    rows = [[figures[name] for name in names] for each in chosen for figures in each.found.figures]
    right = [right for each in chosen for right in each.right]
    return lightgbm.train(GROWN | {"learning_rate": 0.1}, lightgbm.Dataset(np.array(rows, float), right), TREES)


def examine(made: Sequence[Example], names: Sequence[str]) -> None:
    """Print how often the employer is named in mailboxes that the learner did not see."""
    sources = sorted({each.source for each in made})
    alone = ruled = 0
    for part in range(PARTS):
        kept = set(sources[part::PARTS])
        trees = grow([each for each in made if each.source not in kept], names)
        for each in (each for each in made if each.source in kept):
            rows = [[figures[name] for name in names] for figures in each.found.figures]
            alone += each.right[int(np.argmax(trees.predict(np.array(rows, float), raw_score=True)))]
            ruled += any(of and name == each.found.ruled for of, name in zip(each.right, each.found.names, strict=True))
    print(f"{len(made)} processes: {alone} named by what is learned, {ruled} by the rules alone")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[], help="sources to keep from the learner")
    parser.add_argument("--into", type=Path, default=ROOT / "watcher" / "matching", help="folder of the file")
    options = parser.parse_args()
    made = [each for each in examples(options.without) if each.found.names]
    names = sorted(made[0].found.figures[0])
    examine(made, names)
    write(options.into / "employers.json", grow(made, names), names)


if __name__ == "__main__":
    main()
