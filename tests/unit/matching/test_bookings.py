"""Interviews booked, moved, cancelled and agreed to."""

import datetime as dt
from dataclasses import replace

from tests.unit.builders import DANA, MINE, OMAR, mail, moment, says
from watcher.matching.bookings import Bookings
from watcher.model import Automatic, Confidence, Entry, Kind, Role, Side, Stage, Statement, Window


def booked(*entries: Entry) -> list[tuple[str, int]]:
    """Start and length in minutes of what is booked after these messages."""
    bookings = Bookings()
    for entry in entries:
        bookings.read(entry, lambda _statement, _effect: None)
    minutes = dt.timedelta(minutes=1)
    return [(f"{i.start:%m-%d %H:%M}", (i.end - i.start) // minutes) for i in bookings.interviews()]


def at(start: str, minutes: int = 60, kind: Kind = Kind.INTERVIEW, **values: object) -> Statement:
    begins = moment(start)
    return says(kind, start=begins, end=begins + dt.timedelta(minutes=minutes), **values)


def test_plain_words_book() -> None:
    assert booked(mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))) == [("03-10 14:00", 45)]


def test_what_is_unclear_books_nothing() -> None:
    unclear = at("2026-03-10 14:00", confidence=Confidence.UNCLEAR)

    assert booked(mail(1, "2026-03-02 10:00", DANA, unclear)) == []


def test_an_update_of_the_same_event_moves_it() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", uid="a"))
    second = mail(2, "2026-03-03 10:00", DANA, at("2026-03-12 11:00", uid="a"))

    assert booked(first, second) == [("03-12 11:00", 60)]


def test_an_invitation_to_what_was_said_in_words_is_the_same_interview() -> None:
    words = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00"))
    invite = mail(2, "2026-03-02 11:00", DANA, at("2026-03-10 14:00", 45, uid="a", who=(OMAR,)))

    assert booked(words, invite) == [("03-10 14:00", 45)]


def test_two_rounds_with_events_of_their_own_stand_side_by_side() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", uid="a"))
    second = mail(2, "2026-03-03 10:00", DANA, at("2026-03-12 11:00", uid="b"))

    assert booked(first, second) == [("03-10 14:00", 60), ("03-12 11:00", 60)]


def test_another_day_told_for_the_one_ahead_replaces_it() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00"))
    other_day = mail(2, "2026-03-03 10:00", DANA, at("2026-03-12 11:00"))

    assert booked(first, other_day) == [("03-12 11:00", 60)]


def test_a_meeting_of_another_stage_stands_beside_the_one_ahead() -> None:
    call = mail(1, "2026-03-02 10:00", DANA, at("2026-03-04 14:00", 30, text=Stage.SCREEN))
    visit = mail(2, "2026-03-03 10:00", DANA, at("2026-03-12 11:00", 180, text=Stage.ONSITE))

    assert booked(call, visit) == [("03-04 14:00", 30), ("03-12 11:00", 180)]


def test_an_hour_alone_is_on_the_day_that_is_spoken_of() -> None:
    mine = mail(1, "2026-03-02 10:00", MINE, says(Kind.NAMES_TIME, day=dt.date(2026, 3, 4)))
    theirs = mail(2, "2026-03-02 12:00", DANA, says(Kind.NAMES_TIME, text="14:00 screen"))

    assert booked(mine, theirs) == [("03-04 14:00", 60)]
    assert booked(theirs) == []


def test_their_plain_yes_books_the_one_time_that_i_offered() -> None:
    one = says(Kind.NAMES_TIME, start=moment("2026-03-04 14:00"))
    other = says(Kind.NAMES_TIME, start=moment("2026-03-05 14:00"))
    yes = mail(2, "2026-03-02 12:00", DANA, says(Kind.AGREES, confidence=Confidence.UNCLEAR))

    assert booked(mail(1, "2026-03-02 10:00", MINE, one), yes) == [("03-04 14:00", 60)]
    assert booked(mail(1, "2026-03-02 10:00", MINE, one, other), yes) == []


