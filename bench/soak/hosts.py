"""A mailbox on a server of its own, with a relay before it. It can stop, freeze and be killed, and keeps its mail."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import signal
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Self

from bench.soak.relay import IMAP, Relay
from tests.servers.dovecot import Dovecot
from tests.servers.gmail import Gmail

__all__ = ["DovecotHost", "GmailHost", "Host"]

_LABELS = {"INBOX": ("INBOX", "UNREAD"), "Sent": ("SENT",), "Archive": (), "Trash": ("TRASH",), "Junk": ("SPAM",)}
_LAST_BREATH = 5
"""Seconds within which processes that were killed are gone, on a busy computer too."""
_TIMEOUT = 2
"""Seconds that the daemon waits for a server: of the computer's, in which a whole frozen afternoon must pass."""


class Host(ABC):
    """One account's mailbox; use it as a context manager."""

    provider: ClassVar[str]
    relay: Relay

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_up = True
        self.is_frozen = False
        self._within = contextlib.ExitStack()

    @abstractmethod
    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None:
        if self.is_frozen:
            self.thaw()
        self._within.close()

    @abstractmethod
    def settings(self, folder: Path) -> Mapping[str, Any]:
        """The keys of its `[[accounts]]` section, the secret's file in `folder` among them."""

    @abstractmethod
    def deliver(self, folder: str, content: bytes, arrived: dt.datetime) -> None: ...

    @abstractmethod
    def drafts(self) -> list[bytes]:
        """What is in Drafts, without a word to what may be frozen."""

    @abstractmethod
    def requests(self) -> tuple[int, int]:
        """What it was asked so far: requests, and units of a quota."""

    # -- what befalls it ----------------------------------------------------------------------
    def stop(self) -> None:
        """It ends in good order, and takes no connection until `start`."""
        self.is_up = False
        self.relay.shut()
        self._end(signal.SIGTERM)

    def start(self) -> None:
        self._begin()
        self.relay.open()
        self.is_up = True

    def freeze(self) -> None:
        """It takes connections, and answers none of them until `thaw`."""
        self.is_up, self.is_frozen = False, True
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)
        self.is_up, self.is_frozen = True, False

    def crash(self) -> None:
        """It is killed, whatever it is doing, and comes back at once."""
        self.relay.cut()
        self._end(signal.SIGKILL)
        self._begin()

    @abstractmethod
    def _begin(self) -> None: ...

    @abstractmethod
    def _end(self, number: signal.Signals) -> None: ...

    @abstractmethod
    def _signal(self, number: signal.Signals) -> None: ...


class _LastingDovecot(Dovecot):
    """One that comes back with its mail."""

    def begin(self) -> None:
        self.start(["/usr/sbin/dovecot", "-F", "-c", str(self.root / "dovecot.conf")], self.port)

    def end(self, number: signal.Signals) -> None:
        assert self._process
        if number == signal.SIGKILL:
            self.signal(number)
        else:
            self._process.send_signal(number)
        self._process.wait(20)
        with contextlib.suppress(ProcessLookupError):  # whoever is left
            deadline = time.monotonic() + _LAST_BREATH
            while time.monotonic() < deadline:  # a new master refuses to start while one of them holds a socket
                self.signal(signal.SIGKILL)
                time.sleep(0.02)

    def signal(self, number: signal.Signals) -> None:
        """To all its processes."""
        assert self._process
        os.killpg(self._process.pid, number)


class DovecotHost(Host):
    """IMAP."""

    provider = "imap"

    def __enter__(self) -> Self:
        self._server = self._within.enter_context(_LastingDovecot())
        self.relay = self._within.enter_context(Relay(self._server.port, IMAP))
        self._account = self._server.account("Drafts", "Sent", "Archive", "Trash", "Junk")
        return self

    def settings(self, folder: Path) -> Mapping[str, Any]:
        file = _secret_file(folder / f"{self.name}.password", self._account.password)
        return {**self._account.settings(port=self.relay.port, timeout=_TIMEOUT), "password_file": str(file)}

    def deliver(self, folder: str, content: bytes, arrived: dt.datetime) -> None:
        self._account.deliver(content, folder, arrived, "" if folder == "INBOX" else r"\Seen")

    def drafts(self) -> list[bytes]:
        folder = self._server.maildir(self._account) / ".Drafts"
        return [path.read_bytes() for part in ("new", "cur") for path in sorted((folder / part).iterdir())]

    def requests(self) -> tuple[int, int]:
        return self.relay.commands, 0

    def _begin(self) -> None:
        self._server.begin()

    def _end(self, number: signal.Signals) -> None:
        self._server.end(number)

    def _signal(self, number: signal.Signals) -> None:
        self._server.signal(number)


class GmailHost(Host):
    """Gmail's API. What the emulator holds is in memory, so it is the way to it that stops, and not the process."""

    provider = "gmail"

    def __init__(self, name: str, addresses: Sequence[str]) -> None:
        super().__init__(name)
        self._addresses = addresses

    def __enter__(self) -> Self:
        self._server = self._within.enter_context(Gmail())
        self.relay = self._within.enter_context(Relay(self._server.port))
        self._account = self._server.account()
        self._account.root = f"http://127.0.0.1:{self.relay.port}/"
        for address in self._addresses:
            self._account.add_alias(address)
        return self

    def settings(self, folder: Path) -> Mapping[str, Any]:
        return {
            "address": self._account.address,
            "client_file": str(self._account.client_file(folder)),
            "api_root": self._account.root,
            "timeout": _TIMEOUT,
            "units_per_minute": 1_000_000,  # of the computer's minutes, which are days; the trial bounds them itself
            "password_file": str(_secret_file(folder / f"{self.name}.token", self._account.refresh_token_for())),
        }

    def deliver(self, folder: str, content: bytes, arrived: dt.datetime) -> None:
        self._account.put(content, _LABELS[folder], arrived)

    def drafts(self) -> list[bytes]:
        return [self._account.store.get(entry.id).content for entry in self._account.drafts().values()]

    def requests(self) -> tuple[int, int]:
        return len(self._account.requests), self._account.units

    def _begin(self) -> None:
        pass

    def _end(self, number: signal.Signals) -> None:
        pass

    def _signal(self, number: signal.Signals) -> None:
        os.kill(self._server._emulator._process.pid, number)  # noqa: SLF001


def _secret_file(path: Path, secret: str) -> Path:
    path.write_text(secret)
    path.chmod(0o600)
    return path
