"""Which machine wrote a mail, if one did (RFC 3834, 3464, 2369, 2919), and which system carried it.

The header alone gives a first verdict; the words may overrule it both ways. A person's message that a system passes on
from a no-reply address was written by that person. A form letter under a person's name was not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from watcher.model import Address, Automatic, Envelope, Message, Person, Side
from watcher.reading import parse, wording
from watcher.reading.fields import Fields, first
from watcher.reading.limits import Unreadable
from watcher.reading.names import is_office, is_person
from watcher.reading.notices import is_calendar_notice
from watcher.reading.parts import Part
from watcher.reading.systems import is_account, is_calendar_program, is_daemon, is_job_board, is_no_reply, system_of

__all__ = ["Verdict", "failed_recipients", "of_header", "of_message"]

_MANY_RECIPIENTS = 50
_BULK_PRECEDENCE = frozenset({"bulk", "list", "junk"})
_AUTOREPLY_FIELDS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from")
_FAILED = re.compile(
    r"^(?:Final|Original)-Recipient:[^;\n]{0,20};[ \t]*<?([^\s<>@;]{1,128}@[^\s<>@;]{1,255})",
    re.MULTILINE | re.IGNORECASE,
)
_MAX_FAILED = 20
_GREETING = 60
"""Characters in which a mail greets its reader."""
_LONGEST_PERSONAL = 3000
"""Characters of a mail that a person wrote to one reader, through a mailing program."""
_SIGNED_LINES = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of machine wrote it (None: a person did), and the system that carried it ("" for none)."""

    automatic: Automatic | None = None
    system: str = ""


def of_header(envelope: Envelope, fields: Fields) -> Verdict:
    """The verdict on a mail of which only the header is known."""
    return_path = first(fields, "return-path").strip("<> ").rpartition("@")[2].lower()
    reply_to = [address.domain for address in envelope.reply_to[:1]]
    system = system_of(envelope.sender.domain, *reply_to, return_path)
    return Verdict(_by_header(envelope, fields, system), system)


def _by_header(envelope: Envelope, fields: Fields, system: str) -> Automatic | None:
    sender, subject = envelope.sender, envelope.subject
    content_type = first(fields, "content-type").lower()
    if _is_bounce(envelope, fields, content_type):
        return Automatic.NOTICE if wording.is_delay(subject) else Automatic.BOUNCE
    submitted = first(fields, "auto-submitted").partition(";")[0].strip().lower()
    if _is_away(subject, fields, submitted) or "disposition-notification" in content_type:
        return Automatic.AWAY
    if is_calendar_program(sender) or wording.is_invitation_response(subject):
        return Automatic.CALENDAR
    is_bulk = _is_bulk(envelope, fields)
    if is_no_reply(sender) or is_account(sender, system) or (system and not is_person(sender.name)):
        is_process = (system and not is_job_board(system)) or wording.about_my_application(subject)
        return Automatic.BULK if is_bulk and not is_process else Automatic.NOTICE
    if submitted.startswith("auto-"):
        return Automatic.NOTICE
    return Automatic.BULK if is_bulk and not system else None


def _is_bounce(envelope: Envelope, fields: Fields, content_type: str) -> bool:
    if "delivery-status" in content_type or "x-failed-recipients" in fields:
        return True
    is_null = first(fields, "return-path").strip() == "<>"
    return (is_daemon(envelope.sender) or is_null) and wording.is_bounce_subject(envelope.subject)


def _is_away(subject: str, fields: Fields, submitted: str) -> bool:
    if submitted == "auto-replied" or first(fields, "precedence").strip().lower() == "auto_reply":
        return True
    return wording.is_away_subject(subject) or any(name in fields for name in _AUTOREPLY_FIELDS)


def _is_bulk(envelope: Envelope, fields: Fields) -> bool:
    """Whether it went to many: a list, a mailing program, a crowd of recipients. An answer to somebody did not."""
    if "list-id" in fields or first(fields, "precedence").strip().lower() in _BULK_PRECEDENCE:
        return True
    if len(envelope.to) + len(envelope.cc) > _MANY_RECIPIENTS:
        return True
    return "list-unsubscribe" in fields and envelope.in_reply_to is None


