"""Errors of the watcher's own, few and each with what to do next.

    WatcherError
    ├── ConfigError     the configuration is wrong: all problems at once, with their places   (exit status 2)
    ├── StateError      the state file cannot be used                                         (exit status 2)
    ├── NoSuchProcess   the user named a process that there is not                            (exit status 2)
    ├── NoSuchThread    the user named a thread that there is not                             (exit status 2)
    ├── NoSuchCadence   the user named a cadence that there is not                            (exit status 2)
    ├── UnusableWords   what the user told cannot be kept                                     (exit status 2)
    └── NotTold         a notice did not reach the user; logged or shown, and stops nothing

What a mailbox can raise is in `providers.base`; a failing account leads to exit status 1.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "ConfigError",
    "NoSuchCadence",
    "NoSuchProcess",
    "NoSuchThread",
    "NotTold",
    "StateError",
    "UnusableWords",
    "WatcherError",
]


class WatcherError(Exception):
    """Something the user can mend. `hint` says how."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ConfigError(WatcherError):
    """The configuration cannot be used. `problems` lists everything that is wrong with it."""

    def __init__(self, path: str, problems: Sequence[str], *, hint: str = "") -> None:
        super().__init__(f"{path}: " + ("; ".join(problems)), hint=hint)
        self.path = path
        self.problems = tuple(problems)


class StateError(WatcherError):
    """The state file cannot be used: locked, damaged, unwritable, or of a newer version."""


class NoSuchProcess(WatcherError):
    """No process has this id or name, or several have."""


class NoSuchThread(WatcherError):
    """No thread has this id, subject or correspondent, or several have."""


class NoSuchCadence(WatcherError):
    """No cadence has this name: none that is built in, and no file."""


class UnusableWords(WatcherError):
    """What the user told cannot be kept: too long, no text, or nothing there to take back."""


class NotTold(WatcherError):
    """A notice could not be carried by one of its channels. Names nobody that the notice speaks of."""
