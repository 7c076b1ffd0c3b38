"""The processes by what they need of me: what `watcher list` shows, before it is drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

from watcher.model import DraftState, Status, Step, StepKind
from watcher.scan import Process
from watcher.store import DraftRecord, Life

__all__ = ["Need", "agenda", "draft_of", "need_of"]


class Need(StrEnum):
    """What a process needs of me, the most pressing first."""

    MY_TURN = "my_turn"
    """They wait for a word of mine."""
    DUE = "due"
    """A follow-up, a call, or the end of waiting is due."""
    WAITING = "waiting"
    """It is theirs to answer, or I put it off."""
    SCHEDULED = "scheduled"
    """An interview is ahead."""
    CLOSED = "closed"


_SETTLED = frozenset({DraftState.SENT, DraftState.DISMISSED})
"""What I did with a draft, after which its step needs nothing more of me."""
_STATES = {
    Life.INTENT: DraftState.DUE,
    Life.SAVED: DraftState.EXISTS,
    Life.EDITED: DraftState.EDITED,
    Life.DISMISSED: DraftState.DISMISSED,
    Life.SENT: DraftState.SENT,
}


def need_of(process: Process, today: dt.date) -> Need:
    """What a process needs on a day in the user's zone."""
    step, status = process.step, process.application.status
    if step.kind is StepKind.REPLY and (step.due is None or step.due <= today):
        return Need.MY_TURN
    if step.kind is StepKind.ATTEND:
        return Need.SCHEDULED
    if step.due is not None and step.due <= today and process.draft not in _SETTLED:
        return Need.DUE
    return Need.CLOSED if status is Status.CLOSED else Need.WAITING


def agenda(processes: Iterable[Process], today: dt.date) -> dict[Need, list[Process]]:
    """The processes by need; among those of one the soonest due first, of those that are closed the latest."""
    found: dict[Need, list[Process]] = {need: [] for need in Need}
    for process in processes:
        found[need_of(process, today)].append(process)
    for need, members in found.items():
        if need is Need.CLOSED:
            members.sort(key=_last_word, reverse=True)
        else:
            members.sort(key=lambda p: (p.step.due or (today if need is Need.MY_TURN else dt.date.max), _last_word(p)))
    return found


def _last_word(process: Process) -> dt.datetime:
    return max(entry.envelope.sent for thread in process.application.threads for entry in thread.entries)


def draft_of(step: Step, records: Sequence[DraftRecord], today: dt.date) -> DraftState:
    """What became of a step's draft, as the last scan kept it; of several the one that asks most of me.

    Args:
        step: What is next in the process.
        records: Of the account's drafts, oldest first.
        today: In the user's zone.
    """
    newest = {
        record.anchor: _STATES[record.life]
        for record in records
        if record.kind == step.kind and record.anchor in _anchors(step) and record.life in _STATES
    }
    if newest:
        return min(newest.values(), key=list(_STATES.values()).index)
    due = step.is_draft and step.due is not None and step.due <= today
    return DraftState.DUE if due else DraftState.NONE


def _anchors(step: Step) -> frozenset[str]:
    """What the drafts of a step are known by: the step's own anchor; where it writes to each apart, one a recipient."""
    return frozenset(f"{step.anchor} {to.email}" for to in step.to) if step.apart else frozenset({step.anchor})
