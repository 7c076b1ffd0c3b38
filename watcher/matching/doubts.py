"""Which processes may be none, or not all of one: nothing is written in them before the user has told.

A wrong draft is worse than a missing one. In 74 mailboxes that nobody had read, 48 of 129 wrong drafts were written in
processes that are doubted here, and 8 of 436 right ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from watcher.matching import linkage
from watcher.matching.profile import Profile, profile
from watcher.matching.traces import may_be_linked, traces
from watcher.model import Application, Automatic, Entry, Kind, MarkKind, Person, Side

__all__ = ["told"]

_ABOUT_MAIL = frozenset({MarkKind.MERGE, MarkKind.SPLIT, MarkKind.TRACK})
"""By which I say what belongs together."""
_AT_REST = frozenset({MarkKind.SNOOZE, MarkKind.MUTE, MarkKind.CLOSE})
"""By which I want to be left alone; whatever else I tell of a process shows that it is mine."""
_JUDGED = (None, Automatic.NOTICE)
"""What is taken as a whole: what a person wrote, or a system of theirs."""


def told(
    found: Sequence[Application], me: Person, hunters: frozenset[str], judge: linkage.Judge | None = None
) -> list[Application]:
    """The processes of one account, those in doubt with the reason.

    Args:
        found: As grouped; none has a doubt yet.
        me: The user.
        hunters: Registrable domains of agencies.
        judge: Says of which process a thread is; that of the program if None.
    """
    near = _near([profile(one.threads, me, hunters) for one in found], judge or linkage.judge())
    return [
        replace(one, doubt=_doubt(one, found[near[place]] if place in near else None))
        for place, one in enumerate(found)
    ]


def _doubt(one: Application, other: Application | None) -> str:
    kinds = {mark.kind for mark in one.marks}
    settled = kinds & _ABOUT_MAIL or (other is not None and {mark.kind for mark in other.marks} & _ABOUT_MAIL)
    if other is not None and not settled:
        return (
            f"it may be one process with {other.company or other.id}; "
            f"`watcher merge {one.id} {other.id}` if it is, `watcher track {one.id}` if not"
        )
    if not kinds - _AT_REST and _unlike_hiring(one):
        return (
            "nothing they wrote clearly speaks of hiring; "
            f"`watcher track {one.id}` if it is a hiring process of yours, `watcher forget {one.id}` if not"
        )
    return ""


def _unlike_hiring(one: Application) -> bool:
    """Whether no mail of theirs, taken as a whole, reads like hiring."""
    theirs = [entry for entry in _entries(one) if entry.envelope.side is not Side.ME]
    judged = [entry for entry in theirs if entry.envelope.automatic in _JUDGED]
    return bool(judged) and all(entry.has(Kind.UNLIKE_HIRING) for entry in judged)


def _entries(one: Application) -> Iterator[Entry]:
    return (entry for thread in one.threads for entry in thread.entries)


def _near(abouts: Sequence[Profile], judge: linkage.Judge) -> Mapping[int, int]:
    """The places of processes that what was learned would put together, but for rules: each with that of the other."""
    left = [traces(about) for about in abouts]
    found: dict[int, int] = {}
    for place, about in enumerate(abouts):
        others = [n for n in range(len(abouts)) if n != place and may_be_linked(left[place], left[n])]
        best = judge(about, [abouts[n] for n in others], None) if others else None
        if best is not None:
            found[place] = others[best]
            found.setdefault(others[best], place)
    return found
