"""The `[notices]` section of the configuration: what may stand in it, and what it comes to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from watcher.notices.kinds import NewsKind
from watcher.notices.webhook import checked

__all__ = ["Notices", "NoticesSection"]


@dataclass(frozen=True, slots=True)
class Notices:
    """How the user wants to be told."""

    kinds: frozenset[NewsKind] = frozenset(NewsKind)
    """What of."""
    desktop: bool = True
    """By a notice on the desktop, where there is one."""
    command: tuple[str, ...] = ()
    """By a program with its arguments; empty for none."""
    webhook: str = ""
    """By a POST to this address on this computer; empty for none."""
    private: bool = False
    """Notices name nobody."""
    digest_file: Path | None = None
    """Where the daemon puts the digest of each day; None for nowhere."""
    digest_at: dt.time = dt.time(8, 30)
    """When, in the user's zone."""


def _webhook(value: str) -> str:
    if value:
        checked(value)
    return value


def _time(value: str) -> str:
    try:
        dt.datetime.strptime(value, "%H:%M")  # noqa: DTZ007  no instant
    except ValueError:
        raise ValueError(f"not a time of day: {value!r} (write one like 08:30)") from None
    return value


def _argument(value: str) -> str:
    if "\0" in value:
        raise ValueError("holds a NUL, which no program can be given")
    return value


_Kind = Literal["draft_saved", "replied", "date_passed", "parked"]
_Argument = Annotated[str, AfterValidator(_argument)]


class NoticesSection(BaseModel):
    """The section as TOML has it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    on: list[_Kind] = ["draft_saved", "replied", "date_passed", "parked"]
    desktop: bool = True
    command: list[_Argument] = []
    webhook: Annotated[str, AfterValidator(_webhook)] = ""
    private: bool = False
    digest_file: Annotated[str, Field(min_length=1)] | None = None
    digest_at: Annotated[str, AfterValidator(_time)] = "08:30"

    def settings(self, folder: Path) -> Notices:
        """What it comes to; a relative path begins at `folder`."""
        return Notices(
            kinds=frozenset(map(NewsKind, self.on)),
            desktop=self.desktop,
            command=tuple(self.command),
            webhook=self.webhook,
            private=self.private,
            digest_file=folder / Path(self.digest_file).expanduser() if self.digest_file else None,
            digest_at=dt.datetime.strptime(self.digest_at, "%H:%M").time(),  # noqa: DTZ007  no instant
        )
