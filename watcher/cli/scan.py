"""`watcher scan`."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from providers.base import Page, Provider, ProviderError
from watcher.cadence import Cadences, Policy, find, policy
from watcher.calendar import calendar_for
from watcher.cli.notices import after_scan
from watcher.cli.output import complain, complain_of, emit, err, out
from watcher.config import Account, Config, load
from watcher.daemon.schedule import scanned
from watcher.drafting.stationery import Tone, read_stationery
from watcher.errors import ConfigError, WatcherError
from watcher.mailboxes import keep_newer_secret, provider_of
from watcher.scan import AccountReport, Circumstances, Progress, scan_account
from watcher.store import open_store, snapshot

__all__ = ["chosen_accounts", "circumstances", "run", "scan_all"]

_MEANWHILE = "balanced"


def run(path: Path, now: dt.datetime | None, *, account: str | None, dry_run: bool, notify: bool, as_json: bool) -> int:
    """Scan, print what was found, and return the exit status; `notify`: tell what is new as notices, too."""
    config = load(path)
    chosen = chosen_accounts(config, account)
    around = circumstances(config, now, dry_run=dry_run)
    reports = scan_all(config, chosen, around)
    if as_json:
        from watcher.cli.forms import report_form

        emit(report_form(reports, around.now))
    else:
        _print(reports, around)
    if not dry_run:
        after_scan(config, reports, around, aloud=notify)
    return 0 if all(report.ok for report in reports) else 1


def _say_meanwhile(error: WatcherError, instead: str) -> None:
    complain(error)
    err().print(f"  {instead}", markup=False, soft_wrap=True)


def circumstances(
    config: Config,
    now: dt.datetime | None,
    *,
    dry_run: bool,
    meanwhile: Callable[[WatcherError, str], None] = _say_meanwhile,
) -> Circumstances:
    """What the configuration and the command line say a scan runs under.

    Args:
        config: The configuration.
        now: The moment that --now names; None for the present.
        dry_run: Whether nothing is to be written.
        meanwhile: Told of a cadence that cannot be used, and of what takes its place.
    """
    if now is None:
        now = dt.datetime.now(config.zone)
    elif now.tzinfo is None:
        now = now.replace(tzinfo=config.zone)
    return Circumstances(
        me=config.me,
        cadences=_cadences(config, meanwhile),
        calendar=calendar_for(config.me.country),
        now=now,
        look_back=dt.timedelta(days=config.look_back_days),
        stationery=read_stationery(Tone(config.tone), config.templates),
        call_notes=config.call_notes,
        phone=config.phone,
        dry_run=dry_run,
    )


def _cadences(config: Config, meanwhile: Callable[[WatcherError, str], None]) -> Cadences:
    """What the configuration names; in place of a file with mistakes, which are told, `balanced` for the time being."""
    folder = config.path.absolute().parent
    names = filter(None, (config.policy, *(account.policy for account in config.accounts)))
    named = {name: _usable(name, folder, meanwhile) for name in dict.fromkeys(names)}
    own = {account.name: named[account.policy] for account in config.accounts if account.policy}
    return Cadences(named[config.policy], own, folder, config.farewell)


def _usable(name: str, folder: Path, meanwhile: Callable[[WatcherError, str], None]) -> Policy:
    try:
        return find(name, folder)
    except WatcherError as error:
        meanwhile(error, f"until it is mended, the cadence {_MEANWHILE} takes its place")
        return policy(_MEANWHILE)


def scan_all(config: Config, accounts: Sequence[Account], around: Circumstances) -> list[AccountReport]:
    """Scan accounts one after the other; one that fails keeps no other from being scanned."""
    reports = []
    for problem in around.stationery.problems:
        complain_of("templates", str(problem), "until it is mended, the built-in letter takes its place")
    with snapshot(config.state_path) if around.dry_run else open_store(config.state_path) as store:
        if store.notice:
            complain_of("watcher", store.notice, "")
        for account in accounts:
            with _progress(account.name) as progress:
                try:
                    provider = provider_of(account)
                except ProviderError as error:
                    report = AccountReport(account.name, error=str(error), hint=error.hint)
                else:
                    report = scan_account(account.name, provider, store, around, progress)
                    if not around.dry_run:
                        _keep_secret(account, provider)
            if not around.dry_run:
                today = around.now.astimezone(around.zone).date()
                store.keep_standing(scanned(store.standing(account.name), report, around.now, today))
            if report.error is not None:
                complain_of(account.name, report.error, report.hint)
            reports.append(report)
    return reports


def _keep_secret(account: Account, provider: Provider) -> None:
    try:
        keep_newer_secret(account, provider)
    except ProviderError as error:
        complain_of(account.name, f"the renewed sign-in was not kept: {error}", error.hint)


def chosen_accounts(config: Config, name: str | None) -> tuple[Account, ...]:
    """The account of that name, or all.

    Raises:
        ConfigError: there is none
    """
    if not config.accounts:
        raise ConfigError(str(config.path), ["there is no [[accounts]] section, so there is no mailbox to read"])
    if name is None:
        return config.accounts
    chosen = tuple(account for account in config.accounts if account.name == name)
    if not chosen:
        names = ", ".join(account.name for account in config.accounts)
        raise ConfigError(str(config.path), [f"there is no account {name!r}; there are: {names}"])
    return chosen


@contextmanager
def _progress(name: str) -> Iterator[Progress]:
    """A bar on stderr while mail is read; nothing where stderr is no terminal."""
    if not err().is_terminal:
        yield lambda _done, _page: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=err(), transient=True) as bar:
        task = bar.add_task(f"reading {name}", total=None)

        def progress(done: int, page: Page) -> None:
            told = f"reading {name}" + (f", {math.ceil(page.wait / 60)} min at the server's pace" if page.wait else "")
            total = None if page.remaining is None else done + page.remaining
            bar.update(task, completed=done, total=total, description=told)

        yield progress


def _print(reports: Sequence[AccountReport], around: Circumstances) -> None:
    from watcher.cli.tables import process_table

    processes = [process for report in reports for process in report.processes]
    if processes:
        out().print(process_table(processes, around.now.astimezone(around.zone).date()))
    for process in processes:
        if process.note:
            told = f"{process.application.company or process.application.id}: {process.note}"
            err().print(told, markup=False, soft_wrap=True)
    for report in reports:
        if report.ok:
            unread = f", {report.quarantined} could not be read" if report.quarantined else ""
            count = f"{report.new_messages} new message{'' if report.new_messages == 1 else 's'}"
            spent = f", {report.quota.units:,} units of quota" if report.quota else ""
            err().print(f"{report.name}: {count}{unread}, {len(report.processes)} hiring processes{spent}", style="dim")
