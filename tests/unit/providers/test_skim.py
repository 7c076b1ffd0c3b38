"""Large messages without their attachments."""

import email
import io
import time
from email.message import EmailMessage, Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers.skim import skim


def parts_of(content: bytes) -> dict[str, bytes]:
    message: Message = email.message_from_bytes(content)
    return {
        part.get_content_type(): part.get_payload(decode=True)  # type: ignore[misc]
        for part in message.walk()
        if not part.is_multipart()
    }


def test_text_and_calendar_stay_and_attachments_are_left_empty() -> None:
    message = EmailMessage()
    message["Subject"] = "Interview"
    message.set_content("See you.\n")
    message.add_alternative("<p>See you.</p>", subtype="html")
    message.add_attachment(b"x" * 2_000_000, maintype="application", subtype="pdf", filename="cv.pdf")
    message.add_attachment("BEGIN:VCALENDAR\nEND:VCALENDAR\n", subtype="calendar", filename="invite.ics")
    skimmed = skim(io.BytesIO(message.as_bytes()))
    assert len(skimmed) < 3000
    assert email.message_from_bytes(skimmed)["Subject"] == "Interview"
    assert parts_of(skimmed) == {
        "text/plain": b"See you.\n",
        "text/html": b"<p>See you.</p>\n",
        "application/pdf": b"",
        "text/calendar": b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    }
    assert [part.get_filename() for part in email.message_from_bytes(skimmed).walk()][-2:] == ["cv.pdf", "invite.ics"]


def test_what_an_attached_message_says_is_left_out() -> None:
    inner = b"Subject: inner\n\ninner words\n"
    content = (
        b"Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\n\nouter words\n"
        b"--b\nContent-Type: message/rfc822\n\n" + inner + b"--b--\nepilogue\n"
    )
    skimmed = skim(io.BytesIO(content))
    assert b"outer words" in skimmed
    assert b"inner words" not in skimmed
    assert b"preamble" not in skimmed
    assert b"epilogue" not in skimmed


def test_a_part_follows_after_an_inner_multipart_that_never_ends() -> None:
    content = (
        b"Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/alternative; boundary=in\n\n"
        b"--in\n\nfirst\n--out\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--out--\n"
    )
    assert parts_of(skim(io.BytesIO(content)))["text/calendar"] == b"BEGIN:VCALENDAR"


def test_an_endless_text_does_not_crowd_out_the_invite() -> None:
    content = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        + b"a line of a log\n" * 500_000
        + b"--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--b--\n"
    )
    skimmed = skim(io.BytesIO(content))
    assert len(skimmed) < 1_100_000
    assert parts_of(skimmed)["text/calendar"] == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    "content",
    [
        b"X: " + b"y" * 20_000_000,
        b"X: y\n" * 2_000_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 2_000_000,
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(100_000)),
        b"Content-Type: multipart/mixed; boundary*=a\0b'x'%zz\n\n" + b"z" * 10_000_000,
    ],
    ids=["one field", "many fields", "many parts", "deep", "impossible boundary"],
)
def test_hostile_messages_are_bounded_in_time_and_size(content: bytes) -> None:
    start = time.process_time()
    assert len(skim(io.BytesIO(content))) <= 5_100_000
    assert time.process_time() - start < 5


@given(st.lists(st.sampled_from([b"--b", b"--b--", b"\n", b"x\n", b"Content-Type: multipart/mixed; boundary=b\n"])))
def test_nothing_raises_and_nothing_is_made_up(lines: list[bytes]) -> None:
    content = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"".join(lines)
    skimmed = skim(io.BytesIO(content))
    position = 0
    for line in skimmed.splitlines(keepends=True):
        position = content.index(line, position) + len(line)
