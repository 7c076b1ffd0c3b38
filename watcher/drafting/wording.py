"""What a letter says about the process: only what is known, in words that stand in a sentence.

Each function gives a phrase, or an empty string where nothing certain can be said; the templates do without then.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from watcher.drafting.names import enumerated, known_as
from watcher.model import Address, Application, Interview, Person, Role, Side
from watcher.text import clean_line

__all__ = ["all_host", "matter", "news", "other_hosts", "spoken_day", "talk"]

_MONTH_FIRST = frozenset({"US", "CA", "PH"})
_MAX_NAME = 60
_STANDS_IN_A_SENTENCE = re.compile(r"\w[\w &'’.,+#/:()–-]*[\w+#.)]")
_KIND_OF_WORK = re.compile(r"\b(?:role|position|job|post|vacancy|opening)$", re.IGNORECASE)
_TAKES_AN_ARTICLE = re.compile(
    r"(?:university|city|county|state|bank|institute|ministry|department|office) (?:of|for) ", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*[([{][^)\]}]*?(?:[/\d]|\bremote\b|\bhybrid\b|\bon-?site\b|time\b|\bcontract\b)[^)\]}]*[)\]}]", re.IGNORECASE
)
"""What follows a title but does not name it: (m/f/d), (Remote, US), (REQ-1042)."""
_NUMBER = re.compile(r"\s*(?:[-–#:,]\s*)?\b(?:(?:req|job|id|ref|r|jr)[-_ .#:]*)?\d{3,}\b.*$", re.IGNORECASE)


def spoken_day(day: dt.date, country: str) -> str:
    """A day as it is said in a country: "Friday, March 13" in the US, else "Friday 13 March"."""
    return f"{day:%A}, {day:%B} {day.day}" if country.upper() in _MONTH_FIRST else f"{day:%A} {day.day} {day:%B}"


def matter(application: Application, to: Sequence[Address]) -> str:
    """What it is about: "the Staff Data Engineer role"; with the employer, to somebody who works for several."""
    role, company = _nameable(application.role), _nameable(application.company)
    emails = {person.email for person in to}
    several = any(c.role is Role.HEADHUNTER and c.address.email in emails for c in application.contacts)
    what = f"the {role}" if _KIND_OF_WORK.search(role) else " ".join(filter(None, ("the", role, "role")))
    if not company or (role and not several):
        return what
    return f"{what} at the {company}" if _TAKES_AN_ARTICLE.match(company) else f"{what} at {company}"


def news(application: Application, to: Sequence[Address], me: Person) -> str:
    """How a date that passed is brought up, lightly: "you had hoped to have news by Friday 13 March"."""
    if application.decision is None:
        return ""
    author = _author(application, application.decision.message_id)
    theirs = application.decision.stated_by is Side.THEM and author in {person.email for person in to}
    day = spoken_day(application.decision.window.latest, me.country)
    return f"you had hoped to have news by {day}" if theirs else f"I understood there might be news by {day}"


def talk(held: Interview | None, to: Sequence[Address], me: Person, company: str) -> str:
    """The last interview, as one recalls it to these people: "our conversation on Tuesday 10 March"."""
    if held is None:
        return ""
    day = spoken_day(held.start.astimezone(ZoneInfo(me.timezone)).date(), me.country)
    if any(_holds(held, person, company) for person in to):
        return f"our conversation on {day}"
    others = other_hosts(held, to, company)
    return f"my conversation with {enumerated(others)} on {day}" if others else f"the interview on {day}"


def all_host(held: Interview | None, to: Sequence[Address], company: str) -> bool:
    """Whether everyone written to is known to have held the interview."""
    return held is not None and all(_holds(held, person, company) for person in to)


def other_hosts(held: Interview | None, to: Sequence[Address], company: str) -> list[str]:
    """What those hosts are called who are not written to."""
    emails, names = {person.email for person in to}, {known_as(person, company) for person in to}
    others = [known_as(host, company) for host in (held.hosts if held else ()) if host.email not in emails]
    return [name for name in others if name and name not in names]


def _holds(held: Interview, person: Address, company: str) -> bool:
    """By address, or by name where a host is known by name only."""
    name = known_as(person, company)
    return any(
        host.email == person.email if host.email else bool(name) and known_as(host, company) == name
        for host in held.hosts
    )


def _author(application: Application, message_id: str) -> str:
    entries = (entry for thread in application.threads for entry in thread.entries)
    return next((e.envelope.sender.email for e in entries if e.envelope.message_id == message_id), "")


def _nameable(value: str) -> str:
    """The name of a role or an employer, if it can stand in a sentence; without asides and reference numbers."""
    name = _NUMBER.sub("", _ASIDE.sub("", clean_line(value, 200))).strip(" -–,;:|/")
    return name if len(name) <= _MAX_NAME and _STANDS_IN_A_SENTENCE.fullmatch(name) else ""
