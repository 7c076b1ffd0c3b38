"""Mails whose meaning is known, for learning from: those of the mailboxes, single ones, sentences, examples of rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.corpus.casefile import Case, _moment
from tests.corpus.oracle import OUTCOMES, person
from watcher.inference.en.acts import RULES
from watcher.model import Address, Automatic, Envelope, Kind, Message, Person, Side
from watcher.reading import read

__all__ = ["Lesson", "lessons"]

HERE = Path(__file__).parent
ALEX = Person("Alex Kim", ("alex.kim@mail.example",), "America/Chicago", "US")
THEIRS = frozenset(
    {Kind.REJECTED, Kind.FILLED, Kind.OFFER, Kind.ON_HOLD, Kind.REOPENED, Kind.ASKS_ME, Kind.DECIDES_BY, Kind.NO_DATE}
    | {Kind.INTERVIEW, Kind.PROPOSES, Kind.CANCELS, Kind.HANDS_OVER, Kind.GONE, Kind.OUTREACH, Kind.HIRING}
    | {Kind.NOT_HIRING}
)
MINE = frozenset(
    {Kind.THANKS, Kind.NUDGES, Kind.ACCEPTED, Kind.DECLINED, Kind.WITHDRAWN, Kind.AGREES, Kind.MOVES, Kind.APPLIES}
    | {Kind.INTERESTED, Kind.NOT_INTERESTED, Kind.HIRING, Kind.NOT_HIRING}
)
LABELS = {
    "decision": Kind.DECIDES_BY,
    "accepts": Kind.ACCEPTED,
    "declines": Kind.DECLINED,
    "withdraws": Kind.WITHDRAWN,
    "elsewhere": Kind.NOT_HIRING,
    "away": Kind.AWAY_UNTIL,
}
"""Labels of single mails that are not the name of a kind."""
_OF_MAILBOX = {
    Side.ME: MINE - {Kind.AGREES, Kind.MOVES, Kind.APPLIES, Kind.INTERESTED, Kind.NOT_INTERESTED},
    Side.THEM: THEIRS - {Kind.NO_DATE, Kind.PROPOSES, Kind.HANDS_OVER, Kind.OUTREACH},
}
"""What the `says` of a mailbox tells for certain."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A mail, what it says, and what is known of it at all: for other kinds it teaches nothing."""

    source: str
    message: Message
    me: Person
    kinds: frozenset[Kind]
    known: frozenset[Kind]
    answer: tuple[dt.date, dt.date] | None = None
    """The first and last of the days that may be read for that of their answer, where one is known."""
    meets: frozenset[dt.datetime] | None = None
    """The hours at which we meet after it; None where these are not known."""


