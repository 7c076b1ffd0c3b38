"""The words of a notice."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.notices.scene import NOW, news
from watcher.model import Kind, StepKind
from watcher.notices.kinds import NewsKind
from watcher.notices.text import notices_of, sample

HOSTILE = 'A\x1b]0;owned\x07cme <b>&amp;\r\nBcc: all@x\u202e "; rm -rf ~ ' + "x" * 500


def words(one, *, private=False):
    (notice,) = notices_of([one], NOW, private=private)
    return notice.title, notice.body


@pytest.mark.parametrize(
    ("one", "title", "body"),
    [
        (
            news(NewsKind.DRAFT_SAVED),
            "Draft for Acme Robotics",
            "Check in with Dana Ruiz. It is in Drafts: read it, then send it.",
        ),
        (
            news(NewsKind.DRAFT_SAVED, step=StepKind.THANK_YOU, who=""),
            "Draft for Acme Robotics",
            "Thank them. It is in Drafts: read it, then send it.",
        ),
        (
            news(NewsKind.DRAFT_SAVED, step=StepKind.CALL),
            "Draft for Acme Robotics",
            "Call Dana Ruiz. What to say is in Drafts.",
        ),
        (
            news(step=StepKind.REPLY, due=NOW.date()),
            "Reply from Acme Robotics",
            "Dana Ruiz wrote. It is your turn to answer.",
        ),
        (news(), "Reply from Acme Robotics", "Dana Ruiz wrote. Next: check in on Friday 20 March."),
        (
            news(step=StepKind.ATTEND, day=dt.date(2026, 3, 17)),
            "Reply from Acme Robotics",
            "Dana Ruiz wrote. You meet tomorrow.",
        ),
        (
            news(step=StepKind.NONE, due=None, who="", outcome=Kind.REJECTED),
            "Reply from Acme Robotics",
            "Their system wrote. It reads as a no.",
        ),
        (news(company="", step=StepKind.NONE, due=None), "Reply from an employer", "Dana Ruiz wrote."),
        (
            news(NewsKind.DATE_PASSED, day=dt.date(2026, 3, 13)),
            "Date passed: Acme Robotics",
            "They meant to answer by Friday 13 March. Next: check in on Friday 20 March.",
        ),
        (
            news(NewsKind.PARKED, account="my mail"),
            "Account my mail is parked",
            "Its sign-in was refused three times: `watcher auth 'my mail'`",
        ),
    ],
)
def test_it_names_the_employer_and_what_to_do(one, title, body):
    assert words(one) == (title, body)


@pytest.mark.parametrize("kind", NewsKind)
@pytest.mark.parametrize("many", [1, 9])
def test_a_private_notice_names_nobody(kind, many):
    ones = [news(kind, n, account="elin@home.example", day=NOW.date()) for n in range(many)]
    for notice in notices_of(ones, NOW, private=True):
        said = json.dumps([notice.title, notice.body, notice.form])
        for name in ("Acme", "Dana", "Backend", "elin"):
            assert name not in said
        assert notice.title
        assert notice.body


def test_many_at_once_are_one_notice():
    ones = [
        *(news(NewsKind.REPLIED, n, company=f"Firm {n}") for n in range(4)),
        news(NewsKind.DRAFT_SAVED, 5, company="Firm 5"),
    ]
    (notice,) = notices_of(ones, NOW, private=False)
    assert notice.title == "5 things are new"
    assert notice.body == (
        "1 draft to read and send, 4 replies: Firm 5, Firm 3, Firm 2 and 2 more. `watcher list` shows them."
    )
    assert len(notice.form["news"]) == 5


def test_its_form_is_the_same_for_programs():
    (notice,) = notices_of([news()], NOW, private=False)
    assert json.loads(json.dumps(notice.form)) == {
        "schema": 1,
        "at": "2026-03-16T10:00:00-05:00",
        "title": notice.title,
        "body": notice.body,
        "news": [
            {
                "kind": "replied",
                "at": "2026-03-16T10:00:01-05:00",
                "process": "abc123",
                "account": "home",
                "company": "Acme Robotics",
                "role": "Backend Engineer",
                "who": "Dana Ruiz",
                "step": "check_in",
                "due": "2026-03-20",
                "day": None,
                "outcome": None,
            }
        ],
    }


@pytest.mark.parametrize(
    ("who", "begins"), [("Dana Ruiz", "Dana Ruiz wrote."), ("--dana", "dana wrote."), (":", "Their system wrote.")]
)
def test_who_replied_begins_with_a_letter(who: str, begins: str) -> None:
    assert notices_of([news(NewsKind.REPLIED, 1, who=who)], NOW, private=False)[0].body.startswith(begins)


@example("", "", NewsKind.DRAFT_SAVED, StepKind.NONE, 1)
@given(
    st.text() | st.just(HOSTILE),
    st.text() | st.just(HOSTILE),
    st.sampled_from(NewsKind),
    st.sampled_from(StepKind),
    st.integers(1, 80),
)
def test_whatever_a_mail_is_signed_with_it_is_two_short_lines_that_begin_with_ours(name, who, kind, step, many):
    ones = [
        news(kind, n, company=name, who=who, role=who, account=name, step=step, day=NOW.date()) for n in range(many)
    ]
    for notice in notices_of(ones, NOW, private=False):
        for line, longest in ((notice.title, 100), (notice.body, 400)):
            assert len(line) <= longest
            assert line[0].isalnum()
            assert not [sign for sign in line if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs")]
            assert "\u202e" not in line
        assert len(json.dumps(notice.form)) < 64_000


def test_a_sample_says_that_it_is_one():
    assert sample(NOW).title.startswith("Test")
