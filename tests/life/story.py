"""Two job processes as they unfold mail by mail, and what is next in each: told by the corpus' oracle, not by watcher.

`tests/corpus/casefile.py` knows what each mail says, for it was written with that; so it knows what is true at any
moment. What the user told the watcher (`Told`) is laid over that here, in as few lines as `docs/corrections.md` has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import holidays

from tests.corpus.casefile import Case, Truth
from watcher.model import MarkKind

__all__ = ["BEGIN", "FIRMS", "ME", "ZONE", "Called", "Firm", "Story", "Told"]

ZONE = ZoneInfo("America/Chicago")
BEGIN = dt.datetime(2026, 3, 2, 9, tzinfo=ZONE)
"""A Monday. No public holiday is within ten weeks of it."""
ME = {
    "name": "Alex Kim",
    "address": "alex.kim@mail.example",
    "timezone": "America/Chicago",
    "country": "US",
    "signature": "Alex",
}
DRAFTS = ("thank_you", "check_in", "second_check_in")
_WRITTEN = (*DRAFTS, "move_on", "reply")
_ENDING = ("rejected", "on_hold")


@dataclass(frozen=True)
class Firm:
    """An employer: `recruiter` writes, and so does the machine `ats`; `manager` is somebody whom I may choose instead."""

    company: str
    role: str
    recruiter: str
    manager: str
    ats: str


FIRMS = {
    "acme": Firm("Acme Robotics", "Backend Engineer", "dana", "omar@acmerobotics.example", "acme_ats"),
    "birch": Firm("Birch Foods", "Data Analyst", "lena", "tariq@birchfoods.example", "birch_ats"),
}
_PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "dana": {
        "name": "Dana Ruiz",
        "address": "dana.ruiz@acmerobotics.example",
        "role": "recruiter",
        "signature": "Dana Ruiz\nTalent, Acme Robotics",
    },
    "lena": {
        "name": "Lena Vogt",
        "address": "lena.vogt@birchfoods.example",
        "role": "recruiter",
        "signature": "Lena Vogt\nRecruiter, Birch Foods",
    },
    "acme_ats": {
        "name": "Acme Robotics",
        "address": "no-reply@us.greenhouse-mail.io",
        "role": "coordinator",
        "noreply": True,
    },
    "birch_ats": {
        "name": "Birch Foods",
        "address": "no-reply@hire.lever.co",
        "role": "coordinator",
        "noreply": True,
    },
}


@dataclass(frozen=True)
class Told:
    """One correction by the user."""

    kind: MarkKind
    firm: str
    at: dt.datetime
    value: str = ""
    number: int = 0
    """Under which the state keeps it."""


@dataclass(frozen=True)
class Called:
    """What is next. `follows` and `kind` say which step it is: the same two, the same step."""

    kind: str
    due: dt.date | None
    to: frozenset[str]
    follows: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.follows

    def wants_draft(self, today: dt.date) -> bool:
        return self.kind in DRAFTS and self.due is not None and self.due <= today


class Story(Case):
    """A case that grows. Messages are as in a case file, their dates aware."""

    def __init__(self) -> None:
        self.name, self.me, self.people = "life", ME, _PEOPLE
        self.apps = {key: {"company": firm.company, "role": firm.role} for key, firm in FIRMS.items()}
        self.raw: list[dict[str, Any]] = []
        self.by_id: dict[str, dict[str, Any]] = {}
        self.zone, self.checks = ZONE, []
        self.calendar = _HOLIDAYS
        self.told: list[Told] = []

    # -- what happens -------------------------------------------------------------------------------
    def add(self, firm: str, message: Mapping[str, Any]) -> dict[str, Any]:
        """Put a message at its place in time; `id` is given here."""
        kept = {"id": f"{firm}-{len(self.raw) + 1}", "app": firm, **message}
        self.raw.append(kept)
        self.raw.sort(key=lambda one: one["date"])
        self.by_id[kept["id"]] = kept
        return kept

    def of(self, firm: str, now: dt.datetime | None = None) -> list[dict[str, Any]]:
        """The messages of a process, those of people and machines, up to a moment; oldest first."""
        return [m for m in self.raw if m["app"] == firm and (now is None or m["date"] <= now)]

    def ids(self, firm: str, now: dt.datetime) -> set[str]:
        return {self.message_id(m["id"]) for m in self.of(firm, now)}

    # -- what is true -------------------------------------------------------------------------------
    def state(self, firm: str, now: dt.datetime) -> Truth:
        """What the mail amounts to, with what I reopened counted as going on."""
        with self._as_reopened(firm, now):
            truth = self._replay(firm, now)
        assert truth is not None
        return truth

    def called(self, firm: str, now: dt.datetime) -> Called:
        """The step that is next, corrections included."""
        truth = self.state(firm, now)
        marks = {told.kind: told for told in self.told if told.firm == firm and told.at <= now}
        nothing = Called("none", None, frozenset())
        if self.closed_by_me(firm, now) or (MarkKind.MUTE in marks and truth.status != "closed"):
            return nothing
        step = Called(truth.kind, truth.due, frozenset(truth.to), self._follows(firm, truth, now))
        chosen = marks.get(MarkKind.CONTACT)
        if chosen and step.kind in ("check_in", "second_check_in"):
            step = replace(step, to=frozenset({chosen.value}))
        snooze = marks.get(MarkKind.SNOOZE)
        if snooze and step.kind in _WRITTEN and not self._heard_since(firm, snooze.at, now):
            until = dt.date.fromisoformat(snooze.value)
            step = replace(step, due=max(step.due or until, until))
        return step

    def closed_by_me(self, firm: str, now: dt.datetime) -> bool:
        """Whether the last that I told of it is that it is over."""
        told = [t.kind for t in self.told if t.firm == firm and t.at <= now]
        last = [kind for kind in told if kind in (MarkKind.CLOSE, MarkKind.REOPEN)]
        return last[-1:] == [MarkKind.CLOSE]

    @contextmanager
    def _as_reopened(self, firm: str, now: dt.datetime) -> Iterator[None]:
        """While the process is looked at, what ended it before I last reopened it was never said."""
        told = [t.at for t in self.told if t.firm == firm and t.kind is MarkKind.REOPEN and t.at <= now]
        whole = self.raw
        self.raw = [_unsaid(m) if told and m["date"] <= max(told) else m for m in whole]
        yield
        self.raw = whole

    def _heard_since(self, firm: str, at: dt.datetime, now: dt.datetime) -> bool:
        return any(m["date"] > at for m in self.of(firm, now) if not self.is_me(m["from"]) and not _auto(m))

    def _follows(self, firm: str, truth: Truth, now: dt.datetime) -> str:
        """What a follow-up follows: the interview, the last nudge of mine, or their last mail or the interview since."""
        messages = self.of(firm, now)
        theirs = [m for m in messages if not self.is_me(m["from"]) and not _auto(m)]
        if truth.kind == "second_check_in":
            return next(m["id"] for m in reversed(messages) if m.get("says", {}).get("kind") == "follow_up")
        booked = [m for m in messages if m.get("says", {}).get("interview", {}).get("start") == truth.interview]
        held = booked[-1] if truth.interview and truth.kind in DRAFTS else None
        if held is not None and (truth.kind == "thank_you" or held["says"]["interview"]["end"] > theirs[-1]["date"]):
            return f"{held['id']} {truth.interview:%Y%m%d}"
        return theirs[-1]["id"] if theirs else ""


_HOLIDAYS = holidays.country_holidays("US", years=range(2024, 2029))


def _auto(message: Mapping[str, Any]) -> bool:
    return bool(message.get("says", {}).get("auto"))


def _unsaid(message: dict[str, Any]) -> dict[str, Any]:
    says = message.get("says", {})
    if says.get("outcome") not in _ENDING:
        return message
    return {**message, "says": {key: value for key, value in says.items() if key != "outcome"}}
