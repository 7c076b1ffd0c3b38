"""A desktop as far as notices see it: a D-Bus of its own, and on it a service that takes them.

The bus is dbus-daemon; the service answers what the Desktop Notifications Specification 1.3 has programs ask.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any, Self

__all__ = ["Desktop"]

_NAME = "org.freedesktop.Notifications"


class Desktop:
    """Use it as a context manager, which ends it."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        """The title and body of each notice."""
        self.address = ""
        """Of the bus, as DBUS_SESSION_BUS_ADDRESS has it."""

    @staticmethod
    def is_here() -> bool:
        return bool(shutil.which("dbus-daemon"))

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="watcher-")
        socket = Path(self._folder.name) / "bus"
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={socket}", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout
        self.address = self._bus.stdout.readline().strip()
        assert self.address, "dbus-daemon does not start"
        self._stop, ready = threading.Event(), threading.Event()
        self._service = threading.Thread(target=self._serve, args=(ready,))
        self._service.start()
        assert ready.wait(20)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._service.join()
        self._bus.terminate()
        self._bus.wait(10)
        assert self._bus.stdout
        self._bus.stdout.close()
        self._folder.cleanup()

    def _serve(self, ready: threading.Event) -> None:
        from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
        from jeepney.io.blocking import open_dbus_connection

        with open_dbus_connection(bus=self.address) as connection:
            connection.send_and_get_reply(message_bus.RequestName(_NAME))
            ready.set()
            while not self._stop.is_set():
                try:
                    asked = connection.receive(timeout=0.05)
                except TimeoutError:
                    continue
                if asked.header.message_type is not MessageType.method_call:
                    continue
                answer = self._answer(asked.header.fields[HeaderFields.member], asked.body)
                if answer is None:
                    connection.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))
                else:
                    connection.send(new_method_return(asked, *answer))

    def _answer(self, method: str, given: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
        if method == "Notify":
            self.shown.append((given[3], given[4]))
            return "u", (len(self.shown),)
        if method == "GetCapabilities":
            return "as", (["body", "body-markup"],)
        if method == "GetServerInformation":
            return "ssss", ("Test", "tests", "1", "1.2")
        return None
