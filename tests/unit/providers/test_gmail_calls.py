"""What may be asked of Gmail at all: nine calls, out of the whole API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from typing import Any

import pytest
from googleapiclient.discovery_cache import get_static_doc

from providers.base import NotOurs
from providers.gmail.calls import permitted

ROOT = "https://gmail.test/"
OURS = {
    "gmail.users.getProfile": 1,
    "gmail.users.history.list": 2,
    "gmail.users.messages.list": 5,
    "gmail.users.messages.get": 20,
    "gmail.users.drafts.list": 5,
    "gmail.users.drafts.get": 20,
    "gmail.users.drafts.create": 10,
    "gmail.users.drafts.delete": 10,
    "gmail.users.settings.sendAs.list": 1,
}


def methods(resource: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(id, method, path) of everything that the Gmail API offers, as Google's own library has it."""
    for method in resource.get("methods", {}).values():
        path = method["path"].replace("{userId}", "me")
        yield method["id"], method["httpMethod"], "/".join("18c0a" if p.startswith("{") else p for p in path.split("/"))
        if "mediaUpload" in method:
            upload = method["mediaUpload"]["protocols"]["simple"]["path"].replace("{userId}", "me").lstrip("/")
            yield f"{method['id']} (upload)", method["httpMethod"], upload
    for inner in resource.get("resources", {}).values():
        yield from methods(inner)


ALL = list(methods(json.loads(get_static_doc("gmail", "v1"))))


def batch(*lines: str, more: str = "") -> tuple[dict[str, str], str]:
    whole = MIMEMultipart("mixed")
    for line in lines:
        part = MIMENonMultipart("application", "http")
        part.set_payload(f"{line} HTTP/1.1\nHost: gmail.test\n{more}\n")
        whole.attach(part)
    text = whole.as_string()
    boundary = whole.get_boundary()
    return {"content-type": f'multipart/mixed; boundary="{boundary}"'}, text.partition("\n\n")[2]


@pytest.mark.parametrize(("name", "method", "path"), [each for each in ALL if each[0] in OURS])
def test_our_calls_have_their_price(name: str, method: str, path: str) -> None:
    (call,) = permitted(ROOT, method, ROOT + path, {}, None)
    assert call.units == OURS[name]


def test_no_other_call_of_the_whole_api_is_permitted() -> None:
    others = [each for each in ALL if each[0] not in OURS]
    assert len(others) > 60
    assert {"gmail.users.messages.send", "gmail.users.drafts.send", "gmail.users.messages.trash"} <= {
        o[0] for o in others
    }
    for name, method, path in others:
        with pytest.raises(NotOurs):
            pytest.fail(f"{name}: {permitted(ROOT, method, ROOT + path, {}, None)}")


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.test/gmail/v1/users/me/profile",
        "http://gmail.test/gmail/v1/users/me/profile",
        "https://gmail.test:444/gmail/v1/users/me/profile",
        "https://gmail.test@elsewhere.test/gmail/v1/users/me/profile",
        "https://gmail.test/gmail/v1/users/other@mail.example/profile",
        "https://gmail.test/gmail/v1/users/me/messages/../drafts",
        "https://gmail.test/gmail/v1/users/me/messages/18c0/attachments/1",
        "https://gmail.test/batch",
    ],
)
def test_nor_anywhere_else(url: str) -> None:
    with pytest.raises(NotOurs):
        permitted(ROOT, "GET", url, {}, None)


def test_a_method_cannot_be_overridden() -> None:
    with pytest.raises(NotOurs):
        permitted(ROOT, "POST", f"{ROOT}gmail/v1/users/me/drafts", {"X-HTTP-Method-Override": "PUT"}, None)


def test_a_batch_may_only_read() -> None:
    get, send = "GET /gmail/v1/users/me/messages/1?format=raw", "POST /gmail/v1/users/me/messages/send"
    create = "POST /gmail/v1/users/me/drafts"
    url = f"{ROOT}batch/gmail/v1"
    assert [call.units for call in permitted(ROOT, "POST", url, *batch(get, get))] == [20, 20]
    for parts in ((get, send), (get, create), ("DELETE /gmail/v1/users/me/drafts/r1",), (), (get,) * 51, ("nonsense",)):
        with pytest.raises(NotOurs):
            permitted(ROOT, "POST", url, *batch(*parts))
    with pytest.raises(NotOurs):
        permitted(ROOT, "POST", url, *batch(get, more="X-HTTP-Method-Override: DELETE\n"))
    with pytest.raises(NotOurs):
        permitted(ROOT, "POST", url, {}, "GET /gmail/v1/users/me/messages/1")
