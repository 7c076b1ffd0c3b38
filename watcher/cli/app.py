"""The commands and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watcher.cli import complete
from watcher.cli.cadence_app import app as cadence_app
from watcher.cli.correct_app import app as correct_app
from watcher.cli.daemon_app import app as daemon_app
from watcher.cli.given import config_path, moment
from watcher.cli.notices_app import app as notices_app
from watcher.cli.options import ConfigOption, JsonOption, NowOption, ProcessArgument
from watcher.cli.service_app import app as service_app
from watcher.cli.setup_app import app as setup_app

__all__ = ["app"]

app = typer.Typer(
    name="watcher",
    help="""Watch your mailbox during a job search, and find the follow-ups that are due in your Drafts.

    The watcher reads mail, works out who replied last and by when the employer said it would decide, and saves a
    reply into Drafts on the right day. You review it in your own mail program and send it. **The watcher never
    sends.**

    Start with `watcher demo`, which reads a sample; then `watcher init` sets your own mailbox up, and `watcher scan
    --dry-run` shows what would be done.
    """,
    rich_markup_mode="markdown",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)

app.add_typer(setup_app)
app.add_typer(cadence_app, name="cadence")
app.add_typer(daemon_app)
app.add_typer(notices_app)
app.add_typer(service_app, name="service")
app.add_typer(correct_app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(version("interview-watcher"))
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


@app.command()
def scan(
    config: ConfigOption = None,
    now: NowOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing anywhere; show what would be done.")
    ] = False,
    account: Annotated[str | None, typer.Option("--account", metavar="NAME", help="Scan this account alone.")] = None,
    notify: Annotated[bool, typer.Option("--notify", help="Tell what is new as [notices] says, as well.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Poll the mailboxes once, and save the follow-ups that are due into Drafts.

    The first scan reads the last 90 days; later ones read what is new. Drafts that no longer fit are withdrawn while
    you have not touched them. Nothing else in the mailbox is changed.

    Exit status 1: an account could not be scanned, the others were.
    """
    from watcher.cli import scan as command

    if notify and dry_run:
        raise typer.BadParameter("a dry run does nothing that there would be to tell of", param_hint="--notify")
    path, at = config_path(config), moment(now)
    raise typer.Exit(command.run(path, at, account=account, dry_run=dry_run, notify=notify, as_json=as_json))


