"""Whole messages, as far as they are worth reading: header, text and calendar parts, and the names of the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from providers.base import RawMessage
from providers.imap import parts
from providers.imap.errors import Refused
from providers.imap.sync import place, ref
from providers.imap.wire import Fetched, Wire

__all__ = ["messages"]

_AT_ONCE = 50
_OCTETS = 4_000_000
"""At most so many messages, and about so many octets of them, are fetched in one command."""
_SMALL = 32_768
"""Octets up to which a message is fetched whole: there is nothing to save, and no structure to be at odds about."""
_SHAPE = "UID RFC822.SIZE BODYSTRUCTURE BODY.PEEK[HEADER]<0.262144>"
_BODY = f"BODY.PEEK[TEXT]<0.{_SMALL}>"
_BEGINNING = "UID BODY.PEEK[]<0.524288>"
"""What is read of a message whose structure makes no sense."""


def messages(wire: Wire, refs: Sequence[str]) -> Iterator[RawMessage]:
    """The messages behind refs; those that are gone are left out. Nothing in the mailbox changes."""
    folders: dict[tuple[str, int], list[int]] = defaultdict(list)
    for name in refs:
        path, validity, uid = place(name)
        folders[path, validity].append(uid)
    for (path, validity), uids in folders.items():
        for first in range(0, len(uids), _AT_ONCE):
            if not _opened(wire, path, validity):
                break
            for uid, content in _contents(wire, uids[first : first + _AT_ONCE]):
                yield RawMessage(ref(path, validity, uid), content)


def _opened(wire: Wire, path: str, validity: int) -> bool:
    """Open the folder, which the caller may have left since the last batch; False where its refs are good no more."""
    try:
        return wire.opened == (path, validity) or wire.examine(path) == validity
    except Refused:
        return False


def _contents(wire: Wire, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """(UID, content) of these messages, those of one shape in one command."""
    plans: dict[str, dict[int, parts.Part | None]] = defaultdict(dict)
    heads = {message.uid: message for message in wire.fetch(uids, _SHAPE)}
    odd = [uid for uid in uids if uid not in heads]
    for uid, message in heads.items():
        size, shape = message.get("RFC822.SIZE"), parts.structure(message.get("BODYSTRUCTURE"))
        if isinstance(size, int) and size <= _SMALL:
            plans[_BODY][uid] = None
        elif shape:
            plans[" ".join(parts.sections(shape))][uid] = shape
        else:
            odd.append(uid)
    for items, shapes in plans.items():
        for batch in _batches(shapes):
            for message in _sections(wire, batch, items):
                shape, header = shapes[message.uid], heads[message.uid].section("HEADER]")
                content = (
                    parts.assembled(header, shape, message.section) if shape else header + message.section("TEXT]")
                )
                if content is None:
                    odd.append(message.uid)
                else:
                    yield message.uid, content
    for message in (m for uid in odd for m in wire.fetch([uid], _BEGINNING)):
        yield message.uid, message.section("]")


def _sections(wire: Wire, uids: Sequence[int], items: str) -> Iterator[Fetched]:
    """The messages with these sections; a message that is one attachment has none to fetch."""
    return wire.fetch(uids, f"UID {items}") if items else (Fetched(uid, {}) for uid in uids)


def _batches(shapes: dict[int, parts.Part | None]) -> Iterator[list[int]]:
    """UIDs in batches that bring about `_OCTETS` each."""
    batch: list[int] = []
    room = _OCTETS
    for uid, shape in shapes.items():
        size = parts.octets(shape) if shape else _SMALL
        if batch and size > room:
            yield batch
            batch, room = [], _OCTETS
        batch.append(uid)
        room -= size
    if batch:
        yield batch