def of_message(message: Message, me: Person) -> Verdict:
    """The verdict once the words are known; `message.envelope` holds that on the header."""
    envelope = message.envelope
    known = Verdict(envelope.automatic, envelope.system)
    if known.automatic in (Automatic.AWAY, Automatic.BOUNCE):
        return known
    if is_calendar_notice(message.text, envelope.subject, message.invite):
        return replace(known, automatic=Automatic.CALENDAR)
    if envelope.side is Side.ME:
        return known
    if known.automatic is None:
        return replace(known, automatic=_by_words(message))
    if _is_persons(message, me):
        return replace(known, automatic=None)
    if known.automatic is Automatic.BULK and is_no_reply(envelope.sender):
        return replace(known, automatic=_bulk_or_notice(message.text))
    return known


def _bulk_or_notice(text: str) -> Automatic:
    return Automatic.NOTICE if wording.about_my_application(text[:1000]) else Automatic.BULK


def _by_words(message: Message) -> Automatic | None:
    """The machine that a header did not give away."""
    text, sender = message.text, message.envelope.sender
    if wording.is_away_text(text):
        return Automatic.AWAY
    if wording.tells_who_wrote(text):
        return None
    is_persons = is_person(sender.name) and not is_office(sender.local)
    if is_persons and wording.says_i(text):
        return None
    is_own = is_persons and not message.envelope.system
    if wording.says_automated(text) or (wording.says_automated(message.signature) and not is_own):
        return Automatic.NOTICE
    if not wording.is_form_letter(text) or wording.says_i(text):
        return None
    return None if is_own or _is_signed(message) else Automatic.NOTICE


def _is_persons(message: Message, me: Person) -> bool:
    """Whether a person wrote the words that a machine seems to have sent."""
    text, sender = message.text, message.envelope.sender
    if is_account(sender, message.envelope.system):
        return wording.tells_who_wrote(text)
    if message.envelope.automatic is Automatic.CALENDAR:
        return bool(text) and not is_no_reply(sender) and not is_calendar_program(sender)
    if wording.tells_who_wrote(text):
        return True
    if wording.says_automated(text):
        return False
    if message.envelope.automatic is Automatic.BULK:
        greeted = set(me.name.casefold().split()) & set(re.findall(r"\w+", text[:_GREETING].casefold()))
        is_short = len(text) < _LONGEST_PERSONAL
        return bool(greeted) and is_short and is_person(sender.name) and _is_signed(message)
    if wording.is_form_letter(text) and not wording.says_i(text):
        return False
    if is_person(sender.name):
        return wording.says_i(text) or _is_signed(message)
    return wording.says_i(text) and _is_signed(message)


def _is_signed(message: Message) -> bool:
    """Whether a person's name stands below the words: the sender's own, or one that is not the sender's.

    A company writes from an address of an office and signs with its whole name, which may look like a person's but is
    that of its domain; a person whom a system lends its address signs with the first name.
    """
    sender = message.envelope.sender
    is_firms = is_no_reply(sender) or (is_office(sender.local) and _is_of_the_domain(sender))
    shown = sender.name.casefold() + ("" if is_firms else " ")
    lines = [re.split(r"[,|(/]| - ", line)[0].strip() for line in message.signature.split("\n")[:_SIGNED_LINES]]
    own = [line for line in lines if line and shown.startswith(line.casefold() + " ")]
    other = [line for line in lines if is_person(line) and _is_capital(line) and line.casefold() not in shown]
    return bool(own or other)


def _is_of_the_domain(sender: Address) -> bool:
    return any(word in sender.domain for word in re.findall(r"\w{3,}", sender.name.casefold()))


def _is_capital(name: str) -> bool:
    return all(word[0].isupper() for word in name.split())


# -- bounces ------------------------------------------------------------------------------------
def failed_recipients(fields: Fields, reports: list[Part]) -> tuple[str, ...]:
    """The addresses that a delivery report says were not reached, in lower case."""
    found = [address.strip().lower() for address in first(fields, "x-failed-recipients").split(",")]
    for report in reports:
        try:
            found += [address.lower() for address in _FAILED.findall(parse.text(report).text)]
        except Unreadable:
            continue
    return tuple(dict.fromkeys(address for address in found if "@" in address))[:_MAX_FAILED]
