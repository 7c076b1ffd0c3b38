"""What a mail is about by its vocabulary alone."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, ME, mail
from watcher.calendar import calendar_for
from watcher.inference.en.lexicon import lexicon
from watcher.inference.heard import hear
from watcher.inference.sentences import Marks
from watcher.inference.speech import Speech
from watcher.model import Confidence, Message, Side


def speaks_of_hiring(subject: str, text: str) -> Confidence | None:
    entry = mail(1, "2026-03-02 10:00", DANA, subject=subject)
    speech = Speech(dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC), Side.THEM, ME, "US", calendar_for("US"))
    found = list(lexicon(hear(Message(entry.envelope, text), speech, Marks())))
    return found[0].confidence if found else None


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Monday", "the panel liked your CV and wants you in for a second round, bring your references"),
        ("hello", "We are hiring a pastry chef, full time. Send me your resume and what salary you want."),
        (
            "Application for the post of Clerk",
            "Kindly forward your certificates; shortlisted applicants are interviewed.",
        ),
        ("quick q", "is your notice period still a month? client needs it for the job offer"),
    ],
)
def test_many_words_of_hiring_tell_it(subject: str, text: str) -> None:
    assert speaks_of_hiring(subject, text) in (Confidence.SURE, Confidence.LIKELY)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Flat 3",
            "The landlord saw your application and will decide on the tenancy by Friday. The deposit is due then.",
        ),
        ("Your order", "Your order ships on Monday. Returns within 14 days for a refund."),
        ("dinner?", "are you free on thursday, same place as last time"),
        ("Loan application 5512", "Your loan application was received; we decide within five business days."),
    ],
)
def test_what_only_sounds_alike_does_not(subject: str, text: str) -> None:
    assert speaks_of_hiring(subject, text) in (None, Confidence.UNCLEAR)


def test_a_word_counts_once_however_often_it_is_said() -> None:
    assert speaks_of_hiring("post", "post " * 50) is Confidence.UNCLEAR


def test_the_words_it_rests_on_are_named() -> None:
    entry = mail(1, "2026-03-02 10:00", DANA, subject="x")
    speech = Speech(dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC), Side.THEM, ME, "US", calendar_for("US"))
    message = Message(entry.envelope, "Hello.\n\nYour CV went to the hiring manager.")
    (found,) = lexicon(hear(message, speech, Marks()))

    assert found.words == "Your CV went to the hiring manager."
    assert "cv" in found.rule
