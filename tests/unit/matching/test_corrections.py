"""Which mail belongs to which process, once the user said otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, ME, MINE, OMAR, mail, moment, says
from watcher.matching import applications, left_out
from watcher.model import Address, Automatic, Entry, Kind, Mark, MarkKind, Side, Stage

NOW = moment("2026-03-20 09:00")
TOLD = moment("2026-03-10 09:00")
HIRING = says(Kind.HIRING)
LENA = Address("lena@orchardhealth.example", "Lena Brandt")
FRIEND = Address("kit@friends.example", "Kit")


def told(kind: MarkKind, number: int | None, value: str = "", at: str = "2026-03-10 09:00") -> Mark:
    return Mark(kind, f"<{number}@test.example>" if number else "", moment(at), value)


def id_of(number: int) -> str:
    return f"<{number}@test.example>"


def processes(entries: list[Entry], *marks: Mark) -> list[list[int]]:
    """The processes as sorted numbers of their messages."""
    found = applications(entries, ME, NOW, {}, marks)
    return sorted(sorted(int(e.envelope.ref) for t in one.threads for e in t.entries) for one in found)


def company(name: str):
    return says(Kind.NAMES_COMPANY, text=name)


ACME = mail(1, "2026-03-02 10:00", DANA, HIRING, company("Acme Robotics"))
ACME_TOO = mail(2, "2026-03-03 10:00", OMAR, HIRING, company("Acme Robotics"), subject="The team")
ORCHARD = mail(3, "2026-03-04 10:00", LENA, HIRING, company("Orchard Health"), subject="Nurse")
SMALL_TALK = mail(4, "2026-03-05 10:00", FRIEND, subject="Coffee")
ALL = [ACME, ACME_TOO, ORCHARD, SMALL_TALK]


def test_without_a_word_of_mine_matching_stands():
    assert processes(ALL) == [[1, 2], [3]]


@pytest.mark.parametrize(
    "value", ["dana.ruiz@acmerobotics.example", "acmerobotics.example"], ids=["an address", "a domain"]
)
def test_ignored_mail_belongs_to_nothing(value):
    left = [[2], [3]] if "@" in value else [[3]]
    assert processes(ALL, told(MarkKind.IGNORE, None, value)) == left


def test_a_domain_stands_for_those_below_it_and_no_other():
    below = mail(5, "2026-03-05 10:00", Address("jo@eu.spam.example", "Jo Ash"), HIRING, subject="a")
    beside = mail(6, "2026-03-06 10:00", Address("jo@notspam.example", "Jo Elm"), HIRING, subject="b")

    assert processes([below, beside], told(MarkKind.IGNORE, None, "spam.example")) == [[6]]


def test_what_i_wrote_to_none_but_the_ignored_goes_too():
    to_her = mail(5, "2026-03-06 10:00", MINE, HIRING, to=(LENA,), subject="Nurse", in_reply_to=id_of(3))
    to_both = mail(6, "2026-03-06 11:00", MINE, HIRING, to=(LENA, DANA), subject="Nurse", in_reply_to=id_of(3))

    found = processes([ACME, to_her, to_both], told(MarkKind.IGNORE, None, LENA.email))
    assert not any(5 in numbers for numbers in found)
    assert any(6 in numbers for numbers in found)


def test_a_thread_that_was_left_out_is_a_process_once_i_track_it():
    assert processes(ALL, told(MarkKind.TRACK, 4)) == [[1, 2], [3], [4]]


def test_a_tracked_thread_joins_the_process_it_is_linked_to():
    bare = mail(5, "2026-03-06 10:00", OMAR, subject="Lunch")
    assert processes([*ALL, bare], told(MarkKind.TRACK, 5)) == processes([*ALL, bare])


def test_a_recruiters_mail_that_came_as_a_list_counts_as_hers_once_i_track_it():
    bulk = mail(5, "2026-03-06 10:00", LENA, says(Kind.ASKS_ME), subject="Ward lead", side=Side.MACHINE,
                automatic=Automatic.BULK)  # fmt: skip
    assert processes([bulk]) == []
    (found,) = applications([bulk], ME, NOW, {}, [told(MarkKind.TRACK, 5)])
    assert found.my_turn
    assert [contact.address for contact in found.contacts] == [LENA]


def test_two_processes_are_one_once_i_merge_them_also_with_what_comes_later():
    merge = told(MarkKind.MERGE, 1, id_of(3))
    later = mail(5, "2026-03-12 10:00", LENA, HIRING, company("Orchard Health"), subject="Next week")

    assert processes(ALL, merge) == [[1, 2, 3]]
    assert processes([*ALL, later], merge) == [[1, 2, 3, 5]]


def test_a_thread_is_a_process_of_its_own_once_i_split_it_off():
    assert processes(ALL, told(MarkKind.SPLIT, 1, id_of(2))) == [[1], [2], [3]]


def test_after_a_split_new_mail_goes_where_it_is_closer():
    split = told(MarkKind.SPLIT, 1, id_of(2))
    of_omar = mail(5, "2026-03-12 10:00", OMAR, HIRING, subject="Thursday")
    of_dana = mail(6, "2026-03-13 10:00", DANA, HIRING, subject="Friday")

    assert processes([*ALL, of_omar, of_dana], split) == [[1, 6], [2, 5], [3]]


def test_of_two_corrections_that_disagree_the_later_counts():
    merge = told(MarkKind.MERGE, 1, id_of(3))
    split = told(MarkKind.SPLIT, 1, id_of(3), "2026-03-11 09:00")
    again = told(MarkKind.MERGE, 1, id_of(3), "2026-03-12 09:00")

    assert processes(ALL, merge, split) == [[1, 2], [3]]
    assert processes(ALL, split, merge) == [[1, 2], [3]]  # whatever the order they are handed in
    assert processes(ALL, merge, split, again) == [[1, 2, 3]]


def test_a_process_of_one_thread_cannot_be_split():
    assert processes(ALL, told(MarkKind.SPLIT, 3, id_of(3))) == [[1, 2], [3]]


def test_a_forgotten_process_takes_its_later_mail_with_it():
    later = mail(5, "2026-03-12 10:00", DANA, HIRING, subject="Friday")
    forget = told(MarkKind.FORGET, 1)

    assert processes([*ALL, later], forget) == [[3]]
    assert processes(ALL, forget, told(MarkKind.TRACK, 2, at="2026-03-11 09:00")) == [[1, 2], [3]]


def test_what_is_told_later_than_the_moment_asked_for_is_not_known_yet():
    assert processes(ALL, told(MarkKind.FORGET, 1, at="2026-03-21 09:00")) == [[1, 2], [3]]


def test_the_larger_part_keeps_its_id_and_the_other_gets_one_of_its_own():
    third = mail(5, "2026-03-06 10:00", DANA, HIRING, subject="Friday")
    (whole,) = applications([ACME, ACME_TOO, third], ME, NOW, {})
    known = {e.envelope.message_id: whole.id for t in whole.threads for e in t.entries}

    split = applications([ACME, ACME_TOO, third], ME, NOW, known, [told(MarkKind.SPLIT, 5, id_of(1))])
    ids = {one.id: len(one.threads) for one in split}
    assert ids[whole.id] == 2
    assert len(ids) == 2


KINDS = [MarkKind.MERGE, MarkKind.SPLIT, MarkKind.FORGET, MarkKind.TRACK, MarkKind.IGNORE, MarkKind.CLOSE,
         MarkKind.REOPEN, MarkKind.COMPANY, MarkKind.CONTACT, MarkKind.STAGE, MarkKind.DECISION]  # fmt: skip
NUMBERS = st.integers(1, 5)  # 5 is no message: a mark may outlive what it spoke of


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    kind = draw(st.sampled_from(KINDS))
    values = {
        MarkKind.MERGE: NUMBERS.map(id_of),
        MarkKind.SPLIT: NUMBERS.map(id_of),
        MarkKind.IGNORE: st.sampled_from([DANA.email, "acmerobotics.example", "friends.example", "spam.example"]),
        MarkKind.COMPANY: st.just("Acme"),
        MarkKind.CONTACT: st.sampled_from([OMAR.email, "Jo Ash <jo@acme.example>"]),
        MarkKind.STAGE: st.sampled_from(list(Stage)),
        MarkKind.DECISION: st.sampled_from(["", "2026-03-27"]),
    }
    number = None if kind is MarkKind.IGNORE else draw(NUMBERS)
    day, hour = draw(st.integers(1, 19)), draw(st.integers(0, 23))
    return told(kind, number, draw(values.get(kind, st.just(""))), f"2026-03-{day:02} {hour:02}:30")


@given(st.lists(marks(), max_size=8))
def test_whatever_is_told_no_message_is_in_two_processes_and_none_is_made_up(said):
    found = applications(ALL, ME, NOW, {}, said)
    counted = [e.envelope.ref for one in found for t in one.threads for e in t.entries]
    assert len(counted) == len(set(counted))
    assert set(counted) <= {"1", "2", "3", "4"}
    assert len({one.id for one in found}) == len(found)


@given(st.lists(marks(), max_size=8))
def test_a_thread_is_in_a_process_or_left_out_and_nothing_of_whom_i_ignore_is_either(said):
    found = applications(ALL, ME, NOW, {}, said)
    counted = {e.envelope.ref for one in found for t in one.threads for e in t.entries}
    out = {e.envelope.ref for t in left_out(ALL, ME, NOW, said, found) for e in t.entries}
    assert not counted & out
    if not any(mark.kind is MarkKind.IGNORE for mark in said):
        assert counted | out == {"1", "2", "3", "4"}


@given(st.lists(marks(), max_size=6), st.randoms())
def test_it_matters_when_a_thing_was_told_and_not_in_which_order_it_is_kept(said, random):
    said = list({mark.at: mark for mark in said}.values())
    shuffled = random.sample(said, len(said))
    assert applications(ALL, ME, NOW, {}, said) == applications(ALL, ME, NOW, {}, shuffled)
