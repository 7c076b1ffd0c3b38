"""The command line as a person uses it: the installed `watcher`, and a sample mailbox to use it on."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from watcher import cli, demo

WATCHER = Path(sys.executable).with_name("watcher")
TODAY = dt.date(2026, 11, 18)
NOW = demo.morning(TODAY).isoformat()

UNREADABLE = b"From: a@b.example\nTo: c@d.example\n" + b"X-Loop: 1\n" * 60_000 + b"\nHi"
"""A mail with more header fields than any mail has."""

PEOPLE = """\
[me]
name = "Elin Sorley"
addresses = ["elin.sorley@harbourpost.example"]
timezone = "Europe/London"
signature = "Elin Sorley"
"""


@dataclass(frozen=True)
class Ended:
    """A command that ended."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it printed with --json: one object, and nothing else."""
        return json.loads(self.out)


Command = Callable[..., Ended]


def environment(home: Path) -> dict[str, str]:
    """What a program sees of a person whose home is `home`."""
    return {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}


@pytest.fixture
def watcher(tmp_path: Path) -> Command:
    """Run the installed program, in a process of its own and without a terminal."""

    def run(*arguments: str | Path, **variables: str) -> Ended:
        done = subprocess.run(
            [WATCHER, *arguments], env=environment(tmp_path) | variables, capture_output=True, text=True, timeout=60,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def quick(tmp_path: Path) -> Command:
    """The same within this process, which is quicker."""

    def run(*arguments: str | Path, **variables: str) -> Ended:
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, environment(tmp_path) | variables, clear=True),
            mock.patch.object(sys, "argv", ["watcher", *map(str, arguments)]),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                cli.main()
            except SystemExit as ended:
                status = ended.code
            else:
                status = 0
        assert isinstance(status, int)
        return Ended(status, out.getvalue(), err.getvalue())

    return run


@dataclass(frozen=True)
class Home:
    """A folder with a configuration, and the sample mailbox as it is on the morning of `TODAY`."""

    folder: Path

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    @property
    def mail(self) -> Path:
        return self.folder / "Maildir"

    @property
    def drafts(self) -> list[Path]:
        return sorted(path for part in ("cur", "new") for path in (self.mail / ".Drafts" / part).iterdir())

    def configure(self, *accounts: str, people: str = PEOPLE) -> None:
        """Write a configuration with these `[[accounts]]` sections."""
        sections = "".join(f"\n[[accounts]]\n{account}\n" for account in accounts)
        self.config.write_text(f'{people}\n[state]\npath = "state/state.db"\n{sections}', encoding="utf-8")

    def picture(self) -> dict[str, tuple[int, int, str]]:
        """Every file and folder with its mode, its time of change, and what it holds."""
        found = {}
        for path in sorted([self.folder, *self.folder.rglob("*")]):
            status = path.lstat()
            held = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            found[str(path)] = (status.st_mode, status.st_mtime_ns, held)
        return found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    demo.deliver(demo.compose(TODAY), made.mail)
    made.configure(f'name = "sample"\nprovider = "maildir"\npath = "{made.mail}"')
    return made
