"""When two names mean the same."""

import pytest

from watcher.domains import domain_is_of, is_private, reads_as_mail_host, registrable
from watcher.matching.likeness import roles_agree, same_company


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Robotics", "ACME Robotics, Inc."),
        ("Acme", "Acme Robotics"),
        ("Paytide", "PAYTIDE TECHNOLOGIES"),
        ("Müller GmbH", "Muller"),
        ("Fältman & Sønner", "Faltman & Sonner"),
        ("Banksia Lodge", "Banksia Lodge Aged Care"),
        ("Harbourlight Events", "Harborlight Events"),
        ("Acme Robotics Hiring Team", "Acme Robotics"),
        ("Mercia Health NHS FT", "Mercia Health NHS Foundation Trust"),
        ("OHP", "Office for Harmonised Publications"),
        ("PHG", "Pounamu Hotel Group"),
    ],
)
def test_the_same_company(one: str, other: str) -> None:
    assert same_company(one, other)
    assert same_company(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maplecourt Hotels", "Maplecourt Living"),
        ("Mercia Health FT", "Mercia Health Care Trust"),
        ("Bridgewell Engineering", "Bridgeway Group"),
        ("Southbank Institute of Trades", "Southbank Private Hospital"),
        ("University of Wexley", "University of Bexley"),
        ("", "Acme"),
        ("City of Marlowe", "City of Harlowe"),
        ("PHG", "Pounamu Harbour Inn"),
    ],
)
def test_companies_that_only_sound_alike(one: str, other: str) -> None:
    assert not same_company(one, other)
    assert not same_company(other, one)


@pytest.mark.parametrize(
    ("domain", "company"),
    [
        ("bridgewell-eng.example", "Bridgewell Engineering"),
        ("wexley.ac.uk", "University of Wexley"),
        ("marlowe-city.example", "City of Marlowe"),
        ("kestrelpay.example", "Kestrel Payments"),
        ("mail.acme.co.uk", "Acme Robotics"),
        ("pennine-learning.example", "Pennine Learning Trust"),
        ("palmandwine.example", "Palm & Wine Media"),
        ("mesagrandeps.example", "Mesa Grande Public Schools"),
        ("aldercreek14.example", "Alder Creek School District"),
        ("ffvb.example", "Federal Film and Video Board"),
    ],
)
def test_a_domain_that_reads_as_the_companys_own(domain: str, company: str) -> None:
    assert domain_is_of(domain, company)


@pytest.mark.parametrize(
    ("domain", "company"),
    [
        ("maplecourthotels.example", "Maplecourt Living"),
        ("bridgewaygroup.example", "Bridgewell Engineering"),
        ("southbankinstitute.example", "Southbank Private Hospital"),
        ("greenhouse-mail.io", "Acme Robotics"),
        ("engineering.example", "Bridgewell Engineering"),
        ("mesagrandecu.example", "Mesa Grande Public Schools"),
    ],
)
def test_a_domain_of_somebody_else(domain: str, company: str) -> None:
    assert not domain_is_of(domain, company)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Senior Backend Engineer", "Backend Engineer", True),
        ("Director of Maths", "Director of Mathematics", True),
        ("Head of Mathematics (Ref 4471)", "Head of Mathematics", True),
        ("Lead Practitioner (Maths)", "Director of Mathematics", False),
        ("Civil Engineer II", "Civil Engineer III", False),
        ("Highway Design Lead", "Civil Engineer", False),
        ("the role", "Senior Backend Engineer", None),
        ("Nurse Practitioner, Urgent Care", "Nurse Practitioner, Palliative Care", False),
        ("Nurse Practitioner, Urgent Care", "Nurse Practitioner", True),
        ("Terminal Ops Manager, Forest Park", "Terminal Operations Manager", True),
        ("Asst Mktg Mgr", "Assistant Marketing Manager", True),
        ("DC Manager", "Distribution Center Manager (Olive Branch)", True),
        ("IPU Manager", "Inpatient Unit Manager", True),
        ("DSP Manager", "Demand and Supply Planning Manager", True),
        ("ICU Manager", "Inpatient Unit Manager", False),
        ("QA Lead", "Quality Assurance Lead", True),
        ("HR Manager", "Office Manager", False),
        ("UX Designer, Kids and Accessibility", "UX Designer, Kids", True),
    ],
)
def test_positions(one: str, other: str, agree: bool | None) -> None:
    assert roles_agree(one, other) is agree
    assert roles_agree(other, one) is agree


def test_the_registrable_domain_is_found_offline() -> None:
    assert registrable("jobs.mail.acme.co.uk") == "acme.co.uk"


@pytest.mark.parametrize(
    ("domain", "host"),
    [
        ("gmail.com", True),
        ("yahoo.co.nz", True),
        ("mail.btinternet.com", True),
        ("lakepost.example", True),
        ("acme.example", False),
        ("mail.acme.example", False),
        ("postalworks.example", False),
    ],
)
def test_a_host_of_private_mail_is_known_by_its_name(domain: str, *, host: bool) -> None:
    assert reads_as_mail_host(domain) is host


@pytest.mark.parametrize(
    ("email", "private"),
    [
        ("troyledet77@homely.example", True),
        ("henk.sanders1963@homely.example", True),
        ("hank@gmail.com", True),
        ("hank@acme.example", False),
        ("jobs24@acme.example", False),
        ("jd1234@college.example", False),
    ],
)
def test_a_name_and_a_year_make_a_private_address(email: str, *, private: bool) -> None:
    assert is_private(email) is private
