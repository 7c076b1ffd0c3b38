"""Drafts on a morning as a careful reader would have it: the truth of `tests/corpus`, asked as `live.py` asks it.

All the cases are one person's here, who has one zone and one calendar; days and business days are theirs.
"""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.utils import getaddresses
from pathlib import Path
from zoneinfo import ZoneInfo

import holidays

from tests.corpus.casefile import Case

__all__ = ["Morning", "Saved", "case_of", "compared", "saved"]


@dataclass(frozen=True, slots=True)
class Saved:
    """A message in Drafts."""

    message_id: str
    answers: frozenset[str]
    to: frozenset[str]


@dataclass(frozen=True, slots=True)
class Morning:
    """What one account's Drafts held."""

    wanted: int
    there: int
    doubled: int
    """Drafts beyond the first of a process."""
    misses: tuple[str, ...] = ()


def case_of(path: Path, zone: ZoneInfo, country: str) -> Case:
    """A case as it is for a person who lives there."""
    case = Case(path)
    case.zone = zone
    case.calendar = holidays.country_holidays(country, years=range(2024, 2029))
    return case


def saved(contents: Iterable[bytes]) -> list[Saved]:
    """Messages of Drafts, read."""
    found = []
    for content in contents:
        mail = email.message_from_bytes(content, policy=email.policy.default)
        answers = frozenset(f"{mail.get('In-Reply-To', '')} {mail.get('References', '')}".split())
        to = frozenset(address.lower() for _, address in getaddresses(mail.get_all("To", [])))
        found.append(Saved(str(mail["Message-ID"]), answers, to))
    return found


def compared(case: Case, now: dt.datetime, drafts: Sequence[Saved]) -> Morning:
    """Drafts against the truth at `now`: one to the right people where one is wanted, none where none is."""
    today, left = case.local_day(now), list(drafts)
    wanted = doubled = 0
    misses = []
    for truth in case.truth(now).values():
        own = {case.message_id(key) for key in truth.messages}
        mine = [draft for draft in left if draft.answers & own]
        left = [draft for draft in left if not draft.answers & own]
        wants = truth.wants_draft(today)
        if truth.kind == "check_in" and truth.accept_due and truth.accept_due[0] <= today < truth.accept_due[1]:
            wants = bool(mine)
        wanted += wants
        doubled += max(0, len(mine) - 1)
        if not ([draft.to == truth.to for draft in mine] == [True] if wants else not mine):
            kind = truth.kind if wants else "none"
            misses.append(f"{truth.key}: {kind} due {truth.due} is wanted, {len(mine)} there")
    if left:
        misses.append(f"{len(left)} drafts that answer no hiring process")
    return Morning(wanted, len(drafts), doubled, tuple(misses))
