"""Which of the names in a process is its employer's, by rules (`naming`) and by what was learned, each with its say.

Rules weigh what they were told to look for; now and then a town, a part of a firm or the agency itself weighs more.
What is learned looks at all names together: how often and how surely each is told, how it reads in each mail, and how
far it is ahead of the others. On 4,009 looks at processes of 74 mailboxes that neither had seen, rules named 3,742
employers rightly, both together 3,821.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

from watcher.domains import domain_begins, domain_is_of, words_of
from watcher.matching.called import Weighed
from watcher.matching.forest import Forest
from watcher.matching.likeness import company_tokens, same_company
from watcher.matching.naming import company_of, name_of_domain
from watcher.matching.profile import Profile
from watcher.text import unaccented

__all__ = ["Candidates", "Figures", "candidates", "employer_of"]

Figures = dict[str, float]
_SAID_BY_RULES = 1.0
"""What it adds to the log odds that rules say so. From 0 to 2 those mailboxes came to nearly the same."""
_MOST_SEEN = 12
"""Names looked at that no rule told, likeliest first."""
_NOWHERE = -8.0
"""The log odds of a name that reads like none anywhere."""
_COMPARED = ("told", "seen_best", "seen_often")
"""Figures of which it matters how far they are ahead of those of all others, and of how many behind."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The names that may be the employer's, with the figures of each, and the one that rules say."""

    names: tuple[str, ...]
    figures: tuple[Figures, ...]
    ruled: str


def employer_of(
    profile: Profile, called: Mapping[str, str], seen: Sequence[Weighed], learned: Forest | None = None
) -> str:
    """The employer's name, as a person would write it; empty where nothing tells.

    Args:
        profile: Of the process.
        called: What firms are called, by their domains, see `naming.names_of_domains`.
        seen: What reads like an employer's name in each of its mails, see `called.sightings`.
        learned: Weighs the figures of a name; what comes with the program if None.
    """
    found = candidates(profile, called, seen)
    if not found.names:
        return found.ruled
    learned = learned or _learned()
    odds = [
        learned.log_odds(figures) + _SAID_BY_RULES * (name == found.ruled)
        for name, figures in zip(found.names, found.figures, strict=True)
    ]
    return _with_its_marks(found.names[max(range(len(odds)), key=odds.__getitem__)], found.names)


def _with_its_marks(name: str, names: Sequence[str]) -> str:
    """A name as whoever has its accents on the keyboard writes it: "Tōtara Trust" where others write "Totara Trust"."""
    return max(
        (other for other in names if unaccented(other) == unaccented(name)), key=lambda other: not other.isascii()
    )


def candidates(profile: Profile, called: Mapping[str, str], seen: Sequence[Weighed]) -> Candidates:
    """All names that may be the employer's. The arguments are those of `employer_of`."""
    ruled = company_of(profile, called)
    likeliest: dict[str, float] = {}
    for mail in seen:
        for name, odds in mail:
            likeliest[name] = max(likeliest.get(name, odds), odds)
    told = (name for weighed in (profile.companies, profile.likely, profile.agencies) for name, _ in weighed)
    domains = (name_of_domain(domain, called) for domain in sorted(profile.domains))
    most = sorted(likeliest, key=lambda name: -likeliest[name])[:_MOST_SEEN]
    names = tuple(dict.fromkeys(n for n in (*told, *domains, profile.household, ruled, *most) if company_tokens(n)))
    figures = [dict(_figures(name, ruled, profile, seen)) for name in names]
    for figure in _COMPARED:
        values = [each[figure] for each in figures]
        for place, each in enumerate(figures):
            others = values[:place] + values[place + 1 :]
            each[f"{figure}_lead"] = each[figure] - max(others, default=0.0)
            each[f"{figure}_behind"] = sum(value > each[figure] for value in others)
    return Candidates(names, tuple(figures), ruled)


def _figures(name: str, ruled: str, profile: Profile, seen: Sequence[Weighed]) -> Iterator[tuple[str, float]]:
    words = frozenset(words_of(name))
    yield "ruled", bool(ruled) and same_company(ruled, name)
    yield "told", (told := sum(weight for other, weight in profile.companies if same_company(other, name)))
    yield "told_share", told / (sum(weight for _, weight in profile.companies) or 1.0)
    mails = [[odds for other, odds in mail if same_company(other, name)] for mail in seen]
    others = [odds for mail in seen for other, odds in mail if not same_company(other, name)]
    best = [max(mail) for mail in mails if mail]
    yield "seen_best", max(best, default=_NOWHERE)
    yield "seen_often", sum(1 / (1 + exp(-odds)) for odds in best)
    yield "others_best", max(others, default=_NOWHERE)
    exactly = [odds for mail in seen for other, odds in mail if other == name]
    yield "exactly", max(exactly, default=_NOWHERE)
    yield "exactly_often", len(exactly)
    yield "capitals", name.isupper()
    yield "letters", len(name)
    yield "words_of_people", len(words & profile.mentioned) / max(1, len(words))
    yield "of_agency", _is_borne_out(name, profile.domains & profile.hunters)


def _is_borne_out(name: str, domains: frozenset[str]) -> bool:
    return any(domain_is_of(domain, name) or domain_begins(domain, company_tokens(name)[:2]) for domain in domains)


@cache
def _learned() -> Forest:
    return Forest.read("watcher.matching", "employers.json")
