"""What a service manager is told by `watcher run`, and `watcher service` where there is none."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time

import pytest

from tests.acceptance.conftest import WATCHER
from tests.conftest import needs
from tests.running import Running

UNIT = "interview-watcher.service"


# -- the protocol, without systemd ----------------------------------------------------------------
def test_run_tells_a_service_manager_all_it_wants_to_know(home, tmp_path):
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(f"{tmp_path}/n")
    told.settimeout(60)

    def hear() -> list[str]:
        return told.recv(4096).decode().split("\n")

    asked = {"NOTIFY_SOCKET": f"{tmp_path}/n", "WATCHDOG_USEC": "2000000"}
    with Running(home.config, env=asked) as daemon:
        assert hear() == ["READY=1", "STATUS=watching over 1 account"]
        begun = time.monotonic()
        assert [hear()[0] for _ in range(3)] == ["WATCHDOG=1"] * 3
        assert time.monotonic() - begun < 2 * 3  # each within its time
        daemon.tell(signal.SIGHUP)
        said = [lines[0] for lines in iter(hear, ["READY=1", "STATUS=watching over 1 account"])]
        assert said[-1] == "RELOADING=1"
        assert daemon.end() == 0
        last = [lines[0] for lines in iter(hear, ["STOPPING=1", "STATUS=ending"])]
    assert set(last) <= {"WATCHDOG=1"}
    told.close()


def test_stopped_in_its_tracks_it_says_nothing_more(home, tmp_path):
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(f"{tmp_path}/n")
    with Running(home.config, env={"NOTIFY_SOCKET": f"{tmp_path}/n", "WATCHDOG_USEC": "1000000"}) as daemon:
        told.settimeout(60)
        while not told.recv(4096).startswith(b"WATCHDOG=1"):
            pass
        daemon.tell(signal.SIGSTOP)
        told.settimeout(0.2)
        with contextlib.suppress(TimeoutError):
            told.recv(4096)  # what was said just then
        told.settimeout(1.5)
        with pytest.raises(TimeoutError):
            told.recv(4096)
        daemon.tell(signal.SIGCONT)
        told.settimeout(60)
        assert told.recv(4096).startswith(b"WATCHDOG=1")
    told.close()


# -- the command line, without systemd ------------------------------------------------------------
def test_what_would_be_written_can_be_seen_first(home, watcher):
    before = home.picture()
    shown = watcher("service", "install", "--print", "--config", home.config)
    assert shown.status == 0
    assert f'ExecStart="{WATCHER}" "run" "--config" "{home.config}"\n' in shown.out
    assert "systemd/user/interview-watcher.service" in shown.err
    assert home.picture() == before


@pytest.mark.parametrize("command", ["install", "uninstall", "status", "logs"])
def test_without_a_service_manager_it_says_what_to_do(home, watcher, command):
    options = ["--config", home.config] if command in ("install", "status") else []
    said = watcher("service", command, *options, PATH=str(home.folder / "nothing"))
    assert said.out == ""
    if command == "uninstall":  # nothing is there, whoever could tell
        assert (said.status, "no service to remove" in said.err) == (0, True)
        return
    assert said.status == 2
    assert "there is no " in said.err
    assert "`watcher run`" in said.err


def test_a_configuration_with_mistakes_is_never_installed(home, watcher):
    home.config.write_text(home.config.read_text().replace("Europe/London", "Europe/Nowhere"))
    said = watcher("service", "install", "--config", home.config, PATH=str(home.folder / "nothing"))
    assert (said.status, said.out) == (2, "")
    assert "no such time zone" in said.err


def test_outside_of_a_session_it_says_how_to_come_by_one(home, watcher):
    needs("systemd", here=shutil.which("systemctl") is not None)
    before = home.picture()
    nowhere = str(home.folder / "nowhere")
    said = watcher("service", "install", "--config", home.config, XDG_RUNTIME_DIR=nowhere)
    assert (said.status, said.out) == (2, "")
    assert "your own systemd does not answer" in said.err
    assert "`su` and `sudo`" in said.err
    assert home.picture() == before


# -- systemd's own checkers -----------------------------------------------------------------------
EXPOSED = {"alone": 1.8, "commands": 2.2}
"""How exposed systemd finds the service at most, of 10, by what the configuration has it run."""


@pytest.mark.server
@pytest.mark.parametrize("kind", EXPOSED)
def test_systemd_finds_no_fault_with_the_unit_and_little_exposed(home, watcher, kind):
    needs("systemd", here=shutil.which("systemd-analyze") is not None)
    if kind == "commands":
        home.config.write_text(home.config.read_text() + 'password_command = ["pass", "mail/home"]\n')
    file = home.folder / UNIT
    printed = watcher("service", "install", "--print", "--config", home.config).out
    # The test's files lie among temporary ones, which the unit therefore leaves in sight; its user's lie elsewhere
    assert "PrivateTmp" not in printed
    file.write_text(printed.replace("PrivateMounts=yes\n", "PrivateMounts=yes\nPrivateTmp=yes\n"))
    (home.folder / "runtime").mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home.folder), "XDG_RUNTIME_DIR": f"{home.folder}/runtime"}

    def analyze(*command: str) -> subprocess.CompletedProcess[str]:
        given = ["systemd-analyze", *command, str(file)]
        return subprocess.run(given, env=environment, capture_output=True, text=True, timeout=60, check=False)

    verified = analyze("verify", "--user", "--man=no")
    assert (verified.returncode, verified.stderr) == (0, "")
    looked = analyze("security", "--user", "--offline=yes", "--no-pager")
    found = re.search(r"exposure level for \S+: ([\d.]+)", looked.stdout)
    assert found, looked.stderr
    assert float(found[1]) <= EXPOSED[kind], looked.stdout
