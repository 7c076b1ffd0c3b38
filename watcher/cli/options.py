"""The arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli import complete

__all__ = ["ConfigOption", "JsonOption", "NowOption", "ProcessArgument"]

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
