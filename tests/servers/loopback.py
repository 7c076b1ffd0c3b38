"""Sees that nothing leaves this machine: every name that is looked up and every address that is connected to."""

from __future__ import annotations

import contextlib
import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

__all__ = ["LOG", "guarded", "refused", "watched"]

LOG = "STRAYED_TO"
"""The variable that names the file for `guarded`."""


@contextlib.contextmanager
def watched() -> Iterator[list[str]]:
    """Refuse what goes elsewhere, and list it: an error that the program swallows would not tell."""
    strayed: list[str] = []
    with refused(strayed.append):
        yield strayed


def guarded(log: Path) -> dict[str, str]:
    """An environment in which a Python program is refused what goes elsewhere; `log` gets a line for each try."""
    folders = [str(Path(__file__).parent / "guard"), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, folders)), LOG: str(log)}


@contextlib.contextmanager
def refused(tell: Callable[[str], object]) -> Iterator[None]:
    """Refuse what goes elsewhere, and tell the name or address of it."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(host: object) -> None:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if not _is_here(name):
            tell(name)
            raise OSError(f"a test tried to reach {name}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX:
            check(address[0])
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        if self.family != socket.AF_UNIX:
            check(address[0])
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host is not None:
            check(host)
        return look_up(host, *args, **kwargs)

    with (
        mock.patch.object(socket.socket, "connect", guarded_connect),
        mock.patch.object(socket.socket, "connect_ex", guarded_connect_ex),
        mock.patch.object(socket, "getaddrinfo", guarded_look_up),
    ):
        yield


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
