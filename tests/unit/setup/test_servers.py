"""The table of known servers, and what is tried where it has none."""

import tomllib
from importlib import resources

import pytest

from providers import registry
from watcher.setup.servers import domain_of, guesses, known, named, typed

ROWS = tomllib.loads((resources.files("watcher.setup") / "servers.toml").read_text(encoding="utf-8"))["servers"]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("a@gmail.com", "imap.gmail.com"),
        ("a@googlemail.com", "imap.gmail.com"),
        ("a@Outlook.COM", "outlook.office365.com"),
        ("a@hotmail.co.uk", "outlook.office365.com"),
        ("a@firm.onmicrosoft.com", "outlook.office365.com"),
        ("a@icloud.com", "imap.mail.me.com"),
        ("a@yahoo.co.uk", "imap.mail.yahoo.com"),
        ("a@aol.com", "imap.aol.com"),
        ("a@fastmail.fm", "imap.fastmail.com"),
        ("a@gmx.de", "imap.gmx.net"),
        ("a@gmx.com", "imap.gmx.com"),
        ("a@web.de", "imap.web.de"),
        ("a@t-online.de", "secureimap.t-online.de"),
        ("a@comcast.net", "imap.comcast.net"),
        ("a@btinternet.com", "mail.btinternet.com"),
        ("a@orange.fr", "imap.orange.fr"),
        ("a@free.fr", "imap.free.fr"),
        ("a@libero.it", "imapmail.libero.it"),
        ("a@yandex.ru", "imap.yandex.ru"),
    ],
)
def test_the_server_follows_from_the_domain(address, host):
    assert known(address).host == host


@pytest.mark.parametrize(
    "address", ["a@mail.example", "a@onmicrosoft.com", "a@evil.gmail.com.example", "a@notgmail.com"]
)
def test_others_are_not_known(address):
    assert known(address) is None


def test_each_domain_stands_once():
    domains = [domain for row in ROWS for domain in row["domains"]]
    assert len(domains) == len(set(domains))
    assert domains == [domain.lower() for domain in domains]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_row_makes_settings_that_the_provider_takes(row):
    options = registry.load("imap").options
    server = known(f"sam@{row['domains'][0].replace('*', 'firm')}")
    assert server.hint or server.host
    settings = server.settings("sam@x.example")
    for key, value in {**settings, **server.asks}.items():
        assert type(value) is options[key].type, key
        assert not options[key].choices or value in options[key].choices, key


def test_encryption_is_never_left_out():
    assert {known(f"sam@{domain}").security for row in ROWS for domain in row["domains"]} == {"tls", "starttls"}


def test_only_what_is_not_the_default_is_written():
    assert named("Gmail").settings("sam@gmail.com") == {"host": "imap.gmail.com", "user": "sam@gmail.com"}
    assert named("iCloud").settings("sam@me.com")["user"] == "sam"
    assert named("Proton").settings("s@pm.me") == {
        "host": "127.0.0.1", "user": "s@pm.me", "port": 1143, "security": "starttls",
    }  # fmt: skip
    assert named("Outlook.com").settings("s@live.com")["auth"] == "microsoft"


@pytest.mark.parametrize(
    ("text", "host", "port", "security"),
    [
        ("imap.mail.example", "imap.mail.example", 993, "tls"),
        (" mail.example:143 ", "mail.example", 143, "starttls"),
        ("localhost:10993", "localhost", 10993, "tls"),
    ],
)
def test_a_server_is_typed_with_or_without_its_port(text, host, port, security):
    server = typed(text)
    assert (server.host, server.port, server.security) == (host, port, security)


@pytest.mark.parametrize(
    "text", ["", ":993", "a b", "a:b", "imaps://mail.example", "sam@mail.example", "x:0", "x:70000", "x\x1b[2J"]
)
def test_what_is_no_server_is_refused(text):
    with pytest.raises(ValueError, match=r"server|port"):
        typed(text)


def test_the_usual_names_are_guessed_encrypted_first():
    tried = [(server.host, server.security) for server in guesses("mail.example")]
    assert tried[0] == ("imap.mail.example", "tls")
    assert {security for _, security in tried} == {"tls", "starttls"}


def test_the_domain_of_an_address():
    assert domain_of('"a@b"@Mail.Example.') == "mail.example"
