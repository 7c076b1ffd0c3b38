"""Reading Gmail when the network or Google fails: no mail is missed, nothing is asked for without end."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterable

import pytest

from providers.base import Listing, NotSetUp, Page, Provider, ProviderError, SignInRefused, Sought, Unreachable
from providers.gmail.pace import Clock
from providers.testing.mailbox import NOW, mail, our_draft
from tests.faults.gmail import gmail_provider
from tests.servers.gmail import COMPOSE, READONLY, Account, Gmail, faults

pytestmark = pytest.mark.server

DAY = dt.timedelta(days=1)
SINCE = NOW - 30 * DAY
PASSING = {
    "401": faults.UNAUTHORIZED,
    "403 rateLimitExceeded": faults.RATE_LIMIT,
    "403 userRateLimitExceeded": faults.USER_RATE_LIMIT,
    "429": faults.TOO_MANY_REQUESTS,
    "429 with Retry-After": faults.too_many(1),
    "500": faults.BACKEND_ERROR,
    "502, a gateway's page": faults.BAD_GATEWAY,
    "503": faults.UNAVAILABLE,
    "the connection ends before the request": faults.CLOSED_BEFORE,
    "the connection ends within the request": faults.CLOSED_DURING,
    "the connection ends after the request": faults.CLOSED_AFTER,
    "the answer is cut short": faults.CUT_SHORT,
    "the answer comes too late": faults.late(2),
}
CALLS = ["getProfile", "messages.list", "batch", "messages.get", "history.list"]


@pytest.fixture
def account(gmail: Gmail) -> Account:
    return gmail.account()


def listings(pages: Iterable[Page]) -> list[Listing]:
    return [listing for page in pages for listing in page.listings]


def names(provider: Provider, found: Iterable[Listing]) -> list[str]:
    """Their Message-IDs, in order of their names."""
    whole = provider.fetch([listing.ref for listing in found])
    return sorted(re.findall(rb"(?m)^Message-ID: <(.*)@", raw.content)[0].decode() for raw in whole)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("what", PASSING)
def test_a_trouble_that_passes_is_passed_over(account, tmp_path, what, call) -> None:
    account.put(mail("first"), received=NOW - DAY)
    with gmail_provider(account, tmp_path, timeout=1) as provider:
        *_, last = provider.poll(None, SINCE) if call == "history.list" else [None]
        if last:
            account.put(mail("second"))
        account.fail(call, PASSING[what])
        found = listings(provider.poll(last and last.cursor, SINCE))
        assert names(provider, found) == ["second" if last else "first"]


@pytest.mark.parametrize("call", CALLS)
def test_a_trouble_that_stays_is_given_up_and_costs_no_mail(account, tmp_path, call) -> None:
    account.put(mail("first"), received=NOW - DAY)
    with gmail_provider(account, tmp_path) as provider:
        cursor = None
        if call == "history.list":
            *_, last = provider.poll(None, SINCE)
            cursor = last.cursor
            account.put(mail("second"))
        account.fail(call, faults.UNAVAILABLE, times=6)
        account.requests.clear()
        seen: list[Page] = []
        with pytest.raises(Unreachable):
            seen.extend(provider.poll(cursor, SINCE))
        cursor = seen[-1].cursor if seen else cursor
        assert account.calls().count(call) == 6
        assert listings(seen) == []
        assert names(provider, listings(provider.poll(cursor, SINCE))) == [
            "second" if call == "history.list" else "first"
        ]


def test_a_frozen_google_is_given_up_in_time(account, tmp_path) -> None:
    account.fail("messages.list", faults.late(3), times=6)
    with gmail_provider(account, tmp_path, timeout=1) as provider:
        begun = time.monotonic()
        with pytest.raises(Unreachable, match="in time"):
            list(provider.poll(None, SINCE))
        assert time.monotonic() - begun < 12


def test_an_expired_history_leads_to_one_look_back(account, tmp_path) -> None:
    for name, age in (("old", 60), ("known", 5)):
        account.put(mail(name), received=NOW - age * DAY)
    with gmail_provider(account, tmp_path) as provider:
        *_, last = provider.poll(None, SINCE)
        known = [listing.ref for listing in listings(provider.poll(None, SINCE))]
        account.put(mail("missed", "A word from the recruiter."), received=NOW - 2 * DAY)
        account.expire_history()
        account.requests.clear()
        pages = list(provider.poll(last.cursor, SINCE, Sought(("recruiter", "thank"), known=lambda: known)))
        assert names(provider, listings(pages)) == ["missed"]
        assert account.calls().count("history.list") == 1
        assert account.calls().count("messages.get") == 1, "what is known is not fetched again"
        account.requests.clear()
        (page,) = provider.poll(pages[-1].cursor, SINCE)
        assert page.listings == ()
        assert account.calls() == ["history.list"]


def test_an_expired_history_and_a_failure_after_it_leave_no_loop(account, tmp_path) -> None:
    account.put(mail("first"), received=NOW - DAY)
    with gmail_provider(account, tmp_path) as provider:
        *_, last = provider.poll(None, SINCE)
        account.expire_history()
        account.fail("messages.list", faults.DAILY_LIMIT)
        seen: list[Page] = []
        with pytest.raises(Unreachable):
            seen.extend(provider.poll(last.cursor, SINCE))
        account.requests.clear()
        assert names(provider, listings(provider.poll(seen[-1].cursor, SINCE))) == ["first"]
        assert "history.list" not in account.calls(), "the new position was kept before leaving"


def test_a_quiet_poll_is_one_call_of_two_units(account, tmp_path) -> None:
    account.put(mail("first"), received=NOW - DAY)
    with gmail_provider(account, tmp_path) as provider:
        *_, last = provider.poll(None, SINCE)
    account.requests.clear()
    spent = account.units
    with gmail_provider(account, tmp_path) as provider:
        (page,) = provider.poll(last.cursor, SINCE)
        quota = provider.quota()
    assert page.cursor == last.cursor
    assert [called for called in account.calls() if called != "token"] == ["history.list"]
    assert account.units - spent == 2
    assert quota
    assert (quota.calls, quota.units) == (1, 2)


def test_what_it_counts_is_what_google_counts(account, tmp_path) -> None:
    for number in range(70):
        account.put(mail(f"m{number}"), received=NOW - DAY)
    with gmail_provider(account, tmp_path) as provider:
        list(provider.poll(None, SINCE))
        provider.drafts()
        provider.aliases()
        quota = provider.quota()
    assert quota
    assert quota.units == account.units


def test_a_mailbox_with_a_limit_is_read_within_it(account, tmp_path) -> None:
    """Two minutes' worth, on a clock that only sleeping moves; Google would refuse what is asked for too soon."""
    slept: list[float] = []
    for number in range(70):
        account.put(mail(f"m{number}"), received=NOW - DAY)
    provider = gmail_provider(account, tmp_path, units_per_minute=1010)
    provider._clock = Clock(now=lambda: sum(slept), sleep=slept.append)
    with provider:
        pages = [page for page in provider.poll(None, SINCE) if page.listings]
    assert [page.remaining for page in pages] == [20, 0]
    assert pages[0].wait == pytest.approx(60 * (400 - 4) / 1010, abs=1)
    assert 60 <= sum(slept) <= 61


