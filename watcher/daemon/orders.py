"""What the threads go by: the configuration as it was last read, and one account's share of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from watcher.config import Account
from watcher.daemon.clock import Clock
from watcher.daemon.herald import Manner
from watcher.daemon.hours import Hours
from watcher.daemon.ration import Ration
from watcher.scan import Circumstances

__all__ = ["Orders", "Plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the configuration comes to."""

    state: Path
    around: Circumstances
    """Its moment is that of reading; each poll has its own."""
    hours: Hours
    drafts_at_once: int
    manner: Manner
    """How the user wants to be told of what is new."""
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Orders:
    """What one account's thread goes by, until it is given others."""

    account: Account
    around: Circumstances
    hours: Hours
    ration: Ration
    """Shared by all accounts."""

    def circumstances(self, clock: Clock) -> Circumstances:
        """Those of a poll that begins now."""

        def may_save() -> bool:
            now = clock.now()
            return self.hours.is_open(now) and self.ration.take(now)

        return replace(self.around, now=clock.now().astimezone(self.around.zone), may_save=may_save)
