"""The script of a call: whom and under which number, three things to speak of, and what to leave behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import (
    DANA,
    ME,
    MINE,
    OMAR,
    ZONE,
    contact,
    decision,
    interview,
    mail,
    moment,
    process,
    reply,
    says,
)
from watcher.calendar import calendar_for
from watcher.calls.note import note_of
from watcher.calls.script import Script, script_of
from watcher.calls.text import as_text
from watcher.drafting.mime import build
from watcher.model import Address, Entry, Kind, Mark, MarkKind, Person, Role, Side, Step, StepKind, Thread

NOW = moment("2026-03-17 08:00")
SIGNED = replace(ME, signature="Alex Kim\n(312) 555-0199")
MET = interview("2026-03-10 14:00", (DANA,))
LEEDS = Address("dana@acme.co.uk", "Dana Ruiz")


def thread(*entries: Entry) -> tuple[Thread, ...]:
    return (Thread("t", "Backend Engineer", entries),)


def noted(*values: str) -> tuple[Mark, ...]:
    marks = [Mark(MarkKind.NOTE, "<1@test.example>", moment("2026-03-10 16:00"), value) for value in values]
    return tuple(marks)


def script(*to: Address, me: Person = SIGNED, phone: str = "", **values: Any) -> Script:
    """Of a call to Dana that is due on Tuesday 17 March 2026."""
    step = Step(StepKind.CALL, dt.date(2026, 3, 17), to, "because", "<1@test.example>")
    return script_of(process(**values), step, me, NOW, calendar_for("US"), phone)


# -- whom, and under which number -------------------------------------------------------------------
@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+13125550142", "(312) 555-0142"),
        ("+13125550142;ext=204", "(312) 555-0142 ext. 204"),
        ("+442079460123", "+44 20 7946 0123"),
    ],
)
def test_the_number_of_their_signature_is_written_as_i_dial_it(phone: str, shown: str) -> None:
    found = script(DANA, contacts=(contact(DANA, phone=phone),))
    assert (found.whom, found.what, found.number) == ("Dana Ruiz", "recruiter at Acme Robotics", shown)


def test_without_it_the_switchboard_under_a_colleagues_mail_is_called() -> None:
    board = mail(1, "2026-03-02 10:00", OMAR, says(Kind.HAS_PHONE, text="+13125550100"))
    found = script(DANA, threads=thread(board))
    assert (found.number, found.dial) == (
        "(312) 555-0100",
        "the switchboard of Acme Robotics: ask for Dana Ruiz, or else for HR",
    )


def test_without_any_no_number_is_made_up() -> None:
    found = script(DANA, me=ME)
    assert found.number == ""
    assert "switchboard of Acme Robotics (its website has the number)" in found.dial
    assert "for HR" in found.dial
    assert not any(map(str.isdigit, found.dial))


def test_another_persons_number_and_another_firms_switchboard_are_not_theirs() -> None:
    stranger = Address("kim@search.example", "Kim Park")
    board = mail(1, "2026-03-02 10:00", stranger, says(Kind.HAS_PHONE, text="+13125550100"))
    found = script(DANA, threads=thread(board), contacts=(contact(), contact(OMAR, phone="+13125550142")))
    assert found.number == ""


def test_a_headhunter_is_asked_for_at_the_agency() -> None:
    found = script(DANA, contacts=(contact(DANA, Role.HEADHUNTER),))
    assert found.what == "headhunter for Acme Robotics"
    assert found.dial.endswith("the switchboard of the agency (its website has the number) and ask for Dana Ruiz")
    assert "the Backend Engineer role at Acme Robotics" in found.opening


def test_where_nobody_is_known_hr_is_called() -> None:
    found = script(contacts=())
    assert found.whom == "HR at Acme Robotics"
    assert found.opening.startswith("Hello, this is Alex Kim.")


@pytest.mark.parametrize(
    ("shown", "whom", "asked"),
    [
        ("Ruiz, Dana", "Dana Ruiz", "ask for Dana Ruiz, or else for HR"),
        ("dana ruiz", "Dana Ruiz", "ask for Dana Ruiz, or else for HR"),
        ("Dr. Dana Ruiz", "Dr Ruiz", "ask for Dr Ruiz, or else for HR"),
        ("Acme HR Team", "HR at Acme Robotics", "and ask for HR"),
    ],
)
def test_a_person_is_asked_for_by_name_and_a_team_by_none(shown: str, whom: str, asked: str) -> None:
    who = Address("talent@acmerobotics.example", shown)
    found = script(who, contacts=(contact(who),))
    assert found.whom == whom
    assert found.dial.endswith(asked)


def test_where_the_title_is_not_known_the_employer_is_named() -> None:
    assert "about the role at Acme Robotics." in script(DANA, role="").opening


def test_the_hour_is_one_by_their_clock() -> None:
    letter = mail(1, "2026-03-02 10:00", LEEDS)
    found = script(LEEDS, threads=thread(letter), contacts=(contact(LEEDS),))
    assert found.hours.known
    assert found.hours.start.isoformat() == "2026-03-17T14:30:00+00:00"
    assert "14:30 to 16:00 London time, 09:30 to 11:00 for you" in " ".join(as_text(found, ZONE).split())


# -- what to speak of -------------------------------------------------------------------------------
def test_my_note_comes_first_and_a_further_one_is_the_skill() -> None:
    specific, skill, eager = script(DANA, marks=noted("I ran three such moves", "your move to event sourcing")).points
    assert "“your move to event sourcing”" in specific
    assert "“I ran three such moves”" in skill
    assert "glad to go on" in eager


def test_one_note_of_both_is_tied_together() -> None:
    specific, skill, _ = script(DANA, marks=noted("your move to event sourcing, which I did at Brightwater")).points
    assert "which I did at Brightwater" in specific
    assert skill.startswith("Tie it to your skill")


def test_without_a_note_my_thank_you_is_taken_up() -> None:
    thanks = says(Kind.THANKS, words="It was good to hear about the fleet scheduler.")
    mine = mail(2, "2026-03-10 17:00", MINE, thanks)
    assert "“the fleet scheduler”" in script(DANA, threads=thread(mine), interviews=(MET,)).points[0]


def test_without_either_i_am_asked_and_nothing_is_invented() -> None:
    specific, skill, _ = script(DANA, interviews=(MET,)).points
    assert specific == (
        "Name one thing about the work, or about how they work, that caught your interest in the interview."
    )
    assert "the Backend Engineer role needs most" in skill


def test_after_a_bad_interview_more_is_offered_and_nothing_was_enjoyed() -> None:
    badly = (Mark(MarkKind.WENT_BADLY, "<1@test.example>", moment("2026-03-10 16:00")),)
    found = script(DANA, interviews=(MET,), marks=badly)
    assert "a reference, or a sample of the work" in found.points[1]
    assert "enjoyed" not in found.voicemail
    assert "Thank you again for our conversation on Tuesday the 10th" in found.voicemail


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({"decision": decision("2026-03-16")}, "Is there anything that you can share?"),
        ({"decision": decision("2026-03-20")}, "Is Friday the 20th still the day by which you hope to decide?"),
        ({}, "Do you know yet what the next step will be, and when?"),
        ({"leaning": "away"}, "Is it still open, or have you gone another way?"),
    ],
)
def test_one_question_is_asked(values: dict[str, Any], asked: str) -> None:
    found = script(DANA, **values)
    assert asked in found.question
    assert found.question.count("?") == 1


# -- their voicemail --------------------------------------------------------------------------------
def test_the_voicemail_tells_how_to_reach_me_and_wishes_luck_with_a_decision() -> None:
    said = script(DANA, interviews=(MET,), decision=decision("2026-03-16")).voicemail
    assert said == (
        "Hello Dana, this is Alex Kim. I enjoyed our conversation on Tuesday the 10th, and I am still very interested "
        "in the Backend Engineer role. Whenever you have news, I would be glad of a call back on (312) 555-0199, or of "
        "a mail to alex.kim@mail.example. Good luck with the decision, which is surely a hard one. Thank you!"
    )


def test_to_another_country_my_number_has_mine() -> None:
    abroad = script(LEEDS, threads=thread(mail(1, "2026-03-02 10:00", LEEDS)), contacts=(contact(LEEDS),))
    assert "a call back on +1 312-555-0199" in abroad.voicemail


@pytest.mark.parametrize(
    ("me", "phone", "number"),
    [(SIGNED, "(312) 555-0111", "(312) 555-0111"), (ME, "+13125550111", "(312) 555-0111"), (ME, "", "a call back, or")],
)
def test_my_number_is_the_configured_one_else_my_signatures_else_none(me: Person, phone: str, number: str) -> None:
    assert number in script(DANA, me=me, phone=phone).voicemail


def test_a_call_that_follows_a_letter_takes_up_the_same_things() -> None:
    asked = (reply(Side.ME, "2026-03-13 10:00", 4),)
    assert "“your choir”" in script(DANA, marks=noted("your choir"), follow_ups=asked).points[0]


# -- as text, and as a note to myself ---------------------------------------------------------------
def test_the_note_goes_from_me_to_me_and_answers_nothing() -> None:
    letter = note_of(script(DANA), SIGNED)
    assert [letter.from_.email, *(to.email for to in letter.to)] == ["alex.kim@mail.example"] * 2
    assert (letter.in_reply_to, letter.references, letter.thread_hint) == ("", (), None)
    assert letter.subject == "To call: Dana Ruiz, recruiter at Acme Robotics"
    assert build(letter, "<watcher.1@mail.example>", NOW)


@given(st.text(max_size=2_000), st.text(max_size=60), st.text(max_size=60))
def test_no_note_and_no_name_breaks_the_text_or_the_note(note: str, name: str, company: str) -> None:
    who = Address(DANA.email, name)
    found = script(who, marks=noted(note), company=company, contacts=(contact(who),))
    lines = as_text(found, ZONE).split("\n")
    assert all(lines.count(heading) == 1 for heading in ("Begin:", "Speak of:", "Ask:", "On their voicemail:"))
    assert build(note_of(found, SIGNED), "<watcher.1@mail.example>", NOW)
