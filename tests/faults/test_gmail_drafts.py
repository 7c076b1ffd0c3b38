"""Drafts in Gmail when the network, Google or the mailbox fails: in the end one draft, and nothing else touched."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from googleapiclient.discovery import build_from_document

from providers.base import NotOurs, OutcomeUnknown, ProviderError, Unreachable, fingerprint
from providers.gmail.wire import Wire
from providers.testing.mailbox import NOW, draft_id, mail, our_draft
from tests.faults.gmail import GmailBox, gmail_provider
from tests.faults.mortal import Scan
from tests.servers.gmail import Account, Gmail, faults
from tests.servers.gmail.methods import discovery_document
from tests.unit.drafting.scene import check_in, nothing
from watcher.errors import StateError
from watcher.store import Life, snapshot

pytestmark = pytest.mark.server

REFUSED = {
    "403 rateLimitExceeded": faults.RATE_LIMIT,
    "403 userRateLimitExceeded": faults.USER_RATE_LIMIT,
    "403 dailyLimitExceeded": faults.DAILY_LIMIT,
    "403 insufficientPermissions": faults.INSUFFICIENT_SCOPE,
    "429": faults.too_many(30),
}
UNKNOWN = {
    "500": faults.BACKEND_ERROR,
    "503": faults.UNAVAILABLE,
    "502, a gateway's page": faults.BAD_GATEWAY,
    "the connection ends before the request": faults.CLOSED_BEFORE,
    "the connection ends within the request": faults.CLOSED_DURING,
    "the connection ends after the request": faults.CLOSED_AFTER,
    "the answer is cut short": faults.CUT_SHORT,
    "the answer comes too late": faults.late(2),
}


@pytest.fixture(params=["Gmail keeps our Message-ID", "Gmail gives another"])
def account(request: pytest.FixtureRequest, gmail: Gmail) -> Account:
    """An empty mailbox, of each kind that Gmail may be."""
    found = gmail.account()
    found.keeps_message_ids = request.param == "Gmail keeps our Message-ID"
    return found


@pytest.fixture
def states(tmp_path: Path) -> Iterator[Path]:
    return (tmp_path / f"state{number}.db" for number in itertools.count())


def created(account: Account) -> int:
    return account.calls().count("drafts.create")


@pytest.mark.parametrize("what", UNKNOWN)
def test_whatever_happens_to_a_create_one_draft_is_left_in_the_end(account, tmp_path, states, what) -> None:
    scan = Scan(GmailBox(account, tmp_path, timeout=1), next(states), check_in())
    account.fail("drafts.create", UNKNOWN[what])
    scan()
    assert created(account) == 1, "a create is never repeated by itself"
    with snapshot(scan.state) as store:
        (record,) = store.drafts("home")
        assert record.life is Life.INTENT, "unknown, never failed"
    for _ in range(3):
        scan()
        assert scan.box.drafts() == 1
    with snapshot(scan.state) as store:
        (record,) = store.drafts("home")
        assert record.life is Life.SAVED, "known to be ours, and untouched"


@pytest.mark.parametrize("what", REFUSED)
def test_a_create_that_is_refused_saves_nothing_and_the_next_scan_does(account, tmp_path, states, what) -> None:
    scan = Scan(GmailBox(account, tmp_path), next(states), check_in())
    account.fail("drafts.create", REFUSED[what])
    scan()
    assert (created(account), scan.box.drafts()) == (1, 0)
    for _ in range(3):
        scan()
        assert scan.box.drafts() == 1


@pytest.mark.parametrize("what", [*UNKNOWN, *REFUSED])
def test_whether_a_draft_may_have_been_saved_is_told(account, tmp_path, what) -> None:
    account.fail("drafts.create", {**UNKNOWN, **REFUSED}[what])
    with gmail_provider(account, tmp_path, timeout=1) as provider:
        with pytest.raises(ProviderError) as raised:
            provider.save_draft(our_draft(1))
        assert isinstance(raised.value, OutcomeUnknown) is (what in UNKNOWN)
        assert raised.value.hint


@pytest.mark.parametrize("fault", [faults.UNAUTHORIZED, "expired"])
def test_a_token_that_ran_out_is_renewed_and_the_draft_saved_once(account, tmp_path, fault) -> None:
    with gmail_provider(account, tmp_path) as provider:
        assert provider.drafts() == []
        if fault == "expired":
            account.expire_access_tokens()
        else:
            account.fail("drafts.create", fault)
        provider.save_draft(our_draft(1))
    assert len(account.drafts()) == 1


def test_a_token_endpoint_that_fails_meanwhile_saves_nothing(account, tmp_path) -> None:
    with gmail_provider(account, tmp_path) as provider:
        provider.drafts()
        account.expire_access_tokens()
        account.fail("token", faults.BAD_GATEWAY)
        with pytest.raises(Unreachable):
            provider.save_draft(our_draft(1))
        assert len(account.drafts()) == 0
        provider.save_draft(our_draft(1))
    assert len(account.drafts()) == 1


def test_a_draft_is_ours_whatever_gmail_makes_of_its_bytes(account, tmp_path, states, monkeypatch) -> None:
    """Gmail may write a draft anew when it takes it in; that is no edit of the user's."""
    kept = account.as_kept
    monkeypatch.setattr(
        account, "as_kept", lambda content: kept(content).replace(b"Hi ", b"Hi  dear ") + b"\r\nSent.\r\n"
    )
    scan = Scan(GmailBox(account, tmp_path), next(states), check_in())
    scan()
    scan()
    with snapshot(scan.state) as store:
        assert [record.life for record in store.drafts("home")] == [Life.SAVED]
    Scan(scan.box, scan.state, nothing())()
    assert scan.box.drafts() == 0, "withdrawn, as nobody touched it"


