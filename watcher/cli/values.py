"""What the user writes in a correction, as values: days, addresses, stages, names; or what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from watcher.domains import is_freemail
from watcher.errors import UnusableWords
from watcher.model import Address, Contact, Person, Stage
from watcher.reading.addresses import address, is_mine
from watcher.reading.systems import is_job_board, system_of
from watcher.text import clean_line

__all__ = ["decision_day", "ignorable", "mailbox", "name", "snooze_day", "stage"]

_LONGEST_NAME = 200
_LONGEST_SNOOZE = dt.timedelta(days=366)
_LENGTH = re.compile(r"([0-9]{1,3})([dw])")
_DAYS = {"d": 1, "w": 7}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DOMAIN = re.compile(r"(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
_MAILBOX = re.compile(r"(?:(?P<name>[^<>\r\n]*)<)?(?P<email>[^<>\s]+)(?(name)>)")
_NOT_IN_NAMES = re.compile(r'[<>()\[\],;:@"\\]')
"""What ends a display name (RFC 5322, 3.2.3)."""


def snooze_day(text: str, today: dt.date) -> dt.date:
    """The day that a snooze ends on: "3d", "2w", "tomorrow", "friday" (the next one), or a date in ISO form.

    Raises:
        UnusableWords: it is none of these, not ahead, or more than a year away
    """
    said = text.strip().lower()
    if found := _LENGTH.fullmatch(said):
        day = today + dt.timedelta(days=int(found[1]) * _DAYS[found[2]])
    elif said == "tomorrow":
        day = today + dt.timedelta(days=1)
    elif said in _WEEKDAYS:
        day = today + dt.timedelta(days=(_WEEKDAYS.index(said) - today.weekday() - 1) % 7 + 1)
    else:
        day = _day(said, "write a length like 3d or 2w, a weekday, or a date like")
    if not today < day <= today + _LONGEST_SNOOZE:
        raise UnusableWords(f"{text!r} is not a day ahead within a year", hint="`watcher mute` is for good")
    return day


def decision_day(text: str) -> dt.date | None:
    """The day by which they answer, from its ISO form; None for "none".

    Raises:
        UnusableWords: it is no date
    """
    said = text.strip().lower()
    return None if said == "none" else _day(said, "write `none` where they named no day, or a date like")


def _day(said: str, hint: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise UnusableWords(f"not a day: {said!r}", hint=f"{hint} 2026-03-20") from None


def stage(text: str) -> Stage:
    """The stage of that name.

    Raises:
        UnusableWords: there is none
    """
    said = text.strip().lower()
    if said not in set(Stage):
        raise UnusableWords(f"there is no stage {text!r}", hint=f"there are: {', '.join(Stage)}")
    return Stage(said)


def name(text: str, what: str) -> str:
    """The name of an employer or a position, cleaned.

    Raises:
        UnusableWords: nothing is left of it, or it is too long
    """
    cleaned = clean_line(text, _LONGEST_NAME + 1)
    if not cleaned or len(cleaned) > _LONGEST_NAME:
        raise UnusableWords(f"{what} should have 1 to {_LONGEST_NAME} characters", hint="write it as you would say it")
    return cleaned


def mailbox(text: str, known: Sequence[Contact], me: Person) -> str:
    """A mailbox as follow-ups are addressed: an address, with a name before it or not, or somebody known by the name.

    Raises:
        UnusableWords: it is no address and nobody's name, several people's, or the user's own
    """
    found = _address(text)
    if found.email:
        if is_mine(found, me):
            raise UnusableWords(f"{found.email} is your own address", hint="name somebody on their side")
        shown = clean_line(_NOT_IN_NAMES.sub(" ", found.name), _LONGEST_NAME)
        return f"{shown} <{found.email}>" if shown else found.email
    people = {f"{contact.address.name} {contact.address.email}".strip(): contact.address.email for contact in known}
    near = [shown for shown in people if text.strip().casefold() in shown.casefold()] if text.strip() else []
    if len(near) == 1:
        return people[near[0]]
    said = f"{text!r} could be several people" if near else f"{text!r} is no address, and nobody's name here"
    listed = ", ".join(near or people)
    raise UnusableWords(said, hint=f"name one by the address: {listed}" if listed else "write one like jo@acme.example")


def _address(text: str) -> Address:
    """One mailbox as people write it, "Jo Ash <jo@acme.example>" or the address alone; empty where it is none."""
    match = _MAILBOX.fullmatch(text.strip())
    return address(match["name"] or "", match["email"]) if match else Address("")


def ignorable(text: str, me: Person) -> str:
    """An address, or a domain with all below it, whose mail can be ignored.

    Raises:
        UnusableWords: it is neither, the user's own, or a domain at which people have nothing to do with each other
    """
    said = text.strip().lower()
    found = _address(said)
    domain = found.email.rpartition("@")[2] or said.removeprefix("@")
    if is_mine(found, me) or (not found.email and domain in {mine.lower().rpartition("@")[2] for mine in me.addresses}):
        raise UnusableWords(f"{text!r} is your own", hint="name an address of theirs")
    if not _DOMAIN.fullmatch(domain):
        raise UnusableWords(
            f"not an address or a domain: {text!r}", hint="write one like jo@acme.example or acme.example"
        )
    if found.email:
        return found.email
    system = system_of(domain)
    if is_freemail(domain) or (system and not is_job_board(system)):
        why = "anybody may have a mailbox there" if is_freemail(domain) else "many employers write through it"
        raise UnusableWords(f"{domain} is not ignored as a whole: {why}", hint="name a single address")
    return domain
