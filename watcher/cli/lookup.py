"""Finding the process that a command is about, in what the last scan kept."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.config import Config
from watcher.errors import NoSuchProcess
from watcher.scan import Circumstances, Process, processes
from watcher.store import snapshot

__all__ = ["all_processes", "process_named"]


def all_processes(config: Config, around: Circumstances) -> list[Process]:
    """The processes of all accounts, as the last scan left them; asks no mailbox, writes nothing."""
    with snapshot(config.state_path) as store:
        return [process for account in config.accounts for process in processes(account.name, store, around)]


def process_named(name: str, config: Config, around: Circumstances) -> Process:
    """The process with this id, or with an id that begins so, or whose employer's name holds it.

    Raises:
        NoSuchProcess: none or several answer to that name
    """
    return _named(name, all_processes(config, around))


def _named(name: str, found: Sequence[Process]) -> Process:
    wanted = name.casefold()
    exact = [p for p in found if p.application.id == name]
    near = exact or [
        p for p in found if p.application.id.startswith(name) or wanted in p.application.company.casefold()
    ]
    if len(near) == 1:
        return near[0]
    listed = ", ".join(f"{p.application.id} {p.application.company}".strip() for p in near or found)
    if near:
        raise NoSuchProcess(f"{name!r} could be several processes", hint=f"say which by its id: {listed}")
    hint = f"there are: {listed}" if listed else "run `watcher scan` first"
    raise NoSuchProcess(f"there is no process {name!r}", hint=hint)
