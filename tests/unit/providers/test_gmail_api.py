"""The verbs, over Google's own client library: pages, batches, and what is tried again."""

from __future__ import annotations

import base64
import json
import re

import pytest
import requests

from providers.base import Alias, SignInRefused, Unreachable
from providers.gmail.api import Change
from providers.gmail.errors import Lost, Refused
from tests.unit.providers.scripted_google import FakeClock, Reply, Script, api_of, error, raw, reply

GONE = requests.exceptions.ConnectionError("gone")


def parts(*answers: tuple[str, Reply]) -> Reply:
    """The answer to a batch: to each part, by the name that it was given."""
    body = b""
    for name, (status, content, headers) in answers:
        fields = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
        body += b"--part\r\nContent-Type: application/http\r\n"
        body += (
            f"Content-ID: <response-0 + {name}>\r\n\r\nHTTP/1.1 {status} x\r\n{fields}\r\n".encode() + content + b"\r\n"
        )
    return 200, body + b"--part--\r\n", {"Content-Type": 'multipart/mixed; boundary="part"'}


def asked(request: requests.PreparedRequest) -> list[str]:
    """The ids of the messages that a batch asks for."""
    assert request.url == "https://gmail.test/batch/gmail/v1"
    return re.findall(r"/messages/(\w+)\?", str(request.body))


def test_a_search_goes_through_all_pages_even_empty_ones() -> None:
    pages = [
        reply({"messages": [{"id": "1", "threadId": "a"}], "nextPageToken": "t1"}),
        reply({"nextPageToken": "t2"}),
        reply({"messages": [{"id": "2", "threadId": "a"}]}),
    ]
    script = Script(*pages)
    api, meter = api_of(script)
    assert api.search("in:sent") == {"1": "a", "2": "a"}
    assert "pageToken=t2" in str(script.seen[2].url)
    assert meter.quota.units == 15


def test_what_only_reads_is_tried_again() -> None:
    script, fake = (
        Script(GONE, error(503), error(403, "rateLimitExceeded"), reply({"emailAddress": "a@b", "historyId": "7"})),
        FakeClock(),
    )
    api, _ = api_of(script, fake)
    assert api.profile().history == "7"
    assert fake.slept == [1, 2, 4]


def test_an_answer_that_is_cut_short_is_none_and_asked_for_again() -> None:
    script = Script(reply(b'{"emailAddress": "a@'), reply({"emailAddress": "a@b", "historyId": "7"}))
    api, _ = api_of(script)
    assert api.profile().address == "a@b"


@pytest.mark.parametrize("trouble", [GONE, error(500), error(503), error(429), reply(b"{")])
def test_a_draft_is_handed_over_once_whatever_happens(trouble: object) -> None:
    script, fake = Script(trouble), FakeClock()  # type: ignore[arg-type]
    api, _ = api_of(script, fake)
    with pytest.raises(Unreachable) as raised:
        api.create_draft(b"x", "18c0")
    assert isinstance(raised.value, Lost | Refused)
    assert (len(script.seen), fake.slept) == (1, [])


def test_a_draft_goes_out_as_it_was_written_into_its_thread() -> None:
    script = Script(reply({"id": "r1"}))
    api, meter = api_of(script)
    assert api.create_draft(b"Subject: \xc3\xa4\r\n\r\nx\xff", "18c0") == "r1"
    sent = json.loads(str(script.seen[0].body))["message"]
    assert sent["threadId"] == "18c0"
    assert base64.urlsafe_b64decode(sent["raw"]) == b"Subject: \xc3\xa4\r\n\r\nx\xff"
    assert meter.quota.units == 10


def test_messages_come_in_batches_of_fifty_and_each_costs_its_units() -> None:
    def answer(request: requests.PreparedRequest) -> Reply:
        return parts(*((name, reply(raw(name))) for name in asked(request)))

    ids = [f"{number:x}" for number in range(16, 136)]
    script = Script(answer, answer, answer)
    api, meter = api_of(script)
    assert [message.id for message in api.messages(ids)] == ids
    assert [len(asked(request)) for request in script.seen] == [50, 50, 20]
    assert (meter.quota.calls, meter.quota.units) == (120, 2400)
    assert all("Authorization" not in str(request.body) for request in script.seen)


def test_only_the_parts_that_failed_are_asked_for_again() -> None:
    script, fake = (
        Script(
            parts(("a", reply(raw("a"))), ("b", error(429, Retry_After="9")), ("c", error(500)), ("d", error(404))),
            parts(("b", reply(raw("b"))), ("c", error(403, "userRateLimitExceeded"))),
            parts(("c", reply(raw("c")))),
        ),
        FakeClock(),
    )
    api, meter = api_of(script, fake)
    assert [message.id for message in api.messages(["a", "b", "c", "d"])] == ["a", "b", "c"]
    assert [asked(request) for request in script.seen] == [["a", "b", "c", "d"], ["b", "c"], ["c"]]
    assert fake.slept == [9, 2]
    assert meter.quota.units == 7 * 20