@app.command("list")
def list_(
    config: ConfigOption = None,
    now: NowOption = None,
    others: Annotated[
        bool, typer.Option("--others", help="List the threads that belong to no process instead.")
    ] = False,
    whole: Annotated[bool, typer.Option("--all", help="Leave none out.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the processes by what they need of you: your turn, due, waiting, scheduled, closed.

    Reads what the last scan kept; asks no mailbox.
    """
    from watcher.cli import list as command

    if others:
        command.others(config_path(config), moment(now), whole=whole, as_json=as_json)
    else:
        command.run(config_path(config), moment(now), whole=whole, as_json=as_json)


@app.command()
def status(config: ConfigOption = None, now: NowOption = None, as_json: JsonOption = False) -> None:
    """Show whether a watcher is at work, how each account stands, and what is wrong with one that is parked.

    Reads what the last scan kept; asks no mailbox.
    """
    from watcher.cli import status as command

    command.run(config_path(config), moment(now), as_json=as_json)


@app.command()
def show(
    process: ProcessArgument,
    config: ConfigOption = None,
    now: NowOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one process as a timeline, with the words that each fact rests on.

    Reads what the last scan kept; asks no mailbox.
    """
    from watcher.cli import show as command

    command.run(config_path(config), moment(now), process, as_json=as_json)


@app.command()
def explain(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Mail files, or folders of them.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Explain what is read in single messages: who speaks, what it states, and the words each statement rests on."""
    from watcher.cli import explain as command

    command.run(config_path(config), paths, as_json=as_json)


@app.command()
def note(
    process: ProcessArgument,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Something of the conversation, as you would say it to them.")
    ] = "",
    badly: Annotated[bool, typer.Option("--went-badly", help="The last interview went badly.")] = False,
    attach: Annotated[
        Path | None, typer.Option("--attach", metavar="FILE", help="A file to go with the next letter.")
    ] = None,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Note something that the next letter of a process should take up.

    Such as: watcher note acme "your move to event sourcing, which I did at Brightwater"
    """
    from watcher.cli import mark
    from watcher.model import MarkKind

    if not words and not badly and attach is None:
        raise typer.BadParameter("say what to note, --went-badly, or --attach FILE", param_hint="WORDS")
    if attach is not None:
        mark.attach(config_path(config), moment(now), process, attach)
    if badly:
        mark.tell(config_path(config), moment(now), process, MarkKind.WENT_BADLY)
    if words:
        mark.tell(config_path(config), moment(now), process, MarkKind.NOTE, words)


@app.command()
def done(process: ProcessArgument, config: ConfigOption = None, now: NowOption = None) -> None:
    """Say that the call which was due is made."""
    from watcher.cli import mark
    from watcher.model import MarkKind

    mark.tell(config_path(config), moment(now), process, MarkKind.CALLED)


@app.command()
def undo(
    number: Annotated[
        int | None,
        typer.Argument(metavar="N", help="What to take back; by default the last.", autocompletion=complete.marks),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what there is to take back, and take nothing.")] = False,
    config: ConfigOption = None,
    now: NowOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as data for programs.")] = False,
) -> None:
    """Take back what you last told the program: a note, a call, a correction."""
    from watcher.cli import mark

    if listed or as_json:
        mark.told(config_path(config), moment(now), as_json=as_json)
    else:
        mark.undo(config_path(config), moment(now), number)


@app.command()
def calendar(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Put it into this file, at once as a whole.")
    ] = None,
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Export all that is due as one iCalendar feed, with an alarm each, for your calendar program.

    A call stands in its good hours, an interview at its time, all else on its day. The feed names employers and steps,
    and nothing else of your mail. Reads what the last scan kept; asks no mailbox.

    Such as: watcher scan; watcher calendar --out ~/calendars/follow-ups.ics
    """
    from watcher.cli import calendar as command

    command.run(config_path(config), moment(now), out)


@app.command()
def auth(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="An account of the configuration.")],
    config: ConfigOption = None,
    forget: Annotated[bool, typer.Option("--forget", help="Remove what is kept instead.")] = False,
    revoke: Annotated[
        bool, typer.Option("--revoke", help="Make a sign-in worthless at the server (Gmail), and remove it.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Ask for nothing; try a parked account again with what it has.")
    ] = False,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Where your browser comes back to; by default any free port."),
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser here, or say how to get here from elsewhere.")
    ] = True,
) -> None:
    """Keep what an account signs in with in the keyring of this machine.

    A password is asked for without showing it; without a terminal it is the first line of stdin. It is tried with the
    next scan. For Gmail you give consent in a browser, here or on another computer, and a token is kept.

    An account that `watcher run` has parked, as its sign-in was refused three times, is tried again after it.
    """
    from watcher.cli import auth as command

    command.run(config_path(config), account, forget=forget, revoke=revoke, again=again, port=port, browser=browser)


@app.command()
def example() -> None:
    """Print a configuration with every key and what it is for, to be saved and filled in.

    Such as: watcher example > ~/.config/watcher/config.toml
    """
    from watcher.config import example as text

    print(text(), end="")


@app.command()
def demo(
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="DIR", help="Put the sample mailbox here, and leave it.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Run the main job on a sample mailbox, and show the drafts it saves.

    The sample is a copy in a temporary folder; your mail and your configuration are not touched.
    """
    from watcher.cli import demo as command

    raise typer.Exit(command.run(keep, as_json=as_json))
