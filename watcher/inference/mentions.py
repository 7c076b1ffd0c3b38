"""Whom a mail speaks of: by that a person tells that two threads belong together ("Dwayne left me your papers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watcher.model import Kind, Message, Statement
from watcher.reading.names import names_of
from watcher.text import MAX_WORDS

__all__ = ["mentions"]

_NAME = re.compile(r"(?<![\w.@/'’-])[^\W\d_a-zß-öø-ÿ][^\W\d_A-ZÀ-ÖØ-Þ]{2,19}(?:-[^\W\d_]{2,19})?(?![\w@]|\.\w)")
"""One word that begins with a capital and goes on without: "Michał" as well."""
_SMALL = re.compile(r"(?<![\w.@/'’-])[^\W\d_]{4,20}(?![\w@'’]|\.\w)")
"""One word of some length: a name, where its author begins none with a capital."""
_LOOKED_AT = 4_000
"""Characters: who is spoken of to tell what a mail belongs to, is so at its beginning."""
_MOST = 40


def mentions(message: Message, small: frozenset[str] = frozenset()) -> Iterator[Statement]:
    """The words of a person's mail, and of what they pass on, that may be names, but for its author's own and mine.

    Where no word of it begins with a capital, any may be one, but for the small ones that name nobody.
    """
    envelope = message.envelope
    if envelope.automatic is not None:
        return
    known = small.union(*(names_of(address) for address in envelope.people))
    text = f"{message.text}\n{message.forwarded}"[:_LOOKED_AT]
    pattern = _SMALL if text.islower() else _NAME
    found = dict.fromkeys(match.group() for match in pattern.finditer(text))
    names = " ".join([name for name in found if name.casefold() not in known][:_MOST])
    if names:
        yield Statement(Kind.MENTIONS, names[:MAX_WORDS], "names of people", text=names[:MAX_WORDS])
