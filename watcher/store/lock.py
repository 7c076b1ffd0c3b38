"""One process at a time: a kernel lock (flock) on a file beside the state.

The kernel lets go of it when the process ends, however it ends, so there are no stale locks. Without it, two
processes that each look into Drafts and then save would make two drafts (measured).
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from pathlib import Path

from watcher.errors import StateError

__all__ = ["Lock", "holder"]

_LOOKS = 3
"""How often the lock is tried for: `holder` takes it for a moment."""


class Lock:
    """Held from its making until `release`, or the end of the process."""

    def __init__(self, state: Path) -> None:
        """Take the lock on the state at this path, making the file (0600) where it is missing.

        Raises:
            StateError: another process holds it, or the file cannot be made
        """
        path = _beside(state)
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            raise StateError(
                f"{path}: the lock file cannot be opened: {error.strerror}",
                hint="make the folder writable for you, or choose another one with [state] path",
            ) from error
        try:
            _take(descriptor)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
            os.close(descriptor)
            raise StateError(
                f"{path.with_suffix('')}: in use by another watcher" + (f" (pid {holder})" if holder.isdigit() else ""),
                hint="wait until it is done, or stop it; commands that only show things work meanwhile",
            ) from error
        except OSError as error:
            os.close(descriptor)
            raise StateError(
                f"{path}: cannot be locked: {error.strerror}",
                hint="keep the state on a local disk, with [state] path",
            ) from error
        with contextlib.suppress(OSError):  # a full disk: the pid is only for the message above
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let go; may be called twice. The file stays: removing it would let two processes lock two files."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def holder(state: Path) -> int | None:
    """The pid of the process that has the state at this path open for writing; None where nobody has, or none is told.

    Raises:
        StateError: the lock file may not be looked at
    """
    path = _beside(state)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StateError(f"{path}: cannot be read: {error.strerror}", hint="make the file yours") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        said = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        return int(said) if said.isdecimal() else None
    finally:
        os.close(descriptor)
    return None


def _beside(state: Path) -> Path:
    return state.with_name(state.name + ".lock")


def _take(descriptor: int) -> None:
    for look in range(_LOOKS):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if look == _LOOKS - 1:
                raise
            time.sleep(0.05)
        else:
            return
