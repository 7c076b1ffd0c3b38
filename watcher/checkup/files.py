"""The configuration, and who may read and write the files that matter."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from watcher.checkup.finding import Finding, fail, ok, warn
from watcher.config import Config, load
from watcher.errors import ConfigError

__all__ = ["configuration", "private", "rights"]


def configuration(path: Path) -> tuple[Config | None, list[Finding]]:
    """The configuration, if it can be used, and what there is to say of it."""
    try:
        config = load(path)
    except ConfigError as error:
        mend = error.hint or "correct it there"
        return None, [fail("configuration", f"{path}: {problem}", mend) for problem in error.problems]
    accounts = len(config.accounts)
    if not accounts:
        return config, [fail("configuration", f"{path} has no mailbox", "`watcher init` adds one")]
    return config, [ok("configuration", f"{path}, with {accounts} account{'' if accounts == 1 else 's'}")]


def rights(config: Config) -> Iterator[Finding]:
    """Whether the files are the user's, and for the user alone."""
    found = [
        private("rights", config.path, "it decides which programs are run for passwords and notices", alone=False),
        *(private("rights", file, "", alone=False) for file in _client_files(config)),
    ]
    folder = _there(config.state_path.parent)
    if not os.access(folder, os.W_OK | os.X_OK):
        mend = "make it writable for you, or choose another place with [state] path"
        found.append(fail("rights", f"the state cannot be kept in {folder}, which you may not write to", mend))
    if config.templates and not os.access(config.templates, os.R_OK | os.X_OK):
        mend = "make it readable, or correct [drafts] templates"
        found.append(warn("rights", f"the letters in {config.templates} cannot be read", mend))
    wrong = [finding for finding in found if finding]
    yield from wrong
    if not wrong:
        yield ok("rights", "the configuration and its files are yours")


def _client_files(config: Config) -> Iterator[Path]:
    """OAuth clients that can be seen: whoever may write to one decides where a sign-in goes."""
    for account in config.accounts:
        named = account.settings.get("client_file")
        with contextlib.suppress(OSError, RuntimeError):  # what is wrong with it, the sign-in tells
            if named and (file := Path(named).expanduser()).exists():
                yield file


def _there(folder: Path) -> Path:
    """The folder, or the one in which it would be made."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


def private(part: str, path: Path, why: str, *, alone: bool) -> Finding | None:
    """What is wrong with the owner and the mode of a file that is there; None where nothing is.

    Args:
        part: Of the finding.
        path: The file, or folder.
        why: What somebody could do who may write to it; empty for nothing to add.
        alone: Whether it is bad that others may read a file, rather than untidy.
    """
    status = path.stat()
    mode = stat.S_IMODE(status.st_mode)
    if status.st_uid not in (os.geteuid(), 0):
        return fail(part, f"{path} belongs to another user", "it has to be yours")
    chmod = f"chmod {'700' if stat.S_ISDIR(status.st_mode) else '600'} {path}"
    if mode & 0o022:
        return fail(part, f"{path} can be written by others" + (f", and {why}" if why else ""), chmod)
    if mode & 0o044 and not stat.S_ISDIR(status.st_mode):
        return (fail if alone else warn)(part, f"{path} can be read by others", chmod)
    return None
