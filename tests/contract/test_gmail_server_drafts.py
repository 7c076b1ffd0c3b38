"""The Gmail of the tests, driven by Google's own client: drafts, settings, history, batches and quota."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from googleapiclient.http import BatchHttpRequest

from providers.testing.mailbox import draft_id, mail, our_draft
from tests.servers.gmail import READONLY, Account, Gmail
from tests.servers.gmail.clients import google_client, status

pytestmark = pytest.mark.server


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


def reply_to(name: str, number: int, subject: str | None = None) -> bytes:
    """A draft of ours that answers the mail of this name."""
    draft = our_draft(number).replace(b"<meet@mail.example>", f"<{name}@mail.example>".encode())
    return draft.replace(b"Subject: Re: Interview", f"Subject: {subject or f'Re: About {name}'}\r\nX-Was: ".encode())


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
    (entry,) = account.find(draft_id(1))
    assert entry.message_id.endswith("@mail.gmail.com>")
    assert draft_id(1).encode() not in account.store.get(entry.id).content
    account.edit_draft(draft_id(1), our_draft(1, body="My own words.\n"))
    assert account.find(draft_id(1))[0].message_id == entry.message_id


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
