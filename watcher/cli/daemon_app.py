"""The commands of the daemon and their help."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.given import config_path
from watcher.cli.options import ConfigOption

__all__ = ["app"]

app = typer.Typer()


@app.command()
def run(
    config: ConfigOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Log a JSON object a line.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log quiet polls and news as well.")] = False,
) -> None:
    """Watch over all mailboxes until told to stop, and save follow-ups into Drafts on their days.

    Each mailbox is looked into from time to time, and at once where its server tells of new mail. New drafts appear
    from nine in the morning, a few at a time; [daemon] in the configuration says when and how many. The log goes to
    stderr. SIGTERM ends it, SIGHUP has it read its configuration anew. All other commands work meanwhile, but for
    `watcher scan`.
    """
    from watcher.cli import run as command

    command.run(config_path(config), as_json=as_json, verbose=verbose)
