"""`watcher service` as a person has it: on a systemd of the tests' own, with a session, a journal and a keyring."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.conftest import PEOPLE, WATCHER
from tests.conftest import needs
from tests.servers.dovecot import Dovecot
from tests.servers.systemd import UserSession
from watcher import demo

pytestmark = pytest.mark.server

UNIT = "interview-watcher.service"
ALWAYS = '[daemon]\nquiet_hours = ""\ndrafts_at_once = 100\n[notices]\ndesktop = false\n'


@pytest.fixture
def session() -> Iterator[UserSession]:
    needs("systemd", here=UserSession.is_here())
    if why := UserSession.why_not():
        pytest.skip(why)
    with UserSession() as made:
        yield made


class Person:
    """Who is signed in, with the sample mailbox, a configuration, and the program."""

    def __init__(self, session: UserSession) -> None:
        self.session = session
        self.home = session.home
        self.config = self.home / ".config" / "watcher" / "config.toml"
        demo.deliver(
            demo.compose(dt.datetime.now(ZoneInfo("Europe/London")).date()), session.outside(self.home / "Mail")
        )
        session.hand_over(self.home / "Mail")
        self.configure('name = "local"\nprovider = "maildir"\npath = "~/Mail"')

    def configure(self, *accounts: str, config: Path | None = None) -> None:
        sections = "".join(f"\n[[accounts]]\n{account}\n" for account in accounts)
        self.session.write(config or self.config, f"{PEOPLE}\n{ALWAYS}{sections}")

    def service(self, *arguments: str | Path, status: int = 0, **variables: str) -> subprocess.CompletedProcess[str]:
        done = self.session.run(WATCHER, "service", *arguments, **variables)
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    @property
    def condition(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.service("status", "--json").stdout)
        return found

    def add(self, settings: str) -> None:
        """Settings of one's own, as `systemctl edit` keeps them."""
        self.session.write(self.home / f".config/systemd/user/{UNIT}.d/mine.conf", settings, mode=0o644)
        assert self.systemctl("daemon-reload").returncode == 0

    def systemctl(self, *command: str) -> subprocess.CompletedProcess[str]:
        return self.session.run("systemctl", "--user", *command)

    def shows(self, name: str) -> str:
        return self.session.properties(UNIT, name)[name]

    def runs_anew(self, before: str) -> bool:
        """Whether it is at work, and by another process than before."""
        return self.shows("ActiveState") == "active" and self.shows("MainPID") not in ("0", before)

    @property
    def log(self) -> str:
        return "\n".join(str(record["MESSAGE"]) for record in self.session.journal(UNIT))

    def until(self, condition: Callable[[], object], seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, self.log
            time.sleep(0.2)


@pytest.fixture
def person(session: UserSession) -> Person:
    return Person(session)


def test_it_is_installed_runs_is_looked_at_and_goes(person):
    assert "no service yet" in person.service("status").stdout
    assert "is at work already" not in person.service("install").stderr
    stands = person.condition
    assert (stands["installed"], stands["enabled"], stands["running"], stands["current"]) == (True,) * 4
    assert (stands["manager"], stands["status"]) == ("systemd", "watching over 1 account")
    person.until(lambda: "event=polled" in person.log)
    drafts = list(person.session.outside(person.home / "Mail/.Drafts/cur").iterdir())
    assert len(drafts) > 1

    person.service("install")  # once more changes nothing, and ends nothing
    assert person.condition["pid"] == stands["pid"]
    assert person.systemctl("reload", UNIT).returncode == 0
    person.until(lambda: 'event="configuration read"' in person.log)

    lines = [json.loads(line) for line in person.service("logs", "--json").stdout.splitlines()]
    assert any("event=polled account=local" in line["text"] and line["pid"] == stands["pid"] for line in lines)
    assert len(person.service("logs", "--lines", "2").stdout.splitlines()) == 2
    assert f"pid {stands['pid']}" in person.service("status").stdout

    refused = person.session.run(WATCHER, "run")
    assert (refused.returncode, f"pid {stands['pid']}" in refused.stderr) == (2, True)
    assert "removed" in person.service("uninstall").stderr
    assert not person.session.outside(person.home / ".config/systemd/user" / UNIT).exists()
    assert person.condition["installed"] is False
    assert not Path(f"/proc/{stands['pid']}/root{person.home}").exists()
    assert "event=ended" in person.log
    assert "no service to remove" in person.service("uninstall").stderr
    assert len(list(person.session.outside(person.home / "Mail/.Drafts/cur").iterdir())) == len(drafts)


def test_a_folder_may_be_called_anything(person):
    odd = person.home / 'My %h "mail" $HOME \\x' / "a 'config'.toml"
    person.configure('name = "local"\nprovider = "maildir"\npath = "~/Mail"', config=odd)
    person.service("install", "--config", odd)
    person.until(lambda: "event=polled" in person.log)
    assert json.loads(person.service("status", "--json", "--config", odd).stdout)["current"] is True
    assert person.condition["current"] is False  # by the usual one, it goes by another
    assert "renews it" in person.service("status").stderr


def test_one_that_was_begun_by_hand_is_not_hindered(person):
    hand = subprocess.Popen(person.session.command(WATCHER, "run"), stderr=subprocess.PIPE, text=True)
    with hand:
        assert hand.stderr
        hand.stderr.readline()
        said = person.service("install", status=2)
        hand.kill()
    assert "a watcher is at work already (pid " in said.stderr
    assert person.condition["installed"] is False


PROBE = """
import ctypes, json, mmap, os, socket, subprocess, sys
from pathlib import Path

def tries(attempt):
    try:
        attempt()
        return True
    except Exception:
        return False

home = Path.home()
status = dict(line.split(":\\t", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":\\t" in line)
bus = "unix:path=" + os.environ["XDG_RUNTIME_DIR"] + "/bus"

def call():
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    open_dbus_connection(bus)  # says Hello, and is answered

def write(folder):
    path = Path(folder) / "probe"
    path.write_text("x")
    path.unlink()

print("PROBE", json.dumps({
    "reads mail": tries(lambda: next((home / "Mail").rglob("cur/*")).read_bytes()),
    "writes drafts": tries(lambda: write(home / "Mail/.Drafts/tmp")),
    "writes the state": tries(lambda: write(home / ".local/state/watcher")),
    "asks the bus": tries(call),
    "reaches servers": tries(lambda: socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5).close()),
    "finds names": tries(lambda: socket.getaddrinfo("localhost", 993)),
    "reads certificates": tries(lambda: Path("/etc/ssl/openssl.cnf").exists() or os.listdir("/etc/ssl")),
    "writes the home": tries(lambda: write(home)),
    "writes the configuration": tries(lambda: write(home / ".config/watcher")),
    "writes programs": tries(lambda: write(Path(sys.prefix) / "bin")),
    "makes code": tries(lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)),
    "makes namespaces": ctypes.CDLL(None, use_errno=True).unshare(0x10000000) == 0,
    "opens raw sockets": tries(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW).close()),
    "gains rights": status["NoNewPrivs"].strip() != "1" or int(status["CapBnd"], 16) != 0,
    "leaves its memory": __import__("resource").getrlimit(__import__("resource").RLIMIT_CORE) != (0, 0),
}), flush=True)
"""
NEEDED = {"reads mail", "writes drafts", "writes the state", "asks the bus", "reaches servers", "finds names"}


@pytest.mark.parametrize("kind", ["alone", "commands", "without namespaces"])
def test_the_sandbox_allows_what_the_watcher_does_and_no_more(person, kind):
    allowed = NEEDED | {"reads certificates"}
    if kind == "commands":
        person.configure(
            'name = "local"\nprovider = "maildir"\npath = "~/Mail"\npassword_command = ["/bin/echo", "secret"]'
        )
        allowed |= {"writes the home", "writes the configuration", "makes code"}
    variables = {}
    if kind == "without namespaces":  # as where AppArmor keeps them from users
        person.session.write(person.home / "bin/systemd-run", "#!/bin/sh\nexit 1\n", mode=0o755)
        variables = {"PATH": f"{person.home}/bin:/usr/bin:/bin"}
        allowed |= {"writes the home", "writes the configuration", "gains rights"}
    said = person.service("install", **variables).stderr
    assert ("a smaller one" in said) == (kind == "without namespaces")
    person.session.write(person.home / "probe.py", PROBE)
    with socket.create_server(("127.0.0.1", 0)) as server:
        python = WATCHER.with_name("python")
        command = f"ExecStart=\nExecStart={python} {person.home}/probe.py {server.getsockname()[1]}"
        person.add(f"[Service]\nType=oneshot\n{command}\nRestart=no\n")
        person.systemctl("restart", UNIT)
        person.until(lambda: "PROBE" in person.log)
    probed = json.loads(person.log.partition("PROBE")[2].splitlines()[0])
    if kind == "without namespaces":
        del probed["gains rights"]  # no namespace, so no set of rights of its own
        allowed.discard("gains rights")
    assert {what for what, works in probed.items() if works} == allowed


KEYRING = """
eval "$(printf 'opens the ring' | gnome-keyring-daemon --unlock --components=secrets --daemonize)"
printf '%s\\n' "$2" | "$1" auth ring
"""


def test_passwords_come_from_credentials_and_from_the_keyring(person, dovecot: Dovecot):
    needs("gnome-keyring", here=shutil.which("gnome-keyring-daemon") is not None)
    account = dovecot.account("Sent", "Drafts")
    authority = person.home / "ca.pem"
    person.session.write(authority, account.ca_file.read_text())
    given = account.settings(port=account.tls_port, security="tls", ca_file=str(authority))
    imap = "\n".join(['provider = "imap"', *(f"{key} = {json.dumps(value)}" for key, value in given.items())])
    person.configure(f'name = "cred"\n{imap}\npassword_credential = "mail-home"', f'name = "ring"\n{imap}')
    bus = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1999/bus"}
    kept = person.session.run("sh", "-c", KEYRING, "sh", WATCHER, account.password, **bus)
    assert "kept the password of ring in the keyring" in kept.stderr
    person.session.write(person.home / ".config/credstore/mail-home", f"{account.password}\n")
    account.deliver(b"From: dana@acme.example\nTo: elin.sorley@harbourpost.example\nSubject: Hi\n\nCan we talk?")
    person.service("install")
    for name in ("cred", "ring"):
        person.until(lambda name=name: f"event=polled account={name} new=1" in person.log)
    assert account.password not in person.log


def test_what_its_user_must_mend_is_not_tried_again_and_all_else_is(person):
    person.service("install")
    person.add("[Service]\nRestartSec=1\n")
    killed = person.shows("MainPID")
    person.systemctl("kill", "--signal=KILL", UNIT)
    person.until(lambda: person.runs_anew(killed))
    assert person.shows("NRestarts") == "1"

    good = person.session.outside(person.config).read_text()
    person.session.write(person.config, good.replace("Europe/London", "Europe/Nowhere"))
    assert person.systemctl("restart", UNIT).returncode != 0
    time.sleep(3)
    assert (person.shows("ActiveState"), person.shows("NRestarts")) == ("failed", "0")
    stands = person.condition
    assert (stands["running"], stands["result"], stands["current"]) == (False, "exit status 2", None)
    assert "ended badly: exit status 2" in person.service("status").stderr
    assert "no such time zone" in person.service("logs").stdout

    person.session.write(person.config, good)
    person.service("install")
    assert person.condition["running"] is True


def test_who_shows_no_life_is_ended_and_begun_anew(person):
    person.service("install")
    person.add("[Service]\nRestartSec=1\nWatchdogSec=3\n")
    person.systemctl("restart", UNIT)
    before = person.shows("MainPID")
    time.sleep(5)
    assert person.shows("MainPID") == before  # who lives is left alone
    person.systemctl("kill", "--signal=STOP", UNIT)
    person.until(lambda: "Watchdog timeout" in person.log)
    person.until(lambda: person.runs_anew(before))
