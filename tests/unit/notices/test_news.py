"""What is new in what a poll found."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, OMAR, ZONE, contact, decision, interview, mail, moment, reply, says
from tests.unit.notices.scene import NOW, a_draft, news, standing_process
from watcher.model import Automatic, Fact, Kind, Mark, MarkKind, Reply, Side, Status, Step, StepKind
from watcher.notices.kinds import NewsKind
from watcher.notices.news import fresh, last_word, news_of, parked
from watcher.store import Life, Standing, Told

WEEK = dt.timedelta(days=7)


def kinds(found, drafts=(), now=NOW):
    return [one.kind for one in news_of(found, drafts, now, ZONE)]


def a_reply(at: str = "2026-03-16 09:00", number: int = 5):
    return reply(Side.THEM, at, number)


def test_a_reply_is_told_with_who_wrote_and_what_is_next():
    (one,) = news_of([standing_process(last_of_theirs=a_reply())], (), NOW, ZONE)
    assert (one.kind, one.keys) == (NewsKind.REPLIED, ("replied <5@test.example>",))
    assert (one.company, one.who, one.step, one.due) == (
        "Acme Robotics",
        "Dana Ruiz",
        StepKind.CHECK_IN,
        dt.date(2026, 3, 20),
    )


def test_a_reply_that_i_answered_already_is_no_news():
    assert kinds([standing_process(last_of_theirs=a_reply(), last_of_mine=reply(Side.ME, "2026-03-16 09:30"))]) == []


def test_a_system_that_tells_the_outcome_is_a_reply_of_theirs():
    said = Fact(moment("2026-03-16 08:00"), Side.MACHINE, "ats@x", "<9@ats.example>", says(Kind.REJECTED), "rejected")
    found = standing_process(
        Step(StepKind.NONE, None, (), "closed"), history=(said,), outcome=Kind.REJECTED, status=Status.CLOSED
    )
    (one,) = news_of([found], (), NOW, ZONE)
    assert (one.kind, one.keys, one.who, one.outcome) == (
        NewsKind.REPLIED,
        ("replied <9@ats.example>",),
        "",
        Kind.REJECTED,
    )


def test_an_outcome_that_i_told_of_is_none():
    said = Fact(NOW, Side.ME, "", "<9@x>", says(Kind.WITHDRAWN), "withdrawn")
    found = standing_process(history=(said,), outcome=Kind.WITHDRAWN)
    assert last_word(found.application) == found.application.last_of_theirs


def test_of_an_interview_ahead_the_day_is_told():
    ahead = interview("2026-03-18 14:00")
    (one,) = news_of([standing_process(last_of_theirs=a_reply(), interviews=(ahead,))], (), NOW, ZONE)
    assert one.day == dt.date(2026, 3, 18)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-03-17", []), ("2026-03-16", []), ("2026-03-15", [NewsKind.DATE_PASSED])],
)
def test_a_date_passes_with_the_end_of_its_day(day, told):
    assert kinds([standing_process(decision=decision(day))]) == told


def test_whose_day_it_is_the_zone_decides():
    found = [standing_process(decision=decision("2026-03-15"))]
    late = dt.datetime(2026, 3, 16, 4, 59, tzinfo=dt.UTC)  # 23:59 on the 15th in Chicago
    assert kinds(found, now=late) == []
    assert kinds(found, now=late + dt.timedelta(minutes=1)) == [NewsKind.DATE_PASSED]


def test_a_date_is_told_of_no_process_that_is_closed_muted_or_snoozed():
    passed = {"decision": decision("2026-03-12"), "last_of_theirs": None}
    snooze = Mark(MarkKind.SNOOZE, "", moment("2026-03-14 10:00"), "2026-03-20")
    over = Mark(MarkKind.SNOOZE, "", moment("2026-03-14 10:00"), "2026-03-16")
    assert kinds([standing_process(**passed, status=Status.CLOSED)]) == []
    assert kinds([standing_process(**passed, marks=(Mark(MarkKind.MUTE, "", NOW),))]) == []
    assert kinds([standing_process(**passed, marks=(snooze,))]) == []
    assert kinds([standing_process(**passed, marks=(over,))]) == [NewsKind.DATE_PASSED]


def test_nothing_is_told_of_a_process_that_is_muted():
    found = standing_process(last_of_theirs=a_reply(), marks=(Mark(MarkKind.MUTE, "", NOW),))
    assert kinds([found], [a_draft()]) == []


def test_the_drafts_of_one_step_are_one_piece_of_news():
    both = [a_draft(1), a_draft(2, to=(OMAR.email,))]
    (one,) = news_of([standing_process(last_of_theirs=None)], both, NOW, ZONE)
    assert one.keys == ("draft_saved <draft-1@mail.example>", "draft_saved <draft-2@mail.example>")
    assert (one.who, one.step) == ("", StepKind.CHECK_IN)


def test_a_draft_names_whom_it_is_to_where_the_process_knows_a_name():
    found = standing_process(last_of_theirs=None, contacts=(contact(), contact(OMAR)))
    (one,) = news_of([found], [a_draft(to=(OMAR.email,))], NOW, ZONE)
    assert one.who == "Omar Haddad"


@pytest.mark.parametrize("life", sorted(set(Life) - {Life.SAVED}))
def test_a_draft_that_is_not_in_drafts_as_we_wrote_it_is_no_news(life):
    assert kinds([standing_process(last_of_theirs=None)], [a_draft(life=life)]) == []


def test_an_account_is_parked_once_for_each_time():
    assert parked(Standing("home")) == ()
    first, second = (parked(Standing("home", parked=NOW + n * WEEK)) for n in (0, 1))
    assert first[0].keys != second[0].keys


def test_the_first_look_tells_nothing_of_the_past():
    old, begun = news(at=NOW - WEEK), news(number=2, at=NOW)
    assert fresh([old, begun], Told(), NOW + dt.timedelta(microseconds=5)) == (begun,)


def test_what_was_told_is_not_new():
    told = Told(frozenset({"replied 1"}), NOW)
    assert fresh([news(), news(number=2)], told, NOW) == (news(number=2),)


def test_one_more_draft_of_a_step_is_new():
    told = Told(frozenset({"a"}), NOW)
    assert fresh([news(keys=("a", "b"))], told, NOW)


def test_what_another_reading_finds_in_old_mail_is_not_new():
    old, late = news(at=NOW - WEEK - dt.timedelta(minutes=1)), news(number=2, at=NOW - WEEK)
    assert fresh([old, late], Told(frozenset(), NOW), NOW + WEEK) == (late,)


def test_a_clock_that_was_ahead_for_a_while_keeps_nothing_back():
    assert fresh([news(at=NOW)], Told(frozenset(), NOW + 500 * WEEK), NOW)


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=30))
def test_over_any_course_of_looks_each_thing_is_told_once_at_most(course):
    """Things happen, some with a restart amid; what is told is marked, and nothing comes twice."""
    told, there, heard = Told(), [], []
    for step, (number, lost) in enumerate(course):
        now = NOW + dt.timedelta(hours=step)
        there.append(news(number=number, at=now))
        new = fresh(there, told, now)
        if lost:  # a crash before it was marked: nobody heard it
            continue
        heard += [key for one in {one.keys: one for one in new}.values() for key in one.keys]
        keys = {key for one in there for key in one.keys} if told.until is None else {k for o in new for k in o.keys}
        told = Told(told.keys | keys, now)
    assert len(heard) == len(set(heard))


def test_a_machines_mail_of_no_consequence_is_no_word_of_theirs():
    said = mail(7, "2026-03-16 09:00", DANA, automatic=Automatic.NOTICE, side=Side.MACHINE)
    fact = Fact(said.envelope.sent, Side.MACHINE, "", said.envelope.message_id, says(Kind.APPLIES), "applied")
    assert last_word(standing_process(history=(fact,), last_of_theirs=None).application) is None
    assert last_word(standing_process(history=(fact,)).application) == Reply(
        Side.THEM, DANA.email, moment("2026-03-02 10:00"), "<1@test.example>"
    )
