"""A scan's drafting in a process of its own, which a SIGKILL ends at a chosen moment or at any."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from providers.base import Provider
from providers.maildir import MaildirProvider
from tests.servers.account import Account
from tests.servers.mailbox import imap_provider
from tests.unit.builders import ME, MINE, mail, process
from tests.unit.drafting.scene import NOW, watched
from watcher.drafting import Wanted, reconcile
from watcher.errors import StateError
from watcher.model import Step, Thread
from watcher.store import open_store

__all__ = ["REFUSED", "DovecotBox", "MaildirBox", "Scan", "count_moments", "run", "run_at_once"]

REFUSED = 3
"""The exit status of a process that found the state in use."""
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.faults.mortal"])


class Box(Protocol):
    """A mailbox with a Drafts folder."""

    def provider(self) -> Provider: ...

    def drafts(self) -> int:
        """How many messages are in Drafts, as somebody else sees it."""
        ...


@dataclass(frozen=True)
class MaildirBox:
    path: Path

    def provider(self) -> Provider:
        return MaildirProvider("home", {"path": str(self.path), "folders": None, "drafts": None}, lambda: "")

    def drafts(self) -> int:
        return sum(len(list((self.path / ".Drafts" / inside).iterdir())) for inside in ("cur", "new"))


@dataclass(frozen=True)
class DovecotBox:
    account: Account
    port: int = 0

    def provider(self) -> Provider:
        return imap_provider(self.account, port=self.port or self.account.port, timeout=1)

    def drafts(self) -> int:
        return sum(message.folder == "Drafts" for message in self.account.snapshot())


@dataclass(frozen=True)
class Scan:
    """What a process is to do."""

    box: Box
    state: Path
    step: Step

    def __call__(self, moment: Callable[[str], None] = lambda _: None) -> None:
        entries = (mail(1, "2026-03-02 10:00"), mail(2, "2026-03-02 15:00", MINE))
        application = process(threads=(Thread("t", "Backend Engineer", entries),))
        with open_store(self.state) as store, self.box.provider() as provider:
            there, kept = watched(provider, moment, "mailbox"), watched(store, moment, "state")
            reconcile("home", [Wanted(application, self.step)], there, kept, ME, NOW)


def run(scan: Scan, die_at: int = -1, kill_after: float | None = None) -> int:
    """Scan in another process; its exit status, negative where a signal ended it.

    Args:
        scan: What it does.
        die_at: The moment, counted from 0, at which it is killed.
        kill_after: Or the seconds after which it is killed wherever it is.
    """
    child = _processes.Process(target=_scan, args=(scan, die_at))
    child.start()
    if kill_after is not None:
        child.join(kill_after)
        child.kill()
    child.join(60)
    status = child.exitcode
    child.close()
    assert status is not None
    return status


def run_at_once(scan: Scan, count: int) -> list[int]:
    """The same scan in several processes that begin together; their exit statuses."""
    gate = _processes.Barrier(count)
    children = [_processes.Process(target=_scan, args=(scan, -1, gate)) for _ in range(count)]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    return [child.exitcode if child.exitcode is not None else -1 for child in children]


def count_moments(scan: Scan) -> int:
    """How many moments there are at which such a scan can be killed; it is carried out."""
    names: list[str] = []
    scan(names.append)
    return len(names)


def _scan(scan: Scan, die_at: int, gate: Any = None) -> None:
    left = die_at

    def moment(_: str) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    if gate is not None:
        gate.wait(30)
    try:
        scan(moment)
    except StateError:
        os._exit(REFUSED)
