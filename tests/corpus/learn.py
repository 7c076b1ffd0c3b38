"""Learn the weights of the classifiers from the mails of the corpus whose meaning is known; say how well they judge.

Every figure is taken on mails that were kept from the learner: the sources (mailboxes, files of single mails) are dealt
into parts, and each part is judged by what was learned from the others. The limits (`classifier.Limits`) follow from
the same judgements, set beside what the rules said. Held mailboxes teach nothing. Needs scikit-learn: `make learn`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.corpus.lessons import ALEX, MINE, THEIRS, Lesson, lessons  # noqa: E402
from tests.corpus.weights import write  # noqa: E402
from watcher.calendar import calendar_for  # noqa: E402
from watcher.inference.classifier import features  # noqa: E402
from watcher.inference.en import ALIKE, LANGUAGE  # noqa: E402
from watcher.inference.heard import Heard, hear, own_subject, plain  # noqa: E402
from watcher.inference.speech import Speech  # noqa: E402
from watcher.model import Confidence, Kind, Message, Person, Side  # noqa: E402

PARTS = 6
SEEN = 2
"""Mails a feature must be met in."""
KEPT = 45_000
"""Features kept: those that weigh most for any kind, and are met most often. Each of the 107,000 tells a little: of
mails that nothing was taught, kinds are found with an average precision of 0.886 by 20,000 of them, 0.888 by 30,000,
0.890 by 45,000, and by all."""
STRENGTH = 60.0
"""Inverse of the regularisation; from 20 to 80 the figures hardly differ."""
RARITY = 1.25
"""The power to which the inverse frequency of a feature is taken: what is rare tells more than its logarithm says."""
SINGLE = 0.3
"""What a single mail counts beside one of a mailbox when limits are set: single ones were written to be hard."""
SURE = {Kind.HIRING: 0.9, Kind.GONE: 0.6}
"""What must be as sure as this: a mailbox holds far more of other things than the corpora do, and who is taken for gone is
written to no more."""
RARE = 0.02
"""Share of the mails that a kind has at least."""
PRUDENCE = 0.02
"""What a limit must gain that is further from its end."""


@dataclass
class Pupil:
    """The lessons of one side as a matrix."""

    lessons: list[Lesson]
    heard: list[Heard]

    def __post_init__(self) -> None:
        words = [
            dict.fromkeys(set().union(*(features(t, ALIKE) for t in (plain(own_subject(h.message)), *h.texts))), 1)
            for h in self.heard
        ]
        vectorizer = DictVectorizer()
        self.counts = vectorizer.fit_transform(words)
        self.names = vectorizer.get_feature_names_out()
        self.keep(np.asarray(self.counts.sum(axis=0)).ravel() >= SEEN)
        sources = sorted({lesson.source for lesson in self.lessons})
        self.part = np.array([sources.index(lesson.source) % PARTS for lesson in self.lessons])

    def keep(self, chosen: Any) -> None:
        """Look at the chosen features only."""
        self.counts, self.names = self.counts[:, chosen], self.names[chosen]
        self.tfidf = TfidfTransformer().fit(self.counts)
        self.tfidf.idf_ = self.tfidf.idf_**RARITY
        self.matrix = self.tfidf.transform(self.counts)

    def known(self, kind: Kind) -> Any:
        """The rows in which it is known whether a mail does this."""
        return np.array([n for n, lesson in enumerate(self.lessons) if kind in lesson.known])

    def fit(self, kind: Kind, rows: Any) -> LogisticRegression:
        truth = [kind in self.lessons[row].kinds for row in rows]
        return LogisticRegression(C=STRENGTH, solver="liblinear", class_weight="balanced").fit(self.matrix[rows], truth)

    def unseen(self, kind: Kind) -> tuple[Any, Any]:
        """The rows in which the kind is known, and each one's probability by what was learned from other parts."""
        rows = np.array([row for row in self.known(kind) if self.lessons[row].source != "rules"])
        judged = np.zeros(len(rows))
        for part in range(PARTS):
            kept = self.part[rows] == part
            if kept.any():
                others = np.array([row for row in self.known(kind) if self.part[row] != part])
                judged[kept] = self.fit(kind, others).predict_proba(self.matrix[rows[kept]])[:, 1]
        return rows, judged


def heard(lesson: Lesson) -> Heard:
    return heard_as(lesson.message, lesson.me)


def heard_as(message: Message, me: Person) -> Heard:
    """A message as its reader hears it, not judged."""
    speech = Speech(message.envelope.sent, message.envelope.side, me, me.country, calendar_for(me.country))
    return hear(message, speech, LANGUAGE.marks)