def test_a_place_in_their_list_is_chosen_by_its_number() -> None:
    times = [at(f"2026-03-{day} 14:00", kind=Kind.PROPOSES) for day in (10, 11, 12)]
    asked = mail(1, "2026-03-02 10:00", DANA, *times)

    assert booked(asked, mail(2, "2026-03-02 11:00", MINE, says(Kind.NAMES_TIME, text="#3"))) == [("03-12 14:00", 60)]
    assert booked(asked, mail(2, "2026-03-02 11:00", MINE, says(Kind.NAMES_TIME, text="#4"))) == []


def test_a_new_day_keeps_the_half_of_the_day() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 06:00"))
    moved = mail(2, "2026-03-03 10:00", DANA, at("2026-03-11 18:00"))

    assert booked(first, moved) == [("03-11 06:00", 60)]


def test_what_they_move_to_another_day_keeps_its_hour() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))
    moved = mail(2, "2026-03-03 10:00", DANA, says(Kind.MOVES), says(Kind.NAMES_TIME, day=dt.date(2026, 3, 11)))

    assert booked(first, moved) == [("03-11 14:00", 45)]


def test_they_choose_among_their_own_times_once_either_suits_me() -> None:
    times = [at(f"2026-03-{day} 14:00", kind=Kind.PROPOSES) for day in (10, 11)]
    asked = mail(1, "2026-03-02 10:00", DANA, *times)
    either = mail(2, "2026-03-02 11:00", MINE, says(Kind.AGREES))
    choice = mail(3, "2026-03-02 12:00", DANA, says(Kind.NAMES_TIME, day=dt.date(2026, 3, 10)))

    assert booked(asked, either, choice) == [("03-10 14:00", 60)]


def test_what_follows_on_one_day_is_its_programme() -> None:
    day = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 09:00"), at("2026-03-10 11:00"))

    assert booked(day) == [("03-10 09:00", 60)]


def test_a_cancelled_one_is_gone_and_a_held_one_stays() -> None:
    held = mail(1, "2026-03-02 10:00", DANA, at("2026-03-03 14:00", uid="a"))
    ahead = mail(2, "2026-03-04 10:00", DANA, at("2026-03-12 11:00", uid="b"))
    cancel = mail(3, "2026-03-05 10:00", DANA, says(Kind.CANCELS))

    assert booked(held, ahead, cancel) == [("03-03 14:00", 60)]


def test_a_cancellation_of_another_event_cancels_nothing() -> None:
    ahead = mail(1, "2026-03-04 10:00", DANA, at("2026-03-12 11:00", uid="b"))
    cancel = mail(2, "2026-03-05 10:00", DANA, says(Kind.CANCELS, uid="z"))

    assert booked(ahead, cancel) == [("03-12 11:00", 60)]


def test_i_ask_to_move_and_their_new_time_replaces_the_old() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00"))
    ask = mail(2, "2026-03-03 10:00", MINE, says(Kind.MOVES))
    answer = mail(3, "2026-03-03 12:00", DANA, at("2026-03-12 14:00"))

    assert booked(first, ask) == [("03-10 14:00", 60)]
    assert booked(first, ask, answer) == [("03-12 14:00", 60)]


def test_my_yes_books_the_only_time_they_proposed() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 20, Kind.PROPOSES, text=Stage.SCREEN))
    yes = mail(2, "2026-03-02 11:00", MINE, says(Kind.AGREES))

    assert booked(offer) == []
    assert booked(offer, yes) == [("03-10 14:00", 20)]


def test_my_yes_to_one_of_several_needs_the_time() -> None:
    offers = [at(f"2026-03-{day} 14:00", 30, Kind.PROPOSES) for day in (10, 11)]
    offer = mail(1, "2026-03-02 10:00", DANA, *offers)

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, says(Kind.AGREES))) == []
    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, at("2026-03-11 14:00", 60, Kind.AGREES))) == [
        ("03-11 14:00", 30)
    ]


