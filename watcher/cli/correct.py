"""Corrections: what the user says of a process, or of whose mail belongs to one, against what was read.

Each is a mark, which the next look at the state goes by, and `watcher undo` takes back. A draft that no longer fits
because of it is withdrawn by the next scan, as any other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from watcher.cli import values
from watcher.cli.complete import FIELDS
from watcher.cli.labels import STEPS, addressees, day, name_of
from watcher.cli.lookup import all_processes, other_threads, process_among, thread_among
from watcher.cli.mark import check, keep, newest
from watcher.cli.output import err
from watcher.cli.scan import circumstances
from watcher.config import Config, load
from watcher.errors import UnusableWords
from watcher.model import Application, Mark, MarkKind, Person, Status
from watcher.scan import Circumstances, Process
from watcher.store import EVERY_ACCOUNT

__all__ = ["change", "close", "forget", "ignore", "merge", "mute", "reopen", "snooze", "split", "track"]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the last scan left, for a command to speak of."""

    config: Config
    around: Circumstances
    processes: Sequence[Process]

    def application(self, name: str) -> Application:
        return process_among(name, self.processes).application

    def tell(self, application: Application, kind: MarkKind, value: str = "") -> None:
        """Keep a mark of a process, and say what is next in it now."""
        mark = Mark(kind, newest(application.threads), self.around.now, value)
        keep(self.config, application.account, mark, application)
        self.say_next(application.account, mark.message_id)

    def say_next(self, account: str, message_id: str) -> None:
        """What is next in the process of a message; the same mail in another account is another process."""
        today = self.around.now.astimezone(self.around.zone).date()
        for process in all_processes(self.config, self.around):
            ids = {e.envelope.message_id for thread in process.application.threads for e in thread.entries}
            if process.application.account == account and message_id in ids:
                step = process.step
                due = f", {day(step.due, today)}" if step.due else ""
                to = f", to {addressees(step.to)}" if step.to else ""
                err().print(
                    f"  next: {STEPS[step.kind]}{due}{to} ({step.why})", style="dim", markup=False, soft_wrap=True
                )


def _known(path: Path, now: dt.datetime | None) -> _Known:
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    return _Known(config, around, all_processes(config, around))


def snooze(path: Path, now: dt.datetime | None, name: str, until: str) -> None:
    """Put off what is next in a process.

    Raises (here and below, as far as each can):
        NoSuchProcess, NoSuchThread: none or several answer to that name
        UnusableWords: what is said makes no sense, or not of this process
    """
    known = _known(path, now)
    application = known.application(name)
    _must_run(application)
    today = known.around.now.astimezone(known.around.zone).date()
    known.tell(application, MarkKind.SNOOZE, values.snooze_day(until, today).isoformat())


def mute(path: Path, now: dt.datetime | None, name: str) -> None:
    """Have nothing due in a process any more."""
    known = _known(path, now)
    application = known.application(name)
    _must_run(application)
    known.tell(application, MarkKind.MUTE)


def close(path: Path, now: dt.datetime | None, name: str) -> None:
    """Say that a process is over."""
    known = _known(path, now)
    application = known.application(name)
    _must_run(application)
    known.tell(application, MarkKind.CLOSE)


def reopen(path: Path, now: dt.datetime | None, name: str) -> None:
    """Say that a process goes on which was read as closed or on hold."""
    known = _known(path, now)
    application = known.application(name)
    if application.status not in (Status.CLOSED, Status.ON_HOLD):
        raise UnusableWords(f"{name_of(application)} is neither closed nor on hold", hint="there is nothing to do")
    known.tell(application, MarkKind.REOPEN)


def change(path: Path, now: dt.datetime | None, name: str, field: str, text: str) -> None:
    """Set one of the `FIELDS` that a shell is offered."""
    if field not in FIELDS:
        raise UnusableWords(f"there is no {field!r} to set", hint=f"there are: {', '.join(FIELDS)}")
    check(text)
    known = _known(path, now)
    application, kind = known.application(name), MarkKind(field)
    if kind in (MarkKind.DECISION, MarkKind.CONTACT):
        _must_run(application)
    known.tell(application, kind, _value(kind, text, application, known.around.me))


def _value(kind: MarkKind, text: str, application: Application, me: Person) -> str:
    """The value of a mark from what the user wrote."""
    if kind is MarkKind.DECISION:
        day = values.decision_day(text)
        return day.isoformat() if day else ""
    if kind is MarkKind.CONTACT:
        return values.mailbox(text, application.contacts, me)
    if kind is MarkKind.STAGE:
        return values.stage(text)
    return values.name(text, "an employer's name" if kind is MarkKind.COMPANY else "a position's name")


def merge(path: Path, now: dt.datetime | None, name: str, other: str) -> None:
    """Say that two processes are one."""
    known = _known(path, now)
    one, two = known.application(name), known.application(other)
    if one.id == two.id:
        raise UnusableWords(f"{name!r} and {other!r} are one process already", hint="there is nothing to do")
    if one.account != two.account:
        raise UnusableWords(
            f"{name_of(one)} is in the account {one.account}, {name_of(two)} in {two.account}",
            hint="only processes of one account can be merged; `watcher mute` one of them",
        )
    known.tell(one, MarkKind.MERGE, newest(two.threads))


def split(path: Path, now: dt.datetime | None, name: str, thread: str) -> None:
    """Say that a thread of a process belongs to another."""
    known = _known(path, now)
    application = known.application(name)
    where = f"threads of {name_of(application)}"
    found = thread_among(thread, application.threads, where)
    rest = [each for each in application.threads if each.id != found.id]
    if not rest:
        raise UnusableWords(
            f"{name_of(application)} has one thread only", hint="`watcher forget` where it is no process of yours"
        )
    mark = Mark(MarkKind.SPLIT, newest(rest), known.around.now, newest([found]))
    keep(known.config, application.account, mark, application)
    known.say_next(application.account, mark.value)


def forget(path: Path, now: dt.datetime | None, name: str) -> None:
    """Say that a process is none."""
    known = _known(path, now)
    known.tell(known.application(name), MarkKind.FORGET)


def ignore(path: Path, now: dt.datetime | None, who: str) -> None:
    """Have mail of an address or a domain belong to no process, in any account."""
    known = _known(path, now)
    mark = Mark(MarkKind.IGNORE, "", known.around.now, values.ignorable(who, known.around.me))
    keep(known.config, EVERY_ACCOUNT, mark)
    left = {process.application.id for process in all_processes(known.config, known.around)}
    gone = [name_of(p.application) for p in known.processes if p.application.id not in left]
    if gone:
        err().print(f"  no longer a process: {', '.join(gone)}", style="dim", markup=False, soft_wrap=True)


def track(path: Path, now: dt.datetime | None, thread: str) -> None:
    """Say that a thread is a hiring process, or part of one; or that a process in doubt is one, and all of one."""
    known = _known(path, now)
    doubted = (process.application for process in known.processes if process.application.doubt)
    if (own := next((one for one in doubted if one.id.startswith(thread)), None)) is not None:
        known.tell(own, MarkKind.TRACK)
        return
    others = other_threads(known.config, known.around, known.processes)
    found = thread_among(thread, [each for _, each in others], "threads that are not tracked")
    account = next(account for account, each in others if each is found)
    mark = Mark(MarkKind.TRACK, newest([found]), known.around.now)
    keep(known.config, account, mark)
    known.say_next(account, mark.message_id)


def _must_run(application: Application) -> None:
    if application.status is Status.CLOSED:
        raise UnusableWords(f"{name_of(application)} is closed", hint="`watcher reopen` takes it up again")
