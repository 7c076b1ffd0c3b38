"""What should be in Drafts: a process and its step, and the single drafts that this comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from watcher.drafting.letter import Letter
from watcher.model import Application, DraftState, Person, Step

__all__ = ["Wanted", "apart", "state_of"]

_TOLD_FIRST = [
    *(DraftState.CREATED, DraftState.DUE, DraftState.EXISTS, DraftState.EDITED),
    *(DraftState.SENT, DraftState.DISMISSED, DraftState.WITHDRAWN, DraftState.NONE),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A process and its next step, whether that calls for a draft or not."""

    application: Application
    step: Step
    note: Callable[[Person], Letter] | None = None
    """Writes the draft of a step that is no letter: a note to myself."""

    @property
    def is_draft(self) -> bool:
        return self.step.is_draft or self.note is not None


def apart(one: Wanted) -> list[Wanted]:
    """What is wanted, as single drafts: for a step that writes to each apart one a recipient, known by its address."""
    step = one.step
    if not step.apart:
        return [one]
    return [replace(one, step=replace(step, to=(to,), anchor=f"{step.anchor} {to.email}")) for to in step.to]


def state_of(states: Sequence[DraftState]) -> DraftState:
    """What became of a step's drafts together: the one that there is most to tell of."""
    return min(states, key=_TOLD_FIRST.index)
