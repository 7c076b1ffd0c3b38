"""English: its abbreviations, and the readers of its themes."""

from __future__ import annotations

from collections.abc import Iterator

from watcher.inference.en.absences import absences
from watcher.inference.en.acts import acts
from watcher.inference.en.interviews import interviews
from watcher.inference.en.invites import invites
from watcher.inference.en.lexicon import lexicon
from watcher.inference.en.names import names
from watcher.inference.en.promises import decisions
from watcher.inference.en.roles import roles
from watcher.inference.en.topic import topic
from watcher.inference.en.vocabulary import ABBREVIATIONS
from watcher.inference.heard import Heard
from watcher.inference.language import Language
from watcher.model import Confidence, Kind, Statement

__all__ = ["LANGUAGE"]


def _about(heard: Heard) -> Iterator[Statement]:
    """The topic by its sentences; by the words of the whole where no sentence says that it is something else."""
    said = tuple(topic(heard))
    yield from said
    if not any(s.kind is Kind.NOT_HIRING and s.confidence is not Confidence.UNCLEAR for s in said):
        yield from lexicon(heard)


def _dates(heard: Heard) -> tuple[Statement, ...]:
    return decisions(heard.sentences, heard.speech)


LANGUAGE = Language("English", ABBREVIATIONS, (_about, acts, _dates, invites, interviews, absences, roles, names))
