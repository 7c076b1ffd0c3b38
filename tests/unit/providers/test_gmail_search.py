"""Queries, in documented operators alone, short enough to go as a GET."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote_plus

from providers.gmail import search
from watcher import inference
from watcher.reading.systems import SENDERS

SINCE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def test_the_look_back_begins_a_second_early_as_gmail_may_leave_out_the_second_it_names() -> None:
    assert search.everything(SINCE) == "after:1767225599 -in:chats -in:drafts"
    assert search.mine(SINCE) == "after:1767225599 in:sent"


def test_words_phrases_and_senders_are_alternatives() -> None:
    found = list(search.telling(SINCE, ["recruiter", "job offer"], ["greenhouse.io", "dana.ruiz@mail.example"]))
    start = "after:1767225599 -in:chats -in:drafts -category:promotions "
    assert found == [
        start + '{recruiter "job offer"}',
        start + "{from:greenhouse.io from:dana.ruiz@mail.example}",
    ]


def test_nothing_in_a_sender_or_word_becomes_an_operator() -> None:
    words = ["a} in:trash", 'x" OR in:anywhere "', "-in:inbox", "from:me", "{a b}", "", "a\nb"]
    senders = ["x.example} in:trash", "a b", "-x", '"x"', "x@y@z", "", "x.example\r\n", "(x)", "ü.example"]
    assert list(search.telling(SINCE, words, senders)) == []


def test_all_that_is_sought_is_in_a_handful_of_short_queries() -> None:
    queries = list(search.telling(SINCE, inference.SEARCH, SENDERS))
    assert len(queries) <= 6
    assert all(len(quote_plus(query)) < 1800 for query in queries)  # beyond 2,048 the library turns a GET into a POST
    together = " ".join(queries)
    assert all((f'"{word}"' if " " in word else word) in together for word in inference.SEARCH)
    assert all(f"from:{sender}" in together for sender in SENDERS)


def test_trash_is_searched_for_one_message() -> None:
    assert search.discarded("<watcher.0@home.example>") == "in:trash rfc822msgid:watcher.0@home.example"