def test_a_part_that_is_refused_for_good_ends_it() -> None:
    script, fake = Script(parts(("a", error(403, "insufficientPermissions")))), FakeClock()
    api, _ = api_of(script, fake)
    with pytest.raises(SignInRefused):
        api.messages(["a"])
    assert fake.slept == []


def test_a_part_whose_token_ran_out_is_asked_for_with_a_new_one() -> None:
    script = Script(parts(("a", reply(raw("a"))), ("b", error(401))), parts(("b", reply(raw("b")))))
    api, _ = api_of(script)
    assert [message.id for message in api.messages(["a", "b"])] == ["a", "b"]
    assert [request.headers["Authorization"] for request in script.seen] == ["Bearer t1", "Bearer t2"]


def test_a_batch_without_all_its_parts_is_asked_for_again() -> None:
    whole = parts(("a", reply(raw("a"))), ("b", reply(raw("b"))))
    script = Script(parts(("a", reply(raw("a")))), reply(b"nonsense"), whole)
    api, _ = api_of(script)
    assert [message.id for message in api.messages(["a", "b"])] == ["a", "b"]


def test_a_batch_that_is_too_large_is_asked_for_in_halves() -> None:
    huge = raw("x", b"x" * 24_000_000)

    def answer(request: requests.PreparedRequest) -> Reply:
        return parts(*((name, reply({**huge, "id": name})) for name in asked(request)))

    script = Script(answer, answer, answer)
    api, _ = api_of(script)
    assert [message.id for message in api.messages(["a", "b"])] == ["a", "b"]
    assert [asked(request) for request in script.seen] == [["a", "b"], ["a"], ["b"]]


def test_no_messages_are_no_request() -> None:
    api, meter = api_of(Script())
    assert api.messages([]) == []
    assert meter.quota.calls == 0


def test_the_history_is_told_in_order() -> None:
    step = {
        "id": "12",
        "messagesAdded": [{"message": {"id": "a", "labelIds": ["INBOX"]}}],
        "labelsRemoved": [{"message": {"id": "b"}, "labelIds": ["SPAM"]}],
        "messagesDeleted": [{"message": {"id": "c"}}],
    }
    api, meter = api_of(Script(reply({"history": [step], "historyId": "15"})))
    found = api.history("9")
    assert found == (
        [
            Change("12", "a", "messagesAdded", frozenset({"INBOX"})),
            Change("12", "b", "labelsRemoved", frozenset({"SPAM"})),
            Change("12", "c", "messagesDeleted", frozenset()),
        ],
        "15",
    )
    assert meter.quota.units == 2


def test_what_happens_while_the_history_is_asked_for_comes_with_the_next_poll() -> None:
    def step(number: str) -> dict[str, object]:
        return {"id": number, "messagesAdded": [{"message": {"id": f"m{number}"}}]}

    pages = [
        reply({"history": [step("12")], "historyId": "15", "nextPageToken": "t"}),
        reply({"history": [step("14")], "historyId": "19"}),
    ]
    api, _ = api_of(Script(*pages))
    found = api.history("9")
    assert found
    assert ([change.message for change in found[0]], found[1]) == (["m12", "m14"], "15")


def test_a_history_without_end_is_one_that_has_expired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("providers.gmail.api._PAGES", 3)
    api, _ = api_of(Script(*[reply({"historyId": "15", "nextPageToken": "t"})] * 4))
    assert api.history("9") is None


def test_an_expired_history_is_told_apart_from_other_trouble() -> None:
    api, _ = api_of(Script(error(404, "notFound"), error(400)))
    assert api.history("9") is None
    with pytest.raises(Refused):
        api.history("9")


def test_aliases_that_are_not_confirmed_are_left_out_and_the_default_comes_first() -> None:
    listed = [
        {"sendAsEmail": "A@x.example", "isPrimary": True, "signature": ""},
        {"sendAsEmail": "b@x.example", "isDefault": True, "verificationStatus": "accepted", "signature": "<b>B</b>"},
        {"sendAsEmail": "c@x.example", "verificationStatus": "pending"},
    ]
    api, _ = api_of(Script(reply({"sendAs": listed})))
    assert api.aliases() == [Alias("b@x.example", "<b>B</b>"), Alias("a@x.example", "")]
