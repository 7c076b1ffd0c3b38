"""A process as a line of signs: who wrote when, what was held, and what is to come. A sign stands for a day or more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from rich.text import Text

from watcher.model import Application, Side, Status, StepKind
from watcher.scan import Process

__all__ = ["Scale", "legend", "scale_for", "spark"]

_INTERVIEW, _BOTH, _THEIRS, _MINE, _SYSTEM, _DUE, _NAMED, _SILENT, _NOTHING = (
    "◆",
    "◉",
    "●",
    "○",
    "▪",
    "▸",
    "◇",
    "·",
    " ",
)
_STYLES = {
    _INTERVIEW: "bold green",
    _BOTH: "bold",
    _THEIRS: "bold",
    _MINE: "cyan",
    _SYSTEM: "dim",
    _DUE: "bold yellow",
    _NAMED: "magenta",
    _SILENT: "dim",
}
_MEANINGS = {
    _THEIRS: "they wrote",
    _MINE: "you wrote",
    _BOTH: "both",
    _SYSTEM: "a system wrote",
    _INTERVIEW: "interview",
    _DUE: "due",
    _NAMED: "the day they named",
}
_TODAY = "│"
_FARTHEST_BACK, _FARTHEST_AHEAD = dt.timedelta(days=90), dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Scale:
    """Which days the signs of a line stand for. All lines of a table have one scale, so that they can be compared."""

    first: dt.date
    """The first day of the first sign."""
    today: dt.date
    days: int
    """A sign stands for so many."""
    past: int
    """Signs up to and with that of today."""
    ahead: int
    """Signs after it."""

    def place(self, day: dt.date) -> int:
        """Which sign stands for a day; outside of the line the number is below 0 or too high."""
        return (day - self.first).days // self.days


def scale_for(processes: Iterable[Process], today: dt.date, zone: ZoneInfo, width: int) -> Scale:
    """The finest scale on which all that is shown of the processes fits into `width` characters."""
    days = [day for process in processes for day in _days(process.application, zone)]
    to_come = [day for process in processes for day in _ahead(process, zone)]
    first = max(min(days, default=today), today - _FARTHEST_BACK)
    last = min(max((*to_come, today)), today + _FARTHEST_AHEAD)
    size = 1
    while _signs(first, last, today, size) + len(_TODAY) > width:
        size += 1
    past = (today - first).days // size + 1
    # today's sign ends with today, so that what is ahead begins with tomorrow
    first = today - dt.timedelta(days=past * size - 1)
    return Scale(first, today, size, past, -(-(last - today).days // size))


def _signs(first: dt.date, last: dt.date, today: dt.date, size: int) -> int:
    return (today - first).days // size + 1 + -(-(last - today).days // size)


def spark(process: Process, scale: Scale, zone: ZoneInfo) -> Text:
    """The line of one process; a bar stands after today."""
    application = process.application
    signs = [_NOTHING] * (scale.past + scale.ahead)
    started = scale.place(min(_days(application, zone), default=scale.today))
    for place in range(max(started, 0), _end(application, scale, zone)):
        signs[place] = _SILENT
    if application.decision:
        _put(signs, scale.place(application.decision.window.latest), _NAMED)
    if process.step.due and process.step.kind is not StepKind.ATTEND:
        _put(signs, max(scale.place(process.step.due), 0), _DUE)
    for place, sign in _written(application, scale, zone).items():
        _put(signs, place, sign)
    for interview in application.interviews:
        _put(signs, scale.place(interview.start.astimezone(zone).date()), _INTERVIEW)
    shown = [(sign, _STYLES.get(sign, "")) for sign in signs]
    return Text.assemble(*shown[: scale.past], (_TODAY, "dim"), *shown[scale.past :])


def legend(lines: Sequence[Text], scale: Scale) -> Text:
    """What the signs mean; those that are in no line are left out."""
    used = {sign for line in lines for sign in line.plain}
    text = Text()
    for sign, meaning in _MEANINGS.items():
        if sign in used:
            text.append(f"{sign} ", _STYLES[sign]).append(f"{meaning}  ", "dim")
    first = f"{scale.first.day} {scale.first:%b}"
    each = "a day" if scale.days == 1 else f"{scale.days} days"
    return text.append(f"{_TODAY} ").append(f"today  (a sign is {each}, from {first})", "dim")


def _written(application: Application, scale: Scale, zone: ZoneInfo) -> dict[int, str]:
    """Who wrote, by the place in the line."""
    sides: dict[int, set[Side]] = {}
    for thread in application.threads:
        for entry in thread.entries:
            sides.setdefault(scale.place(entry.envelope.sent.astimezone(zone).date()), set()).add(entry.envelope.side)
    return {place: _sign(found) for place, found in sides.items()}


def _sign(sides: set[Side]) -> str:
    if sides >= {Side.ME, Side.THEM}:
        return _BOTH
    if Side.THEM in sides:
        return _THEIRS
    return _MINE if Side.ME in sides else _SYSTEM


def _put(signs: list[str], place: int, sign: str) -> None:
    if 0 <= place < len(signs):
        signs[place] = sign


def _end(application: Application, scale: Scale, zone: ZoneInfo) -> int:
    """Where the line stops: today, or the last word of a process that is over."""
    if application.status is not Status.CLOSED:
        return scale.past
    return max(0, min(scale.past, scale.place(max(_days(application, zone), default=scale.today)) + 1))


def _days(application: Application, zone: ZoneInfo) -> list[dt.date]:
    """The days on which somebody wrote."""
    return [e.envelope.sent.astimezone(zone).date() for thread in application.threads for e in thread.entries]


def _ahead(process: Process, zone: ZoneInfo) -> list[dt.date]:
    application = process.application
    named = [application.decision.window.latest] if application.decision else []
    due = [process.step.due] if process.step.due else []
    return [*named, *due, *(interview.start.astimezone(zone).date() for interview in application.interviews)]
