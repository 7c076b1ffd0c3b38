"""Which number to dial, and how it is written for somebody in a country. None is ever made up."""

from __future__ import annotations

from watcher.domains import is_freemail, registrable
from watcher.drafting.signing import usual_signature
from watcher.inference.phones import numbers
from watcher.model import Address, Application, Kind, Person

__all__ = ["mine", "number_of", "spoken", "switchboard_of"]


def number_of(application: Application, person: Address) -> str:
    """The number under this person's mails (E.164), or empty."""
    return next((c.phone for c in application.contacts if c.address.email == person.email), "")


def switchboard_of(application: Application, person: Address) -> str:
    """The number of their firm that stands under a mail of this person or of a colleague (E.164), or empty."""
    firm = "" if is_freemail(person.domain) else registrable(person.domain)
    entries = [entry for thread in application.threads for entry in thread.entries]
    for entry in sorted(entries, key=lambda e: e.envelope.sent, reverse=True):
        if firm and registrable(entry.envelope.sender.domain) == firm:
            for statement in entry.all(Kind.HAS_PHONE):
                if not statement.who:
                    return statement.text
    return ""


def mine(application: Application, me: Person) -> str:
    """The number of my signature (E.164): the configured one, else the one under my mails of this process."""
    entries = [entry for thread in application.threads for entry in thread.entries]
    return next(iter(numbers(me.signature or usual_signature(entries), me.country)), "")


def spoken(number: str, country: str = "") -> str:
    """A number as it is dialled in a country: "(312) 555-0142 ext. 204" at home, "+1 312-555-0142" from elsewhere."""
    from phonenumbers import NumberParseException, PhoneNumberFormat, country_code_for_region, format_number, parse

    try:
        parsed = parse(number, country)
    except NumberParseException:
        return number
    home = parsed.country_code == country_code_for_region(country.upper())
    return format_number(parsed, PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL)
