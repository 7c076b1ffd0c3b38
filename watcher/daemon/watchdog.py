"""What a service manager is told of the daemon: ready, reloading, stopping, alive, and a line on how it stands.

sd_notify(3), as systemd and those that took it over hear it: a datagram of KEY=VALUE lines to the socket that
$NOTIFY_SOCKET names. Where none is named, nobody is told, and nothing else differs. It is ours as it is a dozen lines,
and the packages that there are have not been kept for years or need a compiler.
"""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import MutableMapping
from dataclasses import dataclass

__all__ = ["Watchdog"]

_SECONDS = 1.0
"""As long as it may take to be heard; a manager that does not listen holds up nothing."""


@dataclass(frozen=True, slots=True)
class Watchdog:
    """The service manager; a silent one where there is none."""

    address: str = ""
    """Of its socket: a path, or @ and a name in the abstract namespace; empty where nobody listens."""
    patience: float | None = None
    """Seconds within which it wants to hear that we live, or it ends us; None where it does not ask."""

    @classmethod
    def of(cls, environment: MutableMapping[str, str]) -> Watchdog:
        """The one that the environment names, taken out of it: no program that we run is to speak for us."""
        address = environment.pop("NOTIFY_SOCKET", "")
        patience = environment.pop("WATCHDOG_USEC", "")
        asked = environment.pop("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        if not address.startswith(("/", "@")):
            return cls()
        return cls(address, int(patience) / 1e6 if asked and patience.isdecimal() and int(patience) else None)

    def ready(self, status: str) -> None:
        """All that is to begin has begun, or the configuration was read anew."""
        self._tell("READY=1", f"STATUS={status}")

    def reloading(self) -> None:
        """The configuration is about to be read anew; `ready` follows."""
        self._tell("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def alive(self, status: str) -> None:
        """We live, and so do all accounts' threads."""
        self._tell("WATCHDOG=1", f"STATUS={status}")

    def stopping(self) -> None:
        """The end has begun."""
        self._tell("STOPPING=1", "STATUS=ending")

    def _tell(self, *lines: str) -> None:
        """Send the lines, each of which holds none of another's."""
        if not self.address:
            return
        text = "\n".join(line.replace("\n", " ") for line in lines)
        address = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
            heard.settimeout(_SECONDS)
            heard.connect(address)  # so that a full queue is waited for, and not tried again and again
            heard.send(text.encode())
