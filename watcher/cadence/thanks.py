"""Thanks: after an interview, and after a no."""

from __future__ import annotations

from watcher.cadence.case import Case, anchor_of, spoken
from watcher.cadence.people import hosts_to_thank
from watcher.cadence.policy import Purpose, Wait
from watcher.model import Application, Contact, Interview, Kind, Side, Step, StepKind

__all__ = ["farewell", "thank_you"]

_FAREWELL = Wait(5)
"""A farewell that comes later than this reopens what is over."""
_LETTERS = {Kind.REJECTED: "gracious", Kind.FILLED: "keep_in_touch"}


def thank_you(case: Case, contact: Contact | None) -> Step | None:
    """Thanks for the last interview, while I have written nothing since and they are not too late.

    They go to those who held it where their address is known, else to the contact. Where each is thanked apart, what I
    wrote to one thanks no other.
    """
    mine, held = case.application.last_of_mine, case.held
    if held is None:
        return None
    thanks = (rule for rule in case.policy.rules if rule.purpose is Purpose.THANK_YOU)
    rule = next((rule for rule in thanks if not rule.stages or held.stage in rule.stages), None)
    if rule is None or rule.until is None or (not rule.each and mine is not None and mine.at > held.end):
        return None
    day = case.day(held.end)
    due = case.allowed(case.after(rule.wait, day))
    to = hosts_to_thank(case.application, held, contact)
    if rule.each:
        to = tuple(host for host in to if host.email not in _written_to(case.application, held))
    if not to or case.today > max(due, case.after(rule.until, day)):
        return None
    why = f"the interview was on {spoken(day)} and you have not written since"
    return Step(StepKind.THANK_YOU, due, to, why, anchor_of(held), apart=rule.each)


def _written_to(application: Application, held: Interview) -> frozenset[str]:
    """Whom I wrote to since an interview."""
    envelopes = (entry.envelope for thread in application.threads for entry in thread.entries)
    mine = (envelope for envelope in envelopes if envelope.side is Side.ME and envelope.sent > held.end)
    return frozenset(person.email for envelope in mine for person in (*envelope.to, *envelope.cc))


def farewell(case: Case, contact: Contact | None) -> Step | None:
    """Thanks for a no, and a wish to stay in touch: only where the policy is for it, soon, and once.

    To whom told me, where they can be reached; else, as where a system told me, to the contact.

    "After a rejection: gracious thanks, and a wish to stay in touch; then leave them be" (What a good message holds).
    """
    application = case.application
    ended = next((fact for fact in reversed(application.history) if fact.statement.kind is application.outcome), None)
    mine = application.last_of_mine
    if not case.policy.farewell or contact is None or ended is None or (mine is not None and mine.at > ended.at):
        return None
    letter, due = _LETTERS.get(ended.statement.kind), case.allowed(case.day(ended.at))
    if letter is None or case.today > case.after(_FAREWELL, due):
        return None
    why = "they told you that it is over, and you have not answered"
    told = (each for each in application.contacts if each.reachable and each.address.email == ended.address)
    return Step(StepKind.THANK_YOU, due, (next(told, contact).address,), why, ended.message_id, letter=letter)
