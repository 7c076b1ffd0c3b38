"""Names and titles of people in English words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.cues import Likely, holds
from watcher.inference.heard import plain
from watcher.inference.literals import needs
from watcher.inference.phrases import Phrase
from watcher.model import Address, Role

__all__ = ["NAME", "named", "role_of_title"]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
_PART = rf"[{_CAPITAL}][\w'’-]+"
_HONORIFIC = r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev|Sister|Cllr)\.? )"
_PARTICLE = r"(?:(?:de|van|von|der|den|da|di|del|la|le|bin|ibn|al|el|ter|ten|zu|dos|Ó|O|Mac|Ní|Uí) )"
NAME = rf"{_HONORIFIC}*{_PART}(?: (?:[{_CAPITAL}]\. )?{_PARTICLE}*{_PART}){{0,2}}"
"""A person's name in text as written; that it is a person, its place must tell."""

_TITLE = r"[A-Za-z][^()\n]{1,60}"
_IN_BRACKETS = Phrase(rf"(?P<name>{NAME}) ?\((?P<title>{_TITLE})\)")
_IN_COMMAS = Phrase(
    rf"(?P<name>{NAME}), (?:(?:our|the|my|their|your) )?(?P<title>(?:future )?(?:[\w&/-]+ ){{0,4}}?"
    r"(?:[Mm]anager|[Dd]irector|[Hh]ead(?:teacher| of [\w&/ ]{2,30})?|[Ll]ead|[Cc]hief[\w ]{0,20}|[Oo]wner|[Ff]ounder|[Pp]resident"
    r"|CEO|CTO|COO|CFO|CPO|VP[\w ]{0,20}|[Rr]ecruiter|[Cc]oordinator|[Ee]ngineer|[Cc]hair|[Pp]rincipal|[Ss]upervisor|[Pp]artner|boss))\b"
)
_BEFORE_NAME = Phrase(
    rf"\b(?:[Oo]ur|[Tt]he|[Mm]y|[Tt]heir|[Yy]our) (?P<title>(?:[\w&/-]+ ){{0,3}}?(?:VP|[Hh]ead|[Dd]irector|[Mm]anager|[Ll]ead|[Cc]hief|[Oo]wner"
    rf"|[Ff]ounder|CEO|CTO|COO|CFO|GM|[Pp]rincipal|[Cc]oordinator|[Rr]ecruiter|[Cc]olleague)(?: of [\w&]+(?: [\w&]+)?| [A-Z]\w+)?),? (?P<name>{_HONORIFIC}*{_PART} {_PARTICLE}*{_PART})"
)
_LEADS = Phrase(
    rf"(?P<name>{NAME}),? (?P<title>(?:who(?:'d| would| will|’d| is|'s| leads| runs| heads| owns| manages)[\w ]{{0,40}}))"
)
_HOSTS = Phrase(
    rf"\b(?:with|[Mm]eet|w/|join(?:ed by)?|conducted by|held by|hosted by|[Aa]sk for)[: ] ?(?P<all>{NAME}(?: ?\([^()]{{1,60}}\))?"
    rf"(?:(?:,| and| &|, and| then|, then| as well as) {NAME}(?: ?\([^()]{{1,60}}\))?){{0,5}})"
)
_WAYS = (_IN_BRACKETS, _BEFORE_NAME, _LEADS, _IN_COMMAS, _HOSTS)
_LIKELY = Likely((needs(way.pattern.pattern), way) for way in _WAYS)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december mon tue tues wed thu thurs fri sat sun teams zoom google microsoft webex skype hr the our your "
    "you we i please kind best regards thanks hi hello dear talent human people head director manager engineer senior "
    "lunch with and by meet see kindly if on at in it this that all my will reception security visitor".split()
)

_AGENT = re.compile(r"\b(?:ea (?:licen[cs]e|personnel)|headhunter|executive search|search consultant)\b")
_COORDINATES = re.compile(
    r"\b(?:co-?ordinator|scheduler|scheduling|receptionist|secretary|administrator|p\.?a\.? to\b|e\.?a\.? to\b|office manager"
    r"|(?:executive|personal|hr|admin\w*|recruit\w+|talent|team|office|people) assistant|assistant to\b|recruitment (?:services|support|office|admin\w*)"
    r"|office of (?:the )?\w+|talent operations|interview (?:team|support|logistics|scheduling)|logistics coordinator)\b"
)
_RECRUITS = re.compile(
    r"\b(?:recruit\w*|talent|tag?|sourcer|sourcing|h\.?r\.?|human resources?|personnel|people(?! (?:manager|lead of))|hiring(?! manager)|staffing|resourcing|practice manager)\b"
)
_LEADS_TEAM = re.compile(
    r"\b(?:managers?|director|head|headteacher|headmaster|headmistress|deputy head|lead|leads|chief|c[etfo]o|cpo|vp|svp|evp|vice[- ]president|president|(?:co-?)?founder|owner"
    r"|owns|runs|heads|manages|(?:managing |senior )?partner(?! manager)|principal(?!\w* (?:\w+ )?(?:engineer|scientist|designer|developer|architect|consultant|analyst|researcher))"
    r"|chair|chairman|chairwoman|dean|superintendent|foreman|forewoman|supervisor|matron|gm|md|proprietor|chef|boss|captain|line manager|hiring manager|adon)\b"
)


def role_of_title(title: str) -> Role | None:
    """What a job title, or what is said of somebody's work, makes of its bearer; None where it tells nothing."""
    title = title.lower()
    if _AGENT.search(title):
        return Role.HEADHUNTER
    if _COORDINATES.search(title):
        return Role.COORDINATOR
    if _RECRUITS.search(title):
        return Role.RECRUITER
    if _LEADS_TEAM.search(title):
        return Role.HIRING_MANAGER
    return None


def named(text: str) -> Iterator[tuple[Address, str]]:
    """The people a sentence names as those I meet, or with a title, each with that title or an empty one."""
    seen: set[str] = set()
    likely = _LIKELY.among(holds(plain(text)))
    if not likely:
        return
    for phrase in (_IN_BRACKETS, _BEFORE_NAME, _LEADS, _IN_COMMAS):
        for match in phrase.pattern.finditer(text) if phrase in likely else ():
            name = _name(match["name"])
            if name and name not in seen:
                seen.add(name)
                yield Address("", name), match["title"].strip()
    for match in _HOSTS.pattern.finditer(text) if _HOSTS in likely else ():
        for part in re.split(r",? and |,? then |, | & | as well as ", re.sub(r"\([^()]*\)", "", match["all"])):
            name = _name(part)
            if name and name not in seen:
                seen.add(name)
                yield Address("", name), ""


def _name(words: str) -> str:
    """The name without an honorific; empty where the words cannot be one."""
    name = re.sub(rf"^{_HONORIFIC}+", "", words.strip())
    parts = name.split()
    while parts and parts[0].lower().strip(".,'") in _NO_NAMES:
        parts = parts[1:]
    if not parts or any(part.lower() in _NO_NAMES for part in parts):
        return ""
    return " ".join(parts)
