"""What the user writes in a correction, as values."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, ME, OMAR, contact
from watcher.cli import values
from watcher.errors import UnusableWords
from watcher.model import Stage

TODAY = dt.date(2026, 3, 10)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3d", "2026-03-13"),
        ("2w", "2026-03-24"),
        (" 1W ", "2026-03-17"),
        ("tomorrow", "2026-03-11"),
        ("friday", "2026-03-13"),
        ("Tuesday", "2026-03-17"),
        ("2026-03-20", "2026-03-20"),
        ("365d", "2027-03-10"),
    ],
)
def test_when_a_snooze_ends(text, day):
    assert values.snooze_day(text, TODAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "text", ["", "soon", "0d", "-3d", "3", "d", "999d", "2026-03-10", "2025-01-01", "2026-02-30", "३d"]
)
def test_what_is_no_day_ahead_within_a_year_is_refused(text):
    with pytest.raises(UnusableWords):
        values.snooze_day(text, TODAY)


def test_a_decision_has_a_day_past_or_to_come_or_none():
    assert values.decision_day("2026-03-20") == dt.date(2026, 3, 20)
    assert values.decision_day("2025-03-20") == dt.date(2025, 3, 20)
    assert values.decision_day("None") is None
    with pytest.raises(UnusableWords, match="not a day: 'friday'"):
        values.decision_day("Friday")


def test_a_stage_is_named_in_whatever_case():
    assert values.stage(" Onsite") is Stage.ONSITE
    with pytest.raises(UnusableWords, match="no stage 'almost'"):
        values.stage("almost")


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "x" * 201])
def test_a_name_is_neither_empty_nor_endless(text):
    with pytest.raises(UnusableWords):
        values.name(text, "the name of an employer")


def test_a_name_is_cleaned():
    assert values.name(" Acme\u202e  Robotics ", "the name") == "Acme Robotics"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jo@acme.example", "jo@acme.example"),
        ("JO@Acme.example", "jo@acme.example"),
        ("Jo Ash <jo@acme.example>", "Jo Ash <jo@acme.example>"),
        ('"Ash, Jo" <jo@acme.example>', "Ash Jo <jo@acme.example>"),
        ("Zoë Ångström <zoe@acme.example>", "Zoë Ångström <zoe@acme.example>"),
        ("dana", DANA.email),
        ("haddad", OMAR.email),
    ],
)
def test_whom_to_write_to_is_an_address_or_somebody_known(text, value):
    assert values.mailbox(text, [contact(DANA), contact(OMAR)], ME) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("acmerobotics", "could be several people"),
        ("", "is no address"),
        ("nobody", "nobody's name here"),
        (ME.addresses[0], "is your own address"),
        ("jo@acme.example\nBcc: x@y.example", "is no address"),
        ("jo@acme.example, x@y.example", "is no address"),
    ],
)
def test_whom_nothing_can_be_sent_to_is_refused(text, said):
    with pytest.raises(UnusableWords, match=said):
        values.mailbox(text, [contact(DANA), contact(OMAR)], ME)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jo@Spam.example", "jo@spam.example"),
        ("Jo <jo@spam.example>", "jo@spam.example"),
        ("spam.example", "spam.example"),
        ("@spam.example", "spam.example"),
        ("jo@gmail.com", "jo@gmail.com"),
        ("linkedin.com", "linkedin.com"),
    ],
)
def test_an_address_or_a_firm_can_be_ignored(text, value):
    assert values.ignorable(text, ME) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gmail.com", "anybody may have a mailbox there"),
        ("us.greenhouse-mail.io", "many employers write through it"),
        ("mail.example", "is your own"),
        (ME.addresses[0], "is your own"),
        ("what?", "not an address or a domain"),
        ("localhost", "not an address or a domain"),
        ("-a.example", "not an address or a domain"),
        ("", "not an address or a domain"),
    ],
)
def test_what_would_hide_the_mail_of_strangers_is_refused(text, said):
    with pytest.raises(UnusableWords, match=said):
        values.ignorable(text, ME)
