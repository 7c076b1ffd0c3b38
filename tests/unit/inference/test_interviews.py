"""Interviews in plain words: booked, proposed, agreed to, moved. Said on Tuesday 3 March 2026, in London."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.inference.hearing import kinds, said
from watcher.model import Confidence, Kind, Stage

BOOKED = [
    ("Great, let's speak on Thursday at 10am. I'll call you on your mobile.", "2026-03-05T10:00"),
    ("Your interview has been booked for 12 March at 2pm with Jane Foster, Operations Director.", "2026-03-12T14:00"),
    ("I have you down for 9.30 on Monday.", "2026-03-09T09:30"),
    ("We'd like you to come in for a trial shift on Saturday, 7am start.", "2026-03-07T07:00"),
    ("I've set up a Teams call for Friday 6th March at 11:30.", "2026-03-06T11:30"),
    ("Details of your interview: Date: Tuesday 10 March 2026 Time: 13:30 Venue: Unit 4", "2026-03-10T13:30"),
    ("Date: Tuesday 10 March 2026\nTime: 13:30\nVenue: Unit 4, Depot Road", "2026-03-10T13:30"),
    ("Please attend for interview at 10.15am on Wednesday 11th March at our Leeds depot.", "2026-03-11T10:15"),
    ("You are cordially invited to attend an interview on 11th March, 2026 by 9:00am.", "2026-03-11T09:00"),
    ("Kindly be informed that your interview is slated for Monday, 9th of March by 10 o'clock.", "2026-03-09T10:00"),
    ("Let's do Monday 11am. I'll send a link.", "2026-03-09T11:00"),
    ("Monday at 11 works great on our end, invite to follow.", "2026-03-09T11:00"),
    ("We are moving your interview from Thursday to Friday at 10am.", "2026-03-06T10:00"),
    ("Looking forward to meeting you on Thursday at 2pm!", "2026-03-05T14:00"),
    ("Just a reminder of your interview tomorrow at 2pm.", "2026-03-04T14:00"),
    ("Reminder: you have an interview with Northgate tomorrow, 4 March, 14:00-15:00.", "2026-03-04T14:00"),
    ("This is to confirm your telephone interview on Thursday 5 March at 14.00 hrs.", "2026-03-05T14:00"),
    ("Thanks Alex. Confirming Thursday 5 March at 2pm.", "2026-03-05T14:00"),
    ("Perfect - see you Thursday at 2!", "2026-03-05T14:00"),
    ("ok thurs 2pm it is mate", "2026-03-05T14:00"),
    ("Come to the site office for interview tomorrow evening six o clock.", "2026-03-04T18:00"),
    ("We will interview you on video tomorrow, Wednesday, six in the evening.", "2026-03-04T18:00"),
    ("swing by the shop Saturday at 9 and ask for Tony", "2026-03-07T09:00"),
    ("Jane will phone you at 10 tomorrow.", "2026-03-04T10:00"),
    ("You'll be meeting with Jane and Omar on 9 March from 10:00 to 12:00.", "2026-03-09T10:00"),
    ("Next step is a 45 minute video interview, Monday 9 March, 10am.", "2026-03-09T10:00"),
    ("Your assessment day is at 9am sharp on Friday 13 March.", "2026-03-13T09:00"),
    ("The panel will see you at 11.20 on the 13th.", "2026-03-13T11:20"),
    ("I've pencilled you in for 3pm on Tuesday.", "2026-03-10T15:00"),
    ("Your visit is set for Friday at 9:30. You need only write back if that is impossible.", "2026-03-06T09:30"),
]

PROPOSED = [
    ("Can you come for a working interview next Wednesday at 8?", "2026-03-11T08:00"),
    ("Would you be available on Thursday the 5th between 2 and 3?", "2026-03-05T14:00"),
    ("Does this Friday at 4 work for a quick chat?", "2026-03-06T16:00"),
    ("How does Monday 11am sound?", "2026-03-09T11:00"),
    ("I can offer you either Tuesday 10th at 9am or Wednesday 11th at 3pm.", "2026-03-10T09:00"),
    (
        "We have the following slots: Tue 10 March 9:00, Tue 10 March 11:00 and Wed 11 March 14:00. Please pick one.",
        "2026-03-10T09:00",
    ),
    ("The hiring manager is free Thursday at 3:30pm GMT, does that suit?", "2026-03-05T15:30"),
    ("The panel sits on Thursday at 10. Please say if you can make that day.", "2026-03-05T10:00"),
    ("How would Friday at 10 be for you", "2026-03-06T10:00"),
    ("Apologies, can we push our call to Friday at 10am instead?", "2026-03-06T10:00"),
    ("Jane can't make tomorrow. Would Friday at 10 be ok instead?", "2026-03-06T10:00"),
    ("Could we talk tomorrow at noon?", "2026-03-04T12:00"),
    ("Are you around at 5pm today for a call?", "2026-03-03T17:00"),
    ("Shall we say Thursday, 10 o'clock?", "2026-03-05T10:00"),
    ("They can see you Thursday at 10 if that's any good to you.", "2026-03-05T10:00"),
]

AGREED = [
    ("Yes that works, see you Thursday at 2pm.", "2026-03-05T14:00"),
    ("Thursday 2pm suits me fine.", "2026-03-05T14:00"),
    ("I'd be delighted to attend on Thursday 5 March at 14:00.", "2026-03-05T14:00"),
    ("Happy with Thursday 5th at 2.", "2026-03-05T14:00"),
    ("Count me in for Thursday at 2pm.", "2026-03-05T14:00"),
    ("I confirm my attendance on Thursday 5 March at 2pm.", "2026-03-05T14:00"),
    ("Thanks, Thursday at 2 it is!", "2026-03-05T14:00"),
    ("That works for me, thank you.", None),
    ("Perfect, thanks. See you then.", None),
]

NO_APPOINTMENT = [
    "Please let me know by 5pm Friday.",
    "We will decide by Friday 5pm.",
    "The offer lapses on Friday at 5pm.",
    "The closing date is Friday 6 March at 12 noon.",
    "I'm in meetings until 3pm on Thursday.",
    "The role starts on Monday 4 May at 8am.",
    "You will hear from me on Friday at the latest.",
    "I'll call you with our decision on Friday at 3pm.",
    "Your first day is Monday 9 March, 8:30am.",
    "Please share your slides on or before Friday, 6 March, 12:00 noon.",
    "The new one is fixed for Monday 16.",
    "Your profile is now in the inbox of Jane.",
]

NAMED = [
    ("Grand so, 4 o'clock Thursday.", "2026-03-05T16:00"),
    ("You land early, then Thursday at 10 with the owner.", "2026-03-05T10:00"),
    ("Thursday, eleven sharp, side door.", "2026-03-05T11:00"),
    ("The 24th is right. 11. Turn left at the mill.", "2026-03-24T11:00"),
    ("We're moving you from 9.30 on Thursday to Friday at 10.", "2026-03-06T10:00"),
    ("What was on Thursday at 1 is now on Friday at 2.", "2026-03-06T14:00"),
    ("Saturday's off, it's Sunday at noon now.", "2026-03-08T12:00"),
    ("So you are Friday now, 9.40 in the morning before the bell.", "2026-03-06T09:40"),
]

CHOICES = [
    "Monday 10 or Monday 2, which is better for you?",
    "She can do Friday 11 or Friday 3, tell her which.",
    "Available: Tue 10:00, Tue 14:30, Wed 09:00.",
]

NOT_FREE = [
    "On Thursday the 5th I am on set, no way to leave.",
    "Thursday at 10 I can't, sorry.",
    "Monday and Tuesday are both out.",
    "Thursday at 4 I am in Naivasha with no signal.",
]

OTHER_PEOPLES = [
    "My brother has his interview with them on Thursday at 10.",
    "We are interviewing the other candidate on Thursday at 2pm.",
    "We have one more interview on Monday at 11, then we'll decide.",
    "I'll speak to the hiring manager tomorrow at 10.",
    "Jane will see the final candidate on Thursday at 10.",
    "I have a call with the director on Thursday at 4pm.",
    "The panel meets on Thursday at 10am to discuss the candidates.",
]

I_MOVE = [
    "Could we do Friday at 3 instead?",
    "Sorry, I can't do Thursday any more. Could we find another time?",
    "I'm afraid something has come up on Thursday. Is Friday possible?",
    "Thanks for the invitation. Unfortunately I am on shift then, would the 6th work?",
]

CALLED_OFF = [
    "Aino has chickenpox, so no founders tomorrow.",
    "The interview earlier fixed for 20th March has been stepped down.",
    "Unfortunately Jane is ill so we will have to reschedule tomorrow's interview.",
]


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "Mr Ito will interview you by Zoom on Thursday 5 March, 4.00pm to 5.00pm Singapore time (8.00am London).",
        "Mr Ito will interview you on Thursday 5 March at 16:00 in Singapore, which makes it 8 am in London.",
        "We have booked your interview for Thursday 5 March, 4 pm here, which I make 8 am there.",
    ],
)
def test_a_time_said_on_two_clocks_is_one(text: str) -> None:
    found = said(text, sent="2026-03-02T16:00+08:00")

    moments = {s.start for s in found if s.kind is Kind.INTERVIEW}
    assert moments == {dt.datetime.fromisoformat("2026-03-05T16:00+08:00")}
    assert Kind.PROPOSES not in kinds(found)


@pytest.mark.parametrize(("text", "start"), BOOKED)
def test_a_booking_is_read_with_its_time(text: str, start: str) -> None:
    assert at(start) in [s.start for s in said(text) if s.kind is Kind.INTERVIEW]


@pytest.mark.parametrize(("text", "start"), PROPOSED)
def test_a_proposal_books_nothing_yet(text: str, start: str) -> None:
    found = said(text)
    assert at(start) in [s.start for s in found if s.kind is Kind.PROPOSES]
    assert not [s for s in found if s.kind is Kind.INTERVIEW]


@pytest.mark.parametrize(("text", "start"), AGREED)
def test_my_agreement_is_read(text: str, start: str | None) -> None:
    found = [s for s in said(text, mine=True) if s.kind is Kind.AGREES]
    assert found
    assert start is None or found[0].start == at(start)


@pytest.mark.parametrize("text", NO_APPOINTMENT)
def test_deadlines_and_answers_are_no_appointments(text: str) -> None:
    assert not kinds(said(text)) & {Kind.INTERVIEW, Kind.PROPOSES}


@pytest.mark.parametrize("text", OTHER_PEOPLES)
def test_a_meeting_of_other_people_is_no_appointment(text: str) -> None:
    assert not [s for s in said(text) if s.start]


@pytest.mark.parametrize(("text", "start"), NAMED)
def test_a_time_that_no_word_explains_is_named(text: str, start: str) -> None:
    times = {Kind.NAMES_TIME, Kind.INTERVIEW}
    assert at(start) in [s.start for s in said(text) if s.kind in times]


@pytest.mark.parametrize(
    "text",
    [
        "the games: sat 7 march Fleet away, tues 10 march Stock 7pm, sat 14 march Marsh, sat 21 march nobody",
        "Opening nights are 12 March in Leeds, 14 March at 7pm in York and 19 March in Hull.",
    ],
)
def test_a_list_of_dates_is_no_appointment(text: str) -> None:
    named = [s for s in said(text) if s.start]
    assert all(s.kind is Kind.NAMES_TIME and s.confidence is Confidence.UNCLEAR for s in named)


@pytest.mark.parametrize("text", CHOICES)
def test_several_times_side_by_side_are_offers(text: str) -> None:
    found = said(text)
    assert len([s for s in found if s.kind is Kind.PROPOSES and s.start]) > 1
    assert Kind.INTERVIEW not in kinds(found)


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("Three's fine by me.", "15:00"),
        ("Yes, 9 works.", "09:00"),
        ("I'll take the second one.", "#2"),
        ("11 would be ideal.", "11:00"),
        ("The afternoon one, with pleasure.", "#pm"),
    ],
)
def test_half_a_time_is_handed_on_as_said(text: str, picked: str) -> None:
    assert picked in [s.text for s in said(text, mine=True) if s.kind is Kind.NAMES_TIME]


@pytest.mark.parametrize("text", NOT_FREE)
def test_a_time_at_which_i_have_something_else_is_no_offer(text: str) -> None:
    assert not [s for s in said(text, mine=True) if s.kind in (Kind.NAMES_TIME, Kind.AGREES) and (s.start or s.day)]


@pytest.mark.parametrize("text", I_MOVE)
def test_my_wish_to_move_it_agrees_to_nothing(text: str) -> None:
    found = kinds(said(text, mine=True))
    assert Kind.MOVES in found
    assert Kind.AGREES not in found


@pytest.mark.parametrize("text", CALLED_OFF)
def test_a_cancellation_is_read(text: str) -> None:
    assert Kind.CANCELS in kinds(said(text))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("I'll ring you tomorrow at 12.30 so, and I won't keep you more than 20 minutes.", 20),
        ("Your interview is on Thursday at 10am and will last approximately 45 minutes.", 45),
        ("See you Thursday at 10, half an hour tops.", 30),
        ("Your interview is on Thursday, 10:00 to 11:30.", 90),
        ("You will be seen on Thursday at 10. Allow two and a half hours.", 150),
        ("I'll ring you on Thursday at 10, for ten minutes before I show you to anyone.", 10),
        ("You'll meet Jane on Thursday at 10am. Please prepare a ten minute presentation.", 60),
    ],
)
def test_an_interview_takes_as_long_as_they_say_else_an_hour(text: str, minutes: int) -> None:
    found = next(s for s in said(text) if s.kind is Kind.INTERVIEW)
    assert found.start
    assert found.end
    assert found.end - found.start == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("I'll give you a call on Thursday at 10 for a first chat.", Stage.SCREEN),
        ("Your telephone interview is on Thursday at 10am.", Stage.SCREEN),
        ("Your panel interview is on Thursday at 10am on Teams.", Stage.INTERVIEW),
        ("Please come in to our Leeds office for the interview on Thursday at 10am.", Stage.INTERVIEW),
        ("Come to us on Thursday, 10am to 2pm.", Stage.ONSITE),
        ("Let's talk on Thursday at 10am, fifteen minutes at most.", Stage.SCREEN),
        ("Your final round is on Thursday, 10am to 1pm.", Stage.ONSITE),
    ],
)
def test_words_tell_the_stage(text: str, stage: Stage) -> None:
    assert next(s for s in said(text) if s.kind is Kind.INTERVIEW).text == stage


def test_a_time_for_me_is_on_my_own_clock() -> None:
    found = said("You are booked for Thursday 9am, so 2pm for you.", sent="2026-03-03T10:00-05:00")
    assert [s.start for s in found if s.kind is Kind.INTERVIEW] == [at("2026-03-05T14:00")]


def test_the_hour_behind_a_day_for_me_is_on_my_clock_too() -> None:
    found = said("Thursday evening for you, 5 March at 8.30pm, is breakfast for me.", sent="2026-03-03T10:00+13:00")
    assert at("2026-03-05T20:30") in [s.start for s in found]


def test_a_time_without_a_zone_is_on_the_speakers_clock() -> None:
    found = said("See you on Thursday at 9am.", sent="2026-03-03T10:00-05:00")
    assert [s.start for s in found if s.kind is Kind.INTERVIEW] == [at("2026-03-05T14:00")]


@pytest.mark.parametrize(
    ("text", "sent", "start"),
    [  # clocks go forward in New York on 8 March 2026, and back in Canada on 1 November
        ("See you on Thursday 12 March at 2pm.", "2026-03-03T10:00-05:00", "2026-03-12T18:00"),
        ("See you on Tuesday 10 November at 1pm Calgary time.", "2026-10-23T15:52-06:00", "2026-11-10T20:00"),
        ("See you on Thursday 12 March at 2pm Arizona time.", "2026-03-03T10:00-05:00", "2026-03-12T21:00"),
    ],
)
def test_clocks_change_between_the_mail_and_the_meeting(text: str, sent: str, start: str) -> None:
    assert [s.start for s in said(text, sent=sent) if s.kind is Kind.INTERVIEW] == [at(start)]


def test_a_part_of_the_day_behind_an_hour_tells_its_half() -> None:
    found = said("I'll phone you tomorrow (Wed) at 6.45 in the morning.")
    assert [s.start for s in found if s.kind is Kind.INTERVIEW] == [at("2026-03-04T06:45")]


def test_a_new_day_at_the_same_time_is_left_to_what_was_booked() -> None:
    moved = [s for s in said("We have moved your interview to Thursday, same time.") if s.kind is Kind.INTERVIEW]
    assert [(s.day, s.start) for s in moved] == [(dt.date(2026, 3, 5), None)]


def test_the_day_behind_to_is_the_new_one_whatever_else_is_named() -> None:
    text = "I moved you to Friday, also 11 o'clock for an hour, as the room is taken on Thursday."
    moved = [s for s in said(text) if s.kind is Kind.INTERVIEW]
    assert {s.day for s in moved} == {dt.date(2026, 3, 6)}

    slid = said("I've slid you along to Friday, half one again (the calendar will still say Wednesday).")
    assert [s.start for s in slid if s.kind is Kind.INTERVIEW] == [at("2026-03-06T13:30")]


def test_the_part_of_the_day_behind_an_hour_is_no_time_of_its_own() -> None:
    found = said("The panel will see you on Wednesday 11 March at half past ten in the morning.")
    assert [s.start for s in found if s.kind is Kind.INTERVIEW] == [at("2026-03-11T10:30")]


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday at ten in the evening, so he kept his word by two hours.",
        "Forgive me for missing Friday, the news reached us at ten at night.",
    ],
)
def test_nobody_meets_at_night(text: str) -> None:
    assert not [s for s in said(text) if s.start]


def test_across_the_world_it_may_be_night() -> None:
    late = said("Could we speak at 10 pm your time on Thursday?")
    assert [s.start for s in late if s.kind is Kind.PROPOSES] == [at("2026-03-05T22:00")]


def test_an_interview_tells_who_holds_it() -> None:
    text = "Your interview is on Thursday at 2pm with Jane Foster (Operations Director) and Omar Haddad."
    found = next(s for s in said(text) if s.kind is Kind.INTERVIEW)
    assert {who.name for who in found.who} == {"Jane Foster", "Omar Haddad"}


def test_when_it_finishes_is_its_end() -> None:
    day = "We welcome you to our interview day on Thursday 12 March, arriving 8.30am and finishing by 3.00pm."
    starts = [(s.start, s.end) for s in said(day) if s.kind is Kind.INTERVIEW]
    begins = dt.datetime.fromisoformat("2026-03-12T08:30+00:00")

    assert starts == [(begins, begins.replace(hour=15, minute=0))]


def test_people_and_budgets_move_without_moving_an_interview() -> None:
    assert Kind.MOVES not in kinds(said("They have moved one of their own staff into the lead."))
    assert Kind.MOVES in kinds(said("The panel has been moved to a later week."))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("come on by tomorrow at six for the interview, back gate", "2026-03-04T18:00"),
        ("Thursday you cook for us: here for half nine, three courses, plates away by 2.", "2026-03-05T09:30"),
        ("We have you over on Thursday. You start at 9 with Marta.", "2026-03-05T09:00"),
        ("Eight on Thursday evening would be the only hour for us.", "2026-03-05T20:00"),
        ("Thursday night at 9 then.", "2026-03-05T21:00"),
        ("swing by the shop tomorrow at six, am not pm", "2026-03-04T06:00"),
        ("Thursday at 9am, the dinner is in the evening.", "2026-03-05T09:00"),
    ],
)
def test_a_time_stands_beside_other_words(text: str, start: str) -> None:
    ahead = dt.datetime.fromisoformat(f"{start}+00:00")

    assert ahead in [s.start for s in said(text) if s.kind in (Kind.INTERVIEW, Kind.NAMES_TIME)]


def test_the_same_hour_on_another_day_is_one_without_its_time() -> None:
    found = [s for s in said("We make it on Monday 9 March, the same hour.") if s.kind is Kind.INTERVIEW]

    assert [(s.day, s.start) for s in found] == [(dt.date(2026, 3, 9), None)]


def test_two_days_offered_at_one_hour_both_have_it() -> None:
    found = said("The last step is to meet the team: Tue 10 March or Thu 12 March, 6pm. Pick one?")
    hours = [f"{s.start:%d %H}" for s in found if s.kind is Kind.PROPOSES and s.start]

    assert hours == ["10 18", "12 18"]


def test_an_hour_may_stand_before_its_day() -> None:
    assert [f"{s.start:%d %H}" for s in said("Hi Sam, 3 on Friday.", mine=True) if s.start] == ["06 15"]


def test_the_one_of_a_day_is_no_hour() -> None:
    assert not [s for s in said("The Tuesday one please, I am off that day.", mine=True) if s.start]


def test_the_number_of_a_paragraph_is_no_hour() -> None:
    found = said("2. Please acknowledge this email. Bring your certificates.")

    assert [s.text for s in found if s.kind is Kind.NAMES_TIME] == []


@pytest.mark.parametrize(("text", "hosts"), [
    ("Would you meet me on Thursday at 6 in the Ashling?", ["Sam Lee"]),
    ("Come tomorrow at six, I want to see you in person.", ["Sam Lee"]),
    ("I'd like to interview you tomorrow at 4pm.", ["Sam Lee"]),
    ("Your interview with Jane Foster is on Thursday at 2pm.", ["Jane Foster"]),
    ("Your interview with Jane Foster is on Thursday at 2pm, both of us there.", ["Sam Lee", "Jane Foster"]),
    ("Your interview is on Thursday at 2pm. I'll see that you get a badge.", []),
    ("Joe was very taken with you. He'd like you to come in this Thursday at 2pm.", ["Joe"]),
    ("It was very nice. He'd like you to come in this Thursday at 2pm.", []),
    ("Would you come in this Thursday at 2pm? Hollis and I would both be there.", ["Sam Lee", "Hollis"]),
    ("Your interview is on Thursday at 2pm. Mei joins.", ["Sam Lee", "Mei"]),
])  # fmt: skip
def test_who_says_that_i_meet_them_holds_it(text: str, hosts: list[str]) -> None:
    meeting = next(s for s in said(text) if s.kind in (Kind.INTERVIEW, Kind.PROPOSES))
    assert [who.name for who in meeting.who] == hosts
