"""Mailboxes as the model wants them (RFC 5322, 3.4), and which of them are mine."""

from __future__ import annotations

import re

from watcher.model import Address, Person
from watcher.text import clean_line

__all__ = ["address", "is_mine"]

_MAX_NAME = 200
_ADDR_SPEC = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,128}@[^\s@<>()\[\],;:\"\\]{1,255}")
_IGNORES_DOTS = frozenset({"gmail.com", "googlemail.com"})


def address(name: str, addr_spec: str) -> Address:
    """A cleaned address: lower case, the domain as written (an IDN's A-label stays one); empty where it is none."""
    email = clean_line(addr_spec, 400).lower()
    if _ADDR_SPEC.fullmatch(email) is None:
        return Address("")
    shown = clean_line(name, _MAX_NAME).strip("'\" ")
    return Address(email, "" if shown.lower() == email else shown)


def is_mine(candidate: Address, me: Person) -> bool:
    """Whether mail to this address reaches me: a plus tag makes no difference, nor do dots at Gmail."""
    return bool(candidate.email) and _mailbox(candidate.email) in {_mailbox(mine.lower()) for mine in me.addresses}


def _mailbox(email: str) -> str:
    local, _, domain = email.rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '') if domain in _IGNORES_DOTS else local}@{domain}"
