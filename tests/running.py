"""The daemon as a person runs it: the installed `watcher run` in a process of its own, and what it logs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

__all__ = ["WATCHER", "Running"]

WATCHER = Path(sys.executable).with_name("watcher")


class Running:
    """A daemon; use it as a context manager, which ends it."""

    def __init__(
        self, config: Path, *options: str, home: Path | None = None, env: Mapping[str, str] | None = None
    ) -> None:
        self._command = [str(WATCHER), "run", "--verbose", "--config", str(config), "--json", *options]
        self._env = {"HOME": str(home or config.parent), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(env or {})}
        self.lines: list[str] = []
        """What it said on stderr, a line each."""
        self.seconds = 0.0
        """How long it took to end."""

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self._command,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self._reader = threading.Thread(
            target=self.lines.extend, args=(iter(self.process.stderr.readline, ""),), daemon=True
        )
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join(10)
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe
            pipe.close()

    @property
    def records(self) -> list[dict[str, Any]]:
        """What it logged."""
        return [json.loads(line) for line in list(self.lines)]

    def events(self, event: str, **values: object) -> list[dict[str, Any]]:
        """The records of an event that hold these values."""
        return [r for r in self.records if r["event"] == event and values.items() <= r.items()]

    def wait_for(self, event: str, *, count: int = 1, seconds: float = 90, **values: object) -> dict[str, Any]:
        """Wait for an event to be logged so often; the last of these."""
        self.until(lambda: len(self.events(event, **values)) >= count, seconds)
        return self.events(event, **values)[count - 1]

    def until(self, condition: Callable[[], object], seconds: float = 90) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, f"it has ended: {self.lines}"
            assert time.monotonic() < deadline, f"waited in vain: {self.lines}"
            time.sleep(0.02)

    def tell(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to end, and wait; its exit status."""
        begun = time.monotonic()
        self.tell(number)
        status = self.process.wait(30)
        self.seconds = time.monotonic() - begun
        self._reader.join(10)
        return status

    def spent(self) -> tuple[float, float]:
        """The seconds of processor time it took so far, and the megabytes it holds in memory (Linux)."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        ticks = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
        return ticks, pages * os.sysconf("SC_PAGE_SIZE") / 1e6
