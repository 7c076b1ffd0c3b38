"""Who has which role: by the title under a mail, by what people say of themselves, and by how others are introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.en.names.senders import AGENT_SAYS, agency_of
from watcher.inference.en.people import NAME, named, role_of_title
from watcher.inference.heard import Heard
from watcher.inference.phrases import Phrase
from watcher.model import Confidence, Kind, Role, Side, Statement
from watcher.text import shorten

__all__ = ["roles"]

_RECRUITER_SAYS = Phrase(
    r"\bi(?:'m| am)? (?:look after|lead|head|run|manage|handle|do|cover|work on|own|responsible for|in charge of)(?: \w+){0,3} (?:hiring|recruit\w*|talent|vacancy|vacancies|search|requisition|selection|opening|openings)\b"
    r"|\bi (?:hire|recruit) for\b|\bi(?:'m| am) (?:the|a|an|your|our) (?:\w+ ){0,3}(?:recruiter|talent \w+|sourcer|hr \w+)\b|\bi do the first (?:chat|call|screen)|\b(?:here|from|with) (?:the )?(?:talent|recruit(?:ment|ing)|hr|people) team\b"
)
_MANAGER_SAYS = Phrase(
    r"\bi (?:own|run|founded|co-founded|started|manage|lead|head(?: up)?) (?!(?:\w+ ){0,3}(?:hiring|recruit|talent|search))|\bi(?:'m| am) (?:the|one of the|a) (?:\w+ )?(?:owners?|founders?|co-?founders?|gps?|partners?|directors?|managers?|ceo|cto|head|principal|chair|chef|gm|general manager)\b"
    r"|\b(?:join|on|in) my team\b|\breport(?:ing)? (?:in)?to me\b|\bwork(?:ing)? for me\b|\bi need an? \w+|\bmy (?:practice|restaurant|shop|mill|farm|studio|garage|team)\b"
)
_HELPER_SAYS = Phrase(
    rf"\b(?:from|in|on|of|with) {NAME}['’]s? (?:team|group|crew|office|department|lab)\b|\b{NAME}['’]s? (?:colleague|deputy|assistant|number two|right hand|offsider)\b"
    rf"|\b{NAME},?(?: who [\w ]{{1,30}},)? (?:has |have |had )?asked me to\b|\bon {NAME}['’]s? behalf\b|\b(?:on|in) behalf of {NAME}\b"
)
"""Who writes for somebody else leads nothing."""


def roles(heard: Heard) -> Iterator[Statement]:
    """HAS_ROLE for the sender and for the people a message introduces; nothing of my own mail."""
    if heard.speech.side is not Side.THEM:
        return
    yield from _sender(heard)
    for sentence in heard.sentences:
        for who, title in named(sentence.text):
            if title and (role := role_of_title(title)):
                yield Statement(
                    Kind.HAS_ROLE, shorten(sentence.text), "role.introduced", Confidence.LIKELY, who=(who,), text=role
                )


def _sender(heard: Heard) -> Iterator[Statement]:
    sender = heard.message.envelope.sender
    if firm := agency_of(heard):
        yield Statement(Kind.HAS_ROLE, shorten(firm), "role.agency", who=(sender,), text=Role.HEADHUNTER)
    elif (titled := _signed(heard.message.signature, sender.name)) is not None:
        line, role = titled
        yield Statement(Kind.HAS_ROLE, shorten(line), "role.signature", who=(sender,), text=role)
    written = (heard.sentences[number].text for number in _HELPER_SAYS.likely(heard))
    helps = next(filter(_HELPER_SAYS.pattern.search, written), None)
    if helps is not None:
        yield Statement(
            Kind.HAS_ROLE, shorten(helps), "role.helps", Confidence.LIKELY, who=(sender,), text=Role.INTERVIEWER
        )
    for phrase, role, rule in (
        (_RECRUITER_SAYS, Role.RECRUITER, "role.recruits"),
        (AGENT_SAYS, Role.HEADHUNTER, "role.has_client"),
        (_MANAGER_SAYS, Role.HIRING_MANAGER, "role.runs_it"),
    ):
        if (number := phrase.first(heard)) is not None:
            words = shorten(heard.sentences[number].text)
            yield Statement(Kind.HAS_ROLE, words, rule, Confidence.LIKELY, who=(sender,), text=role)


def _signed(signature: str, name: str) -> tuple[str, Role] | None:
    """The first line of a signature that holds a title, without the sender's own name."""
    own = set() if role_of_title(name) else {part.lower() for part in re.findall(r"\w+", name)}
    for line in signature.split("\n")[:8]:
        words = " ".join(w for w in line.split() if w.strip(",.|/()").lower() not in own)
        if len(words) <= 120 and (role := role_of_title(words)):
            return line, role
    return None
