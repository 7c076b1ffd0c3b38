"""Telephone numbers under a mail: whose, in one form, and never one that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.inference.hearing import said
from watcher.inference.phones import numbers
from watcher.model import Kind

READ = [
    ("GB", "Dana Ruiz\nTalent, Acme\nT: 020 7946 0123 | M: 07700 900123", ["+442079460123", "+447700900123"]),
    ("GB", "Dana\nMobile: 07700 900 123\nDirect: 0131 496 0155", ["+441314960155", "+447700900123"]),
    ("GB", "Jamie O\nPortico Legal | 0161 496 0133\nWhats app me!", ["+441614960133"]),
    ("US", "Dana Ruiz\nDirect +1 (312) 555-0142 x204", ["+13125550142;ext=204"]),
    ("US", "D 312.555.0142 C 312.555.0143", ["+13125550142", "+13125550143"]),
    ("US", "Cole Jennings\nBridgewell Engineering\n704-555-0155", ["+17045550155"]),
    ("US", "Nadia Brooks, Berlin, +49 151 5550 0187", ["+4915155500187"]),
    ("DE", "Tel +49 (0)40 555 0163, Fax +49 40 555 0164", ["+49405550163"]),
    ("IN", "MBA (Finance & Marketing), 2024-26\n+91 99220 55538", ["+919922055538"]),
    ("SG", "Best regards,\nMei Ling\nHP: 9555 0143", ["+6595550143"]),
]
NOT_READ = [
    ("GB", "Dana Ruiz\nAcme Robotics\n12 Mill Lane, Leeds LS1 4AP"),
    ("GB", "VAT 123 4567 89\nCompany No. 01234567"),
    ("DE", "Amtsgericht Bremen HRB 123456\nUSt-IdNr. DE123456789"),
    ("NL", "Dirk Hoekstra\nKvK 00000000"),
    ("US", "Fax: 312-555-0142"),
    ("US", "Zoom 924 1234 5678, passcode 1234"),
    ("US", "www.acme.example/312-555-0142"),
    ("US", "Phone: 555-0142"),
    ("US", "14:00-15:30, 2026-03-16"),
    ("US", "Dallas 214-555-0101, Austin 512-555-0102, Houston 713-555-0103, Boston 617-555-0104, Miami 305-555-0105"),
]


@pytest.mark.parametrize(("country", "signature", "found"), READ)
def test_numbers_are_read_the_most_direct_first(country: str, signature: str, found: list[str]) -> None:
    assert list(numbers(signature, country)) == found


@pytest.mark.parametrize(("country", "signature"), NOT_READ)
def test_what_is_no_telephone_of_theirs_is_left(country: str, signature: str) -> None:
    assert numbers(signature, country) == ()


def test_a_number_is_the_senders_and_a_switchboard_is_nobodys() -> None:
    found = said("Talk soon.", signature="Sam Lee\nMain: 020 7946 0100\nDirect: 020 7946 0123")
    told = [s for s in found if s.kind is Kind.HAS_PHONE]
    assert [(s.text, [who.email for who in s.who]) for s in told] == [
        ("+442079460123", ["sam.lee@northgate.example"]),
        ("+442079460100", []),
    ]
    assert told[0].words == "Direct: 020 7946 0123"


@pytest.mark.parametrize("side", [{"mine": True}, {"machine": True}])
def test_my_own_and_a_machines_are_nobody_to_call(side: dict[str, bool]) -> None:
    assert not [s for s in said("Hi.", signature="020 7946 0123", **side) if s.kind is Kind.HAS_PHONE]


@pytest.mark.parametrize("signature", ["9" * 100_000, "1 " * 50_000, "+1 (312) " * 20_000, "020 7946 0123\n" * 20_000])
def test_a_signature_of_figures_is_read_at_once(signature: str) -> None:
    assert len(numbers(signature, "GB")) <= 4


@given(st.text(alphabet="0123456789+()-./ x\nTelFax:|", max_size=120), st.sampled_from(["US", "GB", "DE", "IN", "ZZ"]))
def test_no_digit_is_added(signature: str, country: str) -> None:
    written = "".join(filter(str.isdigit, signature))
    for number in numbers(signature, country):
        plain, _, extension = number.removeprefix("+").partition(";ext=")
        assert number.startswith("+")
        assert plain[-6:] in written
        assert extension in written
