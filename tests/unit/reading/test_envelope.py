"""The facts of a header, as they come and as they should be."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from tests.unit.reading.mails import RECEIVED, envelope, html, mail, reading
from watcher.model import Address, Side

DANA = Address("dana.ruiz@acme.example", "Dana Ruiz")


def test_a_plain_header_is_read():
    found = envelope(
        mail(Cc="omar@acme.example", In_Reply_To="<a@b.example>", References="<r@b.example>\n <a@b.example>")
    )
    assert (found.sender, found.to, found.cc) == (
        DANA, (Address("maya.chen@gmail.com", "Maya Chen"),), (Address("omar@acme.example"),))  # fmt: skip
    assert (found.message_id, found.subject) == ("<acme-1@acme.example>", "Senior Backend Engineer")
    assert (found.in_reply_to, found.references) == ("<a@b.example>", ("<r@b.example>", "<a@b.example>"))
    assert (found.account, found.ref, found.side) == ("home", "1", Side.THEM)


def test_the_listing_and_the_mail_tell_the_same():
    for fields in (
        {},
        {"Message_ID": None},
        {"Date": None},
        {"From": None},
        {"Subject": "=?utf-8?q?Gr=C3=BC=C3=9Fe?="},
    ):
        content = mail("Are you free?", **fields)
        assert envelope(content) == reading(content).envelope


NAMES = {
    "=?utf-8?q?Gr=C3=A1inne?= <g@x.example>": Address("g@x.example", "Gráinne"),
    "=?iso-8859-1?q?Gr=E1inne?= <g@x.example>": Address("g@x.example", "Gráinne"),
    "=?UTF-8?B?R3LDoWlubmU=?= =?UTF-8?B?IEhC?= <g@x.example>": Address("g@x.example", "Gráinne HB"),
    '"=?utf-8?q?Gr=C3=A1inne?=" <g@x.example>': Address("g@x.example", "Gráinne"),
    "Gráinne <g@x.example>": Address("g@x.example", "Gráinne"),
    '"Tate, Yvonne" <y@x.example>': Address("y@x.example", "Tate, Yvonne"),
    "y@x.example (Yvonne Tate)": Address("y@x.example", "Yvonne Tate"),
    "Y@X.Example": Address("y@x.example"),
    '"y@x.example" <y@x.example>': Address("y@x.example"),
    "'Yvonne Tate' <y@x.example>": Address("y@x.example", "Yvonne Tate"),
    '"eve@evil.example" <y@x.example>': Address("y@x.example", "eve@evil.example"),
    "y@xn--mller-kva.example": Address("y@xn--mller-kva.example"),
    "Yvonne": Address(""),
    "<>": Address(""),
    "undisclosed-recipients:;": Address(""),
    "y @x.example": Address("y@x.example"),
}


@pytest.mark.parametrize("written", NAMES)
def test_an_address_is_what_it_says(written):
    assert envelope(mail(From=written)).sender == NAMES[written]


def test_latin_1_without_a_word_about_it_is_read():
    content = mail().replace(b"Dana Ruiz", "Gráinne".encode("latin-1"), 1)
    assert envelope(content).sender.name == "Gráinne"


SUBJECTS = {
    "=?utf-8?q?Gr=C3=BC=C3=9Fe?=": "Grüße",
    "=?utf-8?q?=F0=9F=8E=89?= hi": "🎉 hi",
    "folded\n over lines": "folded over lines",
    "=?iso-2022-jp?B?GyRCTEw1XhsoQg==?=": "面宮",
    "=?utf-8?q?two?=\n =?utf-8?q?_words?=": "two words",
    "=?utf-8?q?broken": "=?utf-8?q?broken",
    "": "",
}


@pytest.mark.parametrize("written", SUBJECTS)
def test_a_subject_is_decoded_and_one_line(written):
    found = envelope(mail(Subject=written)).subject
    assert found == SUBJECTS[written] or (written.startswith("=?iso-2022") and len(found) == 2)


# -- ids ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "written", [None, "", "abc", "<>", "<a b@c>", "<a@b", "<ä@b.example>", f"<{'a' * 1000}@b>", "<a@b\x1b>"]
)
def test_a_message_without_an_id_that_can_be_named_gets_one_from_its_header(written):
    made = envelope(mail(Message_ID=written)).message_id
    assert made.endswith("@missing.invalid>")
    assert made == envelope(mail(Message_ID=written)).message_id
    assert made != envelope(mail(Message_ID=written, Subject="Another")).message_id


def test_of_many_references_the_newest_are_kept():
    many = " ".join(f"<{n}@b.example>" for n in range(3000))
    found = envelope(mail(References=many)).references
    assert found == tuple(f"<{n}@b.example>" for n in range(2980, 3000))


def test_of_repeated_fields_the_first_counts():
    content = mail(Subject="One\nSubject: Two", Message_ID="<a@b.example>\nMessage-ID: <c@d.example>")
    assert (envelope(content).subject, envelope(content).message_id) == ("One", "<a@b.example>")


# -- when ---------------------------------------------------------------------------------------
CST = dt.timezone(dt.timedelta(hours=-6))


def test_the_senders_own_offset_is_kept():
    found = envelope(mail())
    assert found.sent == dt.datetime(2026, 3, 3, 10, 11, tzinfo=CST)
    assert found.sent.utcoffset() == dt.timedelta(hours=-6)
    assert (found.received, found.received.tzinfo) == (RECEIVED, dt.UTC)


SENT = {
    "Tue, 3 Mar 2026 10:11 -0600": dt.datetime(2026, 3, 3, 10, 11, tzinfo=CST),
    "3 Mar 2026 10:11:00 CST": dt.datetime(2026, 3, 3, 10, 11, tzinfo=CST),
    "Tue, 3 Mar 26 10:11:60 -0600 (a comment)": dt.datetime(2026, 3, 3, 10, 11, 59, tzinfo=CST),
    "Tue, 3 Mar 2026 16:11:00 -0000": dt.datetime(2026, 3, 3, 16, 11, tzinfo=dt.UTC),
    "Wed, 4 Mar 2026 10:00:00 +0000": dt.datetime(2026, 3, 4, 10, 0, tzinfo=dt.UTC),
    "Mon, 2 Mar 2015 10:00:00 +0000": dt.datetime(2015, 3, 2, 10, 0, tzinfo=dt.UTC),
}
ABSURD = [
    "Fri, 3 Mar 2090 10:11:00 +0000", "Thu, 5 Mar 2026 10:11:00 +0000", "Mon, 3 Mar 1970 10:11:00 +0000",
    "Tue, 3 Mar 10000 10:11:00 +0000", "Sun, 29 Feb 2026 10:11:00 +0000", "Tue, 3 Mar 2026 25:11:00 +0000",
    "Tue, 3 Mar 2026 10:11:00 +9999", "Tue, 3 Mar 2026 10:11:00", "soon", "", "1 1 1 " * 3000, "(" * 5000, None,
]  # fmt: skip


@pytest.mark.parametrize("written", SENT)
def test_a_date_is_read_with_its_zone(written):
    found = envelope(mail(Date=written)).sent
    assert (found, found.utcoffset()) == (SENT[written], SENT[written].utcoffset())


@pytest.mark.parametrize("written", ABSURD)
def test_an_absurd_date_gives_way_to_the_arrival(written):
    assert envelope(mail(Date=written)).sent == RECEIVED


def test_where_nobody_saw_it_arrive_the_last_server_or_the_bare_date_tells():
    hop = "from a by b with SMTP id x; Tue, 3 Mar 2026 10:12:00 -0600"
    assert envelope(mail(Date="soon", Received=hop), received=None).sent == dt.datetime(2026, 3, 3, 10, 12, tzinfo=CST)
    bare = envelope(mail(Date="Tue, 3 Mar 2026 10:11:00"), received=None)
    assert bare.sent == bare.received == dt.datetime(2026, 3, 3, 10, 11, tzinfo=dt.UTC)
    assert envelope(mail(Date=None), received=None).sent == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_without_an_arrival_the_sending_is_taken_for_it():
    found = envelope(mail(), received=None)
    assert (found.received, found.received.tzinfo) == (found.sent, dt.UTC)


# -- me -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("written", "side"),
    [
        ("Maya.Chen@gmail.com", Side.ME),
        ("mayachen+jobs@gmail.com", Side.ME),
        ("maya+acme@chen.example", Side.ME),
        ("ma.ya@chen.example", Side.THEM),
        ("maya@chen.example.evil.example", Side.THEM),
        ("+jobs@gmail.com", Side.THEM),
    ],
)
def test_my_addresses_are_mine_with_tags_and_at_gmail_with_dots(written, side):
    assert envelope(mail(From=written)).side is side


# -- odd framing --------------------------------------------------------------------------------
def test_line_ends_of_any_kind_and_an_mbox_line_make_no_difference():
    content = mail("Hello.\n\nBye.")
    expected = reading(content)
    for other in (content.replace(b"\n", b"\r\n"), content.replace(b"\n", b"\r"), b"From dana Tue Mar  3\n" + content):
        assert reading(other) == expected


def test_a_header_without_a_body_is_read():
    content = mail()
    assert reading(content.partition(b"\n\n")[0]).envelope == envelope(content)


def test_importing_the_station_loads_no_parser():
    heavy = ("mailparser", "quotequail", "inscriptis", "lxml", "icalendar", "publicsuffixlist")
    code = f"import sys, watcher.reading; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_nothing_of_a_mail_is_logged(caplog, capfd):
    reading(mail(Subject="=?utf-8?b?!!secret!!?=", Content_Type="text/x-secret"))
    reading(html("<secret", Subject="=?shift_jis?b?gg==?="))
    assert "secret" not in caplog.text + "".join(capfd.readouterr())
