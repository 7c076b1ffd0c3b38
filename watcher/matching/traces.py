"""What two profiles must share to be linked at all, so that most pairs of a large mailbox need no closer look.

Whatever `links` counts for a link rests on one of these: a person, a number, a domain, or words of names of firms
and positions that are alike. Words are compared by how they begin, since a domain has the beginnings of a name's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from watcher.domains import label_of, words_of
from watcher.matching.likeness import company_tokens
from watcher.matching.profile import Profile
from watcher.matching.references import bare_numbers

__all__ = ["Traces", "may_be_linked", "traces"]

_BEGINNING = 3
_LONG = 6
"""Letters from which on a word that is misspelt still counts: how it ends is compared as well."""


@dataclass(frozen=True, slots=True)
class Traces:
    """The traces of a profile."""

    whole: frozenset[str]
    """What has to be the same: addresses, names of people, numbers, domains, and what a family's firm is called by."""
    called: frozenset[str]
    """What firms are called: the first words of employers' names, and what domains begin with."""
    mentioned: frozenset[str]
    """Words that may be names: whoever speaks of a firm may belong to it."""
    firms: frozenset[str]
    """Beginnings of the words of employers' names, and of domains."""
    roles: frozenset[str]
    """Beginnings of the longest words of positions."""
    subjects: frozenset[str]
    """Beginnings of the words of subjects."""


def traces(profile: Profile) -> Traces:
    """The traces of a profile, whichever of its evidence a link may rest on."""
    firms = {trace for name, _ in profile.companies for trace in _of_company(name)}
    firms.update(label_of(domain)[:length] for domain in profile.domains for length in (_BEGINNING - 1, _BEGINNING))
    longest = (max(words_of(role), key=len, default="") for role, _ in profile.roles)
    first = (tokens[0] for name, _ in profile.companies if (tokens := company_tokens(name)))
    called = frozenset((*first, *(label_of(domain) for domain in profile.domains)))
    return Traces(
        frozenset(_whole(profile)) | called,
        called,
        profile.mentioned | profile.rare.keys(),
        frozenset(firms),
        frozenset(word[:_BEGINNING] for word in longest if word),
        frozenset(word[:_BEGINNING] for word in profile.subjects),
    )


def _whole(profile: Profile) -> Iterator[str]:
    for names in (
        profile.people,
        profile.reached,
        profile.names,
        profile.given,
        profile.told,
        profile.opening,
        profile.families,
        profile.named,
        profile.locals,
        profile.domains,
    ):
        yield from names
    yield from (*profile.numbers, *bare_numbers(profile.subjects), *profile.uids)
    if not profile.domains:  # the end of an address may be somebody's last name: `enzomarchetti`
        yield from (local[at:] for local in profile.locals for at in range(len(local) - _BEGINNING))


def may_be_linked(one: Traces, other: Traces) -> bool:
    """Whether two profiles share a trace; where they share none, nothing links them."""
    return not (
        one.whole.isdisjoint(other.whole)
        and one.called.isdisjoint(other.mentioned)
        and one.mentioned.isdisjoint(other.called)
        and one.firms.isdisjoint(other.firms)
        and one.firms.isdisjoint(other.subjects)
        and one.subjects.isdisjoint(other.firms)
        and one.roles.isdisjoint(other.subjects)
        and one.subjects.isdisjoint(other.roles)
    )


def _of_company(name: str) -> Iterator[str]:
    """Beginnings of its words, of its initials, and of all in one; the end of its first word where that is long."""
    tokens = company_tokens(name)
    if not tokens:
        return
    for words in (words_of(name), tokens):
        yield from (word[:_BEGINNING] for word in (*words, "".join(words), "".join(word[0] for word in words)))
    if len(tokens[0]) >= _LONG:
        yield f"…{tokens[0][-_BEGINNING:]}"
