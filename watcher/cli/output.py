"""Printing: data to stdout, words for people to stderr, with colours only where a terminal shows them."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from watcher.errors import ConfigError, WatcherError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["complain", "complain_of", "emit", "err", "out"]


@cache
def out() -> Console:
    """Where data goes, drawn for people."""
    from rich.console import Console

    return Console(highlight=False)


@cache
def err() -> Console:
    """Where words for people go."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def emit(data: Any, *, line: bool = False) -> None:
    """Print data for programs; `line` puts it into one line."""
    print(json.dumps(data, ensure_ascii=False, indent=None if line else 2))


def complain(error: WatcherError) -> None:
    """Say what is wrong and what to do next; all problems of a configuration, one a line."""
    if isinstance(error, ConfigError) and len(error.problems) > 1:
        err().print(f"watcher: {error.path} has {len(error.problems)} problems:", style="bold red", markup=False)
        for problem in error.problems:
            err().print(f"  {problem}", markup=False, soft_wrap=True)
        _hint(error.hint)
    else:
        complain_of("watcher", str(error), error.hint)


def complain_of(what: str, said: str, hint: str) -> None:
    """One line on what went wrong, one on what to do next."""
    from rich.text import Text

    err().print(Text.assemble((f"{what}: ", "bold red"), said), soft_wrap=True)
    _hint(hint)


def _hint(hint: str) -> None:
    if hint:
        err().print(f"  {hint}", style="dim", markup=False, soft_wrap=True)
