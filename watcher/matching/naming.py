"""What to call a process: the employer and the position, as a person would write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from watcher.domains import domain_is_of, registrable
from watcher.matching.likeness import roles_agree, same_company
from watcher.matching.profile import Profile

__all__ = ["company_of", "role_of"]


def company_of(profile: Profile, agencies: frozenset[str]) -> str:
    """The employer most often and most surely named, in its fullest form; else as its mail domain reads; else empty.

    An agency's own domain tells nothing of the client it has not named yet.
    """
    if profile.companies:
        return _best(profile.companies, same_company, lambda name: _on_domain(name, profile))
    domain = min(profile.domains - {registrable(agency) for agency in agencies}, default="")
    return domain.split(".")[0].replace("-", " ").title()


def role_of(profile: Profile) -> str:
    """The position most often and most surely named, in its fullest form; empty where none is."""
    return _best(profile.roles, lambda a, b: roles_agree(a, b) is True, lambda _: 0.0) if profile.roles else ""


def _on_domain(name: str, profile: Profile) -> float:
    """A name that one of the mail domains bears out is likelier the employer."""
    return 1.0 if any(domain_is_of(domain, name) for domain in profile.domains) else 0.0


def _best(
    weighed: Sequence[tuple[str, float]], alike: Callable[[str, str], bool], bonus: Callable[[str], float]
) -> str:
    """Of the heaviest family of names that mean the same, the longest form that is not rare in it."""
    families: list[list[tuple[str, float]]] = []
    for name, weight in weighed:
        family = next((f for f in families if alike(f[0][0], name)), None)
        if family is None:
            families.append([(name, weight)])
        else:
            family.append((name, weight))
    family = max(families, key=lambda f: sum(w for _, w in f) + max(bonus(n) for n, _ in f))
    heaviest = max(weight for _, weight in family)
    return max((n for n, w in family if w >= heaviest / 3 or w >= 1), key=lambda n: (len(n.split()), n))
