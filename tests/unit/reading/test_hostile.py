"""Mail that means harm, or was mangled: read or refused, in bounded time and memory, and never anything else."""

from __future__ import annotations

import random
import resource
import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading.mails import alternative, html, mail, parts, reading
from watcher.model import Address, Message
from watcher.reading import Unreadable

SECONDS = 4.0
"""For the worst of these on a slow machine; most take a hundredth of it."""
MEGABYTES = 400


def nested(depth: int) -> bytes:
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return mail(opened.partition("\n\n")[2] + "\nHello.\n", Content_Type='multipart/mixed; boundary="b0"')


def calendar(*lines: str) -> bytes:
    event = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTART:20260310T190000Z",
        *lines,
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return parts(("Content-Type: text/plain", "See the invite."), ("Content-Type: text/calendar", "\n".join(event)))


BOMBS: dict[str, Callable[[], bytes]] = {
    "500 multiparts within one another": lambda: nested(500),
    "40 multiparts within one another, in 3 MB": lambda: nested(40) + b"word " * 600_000,
    "messages within messages": lambda: mail("Content-Type: message/rfc822\n\n" * 5000, Content_Type="message/rfc822"),
    "100,000 parts": lambda: mail("--b\n\nx\n" * 100_000, Content_Type="multipart/mixed; boundary=b"),
    "100,000 empty delimiters": lambda: mail("--b\n" * 100_000, Content_Type="multipart/mixed; boundary=b"),
    "delimiters that only begin alike": lambda: mail("--bb\n" * 500_000, Content_Type="multipart/mixed; boundary=b"),
    "a header of 10 MB in one line": lambda: mail(X="a" * 10_000_000),
    "a subject of 200 kB": lambda: mail(Subject="word " * 40_000),
    "a header folded 100,000 times": lambda: mail(Subject="a" + "\n b" * 80_000),
    "20,000 names of header fields": lambda: mail("Hello.", **{f"X{n}": "1" for n in range(20_000)}),
    "100,000 recipients": lambda: mail(To=", ".join(f"a{n}@b.example" for n in range(10_000))),
    "commas": lambda: mail(To="," * 200_000),
    "parentheses": lambda: mail(From="(" * 50_000 + "dana@acme.example"),
    "quotes": lambda: mail(From='"' * 100_000 + "dana@acme.example"),
    "encoded words": lambda: mail(Subject="=?utf-8?q?a?= " * 15_000),
    "encoded words in an address": lambda: mail(From="=?utf-8?q?a?= " * 15_000 + "<dana@acme.example>"),
    "content-type parameters": lambda: mail(Content_Type="text/plain" + "; a=b" * 40_000),
    "quotes in content-type": lambda: mail(Content_Type="text/plain; " + '"' * 100_000),
    "5 MB of text": lambda: mail("We decide on Friday. " * 250_000),
    "5 MB in one line": lambda: mail("a" * 5_000_000),
    "5 MB of line feeds": lambda: mail("\n" * 5_000_000),
    "30 MB attached": lambda: parts(
        ("Content-Type: text/plain", "My CV."),
        ("Content-Type: application/pdf\nContent-Disposition: attachment; filename=cv.pdf", "QUJD" * 7_500_000),
    ),
    "a pyramid of quotes": lambda: mail("\n".join(">" * n + " x" for n in range(1500))),
    "quotes and words in turn": lambda: mail("> x\ny\n" * 100_000),
    "introductions": lambda: mail("On Tue, Mar 3, 2026 at 10:11 AM\n" * 30_000),
    "introductions that end": lambda: mail("On 3 Mar 2026 she wrote:\n> x\n" * 30_000),
    "header blocks": lambda: mail("From: x\nx\nx\n" * 50_000),
    "headers in the text": lambda: mail("From: a@b.example\n" * 60_000),
    "marks of signatures": lambda: mail("x\n-- \n" * 100_000),
    "names": lambda: mail("Dana\n\n" * 100_000),
    "closings": lambda: mail("Best,\n\nThanks,\n" * 60_000),
    "spaces": lambda: mail(("a" + " " * 500) * 2_000),
    "base64 that is none": lambda: mail("!=?" * 500_000, Content_Transfer_Encoding="base64"),
    "quoted-printable that is none": lambda: mail("=\n=X=" * 300_000, Content_Transfer_Encoding="quoted-printable"),
    "uuencode that is none": lambda: mail("begin 644 a\n" + "M~~~\n" * 100_000, Content_Transfer_Encoding="uuencode"),
    "flowed text": lambda: mail("a \n" * 300_000, Content_Type="text/plain; format=flowed"),
    "comments in HTML": lambda: html("<!--" * 200_000),
    "angle brackets": lambda: html("<" * 1_000_000),
    "100,000 elements within one another": lambda: html("<div>" * 100_000 + "x"),
    "tables within tables": lambda: html("<table><tr><td>" * 30_000 + "x"),
    "a wide table": lambda: html("<table><tr>" + "<td>ab</td>" * 40_000),
    "many quotes in HTML": lambda: html("<blockquote type=cite>x</blockquote>" * 12_000),
    "many signatures in HTML": lambda: html("<div class=gmail_signature>x</div>" * 12_000),
    "a long style": lambda: html('<p style="' + "color:#fff;" * 40_000 + '">x</p>'),
    "hidden elements": lambda: html('<span style="font-size:0">x</span>' * 14_000),
    "HTML beside text": lambda: alternative("Hello.", "<p class=gmail_signature>" * 20_000),
    "an event every second": lambda: calendar("RRULE:FREQ=SECONDLY;COUNT=2147483647"),
    "an event with 10,000 dates": lambda: calendar("RDATE:" + ",".join(["20260310T190000Z"] * 5000)),
    "an event with 5,000 guests": lambda: calendar(*[f"ATTENDEE:mailto:a{n}@b.example" for n in range(3000)]),
    "calendars that never end": lambda: parts(("Content-Type: text/calendar", "BEGIN:VEVENT\n" * 7_000)),
    "a calendar of 5 MB": lambda: parts(("Content-Type: text/calendar", "BEGIN:VEVENT\n" * 400_000)),
    "a zone that changes every second": lambda: calendar(
        "END:VEVENT", "BEGIN:VTIMEZONE", "TZID:x", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
    ),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_costs_seconds_at_most_and_little_memory(bomb):
    content = BOMBS[bomb]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert seconds(content) < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES


GROWING: dict[str, Callable[[int], bytes]] = {
    "words": lambda n: mail("We decide on Friday.\n" * (400 * n)),
    "quoted lines": lambda n: mail("> We decide on Friday.\n" * (400 * n)),
    "lines that could introduce a quote": lambda n: mail("On Monday 3.3.2026 we talked\n" * (400 * n)),
    "lines that could be headers": lambda n: mail("From: me\n" * (600 * n)),
    "lines that could sign": lambda n: mail("Dana Ruiz\n" * (600 * n)),
    "elements": lambda n: html("<div><p style='color:#fff'>x</p></div>" * (100 * n)),
    "rows of a table": lambda n: html("<table>" + "<tr><td>a</td><td>b</td></tr>" * (100 * n)),
    "encoded words": lambda n: mail(Subject="=?utf-8?q?a?= " * (30 * n)),
    "recipients": lambda n: mail(To=", ".join(f"a{i}@b.example" for i in range(20 * n))),
    "lines of an event": lambda n: calendar(*["X-A:b"] * (100 * n)),
}


@pytest.mark.parametrize("growing", GROWING)
def test_time_grows_with_the_size_and_not_faster(growing):
    make = GROWING[growing]
    small, large = (min(seconds(make(n)) for _ in range(2)) for n in (5, 20))
    assert large < 10 * small + 0.02, "four times the mail took more than ten times as long"


def seconds(content: bytes) -> float:
    """Of this process alone, however busy the machine is."""
    began = time.process_time()
    read_or_refused(content)
    return time.process_time() - began


# -- anything at all ----------------------------------------------------------------------------
ODD = [b"", b"\n", b"\r\n\r\n", b"\0", b":", b"From ", b"From nobody\n", b"\xff\xfe\xfd", b"Subject", b"Subject:\n\n"]


@pytest.mark.parametrize("content", ODD)
def test_next_to_nothing_is_a_message_without_words(content):
    assert not read_or_refused(content).text.strip("\0\ufffd:")


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_octets_are_read_or_refused(content):
    read_or_refused(content)


TRICKY = [
    "", "&#11;&#1;&#0;&#xFFFF;", "&#xE000;", "> ", ">", "> x", "On 3 Mar 2026 she wrote:", "From: a@b.example", "Sent: x", "Subject: x", "-----Original Message-----",
    "________________________________", "---------- Forwarded message ---------", "-- ", "Dana", "Best,", "P.S. x", "\x0b\x0c",
    "<div>", "<blockquote type=cite>", "</div>", "\ue000", "\ue003", "\u2028", "a" * 300, "x ", "Sent from my iPhone", ":", "*_*",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(TRICKY), max_size=14),
    st.sampled_from(["text/plain", "text/html", "text/plain; format=flowed"]),
)
@settings(max_examples=300, deadline=None)
def test_any_arrangement_of_what_we_look_for_is_read(lines, kind):
    read_or_refused(mail("\n".join(lines), Content_Type=f"{kind}; charset=utf-8"))


