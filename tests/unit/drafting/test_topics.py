"""The one specific thing of a letter: noted, or named in my own thanks, and never invented."""

from __future__ import annotations

import pytest

from tests.unit.builders import DANA, ME, MINE, OMAR, interview, mail, moment, process, reply, says
from watcher.drafting.body import Writer
from watcher.drafting.letter import compose
from watcher.drafting.topics import NO_TOPIC, Topic, topic_of
from watcher.model import Kind, Mark, MarkKind, Side, Step, StepKind, Thread

NOW = moment("2026-03-17 09:00")
HELD = interview("2026-03-10 14:00", (OMAR,))


def noted(*words: str, at: str = "2026-03-10 18:00", **values):
    marks = tuple(Mark(MarkKind.NOTE, "<1@test.example>", moment(at), each) for each in words)
    return process(marks=marks, interviews=(HELD,), **values)


def thanked(words: str, **values):
    entry = mail(2, "2026-03-10 17:00", MINE, says(Kind.THANKS, words=words), **values)
    return process(interviews=(HELD,), threads=(Thread("t", "Backend Engineer", (entry,)),))


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("your move to event sourcing", Topic("your move to event sourcing")),
        ("your move to event sourcing,", Topic("your move to event sourcing")),
        ("I did the same move at Brightwater.", Topic(sentence="I did the same move at Brightwater.")),
        ("i did the same at Brightwater", Topic(sentence="I did the same at Brightwater.")),
        ("Kafka is next! And then the rest.", Topic(sentence="Kafka is next.")),
        ("the\nchoir", Topic("the choir")),
        ("my work at Brightwater", Topic("my work at Brightwater")),
        ("IT in the library", Topic("IT in the library")),
        ("it's like the move at Brightwater", Topic(sentence="It's like the move at Brightwater.")),
        ("the ward that Dr. Roth runs at St. James", Topic("the ward that Dr. Roth runs at St. James")),
        ("my_project at Brightwater", Topic("my_project at Brightwater")),
    ],
)
def test_a_note_is_taken_up_as_a_phrase_or_as_a_sentence(note, topic):
    assert topic_of(noted(note), StepKind.CHECK_IN, (DANA,), NOW) == topic


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("what do they pay juniors?", "it asks"),
        ("salary band 60-70k", "it speaks of pay"),
        ("[the project]", "a placeholder"),
        ("{{ matter }}", "a placeholder"),
        ("word " * 36, "more than 35 words"),
        ("...", "no word"),
    ],
)
def test_a_note_that_no_letter_should_hold_is_left_out_and_told(note, why):
    topic = topic_of(noted(note), StepKind.CHECK_IN, (DANA,), NOW)
    assert (topic.phrase, topic.sentence) == ("", "")
    assert why in topic.left_out
    step = Step(StepKind.CHECK_IN, NOW.date(), (DANA,), "because", "a")
    letter = compose(noted(note), step, Writer(ME), NOW)
    assert letter.told == (topic.left_out,)


def test_each_letter_takes_up_what_was_noted_for_it():
    before = noted("the choir", at="2026-03-09 10:00")
    assert topic_of(before, StepKind.THANK_YOU, (OMAR,), NOW) == NO_TOPIC, "noted before the interview"
    assert topic_of(before, StepKind.CHECK_IN, (DANA,), NOW).phrase == "the choir"
    nudged = noted("the choir", follow_ups=(reply(Side.ME, "2026-03-12 09:00"),))
    assert topic_of(nudged, StepKind.SECOND_CHECK_IN, (DANA,), NOW) == NO_TOPIC, "the first nudge had it"
    again = noted("the organ", at="2026-03-13 10:00", follow_ups=(reply(Side.ME, "2026-03-12 09:00"),))
    assert topic_of(again, StepKind.SECOND_CHECK_IN, (DANA,), NOW).phrase == "the organ"
    assert topic_of(noted("the choir", "the organ"), StepKind.THANK_YOU, (OMAR,), NOW).phrase == "the organ"


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("I enjoyed hearing how the fleet scheduler came about.", "how the fleet scheduler came about"),
        (
            "I got a lot out of our conversation this morning, especially about the pre-assessment clinic and where ye want to take it.",
            "the pre-assessment clinic",
        ),
        (
            "Good talking with you, appreciate the rundown on the generator testing and the theatre UPS.",
            "the generator testing and the theatre UPS",
        ),
        ("Thank you for explaining the motor book in ten minutes flat.", "the motor book"),
        ("It was useful to hear how the second line is split, and I liked it.", "how the second line is split"),
        ("Thank you for the conversation this afternoon.", ""),
        ("Thanks for the talk about the money.", ""),
        ("I enjoyed our conversation about the role.", ""),
        ("Good to hear the old controls are getting replaced.", ""),
        ("I liked our talk about the audit findings.", ""),
        ("Thank you for the straight talk about clients who pay late.", ""),
        ("I enjoyed our chat about the {{ matter }}.", ""),
    ],
)
def test_my_thanks_tell_what_we_talked_of_where_it_stands_by_itself(words, thing):
    application = thanked(words, to=(OMAR, DANA))
    assert topic_of(application, StepKind.CHECK_IN, (DANA,), NOW).phrase == thing


def test_thanks_to_others_and_doubtful_ones_tell_nothing():
    words = "I enjoyed hearing how the fleet scheduler came about."
    assert topic_of(thanked(words, to=(OMAR,)), StepKind.CHECK_IN, (DANA,), NOW) == NO_TOPIC
    assert topic_of(thanked(words, to=(DANA,)), StepKind.SECOND_CHECK_IN, (DANA,), NOW).phrase


def test_it_stands_in_the_letter():
    letter = compose(thanked("I enjoyed hearing how the fleet scheduler came about.", to=(DANA,)),
                     Step(StepKind.CHECK_IN, NOW.date(), (DANA,), "because", "a"), Writer(ME), NOW)  # fmt: skip
    assert "how the fleet scheduler came about." in letter.body
