"""A relay before a server: what clients say passes through it and is counted, and it can refuse them all."""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Coroutine
from typing import Any, Self

from tests.servers.process import free_port

__all__ = ["IMAP", "Relay"]

IMAP = re.compile(rb"^[A-Z]{4,5}\d+ ", re.MULTILINE)
"""The beginning of a command, as imaplib writes it."""


class Relay:
    """Listens on loopback, on one port for life; use it as a context manager."""

    def __init__(self, target: int, command: re.Pattern[bytes] | None = None) -> None:
        """Nothing begins before it is entered.

        Args:
            target: The server's port.
            command: What begins a command at the beginning of a line; None where commands are not to be counted.
        """
        self.port = free_port()
        self.connections = self.commands = 0
        self._target, self._command = target, command
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.shut()
        self._run(self._finished())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def open(self) -> None:
        """Take connections."""
        self._server = self._run(asyncio.start_server(self._serve, "127.0.0.1", self.port))

    def shut(self) -> None:
        """Refuse connections, and end those that there are."""
        self._run(self._shut())

    def cut(self) -> None:
        """End the connections that there are."""
        self._run(self._cut())

    def _run(self, what: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(10)

    async def _shut(self) -> None:
        self._server.close()
        await self._cut()

    async def _cut(self) -> None:
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _finished(self) -> None:
        """Until nothing of what was begun goes on."""
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others, timeout=5)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open.add(writer)
        try:
            beyond, server = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            self._open.discard(writer)
            writer.transport.abort()
            return
        self._open.add(server)
        await asyncio.gather(self._pump(reader, server, heard=True), self._pump(beyond, writer, heard=False))
        self._open -= {writer, server}

    async def _pump(self, source: asyncio.StreamReader, drain: asyncio.StreamWriter, *, heard: bool) -> None:
        line = b""  # the beginning of a line whose end has not come yet
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                if heard and self._command:
                    self.commands += len(self._command.findall(line + data)) - len(self._command.findall(line))
                    line = (line + data).rpartition(b"\n")[2][:100]
                drain.write(data)
                await drain.drain()
        drain.close()