@given(st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_a_damaged_mail_is_read_or_refused(chance: random.Random):
    content = bytearray(
        alternative("Hello Maya,\n\nsee you Friday.\n\nBest,\nDana", "<p>Hello Maya</p><div class=gmail_quote>x</div>")
        + calendar("SUMMARY:Interview", "ORGANIZER:mailto:dana@acme.example")
    )
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(content))
        content[at : at + chance.randint(0, 5)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 5)))
    read_or_refused(bytes(content))


@pytest.mark.parametrize(
    "codec", ["unknown-9", "zlib", "rot13", "idna", "undefined", "a\0b", "x" * 5000, "../../etc", "utf-7"]
)
def test_a_charset_is_one_of_those_we_know_or_a_guess(codec):
    message = read_or_refused(mail("Grüße von Dana".encode(), Content_Type=f'text/plain; charset="{codec}"'))
    assert message.lossy
    assert "Dana" in message.text


@pytest.mark.parametrize("codec", ["zlib", "punycode", "undefined", "unicode_escape", "a\0b"])
def test_an_encoded_word_names_a_charset_we_know_or_is_taken_for_utf_8(codec):
    assert "Dana" in read_or_refused(mail(Subject=f"=?{codec}?q?Dana?=")).envelope.subject


# -- what must not get out ----------------------------------------------------------------------
SMUGGLED = [
    "=?utf-8?Q?x=0D=0ABcc:_v@evil.example?=",
    "=?utf-8?B?eA0KQmNjOiB2QGV2aWwuZXhhbXBsZQ==?=",
    "=?utf-8?Q?x=1B]52;c;aGk=07=9B2J?=",
    "=?utf-8?Q?x=E2=80=A8y=E2=80=A9z=C2=85?=",
    "=?utf-16?B?2AA=?=",
    "x\r y\0z",
    "\u202egnp.exe \u200b\ufeff",
]


