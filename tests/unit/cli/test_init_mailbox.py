"""Which mailbox `watcher init` sets up: what options say, and which server is tried first."""

import pytest

from providers.base import NotSetUp, Unreachable
from watcher.cli import init_mailbox
from watcher.cli.ask import Ask
from watcher.cli.init_mailbox import Given, mailbox_of, settings_of
from watcher.errors import WatcherError

ADDRESS = "elin@mail.example"


@pytest.fixture
def tried(monkeypatch):
    """Has these servers answer, and no others; gives what was tried."""
    seen = []

    def install(*answering):
        def reach(settings, _):
            seen.append((settings["host"], settings.get("security", "tls")))
            if seen[-1] not in answering:
                raise Unreachable(f"{seen[-1]} does not answer")

        monkeypatch.setattr(init_mailbox, "_reach", reach)
        return seen

    return install


def test_settings_are_of_the_types_that_the_provider_wants():
    told = ["port=143", "security=starttls", "folders=INBOX, Sent", 'password_command=["pass", "a=b"]', "user=a=b"]
    assert settings_of("imap", told) == {
        "port": 143, "security": "starttls", "folders": ["INBOX", "Sent"], "password_command": ["pass", "a=b"], "user": "a=b",
    }  # fmt: skip


@pytest.mark.parametrize("told", ["port", "=1", "a b=1", "port=many", "password_command=[pass]"])
def test_what_is_no_setting_is_refused(told):
    with pytest.raises(WatcherError, match="--set"):
        settings_of("imap", [told])


def test_a_key_that_is_unknown_is_left_to_the_check_of_the_whole():
    assert settings_of("maildir", ["draft=x"]) == {"draft": "x"}


def test_a_server_that_is_named_is_tried_with_tls_then_with_starttls(tried):
    seen = tried(("post.example", "starttls"))
    kind, settings = mailbox_of(Ask(yes=True), Given(host="post.example", yes=True), ADDRESS)
    assert seen == [("post.example", "tls"), ("post.example", "starttls")]
    assert (kind, settings) == ("imap", {"host": "post.example", "user": ADDRESS, "security": "starttls"})


def test_a_port_that_is_named_is_the_only_one(tried):
    tried(("post.example", "tls"))
    _, settings = mailbox_of(Ask(yes=True), Given(host="post.example:1993", user="e", yes=True), ADDRESS)
    assert settings == {"host": "post.example", "user": "e", "port": 1993}


def test_where_none_answers_the_trouble_of_the_likeliest_is_told(tried):
    tried()
    with pytest.raises(Unreachable, match=r"'post.example', 'tls'"):
        mailbox_of(Ask(yes=True), Given(host="post.example", yes=True), ADDRESS)


def test_what_is_told_precisely_is_not_tried_out(tried):
    seen = tried()
    given = Given(host="localhost", settings=("port=1143", "security=none"), yes=True)
    assert mailbox_of(Ask(yes=True), given, ADDRESS)[1]["security"] == "none"
    assert seen == []


def test_a_known_server_asks_for_what_it_needs_besides():
    given = Given(settings=("client_id=1234",), yes=True)
    kind, settings = mailbox_of(Ask(yes=True), given, "elin@outlook.com")
    assert kind == "imap"
    assert settings == {
        "host": "outlook.office365.com", "user": "elin@outlook.com", "auth": "microsoft", "client_id": "1234",
    }  # fmt: skip
    with pytest.raises(WatcherError, match="no terminal") as raised:
        mailbox_of(Ask(yes=True), Given(yes=True), "elin@outlook.com")
    assert "--set client_id=" in raised.value.hint


def test_gmail_is_imap_until_there_is_a_client(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert mailbox_of(Ask(yes=True), Given(yes=True), "elin@gmail.com")[0] == "imap"
    file = tmp_path / ".config" / "watcher" / "google-client.json"
    file.parent.mkdir(parents=True)
    file.write_text("{}")
    assert mailbox_of(Ask(yes=True), Given(yes=True), "elin@gmail.com") == (
        "gmail", {"address": "elin@gmail.com", "client_file": "~/.config/watcher/google-client.json"},
    )  # fmt: skip
    assert mailbox_of(Ask(yes=True), Given(provider="imap", yes=True), "elin@gmail.com")[0] == "imap"


def test_a_provider_of_somebody_else_is_taken_as_it_is():
    with pytest.raises(WatcherError, match="there is no provider"):
        mailbox_of(Ask(yes=True), Given(provider="sqlite", yes=True), ADDRESS)


def test_a_provider_that_is_not_set_up_says_so(monkeypatch):
    def load(_):
        raise NotSetUp("it does not load", hint="install the extra")

    monkeypatch.setattr(init_mailbox.registry, "load", load)
    with pytest.raises(WatcherError, match="does not load"):
        settings_of("imap", [])