def named(start: str, minutes: int = 0) -> Statement:
    begins = moment(start)
    end = begins + dt.timedelta(minutes=minutes) if minutes else None
    return says(Kind.NAMES_TIME, start=begins, end=end, day=begins.date())


def test_a_time_of_theirs_that_nothing_else_is_said_of_is_an_appointment() -> None:
    unclear = replace(named("2026-03-10 14:00"), confidence=Confidence.UNCLEAR)

    assert booked(mail(1, "2026-03-02 10:00", DANA, named("2026-03-10 14:00"))) == [("03-10 14:00", 60)]
    assert booked(mail(1, "2026-03-02 10:00", DANA, unclear)) == []


def test_what_follows_on_the_same_day_is_its_programme() -> None:
    agenda = mail(1, "2026-03-02 10:00", DANA, named("2026-03-10 09:00"), named("2026-03-10 10:00"))

    assert booked(agenda) == [("03-10 09:00", 60)]


def test_my_naming_their_time_agrees_to_it() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 20, Kind.PROPOSES))

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, named("2026-03-10 14:00"))) == [("03-10 14:00", 20)]
    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, named("2026-03-11 14:00"))) == []


def test_my_naming_the_day_of_their_only_time_on_it_agrees() -> None:
    offers = [at("2026-03-10 14:00", 30, Kind.PROPOSES), at("2026-03-11 09:00", 30, Kind.PROPOSES)]
    offer = mail(1, "2026-03-02 10:00", DANA, *offers)
    day = says(Kind.NAMES_TIME, day=dt.date(2026, 3, 11))

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, day)) == [("03-11 09:00", 30)]


def test_their_naming_a_time_i_offered_books_it() -> None:
    asked = mail(1, "2026-03-02 10:00", DANA, says(Kind.ASKS_ME))
    offers = mail(2, "2026-03-02 11:00", MINE, named("2026-03-10 14:00"), named("2026-03-11 09:00"))
    taken = mail(3, "2026-03-02 12:00", DANA, named("2026-03-11 09:00"))

    assert booked(asked, offers, taken) == [("03-11 09:00", 60)]


def test_an_hour_alone_is_that_of_their_offer() -> None:
    offers = [at(f"2026-03-10 {hour}:00", 30, Kind.PROPOSES) for hour in (10, 15)]
    offer = mail(1, "2026-03-02 10:00", DANA, *offers)
    three, last = says(Kind.NAMES_TIME, text="15:00"), says(Kind.NAMES_TIME, text="#-1")

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, three)) == [("03-10 15:00", 30)]
    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, last)) == [("03-10 15:00", 30)]


def test_another_hour_moves_what_is_booked_where_something_changed() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))
    hour = says(Kind.NAMES_TIME, text="16:00")

    assert booked(first, mail(2, "2026-03-03 10:00", DANA, hour)) == [("03-10 14:00", 45)]
    assert booked(first, mail(2, "2026-03-03 10:00", DANA, says(Kind.MOVES), hour)) == [("03-10 16:00", 45)]


def test_a_new_time_moves_what_is_booked_where_something_changed() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))
    new = mail(2, "2026-03-03 10:00", DANA, says(Kind.MOVES), named("2026-03-12 09:00"))

    assert booked(first, new) == [("03-12 09:00", 60)]


def test_a_time_is_no_appointment_where_it_is_that_of_their_answer_or_of_what_is_called_off() -> None:
    day = dt.date(2026, 3, 10)
    answer = says(Kind.DECIDES_BY, window=Window(None, day))

    assert booked(mail(1, "2026-03-02 10:00", DANA, named("2026-03-10 14:00"), answer)) == []
    assert booked(mail(1, "2026-03-02 10:00", DANA, named("2026-03-10 14:00"), says(Kind.CANCELS))) == []


