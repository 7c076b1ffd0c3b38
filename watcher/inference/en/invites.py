"""Interviews from the calendar part of a message (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.inference.en.stages import stage_of
from watcher.inference.heard import Heard, plain
from watcher.model import Address, Confidence, Invite, Kind, Statement
from watcher.text import shorten

__all__ = ["invites"]

_HIRING = re.compile(
    r"\b(?:interview|screen(?:ing)?|onsite|on-site|candidate|phone (?:call|chat)|intro (?:call|chat)|recruit\w*|hiring|panel|deep dive|technical|final (?:chat|round)|first (?:call|chat)|round|assessment|role|position|trial (?:shift|day|lesson))\b"
)


_AND_I = re.compile(r"\bwith me\b|\b(?:me|myself|i) and\b|\b(?:and|&) (?:me|myself|i)\b|\bjoin(?:ing|s)? me\b")
"""The writer is there with others."""


def invites(heard: Heard) -> Iterator[Statement]:
    """INTERVIEW or CANCELS for the event, with its identity; an answer to an invitation (METHOD:REPLY) is neither."""
    invite = heard.message.invite
    if invite is None or invite.method.upper() not in ("REQUEST", "PUBLISH", "CANCEL", ""):
        return
    summary = plain(invite.summary)
    words = "\n".join(heard.texts)
    subject = plain(heard.message.envelope.subject)
    named = bool(_HIRING.search(summary) or _HIRING.search(subject) or _HIRING.search(words))
    yield Statement(
        Kind.CANCELS if invite.cancelled else Kind.INTERVIEW,
        shorten(invite.summary),
        "invite",
        Confidence.SURE if named else Confidence.LIKELY,
        start=invite.start,
        end=invite.end,
        who=_hosts(invite, heard),
        text=stage_of(summary, words, subject, length=invite.end - invite.start) or "",
        uid=invite.uid,
    )


def _hosts(invite: Invite, heard: Heard) -> tuple[Address, ...]:
    """Who will be there for them: the guests but me, and the organizer where he is a guest by name or alone, or says so.

    A recruiter who sets up a meeting of two others is often its organizer, and on the list of guests, without coming.
    """
    mine = heard.speech.me.addresses
    guests = [a for a in invite.attendees if a.email and a.email not in mine]
    organizer = invite.organizer
    if organizer is None or organizer.email in mine:
        return tuple(guests)
    others = [a for a in guests if a.email != organizer.email]
    if not others:
        return tuple(guests) or ((organizer,) if organizer.email else ())
    writes = organizer.email == heard.message.envelope.sender.email
    if writes and any(_AND_I.search(text) and any(_is_named(a, text) for a in others) for text in heard.texts):
        return (organizer, *others)
    if _is_named(organizer, invite.summary) or not any(_is_named(a, invite.summary) for a in others):
        return tuple(guests)
    return tuple(others)


def _is_named(who: Address, summary: str) -> bool:
    words = re.findall(r"\w+", summary.lower())
    return any(len(part) > 2 and part in words for part in re.findall(r"\w+", who.name.lower()))
