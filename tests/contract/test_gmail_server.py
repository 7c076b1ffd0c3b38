"""The Gmail of the tests, driven by Google's own client: mail, search, drafts, history, batches, partial answers."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from googleapiclient.errors import HttpError
from googleapiclient.http import BatchHttpRequest

from providers.testing.mailbox import NOW, draft_id, mail, our_draft, with_calendar
from tests.servers.gmail import READONLY, Account, Gmail
from tests.servers.gmail.clients import google_client

pytestmark = pytest.mark.server

LATIN = "Subject: =?utf-8?q?Gespr=C3=A4ch?=\r\nFrom: Jörg <j@x.example>\r\nX-Odd: 1\r\n\r\nGrüße\r\n".encode("latin-1")


@pytest.fixture
def account(gmail: Gmail) -> Account:
    return gmail.account()


@pytest.fixture
def users(account: Account) -> Iterator[Any]:
    """Google's client for the account."""
    with google_client(account) as client:
        yield client


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


def reply_to(name: str, number: int, subject: str | None = None) -> bytes:
    """A draft of ours that answers the mail of this name."""
    draft = our_draft(number).replace(b"<meet@mail.example>", f"<{name}@mail.example>".encode())
    return draft.replace(b"Subject: Re: Interview", f"Subject: {subject or f'Re: About {name}'}\r\nX-Was: ".encode())


def found(users: Any, query: str, **more: Any) -> set[str]:
    """The subjects of what a search finds, without what stands before the name."""
    ids = [m["id"] for m in users.messages().list(userId="me", q=query, **more).execute().get("messages", [])]
    got = [
        users.messages().get(userId="me", id=i, format="metadata", metadataHeaders=["subject"]).execute() for i in ids
    ]
    return {one["payload"]["headers"][0]["value"].removeprefix("About ") for one in got}


def status(call: Any) -> int:
    with pytest.raises(HttpError) as raised:
        call.execute()
    return int(raised.value.status_code)


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


# -- drafts -------------------------------------------------------------------------------------
def test_a_draft_stands_in_its_thread_and_keeps_its_bytes(account: Account, users: Any) -> None:
    one = account.put(mail("one"))
    message = {"raw": encoded(reply_to("one", 1)), "threadId": one.thread_id}
    made = users.drafts().create(userId="me", body={"message": message}).execute()
    assert made["message"]["threadId"] == one.thread_id
    assert made["message"]["labelIds"] == ["DRAFT"]
    got = users.drafts().get(userId="me", id=made["id"], format="raw").execute()
    assert base64.urlsafe_b64decode(got["message"]["raw"]) == reply_to("one", 1)
    listed = users.drafts().list(userId="me", q=f"rfc822msgid:{draft_id(1)}").execute()["drafts"]
    assert [draft["id"] for draft in listed] == [made["id"]]
    assert "drafts" not in users.drafts().list(userId="me", q=f"rfc822msgid:{draft_id(2)}").execute()


@pytest.mark.parametrize("content", [reply_to("other", 1), reply_to("one", 1, "Something else")])
def test_a_draft_that_does_not_answer_the_thread_stands_alone(account: Account, users: Any, content: bytes) -> None:
    one = account.put(mail("one"))
    message = {"raw": encoded(content), "threadId": one.thread_id}
    made = users.drafts().create(userId="me", body={"message": message}).execute()
    assert made["message"]["threadId"] != one.thread_id


def test_a_draft_of_nothing_or_for_no_thread_is_refused(account: Account, users: Any) -> None:
    assert status(users.drafts().create(userId="me", body={"message": {}})) == 400
    message = {"raw": encoded(our_draft(1)), "threadId": "0000000000000000"}
    assert status(users.drafts().create(userId="me", body={"message": message})) == 404
    assert account.drafts() == {}


def test_an_edited_draft_keeps_its_id_and_not_its_message(account: Account, users: Any) -> None:
    made = users.drafts().create(userId="me", body={"message": {"raw": encoded(our_draft(1))}}).execute()
    start = users.getProfile(userId="me").execute()["historyId"]
    account.edit_draft(draft_id(1), our_draft(1, body="My own words.\n"))
    got = users.drafts().get(userId="me", id=made["id"], format="raw").execute()
    assert got["message"]["id"] != made["message"]["id"]
    assert base64.urlsafe_b64decode(got["message"]["raw"]) == our_draft(1, body="My own words.\n")
    records = users.history().list(userId="me", startHistoryId=start).execute()["history"]
    assert [m["message"]["id"] for r in records for m in r.get("messagesAdded", [])] == [got["message"]["id"]]
    assert [m["message"]["id"] for r in records for m in r.get("messagesDeleted", [])] == [made["message"]["id"]]


def test_a_sent_draft_is_gone_and_another_message_is_sent(account: Account, users: Any) -> None:
    one = account.put(mail("one"))
    message = {"raw": encoded(reply_to("one", 1)), "threadId": one.thread_id}
    made = users.drafts().create(userId="me", body={"message": message}).execute()
    sent = account.send_draft(draft_id(1))
    assert status(users.drafts().get(userId="me", id=made["id"])) == 404
    assert status(users.messages().get(userId="me", id=made["message"]["id"])) == 404
    assert (sent.labels, sent.thread_id) == ({"SENT"}, one.thread_id)
    assert sent.message_id != draft_id(1)
    assert one.message_id in sent.references


