"""What a thread and a process have in common and what sets them apart, in figures that `linkage` weighs.

Nothing is decided here, and no figure is more than counted: which of them tell something, and together with which
others, is learned.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from watcher.domains import domain_is_of
from watcher.matching.acquaintances import TOLD
from watcher.matching.likeness import (
    company_tokens,
    is_company_in,
    is_position_in,
    roles_agree,
    same_company,
    shared_words,
)
from watcher.matching.links import is_of_agency
from watcher.matching.profile import Profile

__all__ = ["Figures", "compare"]

Figures = dict[str, float]
"""Each by its name; what is there or not is 1 or 0, and what speaks against, below 0."""

_MOST_NAMES = 3
"""How many of a side's names of employers and positions are looked at, heaviest first."""
_LONGEST = 60.0
"""Days beyond which it makes no difference how long ago something was."""
_DAY = dt.timedelta(days=1)
_MANNER = (
    "answered",
    "another",
    "apart",
    "applied",
    "approached",
    "asked",
    "by_people",
    "doubted",
    "opens",
    "received",
    "refused",
)
"""What is said of a profile as a whole, by the names of its fields."""
_OF_OTHERS = (
    "addresses",
    "firm_domains",
    "agency_domains",
    "their_people_named",
    "my_people_named",
    "employer_alike",
    "employer_in_subject",
    "position",
    "position_in_subject",
    "position_in_words",
    "subject_words",
    "names",
    "rare",
    "days_since",
)
"""Figures of which it matters as well by how much they exceed those of any other process."""


def compare(own: Profile, known: Sequence[Profile]) -> list[Figures]:
    """The figures of a thread beside each of the processes that it may be of."""
    figures = [dict(_figures(own, each)) for each in known]
    spoken = own.mentioned | own.subjects
    often = Counter(word for each in known for word in spoken & (each.mentioned | each.subjects | each.named))
    alone = {word for word, count in often.items() if count == 1}
    for each, told in zip(known, figures, strict=True):
        words = alone & (each.mentioned | each.subjects | each.named)
        told["names_of_it_alone"] = len(words)
        told["rare_of_it_alone"] = sum(level for word, level in own.rare.items() if word in words and word in each.rare)
    for name in _OF_OTHERS:
        ranked = sorted((told[name] for told in figures), reverse=True)[:2]
        for told in figures if len(ranked) > 1 else ():
            told[f"more_{name}"] = told[name] - ranked[told[name] == ranked[0]]
    return figures


def _figures(own: Profile, known: Profile) -> Iterator[tuple[str, float]]:
    yield from _of_people(own, known)
    yield from _of_employers(own, known)
    yield from _of_positions(own, known)
    yield from _of_words(own, known)
    yield from ((f"{name}_here", getattr(own, name)) for name in _MANNER)
    yield from ((f"{name}_there", getattr(known, name)) for name in _MANNER)
    yield "hiring_here", own.hiring
    yield "hiring_there", known.hiring
    yield "days_since", max(-_LONGEST, min((own.first - known.last) / _DAY, _LONGEST))
    yield "days_from_first", max(-_LONGEST, min((own.first - known.first) / _DAY, _LONGEST))


def _of_people(own: Profile, known: Profile) -> Iterator[tuple[str, float]]:
    yield "addresses", len(own.people & known.people)
    yield "reached", len(own.reached & known.people | own.people & known.reached)
    yield "wrote_last", known.correspondent in own.people
    yield "full_names", len(own.names & known.names)
    yield "first_names", len(own.given & known.given)
    yield "families", len(own.families & known.families)
    yield "their_people_named", len(own.mentioned & (known.named | known.given) - own.named - own.given)
    yield "my_people_named", len(known.mentioned & (own.named | own.given) - known.named - known.given)
    yield "told_of", len(own.given & known.told) + len(own.told & known.given)


