"""Events, as the calendars of the world write them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.reading.mails import mail, parts, reading
from watcher.model import Address, Invite

UTC = dt.UTC
AT_2 = dt.datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


def ics(*lines: str, start: str = "DTSTART:20260310T190000Z", outside: tuple[str, ...] = ("METHOD:REQUEST",)) -> str:
    event = ("BEGIN:VEVENT", "UID:1@acme.example", start, *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *outside, *event, "END:VCALENDAR", ""))


def invite(calendar: str, header: str = "Content-Type: text/calendar; charset=utf-8") -> Invite:
    found = reading(parts(("Content-Type: text/plain", "See the invite."), (header, calendar))).invite
    assert found is not None
    return found


def test_an_invitation_is_read():
    found = invite(ics(
        "DTEND:20260310T193000Z", "SEQUENCE:2", "SUMMARY:Interview\\, Maya", "LOCATION:https://meet.example", "STATUS:CONFIRMED",
        "DESCRIPTION:Bring\\nyour laptop", "ORGANIZER;CN=Dana Ruiz:mailto:Dana@acme.example", "ATTENDEE;CN=Maya:MAILTO:maya@chen.example",
        "ATTENDEE:mailto:omar@acme.example", "ATTENDEE:urn:uuid:1"))  # fmt: skip
    assert found == Invite(
        uid="1@acme.example", sequence=2, method="REQUEST", start=AT_2, end=AT_2 + dt.timedelta(minutes=30),
        summary="Interview, Maya", location="https://meet.example", description="Bring\nyour laptop",
        organizer=Address("dana@acme.example", "Dana Ruiz"),
        attendees=(Address("maya@chen.example", "Maya"), Address("omar@acme.example")))  # fmt: skip


ENDS = {
    "DTEND:20260310T200000Z": 60, "DURATION:PT45M": 45, "DURATION:P1DT1H": 25 * 60, "X-NOTHING:x": 60,
    "DTEND:20260310T180000Z": 60, "DURATION:-PT1H": 60, "DTEND:20990310T180000Z": 60, "DTEND:nonsense": 60,
}  # fmt: skip


@pytest.mark.parametrize("line", ENDS)
def test_an_event_ends_as_stated_or_after_an_hour(line):
    found = invite(ics(line))
    assert (found.end - found.start) == dt.timedelta(minutes=ENDS[line])


STARTS = {
    "DTSTART;TZID=America/Chicago:20260310T140000": AT_2,
    "DTSTART;TZID=Central Standard Time:20260310T140000": AT_2,
    "DTSTART;TZID=W. Europe Standard Time:20260310T200000": AT_2,
    "DTSTART;TZID=India Standard Time:20260311T003000": AT_2,
    'DTSTART;TZID="GMT Standard Time":20260310T190000': AT_2,
    "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260310T200000": AT_2,
    "DTSTART:20260310T130000": AT_2,
    "DTSTART;TZID=Nowhere/At all:20260310T130000": AT_2,
    "DTSTART;VALUE=DATE:20260310": dt.datetime(2026, 3, 10, 6, 0, tzinfo=UTC),
}


@pytest.mark.parametrize("start", STARTS)
def test_an_event_begins_where_its_zone_says_or_else_the_senders(start):
    found = invite(ics(start=start))
    assert found.start == STARTS[start]
    assert found.start.utcoffset() is not None


def test_a_floating_time_is_in_the_calendars_zone():
    outside = ("METHOD:REQUEST", "X-WR-TIMEZONE:Europe/Berlin")
    assert invite(ics(start="DTSTART:20260310T200000", outside=outside)).start == AT_2


def test_a_zone_of_the_calendars_own_is_understood():
    zone = (
        "BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:-0600",
        "TZOFFSETTO:-0600", "END:STANDARD", "END:VTIMEZONE")  # fmt: skip
    found = invite(ics(start="DTSTART;TZID=Customized Time Zone:20260310T130000", outside=zone))
    assert found.start == AT_2


def test_an_all_day_event_lasts_its_days():
    found = invite(ics("DTEND;VALUE=DATE:20260312", start="DTSTART;VALUE=DATE:20260310"))
    assert found.end - found.start == dt.timedelta(days=2)
    assert invite(ics(start="DTSTART;VALUE=DATE:20260310")).end - found.start == dt.timedelta(days=1)


def test_a_cancellation_is_one_by_method_or_by_status():
    assert invite(ics(outside=("METHOD:CANCEL",))).cancelled
    assert invite(ics("STATUS:CANCELLED")).cancelled
    assert not invite(ics("STATUS:TENTATIVE")).cancelled


def test_the_method_may_stand_in_the_header_of_the_part():
    assert invite(ics(outside=()), "Content-Type: text/calendar; method=reply").method == "REPLY"


def test_the_first_event_counts_and_none_is_repeated():
    second = "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20270310T190000Z\r\nEND:VEVENT\r\nEND:VCALENDAR"
    assert invite(ics("RRULE:FREQ=DAILY").replace("END:VCALENDAR", second)).uid == "1@acme.example"


def test_an_alarm_does_not_speak_for_the_event():
    alarm = ("BEGIN:VALARM", "DESCRIPTION:REMINDER", "TRIGGER:-PT15M", "SUMMARY:Alarm", "END:VALARM")
    assert invite(ics(*alarm, "SUMMARY:Interview")).summary == "Interview"


@pytest.mark.parametrize(
    "header",
    [
        "Content-Type: application/ics; name=invite.ics",
        "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=Invite.ICS",
        "Content-Type: text/plain; name=x.ics\nContent-Disposition: attachment; filename=x.ics",
    ],
)
def test_an_attached_calendar_is_read(header):
    assert invite(ics(), header).start == AT_2


def test_of_several_calendars_the_first_that_can_be_read_counts():
    broken = (
        "Content-Type: text/calendar",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:No start\nEND:VEVENT\nEND:VCALENDAR",
    )
    found = reading(parts(broken, ("Content-Type: application/ics", ics()))).invite
    assert found is not None
    assert found.uid == "1@acme.example"


@pytest.mark.parametrize(
    "calendar", ["", "BEGIN:VCALENDAR", "nonsense", ics(start="DTSTART:99990101T000000Z"), ics(start="X:1"), "\0"]
)
def test_what_is_no_event_is_no_invite(calendar):
    assert reading(parts(("Content-Type: text/calendar", calendar))).invite is None


def test_a_mail_that_is_a_calendar_is_an_invite_without_words():
    found = reading(mail(ics("SUMMARY:Interview"), Content_Type="text/calendar; method=REQUEST"))
    assert (found.text, found.invite is not None) == ("", True)


def test_a_folded_line_is_one_line():
    assert invite(ics("SUMMARY:Inter\r\n view with", "\tDana")).summary == "Interview withDana"
