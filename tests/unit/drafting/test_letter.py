"""Whom a follow-up goes to, from which address of mine, and which message it answers."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.builders import DANA, ME, MINE, OMAR, contact, interview, mail, moment, process
from watcher.drafting.body import Writer
from watcher.drafting.letter import compose
from watcher.model import Address, Application, Automatic, Entry, Interview, Person, Side, Stage, Step, StepKind, Thread

NOW = moment("2026-03-16 09:00")
WORK = Address("alex@work.example", "Alex Kim")
TWO_ADDRESSES = Person("Alex Kim", (MINE.email, WORK.email), ME.timezone, ME.country)


def step(kind: StepKind = StepKind.CHECK_IN, *to: Address) -> Step:
    return Step(kind, dt.date(2026, 3, 16), to or (DANA,), "because", "<1@test.example>")


def having(*entries: Entry, **values) -> Application:
    return process(threads=(Thread("t", entries[0].envelope.subject, entries),), **values)


def test_it_answers_the_recipients_own_newest_message():
    letter = compose(
        having(
            mail(1, "2026-03-02 10:00", DANA),
            mail(2, "2026-03-03 10:00", DANA, in_reply_to="<0@x.example>", references=("<0@x.example>",)),
            mail(3, "2026-03-04 10:00", OMAR),
            mail(4, "2026-03-05 10:00", MINE, in_reply_to="<3@test.example>"),
        ),
        step(),
        Writer(ME),
        NOW,
    )
    assert letter.in_reply_to == "<2@test.example>"
    assert letter.references == ("<0@x.example>", "<2@test.example>")


def test_a_letter_of_theirs_is_answered_before_a_notice_of_their_calendar():
    letter = compose(
        having(
            mail(1, "2026-03-02 10:00", DANA),
            mail(2, "2026-03-03 10:00", DANA, subject="Updated invitation: Alex / Dana @ Tue"),
            mail(3, "2026-03-04 10:00", DANA, subject="Canceled: Alex / Dana"),
        ),
        step(),
        Writer(ME),
        NOW,
    )
    assert letter.in_reply_to == "<1@test.example>"
    invited = having(mail(2, "2026-03-03 10:00", DANA, subject="Invitation: Alex / Dana @ Tue"))
    assert compose(invited, step(), Writer(ME), NOW).subject == "Re: Invitation: Alex / Dana @ Tue"


def test_to_somebody_who_never_wrote_it_answers_the_newest_from_their_side():
    letter = compose(
        having(
            mail(1, "2026-03-02 10:00", DANA),
            mail(2, "2026-03-03 10:00", DANA, side=Side.MACHINE, automatic=Automatic.NOTICE),
            mail(3, "2026-03-05 10:00", MINE),
        ),
        step(StepKind.CHECK_IN, OMAR),
        Writer(ME),
        NOW,
    )
    assert letter.in_reply_to == "<1@test.example>"
    assert letter.to == (OMAR,)


def test_thanks_to_hosts_who_never_wrote_go_into_the_thread_of_the_invitation():
    held = interview("2026-03-13 14:00", (OMAR,))
    letter = compose(
        having(
            mail(1, "2026-03-02 10:00", DANA),
            mail(2, "2026-03-03 10:00", DANA, message_id="<invite@test.example>", subject="Interview: Alex / Omar"),
            mail(3, "2026-03-05 10:00", DANA),
            interviews=(held,),
        ),
        step(StepKind.THANK_YOU, OMAR),
        Writer(ME),
        NOW,
    )
    assert letter.in_reply_to == "<invite@test.example>"
    assert letter.subject == "Re: Interview: Alex / Omar"


def test_where_only_i_wrote_it_answers_me():
    letter = compose(having(mail(1, "2026-03-02 10:00", MINE)), step(), Writer(ME), NOW)
    assert letter.in_reply_to == "<1@test.example>"


def test_a_message_that_came_after_now_is_not_answered():
    letter = compose(
        having(mail(1, "2026-03-02 10:00", DANA), mail(2, "2026-03-20 10:00", DANA)), step(), Writer(ME), NOW
    )
    assert letter.in_reply_to == "<1@test.example>"


def test_of_a_long_thread_the_newest_twenty_are_referred_to():
    chain = tuple(f"<{i}@x.example>" for i in range(40))
    letter = compose(having(mail(1, "2026-03-02 10:00", DANA, references=chain)), step(), Writer(ME), NOW)
    assert letter.references == (*chain[-19:], "<1@test.example>")


def test_ids_that_are_none_and_ids_that_were_made_up_are_not_sent_out():
    references = ("<a b@x>", "no-brackets@x", "<ok@x.example>", "<é@x>", "<made-up@missing.invalid>")
    letter = compose(
        having(mail(1, "2026-03-02 10:00", DANA, message_id="<f00@missing.invalid>", references=references)),
        step(),
        Writer(ME),
        NOW,
    )
    assert letter.in_reply_to == ""
    assert letter.references == ("<ok@x.example>",)


def test_a_message_with_a_real_id_is_answered_before_one_without():
    letter = compose(
        having(
            mail(1, "2026-03-02 10:00", DANA), mail(2, "2026-03-03 10:00", DANA, message_id="<f00@missing.invalid>")
        ),
        step(),
        Writer(ME),
        NOW,
    )
    assert letter.in_reply_to == "<1@test.example>"


@pytest.mark.parametrize(
    ("subject", "answered"),
    [
        ("Interview", "Re: Interview"),
        ("Re: Interview", "Re: Interview"),
        ("RE: re: AW: Interview", "Re: Interview"),
        ("Re[2]: Interview", "Re: Interview"),
        ("SV: Re: Interview", "Re: Interview"),
        ("Regarding the interview", "Re: Regarding the interview"),
        ("[EXTERNAL] Re: Interview", "Re: [EXTERNAL] Re: Interview"),
        ("", "Re: Backend Engineer"),
        ("Re:", "Re: Backend Engineer"),
    ],
)
def test_the_subject_is_the_threads_with_one_re(subject, answered):
    letter = compose(having(mail(1, "2026-03-02 10:00", DANA, subject=subject)), step(), Writer(ME), NOW)
    assert letter.subject == answered


def test_it_is_written_from_the_address_they_wrote_to():
    letter = compose(having(mail(1, "2026-03-02 10:00", DANA, to=(OMAR, WORK))), step(), Writer(TWO_ADDRESSES), NOW)
    assert letter.from_ == Address(WORK.email, "Alex Kim")


def test_where_they_wrote_to_a_list_it_is_written_from_the_address_i_used_with_them():
    entries = (
        mail(1, "2026-03-01 10:00", WORK, to=(DANA,), side=Side.ME),
        mail(2, "2026-03-02 10:00", DANA, to=(Address("candidates@acme.example"),)),
    )
    letter = compose(having(*entries), step(), Writer(TWO_ADDRESSES), NOW)
    assert letter.from_.email == WORK.email


def test_it_keeps_the_providers_thread():
    letter = compose(having(mail(1, "2026-03-02 10:00", DANA, thread_hint="18f2")), step(), Writer(ME), NOW)
    assert letter.thread_hint == "18f2"


def test_a_recipient_without_a_name_gets_the_one_they_write_under():
    nameless = Address(DANA.email)
    letter = compose(having(mail(1, "2026-03-02 10:00", DANA)), step(StepKind.CHECK_IN, nameless), Writer(ME), NOW)
    assert letter.to == (DANA,)
    assert letter.body.startswith("Hi Dana,")


def test_a_person_is_named_as_they_name_themselves():
    misread = Address(DANA.email, "['Dana Ruiz', ' P.E.']")
    letter = compose(having(mail(1, "2026-03-02 10:00", DANA)), step(StepKind.CHECK_IN, misread), Writer(ME), NOW)
    assert letter.to == (DANA,)


def test_a_name_that_poses_as_an_address_is_dropped():
    posing = Address("x@evil.example", "dana.ruiz@acmerobotics.example")
    letter = compose(having(mail(1, "2026-03-02 10:00", posing)), step(StepKind.CHECK_IN, posing), Writer(ME), NOW)
    assert letter.to == (Address("x@evil.example", ""),)


def test_the_same_step_is_written_the_same_at_every_scan():
    application = having(mail(1, "2026-03-02 10:00", DANA), contacts=(contact(),))
    one = compose(application, step(), Writer(ME), NOW)
    assert one == compose(application, step(), Writer(ME), NOW + dt.timedelta(days=2))


def test_an_interview_of_another_stage_is_no_other_letter():
    held = Interview(moment("2026-03-13 14:00"), moment("2026-03-13 18:00"), Stage.ONSITE, "<1@test.example>", (OMAR,))
    letter = compose(
        having(mail(1, "2026-03-02 10:00", DANA), interviews=(held,)), step(StepKind.THANK_YOU, OMAR), Writer(ME), NOW
    )
    assert "on Friday" in letter.body
