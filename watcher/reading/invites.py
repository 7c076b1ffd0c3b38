"""The event of a calendar part (RFC 5545): the first one, as it stands, its recurrences never expanded."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from watcher.model import Address, Invite
from watcher.reading.addresses import address
from watcher.reading.limits import MAX_CALENDAR, MAX_PEOPLE, Unreadable
from watcher.reading.parse import text
from watcher.reading.parts import Part
from watcher.text import clean_block, clean_line

__all__ = ["first_invite"]

_YEARS = range(1995, 2101)
_DEFAULT_LENGTH = dt.timedelta(hours=1)
_LONGEST = dt.timedelta(days=366)
_MAX_DESCRIPTION = 10_000
_PROPERTY = re.compile(r"(METHOD|X-WR-TIMEZONE)(?:;[^:]*)?:(.*)", re.IGNORECASE)
_REPEATS = re.compile(r"(?:RRULE|RDATE|EXDATE|EXRULE|ATTACH|COMMENT|X-[A-Z0-9-]+)[;:]", re.IGNORECASE)
"""Of an event: what would make it many events, and what may be long and is not read."""
_ODD_RULE = re.compile(r"(?:RDATE|RRULE:(?!FREQ=YEARLY))", re.IGNORECASE)
"""In a time zone: its changes recur by the year; any other rule is a trap for whoever expands it."""
_MAX_ZONES = 5


def first_invite(calendars: Iterable[Part], sender_zone: dt.tzinfo) -> Invite | None:
    """The first event that can be read in these parts; None where none can.

    Args:
        calendars: text/calendar parts and attached .ics files.
        sender_zone: For times that name no zone, where the calendar names none either.
    """
    for part in calendars:
        if len(part.body) > MAX_CALENDAR:
            continue
        try:
            invite = _read(text(part).text, part.method, sender_zone)
        except Unreadable:
            continue
        except Exception:  # noqa: BLE001, S112 - the library raises what its values raise; the next part may do
            continue
        if invite is not None:
            return invite
    return None


def _read(calendar: str, method: str, sender_zone: dt.tzinfo) -> Invite | None:
    from icalendar import Calendar

    small, properties = _distil(calendar)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it had to guess what a zone means
        found = Calendar.from_ical(small).walk("VEVENT")
    if not found:
        return None
    return _invite(found[0], (properties.get("METHOD") or method).upper(), _zone(properties, sender_zone))


def _distil(calendar: str) -> tuple[str, dict[str, str]]:
    """A calendar with the first event alone and nothing in it to expand; and what the whole says of itself."""
    unfolded = re.sub(r"\r\n?", "\n", calendar).replace("\n ", "").replace("\n\t", "")
    properties: dict[str, str] = {}
    blocks: dict[str, list[list[str]]] = {"VTIMEZONE": [], "VEVENT": []}
    name, in_alarm = "", False
    for line in unfolded.split("\n"):
        word = line.strip().upper()
        if not name:
            if word in ("BEGIN:VTIMEZONE", "BEGIN:VEVENT"):
                name = word[6:]
                blocks[name].append([])
            elif (match := _PROPERTY.match(line)) is not None:
                properties.setdefault(match.group(1).upper(), match.group(2).strip())
        elif word == f"END:{name}":
            name, in_alarm = "", False
        elif word in ("BEGIN:VALARM", "END:VALARM"):
            in_alarm = word.startswith("BEGIN")
        elif not in_alarm:
            blocks[name][-1].append(line)
    zones = [zone for zone in blocks["VTIMEZONE"][:_MAX_ZONES] if not any(map(_ODD_RULE.match, zone))]
    events = [[line for line in event if not _REPEATS.match(line)] for event in blocks["VEVENT"][:1]]
    lines = ["BEGIN:VCALENDAR"]
    for kind, found in (("VTIMEZONE", zones), ("VEVENT", events)):
        for block in found:
            lines += [f"BEGIN:{kind}", *block, f"END:{kind}"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]), properties


def _invite(event: Any, method: str, floating: dt.tzinfo) -> Invite | None:
    start = _moment(event.get("DTSTART"), floating)
    if start is None:
        return None
    end = _moment(event.get("DTEND"), floating)
    if end is None:
        all_day = not isinstance(_stated(event.get("DTSTART")), dt.datetime)
        length = _stated(event.get("DURATION"))
        default = dt.timedelta(days=1) if all_day else _DEFAULT_LENGTH
        end = start + (length if isinstance(length, dt.timedelta) else default)
    if not start < end <= start + _LONGEST:
        end = start + _DEFAULT_LENGTH
    status = _line(event, "STATUS", 20).upper()
    attendees = event.get("ATTENDEE", [])
    return Invite(
        uid=_line(event, "UID", 255),
        sequence=_number(event.get("SEQUENCE")),
        method=clean_line(method),
        start=start,
        end=end,
        summary=_line(event, "SUMMARY", 500),
        location=_line(event, "LOCATION", 500),
        description=clean_block(str(event.get("DESCRIPTION", ""))[:_MAX_DESCRIPTION]),
        organizer=_person(event.get("ORGANIZER")),
        attendees=tuple(
            found
            for entry in (attendees if isinstance(attendees, list) else [attendees])[:MAX_PEOPLE]
            if (found := _person(entry)) is not None
        ),
        cancelled=method == "CANCEL" or status == "CANCELLED",
    )


def _zone(properties: dict[str, str], sender_zone: dt.tzinfo) -> dt.tzinfo:
    try:
        return ZoneInfo(properties["X-WR-TIMEZONE"])
    except (KeyError, ValueError, OSError):  # none, or none that we know
        return sender_zone


def _moment(value: Any, floating: dt.tzinfo) -> dt.datetime | None:
    """An aware time with a fixed offset; a day begins at midnight in `floating`."""
    stated = _stated(value)
    if isinstance(stated, dt.datetime):
        moment = stated if stated.utcoffset() is not None else stated.replace(tzinfo=floating)
    elif isinstance(stated, dt.date):
        moment = dt.datetime.combine(stated, dt.time.min, tzinfo=floating)
    else:
        return None
    offset = moment.utcoffset()
    if offset is None or moment.year not in _YEARS:
        return None
    return moment.replace(tzinfo=dt.timezone(offset))


def _stated(value: Any) -> object:
    """The date, time or length of a property; None where it has none that could be read."""
    try:
        return getattr(value, "dt", None)
    except ValueError:  # a broken property raises when it is looked at
        return None


def _person(value: Any) -> Address | None:
    """A calendar user address (RFC 5545, 3.3.3), mailto only."""
    if value is None:
        return None
    scheme, _, mailbox = str(value).partition(":")
    if scheme.strip().lower() != "mailto":
        return None
    name = getattr(value, "params", {}).get("CN", "")
    if isinstance(name, list):  # a comma that was not quoted, as in "Deborah Kim, P.E."
        name = ", ".join(part.strip() for part in name)
    found = address(str(name), mailbox)
    return found if found.email else None


def _line(event: Any, name: str, limit: int) -> str:
    value = event.get(name, "")
    return clean_line(str(value[0] if isinstance(value, list) and value else value), limit)


def _number(value: Any) -> int:
    return min(max(value, 0), 1_000_000) if isinstance(value, int) else 0