def test_a_draft_that_is_lost_and_written_anew_is_left_to_the_user(account, tmp_path, states, monkeypatch) -> None:
    """Neither Message-ID nor print tells it then, but it answers the same mail, so no other is made."""
    kept = account.as_kept
    monkeypatch.setattr(account, "as_kept", lambda content: kept(content) + b"\r\nSent.\r\n")
    scan = Scan(GmailBox(account, tmp_path), next(states), check_in())
    account.fail("drafts.create", faults.CLOSED_AFTER)
    for _ in range(3):
        scan()
        assert scan.box.drafts() == 1
    with snapshot(scan.state) as store:
        assert [record.life for record in store.drafts("home")] == [Life.EDITED]


def test_a_draft_that_no_longer_fits_is_withdrawn_and_an_edited_one_stays(account, tmp_path, states) -> None:
    for edited in (False, True):
        scan = Scan(GmailBox(account, tmp_path), next(states), check_in())
        scan()
        if edited:
            (entry,) = account.drafts().values()
            content = account.content(entry.message_id).replace(b"Hi ", b"Dear ")
            account.edit_draft(entry.message_id, content)
        Scan(scan.box, scan.state, nothing())()
        assert scan.box.drafts() == edited


@pytest.mark.parametrize("fault", [faults.CLOSED_AFTER, faults.CLOSED_BEFORE, faults.BACKEND_ERROR, faults.NOT_FOUND])
def test_a_removal_whose_answer_is_lost_is_finished_later(account, tmp_path, states, fault) -> None:
    account.put(mail("theirs"), ("DRAFT",))
    scan = Scan(GmailBox(account, tmp_path), next(states), check_in())
    scan()
    account.fail("drafts.delete", fault)
    for _ in range(3):
        Scan(scan.box, scan.state, nothing())()
    if fault is not faults.NOT_FOUND:  # then Gmail said that there is no such draft
        assert [entry.message_id for entry in account.drafts().values()] == ["<theirs@mail.example>"]


def test_a_draft_edited_between_the_look_and_the_removal_stays(account, tmp_path) -> None:
    with gmail_provider(account, tmp_path) as provider:
        saved = provider.save_draft(our_draft(1))
        found = provider.find_draft(draft_id(1), saved.print)
        assert found is not None
        (entry,) = account.drafts().values()
        account.edit_draft(entry.message_id, our_draft(1, body="My own words.\n"))
        with pytest.raises(Unreachable, match="changed"):
            provider._remove_draft(found)
    assert len(account.drafts()) == 1


def test_a_draft_whose_thread_is_gone_is_saved_all_the_same(account, tmp_path) -> None:
    with gmail_provider(account, tmp_path) as provider:
        provider.save_draft(our_draft(1), thread_hint="18c0ffee18c0ffee")
        provider.save_draft(our_draft(2), thread_hint="../../drafts/send")
    assert len(account.drafts()) == 2


def test_a_draft_stands_in_its_thread(account, tmp_path) -> None:
    there = account.put(mail("meet", Subject="Interview – Tuesday"))
    with gmail_provider(account, tmp_path) as provider:
        provider.save_draft(our_draft(1), thread_hint=there.thread_id)
    assert [entry.thread_id for entry in account.drafts().values()] == [there.thread_id]


