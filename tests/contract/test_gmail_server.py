"""The Gmail of the tests, driven by Google's own client: messages, threads and search."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

import pytest

from providers.testing.mailbox import NOW, mail, with_calendar
from tests.servers.gmail import Account, Gmail
from tests.servers.gmail.clients import status
from tests.servers.gmail.errors import ApiError

pytestmark = pytest.mark.server

LATIN = "Subject: =?utf-8?q?Gespr=C3=A4ch?=\r\nFrom: Jörg <j@x.example>\r\nX-Odd: 1\r\n\r\nGrüße\r\n".encode("latin-1")


def found(users: Any, query: str, **more: Any) -> set[str]:
    """The subjects of what a search finds, without what stands before the name."""
    ids = [m["id"] for m in users.messages().list(userId="me", q=query, **more).execute().get("messages", [])]
    got = [
        users.messages().get(userId="me", id=i, format="metadata", metadataHeaders=["subject"]).execute() for i in ids
    ]
    return {one["payload"]["headers"][0]["value"].removeprefix("About ") for one in got}


# -- messages -----------------------------------------------------------------------------------
@pytest.mark.parametrize("content", [mail("one"), with_calendar("meet"), LATIN, b"Subject: x\n\nonly LF\n"])
def test_a_message_is_kept_byte_for_byte(account: Account, users: Any, content: bytes) -> None:
    entry = account.put(content, ("INBOX", "UNREAD"), NOW)
    got = users.messages().get(userId="me", id=entry.id, format="raw").execute()
    assert base64.urlsafe_b64decode(got["raw"]) == content
    assert got["labelIds"] == ["INBOX", "UNREAD"]
    assert got["internalDate"] == str(int(NOW.timestamp() * 1000))
    assert got["sizeEstimate"] == len(content)


def test_a_message_is_shown_with_all_its_parts_and_fields(account: Account, users: Any) -> None:
    entry = account.put(with_calendar("meet"))
    got = users.messages().get(userId="me", id=entry.id).execute()["payload"]
    fields = {field["name"]: field["value"] for field in got["headers"]}
    assert fields["X-Greenhouse"] == "yes"
    text, letter = got["parts"]
    assert [part["mimeType"] for part in text["parts"]] == ["text/plain", "text/html", "text/calendar"]
    where = {"userId": "me", "messageId": entry.id, "id": letter["body"]["attachmentId"]}
    held = users.messages().attachments().get(**where).execute()
    assert base64.urlsafe_b64decode(held["data"]) == b"%PDF-1.4 a letter"


def test_the_profile_names_the_address_and_counts(account: Account, users: Any) -> None:
    account.put(mail("one"))
    account.put(mail("two", References="<one@mail.example>"))
    profile = users.getProfile(userId="me").execute()
    assert (profile["emailAddress"], profile["messagesTotal"], profile["threadsTotal"]) == (account.address, 2, 1)


def test_a_list_comes_in_pages_newest_first(account: Account, users: Any) -> None:
    entries = [account.put(mail(f"m{n}"), ("INBOX",), NOW - n * dt.timedelta(hours=1)) for n in range(7)]
    pages, request = [], users.messages().list(userId="me", maxResults=3)
    while request:
        pages.append(request.execute())
        request = users.messages().list_next(request, pages[-1])
    assert [m["id"] for page in pages for m in page["messages"]] == [entry.id for entry in entries]
    assert len(pages) == 3


def test_an_empty_list_has_no_list(users: Any) -> None:
    assert users.messages().list(userId="me").execute() == {"resultSizeEstimate": 0}
    assert users.drafts().list(userId="me").execute() == {"resultSizeEstimate": 0}


def test_what_is_not_there_or_somebody_elses_is_not_found(gmail: Gmail, users: Any) -> None:
    other = gmail.account().put(mail("theirs"))
    for id_ in (other.id, "0000000000000000"):
        assert status(users.messages().get(userId="me", id=id_)) == 404
    assert status(users.threads().get(userId="me", id="0000000000000000")) == 404
    assert status(users.drafts().get(userId="me", id="r1")) == 404


def test_another_users_mailbox_is_closed(gmail: Gmail, users: Any) -> None:
    assert status(users.getProfile(userId=gmail.account().address)) == 403


@pytest.mark.parametrize("deed", ["trash", "untrash", "delete", "modify"])
def test_what_we_may_not_do_is_refused(account: Account, users: Any, deed: str) -> None:
    entry = account.put(mail("one"))
    before = account.snapshot()
    more = {"body": {}} if deed == "modify" else {}
    assert status(getattr(users.messages(), deed)(userId="me", id=entry.id, **more)) == 403
    assert account.snapshot() == before


def test_partial_answers_hold_what_was_asked_for(account: Account, users: Any) -> None:
    entry = account.put(with_calendar("meet"))
    ask = users.messages().get(userId="me", id=entry.id, fields="id,payload(parts/mimeType,headers/name)")
    got = ask.execute()
    assert got.keys() == {"id", "payload"}
    assert got["payload"]["parts"] == [{"mimeType": "multipart/alternative"}, {"mimeType": "application/pdf"}]
    assert status(users.messages().get(userId="me", id=entry.id, fields="id,payload(")) == 400


def test_what_is_sent_or_a_draft_is_so_by_itself(account: Account) -> None:
    account.put(mail("one"))
    with pytest.raises(ApiError, match="SENT"):
        account.relabel("<one@mail.example>", {"SENT"}, {"INBOX"})


# -- threads ------------------------------------------------------------------------------------
def test_a_thread_holds_its_messages_oldest_first(account: Account, users: Any) -> None:
    first = account.put(mail("one"), ("INBOX",), NOW - dt.timedelta(days=1))
    answer = account.reply("<one@mail.example>", "Thank you.", NOW)
    alone = account.put(mail("two"))
    thread = users.threads().get(userId="me", id=first.thread_id, format="minimal").execute()
    assert [message["id"] for message in thread["messages"]] == [first.id, answer.id]
    listed = users.threads().list(userId="me").execute()["threads"]
    assert {one["id"] for one in listed} == {first.thread_id, alone.thread_id}


# -- search -------------------------------------------------------------------------------------
@pytest.fixture
def _searched(account: Account) -> None:
    day = dt.timedelta(days=1)
    them = "Dana Ruiz <dana.ruiz@acme.example>"
    account.put(mail("offer", "We are pleased to offer you the job.\n"), ("INBOX",), NOW - 3 * day)
    account.put(
        mail("news", "Our offers of the week.\n", From="Shop <news@shop.example>"), ("CATEGORY_PROMOTIONS", "INBOX")
    )
    account.put(mail("thanks", "Thank you.\n", From=account.address, To=them), ("SENT",), NOW - 2 * day)
    account.put(mail("chat", "offer"), ("CHAT",))
    account.put(mail("junk", "offer"), ("SPAM",))
    account.put(mail("gone", "offer"), ("TRASH",))
    account.put(mail("letter", "A follow-up.\n"), ("DRAFT",))


@pytest.mark.usefixtures("_searched")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"offer", "news", "thanks", "chat", "letter"}),
        ("offer", {"offer", "chat"}),  # whole words
        ("OFFER -in:chats", {"offer"}),
        ("in:inbox -category:promotions", {"offer"}),
        ("in:sent", {"thanks"}),
        ("in:drafts", {"letter"}),
        ("from:me", {"thanks"}),
        ("to:dana", {"thanks"}),
        ("from:acme.example", {"offer", "chat", "letter"}),
        ('"offer you the job"', {"offer"}),
        ('"the job offer"', set()),
        ('{"pleased to" thank}', {"offer", "thanks"}),
        ("(pleased OR thank)", {"offer", "thanks"}),
        ("from:(shop OR nobody)", {"news"}),
        ("-{offer offers} -in:drafts", {"thanks"}),
        ("follow-up", {"letter"}),
        ('"follow up"', {"letter"}),
        ("rfc822msgid:<offer@mail.example>", {"offer"}),
        ("rfc822msgid:offer@mail.example", {"offer"}),
        ("rfc822msgid:ffer@mail.example", set()),
        ("subject:thanks", {"thanks"}),
    ],
)
def test_a_search_finds_what_gmails_would(users: Any, query: str, expected: set[str]) -> None:
    assert found(users, query) == expected


@pytest.mark.usefixtures("_searched")
def test_a_search_knows_seconds_and_hides_spam_and_trash_unless_asked(users: Any) -> None:
    middle = int((NOW - dt.timedelta(days=2, hours=12)).timestamp())
    assert found(users, f"before:{middle}") == {"offer"}
    assert found(users, f"after:{middle} offer", includeSpamTrash=True) == {"chat", "junk", "gone"}
    assert found(users, "in:trash", includeSpamTrash=True) == {"gone"}
    exactly = int((NOW - dt.timedelta(days=3)).timestamp())
    assert found(users, f"after:{exactly - 1} before:{exactly + 1}") == {"offer"}
    assert found(users, f"after:{exactly} before:{exactly + 1}") == set()


@pytest.mark.parametrize(
    "query",
    ["newer_than:3d", "after:2026/01/01", "has:attachment", "a OR b c", "a b OR c", "offer*", "in:trash", "label:none",
     "list:x", "(a", "a)", "{a OR b}", "from:subject:x", "a AND b", "OR", "()", "--a", "larger:5M", "in:anywhere"],
)  # fmt: skip
def test_a_search_that_is_not_sure_is_refused(users: Any, query: str) -> None:
    assert status(users.messages().list(userId="me", q=query)) == 501
