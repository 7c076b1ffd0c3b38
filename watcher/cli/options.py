"""The arguments and options that several commands have, and what they stand for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from watcher.cli import complete

__all__ = ["ConfigOption", "JsonOption", "NowOption", "ProcessArgument", "config_path", "moment"]

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="The configuration; by default $WATCHER_CONFIG, else the user's own folder."
    ),
]
ProcessArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A process's id, or part of its employer's name.", autocompletion=complete.processes
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print data for programs instead of a table for people.")]
NowOption = Annotated[
    str | None,
    typer.Option("--now", metavar="ISO", help="Pretend it is this moment, such as 2026-03-16T09:00-05:00."),
]


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
