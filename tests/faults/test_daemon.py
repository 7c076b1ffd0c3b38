"""The daemon over accounts whose servers hang, refuse, go and come back: each apart, and none asked too often."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from providers.testing.mailbox import mail
from tests.rehearsal import Rehearsal, Time
from tests.running import Running
from tests.servers.account import Account
from tests.servers.dovecot import Dovecot
from tests.servers.faultproxy import Deed, Fault, FaultProxy
from tests.servers.process import free_port
from tests.servers.scripted import Scripted
from watcher.store import open_beside, snapshot

pytestmark = pytest.mark.server

PEOPLE = """\
[me]
name = "Sam Lee"
addresses = ["sam@home.example"]
timezone = "Europe/London"
[state]
path = "state.db"
[daemon]
poll_minutes = {minutes}
"""
HOUR = dt.timedelta(hours=1)


class Accounts:
    """A configuration, an account at a time."""

    def __init__(self, folder: Path, minutes: int = 10) -> None:
        self.folder, self.config, self.state = folder, folder / "config.toml", folder / "state.db"
        self.config.write_text(PEOPLE.format(minutes=minutes), encoding="utf-8")

    def add(self, name: str, account: Account, *, port: int = 0, password: str = "", timeout: int = 60) -> Path:
        """Add one; where its password is kept."""
        secret = self.folder / f"{name}.password"
        secret.write_text(password or account.password)
        secret.chmod(0o600)
        settings = account.settings(**({"port": port} if port else {}), timeout=timeout)
        lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.items())
        section = f'[[accounts]]\nname = "{name}"\nprovider = "imap"\npassword_file = "{secret}"\n{lines}\n'
        self.config.write_text(self.config.read_text(encoding="utf-8") + section, encoding="utf-8")
        return secret


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    return Accounts(tmp_path)


@pytest.fixture
def home(dovecot: Dovecot) -> Account:
    return dovecot.account("Drafts", "Sent")


@pytest.fixture
def proxy(home: Account) -> Iterator[FaultProxy]:
    with FaultProxy(home.port) as between:
        yield between


def test_an_account_that_hangs_delays_none_and_no_end(accounts, dovecot, home, proxy):
    proxy.faults.append(Fault(Deed.SWALLOW, b"* OK", once=False))
    accounts.add("hangs", home, port=proxy.port)
    accounts.add("well", dovecot.account("Drafts"))
    with Running(accounts.config) as daemon:
        daemon.until(lambda: proxy.connections)
        daemon.until(lambda: standing(accounts, "well").succeeded)
        assert daemon.end() == 0
    assert daemon.seconds < 5
    assert not daemon.events("polled", account="hangs")


def test_an_account_whose_server_never_answers_is_given_up_in_time(accounts, home, proxy):
    proxy.faults.append(Fault(Deed.SWALLOW, b"* OK", once=False))
    accounts.add("hangs", home, port=proxy.port, timeout=1)
    with Rehearsal(accounts.config, Time()) as daemon:
        failed = daemon.wait_for("failed", seconds=20)
    assert "did not answer in time" in failed["trouble"]


def test_a_frozen_server_keeps_nobody_from_ending(accounts, dovecot, home):
    accounts.add("home", home)
    with Running(accounts.config) as daemon:
        daemon.wait_for("polled")
        time.sleep(1)  # it waits for news by now
        frozen = dovecot.children("imap")
        try:
            for pid in frozen:
                os.kill(pid, signal.SIGSTOP)
            assert daemon.end() == 0
        finally:
            for pid in frozen:
                os.kill(pid, signal.SIGCONT)
    assert daemon.seconds < 5


def test_mail_is_polled_when_the_server_tells_of_it(accounts, home, proxy):
    accounts.add("home", home, port=proxy.port)
    with Rehearsal(accounts.config, Time(speed=30)) as daemon:  # a poll each 20 seconds, or 2 after news
        daemon.wait_for("polled")
        daemon.until(lambda: "IDLE" in proxy.commands())
        time.sleep(0.5)
        home.deliver(mail("new"))
        begun = time.monotonic()
        daemon.wait_for("news")
        daemon.wait_for("polled", count=2)
    assert daemon.in_time
    assert time.monotonic() - begun < 12


def test_news_without_end_leads_to_a_poll_a_minute(accounts, home, proxy):
    accounts.add("home", home, port=proxy.port)
    stop = threading.Event()

    def deliver() -> None:
        number = 0
        while not stop.wait(0.1):
            number += 1
            home.deliver(mail(f"many-{number}"))

    sender = threading.Thread(target=deliver)
    with Rehearsal(accounts.config, Time(speed=30)) as daemon:  # a minute takes two seconds
        daemon.wait_for("polled")
        sender.start()
        begun = time.monotonic()
        time.sleep(9)
        stop.set()
        sender.join()
        polls = len(daemon.events("polled"))
        allowed = (time.monotonic() - begun) / 2 + 2
    assert 2 <= polls <= allowed


def test_three_refused_sign_ins_park_the_account_until_its_user_acts(accounts, home, proxy):
    secret = accounts.add("home", home, port=proxy.port, password="mistyped")
    with Rehearsal(accounts.config, Time(speed=300)) as daemon:
        daemon.wait_for("parked")
        assert proxy.commands().count("LOGIN") == 3
    with Rehearsal(accounts.config, Time(speed=3600)) as daemon:
        daemon.wait_for("started") if daemon.events("started") else time.sleep(
            2
        )  # two hours, and a restart before them
        assert proxy.commands().count("LOGIN") == 3
        assert standing(accounts, "home").parked
        assert "check `user` and the password" in standing(accounts, "home").hint
        secret.write_text(home.password)
        with open_beside(accounts.state) as store:
            store.unpark("home")
        daemon.wait_for("freed")
        daemon.wait_for("polled")
    assert standing(accounts, "home").succeeded


def test_a_server_that_is_down_is_asked_less_and_less_and_its_return_is_seen_within_the_hour(accounts, home, proxy):
    broken = Fault(Deed.KILL, b"* OK", once=False)
    proxy.faults.append(broken)
    accounts.add("home", home, port=proxy.port)
    when = Time(speed=3600)
    begun = when.now()
    with Rehearsal(accounts.config, when) as daemon:
        daemon.until(lambda: when.now() > begun + 8 * HOUR)
        tries = proxy.connections
        proxy.faults.remove(broken)
        back = when.now()
        daemon.wait_for("polled")
        assert when.now() - back < 2 * HOUR
    assert 6 <= tries <= 18  # 1, 2, 4, ... 32 minutes, then an hour less a fifth at most
    assert standing(accounts, "home").failures == 0


def test_after_a_sleep_each_account_is_polled_once(accounts, dovecot):
    names = add_quiet(accounts, dovecot, 4)
    when = Time(speed=60)
    with Rehearsal(accounts.config, when) as daemon:
        polled_each(daemon, names, 1)
        when.jump(dt.timedelta(days=3))
        polled_each(daemon, names, 2)
        time.sleep(2)
        assert len(daemon.events("polled")) == 8
    assert daemon.in_time


@pytest.mark.parametrize("by", [dt.timedelta(days=-2), dt.timedelta(hours=-1), dt.timedelta(hours=5)], ids=str)
def test_a_clock_that_is_set_wrong_and_right_again_has_each_of_four_accounts_polled_once_for_either(
    accounts, dovecot, by
):
    names = add_quiet(accounts, dovecot, 4)
    when = Time(speed=60)
    with Rehearsal(accounts.config, when) as daemon:
        polled_each(daemon, names, 1)
        when.jump(by)
        polled_each(daemon, names, 2)
        when.jump(-by)
        polled_each(daemon, names, 3)
        time.sleep(2)
        assert len(daemon.events("polled")) == 12
    assert daemon.in_time


def test_another_time_zone_has_each_of_four_accounts_polled_once(accounts, dovecot):
    names = add_quiet(accounts, dovecot, 4)
    with Rehearsal(accounts.config, Time(speed=60)) as daemon:
        polled_each(daemon, names, 1)
        text = accounts.config.read_text(encoding="utf-8")
        accounts.config.write_text(text.replace("Europe/London", "Pacific/Auckland"), encoding="utf-8")
        daemon.reload()
        polled_each(daemon, names, 2)
        time.sleep(2)
        assert len(daemon.events("polled")) == 8


def test_a_connection_that_died_in_a_sleep_is_left_at_once(accounts, home, proxy):
    accounts.add("home", home, port=proxy.port)
    when = Time(speed=60)
    with Rehearsal(accounts.config, when) as daemon:
        daemon.wait_for("polled")
        daemon.until(lambda: b"+ idling" in proxy.heard)
        proxy.faults.append(Fault(Deed.SWALLOW, b"DONE", to_server=True))
        when.jump(dt.timedelta(hours=5))
        daemon.wait_for("polled", count=2, seconds=20)


def test_no_secret_reaches_the_log_the_state_or_the_terminal(accounts, home, tmp_path):
    canary = "canary-7f3a-Passwort"
    repeating = b"TAG NO [AUTHENTICATIONFAILED] " + canary.encode() + b" of sam@home.example is wrong\r\n"
    with Scripted({"LOGIN": repeating}) as server:
        accounts.add("refused", home, port=server.port, password=canary)
        accounts.add("nowhere", home, port=free_port(), password=canary)
        with Running(accounts.config) as daemon:
            daemon.wait_for("failed", account="refused")
            daemon.wait_for("failed", account="nowhere")
            daemon.end()
            said = daemon.process.stdout.read()
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".password"]
    assert len(kept) >= 2
    for text in ("".join(daemon.lines), said, *(path.read_bytes().decode("latin-1") for path in kept)):
        assert canary not in text
    assert "sam@home.example" not in "".join(daemon.lines)


def add_quiet(accounts: Accounts, dovecot: Dovecot, count: int) -> list[str]:
    """Add so many accounts, which are not polled again for a day; their names."""
    accounts.config.write_text(PEOPLE.format(minutes=1440), encoding="utf-8")
    names = [f"a{number}" for number in range(count)]
    for name in names:
        accounts.add(name, dovecot.account("Drafts"))
    return names


def polled_each(daemon: Rehearsal, names: list[str], count: int) -> None:
    for name in names:
        daemon.wait_for("polled", account=name, count=count)


def standing(accounts: Accounts, name: str):
    with snapshot(accounts.state) as store:
        return store.standing(name)
