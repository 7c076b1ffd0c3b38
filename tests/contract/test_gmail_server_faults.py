"""The faults of the Gmail of the tests: each does what it says, once, and where nothing is wrong, nothing is."""

from __future__ import annotations

import base64
import http.client
import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import AuthorizedSession
from googleapiclient.http import BatchHttpRequest

from providers.testing.mailbox import mail, our_draft
from tests.servers.gmail import Account, Gmail, faults
from tests.servers.gmail.clients import credentials, google_client

pytestmark = pytest.mark.server

DRAFT = {"message": {"raw": base64.urlsafe_b64encode(our_draft(1)).decode()}}
ANSWERS = {
    "UNAUTHORIZED": (401, "authError"),
    "INSUFFICIENT_SCOPE": (403, "insufficientPermissions"),
    "RATE_LIMIT": (403, "rateLimitExceeded"),
    "USER_RATE_LIMIT": (403, "userRateLimitExceeded"),
    "DAILY_LIMIT": (403, "dailyLimitExceeded"),
    "NOT_FOUND": (404, "notFound"),
    "TOO_MANY_REQUESTS": (429, "rateLimitExceeded"),
    "BACKEND_ERROR": (500, "backendError"),
    "UNAVAILABLE": (503, "backendError"),
}


@pytest.fixture
def session(account: Account) -> Iterator[requests.Session]:
    """Plain requests with a good token, not one of them made twice."""
    creds = credentials(account)
    with AuthorizedSession(creds, max_refresh_attempts=0) as made:
        made.get(f"{account.root}gmail/v1/users/me/profile")
        account.requests.clear()
        yield made


def create(account: Account, session: requests.Session, **more: Any) -> requests.Response:
    return session.post(f"{account.root}gmail/v1/users/me/drafts", json=DRAFT, timeout=10, **more)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_googles_and_nothing_is_done(account: Account, session: requests.Session, name: str) -> None:
    account.fail("drafts.create", getattr(faults, name))
    status, reason = ANSWERS[name]
    answer = create(account, session)
    assert (answer.status_code, answer.json()["error"]["errors"][0]["reason"]) == (status, reason)
    assert account.drafts() == {}
    assert create(account, session).status_code == 200
    assert [called.status for called in account.requests] == [status, 200]


def test_too_many_requests_may_say_when_to_come_again(account: Account, session: requests.Session) -> None:
    account.fail("drafts.create", faults.too_many(7))
    assert create(account, session).headers["Retry-After"] == "7"


@pytest.mark.parametrize(
    ("fault", "drafts"),
    [(faults.CLOSED_BEFORE, 0), (faults.CLOSED_DURING, 0), (faults.CLOSED_AFTER, 1), (faults.CUT_SHORT, 1)],
)
def test_a_connection_ends_before_during_or_after(
    account: Account, session: requests.Session, fault: faults.Fault, drafts: int
) -> None:
    account.fail("drafts.create", fault)
    with pytest.raises(requests.RequestException):
        create(account, session)
    assert len(account.drafts()) == drafts
    assert account.calls() == ["drafts.create"]
    assert create(account, session).status_code == 200


def test_what_is_cut_short_has_its_head_and_not_its_end(account: Account, session: requests.Session) -> None:
    account.fail("getProfile", faults.CUT_SHORT)
    connection = http.client.HTTPConnection("127.0.0.1", int(account.root.rstrip("/").rpartition(":")[2]))
    token = session.credentials.token  # type: ignore[attr-defined]
    connection.request("GET", "/gmail/v1/users/me/profile", headers={"Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    assert answer.status == 200
    with pytest.raises(http.client.IncompleteRead):
        answer.read()
    connection.close()


def test_a_late_answer_is_to_what_was_done_at_once(account: Account, session: requests.Session) -> None:
    account.fail("drafts.create", faults.late(0.5))
    with pytest.raises(requests.Timeout):
        session.post(f"{account.root}gmail/v1/users/me/drafts", json=DRAFT, timeout=0.2)
    assert len(account.drafts()) == 1


def test_faults_are_for_the_methods_and_times_that_were_said(account: Account, session: requests.Session) -> None:
    account.fail("drafts.*", faults.UNAVAILABLE, times=2)
    where = f"{account.root}gmail/v1/users/me"
    asked = [f"{where}/profile", f"{where}/drafts", f"{where}/drafts", f"{where}/drafts"]
    assert [session.get(url).status_code for url in asked] == [200, 503, 503, 200]


def test_a_fault_is_one_accounts(gmail: Gmail, account: Account, session: requests.Session) -> None:
    gmail.account().fail(".*", faults.UNAVAILABLE)
    assert create(account, session).status_code == 200


def test_a_part_of_a_batch_may_fail_alone_or_end_it_all(account: Account) -> None:
    ids = [account.put(mail(f"m{n}")).id for n in range(3)]
    with google_client(account) as users:
        users.getProfile(userId="me").execute()
        for fault, expected in ((faults.TOO_MANY_REQUESTS, [429, 200, 200]), (faults.BAD_GATEWAY, [502, 200, 200])):
            got: list[int] = []
            account.fail("messages.get", fault)
            batch(account, users, ids, got).execute()
            assert got == expected
        account.fail("messages.get", faults.CLOSED_AFTER, times=50)  # httplib2 sends a lost POST again by itself
        with pytest.raises((ConnectionError, http.client.HTTPException)):
            batch(account, users, ids, []).execute()


def batch(account: Account, users: Any, ids: list[str], statuses: list[int]) -> BatchHttpRequest:
    made = BatchHttpRequest(
        callback=lambda _, __, error: statuses.append(error.status_code if error else 200),
        batch_uri=f"{account.root}batch/gmail/v1",
    )
    for id_ in ids:
        made.add(users.messages().get(userId="me", id=id_, format="minimal"))
    return made


def test_a_batch_of_more_than_a_hundred_is_refused(account: Account, session: requests.Session) -> None:
    head = "--b\r\nContent-Type: application/http\r\nContent-ID: <x>\r\n\r\n"
    part = head + "GET /gmail/v1/users/me/profile HTTP/1.1\r\n\r\n"
    for count, status in ((100, 200), (101, 400)):
        answer = session.post(
            f"{account.root}batch/gmail/v1",
            data=part * count + "--b--\r\n",
            headers={"Content-Type": "multipart/mixed; boundary=b"},
            timeout=30,
        )
        assert answer.status_code == status


def test_the_token_endpoint_fails_too(account: Account) -> None:
    creds = credentials(account)
    for fault, said in ((faults.BAD_GATEWAY, "502"), (faults.INVALID_GRANT, "invalid_grant")):
        account.fail("token", fault)
        with pytest.raises(RefreshError, match=said), AuthorizedSession(creds) as session:
            session.get(f"{account.root}gmail/v1/users/me/profile")
    with AuthorizedSession(creds) as session:
        assert session.get(f"{account.root}gmail/v1/users/me/profile").status_code == 200


def test_a_connection_is_kept_for_the_next_request(account: Account, session: requests.Session) -> None:
    begun = time.monotonic()
    for _ in range(100):
        session.get(f"{account.root}gmail/v1/users/me/labels", timeout=10)
    assert time.monotonic() - begun < 5
    assert account.units == 101
