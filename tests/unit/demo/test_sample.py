"""The sample mailbox says the same on each day of the year."""

import datetime as dt
import mailbox
import re

import pytest

from watcher.calendar import calendar_for
from watcher.demo import compose, deliver, me, morning
from watcher.demo.sample import Letter

LEAP_YEAR = [dt.date(2028, 1, 1) + dt.timedelta(days=n) for n in range(366)]
CALENDAR = calendar_for(me().country)


@pytest.fixture(scope="module")
def mailboxes() -> dict[dt.date, dict[str, Letter]]:
    return {today: {letter.id: letter for letter in compose(today)} for today in LEAP_YEAR}


def written(letter: Letter) -> str:
    """What the letter says itself, without the words it answers."""
    return re.split(r"\nOn \w{3}, ", letter.text)[0]


def dates(letter: Letter) -> list[dt.date]:
    """The full dates it names, as written in Britain: each within two months of its day of writing."""
    near = [letter.sent.date() + dt.timedelta(days=n) for n in range(-60, 60)]
    spelled = {f"{day:%A} {day.day} {day:%B}": day for day in near}
    return [spelled[words] for words in re.findall(r"\b[A-Z][a-z]+day \d+ [A-Z][a-z]+", written(letter))]


def business_days(first: dt.date, last: dt.date) -> int:
    """Business days after `first`, up to and including `last`."""
    days = (first + dt.timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(CALENDAR.is_business_day(day) for day in days)


def test_all_mail_has_arrived_by_the_morning_it_is_made_for(mailboxes):
    for today, letters in mailboxes.items():
        assert all(letter.sent < morning(today) for letter in letters.values()), today


def test_an_answer_is_younger_than_what_it_answers(mailboxes):
    for letters in mailboxes.values():
        by_id = {letter.message_id: letter for letter in letters.values()}
        for letter in letters.values():
            chain = [by_id[ref].sent for ref in letter.references] + [letter.sent]
            assert chain == sorted(set(chain)), letter.id


def test_no_placeholder_is_left(mailboxes):
    for letters in mailboxes.values():
        assert not any("{" in letter.text + letter.subject for letter in letters.values())


def test_the_oldest_mail_is_within_the_first_look_back_of_ninety_days(mailboxes):
    for today, letters in mailboxes.items():
        assert min(letter.sent for letter in letters.values()) > morning(today) - dt.timedelta(days=80)


def test_the_bakery_named_a_day_that_is_two_business_days_past(mailboxes):
    for today, letters in mailboxes.items():
        (named,) = dates(letters["bakery-5"])
        assert CALENDAR.add_business_days(named, 2) <= today, today


def test_the_museum_decides_by_the_end_of_next_week_and_that_is_still_ahead(mailboxes):
    for today, letters in mailboxes.items():
        sent = letters["museum-5"].sent.date()
        end_of_next_week = sent + dt.timedelta(days=11 - sent.weekday())
        assert CALENDAR.add_business_days(end_of_next_week, 2) > today, today


def test_the_hotel_interview_ended_yesterday_and_nothing_was_written_since(mailboxes):
    for today, letters in mailboxes.items():
        meeting = letters["hotel-4"].meeting
        assert meeting.end.astimezone(morning(today).tzinfo).date() == today - dt.timedelta(days=1)
        assert dates(letters["hotel-4"]) == [meeting.start.date()]


def test_the_robot_makers_interview_is_on_the_next_business_day(mailboxes):
    for today, letters in mailboxes.items():
        start = letters["robots-4"].meeting.start.astimezone(morning(today).tzinfo)
        assert business_days(today, start.date()) == 1
        assert start.hour == 15
        assert f"{start:%A, %B} {start.day} at 3pm London" in letters["robots-4"].text


def test_the_headhunter_was_asked_five_business_days_ago(mailboxes):
    for today, letters in mailboxes.items():
        asked = letters["wind-4"].sent.date()
        assert dates(letters["wind-4"]) == dates(letters["wind-3"])
        assert CALENDAR.add_business_days(dates(letters["wind-3"])[0], 2) <= asked
        assert CALENDAR.add_business_days(asked, 5) <= today


def test_the_ferry_companys_day_went_by_while_its_contact_is_away(mailboxes):
    for today, letters in mailboxes.items():
        (named,) = dates(letters["ferries-4"])
        assert CALENDAR.add_business_days(named, 2) <= today
        (back,) = dates(letters["ferries-6"])
        assert back > today


def test_the_mailbox_is_a_maildir_with_each_mail_in_its_folder(tmp_path):
    letters = compose(dt.date(2026, 12, 25))
    deliver(letters, tmp_path / "Maildir")
    box = mailbox.Maildir(tmp_path / "Maildir", create=False)
    ids = {mail["Message-ID"] for mail in (*box, *box.get_folder("Sent"))}
    assert ids == {letter.message_id for letter in letters}
    assert {mail["From"] for mail in box.get_folder("Sent")} == {"Elin Sorley <elin.sorley@harbourpost.example>"}
    assert len(box.get_folder("Drafts")) == 0
