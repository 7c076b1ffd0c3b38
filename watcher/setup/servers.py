"""Where the mail of a domain is: a table of known servers, and where to look for others if the user allows it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["PORTS", "Server", "domain_of", "guesses", "known", "named", "typed"]

PORTS = {993: "tls", 143: "starttls", 1143: "starttls"}
"""What speaks at a port, where nobody says (RFC 8314; 1143 is Proton's Bridge)."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is, and what has to be known to sign in there."""

    name: str
    """As its users call it."""
    host: str
    """Empty where it offers no IMAP."""
    port: int = 993
    security: str = "tls"
    user: str = "address"
    """What it knows its users by: "address", or "name" for what stands before the @."""
    auth: str = "password"
    hint: str = ""
    """A sentence to be read before a password is typed."""
    asks: Mapping[str, str] = field(default_factory=dict)
    """Further keys of an account there, each with the question for it."""

    def settings(self, address: str) -> dict[str, Any]:
        """The keys of the account of this address there, as far as they are known and not the default."""
        found: dict[str, Any] = {"host": self.host}
        found["user"] = address if self.user == "address" else address.rpartition("@")[0]
        if (self.port, self.security) not in ((993, "tls"), (143, "starttls")):
            found["port"] = self.port
        if self.security != "tls":
            found["security"] = self.security
        if self.auth != "password":
            found["auth"] = self.auth
        return found


def domain_of(address: str) -> str:
    """What stands behind the @, in lower case."""
    return address.rpartition("@")[2].lower().rstrip(".")


def known(address: str) -> Server | None:
    """The server of this address's domain, where the table has it; nobody is asked."""
    domain, table = domain_of(address), _table()
    parts = domain.split(".")
    above = ("*." + ".".join(parts[n:]) for n in range(1, len(parts)))
    return next((table[name] for name in (domain, *above) if name in table), None)


def named(name: str) -> Server:
    """The entry of the table with this name."""
    return next(server for server in _table().values() if server.name == name)


def typed(text: str) -> Server:
    """The server that the user types: "host", or "host:port".

    Raises:
        ValueError: it is neither
    """
    host, colon, number = text.strip().rpartition(":")
    if not colon:
        host, number = number, "993"
    if not host or not host.isprintable() or set(host) & set(" /@:") or not number.isdecimal():
        raise ValueError(
            f"not the name of a server: {text!r} (write one like imap.mail.example, or with :143 behind it)"
        )
    port = int(number)
    if not 0 < port < 65536:
        raise ValueError(f"there is no port {port}")
    return Server(host, host, port, PORTS.get(port, "tls"))


def guesses(domain: str) -> Iterator[Server]:
    """Where the mail of a domain often is, the likeliest first. Each is yet to be looked for."""
    for host in (f"imap.{domain}", f"mail.{domain}", domain):
        yield Server(host, host)
    yield Server(f"imap.{domain}", f"imap.{domain}", 143, "starttls")
    yield Server(f"mail.{domain}", f"mail.{domain}", 143, "starttls")


@cache
def _table() -> Mapping[str, Server]:
    """The servers by domain."""
    text = (resources.files(__package__) / "servers.toml").read_text(encoding="utf-8")
    table: dict[str, Server] = {}
    for row in tomllib.loads(text)["servers"]:
        domains = row.pop("domains")
        server = Server(**{"host": "", **row})
        table |= dict.fromkeys(domains, server)
    return table
