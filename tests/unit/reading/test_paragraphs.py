"""Lines back into paragraphs."""

from __future__ import annotations

import pytest

from tests.unit.reading.mails import mail, reading
from watcher.reading.paragraphs import unflow, unwrap

WRAPPED = """Hi Maya,
Thank you for taking the time to talk to us on Tuesday. The panel meets on
Friday, so you will hear from us early the following week, on Monday or
Tuesday.
If you have questions in the meantime, you can always call me on my mobile.
- bring your laptop
- bring an ID"""


def test_wrapped_lines_are_joined_and_short_ones_end_their_paragraph():
    assert unwrap(WRAPPED).split("\n\n") == [
        "Hi Maya,",
        " ".join(WRAPPED.split("\n")[1:4]),
        "If you have questions in the meantime, you can always call me on my mobile.",
        "- bring your laptop\n- bring an ID",
    ]


KEPT = [
    "Tuesday 10 March, 2pm\nWednesday 11 March, 9am",
    "Acme Robotics\n12 Main Street\nChicago",
    "One.\n\nTwo.",
    "Date: Tuesday\nTime: 2pm",
    "",
    "x",
]


@pytest.mark.parametrize("text", KEPT)
def test_short_lines_stay_as_their_author_broke_them(text):
    assert unwrap(text) == text


def test_a_line_beside_prose_is_a_paragraph():
    prose = "This is one long line as a telephone writes it, which nothing ever wraps, however long it becomes in the end, or so."
    assert unwrap(f"Hi Maya,\n{prose}\n{prose}") == f"Hi Maya,\n\n{prose}\n\n{prose}"


def test_a_sentence_that_goes_on_is_no_new_paragraph():
    text = "Be one of the first to write to Nicolas at the new address that he has\nnow, so that you can stay in touch. The very last line here is longer.\n"
    assert "\n" not in unwrap(text)
    broken = "I talked to the hiring manager on Tuesday, and it went really well and\nshe likes you"
    assert "\n\n" not in unwrap(broken)


def test_a_long_link_does_not_make_lines_long():
    link = "https://jobs.acme.example/" + "a" * 120
    text = f"Thank you for the conversation of this afternoon, I enjoyed it. The task is\nhere: {link}"
    assert unwrap(WRAPPED + "\n\n" + link).startswith(
        "Hi Maya,\n\nThank you for taking the time to talk to us on Tuesday. The panel meets on Fri"
    )
    assert "here" in unwrap(text)


FLOWED = {
    "We decide \non Friday.": "We decide on Friday.",
    "One.\nTwo.": "One.\nTwo.",
    "> We decide \n> on Friday.\nFine.": "> We decide on Friday.\nFine.",
    "> a \nb": "> a \nb",
    " From the start.": "From the start.",
    "We decide. \n-- \nDana": "We decide. \n-- \nDana",
    "a \n\nb": "a \nb",
}


@pytest.mark.parametrize("text", FLOWED)
def test_flowed_lines_go_on_in_the_next(text):
    assert unflow(text) == FLOWED[text]


def test_delsp_leaves_the_space_off():
    assert unflow("金曜 \n日", delsp=True) == "金曜日"


def test_flowed_mail_is_read_with_its_signature():
    content = mail("We decide \non Friday.\n-- \nDana\n", Content_Type="text/plain; format=flowed")
    assert (reading(content).text, reading(content).signature) == ("We decide on Friday.", "Dana")
