"""`watcher init`: from a mail address to a configuration that works, with as few questions as can be."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from providers.base import ProviderError, Survey
from watcher.cli import auth
from watcher.cli.ask import Ask
from watcher.cli.init_mailbox import Given, mailbox_of, say
from watcher.cli.init_signin import signed_in
from watcher.cli.output import err
from watcher.config import default_path, mail_address
from watcher.errors import WatcherError
from watcher.model import Person
from watcher.scan import AccountReport
from watcher.setup import document, system
from watcher.setup.plan import Plan, plan, there
from watcher.store import holder

__all__ = ["run"]

_BY_OPTIONS = """\
say all by options: watcher init --address YOU@MAIL.EXAMPLE --yes, with --path DIR for a Maildir or --host NAME for a \
server that is not known, --user, --provider, --name, and --set KEY=VALUE for any other key of the account. The \
password is the first line of stdin, or --set password_file=FILE, password_command=... or password_credential=NAME"""
_SHOWN_FOLDERS = 6


def run(path: Path, given: Given) -> int:
    """Ask, sign in, look, show, and write; the exit status.

    Args:
        path: Of the configuration, which may be there.
        given: What the command line says already.

    Raises:
        WatcherError: something is missing or does not work; the configuration is as it was
    """
    ask = Ask(yes=given.yes)
    if not ask.terminal and not (given.yes and given.address):
        raise WatcherError("there is no terminal to ask on", hint=_BY_OPTIONS)
    try:
        return _run(ask, path, given)
    except ProviderError as error:
        raise WatcherError(str(error), hint=error.hint) from error
    except KeyboardInterrupt:
        err().print()
        raise WatcherError("stopped; the configuration was not written") from None


def _run(ask: Ask, path: Path, given: Given) -> int:
    found = there(path)
    say(f"A mailbox for {_short(path)}:" if found else "A mailbox for the watcher, which never sends anything.")
    say("Nothing is written before you have seen it.")
    address = _address(ask, given)
    mailbox = mailbox_of(ask, given, address)
    me = replace(found[1].me, addresses=(address,)) if found else _me(ask, given, address)
    made = plan(path, found, me, mailbox, given.account)
    if made.known:
        say(f"The account {made.known.name} reads this mailbox already; it is looked through again.")
    made, survey = signed_in(ask, made)
    _tell(survey)
    if made.known:  # which may wait for just this sign-in
        auth.free(made.config.state_path, made.name)
    report = _scanned(made)
    if made.text == made.before:
        say(f"{_short(path)} is right as it is; nothing was changed.", "green")
        return 0 if report.ok else 1
    _show(made)
    if not _is_right(ask, made, report):
        say("Nothing was written.")
        return 0 if report.ok else 1
    document.keep(path, made.before, made.text)
    say(f"Wrote {_short(path)}.", "bold green")
    _next(path, made.config.state_path)
    return 0


def _address(ask: Ask, given: Given) -> str:
    if not given.address:
        return ask.text("Your mail address", "--address", check=mail_address)
    try:
        return mail_address(given.address)
    except ValueError as error:
        raise WatcherError(str(error), hint="such as: --address elin@mail.example") from None


def _me(ask: Ask, given: Given, address: str) -> Person:
    """Who the user is: what the system says, confirmed in one question, or corrected."""
    name, zone = given.me or system.full_name(), system.timezone()
    country = system.country(zone)
    if name and zone and country:
        say(f"You are {name}, in {zone}, with the public holidays of {country}.")
        if ask.yes("Is that right?"):
            return Person(name, (address,), zone, country, "")
    name = ask.text("Your name, as you sign your mail", "--name", name)
    zone = ask.text("Your time zone, such as Europe/London", "the variable TZ", zone, _zone)
    country = ask.text(
        "Whose public holidays, by two letters such as GB", "the variable LANG", system.country(zone), _country
    )
    return Person(name, (address,), zone, country, "")


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (KeyError, ValueError, OSError):
        raise ValueError(f"no such time zone: {text!r}") from None


def _country(text: str) -> str:
    if len(text) != 2 or not text.isascii() or not text.isalpha():
        raise ValueError(f"not two letters: {text!r}")
    return text.upper()


def _tell(survey: Survey) -> None:
    if survey.drafts:
        say(f"Drafts go to the folder “{survey.drafts}”.")
    if survey.folders:
        more = len(survey.folders) - _SHOWN_FOLDERS
        shown = ", ".join(survey.folders[:_SHOWN_FOLDERS]) + (f" and {more} more" if more > 0 else "")
        say(f"Mail is read in {shown}.")
    for lack in survey.lacks:
        say(f"{lack.what}: {lack.hint}.", "yellow")


def _scanned(made: Plan) -> AccountReport:
    """What a first scan finds, shown; it writes nothing anywhere."""
    from watcher.cli.scan import circumstances, scan_all
    from watcher.cli.tables import process_table

    config = made.config
    around = circumstances(config, None, dry_run=True)
    (report,) = scan_all(config, [made.account], around)
    mails = f"{report.new_messages:,} mail{'' if report.new_messages == 1 else 's'}"
    if report.processes:
        say(f"\nIn the {mails} of the last {config.look_back_days} days:\n", "bold")
        err().print(process_table(report.processes, around.now.astimezone(around.zone).date()))
    elif report.ok:
        say(f"\nNo hiring process was found in the {mails} of the last {config.look_back_days} days.", "bold")
        say("One that begins is found when it does; `watcher list --others` then shows what was left out.")
    return report


def _show(made: Plan) -> None:
    if made.before is None:
        say(f"\nThis is to be {_short(made.path)}, with all other keys as comments:\n", "bold")
        lines = document.in_force(made.text)
    else:
        say(f"\nThis changes in {_short(made.path)}; all else stays as it is:\n", "bold")
        lines = document.changes(made.before, made.text)
    for line in lines:
        say(f"  {line}", "green" if line.startswith("+") else "red" if line.startswith("-") else "dim")


def _is_right(ask: Ask, made: Plan, report: AccountReport) -> bool:
    """Whether to write it. Single mistakes are corrected afterwards, as corrections are kept beside what was read."""
    err().print()
    if not report.ok:
        return ask.yes("The scan failed. Write the configuration all the same?", default=False)
    if ask.yes("Is this right?"):
        return True
    there_ = _with_config(made.path)
    say(
        f"""
What was read wrongly you correct once it is kept, by `watcher scan{there_}`; and it stays corrected:
  watcher ignore ADDRESS or DOMAIN    their mail belongs to no process
  watcher forget NAME                 that is no hiring process of yours
  watcher set NAME company "..."      or role, contact, decision, stage (docs/corrections.md)
A draft that no longer fits goes with the next scan. For another mailbox, folder or address, edit
{_short(made.path)}, or run `watcher init` again.
"""
    )
    return ask.yes("Write it now, and correct it then?", default=False)


def _next(path: Path, state: Path) -> None:
    with_config = _with_config(path)
    if pid := holder(state):
        say(f"The watcher at work takes it up once you tell it: kill -HUP {pid}")
    say(
        f"""
  watcher scan{with_config}             puts what is due into Drafts, now
  watcher service install{with_config}  has that done by itself, from now on
  watcher list{with_config}             shows your processes
  watcher doctor{with_config}           looks whether all is well"""
    )


def _short(path: Path) -> str:
    """A path as people write it, with ~ for their home."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _with_config(path: Path) -> str:
    """What a command has to say where the configuration is not in the usual place."""
    return "" if path == default_path() else f" --config {shlex.quote(str(path))}"
