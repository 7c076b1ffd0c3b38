"""Whom a step is for: the person to write to or to call, and those to thank."""

from __future__ import annotations

import datetime as dt
from email.utils import parseaddr

from watcher.cadence.policy import Among, Choice, Only, Policy
from watcher.model import Address, Application, Contact, Interview, MarkKind, Side
from watcher.reading.names import is_person

__all__ = ["contact_for", "hosts_to_thank"]

_EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)


def contact_for(application: Application, policy: Policy) -> Contact | None:
    """The person to write to or to call: whom I named, else the first choice of the policy; never one who left."""
    reachable = [contact for contact in application.contacts if contact.reachable]
    named = [parseaddr(mark.value)[1] for mark in application.marks if mark.kind is MarkKind.CONTACT][-1:]
    if mine := next((contact for contact in reachable if contact.address.email in named), None):
        return mine
    for choice in policy.contacts:
        eligible = [contact for contact in reachable if _counts(contact, choice, application)]
        if eligible:
            return max(eligible, key=lambda contact: _rank(contact, choice, policy.among, application))
    return None


def hosts_to_thank(application: Application, held: Interview, contact: Contact | None) -> tuple[Address, ...]:
    """Those who held the interview and can be reached; where no address of theirs is known, the contact."""
    gone = {contact.address.email for contact in application.contacts if not contact.reachable}
    hosts = tuple(host for host in held.hosts if host.email and host.email not in gone)
    return hosts or ((contact.address,) if contact is not None else ())


def _counts(contact: Contact, choice: Choice, application: Application) -> bool:
    if contact.role is not choice.role:
        return False
    email, wrote = contact.address.email, contact.last_wrote is not None
    if choice.only is Only.MET:
        return any(host.email == email for interview in application.interviews for host in interview.hosts)
    if choice.only is Only.WELCOMES:
        return any(mark.kind is MarkKind.WELCOMES and mark.value == email for mark in application.marks)
    if choice.only is Only.NAMED:
        return wrote and is_person(contact.address.name)
    return wrote


def _rank(contact: Contact, choice: Choice, among: Among, application: Application) -> tuple[float, ...]:
    """The higher, the rather: of those met who held the latest interview, else as `among` says; then who wrote last."""
    wrote = (contact.last_wrote or _EARLIEST).timestamp()
    email = contact.address.email
    if choice.only is Only.MET:
        held = (i.end.timestamp() for i in application.interviews if any(h.email == email for h in i.hosts))
        return max(held), wrote
    if among is Among.CLOSEST:
        return _letters(email, application), wrote
    return (wrote,)


def _letters(email: str, application: Application) -> int:
    """How many messages this person wrote, machines' not counted."""
    envelopes = (entry.envelope for thread in application.threads for entry in thread.entries)
    return sum(envelope.sender.email == email and envelope.side is Side.THEM for envelope in envelopes)
