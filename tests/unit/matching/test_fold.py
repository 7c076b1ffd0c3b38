"""What messages amount to: whose turn it is, which dates hold, what is a nudge."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tests.unit.builders import DANA, ME, MINE, decision, mail, moment, says
from watcher.calendar import calendar_for
from watcher.matching.dates import decision_of
from watcher.matching.fold import Progress, progress, stage_of, status_of
from watcher.model import Automatic, Confidence, Entry, Kind, Side, Stage, Statement, Status

NOW = moment("2026-04-30 09:00")


def folded(*entries: Entry) -> Progress:
    return progress(entries, NOW, ZoneInfo(ME.timezone), calendar_for("US"))


def dated(number: int, at: str, day: str, **values: object) -> Entry:
    return mail(number, at, DANA, says(Kind.DECIDES_BY, window=decision(day).window, **values))


def test_a_question_of_theirs_is_my_turn_until_i_write() -> None:
    asked = mail(1, "2026-03-02 10:00", DANA, says(Kind.ASKS_ME))

    assert folded(asked).my_turn
    assert not folded(asked, mail(2, "2026-03-02 11:00", MINE)).my_turn


def test_where_my_silence_is_a_yes_a_booked_time_asks_nothing() -> None:
    time = says(Kind.INTERVIEW, start=moment("2026-05-11 14:00"))
    asks, silence = says(Kind.ASKS_ME), says(Kind.WAITS, rule="silence_is_a_yes")

    assert folded(mail(1, "2026-04-29 10:00", DANA, time, asks)).my_turn
    assert not folded(mail(1, "2026-04-29 10:00", DANA, time, asks, silence)).my_turn
    assert folded(mail(1, "2026-04-29 10:00", DANA, asks, silence)).my_turn


def test_what_is_unclear_asks_nothing() -> None:
    assert not folded(mail(1, "2026-03-02 10:00", DANA, says(Kind.ASKS_ME, confidence=Confidence.UNCLEAR))).my_turn


def test_a_new_date_replaces_the_old_and_a_withdrawn_one_is_gone() -> None:
    first, second = dated(1, "2026-03-02 10:00", "2026-03-13"), dated(2, "2026-03-04 10:00", "2026-03-20")
    taken_back = mail(3, "2026-03-05 10:00", DANA, says(Kind.NO_DATE))

    state = folded(first, second)
    assert state.dates.decision is not None
    assert str(state.dates.decision.window.latest) == "2026-03-20"
    assert folded(first, second, taken_back).dates.decision is None


def test_a_date_is_spent_once_they_write_after_it_and_not_before() -> None:
    first = dated(1, "2026-03-02 10:00", "2026-03-13")

    assert folded(first, mail(2, "2026-03-13 18:00", DANA)).dates.decision is not None
    assert folded(first, mail(2, "2026-03-14 08:00", DANA)).dates.decision is None


def test_a_date_is_spent_once_an_interview_ended_after_it() -> None:
    booked = says(Kind.INTERVIEW, start=moment("2026-03-16 10:00"), end=moment("2026-03-16 11:00"))
    first = dated(1, "2026-03-02 10:00", "2026-03-13")

    assert folded(first, mail(2, "2026-03-10 10:00", DANA, booked)).dates.decision is None


def test_an_unclear_date_moves_nothing() -> None:
    unclear = dated(1, "2026-03-02 10:00", "2026-03-13", confidence=Confidence.UNCLEAR)

    assert folded(unclear).dates.decision is None
    assert decision_of(unclear) is None


def test_a_date_that_could_not_be_read_is_held_until_another_message_settles_it() -> None:
    unread = mail(1, "2026-03-02 10:00", DANA, says(Kind.UNREAD_DATE, words="when the swallows leave"))
    rejected = says(Kind.REJECTED)

    state = folded(unread, mail(2, "2026-03-02 12:00", MINE))
    assert state.dates.unread == "when the swallows leave"
    assert state.history[-1].effect == "an answer by a day that could not be read"
    assert not folded(unread, mail(2, "2026-03-05 10:00", DANA)).dates.unread
    assert not folded(
        unread, mail(2, "2026-03-05 10:00", MINE, dated(3, "2026-03-05", "2026-03-13").statements[0])
    ).dates.unread
    assert not folded(unread, mail(2, "2026-03-05 10:00", DANA, rejected, automatic=Automatic.NOTICE)).dates.unread


def test_an_outcome_that_they_may_tell_is_held_until_their_next_message() -> None:
    perhaps = mail(
        1, "2026-03-02 10:00", DANA, says(Kind.REJECTED, confidence=Confidence.UNCLEAR, words="a cousin, you see")
    )

    state = folded(perhaps, mail(2, "2026-03-02 12:00", MINE))
    assert state.unread_outcome == "a cousin, you see"
    assert (state.outcome, state.history[-1].effect) == (None, "perhaps rejected")
    assert not folded(perhaps, mail(2, "2026-03-05 10:00", DANA)).unread_outcome


def test_my_own_no_that_is_unclear_is_held_as_well() -> None:
    perhaps = mail(
        2, "2026-03-03 10:00", MINE, says(Kind.WITHDRAWN, confidence=Confidence.UNCLEAR, words="the next guy")
    )

    assert folded(mail(1, "2026-03-02 10:00", DANA), perhaps).unread_outcome == "the next guy"


@pytest.mark.parametrize("said", [says(Kind.DECIDES_BY, window=decision("2026-03-13").window), says(Kind.ON_HOLD)])
def test_who_goes_on_or_tells_an_outcome_for_sure_leaves_none_open(said: Statement) -> None:
    perhaps = says(Kind.REJECTED, confidence=Confidence.UNCLEAR)

    assert not folded(mail(1, "2026-03-02 10:00", DANA, perhaps, said)).unread_outcome


@pytest.mark.parametrize("said", [Kind.CANCELS, Kind.NO_DATE, Kind.WAITS])
def test_what_is_said_of_a_running_process_leaves_no_doubt_of_its_end(said: Kind) -> None:
    perhaps = says(Kind.REJECTED, confidence=Confidence.UNCLEAR)

    assert not folded(mail(1, "2026-03-02 10:00", DANA, perhaps, says(said))).unread_outcome


def test_that_something_moves_leaves_the_doubt() -> None:
    perhaps = says(Kind.REJECTED, confidence=Confidence.UNCLEAR)

    assert folded(mail(1, "2026-03-02 10:00", DANA, perhaps, says(Kind.MOVES))).unread_outcome


@pytest.mark.parametrize("said", [Kind.NO_DATE, Kind.WAITS])
def test_what_only_sounds_like_a_wait_leaves_the_doubt(said: Kind) -> None:
    perhaps = says(Kind.REJECTED, confidence=Confidence.UNCLEAR)
    sounds = says(said, confidence=Confidence.LIKELY)

    assert folded(mail(1, "2026-03-02 10:00", DANA, perhaps, sounds)).unread_outcome


def test_a_day_ahead_in_a_message_of_which_nothing_was_read_may_be_that_of_their_answer() -> None:
    day = says(Kind.NAMES_TIME, day=dt.date(2026, 3, 13), words="the council is on the 13th")

    assert folded(mail(1, "2026-03-02 10:00", DANA, day)).dates.unread == "the council is on the 13th"
    assert not folded(mail(1, "2026-03-02 10:00", DANA, day, says(Kind.ASKS_ME))).dates.unread
    assert not folded(mail(1, "2026-03-16 10:00", DANA, day)).dates.unread
    assert not folded(mail(1, "2026-03-02 10:00", MINE, day)).dates.unread


def test_who_writes_first_has_approached_me_unless_they_speak_of_an_application() -> None:
    of_it = says(Kind.HIRING, text=Stage.APPLIED)

    assert stage_of(folded(mail(1, "2026-03-02 10:00", DANA, says(Kind.HIRING)))) is Stage.CONTACTED
    assert stage_of(folded(mail(1, "2026-03-02 10:00", DANA, of_it))) is Stage.APPLIED
    assert stage_of(folded(mail(1, "2026-03-02 10:00", MINE))) is Stage.APPLIED


def test_what_may_be_a_yes_is_one_to_an_offer_alone() -> None:
    perhaps = says(Kind.ACCEPTED, confidence=Confidence.UNCLEAR)
    first, offer = mail(1, "2026-03-02 10:00", DANA), mail(1, "2026-03-02 10:00", DANA, says(Kind.OFFER))

    assert folded(offer, mail(2, "2026-03-03 10:00", MINE, perhaps)).outcome is Kind.ACCEPTED
    assert folded(first, mail(2, "2026-03-03 10:00", MINE, perhaps)).outcome is None


def test_a_date_that_was_read_stands_in_doubt_beside_one_of_theirs_that_could_not_be() -> None:
    first, unread = dated(1, "2026-03-02 10:00", "2026-03-13"), says(Kind.UNREAD_DATE, words="when the swallows leave")

    state = folded(first, mail(2, "2026-03-03 10:00", DANA, unread))
    assert state.dates.decision is not None
    assert state.dates.unread == "when the swallows leave"
    assert not folded(first, mail(2, "2026-03-03 10:00", MINE, unread)).dates.unread


@pytest.mark.parametrize(
    ("kind", "status", "stage"),
    [
        (Kind.REJECTED, Status.CLOSED, Stage.REJECTED),
        (Kind.FILLED, Status.CLOSED, Stage.REJECTED),
        (Kind.OFFER, Status.WAITING_ON_ME, Stage.OFFER),
        (Kind.ON_HOLD, Status.ON_HOLD, Stage.CONTACTED),
    ],
)
def test_an_outcome_of_theirs(kind: Kind, status: Status, stage: Stage) -> None:
    state = folded(mail(1, "2026-03-02 10:00", DANA, says(kind)))

    assert (status_of(state, NOW), stage_of(state)) == (status, stage)


def test_who_asks_something_has_taken_the_process_up_again() -> None:
    held = mail(1, "2026-03-02 10:00", DANA, says(Kind.ON_HOLD))

    assert folded(held, mail(2, "2026-03-09 10:00", DANA, says(Kind.ASKS_ME))).outcome is None
    still = mail(2, "2026-03-09 10:00", DANA, says(Kind.ASKS_ME), says(Kind.ON_HOLD))
    assert folded(held, still).outcome is Kind.ON_HOLD


def test_i_cannot_reject_myself_nor_they_withdraw_for_me() -> None:
    assert folded(mail(1, "2026-03-02 10:00", MINE, says(Kind.REJECTED))).outcome is None
    assert folded(mail(1, "2026-03-02 10:00", DANA, says(Kind.WITHDRAWN))).outcome is None


def test_a_machine_may_close_a_process_but_is_never_the_last_reply() -> None:
    system = mail(2, "2026-03-03 10:00", DANA, says(Kind.REJECTED), says(Kind.ASKS_ME), side=Side.MACHINE,
                  automatic=Automatic.NOTICE)  # fmt: skip
    state = folded(mail(1, "2026-03-02 10:00", DANA), system)

    assert state.outcome is Kind.REJECTED
    assert state.last_of_theirs is not None
    assert state.last_of_theirs.message_id == "<1@test.example>"
    assert not state.my_turn


def test_an_interview_booked_after_a_no_opens_the_process_again() -> None:
    booked = says(Kind.INTERVIEW, start=moment("2026-05-16 10:00"), end=moment("2026-05-16 11:00"))
    no = mail(1, "2026-03-02 10:00", DANA, says(Kind.REJECTED))

    assert status_of(folded(no, mail(2, "2026-03-10 10:00", DANA, booked)), NOW) is Status.SCHEDULED


def test_words_of_mine_after_days_of_silence_are_a_nudge_however_they_are_put() -> None:
    heard = mail(1, "2026-03-02 10:00", DANA)
    soon, late = mail(2, "2026-03-03 10:00", MINE), mail(2, "2026-03-06 10:00", MINE)

    assert folded(heard, soon).follow_ups == []
    assert [r.message_id for r in folded(heard, late).follow_ups] == ["<2@test.example>"]


def test_a_late_answer_to_a_question_is_no_nudge() -> None:
    asked = mail(1, "2026-03-02 10:00", DANA, says(Kind.ASKS_ME))

    assert folded(asked, mail(2, "2026-03-12 10:00", MINE, says(Kind.NUDGES))).follow_ups == []


def test_a_thank_you_within_days_of_the_interview_is_no_nudge() -> None:
    booked = says(Kind.INTERVIEW, start=moment("2026-03-09 10:00"), end=moment("2026-03-09 11:00"))
    heard = mail(1, "2026-03-02 10:00", DANA, booked)

    assert folded(heard, mail(2, "2026-03-12 10:00", MINE)).follow_ups == []


def test_withdrawing_is_no_nudge() -> None:
    state = folded(mail(1, "2026-03-02 10:00", DANA), mail(2, "2026-03-12 10:00", MINE, says(Kind.WITHDRAWN)))

    assert state.follow_ups == []
    assert status_of(state, NOW) is Status.CLOSED


def test_their_word_ends_the_count_of_nudges() -> None:
    entries = [mail(1, "2026-03-02 10:00", DANA), mail(2, "2026-03-12 10:00", MINE), mail(3, "2026-03-13 10:00", DANA)]

    assert folded(*entries).follow_ups == []


def test_every_change_is_told_with_the_words_it_rests_on() -> None:
    state = folded(mail(1, "2026-03-02 10:00", DANA, says(Kind.ASKS_ME, words="Could you send me times?")))

    assert [(f.effect, f.statement.words) for f in state.history] == [("your turn", "Could you send me times?")]


def test_what_was_written_after_now_is_not_read() -> None:
    assert folded(mail(1, "2026-05-02 10:00", DANA, says(Kind.ASKS_ME))).last_of_theirs is None


def test_what_is_unclear_follows_nothing_up() -> None:
    doubted = mail(2, "2026-03-03 10:00", MINE, says(Kind.NUDGES, confidence=Confidence.UNCLEAR))

    assert folded(mail(1, "2026-03-02 10:00", DANA), doubted).follow_ups == []


def test_an_absence_note_of_theirs_ends_nothing() -> None:
    note = mail(1, "2026-03-02 10:00", DANA, says(Kind.FILLED), automatic=Automatic.AWAY)

    assert folded(note).outcome is None


def test_what_was_not_offered_is_withdrawn_from_rather_than_declined() -> None:
    no = mail(2, "2026-03-03 10:00", MINE, says(Kind.DECLINED, confidence=Confidence.LIKELY))

    assert folded(mail(1, "2026-03-02 10:00", DANA), no).outcome is Kind.WITHDRAWN
    assert folded(mail(1, "2026-03-02 10:00", DANA, says(Kind.OFFER)), no).outcome is Kind.DECLINED


def test_a_likely_offer_is_believed_once_somebody_spoke_of_a_meeting() -> None:
    offer = mail(3, "2026-03-04 10:00", DANA, says(Kind.OFFER, confidence=Confidence.LIKELY))
    thanks = mail(2, "2026-03-03 10:00", MINE, says(Kind.THANKS))
    first = mail(1, "2026-03-02 10:00", DANA)

    assert folded(first, offer).outcome is None
    assert folded(first, thanks, offer).outcome is Kind.OFFER


def test_the_latest_lean_counts_and_leaves_the_rest_as_it_is() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, says(Kind.LEANS_TOWARDS))
    then = mail(2, "2026-03-09 10:00", DANA, says(Kind.LEANS_AWAY))

    assert folded(first).leaning == "towards"
    state = folded(first, then, mail(3, "2026-03-10 10:00", DANA), mail(4, "2026-03-10 11:00", MINE))
    assert (state.leaning, state.outcome, state.dates.decision, state.my_turn) == ("away", None, None, False)
    assert [fact.effect for fact in state.history] == ["they lean towards you", "an offer is unlikely"]


@pytest.mark.parametrize("by", [{}, {"side": Side.MACHINE, "automatic": Automatic.NOTICE}])
@pytest.mark.parametrize("outcome", [Kind.REJECTED, Kind.OFFER])
def test_an_outcome_ends_every_lean_and_a_reopening_brings_none_back(outcome: Kind, by: dict[str, object]) -> None:
    first = mail(1, "2026-03-02 10:00", DANA, says(Kind.LEANS_TOWARDS), says(Kind.HELD))
    closed = mail(2, "2026-03-09 10:00", DANA, says(outcome), **by)

    assert folded(first, closed).leaning == ""
    assert folded(first, closed, mail(3, "2026-03-10 10:00", DANA, says(Kind.REOPENED))).leaning == ""


def test_a_hold_decides_nothing_and_an_unclear_lean_moves_nothing() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, says(Kind.LEANS_TOWARDS))
    held = mail(2, "2026-03-09 10:00", DANA, says(Kind.ON_HOLD), says(Kind.LEANS_AWAY, confidence=Confidence.UNCLEAR))

    assert folded(first, held).leaning == "towards"


def test_an_offer_before_any_talk_is_believed_when_said_twice() -> None:
    offer = says(Kind.OFFER, confidence=Confidence.LIKELY, words="have you as our clerk")
    contract = says(Kind.OFFER, confidence=Confidence.LIKELY, words="the contract is attached")
    first = mail(1, "2026-03-02 10:00", MINE)

    assert folded(first, mail(2, "2026-03-03 10:00", DANA, offer)).outcome is None
    assert folded(first, mail(2, "2026-03-03 10:00", DANA, offer, contract)).outcome is Kind.OFFER


def test_who_asks_something_in_their_first_word_has_not_refused() -> None:
    refused = says(Kind.REJECTED, confidence=Confidence.LIKELY)

    assert folded(mail(1, "2026-03-02 10:00", DANA, refused, says(Kind.ASKS_ME))).outcome is None
    assert folded(mail(1, "2026-03-02 10:00", DANA, refused)).outcome is Kind.REJECTED


def test_a_day_ahead_in_their_words_may_be_that_of_their_answer_and_one_in_my_thanks_is_not() -> None:
    day = says(Kind.NAMES_TIME, day=dt.date(2026, 3, 14), words="the 14th")

    theirs = folded(mail(1, "2026-03-03 10:00", DANA, day)).dates
    assert (theirs.unread, theirs.until) == ("the 14th", dt.date(2026, 3, 14))
    assert not folded(mail(1, "2026-03-03 10:00", MINE, says(Kind.THANKS), day)).dates.unread


def test_whom_a_machine_refused_a_person_may_go_on_with() -> None:
    by_a_machine = mail(1, "2026-03-02 10:00", DANA, says(Kind.FILLED), automatic=Automatic.NOTICE, side=Side.MACHINE)
    by_a_person = mail(1, "2026-03-02 10:00", DANA, says(Kind.FILLED))
    promise = dated(2, "2026-03-03 10:00", "2026-03-13")

    assert folded(by_a_machine, promise).outcome is None
    assert folded(by_a_person, promise).outcome is Kind.FILLED


def test_an_invitation_behind_the_day_of_their_answer_is_the_answer() -> None:
    def booked(day: str) -> Entry:
        start, end = moment(f"{day} 10:00"), moment(f"{day} 11:00")
        return mail(2, "2026-03-10 10:00", DANA, says(Kind.INTERVIEW, start=start, end=end))

    first, soon = dated(1, "2026-03-02 10:00", "2026-03-13"), moment("2026-03-11 09:00")
    behind = progress((first, booked("2026-03-16")), soon, ZoneInfo(ME.timezone), calendar_for("US"))
    before = progress((first, booked("2026-03-12")), soon, ZoneInfo(ME.timezone), calendar_for("US"))

    assert behind.dates.decision is None
    assert before.dates.decision is not None


def test_a_later_day_that_nothing_explains_puts_their_answer_off() -> None:
    first = dated(1, "2026-03-02 10:00", "2026-03-13")
    later = mail(2, "2026-03-12 10:00", DANA, says(Kind.NAMES_TIME, day=dt.date(2026, 3, 17)))
    earlier = mail(2, "2026-03-10 10:00", DANA, says(Kind.NAMES_TIME, day=dt.date(2026, 3, 12)))
    asks = mail(2, "2026-03-12 10:00", DANA, says(Kind.NAMES_TIME, day=dt.date(2026, 3, 17)), says(Kind.ASKS_ME))
    days = [folded(first, each).dates.decision for each in (later, earlier, asks)]

    assert [str(each.window.latest) for each in days if each] == ["2026-03-17", "2026-03-13", "2026-03-13"]


def test_an_agent_who_begins_another_matter_in_a_thread_has_contacted_me() -> None:
    opening = mail(2, "2026-03-12 10:00", DANA, says(Kind.ASKS_ME), in_reply_to="<1@test.example>")
    zone, calendar = ZoneInfo(ME.timezone), calendar_for("US")

    assert progress((opening,), NOW, zone, calendar, apart=True).stage is Stage.CONTACTED
    assert progress((opening,), NOW, zone, calendar).stage is Stage.APPLIED


def test_an_answer_slides_with_what_it_follows() -> None:
    first = dated(1, "2026-03-02 10:00", "2026-03-13")
    a_week = says(Kind.MOVES, text="+10080")
    slides = mail(2, "2026-03-12 10:00", DANA, a_week, says(Kind.UNREAD_DATE))
    meeting = mail(2, "2026-03-12 10:00", DANA, a_week)

    assert str(folded(first, slides).dates.decision.window.latest) == "2026-03-20"  # type: ignore[union-attr]  # it has one
    assert str(folded(first, meeting).dates.decision.window.latest) == "2026-03-13"  # type: ignore[union-attr]  # it has one


def test_a_yes_that_only_reads_like_one_is_none_to_the_job_before_we_met() -> None:
    talk = says(Kind.INTERVIEW, start=moment("2026-03-10 10:00"), end=moment("2026-03-10 11:00"), text="interview")
    booked = mail(1, "2026-03-02 10:00", DANA, talk)
    yes = says(Kind.ACCEPTED, confidence=Confidence.LIKELY)

    assert folded(booked, mail(2, "2026-03-02 11:00", MINE, yes)).outcome is None
    assert folded(booked, mail(2, "2026-03-11 11:00", MINE, yes)).outcome is Kind.ACCEPTED