def test_i_cannot_move_what_is_not_booked() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 20, Kind.PROPOSES))
    yes = mail(2, "2026-03-02 11:00", MINE, at("2026-03-10 14:00", 20, Kind.AGREES), says(Kind.MOVES))

    assert booked(offer, yes) == [("03-10 14:00", 20)]


def test_i_can_call_it_off_and_asking_to_move_leaves_it() -> None:
    ahead = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00"))

    assert booked(ahead, mail(2, "2026-03-03 10:00", MINE, says(Kind.CANCELS))) == []
    assert booked(ahead, mail(2, "2026-03-03 10:00", MINE, says(Kind.MOVES))) == [("03-10 14:00", 60)]


def test_a_system_books_where_it_speaks_of_a_meeting() -> None:
    notice = {"side": Side.MACHINE, "automatic": Automatic.NOTICE}
    bare = at("2026-03-10 14:00", kind=Kind.NAMES_TIME)
    told = at("2026-03-10 14:00", kind=Kind.NAMES_TIME, text=Stage.SCREEN)

    assert booked(mail(1, "2026-03-02 10:00", DANA, bare, **notice)) == []
    assert booked(mail(1, "2026-03-02 10:00", DANA, told, **notice)) == [("03-10 14:00", 60)]


def test_a_bare_time_waits_for_the_answer_that_they_ask_for() -> None:
    asked = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", kind=Kind.NAMES_TIME), says(Kind.ASKS_ME))
    yes = mail(2, "2026-03-02 11:00", MINE, says(Kind.AGREES))

    assert booked(asked) == []
    assert booked(asked, yes) == [("03-10 14:00", 60)]


def test_a_weekday_alone_is_that_of_their_only_offer_on_one() -> None:
    far = [at(start, 30, Kind.PROPOSES) for start in ("2026-03-10 09:00", "2026-03-11 16:00")]
    offer = mail(1, "2026-03-02 10:00", DANA, *far)

    timed = mail(2, "2026-03-02 11:00", MINE, named("2026-03-04 16:00"))
    bare = mail(2, "2026-03-02 11:00", MINE, says(Kind.NAMES_TIME, day=dt.date(2026, 3, 4)))
    assert booked(offer, timed) == booked(offer, bare) == [("03-11 16:00", 30)]
    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, named("2026-03-04 11:00"))) == []


def test_the_afternoon_one_is_the_one_of_their_afternoon() -> None:
    day = [at(start, 45, Kind.PROPOSES) for start in ("2026-03-10 09:00", "2026-03-10 16:00")]
    answer = mail(2, "2026-03-02 11:00", MINE, *(says(Kind.NAMES_TIME, text=text) for text in ("#pm", "18:00")))

    assert booked(mail(1, "2026-03-02 10:00", DANA, *day), answer) == [("03-10 16:00", 45)]


def test_the_hour_of_their_only_offer_is_meant_whatever_day_was_spoken_of_before_it() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-06 07:15", kind=Kind.PROPOSES))
    far = says(Kind.NAMES_TIME, start=moment("2026-03-05 07:15"), text="07:15")

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, far)) == [("03-06 07:15", 60)]
    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, named("2026-03-05 07:15"))) == []


def test_a_meeting_in_the_place_of_one_called_off_is_of_its_stage() -> None:
    bookings = Bookings()
    for number, said in enumerate(
        (at("2026-03-10 14:00", 20, text=Stage.SCREEN), says(Kind.CANCELS), at("2026-03-12 14:00"))
    ):
        bookings.read(mail(number, f"2026-03-0{number + 2} 10:00", DANA, said), lambda *_: None)

    assert [i.stage for i in bookings.interviews()] == [Stage.SCREEN]


