"""What a mail is about, and what my own mail is."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.inference.hearing import kinds, said
from watcher.model import Address, Automatic, Invite, Kind, Stage

MY_PROCESS = [
    "Thank you for applying for the Head Gardener position.",
    "Your application for Civil Engineer III was received by the City.",
    "We would like to invite you to interview on Thursday.",
    "Your CV came across my desk and I'd like to talk.",
    "What is your salary expectation, and with which notice period?",
    "The client liked you a lot.",
]
ELSEWHERE = [
    "The landlord has three applications in front of him and will decide by Friday.",
    "Your file is with underwriting, I expect a decision by Friday.",
    "Just following up on the quote for the main switchboard, I need a decision by Wednesday.",
    "Thank you for your claim, we aim to reach a decision within ten days.",
    "Dear parents, you will receive our decision by Friday.",
    "Your appointment with Claire is on Thursday at 4.40pm.",
    "Can you sit on the panel with me for the Healthcare Assistant interviews?",
    "Three coming for the post on Thursday, CVs in the shared drive.",
    "Thank you for taking the time to interview me for the trainee position.",
]
APPROACHES = [
    "I came across your profile and have an opening you may like.",
    "I have been retained by a rail contractor to find a Design Manager.",
    "mate got a leading hand gig out west, u keen",
    "Is that something you'd consider?",
    "Your profile is exactly what one of our partner schools is after!",
]


@pytest.mark.parametrize("text", MY_PROCESS)
def test_a_process_of_mine_is_known_by_what_is_spoken_of(text: str) -> None:
    found = kinds(said(text, subject=""))
    assert Kind.HIRING in found
    assert Kind.NOT_HIRING not in found


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_only_sounds_alike_is_told_apart(text: str) -> None:
    assert Kind.NOT_HIRING in kinds(said(text, subject=""))


@pytest.mark.parametrize("text", APPROACHES)
def test_an_approach_is_known(text: str) -> None:
    assert Kind.OUTREACH in kinds(said(text, subject=""))


def test_of_two_approaches_the_one_that_sets_it_apart_is_told() -> None:
    told = said("Would that tempt you at all? It's separate from anything going on in Publishing.")

    assert [s.rule for s in told if s.kind is Kind.OUTREACH] == ["another_opening"]


def test_an_answer_to_my_application_is_no_approach() -> None:
    assert Kind.OUTREACH not in kinds(said("Thank you for applying. Your background looks great for our team."))


@pytest.mark.parametrize(
    "text",
    [
        "HR will be in touch with all the candidates by Friday.",
        "Thank you for coming in yesterday, we have one more person to meet.",
        "It was a pleasure to interview you.",
    ],
)
def test_my_words_to_a_candidate_are_no_process_of_mine(text: str) -> None:
    assert Kind.NOT_HIRING in kinds(said(text, mine=True))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I would like to apply for the post of Head Gardener, my CV is attached.", Kind.APPLIES),
        ("Yes, I'd be interested to hear more.", Kind.INTERESTED),
        ("I could be, depending on the shifts.", Kind.INTERESTED),
        ("Thanks, but not for me, I'm happy where I am.", Kind.NOT_INTERESTED),
        ("I'm not looking at the moment.", Kind.NOT_INTERESTED),
        ("Thank you for the conversation this afternoon.", Kind.THANKS),
        ("Cheers for the walk round this morning.", Kind.THANKS),
        ("It was great to meet the team yesterday.", Kind.THANKS),
        ("Is there any news on the supervisor role?", Kind.NUDGES),
        ("I'm checking in on my application.", Kind.NUDGES),
        ("Tuesday's been and gone, what's the go with Ironbark?", Kind.NUDGES),
        ("Did the panel meet?", Kind.NUDGES),
        ("Has Alain had a chance to weigh in?", Kind.NUDGES),
        ("Could you tell me where I stand?", Kind.NUDGES),
    ],
)
def test_what_my_own_mail_is(text: str, kind: Kind) -> None:
    assert kind in kinds(said(text, mine=True))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your message.",
        "I could do Monday or Tuesday after 1pm.",
        "Who's the contractor?",
        "My references are attached.",
        "Understood, I'll sit tight.",
        "Is there parking at the back?",
    ],
)
def test_plain_answers_of_mine_are_no_nudges(text: str) -> None:
    assert not kinds(said(text, mine=True)) & {Kind.NUDGES, Kind.THANKS}


# -- invitations ----------------------------------------------------------------------------------
ALEX = Address("alex@mail.example", "Alex Kim")
SAM = Address("sam.lee@northgate.example", "Sam Lee")
OMAR = Address("omar@northgate.example", "Omar Haddad")


def invitation(summary: str, *, cancelled: bool = False, method: str = "REQUEST") -> Invite:
    start = dt.datetime(2026, 3, 10, 14, tzinfo=dt.UTC)
    return Invite(
        uid="u1",
        sequence=0,
        method=method,
        start=start,
        end=start + dt.timedelta(minutes=45),
        summary=summary,
        organizer=SAM,
        attendees=(ALEX, SAM, OMAR),
        cancelled=cancelled,
    )


def test_an_invitation_books_with_its_identity_and_its_hosts() -> None:
    found = said("Tuesday works.", invite=invitation("Interview: Alex Kim / Omar Haddad"))
    booked = next(s for s in found if s.kind is Kind.INTERVIEW)
    assert (booked.uid, booked.text, booked.who) == ("u1", Stage.INTERVIEW, (OMAR,))


def test_who_sets_up_a_meeting_of_others_and_says_that_she_is_there_is_a_host_too() -> None:
    panel = invitation("Interview: Alex Kim / Omar Haddad")
    booked = [
        next(s for s in said(text, invite=panel) if s.kind is Kind.INTERVIEW).who
        for text in ("Omar will be on the call with me.", "It is with Omar and myself.", "Share your slides with me.")
    ]

    assert booked == [(SAM, OMAR), (SAM, OMAR), (OMAR,)]


def test_a_cancelled_invitation_books_nothing() -> None:
    found = kinds(said("Sorry!", invite=invitation("Interview: Alex Kim", cancelled=True, method="CANCEL")))
    assert Kind.CANCELS in found
    assert Kind.INTERVIEW not in found


def test_my_answer_to_an_invitation_books_nothing_anew() -> None:
    found = said(
        "", mine=True, machine=True, automatic=Automatic.CALENDAR, invite=invitation("Interview", method="REPLY")
    )
    assert not kinds(found) & {Kind.INTERVIEW, Kind.CANCELS}


def test_a_first_call_is_a_screen() -> None:
    found = said("Locked in!", invite=invitation("Intro call - Alex / Sam"))
    assert next(s for s in found if s.kind is Kind.INTERVIEW).text == Stage.SCREEN
