"""Each request goes out once, with a token, and is told apart by what came back."""

from __future__ import annotations

import logging
from typing import Any

import pytest
import requests
from urllib3.exceptions import MaxRetryError, NewConnectionError, ProtocolError

from providers.base import NotOurs, NotSetUp, ProviderError, SignInRefused, Unreachable
from providers.gmail.errors import Lost, Refused
from providers.gmail.line import TooLarge
from tests.unit.providers.scripted_google import ROOT, FakeClock, Script, error, reply, wire_of

PROFILE = f"{ROOT}gmail/v1/users/me/profile"
DRAFTS = f"{ROOT}gmail/v1/users/me/drafts"
GONE = requests.exceptions.ConnectionError(ProtocolError("Connection aborted."))


def unmade() -> Exception:
    refused: Any = MaxRetryError(None, "/", NewConnectionError(None, "refused"))  # type: ignore[arg-type]
    return requests.exceptions.ConnectionError(refused)


def test_a_request_carries_a_token_that_is_got_first() -> None:
    script = Script(reply({"historyId": "1"}), reply({}))
    wire, meter = wire_of(script, FakeClock())
    answer, content = wire.request(PROFILE)
    wire.request(PROFILE)
    assert (answer.status, content) == (200, b'{"historyId": "1"}')
    assert [request.headers["Authorization"] for request in script.seen] == ["Bearer t1", "Bearer t1"]
    assert script.renewals == 1
    assert (meter.quota.calls, meter.quota.units) == (2, 2)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_after_a_401_it_is_asked_once_more_with_a_new_token(method: str) -> None:
    script = Script(error(401), reply({}), error(401), error(401))
    wire, _ = wire_of(script, FakeClock())
    wire.request(DRAFTS, method)
    assert [request.headers["Authorization"] for request in script.seen] == ["Bearer t1", "Bearer t2"]
    with pytest.raises(SignInRefused) as raised:
        wire.request(DRAFTS, method)
    assert "watcher auth home" in raised.value.hint


@pytest.mark.parametrize(
    "trouble", [GONE, unmade(), requests.exceptions.ReadTimeout(), error(500), error(503), error(429)]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_whatever_happens_it_is_sent_once(method: str, trouble: Any) -> None:
    script = Script(trouble)
    wire, _ = wire_of(script, FakeClock())
    with pytest.raises(Unreachable):
        wire.request(DRAFTS, method, body="{}")
    assert len(script.seen) == 1


def test_a_request_that_is_not_ours_never_leaves() -> None:
    script = Script()
    wire, meter = wire_of(script, FakeClock())
    with pytest.raises(NotOurs):
        wire.request(f"{ROOT}gmail/v1/users/me/messages/send", "POST", body="{}")
    assert (script.seen, script.renewals, meter.quota.units) == ([], 0, 0)


def test_a_redirect_is_not_followed() -> None:
    script = Script(reply({}, 307, Location="https://elsewhere.test/"))
    wire, _ = wire_of(script, FakeClock())
    with pytest.raises(Refused):
        wire.request(PROFILE)
    assert len(script.seen) == 1


def test_whether_a_request_may_have_arrived_is_told() -> None:
    for trouble, arrived in [(GONE, True), (unmade(), False), (requests.exceptions.ReadTimeout(), True),
                             (requests.exceptions.ConnectTimeout(), False)]:  # fmt: skip
        wire, _ = wire_of(Script(trouble), FakeClock())
        with pytest.raises(Lost) as raised:
            wire.request(DRAFTS, "POST")
        assert raised.value.arrived is arrived


def test_an_answer_without_end_is_given_up() -> None:
    wire, _ = wire_of(Script(reply(b"x" * 81_000_000)), FakeClock())
    with pytest.raises(TooLarge):
        wire.request(PROFILE)


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (error(403, "userRateLimitExceeded"), Refused, "slower"),
        (error(403, "rateLimitExceeded"), Refused, "slower"),
        (error(403, "dailyLimitExceeded"), Unreachable, "daily"),
        (error(403, "insufficientPermissions"), SignInRefused, "less than"),
        (error(403, "accessNotConfigured"), NotSetUp, "not enabled"),
        (error(403, "domainPolicy"), NotSetUp, "refuses"),
        (error(404), Refused, "404"),
        (error(400), Refused, "400"),
        (reply(b"<html>\x1b[31mBad\x00 gateway", 502), Refused, "502"),
        (reply([1, 2], 500), Refused, "500"),
    ],
)
def test_what_an_answer_means(answer: Any, kind: type[ProviderError], said: str) -> None:
    wire, _ = wire_of(Script(answer), FakeClock())
    with pytest.raises(kind, match=said) as raised:
        wire.request(PROFILE)
    assert raised.value.hint
    assert str(raised.value).isprintable()


def test_retry_after_is_heard() -> None:
    wire, _ = wire_of(Script(error(429, Retry_After="12")), FakeClock())
    with pytest.raises(Refused) as raised:
        wire.request(PROFILE)
    assert raised.value.wait == 12


# -- tokens -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (
            reply({"error": "invalid_grant", "error_description": "Token has been expired or revoked."}, 400),
            SignInRefused,
        ),
        (reply({"error": "invalid_client"}, 401), Unreachable),
        (reply(b"<html>Bad gateway</html>", 502), Unreachable),
        (reply(b"{}", 502), Unreachable),
        (reply(b"not json"), Unreachable),
        (GONE, Unreachable),
        (requests.exceptions.ReadTimeout(), Unreachable),
    ],
)
def test_only_a_grant_that_is_worthless_waits_for_the_user(answer: Any, kind: type[ProviderError]) -> None:
    script = Script(tokens=(answer,))
    wire, _ = wire_of(script, FakeClock())
    with pytest.raises(kind) as raised:
        wire.request(PROFILE)
    assert type(raised.value) is kind
    assert ("watcher auth home" in raised.value.hint) is (kind is SignInRefused)
    assert script.renewals == 1


def test_no_error_and_no_log_shows_a_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown = []
    for script in (Script(error(500)), Script(GONE), Script(tokens=(reply({"error": "invalid_grant"}, 400),))):
        wire, _ = wire_of(script, FakeClock())
        with pytest.raises(ProviderError) as raised:
            wire.request(PROFILE)
        chain: BaseException | None = raised.value
        while chain:
            shown.append(f"{chain!r}")
            chain = chain.__cause__ or chain.__context__
    told = " ".join(shown) + caplog.text
    assert "refresh" not in told
    assert "Bearer" not in told
