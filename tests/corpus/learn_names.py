"""Learn which of a mail's names is that of the employer, from mailboxes whose employers are known; say how often it is.

Each name in a mail of a process is an example: that of its employer, or another. Figures are taken on mailboxes that
were kept from the learner, as in `learn.py`, and on what is learned alone, without the rules. Held mailboxes teach
nothing. Needs scikit-learn: `make learn`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus import linear  # noqa: E402
from tests.corpus.casefile import Case, _moment  # noqa: E402
from tests.corpus.learn import heard_as  # noqa: E402
from tests.corpus.oracle import person  # noqa: E402
from tests.corpus.score import same_company  # noqa: E402
from watcher.inference.en.names.likely import features, mentions  # noqa: E402
from watcher.reading import read  # noqa: E402

HERE = Path(__file__).parent
SEEN = 5
"""Mailboxes in which something must be seen to be learned from: so no employer is learned by heart."""


@dataclass(frozen=True, slots=True)
class Example:
    """A name in a mail of a process, what is seen of it, and whether it is the employer's."""

    source: str
    process: str
    name: str
    seen: frozenset[str]
    right: bool


def examples(without: Sequence[str]) -> list[Example]:
    """The names in all mails of all processes of the mailboxes."""
    paths = [path for folder in ("dev", "own") for path in sorted((HERE / folder).glob("*.yaml"))]
    return [each for path in paths if path.stem not in without for each in _of_mailbox(Case(path))]


def _of_mailbox(case: Case) -> list[Example]:
    me, made = person(case), []
    for raw in case.raw:
        if "app" not in raw:
            continue
        message = read(case.mime(raw), account=case.name, ref=raw["id"], received=_moment(raw["date"]), me=me)
        each, employer = heard_as(message, me), case.apps[raw["app"]]["company"]
        for mention in mentions(each):
            seen = frozenset(features(mention, each))
            made.append(Example(case.name, raw["app"], mention.name, seen, same_company(mention.name, employer)))
    return made


def fit(chosen: Sequence[Example]) -> linear.Model:
    sources = defaultdict[str, set[str]](set)
    for each in chosen:
        for feature in each.seen:
            sources[feature].add(each.source)
    common = {feature for feature, where in sources.items() if len(where) >= SEEN}
    return linear.fit((each.seen & common for each in chosen), [each.right for each in chosen], linear.STRENGTH)


def examine(made: Sequence[Example]) -> None:
    """Print how often the likeliest name of a process is its employer's in mailboxes that the learner did not see."""
    sources = sorted({each.source for each in made})
    right = processes = 0
    for part in range(linear.PARTS):
        kept = set(sources[part :: linear.PARTS])
        model, vectorizer = fit([each for each in made if each.source not in kept])
        unseen = [each for each in made if each.source in kept]
        odds = model.decision_function(vectorizer.transform([dict.fromkeys(each.seen, 1) for each in unseen]))
        best: dict[tuple[str, str], tuple[float, bool]] = {}
        for each, value in zip(unseen, odds.tolist(), strict=True):
            process = (each.source, each.process)
            best[process] = max(best.get(process, (value, each.right)), (value, each.right))
        right, processes = right + sum(of for _, of in best.values()), processes + len(best)
    print(f"names, without rules: {right}/{processes}", flush=True)


if __name__ == "__main__":
    linear.run(__doc__, ROOT / "watcher/inference/en/names/names.json", examples, examine, fit)
