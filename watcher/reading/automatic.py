"""Which machine wrote a mail, if one did (RFC 3834, 3464, 2369, 2919), and which system carried it.

The header alone gives a first verdict; the words may overrule it both ways. A person's message that a system passes on
from a no-reply address was written by that person. A form letter under a person's name was not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from watcher.model import Automatic, Envelope, Message, Person, Side
from watcher.reading import parse, wording
from watcher.reading.fields import Fields, first
from watcher.reading.limits import Unreadable
from watcher.reading.parts import Part
from watcher.reading.signoff import is_name, is_person, names_of
from watcher.reading.systems import is_calendar_program, is_daemon, is_job_board, is_no_reply, system_of

__all__ = ["Verdict", "failed_recipients", "of_header", "of_message"]

_MANY_RECIPIENTS = 50
_BULK_PRECEDENCE = frozenset({"bulk", "list", "junk"})
_AUTOREPLY_FIELDS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from")
_FAILED = re.compile(
    r"^(?:Final|Original)-Recipient:[^;\n]{0,20};[ \t]*<?([^\s<>@;]{1,128}@[^\s<>@;]{1,255})", re.M | re.I
)
_MAX_FAILED = 20


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
        return Automatic.NOTICE if wording.DELAY.search(subject) else Automatic.BOUNCE
    submitted = first(fields, "auto-submitted").partition(";")[0].strip().lower()
    if _is_away(subject, fields, submitted) or "disposition-notification" in content_type:
        return Automatic.AWAY
    if is_calendar_program(sender) or wording.RESPONSE_SUBJECT.match(subject):
        return Automatic.CALENDAR
    is_bulk = _is_bulk(envelope, fields)
    if is_no_reply(sender) or (system and not is_person(sender.name)):
        is_process = (system and not is_job_board(system)) or wording.ABOUT_MY_APPLICATION.search(subject)
        return Automatic.BULK if is_bulk and not is_process else Automatic.NOTICE
    if submitted.startswith("auto-"):
        return Automatic.NOTICE
    return Automatic.BULK if is_bulk and not system else None


def _is_bounce(envelope: Envelope, fields: Fields, content_type: str) -> bool:
    if "delivery-status" in content_type or "x-failed-recipients" in fields:
        return True
    is_null = first(fields, "return-path").strip() == "<>"
    return (is_daemon(envelope.sender) or is_null) and wording.BOUNCE_SUBJECT.match(envelope.subject) is not None


def _is_away(subject: str, fields: Fields, submitted: str) -> bool:
    bare = re.sub(r"^(?:(?:re|aw|sv|antw)\s?:\s*)+", "", subject, flags=re.IGNORECASE).lstrip("[ ")
    if submitted == "auto-replied" or first(fields, "precedence").lower() == "auto_reply":
        return True
    return wording.AWAY_SUBJECT.match(bare) is not None or any(name in fields for name in _AUTOREPLY_FIELDS)


def _is_bulk(envelope: Envelope, fields: Fields) -> bool:
    """Whether it went to many: a list, a mailing program, a crowd of recipients. An answer to somebody did not."""
    if "list-id" in fields or first(fields, "precedence").strip().lower() in _BULK_PRECEDENCE:
        return True
    if len(envelope.to) + len(envelope.cc) > _MANY_RECIPIENTS:
        return True
    return "list-unsubscribe" in fields and envelope.in_reply_to is None


def of_message(message: Message, me: Person) -> Verdict:
    """The verdict once the words are known; `message.envelope` holds that on the header."""
    known = Verdict(message.envelope.automatic, message.envelope.system)
    if known.automatic in (Automatic.AWAY, Automatic.BOUNCE):
        return known
    if wording.is_calendar_notice(message.text, message.invite):
        return replace(known, automatic=Automatic.CALENDAR)
    if message.envelope.side is Side.ME:
        return known
    if known.automatic in (Automatic.NOTICE, Automatic.CALENDAR, Automatic.BULK):
        return replace(known, automatic=None) if _is_persons(message, known, me) else known
    return replace(known, automatic=_by_words(message, known))


def _by_words(message: Message, known: Verdict) -> Automatic | None:
    """A machine that its header did not give away."""
    text = message.text
    if wording.AWAY_TEXT.match(text):
        return Automatic.AWAY
    if wording.RELAYED.search(text[:500]):
        return None
    if wording.AUTOMATED.search(text) or wording.AUTOMATED.search(message.signature):
        return Automatic.NOTICE
    is_form = wording.FORM_LETTER.search(text) and not wording.FIRST_PERSON.search(text)
    impersonal = known.system or (not is_person(message.envelope.sender.name) and not _is_signed(message))
    return Automatic.NOTICE if is_form and impersonal else None


def _is_persons(message: Message, known: Verdict, me: Person) -> bool:
    """Whether a person wrote the words that a machine's address carries."""
    text = message.text
    if known.automatic is Automatic.CALENDAR:
        return message.invite is not None and not is_no_reply(message.envelope.sender) and bool(text)
    if known.automatic is Automatic.BULK:
        greeted = bool(set(me.name.casefold().split()) & set(re.findall(r"\w+", text[:60].casefold())))
        return greeted and _is_signed(message) and is_person(message.envelope.sender.name) and len(text) < 3000
    if wording.RELAYED.search(text[:500]):
        return True
    if wording.AUTOMATED.search(text) or not wording.FIRST_PERSON.search(text):
        return False
    return is_person(message.envelope.sender.name) or _is_signed(message)


def _is_signed(message: Message) -> bool:
    """Whether a person's name stands below the words."""
    names = names_of(message.envelope.sender)
    return any(is_person(line) or is_name(line, names) for line in message.signature.split("\n")[:4])


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
