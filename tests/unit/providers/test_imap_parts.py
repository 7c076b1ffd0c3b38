"""Which parts are fetched, by BODYSTRUCTURE, and the message put together from them."""

from __future__ import annotations

import email
from email.message import EmailMessage, Message
from email.policy import SMTP

import pytest
from imapclient.response_parser import parse_fetch_response

from providers.imap.parts import Part, assembled, octets, sections, structure

PLAIN = '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "8BIT" 120 4 NIL NIL NIL NIL)'
HTML = '("TEXT" "HTML" ("CHARSET" "utf-8") NIL NIL "QUOTED-PRINTABLE" 5000 80 NIL NIL NIL NIL)'
PDF = '("APPLICATION" "PDF" ("NAME" "cv.pdf") NIL NIL "BASE64" 900000 NIL ("ATTACHMENT" ("FILENAME" "cv.pdf")) NIL NIL)'
NOTES = '("TEXT" "PLAIN" ("NAME" "notes.txt") NIL NIL "7BIT" 90 2 NIL ("attachment" ("FILENAME" "notes.txt")) NIL NIL)'
NAMED = '("TEXT" "PLAIN" ("NAME" "body.txt") NIL NIL "7BIT" 90 2 NIL ("inline" NIL) NIL NIL)'
INVITE = '("TEXT" "CALENDAR" ("METHOD" "REQUEST") NIL NIL "7BIT" 700 20 NIL ("ATTACHMENT" NIL) NIL NIL)'
ICS = '("APPLICATION" "OCTET-STREAM" ("NAME" "Invite.ICS") NIL NIL "BASE64" 700 NIL NIL NIL NIL)'
DISPOSED_ICS = '("APPLICATION" "X-UNKNOWN" NIL NIL NIL "BASE64" 700 NIL ("ATTACHMENT" ("FILENAME" "a.ics")) NIL NIL)'
BOUNCE = '("MESSAGE" "DELIVERY-STATUS" NIL NIL NIL "7BIT" 400 NIL NIL NIL NIL)'
ENVELOPE = '("Mon, 1 Mar 2026 10:00:00 +0000" "x" NIL NIL NIL NIL NIL NIL NIL "<a@b>")'
FORWARDED = f'("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 90000 {ENVELOPE} {PLAIN} 99 NIL NIL NIL NIL)'


def read(body: str) -> Part | None:
    line = f"1 (UID 4 BODYSTRUCTURE {body})".encode()
    return structure(parse_fetch_response([line], normalise_times=False)[4][b"BODYSTRUCTURE"])


def wanted(body: str) -> list[str]:
    part = read(body)
    assert part
    return [item[len("BODY.PEEK[") : item.index("]")] for item in sections(part) if "MIME" not in item]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PLAIN, ["1"]),
        (HTML, ["1"]),
        (PDF, []),
        (f'({PLAIN}{HTML} "ALTERNATIVE" ("BOUNDARY" "b") NIL NIL)', ["1", "2"]),
        (f'(({PLAIN}{HTML} "ALTERNATIVE"){PDF} "MIXED")', ["1.1", "1.2"]),
        (f'({PLAIN}{NOTES} "MIXED")', ["1"]),
        (f'({PLAIN}{NAMED} "MIXED")', ["1", "2"]),
        (f'(({PLAIN}({HTML}{PDF} "RELATED") "ALTERNATIVE"){INVITE}{ICS}{DISPOSED_ICS} "MIXED")', ["1.1", "1.2.1", "2", "3", "4"]),
        (f'({PLAIN}{BOUNCE}{FORWARDED} "REPORT")', ["1", "2", "3.HEADER"]),
        (f'({PLAIN} "MIXED")', ["1"]),
    ],
)  # fmt: skip
def test_text_and_calendar_parts_are_fetched_and_attachments_are_not(body: str, expected: list[str]) -> None:
    assert wanted(body) == expected


