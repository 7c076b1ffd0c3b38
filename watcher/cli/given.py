"""What the options of several commands stand for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import typer

__all__ = ["config_path", "moment"]


def config_path(config: Path | None) -> Path:
    """The configuration that --config names, else the usual one."""
    from watcher.config import default_path

    return config or default_path()


def moment(text: str | None) -> dt.datetime | None:
    """The moment that --now names; without an offset it is taken in the user's zone by whoever uses it."""
    if text is None:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"not a moment: {text!r}; write one like 2026-03-16T09:00-05:00", param_hint="--now"
        ) from None
