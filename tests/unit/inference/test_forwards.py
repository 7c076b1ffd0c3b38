"""What an agency passes on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.corpus.lessons import single
from tests.unit.inference.hearing import ALEX
from watcher.inference import infer
from watcher.inference.forwards import forwarded_mail
from watcher.model import Address, Kind, Message, Side

GMAIL = """From: Anke Lorenz <anke@falkenried.example>
Date: Mon, Mar 2, 2026 at 11:58 AM
Subject: profiles
To: Sam Lee <sam.lee@northfield.example>

{}
"""
OUTLOOK = """From: Anke Lorenz
Sent: Monday, March 2, 2026 4:10 PM
To: Sam Lee
Subject: RE: profiles

{}
"""


def forwarding(words: str, text: str = "See below.", header: str = GMAIL) -> Message:
    message = single({"by": "them", "text": text, "subject": "Fwd: profiles"}, "1")
    return replace(message, forwarded=header.format(words))


@pytest.mark.parametrize("header", [GMAIL, OUTLOOK])
def test_a_forwarded_mail_has_its_own_author_subject_and_day(header: str) -> None:
    inner = forwarded_mail(forwarding("You will hear by Friday.", header=header), ALEX)
    assert inner is not None
    assert inner.envelope.sent.date() == dt.date(2026, 3, 2)
    assert inner.envelope.subject.endswith("profiles")
    assert inner.text.strip() == "You will hear by Friday."


def test_the_clients_decision_counts_though_the_agency_does_not_say_it_again():
    found = infer(forwarding("Sam, we have chosen another candidate for the post and must decline Alex."), ALEX)
    (said,) = [s for s in found if s.kind is Kind.REJECTED and s.rule.startswith("forwarded")]
    assert said.words.startswith("Sam, we have chosen")


def test_a_date_is_counted_from_the_day_the_client_wrote():
    (found,) = [s for s in infer(forwarding("You will have our decision tomorrow."), ALEX) if s.kind is Kind.DECIDES_BY]
    assert found.window is not None
    assert found.window.latest == dt.date(2026, 3, 3)


def test_the_clients_questions_and_appointments_are_not_mine():
    found = infer(forwarding("Can you send me the invoice? Let us meet on Thursday at 10:00."), ALEX)
    assert not [s for s in found if s.rule.startswith("forwarded") and s.kind in (Kind.ASKS_ME, Kind.INTERVIEW)]


def test_my_own_words_sent_back_tell_nothing():
    message = forwarding("x")
    mine = GMAIL.replace("Anke Lorenz <anke@falkenried.example>", f"Alex Kim <{ALEX.addresses[0]}>")
    assert forwarded_mail(replace(message, forwarded=mine.format("I must decline.")), ALEX) is None
    me = replace(message.envelope, side=Side.ME, sender=Address(ALEX.addresses[0]))
    assert forwarded_mail(replace(message, envelope=me), ALEX) is None


def test_how_the_client_leans_counts():
    found = infer(forwarding("The team is very interested in Alex but needs a bit more time."), ALEX)
    (said,) = [s for s in found if s.kind is Kind.LEANS_TOWARDS]
    assert said.rule == "forwarded: keen_but_slow"
