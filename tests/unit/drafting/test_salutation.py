"""Greetings and closings: by the tone, by what people sign with, and by what is usual where they are."""

from __future__ import annotations

import pytest

from watcher.drafting.salutation import closing, greeting
from watcher.drafting.stationery import Tone
from watcher.model import Address

DANA = Address("dana@acme.example", "Dana Ruiz")


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Dana Ruiz"], "Hi Dana,"),
        (["Greg Nolan", "Mandeep Gill"], "Hi Greg and Mandeep,"),
        (["Greg Nolan", "Mandeep Gill", "Sue Lee"], "Hi Greg, Mandeep and Sue,"),
        (["Mrs P Frith"], "Dear Mrs Frith,"),
        (["Mrs P Frith", "Simon Vale"], "Dear Mrs Frith and Simon,"),
        (["Acme Careers"], "Hello,"),
        (["Acme Careers", "Dana Ruiz"], "Hello all,"),
        (["Ann A", "Bob B", "Cid C", "Dan D", "Eve E"], "Hello all,"),
        ([], "Hello,"),
    ],
)
def test_the_first_line_greets_everyone_or_no_one_by_name(names, line):
    people = [Address(f"x{i}@x.example", name) for i, name in enumerate(names)]
    assert greeting(people, Tone.WARM, "US", "Acme") == line


@pytest.mark.parametrize(
    ("tone", "country", "line"),
    [
        (Tone.WARM, "DE", "Hi Dana,"),
        (Tone.PLAIN, "US", "Hi Dana,"),
        (Tone.PLAIN, "GB", "Hi Dana,"),
        (Tone.PLAIN, "DE", "Dear Dana,"),
        (Tone.PLAIN, "IN", "Dear Dana,"),
        (Tone.FORMAL, "US", "Dear Dana Ruiz,"),
    ],
)
def test_who_says_hi_depends_on_the_tone_and_the_country(tone, country, line):
    assert greeting([DANA], tone, country) == line


@pytest.mark.parametrize(
    ("name", "signs", "tone", "line"),
    [
        ("Shane Duggan", "Shaneo", Tone.PLAIN, "Hi Shaneo,"),
        ("Dr. Helen Roth", "Helen", Tone.WARM, "Hi Helen,"),
        ("Dr. Helen Roth", "", Tone.WARM, "Dear Dr Roth,"),
        ("Dana Ruiz", "Dana", Tone.FORMAL, "Dear Dana,"),
        ("", "Dana", Tone.PLAIN, "Hi Dana,"),
    ],
)
def test_people_are_called_what_they_sign_with(name, signs, tone, line):
    signed = {"x@x.example": signs} if signs else {}
    assert greeting([Address("x@x.example", name)], tone, "GB", "Acme", signed) == line


@pytest.mark.parametrize(
    ("tone", "country", "by_name", "lines"),
    [
        (Tone.WARM, "US", True, {"Best,", "Warm regards,", "All the best,"}),
        (Tone.WARM, "IE", True, {"Best wishes,", "All the best,", "Warm regards,"}),
        (Tone.PLAIN, "CA", True, {"Best regards,", "Kind regards,"}),
        (Tone.PLAIN, "DE", True, {"Kind regards,", "Best regards,", "Best wishes,"}),
        (Tone.FORMAL, "US", True, {"Sincerely,"}),
        (Tone.FORMAL, "CA", False, {"Yours truly,"}),
        (Tone.FORMAL, "GB", True, {"Yours sincerely,"}),
        (Tone.FORMAL, "GB", False, {"Kind regards,"}),
        (Tone.FORMAL, "DE", True, {"Kind regards,"}),
    ],
)
def test_a_letter_closes_as_is_usual_there(tone, country, by_name, lines):
    assert {closing(tone, country, choice, by_name=by_name) for choice in range(6)} == lines
