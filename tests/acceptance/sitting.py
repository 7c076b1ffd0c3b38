"""A person at a terminal: the installed program on a pseudo-terminal, answered as a person would, and what is then shown."""

from __future__ import annotations

import re
import signal
from pathlib import Path
from typing import Self

import pexpect
import pyte

from tests.acceptance.conftest import WATCHER, environment

__all__ = ["KEYRING", "Sitting", "keyring_at"]

KEYRING = '''\
"""A keyring for tests: a file beside it."""

import json
from pathlib import Path

from keyring.backend import KeyringBackend

FILE = Path(__file__).with_name("kept.json")


class Kept(KeyringBackend):
    priority = 1

    def _all(self):
        return json.loads(FILE.read_text()) if FILE.exists() else {}

    def get_password(self, service, username):
        return self._all().get(f"{service} {username}")

    def set_password(self, service, username, password):
        FILE.write_text(json.dumps({**self._all(), f"{service} {username}": password}))

    def delete_password(self, service, username):
        FILE.write_text(json.dumps({k: v for k, v in self._all().items() if k != f"{service} {username}"}))
'''


def keyring_at(folder: Path) -> dict[str, str]:
    """What lets a program find a keyring in this folder."""
    folder.mkdir(exist_ok=True)
    (folder / "testring.py").write_text(KEYRING)
    return {"PYTHON_KEYRING_BACKEND": "testring.Kept", "PYTHONPATH": str(folder)}


_COLUMNS = 300
"""So many that no sentence is broken, and tests can look for it."""


def _hear_interrupts() -> None:
    """Let Ctrl-C end the program, as at a terminal: tests run in the background have their children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Sitting:
    """A command at work on a terminal; use it as a context manager."""

    def __init__(self, home: Path, *arguments: object, **variables: str) -> None:
        self._child = pexpect.spawn(
            str(WATCHER), [str(argument) for argument in arguments], env={**environment(home), **variables},
            dimensions=(400, _COLUMNS), encoding="utf-8", timeout=180, preexec_fn=_hear_interrupts,
        )  # fmt: skip
        self.raw = ""
        """All that the terminal got so far."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    def answer(self, question: str, answer: str) -> None:
        """Wait for a question, and type the answer."""
        self._child.expect(re.escape(question))
        self.raw += self._child.before + self._child.after
        if "assword" in question:
            self._child.waitnoecho(10)
        self._child.sendline(answer)

    def interrupt(self, question: str) -> None:
        """Wait for a question, and press Ctrl-C."""
        self._child.expect(re.escape(question))
        self.raw += self._child.before + self._child.after
        self._child.sendintr()

    def end(self) -> int:
        """Wait for the end; the exit status."""
        self._child.expect(pexpect.EOF)
        self.raw += self._child.before
        self._child.close()
        status = self._child.exitstatus
        assert isinstance(status, int), self.raw
        assert "Traceback" not in self.raw
        return status

    @property
    def screen(self) -> str:
        """What then stands on the terminal, in one piece: each run of blanks is one space."""
        screen = pyte.Screen(_COLUMNS, 400)
        pyte.Stream(screen).feed(self.raw)
        return " ".join(" ".join(screen.display).split())
