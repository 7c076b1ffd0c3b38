"""`watcher digest`, `watcher notices` and its commands: their arguments and help."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from watcher.cli.given import config_path
from watcher.cli.options import ConfigOption, JsonOption

__all__ = ["app"]

app = typer.Typer()
notices = typer.Typer(
    help="""See how the watcher tells you what is new.

    `watcher run` shows a notice when a draft was saved, they replied, a day they named went by, or an account was
    parked: on the desktop, by a program of yours, or by a webhook on this computer. [notices] in the configuration
    says by which and of what, and switches each off.
    """,
    no_args_is_help=True,
)
app.add_typer(notices, name="notices")


@app.command()
def digest(
    config: ConfigOption = None,
    day: Annotated[
        str | None, typer.Option("--day", metavar="DATE", help="Another day than today, such as 2026-03-16.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print what today is about: your turn, what is due, drafts to send, replies since yesterday, dates that pass.

    Reads what the last scan kept; asks no mailbox. With [notices] digest_file, `watcher run` writes it every morning.
    """
    from watcher.cli import digest as command

    command.run(config_path(config), _day(day), as_json=as_json)


@notices.command("test")
def try_out(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Send a sample through every channel that is set up, and say what came of each.

    Exit status 1: one did not take it.
    """
    from watcher.cli import notices as command

    raise typer.Exit(command.try_out(config_path(config), as_json=as_json))


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"not a day: {text!r}; write one like 2026-03-16", param_hint="--day") from None
