"""Meetings arranged in plain words: short exchanges of mail, and what stands booked after the last."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from tests.unit.builders import OMAR
from tests.unit.inference.hearing import ALEX, RULES_ALONE
from watcher.inference import infer
from watcher.matching.bookings import Bookings
from watcher.model import Address, Entry, Envelope, Message, Side

HOME = ZoneInfo(ALEX.timezone)
ME = Address(ALEX.addresses[0], ALEX.name)


def arranged(*said: str, zone: str = ALEX.timezone) -> list[str]:
    """What stands booked, on my clock, after mails an hour apart from Tuesday 3 March, 10:00.

    Args:
        said: The mails, each with "me: " or "they: " before it.
        zone: Where they are.
    """
    bookings = Bookings()
    for hour, words in enumerate(said):
        side, _, text = words.partition(": ")
        mine = side == "me"
        local = dt.datetime(2026, 3, 3, 10 + hour, tzinfo=HOME).astimezone(HOME if mine else ZoneInfo(zone))
        sent = local.replace(tzinfo=dt.timezone(local.utcoffset() or dt.timedelta()))  # a mail has no more than that
        envelope = Envelope(
            account="home",
            ref=str(hour),
            message_id=f"<{hour}@test.example>",
            sent=sent,
            received=sent.astimezone(dt.UTC),
            sender=ME if mine else OMAR,
            to=(OMAR if mine else ME,),
            side=Side.ME if mine else Side.THEM,
        )
        entry = Entry(envelope, infer(Message(envelope, text), ALEX, RULES_ALONE))
        bookings.read(entry, lambda _statement, _effect: None)
    return [f"{i.start.astimezone(HOME):%m-%d %H:%M}" for i in bookings.interviews()]


@pytest.mark.parametrize(
    ("said", "booked"),
    [
        (
            ["they: Come to the boathouse on Friday at eight. In the evening, I mean, we fish in the mornings."],
            "03-06 20:00",
        ),
        (["they: come by tomorrow at six. thats am."], "03-04 06:00"),
        (["they: See you at the yard, 7 in the morn thurs, ask for Baz."], "03-05 07:00"),
        (
            [
                "they: We could see you (a) Thursday 5 March at 10.00, (b) Friday 6 March at 14.30 or (c) Monday at 9.15.",
                "me: (b) would be perfect.",
            ],
            "03-06 14:30",
        ),
        (
            ["they: How does Friday at 2 sound for meeting the board?", "me: Sounds good to me."],
            "03-06 14:00",
        ),
        (
            [
                "they: Could you give me three windows next week?",
                "me: Tuesday the 10th at 7.30, Wednesday the 11th at noon, or Thursday the 12th at 4.15 pm.",
                "they: The middle one is wide open for me.",
            ],
            "03-11 12:00",
        ),
        (["they: How are you fixed for Thursday?", "me: Half two?", "they: Perfect."], "03-05 14:30"),
        (["they: Report on Friday at 8.15 a.m. for 8.30 a.m. prompt, for your interview."], "03-06 08:30"),
        (
            ["they: How is Thursday at 14 for you?", "me: Can we take the same hour on Friday instead?", "they: Deal!"],
            "03-06 14:00",
        ),
        (
            ["they: I could do any time Thursday after four.", "me: Thursday at a quarter past four would be easiest."],
            "03-05 16:15",
        ),
        (
            [
                "they: I have 10:00 or 14:30 on Friday, which do you prefer?",
                "me: The earlier one would be better for me if it's still going.",
                "they: Still going, and it's yours.",
            ],
            "03-06 10:00",
        ),
        (
            [
                "they: I have a gap at 10 on Thursday and another at 3.",
                "me: 3 would be ideal, if it hasn't gone.",
                "they: It's yours.",
            ],
            "03-05 15:00",
        ),
        (
            [
                "they: Could you make Friday 13:00?",
                "me: In person or by Zoom?",
                "they: By Zoom.",
                "me: Then yes, gladly.",
            ],
            "03-06 13:00",
        ),
        (
            ["they: Can you come to us on Thursday at 10?", "me: Thursday at 10, in white."],
            "03-05 10:00",
        ),
        (
            ["they: Is it possible for you on Thursday at 10.30?", "me: It is possible, and I thank you."],
            "03-05 10:30",
        ),
        (
            ["they: I can offer you 5 March, 9:00, or the same time on 6 March.", "me: The 6th suits me better."],
            "03-06 09:00",
        ),
        (
            [
                "me: I'm awake at 9 pm on Thursday or Friday, which is 9 am for you.",
                "they: The earlier of the two, then.",
            ],
            "03-05 21:00",
        ),
        (
            [
                "they: Could I see you on Thursday, 11.30 to 2.30? I'll take it that's fine unless you tell me otherwise.",
            ],
            "03-05 11:30",
        ),
        (
            [
                "they: He proposes Monday 9 March at 08:30. Let me know if this is not in order, else I will see you there.",
            ],
            "03-09 08:30",
        ),
        (
            [
                "they: Could I buy you a coffee, next Tues 10th 8.30?",
                "me: I'd like that. 8.30 is hard for me, though. Would 9.45 the same day suit?",
                "they: 9.45 it is.",
            ],
            "03-10 09:45",
        ),
    ],
)
def test_a_time_said_in_few_words_is_booked(said: list[str], booked: str) -> None:
    assert arranged(*said) == [booked]


@pytest.mark.parametrize(
    ("moved", "booked"),
    [
        (["they: Mr Haddad must fly to Amman, so it becomes Monday. The hour does not change."], "03-09 15:00"),
        (["they: Thursday becomes Saturday, all else the same. Bring knives."], "03-07 15:00"),
        (
            ["they: On Thursday we'll start at half past eleven instead, the boiler man is coming at ten."],
            "03-05 11:30",
        ),
        (
            [
                "me: Could we move it? Friday at the same hour would be possible.",
                "they: Of course, family first. Friday it is.",
            ],
            "03-06 15:00",
        ),
        (
            ["they: Please read Friday 6 March wherever it says Thursday. Everything else in it is as it was."],
            "03-06 15:00",
        ),
        (["they: There is a gale tomorrow and no ferry. So we say Friday. All other the same."], "03-06 15:00"),
        (
            [
                "they: He has you down for 3 pm on Thursday, but 3 pm is when we sing. So it's 15:40 he means, for an hour."
            ],
            "03-05 15:40",
        ),
        (["they: Concrete comes Thursday at 7. So swap it round, you come Friday, same hour."], "03-06 15:00"),
        (["they: There is a run through town, so we have pushed it back an hour."], "03-05 16:00"),
        (["they: You are expected one hour sooner than we arranged."], "03-05 14:00"),
        (["they: Can we slide it back half an hour?", "me: No problem, see you then."], "03-05 15:30"),
        (["me: Could we start an hour later?", "they: That's fine."], "03-05 16:00"),
        (["they: I've placed you with them both on Friday, an hour later on the clock than it was."], "03-06 16:00"),
        (["they: Could you come the day after instead, at the same time?", "me: Yes, no trouble."], "03-06 15:00"),
        (
            ["they: He flies to Busan. It takes place on the Tuesday following, 10 March, at the unchanged hour."],
            "03-10 15:00",
        ),
        (["they: Thursday is a bust. What they offer instead is Friday 13 March, eleven our time."], "03-13 11:00"),
        (["they: She takes you the Monday instead, the 9th, the hour does not change."], "03-09 15:00"),
        (["they: Correction: the panel sits at 15:30, not 15:00."], "03-05 15:30"),
        (["they: Same time on Friday instead? I'll take silence as a yes."], "03-06 15:00"),
        (["they: We have brought you forward to the day before, 4 March, at 11:00."], "03-04 11:00"),
        (["they: She has it too. So not Thursday, its friday the 6th, hour and gate like before."], "03-06 15:00"),
        (["me: Yes, please book the 06:40 flight on Thursday 5 March."], "03-05 15:00"),
        (["they: She's moved Thursday back half an hour. 15.30 till 5! Everything else the same."], "03-05 15:30"),
    ],
)
def test_what_is_booked_moves(moved: list[str], booked: str) -> None:
    assert arranged("they: Your interview is on Thursday 5 March at 15:00.", *moved) == [booked]


@pytest.mark.parametrize(
    "answer",
    [
        "Let me see what my boss says.",
        "Thank you. Where is that?",
        "I work in the mornings.",
        "I'm afraid that is not possible.",
        "Thursday at 10 would be lovely if you still have it.",
        "Could we move it to Monday?",
    ],
)
def test_an_answer_that_holds_back_books_nothing(answer: str) -> None:
    assert arranged("they: Would Thursday at 10 suit?", f"me: {answer}") == []
