"""The name a person goes by, and no name where there is none."""

from __future__ import annotations

import pytest

from watcher.drafting.names import full_name, known_as
from watcher.model import Address


@pytest.mark.parametrize(
    ("name", "email", "called"),
    [
        ("Dana Ruiz", "dana@acme.example", "Dana"),
        ("Ruiz, Dana", "druiz@acme.example", "Dana"),
        ("de Wit, Bram", "b@x.example", "Bram"),
        ("Ruiz Garcia, Dana", "d@x.example", "Dana"),
        ("DANA RUIZ", "d@x.example", "Dana"),
        ("RUIZ, DANA", "d@x.example", "Dana"),
        ("kev morrissey", "kevmoz@x.example", "Kev"),
        ("Dana", "d@x.example", "Dana"),
        ("Jean-Luc Picard", "j@x.example", "Jean-Luc"),
        ("Pádraig Ó Sé", "p.ose@x.example", "Pádraig"),
        ("Deborah Kim, P.E.", "dkim@x.example", "Deborah"),
        ("Dana Ruiz, PhD, SHRM-CP", "d@x.example", "Dana"),
        ("Dana Ruiz SHRM-CP", "d@x.example", "Dana"),
        ("Harriet Okonjo (she/her)", "h@x.example", "Harriet"),
        ("Lindsey Cho (via iCIMS)", "no-reply@talent.icims.example", "Lindsey"),
        ("Dana Ruiz | Acme Robotics", "d@x.example", "Dana"),
        ("Dana Ruiz - Talent Acquisition", "d@x.example", "Dana"),
        ("Dana Ruiz, Acme Robotics", "d@x.example", "Dana"),
        ("Dana from Acme", "d@x.example", "Dana"),
        ("Dana @ Acme", "d@x.example", "Dana"),
        ("Yu-Ting (Tina) Chen", "t@x.example", "Tina"),
        ('William "Bill" Frost', "w@x.example", "Bill"),
        ("J. Robert Frost", "j@x.example", "Robert"),
        ("D. Ruiz", "dana.ruiz@acme.example", "Dana"),
        ("D. Ruiz", "druiz@acme.example", "D. Ruiz"),
        ("", "dana.ruiz@acme.example", "Dana"),
        ("dana.ruiz@acme.example", "dana.ruiz@acme.example", "Dana"),
        ("Mrs P Frith", "recruitment@x.example", "Mrs Frith"),
        ("Mrs. Frith", "recruitment@x.example", "Mrs Frith"),
        ("Dr Simon Vale", "s.vale@x.example", "Dr Vale"),
        ("Prof. Dr. Hans von der Heide", "h@x.example", "Professor von der Heide"),
        ("Kessler, Martina (Dr.)", "m@x.example", "Dr Kessler"),
        ("Frau Weber", "w@x.example", "Ms Weber"),
        ("田中 太郎", "t@x.example", "田中 太郎"),
        # no person, or none that can be told
        ("Acme Robotics Hiring Team", "no-reply@x.example", ""),
        ("Larchmont HR", "hr@x.example", ""),
        ("Acme Robotics", "no-reply@x.example", ""),
        ("Acme", "no-reply@x.example", ""),
        ("", "hr@acme.example", ""),
        ("", "talent.team@acme.example", ""),
        ("Recruiter 17", "r@x.example", ""),
        ("Dr.", "r@x.example", ""),
        ("(via Workday)", "r@x.example", ""),
        ("ceo@bank.example", "x@evil.example", ""),
    ],
)
def test_people_are_called_what_they_go_by(name, email, called):
    assert known_as(Address(email, name), "Acme Robotics") == called


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Dana Ruiz", "Dana Ruiz"),
        ("RUIZ, DANA", "Dana Ruiz"),
        ("Dana Ruiz, PhD, SHRM-CP", "Dana Ruiz"),
        ("Prof. Helen Roth", "Professor Roth"),
        ("Dana", "Dana"),
        ("Dana at Acme", "Dana"),
        ("Acme Careers", ""),
    ],
)
def test_both_names_where_both_are_known(name, written):
    assert full_name(Address("d@x.example", name), "Acme") == written


@pytest.mark.parametrize("name", ["Dana?", "Dana [Acme", "None", "Dana__", "Dana ... Ruiz"])
def test_what_would_look_like_a_hole_is_no_name(name):
    assert known_as(Address("d@x.example", name)) in ("", "Dana")
