"""`watcher doctor`: all well, and every kind of setup that is not, each with how to mend it."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import PEOPLE, Command, Ended, Home
from tests.acceptance.sitting import Sitting, keyring_at
from tests.servers.account import Account
from tests.servers.certificates import HERE, Authority
from tests.servers.dovecot import Dovecot
from tests.servers.gmail import READONLY, Gmail
from tests.servers.process import free_port
from tests.servers.scripted import Scripted
from watcher.store import Standing, open_store

server = pytest.mark.server
SAMPLE = 'name = "sample"\nprovider = "maildir"\npath = "{}"'


@dataclass(frozen=True)
class Looked:
    """What the doctor said, with --json."""

    ended: Ended

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self.ended.data["findings"])

    def of(self, part: str, account: str | None = None) -> Mapping[str, Any]:
        """The one finding of a part."""
        (found,) = [one for one in self if (one["part"], one["account"]) == (part, account)]
        return found

    @property
    def wrong(self) -> list[Mapping[str, Any]]:
        return [one for one in self if one["level"] != "ok"]


@pytest.fixture
def doctor(quick: Command, home: Home) -> Callable[[], Looked]:
    def run() -> Looked:
        if home.config.exists():
            home.config.chmod(home.config.stat().st_mode & ~0o044)
        looked = Looked(quick("doctor", "--config", home.config, "--json"))
        assert looked.ended.status == {"ok": 0, "warn": 1, "fail": 2}[looked.ended.data["level"]]
        assert all(one["mend"] for one in looked.wrong)
        return looked

    return run


@pytest.fixture
def password(home: Home) -> Path:
    file = home.folder / "password"
    file.write_text("battery-staple\n")
    file.chmod(0o600)
    return file


def imap(account: Account, password: Path, **more: object) -> str:
    """An [[accounts]] section, over TLS."""
    settings = {
        "name": "home", "provider": "imap", "host": "localhost", "port": account.tls_port, "user": account.user,
        "ca_file": str(account.ca_file), "password_file": str(password), "timeout": 10, **more,
    }  # fmt: skip
    return "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.items() if value is not None)


# -- all is well ------------------------------------------------------------------------------
def test_all_is_well_with_a_maildir(doctor) -> None:
    looked = doctor()
    assert looked.wrong == []
    assert looked.of("drafts", "sample")["what"] == "saved to “Drafts”"
    assert looked.of("keyring")["level"] == "ok"
    assert looked.of("state")["what"].startswith("none yet")


@server
def test_all_is_well_on_a_server(doctor, home: Home, dovecot: Dovecot, password: Path) -> None:
    account = dovecot.account("Sent", "Drafts", "Jobs")
    account.deliver(b"From: a@b.example\r\nSubject: x\r\n\r\nhello\r\n")
    home.configure(imap(account, password))
    before = account.snapshot()
    looked = doctor()
    assert looked.wrong == []
    assert f"localhost:{account.tls_port} answers; its certificate is good until" in looked.of("server", "home")["what"]
    assert looked.of("password", "home")["what"] == "found in password_file"
    assert looked.of("sign-in", "home")["level"] == "ok"
    assert looked.of("folders", "home")["what"] == "INBOX, Sent, Jobs"
    for word in ("IDLE", "SPECIAL-USE", "UIDPLUS", "MOVE"):
        assert word in looked.of("offers", "home")["what"]
    assert looked.of("clock")["what"] == "behind none of the mail there is"
    assert account.snapshot() == before
    assert account.password not in looked.ended.out


@server
def test_all_is_well_with_gmail(doctor, home: Home, gmail: Gmail) -> None:
    account = gmail.account()
    home.configure(google(account, home.folder, account.refresh_token_for()))
    before = account.snapshot()
    looked = doctor()
    assert looked.wrong == []
    assert looked.of("rights", "home")["what"] == "gmail.compose, gmail.readonly"
    assert "units" in looked.of("quota", "home")["what"]
    assert looked.of("clock")["what"].startswith("agrees with 127.0.0.1")
    assert account.snapshot() == before


def test_it_says_so_to_people(quick: Command, home: Home) -> None:
    home.config.chmod(0o600)
    ended = quick("doctor", "--config", home.config)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.rstrip().endswith("All is well.")
    assert "✓" in ended.out


def test_on_a_terminal_it_shows_what_is_wrong_and_how_to_mend_it(home: Home) -> None:
    home.config.chmod(0o666)
    with Sitting(home.folder, "doctor", "--config", home.config) as sitting:
        assert sitting.end() == 2
    assert "can be written by others" in sitting.screen
    assert f"chmod 600 {home.config}" in sitting.screen
    assert "1 to mend." in sitting.screen
    assert "looking at every part" not in sitting.screen


def test_it_writes_nothing(doctor, quick: Command, home: Home) -> None:
    quick("scan", "--config", home.config, "--now", "2026-11-18T09:00+00:00")
    home.config.chmod(0o600)
    before = home.picture()
    assert doctor().wrong == []
    assert home.picture() == before


# -- the configuration, and files -------------------------------------------------------------
def test_without_a_configuration_it_names_init(doctor, home: Home) -> None:
    home.config.unlink()
    looked = doctor()
    assert [one["part"] for one in looked.wrong] == ["configuration"]
    assert "watcher init" in looked.of("configuration")["mend"]


def test_each_mistake_in_the_configuration_is_a_finding(doctor, home: Home) -> None:
    home.config.write_text('[me]\nname = ""\naddresses = ["x"]\ntimezone = "Moon/Tycho"\n')
    said = [one["what"] for one in doctor().wrong]
    assert len(said) == 3
    assert all(f"line {line}" in " ".join(said) for line in (2, 3, 4))


def test_a_configuration_without_a_mailbox_is_told(doctor, home: Home) -> None:
    home.config.write_text(PEOPLE)
    assert "has no mailbox" in doctor().of("configuration")["what"]


@pytest.mark.parametrize(("mode", "level"), [(0o640, "warn"), (0o604, "warn"), (0o620, "fail"), (0o602, "fail")])
def test_a_configuration_that_others_can_use_is_told(quick: Command, home: Home, mode: int, level: str) -> None:
    home.config.chmod(mode)
    found = Looked(quick("doctor", "--config", home.config, "--json")).of("rights")
    assert (found["level"], found["mend"]) == (level, f"chmod 600 {home.config}")


# -- the state ----------------------------------------------------------------------------------
@pytest.fixture
def state(home: Home) -> Path:
    path = home.folder / "state" / "state.db"
    with open_store(path):
        pass
    return path


@pytest.mark.usefixtures("state")
def test_a_state_that_is_sound_is_told_with_its_size(doctor) -> None:
    looked = doctor()
    assert looked.wrong == []
    assert "sound, 0.1 MB, 0 mails kept as facts, revision" in looked.of("state")["what"]
    assert looked.of("lock")["what"] == "free; no watcher is at work"


def test_who_holds_the_state_is_told(doctor, state: Path) -> None:
    with open_store(state):
        assert "held by the watcher at work, pid" in doctor().of("lock")["what"]


def test_a_damaged_state_is_told_and_left(doctor, state: Path) -> None:
    content = bytearray(state.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    state.write_bytes(content)
    found = doctor().of("state")
    assert (found["level"], "damaged" in found["what"], "watcher scan" in found["mend"]) == ("fail", True, True)
    assert state.read_bytes() == content
    assert [path.name for path in state.parent.iterdir() if "corrupt" in path.name] == []


@pytest.mark.parametrize("content", [b"", b"not a state, but somebody's letter " * 9])
def test_a_state_that_is_none_is_told(doctor, state: Path, content: bytes) -> None:
    state.write_bytes(content)
    assert doctor().of("state")["level"] == "fail"
    assert state.read_bytes() == content


@pytest.mark.usefixtures("state")
def test_a_state_of_an_older_version_is_told(doctor, monkeypatch) -> None:
    monkeypatch.setattr("watcher.checkup.state.HEAD", "9999")
    found = doctor().of("state")
    assert (found["level"], "not 9999" in found["what"], "up to date" in found["mend"]) == ("warn", True, True)


def test_a_state_of_a_newer_version_is_told(doctor, state: Path) -> None:
    with contextlib.closing(sqlite3.connect(state)) as file, file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    found = doctor().of("state")
    assert (found["level"], "newer version" in found["what"]) == ("fail", True)


def test_a_state_that_others_can_read_is_told(doctor, state: Path) -> None:
    state.chmod(0o644)
    (found,) = doctor().wrong
    assert (found["part"], found["level"], found["mend"]) == ("state", "fail", f"chmod 600 {state}")


def test_a_parked_account_is_told_and_stays_parked(doctor, state: Path) -> None:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    stood = Standing("sample", polled=now, parked=now, refusals=3, trouble="the server refused the sign-in", hint="see")
    with open_store(state) as store:
        store.keep_standing(stood)
    found = doctor().of("last poll", "sample")
    assert (found["level"], found["mend"]) == ("fail", "see")
    assert "parked since" in found["what"]
    with open_store(state) as store:
        assert store.standings()["sample"] == stood


def test_a_poll_that_failed_and_one_that_went_well_are_told(doctor, state: Path) -> None:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    with open_store(state) as store:
        store.keep_standing(Standing("sample", polled=now, failures=2, trouble="no network"))
    assert "no network (2 polls failed)" in doctor().of("last poll", "sample")["what"]
    with open_store(state) as store:
        store.keep_standing(Standing("sample", polled=now, succeeded=now))
    assert doctor().wrong == []


# -- mailboxes ----------------------------------------------------------------------------------
def test_a_maildir_that_is_not_there_is_told(doctor, home: Home) -> None:
    home.configure(SAMPLE.format(home.folder / "gone"))
    assert doctor().of("mailbox", "sample")["level"] == "fail"


def test_a_mailbox_without_drafts_names_the_folders(doctor, home: Home) -> None:
    (home.mail / ".Drafts").rename(home.mail / ".Notes")
    found = doctor().of("mailbox", "sample")
    assert found["level"] == "fail"
    assert "Notes" in found["what"]
    assert "drafts" in found["mend"]


def broken(password: Path, account: Account) -> dict[str, tuple[str, str, str]]:
    """Settings that are wrong, by the word for them: the section, the part that tells, and a word that it says."""
    gone = password.with_name("gone")
    return {
        "port": (imap(account, password, port=free_port()), "server", "refuses the connection"),
        "no TLS": (imap(account, password, port=account.port), "server", "does not speak TLS"),
        "authority": (imap(account, password, ca_file=None), "server", "authority that this computer does not know"),
        "user": (imap(account, password, user="dana@home.example", auth="xoauth2"), "sign-in", "refused"),
        "no file": (imap(account, password, password_file=str(gone)), "password", "cannot be opened"),
        "command": (imap(account, password, password_file=None, password_command=["false"]), "password", "exit status 1"),
        "two ways": (imap(account, password, password_command=["true"]), "password", "password_command and"),
        "drafts": (imap(account, password, drafts="Entwürfe"), "mailbox", "there is no folder"),
    }  # fmt: skip


@server
@pytest.mark.parametrize("what", ["port", "no TLS", "authority", "user", "no file", "command", "two ways", "drafts"])
def test_whatever_is_wrong_with_an_account_is_told(
    doctor, home: Home, dovecot: Dovecot, password: Path, what: str
) -> None:
    account = dovecot.account("Drafts")
    section, part, word = broken(password, account)[what]
    home.configure(section)
    looked = doctor()
    found = looked.of(part, "home")
    assert (found["level"], word in found["what"]) == ("fail", True), found
    assert looked.wrong == [found]
    assert "battery-staple" not in looked.ended.out


@server
def test_a_wrong_password_is_tried_once(doctor, home: Home, dovecot: Dovecot, password: Path) -> None:
    account = dovecot.account("Drafts")
    password.write_text("canary-wrong-horse")
    home.configure(imap(account, password))
    looked = doctor()
    assert [one["part"] for one in looked.wrong] == ["sign-in"]
    assert "app password" in looked.of("sign-in", "home")["mend"]
    assert looked.of("password", "home")["level"] == "ok"
    assert "canary" not in looked.ended.out + looked.ended.err


@server
@pytest.mark.parametrize(
    ("names", "days", "said"),
    [
        (HERE, 99, ("fail", "has expired")),
        (HERE, 105, ("warn", "good until")),
        (HERE, 300, ("ok", "good until")),
        (("imap.other.example",), 300, ("fail", "is for another name")),
    ],
)
def test_certificates_are_looked_at(
    doctor, home: Home, password: Path, tmp_path: Path, names: tuple[str, ...], days: int, said: tuple[str, str]
) -> None:
    level, word = said
    authority = Authority(tmp_path)
    with Scripted(certificate=authority.issue("server.pem", names, valid_for=days)) as scripted:
        account = Account("sam", "", 0, scripted.port, authority.file)
        home.configure(imap(account, password))
        found = doctor().of("server", "home")
        assert (found["level"], word in found["what"]) == (level, True), found
        assert (b"LOGIN" in scripted.heard) == (level != "fail")


def test_a_name_that_nobody_has_is_told(watcher: Command, home: Home, password: Path) -> None:
    home.configure(
        f'name = "home"\nprovider = "imap"\nhost = "imap.nowhere.invalid"\nuser = "x"\npassword_file = "{password}"'
    )
    home.config.chmod(0o600)
    looked = Looked(watcher("doctor", "--config", home.config, "--json"))
    assert looked.ended.status == 2
    assert "there is no server of that name" in looked.of("server", "home")["what"]


@server
def test_a_server_that_can_not_remove_single_messages_is_told(
    doctor, home: Home, password: Path, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    answers = {"CAPABILITY": b"* CAPABILITY IMAP4rev1 SPECIAL-USE LIST-EXTENDED LIST-STATUS\r\n"}
    with Scripted(answers, certificate=authority.issue("server.pem")) as scripted:
        home.configure(imap(Account("sam", "", 0, scripted.port, authority.file), password))
        looked = doctor()
    (found,) = looked.wrong
    assert (found["level"], "UIDPLUS" in found["what"]) == ("warn", True)
    assert "does not tell of new mail" in looked.of("offers", "home")["what"]


@server
def test_a_server_whose_mail_comes_from_the_future_shows_a_clock_that_is_behind(
    doctor, home: Home, password: Path, tmp_path: Path
) -> None:
    authority = Authority(tmp_path)
    answers = {"UID FETCH": b'* 1 FETCH (UID 4 INTERNALDATE "01-Jan-2090 10:00:00 +0000")\r\n'}
    with Scripted(answers, certificate=authority.issue("server.pem")) as scripted:
        home.configure(imap(Account("sam", "", 0, scripted.port, authority.file), password))
        found = doctor().of("clock")
    assert (found["level"], "behind the newest mail of home" in found["what"]) == ("fail", True)


@server
def test_servers_that_hang_are_left_in_time_and_hold_up_nobody(
    doctor, home: Home, dovecot: Dovecot, password: Path
) -> None:
    account = dovecot.account("Drafts")
    mute = Scripted(greeting=b"")
    with mute as first, Scripted({"LOGIN": b"* OK wait"}) as second:
        sections = [
            imap(Account("sam", "", 0, one.port, account.ca_file), password, name=name, security="none", timeout=2)
            for name, one in (("mute", first), ("slow", second))
        ]
        home.configure(*sections, imap(account, password), SAMPLE.format(home.mail))
        started = time.monotonic()
        looked = doctor()
        assert time.monotonic() - started < 30
    assert {one["account"] for one in looked.wrong} == {"mute", "slow"}
    assert all("in time" in one["what"] for one in looked.wrong)
    assert looked.of("drafts", "home")["level"] == "ok"
    assert looked.of("drafts", "sample")["level"] == "ok"


@server
def test_no_keyring_matters_to_whom_it_would_serve(
    watcher: Command, home: Home, dovecot: Dovecot, password: Path
) -> None:
    account = dovecot.account("Drafts")
    home.configure(imap(account, password, password_file=None))
    home.config.chmod(0o600)
    none = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    looked = Looked(watcher("doctor", "--config", home.config, "--json", **none))
    assert {one["part"] for one in looked.wrong} == {"keyring", "password"}
    assert "home would have the password there" in looked.of("keyring")["what"]


@server
def test_a_keyring_that_can_be_read_is_told(watcher: Command, home: Home, dovecot: Dovecot, password: Path) -> None:
    account = dovecot.account("Drafts")
    home.configure(imap(account, password, password_file=None))
    home.config.chmod(0o600)
    ring = keyring_at(home.folder / "ring")
    looked = Looked(watcher("doctor", "--config", home.config, "--json", **ring))
    assert [one["part"] for one in looked.wrong] == ["password"]
    assert "watcher auth home" in looked.of("password", "home")["mend"]
    (home.folder / "ring" / "kept.json").write_text(json.dumps({"interview-watcher home": account.password}))
    looked = Looked(watcher("doctor", "--config", home.config, "--json", **ring))
    assert looked.wrong == []
    assert looked.of("password", "home")["what"] == "found in the keyring"
    assert account.password not in looked.ended.out


# -- Gmail --------------------------------------------------------------------------------------
def google(account: Any, folder: Path, token: str, **more: object) -> str:
    """An [[accounts]] section for the emulator."""
    file = folder / "token"
    file.write_text(token)
    file.chmod(0o600)
    client = account.client_file(folder)
    client.chmod(0o600)
    settings = {
        "name": "home", "provider": "gmail", "address": account.address, "client_file": str(client),
        "api_root": account.root, "password_file": str(file), "timeout": 5, **more,
    }  # fmt: skip
    return "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.items())


@server
def test_a_sign_in_that_allows_too_little_is_told(doctor, home: Home, gmail: Gmail) -> None:
    account = gmail.account()
    home.configure(google(account, home.folder, account.refresh_token_for((READONLY,))))
    (found,) = doctor().wrong
    assert (found["level"], "gmail.compose" in found["what"], "watcher auth home" in found["mend"]) == (
        "warn",
        True,
        True,
    )


@server
@pytest.mark.parametrize(
    ("what", "part", "word"),
    [
        ("revoked", "sign-in", "does not accept the sign-in any more"),
        ("client", "sign-in", "client_file"),
        ("address", "mailbox", "and `address` says"),
        ("gone", "server", "cannot be reached"),
    ],
)
def test_whatever_is_wrong_with_gmail_is_told(
    doctor, home: Home, gmail: Gmail, what: str, part: str, word: str
) -> None:
    account = gmail.account()
    more = {
        "client": {"client_file": str(home.folder / "gone.json")},
        "address": {"address": "dana@gmail.com"},
        "gone": {"api_root": f"http://127.0.0.1:{free_port()}/"},
    }.get(what, {})
    home.configure(google(account, home.folder, account.refresh_token_for(), **more))
    if what == "revoked":
        account.revoke()
    looked = doctor()
    assert [one["part"] for one in looked.wrong if one["account"]] == [part]
    assert word in looked.of(part, "home")["what"]
