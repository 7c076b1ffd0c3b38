"""Names of employers and positions, from all the places in a mail where they stand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.unit.inference.hearing import names, said
from watcher.inference.en.names.announced import NAMES_POSITION
from watcher.inference.en.names.employers import capitalized, clean_company, is_agency
from watcher.inference.en.names.patterns import NAMES_EMPLOYER
from watcher.inference.en.names.positions import position
from watcher.inference.en.names.uncapitalised import FRAMES
from watcher.model import Confidence, Invite, Kind, Role

NAMED: list[tuple[str | None, str, dict[str, Any]]] = [
    (
        "Brightwater Bakery",
        "Head Baker",
        {
            "text": "Thank you for applying for the Head Baker position at Brightwater Bakery.",
            "email": "no-reply@ats.example",
            "name": "Brightwater Bakery",
            "machine": True,
        },
    ),
    (
        "St Anne's Hospice",
        "Healthcare Assistant",
        {
            "subject": "Your application: Healthcare Assistant, St Anne's Hospice",
            "text": "Dear Alex, we have received your application.",
            "email": "noreply@trac.example",
            "name": "St Anne's Hospice Recruitment Team",
            "machine": True,
        },
    ),
    (
        "Halden & Roe",
        "Paralegal",
        {
            "subject": "Paralegal | Halden & Roe LLP",
            "text": "Hi Alex, thanks for applying. Are you free Tuesday?",
            "email": "m.ash@haldenroe.example",
            "name": "Mia Ash",
            "signature": "Mia Ash\nHR Manager\nHalden & Roe LLP",
        },
    ),
    (
        "Orbital Freight",
        "Customs Broker",
        {
            "subject": "Interview - Customs Broker",
            "text": "Hi Alex, I'm Tom, I run the customs desk at Orbital Freight.",
            "email": "tom@orbitalfreight.example",
            "name": "Tom Quill",
        },
    ),
    (
        "Kestrel Bay School",
        "Science Teacher",
        {
            "text": "Your application for the post of Science Teacher at Kestrel Bay School has been received.",
            "email": "office@kbs.example",
            "name": "School Office",
        },
    ),
    (
        "Lumen Labs",
        "Staff Nurse",
        {
            "text": "Thanks for your interest in Lumen Labs! We've received your application for Staff Nurse.",
            "name": "Lumen Labs",
            "email": "no-reply@hire.lever.co",
            "machine": True,
        },
    ),
    (
        "City of Dunmore",
        "Bus Driver",
        {
            "text": "The City of Dunmore has received your application for Bus Driver (Job #1234).",
            "name": "City of Dunmore",
            "email": "info@governmentjobs.example",
            "machine": True,
        },
    ),
    (
        "Pierce Motors",
        "Service Technician",
        {
            "subject": "Service Technician at Pierce Motors",
            "text": "Hello Alex, you applied for our opening last week.",
            "email": "jobs@piercemotors.example",
            "name": "Pierce Motors Jobs",
        },
    ),
    (
        None,
        "Finance Director",
        {
            "subject": "Finance Director - confidential",
            "text": "I am retained by a listed engineering group to find a Finance Director.",
            "email": "ann@hartsearch.example",
            "name": "Ann Hart",
            "signature": "Ann Hart\nPartner\nHart Executive Search",
        },
    ),
    (
        "Delmar Foods",
        "Plant Manager",
        {
            "text": "The client is Delmar Foods in Hull and the role is Plant Manager.",
            "email": "jo@staffright.example",
            "name": "Jo Day",
            "signature": "Jo Day\nStaffRight Recruitment",
        },
    ),
    (
        "Ocado Retail",
        "Driver",
        {
            "text": "I'm recruiting drivers on behalf of Ocado Retail. Interested in a Driver role?",
            "email": "jo@staffright.example",
            "name": "Jo Day",
            "signature": "Jo Day\nStaffRight Recruitment",
        },
    ),
    (
        "Riverside Dental",
        "Dental Nurse",
        {
            "text": "Hiya, Beth from Riverside Dental here, saw you applied for dental nurse.",
            "email": "bethriverside@gmail.com",
            "name": "Beth",
        },
    ),
    (
        "The Copper Kettle",
        "Sous chef",
        {
            "text": "Hi, I own The Copper Kettle on Mill Street and I need a sous chef.",
            "email": "marco77@gmail.com",
            "name": "Marco",
        },
    ),
    (
        "University of Ardmore",
        "Research Fellow",
        {
            "subject": "University of Ardmore - Research Fellow in Glaciology - ref 1123",
            "text": "Dear Alex, thank you for your application.",
            "email": "hr@ardmore.ac.uk",
            "name": "HR Services",
        },
    ),
    (
        "Northern Rail Works",
        "Welder",
        {
            "text": "I'd like to apply for the Welder vacancy at Northern Rail Works.",
            "subject": "Welder vacancy",
            "mine": True,
        },
    ),
    (
        "Sable Studios",
        "Concept Artist",
        {
            "text": "Please find attached my portfolio for the Concept Artist position with Sable Studios.",
            "subject": "Concept Artist",
            "mine": True,
        },
    ),
    (
        "Amberley Council",
        "Planning Officer",
        {
            "text": "Further to your application to Amberley Council for the role of Planning Officer, we would like to invite you to interview.",
            "email": "jobs@amberley.gov.uk",
            "name": "Amberley Council Jobs",
        },
    ),
    (
        "Trident Pharma",
        "QA Analyst",
        {
            "subject": "Trident Pharma: QA Analyst interview confirmation",
            "text": "See you Monday.",
            "email": "p.rao@tridentpharma.example",
            "name": "P Rao",
        },
    ),
    (
        "Vesta Energy",
        "Wind Turbine Technician",
        {
            "subject": "Thank you for your application to Vesta Energy",
            "text": "Dear Alex, Thank you for applying to Vesta Energy for the position of Wind Turbine Technician.",
            "email": "vesta@myworkday.com",
            "name": "Vesta Energy Workday",
            "machine": True,
        },
    ),
    (
        "Ballymore Stud",
        "Groom",
        {
            "text": "This is Ciara from Ballymore Stud about the groom job.",
            "email": "ciara.b@eircom.net",
            "name": "Ciara B",
        },
    ),
    (
        "Quantcore",
        "Data Engineer",
        {
            "text": "Thank you for completing the take-home for our Data Engineer role.",
            "email": "talent@quantcore.io",
            "name": "Quantcore Talent",
            "signature": "Talent Team\nQuantcore",
        },
    ),
    (
        "Harbor Point Hospital",
        "ICU Nurse",
        {
            "subject": "Harbor Point Hospital ICU Nurse - next steps",
            "text": "Hi Alex",
            "email": "k.lee@harborpoint.org",
            "name": "Kim Lee",
            "signature": "Kim Lee, RN\nNurse Manager, ICU\nHarbor Point Hospital",
        },
    ),
]

SIGNED = [
    ("For SAHYADRI COMPONENTS LIMITED\nV. Joshi", "sahyadricomponents.example", ("signature", "Sahyadri Components")),
    ("Bashir / Falcon Dunes Aviation", "", ("signature", "Falcon Dunes Aviation")),
    ("boyet / ops mgr / mabini freight", "", ("signature", "Mabini Freight")),
    ("K. V. Rao\nProprietor, TestMitra", "", ("signature", "TestMitra")),
    ("Hank\nCopy chief, Lakeshore Courier", "lakeshorecourier.example", ("signature", "Lakeshore Courier")),
    ("Jo Day\nDental Hygiene & Specialty\nCrown Search", "", ("agency.signature", "Crown Search")),
    ("w.\nPaper Moth | 2nd fl, 88 Degraw Yard, Brooklyn", "", ("signature", "Paper Moth")),
    ("Sam Lee\nTalent Team | Level 4", "", None),
    (
        "C. Peel | Operations, on behalf of the Department for Transport",
        "",
        ("on_behalf_of", "Department for Transport"),
    ),
    ("P. Holloway\nSt. Brendan Medical Centre", "stbrendanmed.example", ("signature", "St. Brendan Medical Centre")),
    ("P. Holloway\nOffice of Facilities & Plant Operations", "", None),
    ("Sam Lee\nHead of Sales, London", "", None),
    ("Sam Lee\nFinance & Administration", "", None),
    ("Sam Lee\nTalent Partner, Midlands & Wales", "", None),
    ("Sam Lee\nHR Specialist, Licensed Personnel", "", None),
    ("Sam Lee\nSenior Technical Recruiter", "", None),
]

EMPLOYERS = [pytest.param(naming, text, name, id=name) for naming in NAMES_EMPLOYER for text, name in naming.yes]
POSITIONS = [pytest.param(naming, text, name, id=name) for naming in NAMES_POSITION for text, name in naming.yes]


@pytest.mark.parametrize(("company", "role", "mail"), NAMED)
def test_employer_and_position_are_named_as_a_person_would_write_them(
    company: str | None, role: str, mail: dict[str, Any]
) -> None:
    found = said(**mail)
    companies = [s for s in names(found, Kind.NAMES_COMPANY) if not s.rule.startswith("agency")]
    roles = names(found, Kind.NAMES_ROLE)
    if company is None:
        assert all(s.confidence is Confidence.UNCLEAR for s in companies)
    else:
        assert same(companies[0].text, company)
    assert role.lower() in roles[0].text.lower() or roles[0].text.lower() in role.lower()


@pytest.mark.parametrize(("naming", "text", "name"), EMPLOYERS)
def test_each_way_to_name_an_employer_reads_its_examples(naming: Any, text: str, name: str) -> None:
    assert any(cue in text for cue in naming.cues)
    assert name in [clean_company(capitalized(match["name"])) for match in naming.pattern.finditer(text)]


@pytest.mark.parametrize(("naming", "text", "name"), POSITIONS)
def test_each_way_to_name_a_position_reads_its_examples(naming: Any, text: str, name: str) -> None:
    assert any(cue in text for cue in naming.cues)
    assert [s.text for s in names(said(text, subject=""), Kind.NAMES_ROLE)][:1] == [name]


@pytest.mark.parametrize(
    "text",
    [text for naming in (*NAMES_EMPLOYER, *NAMES_POSITION) for text in naming.no],
)
def test_no_name_is_read_where_there_is_none(text: str) -> None:
    assert not [s for s in said(text, subject="") if s.kind is Kind.NAMES_COMPANY]


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [(frame.name, text, name) for frame in FRAMES for text, name in frame.yes]
    + [(frame.name, text, "") for frame in FRAMES for text in frame.no],
)
def test_a_firm_is_told_without_a_capital(rule: str, text: str, name: str) -> None:
    found = names(said(text, subject="", email="sam77@gmail.com"), Kind.NAMES_COMPANY)
    assert {s.text for s in found if s.rule == f"company.{rule}"} == ({name} if name else set())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Acme Robotics Hiring Team", "Acme Robotics"),
        ("Nordhaven Logistics GmbH", "Nordhaven Logistics"),
        ("PAYTIDE TECHNOLOGIES", "Paytide Technologies"),
        ("Larch & Co", "Larch & Co"),
        ("Mandovi Analytics Pvt. Ltd.", "Mandovi Analytics"),
        ("University of Wexley Recruitment", "University of Wexley"),
        ("the City of Marlowe", "City of Marlowe"),
        ("WRHT Recruitment Portal", "WRHT"),
        ("Mogale Water Board e-Recruitment", "Mogale Water Board"),
        ("It's Corvid Freight", "Corvid Freight"),
        ("They're Penny Lantern Studios", "Penny Lantern Studios"),
        ("We'll", ""),
        ("Pharmacy Desk", ""),
        ("Hello Madam", ""),
        ("Monday", ""),
        ("Interview", ""),
        ("Mr Kamat", ""),
        ("https://acme.example", ""),
        ("Musée", ""),
        ("Al Rimal Contracting L.L.C.", "Al Rimal Contracting"),
        ("Zippkart R2", "Zippkart"),
        ("Harborlight Food Alliance Board of Directors", "Harborlight Food Alliance"),
    ],
)
def test_a_name_is_cleaned(words: str, name: str) -> None:
    assert clean_company(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Senior Backend Engineer role", "Senior Backend Engineer"),
        ("Director of Group Sales came across my desk", "Director of Group Sales"),
        ("Head of Mathematics", "Head of Mathematics"),
        ("Teacher (Electrotechnology), vacancy reference 10442", "Teacher (Electrotechnology)"),
        ("20388 Network Planning Lead", "Network Planning Lead"),
        ("Civil Engineer III (Job # 26-0188)", "Civil Engineer III"),
        ("First Officer A350", "First Officer"),
        ("WAREHOUSE SHIFT SUPERVISOR", "Warehouse Shift Supervisor"),
        ("SDET II", "SDET II"),
        ("our hiring manager", ""),
        ("your manager", ""),
        ("no job at all", ""),
    ],
)
def test_a_position_is_found_by_its_noun(words: str, name: str) -> None:
    assert position(words) == name


@pytest.mark.parametrize(
    ("name", "domain", "agency"),
    [
        ("Keystone Search", "", True),
        ("SmartHire", "", True),
        ("Yorkshire Water", "", False),
        ("Brigalow Plant Hire", "", False),
        ("Redline Trades Recruitment", "", True),
        ("TalentBridge Consultants", "", True),
        ("Talent Acquisition Partner", "", False),
        ("Recruitment Services", "", False),
        ("Acquisition de talents", "", False),
        ("Acme Robotics", "", False),
        ("", "crownsearch.example", True),
        ("", "acme.example", False),
    ],
)
def test_an_agency_is_told_from_an_employer(name: str, domain: str, *, agency: bool) -> None:
    assert is_agency(name, domain) is agency


def test_an_agency_is_never_named_as_the_employer() -> None:
    found = said("Kindly send your CV.", email="jo@staffright.example", signature="Jo Day\nStaffRight Recruitment")
    assert [s.rule for s in names(found, Kind.NAMES_COMPANY)] == ["agency.signature"]


@pytest.mark.parametrize(("signature", "domain", "expected"), SIGNED)
def test_a_signature_tells_the_firm(signature: str, domain: str, expected: tuple[str, str] | None) -> None:
    found = said("See you.", subject="", email=f"x@{domain or 'mail.example'}", signature=signature)
    told = [(s.rule.removeprefix("company."), s.text) for s in names(found, Kind.NAMES_COMPANY)]
    assert told == ([expected] if expected else [])


def test_whatever_spells_the_mail_domain_names_the_firm() -> None:
    found = said("The Lakeshore Courier prints on Sundays.", subject="", email="hb@lakeshorecourier.example")
    assert [s.text for s in names(found, Kind.NAMES_COMPANY)] == ["Lakeshore Courier"]


@pytest.mark.parametrize(
    ("text", "signature", "role", "firms"),
    [
        ("Your application to the Nurse Practitioner, Urgent Care role at Northgate is in.", "", "Nurse Practitioner, Urgent Care", {"Northgate"}),
        ("You applied for Nurse Practitioner, Palliative Care.", "Jo\nNorthgate Health", "Nurse Practitioner, Palliative Care", {"Northgate Health"}),
        ("You applied for Physics Teacher, Bellevue School.", "", "Physics Teacher", {"Bellevue School"}),
        ("Your application to Great Lakes Radio for Senior Producer is in.", "", "Senior Producer", {"Great Lakes Radio"}),
        ("Your application to the Centre for Marine Studies is in.", "", None, {"Centre for Marine Studies"}),
    ],
)  # fmt: skip
def test_a_part_of_the_firm_belongs_to_the_position_and_the_firm_does_not(
    text: str, signature: str, role: str | None, firms: set[str]
) -> None:
    found = said(text, subject="", signature=signature)
    surely = [s for s in found if s.confidence is not Confidence.UNCLEAR]
    assert {s.text for s in names(surely, Kind.NAMES_COMPANY)} == firms
    assert [s.text for s in names(found, Kind.NAMES_ROLE)] == ([role] if role else [])


def test_a_firm_that_writes_on_behalf_of_another_is_not_the_employer() -> None:
    found = said(
        "I write on behalf of Amberley Council.", email="a@hirewell.example", signature="Ann Ito\nHirewell Ops"
    )
    assert {s.rule: s.text for s in names(found, Kind.NAMES_COMPANY)} == {
        "company.on_behalf_of": "Amberley Council",
        "carrier.signature": "Hirewell Ops",
    }


def test_a_shared_mailbox_is_no_person_whose_name_the_firm_only_shares() -> None:
    letter = said(
        "See you.", email="hr@kaverihealth.example", name="Kaveri Health HR", signature="Jo\nKaveri Health Ltd"
    )
    assert [s.text for s in names(letter, Kind.NAMES_COMPANY)] == ["Kaveri Health"]


def test_a_county_that_writes_on_behalf_of_its_office_is_the_employer() -> None:
    letter = said(
        "See you.", email="b@medina.example", signature="Jo\nMedina County, on behalf of the Office of the Clerk"
    )
    assert "carrier.signature" not in {s.rule for s in names(letter, Kind.NAMES_COMPANY)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ledet air & heat is up to 11 trucks now", "Ledet Air & Heat"),
        ("Come and see us at Ledet Law, then.", "Ledet Law"),
        ("the Ledet family sends its love", ""),
    ],
)
def test_a_firm_is_told_by_its_owners_family_name(text: str, name: str) -> None:
    found = names(said(text, email="troy@gmail.com", name="troy ledet"), Kind.NAMES_COMPANY)
    assert [s.text for s in found if "of_family" in s.rule] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alex, Sam Lee of Tannery Lane in Midleton.", "Tannery Lane"),
        ("Sam w/ Meridian Travelers. Got a 13 weeker.", "Meridian Travelers"),
        ("Is Sam Lee of Marchetti’s in Leith.", "Marchetti’s"),
        ("Sam, Nettle and Oak Bakery.", "Nettle and Oak Bakery"),
        ("I am Sam the father of Gina.", ""),
        ("It is Sam of all people.", ""),
        ("Dana Reed of Kestrel sends her love.", ""),
    ],
)
def test_a_firm_stands_behind_its_persons_own_name(text: str, name: str) -> None:
    found = [s.text for s in names(said(text, subject=""), Kind.NAMES_COMPANY) if s.rule == "company.introduced"]
    assert found == ([name] if name else [])


def test_a_name_that_is_all_the_answer_is_the_firm_i_asked_for() -> None:
    assert "Harmattan Originals" in {
        s.text for s in names(said("Harmattan Originals. Your rate?", answers=True), Kind.NAMES_COMPANY)
    }


def test_an_invitation_tells_the_position_it_is_for() -> None:
    start = dt.datetime(2026, 3, 4, 10, tzinfo=dt.UTC)
    invite = Invite("u@x", 0, "REQUEST", start, start, summary="Interview: Ana Bell, Litigation Paralegal")
    found = names(said("See you.", subject="Interview", invite=invite), Kind.NAMES_ROLE)
    assert [s.text for s in found] == ["Litigation Paralegal"]


def test_an_agency_offers_the_position_it_writes_of_first() -> None:
    text = "I have a client in Leeds whose Group Controller retires, and you would report to the Finance Director."
    assert [s.text for s in names(said(text, subject="Hello"), Kind.NAMES_ROLE)] == ["Group Controller"]


def test_an_agency_answers_whom_it_writes_for() -> None:
    found = said("Northwind Atlantic, Shannon base. I'll get you in front of them.", subject="", answers=True)
    assert [s.text for s in names(found, Kind.NAMES_COMPANY)] == ["Northwind Atlantic"]


def test_an_agency_of_one_word_answers_as_well() -> None:
    found = said("Ardmore Reinsurance, the Dublin house.", subject="", email="c@babelhire.example", answers=True,
                 signature="Con Dwan\nBabelhire - language people")  # fmt: skip
    assert {s.text for s in names(found, Kind.NAMES_COMPANY)} == {"Ardmore Reinsurance", "Babelhire"}


def test_an_employer_stands_before_its_town_in_a_subject() -> None:
    found = said("Half an hour from you.", subject="Quay Hotel, Kinsale - head chef")
    assert "Quay Hotel" in {s.text for s in names(found, Kind.NAMES_COMPANY)}


def test_an_office_that_a_mail_is_written_on_behalf_of_is_no_firm() -> None:
    found = said("I thank you on behalf of the Chief Executive.", subject="", signature="Slieve Education Board")
    assert [s.text for s in names(found, Kind.NAMES_COMPANY)] == ["Slieve Education Board"]


@pytest.mark.parametrize(
    "text",
    [
        "I place chefs.",
        "I've an owner off the Royal Mile.",
        "I can't print his name in a first email.",
        "It's for an alliance I can't put a name to yet.",
        "A foundation in Santa Fe; I can't say which yet.",
    ],
)
def test_an_agency_tells_itself_by_its_words(text: str) -> None:
    assert Role.HEADHUNTER in {s.text for s in said(text) if s.kind is Kind.HAS_ROLE}


@pytest.mark.parametrize("text", ["I place great value on quiet.", "I can't say which of us will be on the panel."])
def test_what_an_employer_says_as_well_tells_no_agency(text: str) -> None:
    assert not [s for s in said(text) if s.kind is Kind.HAS_ROLE]


def test_i_am_no_employer_where_an_agency_calls_me() -> None:
    found = said("Cheers Alex, I've put you in front of them.", subject="", answers=True)
    assert not names(found, Kind.NAMES_COMPANY)


def test_a_person_met_is_no_employer() -> None:
    found = said("Your interview with Marek Dolezal is on Tuesday.", subject="Interview: Alex Kim / Marek Dolezal")
    assert not names(found, Kind.NAMES_COMPANY)


def test_a_bank_that_lends_to_me_is_no_employer() -> None:
    found = said("Your home loan application at Merlion Bank is with underwriting.", subject="Home loan")
    assert not names(found, Kind.NAMES_COMPANY)


def same(one: str, other: str) -> bool:
    """The same words, but for an article."""
    return one.lower().removeprefix("the ") == other.lower().removeprefix("the ")


@pytest.mark.parametrize(
    ("name", "email"),
    [("Nettle & Oak", "hello@nettleandoak.example"), ("Wexley College Office", "office@wexleycollege.example")],
)
def test_a_firm_that_i_write_to_by_its_name_is_the_employer(name: str, email: str) -> None:
    firm = name.removesuffix(" Office")
    found = said("My CV is attached.", mine=True, subject=f"Marketing Manager, {firm}", name=name, email=email)

    assert firm in {s.text for s in names(found, Kind.NAMES_COMPANY)}


@pytest.mark.parametrize(
    "text",
    ["Three years as acting deputy at Table Point, CV attached.", "I am a staff nurse at Table Point, CV attached."],
)
def test_where_i_work_is_not_where_i_apply(text: str) -> None:
    assert not names(said(text, mine=True), Kind.NAMES_COMPANY)


def test_an_office_is_no_part_of_the_name_behind_it() -> None:
    found = said("the post of Principal of Wexley College", mine=True, email="office@wexleycollege.example")

    assert {s.text for s in names(found, Kind.NAMES_COMPANY)} == {"Wexley College"}


def test_an_agency_may_name_its_client_at_once() -> None:
    text = "I can tell you now that the smelter is Hexrivier Chrome; keep it to yourself."
    found = said(text, subject="", email="w@imbizosearch.example", signature="Werner\nImbizo Search")
    assert "Hexrivier Chrome" in {s.text for s in names(found, Kind.NAMES_COMPANY)}


def test_a_shared_mailbox_of_a_firm_tells_its_name() -> None:
    found = said(
        "Could you bear to?", subject="the colour", name="Aldham Textile Studio", email="x@aldhamtextile.example"
    )
    assert [s.text for s in names(found, Kind.NAMES_COMPANY)] == ["Aldham Textile Studio"]


@pytest.mark.parametrize("text", [
    "I see you've got Test Lead in as well.",
    "For the Test Lead opening my colleague from the data side will get in touch.",
    "The Test Lead one is handled by my colleague.",
])  # fmt: skip
def test_a_position_that_is_somebody_elses_to_fill_is_another(text: str) -> None:
    found = said(text, subject="")

    assert [s.text for s in found if s.kind is Kind.NAMES_OTHER_ROLE] == ["Test Lead"]
    assert not names(found, Kind.NAMES_ROLE)


def test_what_is_vague_alone_is_named_with_its_field() -> None:
    found = said("Thank you for applying for Manager - Talent Development (JR-40902), Bengaluru.", subject="")

    assert [s.text for s in names(found, Kind.NAMES_ROLE)] == ["Manager - Talent Development"]
