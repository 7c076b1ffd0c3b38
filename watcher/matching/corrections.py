"""Which mail belongs to which process, where the user said otherwise: ignore, track, merge, split, forget.

Each is carried out on what matching found by itself, in the order told, so the later of two that disagree counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from watcher.matching.grouping import is_closer
from watcher.model import Automatic, Entry, Mark, MarkKind, Person, Side, Thread

__all__ = ["heard", "personal", "regrouped", "tracked"]

Group = tuple[Thread, ...]


def heard(entries: Iterable[Entry], marks: Iterable[Mark], me: Person) -> list[Entry]:
    """The mail without that of whom I ignore."""
    ignored = [mark.value for mark in marks if mark.kind is MarkKind.IGNORE]
    return [entry for entry in entries if not _is_of_ignored(entry, ignored, me)]


def tracked(marks: Iterable[Mark]) -> frozenset[str]:
    """The Message-IDs by which I track threads."""
    return frozenset(mark.message_id for mark in marks if mark.kind is MarkKind.TRACK)


def _is_ignored(email: str, ignored: Iterable[str]) -> bool:
    """Whether an address is one of those ignored, or at a domain of them or below it."""
    domain = email.rpartition("@")[2]
    return any(value in (email, domain) or domain.endswith(f".{value}") for value in ignored)


def _is_of_ignored(entry: Entry, ignored: Sequence[str], me: Person) -> bool:
    """Whether the sender is ignored; of my own mail, whether it went to nobody else."""
    envelope = entry.envelope
    if envelope.side is not Side.ME:
        return _is_ignored(envelope.sender.email, ignored)
    theirs = [person.email for person in (*envelope.to, *envelope.cc) if person.email not in me.addresses]
    return bool(theirs) and all(_is_ignored(email, ignored) for email in theirs)


def personal(threads: Iterable[Thread], ids: Collection[str]) -> list[Thread]:
    """The threads; in those that I track by one of these Message-IDs, what came as bulk was written by a person.

    A recruiter's mail may carry the header fields of a list.
    """
    return [
        replace(thread, entries=tuple(map(_by_person, thread.entries))) if _holds((thread,), ids) else thread
        for thread in threads
    ]


def _by_person(entry: Entry) -> Entry:
    if entry.envelope.automatic is not Automatic.BULK:
        return entry
    return replace(entry, envelope=replace(entry.envelope, automatic=None, side=Side.THEM))


def regrouped(groups: Iterable[Group], marks: Iterable[Mark], me: Person, hunters: frozenset[str]) -> list[Group]:
    """The processes as the user puts them together; those forgotten are left out.

    Args:
        groups: The threads of each process, as matching found them.
        marks: What the user told, oldest first.
        me: The user.
        hunters: Registrable domains of agencies.
    """
    found = list(groups)
    forgotten: set[str] = set()
    for mark in marks:
        if mark.kind is MarkKind.MERGE:
            found = _merged(found, mark)
        elif mark.kind is MarkKind.SPLIT:
            found = _split(found, mark, me, hunters)
        elif mark.kind is MarkKind.FORGET:
            forgotten.add(mark.message_id)
        elif mark.kind is MarkKind.TRACK:
            forgotten -= {i for one in found if _holds(one, {mark.message_id}) for i in _ids(one)}
    return [one for one in found if not _holds(one, forgotten)]


def _merged(groups: list[Group], mark: Mark) -> list[Group]:
    together = [one for one in groups if _holds(one, {mark.message_id, mark.value})]
    if len(together) < 2:
        return groups
    merged = _in_order(thread for one in together for thread in one)
    return [merged, *(one for one in groups if one not in together)]


def _split(groups: list[Group], mark: Mark, me: Person, hunters: frozenset[str]) -> list[Group]:
    """A thread taken out; of those that began since it was told, each stays with the side it is closer to."""
    whole = next((one for one in groups if _holds(one, {mark.value})), ())
    apart = tuple(thread for thread in whole if _holds((thread,), {mark.value}))
    rest = tuple(thread for thread in whole if thread not in apart)
    if not rest:
        return groups
    later = [thread for thread in rest if thread.entries[0].envelope.sent > mark.at]
    before = [thread for thread in rest if thread not in later]
    moved = tuple(thread for thread in later if before and is_closer(thread, apart, before, me, hunters))
    stays = tuple(thread for thread in rest if thread not in moved)
    return [stays, _in_order((*apart, *moved)), *(one for one in groups if one is not whole)]


def _in_order(threads: Iterable[Thread]) -> Group:
    return tuple(sorted(threads, key=lambda thread: thread.entries[0].envelope.sent))


def _holds(group: Group, message_ids: Collection[str]) -> bool:
    return not _ids(group).isdisjoint(message_ids)


def _ids(group: Group) -> set[str]:
    return {entry.envelope.message_id for thread in group for entry in thread.entries}
