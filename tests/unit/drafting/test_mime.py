"""The bytes of a draft: what was intended, whatever names and subjects other people's mail holds."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from dataclasses import replace
from email.header import decode_header, make_header
from email.utils import getaddresses, parseaddr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from providers.base import is_ours
from watcher.drafting.identity import message_id
from watcher.drafting.letter import Letter
from watcher.drafting.mime import UnsafeDraft, build
from watcher.model import Address, StepKind
from watcher.text import clean_line

NOON = dt.datetime(2026, 3, 16, 12, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
ID = message_id("home", StepKind.CHECK_IN, "<1@acme.example>", 1, "home.example")
LETTER = Letter(
    from_=Address("me@home.example", "Maya Chen"),
    to=(Address("dana@acme.example", "Dana Ruiz"),),
    subject="Re: Interview",
    in_reply_to="<2@acme.example>",
    references=("<1@acme.example>", "<2@acme.example>"),
    thread_hint=None,
    body="Hi Dana,\n\nIs there any news?\n\nBest regards,\nMaya\n",
)
HEADERS = {
    *("Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References"),
    *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
}


def parsed(content: bytes):
    return email.message_from_bytes(content, policy=email.policy.default)


def test_the_mail_has_the_headers_of_a_reply_each_once():
    mail = parsed(build(LETTER, ID, NOON))
    assert sorted(mail.keys()) == sorted(HEADERS)
    assert mail["From"] == "Maya Chen <me@home.example>"
    assert mail["To"] == "Dana Ruiz <dana@acme.example>"
    assert mail["Subject"] == "Re: Interview"
    assert mail["Message-ID"] == ID
    assert is_ours(ID)
    assert mail["In-Reply-To"] == "<2@acme.example>"
    assert mail["References"] == "<1@acme.example> <2@acme.example>"
    assert mail["Date"].datetime == NOON
    assert mail.get_content().replace("\r\n", "\n") == LETTER.body


def test_lines_end_in_crlf_and_none_is_longer_than_a_mail_may_have():
    letter = replace(LETTER, body="A long paragraph. " * 200 + "\n.\nFrom here\n", subject="Ein sehr langer Bär " * 40)
    content = build(letter, ID, NOON)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 80


def test_without_a_message_to_answer_there_are_no_empty_headers():
    mail = parsed(build(replace(LETTER, in_reply_to="", references=()), ID, NOON))
    assert sorted(mail.keys()) == sorted(HEADERS - {"In-Reply-To", "References"})


ATTACKS = [
    "a\r\nBcc: evil@x.example",
    "a\nBcc: evil@x.example\n\nbody",
    "=?utf-8?Q?=3D=3FUTF-8=3FQ=3F=3D0A=3F=3DBcc:evil@x.example?=",
    "=?UTF-8?Q?=0ABcc:_evil@x.example?=",
    "=?utf-8?B?DQpCY2M6IGV2aWxAeC5leGFtcGxl?=",
    "=?utf-8?q?unfinished",
    "x\u2028Bcc: evil@x.example",
    "x\x85Bcc: evil@x.example",
    "x\x0bBcc: y\x0c",
    "evil\u202egpj.exe",
    'Dana" <evil@x.example>, "Ruiz',
    "Dana <evil@x.example>",
    "Dana, Ruiz; group: a@b.example;",
    "dana\\",
    '"',
    "(comment",
    "zero\u200bwidth",
    "Zażółć gęślą jaźń 🦀 田中太郎 " * 9,
    "\x00\x1b]0;owned\x07",
    "=?=?=?",
    " leading and   double  spaces ",
    "",
]
_hostile = st.sampled_from(ATTACKS) | st.text(max_size=300) | st.text('=?utf8-QqBb_=0AD\r\n \t<>@,:;"\\()', max_size=60)


@given(name=_hostile, mine=_hostile, subject=_hostile, body=_hostile)
@example(ATTACKS[2], ATTACKS[2], ATTACKS[2], ATTACKS[2])
def test_nothing_in_a_name_or_subject_becomes_a_header_or_a_recipient(name, mine, subject, body):
    letter = replace(
        LETTER,
        from_=Address("me@home.example", mine),
        to=(Address("dana@acme.example", name), Address("omar@acme.example", name)),
        subject=subject,
        body=body,
    )
    content = build(letter, ID, NOON)
    compat = email.message_from_bytes(content, policy=email.policy.compat32)
    assert set(compat.keys()) == HEADERS
    assert len(compat.keys()) == len(HEADERS)
    assert [a for _, a in getaddresses(compat.get_all("To"))] == ["dana@acme.example", "omar@acme.example"]
    assert parseaddr(compat["From"])[1] == "me@home.example"
    mail = parsed(content)
    assert len(mail.keys()) == len(HEADERS)
    assert [a.addr_spec for a in mail["To"].addresses] == ["dana@acme.example", "omar@acme.example"]
    assert " ".join(mail["Subject"].split()) == clean_line(subject)
    header, _, _ = content.partition(b"\r\n\r\n")
    starts = {line.split(b":")[0].decode() for line in header.split(b"\r\n") if not line.startswith(b" ")}
    assert starts == HEADERS


@given(st.lists(_hostile, min_size=1, max_size=3))
def test_a_name_arrives_as_it_was_cleaned(names):
    to = tuple(Address(f"x{i}@acme.example", name) for i, name in enumerate(names))
    mail = email.message_from_bytes(build(replace(LETTER, to=to), ID, NOON), policy=email.policy.compat32)
    shown = [str(make_header(decode_header(name))) for name, _ in getaddresses(mail.get_all("To"))]
    assert shown == [clean_line(name, 200) for name in names]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "dana",
        "dana@",
        "dana@acme.example\r\nBcc: x@y.example",
        "dana@acme.example,evil@x.example",
        "<dana@acme.example>",
        "dana@аcme.example",  # a Cyrillic а
        "dana ruiz@acme.example",
        '"dana"@acme.example',
        "dana@acme..example",
        f"{'d' * 65}@acme.example",
    ],
)
def test_an_address_without_a_safe_form_makes_no_draft(address):
    with pytest.raises(UnsafeDraft):
        build(replace(LETTER, to=(Address(address),)), ID, NOON)
    with pytest.raises(UnsafeDraft):
        build(replace(LETTER, from_=Address(address)), ID, NOON)


@pytest.mark.parametrize("bad", ["<a b@x>", "a@x", "<a@x>\r\nBcc: y@z", "<é@x>", f"<{'a' * 2000}@x>"])
def test_a_malformed_message_id_makes_no_draft(bad):
    with pytest.raises(UnsafeDraft):
        build(replace(LETTER, in_reply_to=bad), ID, NOON)
    with pytest.raises(UnsafeDraft):
        build(replace(LETTER, references=("<1@x>", bad)), ID, NOON)
    with pytest.raises(UnsafeDraft):
        build(LETTER, bad, NOON)


def test_a_draft_to_nobody_is_refused():
    with pytest.raises(UnsafeDraft):
        build(replace(LETTER, to=()), ID, NOON)


def test_what_was_built_is_compared_with_what_was_intended(monkeypatch):
    monkeypatch.setattr("watcher.drafting.mime._text", lambda value: f"{value}\r\nBcc: evil@x.example")
    with pytest.raises(UnsafeDraft, match="headers"):
        build(LETTER, ID, NOON)


def test_the_same_step_has_the_same_id_and_another_step_another():
    one = message_id("home", StepKind.CHECK_IN, "<1@x>", 1, "home.example")
    assert one == message_id("home", StepKind.CHECK_IN, "<1@x>", 1, "home.example")
    others = {
        message_id("work", StepKind.CHECK_IN, "<1@x>", 1, "home.example"),
        message_id("home", StepKind.THANK_YOU, "<1@x>", 1, "home.example"),
        message_id("home", StepKind.CHECK_IN, "<2@x>", 1, "home.example"),
        message_id("home", StepKind.CHECK_IN, "<1@x>", 2, "home.example"),
    }
    assert len(others | {one}) == 5
    assert all(map(is_ours, others))
