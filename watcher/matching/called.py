"""What firms and positions are called in a process: each name with the weight of what tells it, heaviest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from watcher.matching.agencies import is_go_between
from watcher.matching.evidence import WEIGHT
from watcher.matching.likeness import same_company
from watcher.model import Confidence, Entry, Kind, Side, Statement

__all__ = ["Weighed", "companies", "likely_companies", "roles", "sightings"]

Weighed = tuple[tuple[str, float], ...]
"""Names with their weights, heaviest first."""
_CARRIED = ".subject"
"""In the rule of what a subject names, which my answer only carries on."""
_AGAIN = 0.2
"""What a name counts, of its weight, each time that the same evidence comes again."""
_LOG_ODDS = {Confidence.SURE: 2.0, Confidence.LIKELY: 0.3, Confidence.UNCLEAR: -0.9}
"""Of a name that reads like an employer's: amid those that each level stands for (`inference.en.names.likely`)."""
_FOR_OTHERS = ("agency", "carrier")
"""How the rules begin that tell of a firm between me and the employer."""
_Said = tuple[str, Statement]
"""A statement with the address of whoever made it."""


def companies(entries: Sequence[Entry], hunters: frozenset[str]) -> tuple[Weighed, Weighed]:
    """The names of employers, and those of agencies, in whatever form."""
    said = _said(entries, Kind.NAMES_COMPANY)
    named = {s.text for sender, s in said if is_go_between(sender, s, hunters)}
    agencies = [(sender, s) for sender, s in said if s.text in named or any(same_company(s.text, n) for n in named)]
    return _weighed(each for each in said if each not in agencies), _weighed(agencies)


def likely_companies(entries: Sequence[Entry], hunters: frozenset[str], agencies: Weighed) -> Weighed:
    """What reads like an employer's name and is none of an agency's, at its likeliest: often is no surer than once.

    Mails in which a rule is sure of the employer need no such help.
    """
    weights: dict[str, float] = {}
    for sender, s in _said([entry for entry in entries if not _is_sure(entry)], Kind.MAY_NAME_COMPANY):
        if not (is_go_between(sender, s, hunters) or any(same_company(s.text, name) for name, _ in agencies)):
            weights[s.text] = max(weights.get(s.text, 0.0), WEIGHT[s.confidence])
    return _heaviest_first(weights)


def sightings(entries: Iterable[Entry]) -> tuple[Weighed, ...]:
    """What reads like an employer's name in each mail that has some, with its log odds."""
    read = (entry.all(Kind.MAY_NAME_COMPANY) for entry in entries)
    return tuple(tuple((s.text, _LOG_ODDS[s.confidence]) for s in each) for each in read if each)


def _is_sure(entry: Entry) -> bool:
    return any(
        s.confidence is Confidence.SURE and not s.rule.startswith(_FOR_OTHERS) for s in entry.all(Kind.NAMES_COMPANY)
    )


def roles(entries: Iterable[Entry]) -> Weighed:
    """The names of positions."""
    return _weighed(_said(entries, Kind.NAMES_ROLE))


def _said(entries: Iterable[Entry], kind: Kind) -> list[_Said]:
    """What is named and who does; what I name in passing may be where else I stand: "I said yes to Bayshore"."""
    said = ((e, s) for e in entries for s in e.all(kind) if s.text and not (_answers(e) and _CARRIED in s.rule))
    return [(e.envelope.sender.email, _in_passing(s) if _answers(e) else s) for e, s in said]


def _answers(entry: Entry) -> bool:
    """Whether I answer or thank them, and do not apply."""
    again = bool(entry.envelope.in_reply_to) or entry.has(Kind.THANKS)
    return entry.envelope.side is Side.ME and again and not entry.has(Kind.APPLIES)


def _in_passing(statement: Statement) -> Statement:
    return replace(statement, confidence=Confidence.UNCLEAR)


def _heaviest_first(weights: Mapping[str, float]) -> Weighed:
    return tuple(sorted(weights.items(), key=lambda item: -item[1]))


def _weighed(said: Iterable[_Said]) -> Weighed:
    """The names with their weights, heaviest first.

    The same evidence again (a signature under every mail) adds little to what it told the first time.
    """
    told: dict[str, dict[tuple[str, str], list[float]]] = {}
    for sender, statement in said:
        kind = (sender, statement.rule)
        told.setdefault(statement.text, {}).setdefault(kind, []).append(WEIGHT[statement.confidence])
    weights = {
        name: sum(max(seen) * (1 + _AGAIN * (len(seen) - 1)) for seen in kinds.values()) for name, kinds in told.items()
    }
    return _heaviest_first(weights)
