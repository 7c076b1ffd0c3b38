"""What a follow-up says: a greeting, two short paragraphs out of a template, a closing and my signature.

Which of a template's letters is written is decided by the process and by how often I wrote, so that it is the same at
every scan, a second nudge never repeats the first, and two processes seldom read alike.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from watcher.drafting import wording
from watcher.drafting.facts import facts_of
from watcher.drafting.salutation import closing, greeting
from watcher.drafting.signing import names_signed, signature
from watcher.drafting.stationery import PLAIN, Stationery, Written, write
from watcher.drafting.topics import Topic, for_one_of, topic_of
from watcher.model import Address, Application, Person, Step, StepKind

__all__ = ["Body", "Writer", "body", "letter_name"]

_VARIANTS = 4
"""Of most letters; closings change from one process to another, not with them."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and on what."""

    me: Person
    stationery: Stationery = PLAIN


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a draft, and what the user should know of it."""

    text: str
    told: tuple[str, ...] = ()


def body(
    application: Application,
    step: Step,
    to: Sequence[Address],
    writer: Writer,
    now: dt.datetime,
    attached: Sequence[str] = (),
) -> Body:
    """The text of the draft of `step`, at most 120 words and a signature.

    Args:
        application: As it stands at `now`.
        step: One that calls for a letter.
        to: Its recipients, with their names.
        writer: Who writes, and on what.
        now: Its day in my zone decides how days are spoken of.
        attached: The names of the files that go with it.
    """
    me, stationery = writer.me, writer.stationery
    hosts = _hosts(application, step, now)
    topic = topic_of(application, step.kind, to, now)
    topic = for_one_of(topic, step.to[0], hosts, application.company) if hosts else topic
    country = wording.country_of(application, to, me)
    name = letter_name(application, step, now.astimezone(ZoneInfo(me.timezone)).date())
    choice = _choice(application, step, hosts)
    written = write(stationery, name, facts_of(application, to, me, now, topic, attached), choice)
    opening = greeting(to, stationery.tone, country, application.company, names_signed(application))
    by_name = not opening.startswith(("Hello", "Dear all"))
    close = closing(stationery.tone, country, choice // _VARIANTS, by_name=by_name)
    text = "\n\n".join([opening, *written.paragraphs, signature(me, close)]) + "\n"
    return Body(text, tuple(_told(topic, written)))


def letter_name(application: Application, step: Step, today: dt.date) -> str:
    """Which letter a step calls for: the one it names, else its kind's own."""
    if step.letter:
        return step.letter
    overdue = application.decision is not None and application.decision.window.latest < today
    return "check_in_after_date" if step.kind is StepKind.CHECK_IN and overdue else step.kind.value


def _hosts(application: Application, step: Step, now: dt.datetime) -> tuple[Address, ...]:
    """Among whom a letter goes that each host gets apart; nobody where it is one to all."""
    held = application.last_held(now)
    return held.hosts if held and step.apart else ()


def _choice(application: Application, step: Step, hosts: Sequence[Address]) -> int:
    """A number for the variant: by the process, one on for each nudge, and for each host who is thanked apart."""
    base = int.from_bytes(hashlib.sha256(application.id.encode()).digest()[:4])
    emails = [host.email for host in hosts]
    place = emails.index(step.to[0].email) if step.to[0].email in emails else 0
    return base + len(application.follow_ups) + place


def _told(topic: Topic, written: Written) -> Iterator[str]:
    if topic.left_out:
        yield topic.left_out
    elif written.without_topic:
        yield "your note is not in the letter: there is no room for it"
    if written.problem:
        yield f"{written.problem}; the built-in letter was written instead"
