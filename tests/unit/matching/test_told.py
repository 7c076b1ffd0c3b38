"""What a process amounts to, once the user said otherwise."""

import datetime as dt

import pytest

from tests.unit.builders import DANA, ME, MINE, OMAR, decision, mail, moment, says
from watcher.matching import applications
from watcher.model import Application, Confidence, Entry, Kind, Mark, MarkKind, Side, Stage, Status

NOW = moment("2026-03-20 09:00")
HIRING = says(Kind.HIRING)
FIRST = mail(1, "2026-03-02 10:00", DANA, HIRING)
NO = mail(2, "2026-03-04 10:00", DANA, says(Kind.REJECTED), in_reply_to="<1@test.example>")


def folded(entries: list[Entry], *marks: Mark) -> Application:
    (found,) = applications(entries, ME, NOW, {}, marks)
    return found


def told(kind: MarkKind, value: str = "", at: str = "2026-03-10 09:00") -> Mark:
    return Mark(kind, "<1@test.example>", moment(at), value)


def after(number: int, at: str, *statements, sender=DANA) -> Entry:
    return mail(number, at, sender, *statements, in_reply_to="<1@test.example>")


def test_what_i_close_is_closed_also_when_they_write_again():
    found = folded([FIRST, after(2, "2026-03-12 10:00", says(Kind.ASKS_ME))], told(MarkKind.CLOSE))
    assert (found.status, found.outcome, found.decision) == (Status.CLOSED, None, None)


def test_a_no_that_was_none_does_not_count_once_i_reopen_the_process():
    meeting = says(Kind.INTERVIEW, start=moment("2026-03-23 10:00"), end=moment("2026-03-23 11:00"))
    entries = [FIRST, after(2, "2026-03-03 10:00", meeting), after(3, "2026-03-04 10:00", says(Kind.REJECTED))]
    assert folded(entries).status is Status.CLOSED
    assert folded(entries).interviews == ()

    found = folded(entries, told(MarkKind.REOPEN))
    assert (found.status, found.stage) == (Status.SCHEDULED, Stage.INTERVIEW)
    (doubted,) = [s for t in found.threads for e in t.entries for s in e.all(Kind.REJECTED)]
    assert doubted.confidence is Confidence.UNCLEAR


@pytest.mark.parametrize("ended", [Kind.REJECTED, Kind.ON_HOLD])
def test_what_i_reopened_is_in_no_doubt_any_more(ended):
    ending = after(2, "2026-03-04 10:00", says(ended))
    assert folded([FIRST, ending], told(MarkKind.REOPEN)).unread_outcome == ""


def test_a_later_no_closes_what_i_reopened():
    found = folded([FIRST, NO, after(3, "2026-03-12 10:00", says(Kind.FILLED))], told(MarkKind.REOPEN))
    assert (found.status, found.outcome) == (Status.CLOSED, Kind.FILLED)


def test_of_close_and_reopen_the_later_counts():
    close, reopen = told(MarkKind.CLOSE), told(MarkKind.REOPEN, at="2026-03-11 09:00")
    assert folded([FIRST], close, reopen).status is Status.WAITING_ON_THEM
    assert folded([FIRST], reopen, told(MarkKind.CLOSE, at="2026-03-12 09:00")).status is Status.CLOSED


def test_a_hold_is_lifted_too():
    held = [FIRST, after(2, "2026-03-04 10:00", says(Kind.ON_HOLD))]
    assert folded(held).status is Status.ON_HOLD
    assert folded(held, told(MarkKind.REOPEN)).status is Status.WAITING_ON_THEM


def test_the_day_i_name_counts_as_noted_by_me_until_they_name_another():
    set_ = told(MarkKind.DECISION, "2026-03-27")
    found = folded([FIRST], set_)
    assert found.decision is not None
    assert (found.decision.window.latest, found.decision.stated_by) == (dt.date(2026, 3, 27), Side.ME)

    theirs = says(Kind.DECIDES_BY, window=decision("2026-04-03").window)
    found = folded([FIRST, after(2, "2026-03-12 10:00", theirs)], set_)
    assert found.decision is not None
    assert found.decision.window.latest == dt.date(2026, 4, 3)


def test_my_day_takes_the_place_of_the_one_that_was_read_and_none_takes_it_away():
    read = mail(1, "2026-03-02 10:00", DANA, HIRING, says(Kind.DECIDES_BY, window=decision("2026-03-31").window))
    found = folded([read], told(MarkKind.DECISION, "2026-03-27"))
    assert found.decision is not None
    assert found.decision.window.latest == dt.date(2026, 3, 27)
    assert folded([read], told(MarkKind.DECISION)).decision is None


@pytest.mark.parametrize("stage", list(Stage))
def test_a_stage_that_i_set_is_the_stage_whatever_was_read(stage):
    for entries in ([FIRST], [FIRST, NO], [FIRST, after(2, "2026-03-04 10:00", says(Kind.OFFER))]):
        found = folded(entries, told(MarkKind.STAGE, stage))
        assert found.stage is stage
        assert (found.status is Status.CLOSED) == (stage in (Stage.REJECTED, Stage.WITHDRAWN))
        assert (found.outcome is Kind.OFFER) == (stage is Stage.OFFER)


def test_reopening_takes_back_an_end_that_i_had_set():
    reopen = told(MarkKind.REOPEN, at="2026-03-11 09:00")
    assert folded([FIRST], told(MarkKind.STAGE, "rejected"), reopen).status is Status.WAITING_ON_THEM


def test_the_names_that_i_give_stay():
    names = says(Kind.NAMES_COMPANY, text="Acme Robotics"), says(Kind.NAMES_ROLE, text="Backend Engineer")
    entries = [FIRST, after(2, "2026-03-12 10:00", *names)]
    found = folded(entries, told(MarkKind.COMPANY, "Acme"), told(MarkKind.ROLE, "Staff Engineer"))
    assert (found.company, found.role) == ("Acme", "Staff Engineer")


def test_the_contact_that_i_name_comes_first_known_or_not():
    entries = [FIRST, after(2, "2026-03-04 10:00", sender=OMAR)]
    known = folded(entries, told(MarkKind.CONTACT, OMAR.email)).contacts
    assert known[0].address == OMAR
    assert len(known) == 2
    new = folded(entries, told(MarkKind.CONTACT, "Lena Brandt <lena@orchard.example>")).contacts
    assert (new[0].address.email, new[0].address.name, new[0].reachable) == (
        "lena@orchard.example",
        "Lena Brandt",
        True,
    )
    assert len(new) == 3


@pytest.mark.parametrize(("at", "reachable"), [("2026-03-05 10:00", True), ("2026-03-12 10:00", False)])
def test_my_contact_is_reachable_unless_they_left_since(at, reachable):
    gone = after(2, at, says(Kind.GONE, who=(DANA,)), sender=OMAR)
    assert folded([FIRST, gone], told(MarkKind.CONTACT, DANA.email)).contacts[0].reachable is reachable


def test_all_that_i_told_stands_with_the_process_oldest_first():
    later, earlier = told(MarkKind.CLOSE, at="2026-03-11 09:00"), told(MarkKind.NOTE, "choir")
    elsewhere = Mark(MarkKind.CLOSE, "<9@test.example>", NOW)
    assert folded([FIRST, after(2, "2026-03-03 09:00", sender=MINE)], later, earlier, elsewhere).marks == (
        earlier,
        later,
    )