def test_a_meeting_in_the_place_of_one_called_off_is_held_by_the_same() -> None:
    bookings = Bookings()
    said = (at("2026-03-10 14:00", who=(OMAR,)), says(Kind.CANCELS), at("2026-03-12 14:00"))
    for number, each in enumerate(said):
        bookings.read(mail(number, f"2026-03-0{number + 2} 10:00", DANA, each), lambda *_: None)

    assert [i.hosts for i in bookings.interviews()] == [(OMAR,)]


def test_a_calendar_that_moves_what_was_called_off_moves_what_was_agreed_in_its_place() -> None:
    bookings = Bookings()
    said = (
        at("2026-03-17 14:00", uid="u1"),
        says(Kind.CANCELS),
        at("2026-03-19 10:00", text=Stage.INTERVIEW),
        at("2026-03-20 10:00", uid="u1", text=Stage.ONSITE),
    )
    for number, each in enumerate(said):
        bookings.read(mail(number, f"2026-03-0{number + 2} 10:00", DANA, each), lambda *_: None)

    assert [i.start for i in bookings.interviews()] == [moment("2026-03-20 10:00")]


def test_who_offered_the_time_that_i_agree_to_holds_it() -> None:
    bookings = Bookings()
    offer = at("2026-03-10 14:00", kind=Kind.PROPOSES, who=(OMAR,))
    bookings.read(mail(1, "2026-03-02 10:00", OMAR, offer, says(Kind.ASKS_ME)), lambda *_: None)
    bookings.read(mail(2, "2026-03-03 10:00", MINE, at("2026-03-10 14:00", kind=Kind.AGREES)), lambda *_: None)

    assert [i.hosts for i in bookings.interviews()] == [(OMAR,)]


def test_a_no_that_is_only_likely_does_not_stand_against_naming_their_time() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", kind=Kind.PROPOSES))
    perhaps_no = says(Kind.WITHDRAWN, confidence=Confidence.LIKELY)

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, named("2026-03-10 14:00"), perhaps_no)) == [
        ("03-10 14:00", 60)
    ]


def test_naming_their_hour_while_i_withdraw_agrees_to_nothing() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", kind=Kind.PROPOSES))
    no = mail(2, "2026-03-02 11:00", MINE, says(Kind.NAMES_TIME, text="14:00"), says(Kind.WITHDRAWN))

    assert booked(offer, no) == []


def test_an_hour_of_mine_lies_in_the_half_of_the_day_they_are_free_in() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 20:00", 120, kind=Kind.PROPOSES))
    nine = mail(2, "2026-03-02 11:00", MINE, at("2026-03-10 09:00", kind=Kind.AGREES))

    assert booked(offer, nine) == [("03-10 21:00", 60)]


def test_what_tells_no_stage_keeps_the_one_known() -> None:
    bookings = Bookings()
    for number, stage in enumerate((Stage.SCREEN, "")):
        bookings.read(mail(number, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", text=stage)), lambda *_: None)

    assert [i.stage for i in bookings.interviews()] == [Stage.SCREEN]


def test_two_times_half_a_day_apart_are_one_to_who_answers() -> None:
    offer = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 19:30", 20, Kind.PROPOSES))

    assert booked(offer, mail(2, "2026-03-02 11:00", MINE, named("2026-03-10 07:30"))) == [("03-10 19:30", 20)]


def test_nobody_meets_once_the_process_is_over() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))

    assert booked(first, mail(2, "2026-03-03 10:00", MINE, says(Kind.WITHDRAWN))) == []
    assert booked(first, mail(2, "2026-03-11 10:00", DANA, says(Kind.REJECTED))) == [("03-10 14:00", 45)]


def test_a_new_day_alone_keeps_the_hour() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))
    moved = mail(2, "2026-03-03 10:00", DANA, says(Kind.INTERVIEW, day=dt.date(2026, 3, 12)))

    assert booked(first, moved) == [("03-12 14:00", 45)]


