"""Who stands between me and an employer."""

import pytest

from tests.unit.builders import ME, MINE, mail, says
from watcher.matching.agencies import go_between
from watcher.model import Address, Kind


@pytest.mark.parametrize(
    ("office", "between"),
    [
        ("sam.lee@tarrock.example", {"tarrock.example"}),
        ("careers@tarrock.example", set()),
        ("hr@tarrock.example", set()),
    ],
)
def test_whose_office_i_applied_to_is_the_employer_however_i_call_the_place(office: str, between: set[str]) -> None:
    wanted = says(Kind.NAMES_COMPANY, text="Newport", rule="company.role_at")
    applied = mail(1, "2026-03-02 10:00", MINE, wanted, to=(Address(office, ""),))
    signed = says(Kind.NAMES_COMPANY, text="Tarrock", rule="company.signature")
    answer = mail(2, "2026-03-03 10:00", Address("kiera@tarrock.example", "Kiera Dunphy"), signed)

    assert go_between([applied, answer], ME, frozenset({"tarrock.example"})) == between
