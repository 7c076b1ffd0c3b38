"""The commands that set the watcher up and look whether all is well: their arguments and help."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.given import config_path
from watcher.cli.options import ConfigOption, JsonOption

__all__ = ["app"]

app = typer.Typer()


@app.command()
def init(  # noqa: PLR0913, PLR0917  # to typer, each option is a parameter
    config: ConfigOption = None,
    address: Annotated[str, typer.Option("--address", metavar="ADDRESS", help="Your mail address.")] = "",
    provider: Annotated[
        str, typer.Option("--provider", metavar="KIND", help="imap, gmail or maildir; by default after the address.")
    ] = "",
    path: Annotated[str, typer.Option("--path", metavar="DIR", help="Your mail is in a Maildir, this one.")] = "",
    host: Annotated[
        str, typer.Option("--host", metavar="NAME[:PORT]", help="The server, where it is not known by the address.")
    ] = "",
    user: Annotated[
        str, typer.Option("--user", metavar="NAME", help="What the server knows you by, if not by the address.")
    ] = "",
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Your name, as you sign your mail.")] = "",
    account: Annotated[str, typer.Option("--account", metavar="NAME", help="What to call the account.")] = "",
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Any other key of the account.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take every proposal; ask for the password alone.")] = False,
) -> None:
    """Set a mailbox up: from your address to a configuration that works.

    It signs in, finds Drafts, shows what a first scan finds, and writes the configuration once you say that it is
    right. Nothing is written into the mailbox. It can be done again, for another mailbox or to mend one; what else is
    in the configuration stays as it is.

    Such as: watcher init
    """
    from watcher.cli import init as command
    from watcher.cli.init_mailbox import Given

    given = Given(address, provider, path, host, user, name, account, tuple(settings or ()), yes)
    raise typer.Exit(command.run(config_path(config), given))


@app.command()
def doctor(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Look at every part, and say how to mend what is not well.

    The configuration, time zone and clock, the state, the keyring, and each account: its server and certificate, the
    sign-in, folders and Drafts. It writes nothing, and signs in once.

    Exit status: 0 all is well; 1 something should be seen to; 2 something must be mended.
    """
    from watcher.cli import doctor as command

    raise typer.Exit(command.run(config_path(config), as_json=as_json))
