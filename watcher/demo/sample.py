"""The sample mailbox, written out for a day from `sample.toml`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from watcher.calendar import calendar_for
from watcher.model import Address, Person

__all__ = ["Letter", "Meeting", "compose", "me", "morning"]

_FORMS = {None: "%A {day} %B", "us": "%A, %B {day}", "weekday": "%A"}
_DAY = re.compile(r"\{([+-]\d+|yesterday)(?: (us|weekday))?\}")


@dataclass(frozen=True, slots=True)
class Meeting:
    """An invitation that a letter carries. The times are in the time zone of its calendar."""

    start: dt.datetime
    end: dt.datetime
    summary: str
    attendees: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail of the sample, in words."""

    id: str
    message_id: str
    references: tuple[str, ...]
    """The Message-IDs it follows in its thread, oldest first."""
    folder: str
    sent: dt.datetime
    """In the sender's zone."""
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    text: str
    headers: Mapping[str, str]
    meeting: Meeting | None
    attachment: str | None


def me() -> Person:
    """Whose mailbox it is."""
    told = _sample()["me"]
    return Person(told["name"], (told["address"],), told["zone"], told["country"], told["signature"])


def morning(today: dt.date) -> dt.datetime:
    """The moment the sample is made for: nine o'clock in its owner's zone, whatever the time is now."""
    return dt.datetime.combine(today, dt.time(9), ZoneInfo(me().timezone))


def compose(today: dt.date) -> list[Letter]:
    """All mail that arrived before `morning(today)`, oldest first, with days and words that fit it."""
    days = _Days(today)
    parts = {part["id"]: part for part in _sample()["messages"]}
    return sorted((_letter(part, parts, days) for part in parts.values()), key=lambda letter: letter.sent)


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that the sample speaks of, seen from `today`."""

    today: dt.date

    def day(self, name: str) -> dt.date:
        """The day of that name: "-3" and "+1" count my business days, "yesterday" is the day before."""
        if name == "yesterday":
            return self.today - dt.timedelta(days=1)
        return calendar_for(me().country).add_business_days(self.today, int(name))

    def moment(self, name: str) -> dt.datetime:
        """The moment of that name, such as "-3 14:30", in my zone."""
        day, time = name.split()
        return dt.datetime.combine(self.day(day), dt.time.fromisoformat(time), ZoneInfo(me().timezone))

    def written(self, text: str) -> str:
        """The text with its days in words."""

        def word(found: re.Match[str]) -> str:
            day = self.day(found[1])
            return day.strftime(_FORMS[found[2]].format(day=day.day))

        return _DAY.sub(word, text.strip())


def _letter(part: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]], days: _Days) -> Letter:
    ancestors = _ancestors(part, parts)
    return Letter(
        id=part["id"],
        message_id=_message_id(part),
        references=tuple(map(_message_id, ancestors)),
        folder="Sent" if part["from"] == "me" else "INBOX",
        sent=_sent(part, days),
        sender=_address(part["from"]),
        to=tuple(map(_address, part.get("to", ["me"]))),
        cc=tuple(map(_address, part.get("cc", []))),
        subject=part["subject"],
        text=_text(part, ancestors, days),
        headers=part.get("headers", {}),
        meeting=_meeting(part["meeting"], days) if "meeting" in part else None,
        attachment=part.get("attachment"),
    )


def _text(part: Mapping[str, Any], ancestors: Sequence[Mapping[str, Any]], days: _Days) -> str:
    """What is written, the signature, and what it answers as mail programs quote it."""
    text = days.written(part["text"]) + "\n"
    if signature := _person(part["from"]).get("signature"):
        text += f"\n{signature}\n"
    if ancestors and part.get("quote", True):
        answered = ancestors[-1]
        sent, by = _sent(answered, days), _address(answered["from"])
        quoted = "\n".join(f"> {line}".rstrip() for line in _text(answered, (), days).splitlines())
        text += f"\nOn {sent:%a}, {sent.day} {sent:%b %Y} at {sent:%H:%M}, {by.name} <{by.email}> wrote:\n{quoted}\n"
    return text


def _meeting(told: Mapping[str, Any], days: _Days) -> Meeting:
    start = days.moment(told["start"]).astimezone(ZoneInfo(told["zone"]))
    attendees = tuple(map(_address, told["attendees"]))
    return Meeting(start, start + dt.timedelta(minutes=told["minutes"]), told["summary"], attendees)


def _ancestors(part: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The messages that this one follows in its thread, oldest first."""
    found: list[Mapping[str, Any]] = []
    while (answered := part.get("answers")) is not None:
        part = parts[answered]
        found.insert(0, part)
    return found


def _sent(part: Mapping[str, Any], days: _Days) -> dt.datetime:
    """The moment of writing, in the sender's own zone."""
    return days.moment(part["at"]).astimezone(ZoneInfo(_person(part["from"])["zone"]))


def _message_id(part: Mapping[str, Any]) -> str:
    return f"<{part['id']}.sample@{_address(part['from']).domain}>"


def _address(who: str) -> Address:
    person = _person(who)
    return Address(person["address"], person["name"])


def _person(who: str) -> Mapping[str, Any]:
    person: Mapping[str, Any] = _sample()["me"] if who == "me" else _sample()["people"][who]
    return person


@cache
def _sample() -> Mapping[str, Any]:
    return tomllib.loads((resources.files(__package__) / "sample.toml").read_text(encoding="utf-8"))
