"""Who wrote to whom, when, and in answer to what: the facts of a header, cleaned and bounded."""

from __future__ import annotations

import datetime as dt
import email.utils
import hashlib
import re
from dataclasses import replace

from watcher.model import Address, Envelope, Person, Side
from watcher.reading import automatic, parse
from watcher.reading.addresses import address, is_mine
from watcher.reading.fields import Fields, first
from watcher.text import clean_line

__all__ = ["envelope_of", "with_verdict"]

_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")
"""A msg-id in printable ASCII (RFC 5322, 3.6.4), without the forms that nobody writes."""
_MAX_ID = 998
_MAX_REFERENCES = 20
_YEARS = range(1995, 2101)
_ZONED = re.compile(r":\d\d(?:\.\d+)?\s*(?:[+-]\d{4}|(?:UTC?|GMT|Z|[AECMP][SD]T)\b)", re.IGNORECASE)
_UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""The moment of a mail that tells none and was not seen arriving."""


def envelope_of(
    fields: Fields, *, account: str, ref: str, received: dt.datetime | None, me: Person, thread_hint: str | None
) -> Envelope:
    """The envelope of the mail with these header fields; what machine wrote it is judged by them alone.

    Raises:
        Unreadable: an address field or the subject cannot be decoded
    """
    sent = _sent(fields, received)
    answered = _ids(first(fields, "in-reply-to"))
    envelope = Envelope(
        account=account,
        ref=ref,
        message_id=next(iter(_ids(first(fields, "message-id"))), None) or _made_id(fields),
        sent=sent,
        received=(received or sent).astimezone(dt.UTC),
        sender=_sender(fields),
        to=_people(fields, "to"),
        cc=_people(fields, "cc"),
        reply_to=_people(fields, "reply-to"),
        subject=clean_line(parse.subject(fields)),
        in_reply_to=answered[0] if answered else None,
        references=_ids(first(fields, "references"))[-_MAX_REFERENCES:],
        thread_hint=thread_hint,
    )
    return with_verdict(envelope, automatic.of_header(envelope, fields), me)


def with_verdict(envelope: Envelope, verdict: automatic.Verdict, me: Person) -> Envelope:
    """`envelope` with the machine that wrote it, if one did, and the side that follows from it."""
    theirs = Side.THEM if verdict.automatic is None else Side.MACHINE
    side = Side.ME if is_mine(envelope.sender, me) else theirs
    return replace(envelope, automatic=verdict.automatic, system=verdict.system, side=side)


def _sender(fields: Fields) -> Address:
    """The one author; nobody where From is missing, repeated or names several (RFC 5322 wants a Sender then)."""
    named = parse.people(fields, "from")
    return address(*named[0]) if len(named) == 1 and len(fields["from"]) == 1 else Address("")


def _people(fields: Fields, name: str) -> tuple[Address, ...]:
    return tuple(found for pair in parse.people(fields, name) if (found := address(*pair)).email)


def _ids(value: str) -> tuple[str, ...]:
    return tuple(found for found in _ID.findall(value) if len(found) <= _MAX_ID)


def _made_id(fields: Fields) -> str:
    """An identity for a mail without one, the same from its listing and from the whole mail."""
    digest = hashlib.sha256()
    for name in ("date", "from", "to", "cc", "subject"):
        for value in fields.get(name, ()):
            digest.update(name.encode() + b":" + b" ".join(value.split()) + b"\n")
    return f"<{digest.hexdigest()[:32]}@missing.invalid>"


# -- when ---------------------------------------------------------------------------------------
def _sent(fields: Fields, received: dt.datetime | None) -> dt.datetime:
    """The moment of writing: what the sender's clock says, unless that is absurd.

    Then the arrival, as seen by us or else by the last server. A Date without a zone comes after these.
    """
    date = first(fields, "date")
    written = _date(date)
    if written is not None and (received is None or written <= received + dt.timedelta(days=1)):
        return written
    last_hop = first(fields, "received").rpartition(";")[2]
    return received or _date(last_hop) or _date(date, zone=0) or _UNKNOWN


def _date(value: str, *, zone: int | None = None) -> dt.datetime | None:
    """A date-time of RFC 5322, 3.3, with its own offset, in years that make sense; None where it is none.

    Args:
        value: As in the header.
        zone: Seconds east of UTC where it names no zone; None: then it is no date.
    """
    try:
        parsed = email.utils.parsedate_tz(value[:200])
        if parsed is None:
            return None
        seconds = parsed[9] if _ZONED.search(value) else zone  # the parser takes a missing zone for UTC
        if seconds is None or abs(seconds) > 14 * 3600 or parsed[0] not in _YEARS:
            return None
        return dt.datetime(*parsed[:5], min(parsed[5], 59), tzinfo=dt.timezone(dt.timedelta(seconds=seconds)))
    except (ValueError, OverflowError, IndexError, TypeError):  # it checks no ranges, and trips over some input
        return None
