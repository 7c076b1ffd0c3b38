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
_SHAPE = "UID BODYSTRUCTURE BODY.PEEK[HEADER]<0.262144>"
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


def _contents(wire: Wire, uids: Sequence[int]) -> list[tuple[int, bytes]]:
    """(UID, content) of these messages, those of one shape in one command."""
    heads = {message.uid: message for message in wire.fetch(uids, _SHAPE)}
    shapes: dict[str, dict[int, parts.Part]] = defaultdict(dict)
    for uid, message in heads.items():
        shape = parts.structure(message.get("BODYSTRUCTURE"))
        if shape:
            shapes[" ".join(parts.sections(shape))][uid] = shape
    contents = []
    for items, known in shapes.items():
        for batch in _batches(known):
            for message in _sections(wire, batch, items):
                content = parts.assembled(heads[message.uid].section("HEADER]"), known[message.uid], message.section)
                if content is not None:
                    contents.append((message.uid, content))
    read = {uid for uid, _ in contents}
    odd = [uid for uid in uids if uid not in read]
    return contents + [(message.uid, message.section("]")) for uid in odd for message in wire.fetch([uid], _BEGINNING)]


def _sections(wire: Wire, uids: Sequence[int], items: str) -> Iterator[Fetched]:
    """The messages with these sections; a message of attachments only has none to fetch."""
    return wire.fetch(uids, f"UID {items}") if items else (Fetched(uid, {}) for uid in uids)


def _batches(known: dict[int, parts.Part]) -> Iterator[list[int]]:
    """UIDs in batches that bring about `_OCTETS` each."""
    batch: list[int] = []
    size = 0
    for uid, shape in known.items():
        size += parts.octets(shape)
        if batch and size > _OCTETS:
            yield batch
            batch, size = [], parts.octets(shape)
        batch.append(uid)
    if batch:
        yield batch
