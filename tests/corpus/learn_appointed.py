"""Learn which hour a message books, from mailboxes whose interviews are known; say how often it is found.

Each hour that a message may mean is an example: we meet at it by then, or not. How a mail sounds, and which of its hours
is that of a meeting, is as it was learned from other mailboxes (`learn`, `learn_hours`), for it is of those that the
judgement is needed. Figures are taken on mailboxes that were kept from the learner; the rules were written with all of
them. Held mailboxes teach nothing. Needs LightGBM and scikit-learn: `make learn`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus import learn_hours  # noqa: E402
from tests.corpus.casefile import Case, _moment  # noqa: E402
from tests.corpus.learn import Pupil, heard  # noqa: E402
from tests.corpus.learn_links import GROWN, write  # noqa: E402
from tests.corpus.lessons import MINE, THEIRS, lessons  # noqa: E402
from tests.corpus.linear import PARTS, fitted, weights  # noqa: E402
from tests.corpus.oracle import person  # noqa: E402
from watcher import inference  # noqa: E402
from watcher.inference.classifier import Classifier  # noqa: E402
from watcher.inference.en import ALIKE, LANGUAGE, hours  # noqa: E402
from watcher.inference.lanes import pack  # noqa: E402
from watcher.inference.language import Language  # noqa: E402
from watcher.inference.weights import Weights  # noqa: E402
from watcher.matching.appointed import ENOUGH, SAID_BY_RULES, Candidates, Standing, candidates, is_weighed  # noqa: E402
from watcher.matching.bookings import Bookings  # noqa: E402
from watcher.model import Entry, Side, Statement  # noqa: E402
from watcher.reading import read  # noqa: E402

HERE = Path(__file__).parent
TREES = 120


@dataclass(frozen=True, slots=True)
class Example:
    """The hours that a message may mean, and at which of them we meet by then."""

    source: str
    found: Candidates
    right: list[bool]
    ruled: list[bool]


def examples(without: Sequence[str]) -> list[Example]:
    """The messages of all mailboxes, each mailbox read by what was learned from others."""
    paths = [path for folder in ("dev", "own") for path in sorted((HERE / folder).glob("*.yaml"))]
    paths = [path for path in paths if path.stem not in without]
    taught = [each for each in lessons() if each.source not in without]
    pupils = {}
    for side, kinds in ((Side.ME, MINE), (Side.THEM, THEIRS)):
        chosen = [each for each in taught if (each.message.envelope.side is Side.ME) == (side is Side.ME)]
        pupils[side] = (Pupil(chosen, [heard(each) for each in chosen]), sorted(kinds))
    named = learn_hours.examples(without)
    made = []
    for part in range(PARTS):
        kept = {path.stem for path in paths[part::PARTS]}
        learned = weights(*fitted([each for each in named if each.lesson.source not in kept]))
        hours._learned = lambda learned=learned: Weights(**learned)
        judges = {side: classifier(pupil, kinds, side, kept) for side, (pupil, kinds) in pupils.items()}
        language = replace(
            LANGUAGE, classifier=lambda side, judges=judges: judges[side if side is Side.ME else Side.THEM]
        )
        made += [each for path in paths[part::PARTS] for each in _of_mailbox(Case(path), language)]
        print(f"{part + 1} of {PARTS} parts read", file=sys.stderr, flush=True)
    return made


def classifier(pupil: Pupil, kinds: Sequence[Any], side: Side, kept: set[str]) -> Classifier:
    """What judges the mails of a side, learned without some sources; the limits are those of what comes with the program."""
    limits = LANGUAGE.classifier(side)
    assert limits is not None
    limit_of = dict(zip(limits.kinds, limits.limits, strict=True))
    models = []
    for kind in kinds:
        rows = np.array([row for row in pupil.known(kind) if pupil.lessons[row].source not in kept])
        models.append(pupil.fit(kind, rows))
    columns = [np.round(model.coef_[0] * pupil.tfidf.idf_ * 100) for model in models]
    table = np.column_stack([np.round(pupil.tfidf.idf_ * 100) ** 2, *columns]).astype(int).tolist()
    return Classifier(
        tuple(kinds),
        tuple(limit_of[kind] for kind in kinds),
        tuple(float(model.intercept_[0]) for model in models),
        {name: pack(row) for name, row in zip(pupil.names, table, strict=True)},
        ALIKE,
    )


def _of_mailbox(case: Case, language: Language) -> Iterator[Example]:
    me, processes = person(case), dict[str, list[tuple[dict[str, Any], Entry]]]()
    for raw in case.raw:
        if app := raw.get("app"):
            message = read(case.mime(raw), account=case.name, ref=raw["id"], received=_moment(raw["date"]), me=me)
            entry = Entry(message.envelope, inference.infer(message, me, language))
            processes.setdefault(app, []).append((raw, entry))
    for mails in processes.values():
        yield from _of_process(case.name, mails)


def _of_process(source: str, mails: Sequence[tuple[dict[str, Any], Entry]]) -> Iterator[Example]:
    looked_at = list[tuple[Candidates, Sequence[Statement]]]()
    bookings, meets = Bookings(_noting(looked_at)), dict[str, Any]()
    for raw, entry in mails:
        looked_at.clear()
        bookings.read(entry, lambda _statement, _effect: None)
        if booking := (raw.get("says") or {}).get("interview"):
            meets[booking.get("slot", "main")] = _moment(booking["start"])
            if booking.get("status") == "cancelled":
                del meets[booking.get("slot", "main")]
        for found, ruled in looked_at:
            right = [time.start in meets.values() for time in found.times]
            yield Example(source, found, right, [time in ruled for time in found.times])


def _noting(looked_at: list[Any]) -> Callable[[Entry, Standing, Sequence[Statement]], list[Statement]]:
    """Books what the rules say, and keeps what else there was to book."""

    def note(entry: Entry, standing: Standing, ruled: Sequence[Statement]) -> list[Statement]:
        if is_weighed(entry, ruled):
            looked_at.append((candidates(entry, standing, ruled), ruled))
        return list(ruled)

    return note


def grow(chosen: Sequence[Example], names: Sequence[str]) -> lightgbm.Booster:
    rows = [[figures.get(name, 0.0) for name in names] for each in chosen for figures in each.found.figures]
    right = [right for each in chosen for right in each.right]
    return lightgbm.train(GROWN | {"learning_rate": 0.1}, lightgbm.Dataset(np.array(rows, float), right), TREES)


def examine(made: Sequence[Example], names: Sequence[str]) -> None:
    """Print how often it is told rightly at which hour we meet, if at any, in mailboxes that the learner did not see."""
    sources = sorted({each.source for each in made})
    both = ruled = 0
    for part in range(PARTS):
        kept = set(sources[part::PARTS])
        trees = grow([each for each in made if each.source not in kept], names)
        for each in (each for each in made if each.source in kept):
            rows = [[figures.get(name, 0.0) for name in names] for figures in each.found.figures]
            odds = trees.predict(np.array(rows, float), raw_score=True) + SAID_BY_RULES * np.array(each.ruled)
            best = int(np.argmax(odds))
            both += each.right[best] if odds[best] >= ENOUGH else not any(each.right)
            ruled += any(r and t for r, t in zip(each.ruled, each.right, strict=True)) or not any(
                (*each.ruled, *each.right)
            )
    print(f"{len(made)} messages: {both} told by both, {ruled} by the rules alone")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[], help="sources to keep from the learner")
    parser.add_argument("--into", type=Path, default=ROOT / "watcher" / "matching", help="folder of the file")
    options = parser.parse_args()
    made = [each for each in examples(options.without) if each.found.times]
    names = sorted({name for each in made for figures in each.found.figures for name in figures})
    examine(made, names)
    write(options.into / "appointed.json", grow(made, names), names)


if __name__ == "__main__":
    main()
