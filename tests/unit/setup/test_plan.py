"""What is written: a new configuration, or the user's own with one account more, or one mended."""

import tomllib

import pytest

from watcher.config import example, load, parse
from watcher.errors import ConfigError, WatcherError
from watcher.model import Person
from watcher.setup import document
from watcher.setup.plan import plan, there

ME = Person("Elin Sorley", ("elin@mail.example",), "Europe/London", "GB", "")
SERVER = {"host": "imap.mail.example", "user": "elin@mail.example"}
MAILBOX = ("imap", SERVER)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "config.toml"


def test_a_new_configuration_has_every_key_as_a_comment(path):
    made = plan(path, None, ME, MAILBOX)
    assert (made.name, made.account.settings["host"]) == ("mail", "imap.mail.example")
    assert made.config.me == ME
    shown = {line.split(" = ")[0].strip("#") for line in made.text.splitlines() if " = " in line}
    wanted = {
        line.split(" = ")[0].strip("#") for line in example().split("\n# Gmail over")[0].splitlines() if " = " in line
    }
    assert wanted <= shown
    assert "`watcher auth mail`" in made.text
    assert "Copy this file" not in made.text


@pytest.mark.parametrize(
    "mailbox",
    [MAILBOX, ("gmail", {"address": "e@gmail.com", "client_file": "~/c.json"}), ("maildir", {"path": "~/Mail"})],
)
def test_for_each_kind_of_mailbox_there_is_one_section(path, mailbox):
    made = plan(path, None, ME, mailbox)
    (section,) = tomllib.loads(made.text)["accounts"]
    assert section == {"name": "mail", "provider": mailbox[0], **mailbox[1]}
    assert len(list(document.in_force(made.text))) == 1 + 3 + 2 + len(section)


def test_a_country_is_written_where_the_zone_tells_another(path):
    assert plan(path, None, ME, MAILBOX).text.count("\ncountry =") == 0
    abroad = Person("Elin", ("e@x.example",), "Europe/London", "IE", "")
    assert '\ncountry = "IE" ' in plan(path, None, abroad, MAILBOX).text


def test_it_is_written_for_the_user_alone(path):
    document.keep(path, None, plan(path, None, ME, MAILBOX).text)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["config.toml"]
    assert load(path).accounts[0].name == "mail"


OWN = """\
# Meine Datei \t
[me]
name = "Elin Sorley"   # ich
addresses = ["elin@mail.example"]
timezone = "Europe/London"

[[accounts]]
name = "mail"
provider = "imap"
host = "imap.old.example"      # alt
user = "Elin@mail.example"
password_command = ["pass", "x"]
"""


@pytest.fixture
def own(path):
    path.parent.mkdir()
    path.write_text(OWN, encoding="utf-8")
    return path


def test_another_mailbox_comes_to_the_end_and_nothing_else_changes(own):
    other = Person("", ("sam@other.example",), "", "", "")
    made = plan(own, there(own), other, ("maildir", {"path": "~/Mail"}))
    assert (made.name, made.known) == ("other", None)
    assert list(document.changes(OWN, made.text)) == [
        "", '-addresses = ["elin@mail.example"]', '+addresses = ["elin@mail.example", "sam@other.example"]',
        "", "+", "+[[accounts]]", '+name = "other"', '+provider = "maildir"', '+path = "~/Mail"',
    ]  # fmt: skip
    document.keep(own, made.before, made.text)
    assert load(own).me.addresses == ("elin@mail.example", "sam@other.example")


def test_a_mailbox_that_is_there_is_mended_in_its_section(own):
    made = plan(own, there(own), ME, MAILBOX)
    assert made.known
    assert made.known.name == "mail"
    changed = [line for line in document.changes(OWN, made.text) if line]
    assert changed[:2] == ['-host = "imap.old.example"      # alt', '-user = "Elin@mail.example"']
    assert '+host = "imap.mail.example"     # alt' in changed
    assert made.account.secret == {"password_command": ["pass", "x"]}


def test_the_way_to_another_host_is_not_that_to_the_old_one(own):
    own.write_text(OWN.replace("password_command", 'port = 1143\nsecurity = "starttls"\npassword_command'))
    settings = plan(own, there(own), ME, MAILBOX).account.settings
    assert (settings["port"], settings["security"]) == (993, "tls")
    settings = plan(own, there(own), ME, ("imap", {**SERVER, "security": "starttls"})).account.settings
    assert (settings["port"], settings["security"]) == (143, "starttls")
    settings = plan(own, there(own), ME, ("imap", {**SERVER, "host": "imap.old.example"})).account.settings
    assert (settings["port"], settings["security"]) == (1143, "starttls")


def test_nothing_changes_where_all_is_right(own):
    mailbox = ("imap", {"host": "imap.old.example", "user": "Elin@mail.example"})
    assert plan(own, there(own), ME, mailbox).text == OWN


def test_a_second_mailbox_of_the_same_domain_gets_a_name_of_its_own(own):
    made = plan(own, there(own), ME, ("imap", {**SERVER, "user": "other"}))
    assert made.name == "mail-2"


def test_a_name_that_another_mailbox_has_means_that_one(own):
    made = plan(own, there(own), ME, ("imap", {**SERVER, "user": "other"}), "mail")
    assert made.known
    assert [account.settings["user"] for account in made.config.accounts] == ["other"]


def test_what_was_changed_meanwhile_is_not_overwritten(own):
    made = plan(own, there(own), ME, MAILBOX)
    own.write_text(OWN + "# more\n")
    with pytest.raises(WatcherError, match="changed meanwhile"):
        document.keep(own, made.before, made.text)
    assert own.read_text() == OWN + "# more\n"
    fresh = own.with_name("fresh.toml")
    fresh.write_text("x")
    with pytest.raises(WatcherError, match="changed meanwhile"):
        document.keep(fresh, None, made.text)


def test_a_link_and_a_mode_stay(own):
    own.chmod(0o640)
    link = own.with_name("link.toml")
    link.symlink_to(own)
    document.keep(link, OWN, OWN + "\n")
    assert link.is_symlink()
    assert own.read_text() == OWN + "\n"
    assert own.stat().st_mode & 0o777 == 0o640


def test_a_place_that_is_none_is_told(own):
    with pytest.raises(WatcherError, match="cannot be written"):
        document.keep(own / "config.toml", None, OWN)


def test_a_wrong_setting_is_told_before_anything_is_written(path):
    with pytest.raises(ConfigError, match="whole number"):
        _ = plan(path, None, ME, ("imap", {**SERVER, "port": "many"})).account


def test_what_is_there_and_wrong_is_told(own):
    own.write_text("[me\n")
    with pytest.raises(ConfigError, match="not TOML"):
        there(own)


@pytest.mark.parametrize(
    ("domain", "name"), [("gmail.com", "gmail"), ("über.example", "ber"), ("日本.example", "mail"), ("-.x", "mail")]
)
def test_an_account_is_called_after_its_domain(domain, name):
    assert document.account_name(domain, ()) == name
    assert document.account_name(domain, (name.upper(), f"{name}-2")) == f"{name}-3"


def test_the_new_text_is_the_examples_and_loads(path):
    made = plan(path, None, ME, MAILBOX)
    assert parse(made.text, path).policy == "balanced"
