"""Jobs to write units, agents and tasks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from watcher.service.job import Job

__all__ = ["job"]


def job(**more: Any) -> Job:
    made = Job(
        watcher=Path("/home/elin/.local/bin/watcher"),
        config=Path("/home/elin/.config/watcher/config.toml"),
        state=Path("/home/elin/.local/state/watcher"),
        writable=(Path("/home/elin/Mail"),),
        version="1.0.0",
    )
    return replace(made, **more)
