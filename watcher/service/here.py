"""Which service manager this computer has."""

from __future__ import annotations

import sys

from watcher.errors import WatcherError
from watcher.service.manager import Manager

__all__ = ["here"]


def here() -> Manager:
    """The service manager of this computer.

    Raises:
        WatcherError: there is none that we know
    """
    system = str(sys.platform)
    if system == "linux":
        from watcher.service.systemd import Systemd

        return Systemd()
    if system == "darwin":
        from watcher.service.launchd import Launchd

        return Launchd()
    if system == "win32":
        from watcher.service.scheduler import Scheduler

        return Scheduler()
    raise WatcherError(
        f"no service manager is known for {system}",
        hint="have `watcher run` started by what starts programs here",
    )
