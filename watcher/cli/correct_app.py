"""The commands that correct what was read: their arguments and help."""

from __future__ import annotations

from typing import Annotated

import typer

from watcher.cli import complete
from watcher.cli.given import config_path, moment
from watcher.cli.options import ConfigOption, NowOption, ProcessArgument

__all__ = ["app"]

app = typer.Typer()

_OF_A_PROCESS = "Correct a process"
_OF_MAIL = "Correct which mail belongs where"


@app.command(rich_help_panel=_OF_A_PROCESS)
def snooze(
    process: ProcessArgument,
    until: Annotated[str, typer.Argument(metavar="UNTIL", help="3d, 2w, tomorrow, friday, or a date like 2026-03-20.")],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Put off what is next in a process. It ends early when they write."""
    from watcher.cli import correct

    correct.snooze(config_path(config), moment(now), process, until)


@app.command(rich_help_panel=_OF_A_PROCESS)
def mute(process: ProcessArgument, config: ConfigOption = None, now: NowOption = None) -> None:
    """Have nothing due in a process any more."""
    from watcher.cli import correct

    correct.mute(config_path(config), moment(now), process)


@app.command(rich_help_panel=_OF_A_PROCESS)
def close(process: ProcessArgument, config: ConfigOption = None, now: NowOption = None) -> None:
    """Say that a process is over, whatever its mail says."""
    from watcher.cli import correct

    correct.close(config_path(config), moment(now), process)


@app.command(rich_help_panel=_OF_A_PROCESS)
def reopen(process: ProcessArgument, config: ConfigOption = None, now: NowOption = None) -> None:
    """Say that a process goes on, which was read as closed or on hold."""
    from watcher.cli import correct

    correct.reopen(config_path(config), moment(now), process)


@app.command("set", rich_help_panel=_OF_A_PROCESS)
def set_(
    process: ProcessArgument,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD", help="decision, contact, company, role or stage.", autocompletion=complete.fields
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE", help="A date or `none`; an address; a name; a stage.", autocompletion=complete.values
        ),
    ],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Set what was read wrongly, or not at all.

    Such as: watcher set acme decision 2026-03-20, or: watcher set acme contact "Dana Ruiz <dana@acme.example>"
    """
    from watcher.cli import correct

    correct.change(config_path(config), moment(now), process, field, value)


@app.command(rich_help_panel=_OF_MAIL)
def merge(
    process: ProcessArgument,
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The one that belongs to it.", autocompletion=complete.processes)
    ],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Say that two processes are one."""
    from watcher.cli import correct

    correct.merge(config_path(config), moment(now), process, other)


@app.command(rich_help_panel=_OF_MAIL)
def split(
    process: ProcessArgument,
    thread: Annotated[
        str,
        typer.Argument(
            metavar="THREAD",
            help="A thread of it: its id, or part of its subject or of who wrote in it.",
            autocompletion=complete.threads,
        ),
    ],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Say that a thread of a process belongs to another one."""
    from watcher.cli import correct

    correct.split(config_path(config), moment(now), process, thread)


@app.command(rich_help_panel=_OF_MAIL)
def forget(process: ProcessArgument, config: ConfigOption = None, now: NowOption = None) -> None:
    """Say that a process is no hiring process of yours."""
    from watcher.cli import correct

    correct.forget(config_path(config), moment(now), process)


@app.command(rich_help_panel=_OF_MAIL)
def ignore(
    who: Annotated[str, typer.Argument(metavar="ADDRESS|DOMAIN", help="Whose mail; a domain with all below it.")],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Have mail of somebody, or of all of a firm, belong to no process, in any account."""
    from watcher.cli import correct

    correct.ignore(config_path(config), moment(now), who)


@app.command(rich_help_panel=_OF_MAIL)
def track(
    thread: Annotated[
        str,
        typer.Argument(
            metavar="THREAD",
            help="Its id, or part of its subject or of who wrote in it; `watcher list --others` shows them. "
            "Or the id of a process in doubt.",
            autocompletion=complete.others,
        ),
    ],
    config: ConfigOption = None,
    now: NowOption = None,
) -> None:
    """Say that a thread which was left out, or a process in doubt, is a hiring process of yours."""
    from watcher.cli import correct

    correct.track(config_path(config), moment(now), thread)
