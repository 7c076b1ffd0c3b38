"""The script of a call: whom, which number, when, three things to speak of, and what to leave on their voicemail.

What it holds is the advisers': something specific of the job or the culture, a matching skill, eagerness to go on; a
voicemail that says that I enjoyed talking, how to reach me, and asks for a call or mail back, or wishes them luck with
a hard decision; without the person's number the company's switchboard, asking for HR. What nobody told is not
invented: the script then says to me what to think of, which a letter could not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from watcher.calendar import Calendar
from watcher.calls import numbers
from watcher.calls.hours import Hours, good_hours, zone_of
from watcher.drafting.facts import Facts, facts_of
from watcher.drafting.names import full_name, known_as
from watcher.drafting.signing import names_signed
from watcher.drafting.topics import NO_TOPIC, topic_of
from watcher.drafting.wording import country_of
from watcher.inference.country import country_of_zone
from watcher.model import Address, Application, Contact, MarkKind, Person, Role, Step, StepKind
from watcher.text import clean_line, shorten

__all__ = ["Script", "script_of"]

_NOBODY = Address("")
_OF_MINE = re.compile(r"\b(?:I|I've|I'd|my|mine|me)\b")
_MAX_NOTE = 240
"""Characters of a note that one takes in at a glance, with the telephone at the ear."""


@dataclass(frozen=True, slots=True)
class Script:
    """A call to make. Texts are sentences for people; numbers are written as they are dialled in my country."""

    whom: str
    """Their name, or "HR"."""
    what: str
    """Their role and where, such as "recruiter at Acme Robotics"."""
    number: str
    """Theirs, else their firm's; empty where no mail of theirs holds one."""
    dial: str
    """What to do with the number, or without."""
    hours: Hours
    opening: str
    points: tuple[str, str, str]
    question: str
    voicemail: str


def script_of(
    application: Application, step: Step, me: Person, now: dt.datetime, calendar: Calendar, phone: str = ""
) -> Script:
    """The script of a call that is due.

    Args:
        application: As it stands at `now`.
        step: The call, to one person; to nobody where none is known.
        me: Who calls.
        now: The moment of asking.
        calendar: My business days.
        phone: My own number as configured; that of my signature where empty.
    """
    person = step.to[0] if step.to else _NOBODY
    contact = next((c for c in application.contacts if c.address.email == person.email), None)
    person = contact.address if contact else person
    person = replace(person, name=full_name(person, application.company))  # none for a team's address
    notes = [clean_line(mark.value, 2_000) for mark in application.marks if mark.kind is MarkKind.NOTE]
    thanked = topic_of(replace(application, follow_ups=(), marks=()), StepKind.CALL, (person,), now).phrase
    facts = _for_strangers(facts_of(application, (person,), me, now, NO_TOPIC))
    zone = ZoneInfo(me.timezone)
    today = now.astimezone(zone).date()
    name = names_signed(application).get(person.email) or known_as(person, application.company)
    number, dial = _number(application, person, contact, facts, me)
    theirs = zone_of(application, person, me)
    country = (country_of_zone(theirs) if theirs else "") or country_of(application, (person,), me)
    nobody = f"HR at {facts.employer}" if facts.employer else "HR"
    return Script(
        whom=person.name or nobody,
        what=_what(contact, facts) if contact and person.name else "",
        number=number,
        dial=dial,
        hours=good_hours(step.due or today, now, theirs, zone, calendar),
        opening=_opening(name, facts, me),
        points=(_specific(notes, thanked, facts), _skill(notes, facts), _eagerness(facts)),
        question=_question(facts),
        voicemail=_voicemail(name, facts, me, numbers.spoken(phone or numbers.mine(application, me), country)),
    )


# -- whom, and how to reach them --------------------------------------------------------------------
def _for_strangers(facts: Facts) -> Facts:
    """With the employer where no title is known: who picks up the telephone has no mail before them."""
    bare = facts.matter == "the role" and facts.employer
    return replace(facts, matter=f"the role at {facts.employer}") if bare else facts


