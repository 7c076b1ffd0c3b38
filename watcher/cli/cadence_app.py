"""`watcher cadence` and its commands: their arguments and help."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli.given import config_path, moment
from watcher.cli.options import ConfigOption, JsonOption, NowOption, ProcessArgument

__all__ = ["app"]

app = typer.Typer(
    help="""See how long to wait before a follow-up, try it on a process, and choose.

    A cadence says when to thank, to write, to call and to move on, and whom to write to. Six are built in; your own is
    a file in the same form (`watcher cadence show balanced --toml` prints one to start from).
    """,
    no_args_is_help=True,
)

NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="A cadence that is built in, or a file of yours that ends in .toml.")
]


@app.command("list")
def list_(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """List the cadences that there are, and who follows which."""
    from watcher.cli import cadence as command

    command.show_all(config_path(config), as_json=as_json)


@app.command()
def show(
    name: NameArgument,
    config: ConfigOption = None,
    toml: Annotated[
        bool, typer.Option("--toml", help="Print it in the form of a file, to start your own from.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Tell one cadence in words: each step, whom it is for, and when to move on."""
    from watcher.cli import cadence as command

    command.show(config_path(config), name, toml=toml, as_json=as_json)


@app.command()
def preview(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A cadence, or `all` for each of them.")],
    process: ProcessArgument,
    config: ConfigOption = None,
    now: NowOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what would be due when in a process, if they stay silent, as a strip of days.

    It is only looked at: `watcher cadence use` chooses.
    """
    from watcher.cli import cadence as command

    command.preview(config_path(config), moment(now), name, process, as_json=as_json)


@app.command()
def use(process: ProcessArgument, name: NameArgument, config: ConfigOption = None, now: NowOption = None) -> None:
    """Let one process follow a cadence of its own. `watcher undo` takes it back."""
    from watcher.cli import cadence as command

    command.use(config_path(config), moment(now), process, name)


@app.command()
def welcomes(
    process: ProcessArgument,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Their address, or part of their name.")],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Say that somebody told you it was fine to write to them.

    The cadence `recruiter` never writes to a hiring manager who did not. `watcher undo` takes it back.
    """
    from watcher.cli import cadence as command

    command.welcomes(config_path(config), moment(now), process, who)
