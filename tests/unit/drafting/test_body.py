"""What a follow-up says: short, true, one question, and nothing unfilled."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import DANA, ME, OMAR, contact, decision, interview, mail, moment, process, reply, says
from watcher.drafting.body import Writer, body
from watcher.drafting.check import faults, words_in
from watcher.drafting.stationery import ASKS, Stationery, Tone
from watcher.model import Address, Application, Kind, Mark, MarkKind, Person, Role, Side, Step, StepKind, Thread, Window

NOW = moment("2026-03-17 09:00")
UK = replace(ME, country="GB")


def text(application: Application, kind: StepKind, *to: Address, me: Person = ME, now=NOW, anchor: str = "a") -> str:
    people = to or (DANA,)
    named = replace(application, id=anchor)
    return body(named, Step(kind, dt.date(2026, 3, 16), people, "because", anchor), people, Writer(me), now).text


def every_way(application: Application, kind: StepKind, *to: Address, me: Person = ME, now=NOW) -> set[str]:
    """The letter in each of its variants."""
    return {text(application, kind, *to, me=me, now=now, anchor=str(i)) for i in range(60)}


HELD = interview("2026-03-10 14:00", (OMAR,))
SAID = mail(1, "2026-03-02 10:00", DANA)
THREAD = (Thread("t", "Backend Engineer", (SAID,)),)
EVERYDAY = [
    (process(), StepKind.CHECK_IN, (DANA,)),
    (process(interviews=(HELD,)), StepKind.CHECK_IN, (DANA,)),
    (process(interviews=(HELD,)), StepKind.CHECK_IN, (OMAR,)),
    (process(threads=THREAD, decision=decision("2026-03-13")), StepKind.CHECK_IN, (DANA,)),
    (process(decision=decision("2026-03-13", Side.ME)), StepKind.CHECK_IN, (DANA,)),
    (process(follow_ups=(reply(Side.ME, "2026-03-10 09:00"),)), StepKind.SECOND_CHECK_IN, (DANA,)),
    (process(), StepKind.SECOND_CHECK_IN, (DANA,)),
    (process(interviews=(HELD,)), StepKind.THANK_YOU, (OMAR,)),
    (process(interviews=(HELD,)), StepKind.THANK_YOU, (OMAR, DANA)),
    (process(interviews=(HELD,), decision=decision("2026-03-20")), StepKind.THANK_YOU, (OMAR,)),
    (process(interviews=(interview("2026-03-10 14:00"),)), StepKind.THANK_YOU, (DANA,)),
]


@pytest.mark.parametrize("unknown", [{}, {"role": ""}, {"company": ""}, {"role": "", "company": ""}])
@pytest.mark.parametrize(("application", "kind", "to"), EVERYDAY)
def test_every_letter_is_short_and_whole(application, kind, to, unknown):
    letters = every_way(replace(application, **unknown), kind, *to)
    assert len(letters) >= 3
    for letter in letters:
        greeting, *paragraphs, closing = letter.rstrip("\n").split("\n\n")
        assert greeting.endswith(",")
        assert len(paragraphs) == 2
        assert closing.endswith("\nAlex Kim")
        assert len(" ".join(paragraphs).split()) <= 100
        assert letter.count("?") == (0 if kind is StepKind.THANK_YOU else 1)
        assert not re.search(r"[{}%\[\]]|None|  | [.,?]|\bthe at\b|\brole role\b|[a-z]\n[a-z]|\.\.", letter)
        assert all(re.fullmatch(r"[A-Z].*[.?]", paragraph) for paragraph in paragraphs)
        assert all(re.match(r"[A-Z]", sentence) for p in paragraphs for sentence in re.split(r"(?<=[.?]) ", p))
        assert not re.search(r"still waiting|haven't heard|have not heard|no reply|unfortunately|disappoint", letter)


def test_the_date_they_named_is_brought_up_lightly_in_the_readers_way():
    application = process(threads=THREAD, decision=decision("2026-03-13"))
    said = "you had hoped to have news by Friday"
    assert all(f"{said} the 13th" in one for one in every_way(application, StepKind.CHECK_IN))
    april = moment("2026-04-02 09:00")
    assert all(f"{said}, March 13" in one for one in every_way(application, StepKind.CHECK_IN, now=april))
    british = every_way(application, StepKind.CHECK_IN, me=UK, now=april)
    assert all(f"{said}, March 13" in one for one in british), "Dana writes from Chicago"
    irish = Address("dana@acme.ie", "Dana Ruiz")
    thread = Thread("t", "Backend Engineer", (mail(1, "2026-03-02 10:00", irish),))
    application = replace(application, threads=(thread,))
    assert all(f"{said} 13 March" in one for one in every_way(application, StepKind.CHECK_IN, irish, now=april))


@pytest.mark.parametrize(
    ("window", "words", "said"),
    [
        (Window(dt.date(2026, 3, 9), dt.date(2026, 3, 13)), "next week", "in the week of Monday the 9th"),
        (Window(None, dt.date(2026, 3, 31)), "by the end of the month", "by the end of March"),
        (Window(dt.date(2026, 3, 12), dt.date(2026, 3, 13)), "Thursday or Friday", "by Friday"),
    ],
)
def test_the_date_is_said_in_their_own_terms(window, words, said):
    stated = replace(decision("2026-03-13"), window=window, words=words)
    now = moment("2026-04-02 09:00") if window.latest.day == 31 else NOW
    letters = every_way(process(threads=THREAD, decision=stated), StepKind.CHECK_IN, now=now)
    assert all(f"you had hoped to have news {said}" in letter for letter in letters)


def test_a_date_that_somebody_else_named_is_not_put_into_the_readers_mouth():
    application = process(threads=THREAD, decision=decision("2026-03-13"))
    for letter in every_way(application, StepKind.CHECK_IN, OMAR):
        assert "you had hoped" not in letter
        assert "I understood there might be news by Friday the 13th" in letter
    mine = process(threads=THREAD, decision=decision("2026-03-13", Side.ME))
    assert all("I understood there might" in letter for letter in every_way(mine, StepKind.CHECK_IN))


def test_a_date_still_ahead_is_no_overdue_one():
    application = process(threads=THREAD, decision=decision("2026-03-20"))
    assert not any("the 20th" in letter for letter in every_way(application, StepKind.CHECK_IN))
    thanks = process(interviews=(HELD,), decision=decision("2026-03-20"))
    assert all("by Friday the 20th" in letter for letter in every_way(thanks, StepKind.THANK_YOU, OMAR))


def test_thanks_name_the_day_once_it_is_over():
    today = process(interviews=(interview("2026-03-17 07:00", (OMAR,)),))
    assert not any("Tuesday" in letter or "today" in letter for letter in every_way(today, StepKind.THANK_YOU, OMAR))
    yesterday = process(interviews=(interview("2026-03-16 14:00", (OMAR,)),))
    assert all(" on Monday" in letter for letter in every_way(yesterday, StepKind.THANK_YOU, OMAR))


def test_the_day_of_an_interview_is_that_of_my_zone():
    late = process(interviews=(interview("2026-03-15 23:30", (OMAR,)),))  # ends on Monday; in UTC all of it is Monday
    assert all(" on Sunday" in letter for letter in every_way(late, StepKind.THANK_YOU, OMAR))


def test_thanks_to_whom_did_not_hold_it_say_so():
    application = process(interviews=(HELD,))
    for letter in every_way(application, StepKind.THANK_YOU, DANA):
        assert "with Omar" in letter
        assert "our conversation" not in letter
        assert "your time" not in letter


def test_a_host_known_by_name_only_is_recognised_in_the_recipient():
    application = process(interviews=(interview("2026-03-10 14:00", (Address("", "Dana"),)),))
    for letter in every_way(application, StepKind.THANK_YOU, DANA):
        assert "with Dana" not in letter


def test_several_are_thanked_together():
    application = process(interviews=(interview("2026-03-16 14:00", (OMAR, DANA)),))
    letters = every_way(application, StepKind.THANK_YOU, OMAR, DANA)
    assert all(letter.startswith("Hi Omar and Dana,") for letter in letters)
    assert any("both" in letter for letter in letters)


def test_somebody_who_works_for_several_employers_is_told_which():
    headhunter = process(contacts=(contact(DANA, Role.HEADHUNTER),))
    assert all("the Backend Engineer role at Acme Robotics" in one for one in every_way(headhunter, StepKind.CHECK_IN))
    in_house = every_way(process(), StepKind.CHECK_IN)
    assert all("the Backend Engineer role" in one and "Acme" not in one for one in in_house)


@pytest.mark.parametrize(
    ("company", "said"),
    [
        ("Acme Robotics", "the role at Acme Robotics"),
        ("Acme Inc.", "the role at Acme Inc"),
        ("University of Wexley", "the role at the University of Wexley"),
        ("", "the role"),
        ("[Company]", "the role"),
        ("German", "the role"),
    ],
)
def test_the_employer_is_named_where_it_can_be(company, said):
    application = process(role="", company=company, contacts=(contact(DANA, Role.HEADHUNTER),))
    assert any(re.search(rf"{re.escape(said)}[.,:]? ", one) for one in every_way(application, StepKind.CHECK_IN))


@pytest.mark.parametrize(
    ("role", "company", "said"),
    [
        ("Backend Engineer", "Acme", "the Backend Engineer role"),
        ("Backend Engineer (m/f/d)", "Acme", "the Backend Engineer role"),
        ("Backend Engineer (Remote, US) - R104233", "Acme", "the Backend Engineer role"),
        ("Teacher (Electrotechnology)", "Acme", "the Teacher (Electrotechnology) role"),
        ("Practice Nurse position", "Acme", "the Practice Nurse position"),
        ("C++ Developer", "Acme", "the C++ Developer role"),
        ("Clinical Nurse Manager 1", "Acme", "the Clinical Nurse Manager 1 role"),
        ("Programme Officer, Nairobi", "Acme", "the Programme Officer role"),
        ("Director, Engineering", "Acme", "the Director, Engineering role"),
        ("electrical supervisor in Kal", "Acme", "the electrical supervisor role"),
        ("Kitchen manager", "Acme", "the Kitchen Manager role"),
        ("Head of communications", "Acme", "the Head of Communications role"),
        ("Lecturer in Economics", "Acme", "the Lecturer in Economics role"),
        ("Lodge Manager for Hoedspruit", "Acme", "the position of Lodge Manager for Hoedspruit"),
        ("Alex Kim / Technical Designer", "Acme", "the role"),
        ("", "Acme Robotics", "the role"),
        ("{{7*7}}", "Acme", "the role"),
        ("see http://evil.example/?a=1", "Acme", "the role"),
        ("x" * 80, "Acme", "the role"),
    ],
)
def test_the_role_is_named_where_it_can_be(role, company, said):
    application = process(role=role, company=company)
    assert any(re.search(rf"{re.escape(said)}[.,:]? ", one) for one in every_way(application, StepKind.CHECK_IN))


def test_what_comes_from_mail_is_never_a_template():
    me = replace(ME, name="{{ 7 * 7 }}", signature="{% for x in y %}")
    hosts = (Address("o@x.example", "Omar{{7*7}} {{config}}"),)
    application = process(role="Lead {{7*7}}", company="{%raw%}", interviews=(interview("2026-03-10 14:00", hosts),))
    for letter in every_way(application, StepKind.THANK_YOU, *hosts, me=me):
        assert "49" not in letter
        assert "{% for x in y %}" in letter


@pytest.mark.parametrize(
    ("signature", "ending"),
    [
        ("", "regards,\nAlex Kim\n"),
        ("Alex\n(312) 555-0142", "regards,\nAlex\n(312) 555-0142\n"),
        ("Regards,\nAlex", "\n\nRegards,\nAlex\n"),
        ("Best regards\nAlex Kim", "\n\nBest regards\nAlex Kim\n"),
        ("Yours sincerely,\nAlex", "\n\nYours sincerely,\nAlex\n"),
        ("Thanks!\nAlex", "\n\nThanks!\nAlex\n"),
        ("--\nAlex", "regards,\nAlex\n"),
    ],
)
def test_it_closes_once_with_my_signature(signature, ending):
    letters = every_way(process(), StepKind.CHECK_IN, me=replace(ME, signature=signature))
    assert any(letter.endswith(ending) for letter in letters)
    for letter in letters:
        assert letter.lower().count("regards") + letter.count("wishes") + letter.count("sincerely") <= 1


@pytest.mark.parametrize("tone", Tone)
def test_no_nudge_repeats_the_one_before(tone):
    def nudge(count: int) -> list[str]:
        application = process(follow_ups=(reply(Side.ME, "2026-03-10 09:00"),) * count)
        kind = StepKind.SECOND_CHECK_IN if count else StepKind.CHECK_IN
        step = Step(kind, NOW.date(), (DANA,), "because", str(count))
        return body(application, step, (DANA,), Writer(ME, Stationery(tone)), NOW).text.split("\n\n")[1:-1]

    for count in range(6):
        assert not set(nudge(count)) & set(nudge(count + 1))


texts = st.text(max_size=80) | st.sampled_from(
    [
        "",
        "Dana?",
        "None",
        "...",
        "a b " * 20,
        "[Name]",
        "{{ x }}",
        "Acme Inc.",
        "the",
        "x\r\nBcc: y",
        "Ann, Bob & Co.",
        "?" * 9,
    ]
)


@given(
    texts=st.lists(texts, min_size=6, max_size=6),
    name=st.sampled_from([*ASKS, "apart"]),
    tone=st.sampled_from(Tone),
    days=st.integers(1, 60),
    badly=st.booleans(),
    latest=st.none() | st.integers(-40, 40),
    agency=st.booleans(),
)
def test_of_any_process_the_letter_is_short_whole_and_asks_once(texts, name, tone, days, badly, latest, agency):
    role, company, first, second, note, signed = texts
    people = (Address("x@acme.example", first), Address("y@acme.example", second))
    start = NOW - dt.timedelta(days=days)
    held = replace(interview("2026-03-10 14:00", people), start=start, end=start + dt.timedelta(hours=1))
    marks = [Mark(MarkKind.NOTE, "<1@test.example>", NOW, note)]
    marks += [Mark(MarkKind.WENT_BADLY, "<1@test.example>", NOW)] * badly
    day = (NOW + dt.timedelta(days=latest or 0)).date().isoformat()
    application = process(
        role=role,
        company=company,
        interviews=(held,),
        marks=tuple(marks),
        decision=None if latest is None else replace(decision(day), words=note),
        threads=(Thread("t", role, (mail(1, "2026-03-02 10:00", people[0], says(Kind.SIGNS, text=signed)),)),),
        contacts=(contact(people[0], Role.HEADHUNTER if agency else Role.RECRUITER),),
        follow_ups=(reply(Side.ME, "2026-03-10 09:00"),) * (name == "second_check_in"),
    )
    kinds = {"thank_you": StepKind.THANK_YOU, "second_check_in": StepKind.SECOND_CHECK_IN, "apart": StepKind.THANK_YOU}
    letter = name if name not in (*StepKind, "check_in_after_date", "apart") else ""
    to = people[:1] if agency or name == "apart" else people
    step = Step(kinds.get(name, StepKind.CHECK_IN), NOW.date(), to, "because", "a", name == "apart", letter)
    written = body(application, step, to, Writer(ME, Stationery(tone)), NOW)
    _, *paragraphs, closing = written.text.rstrip("\n").split("\n\n")
    said = "\n".join(paragraphs)
    assert words_in(paragraphs) <= 120
    assert said.count("?") == (0 if name == "apart" else ASKS[name])
    assert list(faults(paragraphs, asks=False)) == []
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", written.text)
    assert closing.endswith("\nAlex Kim")