def _what(contact: Contact, facts: Facts) -> str:
    """Their role and where, such as "recruiter at Acme Robotics"."""
    role = str(contact.role).replace("_", " ")
    where = "for" if contact.role is Role.HEADHUNTER else "at"
    return f"{role} {where} {facts.employer}" if facts.employer else role


def _number(
    application: Application, person: Address, contact: Contact | None, facts: Facts, me: Person
) -> tuple[str, str]:
    """A number of theirs as I dial it, and what to ask for; no number where no mail of theirs holds one."""
    ask = f"ask for {person.name}, or else for HR" if person.name else "ask for HR"
    if own := numbers.number_of(application, person):
        return numbers.spoken(own, me.country), "their own, as under their mail"
    agency = contact is not None and contact.role is Role.HEADHUNTER
    firm = "the agency" if agency else facts.employer or "the company"
    if agency and person.name:
        ask = f"ask for {person.name}"
    if main := numbers.switchboard_of(application, person):
        return numbers.spoken(main, me.country), f"the switchboard of {firm}: {ask}"
    return "", f"none in their mails: call the switchboard of {firm} (its website has the number) and {ask}"


# -- what to say ------------------------------------------------------------------------------------
def _opening(name: str, facts: Facts, me: Person) -> str:
    hello = f"Hello {name}" if name else "Hello"
    return f"{hello}, this is {me.name}. I am calling about {facts.matter}. Is this a good moment?"


def _specific(notes: Sequence[str], thanked: str, facts: Facts) -> str:
    """Something specific of the job or the culture: what I noted last, else what I thanked them for."""
    if notes:
        return f"Come back to what you noted: “{shorten(notes[-1], _MAX_NOTE)}”"
    if thanked:
        return f"Come back to what you thanked them for: “{thanked}”"
    where = "in the interview" if facts.talk else "in the advertisement or in their mails"
    return f"Name one thing about the work, or about how they work, that caught your interest {where}."


def _skill(notes: Sequence[str], facts: Facts) -> str:
    """A matching skill: a further note that speaks of me; after a bad interview the offer of something to show."""
    if facts.badly:
        return "Offer what the interview did not show: a reference, or a sample of the work that they asked about."
    if further := next((note for note in reversed(notes[:-1]) if _OF_MINE.search(note)), ""):
        return f"Tie it to a skill of yours: “{shorten(further, _MAX_NOTE)}”"
    if notes and _OF_MINE.search(notes[-1]):
        return "Tie it to your skill: one sentence on what you did there, and what came of it."
    return f"Tie it to the skill of yours that {facts.matter} needs most, with one time that you used it."


def _eagerness(facts: Facts) -> str:
    return f"Say that you would be glad to go on: you are still very interested in {facts.matter}."


def _question(facts: Facts) -> str:
    """The one question, which brings up a date that they named, lightly."""
    if facts.leaning == "away":
        return "Is it still open, or have you gone another way? I would be grateful for a candid word."
    if facts.news:
        return f"{facts.news[0].upper()}{facts.news[1:]}. Is there anything that you can share?"
    if facts.ahead:
        return f"Is {facts.ahead} still the day by which you hope to decide?"
    return "Do you know yet what the next step will be, and when?"


def _voicemail(name: str, facts: Facts, me: Person, number: str) -> str:
    """What to say to a machine; the luck is for those who named a date, so that there is a decision to take."""
    hello = f"Hello {name}" if name else "Hello"
    if facts.talk:
        enjoyed = f"Thank you again for {facts.talk};" if facts.badly else f"I enjoyed {facts.talk}, and"
        about = f"{enjoyed} I am still very interested in {facts.matter}."
    else:
        about = f"I am calling about {facts.matter}, in which I am still very interested."
    call = f"a call back on {number}" if number else "a call back"
    reach = f"Whenever you have news, I would be glad of {call}, or of a mail to {me.addresses[0]}."
    luck = " Good luck with the decision, which is surely a hard one." if facts.news or facts.ahead else ""
    return f"{hello}, this is {me.name}. {about} {reach}{luck} Thank you!"