def test_a_draft_in_the_trash_is_listed_only_where_that_is_asked_for(account: Account, users: Any) -> None:
    users.drafts().create(userId="me", body={"message": {"raw": encoded(our_draft(1))}}).execute()
    account.trash(draft_id(1))
    assert "drafts" not in users.drafts().list(userId="me").execute()
    assert len(users.drafts().list(userId="me", includeSpamTrash=True).execute()["drafts"]) == 1


def test_a_deleted_draft_leaves_nothing(account: Account, users: Any) -> None:
    made = users.drafts().create(userId="me", body={"message": {"raw": encoded(our_draft(1))}}).execute()
    users.drafts().delete(userId="me", id=made["id"]).execute()
    assert account.snapshot() == frozenset()
    assert status(users.drafts().delete(userId="me", id=made["id"])) == 404


def test_a_server_may_give_drafts_message_ids_of_its_own(account: Account, users: Any) -> None:
    account.keeps_message_ids = False
    users.drafts().create(userId="me", body={"message": {"raw": encoded(our_draft(1))}}).execute()
    (entry,) = account.drafts().values()
    assert entry.message_id.endswith("@mail.gmail.com>")
    assert account.find(draft_id(1)) == []


# -- settings and history -----------------------------------------------------------------------
def test_addresses_to_send_as_have_names_and_signatures(account: Account, users: Any) -> None:
    account.add_alias("sam@jobs.example", "Sam Lee", "<b>Sam</b>", default=True)
    first, second = users.settings().sendAs().list(userId="me").execute()["sendAs"]
    assert (first["sendAsEmail"], first["isPrimary"]) == (account.address, True)
    assert "isDefault" not in first
    assert (second["signature"], second["isDefault"]) == ("<b>Sam</b>", True)


def test_history_tells_what_came_moved_and_went(account: Account, users: Any) -> None:
    account.put(mail("old"))
    start = users.getProfile(userId="me").execute()["historyId"]
    quiet = users.history().list(userId="me", startHistoryId=start).execute()
    assert quiet == {"historyId": start}
    new = account.put(mail("new"))
    account.mark_read("<new@mail.example>")
    account.trash("<old@mail.example>")
    account.delete("<old@mail.example>")
    told = users.history().list(userId="me", startHistoryId=start).execute()
    kinds = [kind for record in told["history"] for kind in record if kind not in ("id", "messages")]
    assert kinds == ["messagesAdded", "labelsRemoved", "labelsAdded", "labelsRemoved", "messagesDeleted"]
    assert told["history"][0]["messages"] == [{"id": new.id, "threadId": new.thread_id}]
    assert all(0 < int(record["id"]) < 2**63 for record in told["history"])
    added = users.history().list(userId="me", startHistoryId=start, historyTypes=["messageAdded"]).execute()
    assert len(added["history"]) == 1


def test_history_that_is_too_old_or_to_come_is_not_found(account: Account, users: Any) -> None:
    account.put(mail("old"))
    start = users.getProfile(userId="me").execute()["historyId"]
    account.expire_history()
    for unknown in (start, str(10**18)):
        assert status(users.history().list(userId="me", startHistoryId=unknown)) == 404
    assert status(users.history().list(userId="me", startHistoryId="new")) == 400
    fresh = users.getProfile(userId="me").execute()["historyId"]
    assert users.history().list(userId="me", startHistoryId=fresh).execute() == {"historyId": fresh}


# -- batches and quota --------------------------------------------------------------------------
def test_a_batch_answers_each_part_for_itself(account: Account, users: Any) -> None:
    ids = [account.put(mail(f"m{n}")).id for n in range(3)] + ["0000000000000000"]
    answers: dict[str, Any] = {}
    users.getProfile(userId="me").execute()  # for a token: Google's library leaves a connection open that gets one here
    batch = BatchHttpRequest(
        callback=lambda name, answer, error: answers.update({name: error.status_code if error else answer["id"]}),
        batch_uri=f"{account.root}batch/gmail/v1",
    )
    for id_ in ids:
        batch.add(users.messages().get(userId="me", id=id_, format="raw"), request_id=id_)
    batch.execute()
    assert answers == {**{id_: id_ for id_ in ids[:3]}, ids[3]: 404}
    assert account.calls()[-5:] == ["messages.get"] * 4 + ["batch"]
    assert account.units == 81


def test_units_are_counted_and_end_within_a_minute_where_that_is_wanted(account: Account, users: Any) -> None:
    users.getProfile(userId="me").execute()
    users.messages().list(userId="me").execute()
    assert account.units == 6
    account.meter.per_minute = 8
    start = users.getProfile(userId="me").execute()["historyId"]
    assert status(users.history().list(userId="me", startHistoryId=start)) == 429
    assert account.units == 7


def test_a_scope_that_was_not_granted_is_missed(gmail: Gmail) -> None:
    with google_client(gmail.account(), READONLY) as users:
        users.messages().list(userId="me").execute()
        assert status(users.drafts().create(userId="me", body={"message": {"raw": encoded(our_draft(1))}})) == 403
