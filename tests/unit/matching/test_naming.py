"""What a process is called."""

from __future__ import annotations

import pytest

from tests.unit.builders import DANA, ME, MINE, mail, says
from watcher.matching.agencies import agency_domains
from watcher.matching.naming import company_of, names_of_domains
from watcher.matching.profile import profile
from watcher.matching.threads import threads
from watcher.model import Address, Confidence, Entry, Kind, Role, Statement


def called(*entries: Entry) -> str:
    hunters = agency_domains(entries, ME)
    return company_of(profile(threads(entries), ME, hunters), names_of_domains(entries, hunters))


def company(name: str, confidence: Confidence = Confidence.SURE, rule: str = "company.signature") -> Statement:
    return says(Kind.NAMES_COMPANY, text=name, confidence=confidence, rule=rule)


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("hank@kestrel.example", "Kestrel"),
        ("hank@jacarandatrust.example", "Jacaranda Trust"),
        ("hank@iron-lantern.example", "Iron Lantern"),
        ("hank@ashburytownfc.example", "Ashbury Town FC"),
        ("hank@brazosvalleyproduce.example", "Brazos Valley Produce"),
        ("hank@thamesbridgebank.example", "Thamesbridge Bank"),
        ("hank@ffvb.example", "FFVB"),
        ("hank@lakepost.example", ""),
        ("hank@gmail.com", ""),
        (f"hank@{ME.addresses[0].partition('@')[2]}", ""),
    ],
)
def test_where_nobody_names_the_firm_its_mail_domain_does_unless_anybody_has_mail_there(email: str, name: str) -> None:
    assert called(mail(1, "2026-03-01 10:00", Address(email, "Hank"))) == name


def test_a_signature_under_every_mail_does_not_outweigh_what_two_people_say() -> None:
    hank, bern = Address("hank@gmail.com", "Hank"), Address("bern@gmail.com", "Bern")
    mails = [mail(n, f"2026-03-0{n} 10:00", hank, company("Companion Vets", Confidence.LIKELY)) for n in range(1, 5)]
    other = [mail(5, "2026-03-05 10:00", bern, company("Valley Pet Hospital", rule="a"))]

    assert (
        called(*mails, *other, mail(6, "2026-03-06 10:00", MINE, company("Valley Pet Hospital")))
        == "Valley Pet Hospital"
    )


def test_an_agency_is_one_by_whatever_form_of_its_name() -> None:
    gavin = Address("gavin@priorylifesci.example", "Gavin Leddy")
    signed = company("Priory Life Sciences", rule="agency.signature")
    says_so = company("Priory", Confidence.LIKELY, "company.i_am_at")
    told = company("Foynes Sterile", Confidence.LIKELY, "company.it_is")
    mails = [mail(n, f"2026-03-0{n} 10:00", gavin, signed, says_so) for n in range(1, 4)]

    assert called(*mails, mail(4, "2026-03-04 10:00", gavin, signed, told)) == "Foynes Sterile"


def test_who_answers_with_the_name_of_another_firm_stands_between() -> None:
    jasmine = Address("jasmine@tarpra.example", "Jasmine Ng")
    signed = company("Tarpra Vashfen")
    told = company("Merlion Bank", Confidence.SURE, "company.it_is")
    first = mail(1, "2026-03-01 10:00", jasmine, signed)
    answer = mail(2, "2026-03-02 10:00", jasmine, signed, told, in_reply_to="<1@test.example>")
    itself = mail(3, "2026-03-02 10:00", jasmine, signed, company("Tarpra", rule="company.it_is"), in_reply_to="<1@x>")

    assert called(first, answer) == "Merlion Bank"
    assert called(first, itself) == "Tarpra Vashfen"


def test_an_agency_stands_for_its_client_only_until_the_client_is_named() -> None:
    crispin = Address("crispin@minervahart.example", "Crispin Hale")
    hunts = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(crispin,))
    first = mail(1, "2026-03-01 10:00", crispin, company("Minerva & Hart"), hunts)
    second = mail(
        2,
        "2026-03-02 10:00",
        crispin,
        company("Minerva & Hart"),
        company("Aldersyke", Confidence.LIKELY, "company.it_is"),
    )

    assert called(first) == "Minerva & Hart"
    assert called(first, second) == "Aldersyke"


def test_a_town_in_the_subject_is_not_taken_for_the_client() -> None:
    kai = Address("kai@thornbridge.example", "Kai")
    hunts = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(kai,))
    town = company("Bristol", Confidence.UNCLEAR, "company.subject")

    assert (
        called(mail(1, "2026-03-01 10:00", kai, company("Thornbridge Nursing"), town, hunts)) == "Thornbridge Nursing"
    )


def test_the_trade_in_an_agencys_signature_is_no_client() -> None:
    jarrod = Address("jarrod@brightwatertalent.example", "Jarrod")
    trade = company("Supply Chain & Logistics"), company("Brightwater Talent", rule="agency.signature")
    client = company("Bassline Freight", Confidence.LIKELY, "company.answers_who")

    assert called(mail(1, "2026-03-01 10:00", jarrod, *trade), mail(2, "2026-03-02 10:00", jarrod, *trade, client)) == (
        "Bassline Freight"
    )


