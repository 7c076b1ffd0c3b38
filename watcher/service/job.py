"""What a service manager is to run, and what that needs of the computer: from the configuration."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from providers.base import ProviderError
from watcher.config import Account, Config
from watcher.errors import WatcherError
from watcher.mailboxes import provider_of

__all__ = ["NAME", "Job", "executable", "job_of"]

NAME: Final = "interview-watcher"
"""What the service is called, on every system."""
_HANDED_ON: Final = ("XDG_STATE_HOME",)
"""Variables that decide where things are, and that a service does not inherit from a shell."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to run."""

    watcher: Path
    """The program, with its whole path."""
    config: Path
    """The configuration, with its whole path."""
    state: Path
    """The folder of the state."""
    writable: tuple[Path, ...] = ()
    """What is written into besides the state: Maildirs, folders of tokens, that of the digest."""
    credentials: tuple[tuple[str, Path], ...] = ()
    """systemd credentials: the name of each, and the file that holds it."""
    missing: tuple[tuple[str, Path], ...] = ()
    """Those that the configuration names, but whose file is not there."""
    environment: tuple[tuple[str, str], ...] = ()
    version: str = ""
    """Of the program: another one is to be begun anew."""
    runs_others: bool = False
    """Whether it runs programs of the user's, whose needs nobody knows: a password_command, a notice's."""

    @property
    def command(self) -> tuple[str, ...]:
        return str(self.watcher), "run", "--config", str(self.config)


def job_of(config: Config, watcher: Path, environment: Mapping[str, str]) -> Job:
    """The job that this configuration asks for.

    Args:
        config: The configuration.
        watcher: The program.
        environment: The user's, who installs it.

    Raises:
        WatcherError: a path in it is none that a service can be told
    """
    store = Path(environment.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "credstore"
    names = {str(a.secret["password_credential"]) for a in config.accounts if a.secret.get("password_credential")}
    credentials = tuple((name, store / name) for name in sorted(names))
    written = {path for account in config.accounts for path in _written(account)}
    if config.notices.digest_file:
        written.add(config.notices.digest_file.parent)
    job = Job(
        watcher=watcher,
        config=_whole(config.path),
        state=_whole(config.state_path).parent,
        writable=tuple(sorted(map(_whole, written))),
        credentials=tuple((name, path) for name, path in credentials if path.is_file()),
        missing=tuple((name, path) for name, path in credentials if not path.is_file()),
        version=version("interview-watcher"),
        environment=tuple((key, environment[key]) for key in _HANDED_ON if environment.get(key)),
        runs_others=bool(config.notices.command) or any(a.secret.get("password_command") for a in config.accounts),
    )
    for text in (*job.command, *map(str, (job.state, *job.writable)), *names, *dict(job.environment).values()):
        if not text.isprintable():
            raise WatcherError(f"no service can be told {text!r}", hint="name it without line breaks and controls")
    return job


def executable() -> Path:
    """The `watcher` that is running, as it was called, so that an upgrade beneath a link is followed.

    Raises:
        WatcherError: it was not started as a program of its own
    """
    called = Path(sys.argv[0])
    beside = Path(sysconfig.get_path("scripts")) / "watcher"
    for path in (Path.cwd() / called, beside):
        if path.stem == "watcher" and (found := shutil.which(path)):
            return Path(os.path.normpath(found))
    raise WatcherError(
        "the program `watcher` is not installed, so no service can run it",
        hint="pipx install interview-watcher; then say this again as `watcher service install`",
    )


def _written(account: Account) -> Iterator[Path]:
    """The folders that an account's provider may write into.

    Those that its settings name hold mail, and drafts go there; the folder of a password_file gets renewed tokens.
    """
    for value in account.settings.values():
        if isinstance(value, str) and value and (path := Path(value).expanduser()).is_absolute() and path.is_dir():
            yield path
    file = account.secret.get("password_file")
    if file and _signs_in(account):
        yield Path(file).expanduser().parent


def _signs_in(account: Account) -> bool:
    try:
        return provider_of(account).signs_in
    except ProviderError:  # a package that it needs is missing; the watcher itself tells so
        return False


def _whole(path: Path) -> Path:
    """The whole path, links left as they are."""
    return Path(os.path.normpath(Path.cwd() / path.expanduser()))
