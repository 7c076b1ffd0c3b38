"""The commands that have the watcher run as a service, and their help."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.given import config_path
from watcher.cli.options import ConfigOption, JsonOption

__all__ = ["app"]

app = typer.Typer(
    help="""Have the computer run the watcher by itself: begun at sign-in, begun anew when it fails.

    By systemd on Linux, launchd on macOS, the Task Scheduler on Windows; as yourself, and asking nothing.
    """,
    rich_markup_mode="markdown",
    no_args_is_help=True,
)


@app.command()
def install(
    config: ConfigOption = None,
    shown: Annotated[bool, typer.Option("--print", help="Print what would be written, and do nothing.")] = False,
) -> None:
    """Have `watcher run` begun now and at each sign-in, with this program and this configuration.

    Say it again after you added a mailbox, so that the service may write there, and after an upgrade of the program.
    """
    from watcher.cli import service as command

    command.install(config_path(config), shown=shown)


@app.command()
def uninstall() -> None:
    """End the service and remove it. Your configuration, state and drafts stay."""
    from watcher.cli import service as command

    command.uninstall()


@app.command()
def status(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show whether the service is installed and at work, as the computer's service manager tells it.

    `watcher status` tells how the mailboxes stand.
    """
    from watcher.cli import service as command

    command.status(config_path(config), as_json=as_json)


@app.command()
def logs(
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, max=100_000, help="As many of the last lines.")] = 50,
    as_json: JsonOption = False,
) -> None:
    """Show the last lines of the service's log, the newest at the end."""
    from watcher.cli import service as command

    command.logs(lines, as_json=as_json)