def test_the_mime_header_of_every_part_is_fetched_so_that_names_of_attachments_are_seen() -> None:
    part = read(f'(({PLAIN}{HTML} "ALTERNATIVE"){PDF} "MIXED")')
    assert part
    mime = [item.split("]")[0] for item in sections(part) if "MIME" in item]
    assert mime == [f"BODY.PEEK[{number}.MIME" for number in ("1", "1.1", "1.2", "2")]


def test_messages_of_one_shape_are_fetched_by_the_same_items_whatever_their_size() -> None:
    longer = PLAIN.replace(" 120 ", " 99999 ")
    assert sections(read(PLAIN) or Part("")) == sections(read(longer) or Part(""))


def test_what_one_message_costs_is_bounded() -> None:
    many = "".join(PLAIN.replace(" 120 ", " 40000000 ") for _ in range(90))
    part = read(f'({many} "MIXED")')
    assert part
    assert octets(part) <= 2_100_000
    assert all("<0." in item for item in sections(part))
    assert len([item for item in sections(part) if "MIME" not in item]) == 4


@pytest.mark.parametrize(
    "body",
    [
        '("TEXT")',
        '("TEXT" "PLAIN" NIL NIL NIL "7BIT" NIL 1)',
        "(" + PLAIN * 101 + ' "MIXED")',
        "(" * 25 + PLAIN + ' "MIXED")' * 25,
    ],
)
def test_a_structure_that_makes_no_sense_or_is_too_large_is_none(body: str) -> None:
    assert read(body) is None


def test_what_is_put_together_is_the_message_without_its_attachments() -> None:
    original = EmailMessage(policy=SMTP)
    original["Subject"] = "Grüße"
    original.set_content("Grüße aus Zürich\n", charset="iso-8859-1", cte="quoted-printable")
    original.add_alternative("<p>Grüße</p>", subtype="html", cte="base64")
    original.add_attachment(b"%PDF" * 999, maintype="application", subtype="pdf", filename="Lebenslauf.pdf")
    top = email.message_from_bytes(original.as_bytes())
    header = original.as_bytes().split(b"\r\n\r\n")[0] + b"\r\n\r\n"
    part = read(f'(({PLAIN}{HTML} "ALTERNATIVE"){PDF} "MIXED")')
    assert part
    fetched = dict(_sections(top, ""))
    asked = [item[len("BODY.PEEK[") : item.index("]") + 1] for item in sections(part)]
    content = assembled(header, part, {name: fetched[name] for name in asked}.__getitem__)
    assert content is not None
    again = list(email.message_from_bytes(content).walk())
    for before, after in zip(top.walk(), again, strict=True):
        assert before.get_content_type() == after.get_content_type()
        assert before.get_filename() == after.get_filename()
        if before.get_content_maintype() == "text":
            assert before.get_payload(decode=True) == after.get_payload(decode=True)
    assert again[0]["Subject"] == top["Subject"]
    assert again[-1].get_payload() == ""
    assert len(content) < 1_500


def test_a_boundary_that_python_does_not_find_is_no_message() -> None:
    part = read(f'({PLAIN}{HTML} "ALTERNATIVE")')
    assert part
    for header in (b"Subject: x\r\n\r\n", b"Content-Type: multipart/mixed; boundary=\xff\xfe\r\n\r\n"):
        assert assembled(header, part, lambda _: b"") is None


def _sections(part: Message, number: str) -> list[tuple[str, bytes]]:
    """("1.2]", body) and ("1.2.MIME]", header) of each part, as a server gives them."""
    found = []
    head, _, body = part.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n").partition(b"\r\n\r\n")
    if number:
        found = [(f"{number}.MIME]", head + b"\r\n\r\n"), (f"{number}]", body)]
    if part.is_multipart():
        for index, child in enumerate(part.get_payload(), 1):
            assert isinstance(child, Message)
            found += _sections(child, f"{number}.{index}" if number else str(index))
    return found
