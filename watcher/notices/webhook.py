"""A webhook on this computer: JSON by POST over HTTP, to loopback and to nothing else.

The address is checked when the configuration is read and again each time: what it names must be this computer by every
address it stands for, and the connection goes to the address that was checked. It is a number or `localhost` (RFC 6761,
6.3), so that no other name is asked of a name server. No proxy is used and no redirect followed.
"""

from __future__ import annotations

import ipaddress
import json
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from watcher.errors import NotTold

if TYPE_CHECKING:
    from http.client import HTTPConnection

__all__ = ["Endpoint", "checked", "post"]

_EXAMPLE = "write one like http://127.0.0.1:8123/watcher"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a webhook is: an address of this computer, by number."""

    address: str
    """An IP address on loopback."""
    port: int
    host: str
    """What the Host header says."""
    target: str
    """Path and query."""


def checked(url: str) -> Endpoint:
    """Where a webhook's address leads, once it is known to be this computer.

    Raises:
        ValueError: it is no plain HTTP address, or leads elsewhere; the text says which, for the user
    """
    if any(not " " < sign < "\x7f" for sign in url):
        raise ValueError(f"not the address of a webhook: {url!r} ({_EXAMPLE})")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", 80 if parts.port is None else parts.port
    except ValueError:
        raise ValueError(f"not the address of a webhook: {url!r} ({_EXAMPLE})") from None
    if parts.scheme != "http" or not host or not port or parts.username is not None or parts.fragment:
        raise ValueError(f"not the address of a webhook: {url!r} ({_EXAMPLE})")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Endpoint(_on_loopback(host, port), port, parts.netloc, target)


def _on_loopback(host: str, port: int) -> str:
    """The address of this computer that a host stands for."""
    elsewhere = ValueError(f"{host!r} is not this computer; notices go to 127.0.0.1, [::1] or localhost alone")
    if not _is_number(host) and host != "localhost":
        raise elsewhere
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except OSError:
        raise ValueError(f"{host!r} is not known on this computer; write 127.0.0.1") from None
    if not found or not all(_is_number(each) and ipaddress.ip_address(each).is_loopback for each in found):
        raise elsewhere
    return found[0]


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def post(url: str, data: Mapping[str, Any], seconds: float) -> None:
    """Hand data over, in so many seconds at most.

    Args:
        url: Of the webhook.
        data: JSON values.
        seconds: After which it is given up, however lively the other side is.

    Raises:
        NotTold: it was not taken, which the answer says by a status of 200 to 299
    """
    from http.client import HTTPConnection, HTTPException

    try:
        endpoint = checked(url)
    except ValueError as error:
        raise NotTold(str(error), hint="correct [notices] webhook") from None
    where = f"the webhook at {endpoint.address}, port {endpoint.port},"
    connection = HTTPConnection(endpoint.address, endpoint.port, timeout=seconds)
    late = threading.Event()
    over = threading.Timer(seconds, _cut, [connection, late])
    over.daemon = True
    over.start()
    try:
        body = json.dumps(data, ensure_ascii=False).encode()
        headers = {"Host": endpoint.host, "Content-Type": "application/json", "Connection": "close"}
        connection.request("POST", endpoint.target, body, headers)
        status = connection.getresponse().status
        if late.is_set():  # what it had said by then was taken for all of it
            raise TimeoutError
    except (OSError, HTTPException) as error:
        slow = isinstance(error, TimeoutError) or late.is_set()
        said = f"did not answer within {seconds:g} seconds" if slow else f"cannot be reached ({_reason(error)})"
        raise NotTold(f"{where} {said}", hint="see whether it is running") from None
    finally:
        over.cancel()
        connection.close()
    if not 200 <= status < 300:
        raise NotTold(f"{where} answered with status {status}", hint="see what it has against the notice")


def _cut(connection: HTTPConnection, late: threading.Event) -> None:
    """End a connection from another thread, so that whoever reads from it wakes."""
    late.set()
    if (sock := connection.sock) is not None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has ended by itself


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or type(error).__name__