def lessons() -> Iterator[Lesson]:
    """All lessons but those of held mails."""
    for folder in ("dev", "own"):
        for path in sorted((HERE / folder).glob("*.yaml")):
            yield from _of_mailbox(Case(path))
    for path in sorted((HERE / "mails").glob("*.yaml")):
        yield from _of_mails(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    for path in sorted(HERE.glob("*_dates*.yaml")):
        if not path.stem.startswith("held"):
            yield from _of_dates(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
    yield from _of_rules()


def _of_mailbox(case: Case) -> Iterator[Lesson]:
    me = person(case)
    for raw in case.raw:
        message = read(case.mime(raw), account=case.name, ref=raw["id"], received=_moment(raw["date"]), me=me)
        envelope = message.envelope
        if raw.get("invite") or message.forwarded or envelope.automatic not in (None, Automatic.NOTICE):
            continue
        known = _OF_MAILBOX[Side.ME if envelope.side is Side.ME else Side.THEM]
        says = raw.get("says") or {}
        if says.get("auto"):
            known -= {Kind.ASKS_ME, Kind.DECIDES_BY}  # what a machine asks and promises is not written down
        kinds, answer = frozenset(_said(raw)) & known, _answer(says.get("decision") or {})
        meets = frozenset({_moment(says["interview"]["start"])} if Kind.INTERVIEW in kinds else ())
        yield Lesson(case.name, message, me, kinds, known, answer, meets)


def _said(raw: dict[str, Any]) -> Iterator[Kind]:
    says = raw.get("says") or {}
    yield Kind.HIRING if "app" in raw else Kind.NOT_HIRING
    if "outcome" in says:
        yield OUTCOMES[says["outcome"]]
    if says.get("asks_me"):
        yield Kind.ASKS_ME
    if says.get("decision"):
        yield Kind.DECIDES_BY
    if booking := says.get("interview"):
        yield Kind.CANCELS if booking.get("status") == "cancelled" else Kind.INTERVIEW
    if says.get("gone"):
        yield Kind.GONE
    if kind := says.get("kind"):
        yield Kind.THANKS if kind == "thank_you" else Kind.NUDGES


def _of_mails(source: str, mails: list[dict[str, Any]]) -> Iterator[Lesson]:
    for number, mail in enumerate(mails):
        side = Side.ME if mail["by"] == "me" else Side.THEM
        kinds = frozenset(LABELS.get(label) or Kind(label) for label in mail["says"])
        kinds |= {Kind.ASKS_ME} if Kind.PROPOSES in kinds else set()
        kinds |= set() if Kind.NOT_HIRING in kinds else {Kind.HIRING}
        known, message = MINE if side is Side.ME else THEIRS, single(mail, f"{source}-{number}")
        yield Lesson(source, message, ALEX, kinds, known, meets=_meets(mail, kinds))


def _meets(mail: dict[str, Any], kinds: frozenset[Kind]) -> frozenset[dt.datetime] | None:
    if Kind.INTERVIEW in kinds and "slots" not in mail:
        return None
    return frozenset(dt.datetime.fromisoformat(str(start)) for start in mail.get("slots", ()))


def _of_dates(source: str, sentences: list[dict[str, Any]]) -> Iterator[Lesson]:
    for number, sentence in enumerate(sentences):
        kinds = frozenset({Kind.DECIDES_BY} if sentence["latest"] else ())
        message = single({"by": "them", **sentence}, f"{source}-{number}")
        yield Lesson(source, message, ALEX, kinds, frozenset({Kind.DECIDES_BY}), _answer(sentence))


def _answer(stated: dict[str, Any]) -> tuple[dt.date, dt.date] | None:
    days = stated.get("accept") or [stated.get("latest")] * 2
    first, *_, last = (
        day if day is None or isinstance(day, dt.date) else dt.date.fromisoformat(str(day)) for day in days
    )
    return (first, last) if first and last else None


def _of_rules() -> Iterator[Lesson]:
    for rule in RULES:
        by = "me" if rule.sides == {Side.ME} else "them"
        for number, text in enumerate((*rule.yes, *rule.no)):
            kinds = frozenset({rule.kind} if number < len(rule.yes) else ())
            message = single({"by": by, "text": text}, f"{rule.name}-{number}")
            yield Lesson("rules", message, ALEX, kinds, frozenset({rule.kind}))


def single(mail: dict[str, Any], name: str) -> Message:
    """A single mail as read."""
    mine = mail["by"] == "me"
    them = Address("sam.lee@northfield.example", "Sam Lee")
    me = Address(ALEX.addresses[0], ALEX.name)
    at = dt.datetime.fromisoformat(str(mail.get("at", "2026-03-04T10:30+00:00")))
    sides = {"me": Side.ME, "them": Side.THEM, "system": Side.MACHINE}
    envelope = Envelope(
        account="single",
        ref=name,
        message_id=f"<{name}@northfield.example>",
        sent=at,
        received=at,
        sender=me if mine else them,
        to=(them if mine else me,),
        subject=mail.get("subject") or "",
        side=sides[mail["by"]],
        automatic=Automatic.NOTICE if mail["by"] == "system" else None,
    )
    return Message(envelope, mail["text"])
