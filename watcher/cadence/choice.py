"""Which cadence a process follows: the one the user gave it, else its account's, else that of the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from watcher.cadence import built_in, form
from watcher.cadence.policy import Policy
from watcher.errors import NoSuchCadence, WatcherError
from watcher.model import Application, MarkKind

__all__ = ["Cadences", "find", "is_file"]


@dataclass(frozen=True, slots=True)
class Cadences:
    """The cadences that the configuration names."""

    default: Policy
    accounts: Mapping[str, Policy] = field(default_factory=dict)
    """By account, where one has a cadence of its own."""
    folder: Path = Path()
    """Where files are looked for that are named without a whole path: beside the configuration."""
    farewell: bool = False
    """Whether all of them thank after a rejection, whatever they say of it."""

    def of(self, application: Application) -> tuple[Policy, str]:
        """The policy, and what is wrong where the one that the user gave it cannot be used; empty where nothing is."""
        policy, trouble = self.accounts.get(application.account, self.default), ""
        given = [mark.value for mark in application.marks if mark.kind is MarkKind.CADENCE]
        if given:
            try:
                policy = find(given[-1], self.folder)
            except WatcherError as error:
                trouble = f"{error}; the cadence {policy.name} is used meanwhile"
        return replace(policy, farewell=policy.farewell or self.farewell), trouble


def find(name: str, folder: Path) -> Policy:
    """The cadence of that name: a built-in one, or a file of the user's.

    Args:
        name: As the user writes it; a file ends in .toml.
        folder: Where a file is looked for that is named without a whole path.

    Raises:
        NoSuchCadence: neither is there
        ConfigError: something in the file is wrong; lists every problem with its line
    """
    if name in built_in.names():
        return built_in.policy(name)
    path = folder / Path(name).expanduser()
    if not is_file(name):
        hint = f"there are: {', '.join(built_in.names())}; or a file of yours, whose name ends in .toml"
        raise NoSuchCadence(f"there is no cadence {name!r}", hint=hint)
    if not path.is_file():
        raise NoSuchCadence(f"there is no cadence {name!r}: no file {path}", hint="name it by its whole path")
    return form.read(path)


def is_file(name: str) -> bool:
    """Whether a name is that of a file."""
    return name.endswith(".toml")
