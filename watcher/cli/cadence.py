"""What the commands of `watcher cadence` do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from watcher.cadence import Policy, built_in, find, outlook
from watcher.cadence.choice import is_file
from watcher.cli import mark
from watcher.cli.cadence_words import policy_form, rows, step_form
from watcher.cli.labels import STEPS, addressees, day, name_of
from watcher.cli.lookup import all_processes, process_named
from watcher.cli.output import emit, err, out
from watcher.cli.scan import circumstances
from watcher.config import Config, load
from watcher.errors import UnusableWords, WatcherError
from watcher.model import MarkKind, Step
from watcher.scan import Process

__all__ = ["preview", "show", "show_all", "use", "welcomes"]

_ALL = "all"
_SAID = {"configuration": "the configuration", "account": "the account ", "process": ""}


def show_all(path: Path, *, as_json: bool) -> None:
    """List the built-in cadences and the files that are named, each with who follows it."""
    config = load(path)
    around = circumstances(config, None, dry_run=True)
    used = _used(config, all_processes(config, around))
    found = _all(config, used)
    if as_json:
        listed = [
            {
                "name": name,
                "summary": policy.summary,
                "whose": policy.whose,
                "built_in": name in built_in.names(),
                "used_by": [{"what": what, "name": who} for what, who in used.get(name, [])],
            }
            for name, policy in found.items()
        ]
        emit({"cadences": listed})
        return
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for name, policy in found.items():
        told = [f"the view of {policy.whose}"] if policy.whose else []
        told += [f"used by {_SAID[what]}{who}" for what, who in used.get(name, [])]
        table.add_row(_short(name), Text.assemble(policy.summary, ("\n" + "; ".join(told), "dim")))
    out().print(table)


def show(path: Path, name: str, *, toml: bool, as_json: bool) -> None:
    """Tell one cadence.

    Raises:
        NoSuchCadence: there is none of that name
        ConfigError: its file has mistakes
    """
    folder = _folder(load(path))
    name = _whole(name)
    policy = find(name, folder)
    if as_json:
        emit(policy_form(policy))
    elif toml:
        print(
            (folder / Path(name).expanduser()).read_text(encoding="utf-8") if is_file(name) else built_in.source(name),
            end="",
        )
    else:
        from rich.table import Table
        from rich.text import Text

        whose = f", the view of {policy.whose}" if policy.whose else ""
        out().print(Text.assemble((policy.name, "bold"), whose, f"\n{policy.summary}\n"))
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="cyan")
        table.add_column()
        for row in rows(policy):
            table.add_row(*row)
        out().print(table)


def preview(path: Path, now: dt.datetime | None, name: str, wanted: str, *, as_json: bool) -> None:
    """Show what would be due when in a process, by one cadence or by all.

    Raises:
        NoSuchCadence: there is none of that name
        NoSuchProcess: none or several answer to that name
        ConfigError: a file has mistakes
    """
    config = load(path)
    around = circumstances(config, now, dry_run=True)
    process = process_named(wanted, config, around)
    policies = _all(config, _used(config, [process])) if name == _ALL else {name: find(_whole(name), _folder(config))}
    to_come = {
        _short(each): list(outlook(process.application, policy, around.calendar, around.now, around.zone))
        for each, policy in policies.items()
    }
    today = around.now.astimezone(around.zone).date()
    if as_json:
        emit(_preview_form(process, to_come, today))
        return
    from rich.text import Text

    from watcher.cli.strip import legend, strip

    application = process.application
    named = application.decision.window.latest if application.decision else None
    head = Text.assemble(
        (name_of(application), "bold"), f", if they stay silent from {today:%A} {today.day} {today:%B} on\n"
    )
    out().print(head)
    out().print(strip(to_come, today, named, lambda each: not around.calendar.is_business_day(each), out().width))
    out().print(Text("\n").append_text(legend(to_come, named=named is not None)))
    if len(to_come) == 1:
        _print_steps(next(iter(to_come.values())), today)


def _print_steps(steps: Sequence[Step], today: dt.date) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(no_wrap=True)
    table.add_column()
    for step in steps:
        to = f" {addressees(step.to)}" if step.to else ""
        table.add_row(day(step.due, today) if step.due else "", f"{STEPS[step.kind]}{to}", step.why)
    out().print()
    out().print(table)


def use(path: Path, now: dt.datetime | None, wanted: str, name: str) -> None:
    """Let one process follow a cadence of its own.

    Raises:
        NoSuchCadence: there is none of that name
        NoSuchProcess: none or several answer to that name
        ConfigError: its file has mistakes
    """
    name = _whole(name)
    find(name, _folder(load(path)))
    mark.tell(path, now, wanted, MarkKind.CADENCE, name)


def welcomes(path: Path, now: dt.datetime | None, wanted: str, who: str) -> None:
    """Keep that somebody said it was fine to write to them.

    Raises:
        NoSuchProcess: none or several processes answer to that name
        UnusableWords: nobody, or several, of the process answer to that name
    """
    config = load(path)
    process = process_named(wanted, config, circumstances(config, now, dry_run=True))
    people = [contact.address for contact in process.application.contacts]
    exact = [person for person in people if person.email == who.lower()]
    found = exact or [person for person in people if who.casefold() in person.name.casefold()]
    if len(found) != 1:
        listed = ", ".join(f"{person.name} {person.email}".strip() for person in found or people)
        said = f"{who!r} could be several people" if found else f"there is nobody called {who!r} in this process"
        raise UnusableWords(said, hint=f"name one by the address: {listed}" if listed else "it has no people yet")
    mark.tell(path, now, wanted, MarkKind.WELCOMES, found[0].email)
    if not any(contact.address == found[0] and contact.reachable for contact in process.application.contacts):
        err().print("  but they cannot be reached, so nothing will go to them", style="dim")


def _preview_form(process: Process, to_come: Mapping[str, Sequence[Step]], today: dt.date) -> dict[str, Any]:
    application = process.application
    previews = [{"name": name, "steps": [step_form(step) for step in steps]} for name, steps in to_come.items()]
    return {"id": application.id, "company": application.company, "from": today.isoformat(), "cadences": previews}


def _all(config: Config, used: Iterable[str]) -> dict[str, Policy]:
    """The built-in cadences and those that are used, by their names; without those that have mistakes."""
    found = {}
    for name in dict.fromkeys((*built_in.names(), *used)):
        with suppress(WatcherError):  # told already, by whoever asked for the circumstances or scans
            found[name] = find(name, _folder(config))
    return found


def _used(config: Config, processes: Iterable[Process]) -> dict[str, list[tuple[str, str]]]:
    """(what follows it, its name), by the cadence's name as it was given."""
    used = {config.policy: [("configuration", "")]}
    for account in config.accounts:
        if account.policy:
            used.setdefault(account.policy, []).append(("account", account.name))
    for application in (process.application for process in processes):
        given = [told.value for told in application.marks if told.kind is MarkKind.CADENCE]
        if given:
            used.setdefault(given[-1], []).append(("process", name_of(application)))
    return used


def _short(name: str) -> str:
    return Path(name).name


def _folder(config: Config) -> Path:
    return config.path.absolute().parent


def _whole(name: str) -> str:
    """A file named from the working folder by its whole path, as it is named from anywhere else later."""
    return str(Path(name).absolute()) if is_file(name) and Path(name).is_file() else name
