"""Who is who, who is away, who has left and who takes over. Said on Tuesday 3 March 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.inference.hearing import kinds, said
from watcher.inference.en.people import named, role_of_title
from watcher.model import Address, Automatic, Kind, Role

TITLES = [
    ("Talent Acquisition Partner", Role.RECRUITER),
    ("Senior Technical Recruiter, Acme Robotics", Role.RECRUITER),
    ("Head of Talent", Role.RECRUITER),
    ("HR Officer", Role.RECRUITER),
    ("Human Resources Analyst II", Role.RECRUITER),
    ("people @ Numberline", Role.RECRUITER),
    ("People & Culture", Role.RECRUITER),
    ("Recruiting Coordinator", Role.COORDINATOR),
    ("HR Administrator (mornings only)", Role.COORDINATOR),
    ("PA to the Headteacher", Role.COORDINATOR),
    ("Recruitment Services", Role.COORDINATOR),
    ("Office of the Director, Institute for Fair Growth", Role.COORDINATOR),
    ("TA Partner", Role.RECRUITER),
    ("VP of Engineering", Role.HIRING_MANAGER),
    ("Director of Nursing", Role.HIRING_MANAGER),
    ("Headteacher", Role.HIRING_MANAGER),
    ("Chair, School of Hospitality", Role.HIRING_MANAGER),
    ("General Manager", Role.HIRING_MANAGER),
    ("who'd be your manager", Role.HIRING_MANAGER),
    ("Managing Partner, Executive Search", Role.HEADHUNTER),
    ("Practice Manager", Role.RECRUITER),
    ("Principal Electrical Engineer", None),
    ("staff eng", None),
]


@pytest.mark.parametrize(("title", "role"), TITLES)
def test_a_title_tells_the_role(title: str, role: Role | None) -> None:
    assert role_of_title(title) is role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "With Greg Nolan (Manager Treatment Operations) and Mandeep Gill (Principal Electrical Engineer).",
            {"Greg Nolan": "Manager Treatment Operations", "Mandeep Gill": "Principal Electrical Engineer"},
        ),
        ("I'd love to set up a call with Omar Haddad, who leads it.", {"Omar Haddad": "who leads it"}),
        ("A video interview with Marek Dolezal, our Head of Sales, on Tuesday.", {"Marek Dolezal": "Head of Sales"}),
        ("Martin Hesketh, our COO, will call you.", {"Martin Hesketh": "COO"}),
        ("You will meet our VP of Engineering, Dana Ruiz.", {"Dana Ruiz": "VP of Engineering"}),
        ("You'll be meeting with Jane Foster and Tom Quill.", {"Jane Foster": "", "Tom Quill": ""}),
        ("Guard shack on Broadway, ask for Ms. Solheim.", {"Solheim": ""}),
        ("At the gate, ask for Reception.", {}),
        ("We meet on Monday with coffee.", {}),
        ("It will be on Microsoft Teams.", {}),
    ],
)
def test_people_are_named_with_their_titles(text: str, expected: dict[str, str]) -> None:
    assert {who.name: title for who, title in named(text)} == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I'm Dana, I look after engineering hiring at Acme.", Role.RECRUITER),
        ("Quinn here, I hire for the sales org.", Role.RECRUITER),
        ("I own a bakery in Hull and I need a baker.", Role.HIRING_MANAGER),
        ("You'd be reporting to me.", Role.HIRING_MANAGER),
        ("My client is a design-build contractor in the Southeast.", Role.HEADHUNTER),
        ("A private foundation has instructed me to find its first Head of Collection.", Role.HEADHUNTER),
    ],
)
def test_people_tell_their_role_in_words(text: str, role: Role) -> None:
    assert role in [s.text for s in said(text) if s.kind is Kind.HAS_ROLE]


def test_the_title_under_a_mail_is_the_senders() -> None:
    found = [s for s in said("See below.", signature="Sam Lee\nRecruiter\nNorthgate") if s.kind is Kind.HAS_ROLE]
    assert [(s.text, s.who[0].email) for s in found] == [(Role.RECRUITER, "sam.lee@northgate.example")]


@pytest.mark.parametrize(
    ("signature", "role"),
    [
        ("Dale Purvis\nCrown Search - Dental", Role.HEADHUNTER),
        ("Sam Lee\nGlobal Talent Hub\nNorthgate Healthcare", Role.RECRUITER),
        ("Sam Lee\nPersonnel Division", Role.RECRUITER),
        ("Sam Lee\nSenior Technical Recruiter", Role.RECRUITER),
    ],
)
def test_a_department_is_no_agency(signature: str, role: Role) -> None:
    found = [s.text for s in said("See below.", signature=signature) if s.kind is Kind.HAS_ROLE]
    assert found == [role]


# -- absences -------------------------------------------------------------------------------------
AWAY = [
    ("I am out of office and will be back at my desk on Monday 20 April.", "2026-04-20"),
    ("I return on Tuesday, March 10th, and shall answer everything then.", "2026-03-10"),
    ("I am out of the office March 2 through March 13, returning Monday, March 16.", "2026-03-16"),
    ("I'm out until the 9th.", "2026-03-09"),
    ("I am away until 12 March.", "2026-03-12"),
    ("I am on annual leave from 2 to 13 March.", "2026-03-16"),
    ("From 23 March I am again in office.", "2026-03-23"),
    ("Out of office. Back Thursday.", "2026-03-05"),
    ("I am away on a course. I resume duty on Thursday 5 March.", "2026-03-05"),
    ("On Monday 9 March I am at my desk again.", "2026-03-09"),
    ("No signal here. Normal service resumes on Monday 9 March. If it is life or death, ask Pat.", "2026-03-09"),
    ("Jenifer is having her knee done and will be back with us on Wednesday 11 March.", "2026-03-11"),
    ("I am on parental leave. First day back in work: Tuesday 10 March.", "2026-03-10"),
    ("I am on leave for a wedding and will resume duty on Thursday, 12th March.", "2026-03-12"),
    ("Away until Sunday 8 March, in the office again on Monday 9 March.", "2026-03-09"),
    ("I am enjoying the sun up to and including Friday 6 March.", "2026-03-09"),
    ("Out of the office: 3 to 10 March. In an emergency ring Pat.", "2026-03-11"),
    ("I have gone fishing. Emails get answered from Wednesday 11 March.", "2026-03-11"),
]


@pytest.mark.parametrize(("text", "day"), AWAY)
def test_an_automatic_reply_tells_the_first_day_back(text: str, day: str) -> None:
    found = said(text, machine=True, automatic=Automatic.AWAY)
    assert [s.day for s in found if s.kind is Kind.AWAY_UNTIL] == [dt.date.fromisoformat(day)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I'm on leave next week, back on Monday 16 March.", "2026-03-16"),
        ("Heads-up: I'm off from Thursday and back at work on the 12th.", "2026-03-12"),
        ("I fly home on Wednesday and am back on the tools 12th March.", "2026-03-12"),
    ],
)
def test_a_person_tells_when_they_are_back(text: str, day: str) -> None:
    assert [s.day for s in said(text) if s.kind is Kind.AWAY_UNTIL] == [dt.date.fromisoformat(day)]


@pytest.mark.parametrize(
    "text",
    [
        "Our GM is on leave and he's back on Monday the 9th.",
        "The director is away until the 12th.",
        "Mr Petersen is on a business trip until Friday.",
        "We are back in business!",
        "I'm off home next year.",
        "I will get back to you on Monday.",
        "I'll circle back first thing Monday.",
        "I'm on parental leave from Monday.",
    ],
)
def test_somebody_elses_absence_is_not_the_senders(text: str) -> None:
    assert Kind.AWAY_UNTIL not in kinds(said(text))


def test_an_out_of_office_reply_without_a_date_tells_none() -> None:
    text = "I am travelling at present and read my e-mails irregularly."
    assert Kind.AWAY_UNTIL not in kinds(said(text, machine=True, automatic=Automatic.AWAY))


# -- gone and handed over -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dana Ruiz has left the company.", "Dana Ruiz"),
        ("Dana Ruiz is no longer with us.", "Dana Ruiz"),
        ("Brenda Osei and Keystone parted ways at the end of June.", "Brenda Osei"),
        ("Today is my last day here.", "Sam Lee"),
    ],
)
def test_who_has_left_is_told(text: str, name: str) -> None:
    assert [who.name for s in said(text) if s.kind is Kind.GONE for who in s.who] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The train has left.",
        "I have left you a message.",
        "I'm leaving for the airport.",
        "Tomorrow no longer works for us.",
    ],
)
def test_leaving_a_room_is_not_leaving_the_firm(text: str) -> None:
    assert Kind.GONE not in kinds(said(text))


def test_a_bounce_names_the_address_that_failed() -> None:
    text = "<omar@acme.example>: host mx.acme.example said: 550 5.1.1 Recipient not found\n\nReporting to alex@mail.example"
    found = said(text, email="mailer-daemon@mail.example", machine=True, automatic=Automatic.BOUNCE)
    assert [who.email for s in found if s.kind is Kind.GONE for who in s.who] == ["omar@acme.example"]


def test_a_delayed_delivery_is_no_bounce_yet() -> None:
    text = "Delivery to omar@acme.example has been delayed. We will keep trying for two days."
    found = said(text, email="mailer-daemon@mail.example", machine=True, automatic=Automatic.BOUNCE)
    assert Kind.GONE not in kinds(found)


@pytest.mark.parametrize(
    "text",
    [
        "Oliver (cc) takes over the search and has all my notes.",
        "I'm leaving you in the capable hands of Oliver Hahn.",
        "My colleague Oliver Hahn will be your contact from now on.",
        "I'm handing you over to Oliver Hahn.",
        "My colleague Oliver Hahn is picking up my vacancies.",
    ],
)
def test_a_successor_is_found_among_those_copied(text: str) -> None:
    oliver = Address("o.hahn@northgate.example", "Oliver Hahn")
    found = [s for s in said(text, cc=(oliver,)) if s.kind is Kind.HANDS_OVER]
    assert [s.who for s in found] == [(oliver,)]


@pytest.mark.parametrize(
    "text",
    [
        "I'm covering for Dana Ruiz while she is on leave.",
        "Dana's requisitions landed on my desk on Monday.",
        "Dana is on leave and left me her notes.",
        "Standing in for Dana this week, so please bear with me.",
        "I'm picking this up from Omar, who is travelling.",
        "Your application was handed over to me by Omar.",
        "I'm looking after Dana's searches this month.",
        "Dana is off and her roles have come to me.",
    ],
)
def test_who_goes_on_for_another_takes_over(text: str) -> None:
    assert [who.name for s in said(text) if s.kind is Kind.HANDS_OVER for who in s.who] == ["Sam Lee"]


@pytest.mark.parametrize("text", ["I took Dana to lunch.", "I'll cover Bristol with the team.", "Omar left me a note."])
def test_who_only_meets_another_takes_nothing_over(text: str) -> None:
    assert Kind.HANDS_OVER not in kinds(said(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dana Ruiz finished with Northgate on Friday and this mailbox is not read.", True),
        ("After 31 years I have retired. This account is no longer read.", True),
        ("I retired on Friday after forty years. Good luck to you all.", True),
        ("I have left the office for today and am back on Monday 9 March.", False),
        ("The works are finished at our Leeds site on Monday.", False),
    ],
)
def test_an_automatic_reply_tells_who_left(text: str, left: bool) -> None:
    found = said(text, machine=True, automatic=Automatic.AWAY)
    assert (Kind.GONE in kinds(found)) is left


@pytest.mark.parametrize("text", ["Priya from Dana's team here.", "Dana Ruiz asked me to find a time with you."])
def test_who_writes_for_another_leads_nothing(text: str) -> None:
    assert [s.text for s in said(text) if s.kind is Kind.HAS_ROLE] == [Role.INTERVIEWER]


def test_who_helps_in_urgent_cases_takes_nothing_over() -> None:
    assert Kind.HANDS_OVER not in kinds(said("In my absence please contact Oliver Hahn for urgent matters."))


def test_who_moves_over_to_a_place_hands_nothing_over() -> None:
    assert Kind.HANDS_OVER not in kinds(said("Your file has gone over to Marlstone, and she is moving over to Port."))