def _of_employers(own: Profile, known: Profile) -> Iterator[tuple[str, float]]:
    agencies = own.hunters | known.hunters
    yield "firm_domains", len(own.domains & known.domains - agencies)
    yield "agency_domains", len(own.domains & known.domains & agencies)
    yield "kind_of_writer_here", _kind_of_writer(own)
    yield "kind_of_writer_there", _kind_of_writer(known)
    yield "invites", bool(own.uids & known.uids)
    ours, theirs = own.companies[:_MOST_NAMES], known.companies[:_MOST_NAMES]
    alike = (min(w, v, 2.0) for a, w in ours for b, v in theirs if same_company(a, b))
    yield "employer_alike", max(alike, default=0.0)
    yield "employer_first", _verdict(same_company(ours[0][0], theirs[0][0]) if ours and theirs else None)
    yield "employer_here", ours[0][1] if ours else 0.0
    yield "employer_there", theirs[0][1] if theirs else 0.0
    names, words, their_words = [n for n, _ in theirs], own.subjects | own.mentioned, known.subjects | known.mentioned
    yield "employer_in_words", any(is_company_in(name, words) for name in names)
    yield "employer_in_their_words", any(is_company_in(name, their_words) for name, _ in ours)
    yield "agency_in_words", any(is_company_in(name, words) for name, _ in known.agencies)
    yield "agency_in_their_words", any(is_company_in(name, their_words) for name, _ in own.agencies)
    yield "employer_in_subject", max((len(own.subjects.intersection(company_tokens(n))) for n in names), default=0)
    yield "domain_spells", _spells(own, known) or _spells(known, own)


def _of_positions(own: Profile, known: Profile) -> Iterator[tuple[str, float]]:
    ours, theirs = ([n for n, w in each.roles[:_MOST_NAMES] if w >= TOLD] for each in (own, known))
    yield "position", _verdict(*(roles_agree(a, b) for a in ours for b in theirs))
    yield "position_first", _verdict(roles_agree(ours[0], theirs[0]) if ours and theirs else None)
    yield "position_here", own.roles[0][1] if own.roles else 0.0
    yield "position_there", known.roles[0][1] if known.roles else 0.0
    words = own.subjects | own.mentioned
    yield "position_in_subject", max((shared_words(name, own.subjects) for name in theirs), default=0)
    yield "position_in_words", max((shared_words(name, words) for name in theirs), default=0)
    yield "position_in_their_subject", max((shared_words(name, known.subjects) for name in ours), default=0)
    yield "position_in_full", any(is_position_in(name, words) for name in theirs)
    further = known.other_roles | own.other_roles
    yield "other_position", any(roles_agree(other, name) is True for other in further for name in (*ours, *theirs))


def _of_words(own: Profile, known: Profile) -> Iterator[tuple[str, float]]:
    yield "references", _shared_or_not(own.references, known.references)
    yield "numbers", _shared_or_not(own.numbers, known.numbers)
    subjects = own.subjects & known.subjects
    yield "subject_words", len(subjects)
    yield "subject_share", len(subjects) / max(1, len(own.subjects | known.subjects))
    yield "subject_within", bool(own.subjects) and own.subjects <= known.subjects
    yield "names", len(own.mentioned & known.mentioned - own.named)
    yield "rare", sum(level for word, level in own.rare.items() if word in known.rare)


def _kind_of_writer(one: Profile) -> float:
    """Nobody with a firm's address, a firm, or an agency."""
    return 0.0 if not one.domains else 2.0 if is_of_agency(one) else 1.0


def _verdict(*agree: bool | None) -> float:
    """For it where any agrees, against it where there are some and all differ."""
    return 1.0 if True in agree else -1.0 if agree and all(each is False for each in agree) else 0.0


def _shared_or_not(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return _verdict(not ours.isdisjoint(theirs) if ours and theirs else None)


def _spells(one: Profile, other: Profile) -> bool:
    """Whether a domain of a firm in one is the employer told in the other."""
    told = [name for name, weight in other.companies[:_MOST_NAMES] if weight >= TOLD]
    return any(domain_is_of(domain, name) for domain in one.domains - one.hunters for name in told)