@pytest.mark.parametrize(
    ("scope", "attempt"),
    [(READONLY, lambda provider: provider.save_draft(our_draft(1))), (COMPOSE, lambda p: list(p.poll(None, SINCE)))],
)
def test_a_consent_to_half_of_it_is_told(account, tmp_path, scope, attempt) -> None:
    account.put(mail("first"), received=NOW - DAY)
    with gmail_provider(account, tmp_path, account.refresh_token_for([scope])) as provider:
        with pytest.raises(SignInRefused, match="less") as raised:
            attempt(provider)
        assert "watcher auth home" in raised.value.hint


@pytest.mark.parametrize("fault", [faults.DAILY_LIMIT, faults.INSUFFICIENT_SCOPE])
def test_what_does_not_pass_is_asked_for_once(account, tmp_path, fault) -> None:
    account.fail("getProfile", fault, times=6)
    with gmail_provider(account, tmp_path) as provider:
        with pytest.raises(ProviderError):
            list(provider.poll(None, SINCE))
        assert account.calls().count("getProfile") == 1


def test_an_address_without_encryption_gets_no_token(account, tmp_path) -> None:
    with pytest.raises(NotSetUp, match="without encryption"):
        gmail_provider(account, tmp_path, api_root="http://gmail.example/").open()
    assert account.calls() == []


def test_a_line_in_netrc_takes_no_tokens_place(account, tmp_path, monkeypatch) -> None:
    (tmp_path / ".netrc").write_text("default login somebody password else\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with gmail_provider(account, tmp_path) as provider:
        assert provider.identity() == account.address
