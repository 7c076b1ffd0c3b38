"""What states and days are called where people read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from rich.text import Text

from watcher.agenda import Need
from watcher.model import Address, Application, DraftState, Status, StepKind

__all__ = ["HELD", "LEANINGS", "NEEDS", "STEPS", "addressees", "day", "draft_label", "name_of", "status_label", "when"]

STEPS = {
    StepKind.THANK_YOU: "thank them",
    StepKind.CHECK_IN: "check in",
    StepKind.SECOND_CHECK_IN: "check in again",
    StepKind.CALL: "call",
    StepKind.MOVE_ON: "move on",
    StepKind.REPLY: "reply",
    StepKind.ATTEND: "attend",
    StepKind.NONE: "nothing",
}
NEEDS = {
    Need.MY_TURN: "Your turn",
    Need.DUE: "Due",
    Need.WAITING: "Waiting",
    Need.SCHEDULED: "Scheduled",
    Need.CLOSED: "Closed",
}
LEANINGS = {"towards": "They lean towards you", "away": "An offer is unlikely"}
"""What it means how they lean."""
_STATUS = {
    Status.WAITING_ON_ME: ("your turn", "bold yellow"),
    Status.WAITING_ON_THEM: ("waiting", "cyan"),
    Status.SCHEDULED: ("scheduled", "green"),
    Status.ON_HOLD: ("on hold", "dim"),
    Status.CLOSED: ("closed", "dim"),
}
_DRAFT = {
    DraftState.NONE: ("", ""),
    DraftState.DUE: ("due", "yellow"),
    DraftState.CREATED: ("saved now", "bold green"),
    DraftState.EXISTS: ("in Drafts", "green"),
    DraftState.EDITED: ("yours", "green"),
    DraftState.DISMISSED: ("dismissed", "dim"),
    DraftState.SENT: ("sent", "dim"),
    DraftState.WITHDRAWN: ("withdrawn", "dim"),
}
HELD = Text("doubtful", "yellow")
"""Of a draft that is due, in a process that may be none."""
_HOUR, _DAY = 60, 24 * 60
"""Minutes."""
_FAR = 180
"""Days from today beyond which a date is told with its year."""


def status_label(application: Application) -> Text:
    """What a process is doing, in its colour."""
    return Text(*_STATUS[application.status])


def draft_label(state: DraftState) -> Text:
    """What became of a draft, in its colour."""
    return Text(*_DRAFT[state])


def name_of(application: Application) -> str:
    """The employer."""
    return application.company or "(unnamed)"


def addressees(addresses: Iterable[Address]) -> str:
    """People by their names."""
    return ", ".join(address.name or address.email for address in addresses)


def day(value: dt.date, today: dt.date) -> str:
    """A day as people say it: today and its neighbours by that, others by weekday and date."""
    distance = (value - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(distance)
    if near:
        return near
    said = f"{value:%a} {value.day} {value:%b}"
    return said if abs(distance) < _FAR else f"{said} {value.year}"


def when(moment: dt.datetime | None, now: dt.datetime, zone: ZoneInfo) -> str:
    """A moment near now as people say it: "4 min ago", "in 2 h"; beyond a day its day and hour in `zone`."""
    if moment is None:
        return ""
    seconds = (moment - now).total_seconds()
    minutes = round(abs(seconds) / 60)
    if minutes == 0:
        return "now"
    if minutes < _DAY:
        length = f"{minutes} min" if minutes < _HOUR else f"{round(minutes / _HOUR)} h"
        return f"in {length}" if seconds > 0 else f"{length} ago"
    local = moment.astimezone(zone)
    return f"{day(local.date(), now.astimezone(zone).date())} {local:%H:%M}"