def test_another_account_gets_no_draft(gmail: Gmail, tmp_path) -> None:
    mine, other = gmail.account(), gmail.account()
    other.put(mail("private"))
    cursor = '{"gmail":["1"]}'
    for attempt in (
        lambda provider: provider.save_draft(our_draft(1)),
        lambda provider: provider.drafts(),
        lambda provider: list(provider.poll(None, NOW)),
        lambda provider: list(provider.poll(cursor, NOW)),
        lambda provider: list(provider.fetch(["1"])),
        lambda provider: provider.identity(),
    ):
        with (
            gmail_provider(mine, tmp_path, other.refresh_token_for()) as provider,
            pytest.raises(ProviderError, match=other.address) as raised,
        ):
            attempt(provider)
        assert "watcher auth home" in raised.value.hint
    assert other.drafts() == {}
    assert "messages.get" not in other.calls()


def test_nothing_but_our_calls_reaches_gmail(gmail: Gmail, tmp_path, monkeypatch) -> None:
    """Google's own client, over our wire: whatever it is asked for, nothing else leaves."""
    account = gmail.account()
    account.put(mail("one"))
    (entry,) = account.find("<one@mail.example>")
    before = account.snapshot()
    wires: list[Wire] = []
    start = Wire.__init__
    monkeypatch.setattr(Wire, "__init__", lambda self, *a: (wires.append(self), start(self, *a))[1])
    with gmail_provider(account, tmp_path) as provider:
        provider.identity()
        account.requests.clear()
        document = {**discovery_document(), "batchPath": "batch/gmail/v1"}
        document |= dict.fromkeys(("rootUrl", "baseUrl", "mtlsRootUrl"), account.root)
        users = build_from_document(document, http=wires[0]).users()
        body: dict[str, Any] = {"raw": "x"}
        forbidden: list[Callable[[], Any]] = [
            users.messages().send(userId="me", body=body).execute,
            users.drafts().send(userId="me", body={"id": "r1"}).execute,
            users.drafts().update(userId="me", id="r1", body={"message": body}).execute,
            users.messages().modify(userId="me", id=entry.id, body={"addLabelIds": ["STARRED"]}).execute,
            users.messages().batchModify(userId="me", body={"ids": [entry.id]}).execute,
            users.messages().batchDelete(userId="me", body={"ids": [entry.id]}).execute,
            users.messages().trash(userId="me", id=entry.id).execute,
            users.messages().untrash(userId="me", id=entry.id).execute,
            users.messages().delete(userId="me", id=entry.id).execute,
            users.messages().insert(userId="me", body=body).execute,
            users.messages().import_(userId="me", body=body).execute,
            users.threads().trash(userId="me", id=entry.thread_id).execute,
            users.threads().delete(userId="me", id=entry.thread_id).execute,
            users.threads().modify(userId="me", id=entry.thread_id, body={"addLabelIds": ["STARRED"]}).execute,
            users.labels().create(userId="me", body={"name": "x"}).execute,
            users.settings().filters().create(userId="me", body={}).execute,
            users.settings().sendAs().create(userId="me", body={}).execute,
            users.settings().updateVacation(userId="me", body={}).execute,
            users.watch(userId="me", body={}).execute,
            users.messages().list(userId="me", q="x" * 3000).execute,  # which the library turns into a POST
        ]
        for call in forbidden:
            with pytest.raises(NotOurs):
                call()
    assert account.requests == []
    assert account.snapshot() == before


def test_what_is_saved_is_what_was_written(account, tmp_path) -> None:
    with gmail_provider(account, tmp_path) as provider:
        saved = provider.save_draft(our_draft(1))
        assert saved.print == fingerprint(our_draft(1))
        assert provider.find_draft(draft_id(1), saved.print) == saved
        (draft,) = provider.drafts({saved.print: draft_id(1)})
        assert draft == saved
        assert provider.remove_draft(draft_id(1), saved.print) is True
    assert account.drafts() == {}


def test_no_intent_no_draft(account, tmp_path, states, monkeypatch) -> None:
    """Without a state that can be written, Gmail is not asked to save anything."""
    from watcher.store import Store

    def full(*_: object) -> None:
        raise StateError("the disk is full")

    monkeypatch.setattr(Store, "keep_draft", full)
    with pytest.raises(StateError):
        Scan(GmailBox(account, tmp_path), next(states), check_in())()
    assert (created(account), account.drafts()) == (0, {})
