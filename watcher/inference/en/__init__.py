"""English: its abbreviations, and the readers of its themes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from watcher.inference.classifier import Classifier
from watcher.inference.en.absences import absences
from watcher.inference.en.acts import acts
from watcher.inference.en.interviews import interviews
from watcher.inference.en.invites import invites
from watcher.inference.en.lexicon import lexicon
from watcher.inference.en.names import names, numbers
from watcher.inference.en.promises import decisions
from watcher.inference.en.rare import rare
from watcher.inference.en.roles import roles
from watcher.inference.en.search import SEARCH
from watcher.inference.en.sounds import sounds
from watcher.inference.en.times.words import WORDS
from watcher.inference.en.topic import topic
from watcher.inference.en.vocabulary import MARKS, SMALL
from watcher.inference.heard import Heard
from watcher.inference.language import Language
from watcher.inference.phones import phones
from watcher.inference.rules import LEARNED
from watcher.model import Confidence, Kind, Side, Statement

__all__ = ["ALIKE", "LANGUAGE"]

ALIKE = dict.fromkeys(WORDS["anyday"], "#day") | {month: "#month" for month in WORDS["month"] if month != "may"}
"""Words that count as one to the classifiers."""


def _about(heard: Heard) -> Iterator[Statement]:
    """The topic by its sentences; by the words of the whole where no sentence says that it is something else."""
    said = tuple(topic(heard))
    yield from said
    if not any(s.kind is Kind.NOT_HIRING and s.confidence is not Confidence.UNCLEAR for s in said):
        yield from lexicon(heard)


def _dates(heard: Heard) -> Iterator[Statement]:
    """When they answer; a day that no rule gives to their answer is that of what they invite to, by either's clock."""
    invite = heard.message.invite
    for stated in decisions(heard.sentences, heard.speech, heard.judged.get(Kind.DECIDES_BY)):
        learned = stated.window if stated.rule.startswith(LEARNED) else None
        if not (invite and learned and abs((learned.latest - invite.start.date()).days) <= 1):
            yield stated


@cache
def _classifier(side: Side) -> Classifier:
    name = "mine.json" if side is Side.ME else "theirs.json"
    return Classifier.read(files(__name__).joinpath(name).read_text(encoding="utf-8"), ALIKE)


LANGUAGE = Language(
    "English",
    MARKS,
    (_about, acts, _dates, invites, interviews, absences, roles, names, numbers, rare, sounds, phones),
    _classifier,
    SMALL,
    SEARCH,
)
