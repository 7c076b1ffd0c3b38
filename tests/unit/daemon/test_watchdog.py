"""What the service manager is told, on a real socket: systemd's protocol, and life only where there is life."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from tests.rehearsal import Rehearsal, Time
from tests.unit.places import quick_directory
from watcher.daemon import worker
from watcher.daemon.watchdog import Watchdog


class Manager:
    """A service manager's socket, and what was said to it."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address)
        self._address = address
        self.said: SimpleQueue[str] = SimpleQueue()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while said := self._socket.recv(4096).decode():
            self.said.put(said)

    def hear(self, seconds: float = 30) -> list[str]:
        """The lines of the next thing that is said."""
        return self.said.get(timeout=seconds).split("\n")

    def hears_nothing(self, seconds: float) -> bool:
        try:
            self.hear(seconds)
        except Empty:
            return True
        return False

    def close(self) -> None:
        self._socket.sendto(b"", self._address)
        self._thread.join(10)
        self._socket.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_directory() as root:  # a short path: a socket's has room for 108 bytes
        yield Path(root)


@pytest.fixture
def manager(folder: Path) -> Iterator[Manager]:
    made = Manager(f"{folder}/notify")
    yield made
    made.close()


def test_each_thing_is_one_datagram_of_lines(folder, manager):
    watchdog = Watchdog(f"{folder}/notify")
    watchdog.ready("watching over 2 accounts")
    watchdog.alive("parked: work")
    watchdog.reloading()
    watchdog.stopping()
    assert manager.hear() == ["READY=1", "STATUS=watching over 2 accounts"]
    assert manager.hear() == ["WATCHDOG=1", "STATUS=parked: work"]
    reloading, since = manager.hear()
    assert (reloading, since.partition("=")[0]) == ("RELOADING=1", "MONOTONIC_USEC")
    assert int(since.partition("=")[2]) > 0
    assert manager.hear() == ["STOPPING=1", "STATUS=ending"]


def test_no_status_says_what_it_should_not(folder, manager):
    Watchdog(f"{folder}/notify").ready("a\nMAINPID=1")
    assert manager.hear() == ["READY=1", "STATUS=a MAINPID=1"]


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux has an abstract namespace")
def test_a_socket_may_have_no_path():
    manager = Manager(f"\0watcher-{os.getpid()}")
    Watchdog(f"@watcher-{os.getpid()}").ready("here")
    assert manager.hear()[0] == "READY=1"
    manager.close()


def test_nobody_who_listens_is_no_trouble(folder):
    Watchdog().ready("to nobody")
    Watchdog(f"{folder}/gone").ready("to nobody")


def test_one_that_does_not_listen_holds_up_nothing(folder):
    watchdog = Watchdog(f"{folder}/deaf")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as deaf:
        deaf.bind(f"{folder}/deaf")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:  # fills its queue
            other.settimeout(0)
            with contextlib.suppress(BlockingIOError):
                while other.sendto(b"x", f"{folder}/deaf"):
                    pass
        begun, worked = time.monotonic(), time.thread_time()
        watchdog.alive("to nobody")
    assert 0.5 < time.monotonic() - begun < 10
    assert time.thread_time() - worked < 0.2  # nor does it wait busily


@pytest.mark.parametrize(
    ("given", "address", "patience"),
    [
        ({}, "", None),
        ({"NOTIFY_SOCKET": "/run/n"}, "/run/n", None),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "180000000"}, "/run/n", 180),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "20000000", "WATCHDOG_PID": str(os.getpid())}, "/run/n", 20),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}, "/run/n", None),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "soon"}, "/run/n", None),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "0"}, "/run/n", None),
        ({"NOTIFY_SOCKET": "vsock:2:1234"}, "", None),
        ({"WATCHDOG_USEC": "20000000"}, "", None),
    ],
)
def test_the_environment_names_it_and_is_rid_of_it(given, address, patience):
    environment = {"HOME": "/home/elin", **given}
    assert Watchdog.of(environment) == Watchdog(address, patience)
    assert environment == {"HOME": "/home/elin"}


@pytest.fixture
def config(folder: Path) -> Path:
    (folder / "Maildir").mkdir()
    path = folder / "config.toml"
    path.write_text(
        '[me]\nname = "Elin"\naddresses = ["elin@mail.example"]\ntimezone = "Europe/London"\n[state]\npath = "s/s.db"\n'
        f'[[accounts]]\nname = "home"\nprovider = "maildir"\npath = "{folder}/Maildir"\n',
        encoding="utf-8",
    )
    return path


def test_the_daemon_says_that_it_lives_until_a_thread_of_its_hangs(folder, config, manager, monkeypatch):
    released = threading.Event()
    scan = worker.scan_account
    monkeypatch.setattr(worker, "scan_account", lambda *given: (released.wait(20), scan(*given))[1])
    silent = replace(Watchdog(f"{folder}/notify"), patience=180)
    when = Time(speed=1800)  # an hour in two seconds, a look at all threads each sixtieth of one
    with Rehearsal(config, when, silent) as daemon:
        assert manager.hear() == ["READY=1", "STATUS=watching over 1 account"]
        assert manager.hear() == ["WATCHDOG=1", "STATUS=watching over 1 account"]
        daemon.wait_for("no sign of life", accounts="home")
        while manager.said.qsize():
            manager.hear()  # said before it hung
        assert manager.hears_nothing(0.5)
        released.set()
        assert manager.hear()[0] == "WATCHDOG=1"
        daemon.reload()
        said = [manager.hear() for _ in range(20)]
    kinds = [lines[0] for lines in said]
    assert kinds[kinds.index("RELOADING=1") :][:2] == ["RELOADING=1", "READY=1"]
    assert len(daemon.events("no sign of life")) == 1