@pytest.mark.parametrize("value", SMUGGLED)
@pytest.mark.parametrize("field", ["Subject", "From", "To", "Message-ID", "References", "In-Reply-To"])
def test_no_field_carries_a_control_out(field, value):
    message = read_or_refused(mail(**{field: f"{value} <x@acme.example>" if field in ("From", "To") else value}))
    envelope = message.envelope
    out = [envelope.subject, envelope.message_id, envelope.in_reply_to or "", *envelope.references]
    out += [text for person in envelope.people for text in (person.name, person.email)]
    assert not [c for text in out for c in text if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp", "Cf")]


def test_an_attachment_named_like_a_path_is_only_a_name():
    header = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="../../.bashrc\x1b[2J"'
    assert read_or_refused(parts((header, "x"))).attachments == ("../../.bashrc [2J",)


def test_two_senders_are_nobody():
    twice = mail(X="1\nFrom: Eve <eve@evil.example>")
    several = mail(From="Dana <dana@acme.example>, Eve <eve@evil.example>")
    double = mail(From="<dana@acme.example><eve@evil.example>")
    assert {read_or_refused(content).envelope.sender for content in (twice, several, double)} == {Address("")}


def test_a_mail_too_large_too_deep_or_in_too_many_parts_is_refused_with_its_reason():
    for content, word in ((b"x" * 64_000_001, "larger"), (nested(60), "deep"), (BOMBS["100,000 parts"](), "parts")):
        with pytest.raises(Unreadable, match=word):
            reading(content)


def read_or_refused(content: bytes) -> Message:
    """The message; one without words where it is refused. Any other exception fails the test."""
    try:
        return reading(content)
    except Unreadable as error:
        reason = error.reason
    assert reason
    assert "failed" not in reason, "a limit refuses a mail; nothing trips over one"
    return reading(mail(""))