def test_a_day_told_after_the_meeting_was_held_is_none_of_its_own() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 14:00", 45))
    later = mail(2, "2026-03-12 10:00", DANA, says(Kind.INTERVIEW, day=dt.date(2026, 3, 20)))

    assert booked(first, later) == [("03-10 14:00", 45)]


def test_a_stage_told_while_arranging_is_that_of_the_booking() -> None:
    bookings = Bookings()
    asked = says(Kind.PROPOSES, text=Stage.SCREEN, confidence=Confidence.UNCLEAR)
    bookings.read(mail(1, "2026-03-02 10:00", DANA, asked), lambda *_: None)
    bookings.read(mail(2, "2026-03-03 10:00", DANA, at("2026-03-10 14:00")), lambda *_: None)

    assert [i.stage for i in bookings.interviews()] == [Stage.SCREEN]


def test_a_recruiter_alone_makes_a_short_first_call() -> None:
    def stages(*booking: Statement) -> list[Stage]:
        bookings = Bookings()
        recruits = says(Kind.HAS_ROLE, who=(DANA,), text=Role.RECRUITER)
        bookings.read(mail(1, "2026-03-02 10:00", DANA, recruits, *booking), lambda *_: None)
        return [i.stage for i in bookings.interviews()]

    short = at("2026-03-10 14:00", 30)
    assert stages(short) == [Stage.SCREEN]
    assert stages(replace(short, who=(OMAR,))) == [Stage.INTERVIEW]
    assert stages(at("2026-03-10 14:00", 45)) == [Stage.INTERVIEW]


def test_repeating_their_figures_means_their_clock() -> None:
    offer = at("2026-03-10 15:30", 20, Kind.PROPOSES)
    theirs = dt.timezone(dt.timedelta(hours=8))
    assert offer.start is not None
    abroad = replace(offer, start=offer.start.replace(tzinfo=theirs), end=None)
    bookings = Bookings()
    bookings.read(mail(1, "2026-03-02 10:00", DANA, abroad), lambda *_: None)
    bookings.read(mail(2, "2026-03-03 10:00", MINE, at("2026-03-10 15:30", 60, Kind.AGREES)), lambda *_: None)

    assert [i.start for i in bookings.interviews()] == [abroad.start]


def test_what_moves_by_a_day_is_on_the_day_before_at_its_new_hour() -> None:
    first = mail(1, "2026-03-02 10:00", DANA, at("2026-03-10 09:00", 45))
    hour = says(Kind.NAMES_TIME, text="14:00")
    moved = mail(2, "2026-03-03 10:00", DANA, says(Kind.MOVES, text="-1440"), hour)

    assert booked(first, moved) == [("03-09 14:00", 45)]


def test_those_who_hold_a_meeting_still_do_when_some_of_them_are_named_again() -> None:
    bookings = Bookings()
    both = at("2026-03-10 14:00", who=(DANA, OMAR))
    bookings.read(mail(1, "2026-03-02 10:00", DANA, both), lambda *_: None)
    bookings.read(mail(2, "2026-03-03 10:00", OMAR, at("2026-03-12 11:00", who=(DANA,))), lambda *_: None)

    assert [i.hosts for i in bookings.interviews()] == [(DANA, OMAR)]


def test_doubted_words_call_off_what_is_on_the_day_they_name() -> None:
    ahead = mail(1, "2026-03-02 10:00", DANA, at("2026-03-05 10:00"))
    words = "do not come tomorrow"
    doubted = says(Kind.CANCELS, confidence=Confidence.UNCLEAR, words=words)
    tomorrow, later = (says(Kind.NAMES_TIME, day=dt.date(2026, 3, day), words=words) for day in (5, 6))

    assert booked(ahead, mail(2, "2026-03-04 10:00", DANA, doubted, tomorrow)) == []
    assert booked(ahead, mail(2, "2026-03-04 10:00", DANA, doubted, later)) == [("03-05 10:00", 60)]
