"""What a letter says about the process: only what is known, in words that stand in a sentence.

Each function gives a phrase, or an empty string where nothing certain can be said; the templates do without then.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from watcher.drafting.check import is_marred
from watcher.drafting.names import enumerated, known_as
from watcher.inference.country import speaker_country
from watcher.model import Address, Application, Decision, Interview, Person, Role, Side
from watcher.text import clean_line

__all__ = ["all_host", "country_of", "matter", "nameable", "news", "other_hosts", "spoken_day", "talk"]

_MONTH_FIRST = frozenset({"US", "CA", "PH"})
_RECENT = 20
"""Days within which a day of this month is told without it: "Friday the 13th"."""
_MAX_NAME, _MAX_NAME_WORDS = 60, 8
_WORK_WEEK = 4
"""Days between its first and its last."""
_END_OF_MONTH = re.compile(r"\b(?:end of|close of|before the end of) (?:the |this )?month\b", re.IGNORECASE)
_STANDS_IN_A_SENTENCE = re.compile(r"\w[\w &'’.,+#/:()–-]*[\w+#.)]")
_KIND_OF_WORK = re.compile(r"\b(?:role|position|job|post|vacancy|opening)$", re.IGNORECASE)
_TAKES_AN_ARTICLE = re.compile(
    r"(?:university|city|county|state|bank|institute|ministry|department|office) (?:of|for) ", re.IGNORECASE
)
_PLACE = re.compile(r" (?:in|at|for) [A-Z][\w'’ -]*$")
"""Where the work is, behind a title that was read in a sentence: "electrical supervisor in Kal"."""
_TONGUES = frozenset(
    "arabic chinese dutch english french german hindi italian japanese mandarin spanish swahili".split()
)
"""No employer and no title by themselves: what stood behind "a Head of Collections with"."""
_SMALL_WORDS = frozenset("and at by de for from in la of on or the to with".split())
_ASIDE = re.compile(
    r"\s*[([{][^)\]}]*?(?:[/\d]|\bremote\b|\bhybrid\b|\bon-?site\b|time\b|\bcontract\b)[^)\]}]*[)\]}]", re.IGNORECASE
)
"""What follows a title but does not name it: (m/f/d), (Remote, US), (REQ-1042)."""
_NUMBER = re.compile(r"\s*(?:[-–#:,]\s*)?\b(?:(?:req|job|id|ref|r|jr)[-_ .#:]*)?\d{3,}\b.*$", re.IGNORECASE)


def country_of(application: Application, to: Sequence[Address], me: Person) -> str:
    """Where the first of these readers seems to be, by the last mail of theirs; my own country where none tells."""
    sent = {e.envelope.sender.email: e.envelope for t in application.threads for e in t.entries}
    reader = next((sent[person.email] for person in to if person.email in sent), None)
    return speaker_country(reader.sent, reader.sender.domain, me.country) if reader else me.country.upper()


def spoken_day(day: dt.date, today: dt.date, country: str) -> str:
    """A day as it is said in a country, of which it is `today`.

    "Friday the 13th" lately or soon and in this month; else "Friday, March 13" in the US, "Friday 13 March" elsewhere.
    """
    if (day.year, day.month) == (today.year, today.month) and abs((day - today).days) <= _RECENT:
        return f"{day:%A} the {_ordinal(day.day)}"
    return f"{day:%A}, {day:%B} {day.day}" if country.upper() in _MONTH_FIRST else f"{day:%A} {day.day} {day:%B}"


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number // 10 == 1 else endings.get(number % 10, 'th')}"


def matter(application: Application, to: Sequence[Address], me: Person) -> str:
    """What it is about: "the Staff Data Engineer role"; with the employer, to somebody who works for several."""
    role, company = _role(application.role, me), nameable(application.company)
    emails = {person.email for person in to}
    several = any(c.role is Role.HEADHUNTER and c.address.email in emails for c in application.contacts)
    what = " ".join(filter(None, ("the", role, "role")))
    if _KIND_OF_WORK.search(role):
        what = f"the {role}"
    elif " for " in role:
        what = f"the position of {role}"
    if not company or not several:
        return what
    return f"{what} at the {company}" if _TAKES_AN_ARTICLE.match(company) else f"{what} at {company}"


def _role(title: str, me: Person) -> str:
    """A title as one says it: without the place or the unit behind it; none where my own name stands in it."""
    role = nameable(title)
    if set(role.lower().split()) & set(me.name.lower().split()):
        return ""
    head = role.partition(",")[0]
    role = head if len(head.split()) > 1 else role
    if role[:1].islower():
        return _PLACE.sub("", role)
    first, *others = role.split(" ")
    return " ".join([first, *map(_as_in_a_title, others)]) if all(word.islower() for word in others) else role


def _as_in_a_title(word: str) -> str:
    """A word of a title of which only the first had a capital, as its sentence began with it."""
    return word if word in _SMALL_WORDS else word.capitalize()


def news(application: Application, to: Sequence[Address], today: dt.date, country: str) -> str:
    """How a date that passed is brought up, lightly: "you had hoped to have news by Friday the 13th"."""
    if application.decision is None:
        return ""
    author = _author(application, application.decision.message_id)
    theirs = application.decision.stated_by is Side.THEM and author in {person.email for person in to}
    when = _by(application.decision, today, country)
    return f"you had hoped to have news {when}" if theirs else f"I understood there might be news {when}"


def _by(decision: Decision, today: dt.date, country: str) -> str:
    """The date in their own terms: "by the end of March", "in the week of Monday the 9th", "by Friday the 13th"."""
    earliest, latest = decision.window.earliest, decision.window.latest
    if _END_OF_MONTH.search(decision.words):
        return f"by the end of {latest:%B}"
    if earliest and earliest.weekday() == 0 and (latest - earliest).days == _WORK_WEEK:
        return f"in the week of {spoken_day(earliest, today, country)}"
    return f"by {spoken_day(latest, today, country)}"


def talk(
    held: Interview | None, to: Sequence[Address], zone: ZoneInfo, today: dt.date, country: str, company: str
) -> str:
    """The last interview, as one recalls it to these people: "our conversation on Tuesday the 10th"."""
    if held is None:
        return ""
    day = spoken_day(held.start.astimezone(zone).date(), today, country)
    if any(_holds(held, person, company) for person in to):
        return f"our conversation on {day}"
    others = other_hosts(held, to, company)
    return f"my conversation with {enumerated(others)} on {day}" if 0 < len(others) <= 3 else f"the interview on {day}"


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


def nameable(value: str) -> str:
    """The name of a role or an employer, if it can stand in a sentence; without asides and reference numbers."""
    name = _NUMBER.sub("", _ASIDE.sub("", clean_line(value, 200))).strip(" -–,;:|/").rstrip(".")
    short = len(name) <= _MAX_NAME and len(name.split()) <= _MAX_NAME_WORDS and name.lower() not in _TONGUES
    return name if short and _STANDS_IN_A_SENTENCE.fullmatch(name) and not is_marred(name) else ""
