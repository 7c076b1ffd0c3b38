"""Who is who, and who may be written to."""

import pytest

from tests.unit.builders import DANA, ME, MINE, OMAR, mail, moment, says
from watcher.matching.people import contacts, hosts_of
from watcher.model import Address, Confidence, Interview, Kind, Role, Side, Stage

MALLORY = Address("mallory@evil.example", "Dana Ruiz")


def test_a_title_in_the_signature_gives_the_role() -> None:
    title = says(Kind.HAS_ROLE, text="recruiter", who=(DANA,), words="Senior Technical Recruiter, Acme Robotics")
    (found,) = contacts([mail(1, "2026-03-02 10:00", DANA, title)], ME, frozenset())

    assert (found.role, found.why) == (Role.RECRUITER, "Senior Technical Recruiter, Acme Robotics")


def test_a_recruiter_at_an_agency_is_a_headhunter() -> None:
    title = says(Kind.HAS_ROLE, text="recruiter", who=(DANA,))
    (found,) = contacts([mail(1, "2026-03-02 10:00", DANA, title)], ME, frozenset({DANA.domain}))

    assert found.role is Role.HEADHUNTER


def test_who_says_when_they_answer_is_written_to_rather_than_who_only_sent_a_paper() -> None:
    told = mail(1, "2026-03-02 10:00", DANA, says(Kind.DECIDES_BY))

    assert [c.address for c in contacts([told, mail(2, "2026-03-03 10:00", OMAR)], ME, frozenset())] == [DANA, OMAR]


def test_one_who_leads_beside_a_recruiter_is_the_manager() -> None:
    title, asks = says(Kind.HAS_ROLE, text="recruiter", who=(DANA,)), says(Kind.ASKS_ME)
    first = mail(1, "2026-03-02 10:00", OMAR, asks)

    assert [c.role for c in contacts([first], ME, frozenset())] == [Role.RECRUITER]
    both = contacts([first, mail(2, "2026-03-03 10:00", DANA, title, asks)], ME, frozenset())
    assert {c.address: c.role for c in both} == {DANA: Role.RECRUITER, OMAR: Role.HIRING_MANAGER}


def test_those_invited_to_hold_the_interview_are_interviewers_who_never_wrote() -> None:
    booked = says(Kind.INTERVIEW, start=moment("2026-03-10 14:00"), who=(DANA, OMAR))
    found = {c.address: c for c in contacts([mail(1, "2026-03-02 10:00", DANA, booked)], ME, frozenset())}

    assert found[OMAR].role is Role.INTERVIEWER
    assert found[OMAR].last_wrote is None


def test_a_role_told_of_somebody_by_name_alone_is_theirs() -> None:
    told = says(Kind.HAS_ROLE, text="hiring_manager", who=(Address("", "Haddad, Omar"),))
    entries = [mail(1, "2026-03-02 10:00", DANA, told, cc=(OMAR,))]
    found = {c.address: c.role for c in contacts(entries, ME, frozenset())}

    assert found[OMAR] is Role.HIRING_MANAGER


def test_one_who_left_cannot_be_reached_and_comes_last() -> None:
    entries = [
        mail(1, "2026-03-02 10:00", DANA),
        mail(2, "2026-03-03 10:00", OMAR, says(Kind.GONE, who=(DANA,))),
    ]
    found = contacts(entries, ME, frozenset())

    assert [(c.address, c.reachable) for c in found] == [(OMAR, True), (DANA, False)]


@pytest.mark.parametrize(
    ("name", "reachable"), [("Ms Ruiz", False), ("Dana Ruiz", False), ("Dana", False), ("Lee", True)]
)
def test_one_who_left_may_be_told_by_name_alone(name: str, reachable: bool) -> None:
    entries = [
        mail(1, "2026-03-02 10:00", DANA),
        mail(2, "2026-03-03 10:00", OMAR, says(Kind.GONE, who=(Address("", name),))),
    ]

    assert {c.address: c.reachable for c in contacts(entries, ME, frozenset())}[DANA] is reachable


def test_an_address_that_relays_is_not_reachable() -> None:
    (found,) = contacts([mail(1, "2026-03-02 10:00", DANA, system="icims")], ME, frozenset())

    assert not found.reachable


def test_a_stranger_who_writes_into_the_thread_gets_no_draft() -> None:
    entries = [
        mail(1, "2026-03-02 10:00", DANA),
        mail(2, "2026-03-03 10:00", MALLORY, says(Kind.HAS_ROLE, text="headhunter", who=(MALLORY,)),
             in_reply_to="<1@test.example>"),
    ]  # fmt: skip
    found = {c.address.email: c for c in contacts(entries, ME, frozenset())}

    assert not found[MALLORY.email].reachable
    assert found[DANA.email].reachable


