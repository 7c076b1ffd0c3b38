"""A bad network between a client and a server: a TCP proxy that looks at what passes, and breaks it where it is told."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
import time
from dataclasses import dataclass
from enum import Enum
from typing import Self

__all__ = ["Deed", "Fault", "FaultProxy"]

_COMMAND = re.compile(rb"^[A-Z]{4,5}\d+ ((?:UID )?[A-Z]+)", re.MULTILINE)


class Deed(Enum):
    """What happens to the bytes."""

    KILL = "the connection is closed, both ways"
    SWALLOW = "nothing more arrives this way, and nobody is told"
    DELAY = "nothing arrives for some seconds"
    REPLACE = "other bytes arrive"


@dataclass(frozen=True, slots=True)
class Fault:
    """A deed to be done when `when` passes on its way to the server or the client."""

    deed: Deed
    when: bytes
    to_server: bool = False
    after: int = 0
    """How many octets, from the beginning of `when`, still pass."""
    seconds: float = 0
    by: bytes = b""
    once: bool = True


class FaultProxy:
    """Listens on loopback and passes everything on; use it as a context manager."""

    def __init__(self, target: int, *faults: Fault) -> None:
        self.faults = list(faults)
        self.said = b""
        """All that clients said."""
        self.heard = b""
        """All that the server said."""
        self.connections = 0
        self._target = target
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._run(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        for sock in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join(10)

    def commands(self) -> list[str]:
        """The names of the commands that clients gave, in order."""
        return [name.decode() for name in _COMMAND.findall(self.said)]

    def _run(self, target: object, *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self._target), 10)
            server.settimeout(None)
            self._open += [client, server]
            for sock in (client, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._run(self._to_server, client, server)
            self._run(self._to_client, server, client)

    def _to_server(self, client: socket.socket, server: socket.socket) -> None:
        self._pump(client, server, to_server=True)

    def _to_client(self, server: socket.socket, client: socket.socket) -> None:
        self._pump(server, client, to_server=False)

    def _pump(self, source: socket.socket, drain: socket.socket, *, to_server: bool) -> None:
        passed = 0  # octets so far
        recent = b""  # the last of them, in case what is waited for comes in pieces
        cuts: list[tuple[int, Fault]] = []  # where, and what happens there
        try:
            while data := source.recv(65536):
                if to_server:
                    self.said += data
                else:
                    self.heard += data
                window = recent + data
                for fault in [f for f in self.faults if f.to_server is to_server]:
                    at = window.find(fault.when)
                    if at < 0:
                        continue
                    if fault.once:
                        self.faults.remove(fault)
                    if fault.deed is Deed.REPLACE:
                        data = data.replace(fault.when, fault.by)
                    else:
                        cuts.append((passed - len(recent) + at + fault.after, fault))
                while cuts and cuts[0][0] < passed + len(data):
                    where, fault = cuts.pop(0)
                    head, data = data[: max(0, where - passed)], data[max(0, where - passed) :]
                    drain.sendall(head)
                    passed += len(head)
                    if fault.deed is Deed.DELAY:
                        time.sleep(fault.seconds)
                    elif fault.deed is Deed.SWALLOW:
                        while source.recv(65536):
                            pass
                        return
                    else:
                        return
                drain.sendall(data)
                passed += len(data)
                recent = window[-100:]
        except OSError:
            pass
        finally:
            for sock in (source, drain):
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
