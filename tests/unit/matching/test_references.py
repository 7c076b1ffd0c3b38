"""Reference numbers of positions."""

import pytest

from watcher.matching.references import references


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Submission complete: Programme Officer (Req 26-0713)", "Panel interview: Programme Officer (26-0713)"),
        ("MWB 07/2026 - Acknowledgement of application", "RE: MWB 07/2026: INVITATION"),
        ("Application received: Lecturer (EDU-2208)", "EDU-2208"),
        ("Nordhaven Logistics - Network Planning Lead (20388)", "AW: 20388 Network Planning Lead"),
        ("Application: Community Nurse, ref CN-118", "CN-118 interview"),
        ("Interview slot booked: TBC01882", "Outcome of your application: TBC01882"),
        ("Exhibitions Curator (Ref 0417): thank you", "Re: Ref 0417, informal screening call"),
        ("334-PH-2207 Specialist Pharmacist: submitted", "334-PH-2207 - query on your application"),
        ("Application submitted: 040-NMR112-0126 Junior Sister", "INVITATION TO INTERVIEW - 040-NMR112-0126"),
        ("Your application for J-4127 Design Engineer", "Introduction by phone, J-4127"),
        ("OHP/2026/17 - Corrigendum", "OHP/2026/17"),
        ("Director of Finance, posting 26-07", "Re: 26-07"),
        ("PHG: application received, R1203", "R1203 Hamilton"),
    ],
)
def test_two_subjects_with_one_reference(one: str, other: str) -> None:
    assert set(references(one)) & set(references(other))


@pytest.mark.parametrize(
    "subject",
    [
        "Your interview on 2026-03-14",
        "Interview @ Tue 17 Feb 2026 4:30pm - 5:15pm",
        "Plans for 2026",
        "Water prices 2027-2030",
        "From $1,899 a night",
        "30+ new jobs for you",
        "Lunch 12/3/2026?",
        "Interview on 12-MAR-2026",
        "14 kitchen gigs",
    ],
)
def test_dates_years_times_and_prices_are_no_references(subject: str) -> None:
    assert list(references(subject)) == []


def test_two_positions_of_one_employer_differ() -> None:
    assert not set(references("Req 26-0688")) & set(references("Req 26-0713"))