def test_who_begins_a_thread_of_the_process_and_who_answers_me_are_no_strangers_but_who_takes_a_name_is() -> None:
    wife, boss = Address("fe@home.example", "Fe"), Address("boss@yard.example", "Bo")
    entries = [
        mail(1, "2026-03-02 10:00", DANA),
        mail(2, "2026-03-02 12:00", MINE, in_reply_to="<1@test.example>"),
        mail(3, "2026-03-03 10:00", wife, subject="Saturday"),
        mail(4, "2026-03-03 11:00", boss, in_reply_to="<2@test.example>"),
        mail(5, "2026-03-04 10:00", MALLORY, subject="Your offer"),
    ]
    found = {c.address.email: c for c in contacts(entries, ME, frozenset())}

    assert found[wife.email].reachable
    assert found[boss.email].reachable
    assert not found[MALLORY.email].reachable


def test_a_colleague_one_who_was_copied_and_one_i_wrote_to_are_no_strangers() -> None:
    copied, asked = Address("lee@panel.example", "Lee"), Address("kim@other.example", "Kim")
    entries = [
        mail(1, "2026-03-02 10:00", DANA, cc=(copied,)),
        mail(2, "2026-03-03 10:00", OMAR),
        mail(3, "2026-03-03 11:00", copied),
        mail(4, "2026-03-03 12:00", MINE, to=(asked,)),
        mail(5, "2026-03-03 13:00", asked),
    ]

    assert all(c.reachable for c in contacts(entries, ME, frozenset()))


def test_machines_are_no_contacts() -> None:
    assert contacts([mail(1, "2026-03-02 10:00", DANA, side=Side.MACHINE)], ME, frozenset()) == ()


def test_what_is_unsure_gives_way_to_what_is_sure() -> None:
    statements = [
        says(Kind.HAS_ROLE, text="coordinator", who=(DANA,), confidence=Confidence.UNCLEAR),
        says(Kind.HAS_ROLE, text="hiring_manager", who=(DANA,)),
    ]
    (found,) = contacts([mail(1, "2026-03-02 10:00", DANA, *statements)], ME, frozenset())

    assert found.role is Role.HIRING_MANAGER


def test_a_contact_has_the_most_direct_number_under_their_newest_mail_with_one() -> None:
    own, firm = (DANA,), ()
    found = contacts(
        [
            mail(1, "2026-03-02 10:00", DANA, says(Kind.HAS_PHONE, text="+13125550100", who=own)),
            mail(2, "2026-03-03 10:00", DANA, says(Kind.HAS_PHONE, text="+13125550142", who=own)),
            mail(3, "2026-03-04 10:00", DANA, says(Kind.HAS_PHONE, text="+13125550199", who=firm)),
            mail(4, "2026-03-05 10:00", OMAR),
        ],
        ME,
        frozenset(),
    )
    assert {c.address.email: c.phone for c in found} == {DANA.email: "+13125550142", OMAR.email: ""}


@pytest.mark.parametrize(("role", "hosts"), [("hiring_manager", (OMAR,)), ("recruiter", ()), ("coordinator", ())])
def test_who_arranges_an_interview_of_their_own_holds_it(role: str, hosts: tuple[Address, ...]) -> None:
    first = mail(1, "2026-03-02 10:00", OMAR, says(Kind.HAS_ROLE, text=role, who=(OMAR,)))
    yes = mail(2, "2026-03-03 10:00", MINE, to=(OMAR,))
    entries = [first, yes]
    known = contacts(entries, ME, frozenset())
    start, end = moment("2026-03-10 14:00"), moment("2026-03-10 15:00")

    for booked_by in entries:
        interview = Interview(start, end, Stage.INTERVIEW, booked_by.envelope.message_id)
        assert hosts_of(interview, entries, known) == hosts
    named = Interview(start, end, Stage.INTERVIEW, yes.envelope.message_id, (Address("", "Ruiz"),))
    assert hosts_of(named, entries, known) == (Address("", "Ruiz"),)


def test_an_agency_that_invites_holds_no_interview_of_their_client() -> None:
    agent = Address("ines@harrow-search.example", "Ines Roth")
    first = mail(1, "2026-03-02 10:00", agent, says(Kind.HAS_ROLE, text="headhunter", who=(agent,)))
    boss = mail(2, "2026-03-03 10:00", OMAR, says(Kind.HAS_ROLE, text="hiring_manager", who=(OMAR,)))
    yes = mail(3, "2026-03-04 10:00", MINE, to=(OMAR,))
    start, end = moment("2026-03-10 14:00"), moment("2026-03-10 15:00")
    interview = Interview(start, end, Stage.INTERVIEW, yes.envelope.message_id, (agent,))

    entries = [first, boss, yes]
    assert hosts_of(interview, entries, contacts(entries, ME, frozenset())) == (OMAR,)
