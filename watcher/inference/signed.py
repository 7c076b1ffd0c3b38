"""How people sign: my own signature, so that a draft can end as my mails do; of theirs the name, to greet them by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.model import Kind, Message, Side, Statement
from watcher.reading.names import is_name, is_office, names_of
from watcher.reading.signoff import is_closing, is_device_line, is_small_print
from watcher.text import MAX_WORDS, clean_block, shorten

__all__ = ["is_first_name", "signs"]

_MAX_LINES = 6
_MARKS = "-–—/~* "
"""What people put before their name: "/Astrid", "- Kev"."""
_FIRST_NAME = re.compile(r"[^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?")


def signs(message: Message) -> Iterator[Statement]:
    """What stands under the words of a person's mail; nothing where it is too long to be a plain signature."""
    envelope = message.envelope
    if envelope.automatic is not None or not message.signature:
        return
    names = names_of(envelope.sender)
    lines = [line.strip() for line in clean_block(message.signature).splitlines()]
    lines = [line for line in lines if line and not is_device_line(line) and not is_small_print(line)]
    closing = bool(lines) and is_closing(lines[0], names)
    signed = "\n".join(lines) if envelope.side is Side.ME else _first_name(lines[closing:], names)
    if signed and len(lines) <= _MAX_LINES and len(signed) <= MAX_WORDS:
        yield Statement(Kind.SIGNS, shorten(signed), "signature", text=signed)


def _first_name(lines: list[str], names: frozenset[str]) -> str:
    """The name that they sign with, where it is one word and theirs, or a short form of it."""
    bare = lines[0].strip(_MARKS).rstrip(",.! ") if lines else ""
    return bare if is_first_name(bare) and is_name(bare, names) else ""


def is_first_name(word: str) -> bool:
    """Whether a word may be what somebody is called: letters alone, the first a capital, and no office's name."""
    return bool(_FIRST_NAME.fullmatch(word)) and word[0].isupper() and not word.isupper() and not is_office(word)
