"""The life of a step's draft as a table: what happens to it, what you see in Drafts, and what `scan --json` says.

The model of the state machine goes by this table and by nothing else, and `docs/draft-life.md` shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["TABLE", "Event", "Fate", "Row"]


class Fate(StrEnum):
    """Where the life of a draft has come to."""

    NONE = "not made"
    THERE = "in Drafts, as it was written"
    EDITED = "in Drafts, and yours"
    DELETED = "deleted by you, not noticed yet"
    DISMISSED = "deleted by you"
    BACK = "taken back by you, not noticed yet"
    SENT = "sent by you, not noticed yet"
    OVER = "sent by you"
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    """What happens to it."""

    DUE = "a scan, and its step is due"
    OTHER = "a scan, and its step is due, but to somebody else"
    NOT_DUE = "a scan, and its step is not due"
    EDIT = "you change it"
    DELETE = "you delete it"
    TAKE_BACK = "you take it back out of Trash"
    SEND = "you send it"
    COPY = "you send a copy of it, and the draft stays"


@dataclass(frozen=True)
class Row:
    """What an event leads to. `says` is empty where nothing is scanned."""

    to: Fate
    sees: str
    says: str = ""


TABLE: dict[tuple[Fate, Event], Row] = {
    # nothing was made yet
    (Fate.NONE, Event.DUE): Row(Fate.THERE, "a new draft", "created"),
    (Fate.NONE, Event.NOT_DUE): Row(Fate.NONE, "nothing", "none"),
    # it is there, and untouched
    (Fate.THERE, Event.DUE): Row(Fate.THERE, "the same draft", "exists"),
    (Fate.THERE, Event.OTHER): Row(Fate.THERE, "a new draft in its place", "created"),
    (Fate.THERE, Event.NOT_DUE): Row(Fate.WITHDRAWN, "nothing", "withdrawn"),
    (Fate.THERE, Event.EDIT): Row(Fate.EDITED, "your draft"),
    (Fate.THERE, Event.DELETE): Row(Fate.DELETED, "nothing"),
    (Fate.THERE, Event.SEND): Row(Fate.SENT, "nothing"),
    (Fate.THERE, Event.COPY): Row(Fate.THERE, "the same draft"),
    # you changed it
    (Fate.EDITED, Event.DUE): Row(Fate.EDITED, "your draft", "edited"),
    (Fate.EDITED, Event.OTHER): Row(Fate.EDITED, "your draft", "edited"),
    (Fate.EDITED, Event.NOT_DUE): Row(Fate.EDITED, "your draft", "edited"),
    (Fate.EDITED, Event.EDIT): Row(Fate.EDITED, "your draft"),
    (Fate.EDITED, Event.DELETE): Row(Fate.DELETED, "nothing"),
    (Fate.EDITED, Event.SEND): Row(Fate.SENT, "nothing"),
    (Fate.EDITED, Event.COPY): Row(Fate.EDITED, "your draft"),
    # you deleted it
    (Fate.DELETED, Event.DUE): Row(Fate.DISMISSED, "nothing", "dismissed"),
    (Fate.DELETED, Event.OTHER): Row(Fate.DISMISSED, "nothing", "dismissed"),
    (Fate.DELETED, Event.NOT_DUE): Row(Fate.DISMISSED, "nothing", "dismissed"),
    (Fate.DELETED, Event.TAKE_BACK): Row(Fate.THERE, "the same draft"),
    (Fate.DISMISSED, Event.DUE): Row(Fate.DISMISSED, "nothing", "dismissed"),
    (Fate.DISMISSED, Event.OTHER): Row(Fate.DISMISSED, "nothing", "dismissed"),
    (Fate.DISMISSED, Event.NOT_DUE): Row(Fate.DISMISSED, "nothing", "none"),
    (Fate.DISMISSED, Event.TAKE_BACK): Row(Fate.BACK, "your draft"),
    (Fate.BACK, Event.DUE): Row(Fate.EDITED, "your draft", "edited"),
    (Fate.BACK, Event.OTHER): Row(Fate.EDITED, "your draft", "edited"),
    (Fate.BACK, Event.NOT_DUE): Row(Fate.BACK, "your draft", "none"),
    (Fate.BACK, Event.EDIT): Row(Fate.BACK, "your draft"),
    (Fate.BACK, Event.DELETE): Row(Fate.DISMISSED, "nothing"),
    (Fate.BACK, Event.SEND): Row(Fate.DISMISSED, "nothing"),
    (Fate.BACK, Event.COPY): Row(Fate.BACK, "your draft"),
    # you sent it
    (Fate.SENT, Event.DUE): Row(Fate.OVER, "nothing", "sent"),
    (Fate.SENT, Event.OTHER): Row(Fate.OVER, "nothing", "sent"),
    (Fate.SENT, Event.NOT_DUE): Row(Fate.OVER, "nothing", "sent"),
    (Fate.OVER, Event.DUE): Row(Fate.OVER, "nothing", "sent"),
    (Fate.OVER, Event.OTHER): Row(Fate.OVER, "nothing", "sent"),
    (Fate.OVER, Event.NOT_DUE): Row(Fate.OVER, "nothing", "none"),
    (Fate.OVER, Event.TAKE_BACK): Row(Fate.BACK, "your draft"),
    # the watcher took it out
    (Fate.WITHDRAWN, Event.DUE): Row(Fate.THERE, "a new draft", "created"),
    (Fate.WITHDRAWN, Event.OTHER): Row(Fate.THERE, "a new draft", "created"),
    (Fate.WITHDRAWN, Event.NOT_DUE): Row(Fate.WITHDRAWN, "nothing", "none"),
}
