"""What a service manager is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from watcher.service.job import Job

__all__ = ["Condition", "Entry", "Manager", "Say"]

Say = Callable[[str], None]
"""Tells the user one line."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How the service stands, as far as its manager tells; None where it does not."""

    installed: bool
    enabled: bool | None = None
    """Whether it begins by itself."""
    running: bool | None = None
    pid: int | None = None
    since: dt.datetime | None = None
    """Since when it stands so."""
    state: str = ""
    """In the manager's own word."""
    result: str = ""
    """How its last run ended, in the manager's own word; empty where it ended well or has not ended."""
    status: str = ""
    """What the watcher itself told last."""
    stays: bool | None = None
    """Whether it goes on when the user signs out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of the log."""

    at: dt.datetime | None
    pid: int | None
    text: str


class Manager(Protocol):
    """A service manager."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def place(self) -> str:
        """Where what it goes by is kept: a file, or a name in its own keeping."""

    def text(self, job: Job) -> str:
        """What it is to go by."""

    def is_current(self, job: Job) -> bool | None:
        """Whether it goes by what this job asks for; None where that cannot be told."""

    def install(self, job: Job, say: Say) -> None:
        """Have it run the job, from now on and after each sign-in. Doing so again renews it."""

    def uninstall(self) -> bool:
        """End it and forget it; whether there was anything."""

    def condition(self) -> Condition:
        """How the service stands."""

    def log(self, lines: int) -> Sequence[Entry]:
        """The last records of the log, the oldest first."""

    @property
    def log_hint(self) -> str:
        """How to follow the log."""
