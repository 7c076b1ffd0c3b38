"""What answers what."""

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, MINE, OMAR, mail, says
from watcher.matching.threads import base_subject, threads
from watcher.model import Entry, Kind


def ids(entries: list[Entry]) -> list[list[str]]:
    return [[e.envelope.message_id for e in t.entries] for t in threads(entries)]


def test_references_and_in_reply_to_join() -> None:
    entries = [
        mail(1, "2026-03-02 10:00"),
        mail(2, "2026-03-02 11:00", MINE, in_reply_to="<1@test.example>"),
        mail(3, "2026-03-02 12:00", references=("<1@test.example>", "<2@test.example>")),
        mail(4, "2026-03-02 13:00", subject="Another thing"),
    ]

    assert ids(entries) == [["<1@test.example>", "<2@test.example>", "<3@test.example>"], ["<4@test.example>"]]


def test_a_common_ancestor_that_was_never_seen_joins() -> None:
    entries = [
        mail(1, "2026-03-02 10:00", references=("<0@test.example>",)),
        mail(2, "2026-03-02 11:00", MINE, references=("<0@test.example>",)),
    ]

    assert len(ids(entries)) == 1


def test_the_providers_own_thread_joins() -> None:
    entries = [mail(1, "2026-03-02 10:00", thread_hint="7"), mail(2, "2026-03-02 11:00", MINE, thread_hint="7")]

    assert len(ids(entries)) == 1


def test_a_reply_that_lost_its_references_is_found_by_subject_and_people() -> None:
    first = mail(1, "2026-03-02 10:00", subject="Backend Engineer")
    answer = mail(2, "2026-03-03 10:00", MINE, subject="Re: Backend Engineer")
    stranger = mail(3, "2026-03-03 10:00", OMAR, subject="Re: Backend Engineer")
    late = mail(4, "2026-05-03 10:00", MINE, subject="Re: Backend Engineer", to=(OMAR,))

    assert ids([first, answer, stranger, late]) == [
        ["<1@test.example>", "<2@test.example>"],
        ["<3@test.example>"],
        ["<4@test.example>"],
    ]


def test_a_new_mail_with_an_old_subject_is_a_thread_of_its_own() -> None:
    assert len(ids([mail(1, "2026-03-02 10:00"), mail(2, "2026-03-03 10:00", DANA)])) == 2


def test_the_subject_is_shown_without_reply_marks() -> None:
    assert base_subject("RE: Fwd: AW: [EXT] Your interview") == "Your interview"
    assert base_subject("Re:") == "Re:"


@given(st.permutations(range(8)), st.lists(st.integers(0, 7), min_size=8, max_size=8))
def test_the_order_of_arrival_does_not_matter(order: list[int], parents: list[int]) -> None:
    made = [
        mail(n, f"2026-03-02 10:{n:02}", subject=f"s{n}", references=(f"<{parents[n]}@test.example>",))
        for n in range(8)
    ]

    assert ids([made[n] for n in order]) == ids(made)


def test_my_forward_to_a_friend_goes_to_nobody_of_my_last_mail() -> None:
    mine = mail(1, "2026-03-02 10:00", MINE, subject="Re: Friday")
    to_a_friend = mail(2, "2026-03-03 10:00", MINE, subject="Fwd: Re: Friday", to=(OMAR,))
    again = mail(3, "2026-03-03 10:00", MINE, subject="Re: Friday")

    assert len(ids([mine, to_a_friend])) == 2
    assert len(ids([mine, again])) == 1


def test_who_names_another_client_in_an_old_thread_begins_one() -> None:
    inns, fundy = (
        says(Kind.NAMES_COMPANY, text=name, rule="company.client_is") for name in ("Harbour Inns", "Fundy & Main")
    )
    one = mail(1, "2026-03-01 10:00", DANA, inns)
    answer = mail(2, "2026-03-01 11:00", MINE, in_reply_to="<1@test.example>")
    again = mail(3, "2026-03-02 10:00", DANA, inns, in_reply_to="<2@test.example>")
    other = mail(4, "2026-03-09 10:00", DANA, fundy, in_reply_to="<2@test.example>")

    assert [len(thread) for thread in ids([one, answer, again])] == [3]
    assert [len(thread) for thread in ids([one, answer, again, other])] == [3, 1]