def test_a_part_of_a_firm_is_called_for_it_only_where_nothing_else_is() -> None:
    desk = Address("noreply@visma-recruit.example", "Desk")
    part, whole = company("Department of Visual Studies"), company("University of Skagen", Confidence.LIKELY)

    assert called(mail(1, "2026-03-01 10:00", desk, part, whole)) == "University of Skagen"
    assert called(mail(1, "2026-03-01 10:00", desk, part)) == "Department of Visual Studies"


def test_an_agency_is_also_what_its_domain_begins_with() -> None:
    dale = Address("dale@bluegumpeople.example", "Dale")
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(dale,))
    approach = mail(1, "2026-03-01 10:00", dale, agency, company("Bluegum", rule="company.from_here"))
    client = company("Tarrawonga Alliance", Confidence.LIKELY, "company.it_is")

    assert called(approach, mail(2, "2026-03-02 10:00", dale, client)) == "Tarrawonga Alliance"


def test_of_what_an_agency_mentions_a_name_of_several_words_is_the_client() -> None:
    sorcha = Address("sorcha@blackboardrec.example", "Sorcha")
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(sorcha,))
    town, college = company("Dublin", Confidence.UNCLEAR), company("Hibernian College", Confidence.UNCLEAR)

    assert called(mail(1, "2026-03-01 10:00", sorcha, agency, town, college)) == "Hibernian College"


def test_who_approached_me_stands_between_where_people_of_another_firm_join() -> None:
    crew, ada = Address("imogen@reelcrew.example", "Imogen"), Address("ada@harmattan.example", "Ada")
    approach = mail(1, "2026-03-01 10:00", crew, company("Reel Crew"))
    joined = mail(2, "2026-03-02 10:00", ada, company("Harmattan"))

    assert called(approach, joined) == "Harmattan"


def test_an_employer_that_has_clients_is_no_agency_where_a_system_names_it() -> None:
    hank = Address("hank@nallamala.example", "Hank")
    speaks_of_clients = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(hank,))
    applied = mail(1, "2026-03-01 10:00", MINE, says(Kind.APPLIES), company("Nallamala Systems"))

    assert called(applied, mail(2, "2026-03-02 10:00", hank, speaks_of_clients)) == "Nallamala Systems"


def test_whoever_signs_by_another_name_than_i_applied_to_stands_between_us() -> None:
    jamie = Address("jamie@porticolegal.example", "Jamie Orr")
    mine = mail(1, "2026-03-01 10:00", MINE, company("Stott & Hargreave", rule="company.position_at"), to=(jamie,))
    answer = mail(2, "2026-03-02 10:00", jamie, company("Portico Legal"))
    again = mail(3, "2026-03-03 10:00", jamie, company("Portico Legal"))

    assert called(mine, answer, again) == "Stott & Hargreave"


def test_what_a_domain_is_called_in_other_mail_is_its_name_where_this_mail_has_none() -> None:
    heather = Address("heather@villarrealstroud.example", "Heather")
    other = mail(1, "2026-03-01 10:00", heather, company("Villarreal & Stroud"))
    mine = mail(2, "2026-03-02 10:00", MINE, to=(heather,))

    assert company_of(profile(threads([mine]), ME, frozenset()), {}) == "Villarrealstroud"
    assert company_of(profile(threads([mine]), ME, frozenset()), names_of_domains([other], frozenset())) == (
        "Villarreal & Stroud"
    )


def like_company(name: str, confidence: Confidence = Confidence.SURE) -> Statement:
    return says(Kind.MAY_NAME_COMPANY, text=name, confidence=confidence, rule="reads_as_name.words")


def test_what_reads_like_its_name_names_the_employer_where_nothing_else_does_and_yields_to_what_does() -> None:
    hank = Address("hank@gmail.com", "Hank")
    first = mail(1, "2026-03-01 10:00", hank, like_company("Vantry Health", Confidence.LIKELY))

    assert called(first) == "Vantry Health"
    assert called(first, mail(2, "2026-03-02 10:00", hank, company("Kestrel"))) == "Kestrel"


def test_what_reads_like_an_agencys_name_is_no_employer() -> None:
    agent = Address("kim@tern.example", "Kim")
    signed = company("Tern", rule="agency.signature")

    assert called(mail(1, "2026-03-01 10:00", agent, signed, like_company("Tern"), like_company("Vantry"))) == "Vantry"


def test_a_word_of_their_own_names_is_no_employer() -> None:
    verity = Address("verity.aldham@glenmail.example", "Verity Aldham")
    words = mail(1, "2026-03-01 10:00", verity, company("Verity", Confidence.LIKELY, "company.it_is"), subject="x")

    assert called(words) == "Aldham"


def test_where_i_say_where_else_i_stand_names_no_employer() -> None:
    asks = mail(1, "2026-03-01 10:00", DANA, company("Acme Robotics", Confidence.LIKELY), subject="x")
    answer = mail(2, "2026-03-02 10:00", MINE, company("Fundy & Main"), to=(DANA,), in_reply_to="<1@test.example>")

    assert called(asks, answer) == "Acme Robotics"
