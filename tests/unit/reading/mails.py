"""Small mails for the tests of reading, and shortcuts to read them."""

from __future__ import annotations

import datetime as dt

from watcher.model import Envelope, Message, Person
from watcher.reading import read, read_envelope

ME = Person(
    name="Maya Chen", addresses=("maya.chen@gmail.com", "maya@chen.example"), timezone="America/Chicago", country="US"
)
RECEIVED = dt.datetime(2026, 3, 3, 16, 11, 30, tzinfo=dt.UTC)
HEADER = {
    "From": "Dana Ruiz <dana.ruiz@acme.example>",
    "To": "Maya Chen <maya.chen@gmail.com>",
    "Subject": "Senior Backend Engineer",
    "Date": "Tue, 3 Mar 2026 10:11:00 -0600",
    "Message-ID": "<acme-1@acme.example>",
}


def mail(body: str | bytes = "Hello.", **fields: str | None) -> bytes:
    """A mail with HEADER, the fields given instead or besides (underscores are hyphens; None leaves one out)."""
    given = {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in {**HEADER, **given}.items() if value is not None]
    octets = body.encode() if isinstance(body, str) else body
    return "\n".join(lines).encode("utf-8", "surrogateescape") + b"\n\n" + octets


def html(page: str, **fields: str | None) -> bytes:
    return mail(page, Content_Type="text/html; charset=utf-8", **fields)


def parts(*bodies: tuple[str, str], subtype: str = "mixed", **fields: str | None) -> bytes:
    """A multipart of parts, each its header lines and its body."""
    text = "".join(f"--b1\n{header}\n\n{body}\n" for header, body in bodies) + "--b1--\n"
    return mail(text, Content_Type=f'multipart/{subtype}; boundary="b1"', **fields)


def alternative(plain: str, page: str, **fields: str | None) -> bytes:
    kinds = ("Content-Type: text/plain; charset=utf-8", plain), ("Content-Type: text/html; charset=utf-8", page)
    return parts(*kinds, subtype="alternative", **fields)


def reading(content: bytes, received: dt.datetime | None = RECEIVED, me: Person = ME) -> Message:
    return read(content, account="home", ref="1", received=received, me=me)


def envelope(content: bytes, received: dt.datetime | None = RECEIVED, me: Person = ME) -> Envelope:
    return read_envelope(content.partition(b"\n\n")[0], account="home", ref="1", received=received, me=me)
