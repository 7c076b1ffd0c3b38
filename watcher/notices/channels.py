"""Where notices go: the desktop, a program of the user's, a webhook on this computer; each within a limit of time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from watcher.notices import desktop, webhook
from watcher.notices.programs import run
from watcher.notices.settings import Notices
from watcher.notices.text import Notice

__all__ = ["Channel", "Command", "Desktop", "Webhook", "channels_of"]

_SECONDS: Final = 10.0
"""As long as a channel may take for one notice."""


class Channel(Protocol):
    """A way to the user."""

    @property
    def name(self) -> str:
        """What the user calls it, as the configuration does."""

    def is_here(self) -> bool:
        """Whether it can be used now; where not, nothing is wrong."""

    def tell(self, notice: Notice, leave: Callable[[], bool]) -> None:
        """Carry a notice, within ten seconds.

        Args:
            notice: What to carry.
            leave: Asked meanwhile: whether to give up at once.

        Raises:
            NotTold: it did not arrive
        """


@dataclass(frozen=True, slots=True)
class Desktop:
    """A notice on the desktop of whoever runs the watcher."""

    name: str = "desktop"

    def is_here(self) -> bool:
        return desktop.is_here()

    def tell(self, notice: Notice, leave: Callable[[], bool]) -> None:
        argv, variables = desktop.command_for(notice)
        run(argv, variables=variables, seconds=_SECONDS, leave=leave)


@dataclass(frozen=True, slots=True)
class Command:
    """A program that reads the notice as a line of JSON from stdin."""

    argv: tuple[str, ...]
    name: str = "command"

    def is_here(self) -> bool:
        return True

    def tell(self, notice: Notice, leave: Callable[[], bool]) -> None:
        given = json.dumps(notice.form, ensure_ascii=False) + "\n"
        run(self.argv, stdin=given.encode(), seconds=_SECONDS, leave=leave)


@dataclass(frozen=True, slots=True)
class Webhook:
    """An HTTP server on this computer that takes the notice as JSON."""

    url: str
    name: str = "webhook"

    def is_here(self) -> bool:
        return True

    def tell(self, notice: Notice, leave: Callable[[], bool]) -> None:  # noqa: ARG002  its limit is short enough
        webhook.post(self.url, notice.form, _SECONDS)


def channels_of(settings: Notices) -> tuple[Channel, ...]:
    """The channels that the configuration sets up."""
    found: list[Channel] = []
    if settings.desktop:
        found.append(Desktop())
    if settings.command:
        found.append(Command(settings.command))
    if settings.webhook:
        found.append(Webhook(settings.webhook))
    return tuple(found)
