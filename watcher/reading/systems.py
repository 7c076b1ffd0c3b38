"""Which programs write mail in a hiring process, known by the addresses they write from. Data, and the look-up.

A system's mail is told by the registrable domain of its sender. Distinct names count under any suffix ("myworkday.com",
"myworkday.eu"); names that are ordinary words only under their own ("lever.co", never "lever.example").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from watcher.domains import words_of
from watcher.model import Address

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

__all__ = ["SENDERS", "is_account", "is_calendar_program", "is_daemon", "is_job_board", "is_no_reply", "system_of"]

_DISTINCT = {
    "applicantpro": "applicantpro",
    "applicantstack": "applicantstack",
    "applytojob": "jazzhr",
    "ashbyhq": "ashby",
    "avature": "avature",
    "bamboohr": "bamboohr",
    "brassring": "brassring",
    "bullhornmail": "bullhorn",
    "bullhornstaffing": "bullhorn",
    "catsone": "cats",
    "checkr": "checkr",
    "clearcompany": "clearcompany",
    "codesignal": "codesignal",
    "codility": "codility",
    "comeet": "comeet",
    "cornerstoneondemand": "cornerstone",
    "csod": "cornerstone",
    "dayforcehcm": "dayforce",
    "eightfold": "eightfold",
    "freshteam": "freshteam",
    "governmentjobs": "neogov",
    "greenhouse-mail": "greenhouse",
    "hackerrank": "hackerrank",
    "hackerrankforwork": "hackerrank",
    "hirebridge": "hirebridge",
    "hireright": "hireright",
    "hiretual": "hiretual",
    "hirevue": "hirevue",
    "icims": "icims",
    "jazzhr": "jazzhr",
    "jobadder": "jobadder",
    "jobscore": "jobscore",
    "jobtrain": "jobtrain",
    "jobvite": "jobvite",
    "myworkday": "workday",
    "myworkdayjobs": "workday",
    "neogov": "neogov",
    "onlyfy": "onlyfy",
    "oorwin": "oorwin",
    "pageuppeople": "pageup",
    "paradox": "paradox",
    "paycomonline": "paycom",
    "peoplefluent": "peoplefluent",
    "personio": "personio",
    "phenompeople": "phenom",
    "pinpointhq": "pinpoint",
    "prescreenapp": "prescreen",
    "recruitee": "recruitee",
    "recruiterbox": "recruiterbox",
    "recruitingbypaycor": "paycor",
    "rexx-systems": "rexx",
    "silkroad": "silkroad",
    "smartrecruiters": "smartrecruiters",
    "softgarden": "softgarden",
    "successfactors": "successfactors",
    "taleo": "taleo",
    "teamtailor": "teamtailor",
    "testgorilla": "testgorilla",
    "ultipro": "ukg",
    "workablemail": "workable",
    "zohorecruit": "zoho",
}
_ORDINARY = {
    "breezy.hr": "breezy",
    "bullhorn.com": "bullhorn",
    "gem.com": "gem",
    "greenhouse.io": "greenhouse",
    "lever.co": "lever",
    "paylocity.com": "paylocity",
    "rippling.com": "rippling",
    "workable.com": "workable",
    "workday.com": "workday",
}
_BOARDS = frozenset(
    """
    linkedin indeed indeedemail ziprecruiter glassdoor monster naukri seek stepstone xing totaljobs reed dice wellfound
    careerbuilder jobstreet infojobs adzuna cv-library simplyhired handshake joinhandshake otta welcometothejungle hired
    irishjobs jobs bayt shine foundit timesjobs apec jobsite cwjobs
    """.split()
)
_BESIDE = frozenset(
    "mail mailer email notify notification notifications notices jobs careers hire us eu app ats".split()
)
"""What systems add to their name in a domain of theirs: "governmentjobs-notices"."""

_NO_REPLY = re.compile(
    r"(?:.*[._+-])?(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|dont-?reply|auto-?reply|auto-?respon\w*|noresponse|nobody"
    r"|notifications?|notify|notices?|mailer|automat\w*|unattended|unmonitored|bounces?|alerts?|system|workflow)(?:[._+-].*)?",
    re.IGNORECASE,
)
_DAEMON = re.compile(r"(?:mailer-?daemon|postmaster|mail-?daemon|mail\.?delivery.*|mdaemon|maildaemon)", re.IGNORECASE)
_CALENDAR_DOMAINS = frozenset(
    "calendly.com cal.com savvycal.com youcanbook.me goodtime.io modernloop.io cronofy.com".split()
)
SENDERS = tuple(sorted({*_DISTINCT, *_ORDINARY, *_CALENDAR_DOMAINS, "mailer-daemon", "postmaster"}))
"""What to search the senders of a mailbox for, where not all of it can be read: these write to few but candidates."""
_OF_CUSTOMERS = frozenset({"workday"})
"""Systems in whose addresses a customer's name is cut short."""
_CALENDAR_LOCALS = frozenset({"calendar-notification", "calendar", "invitations-noreply"})


def system_of(*candidates: str) -> str:
    """The applicant tracking system or job board behind the first of these domains that has one; or ""."""
    return next((name for domain in candidates if (name := _system(domain))), "")


def is_job_board(system: str) -> bool:
    """Whether a system advertises jobs rather than handling applications."""
    return system in _BOARDS


def is_account(sender: Address, system: str) -> bool:
    """Whether an address is that of a customer of a system, which calls it by the customer's name.

    The whole name spells it, at Workday its beginning as well: northfold@myworkday.com, "Northfold Minerals".
    """
    spelled = "".join(words_of(sender.name))
    begins = system in _OF_CUSTOMERS and spelled.startswith(sender.local)
    return bool(system) and (begins or sender.local == spelled)


def is_no_reply(sender: Address) -> bool:
    """Whether no person reads what is sent to this address."""
    return _NO_REPLY.fullmatch(sender.local) is not None or is_daemon(sender)


def is_daemon(sender: Address) -> bool:
    """Whether a mail server writes under this address (RFC 5321, 6.1)."""
    return _DAEMON.fullmatch(sender.local) is not None


def is_calendar_program(sender: Address) -> bool:
    """Whether a calendar or booking program writes under this address."""
    registrable = _suffixes().privatesuffix(sender.domain) or ""
    return registrable in _CALENDAR_DOMAINS or (registrable == "google.com" and sender.local in _CALENDAR_LOCALS)


@cache
def _system(domain: str) -> str:
    registrable = _suffixes().privatesuffix(domain) or ""
    label = registrable.partition(".")[0]
    if registrable in _ORDINARY or label in _DISTINCT:
        return _ORDINARY.get(registrable) or _DISTINCT[label]
    if label in _BOARDS:
        return label
    words = label.split("-")
    named = [word for word in words if word not in _BESIDE]
    return _DISTINCT.get("-".join(named), "") if len(named) < len(words) else ""


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
