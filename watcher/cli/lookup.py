"""Finding what a command is about, in what the last scan kept: a process, a thread, something told."""

from __future__ import annotations

from collections.abc import Sequence

from watcher.config import Config
from watcher.errors import NoSuchProcess, NoSuchThread
from watcher.matching import left_out
from watcher.model import Application, Mark, Thread
from watcher.scan import Circumstances, Process, processes
from watcher.store import snapshot

__all__ = ["all_marks", "all_processes", "other_threads", "process_among", "process_named", "thread_among"]

_LISTED = 10
"""Threads that are listed where several are meant."""


def all_processes(config: Config, around: Circumstances) -> list[Process]:
    """The processes of all accounts, as the last scan left them; asks no mailbox, writes nothing."""
    with snapshot(config.state_path) as store:
        return [process for account in config.accounts for process in processes(account.name, store, around)]


def other_threads(config: Config, around: Circumstances, found: Sequence[Process]) -> list[tuple[str, Thread]]:
    """The threads that belong to none of the processes, each with its account, the newest first."""
    applications = [process.application for process in found]
    with snapshot(config.state_path) as store:
        threads = [
            (account.name, thread)
            for account in config.accounts
            for thread in left_out(
                store.entries(account.name),
                around.me,
                around.now,
                store.marks(account.name),
                [application for application in applications if application.account == account.name],
            )
        ]
    return sorted(threads, key=lambda item: item[1].entries[-1].envelope.sent, reverse=True)


def all_marks(config: Config) -> list[Mark]:
    """All that the user told and has not taken back, in the order it was told."""
    with snapshot(config.state_path) as store:
        told = {mark.number: mark for account in config.accounts for mark in store.marks(account.name)}
    return [told[number] for number in sorted(told)]


def process_named(name: str, config: Config, around: Circumstances) -> Process:
    """The process of that name, see `process_among`.

    Raises:
        NoSuchProcess: none or several answer to that name
    """
    return process_among(name, all_processes(config, around))


def process_among(name: str, found: Sequence[Process]) -> Process:
    """The process with this id, or of the employer that is called so.

    Where there is none: whose id begins so, or whose employer and position hold these words.

    Raises:
        NoSuchProcess: none or several answer to that name
    """
    near = [p for p in found if name == p.application.id] or [p for p in found if _is_called(p.application, name)]
    near = near or [p for p in found if p.application.id.startswith(name) or _is_named(p.application, name)]
    if len(near) == 1:
        return near[0]
    listed = ", ".join(_listed(process.application) for process in near or found)
    if near:
        raise NoSuchProcess(f"{name!r} could be several processes", hint=f"say which by its id: {listed}")
    hint = f"there are: {listed}" if listed else "run `watcher scan` first"
    raise NoSuchProcess(f"there is no process {name!r}", hint=hint)


def thread_among(name: str, threads: Sequence[Thread], where: str) -> Thread:
    """The thread with this id, or an id that begins so, or of whose subject or people it is a part.

    Args:
        name: As the user writes it.
        threads: Those that may be meant.
        where: What they are, for the user: "threads of Acme".

    Raises:
        NoSuchThread: none or several answer to that name
    """
    near = [t for t in threads if t.id.startswith(name)] or [t for t in threads if name.casefold() in _words(t)]
    if len(near) == 1:
        return near[0]
    listed = ", ".join(f"{thread.id} “{thread.subject}”" for thread in (near or threads)[:_LISTED])
    if near:
        raise NoSuchThread(f"{name!r} could be several {where}", hint=f"say which by its id: {listed}")
    hint = f"there are: {listed}" if listed else ""
    raise NoSuchThread(f"{name!r} is none of the {where}", hint=hint)


def _is_called(application: Application, name: str) -> bool:
    return application.company.casefold() == name.casefold()


def _is_named(application: Application, name: str) -> bool:
    words = name.casefold().split()
    return bool(words) and all(word in f"{application.company} {application.role}".casefold() for word in words)


def _listed(application: Application) -> str:
    role = f" ({application.role})" if application.role else ""
    return f"{application.id} {application.company}{role}".strip()


def _words(thread: Thread) -> str:
    people = (person for entry in thread.entries for person in entry.envelope.people)
    return " ".join((thread.subject, *(f"{person.name} {person.email}" for person in people))).casefold()