def ruled(each: Heard) -> frozenset[Kind]:
    """What the rules read."""
    return frozenset(
        s.kind for reader in LANGUAGE.readers for s in reader(each) if s.confidence is not Confidence.UNCLEAR
    )


def weights_of(truth: Any, boxed: Any) -> Any:
    """What each mail counts when limits are set: a kind is to be as frequent among the single mails as in mailboxes."""
    share = max(RARE, truth[boxed].mean() if boxed.any() else 0.0)
    there = truth[~boxed].mean() or share
    single = np.where(truth, share / there, (1 - share) / max(1 - there, share))
    return np.where(boxed, 1.0, SINGLE * single)


def limits(judged: Any, truth: Any, rule: Any, weight: Any) -> tuple[float, float]:
    """The limits with which rules and judgement together are right most often (by F measure)."""
    best = (0.0, 0.0, 1.01)
    for doubt in (0.0, *np.linspace(0.02, 0.5, 25)):
        for enough in np.linspace(1.0, 0.3, 36):
            said = (rule & (judged >= doubt)) | (judged >= enough)
            score = 2 * weight[said & truth].sum() / max(1, weight[said].sum() + weight[truth].sum())
            score -= PRUDENCE * (doubt + 1 - enough)
            best = max(best, (float(score), float(doubt), float(enough)), key=lambda each: each[0])
    return round(best[1], 3), round(best[2], 3)


def figures(name: str, said: Any, truth: Any) -> str:
    right = (said & truth).sum()
    return f"{name} {right}/{said.sum()} of {truth.sum()}: F {2 * right / max(1, said.sum() + truth.sum()):.2f}"


def learn(pupil: Pupil, kinds: Sequence[Kind]) -> dict[str, Any]:
    """The file's content, as `Classifier.read` takes it: weights in hundredths, in the order of the kinds."""
    rules = [ruled(each) for each in pupil.heard]
    limits = {kind: examine(pupil, kind, rules) for kind in kinds}
    heaviest = np.max([np.abs(pupil.fit(kind, pupil.known(kind)).coef_[0]) for kind in kinds], axis=0)
    heaviest *= np.sqrt(np.asarray(pupil.counts.sum(axis=0)).ravel())
    pupil.keep(heaviest >= np.sort(heaviest)[-min(KEPT, len(heaviest))])
    about, columns = {}, [np.round(pupil.tfidf.idf_ * 100)]
    for kind, (doubt, enough) in limits.items():
        model = pupil.fit(kind, pupil.known(kind))
        about[kind] = {"intercept": round(float(model.intercept_[0]), 3), "doubt": doubt, "enough": enough}
        columns.append(np.round(model.coef_[0] * pupil.tfidf.idf_ * 100))
    table = np.column_stack(columns).astype(int).tolist()
    return {"kinds": about, "features": dict(zip(pupil.names, table, strict=True))}


def examine(pupil: Pupil, kind: Kind, rules: Sequence[frozenset[Kind]]) -> tuple[float, float]:
    """The limits of a kind, after printing how often rules and judgement are right on what the learner did not see."""
    rows, judged = pupil.unseen(kind)
    truth = np.array([kind in pupil.lessons[row].kinds for row in rows])
    rule = np.array([kind in rules[row] for row in rows])
    single = np.array([pupil.lessons[row].me is ALEX for row in rows])
    doubt, enough = limits(judged, truth, rule, weights_of(truth, ~single))
    enough = max(enough, SURE.get(kind, 0.0))
    both = (rule & (judged >= doubt)) | (judged >= enough)
    shown = [
        figures(f"{where} {name}", said[place], truth[place])
        for where, place in (("mailboxes", ~single), ("single", single))
        for name, said in (("rules", rule), ("both", both))
    ]
    print(f"{kind:14} {doubt:5.2f} {enough:5.2f}  " + " | ".join(shown), flush=True)
    return doubt, enough


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--without", nargs="*", default=[], help="sources to keep from the learner")
    parser.add_argument("--into", type=Path, default=ROOT / "watcher/inference/en", help="folder of the files written")
    options = parser.parse_args()
    all_lessons = [lesson for lesson in lessons() if lesson.source not in options.without]
    for side, kinds in (("theirs", THEIRS), ("mine", MINE)):
        chosen = [each for each in all_lessons if (each.message.envelope.side is Side.ME) == (side == "mine")]
        learned = learn(Pupil(chosen, [heard(each) for each in chosen]), sorted(kinds))
        write(options.into / f"{side}.json", learned)


if __name__ == "__main__":
    main()
